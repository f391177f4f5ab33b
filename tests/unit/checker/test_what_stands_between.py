"""Words that stand between figures and what is said of them: with them or without, what is wrong is found."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# A text, what is right in it and what is wrong.
CASES = [
    ("Six ferrymen shared the 90 crossings evenly, so each of them made {}.", "fifteen", "eighteen"),
    ("Five rangers made 40 rounds, so that every one of them made {}.", "eight", "nine"),
    ("Median time to open the gate {} from 66 minutes in cycle 1 to 58 minutes in cycle 2.", "fell", "rose"),
    ("The wait fell from 12 days in period 1 to 9 days in period 2, {} days less.", "three", "four"),
    ("Unread books went {} from 31 books in round 1 to 22 books in round 2.", "down", "up"),
    (
        "Round 1 covered 66 barns and round 2 covered 60. A rota was on the wall in 37 barns in the first round (56%) "
        "and in 52 in the second (87%). Display was therefore 31 points {} after the talks than before them.",
        "higher",
        "lower",
    ),
    (
        "In May 50 visits were due and in June 40. On time were 20 in May (40%) and 30 in June (75%), a {} of 35 points.",
        "rise",
        "fall",
    ),
    # "At most" is no share; "that most" is one.
    ("We read 23 rotas and found that most of them ({}) had been redrawn in the month before.", "15", "5"),
    ("The log shows that most visits to the well were late: {} of 30.", "18", "8"),
    # What is done about something unwanted is wanted.
    ("The 90% standard for falls screening was {}: 97 of 114 residents (85%) had it done.", "missed", "met"),
    ("Pain assessment {} from 71% to 64%.", "worsened", "improved"),
    ("The target for infection control training is 95%. It stood at 91% and so {} it.", "missed", "met"),
    ("Pain itself {} from 71% to 64%.", "improved", "rose"),
    # All, with a count behind it in whatever way it is set off.
    ("It is plain that all of the huts had a lamp, {} of 46.", "46", "26"),
    ("All drains were cleared: {} of 34.", "34", "30"),
    ("The log shows that every gate was shut, {}.", "34 of 34 (100%)", "31 of 34 (91%)"),
    # So many more or fewer, with nothing behind it: than at the time told before.
    ("Dip sampling found 24 cracked jars in the earlier round and 18 in the second: six {}.", "fewer", "more"),
    ("We found 24 late letters in May and 18 in June, six {}.", "fewer", "more"),
    ("There were 41 calls in 2021 and 52 in 2022 (11 {}).", "more", "fewer"),
    ("In May we read 20 files; in June {}; and in July, eight more.", "12", "12, eight more"),
    # What is told of the figure stands behind its participle, and no object of it.
    (
        "We sounded 120 wells across the parish.\n\nThe water had changed in 24 wells, mostly for the worse. The number "
        "of changes among the {} wells sounded suggests that the dry summer did it.",
        "120",
        "127",
    ),
    ("We read 45 letters. Six letters had no date.\n\nThe gaps in the {} letters read show haste.", "45", "54"),
    # Small words within the things that are named, and "again and again".
    (
        "{} themes came up again and again in the wardens' notes: ropes without tags; gaps in the rota; and drift "
        "between visits.",
        "Three",
        "Four",
    ),
    ("{} worries were voiced: doubts about pay, rooms like cells and gaps between visits.", "Three", "Two"),
    # A share in words beside a count with its whole is of this whole, whatever is told later.
    ("Notes were left on {} of the 107 boats, more than half of the fleet. Sails were sound on 77 boats.", "62", "42"),
    ("In {} of 90 cases, nearly half, the key was lost. Of 64 tenants asked, few knew.", "41", "31"),
    # The standard that so many at least do so.
    (
        "The standard is that at least 85% of wells are sounded every four weeks. In the last quarter the figures were "
        "Ash 89%, Elm 81%, Oak 79%, Yew 86% and Box 77%. {} of the five parishes met the standard.",
        "Two",
        "Three",
    ),
    # How far the ends of a list are apart, named by any two words for ends.
    (
        "The six night porters were aged 44, 48, 49, 50, 59 and 60: the oldest was {} years older than the youngest.",
        "16",
        "20",
    ),
    (
        "The walls were 71 cm, 59 cm, 82 cm and 47 cm thick. The thickest was {} cm thicker than the thinnest.",
        "35",
        "31",
    ),
    (
        "The share was 71% in Ash, 59% in Elm and 47% in Yew. The highest figure is {} points above the lowest.",
        "24",
        "34",
    ),
    ("The share was 71% in Ash, 59% in Elm, 82% in Oak and 47% in Yew, a range of {} points.", "35", "31"),
    # Steps between two times of a table, and from the first to the last.
    (
        "Month\tSounded (%)\nJuly\t78\nAugust\t76\nSeptember\t87\nOctober\t79\n\nThe biggest rise from one month to the "
        "next came between {}.",
        "August and September",
        "July and August",
    ),
    (
        "Year\tBooks\tMaps\n2019\t40\t12\n2020\t45\t30\n2021\t60\t33\n2022\t61\t50\n\nBooks saw their largest increase "
        "between {}.",
        "2020 and 2021",
        "2019 and 2020",
    ),
    (
        "Month\tJune\tJuly\tAugust\tSeptember\nOffered in time (%)\t65\t67\t73\t76\n\nThe proportion rose every month and "
        "ended the period {} points above where it began.",
        "11",
        "17",
    ),
    (
        "Month\tJune\tJuly\tAugust\tSeptember\nOffered in time (%)\t65\t67\t{}\t76\n\nThe proportion rose every month and "
        "ended the period 11 points above where it began.",
        "73",
        "63",
    ),
    # A table of words that spaces alone set apart.
    (
        "Question                Judgement\nSafe                         Good\nEffective              Inadequate\n"
        "Caring       Requires improvement\nWell led     Requires improvement\nHonest                       Good\n\n"
        "The mill was judged good for {} of the five questions.",
        "two",
        "three",
    ),
    (
        "Mill      Gate\nElm       shut\nOak       open\nAsh       open\n\nThe gate was open at {} of the three mills.",
        "two",
        "one",
    ),
    # Lengths of time in two units.
    (
        "Ferry\tCrossing\nLark\t1 hr 20 mins\nTern\t1 hr 45 mins\nGull\t2 hr 05 mins\n\nThe {} was the slowest.",
        "Gull",
        "Tern",
    ),
    # A cell out of all of its column.
    (
        "Room\tFaults\nHall\t6\nShed\t5\nLoft\t4\n\nThe hall had the most faults, six out of {} in all.",
        "15",
        "51",
    ),
    ("Ward\tBeds\tFalls\nAsh\t16\t6\nElm\t15\t5\nOak\t14\t4\n\nAsh had six of the {} falls.", "15", "18"),
    ("Year\tBooks\tMaps\n2019\t40\t12\n2020\t45\t30\n2021\t60\t33\n\nIn 2020 30 of the {} maps were sold.", "75", "57"),
    # How many, against the word told of each by name.
    (
        "{} of the four mills were rated sound: Ash (sound), Elm (cracked), Oak (sound) and Yew (leaning).",
        "Two",
        "Three",
    ),
    (
        "{} of the five boats passed. Lark: passed; Tern: failed; Gull: passed; Rook: failed; Wren: failed.",
        "Two",
        "One",
    ),
    (
        "We saw four gates: North (locked), South (open), East Two (locked) and West (open). {} of them were open.",
        "Two",
        "Three",
    ),
    # A share of one item of a list.
    (
        "Sailing was put off for 36 boats. The reasons given were no crew being ready (7), a late check by the harbour "
        "team (17), fog (4) and ropes not being dry (8). The commonest was a late check by the harbour team, which "
        "accounted for {} of the delays; next came ropes.",
        "47%",
        "44%",
    ),
    ("We had 60 calls: Ash 20, Elm 25 and Oak 15. Elm, the busiest, took {}% of the calls.", "42", "52"),
    (
        "Of the 36 faults 7 were in the roof, 17 in the walls and 12 in the floor. The walls made up {} of them.",
        "47%",
        "57%",
    ),
    # A time told of what was done, and not of those who did it.
    ("The club has {} boats at the quay. Most of the 46 boats at the quay were painted last year.", "46", "64"),
    # A share in words right behind a count with its whole, in a crowd of figures.
    (
        "The sample was 109 boats. Sails were sound on 72 boats and torn on the other 37. Of the 72 boats with sound "
        "sails, 57 had a spare, and 15 had none. Logs were kept on {} of the 109 boats, more than half of the sample.",
        "63",
        "23",
    ),
    # "Up to" of so many places is no rough number.
    (
        "The inn is registered for up to 58 guests. On the night 45 guests slept there, so {} beds were free.",
        "13",
        "31",
    ),
    ("The ferry has room for up to 90 carts. It carried 64 on the day, which left {} spaces unused.", "26", "36"),
    # A rate behind a whole and the two parts of it.
    ("The mill has 63 stalls; 58 were let on the first day, so 5 were vacant, a vacancy rate of {}.", "7.9%", "16.2%"),
    ("Of 40 ropes 34 passed the test and six did not, a pass rate of {}.", "85%", "80%"),
    ("Every {} gate was shut: 17 of the 34.", "other", "single"),
]


def amiss(text: str) -> list[str]:
    return [f.quote for f in judge(read(text)).amiss if f.verdict in ("wrong", "rounding")]


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_words_between_hide_nothing(text: str, right: str, wrong: str) -> None:
    assert not amiss(text.format(right))
    assert amiss(text.format(wrong))
