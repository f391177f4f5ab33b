"""Files that come in any order and any pieces: what counts in the end is the last word of each return."""

import dataclasses
import itertools
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.workflow.sheets import line, returns_of

from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.schema import Rows
from looped.figures.sources import open_source, source_of
from looped.rubric.loading import frameworks
from looped.workflow.importing import import_returns

START, END = datetime(2024, 7, 1, tzinfo=UTC), datetime(2030, 1, 1)
# A file holds no plan; and whether an audit ever stood on the ladder is what the file of last words can't tell.
NOT_COMPARED = ("planned", "not_done", "withdrawn", "inadequate_open")
RECORD_KNOWS = frozenset({"due", "returned", "feedback", "actions", "why_moderated"})
COUNCILS = (f"Council {number}" for number in itertools.count(1))

words = st.tuples(
    st.sampled_from(["A1", "A2"]),
    st.sampled_from(["lead", "lead", "second", "moderation"]),
    st.sampled_from(["Good", "RI", "Inadequate"]),
)
# A file says one thing of where its audits belong; the next may say another.
files = st.lists(
    st.builds(
        lambda rows, month, area: [(*row, month, area) for row in rows],
        st.lists(words, min_size=1, max_size=4),
        st.sampled_from(["2024-04", "2024-05"]),
        st.sampled_from(["North", "South"]),
    ),
    min_size=1,
    max_size=4,
)


def of_council(returns, council):
    """The same file of one council: several stand in one record."""
    tables = {name: [(council, *row[1:]) for row in rows] for name, rows in returns.rows.tables.items()}
    return dataclasses.replace(returns, checksum=f"{council} {returns.checksum}", rows=Rows(tables, returns.rows.known))


def rows_of(told):
    return [
        line(audit, grade, source=source, month=month, area=area, team=f"{area} 1")
        for audit, source, grade, month, area in told
    ]


def last_words(told):
    """The last row of each return; what an audit is, its last row says."""
    last = {(row[0], row[1]): row for row in told}
    place = {row[0]: row[3:] for row in told}
    return [(*row[:3], *place[row[0]]) for row in last.values()]


def figures_of(source, council):
    """Every figure of one council that counts anything, whole and by area and team."""
    cube = count(source, END, frameworks())
    found = set()
    for by in (None, "service_area", "team"):
        rows = all_figures(cube, frameworks(), "2024-04", "2024-06", by=by, authority=council)
        found |= {row for row in rows if row.figure not in NOT_COMPARED and (row.count or row.base)}
    return found


def check(record, folder, told):
    """Import file after file, a day apart, and compare with one file of the last words."""
    council = next(COUNCILS)
    for number, piece in enumerate(told):
        returns = of_council(returns_of(folder, *rows_of(piece)), council)
        returns = dataclasses.replace(returns, checksum=f"{number} {returns.checksum}")
        import_returns(by="Q. Lead", returns=returns, now=START + timedelta(days=number))
    final = of_council(returns_of(folder, *rows_of(last_words(sum(told, [])))), council)
    with open_source(Rows(final.rows.tables, RECORD_KNOWS)) as file:
        expected = figures_of(file, council)
    assert figures_of(source_of(record, record.vendor), council) == expected


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=files)
def test_any_order_in_any_pieces_counts_as_the_last_words(sqlite_record, tmp_path, told):
    """Second before lead, moderation before returns, corrections after, moves between areas and months."""
    check(sqlite_record, tmp_path, told)
