"""Right texts as reports have them, of several figures each, beside wrong ones of their form."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

WARDS = """Check | Ayr | Oban | Troon | Mean
Ropes | 95% | 88% | 90% | 91%
Sails | 80% | 72% | 85% | 79%
Paint | 64% | 70% | 58% | 64%

{}"""
DAYS = """Port | Boats | Days for each
Ayr | 42 | 13.1
Oban | 38 | 8.7
Troon | 20 | 4.0

{}"""
CHANGES = """Port | 2022 | 2023 | Change
Ayr | 62% | 68% | +6
Oban | 71% | 69% | -2
Troon | 55% | 64% | +9
Leith | 66% | 70% | +4

{}"""
JOBS = """Job | Size | Status
Roof | Large | Done
Door | Small | Done
Wall | Small | Open
Gate | Large | Done
Lock | Small | Done

{}"""
CREW = """Age | Cooks | Sailors
Under 30 | 3 | 5
30 to 49 | 9 | 7
50 or over | 21 | 8

{}"""
BUDGETS = """Year | Budget | Actual
2020/21 | £500 | £512
2021/22 | £520 | £518
2022/23 | £540 | £561

{}"""
PLACES = """Summary

Of 150 boats, 117 (78%) were dried within 18 days.

Results

The audit covered 150 boats, 90 at the main site and 60 at the slip. {}"""
PARTS = """Summary

Of 25 checks, 14 were met, {} were partly met and 4 were not met.

Ropes

We made nine checks. Five were met, two partly and two not.

Sails

We made eight checks. Five were met and three were partly met.

Paint

