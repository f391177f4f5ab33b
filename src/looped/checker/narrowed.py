"""Wholes that were made smaller: so many there were, so many of them fell away, and the rest is what shares are of.

The rest may be told ("the 80 we reached") or only spoken of ("of the usable forms").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

FELL_AWAY = pattern_of(
    r"\b(?:exclud\w+|exclusions?|remov\w+|left out|leav\w+ out|leaving aside|set aside|withdr\w+|lost|declin\w+|"
    r"refus\w+|"
    r"ineligib\w+|unfit|discard\w*|dropped|disregard\w*|delet\w+|omit\w+|duplicat\w+|doubles?|repeats?|died|dead|"
    r"opted out|weed\w* out|reject\w+|closed|demolish\w+|pulled down|knocked down|empty|vacant|blank|away|absent|"
    r"unus(?:able|ed)|unread\w+|illegible|spoil(?:t|ed)|void|invalid|incomplete|untrace\w+|unsuitable|missing|"
    r"cancel\w+|screened out|wrong numbers?|not (?:applicable|relevant|eligible|known|recorded|asked|traced|found|"
    r"reached|returned|due|in use|be [a-z]+)|no (?:longer|follow-up|answer|reply|data|result|record|view|opinion|"
    r"[a-z]+ (?:visit|data|result|record))|(?:did|had|was|were|is|are|has|have|could)(?: not|n[’']t)|never|"
    r"out of (?:scope|use|order|service|area)|moved|undelivered|skipp\w+|gave no|came back|returned unopened|"
    r"not at home|off the|retired|resigned|left the)\b",
    re.I,
)
LEFT = pattern_of(
    r"\b(?:remain\w*|rest|others?|left|unique|usable|useable|valid|eligible|genuine|still|live|true|real|occupied|open|"
    r"complete[d]?|readable|legible|traced|traceable|reached|relevant|applicable|assessable|evaluable|known|present|"
    r"available|fit|actual|surviv\w+|once (?:these|those|they)|(?:that|which|who) (?:were|was|had|did|could|are))\b",
    re.I,
)
OF_ALL = pattern_of(
    r"\b(?:of (?:all|every\w*|those (?:invited|sampled|approached|drawn|sent|asked|randomi[sz]ed|enrolled|listed)|"
    r"the (?:total|whole|full|original|entire|initial|first))|overall|originally|intention|"
    r"randomi[sz]ed|enrolled|response|return|take-up|uptake|retention|follow-up)\b",
    re.I,
)
MORE = pattern_of(r" (?:[a-z]+ )?(?:more|fewer|less|up|down|higher|lower|over|above|below)\b", re.I)
OF_THE = pattern_of(r"\b(?:of|among|in|from|for|on|at) (?:the|these|those) (?:other |remaining )?$", re.I)
REACH = 2


@dataclass(frozen=True)
class Narrowed:
    """wide, fell, left: how many there were, fell away and are left.

    start: from where shares are of the rest; place: behind the figures that tell so.
    """

    wide: int
    fell: int
    left: int
    start: int
    place: int
    sentence: int
    is_told: bool


@lru_cache(maxsize=512)
def narrowed(read: Passage) -> tuple[Narrowed, ...]:
    """The wholes of a passage that were made smaller.

    >>> from looped.checker.prose import passage
    >>> [n.left for n in narrowed(passage("We got 60 forms, but five were blank. Of the usable ones, 44 were signed."))]
    [55]
    """
    return tuple(_each(read))


def _each(read: Passage) -> Iterator[Narrowed]:
    counts = [each for each in read.entries if each.kind == "count" and not each.share]
    for fell in counts:
        if not MORE.match(fell.after) and (wide := _wide(counts, fell)):
            left = wide - fell.count
            told = next((e for e in counts if e.start > fell.end and e.count == left and not _again(e, wide)), None)
            told = told or next((e for e in counts if e.start > fell.end and e.base == left), None)
            if told and told.sentence - fell.sentence <= REACH and _is_said(read, fell, told):
                start = max(fell.end, read.starts[told.sentence])
                yield Narrowed(wide, fell.count, left, start, told.start, told.sentence, is_told=True)
            elif FELL_AWAY.search(f"{fell.before} {fell.text} {fell.after}"):
                yield Narrowed(wide, fell.count, left, fell.end, fell.end, fell.sentence, is_told=False)


def _is_said(read: Passage, fell: Entry, told: Entry) -> bool:
    """Whether words say that they fell away, or that the others are left."""
    words = read.text[read.starts[fell.sentence] : told.end]
    taken_up = OF_THE.search(read.text[: told.start])
    return bool(taken_up or FELL_AWAY.search(words) or LEFT.search(f"{told.before} {told.after}"))


def _again(entry: Entry, wide: int) -> bool:
    return entry.base == wide


def _wide(counts: list[Entry], fell: Entry) -> int | None:
    """Of how many they fell away: beside them, or told right before or right behind them."""
    if fell.base:
        return fell.base if 0 < fell.count < fell.base else None
    near = [e for e in counts if e is not fell and not e.base and abs(e.sentence - fell.sentence) <= 1]
    before = [e for e in near if e.end <= fell.start and e.count > fell.count]
    behind = [e for e in near if e.start >= fell.end and e.count > fell.count and e.sentence == fell.sentence]
    if before:
        return before[-1].count
    # "After removal of 15 doubles from the 165 records".
    found = behind[:1] if behind and re.search(r"\bfrom\b", behind[0].before) else []
    return found[0].count if found else None
