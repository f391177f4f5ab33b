"""Tables by their arithmetic: sums under any head, what came and went, rests, running totals, rates, places, wholes."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read


def called(text: str) -> list[str]:
    """What is called wrong in a text."""
    return [each.quote for each in judge(read(text)).findings if each.verdict in ("wrong", "rounding")]


CREW = "Watch (06:00-14:00 and on)\tRowers\tCooks\tAboard\nFirst\t9\t4\t13\nSecond\t12\t3\t{}\nThird\t8\t6\t14\n"
ASKED = "Answers\n\nQuestion\tYes\tNo\tNot applicable\nSafe\t31\t6\t3\nWarm\t22\t{}\t9\nQuiet\t27\t8\t5\n"
VOTES = "Hall\tFor\tAgainst\tAbstained\tPresent\nOld\t88\t31\t6\t125\nNew\t74\t52\t{}\t135\n"
BOATS = "Yard\tBoats on 1 May\tBuilt\tSold\tBoats on 30 June\nEast\t41\t12\t7\t46\nWest\t30\t9\t14\t{}\nNorth\t22\t5\t6\t21\n"
PURSE = (
    "Date\tIn (£)\tOut (£)\tPurse (£)\n2 May\t90\t25\t65\n9 May\t30\t41\t54\n16 May\t0\t22\t{}\n23 May\t60\t35\t57\n"
)
PICKED = "Week\tPicked\tPicked since May\n1\t14\t14\n2\t11\t25\n3\t19\t{}\n"
HENS = "Shed\tHens\tEggs\tEggs a hen\nUpper\t40\t212\t5.3\nLower\t38\t171\t{}\nOuter\t41\t328\t8.0\n"
BITES = "Park\tDog days\tBites\tBites per 1,000 dog days\nOld\t2,400\t12\t5.0\nNew\t1,800\t15\t{}\n"
YEARLY = "Pest\tQ1\tQ2\tQ3\tQ4\tYear\nMoth\t4\t9\t7\t5\t25\nMite\t11\t8\t6\t9\t{}\nWasp\t0\t14\t21\t3\t38\n"
STORE = "Entry\tTins\nIn store on 1 May\t412\nBought\t138\nGiven away\t151\nSpoilt and removed\t24\nIn store on 31 May\t{}\n"
WALK = "Walkers\tNumber\nNames on the list\t240\nNot found at home\t31\nAt the gate\t209\nTurned back\t44\nAt the top\t{}\n"
FAIR = "Line\t£\nStalls\t900\nGate\t2,350\nTotal taken\t3,250\nTents\t1,140\nMusic\t{}\nTotal spent\t1,825\n"
BASKETS = "Stall\tBaskets\nNuts\t48\nFigs\t31\nPlums\t12\nBaskets in all\t{}\n"
PLACES = (
    "Place\tTeam\tPoints\n1\tReds\t93\n2\tBlues\t90\n3\tGreens\t{}\n4\tGolds\t81\n\nRanked from highest to lowest.\n"
)
FEWEST = "Huts by leaks (1 = fewest)\n\nHut\tLeaks\tRank\nA\t2\t1\nB\t{}\t4\nC\t5\t2\nD\t7\t3\n"
GATES = "Path\tGates\tWith a latch\nUpper\t6\t4\nLower\t5\t{}\nOuter\t8\t3\n"
SEEN = "Shop\tChecked\nNorth\t17/20\nSouth\t22/25\nWest\t{}/34\n"
BINS = "Street\tBins overfull\tRate\nHigh\t23\t11.5%\nMill\t37\t18.5%\nBank\t18\t9.0%\n\nIn each street {} bins were looked at.\n"
GRADES = "Share of mills\n\nGrade\tShare\nExcellent\t17%\nGood\t{}\nFair\t11%\nPoor\t4%\n"
HOUSES = (
    "Table 1. Lodgers\n\nHouse\tLodgers\nElm\t28\nFir\t22\n\n"
    "Table 2. Who pays\n\nHouse\tLodgers\tPaid by the council\nElm\t{}\t15\nFir\t22\t13\n"
)
CLUBS = "Spend (£)\n\nClub\tSpend\nChess\t240\nChoir\t{}\nRugby\t910\n\nChoir: spend (£)\n\nItem\tSpend\nMusic\t95\nRobes\t93\nTotal\t188\n"


@pytest.mark.parametrize(
    ("table", "right", "wrong"),
    [
        (CREW, "15", "12"),
        (ASKED, "9", "14"),
        (VOTES, "9", "19"),
        (BOATS, "25", "35"),
        (PURSE, "32", "42"),
        (PICKED, "44", "46"),
        (HENS, "4.5", "5.4"),
        (BITES, "8.3", "6.3"),
        (YEARLY, "34", "36"),
        (STORE, "375", "357"),
        (WALK, "165", "175"),
        (FAIR, "685", "695"),
        (BASKETS, "91", "81"),
        (PLACES, "86", "96"),
        (FEWEST, "9", "4"),
        (GATES, "5", "7"),
        (SEEN, "31", "37"),
        (BINS, "200", "250"),
        (GRADES, "68%", "58%"),
        (HOUSES, "28", "26"),
        (CLUBS, "188", "108"),
    ],
)
def test_a_figure_that_the_others_of_its_table_do_not_bear_out_is_found(table, right, wrong):
    """Guards that a table's workings are known by its figures, and by its words where it has few rows."""
    assert called(table.format(right)) == []
    assert called(table.format(wrong)) != []


