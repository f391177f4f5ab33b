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
