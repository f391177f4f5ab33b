"""So many for each, for a hundred, a day or on average: wrong ones are found, and what isn't of them is left alone."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# A text, what is right in it and what is wrong.
OF_EACH = [
    ("Ropes cost £7,200 for 48 climbers; per head, that is £{}.", "150", "160"),
    ("The fair cost £27,600 to run and drew 120 traders, so the cost per trader was £{}.", "230", "240"),
    ("{} oaks were set, four in each of the ten fields.", "Forty", "Fifty"),
    ("At exactly two rounds per guard, {} rounds were walked by the 58 guards.", "116", "126"),
    ("Eight regattas were held in the year, that is, {} a quarter.", "two", "three"),
    ("The inn served 2,600 pies last year, {} a week.", "50", "60"),
    ("Postage at £2 a parcel came to £{} for the 340 parcels sent.", "680", "780"),
    ("In five ports each pilot spoke to 24 sailors, so {} were heard.", "120", "130"),
    (
        "We timed six ferries between 07:30 and 11:00. The waits added up to 24 hours, so on average each took {} hours.",
        "four",
        "six",
    ),
    ("A crossing takes three hours, so the 12 crossings needed {} hours.", "36", "46"),
    ("£24,000 was shared by eight choirs, which had £{} apiece.", "3,000", "4,000"),
]
MEANS = [
    ("Crossings took 22 and 30 days, averaging {} days.", "26", "28"),
    ("Bids of £4,000, £5,000 and £9,000 came in, so the mean bid was £{}.", "6,000", "7,000"),
    ("The two judges gave 64 and 70, an average of {}.", "67", "76"),
    ("Twenty-four leaks were found over 8,000 bed days, or {} per 1,000 bed days.", "3.0", "4.0"),
    ("Twelve wrecks followed 240 sailings: {} for every 100.", "five", "six"),
    ("The county saw 45 fires. Its people number 300,000, so the rate was {} per 100,000.", "15", "25"),
]
OF_OTHERS = [
    "The 12 barns have 30 stalls each and 340 sacks.",
    "The fee is £12 a year. Of 40 rowers, £500 has been received in gifts.",
    "Guards are asked to make three rounds a day; over five days Ms Hall made 13.",
    "The north had 22 and the south 30 days on average.",
    "The two mills had 12 and 18 floods and averaged 14 sacks a day.",
    "Twelve wrecks followed 240 sailings; in the year before it was six for every 100.",
]


@pytest.mark.parametrize(("text", "right", "wrong"), OF_EACH + MEANS)
def test_what_each_has_times_how_many_they_are(text: str, right: str, wrong: str) -> None:
    """Guards that a rate or a mean is set against what all come to and how many they are, in whatever order."""
    assert not judge(read(text.format(right))).amiss
    assert {each.verdict for each in judge(read(text.format(wrong))).amiss} == {"wrong"}


@pytest.mark.parametrize("text", OF_OTHERS)
def test_rates_of_something_else_are_left_alone(text: str) -> None:
    """Guards that no product is asked for where the figures are of different things, or of what should be."""
    assert not judge(read(text)).amiss
