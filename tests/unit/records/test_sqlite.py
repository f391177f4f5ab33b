"""The fixed SQLite: in use, set as it must be, and the affected ones refused."""

import ast
import sys
from pathlib import Path

import pytest
from django.db import connection

import looped
from looped.errors import LoopedError
from looped.records.sqlite import require_mended, use_fixed_sqlite

SOURCES = Path(looped.__file__).parent


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 44, 5), (3, 46, 1), (3, 50, 6), (3, 51, 1), (3, 51, 2)])
def test_affected_versions_are_refused(version):
    """Debian 12's and 13's are among them; the message says what to do."""
    with pytest.raises(LoopedError, match="Install pysqlite3 0.6.1 or later"):
        require_mended(version)


@pytest.mark.parametrize("version", [(3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 4), (4, 0, 0)])
def test_mended_versions_are_taken(version):
    """The fix and its two back-ports."""
    require_mended(version)


def test_settings_refuse_an_affected_one(monkeypatch):
    """The service doesn't start on it."""
    monkeypatch.setattr("pysqlite3.dbapi2.sqlite_version_info", (3, 51, 1))

    with pytest.raises(LoopedError, match="SQLite 3.51.1 can lose saved work"):
        use_fixed_sqlite()


def test_django_runs_on_the_fixed_one(sqlite_record):
    """The swap came before Django met sqlite3."""
    assert sys.modules["sqlite3"].__name__ == "pysqlite3"
    assert type(sqlite_record.Database.connect(":memory:")).__module__.startswith("pysqlite3")
    require_mended(sqlite_record.Database.sqlite_version_info)


def test_nothing_else_imports_sqlite3():
    """A second SQLite in the process could meet the same file."""
    named = [path for path in SOURCES.rglob("*.py") if "sqlite3" in path.read_text()]  # an import names it
    found = [str(path.relative_to(SOURCES)) for path in named if "sqlite3" in set(_imported(path))]

    assert found == []


def test_settings_call_it_before_anything_of_django():
    """The first statement after the imports, and none of these imports is Django's."""
    tree = ast.parse((SOURCES / "service" / "settings.py").read_text())
    statements = [node for node in tree.body[1:] if not isinstance(node, ast.Import | ast.ImportFrom)]

    assert ast.unparse(statements[0]) == "use_fixed_sqlite()"
    assert not any("django" in name for name in _imported(SOURCES / "service" / "settings.py"))


def _imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_connection_is_set_as_it_must_be(sqlite_record):
    """WAL, FULL (NORMAL loses acknowledged commits in a power cut), foreign keys, secure delete, a wait of 20 s."""
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
    with connection.cursor() as cursor:
        found = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]

    assert found == ["wal", 2, 1, 1, 20000]
    assert sqlite_record.transaction_mode == "IMMEDIATE"


def test_a_transaction_takes_the_lock_at_once(sqlite_record, tmp_path):
    """Immediate: two that read first and write then can't wait for each other for ever."""
    from django.db import transaction
    from pysqlite3 import dbapi2

    other = dbapi2.connect(tmp_path / "looped.sqlite3", timeout=0, isolation_level=None)
    with transaction.atomic(), pytest.raises(dbapi2.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_foreign_keys_hold(sqlite_record):
    """A grading without its return is refused."""
    from django.db import IntegrityError, transaction
    from tests.unit.records.rows import MOMENT

    from looped.records.models import Grading

    with pytest.raises(IntegrityError), transaction.atomic():
        Grading.objects.create(audit="a", domain="plans", source="lead", given_in_id=99, recorded_at=MOMENT)
