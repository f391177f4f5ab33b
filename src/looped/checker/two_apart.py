"""The two figures that a difference told beside them lies between."""

import re
from collections.abc import Sequence

from looped.checker.directions import DOWNWARDS, FELL, NO_NOUN, ROSE, UPWARDS
from looped.checker.earlier import ANOTHER, BECAUSE, LAST_TIME, OF_GAPS, OTHER_BY, OWN_TIME
from looped.checker.moving_shares import has_own_change
from looped.checker.pairing import (
    Pair,
    chained,
    comparable,
    in_time,
    is_of_part,
    is_ratio,
    linked,
)
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, stems

TAKEN_UP = pattern_of(
    r"^\W*(?:(?:so|thus|hence|therefore|overall|as a result|in other words),? )*(?:the|this|that|these|which|it|"
    r"a|an|we|"
    r"they|there (?:was|is) (?:thus |therefore |then )?(?:an?|the))\b",
    re.I,
)
# Set against a time, a place or a figure that isn't told here.
ELSEWHERE = pattern_of(
    r"[^.;,\d]{0,16}? (?:above|below|over|under|than) (?:the|its|their) [a-z]+ (?:figure|level|share|rate|value|mark|"
    r"result|low|high|peak)\b|[^.;,]{0,30}?\bthan (?:in |at |the )?(?:(?:19|20)\d\d|national|average|previous|last|"
    r"year|england|region)|\s(?:above|below|over|under|up on|down on|ahead of|behind) (?:in |that of |"
    r"the level of )?(?:19|20)\d\d\b",
    re.I,
)
# "After a rise of 0.6 the year before": of the step before.
OF_BEFORE = pattern_of(
    r"[^.;,\d]{0,24}? (?:(?:in )?the (?:year|month|quarter|term|round) before|(?:last|the previous) [a-z]+)\b", re.I
)
# "124 by up to 30 days, 22 by more than 90": a band.
BANDED = pattern_of(r"\bby up to \d[^.]*\bby (?:more than|over) $", re.I)
BETTER_BY = pattern_of(r" (?:more|less|fewer|better|worse|higher|lower|above|below|over|under) than\b")
UP = pattern_of(rf"\b(?:increase|{NO_NOUN}(?:{ROSE})|{UPWARDS}|higher|lengthened|widened|expanded)\b", re.I)
DOWN = pattern_of(
    rf"\b(?:decrease|decline|{NO_NOUN}(?:{FELL})|{DOWNWARDS}|lower|slipped|shortened|narrowed|contracted|eased|"
    r"lost(?! to\b))\b",
    re.I,
)
GAPS = re.compile(r"\bby (?:\d[\d.]*(?: points)? and )?$")


def pair_of(read: Passage, size: Entry, sizes: Sequence[Entry]) -> Pair | None:
    """The two figures that a size is of: the nearest before it in its sentence, or all there are in the one before."""
    if _is_of_else(read, size):
        return None
    between = [e for e in sizes if e.sentence == size.sentence and e.end <= size.start]
    own = _own(read, size, sizes, between)
    if any(is_ratio(read.text, e) for e in own) or _is_cut_off(read, size, own):
        return None
    before = [e for e in own if e.end <= size.start]
    after = [e for e in own if e.start >= size.end]
    # "6.8 to 3.9 and 6.7 to 5.2, by 2.9 and 1.5 points": each of its own two.
    if size.kind == "points" and len(before) > 2 and any(e.kind == "measure" for e in before):
        return None
    if len(before) >= 2:
        first, last = before[-2], before[-1]
        if between and between[-1].start >= last.start and not chained(read.text[between[-1].end : size.start]):
            return None
        if linked(read, first, last) and len(read.text[last.end : size.start]) < 90 and comparable(first, last):
            return in_time(read, first, last)
        return None
    if not before and len(after) == 2 and comparable(*after) and linked(read, *after):
        gap = read.text[size.end : after[0].start]
        if not (UP.search(gap) or DOWN.search(gap)):
            return in_time(read, *after)
    return _of_before(read, size, sizes, own)


def _is_of_else(read: Passage, size: Entry) -> bool:
    """Whether a size is of what was there before, elsewhere or last time, of a band, or of other gaps."""
    lead, tail, sentence = read.text[: size.start], read.text[size.end :], read.sentence(size.sentence)
    if OF_BEFORE.match(tail) or ELSEWHERE.match(tail) or BANDED.search(lead):
        return True
    if BECAUSE.search(lead[read.starts[size.sentence] :]):
        return True
    return bool(OF_GAPS.search(sentence) or LAST_TIME.search(sentence[:40]))


