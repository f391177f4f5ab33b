"""Guards which whole a share or a count is of: those left, those of whom a number was told, all that a table counts."""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.narrowed import narrowed
from looped.checker.prose import passage
from looped.checker.subgroups import taken_up

DUE = "Item\tResult\nOn the list\t128\nTest due\t90\nTest done*\t54 ({})\n\n* Base: homes with a test due."
LEFT_OUT = "Letters (n = 92)\n\nLetter\tSent\t%\nFirst\t46\t50.0\nSecond (a)\t47\t{}\n\n(a) 9 who died are left out."
IN_TURN = "Group\tPeople\nAnswered\t260\n... of whom drive\t169\n... of whom own a van\t{}\n\nEach line is part of the line above."
OFTEN = "How often do you swim?\t%\nEvery day\t26\nEvery week\t29\nLess often\t15\nNever\t30\n\n{}"
AGREED = "The hall is warm (n = 171)\n\nAnswer\tReplies\nStrongly agree\t65\nAgree\t45\nNeither\t34\nDisagree\t27\n\n{}"
MARKS = "Pond marks\n\nPart\tScore\tOut of\nBanks\t30\t40\nWater\t20\t30\nPaths\t39\t50\nTotal\t89\t120\n\n{}"
BOTH = "Sites\n\nSite\tOld\tNew\tBoth\nAsh\t37\t37\t74\nElm\t16\t17\t33\nOak\t29\t29\t58\nTotal\t82\t83\t165\n\n{}"

# (rule, text, what makes it true, what makes it wrong)
TEXTS = [
    (
        "of-subgroup",
        "We rang 131 adults. Sixty-six were anglers. A licence was held by 52 of the anglers ({}).",
        "79%",
        "40%",
    ),
    (
        "of-subgroup",
        "The list for May has 29 kitchen staff. A card was held by {} of the staff on the list.",
        "25",
        "35",
    ),
    ("of-subgroup", "Of 49 claims read, 17 were for travel. {} of the travel claims had no date.", "12", "20"),
    (
        "of-subgroup",
        "We saw 44 dogs. Of these, 30 dogs were fit to walk. Among the fit dogs, {} had a lead.",
        "13",
        "37",
    ),
    (
        "of-subgroup",
        "That day 44 people were living there. Plans were new for 38 guests, {} of the people living there.",
        "86%",
        "75%",
    ),
    ("of-subgroup", "In the balm group (66 patients), {} patients told of a rash.", "61", "69"),
    (
        "share-of-rest",
        "We read 67 files. Nine were closed and not graded; percentages are of the files that were. We judged 44 files good ({}).",
        "76%",
        "66%",
    ),
    (
        "share-of-rest",
        "In all 366 replied. Of these, 130 had rung us, and only they were asked question 8. To that question 92 said yes ({}).",
        "71%",
        "25%",
    ),
    (
        "share-of-rest",
        "We drew 76 bills. Fifteen proved to be copies and were set aside. Among the rest, 24 had been paid ({}).",
        "39%",
        "32%",
    ),
    (
        "share-of-rest",
        "We drew 90 slips. Six were blank and 12 were torn. Shares are of the others. A date was lacking on 24 slips ({}).",
        "33%",
        "27%",
    ),
    ("amount-share", "Cover cost £47,000, which is {} of the pay bill of £550,000.", "8.5%", "21.9%"),
    (
        "money-share",
        "The target for roads was £390,000. By May £312,000 had been saved, {} of the target.",
        "80%",
        "75%",
    ),
    ("sheet-noted", DUE, "60%", "74%"),
    ("sheet-noted", LEFT_OUT, "56.6", "51.1"),
    ("sheet-within", IN_TURN, "126", "176"),
    (
        "sheet-quoted",
        OFTEN,
        "The pool is used at least once a week by 55% of those who replied.",
        "The pool is used at least once a week by 48% of those who replied.",
    ),
    ("sheet-quoted", AGREED, "In all, 64% agreed or strongly agreed.", "In all, 46% agreed or strongly agreed."),
    (
        "sheet-quoted",
        MARKS,
        "The pond scored 74% of the marks available.",
        "The pond scored 66% of the marks available.",
    ),
    ("sheet-quoted", BOTH, "Ash took the most, 45% of the total.", "Ash took the most, 50% of the total."),
]
RIGHT = [
    "At four weeks rust was seen on 57 of those washed once daily (50%) and on 60 of those washed twice daily (53%).",
    "Twelve plans were late in the north and 15 in the south. Of the late plans, 20 were for flats.",
    "In 2019 the ward had 20 trained nurses. By 2021, 26 of the nurses had been trained.",
    "Of 49 claims looked at, 17 were for travel. 20 of the claims gave no date.",
    "In the drug arm (n = 51), 57 adverse events were told.",
    "We saw 44 dogs. Of these, 30 dogs were fit. Among the fit dogs, 13 knew every word. The commonest missing word was sit.",
    "Forms went to 240 people, of whom 30 left out question 4. Shares are of those who answered each question. Question 5 was answered by all: 126 (53%) said yes.",
    "We asked 200 people. Forty declined. Percentages are of all 200. We reached 150 people (75%).",
    "Files were read for 72 boats. Names were given in 63 files (87.5%), leaving nine in which they were not. In 45 files (62.5%) there was a complete log.",
    "The savings target was £390,000. By May £200,000 had been saved and a further £112,000 by June, 80% of the target.",
]


@pytest.mark.parametrize(("code", "text", "true", "false"), TEXTS)
def test_which_base(code: str, text: str, true: str, false: str) -> None:
    """Guards texts in which a narrower whole is told, each true and with a share or a count of another."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


@pytest.mark.parametrize("text", RIGHT)
def test_of_other_wholes(text: str) -> None:
    """Guards right texts in which what is told is of another whole than the one told last."""
    assert wrong(text) == set()


def test_what_is_taken_up() -> None:
    """Guards the readings that these rules share: of whom a count is, and how many are left."""
    read_of = passage("We saw 90 men. Fifty were anglers. A hat was worn by 40 of the anglers (80%).")
    assert [(each.part.count, each.whole, each.is_narrow) for each in taken_up(read_of)] == [(40, 50, True)]
    left = narrowed(passage("We got 90 slips. Six were blank and 12 were torn. Shares are of the others."))
    assert 72 in {each.left for each in left if each.is_said}


def test_a_share_of_another_time_leaves_nothing_of_this_one() -> None:
    """Guards that 53% isn't excused as what 48% in an earlier year would leave of a hundred."""
    assert wrong("In all 310 of our 533 cooks answered, a response rate of 53% (2022: 48%).")
    assert not wrong("In all 310 of our 533 cooks answered, a response rate of 58% (2022: 48%).")
