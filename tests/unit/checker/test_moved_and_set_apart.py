"""What moved, in brackets or over a course; what always came first; and which of two is more: wrong and right."""

import pytest
from tests.unit.checker.verdicts import wrong as called_wrong

ALWAYS = "Passes in 2019, 2020 and 2021 respectively: Ash 62%, 64% and 61%; Elm 81%, {} and 80%; Oak 50%, 52% and 55%."
PAIRS = [
    # A change with what it was and what it became in brackets.
    ("The goal is 95%. Log-keeping improved by {} points between the rounds (39% to 58%).", "16", "19"),
    ("The goal was not met, although log-keeping improved by {} points (39% to 58%).", "29", "19"),
    ("There was a {}-point improvement in log-keeping over the year (39% then, 58% now).", "29", "19"),
    ("Log-keeping fell {}pp (58% → 39%) after the harbour closed.", "29", "19"),
    ("Log-keeping has changed by {} percentage points since the last round (58% to 39%).", "29", "19"),
    ("Log-keeping rose from 39% to 58% between the rounds, a {}-point gain.", "29", "19"),
    ("Log-keeping stood at 58%, an improvement of {} points on the first round's 39%.", "29", "19"),
    # A course: "except" is no part of "exceptions".
    ("The number of exceptions fell quarter on quarter: 29 in Q1, {} in Q2, 23 in Q3 and 5 in Q4.", "7", "27"),
    (
        "There were 29 exceptions in May, {} in June and 14 in July. The number of exceptions fell month on month.",
        "9",
        "19",
    ),
    ("The number of leaks shows a clear trend downwards: {} in 2018, 22 in 2019 and 25 in 2020.", "14", "41"),
    ("Late forms declined without interruption. They stood at 31 in April, {} in May and 26 in June.", "24", "29"),
    # What always came first, and goes on about something else.
    (f"{ALWAYS}\n\nElm was consistently the strongest, and we plan less work there next year.", "59%", "79%"),
    (f"{ALWAYS}\n\nElm has consistently been the highest performer, and it needs no further visit.", "59%", "79%"),
    (
        "Ash scored 62%, 64% and 61%, Elm 81%, {} and 80% over three years. In every year Elm scored highest.",
        "59%",
        "79%",
    ),
    ("Ash and Elm passed 62% and 81% of checks in 2019, 64% and {} in 2020. Elm came first each year.", "59%", "79%"),
    (f"{ALWAYS} Oak was the lowest each year and Elm the highest each year.", "59%", "79%"),
    (
        "Complaints in 2019, 2020 and 2021: deck 8, {} and 9; hold 6, 6 and 6. The deck had the most complaints each year.",
        "5",
        "7",
    ),
    (f"{ALWAYS} Elm consistently did best, which is why we propose no further work there.", "59%", "79%"),
    # Which of two is more.
    (
        "Of the homes seen, seven were rated Inadequate and 23 Good; {} were rated Inadequate than Good.",
        "more",
        "fewer",
    ),
    ("The homes were good (23) or inadequate (seven), so {} were inadequate than good.", "more", "fewer"),
    ("Cooks were {} likely than clerks to be late (76%, 117/154, compared with 56%, 64/114).", "less", "more"),
    ("Cooks were {} likely than clerks to be late (117/154, 76%, compared with 64/114, 56%).", "less", "more"),
    ("Cooks were {} likely than clerks to be late (76%, n = 154, versus 56%, n = 114).", "less", "more"),
    ("Cooks were {} likely than clerks to be late: 76% (117/154) were, compared with 56% (64/114).", "less", "more"),
]
RIGHT = [
    "Grip improved by 15 kg (8 to 22).",
    "Pain improved by 16 points in the drug arm (12 to 20) and by 8 in the other (4 to 12).",
    "A 5-point scale was used; 39% scored 4 and 58% scored 5. We made a 10-point plan.",
    "Each 5-point increase in the score came with 39% more falls and 58% more calls.",
    "Leaks fell quarter on quarter until Q3: 29 in Q1, 17 in Q2, 3 in Q3 and 5 in Q4.",
    "Leaks fell overall, with some quarter on quarter movement: 29 in Q1, 7 in Q2, 23 in Q3 and 5 in Q4.",
    "We had forecast a trend downwards. There were 14 in 2017, 22 in 2018, 41 in 2019 and 52 in 2020.",
    "The trend upwards in leaks was reversed: 52 in 2017, 41 in 2018, 22 in 2019 and 14 in 2020.",
    "Scores in 2019, 2020 and 2021: deck 81, 79 and 80; hold 62, 64 and 61. Of the two, the deck did better in each year.",
    f"{ALWAYS.format('59%')}\n\nOak was the next weakest in every year but one.",
    "Cooks were less likely than clerks to be late: 56% were, compared with 76% last year.",
    "Cooks were less likely than clerks to be late (76% of them, compared with 56% in the other port).",
    "Cleaning was no better than good at 23 homes and inadequate at seven.",
]


@pytest.mark.parametrize(("text", "wrong", "right"), PAIRS)
def test_the_wrong_one_is_told_and_the_right_one_is_not(text, wrong, right):
    """One word or figure makes the difference."""
    assert called_wrong(text.format(wrong))
    assert not called_wrong(text.format(right))


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_in_like_words_is_left_alone(text):
    """Intervals, some of the times, another time or place."""
    assert not called_wrong(text)
