"""Order, rests, means, rates and terms told in further words: each text right and with one slip, and right ones alone."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# Each text with what makes it right, and what makes it wrong.
TOLD = [
    # Terms that ended, ages and delays.
    ("The guest came on 25 April and left on 30 April after {} nights.", "five", "seven"),
    ("Digging ran from the start of January 2021 to the end of December 2022, {} months in all.", "24", "30"),
    ("One tenor, aged 61 when he joined, left four years later at {}.", "65", "67"),
    ("The bell rang at 14:05 and was answered at 14:17: a delay of {} minutes.", "12", "15"),
    ("The play lasted from 10:30 until 12:15, an hour and {}.", "three quarters", "a quarter"),
    ("Mrs A was 83 on moving in in 2019 and {} when she died in 2024.", "88", "90"),
    # A share in words and the figures behind a mark.
    ("We looked into 28 sheds and found moss in half of them, that is, in {}.", "14", "12"),
    ("One boat in four was let out: {} of the 520 on the list.", "130", "150"),
    # Those who are so and the others, by their words and by how many they are called.
    ("Of 84 logs, 9 lacked a stamp and the great majority ({}) had one.", "75", "57"),
    ("While 16 of the 25 rowers had been taught, a {} of nine had not.", "minority", "majority"),
    ("Bills were mostly paid on time, 64 of 80; a handful, {}, were late.", "16", "26"),
    ("Twelve of the 90 stalls were shut and three unlet. With both groups set aside, {} stalls remained.", "75", "78"),
    ("No plan was held for 12% of barns, which means {} had one.", "88%", "78%"),
    ("Income came from rents (52%), gifts (31%) and sales ({}), and from nowhere else.", "17%", "27%"),
    ("Everyone bar three signed the last page: {} of 90.", "87", "77"),
    ("Barring five, the 62 guards had all been taught, {} in number.", "57", "47"),
    ("No lamp went unchecked: {} of the 18 had been looked at.", "18", "16"),
    ("Every one of the 18 lamps was seen; {} cards were found, one for each lamp.", "18", "15"),
    ("Eight sheds were seen. All but {} were in order: seven had a lock and one had none.", "one", "three"),
    ("The barn keeps 22 cows by day and, with 8 fewer, {} by night.", "14", "16"),
    ("The choir began with 500 singers. By wave two 42 had left, 30 had joined, and the roll was {}.", "488", "498"),
    ("The dog flagged 66 of the 79 crates with fruit and missed {}, giving a sensitivity of 83.5%.", "13", "10"),
    ("The fund opened at £550. Gifts of £22 were paid in and £55 was drawn for coal. It closed at £{}.", "517", "529"),
    # Means, rates, so many each, bodies, distances, none.
    ("The yearly mean was £{}; it drew £45 in the first year, £50 in the second and £55 in the third.", "50", "55"),
    ("The port has 62,000 berths and saw 124 thefts last year, that is, {} per 1,000 berths.", "2.0", "2.4"),
    ("Two clerks each wrote up five talks, so {} notes were on file.", "ten", "twelve"),
    ("The yard had five smiths and seven grooms, a complement of {}.", "twelve", "thirteen"),
    ("Leaks numbered 17, {} in the old pipes and eight on the pier.", "nine", "eleven"),
    ("Recycling reached 46%, short of the 50% goal by {} points.", "four", "six"),
    ("In {} not one boat was lost. The log reads: May 4, June 2, July 0.", "July", "June"),
    ("Of the eight bids the dearest was £91,000 and the cheapest £64,000, £{} apart.", "27,000", "17,000"),
    ("The 200 guests split as 48 farmers, 112 millers and {} bakers.", "40", "50"),
    # Order.
    ("More people agreed than disagreed with the closure ({} to 65).", "159", "51"),
    (
        "The most common gap was {}: there were torn maps in 8 files, lost keys in 16 and an unsigned note in 11.",
        "a lost key",
        "an unsigned note",
    ),
    (
        "Debts fell in Leisure from 78 to 58 and in Payroll from 86 to 56, the largest drop in number being in {}.",
        "Payroll",
        "Leisure",
    ),
    ("Here 2 of 12 bells were slow. There {} of 12 were. Both floors thus had slow bells.", "1", "0"),
    ("As many came by bus (41) as came by tram ({}).", "41", "47"),
    ("Rowers were the largest group, {} in number; there were 63 singers and 47 who were younger.", "75", "57"),
    ("There were no leaks in either mill (0 in Ash Mill, {} in Elm Mill).", "0", "2"),
    ("One mill only saw its thefts rise: Ash Mill, from 40 to {}.", "52", "32"),
    ("Filing was worst at Elm, where {} of forms had gaps, against 8% at Ash and 4% at Oak.", "11%", "7%"),
]
# Right in another way than it may seem.
LEFT_ALONE = [
    "Ash closed 26 of its cases, one more than Birch and two more than Cedar, which closed 24.",
    "Mill A had half as many leaks as mill B (8 against 16). Neither mill had a flood.",
    "Boats missed 12, 15, 9 and 16 tides in the four weeks: 13 a week on average.",
    "Mill 1 made a third as many loaves as mill 2 (5 against 15).",
    "Of 120 cards, 18 had no picture; the large majority, 102, had one.",
    "A third of the leaflets went to farms; of the 60 farms 12 had asked for them.",
    "Half of the sheds were seen: 14 of the 30 in the north and 16 of the 30 in the south.",
    "Ten kennels were seen. All but two were clean: eight were spotless and two were soiled.",
    "Only one mill saw its output fall: Ash, from 230 to 210. The others grew.",
    "Neither mill met the standard: 88% at Ash and 91% at Elm against 95%.",
    "No mill had more than two leaks (0 at Ash, 2 at Elm).",
    "Recycling is at 46%, below the 50% goal, and has risen by six points since 2021.",
    "Fees were due on 1 March. The 14-day rule for appeals was brought in on 1 June.",
    "The motion was lost although 27 voted for it and 24 against, since two thirds were needed.",
    "In April there were no leaks. May had six leaks and June four, so the spring had ten.",
    "None of the six claims was met in full: two were met in part and four were turned down.",
    "Neither shop kept to its budget in spring. In autumn Ash saved £30 and Elm overspent by £20.",
    "All three mills had gaps: Ash 4, Elm 2 and Oak 6, with a further 3 in the pool.",
    "All guards except four had been taught by May: 38 of 60 in the north had been by March.",
    "In order of visit the mills were Ash 31, Elm 22, Oak 26 and Fir 12.",
]


@pytest.mark.parametrize(("text", "right", "wrong"), TOLD)
def test_a_slip_is_told_and_what_is_right_is_not(text: str, right: str, wrong: str) -> None:
    """Guards that these are read by what is meant, in whatever words."""
    found = [each for each in judge(read(text.format(right))).amiss if each.verdict in ("wrong", "rounding")]
    assert not found
    assert any(each.verdict == "wrong" for each in judge(read(text.format(wrong))).amiss)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_right_texts_are_left_alone(text: str) -> None:
    """Guards that figures of something else, or right in another way, are not called wrong."""
    assert not [each for each in judge(read(text)).amiss if each.verdict != "arguable"]


def test_one_slip_is_told_once_in_a_crowd() -> None:
    """Guards that two rules on order don't both tell the same words, which name the two figures of their sentence."""
    crowd = "The mill has 28 looms and 41 hands, and took 312 orders last year. "
    found = judge(read(crowd + "More were late in June than in May: 4 in June, 9 in May.")).amiss
    assert [each.verdict for each in found] == ["wrong"]
