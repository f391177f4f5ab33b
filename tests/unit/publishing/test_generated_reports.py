"""Reports of generated councils: whatever was audited, the checker finds nothing in what we write of it."""

import random
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.unit.figures.worlds import FIRST, LAST, MOMENTS, worlds

from factories import World
from looped.checker import check_report
from looped.figures.moments import parse_moment
from looped.publishing import proofing
from looped.publishing.making import prepare
from looped.publishing.opening import Opened
from looped.publishing.request import Request
from looped.rubric.framework import OVERALL
from looped.rubric.loading import framework_for

pytestmark = pytest.mark.slow


def written(rows, first, last, moment):
    """The report, drawn and proof-read as every report is, once; the checker has no doubt of it either."""
    request = Request(None, first, last, moment, Path("nowhere"), formats=("json",))
    readings = []

    def kept(report):
        readings.append((report, check_report(report)))
        return readings[-1][1]

    with patch.object(proofing, "check_report", kept):
        made = prepare(request, Opened(rows, "returns.xlsx"))
    ((report, found),) = readings
    assert report is made.report
    assert [(each.code, each.quote, each.why) for each in found] == []
    return made


def council(seed):
    """A council drawn at random: few or many audits, months and areas, gaps, looped and moderated ones."""
    draw = random.Random(seed)
    domains = (*framework_for("2024-04").domain_codes, OVERALL)
    months = draw.choice([("2024-04",), ("2024-04", "2024-05", "2024-06"), ("2024-03", "2024-05", "2024-06")])
    areas = draw.choice([("North",), ("North", "South", "East"), (None, "North")])
    gaps = draw.choice([0.0, 0.05, 0.3])

    def grades(share=1.0):
        return {
            code: None if draw.random() < gaps else draw.choice((1, 2, 2, 3, 3, 4))
            for code in domains
            if draw.random() < share
        }

    world = World()
    for number in range(draw.choice((1, 2, 3, 8, 20, 60))):
        lead = grades()
        world.audit(
            f"A{number}",
            month=draw.choice(months),
            area=draw.choice(areas),
            lead=lead,
            second=(grades() if draw.random() < 0.3 else lead) if draw.random() < 0.4 else None,
            moderation=grades(0.4) if draw.random() < 0.2 else None,
        )
    return world


@pytest.mark.parametrize("seed", range(24))
def test_nothing_is_found_in_a_councils_report(seed):
    """A false alarm would keep a true report from its Board; a real one would be ours."""
    drawn = written(council(seed).rows(), "2024-04", "2024-06", parse_moment("2024-12-31"))

    assert list(drawn.contents) == ["json"]


@pytest.mark.slow
@settings(
    max_examples=40, deadline=None, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(rows=worlds)
def test_nothing_is_found_whatever_was_recorded(rows):
    """Several councils and frameworks at once, grades of another scale, audits without any."""
    assert written(rows, FIRST, LAST, MOMENTS[-1]).report.sections
