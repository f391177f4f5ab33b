"""Guards readings that whole reports need: rows by number, cells by what a column comes to, figures bound by words."""

import pytest
from tests.unit.checker.verdicts import wrong

RULES = (
    "Table 1. Rules kept\n\nRule\tAsked\tKept\t%\tLast time, %\tNow, %\n1 Gate shut\t196\t184\t93.9\t82.9\t93.9\n"
    "2 Lamp lit\t196\t181\t92.3\t82.3\t92.3\n3 Bell rung\t164\t145\t88.4\t91.1\t88.4\n\n"
)
GRADES = (
    "Table 2. Grade by yard\n\nYard\tFiles\tGood\tFair\tWeak\nRye\t29\t17\t7\t5\nDeal North\t31\t17\t12\t2\n"
    "Deal South\t24\t13\t5\t6\nAll yards\t84\t47\t24\t13\n\n"
)
YEARS = (
    "Table 3. Two years\n\nMeasure\tLast year, %\tThis year, %\nReviews on time\t89\t85\nVisits in time\t79\t74\n"
    "Checks in year\t76\t81\n\n"
)
MONTHS = "Table 4. Files by month\n\nMonth\tFiles\tGood or better\t%\nMay\t34\t17\t50\nJune\t47\t26\t55\nJuly\t30\t18\t60\n\n"
WARDS = "Table 5. Seen in 14 hours\n\nWard\tPatients\tAssessed in 14 h\t%\nAsh\t36\t31\t86\nElm\t52\t48\t92\nOak\t51\t49\t96\n\n"
SAID = "Table 6. What people said\n\nStatement\tAgree\tDisagree\nMy rent is fair\t273\t80\nRepairs are on time\t246\t120\n\n"
# Figures of other things around it.
CROWD = "Of 310 forms 22 came late. We rang 41 homes and 19 shops. It cost £1,200."


@pytest.mark.parametrize(
    ("code", "text", "true", "false"),
    [
        ("sheet-compared", RULES + "Keeping of rule 2 was {} than of rule 3.", "higher", "lower"),
        (
            "sheet-quoted",
            GRADES + "Weak files were found everywhere: {} of the 13 came from Deal South.",
            "six",
            "eight",
        ),
        ("sheet-quoted", GRADES + "In Deal North we graded {} files as fair, usually because of haste.", "12", "15"),
        ("sheet-quoted", WARDS + "On Elm, {} of 52 patients were assessed in time.", "48", "43"),
        (
            "sheet-changed",
            YEARS + "The share of visits in time is {} on last year, as is that for checks.",
            "down",
            "up",
        ),
        ("sheet-moving", MONTHS + "The share of good or better files {} in each month.", "rose", "fell"),
        ("averaged", "May 12, June 26 and July 25. June was worst. The average was {} a month.", "21.0", "23.0"),
        (
            "averaged",
            "It was known for 184 of 196 patients. The wait came to 1,195 hours, a mean of {} hours per patient.",
            "6.5",
            "8.2",
        ),
        (
            "mean-of-two",
            CROWD + " Nine clerks took part. Between them they read 111 files, a mean of {} each.",
            "12.3",
            "13.6",
        ),
        (
            "share-grounded",
            "In all 44 of 98 in the tea group were well, and 21 of 92 in the milk group. {} than half of the tea group "
            "were therefore well.",
            "Fewer",
            "More",
        ),
        (
            "what-remains",
            "Six of the 16 weak files came from Rye. In 12 it was haste, in 2 the rain, and in the other {} the dark.",
            "2",
            "4",
        ),
        ("change-stated", CROWD + " The share who rang has {}, from 16% to 32%, since May.", "doubled", "trebled"),
        (
            "parts-of-whole",
            CROWD + " Of the £25,906 due, £15,687 has come and £{} is still to come.",
            "10,219",
            "11,019",
        ),
        (
            "opposed",
            CROWD
            + " They spoke by telephone with fifteen carers: five said that they had a plan and {} that they had not.",
            "ten",
            "twelve",
        ),
        ("order-course", CROWD + " The rate has {} since: it was 7.3 and is now 6.2.", "fallen", "risen"),
        ("count-and-table", WARDS + CROWD + " Elm, with {} patients, has a new nurse and 14 new beds.", "52", "33"),
        ("sheet-changed", YEARS + CROWD + " The share of visits in time is {} on last year.", "down", "up"),
        (
            "sheet-compared",
            SAID + CROWD + " {} people agreed that their rent is fair than that repairs are on time.",
            "More",
            "Fewer",
        ),
        ("apart", CROWD + " The rate was 6.2 and is now 7.6, a difference of {}.", "1.4", "2.1"),
        ("sheet-quoted", GRADES + CROWD + " Weak files: {} of the 13 came from Deal South.", "six", "eight"),
    ],
)
def test_read_in_a_report(code, text, true, false):
    """Nothing is amiss in the one, and the rule finds the other."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize(
    "text",
    [
        GRADES + "In Deal North one of the 24 fair files was new, and 12 others would not do.",
        RULES + "Rules 1 and 2 hold for all, and rule 3 for the 164 who had a bell.",
        "In all 44 of 98 in the tea group were well, and 21 of 92 in the milk group. Most of the doctors were pleased.",
        "Rain fell. May 12, June 26 and July 25. The average wait was 23.0 days.",
    ],
)
def test_of_other_things(text):
    assert wrong(text) == set()
