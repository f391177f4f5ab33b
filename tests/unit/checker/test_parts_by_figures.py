"""A whole and its parts, by the figures that a statement has: what is told whatever its words, and what is left."""

import pytest
from tests.unit.checker.verdicts import wrong as called_wrong

from looped.checker.context import Context
from looped.checker.readers.text import read
from looped.checker.rules.weighed_parts import check

# The right figure, and the wrong one.
PAIRS = [
    (
        "In the west yard {} of 159 boats (20.8%) were laid up. The single main cause was given for all: broken masts (11), "
        "want of crew (5), leaking hulls (11) and loss of licence (6).",
        "33",
        "36",
    ),
    ("Each song was put under one heading: 25 about ships, 34 about storms, four about food and 38 about home, {} songs in "
     "all.", "101", "97"),
    ("Singers left {} remarks, each coded once: three about light, 32 about heat, 28 about noise and eight about dust.",
     "71", "74"),
    ("Reasons for refusal (one main reason for each of the {} claims) were: late, 31; no receipt, 22; lost, 14; torn, 8.",
     "75", "72"),
    ("Each of the {} agreed repairs had one status at year end; 6 were made, 4 were in hand and 8 had not been begun.",
     "18", "20"),
    ("Between them the ports randomly assigned {} boats to two arms, 160 to tar and 167 to paint.", "327", "329"),
    ("The harbour has {} boats at three quays, 21 at North Quay, 18 at South Quay and 27 at the Mole.", "66", "64"),
    ("176 forms were returned; of these, 61 did not answer this question and {} answered it.", "115", "160"),
    ("Of the boats seen, 37 were new.\n\n* 110 forms were returned; of these, 82 left this question blank and {} answered it.",
     "28", "82"),
    ("Twenty-four boats were rated Outstanding and ten Good, so that {} of 53 (64%) were Good or better.", "34", "43"),
    ("Fifty-eight boats were launched in spring: 14 were inspected by a diver and the remaining 44 were not inspected.\n\n"
     "News of the {} inspected boats was given to the harbour master.", "14", "17"),
    ("Each of the {} bids was accepted (14), sent back (9) or refused (12).", "35", "38"),
    ("Of 300 rowers, {} left. Why is known in each case: moved away (14), too ill (12), lost interest (9), drowned (3).",
     "38", "41"),
    ("All {} letters got one stamp: red on 24, green on 19, black on 25.", "68", "66"),
    ("Twenty-eight leaks were seen and each lies in one hull only: Swan (11), Teal (9) and Heron ({}).", "8", "5"),
]  # fmt: skip
RIGHT = [
    "Each of the 38 boats had an oar (14), a sail (9) or a lamp (18).",
    "Of 300 rowers, 41 left. Why is known in each case: moved away (14), too ill (15), lost interest (9), drowned (3).",
    "There were 46 leaks in the year. All of them were mended by one man: 17 in May, 12 in June and 14 in July.",
    "Each of the 18 agreed repairs had one status at year end; 6 were made, 4 were in hand and 8 had not been begun.",
    "All 16 refusals had one cause: ten late forms, two lost forms, three blank forms and one cause in dispute.",
    "The 43 who left were asked why. One main reason was sought of all, and four gave none: 16 named cost, 9 noise, 8 "
    "illness and 6 work.",
    "There were 50 calls. One main reason was logged for each: bills (20), storms (15) and moves (11) led the list.",
    "Every song was given one code. In spring there were 40; in summer, 12 on noise, 14 on dust and 15 on light.",
    "We saw 66 boats in two ports, 31 in Ayr with sails and 33 in Bute with oars.",
    "The harbour took 208 boats to two quays. A year later there was paint on 100 at one and 104 at the other.",
    "Of 70 boats, 30 had not had a visit and 45 had had a letter.",
    "There were 80 singers; 30 did not answer in writing and 55 answered by telephone.",
    "We asked 90 rowers. Fifty did not smoke and 38 smoked; two gave no answer.",
]


@pytest.mark.parametrize(("text", "right", "wrong"), PAIRS)
def test_one_whole_its_parts_and_no_other_count(text, right, wrong):
    """What the parts make is the whole, whatever the words between them."""
    assert called_wrong(text.format(wrong))
    assert not called_wrong(text.format(right))


@pytest.mark.parametrize("text", RIGHT)
def test_other_counts_times_and_things_make_no_whole(text):
    """A count more, another time or another thing told of the second: nothing that must make the whole."""
    assert not list(check(Context(read(text))))


def test_those_told_with_words_that_narrow_them_are_others():
    """The sixteen that the owner inspected are some of the eighteen."""
    text = "Thirty-five boats were launched: 18 were inspected and 17 were not inspected.\n\n"
    assert not called_wrong(text + "Of the 16 boats inspected by the owner, five sank.")
    assert called_wrong(text + "Of the 16 inspected boats, five sank.")
