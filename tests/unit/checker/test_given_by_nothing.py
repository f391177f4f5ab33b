"""What a report says of its tables in words, where no column, row or number of it makes that true."""

import pytest
from tests.unit.checker.verdicts import wrong

VISITS = (
    "Visits\n\nSite\tDue\tVisits made\tShare made\nLeith\t64\t51\t80%\nAyr\t70\t60\t86%\nOban\t52\t30\t58%\n"
    "All sites\t186\t141\t76%\n\n"
)
MONTHS = "Calls\n\nMonth\tCalls\tLate\nMay\t40\t9\nJune\t52\t12\nJuly\t61\t8\nAugust\t70\t11\n\n"
GRADES = (
    "Grades\n\nTeam\tGood\tFair\tPoor\tAll\nNorth\t7\t9\t3\t19\nSouth\t11\t6\t2\t19\nEast\t4\t8\t1\t13\n"
    "All\t22\t23\t6\t51\n\n"
)
ROUNDS = "Traits\n\nTrait\tNew (n = 205)\t%\tOld (n = 199)\t%\nWomen\t113\t55.1\t122\t61.3\nEmployed\t96\t46.8\t138\t69.3\n\n"
END = "Conclusion\n\n"


@pytest.mark.parametrize(
    ("code", "text", "true", "false"),
    [
        ("sheet-moving", MONTHS + "The number {} in every month.", "rose", "fell"),
        (
            "sheet-moving",
            MONTHS + "The number of calls has {} each month, from 40 in May to 70 in August.",
            "risen",
            "fallen",
        ),
        ("sheet-most", GRADES + "The {} team had the largest number of good files.", "South", "North"),
        ("sheet-most", GRADES + "The {0} team had the most of the three, as it had in May.", "South", "East"),
        ("rest-of-none", VISITS + "Over the three sites {} visits were not made.", "45", "54"),
        ("rest-of-none", VISITS + "We end {} visits short of what was due.", "45", "55"),
        ("sheet-none", VISITS + MONTHS + END + "We begin with Oban, where only {} of visits were made.", "58%", "85%"),
        ("sheet-half", ROUNDS + "Women were {} than half of each group.", "more", "fewer"),
    ],
)
def test_against_every_table(code, text, true, false):
    """Nothing is amiss in the one, and the rule finds the other."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        # Of other things than the table tells, or given by other numbers of the report.
        "Of the 251 helped, 37 came again, and 28 of the 86 who left did. In eight of these the family had never been in. "
        + VISITS,
        MONTHS + "The number who rang again fell in every month, from 31 to 9.",
        VISITS + "In the autumn 14 forms were not signed, and 27 were not dated.",
        VISITS + MONTHS + END + "We begin with Ayr, where 81% of staff felt safe.",
        VISITS + MONTHS + END + "Oban, where 42% of visits were not made, comes next.",
        "We read 238 files from two towns, and 238 people wrote. 131 came from Ayr. The remaining 107 came from Oban.",
    ],
)
def test_of_other_things(text):
    assert wrong(text) == set()


@pytest.mark.parametrize(("mean", "codes"), [("29.7", set()), ("34.2", {"mean-of-each"})])
def test_so_many_each(mean, codes):
    """The visits over the officers, which the report tells in other places."""
    text = (
        f"The service has six officers, and 41 contracts. They made {mean} visits each on average. Of the 178 visits, "
        "143 were by day and 35 by night; 12, 14, 19 and 23 failed, and 61 sites, 44 homes, 72 shops and 55 cafes were "
        "seen."
    )
    assert wrong(text) == codes


@pytest.mark.parametrize(("month", "codes"), [("July", set()), ("May", {"sheet-quoted"})])
def test_in_brackets_behind_its_name(month, codes):
    """The figure of another row is no sum of two others."""
    text = "Errors\n\nMonth\tErrors\tFalls\nMay\t5\t16\nJune\t4\t13\nJuly\t9\t5\nAll\t18\t34\n\n"
    found = wrong(f"{text}Most errors in a month were reported in {month} (9).")
    assert codes <= found and bool(found) == bool(codes)


def test_a_difference_of_both():
    """The two right before it are what it is of, whatever cells are so far apart."""
    text = (
        "Flow\n\nArm\tKept\tLost\nNew\t69\t33\nOld\t81\t10\n\nIt helped 127 of 205 on the new drug (62.0%) and 60 of 199 "
        "on the old (30.2%), a difference of {} percentage points."
    )
    assert wrong(text.format("31.8")) == set()
    assert "apart" in wrong(text.format("36.0"))
