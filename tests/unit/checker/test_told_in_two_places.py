"""Guards what is told in two places: the summary and the body, the abstract and a table, each true and made wrong."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.context import Context
from looped.checker.readers.text import read
from looped.checker.retelling import negated
from looped.checker.tellings import tellings

# (rule, text, what makes it true, what makes it wrong)
TEXTS = [
    # A count of the same base, in other words and under other headings.
    (
        "told-twice",
        "Summary: 8 of 27 stalls were largely dry.\n\nDetail: Rangers saw stalls and tents. At the time of the visit, {} of the 27 stalls were largely dry, and the rest leaked.",
        "8",
        "14",
    ),
    (
        "told-twice",
        "Overview. A torn sail was seen on 14 of 76 boats (18%).\n\nDetailed findings, 3.1. The sail was torn on {} of the 76 boats.",
        "14",
        "19",
    ),
    # A count without its base, and with it.
    (
        "told-twice",
        "2. Opinion\nOur work on oil lamps found {} lamps without a wick.\n\n5. Oil lamps\nWe tried 71 lamps lit in May. 11 of the 71 had no wick; the rules ask for one.",
        "11",
        "9",
    ),
    (
        "told-twice",
        "What we found\n- {} riders told us that they felt warm.\n- Stables were clean.\n\nThe evidence\nWe asked twenty-seven riders whether they felt warm. Fourteen said yes.",
        "Fourteen",
        "Thirteen",
    ),
    # Not in one place, recorded in the other.
    (
        "told-twice",
        "Abstract: a hoof check was missing for {} of the ponies.\nResults: we audited 69 ponies. A hoof check was recorded for 65, and for the others there was none.",
        "four",
        "five",
    ),
    # A share, and what gives it: of a sentence before, "of which", after "of the".
    (
        "told-twice",
        "Executive summary\n{} of the boiler checks due in the year had been done.\n\nFindings\n2.1 The log shows 80 boiler checks due in 2022/23. Only 60 had been done when we called on 4 June.",
        "75%",
        "78%",
    ),
    (
        "told-twice",
        "Key findings: nearly two thirds of ferries ran late.\n\nMain report. We timed 90 ferries, of which {} ran late.",
        "58",
        "38",
    ),
    ("told-twice", "In short, 38% of barns leak.\n\nResults\nOf the 50 barns, {} leak.", "19", "29"),
    (
        "told-twice",
        "Conclusion. Most plots had a working tap.\n\n4.2 A working tap was found on {} of the 40 plots.",
        "31",
        "13",
    ),
    # Two shares.
    (
        "told-twice",
        "Headlines\nThree points stand out. First, {} of drivers would choose the depot again.\n\nSection 4: Loyalty\nThe share of drivers who would choose the depot again was 64%, on a five-point scale.",
        "64%",
        "46%",
    ),
    # Taken up again by its name.
    (
        "told-twice",
        "Results: Attendance, defined as 80% or more of the dances, was seen in 140 of 202 walkers (69.3%). Discussion: The attendance of {} in our walkers was better than we had hoped.",
        "69.3%",
        "96.3%",
    ),
    (
        "told-twice",
        "52 out of 80 cows had a swab taken, leaving 28. A swab rate of {} is low in view of the guideline.",
        "65%",
        "56%",
    ),
    # All and none.
    ("told-twice", "Overview\nAll kilns had a log.\n\nFindings\nA log was kept at {} of the 14 kilns.", "14", "11"),
    (
        "told-twice",
        "Summary: no boat seen was judged unfit.\n\nWe looked at twenty-six boats. {} unfit.",
        "None was",
        "Two were",
    ),
    # Groups in order, parts of a whole.
    (
        "sheet-quoted",
        "Abstract. Fewer sheep were lame on straw ({}) than on sand (35.6%).\n\nOutcome\tStraw (n = 90)\tSand (n = 160)\nLame\t49 (54.4)\t57 (35.6)\nSore\t15 (16.7)\t32 (20.0)".replace(
            "Fewer", "More"
        ),
        "54.4%",
        "55.4%",
    ),
    (
        "sheet-altogether",
        "Summary. The findings rest on {} timed rides.\n\nValley\tTimed rides\nDee\t118\nTees\t122\nTotal\t240",
        "240",
        "214",
    ),
]


@pytest.mark.parametrize(("code", "text", "true", "false"), TEXTS)
def test_one_figure_in_two_places(code, text, true, false):
    """Guards each way of telling the same again: nothing is amiss in what agrees, the rule finds what doesn't."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        "Summary: 31 of 60 gates had no lock.\n\nFindings. In Northfield 12 of the 60 gates had no lock.",
        "Summary: 31 of 60 gates that we tried had no lock.\n\nFindings. 25 of the 60 gates that we tried had no paint.",
        "Summary. 77% of boilers were clean.\n\nFindings. Last year 58 of 80 boilers were clean. Now 62 of 80 are.",
        "Summary: most hens liked the barn. Results: 40% of cocks liked the barn, and 70% of hens.",
        "Conclusion: half of the boats had a radio; the target is 90%. Results: 20 of 40 boats had a radio.",
        "Summary: 5 of 40 boats had no radio.\n\nDetail: a radio was on 35 of the 40 boats, and a working one on 30.",
        "Headlines\n62% of cooks were happy with the oven.\n\nSection 3\nOf those who had a repair, 71% were happy.",
        "Abstract. Rust was seen on 20%. Results. Rust was seen on 12 of 40 coated bolts (30%) and on 4 of 40 bare "
        "ones (10%), 16 of 80 overall.",
        "Summary: 40 cooks felt safe.\n\nEvidence: 35 cooks also felt safe at night.",
        "Abstract. We put 96 ewes on clover or on rye. Results. 44 ewes were put on clover and 46 on rye; 6 died.",
        "Abstract. Fleece was clean in 66% on hills and 25% on plains.\n\nResults. On hills 30 of 50 had clean "
        "fleece, on plains 11 of 44. Of lambs 33 of 50 had clean fleece.",
    ],
)
def test_two_figures_that_may_both_be_right(text):
    """Guards another group, place, time, thing, part of a part: the same words tell of something else."""
    assert wrong(text) == set()