We made eight checks: four were met, two partly met and two not met."""
# Each right, and the wrong one of its form.
PAIRS = (
    (
        "Of the 120 boats, 96 (80%) were cleaned at once. Among the 30 long boats, 27 were cleaned (90%). The "
        "remaining 24 boats were cleaned later.",
        "Of the 120 boats, 96 (80%) were cleaned at once. The remaining 26 boats were cleaned later.",
    ),
    (
        "Faults fell from 84 to 63. Most were in sails (29) or ropes (17); the remaining 17 were in paint.",
        "Faults fell from 84 to 63. Most were in sails (29) or ropes (17); the remaining 19 were in paint.",
    ),
    (
        "It made 24 grants, worth £385,000. They ranged from £2,000 to £50,000 with an average of about £16,000.",
        "It made 24 grants, worth £385,000. They ranged from £2,000 to £50,000 with an average of about £18,000.",
    ),
    (
        "Troon did best with 87%. Ayr fell short of the 80% standard by five percentage points.",
        "Ayr reached 75%. It fell short of the 80% standard by six percentage points.",
    ),
    (
        "Of the 1,150 boats which came in late, 310 came in over 12 hours late.",
        "All 24 boats had a bell. Three of the 24 boats lacked a bell.",
    ),
    (
        "Faults were found in 14 of 70 boats. Eleven boats had one fault, two had two faults and one had three, making "
        "18 faults in all.",
        "Faults were found in 14 of 70 boats. Faults were found in 18 boats in all.",
    ),
    (
        "At 12 months the mean score was 31.2 in the new crew and 28.4 in the old crew. At 6 months the difference was "
        "1.9.",
        "At 12 months the mean score was 31.2 in the new crew and 28.4 in the old crew. At 12 months the difference "
        "was 1.9.",
    ),
    (
        "Cooks were 62% of those who wrote (82) and 64% of those who came (56). Nearly a third of those who came (28) "
        "were new.",
        "Of 56 boats, nearly a third (28) were dry.",
    ),
    (
        "Orders were raised in advance for 48 of the 54 boats that needed one (89%).",
        "Costs advanced from £90 to £80.",
    ),
    (
        "Five said yes to only one question and none said no to all three.",
        "Twenty boats were asked. Twelve said yes and eleven said no.",
    ),
    (
        "The fleet fell by 3% to 41,200, but loans for each boat rose from 9.1 to 9.8.",
        "The fleet fell by 3% to 35,200 from 41,200.",
    ),
    (
        "Seven of ten tests on ropes and nine of ten on sails were passed. Taken together 80% of the 20 tests were "
        "passed.",
        "Rents came to £91,000; fees, at £86,500, passed them.",
    ),
    (
        "Papers were sent ahead for 9 of the 10 meetings. Minutes were agreed at the next meeting in every case.",
        "Eight of the nine boats held a rope. All were therefore in order.",
    ),
    (
        "Readings were outside the range in 9 logs. The range is 2 to 8 degrees, and the highest reading was 11.",
        "The median wait was 12 days (range 3 to 41). The longest wait was 48 days.",
    ),
    (
        "Ropes were the main subject, with 30 letters. Sails came next in letters (24) but led in calls (88 against "
        "35).",
        "Ropes were the commonest fault, with 20 boats. Sails came next (24), ahead of paint (19).",
    ),
    (
        "Troon had the lowest rate in 2022 (12%), Ayr in 2023 (11%). In 2023 Troon stood at 13%.",
        "Troon had the lowest rate in 2023 (13%). In 2023 Ayr stood at 11% and Oban at 18%.",
    ),
    (
        "The budget is £640,000: £410,000 for staff and £180,000 for premises, with small sums for paint.",
        "The budget is £640,000: £410,000 for staff and £180,000 for premises.",
    ),
    (
        "Cooks made 14 visits and sailors 22, 40 in all if the four by clubs are counted.",
        "Cooks made 14 visits and sailors 22, 40 in all.",
    ),
    (
        "Asked to choose one, 34% chose ropes, 27% sails and 18% paint. Sails came first in two of the five ports.",
        "Asked to choose one, 34% chose ropes, 27% sails and 18% paint. Sails came first.",
    ),
    (
        "At six weeks 58 of the 90 boats were dry (64%). At first it had been 76 (84%). The fall of 20 points is less "
        "than in May.",
        "At six weeks 58 of the 90 boats were dry (64%). By May it was 76 (84%). The fall of 20 points is welcome.",
    ),
    (
        PLACES.format("At the main site 75 were dried within 18 days (83%)."),
        PLACES.format("Overall 125 boats were dried within 18 days (83%)."),
    ),
    (PARTS.format(7), PARTS.format(9)),
    (
        CHANGES.format("Three of the four ports improved, most of all Troon."),
        CHANGES.format("All four ports improved, most of all Troon."),
    ),
    (
        WARDS.format("Troon had the best results for sails but the worst for paint."),
        WARDS.format("Ayr had the best results for sails."),
    ),
    (
        DAYS.format("The target is 8.5 days; Troon met it and Oban was just above it."),
        DAYS.format("The target is 8.5 days; Oban met it and Ayr was far above it."),
    ),
    (
        DAYS.format("The standard of 10 days was met by two ports."),
        DAYS.format("The standard of 10 days was met by one port only."),
    ),
    (
        JOBS.format("One large job is still to be paid for and one small one is open."),
        JOBS.format("Three jobs were done."),
    ),
    (
        CREW.format("Cooks outnumber sailors in every age group but the youngest."),
        CREW.format("Cooks outnumber sailors in every age group."),
    ),
    (BUDGETS.format("In 2021/22 spending was £2 under."), BUDGETS.format("In 2021/22 spending was £516.")),
)
SHIPS = """Check | Ship 1 | Ship 2 | Ship 3
Ropes | 92% | 88% | 95%
Sails | 97% | 94% | 96%
Paint | 81% | 90% | 84%

{}"""


def _is_wrong(text: str) -> bool:
    return bool(judge(read(text.replace(" | ", "\t"))).amiss)


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_a_right_text_is_let_be_and_the_wrong_one_of_its_form_is_found(right: str, wrong: str) -> None:
    assert (_is_wrong(right), _is_wrong(wrong)) == (False, True)


@pytest.mark.parametrize(
    ("said", "is_wrong"),
    [
        ("All three ships scored above 90% for sails.", False),
        ("All three ships scored above 95% for sails.", True),
        ("Ship 2 was the only one to reach 90% for paint.", False),
        ("Ship 3 was the only one to reach 90% for paint.", True),
    ],
)
def test_rows_and_columns_of_one_number_are_told_apart_by_their_name(said: str, *, is_wrong: bool) -> None:
    assert _is_wrong(SHIPS.format(said)) == is_wrong
