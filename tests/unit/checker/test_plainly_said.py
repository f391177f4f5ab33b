"""Plain statements whose words bind all of their figures: wholes, targets, orders, bounds and what tables are of."""

import pytest
from tests.unit.checker.verdicts import wrong

# A form, the right figure or word, the wrong one, and the rule that says so.
FORMS = [
    ("Of 347 sailors asked, 92 were left out and {} were randomised.", "255", "264", "of-the-whole"),
    ("Of 400 sailors screened, 118 (30%) were ineligible and {} were enrolled.", "282", "289", "of-the-whole"),
    ("Of 92 boats, 68 (74%) had a pump and 24 ({}%) had no pump.", "26", "35", "of-the-whole"),
    ("There were 90 faults to mend: 18 ({}%) closed, 13 (14%) under way and 59 (66%) open.", "20", "31", "of-the-whole"),
    ("The four parts, ranked from best to worst, were Sails, Ropes, Pumps and Masts. {} is a strength.", "Sails", "Masts",
     "ranked-end"),
    ("From worst to best, they were: Sails, Ropes, Pumps and Masts.\n\n{} was the weakest.", "Sails", "Masts", "ranked-end"),
    ("Of the 120 boats seen, 93 (78%) had a pump. In short, 93 of the 120 boats ({}%) had a pump.", "78", "77",
     "share-two-ways"),
    ("126 of 155 boats (81%) had a log. The target is at least {}%. The target was met.", "80", "90", "target-said"),
    ("Late boats were 12% of all. The limit is old. The target is no more than 10%. It was {}.", "missed", "reached",
     "target-said"),
    ("At least 90% of the 157 boats ({}) came in on time.", "145", "45", "bound-told"),
    ("Fewer than 20% of the 40 boats ({}) came in late.", "7", "9", "bound-told"),
    ("All 50 boats seen had a log. Of the 50 boats, {} had a log and 5 had a bare cover.", "50", "45", "all-or-some"),
    ("None of the 28 boats had leaks.\n\nOf the 28 boats, {} had leaks and 20 were new.", "none", "6", "all-or-some"),
    ("All 28 forms were sent in within three months. {} of the 28 forms were sent in late.", "None", "Two", "all-or-some"),
    ("Boats in time were 38% in 2022 and {}% in 2023. The share rose by 2 percentage points.", "40", "45", "it-moved"),
    ("Crews met the standard in 47% in the first quarter and {}% in the second. It fell between the quarters.", "41", "59",
     "it-moved"),
    ("{}/41 boats were sound. We went on 3 May.", "38", "43", "above-slashed"),
    ("{} owners agreed that crews were kind (32 agreed strongly and 30 agreed).", "62", "55", "either-of"),
    ("The {} leaks were 23 mild, 24 fair and 3 bad.", "50", "47", "plain-parts"),
    ("We did 11 audits in the year. Eight were given full marks, two half marks and {} no marks.", "one", "four",
     "plain-parts"),
    ("Leaks have fallen in each of the past three years: 57 in 2018/19, 44 in 2019/20, {} in 2020/21, 16 in 2021/22.",
     "22", "46", "steps"),
    ("The rate for “Use of questionnaires” was highest at Ayr ({}%); the others were Oban (63%), Troon (52%) and Largs "
     "(51%).", "70", "50", "order-first"),
    ("{}%* of the boats were mended.\n\n* 88 of 118 boats.", "75", "57", "footnoted"),
]  # fmt: skip
PORTS = "Boats by port\n\nPort\tBoats\nAyr\t30\nOban\t24\nTroon\t30\nTotal\t84\n"
SET_IN = "Boats by port\n\n             Boats\nAyr             30\nOban            24\nTroon           30\nTotal           84\n"
LOGS = "Log kept, by port\n\nPort\tKept\tBoats\t%\nAyr\t24\t40\t60\nOban\t30\t50\t60\nTroon\t9\t30\t30\n"
MONTHS = "Boats by month\n\nMonth\tBoats\tHome within 30 days\tShare\nMarch\t38\t20\t53%\nApril\t55\t24\t44%\nMay\t76\t25\t33%\n"
TWICE = (
    "Table 1. Summary\n\nWhat\tNumber\nLogs in all\t62\nLogs moderated\t{}\n\n"
    "Table 2. Logs moderated, by quarter\n\nQuarter\tNumber\nFirst\t2\nSecond\t4\nThird\t8\nTotal\t14\n"
)
GRADES = (
    "Each was given one grade.\n\nTable 3. Boats by grade\n\nGrade\tShare\nFull\t19%\nHalf\t20%\nPart\t10%\nNone\t{}%\n"
)
TABLES = [
    ("The table shows all {} boats, each counted once.\n\n" + PORTS, "84", "87", "sheet-all-told"),
    ("We saw {} boats. The table shows where they came from.\n\n" + SET_IN, "84", "87", "sheet-all-told"),
    (PORTS + "\nThe mean was {} boats for each of the three ports.", "28.0", "31.5", "sheet-each-mean"),
    (PORTS + "\nThat is an average of {} boats per port.", "28", "32", "sheet-each-mean"),
    ("At Ayr, {} of the 40 boats kept a log.\n\n" + LOGS, "24", "21", "sheet-fraction"),
    (TWICE, "14", "13", "sheet-twice"),
    (MONTHS + "\nThe share of boats that were home within 30 days {} month on month.", "fell", "rose", "sheet-moving"),
    (GRADES, "51", "61", "sheet-hundred"),
]


@pytest.mark.parametrize(("form", "right", "slip", "code"), FORMS + TABLES)
def test_the_plain_statement_is_read(form: str, right: str, slip: str, code: str) -> None:
    """Guards each statement: its slip is found by its own rule, and the same told rightly is left alone."""
    assert not wrong(form.format(right))
    assert code in wrong(form.format(slip))


@pytest.mark.parametrize(
    "right",
    [
        "Of the 400 sailors screened, 118 declined and 270 were enrolled; 12 did not reply.",
        "The 2023/24 payments were late. 24/7 services were open.",
        "The four parts, ranked from best to worst, were Sails, Ropes, Pumps and Masts. Pumps is a strength.",
        "Of the 40 boats seen, 17 (43%) had a log. In short, 17 of the 40 boats (42.5%) had a log.",
        "81% of boats had a log. The target is at least 90%. The target was not met.",
        "All 28 boats now have a pump. At first, 6 of the 28 boats did not have a pump.",
        "All 28 boats were seen. Of the 28 boats, 6 had leaks and 22 were seen in May.",
        "Boats in time were 38% at Ayr and 45% at Oban. It fell by 2 points.",
        LOGS + "\nAt Ayr, 21 of the 40 boats were painted red.",
        PORTS + "\nThe table lists the 30 boats that we saw at Ayr.",
        PORTS + "\nThe mean was 48.0 minutes for each boat.",
        PORTS + "\nThe average boat had 3 leaks per voyage.",
        "We did 11 audits in the year. Five were rated good, two fair and four were not rated.",
    ],
)
def test_what_says_something_else_is_left_alone(right: str) -> None:
    """Guards right statements beside the forms that look like one of them."""
    assert not wrong(right)
