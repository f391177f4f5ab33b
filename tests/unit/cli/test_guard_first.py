"""Nothing is counted, and nothing served, from a record whose guard isn't as it must be."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from tests.records_fixtures import (  # noqa: F401  # pytest finds fixtures by name
    databases_open,
    migrated_database,
    migrated_file,
    postgresql_cluster,
    record,
    sqlite_record,
)
from tests.unit.workflow.sheets import line, returns_of

from looped.cli import main
from looped.records.address import address_of
from looped.workflow.importing import import_returns

PERIOD = ["--quarter", "2024-25/Q1"]
COMMANDS = {
    "figures": ["figures", *PERIOD, "--json"],
    "agreement": ["agreement", "--json"],
    "severity": ["severity", "--json"],
    "report": ["report", *PERIOD, "--formats", "json"],
}
ALTERED = {"sqlite": "DROP TRIGGER {0}", "postgresql": "ALTER TABLE records_grading DISABLE TRIGGER {0}"}


@pytest.fixture
def address(record, tmp_path, monkeypatch):  # noqa: F811
    """The record's own address, with two audits, where the commands look."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1"), line("A2", "RI")), now=datetime.now(UTC))
    found = address_of(record.settings_dict)
    monkeypatch.setenv("DATABASE_URL", found)
    monkeypatch.chdir(tmp_path)
    return found


def take_away(connection):
    with connection.cursor() as cursor:
        cursor.execute(ALTERED[connection.vendor].format("records_grading_never_changed"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_record_without_its_guard_is_not_counted(record, address, capsys, command):  # noqa: F811
    """As it is left out, and named by its address; while the guard stands, it is counted."""
    words = COMMANDS[command]
    assert main(words) == 0
    take_away(record)
    capsys.readouterr()

    for asked in (words, [words[0], address, *words[1:]]):
        assert main(asked) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith(f"looped {command}: The database's guard against changed records isn't as it must")
        assert "trigger records_grading_never_changed is " in told.err


def test_auditors_of_the_record_are_listed_by_name(record, address, capsys):  # noqa: F811
    """The record has identifiers, which nobody could tell apart or ask for."""
    assert main(["severity"]) == 0
    assert "A. Auditor: not told, 14 gradings" in capsys.readouterr().out
    assert main(["severity", "--auditor", "a. auditor"]) == 0
    assert capsys.readouterr().out.startswith("A. Auditor: what your gradings show")


def test_the_records_file_by_its_path_is_the_record_too(sqlite_record, tmp_path, monkeypatch, capsys):  # noqa: F811
    """Another file of the kind is not ours to judge."""
    monkeypatch.setenv("DATABASE_URL", address_of(sqlite_record.settings_dict))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy.sqlite3").write_bytes((tmp_path / "looped.sqlite3").read_bytes())
    take_away(sqlite_record)

    assert main(["figures", "looped.sqlite3", *PERIOD]) == 2
    assert "guard" in capsys.readouterr().err
    assert main(["figures", "copy.sqlite3", *PERIOD]) == 0


def test_no_server_starts_without_the_guard(sqlite_record, tmp_path):  # noqa: F811
    """Whichever server loads the service: it meets the refusal before the first request."""
    code = "import looped.service.wsgi as way; print(callable(way.application))"

    def loaded():
        environment = {"DATABASE_URL": address_of(sqlite_record.settings_dict), "PATH": "/usr/bin:/bin"}
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
        )

    assert loaded().stdout == "True\n"
    take_away(sqlite_record)
    refused = loaded()
    assert refused.returncode != 0
    assert "LoopedError: The database's guard against changed records isn't as it must be" in refused.stderr
