"""Opening a source: rows, a folder of Parquet files, databases; and what is said where it can't be."""

from contextlib import closing
from datetime import UTC, date, datetime

import pyarrow as pa
import pysqlite3
import pytest
from tests.engines.loading import into_parquet, into_sqlite
from tests.factories import World

from looped.errors import UnreadableError
from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.schema import TABLES, Rows
from looped.figures.sources import open_source, source_of
from looped.rubric.loading import frameworks

LATER = datetime(2030, 1, 1)
ODD = ['a "quoted", one', "two\nlines", "", " ", "NULL", "\\N", None, "é"]


def audits_of(what):
    with open_source(what) as source:
        rows = all_figures(count(source, LATER), frameworks(), "2024-04", "2024-04")
    return next(row.count for row in rows if row.figure == "audits")


def test_rows_reach_the_engine_as_they_are():
    """Quotes, commas, line ends, an empty text apart from nothing."""
    rows = [("One", n, f"audit {n}", *([None] * 12), datetime(2024, 5, 1, 0, 0, 0, n)) for n in range(len(ODD))]
    odd = [(*row[:4], text, *row[5:]) for row, text in zip(rows, ODD, strict=True)]

    with open_source(Rows({"audits": odd})) as source:
        found = source.run("select service_area, recorded_at from audits order by seq", {})

    assert found == [(text, datetime(2024, 5, 1, 0, 0, 0, n)) for n, text in enumerate(ODD)]


def test_rows_say_what_they_know_and_have_every_table():
    """Tables without rows are empty, not absent."""
    with open_source(Rows({}, frozenset({"plan"}))) as source:
        assert (source.known, source.tables, source.dialect) == (frozenset({"plan"}), frozenset(TABLES), "duckdb")
        assert source.ask("plan", moment=LATER) == []


def test_a_folder_knows_by_its_files_and_by_what_its_columns_hold(tmp_path):
    """No actions' file: actions aren't known. No date at all: late isn't."""
    world = World().audit("1", feedback="heard", moderation={"plans": 3}, why="rule")
    tables = {name: world.tables[name] for name in ("gradings", "audits", "feedback")}
    with open_source(into_parquet(tmp_path, Rows(tables))) as source:
        assert source.known == {"plan", "due", "returned", "feedback", "why_moderated"}
        assert source.tables == {"gradings", "audits", "feedback"}
        assert count(source, LATER).actions == ()

    bare = {**tables, "audits": [(*row[:11], None, None, *row[13:]) for row in tables["audits"]]}
    bare["gradings"] = [(*row[:8], None, row[9]) for row in tables["gradings"]]
    with open_source(into_parquet(tmp_path, Rows(bare))) as source:
        assert source.known == {"plan", "feedback"}


def test_a_folder_may_give_months_as_dates_and_moments_with_a_zone(tmp_path):
    """Read as "2024-04" and as UTC; other widths of numbers are taken; a column more is left out."""
    rows = World().audit("1").rows()
    audits = [(*row[:6], date(2024, 4, 1), *row[7:15], row[15].replace(tzinfo=UTC)) for row in rows.tables["audits"]]
    changed = {"month": pa.date32(), "recorded_at": pa.timestamp("us", tz="Europe/London"), "looped": pa.int64()}
    into_parquet(tmp_path, Rows({"gradings": rows.tables["gradings"]}))
    into_parquet(tmp_path, Rows({"audits": audits}), **changed)

    assert audits_of(tmp_path) == 1
    with open_source(str(tmp_path)) as source:
        assert source.run("select month, recorded_at from audits", {}) == [("2024-04", rows.tables["audits"][0][15])]


def test_a_folder_without_a_column_is_told_which(tmp_path):
    """File and column by name."""
    import pyarrow.parquet as pq

    into_parquet(tmp_path, World().audit("1").rows())
    audits = pq.read_table(tmp_path / "audits.parquet")
    pq.write_table(audits.drop_columns(["looped"]), tmp_path / "audits.parquet")

    with (
        pytest.raises(UnreadableError, match=r"audits\.parquet: the column 'looped' is missing"),
        open_source(tmp_path),
    ):
        raise AssertionError("opened")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing", "there is no such folder"),
        (".", "there is no gradings.parquet and no audits.parquet"),
        ("broken", r"gradings\.parquet: this is not a Parquet file"),
        ("nothing.sqlite3", "there is no such file"),
        ("text.sqlite3", "this is not an SQLite database"),
        ("empty.sqlite3", "it has no table or view 'gradings'"),
    ],
)
def test_what_can_not_be_opened_is_said(name, said, tmp_path):
    """What, where, how to mend it."""
    (tmp_path / "broken").mkdir()
    for table in ("gradings", "audits"):
        (tmp_path / "broken" / f"{table}.parquet").write_text("not Parquet")
    (tmp_path / "text.sqlite3").write_text("not a database" * 99)
    (tmp_path / "empty.sqlite3").write_bytes(b"")

    with pytest.raises(UnreadableError, match=said), open_source(tmp_path / name):
        raise AssertionError("opened")


def test_spark_is_not_in_this_version():
    """Said, not tried."""
    with pytest.raises(UnreadableError, match="Spark is not in this version"), open_source("spark:/somewhere"):
        raise AssertionError("opened")


def test_a_postgresql_that_is_not_there_is_said():
    """By a socket in a folder without one."""
    address = "postgresql:///none?host=/nowhere"
    with pytest.raises(UnreadableError, match="can't be reached"), open_source(address):
        raise AssertionError("opened")


@pytest.mark.parametrize("address", ["sqlite:///{}", "{}"])
def test_an_sqlite_file_is_counted_and_only_read(address, tmp_path):
    """By address or by path; a second writer isn't kept out; nothing is written."""
    path = tmp_path / "record.sqlite3"
    with closing(pysqlite3.connect(path)) as connection:
        into_sqlite(connection, World().audit("1").rows())

    assert audits_of(address.format(path)) == 1
    with open_source(str(path)) as source, pytest.raises(pysqlite3.OperationalError, match="readonly"):
        source.run("delete from gradings", {})


def test_a_connection_given_is_left_open():
    """It belongs to the program."""
    with closing(pysqlite3.connect(":memory:")) as connection:
        into_sqlite(connection, World().audit("1").rows())
        source = source_of(connection, "sqlite")

        assert len(count(source, LATER).counts) > 0
        assert connection.execute("select 1").fetchall() == [(1,)]


def test_djangos_connection_is_asked_below_django():
    """Django would rewrite the values' marks."""

    class Django:
        ensured = False

        def __init__(self, connection):
            self.connection = connection

        def ensure_connection(self):
            self.ensured = True

    with closing(pysqlite3.connect(":memory:")) as connection:
        into_sqlite(connection, World().audit("1").rows())
        django = Django(connection)

        assert source_of(django, "sqlite").known >= {"due"}
        assert django.ensured
