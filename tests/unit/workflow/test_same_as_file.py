"""The record tells what the file tells: every figure, at every moment, by the record's own database."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.sources import open_source, source_of
from looped.publishing.causes import causes_between
from looped.publishing.restating import changes
from looped.returns.reading import read_returns
from looped.rubric.loading import frameworks
from looped.workflow.importing import import_returns

EXAMPLE = Path(__file__).parents[3] / "examples" / "returns-2024-25-q1.xlsx"
MOMENTS = [datetime(2024, 5, 20), datetime(2024, 6, 18, 12), datetime(2024, 7, 10), datetime(2024, 12, 31)]


def figures_at(source, moment):
    cube = count(source, moment, frameworks())
    return all_figures(cube, frameworks(), "2024-04", "2024-06", by="service_area")


@pytest.mark.slow
def test_a_first_load_counts_as_its_file_does(record):
    """At four moments, by service area; and the same restatements with the same causes."""
    returns = read_returns(EXAMPLE)
    import_returns(by="Q. Lead", returns=returns, history=True, now=datetime(2025, 1, 1, tzinfo=UTC))
    own = source_of(record, record.vendor)

    with open_source(returns.rows) as file:
        of_file = [figures_at(file, moment) for moment in MOMENTS]
        why_of_file = causes_between(file, MOMENTS[1], MOMENTS[2])
    of_record = [figures_at(own, moment) for moment in MOMENTS]

    known = ("planned", "not_done", "withdrawn")  # a file holds no plan
    assert [[row for row in rows if row.figure not in known] for rows in of_record] == [
        [row for row in rows if row.figure not in known] for rows in of_file
    ]
    why = causes_between(own, MOMENTS[1], MOMENTS[2])
    restated = changes(of_record[1], of_record[2], why)
    assert [each.title for each in restated if each.cause == "the way of counting changed"] == []
    assert len(restated) > 50
    assert sorted(map(str, why)) == sorted(map(str, why_of_file))