def test_what_a_telling_holds():
    """Guards the base told in the sentence before, what a figure says it is of, and bounds that count nothing."""
    first, told, rate = tellings(
        Context(
            read("We saw 78 gates. Only 58 had a lock on 4 May, with 80% or more paint. The paint rate of 40% fell.")
        )
    )
    assert (first.base, told.base, rate.base) == (None, 78, None)
    assert rate.own == {"paint"}
    assert not negated("never without a lock")


def test_tables_are_asked_for_others_months_and_means():
    """Guards a stretch of months and the mean of a row, other figures near them."""
    months = "Month\tCalls\nMay\t30\nJune\t21\nJuly\t25\nAugust\t40\n\n{}"
    farms = "Farm\tSheep\tFleece in kg\nHill\t20\t60\nDale\t30\t60\nBoth\t50\t120\n\n{}"
    money = "Farm\tGrants\tPaid (£)\nHill\t20\t600\nDale\t30\t660\n\nThe average grant on Dale farm was {}."
    for text, true, false, code in (
        (months, "From June to August 86 calls came.", "From June to August 68 calls came.", "sheet-span"),
        (months, "Between May and July 76 calls came.", "Between May and July 67 calls came.", "sheet-span"),
        (months, "The first two months brought 51 calls.", "The first two months brought 61 calls.", "sheet-span"),
        (months, "The last three months brought 86 calls.", "The last three months brought 98 calls.", "sheet-span"),
        (farms, "On Hill farm the mean was 3 kg.", "On Hill farm the mean was 2 kg.", "sheet-mean"),
        (farms, "Overall the mean was 2.4 kg.", "Overall the mean was 4.2 kg.", "sheet-mean"),
        (money, "£22", "£32", "sheet-mean"),
    ):
        assert wrong(text.format(true)) == set()
        assert code in wrong(text.format(false))
    for text in (
        "The mean on Hill farm was above 2 kg.",
        "On Hill farm the mean weight of a ram was 70 kg.",
        "The mean age on Hill farm was 4 years.",
    ):
        assert wrong(farms.format(text)) == set()
    for text in ("May and July had 55 calls.", "From May to July calls fell by 5.", "From May to June 4 staff left."):
        assert wrong(months.format(text)) == set()


DEPOTS = "Depot\tVans seen\tClean\tWorn\nAsh\t25\t19\t6\nElm\t40\t28\t12\nOak\t40\t38\t2\nTotal\t105\t85\t20\n\n"
GRADES = "Grade\tHomes\nGood\t12\nFair\t6\nPoor\t1\nTotal\t19\n\n"
VIEWS = "Proposal\tFor\tAgainst\nClub\t193\t58\nHall\t67\t184\nWell\t104\t147\n\n"
OTHERS = "Table 1. Lambs born\n\nFarm\tLambs\nHill\t60\nDale\t48\nMoor\t52\n\nTable 2. Lambs lost\n\nFarm\tLost\t% of lambs born\n"


@pytest.mark.parametrize(
    ("text", "true", "false", "code"),
    [
        (DEPOTS + "Overall {} of vans were clean.", "81%", "71%", "sheet-quoted"),
        (DEPOTS + "Of the vans seen at Elm {} were clean.", "70%", "77%", "sheet-quoted"),
        (DEPOTS + "85 of 105 vans were clean. At Oak this was so for {} of 40 vans.", "38", "31", "sheet-quoted"),
        (DEPOTS + "Elm accounted for {} of all vans seen.", "38%", "58%", "sheet-quoted"),
        (DEPOTS + "We saw 105 vans, of which {} were worn.", "20", "22", "sheet-quoted"),
        (GRADES + "{} of the homes were less than good.", "37%", "31%", "sheet-quoted"),
        (GRADES + "In all {} homes were fair or better.", "18", "16", "sheet-quoted"),
        (VIEWS + "A majority was for the {}.", "club", "well", "sheet-half"),
        (OTHERS + "Hill\t6\t10\nDale\t12\t{}\nMoor\t13\t25", "25", "52", "sheet-share"),
        (
            "Replies by age (n = {})\n\nAge\tReplies\nYoung\t41\nGrown\t77\nOld\t52\nTotal\t170",
            "170",
            "107",
            "sheet-captioned",
        ),
        (
            "We had twelve faults, of which three were grave. The {} faults are in annex B.",
            "twelve",
            "nine",
            "taken-up",
        ),
    ],
)
def test_tables_give_shares_that_their_heads_lead_to(text, true, false, code):
    """Guards shares of a row in its whole, grades beyond one, bases in another table, captions over a total row."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        DEPOTS + "At Elm 30% of vans were not clean.",
        DEPOTS + "Overall 85 of 105 vans were clean and 10% of the 20 worn ones were sold.",
        DEPOTS + "At Oak this was so for 30 of 40 vans.",
        DEPOTS + "Of the clean vans 45% were at Oak.",
        GRADES + "On average a home had 7 beds, and the poor one 4.",
        "Before the change 69 goats stayed 609 days. Afterwards 73 goats stayed 414 days, as reported above.",
    ],
)
def test_shares_of_something_else(text):
    """Guards what is left, other wholes, what nothing points at, and times before and after."""
    assert wrong(text) == set()
