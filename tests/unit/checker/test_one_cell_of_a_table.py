"""Sentences that tell one cell of a table, two cells apart, bands up to a bound; and tables by a rate or a date."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read
from looped.checker.sheets.bands import bands_of, bounds_in, rows_within

PUMPS = "Pump\tPressure (bar)\tYear fitted\nPump 1\t1.9\t2012\nPump 2\t1.7\t2015\nPump 3\t2.4\t2019"
DELAYS = "Day\tTrains held (minutes lost)\nMonday\t29\nTuesday\t31\nWednesday\t26\nFriday\t54"
FRIDGES = "Fridge\tReading (°C)\nFridge A\t4.2\nFridge B\t5.3\nFridge C\t2.5\nFridge D\t1.2"
ARMS = "\tBrisk walking\tLeaflet\nAge in years, mean\t60.0\t58.9\nBody mass index, mean\t30.4\t26.8"
PAIN = "Arm\tPain score at week 8\nWalking\t4.3\nLeaflet\t4.9"
NOTES = "Item\tYes\tNo\nPlan signed and dated\t33\t26\nAllergy recorded\t19\t40\nReview held on time\t28\t31"
WAITS = "Days waited\tCalls\n0-5\t18\n6-10\t10\n11-15\t27\n16 or more\t45"
AGES = "Age in years\tNumber\t%\nUnder 18\t12\t6\n18 to 34\t48\t24\n35 to 54\t80\t40\n55 and over\t60\t30"
SHOPS = "Shop\tRating\nMill Shop\t3\nThe Bakery\t5\nCorner Grill\t5\nThe Oven\t4\nGreen Plate\t2"
STAYS = "Ward\tPatients\tBed days\nWard 3\t19\t76\nWard 7\t30\t90\nWard 22\t12\t60\nTotal\t61\t226"
COSTS = "Costs, £000\n\nHeading\t2022\t2023\nPay\t474\t520\nRent\t377\t354\nFuel\t309\t332\nTotal\t1,160\t1,206"
BUDGET = "Team\tBudget (£000)\tActual (£000)\nRoads\t782\t805\nParks\t206\t247\nBins\t299\t276"
FOLLOWED = "Week\tPeople followed\n0\t105\n4\t103\n8\t100\n12\t92"
SEXES = "Age\tWomen\tMen\tBoth\n16-39\t14\t6\t20\n40-64\t12\t8\t20\n65-90\t8\t15\t23\nAll ages\t34\t29\t63"
HYGIENE = "Ward\tSeen\tCompliance (%)\nWard 14\t47\t87\nWard 3\t40\t98\nWard 18\t29\t59"
BILLS = "Firm\tInvoices\tValue (£)\nAlpha\t14\t23,400\nBeta\t9\t11,250\nGamma\t22\t40,100"
WISHES = "What should change?\t%\nWeb site\t63\nOpening hours\t44\nParking\t51\nPrices\t59"

# Each with whether it is right.
SAID = [
    (PUMPS, "At the visit the gauge on Pump 1 showed 1.9 bar.", True),
    (PUMPS, "At the visit the gauge on Pump 1 showed 1.4 bar.", False),
    (PUMPS, "The safe limit for Pump 1 is 3.0 bar.", True),
    (PUMPS, "Pump 1 had been set to 2.2 bar before the visit.", True),
    (PUMPS, "Pump 1 is to be set to 2.2 bar.", True),
    (DELAYS, "On Tuesday, 31 minutes were lost.", True),
    (DELAYS, "Held trains cost 21 minutes on Tuesday.", False),
    (DELAYS, "On Tuesday staff waited less than 20 minutes.", True),
    (FRIDGES, "Readings ranged from 1.2°C to 5.3°C.", True),
    (FRIDGES, "Readings ranged from 1.2°C to 4.2°C.", False),
    (FRIDGES, "Fridge B stood at 3.5 °C.", False),
    (FRIDGES, "Fridge C was at 2.5 °C; 5 °C is asked for.", True),
    (SHOPS, "The Oven was rated 4.", True),
    (SHOPS, "The Oven was rated 5.", False),
    (BILLS, "The 14 invoices from Alpha came to £23,400.", True),
    (BILLS, "The 14 invoices from Alpha came to £32,400.", False),
    (BILLS, "One invoice from Alpha, for £3,100, was paid late.", True),
    (ARMS, "Those in the brisk walking arm were on average 60.0 years old.", True),
    (ARMS, "Those in the brisk walking arm were on average 65.0 years old.", False),
    (PAIN, "Pain was 0.6 points lower with walking.", True),
    (PAIN, "Pain was 0.2 points lower with walking.", False),
    (PAIN, "The difference between the arms was 0.9 points.", False),
    (ARMS, "Mean age was 60.0 years with brisk walking and 58.9 with the leaflet.", True),
    (ARMS, "Mean age was 60.0 years with brisk walking and 59.8 years with the leaflet.", False),
    (NOTES, "Allergy was not recorded in 40 files.", True),
    (NOTES, "- 28 files showed a review held on time.", True),
    (NOTES, "- 19 files showed a review held on time.", False),
    (WAITS, "Within ten days, 28 calls had been answered.", True),
    (WAITS, "In 72 cases the call was not answered within ten days.", True),
    (AGES, "70% were aged 35 or over.", True),
    (SHOPS, "The top rating of 5 went to two shops.", True),
    (SHOPS, "Four shops were rated 4 or better.", False),
    (STAYS, "The mean length of stay over the three wards was 3.7 days.", True),
    (STAYS, "The mean length of stay over the three wards was 5.7 days.", False),
    (COSTS, "Total costs rose by £46,000 between the two years.", True),
    (COSTS, "Total costs rose by £64,000 between the two years.", False),
    (BUDGET, "The overspend in Roads was £23,000.", True),
    (BUDGET, "The overspend in Roads was £34,000.", False),
    (FOLLOWED, "Thirteen people were lost between week 0 and week 12.", True),
    (FOLLOWED, "Seventeen people were lost between week 0 and week 12.", False),
    (SEXES, "There were more women than men.", True),
    (SEXES, "There were more men than women.", False),
    (SEXES, "Among those aged 65-90 there were more men than women.", True),
    (HYGIENE, "Compliance was better on Ward 3 than on any other ward.", True),
    (HYGIENE, "Compliance was better on Ward 14 than on any other ward.", False),
    (HYGIENE, "No ward did better than Ward 3.", True),
    (WISHES, "The point named second most often was prices.", True),
    (WISHES, "The point named second most often was opening hours.", False),
    (WISHES, "After the web site, prices were named most often.", True),
]

# Tables by themselves: each with the figure that is right in it, and one that isn't.
TABLES = [
    ("Fund\t£000\nOpening balance\t373\nIncome\t366\nExpenditure\t(339)\nClosing balance\t{}", "400", "422"),
    ("Step\tPeople\nScreened\t349\nIneligible\t80\nDeclined\t17\nRandomised\t{}\n\nAll who did not decline were randomised.",
     "252", "244"),
    ("File\tVisits\nFile 7\t13\nFile 14\t8\nFile 21\t3\n\nOn average, each of the three files showed {} visits.", "8", "18"),
]  # fmt: skip


def is_called_wrong(text: str) -> bool:
    """Whether anything in a text is called wrong."""
    return any(each.verdict in ("wrong", "rounding") for each in judge(read(text)).findings)


@pytest.mark.parametrize(("table", "sentence", "right"), SAID)
def test_a_sentence_is_held_against_the_cells_that_it_tells_of(table, sentence, right):
    """Guards the readings of measures, gaps, bands, ratings and ranks told of a table."""
    assert is_called_wrong(f"{table}\n\n{sentence}") != right


@pytest.mark.parametrize(("table", "right", "wrong"), TABLES)
def test_a_table_is_held_against_its_own_total_rate_or_interval(table, right, wrong):
    """Guards totals of scores and bases, minuses in brackets, rates told in the text, dates that fall due."""
    assert [is_called_wrong(table.format(each)) for each in (right, wrong)] == [False, True]


@pytest.mark.parametrize(
    ("labels", "text", "rows"),
    [
        (("0-5", "6-10", "11 or more"), "within ten days", [0, 1]),
        (("Under 18", "18 to 34", "35 and over"), "aged 18 or over", [1, 2]),
        (("Under 18", "18 to 34", "35 and over"), "younger than 35", [0, 1]),
        (("0-5", "6-10", "11 or more"), "within 8 days", []),
        (("Tea", "6-10", "11 or more"), "within ten days", []),
    ],
)
def test_bands_lie_within_a_bound_that_ends_one_of_them(labels, text, rows):
    """Guards which bands a bound takes in: none where it cuts one in two, or a row is no band."""
    bands = bands_of(labels, tuple(range(len(labels))))

    assert [row for each in bounds_in(text) for row in rows_within(bands, each)] == rows