@pytest.mark.parametrize(
    "table",
    [
        "Hut\tMay\tJune\tJuly\nElm\t4\t3\t7\nFir\t5\t2\t7\nOak\t6\t5\t9\n",  # months side by side
        "Age of debt\t2024\t2025\nUp to a month\t310\t348\nOne to three months\t145\t132\nUp to a year\t98\t84\n"
        "Over a year\t67\t36\nTotal\t620\t600\n",
        "Set\tFarms\tSheds\tDone\nEast\t20\t50%\t40%\nWest\t30\t40%\t40%\nNorth\t25\t60%\t24%\n",  # round by chance
        "Team\tOpen plans\tClosed plans\nA\t26\t12\nB\t8\t11\nC\t26\t13\n",  # neither is of the other
        "Team\tReferred\tClosed\nA\t40\t36\nB\t31\t39\nC\t28\t25\n",
        "Hut\tDamp rank\tVisits\nA\t3\t14\nB\t1\t22\nC\t4\t17\nD\t2\t9\n",  # ranked by what isn't shown
        "Falls (red, n = 170; blue, n = 173)\n\nFall\tRed\tBlue\nTrip\t40 (24%)\t11 (6%)\nSlip\t30 (18%)\t26 (15%)\n"
        "Other\t37 (22%)\t9 (5%)\n",
        "Plan        N    %*\nKept       13   23%\nBent       15   27%\nBroken     28   50%\nNone        7     -\n"
        "Plans read    63\n\n* Shares leave out the 7 without one (base 56).\n",
        "Guests\tMen's hall\tWomen's hall\nWith a dog\t40\t38\nBy bus\t22\t25\nNew\t12\t9\nAll\t70\t68\n",
        "Table 1. Crew in 2021\n\nBoat\tCrew\nElm\t40\nFir\t32\n\nTable 2. Crew in 2022\n\nBoat\tCrew\nElm\t41\nFir\t32\n",
        # A total is no part of another column, though it comes out wherever May has none.
        "Room\tApril 2024\tMay 2024\tJune 2024\tTotal\nElm\t14\t0\t9\t23\nFir\t12\t0\t15\t27\nOak\t11\t1\t8\t20\n"
        "Ash\t17\t0\t6\t23\n",
        "Clinic\tBooked\tMissed\nEye\t240\t36\nSkin\t150\t15\nEar\t90\t18\nBalance\t60\t6\n",  # no rest by its name
        # What all cost each is a mean, and rounded: it is no sum, and times their number it is near what all cost.
        "Yard\tBoats\tPaint (£)\tPer boat (£)\nEast\t42\t6,300\t150\nWest\t38\t7,600\t200\nNorth\t51\t4,590\t90\n"
        "All yards\t131\t18,490\t141\n",
        "Facts\tNumber\nBeds\t28\nNurses\t41\nGuests in the year\t1,240\nNot yet answered\t2\n",
    ],
)
def test_figures_that_do_not_go_by_each_other_are_left_alone(table):
    """Guards against workings that come out in some rows by chance, or that the heads don't allow."""
    assert called(table) == []
