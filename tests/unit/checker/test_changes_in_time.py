"""What something was and became, told in many words: each word of change is held against its figures in time."""

import pytest
from tests.unit.checker.verdicts import wrong as amiss

# A text, what is right in it and what is wrong.
WAYS = [
    ("The waiting list stood at 340 when we began; it {} 290 by the time we finished.", "dropped to", "climbed to"),
    ("Mean length of stay {}, 6.2 days in the first audit and 5.1 days in the second.", "shortened", "lengthened"),
    ("The {} in tenant arrears continued, to £41,000 from £46,500.", "reduction", "growth"),
    ("The home now has {} staff than at our last visit, 27 against 31.", "fewer", "more"),
    ("Interest in the scheme faded: {} people came to the first meeting and 32 to the second.", "54", "24"),
    ("We had 19 volunteers at Easter. We have {} today, so numbers are down.", "14", "24"),
    ("Visits to the shed numbered 81 in January and 74 in July; the July figure is {}.", "lower", "higher"),
    ("Births and deaths both fell, the former from 410 to {} and the latter from 390 to 371.", "388", "438"),
    ("Sales rose in each of the first three months (61, 70, 78) and {} to 72 in the fourth.", "fell back", "climbed"),
    ("Stood still: 57% agreed in wave one and {} in wave two.", "57%", "53%"),
]
SIZES = [
    ("The drop in May, {} places, took the number from 74 to 61; by July it was 70.", "13", "15"),
    ("The list lost {} names over the summer: it held 412 in May and 388 in September.", "24", "34"),
    ("The roll was 410 in 2021, 402 in 2022 and 417 in 2023, a net gain of {} over the two years.", "seven", "15"),
    ("Shop visits fell by {} per cent when the number dropped from 80 a week to 48.", "40", "60"),
    ("The club lost two members a year, going from 40 to 38, 36 and {}.", "34", "30"),
    ("The ward now has three times as many lamps, 18 where there had been {}.", "six", "eight"),
    ("We spent a fifth more on paper than last year, £{} as against £5,000.", "6,000", "6,500"),
    ("Spending on taxis (£31,000) has more than doubled since 2019, when it came to £{}.", "14,000", "17,000"),
    ("In 2019 16 plans were out of date. Two posts went. This time {} plans were out of date, double what "
     "they were.", "32", "23"),
]  # fmt: skip
COURSES = [
    ("The vacancy rate was 9% in spring, 13% in summer and {} in autumn: it ended lower than it began.", "7%", "11%"),
    ("After falling from 84% to 77%, uptake has fully recovered and is now {}.", "85%", "81%"),
    ("Throughput dropped from 320 a week to 270 and has only partly recovered, to {}.", "300", "330"),
    (
        "Only in May did the number of calls fall; it was 40 in March, 46 in April, {} in May and 51 in June.",
        "44",
        "48",
    ),
    ("This year's 52 burglaries are the fewest since 2019; the years between had {}, 66 and 71.", "59", "49"),
    ("Numbers at the lunch club have not fallen: 22 in April, 25 in May, {} in June.", "25", "23"),
    ("Scores in the four houses were within six points of one another: 70%, 72%, 73% and {}.", "76%", "79%"),
    ("Weights remained in the range 61 kg to 64 kg, being 61 kg, 63 kg and {} kg at the three weighings.", "64", "67"),
]
SEVERAL = [
    ("Boys scored 61% and girls 70% in 2021. In 2023 it was 66% and 71%, so the gap {}.", "narrowed", "grew"),
    ("Income ran £12,000 behind spending in spring and £19,000 behind in autumn; the shortfall {}.", "grew", "shrank"),
    ("Only one of the three scores fell. Food went from 7 to 8, comfort from 6 to {} and noise from 5 to 4.", "7", "5"),
    ("Neither group got worse: the drug group went from 22 to 18 and the other from 21 to {}.", "20", "24"),
    ("Scores rose in {} of the five areas: taxis (+3), homes (+1), parks (+6), roads (+2), libraries (-4).", "four", "three"),
    ("Reading rose from 61 to 66 and maths from 58 to 69; {} rose the more.", "maths", "reading"),
    ("Of the three rises in tolls (410 to 425, 425 to 460, 460 to 470) the {} was the largest.", "second", "third"),
    ("We set out to visit 90% of homes within a week. We {}, at 87%.", "fell short", "succeeded"),
    ("The clinic hoped to bring the wait under six weeks; at {} weeks it has done so.", "five", "seven"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), [*WAYS, *SIZES, *COURSES, *SEVERAL])
def test_a_word_of_change_is_held_against_its_figures(text: str, right: str, wrong: str) -> None:
    """Guards the reading of figures in time: whichever words tell which is the earlier, and what is said of it."""
    assert not amiss(text.format(right))
    assert amiss(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        # Of something else than the two figures.
        "Permanent staff went up from 210 to 224, whereas agency staff dropped by nine.",
        "Trust stands at 73%, down from 78% two years ago and two points lower than in 2019.",
        "The committee met eight times, twice as often as the year before, and 14 members came.",
        "The north depot recycled 44% and the south 41% in 2019. By 2023 it was 49% and 40%: the difference grew.",
        # Told of what was before, of the whole, of a rise.
        "Income dipped to £52,000 in May before it came back to £60,000 in June.",
        "Visits grew in each month of the survey (402, 455, 519), the last month adding 64.",
        "Step counts fell in winter (6,900 to 5,800 a day) and had more than recovered by spring, at 7,200.",
        "Sales rose from 210 to 240 in May, to 290 in June and to 300 in July; the June rise was the largest.",
        "The count of forms rose from 40 to 45, but as the base rose from 50 to 75 the share fell, from 80% to 60%.",
        # Which came first nobody says.
        "Agency shifts on nights trebled between the two visits (9 against 27).",
        "With 92% in one wing and 75% in the other, the gap, 11 points last year, has widened to 17.",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    """Guards against holding words of change against figures that they aren't of."""
    assert not amiss(text)


@pytest.mark.parametrize(
    "text",
    [
        "Signing on took three weeks, with 33, 68 and 83 rowers joining in turn, and so {} as it went on.",
        "Over the three weeks 33, 68 and 83 rowers came in turn, so the pace {}.",
    ],
)
def test_a_pace_is_held_against_as_many_figures_as_there_were_times(text: str) -> None:
    """Guards that how many times there were is no figure beside the row, and that "in turn" tells its order."""
    assert not amiss(text.format("speeded up"))
    assert amiss(text.format("slowed down"))
