"""Guards what only seems to contradict: another time, others than those spoken of, a part of what is left."""

import pytest
from tests.unit.checker.verdicts import wrong

ROOMS = "Table 1. Beds by house\n\nHouse\tBeds\tFilled\nElm\t64\t41\nAsh\t60\t50\nOak\t70\t70\nTown\t194\t161\n\n"
FALLS = "Table 1. Falls by harm\n\nHarm\tFalls\nNone\t65\nLow\t42\nGrave\t7\nTotal\t114\n\n"
DAYS = "Table 2. Calls\n\nMonth\tCalls\nApril\t65\nMay\t42\nJune\t43\nTotal\t150\n\n"
TERMS = (
    "Table 3. Share of logs that were right\n\nKind\tSpring 2023\tAutumn 2023\tSpring 2024\n"
    "Dated\t90%\t96%\t86%\nSigned\t70%\t74%\t78%\n\n"
)
TESTS = "Table 4\n\nTest\tPassed\tFailed\tFailed, share\nLabel\t181\t59\t25%\nSeal\t175\t65\t27%\nLid\t161\t79\t{}%"


@pytest.mark.parametrize(
    "text",
    [
        "The first mark stood in 18 of the 26 checked papers. Of the remainder, six went down a mark and two up.",
        "Eight of the 17 late boats came from Leith. In 8 it was the wind, in 4 the tide, and in the other 5 the crew.",
        "All of the urgent repairs have been made. Of those outstanding, two are in hand and three have not been begun.",
        "Each barn we saw had a lamp. Of those we did not see, two had no lamp.",
        "Summary: 31 of 125 bills were late.\n\nFindings. Last time we tried 146 bills and found 23 late (15.8%).",
        "Summary: 31 of 125 bills were late.\n\nFindings. When we last looked, 37 of 125 bills were late.",
        "Summary: 98 files were read between 2 May and 15 July.\n\nFindings. In quarter 2 we read 89 files.",
        f"{FALLS}Numbers went down from May on, and the average was 42.0 a month.",
        f"{ROOMS}During the year 39 beds were moved, 17 of them out of the town.",
        "Of the slips, 19 were lost forms, 12 lost names, 4 wrong dates and 5 wrong sums.",
        "Debt rose from £54,400 in 2018 to £97,400 in 2021. In the last year alone it grew by £19,100.",
        "The most came by sea (Rye, £132,762). The average bill was for £3,194. In Deal we tried 30 bills.",
        "In all 319 were drawn by lot, 163 to salve and 156 to balm. Rash was the most frequent effect of balm.",
        f"{TERMS}By contrast, dated logs fell from 96% in autumn 2023 to 86% this spring.",
        "Ash had the highest share of long stays, at 74%, and Elm the lowest, at 44%.",
        TESTS.format(33),
    ],
)
def test_no_contradiction(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("two-parts", "The mark stood in 18 of the 26 checked papers. Of the remainder, five went down and two up."),
        ("but-some", "All nine pumps had been oiled. Of the pumps, two had not been oiled."),
        ("but-some", "Every bill had been signed. Of these bills, two had not been signed."),
        (
            "told-twice",
            "Summary: no lock on 31 of 60 gates.\n\nFindings. There was no lock on 37 of the 60 gates we tried.",
        ),
        ("sheet-whole", f"{DAYS}The average was 55.0 a month."),
        ("sheet-quoted", f"{ROOMS}In the whole town 149 beds were there."),
        ("sheet-changed", f"{TERMS}Dated logs rose from 96% in autumn 2023 to 98% this spring."),
        ("share-column", TESTS.format(38)),
    ],
)
def test_contradiction_beside_it(code, text):
    assert code in wrong(text)


def test_sentence_ends_before_a_number():
    """The name of a row behind the stop is none that the first sentence speaks of."""
    rows = "1 (bad)\t71\n2\t30\n3\t44\n4\t275\n5 (good)\t163"
    text = f"Table 1. Calls by mark\n\nMark\tCalls\n{rows}\n\nThe commonest reason given was the rain. 438 calls had 4 or 5."
    assert "highest" not in wrong(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "share-grounded",
            "This look took in four yards. Of 196 gates, 93.9% had a lock. Two of the five rules were kept.",
        ),
        ("apart", "It fell in May, from 91% to 79%, then rose, and ended 23 percentage points above the April figure."),
    ],
)
def test_not_of_what_stands_near(code, text):
    assert code not in wrong(text)
