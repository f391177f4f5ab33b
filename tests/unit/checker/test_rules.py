"""Each rule's own examples: the bad one gives its code, the good one nothing."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read
from looped.checker.rules import rules


def amiss(text: str) -> set[str]:
    return {finding.code for finding in judge(read(text)).findings if finding.verdict != "ok"}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.CODE)
def test_bad_example_gives_the_code_and_good_none(rule):
    assert rule.CODE in amiss(rule.BAD)
    assert amiss(rule.GOOD) == set()


@pytest.mark.parametrize(
    "text",
    [
        "In 2023/24 we met 12/05/2024 and on 3/4 May.",
        "Children aged 3 to 17 live in 4 homes, see section 7 of 12.",
        "Open 24/7 since version 2.4, page 3 of 30.",
        "It cost £400 and took 12 to 14 days.",
        "The budget rose from £1.2m to £1.5m in 2024.",
    ],
)
def test_what_is_no_claim_is_left_alone(text):
    assert amiss(text) == set()


@pytest.mark.parametrize(
    "table",
    [
        "Answer\tn\t%\nYes\t12\t60%\nNo\t8\nUnsure",
        "Answer\tn\t%\nYes\t7 of 12\t60%\t9\t9\nNo",
        "Year\tSeen\tChange\n2021\t-\t-\n2022\t0\t10%\n2023",
        "Item\tA\tB\tChange\nx\t1.5\t2.5\t1.0\ny\t1.5\nTotal",
        "Ward\tFalls\tDays\tPer 1,000\nAsh\t1\t0\t4.0\nElm\t\t\t",
    ],
)
def test_ragged_rows_and_noughts_do_no_harm(table):
    """Rows shorter and longer than their header, bases of nought."""
    assert amiss(table) <= {"missing-share", "missing-figure", "fraction"}


@pytest.mark.parametrize("mark", ["c", "[c]", "*", "<5", "x"])
def test_a_withheld_figure_is_a_part_that_nobody_can_add(mark):
    """Without it the parts shown fall short of the total, and nothing is wrong."""
    shown = f"Grade\tMay\nGood\t9\nFair\t{mark}\nPoor\t{mark}\nTotal\t31"

    assert amiss(shown) == set()
    assert amiss(shown.replace(mark, "3")) == {"column-total"}
