"""Change and trend: of which thing a word of change is said, of how many, and in which order the figures came."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# Right texts that a reading may take for wrong.
RIGHT = [
    "Open cases dropped by 15 in the twelve months: 60 were open in July and 45 by the end of June.",
    "Loans of e-books doubled between 2021 and 2023, from 410 to 820, while printed titles lost ground.",
    "While cash payments declined, card payments went from 120 to 310 a week.",
    "Two of the three surgeries did better than before: Mill Lane went from 71% to 80%, Park Road from 66% to 74% and "
    "Station Road from 82% to 79%.",
    "All routes except the 12 carried more people: the 4 went from 310 to 350, the 8 from 120 to 140 and the 12 from "
    "200 to 180.",
    "Turnout fell from 61% to 48% in 2020; it has since recovered a little, to 52%.",
    "Borrowing doubled between 2019 and 2022, from 1,100 to 2,200 loans, while reservations halved.",
    "At 8%, sickness was within the limit of 10% for the first time: it had been 11% in 2021 and 12% in 2022.",
    "The score improved by 6 points in the first year and lost 2 in the second, and now stands at 74, against 70 at the "
    "start.",
    "There were 16 fires in 2021. In 2022 the number fell to 11, and in 2023 it fell again, to 9.",
    "The picture is improving: 12 infections in 2020, 8 in 2021 and 5 in 2022.",
    "Of the 40 recommendations made last year, 31 have been carried out, and this year's report makes 12 more.",
    "Numbers rose in both halves of the year (by 14 and 9), taking the roll from 210 to 233.",
    "All services scored within 10 points of their target: 84 against 90, 78 against 85 and 91 against 88.",
    "Use dropped from 71% in 2019 to 60% in 2021 and has since stayed below its 2019 level, at 66% in 2023.",
    "While the number of inspections fell, from 48 to 36, the number of notices served rose from 5 to 9.",
    "Since the last survey the share who feel safe has gone up from 54% to 58%; among women it is up from 41% to 47% and "
    "among men down from 68% to 67%.",
    "Turnout rose in all wards but Hill and Marsh, where it fell from 41% to 38% and from 36% to 35%.",
    "Numbers at the lunch club doubled to 44, then fell back to 36 when the hall was closed.",
    "In April 64 households were waiting, 12 more than in January; by July there were 58.",
    "For the second year running the fund made a loss: £14,000 in 2021 and £9,000 in 2022, after a surplus of £3,000 in "
    "2020.",
    "Staff numbers went from 210 to 198, a fall of 12, of whom 9 were in catering.",
    "Training improved at every site: 71% to 80% at Ash, 66% to 75% at Birch and 82% to 84% at Cedar.",
    "The number of staff rose from 48 to 53, while agency hours fell by a third, from 1,200 a month to 800.",
    "Sales were up in all four quarters on the year before, at £2.1m, £1.9m, £2.4m and £2.2m.",
    "Numbers fell in each month but August: 61, 57, 52, 58 and 50 from May to September.",
    "The home was told to have at least 6 staff on each shift. There were 7 on the early shift, 6 on the late shift and 5 "
    "at night, so the requirement was not met at night.",
    "Both teams were followed up: the rate of contact rose in one (60% to 66%) and fell in the other (71% to 65%).",
]
# A text, what is right in it and what is wrong.
PAIRS = [
    ("Over the school year truancy fell: there were 31 cases in September and {} by July.", "22", "42"),
    ("Every ward but Elm did better: Ash went from 61% to 66%, Birch from 70% to {} and Elm from 68% to 63%.", "74%", "67%"),
    ("Borrowing went up among adults (410 to {}) while it dropped among children (300 to 260).", "455", "385"),
    ("No more than 5% of invoices should be paid late. The finance team kept within this limit, at {}.", "4%", "7%"),
    ("The lead of the north shrank from 11 points (74% and 63%) to {} points (75% and 69%).", "6", "8"),
    ("The goal of 75% was achieved for the first time in 2023, when {} of tenants replied.", "78%", "71%"),
    ("Two of the three wards hit the 90% mark (90% and 91%), the third being at {}.", "86%", "92%"),
    ("The trust was told to cut its open complaints to fewer than 20. There had been 34 and there are now {}, so this was "
     "achieved.", "18", "23"),
    ("The list grew from 120 to 160 in the strike and is now back at {}, where it had been.", "120", "130"),
    ("Support fell from 58% in 2018 to 47% in 2020 and has since climbed back to its 2018 level, at {} in 2023.", "58%",
     "54%"),
    ("There are now a third more beds than in 2019, {} in place of 36.", "48", "52"),
    ("The share given advice has gone from one in eight to one in four, in other words it has {}.", "doubled", "halved"),
    ("Nine per cent had no bank account, which is {} last year's 18 per cent.", "half", "twice"),
    ("The distance between old and new tenants has {}, from 9 points in 2016 to 7 in 2022.", "narrowed", "widened"),
    ("Boys scored 8 points less than girls in 2019 and 5 points less in 2023: the gap has {} by 3 points.", "closed",
     "grown"),
    ("Recruitment {} month by month: 9 people in May, 14 in June, 20 in July and 27 in August.", "quickened", "slowed"),
    ("Quarter by quarter the list has been trimmed: 210, then 190, then {}, with 160 expected next.", "175", "205"),
    ("Things are getting {}: the share of files with errors was 9% in 2019, 7% in 2020 and 4% in 2021.", "better",
     "worse"),
    ("The lowest monthly total so far came in March (6 calls); in January it was 12 and in February {}.", "9", "4"),
    ("Ratings for service were consistent to within four points: 78 in May, 80 in June, {} in July.", "82", "85"),
    ("There was never more than three points between the best and the worst week: 61, 63, {} and 62.", "64", "66"),
    ("Attendance went up every term but the last: 81%, 84%, {} and 86%.", "88%", "83%"),
    ("Coverage first fell (71% to 62%) and then climbed to 76%, leaving it {} points above where it began.", "five",
     "nine"),
    ("Ash rose from 40 to 52 and Elm from 41 to 46, so the rise was {} larger at Ash.", "seven", "nine"),
    ("Fares rose by 3% and fuel by 17% in the year. Of the two, {} went up faster.", "fuel", "fares"),
    ("In 2021 there were 14 trustees and in 2023 there are 11; the board is {} by three.", "smaller", "larger"),
    ("The wait was cut by more than half, from 20 days to {}.", "9", "12"),
    ("Agency hours must not exceed 12% of the total. At {}, the ward was within the limit.", "9%", "14%"),
]  # fmt: skip


def _amiss(text: str) -> list[str]:
    return [each.code for each in judge(read(text)).amiss if each.verdict in ("wrong", "rounding")]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_text_is_left_alone(text: str) -> None:
    assert _amiss(text) == []


@pytest.mark.parametrize(("text", "right", "wrong"), PAIRS)
def test_the_slip_is_found_and_the_right_text_is_not(text: str, right: str, wrong: str) -> None:
    assert _amiss(text.format(right)) == []
    assert _amiss(text.format(wrong)) != []
