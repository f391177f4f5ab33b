"""What was there first and what then: two ways one after the other, what is short, how long something took."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

STEPS = "Visit\tCame\tLost since the last visit\nStart\t90\t0\nMay\t81\t9\nJune\t74\t{}\nJuly\t70\t4\nAugust\t65\t5"

TOLD = [
    # How long after.
    (
        "The form came on 2 May and was answered on 28 May, 26 days later and so {} the 20-day limit.",
        "outside",
        "within",
    ),
    ("The letter was answered 13 days later and so {} the 15-day standard.", "met", "missed"),
    # Two days with a year between them.
    ("The fund stood at £840 on 1 April and £720 on 31 March. It {} over the year.", "fell", "rose"),
    # The rest of a whole is not what a share in words is of.
    ("{} of the 140 guests (28) came alone; the remaining 112 came with a friend.", "A fifth", "A quarter"),
    # A mean mark in a table whose heads are the marks, or the words of a key.
    (
        "Marks (1 = poor, 2 = fair, 3 = good)\n\nRoom\tPoor\tFair\tGood\tMean\nAsh\t4\t10\t6\t2.10\nOak\t5\t5\t10\t2.25\nElm\t2\t6\t12\t{}",
        "2.50",
        "2.90",
    ),
    (
        "Marks\n\nRoom\t1\t2\t3\t4\tMean\nAsh\t4\t6\t8\t2\t2.40\nElm\t2\t2\t8\t8\t3.10\nOak\t5\t5\t5\t5\t{}",
        "2.50",
        "2.70",
    ),
    # The lines of a list, and what is said behind it.
    (
        "Calls by subject:\n\n- Doors: 14\n- Noise: 9\n- Litter: 22\n\nCalls about {} were the most frequent.",
        "litter",
        "noise",
    ),
    (
        "We made these points:\n\n- 3 minor\n- 6 medium\n- 11 major\n\n{} points are the most numerous.",
        "Major",
        "Minor",
    ),
    (STEPS, "7", "11"),
    (STEPS.replace("74", "{}").replace("\t{}\nJ", "\t7\nJ"), "74", "71"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), TOLD)
def test_one_after_the_other(text: str, right: str, wrong: str) -> None:
    """Guards that each is silent where it is right, and found where it is not."""
    assert not judge(read(text.format(right))).amiss
    assert [each for each in judge(read(text.format(wrong))).amiss if each.verdict == "wrong"]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 61% in 2015, 54% in 2019, 66% in 2021 and 60% in 2023. It fell and then rose.",
        "The till held £65, and a shortage of £9 was found in another till.",
        "It was expected that 40 keys would be found. There were 46, an excess of 9 on last year.",
    ],
)
def test_nothing_is_said_of_what_is_open(text: str) -> None:
    """Guards that what may be of another thing is left alone."""
    assert not [each for each in judge(read(text)).amiss if each.verdict == "wrong"]
