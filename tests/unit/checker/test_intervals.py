"""Intervals of shares: in prose and in a table's column."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

METHOD = "Intervals are Wilson’s."
PROSE = "Good were 7 of 31 (22.6%; 95% interval 11.4% to 39.8%)."
TABLE = (
    "Grade\tApril\t95% interval\nGood\t7 (22.6%)\t11.4% to 39.8%\nFair\t10 (32.3%)\t18.6% to 49.9%\n"
    "Poor\t8 (25.8%)\t13.7% to 43.2%\nNone\t6 (19.4%)\t9.2% to 36.3%\nTotal audits\t31\t–"
)
WHOLE = "\n\n".join((METHOD, PROSE, TABLE, ""))


def accused(text: str) -> list[str]:
    return [
        finding.quote
        for finding in judge(read(text)).findings
        if finding.code == "interval" and finding.verdict == "wrong"
    ]


def test_right_intervals_are_left_alone():
    assert accused(WHOLE) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("interval 11.4% to 39.8%).", "interval 11.4% to 39.9%)."),
        ("95% interval 11.4% to 39.8%).", "55% interval 11.4% to 39.8%)."),
        ("13.7% to 43.2%", "13.7% to 43.7%"),
    ],
)
def test_a_wrong_digit_in_an_interval_is_found_where_it_stands(right: str, wrong: str):
    assert len(accused(WHOLE.replace(right, wrong))) == 1


def test_without_a_method_named_only_a_share_outside_its_interval_is_wrong():
    assert accused(f"{PROSE.replace('39.8', '39.9')}\n") == []
    assert len(accused(f"{PROSE.replace('11.4', '31.4')}\n")) == 1


def test_a_standardised_share_has_an_interval_of_its_own():
    """The interval is of the share right before it, not of the count."""
    table = TABLE.replace("April\t95%", "April\tLike with like\t95%").replace("%)\t", "%)\t30.0%\t")

    assert accused(f"{METHOD}\n\n{table}\n") == []


def test_a_table_whose_intervals_are_of_another_method_is_left_alone():
    """Standardised, corrected for a small population: what most rows don't fit isn't known."""
    table = TABLE.replace("18.6% to 49.9%", "20.6% to 47.9%").replace("13.7% to 43.2%", "15.7% to 41.2%")

    assert accused(f"{METHOD}\n\n{table}\n") == []
