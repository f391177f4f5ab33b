"""What is said of several lines, paragraphs or sections that are told alike, wherever it stands in the report."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

SECTIONS = (
    "Ropes\n\nThe standard was met in 57% of checks.\n\nSails\n\nThe standard was met in 77% of checks. The form has 12 pages.\n\n"
    "Masts\n\nThe standard was met in 81% of checks.\n\nConclusion\n\n{}"
)
LINES = "- Ayr: 35 leaks\n- Oban: 60 leaks\n- Troon: 45 leaks\n\nThe harbour dates from 1908.\n\nReview\n\n{}"
LABELS = "Ayr: the standard was met in 72% of checks.\n\nThe form has 12 pages.\n\nOban: the standard was met in 95% of checks.\n\n{}"
MONTHS = "Leaks by month\n\nMarch: 12\nApril: 9\nMay: 10\nJune: 6\n\nRule 12 applies to every boat.\n\n{}"


def _wrong(text: str) -> bool:
    return any(each.verdict in ("wrong", "rounding") for each in judge(read(text)).amiss)


# What is told alike, what is rightly said of it, and what is wrongly said.
SAID = [
    (SECTIONS, "The weakest area was Ropes.", "The weakest area was Masts."),
    (SECTIONS, "Compliance was higher in Masts than in Ropes.", "Compliance was higher in Ropes than in Masts."),
    (SECTIONS, "All three areas were above 50%.", "All three areas were above 60%."),
    (LINES, "Oban had the highest number of leaks.", "Troon had the highest number of leaks."),
    (LINES, "There were fewer leaks at Ayr than at Troon.", "There were fewer leaks at Oban than at Troon."),
    (LABELS, "Both met the 70% target.", "Both met the 80% target."),
    (LABELS, "Oban did better than Ayr.", "Oban did worse than Ayr."),
    (MONTHS, "It is encouraging that leaks fell in June, and were lowest in June.", "No leaks were recorded in June."),
    (MONTHS, "Leaks peaked in March.", "Leaks peaked in May."),
    (MONTHS, "Leaks were lowest in June.", "Leaks rose every month."),
]  # fmt: skip


@pytest.mark.parametrize(("alike", "right", "wrong"), SAID)
def test_what_is_said_of_a_list(alike: str, right: str, wrong: str) -> None:
    """Told where it is wrong, and not where it is right."""
    assert not _wrong(alike.format(right))
    assert _wrong(alike.format(wrong))


@pytest.mark.parametrize(
    ("alike", "text"),
    [
        (SECTIONS, "Last year the weakest area was Masts."),
        (SECTIONS, "The weakest area for staffing was Masts."),
        (SECTIONS, "The largest sample was in Ropes."),
        (SECTIONS, "The skipper said that the strongest crew was in Ropes."),
        (LINES, "Grave leaks were highest at Ayr."),
        (LINES, "Ayr had the highest number of boats."),
        (LINES, "No grave leaks were recorded at Oban."),
        (LINES, "Oban had fewer leaks with harm than Troon."),
        (LABELS, "Both should be above 80%."),
        (MONTHS, "Staffing was highest in June."),
    ],
)
def test_of_something_else(alike: str, text: str) -> None:
    """What names anything that the list isn't of is left alone."""
    assert not _wrong(alike.format(text))


BETWEEN = "\n\n{}\n\n"
# What is told, what is rightly said of it behind another paragraph, and what is wrongly said.
BEHIND = [
    ("In 2021 Ayr recorded 59 leaks.", "In 2022 Ayr recorded 70 leaks, up by {} on the year before.", "11", "13"),
    ("The ports saw 50 boats. In total, 160 visits were made to these 50 boats.",
     "The average number of visits was {} per boat.", "3.2", "2.8"),
    ("The sample was made up of 80 boats.", "Exactly half ({}) had a log.", "40", "35"),
    ("Ayr recorded 54 leaks in 2021.", "In 2022 the number of leaks at Ayr doubled, to {}.", "108", "82"),
    ("There were 2,500 trips in the year. In the same year 55 leaks were seen.", "That gives {} leaks per 1,000 trips.",
     "22.0", "28.8"),
    ("At Ayr, 43% of boats met the standard, compared with 86% at Oban.", "The better result was at {}.", "Oban", "Ayr"),
    ("Ayr gave 47 names, Oban gave 30 and Troon gave 9.", "The total from the three was therefore {} names.", "86", "88"),
    ("In 2021, 85% of boats had a log. In 2022, 38% did.", "The share therefore fell from 85% to {}%.", "38", "41"),
    ("Method\n\nWe looked at 82 boats.", "Findings\n\nA log was kept on 53 boats ({}%), and that needs attention.", "65",
     "56"),
]  # fmt: skip
OTHERS = ("Rule 12 applies to every boat.", "The dose was 50 mg twice daily.", "The crew met in person.")


@pytest.mark.parametrize(("first", "second", "right", "wrong"), BEHIND)
@pytest.mark.parametrize("between", OTHERS)
def test_over_another_paragraph(first: str, second: str, right: str, wrong: str, between: str) -> None:
    """A paragraph that tells nothing of them may stand between two that belong together."""
    text = first + BETWEEN.format(between) + second
    assert not _wrong(text.format(right))
    assert _wrong(text.format(wrong))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("In 2021 Ayr recorded 59 leaks.", "In 2022 Oban recorded 70 leaks, up by 13 on the year before."),
        ("The ports saw 50 boats. In total, 160 visits were made to these 50 boats.", "The mean wait was 2.8 weeks."),
        ("The sample was made up of 80 boats.", "Exactly half of the crew (35) had been trained."),
        ("The sample was made up of 80 boats.", "Half of those with a log (35) had a copy."),
        ("Ayr recorded 54 leaks in 2021.", "In 2022 the number of berths at Ayr doubled, to 82."),
        ("There were 2,500 trips and 55 leaks in the year.", "Nationally there are 28.8 leaks per 1,000 trips."),
        ("At Ayr, 43% of boats met the standard, compared with 86% at Oban.", "The better crew was at Ayr."),
        ("Ayr gave 47 names, Oban gave 30 and Troon gave 9.", "The total number of berths is 88."),
        ("In 2021, 85% of boats had a log. In 2022, 38% did.", "The share with a bell fell from 85% to 41%."),
        ("Method\n\nWe looked at 82 boats.", "Findings\n\nAmong the old ones, a log was kept on 53 boats (95%)."),
        ("Method\n\nWe looked at 82 boats.", "Findings\n\nA log was kept on 53 boats over ten years old (95%)."),
    ],
)
def test_of_others(first: str, second: str) -> None:
    """What names other things or places is of its own."""
    assert not _wrong(first + BETWEEN.format(OTHERS[0]) + second)
