"""How many rows of a table reach a limit, grew, overspent or had any, in its own section and in a summary."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

STANDARDS = (
    "Standard | Applied | Met | Share met\nPlan | 39 | 32 | 82%\nVisits | 46 | 33 | 72%\nReview | 41 | 20 | 49%\n"
    "Signed | 50 | 38 | 76%\n"
)
TEAMS = "Team | Good | Inadequate | All files\nNorth | 7 | 1 | 14\nCourt | 4 | 0 | 7\nCare | 11 | 2 | 15\n"
MONEY = (
    "Department | Budget | Spent | Over or under (-)\nParks | £493,000 | £486,000 | -£7,000\n"
    "Roads | £803,000 | £819,500 | £16,500\nLibraries | £774,000 | £847,300 | £73,300\n"
)
CYCLES = "Criterion | Cycle 1 (n=150) | Cycle 2 (n=90)\nWeight | 60 | 43\nRisk | 100 | 40\nLeaflet | 50 | 60\nDose | 20 | 30\n"
TIMES = "Service | 2023 | 2024 | 2025\nRepairs | 55% | 73% | 66%\nSafety | 74% | 44% | 47%\nGrounds | 50% | 62% | 42%\n"
TESTS = "Test | Invoices | Failed\nOrder first | 255 | 83\nRight code | 255 | 0\nSigned | 255 | 12\n"


def _called(table: str, said: str, *, summary: bool) -> set[str]:
    text = f"{table}\n\n{said}"
    if summary:
        # Another table too: with one alone every sentence is near it.
        other = "## Hours\n\nDay | Hours\nMonday | 7\nTuesday | 9\n"
        text = f"## Summary\n\n{said}\n\n## What we found\n\n{table}\n\n{other}"
    return {each.code for each in judge(read(text)).amiss if each.verdict == "wrong"}


@pytest.mark.parametrize("summary", [False, True])
@pytest.mark.parametrize(
    ("table", "right", "wrong"),
    [
        (STANDARDS, "{} of the four standards were met in 70% of files or more.", ("Three", "Two")),
        (STANDARDS, "{} of the four standards was met in fewer than half of the files.", ("One", "None")),
        (STANDARDS, "{} of the four standards reached 80%.", ("One", "Three")),
        (TEAMS, "{} had more than two files graded inadequate.", ("No team", "Every team")),
        (MONEY, "{} of the three departments spent more than their budget.", ("Two", "All")),
        (CYCLES, "{} of the four criteria improved.", ("Three", "Two")),
        (TIMES, "Satisfaction was higher than in 2024 for {} of the three services.", ("one", "two")),
    ],
)
def test_as_many_rows_as_are_said(table: str, right: str, wrong: tuple[str, str], summary: bool) -> None:
    """Guards limits, changes and budgets, told beside the table and in a summary far from it."""
    true, false = wrong
    assert not _called(table, right.format(true), summary=summary)
    assert "sheet-rows" in _called(table, right.format(false), summary=summary)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (TESTS, "We had set three rules: no more than 5% of invoices may fail in every test."),
        (STANDARDS, "Three quarters of all standards in the county were met in 90% of files or more."),
        (STANDARDS, "All other standards should be met in 95% of files or more."),
        (TIMES, "In 2019 all three services had been above 80%."),
        (TEAMS, "From each team to the next the number of good files changed."),
        (CYCLES, "No criterion differed by more than five points."),
    ],
)
def test_what_is_said_of_no_row(table: str, said: str) -> None:
    """Guards rules, wishes, other years and other places."""
    assert "sheet-rows" not in _called(table, said, summary=False)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            "Place | People | Visited | %\nHill | 56 | 44 | 79\nShore | 42 | 40 | 95\nTown | 44 | 36 | 82\n",
            "Shore has the best record on visits.",
        ),
        ("Part | Done\nRails | 78\nShoes | 88\nBells | 58\n", "Bells is the part with most ground to make up."),
        (
            "Month | Falls | Errors\nMay | 6 | 9\nJune | 12 | 5\nJuly | 11 | 4\nAll | 29 | 18\n",
            "From May to July falls were the largest group.",
        ),
        (
            "Survey | Replies | Content\n2020 | 443 | 52\n2021 | 433 | 58\n2022 | 402 | 64\n",
            "Contentment has risen at every survey since 2020.",
        ),
    ],
)
def test_what_is_best_of_all(table: str, said: str) -> None:
    """Guards the share beside a count, what there is most to do, all the months together, and every time of looking."""
    assert not _called(table, said, summary=False)
