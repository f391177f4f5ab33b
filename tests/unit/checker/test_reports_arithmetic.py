"""Guards the arithmetic of prose itself in reports of several blocks, where other figures stand around."""

import pytest
from tests.unit.checker.verdicts import wrong

TABLE = "Table 1. Boats by yard\n\nYard\tBoats\tLeaks\t%\nAyr\t31\t9\t29\nOban\t28\t7\t25\nWick\t37\t4\t11\nAll\t96\t20\t21\n\n"
# What else a section of a report tells.
BEFORE = (
    "We went to four yards in 12 days. Of the 310 letters that we sent, 22 came back, and the crews cost £1,240.\n\n"
)
BEHIND = "\n\nThree of the five sheds have a new roof; last time it was one. The next visit is in May, with 17 crews.\n"

# A text, what is right in it, what is wrong, and the rule that says so.
FORMS = [
    (
        "Of the 94 crews, 71 (75.5%) rowed all four races and 14 rowed two or three. The other {} rowed one or none.",
        "nine",
        "eleven",
        "parts-in-turn",
    ),
    (
        "We wrote to all, and 15 replied. {} of the 15 said that the race was too early, four that the boats were too "
        "old, and the other two that it rained.",
        "Nine",
        "Seven",
        "parts-in-turn",
    ),
    (
        "We saw 412 boats and left out 152 of them. Ninety-seven had no mast, {} had sunk, and the other 14 could not be "
        "found. The remaining 260 (63.1% of those seen) were raced.",
        "41",
        "47",
        "parts-in-turn",
    ),
    (
        "Sails had the most holes, with 20. Of these 20 sails, nine were at Ayr, where no sail was whole; {} were at Oban "
        "and three at Wick. The remaining three were at three other yards, one in each.",
        "five",
        "six",
        "parts-in-turn",
    ),
    (
        "The 26 boats had 46 leaks in all, or 1.8 each. Half of them (13) had one leak only. Eight had two, {} had three, "
        "and the remaining two had four.",
        "three",
        "four",
        "parts-in-turn",
    ),
    (
        "A surveyor read 20 of the 84 logs (24%) a second time. She kept the mark in 14 of these and changed it in the "
        "other {}: five were lowered by one mark and one was raised.",
        "six",
        "seven",
        "parts-in-turn",
    ),
    (
        "In May 46 boats lay in the harbour, 18 of them at North Quay, 15 at South Quay and {} at the Mole. We spoke to all.",
        "13",
        "11",
        "parts-in-turn",
    ),
    (
        "A sample of 96 logs was drawn from the four yards: {} from Ayr, 24 from Oban, 30 from Wick and 14 from Thurso.[^1] "
        "Each log was read against six rules.",
        "28",
        "24",
        "parts-in-turn",
    ),
    (
        "By the end of the year 29 boats had been lost. Ten of them were already missing in May, another ten in June, and "
        "{} more in July.",
        "nine",
        "eleven",
        "parts-in-turn",
    ),
    (
        "{} of the six rules are kept by more yards than before, one by as many and one by fewer.",
        "Four",
        "Five",
        "parts-in-turn",
    ),
    (
        "Of the 16 repairs agreed last year, ten have been made (62.5%), {} in part and two not at all.",
        "four",
        "three",
        "parts-in-turn",
    ),
    (
        "Of the 52 repairs that were late, {} have since been made and 15 are still open.",
        "37",
        "33",
        "parts-in-turn",
    ),
    ("37 leaks were found. 22 were mended in time, so {} were late.", "15", "17", "parts-in-turn"),
    ("The lowest was for oars: 81 of 120 boats had two, so {} boats did not.", "39", "49", "parts-in-turn"),
    (
        "Of the 481 late bills {} waited for a signature, 118 were held back in a quarrel and 61 were simply mislaid.",
        "302",
        "320",
        "parts-of-whole",
    ),
    (
        "{}% row at least once a week, a further 30% row at least once a month but not every week, and the remaining 49% "
        "row less often than that.",
        "21",
        "24",
        "share-left",
    ),
    (
        "Years at sea: 21% of those who answered have sailed for less than two years, 34% for two to ten years and the "
        "remaining {}% for more than ten.",
        "45",
        "54",
        "share-left",
    ),
    (
        "We looked at 412 boats and left out 172. The remaining 240 were raced, which was what we had planned. Ayr gave 97, "
        "Oban {} and Wick 62.",
        "81",
        "87",
        "parts-of-whole",
    ),
    (
        "Ayr overspent by most, £62,300, or 4.3% of its budget. Oban, with £28,900, overspent by less in pounds but by more "
        "in proportion (4.5%). Together the two went {} over. Wick gave back £43,400.",
        "£91,200",
        "£89,200",
        "two-together",
    ),
    (
        "Speed was named by 38%, twice as often as damp with 19%. Noise follows with 17% and dust with 14%. Other things "
        "were named by 12%. The first two answers together make {}.",
        "57%",
        "59%",
        "two-together",
    ),
    (
        "The rate was highest at Ayr, where five of 15 leaked, and next highest at Oban, where nine of 30 did. These two "
        "yards had 45 of the 120 boats but {} of the 26 leaks.",
        "14",
        "16",
        "two-together",
    ),
    (
        "Ayr had the best rate, at 78.0%; Wick the poorest, at 54.4%, although that is up from 46.1% last year. The gap "
        "between the two is {} points. Oban has 60.0%.",
        "23.6",
        "18.0",
        "two-together",
    ),
    (
        "We rated 36 of 84 boats (43%) as good. That is better than in spring, when 27 of 75 boats (36%) were good and {} "
        "(21%) were bad.",
        "16",
        "18",
        "same-base",
    ),
    (
        "Twelve of last year's 16 repairs have been made ({}), three in part, and work on one has not begun.",
        "75%",
        "70%",
        "share-of-base",
    ),
    (
        "The 16 boats were worth £210,000 in all. Oak was used for seven of them, {} than half by number but well over half "
        "by value.",
        "fewer",
        "more",
        "part-of-them",
    ),
    (
        "Though the night crew saw the fewest boats, it had {} leaks than either of the other crews: 12, compared with 11 at "
        "dusk and nine by day.",
        "more",
        "fewer",
        "than-listed",
    ),
    ("Leaks have gone up by {} in six months (from 24 to 31).", "seven", "nine", "change-bracketed"),
    (
        "Wick has the widest range, from 87.9% on oars to 28.6% on sails, a spread of {} points.",
        "59.3",
        "53.9",
        "gap-of-two",
    ),
    (
        "The 111 men were offered eight races each and rowed 666 of 888 (75.0%), a mean of {}.",
        "6.0",
        "6.5",
        "mean-in-turn",
    ),
    (
        "The 77 crews rowed 1,078 miles between them, a mean of 14.0 miles. In the first round sixty-two crews rowed {} "
        "miles, a mean of 16.0.",
        "992",
        "929",
        "mean-in-turn",
    ),
    (
        "103 leaks were found in 852 boats (12.1%), compared with 113 in 685 ({}) a year ago.",
        "16.5%",
        "15.6%",
        "share-of-base",
    ),
    (
        "We asked 96 boats for their logs. These questions were put to the 61 boats that have a mast. That is {} of all that "
        "answered. Of 96 logs 20 were wet.",
        "64%",
        "46%",
        "that-share",
    ),
    (
        "The owner has agreed to {} of the 14 repairs. The one not agreed to is for a mast, and we ask for it again.",
        "13",
        "12",
        "those-not",
    ),
    (
        "Of the 14 rowers, 11 said that they felt safe and 12 that the food was good. The {} who did not feel safe all row "
        "at Wick.",
        "3",
        "4",
        "those-not",
    ),
    (
        "In spring tar came first, with 83 of 171 (48.5%), and rope second with 77 (45.0%); tar is now named by 41.8%, a {} "
        "of 6.7 points.",
        "fall",
        "rise",
        "way-by-size",
    ),
    (
        "In all 27 of the 39 leaks (69.2%) were mended. Our target of 75% was missed by {} points; last year it was missed "
        "too.",
        "5.8",
        "8.5",
        "points-to-none",
    ),
]


