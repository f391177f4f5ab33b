"""How long lies between two dates, years, times of the day or ages: wrong lengths are found, right ones are not."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# A text, what is right in it and what is wrong.
APART = [
    ("Cores cut on 6 June were weighed on 10 June, {} days later.", "four", "six"),
    ("An answer was owed ten days after our note of 12 October, that is, by {} October.", "22", "24"),
    ("Digging began on 20 November and took 15 days more, finishing on {} December.", "5", "8"),
    ("Sowing began on 1 September; a count, made 28 days after that, fell on {} September.", "29", "27"),
    ("The barge was bought in 2014 and sold in 2022, {} years on.", "eight", "nine"),
    ("The siren went at 14:05. The engine came at 14:17, {} minutes later.", "12", "22"),
    ("The bell rang at 9.15 and the gate opened at 9.40, {} minutes afterwards.", "25", "35"),
    ("The night watch called at 23:50 and was met at 00:10, {} minutes later.", "20", "40"),
    ("The youngest singer was 19 and the oldest 74, a span of {} years.", "55", "65"),
    ("The ages of the 30 rowers ran from 18 to 76, a range of {} years.", "58", "48"),
    ("Born in 1940, the ferryman turned {} in 2020.", "80", "82"),
    ("{} days passed between the storm on 4 July and the survey on 9 July.", "Five", "Nine"),
    ("The gap between the order of 2 May and the delivery of 16 May was {} days.", "14", "24"),
    ("The note of 2 July asked for an answer within 14 days, by {} July.", "16", "18"),
    ("The theft of 8 March was told to us on 11 March, {} days after it happened.", "three", "five"),
    ("The bill was due on 12 May but was paid on 26 May, {} days late.", "14", "24"),
    ("The log was closed on 30 April, {} days before the fair of 5 May.", "five", "nine"),
    ("The pump, put in in 2009, was {} years old when it failed in 2023.", "14", "18"),
    ("Sacks left on 14 May and reached the mill {} days later on 17 May.", "three", "five"),
]
# Lengths of time that lie between no two of the moments told.
OF_OTHERS = [
    "The mill was praised in 2017 and again in 2022, five years later, though two years before, in 2020, it was shut.",
    "The keeper came in 2015, three years after the mill opened, and left in 2022.",
    "We called on 9 May 2024, seven days after it was asked for on 2 May.",
    "The note of 4 March said that the wait was 12 days; by 28 March it was nine.",
    "In 2021 there were 14 floods and in 2023 nine; two years on the river is lower.",
    "Born in 1950, the ferryman was 72 when we met him in 2023.",
]


@pytest.mark.parametrize(("text", "right", "wrong"), APART)
def test_how_long_lies_between_two_moments(text: str, right: str, wrong: str) -> None:
    """Guards that a length is judged by the two moments that its words set it between."""
    assert not judge(read(text.format(right))).amiss
    assert {each.code for each in judge(read(text.format(wrong))).amiss} >= {"dates-apart"}


@pytest.mark.parametrize("text", OF_OTHERS)
def test_lengths_of_something_else_are_left_alone(text: str) -> None:
    """Guards that a length is set between no moments that it isn't told of."""
    assert not judge(read(text)).amiss
