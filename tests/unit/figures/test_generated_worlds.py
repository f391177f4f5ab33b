"""The generated councils cover everything that they claim to."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.unit.figures.worlds import FIRST, FRAMEWORKS, LAST, MOMENTS, worlds

from looped.figures.cube import count
from looped.figures.definitions import DEFINITIONS
from looped.figures.details import details_of
from looped.figures.every import all_figures
from looped.figures.schema import WHY_MODERATED
from looped.figures.sources import open_source


@pytest.mark.slow
def test_every_figure_is_generated_known_and_unknown():
    """A figure of the table that no generated council ever counts would never be compared."""
    seen = _seen()

    assert {code for code in DEFINITIONS if not seen[code, "counted"]} == set()
    assert {code for code in DEFINITIONS if not seen[code, "not all"]} == {"audits", "planned"}
    assert {why for why in WHY_MODERATED if not seen["why", why]} == set()
    assert {
        what for what in ("sealed", "provisional", "unlisted", "safe", "open", "unknown") if not seen[what]
    } == set()


def _seen():
    seen = Counter()

    @settings(
        max_examples=40,
        deadline=None,
        phases=[Phase.generate],
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(rows=worlds)
    def look(rows):
        with open_source(rows) as source:
            cube = count(source, MOMENTS[-1], FRAMEWORKS)
        for row in all_figures(cube, FRAMEWORKS, FIRST, LAST):
            seen[row.figure, "counted"] += bool(row.count)
            seen[row.figure, "not all"] += row.count is not None and row.count < (row.base or 0)
            seen["why", row.why] += bool(row.count)
            seen["provisional"] += bool(row.provisional)
            seen["unknown"] += row.count is None
        details = details_of(cube, FRAMEWORKS, FIRST, LAST)
        seen["sealed"] += sum(details.sealed.values())
        seen["unlisted"] += details.unlisted
        seen["safe"] += sum(not audit.why_open for audit in details.ladder)
        seen["open"] += sum(bool(audit.why_open) for audit in details.ladder)

    look()
    return seen
