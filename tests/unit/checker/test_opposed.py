"""What is left of a whole is told by an opposite word, and shares and flows in words that shut each other out."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

# A text, what is right in it and what is wrong.
LEFT = [
    ("Forty-four of the 60 gates were locked when tried; {} stood open.", "sixteen", "eighteen"),
    ("The sample was 75 parcels. Fifty-nine bore a stamp, and {} bore none.", "16", "26"),
    ("Six of our 40 songs were rejected; the choir has accepted {}.", "34", "36"),
    ("The bench saw 18 pleas, passed 15 and sent {} back.", "three", "five"),
    ("A total of 128 barns were called at and 97 let us in. At {} there was no answer.", "31", "41"),
    ("Eighty of the 200 seats went to members, the {} others to guests.", "120", "130"),
    ("A further 23 sailors declined, so that out of 180 approached {} took part.", "157", "167"),
    ("The number of ferries rose from 72 to {}: nine were approved and four scrapped.", "77", "79"),
    ("Oak took 52% of the wood, ash 18% and elm {}%.", "30", "40"),
]
OTHERS = [
    "Of 20 songs in the book, 12 were met with cheers, 5 were partly sung and 3 unsung.",
    "Two of the four boats failed. Boat 1 passed, Boat 2 failed, Boat 3 passed and Boat 4 failed.",
    "Two of the seven stewards stood down in May and three joined in June: there are now eight.",
    "There are eleven boats in all: six skiffs, four punts and a barge.",
    "Two hundred and ten calls were logged, 140 of them by day and 70 by night.",
    "Forty-four of the 60 gates were locked when tried; eighteen were new.",
]


@pytest.mark.parametrize(("text", "right", "wrong"), LEFT)
def test_what_is_the_opposite_is_the_rest(text: str, right: str, wrong: str) -> None:
    """Guards that those told by an opposite word are all the others, and what came or went makes what there is."""
    assert not judge(read(text.format(right))).amiss
    assert {each.verdict for each in judge(read(text.format(wrong))).amiss} == {"wrong"}


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_stands_beside_is_left_alone(text: str) -> None:
    """Guards against a rest where the words aren't opposed, or where more is told than two parts."""
    assert not judge(read(text)).amiss