@pytest.mark.parametrize(("text", "right", "slip", "code"), FORMS)
def test_statements_among_others(text: str, right: str, slip: str, code: str) -> None:
    """Guards each form in a section that tells other figures before and behind it."""
    report = f"1. What we did\n\n{BEFORE}{{}}{BEHIND}\n2. The yards\n\n{TABLE}"
    assert code in wrong(report.format(text.format(slip)))
    assert code not in wrong(report.format(text.format(right)))


READ_HERE = {code for *_, code in FORMS} - {"parts-of-whole"}
RIGHT = [
    "Of the 40 boats, 21 were asked for and 18 came; the other three were ill-kept.",
    "Of the 52 weeks 40 were dry. There were 19 storms in the other 12.",
    "Nine of the 15 were old, four of which leaked, and the other six were new.",
    "37 crews came. 22 had masts, so 17 oars were bought as well.",
    "We saw 30 boats at 14 quays. Sixteen came late. Nine of them were old, four wet, and the other three new.",
    "The 15 owners answered. We saw 14 quays in all. Nine were at sea, four were ill, and the other two had moved.",
    "Of the 40 boats, 12 had rot, 9 leaked and 15 were old.",
    "Ayr spent £4,300 too much; Oban was £2,200 over. Together the two have £8,100 in hand.",
    "The largest group is at Ayr, though its share has gone down from 36% to 34%. The two older groups together make up 62%.",
    "Of 60 boats nine had sails. At Ayr 9 of 20 men (45%) came and 6 (30%) women came.",
    "It had more leaks than Oban: 12, compared with 14 last year.",
    "Sales went up by one in four (from 20% to 25%).",
    "Leaks fell by two thirds (from 30 to 10).",
    "We asked 40. At least one reason was given by 60%, more than one by 30% and the remaining 25% said nothing more.",
    "The 16 boats cost £210,000. In all 20 were wanted, and oak was used for seven of them, fewer than half.",
    "In the first round sixty-two crews rowed 992 miles, a mean of 16.0.",
    "In May 30 crews rowed 480 miles in 12 races, a mean of 40.0.",
    "Of the 52 repairs that were late, 33 have since been made, 15 are still open and four were given up.",
    "Of the 412 boats 172 were left out, which leaves 240. Ayr gave 97, Oban 81 and Wick 62.",
    "70% of the crews row to work; of these 40% row alone and the remaining 60% in pairs.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_among_others(text: str) -> None:
    """Guards right texts that only look like one of the forms."""
    report = f"1. What we did\n\n{BEFORE}{{}}{BEHIND}\n2. The yards\n\n{TABLE}"
    assert not wrong(report.format(text)) & READ_HERE