def _own(read: Passage, size: Entry, sizes: Sequence[Entry], between: Sequence[Entry]) -> list[Entry]:
    """The figures of its sentence that a size may lie between. between: the sizes before it."""
    own = [e for e in read.of_sentence(size.sentence) if e not in sizes and _suits(e, size, sizes)]
    # "Missed by 5 and 8 points, and exceeded by 7": gaps themselves.
    own = [e for e in own if not (e.kind in ("count", "points") and GAPS.search(read.text[: e.start]))]
    # "£0.4m better than budget": a gap too.
    own = [e for e in own if not BETTER_BY.match(read.text[e.end :])]
    # "Rose by £9k (12%)": of money, and of no shares that stand behind it.
    of_amount = size.kind == "share" and between and between[-1].kind != "share"
    if of_amount and chained(read.text[between[-1].end : size.start]):
        own = [e for e in own if e.kind != "share"]
    return own


def _is_cut_off(read: Passage, size: Entry, own: Sequence[Entry]) -> bool:
    """Whether the words between the last figure before a size and the size tell of another time or thing."""
    told = [e for e in own if e.end <= size.start]
    if told and LAST_TIME.search(read.text, told[-1].end, size.start):
        return True
    gap = read.text[own[-1].end : size.start] if own and own[-1].end <= size.start else ""
    return bool(gap) and bool(OTHER_BY.search(gap) or ANOTHER.search(gap))


def _of_before(read: Passage, size: Entry, sizes: Sequence[Entry], own: Sequence[Entry]) -> Pair | None:
    """The two figures of a size that the sentences before tell, or one of them; own: those of its own sentence."""
    before, after = [e for e in own if e.end <= size.start], [e for e in own if e.start >= size.end]
    lead = read.text[read.starts[size.sentence] : size.start]
    goes_on = size.sentence > 1 and stems(lead) & (stems(read.sentence(size.sentence - 2)))
    if OWN_TIME.match(lead):
        return None
    taken_up = bool(TAKEN_UP.match(lead) or goes_on)
    place = size.sentence - 1
    if taken_up and place > 0 and not read.of_sentence(place):
        place -= 1
    earlier = [e for e in read.of_sentence(place) if e not in sizes and _suits(e, size, sizes)]
    # "By 6% in one and 4% in the other. It fell by 82%": a percentage of percentages is told beside them.
    if size.kind == "share" and any(e.kind == "share" for e in (*earlier, *own)):
        return None
    if any(has_own_change(read, e) for e in earlier):
        return None
    if not own and len(earlier) == 2 and comparable(*earlier):
        return in_time(read, *earlier)
    if not own and len(earlier) < 2 and taken_up and place > 0 and not is_of_part(read, size, place):
        two = [e for at in (place - 1, place) for e in read.of_sentence(at) if e not in sizes and e.value > 1]
        suits = [_suits(e, size, sizes) or (size.unit and e.kind == "count" and not e.base) for e in two]
        if len(two) == 2 and all(suits) and two[0].sentence != two[1].sentence and (size.unit or comparable(*two)):
            return in_time(read, *two) if any(_suits(e, size, sizes) for e in two) else None
    # "62, 30 and 94, or 186 in all. The quarter before had 177": of the total.
    summed = len(earlier) > 2 and sum(e.value for e in earlier[:-1]) == earlier[-1].value
    told = earlier[-1:] if summed else earlier
    if len(before) == 1 and not after and len(told) == 1 and comparable(told[0], before[0]):
        return in_time(read, told[0], before[0])
    return None


def _suits(entry: Entry, size: Entry, sizes: Sequence[Entry]) -> bool:
    if size.kind == "points":
        scored = entry.kind == "measure" and not entry.unit and entry.step == size.step
        return scored or entry.share is not None or (entry.base is not None and entry.kind == "count")
    if size.kind == "share":
        return entry.kind in ("money", "count", "measure", "share") and entry.end != size.end
    if size.kind == "measure" and not size.unit:
        # Between two counts lies no decimal: "by 3.5 points and by 2.9".
        if size.step < 1 and entry.step == 1 and entry.kind == "count":
            return False
        return entry.kind in ("measure", "count") and not entry.unit
    alike = entry.kind == size.kind or (size.kind == "count" and entry.kind == "points")
    # "610 nursing hours were planned", "48 hours short": of the same.
    named = entry.kind == "count" and bool(size.unit) and size.unit in stems(entry.after)
    return ((alike and entry.unit == size.unit) or named) and not entry.base
