"""Months and financial quarters."""

import doctest

import pytest

from looped.errors import UsageError
from looped.figures import asking, moments, periods
from looped.figures.periods import months, previous_quarters, quarter, quarter_of, title_of_period


@pytest.mark.parametrize("module", [asking, moments, periods])
def test_examples_in_docstrings_hold(module):
    """What the docstrings show is what comes out."""
    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(module).attempted > 0


def test_months_include_both_ends():
    """One month is a period too."""
    assert months("2024-04", "2024-04") == ("2024-04",)
    assert months("2023-12", "2024-02") == ("2023-12", "2024-01", "2024-02")


@pytest.mark.parametrize("text", ["2024-13", "2024-00", "2024-4", "April", "", "2024-04-01", "20240-04"])
def test_a_text_that_is_no_month_says_how_to_write_one(text):
    """The message shows the form."""
    with pytest.raises(UsageError, match="Write one as 2024-04"):
        months(text, "2024-06")


def test_a_period_that_ends_before_it_begins_is_refused():
    """Swapped words are named."""
    with pytest.raises(UsageError, match="ends in 2024-04, before it begins in 2024-06"):
        months("2024-06", "2024-04")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-25/Q1", ("2024-04", "2024-06")),
        ("2024-25/q2", ("2024-07", "2024-09")),
        ("2024-25/Q3", ("2024-10", "2024-12")),
        ("2099-00/Q4", ("2100-01", "2100-03")),
    ],
)
def test_a_financial_quarter_runs_from_april(text, expected):
    """And the fourth lies in the next year."""
    assert quarter(text) == expected
    assert quarter_of(*expected) == text.upper()


@pytest.mark.parametrize("text", ["2024-26/Q1", "2024/Q1", "2024-25/Q5", "Q1 2024-25", ""])
def test_a_text_that_is_no_quarter_says_how_to_write_one(text):
    """The two years must follow each other."""
    with pytest.raises(UsageError, match="Write one as 2024-25/Q1"):
        quarter(text)


@pytest.mark.parametrize(("first", "last"), [("2024-04", "2024-05"), ("2024-05", "2024-07"), ("2024-04", "2024-09")])
def test_other_periods_are_no_quarter(first, last):
    """Three months must begin in April, July, October or January."""
    assert quarter_of(first, last) is None


def test_a_period_in_words():
    """The year is said once where one is enough."""
    assert title_of_period("2024-04", "2024-04") == "April 2024"
    assert title_of_period("2025-01", "2025-03") == "January to March 2025 (2024-25, Quarter 4)"
    assert title_of_period("2024-12", "2025-02") == "December 2024 to February 2025"


def test_previous_quarters_end_just_before():
    """Across the new year."""
    assert previous_quarters("2024-01", 1) == (("2023-10", "2023-12"),)
