"""Every figure has a second route: a plain reading of the same rows, on generated councils."""

import pytest
from hypothesis import HealthCheck, given, settings
from tests.unit.figures.comparing import differences
from tests.unit.figures.worlds import late, worlds

from looped.figures.sources import open_source


@pytest.mark.slow
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=worlds, moment=late)
def test_every_figure_equals_the_plain_reading(rows, moment):
    """Rows counted by DuckDB; each council alone, all together, by area and team."""
    with open_source(rows) as source:
        assert differences(source, rows, moment) == {}
