"""Guards what is held against a limit, an interval, a range, a level or a scale, and what one of them says of all."""

import pytest
from tests.unit.checker.verdicts import wrong

# Each right, and made wrong.
RESULTS_OF_ROWS = [
    (
        "Gas\tLimit\tMeasured\tResult\nOzone\t100\t38\tBelow\nBenzene\t10\t12\tAbove\nXylene\t50\t31\tBelow\nToluene\t40\t61\tAbove",
        "12\tAbove",
        "12\tBelow",
    ),
    (
        "Item\tMaximum days\tDays taken\tWithin limit?\nPermit\t10\t8\tYes\nAppeal\t30\t41\tNo\nLicence\t15\t12\tYes",
        "41\tNo",
        "41\tYes",
    ),
    (
        "Head\tBudget (£)\tSpent (£)\tOver budget?\nPay\t40,000\t41,200\tYes\nRent\t12,000\t11,900\tNo\nFuel\t3,000\t2,700\tNo\nPrint\t900\t1,020\tYes",
        "2,700\tNo",
        "2,700\tYes",
    ),
    (
        "Duty\tTarget\tReached\tResult\nPlan signed\t95%\t92%\tNot met\nSeen alone\t95%\t89%\tNot met\nSupervised\t95%\t94%\tNot met\nLog kept\t90%\t80%\tNot met",
        "95%\t94%",
        "95%\t99%",
    ),
]


@pytest.mark.parametrize(("text", "right", "made"), RESULTS_OF_ROWS)
def test_a_rows_result_is_the_one_of_its_figure(text: str, right: str, made: str):
    assert wrong(text) == set()
    assert wrong(text.replace(right, made))


def test_of_what_nobody_wants_less_may_meet_a_target():
    assert not wrong(
        "Measure\tTarget\tActual\tResult\nMissed visits\t5%\t3%\tMet\nLate calls\t10%\t8%\tMet\nNo reply\t4%\t3%\tMet"
    )


INTERVALS_OF_ROWS = [
    (
        "Outcome\tHazard ratio\t95% CI\nFalls\t0.62\t0.41-0.94\nSores\t0.88\t0.60-1.31\nDeath\t1.04\t0.70-1.55",
        "0.88",
        "1.88",
    ),
    (
        "Outcome\tOR (95% CI)\nFalls\t0.62 (0.41 to 0.94)\nSores\t0.88 (0.60 to 1.31)\nDeath\t1.04 (0.70 to 1.55)",
        "0.60",
        "0.90",
    ),
    ("Ward\tMedian wait\tRange\nAsh\t12\t3 to 31\nElm\t17\t5 to 40\nOak\t9\t2 to 28", "17", "47"),
    ("Group\tMean age\tYoungest\tOldest\nDay\t44\t19\t71\nNight\t45\t22\t68\nWeekend\t39\t18\t64", "45", "75"),
]


@pytest.mark.parametrize(("text", "right", "made"), INTERVALS_OF_ROWS)
def test_a_rows_estimate_lies_in_its_own_interval(text: str, right: str, made: str):
    assert wrong(text) == set()
    assert "sheet-interval" in wrong(text.replace(right, made))


def test_a_result_may_lie_outside_a_range_that_is_normal_or_paid():
    assert not wrong("Test\tResult\tReference range\nSodium\t141\t135-145\nPotassium\t5.9\t3.5-5.0\nUrea\t6.1\t2.5-7.8")
    assert not wrong("Post\tAverage pay\tSalary range\nClerk\t24\t21-27\nOfficer\t33\t28-32\nLead\t40\t38-44")


WATER = "Site\tWater (°C)\nAsh\t40\nElm\t47\nOak\t59\nYew\t67\nBay\t41\n\n"
VALUES = "Outcome\tDifference\tp\nPain\t6.3\t0.665\nGrip\t2.6\t0.010\nSleep\t5.3\t0.328\nMood\t4.6\t0.037\n\n"
DAYS = "Month\tDays taken\nMay\t26\nJune\t21\nJuly\t39\n\n"
PAID = "Month\tPaid within 30 days (%)\nMay\t92\nJune\t88\nJuly\t95\n\n"
POOLS = "Pool\tChlorine (mg/l)\tpH\nMain\t1.8\t7.4\nSmall\t0.9\t7.6\nSpa\t3.4\t7.2\n\n"
SUMS = "Account\tBalance (£)\nHall\t420\nBar\t-180\nFete\t60\n\n"
SCORES = "Visit\tScore\nBaseline\t32\nWeek 2\t29\nWeek 4\t26\nWeek 8\t22\n\n"
PRESSURE = "Arm\tAt start\tSix months\nDiet\t141\t125\nUsual\t142\t146\n\n"
SAID_OF_TABLES = [
    (WATER, "Water should reach at least 50 °C. Three of the five sites fell short of this.", "Three of", "Two of"),
    (WATER, "No water may be colder than 50 °C. Two of the five sites met this.", "Two of", "Four of"),
    (VALUES, "Significance was set at p < 0.05. Two of the four outcomes reached it.", "Two", "Three"),
    (VALUES, "Grip and mood differed significantly between the arms; pain did not.", "Grip", "Sleep"),
    (VALUES, "Two of the four outcomes differed significantly.", "Two", "One"),
    (DAYS, "The count was done within 30 days in two of the three months.", "two of the three months", "every month"),
    (PAID, "At least 90% should be paid within 30 days. This was met in two of the three months.", "two of", "all of"),
    (POOLS, "Chlorine should be at least 1 mg/l. Two of the three pools met this.", "Two of the", "All"),
    (SUMS, "Two of the three accounts were in credit.", "Two of the three", "All three"),
    (SCORES, "Scores fell from visit to visit.", "fell", "rose"),
    (PRESSURE, "Pressure fell in one of the two arms.", "one of the two", "both"),
]


