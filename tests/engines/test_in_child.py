"""A big SQLite file is counted by a child process, and gives the same figures."""

import json
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pysqlite3
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.engines.loading import as_kept, into_sqlite
from tests.factories import World
from tests.unit.figures.comparing import differences
from tests.unit.figures.worlds import late, worlds

from looped.errors import UnreadableError
from looped.figures import databases
from looped.figures.cube import count
from looped.figures.in_child import ChildSource, answers
from looped.figures.sources import open_source, source_of

pytestmark = pytest.mark.slow
LATER = datetime(2030, 1, 1)


@pytest.fixture
def all_are_big(monkeypatch):
    """One grading is many."""
    monkeypatch.setattr(databases, "SMALL", 0)


@pytest.fixture
def file(tmp_path):
    """One audit with its gradings, in a file whose journal is a WAL, as the record's is."""
    path = tmp_path / "it's.sqlite3"
    with closing(pysqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = wal")
        into_sqlite(connection, World().audit("1").rows())
    return path


@settings(
    max_examples=8, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True
)
@given(rows=worlds, moment=late)
def test_a_child_process_equals_the_plain_reading(rows, moment, all_are_big):
    """Every figure, by area too."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "record.sqlite3"
        with closing(pysqlite3.connect(path)) as connection:
            into_sqlite(connection, rows)
        with open_source(path) as source:
            assert isinstance(source, ChildSource) == bool(rows.tables["gradings"])
            assert differences(source, as_kept(rows), moment, [("service_area", "monthly")]) == {}


def test_only_a_big_file_is_counted_by_a_child(file):
    """Up to 300,000 gradings SQLite itself is faster."""
    with open_source(file) as source:
        assert type(source).__name__ == "Source"


def test_duckdbs_reader_never_runs_in_our_process(file, all_are_big):
    """Its SQLite would drop the locks of ours."""
    with open_source(file) as source:
        cube = count(source, LATER)

    assert sum(row.number for row in cube.counts if row.part == "audit") == 1
    assert not any("sqlite_scanner" in name for name in sys.modules)


def test_one_question_is_answered_too(file, all_are_big):
    """By a child of its own."""
    with open_source(file) as source:
        assert [row[-1] for row in source.ask("plan", moment=LATER)] == [1]


def test_while_the_caller_writes_sqlite_itself_counts(file, all_are_big):
    """The child would not see what isn't committed; and a database in memory has no file."""
    with closing(pysqlite3.connect(file)) as connection:
        connection.execute("begin immediate")
        assert type(source_of(connection, "sqlite")).__name__ == "Source"
        connection.rollback()
        assert isinstance(source_of(connection, "sqlite"), ChildSource)
    with closing(pysqlite3.connect(":memory:")) as connection:
        into_sqlite(connection, World().audit("1").rows())
        assert type(source_of(connection, "sqlite")).__name__ == "Source"


def test_a_file_that_goes_away_is_said_in_one_line(file, all_are_big):
    """By its name."""
    with open_source(file) as source:
        file.unlink()
        with pytest.raises(UnreadableError, match="it's.sqlite3"):
            count(source, LATER)


def test_the_childs_work_gives_rows_as_json(file):
    """What is carried back. Run here, for once, while nothing of ours has the file open."""
    asked = '{"questions": ["plan"], "values": {"moment": "2030-01-01 00:00:00", "day": "2030-01-01", "ladder": "1"}}'
    found = json.loads(answers(str(file), asked))

    assert [row[-3:] for row in found["plan"]] == [["returned", None, 1]]
