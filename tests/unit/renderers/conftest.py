"""The sample report in every format, drawn once for all tests of this room."""

import pytest
from tests.unit.renderers.sample import report

from looped.renderers.formats import FORMATS


@pytest.fixture(scope="session")
def sample_report():
    """The report that has everything."""
    return report()


@pytest.fixture(scope="session")
def files(sample_report):
    """Suffix -> the sample's file."""
    return {suffix: kind.render(sample_report) for suffix, kind in FORMATS.items()}
