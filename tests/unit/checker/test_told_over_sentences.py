"""Figures that one sentence tells and another takes up: ratios, rates, means, sums, bases in heads and in notes."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

TABLE = (
    "Table 1. By place\n\n| Place | Number |\n|---|---|\n| Elm | 52 |\n| Oak | 46 |\n| Ash | 24 |\n| Total | 122 |\n\n"
)
MARKS = "Table 2. {} by mark\n\n| Mark | Number |\n|---|---|\n| High | 66 |\n| Fair | 14 |\n| Low | {} |\n"
NONE = "| None | 26 |\n| Total | {} |"
TOLD = [
    ("There were 15 falls among 150 guests with mats and 30 among 150 without. The risk ratio was {}.", "0.50", "0.66"),
    ("Of the 200 hens given drops, 14 fell ill; of the 200 given none, 28 did. The risk ratio was {}.", "0.50", "0.70"),
    (
        "Each arm had 110 people. There were 11 falls on the drug and 22 on placebo. The risk ratio was {}.",
        "0.50",
        "0.72",
    ),
    ("The barge ran 4,000 boat days. Twelve leaks were noted. The rate was {} per 1,000 boat days.", "3.0", "4.1"),
    (
        "They were followed for 650 person-years. In it 26 fell. That is a rate of {} per 100 person-years.",
        "4.0",
        "5.2",
    ),
    ("Northgate made 12 visits, Eastgate 18 and Westgate 30. The mean for the three teams was {}.", "20", "26"),
    ("Ash closed 14 cases, Elm 22 and Oak 18. The average across all three teams was {}.", "18", "21"),
    ("64 flats were seen on two estates. Pumps gave 5, 10 or 20 mg. All {} flats seen had a tap.", "64", "66"),
    (
        "260 adults were enrolled at four ports. Doses were 5, 10 or 20 mg. All {} enrolled adults were weighed.",
        "260",
        "264",
    ),
    ("The agreed grant for Elm was £45,000. It came in March. The agreed grant of {} was spent.", "£45,000", "£54,000"),
    ("The agreed grant for Elm was £45,000. It was raised. The agreed grant of {} was spent.", "£54,000", None),
    (
        "Crates with each\n\n| Item | Crates (n = 40) |\n|---|---|\n| Lid | 31 |\n| Tag | 22 |\n| Seal | {} |",
        "39",
        "44",
    ),
    ("Crates\n\n| Item | Old (n = 40) |\n|---|---|\n| Lid | 31 |\n| Tag | 22 |\n| Mean weight | {} |", "44", None),
    ("Lids were on in 30 crates (60%).* Tags were on {}.*\n\n* Base: 50 crates.", "20 crates (40%)", "20 crates (47%)"),
    ("18 crews (30%) slept [b], and {} rowed [b].\n\n[b] Of the 60 crews who wrote.", "24 (40%)", "24 (46%)"),
    (TABLE + MARKS.format("The same crates", 16) + NONE, "122", None),
    (
        TABLE + MARKS.format("The same crates", "{}"),
        "16 |\n| None | 26 |\n| Total | 122",
        "26 |\n| None | 26 |\n| Total | 132",
    ),
    (TABLE + MARKS.format("Crates of May", "{}"), "26 |\n| None | 26 |\n| Total | 132", None),
    (
        "On beds, {} of rooms met the rule.\n\n| Area | Met (n = 36) |\n|---|---|\n| Pay | 27 |\n| Beds | 18 |\n| Cash | 5 |",
        "half",
        None,
    ),
]


def _is_called_wrong(text: str) -> bool:
    return any(each.verdict in ("wrong", "rounding") for each in judge(read(text)).amiss)


@pytest.mark.parametrize(("text", "right", "wrong"), TOLD)
def test_what_is_told_over_sentences(text: str, right: str, wrong: str | None) -> None:
    assert not _is_called_wrong(text.format(right))
    assert wrong is None or _is_called_wrong(text.format(wrong))
