"""Parts told in turn, each at the head of its clause, the last of them called the rest: together they are the whole."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.in_turn import REACH, Turns, turns
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage, stems

CODE = "parts-in-turn"
MESSAGE = "Parts that are told in turn, the last of them as the rest, make the whole that they are of."
GOOD = "Of the 94 crews, 71 (75.5%) rowed all four races and 14 rowed two or three. The other nine rowed one or none."
BAD = "Of the 94 crews, 71 (75.5%) rowed all four races and 14 rowed two or three. The other eleven rowed one or none."

BESIDE = re.compile(r" (?:at|in|on|from|by|to|for|with|under|aboard)\b")
LEAST, SHARE, MANY = 2, 8, 6

# The thing that a rest is of, with its verb: "the other three ports had".
NOUN = pattern_of(r" (?:[a-z’'-]+ )?(?P<noun>[a-z’'-]{3,}s) (?:had|have|were|are|did|saw|made|came|gave|took)\b", re.I)
OF_THOSE = pattern_of(r" of (?:those|these|them|whom|which)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each run of parts."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) > LEAST:
            for told in turns(read):
                yield from _judged(paragraph, read, told)


def _judged(paragraph: Paragraph, read: Passage, told: Turns) -> Iterator[Finding]:
    # In a bound list the one whole; else any count told shortly before may be it.
    first = told.parts[0]
    before = [e for e in read.entries if e.kind == "count" and first.sentence - REACH <= e.sentence and not told.bound]
    before = [e for e in before if e.end <= first.start]
    if told.summed in told.wholes or any(told.summed in (e.count, e.base) for e in before):
        yield _finding(paragraph, read, told, told.summed)
        return
    whole = min(told.wholes, key=lambda each: (abs(each - told.summed), -each))
    if not _may_be_slip(told, whole) or _is_of_some(read, told):
        return
    yield _finding(paragraph, read, told, whole)


def _may_be_slip(told: Turns, whole: int) -> bool:
    """Whether one figure may have been written for another: near by, or of a rest by a third of it."""
    apart = abs(whole - told.summed)
    if max(each.count for each in told.parts) >= whole:
        return False
    if apart <= LEAST or apart * SHARE <= whole:
        return True
    meant = [(each.count, each.count + whole - told.summed) for each in told.parts]
    typed = any(wanted > 0 and slips(each, wanted) for each, wanted in meant)
    return told.bound and (typed or (told.rest and is_slip(Decimal(whole), Decimal(told.summed))))


def _is_of_some(read: Passage, told: Turns) -> bool:
    """ "Of 52 weeks 40 had none. 19 faults came in the other 12": what a part alone leaves; or a part of a part."""
    *before, rest = (each.count for each in told.parts)
    if not told.rest:
        return False
    if _is_of_others(read, told):
        return True
    first, last = told.parts[0], told.parts[-1]
    if first.sentence != last.sentence and OF_THOSE.match(read.text, first.end):
        return True  # "In five of those it was so. The other six": of those told before, and of the rest
    # "21 were asked and 18 came; the other three were ill": of the 21. "21 at Ayr and 18 at Oban" are side by side.
    if len(before) > 1 and before[-2] - before[-1] == rest and not BESIDE.match(read.text, told.parts[-2].end):
        return True
    some = [sum(few) for size in range(1, len(before)) for few in combinations(before[:MANY], size)]
    return any(whole - each == rest for whole in told.wholes for each in some)


def _is_of_others(read: Passage, told: Turns) -> bool:
    """ "Four of the six came from Ayr; the other three ports had none": of ports, which the passage didn't speak of."""
    last = told.parts[-1]
    noun = NOUN.match(read.text, last.end)
    return noun is not None and not stems(noun["noun"]) & stems(read.text[: last.start])


def _finding(paragraph: Paragraph, read: Passage, told: Turns, whole: int) -> Finding:
    last = told.parts[-1]
    terms = " + ".join(str(each.count) for each in told.parts)
    why = f"{terms} = {told.summed}, against {whole}"
    expected = str(last.count + whole - told.summed) if told.rest else str(told.summed)
    quote = read.text[told.parts[0].start : last.end]
    stated = last.text.split(" (")[0] if told.rest else str(whole)
    slip = f"parts/{paragraph.line}/{told.parts[0].start}"
    verdict: Verdict = "ok" if whole == told.summed else "wrong"
    return Finding(CODE, verdict, paragraph.where, quote, stated, expected, why, slip, "likely")