@pytest.mark.parametrize(("table", "said", "right", "made"), SAID_OF_TABLES)
def test_what_is_said_of_rows_and_a_limit_is_so(table: str, said: str, right: str, made: str):
    assert wrong(table + said) == set()
    assert wrong(table + said.replace(right, made))


IN_PROSE = [
    (
        "Background: Pain scores are asked for.\n\nStandard: 90% of patients should have one.\n\n"
        "Results: 116 of 120 patients (97%) had one.\n\nConclusion: The standard was met.",
        "was met",
        "was not met",
    ),
    ("The score fell by 2.4 points more with coaching than with leaflets (95% CI 1.1 to 3.7).", "1.1 to", "3.1 to"),
    ("The median wait was 12 days (range 3 to 41). The longest wait was 41 days.", "was 41", "was 48"),
    ("Interviews lasted 20 to 65 minutes (mean 41 minutes).", "mean 41", "mean 71"),
    ("The walkers were between 31 and 84 years old. The oldest walker was 84.", "was 84", "was 88"),
    ("Falls differed significantly between the wards (p = 0.04).", "0.04", "0.41"),
    ("There was no significant difference in stay (p = 0.31).", "0.31", "0.01"),
    ("The rate ratio was 0.81 (p = 0.005), and the reduction was significant.", "was significant", "was not significant"),
    ("We used a significance level of 0.01; the difference (p = 0.03) was thus not significant.", "thus not", "thus"),
    ("Wheeze was seen in 12 of 80 on the spray and 24 of 80 on placebo (risk ratio 0.50).", "0.50", "2.00"),
    ("Each arm had 100 people. Falls: 11 with classes and 41 with usual care. The risk ratio, classes to usual care, was 0.27.", "0.27", "3.73"),
    ("In the first round 30 of 60 (50%) had one. In the second, 45 of 60 (75%) did. Compliance thus rose.", "rose", "dropped"),
    ("All three depots visited, Ash Road, Elm Side and Oak Lane, kept a log.", "All three", "Both"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "made"), IN_PROSE)
def test_what_is_said_of_a_figure_and_its_limit_is_so(text: str, right: str, made: str):
    assert wrong(text) == set()
    assert wrong(text.replace(right, made))


LEFT_ALONE = [
    "Those who did not return were significantly older (p = 0.01).",
    "Among men the effect was significant (p = 0.03); among women it was not (p = 0.12).",
    "Stay was 1.8 days shorter in the early group (95% confidence interval -3.5 to -0.1).",
    "Infection followed in 9 of 90 given tablets and 18 of 90 on placebo. The risk ratio (placebo versus tablets) was 2.00.",
    "The mean stay was 28 days (IQR 11 to 26).",
    "Waits ranged from 3 to 41 days. Last year the longest wait was 44 days.",
    "Grants ranged from £1.2m to £3.9m. The largest grant was £3,870,000.",
    "The target range is 20 to 25 °C. The average temperature was 27 °C.",
    "Patients should be seen within 18 weeks. The median wait was 11 weeks, and 92% met the standard.",
    "Both managers met us in Ash, Elm and Oak.",
    "The clinic was rated good in 2017 and outstanding in 2022. Waiting times have worsened since.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_may_be_so_is_left_alone(text: str):
    assert wrong(text) == set()


# One that is set apart, or some still undone, against all or none.
ONE_OF_ALL = [
    ("All of the horns sounded at once. The horn in the porch sounded twice.", "sounded twice", "did not sound"),
    ("Every boat had a raft on board. The blue boat had no spare oar.", "no spare oar", "no raft on board"),
    ("Neither of the pumps was working. The north pump was broken when we called.", "broken", "in use"),
    ("None of the doors was locked. The door to the boiler room was open.", "was open", "was locked"),
    ("We set nine actions. All of them have been carried out. Two were carried out early.", "were carried out early", "are still in progress"),
    ("Eight defects were listed. None of them was urgent. The three minor defects were mended before we left.", "minor", "urgent"),
    (
        "Every file had a plan in it. In four files the plan was dated May. The sample held 19 files, 12 of them of people aged 16 and 7 of people aged 17.",
        "the plan was dated May",
        "no plan could be found",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "made"), ONE_OF_ALL)
def test_one_that_is_set_apart_is_as_all_are_said_to_be(text: str, right: str, made: str):
    assert wrong(text) == set()
    assert wrong(text.replace(right, made))


def test_all_as_they_are_now_says_nothing_of_one_before():
    assert not wrong("All of the horns now sound. The horn in the porch did not sound and was replaced.")


@pytest.mark.parametrize(
    ("text", "right", "other"),
    [
        ("184 cooks were taken on at four inns, against a target of 191; the target was {}.", "missed", "passed"),
        ("The yard mended 240 boats, against its goal of 210, which was {}.", "exceeded", "missed"),
        ("The yard mended 190 boats in June against a plan of 210, so the plan was {}.", "not met", "easily met"),
    ],
)
def test_a_count_set_against_its_target(text: str, right: str, other: str) -> None:
    """Guards that a target told behind the count that was reached is read, and what is less wanted left alone."""
    assert not wrong(text.format(right))
    assert "goal-told" in wrong(text.format(other))
    assert not wrong("There were 190 complaints against a target of 210; the target was met.")
