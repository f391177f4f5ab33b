"""What a sentence draws from those before it: "We sent 60 forms. By May 45 were back. That is a response of 75%".

The part and the whole that the sentences before tell, and whether a sentence says that it concludes from them.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.earlier import EARLIER
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.quantities import names
from looped.checker.worth import UNWANTED

# A sentence that says again, or concludes.
CONCLUDES = pattern_of(
    r"\b(?:thus|therefore|hence|in other words|put (?:another way|differently)|accordingly|consequently|"
    r"to put it another way|(?:that|this|which) (?:is|was|means|makes|meant|made|represents|amounts|amounted|"
    r"leaves|left)|"
    r"it follows|in short|as a result|expressed (?:as|another))\b|"
    r"(?:^|[,;] )\W*so\b|, then(?=[,.;])|\bthen, ",
    re.I,
)
OPENED = pattern_of(
    r"^\W*(?:(?:and|in (?:share|percentage|proportional|proportionate|relative|value) terms|put (?:another way|"
    r"differently)|as a (?:share|percentage|proportion)|in other words|in all|overall|so|thus|hence|therefore|"
    r"together|by value|by number),? )*(?:that|this|which|it|these|those|they)\b",
    re.I,
)
NEGATIVE = pattern_of(
    rf"\b(?:not|no|never|none|without|against|oppos\w+|object\w*|refus\w+|reject\w+|dislik\w+|un\w+ed|unhappy|"
    rf"dissatisf\w+|disagree\w*|lack\w*|declin\w+|{UNWANTED})\b|n[’']t\b",
    re.I,
)
TWO = 2


@dataclass(frozen=True)
class Drawn:
    """A part and its whole. entry: the part as told; shown: both as told."""

    part: Decimal
    whole: Decimal
    entry: Entry
    shown: str


def concludes(read: Passage, at: int) -> bool:
    """Whether a sentence says that it draws on what is before it."""
    return bool(CONCLUDES.search(read.sentence(at)) or OPENED.match(read.sentence(at)))


def negative(text: str) -> bool:
    """Whether words are of what is not so, or not wanted."""
    return len(NEGATIVE.findall(text)) % 2 == 1


def drawn_from(read: Passage, at: int) -> Drawn | None:
    """The one part and whole that the sentence before tells, or it and the one before that; of one time only.

    >>> from looped.checker.prose import passage
    >>> found = drawn_from(passage("We sent 60 forms. By then 45 of them were back. That is most."), 2)
    >>> found and found.shown
    '45 of 60'
    """
    if not at or EARLIER.search(read.sentence(at - 1)):
        return None
    own = _plain(read, at - 1)
    if own is None:
        return None
    if len(own) == 1 and own[0].base:
        return _drawn(own[0], Decimal(own[0].base), str(own[0].base)) if own[0].kind == "count" else None
    if len(own) == 1 and at > 1:
        # A sentence without a figure between them tells of something else.
        first = at - TWO if read.of_sentence(at - TWO) or at == TWO else at - TWO - 1
        before = _plain(read, first)
        if before is None or len(before) != 1 or before[0].base or EARLIER.search(read.sentence(first)):
            return None
        own = [before[0], own[0]]
    if len(own) != TWO or any(e.base for e in own) or (own[0].kind, own[0].unit) != (own[1].kind, own[1].unit):
        return None
    part, whole = sorted(own, key=lambda e: e.value)
    return _drawn(part, whole.value, whole.text) if part.value < whole.value else None


def _plain(read: Passage, at: int) -> list[Entry] | None:
    """The figures of a sentence, sums of money alone where it tells any; nothing of one with shares."""
    entries = read.of_sentence(at)
    if any(e.share or e.kind in ("share", "points") for e in entries):
        return None
    # "One of them", "by month 9": no figures that anything is drawn from.
    entries = [e for e in entries if e.value > 1 and not names(read.text, e.start)]
    for kind in ("money", "count"):
        if any(e.kind == kind for e in entries):
            return [e for e in entries if e.kind == kind]
    return entries


def _drawn(part: Entry, whole: Decimal, shown: str) -> Drawn:
    text = re.sub(r"\s+of\b.*", "", part.text)
    return Drawn(part.value, whole, part, f"{text} of {shown}")
