"""Open cases at a month's end: the list in force then, against a plain reference."""

import sqlite3
from contextlib import closing, contextmanager
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from looped.figures.asking import Source
from looped.figures.caseload import Caseload, caseload_of, end_of
from looped.figures.databases import _runner
from looped.figures.schema import TABLES, Rows
from looped.figures.sources import open_source
from looped.publishing.opening import Opened

MOMENT = datetime(2024, 12, 31, 12)
MONTHS = ("2024-05", "2024-06")


def case(name, area="A", listed=date(2024, 5, 31), opened=date(2024, 1, 1), closed=None, authority="X"):
    """One row of a list."""
    return (authority, name, None, area, None, None, None, None, None, opened, closed, listed)


def open_cases(rows, moment=MOMENT, months=MONTHS, authority=None):
    """The answer of the engine."""
    with open_source(Rows({"caseload": rows})) as source:
        return caseload_of(source, months, moment, authority)


@contextmanager
def sqlite(rows):
    """A source in SQLite, which keeps days as text."""
    with closing(sqlite3.connect(":memory:")) as connection:
        columns = ", ".join(f'"{name}"' for name in TABLES["caseload"])
        connection.execute(f"create table caseload ({columns})")
        marks = ", ".join("?" * len(TABLES["caseload"]))
        texts = [[each.isoformat() if isinstance(each, date) else each for each in row] for row in rows]
        connection.executemany(f"insert into caseload values ({marks})", texts)
        yield Source("sqlite", _runner(connection, "sqlite"), frozenset(), frozenset({"caseload"}), "a test")


def plainly(rows, month, moment_day):
    """The same in plain words: of each authority the list in force at the month's end, then its open cases."""
    end, areas, listed = end_of(month), {}, set()
    for authority in {row[0] for row in rows}:
        mine = [row for row in rows if row[0] == authority and (row[11] is None or row[11] <= moment_day)]
        days = sorted({row[11] for row in mine if row[11]})
        before = [day for day in days if day <= end]
        day = before[-1] if before else days[0] if days else None
        held = {
            (row[3], row[1])
            for row in mine
            if row[11] in (None, day) and (row[9] is None or row[9] <= end) and (row[10] is None or row[10] > end)
        }
        for area, _ in held:
            areas[area] = areas.get(area, 0) + 1
        listed |= {day} if held and day else set()
    return areas, tuple(sorted(listed))


days = st.dates(date(2024, 4, 25), date(2024, 7, 5))
rows_of_lists = st.lists(
    st.builds(
        case,
        st.sampled_from("abcdef"),
        st.sampled_from(["A", "B", None]),
        st.sampled_from([None, date(2024, 4, 30), date(2024, 5, 31), date(2024, 6, 30), date(2024, 7, 31)]),
        st.none() | days,
        st.none() | days,
        st.sampled_from("XY"),
    ),
    max_size=12,
)


def agrees(source, rows):
    """Whether an engine's answer is that of the plain words."""
    found = caseload_of(source, MONTHS, datetime(2024, 6, 30, 23))
    # 23:00 in UTC on the last of June is July in London.
    expected = {month: plainly(rows, month, date(2024, 7, 1)) for month in MONTHS}
    if not any(areas for areas, _ in expected.values()):
        return found == {}
    return {month: (caseload.areas, caseload.listed) for month, caseload in found.items()} == expected


@pytest.mark.slow
@given(rows_of_lists)
def test_open_cases_are_those_of_the_list_in_force(rows):
    """On lists of two authorities, with days missing here and there, counted by SQLite."""
    with sqlite(rows) as source:
        assert agrees(source, rows)


@settings(max_examples=10, deadline=None)
@given(rows_of_lists)
def test_duckdb_counts_the_same(rows):
    """The same text, another engine."""
    with open_source(Rows({"caseload": rows})) as source:
        assert agrees(source, rows)


def test_a_list_after_the_moment_is_not_known_yet():
    """As at June nobody has July's list."""
    rows = [case("a", listed=date(2024, 7, 31))]

    assert open_cases(rows, datetime(2024, 6, 30)) == {}
    assert open_cases(rows)["2024-06"] == Caseload({"A": 1}, (date(2024, 7, 31),))


def test_one_authority_alone():
    """A nation's table holds many councils."""
    rows = [case("a"), case("b", authority="Y"), case("c", authority="Y", area=None)]

    assert open_cases(rows, months=("2024-05",), authority="Y")["2024-05"].areas == {"A": 1, None: 1}
    assert open_cases(rows, months=("2024-05",))["2024-05"].cases == 3


def test_a_source_without_the_table_has_none():
    """A folder of Parquet files may lack it."""
    from dataclasses import replace

    with open_source(Rows({"caseload": [case("a")]})) as source:
        assert caseload_of(replace(source, tables=frozenset({"gradings"})), MONTHS, MOMENT) == {}


def test_sqlite_gives_days_as_text_and_they_come_out_as_days():
    """The same answer from a database that has no type of days."""
    with sqlite([case("a")]) as source:
        found = caseload_of(source, ("2024-06",), MOMENT)

    assert found == {"2024-06": Caseload({"A": 1}, (date(2024, 5, 31),))}


def test_an_opened_source_knows_its_caseload():
    """Rows without a list are answered without opening an engine."""
    listed = Opened(Rows({"caseload": [case("a")]}), "a test")

    assert listed.caseload("2024-06", MOMENT) == Caseload({"A": 1}, (date(2024, 5, 31),))
    assert Opened(Rows({"caseload": []}), "a test").caseload("2024-06", MOMENT) is None
    assert listed.caseload("2023-12", MOMENT) is None
