"""What the sentences of a whole report say of its tables: the most and its figure, from one figure to another."""

import pytest
from tests.unit.checker.verdicts import wrong as _wrong

from looped.checker.judging import judge
from looped.checker.readers.text import read

MONTHS = "Month\tDue\tIn time\tLate\nMarch\t51\t31\t20\nApril\t84\t71\t13\nMay\t42\t28\t14\nJune\t77\t67\t10\n\n"
KITES = (
    "Team | Kites | Torn | % torn\nEast Hill | 40 | 8 | 20%\nLow Moor | 50 | 20 | 40%\nTarn | 30 | 9 | 30%\n"
    "All | 120 | 37 | 31%\n\n"
)
AGES = (
    "Age | Women | Men | Total\n20-39 | 12 | 3 | 15\n40-59 | 18 | 8 | 26\n60-79 | 34 | 13 | 47\nAll | 64 | 24 | 88\n\n"
)
YEARS = (
    "Year\tNumber\tCost\n2017/18\t9\t£3,258\n2018/19\t22\t£10,670\n2019/20\t17\t£10,489\nThree years\t48\t£24,417\n\n"
)
INCOME = (
    "Source\t2020/21\t2021/22\tChange\nGrant\t642,000\t626,000\t-16,000\nFees\t321,000\t333,000\t+12,000\n"
    "Gifts\t186,000\t194,000\t+8,000\nTotal\t1,149,000\t1,153,000\t+4,000\n\n"
)
SCORES = (
    "Outcome | Drug (n = 95) | Placebo (n = 97)\nPain, baseline, mean | 69.4 | 65.7\nPain, week 12, mean | 45.2 | 53.4\n"
    "Change, mean | -24.2 | -12.3\n\n"
)
RATING = "Score\tRating\tUsers\n3\tGood\t57\n2\tFair\t20\n1\tPoor\t13\n\tTotal\t90\n\n"
FELL = "Kind\tLast year\tThis year\nNoise\t44\t36\nFumes\t31\t26\nLitter\t46\t20\nDogs\t32\t46\n\n"
CAME = "Table 1. Those who came (n = 50)\n\nSession\tCame\tShare\nSession 1\t48\t96%\nSession 2\t43\t86%\nSession 3\t36\t72%\n\n"
LOST = "| Old | New | Both\nBegan | 104 | 102 | 206\nLost before the end | 9 | 5 | 14\nStayed | 95 | 97 | 192\n\n"

RIGHT_AND_WRONG = [
    (MONTHS, "The busiest month was April, when 84 fell due.", "The busiest month was March, when 84 fell due."),
    (KITES, "Low Moor had the most torn kites, 20.", "Low Moor had the most torn kites, 23."),
    (
        KITES,
        "Low Moor had 20 torn kites, more than any other team.",
        "Low Moor had 26 torn kites, more than any other team.",
    ),
    (AGES, "Women outnumbered men overall, and 73% were women.", "Men outnumbered women overall, and 73% were women."),
    (
        YEARS,
        "The number of thefts more than doubled from 2017/18 to 2018/19 and then fell in 2019/20.",
        "The number of thefts more than doubled from 2017/18 to 2018/19 and then rose in 2019/20.",
    ),
    (
        YEARS,
        "The number of thefts more than doubled from 2017/18 to 2018/19 and then fell in 2019/20.",
        "The number of thefts more than trebled from 2017/18 to 2018/19 and then fell in 2019/20.",
    ),
    (INCOME, "The grant made up more than half of all income.", "The grant made up less than half of all income."),
    (INCOME, "Only the grant fell, from £642,000 to £626,000.", "Only the grant fell, from £642,000 to £627,000."),
    (SCORES, "Mean pain fell from 69.4 to 45.2 on the drug.", "Mean pain fell from 69.4 to 50.2 on the drug."),
    (SCORES, "The larger change was in the drug group.", "The larger change was in the placebo group."),
    (RATING, 'The most common answer was "good".', 'The most common answer was "fair".'),
    (
        FELL,
        "Only dogs went up, from 32 to 46; the other three kinds went down.",
        "Only dogs went up, from 32 to 46; the other three kinds went up.",
    ),
    (
        CAME,
        "More than half of the group came to the last session.",
        "Fewer than half of the group came to the last session.",
    ),
    (
        CAME,
        "The number fell from one session to the next, from 48 at the first to 36 at the last.",
        "The number fell from one session to the next, from 48 at the first to 33 at the last.",
    ),
    (LOST, "More people were lost from the old group.", "More people were lost from the new group."),
]


