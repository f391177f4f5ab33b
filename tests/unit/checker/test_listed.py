"""Guards what is said of several figures that a passage lists: each statement true, and made wrong."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.listing import listings
from looped.checker.prose import passage


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lapses by ward were: Elm 7, Cedar 30 and Hazel 11.", "Elm 7, Cedar 30, Hazel 11"),
        ("There were 46 (May), 51 (June) and 40 (July).", "May 46, June 51, July 40"),
        ("Refused: April 4, May 0, June 2.", "April 4, May 0, June 2"),
        ("Ash, 76%; Elm Row, 41%; Oak, 59%.", "Ash 76%, Elm Row 41%, Oak 59%"),
        ("In Ash, Elm and Oak there were 4, 7 and 9 respectively.", "In Ash 4, Elm 7, Oak there 9"),
        ("Scores were 40%, 45% and 52% in turn.", "40%, 45%, 52%"),
    ],
)
def test_figures_are_read_with_their_names(text, shown):
    assert [each.shown for each in listings(passage(text))] == [shown]


@pytest.mark.parametrize("text", ["We met on May 3, June 4 and July 6.", "Two in May, none in June and three in July."])
def test_dates_and_lists_with_a_gap_are_none(text):
    assert listings(passage(text)) == ()


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Attendance was 94% at Oakley, 91% at Firs and 90% at Mill; none fell below 90%.",
            "Attendance was 94% at Oakley, 91% at Firs and 88% at Mill; none fell below 90%.",
        ),
        (
            "At no point did the score drop below 70%: it was 74% in spring, 76% in summer and 71% in autumn.",
            "At no point did the score drop below 70%: it was 74% in spring, 66% in summer and 71% in autumn.",
        ),
        (
            "The waiting time was under 20 days in every quarter (18, 13, 15 and 19 days).",
            "The waiting time was under 20 days in every quarter (18, 23, 15 and 19 days).",
        ),
        (
            "No supplier was paid more than £50,000: Arden had £48,000, Boyle £49,300 and Crane £12,000.",
            "No supplier was paid more than £50,000: Arden had £48,000, Boyle £52,300 and Crane £12,000.",
        ),
        (
            "Each of the three clinics met the standard of 85%. Their results were 88%, 89% and 90%.",
            "Each of the three clinics met the standard of 85%. Their results were 88%, 79% and 90%.",
        ),
        (
            "Neither site reached 80% (Northgate 71%, Southgate 78%).",
            "Neither site reached 80% (Northgate 71%, Southgate 83%).",
        ),
        (
            "Both standards were met: pulse taken in 97% (standard 95%), weight in 87% (standard 85%).",
            "Both standards were met: pulse taken in 97% (standard 95%), weight in 82% (standard 85%).",
        ),
    ],
)
def test_what_all_are_said_to_reach(true, false):
    assert wrong(true) == set()
    assert wrong(false) == {"every-limit"}


@pytest.mark.parametrize(
    "text",
    [
        "The target of 90% was met by all but one of the wards: Ash 92%, Elm 88%, Oak 95%.",
        "Each of the three clinics but one met the standard of 85%. Their results were 88%, 79% and 90%.",
        "Not all depots were above the 80% target: 74% in the north and 91% in the south.",
        "Both met the ceiling. The limit is no more than 5%; North had 4% and South 6%.",
    ],
)
def test_exceptions_and_ceilings_are_left_alone(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        (
            "Calls answered in time: Monday 71%, Tuesday 64%, Friday 80%. Nowhere was it weaker than on {}.",
            "Tuesday",
            "Monday",
        ),
        ("Lost keys by depot: Ash 7, Elm 30, Oak 11; more keys were lost in {} than in any other depot.", "Elm", "Oak"),
        ("The monthly count was 108 (May), 84 (June) and 119 (July). It peaked in {}.", "July", "May"),
        ("Files judged good: A 81%, B 77%, C 90%. {} fared worst.", "B", "A"),
        ("Errors found per team: North 12, South 4 and West 9. {} did best.", "South", "North"),
        ("Visits by weekday were Monday 41, Tuesday 32 and Friday 50; {} was the quietest day.", "Tuesday", "Friday"),
    ],
)
def test_who_stands_first_or_last(text, name, other):
    assert wrong(text.format(name)) == set()
    assert "foremost" in wrong(text.format(other))


@pytest.mark.parametrize(
    "text",
    [
        "Visits by weekday were Monday 41, Tuesday 32 and Friday 50; Monday was not the quietest day.",
        "Visits by weekday were Monday 41, Tuesday 32 and Friday 50; the largest increase was on Monday.",
    ],
)
def test_what_hangs_on_something_else_is_left_alone(text):
    """A rise is no size."""
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Rent collected ranged from 41% to 76% among the three districts: Ash 76%, Elm 41%, Oak 59%.",
            "Rent collected ranged from 31% to 76% among the three districts: Ash 76%, Elm 41%, Oak 59%.",
        ),
        (
            "Grants varied between £400 and £950 (Ash £400, Elm £620, Oak £950).",
            "Grants varied between £400 and £850 (Ash £400, Elm £620, Oak £950).",
        ),
        (
            "Refusals: April 4, May 0, June 2. Not one refusal was logged in May.",
            "Refusals: April 4, May 0, June 2. Not one refusal was logged in April.",
        ),
        (
            "Complaints upheld since spring: Ash 0; Elm 0. Neither home has had a complaint upheld.",
            "Complaints upheld since spring: Ash 0; Elm 2. Neither home has had a complaint upheld.",
        ),
    ],
)
def test_spans_and_noughts(true, false):
    assert wrong(true) == set()
    assert wrong(false) & {"span-of-list", "none-in"}


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "The number of falls, quarter by quarter, was 13, 33, 34 and 48: a steady rise with no break.",
            "The number of falls, quarter by quarter, was 13, 43, 34 and 48: a steady rise with no break.",
        ),
        (
            "The five cycles gave 50%, 69%, 88%, 74% and 96%, each better than the one before it but for the fourth.",
            "The five cycles gave 50%, 69%, 88%, 74% and 96%, each better than the one before it but for the third.",
        ),
        (
            "Fines issued: 41 in May, 38 in June, 34 in July. There is a clear downward trend.",
            "Fines issued: 41 in May, 38 in June, 44 in July. There is a clear downward trend.",
        ),
        (
            "Bed days lost went down month by month: March 60, April 48, May 42.",
            "Bed days lost went down month by month: March 60, April 48, May 52.",
        ),
        (
            "Members numbered 52 in 2021, 48 in 2022 and 41 in 2023; the group has been shrinking.",
            "Members numbered 41 in 2021, 48 in 2022 and 52 in 2023; the group has been shrinking.",
        ),
        (
            "Occupancy was 88% in 2022, 84% in 2021 and 81% in 2020. It has climbed every year.",
            "Occupancy was 88% in 2022, 81% in 2021 and 84% in 2020. It has climbed every year.",
        ),
    ],
)
def test_what_moves_without_a_break(true, false):
    assert wrong(true) == set()
    assert "steps" in wrong(false)


@pytest.mark.parametrize(
    "text",
    [
        "Occupancy stood at 81% in 2019, 84% in 2020, 83% in 2021 and 88% in 2022. It has climbed every year but one.",
        "Late bills numbered 31, 24, 9 and 8 in the four quarters (72 in the year), a steadily falling trend.",
        "Agreement was 34% in planning, 41% in health and 26% in schools; it has been growing.",
        "Arrears were 31 in May, 24 in June and 26 in July; they have not fallen every month.",
    ],
)
def test_steps_that_are_true_or_of_no_time(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Of the 40 replies, XX% were from carers.",
        "We read __ of 40 files.",
        "Spending came to £XX in the year.",
        "The alarm was missing in none (%).",
        "[insert number] of the homes had a garden.",
    ],
)
def test_blanks_are_found(text):
    assert wrong(text) == {"blank-figure"}


@pytest.mark.parametrize(
    "text", ["Values are number (%).", "Results are shown as n (%) or median (IQR).", "See [n] above."]
)
def test_manners_of_telling_are_no_blanks(text):
    assert wrong(text) == set()
