"""Which framework an audit is read by."""

import pytest

from looped.figures.framework_of import framework_of
from looped.rubric.loading import frameworks


@pytest.mark.parametrize(
    ("code", "month", "expected"),
    [
        ("2023-24", "2024-10", "2023-24"),
        (None, "2024-04", "2024-04"),
        ("unheard of", "2024-08", "2024-04"),
        (None, "2024-09", "2024-09"),
        (None, "2031-01", "2024-09"),
        (None, "1999-01", "2023-24"),
        (None, None, "2024-09"),
    ],
)
def test_framework_by_code_then_by_month(code, month, expected):
    """Before the first it is the first; without a month the latest."""
    assert framework_of(code, month, frameworks()).code == expected


def test_without_any_framework_nothing_can_be_read():
    """Said, not guessed."""
    with pytest.raises(ValueError, match="no framework is given"):
        framework_of(None, "2024-04", [])
