"""Shares of one whole, in figures and in words: two of whom everybody is one, lists of all who answered, and a sum of money of another."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# A text, what is right in it and what is wrong.
OF_ALL = [
    ("At the start 54% of rowers were women and {}% were men.", "46", "36"),
    ("Seventy per cent of boats were sound, 20 per cent leaked, and the last {} per cent had sunk.", "10", "20"),
    ("Asked about the river, 30% ticked clean, 16% fair, {}% muddy and 14% foul; everyone answered.", "40", "46"),
    ("The ferry was paid £45,000 out of total fees of £150,000; its share was {}%.", "30", "40"),
    ("Half of the 70 gates ({}) were painted in May.", "35", "33"),
    ("We read 108 logs from the mill. One in four, that is {} logs, had no date.", "27", "25"),
    ("Some 83% of logs were signed and {}% unsigned.", "17", "13"),
]
OF_SOME = [
    "Contentment was 71% among men and 64% among women.",
    "At the start 54% of rowers were women, 36% were men and the sex of the rest is unknown.",
    "Of those over 65, 54% were women; of those under 65, 36% were men.",
    "Some 80% of logs were dated and 30% were not signed.",
    "About half of the 70 gates (33) were painted in May.",
    "Half of the 71 gates (35) were painted in May.",
    "The ferry had £45,000 from fees of £150,000, a share which fell by 4%.",
]


@pytest.mark.parametrize(("text", "right", "wrong"), OF_ALL)
def test_shares_of_all_make_a_hundred(text: str, right: str, wrong: str) -> None:
    """Guards that shares are added up where the words leave nobody out."""
    assert not judge(read(text.format(right))).amiss
    assert {each.verdict for each in judge(read(text.format(wrong))).amiss} == {"wrong"}


@pytest.mark.parametrize("text", OF_SOME)
def test_shares_of_other_wholes_are_left_alone(text: str) -> None:
    """Guards that shares of groups of their own, and what leaves some out, aren't added up."""
    assert not judge(read(text)).amiss
