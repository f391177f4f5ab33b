"""What is asked beside the cube of figures (auditors' gradings, the caseload, causes), counted in each of the five ways."""

import tempfile
from collections import defaultdict
from contextlib import closing, contextmanager
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

import psycopg
import pysqlite3
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.engines.loading import into_parquet, into_postgresql, into_sqlite
from tests.unit.figures.test_caseload import MONTHS, plainly, rows_of_lists
from tests.unit.figures.worlds import MOMENTS, late, worlds

from looped.figures import cube, databases
from looped.figures.caseload import caseload_of
from looped.figures.in_child import ChildSource
from looped.figures.schema import TABLES, Rows
from looped.figures.sources import open_source, source_of
from looped.publishing.causes import causes_between

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.xdist_group("postgresql")]
ENDED = ("withdrawn", "not_done")
LATEST = datetime(2024, 6, 30, 23)
ASKED_HERE = {"severity", "caseload", "relisted", "regraded", "followed_up"}
IN_PROCESS = ("rows", "parquet", "sqlite", "postgresql in London", "postgresql in UTC")


def generated(examples):
    """Few worlds, each of many councils. No shrinking: the child process alone takes a second."""
    return settings(
        max_examples=examples,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )


@contextmanager
def opened(way, rows, address):
    """The same rows, open as a source of one way of counting."""
    with tempfile.TemporaryDirectory() as folder:
        if way == "rows":
            what = rows
        elif way == "parquet":
            what = into_parquet(Path(folder), rows)
        elif way.startswith("postgresql"):
            with _in_postgresql(address, rows, way) as source:
                yield source
            return
        else:
            what = Path(folder) / "record.sqlite3"
            with closing(pysqlite3.connect(what)) as connection:
                into_sqlite(connection, rows)
        with open_source(what) as source:
            assert isinstance(source, ChildSource) == (way == "child")
            yield source


@contextmanager
def _in_postgresql(address, rows, way):
    with psycopg.connect(address) as connection:
        zone = "Europe/London" if way.endswith("London") else "UTC"
        connection.execute(f"set time zone '{zone}'")
        into_postgresql(connection, rows)
        yield source_of(connection, "postgresql")
        connection.rollback()


@pytest.fixture
def all_are_big(monkeypatch):
    """One grading is many, so that a child process counts."""
    monkeypatch.setattr(databases, "SMALL", 0)


def as_dicts(rows, table):
    """Rows of a table by column."""
    return [dict(zip(TABLES[table], row, strict=True)) for row in rows.tables[table]]


def latest(rows, *key):
    """The last recorded of each key."""
    found = {}
    for row in sorted(rows, key=lambda row: (row["recorded_at"], row["seq"])):
        found[tuple(row[name] for name in key)] = row
    return found


def auditors_gradings(rows, moment):
    """In plain words: of each audit that counts, the last grade that lead and second gave each domain."""
    audits = latest([row for row in as_dicts(rows, "audits") if row["recorded_at"] <= moment], "authority", "audit")
    heard = [row for row in as_dicts(rows, "gradings") if row["recorded_at"] <= moment]
    heard = [row for row in heard if row["source"] in ("lead", "second")]
    returned = defaultdict(set)
    for row in heard:
        returned[row["authority"], row["audit"]].add(row["source"])
    answer = []
    for (authority, audit, domain, _), row in latest(heard, "authority", "audit", "domain", "source").items():
        its = audits.get((authority, audit))
        if its is None or its["state"] in ENDED or (its["looped"] and len(returned[authority, audit]) < 2):
            continue
        if domain != "overall" and row["grade"] is not None:
            answer.append((authority, audit, its["framework"], its["month"], row["auditor"], domain, row["grade"]))
    return sorted(answer, key=str)


def check_gradings(way, rows, moment, address):
    """Whether the engine's answer is that of the plain words."""
    with opened(way, rows, address) as source:
        assert sorted(source.ask("severity", moment=moment), key=str) == auditors_gradings(rows, moment)


def check_caseload(way, listed, address):
    """Whether the engine's caseload is that of the plain words. 23:00 in UTC on 30 June is July in London."""
    rows = Rows({"gradings": GRADINGS, "audits": [], "caseload": listed})
    expected = {month: plainly(listed, month, date(2024, 7, 1)) for month in MONTHS}
    with opened(way, rows, address) as source:
        found = caseload_of(source, MONTHS, LATEST)
    told = {month: (caseload.areas, caseload.listed) for month, caseload in found.items()}
    assert told == (expected if any(areas for areas, _ in expected.values()) else {})


# One, so that an SQLite file has something to be big by.
GRADINGS = [("X", 1, "1", "plans", 3, None, "lead", "Auditor", None, MOMENTS[0])]


@pytest.mark.parametrize("way", IN_PROCESS)
@generated(10)
@given(rows=worlds, moment=late)
def test_auditors_gradings_equal_the_plain_reading(way, rows, moment, figures_address):
    """What severity and agreement are worked out from."""
    check_gradings(way, rows, moment, figures_address)


@generated(3)
@given(rows=worlds, moment=late)
def test_auditors_gradings_in_a_child_process(rows, moment, figures_address, all_are_big):
    """The same of a big SQLite file."""
    check_gradings("child", rows, moment, figures_address)


@pytest.mark.parametrize("way", IN_PROCESS)
@generated(10)
@given(listed=rows_of_lists)
def test_the_caseload_equals_the_plain_reading(way, listed, figures_address):
    """Open cases at each month's end, by the list in force."""
    check_caseload(way, listed, figures_address)


@generated(3)
@given(listed=rows_of_lists)
def test_the_caseload_in_a_child_process(listed, figures_address, all_are_big):
    """The same of a big SQLite file."""
    check_caseload("child", listed, figures_address)


@pytest.mark.parametrize("way", [*IN_PROCESS[1:], "child"])
@generated(4)
@given(rows=worlds)
def test_causes_are_the_same_in_every_way(way, rows, figures_address, monkeypatch):
    """Against the rows in memory, whose causes `test_causes.py` holds against cases written out by hand."""
    monkeypatch.setattr(databases, "SMALL", 0 if way == "child" else 300_000)
    with opened("rows", rows, figures_address) as source:
        expected = causes_between(source, MOMENTS[0], MOMENTS[-1])
    with opened(way, rows, figures_address) as source:
        assert sorted(causes_between(source, MOMENTS[0], MOMENTS[-1]), key=str) == sorted(expected, key=str)


def test_every_question_is_asked_of_every_engine():
    """A new question needs a test in this folder: those of the cube are covered by every figure."""
    there_are = {path.name.removesuffix(".sql") for path in files("looped.figures").joinpath("questions").iterdir()}

    assert there_are == ASKED_HERE | set(cube.QUESTIONS) | set(cube.CARRIED)
