"""Plain sums of prose: rests, limits, doses, taxes, tallies, lengths of time and lines of a list; right and wrong."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

RESTS = [
    ("We drew 240 bills. Of these 12 were cancelled and eight were duplicates, so {} were read.", "220", "228"),
    ("Of 89 rowers, 4 withdrew, 3 moved away and 2 stopped; {} completed the course.", "80", "82"),
    ("Two judges saw 40 plans. They agreed on {}. In the other six they split: four up and two down.", "34", "31"),
    ("We asked 180 clubs. 20 had closed and 40 refused. The rest were split evenly, {} to each team.", "60", "65"),
    ("Of 52 staff, six were ill, two were away and one had left; the remaining {} were asked.", "43", "45"),
    (
        "The fund stood at £1,581 on 1 May 2019. £122 was paid in and £280 drawn. On 3 May 2020 it was £{}.",
        "1,423",
        "1,739",
    ),
]
CLOSED = [
    (
        "There were 96 debts. Of these {} were under a month old, 27 between one and two and 19 over two months old.",
        "50",
        "40",
    ),
    ("Ten gave a reason. It was cost in five, distance in three and rain in {}; each gave one reason.", "two", "four"),
    ("Twelve gave it 3, ten gave it 2 and eight gave it 1. The mean mark was {}.", "2.1", "2.8"),
    ("Of 30 homes, 12 had one cat, 10 had two, six had three and two had four. The average was {} cats.", "1.9", "2.9"),
]
SET_AGAINST = [
    ("The roof cost £8,400 plus VAT at 20% of £{}.", "1,680", "1,860"),
    ("The grant of £50,000 carries an overhead of 15%, or £{}.", "7,500", "5,700"),
    ("Diaries were kept by 380 crews. They told of 1,710 trips, which is {} trips a crew.", "4.5", "2.9"),
    ("The mean of the five scores (62, 70, 71, 78 and 84) is {}.", "73", "75"),
    ("The grant of £36,000 is paid in four equal parts of £{}.", "9,000", "8,000"),
    ("The sample of 138 hens allowed for {} hens in each of the three sheds.", "46", "53"),
    ("The cats were aged 2, 8, 13, 14 and 16 years; the median age was {}.", "13", "8"),
]
TIMES = [
    ("The call came at 22:50 and the crew set out at 23:15, {} minutes after the call.", "25", "35"),
    ("It was seen on 12 May 2014, {} years to the day before this visit on 12 May 2016.", "two", "four"),
    ("We were on site for {} days, from 11 to 15 July 2024 inclusive.", "five", "four"),
    ("Talks began at 10:00 and closed at 11:40, lasting {} minutes.", "100", "120"),
]
LISTS = [
    ("We ask for {} changes:\n\n- a key\n- a lease\n- a gate", "three", "four"),
    ("The board agreed {} actions.\n\nBy June:\n\n- mow\n- paint\n\nBy July:\n\n- oil the hinge", "three", "five"),
    ("Of the nine faults {} are open:\n\n1. Keys.\n2. Locks.\n3. Doors.", "three", "four"),
    ("It set {} conditions:\n\n(a) a lease\n(b) a bank account\n(c) a named head", "three", "four"),
    ("The {} standards read were consent, site marking, timing and counting of swabs.", "four", "five"),
]
LEFT_ALONE = [
    # Of another whole, of some only, or of what isn't told.
    "Everyone was asked (206 answers). Yes was the answer of 106, no of 29; the remaining 71 did not know.",
    "We asked 60 crews. Nine declined and four were away. In the other port 30 were asked.",
    "There were 96 debts. Of these 40 were under a month old and 19 over three months old.",
    "A panel of nine voted: five for, three against, and one abstained.",
    # The limit is not what it is set against.
    "The shed was at 24 °C, 3 °C above the barn; the limit is 26 °C.",
    "Crews must rest for 20 minutes; 35 minutes were given, 5 minutes more than at the last visit.",
    "He took 500 mg four times a day, never more than 3 g daily.",
    "VAT at 20% was charged on £4,000 of the £9,000 bill.",
    "The discount of 15% was missed twice, at a cost of £640 on orders of £7,200.",
    # Another moment is meant, or the days were chosen among others.
    "The hen fell at 09:10, was found at 09:40 and seen at 10:25, 75 minutes after the fall.",
    "We were there for three days, from 4 to 15 March, choosing the days ourselves.",
    "She worked 36 hours (4.5 days) a week.",
    "Of the 300 asked, 40 refused. The remaining 260 were sent a form and 200 completed the survey.",
    "The list closed with 412 names: 389 carried over, 41 added and 18 struck off.",
    "The mean of their four ages (3, 7, 11 and 15) was 9.",
    # Lines that are of something else, or tell two at once.
    "Two of the five barns did well:\n\n- Ash met every standard.\n- Elm met all but one.",
    "Ten crews took part in two groups and raised these points:\n\n- Shifts are long.\n- Breaks are missed.\n- Pay is late.",
    "Three actions are late:\n\n- Action 4, due in May\n- Actions 7 and 9, due in June",
    "The five standards were clear, fair and kept.",
]


@pytest.mark.parametrize(("text", "right", "wrong"), RESTS + CLOSED + SET_AGAINST + TIMES + LISTS)
def test_what_a_statement_lets_anybody_work_out(text: str, right: str, wrong: str) -> None:
    """Guards that a figure is found that the others of its statement don't give, and no right one called wrong."""
    assert not [each.why for each in judge(read(text.format(right))).amiss]
    assert "wrong" in {each.verdict for each in judge(read(text.format(wrong))).amiss}


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_figures_of_something_else_are_left_alone(text: str) -> None:
    """Guards that nothing is worked out from figures of another whole, limit, moment or list."""
    assert not [each.why for each in judge(read(text)).amiss]
