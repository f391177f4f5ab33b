"""Statements of a few figures that tell one sum, in many words: what is wrong is told, and what is right is not."""

import pytest
from tests.unit.checker.verdicts import wrong as amiss

# A text, what is right in it and what is wrong.
CONCLUDED = [
    ("Poppies outnumber tulips by {}: there are 77 of the former and 35 of the latter.", "42", "52"),
    ("Striking out {} blank cards brought the pile from 214 to 201, which we read.", "13", "12"),
    ("Having stood at 45 in May, the count was down by 17 a month later, at {}.", "28", "26"),
    ("Five more guides were trained by June, which took the number from 14 to {}.", "19", "17"),
    ("The gift was £90,000. By spring £62,000 had gone and £{} was in hand.", "28,000", "38,000"),
    ("We planned for 140 hours of cover but used {} hours, passing the plan by 15.", "155", "165"),
    ("Locals (214) and visitors ({}) together made up our 400 guests.", "186", "176"),
    ("By May £7,000 had come in. A further £4,500 did in June, bringing the sum so far to £{}.", "11,500", "12,500"),
    ("Oaks lead elms by {}, with 62 of the one and 37 of the other.", "25", "35"),
    ("The two counts, 118 and 93, differ by {}.", "25", "35"),
]
FLOWS = [
    ("The choir grew from 140 to 153 in a year, because 28 singers joined and only {} were lost.", "15", "25"),
    ("The tin began with £610, took in £245, paid out £320 and ended at £{}.", "535", "545"),
    ("Stock was {} crates at the start. Deliveries added 40, sales removed 55 and 125 are there now.", "140", "160"),
    ("The shed, which had held eleven oars, lost two broken ones and was down to {}.", "nine", "eight"),
    ("We threw out 14 blank slips and 6 doubles from the 420 returned, so {} slips were read.", "400", "406"),
    ("The float of £250 was topped up by £100. Receipts for £185 were seen, and £{} was counted.", "165", "175"),
    (
        "The roll stood at 64 on Monday; over the week 15 rowers joined and 19 left, and on Sunday it stood at {}.",
        "60",
        "62",
    ),
    ("Starting with 212 sheep, the farm gained nine, lost 14 and ended with {}.", "207", "217"),
    ("We tested {} boats: the list has 300, less four sunk ones and eight on loan.", "288", "298"),
    ("Logs were held for 181 of the 200 boats ({} missing).", "19", "29"),
    ("The herd rose to 87 from 74: births came to {} and nine animals died.", "22", "32"),
]
VERDICTS = [
    ("Only eight came to the first talk, while 27 came to the last. Interest has thus {}.", "risen", "fallen"),
]
OF_LISTS = [
    ("Boats of 14, 19, 22 and 30 feet were seen, a spread of {} between the shortest and the longest.", "16", "18"),
    ("Five teams scored 31, 12, 27, 18 and 40. The middle value, {}, was taken.", "27", "31"),
    ("Goals in six games numbered 2, 3, 2, 1, 2 and 5; the commonest figure was {}.", "two", "three"),
    ("Fares of £4, £7, £9 and £12 are asked, with a median of £{}.", "8", "9"),
]
PRODUCTS = [
    ("Crews cut 15 verges a week for four weeks, clearing {} verges.", "60", "50"),
    ("Thirty miles were walked: six a day for {} days.", "five", "seven"),
    ("The six huts sleep 12 people each. Room for {} has thus been made.", "72", "82"),
    ("Gauges were read eight times daily through a seven-day week, meaning {} readings.", "56", "54"),
    ("With £2,400 shared among eight clubs, each received £{}.", "300", "350"),
]
NAMED = [
    ("Guests could choose from {} dishes: soup, fish, pie and salad.", "four", "six"),
    ("Wages, rent and repairs are the {} costs that rose.", "three", "four"),
    ("We saw {} faults. The first was in the roof and the second was in the yard.", "two", "three"),
    ("Members were told in {} ways – by letter, by phone, online and in person.", "four", "three"),
    ("{} people were met, the cook and the porter.", "Two", "Three"),
]
AGAIN = [
    ("The crew had mended eight ({}) of the gates by our return.", "8", "9"),
    ("Fifty-three walkers reached the top; the {} finishers were given tea.", "53", "35"),
    ("The school runs 24 clubs, and at every one of its {} sites a first aider is there.", "24", "26"),
    ("The debt was £37,000 in May. To clear the £{} debt, land was sold.", "37,000", "73,000"),
]


@pytest.mark.parametrize(
    ("text", "right", "wrong"), [*CONCLUDED, *FLOWS, *VERDICTS, *OF_LISTS, *PRODUCTS, *NAMED, *AGAIN]
)
def test_a_slip_is_told_and_what_is_right_is_not(text: str, right: str, wrong: str) -> None:
    """Guards the readings by role: whichever words lead from the figures to what they come to."""
    assert not amiss(text.format(right))
    assert amiss(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        # Fewer of them, and of something else.
        "We had 18 guests in May and 21 in June. In all, 30 stayed the night.",
        "The fund stood at £9,000. It paid out £2,000 and took in £3,000 by June, and more is expected.",
        "Each of the 14 barns was seen twice and 30 farmers were met.",
        "We saw 12 barns with 30 stalls each and a herd of 350.",
        "More goats than sheep were sold (80 goats, 67 sheep; three left the market).",
        # One that isn't counted in figures; lists of some only; what "and" holds together.
        "The panel has seven members: four farmers, two vets and the chair.",
        "Three barns were seen, including Ash and Beech.",
        "There are four tests: of sight, hearing and balance, of speech, of memory and of touch.",
        # What was cut, and by what; what is expected.
        "The deficit of £40,000 was cut to £22,000 after £18,000 was saved.",
        "Of £90,000 the club has spent £60,000 so far and expects to overspend.",
        # Others than those told before.
        "We met 46 of the crew; the 64 who were away will be written to.",
        "We met 15 farmers. All 16 barns were clean.",
        # What there is made of two, and what is left of what was planned.
        "The deficit of £90,000 is made up of £55,000 on boats and £35,000 on fuel.",
        "We saw 26 races: thirty had been planned, but three were cancelled and one was moved to another day.",
        # What is needed, hoped for, or of some only; what another thing brought.
        "Of the £50,000 raised, £22,000 came from the fair, so the hall needs £30,000 more.",
        "Sales rose from 210 to 260, with 40 more sold by post than before.",
        "The club spent £3,100 on boats and took £2,800 in fees, but a legacy left it with a surplus.",
        "The median wait was 12 days; waits of 3, 8 and 40 days were also seen.",
        "The old barn held 36 carts and the new one holds 54, half as many again.",
        # Of each, of what lies between them, and at what time.
        "Two samples were drawn from each of 24 trees; the kiln received 48 of them.",
        "Eleven boats had left by noon and six more by five, bringing the day's count to 17.",
        "Nets mended in each week went up from 41 to 58, an increase of 17.",
        "The committee met eight times, twice as often as the year before, and 14 members came.",
        "Fuel cost £5,200 and feed £1,900. The highest bill was £90 above the lowest.",
        "So far this year seven boats have been sold: three in May, two in June and two in July.",
    ],
)
def test_what_only_looks_like_such_a_sum_is_left_alone(text: str) -> None:
    """Guards against taking together what a reader would not."""
    assert not amiss(text)
