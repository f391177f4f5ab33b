"""Change and trend: of which thing a word of change is said, of how many, and in which order the figures came."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# Right texts that a reading may take for wrong.
RIGHT = [
    "Open cases dropped by 15 in the twelve months: 60 were open in July and 45 by the end of June.",
    "Loans of e-books doubled between 2021 and 2023, from 410 to 820, while printed titles lost ground.",
    "While cash payments declined, card payments went from 120 to 310 a week.",
    "Two of the three surgeries did better than before: Mill Lane went from 71% to 80%, Park Road from 66% to 74% and "
    "Station Road from 82% to 79%.",
    "All routes except the 12 carried more people: the 4 went from 310 to 350, the 8 from 120 to 140 and the 12 from "
    "200 to 180.",
    "Turnout fell from 61% to 48% in 2020; it has since recovered a little, to 52%.",
    "Both teams were followed up: the rate of contact rose in one (60% to 66%) and fell in the other (71% to 65%).",
]
# A text, what is right in it and what is wrong.
PAIRS = [
    ("Over the school year truancy fell: there were 31 cases in September and {} by July.", "22", "42"),
    ("Every ward but Elm did better: Ash went from 61% to 66%, Birch from 70% to {} and Elm from 68% to 63%.", "74%", "67%"),
    ("Borrowing went up among adults (410 to {}) while it dropped among children (300 to 260).", "455", "385"),
    ("No more than 5% of invoices should be paid late. The finance team kept within this limit, at {}.", "4%", "7%"),
    ("Agency hours must not exceed 12% of the total. At {}, the ward was within the limit.", "9%", "14%"),
]  # fmt: skip


def _amiss(text: str) -> list[str]:
    return [each.code for each in judge(read(text)).amiss if each.verdict in ("wrong", "rounding")]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_text_is_left_alone(text: str) -> None:
    assert _amiss(text) == []


@pytest.mark.parametrize(("text", "right", "wrong"), PAIRS)
def test_the_slip_is_found_and_the_right_text_is_not(text: str, right: str, wrong: str) -> None:
    assert _amiss(text.format(right)) == []
    assert _amiss(text.format(wrong)) != []
