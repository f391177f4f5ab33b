"""Figures with a sentence between them that has nothing to do with them, and wholes told sentences before."""

import pytest

from looped.checker.asides import between_asides
from looped.checker.judging import judge
from looped.checker.readers.text import read

# A text, what is right in it and what is wrong.
OVER_ASIDES = [
    ("Of 90 visits, 40 were late. The tool is described in annex B [7]. The other {} were on time.", "50", "60"),
    ("The depot washed 40 vans. Clause 7 applies here. Together they took 120 hours. The mean was {} hours.", "3", "4"),
    (
        "In 2021 the shop had 45 buyers. Doors opened on 3 May. In 2022 there were {}. Buyers doubled in a year.",
        "90",
        "62",
    ),
    (
        "Calls numbered 9 in July, {} in August and 6 in October. Callers were aged 9 to 80. There were no calls in August.",
        "0",
        "4",
    ),
    ("Of 48 forms 24 came back. Forms ran from £12 to £90. The response was {}.", "50%", "60%"),
]
# What stands between has a bearing on the figures, so that nothing may be passed over.
BOUND = [
    "The pool had 60 users in May. The hall closed on 3 June. These numbers fell. In July it had 41.",
    "The pool had 60 users. In June 2021 it was shut. There were 41 users. Users rose.",
]
NAMED = [
    ("We saw 64 boats and rang 20 owners. Of the boats, 48 were dry and {} let in water.", "16", "66"),
    (
        "Staff read 128 bills. We also met 44 members of staff. Of the bills, 40 (31%) were paid. Of the staff, 23 ({}) left.",
        "52%",
        "58%",
    ),
    ("Ninety claims came in but ten were duplicates. Of the unique claims, 64 ({}) were paid.", "80%", None),
    ("Nineteen inns have 70 rooms. Of these inns, 12 were full and {} rooms stood empty.", "30", None),
]
RATES = [
    (
        "The bills tested came to £219,000. Errors of £25,100 were found. The error rate by value was {}.",
        "11.5%",
        "6.1%",
    ),
    ("The inn employs 71 cooks. Over the year 35 left. Turnover was {} leavers per 100 cooks.", "49.3", "50.7"),
    ("The yard mended 40 carts. Together they took 300 hours. The mean was {} hours.", "7.5", "8.5"),
]
DIVIDED = [
    (
        "Twenty-two inns were seen and each was given one grade. {} were good, twelve fair and two poor.",
        "Eight",
        "Five",
    ),
    (
        "The report made {} requests. Eleven have been met, six have been partly met and two have not been met.",
        "19",
        "14",
    ),
    ("The report made {} requests. Twelve have been met, five have been partly met and three have not.", "20", "17"),
    ("We drew 48 bills. Twelve were late. That is a {} of the sample.", "quarter", "third"),
    ("There were 86 thefts last year and 72 this year. There were 14 {} thefts this year.", "fewer", "more"),
    ("Calls fell from 60 in May to 48 in June. In May there were 12 {} calls.", "more", None),
    ("The score for falls was 77% in 2020, 77% in 2021 and {} in 2022.", "71%", None),
    ("We drew 20 bills at random. We found that {} were signed.", "10", None),
]
NOTED = [
    ("Of the files 33 ({}) were signed [a].\n\n[a] Percentages are of all 65 files.", "51%", "61%"),
    ("Glad were 20 (21%) [a], while 12 ({}) agreed with the plan [a].\n\n[a] Percentages are of all 96.", "13%", "19%"),
    ("Twenty (21%) liked the hall*, and 12 ({}) liked the yard*.\n\n* Percentages are of all 96.", "13%", "19%"),
]
COVERED = [
    (
        "This review looked at {} letters.\n\nOf 47 letters six were lost.\n\nA date was on 40 of the 47 letters.",
        "41",
        None,
    ),
]


@pytest.mark.parametrize(("text", "right", "wrong"), [*OVER_ASIDES, *NAMED, *RATES, *DIVIDED, *NOTED, *COVERED])
def test_figures_are_read_over_other_sentences(text: str, right: str, wrong: str | None) -> None:
    """Guards what is told of figures some sentences away: what is wrong is told, and what is right is not."""
    assert not [each for each in judge(read(text.format(right))).amiss if each.verdict != "arguable"]
    if wrong:
        assert [each for each in judge(read(text.format(wrong))).amiss if each.verdict != "arguable"]


@pytest.mark.parametrize("text", BOUND)
def test_what_bears_on_the_figures_is_not_passed_over(text: str) -> None:
    """Guards sentences that take something up, or say of what time the next figures are."""
    short = "".join(each.text for _, each in between_asides(read(text)))
    assert not short or all(words in short for words in ("In July", "These") if words in text)