@pytest.mark.parametrize(("table", "right", "wrong"), RIGHT_AND_WRONG)
def test_what_a_sentence_says_of_its_table_is_read(table: str, right: str, wrong: str) -> None:
    """Said rightly it is let be, with one word or figure changed it is pointed at."""
    assert not _wrong(table + right)
    assert _wrong(table + wrong)


def test_a_summary_speaks_of_the_table_that_has_the_row() -> None:
    """It stands in a section of its own, and more than one table follows."""
    rest = "\n## Kites\n\nTable 1. Kites\n\n" + KITES + "\n## Months\n\nTable 2. Months\n\n" + MONTHS
    assert not _wrong("## Summary\n\nLow Moor had the highest share of torn kites (40%).\n" + rest)
    assert _wrong("## Summary\n\nEast Hill had the highest share of torn kites (40%).\n" + rest)
    assert not _wrong("## Summary\n\nEast Hill had the highest share of sound kites (80%).\n" + rest)


def test_a_row_and_a_column_of_changes_come_out() -> None:
    """One of two is enough where the sign is printed, or where the rows above are of one thing."""
    assert _wrong(SCORES.replace("-24.2", "-21.2"))
    assert not _wrong(SCORES)
    two = "Group\tBefore\tAfter\tChange\nWalking\t301\t338\t+37\nUsual\t309\t315\t+6\n"
    assert not _wrong(two)
    assert _wrong(two.replace("+37", "+47"))


def test_from_one_month_to_another_only_those_between_count() -> None:
    """And "it" is what the sentence before speaks of."""
    before = "The number in time was lowest in May. "
    assert not _wrong(MONTHS + before + "From April to May it fell.")
    table = "Month\tDue\tDone\nMay\t60\t31\nJune\t51\t47\nJuly\t84\t28\nAugust\t70\t40\nSeptember\t65\t57\n\n"
    told = "The number done was lowest in July. From July to September it {} month by month, and ended 29 above July."
    assert not _wrong(table + told.format("rose"))
    assert _wrong(table + told.format("fell"))


def test_a_figure_of_an_earlier_year_is_none_of_the_table() -> None:
    """The sentence goes on from it: "has since risen"."""
    table = "Course\tStaff\tShare\nFirst aid\t46\t75%\nLifting\t48\t79%\nCleaning\t55\t90%\n\n"
    assert not _wrong(table + "In 2016 37 staff were up to date with first aid; the number has since risen by 9.")


def test_a_conclusion_quotes_the_share_of_a_row() -> None:
    """It stands in a section of its own, and two tables go before it."""
    checks = "Check | Due | Done | Share\nLamps tested | 40 | 10 | 25%\nDoors hung | 50 | 35 | 70%\n\n"
    report = "## Kites\n\n" + KITES + "\n## Checks\n\n" + checks + "\n## Conclusion\n\n"
    assert not _wrong(report + "The weakest check, lamps tested, was done in 25% of cases.")
    assert _wrong(report + "The weakest check, lamps tested, was done in 31% of cases.")


@pytest.mark.parametrize(("stated", "is_wrong"), [("£365", False), ("£465", True)])
def test_what_the_average_one_is_worth_is_worked_out_from_all_rows(stated: str, is_wrong: bool) -> None:
    """Guards that the money of a table is set against its count of the thing that is named, among other columns."""
    table = (
        "| Depot | Bills | Early | Late | Value (£) |\n|---|---|---|---|---|\n| Ash | 55 | 41 | 14 | 19,074 |\n"
        "| Elm | 35 | 22 | 13 | 13,742 |\n| Total | 90 | 63 | 27 | 32,816 |\n\n"
    )
    said = "Elm had the highest share late (37%), 13 of its 35. By value the largest sum was at Ash, at £19,074."
    text = f"{table}{said} The average bill was worth {stated}."
    assert any(each.verdict == "wrong" for each in judge(read(text)).amiss) == is_wrong
