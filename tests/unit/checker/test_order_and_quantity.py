"""Words of order and of how many, in many manners: each text told right and with one slip."""

import pytest
from tests.unit.checker.verdicts import wrong

# Each text with what makes it right, and what makes it wrong.
TOLD = [
    # The most, the second, the last: beside the own figure, by name, turned about.
    ("With {} loans, Thorn came out top; Bewley managed 388 and Ashby reached 391.", "412", "382"),
    ("No depot spent less on fuel than Wexham: Arle {}, Wexham £36,000, Minver £52,000.", "£41,000", "£31,000"),
    (
        "Dry mouth ({} people) was reported more often than any other; fatigue was reported by 21 and cough by 17.",
        "28",
        "18",
    ),
    ("Graffiti was most frequent in Hexley (84). Next came Durnford, with {}, and then Coleby, with 51.", "66", "46"),
    (
        "Ranked by income, the theatre came first (£310k), the hall second ({}) and the barn third (£180k).",
        "£270k",
        "£170k",
    ),
    (
        "Notes from Ash (97), Elm (37) and Oak (26), 160 in all. Ash sent the most, followed by {}.",
        "Elm",
        "Oak",
    ),
    (
        "Those there were aged 18 to 29 (40 people), 30 to 49 (62) and 50 or over (75). The {} group was the biggest.",
        "oldest",
        "youngest",
    ),
    (
        "Judged by complaints upheld, washing is the best-run service, with {}, ahead of meals with 5 and cleaning with 9.",
        "2",
        "12",
    ),
    # Of two.
    ("Parking brought in £91,000; the market, at {}, passed it.", "£96,500", "£86,500"),
    ("Girls led boys by {} to 59% in reading.", "64%", "54%"),
    ("Late bills came from Selby (12% of its bills); Goole, with 20 late ({}), had the larger share.", "18%", "8%"),
    (
        "Six people left the first arm and 12 the second, each of 143 people. More people thus left the {} arm.",
        "second",
        "first",
    ),
    ("The groups were unequal in size, 52 against {}.", "48", "52"),
    (
        "The two bids were alike in price, both being for {}: Harlow asked £48,000 and Vine £48,000.",
        "£48,000",
        "£58,000",
    ),
    # A part in words, and the figure further on.
    ("By May half of the £80,000 grant had gone, {} in all.", "£40,000", "£30,000"),
    ("A quarter of the 48 leases had lapsed, so {} had to be let again.", "twelve", "sixteen"),
    ("Almost every claim had a receipt; only {} of the 90 were not.", "6", "62"),
    (
        "It made 33 plans. By then 22 had been carried out and 11 had not begun. {} of the plans had thus been carried out.",
        "Most",
        "Few",
    ),
    ("At least two thirds of the time ({}) went on debts.", "70%", "60%"),
    # All, none, one alone.
    ("All 16 sheds were seen; the {} in town and the seven outside it were each seen once.", "nine", "eleven"),
    (
        "Nine of nine plans were read at Elm and {} of eleven at Ash. At both houses, then, every plan was read.",
        "eleven",
        "eight",
    ),
    ("Twelve people work here. All had done the course: the register showed {} certificates.", "twelve", "ten"),
    ("There was no breach in the 120 cases read ({}).", "0%", "3%"),
    (
        "Ward 4 alone met the 95% standard, for the results were 90% on ward 3, {} on ward 4 and 91% on ward 5.",
        "96%",
        "93%",
    ),
    ("Only two, Dell and Fair, pass half (53% and 51%); Holt has 48% and Acomb {}.", "44%", "54%"),
    ("In neither arm did more than five people withdraw; four did so on the drug and {} on placebo.", "three", "eight"),
    ("With the exception of five, the 72 walkers finished the course ({} finishers).", "67", "65"),
    # Of each of several pairs.
    ("Both pools drew fewer people than last year: Dalby {} against 410, and Weir 260 against 295.", "370", "470"),
    (
        "The desk was the stronger of the two throughout, scoring 8.7, 8.9 and 9.0 where the bar scored 7.9, 8.1 and {}.",
        "8.2",
        "9.2",
    ),
]
ALONE = [
    "Every one of the 20 wells was sampled, 14 in May and six in June.",
    "Apart from Kew, no garden drew over 5,000 people: Kew 7,200, Wake 4,100, Wisley 4,800.",
    "Nearly everyone took at least four fifths of the pills (117 of 122).",
    "Three visits were made, on 2, 9 and 23 May; the third visit fell on the 23rd.",
    "Ash has 24 beds and Elm 18. The busier of the two in winter is Elm, where 97% were full, against 91% on Ash.",
    "Complaints fell from 88 to 71; the fewest were about noise (6) and the most about bins (31), ahead of smell with 14.",
    "Turnover was lowest at Rye, at 4%, and highest at Lydd, at 13%; Hythe and Romney were level at 9%.",
    "Sick days averaged 6.1 at Hythe, 7.4 at Lydd and 5.2 at Rye; Lydd therefore fared worst.",
    "On Mondays 41 calls went unanswered and on Fridays 27. Fridays were therefore better.",
]


@pytest.mark.parametrize(("text", "right", "slip"), TOLD)
def test_order_and_quantity_are_read_by_what_is_told(text: str, right: str, slip: str) -> None:
    """Guards readings that many wordings share: whom a rank is said of, of what a part is, of how many it is so."""
    assert wrong(text.format(right)) == set()
    assert wrong(text.format(slip))


@pytest.mark.parametrize("text", ALONE)
def test_what_is_right_in_another_reading_is_left_alone(text: str) -> None:
    """Guards against a rank, a limit or an equality taken for one of other figures."""
    assert wrong(text) == set()
