"""Tables alone: wholes under any name, parts of the row or the column before, running totals, captions, notes."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read


def called(text: str) -> list[str]:
    """What is called wrong in a text."""
    return [each.quote for each in judge(read(text)).findings if each.verdict in ("wrong", "rounding")]


YEARS = "Table 4. Permits by kind\n\nKind\t2020\t2021\t2022\nStall\t14\t11\t19\nStreet\t8\t17\t5\nSkip\t21\t9\t16\n"
WITHIN = (
    "Boats in the harbour\n\n|  | Number |\n|---|---:|\n| Afloat | 84 |\n|   of which hired out | 17 |\n"
    "|   of which under repair | 6 |\n| Ashore, for sale | 21 |\n| Ashore, laid up | 13 |\n| {name} | {total} |\n"
)
TESTED = "Shop\tScales tested\tScales failing\nAsh\t24\t5\nElm\t18\t{}\nOak\t31\t9\nYew\t15\t2\n"
BESIDE = "Shop\tVisitors\tSellers\nAsh\t24\t5\nElm\t18\t26\nOak\t31\t9\nYew\t15\t2\n"
RUNNING = "Stars\t% of readers\tCumulative %\nOne\t9\t9\nTwo\t23\t32\nThree\t38\t{}\nFour\t8\t78\nFive\t22\t100\n"
CAPTION = "Table 3. All lodgers by floor (n = {})\n\n| Floor | Lodgers |\n|---|---|\n| Ground | 54 |\n| First | 71 |\n| Attic | 38 |\n"
SHARED = "Lodgers by floor (n = {})\n\nFloor\tn (%)\nGround\t54 (33.1%)\nFirst\t71 (43.6%)\nAttic\t38 (23.3%)\n"
NOTED = "Sample: 60 parcels\n\nTest\tPassed\t%\nWeighed\t41\t68%\nSigned for*\t34\t{}\nStamped\t47\t78%\n\n* 49 parcels; 11 needed no name.\n"
TWO = "Shed\tTools\tOiled\t%\nUpper\t55\t47\t{}\nLower\t41\t34\t82.9%\n"
FIRST = "Where they are now\tn\t%\nBegan\t196\t100.0\nFinished\t115\t58.7\nStopped\t46\t{}\nLost sight of\t35\t17.9\n"
LEFT = "Shop\tHad\tSold\tRemaining\nAsh\t52\t47\t5\nElm\t38\t24\t{}\nOak\t41\t30\t11\n"
WEIGHED = "Shed\tHens kept, all listed\tWeighed\nUpper\t42\t40\nMiddle\t35\t{}\nLower\t38\t29\n"
HEADED = "Why they moved\tLodgers (n = {})\nWork\t33 (50%)\nFamily\t22 (33%)\nHealth\t11 (17%)\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (YEARS + "Permits\t43\t37\t40\n", YEARS + "Permits\t43\t73\t40\n"),
        (YEARS + "Everything\t43\t37\t40\n", YEARS + "Everything\t43\t37\t44\n"),
        (WITHIN.format(name="All boats", total=118), WITHIN.format(name="All boats", total=181)),
        (WITHIN.format(name="Fleet", total=118), WITHIN.format(name="Fleet", total=128)),
        (WITHIN.format(name="Fleet", total=118), WITHIN.format(name="Fleet", total=118).replace("17", "97")),
        (TESTED.format(6), TESTED.format(26)),
        (RUNNING.format(70), RUNNING.format(75)),
        (CAPTION.format(163), CAPTION.format(168)),
        (SHARED.format(163), SHARED.format(166)),
        (NOTED.format("69%"), NOTED.format("64%")),
        (NOTED.format("69%"), NOTED.format("57%")),
        (TWO.format("85.5%"), TWO.format("86.5%")),
        (FIRST.format("23.5"), FIRST.format("22.5")),
        (LEFT.format(14), LEFT.format(41)),
        (WEIGHED.format(33), WEIGHED.format(53)),
        (HEADED.format(66), HEADED.format(86)),
    ],
)
def test_parts_and_wholes_of_a_table_are_told_right_from_wrong(right, wrong):
    """Guards that a whole is known by more than its name, and a part by the head or the row that it is of."""
    assert called(right) == []
    assert called(wrong) != []


@pytest.mark.parametrize(
    "text",
    [
        BESIDE,
        "Kind\tClosed\tOpen, in time\tOverdue\tTotal\nNew\t2\t4\t13\t19\nOld\t13\t5\t11\t29\nLate\t14\t4\t12\t30\n",
        CAPTION.format(168).replace("All lodgers", "Lodgers"),
        CAPTION.format(168).replace("floor", "floor, several answers possible"),
        YEARS + "Fines\t43\t20\t12\n",
        RUNNING.format(70).replace("Cumulative %", "Last year %"),
        "Month\tSold\tSold to date\nMay\t12\t40\nJune\t9\t49\nJuly\t14\t63\n",
    ],
)
def test_columns_and_rows_that_are_no_parts_are_left_alone(text):
    """Guards that figures side by side, or a last row of another kind, are taken for parts of nothing."""
    assert called(text) == []
