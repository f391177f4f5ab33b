"""Guards what is told again by its name or as told before: amounts, shares, days and counts of two sentences."""

import pytest
from tests.unit.checker.verdicts import wrong

# (rule, text, what makes it true, what makes it wrong)
TEXTS = [
    ("taken-up", "The list holds 318 plots. As noted above, {} plots are let by the year.", "318", "381"),
    (
        "taken-up",
        "We had 46 letters since the last meeting. Of those {} letters, 20 were about noise.",
        "46",
        "49",
    ),
    (
        "taken-up",
        "In all, 2,140 bills were sent late. The board holds that {} late bills is too many.",
        "2,140",
        "2,410",
    ),
    (
        "taken-up",
        "The depot has 30 drivers. Sickness was recorded for 12 of the {} drivers in the winter quarter.",
        "30",
        "34",
    ),
    (
        "date-again",
        "The pool was drained on 6 May. Nothing found after {}, the day it was drained, counts.",
        "6 May",
        "9 May",
    ),
    (
        "date-again",
        "The last plot was let on 30 July. The office shut on that day, {}, for a week.",
        "30 July",
        "20 July",
    ),
    ("share-again", "Attendance was 64% in the term. The {} attendance was a disappointment.", "64%", "46%"),
    (
        "share-again",
        "A letter was sent in time for 91% of tenants. The board was told of the {} achieved for letters.",
        "91%",
        "94%",
    ),
    (
        "share-grounded",
        "Half of members want longer opening hours. Of 84 members, {} want longer hours.",
        "42",
        "48",
    ),
    (
        "but-some",
        "Neither pool had a leak. The old pool had none and the new pool had {} in the spring.",
        "none",
        "one",
    ),
    ("but-some", "None of the three yards had a theft. The north yard had {} thefts.", "no", "two"),
]


@pytest.mark.parametrize(("code", "text", "right", "slip"), TEXTS)
def test_what_is_told_again(code: str, text: str, right: str, slip: str) -> None:
    """The figure that was told before is right; another one is wrong by that rule."""
    assert wrong(text.format(right)) == set()
    assert code in wrong(text.format(slip))


@pytest.mark.parametrize(
    "text",
    [
        "The target for plans was 90%. The target of 95% for reviews was missed.",
        "A dose of 5 mg was given. The dose of 10 mg was given to the second group.",
        "The agreed rent was £84. It was raised in May. The new tenant pays the agreed rent of £90.",
        "A grant of £4,000 went to the club and one of £6,000 to the school. The grant of £6,000 went on books.",
        "Turnout was 38% in the east. The 33% turnout in the west was lower.",
        "Compliance was 92%. The 95% compliance required by the standard was not reached.",
        "The plan was signed on 4 March. Work began on 6 March, the date of the first meeting.",
    ],
)
def test_another_amount(text: str) -> None:
    """What is of another thing, time or plan is no second value."""
    assert wrong(text) == set()
