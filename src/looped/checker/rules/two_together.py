"""Two that were told right before, taken up as two: what they make together, and how far they are apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from looped.checker.at_hand import ROUGH, is_slip
from looped.checker.context import Context
from looped.checker.divisions import in_brackets
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "two-together"
MESSAGE = "What two that were just told make together is their sum, and the gap between the two their difference."
GOOD = "Ayr spent £4,300 too much; Oban was £2,200 over. Together the two were £6,500 over."
BAD = "Ayr spent £4,300 too much; Oban was £2,200 over. Together the two were £5,600 over."

JOINTLY = r"(?:taken together|added together|together|combined|between them)"
# "The two older ones" are others than the two that were told.
THE_TWO = r"(?:(?:the|these|those) two(?: [a-z’'-]+)?|the (?P<first>first) two(?: [a-z’'-]+){0,2})"
VERB = r"[^.;:()\d£$€%]{0,40}"
SUM = pattern_of(
    rf"(?:^|[.;] )\W*(?:so |and )?(?:{JOINTLY},? {THE_TWO}|{THE_TWO.replace('first>', 'one>')},? {JOINTLY},?) "
    rf"{VERB}$",
    re.I,
)
# "These two yards had 45 of the 120 boats, but 14 of the 26 leaks."
OF_ALL = pattern_of(rf"(?:^|[.;] )\W*these two(?: [a-z’'-]+){{1,2}} {VERB}$", re.I)
GAP = pattern_of(
    r"\b(?:gap|difference|distance|spread) between (?:the|these|those) two (?:is|was|comes to|came "
    r"to|stands at|stood at) "
    r"(?:only |just |now )?$",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:last (?:year|time|month|quarter)|previous\w*|before|each|average|mean|target|than \d|"
    r"(?:up|down) from|from \d)\b",
    re.I,
)
TWO, NEAR, BACK, MANY = 2, 25, 2, 8


@dataclass(frozen=True)
class Pair:
    """What two figures make: a sum or a gap. options: what any two of those told before make."""

    made: Decimal
    terms: str
    options: tuple[Decimal, ...]


def check(context: Context) -> Iterator[Finding]:
    """Each such figure with the two before it."""
    for paragraph in context.paragraphs_with(SUM, OF_ALL, GAP):
        read = passage(paragraph.text)
        for stated in read.entries:
            lead = read.text[read.starts[stated.sentence] : stated.start]
            found = _summed(read, stated, lead) or _of_all(read, stated, lead) or _apart(read, stated, lead)
            if found and not ROUGH.search(lead):
                yield from _judged(paragraph, read, stated, found)


def _judged(paragraph: Paragraph, read: Passage, stated: Entry, told: Pair) -> Iterator[Finding]:
    own = stated.value
    slack = stated.step if stated.step < 1 or stated.kind in ("share", "points") else Decimal(0)
    right = any(abs(own - each) <= slack for each in told.options)
    gap = stated.kind == "points"
    # A gap with a decimal that no two of the shares leave is of none of them; a sum may be of what isn't told.
    near = (gap and stated.step < 1) or abs(own - told.made) * NEAR <= told.made or is_slip(own, told.made)
    if right or near:
        verdict: Verdict = "ok" if right else "wrong"
        why = f"{told.terms} = {printed(told.made)}, printed as {stated.text}"
        slip = f"parts/{paragraph.line}/{stated.start}"
        quote = read.text[stated.start : stated.end]
        yield Finding(CODE, verdict, paragraph.where, quote, stated.text, printed(told.made), why, slip, "likely")


def _before(read: Passage, stated: Entry, kinds: Sequence[str], back: int) -> list[Entry]:
    """Figures of some kinds in the sentences before, those in brackets only where none stands free."""
    found = [
        e for e in read.entries if e.end <= stated.start and stated.sentence - back <= e.sentence < stated.sentence
    ]
    found = [e for e in found if e.kind in kinds and (e.unit == stated.unit or stated.kind == "points")]
    free = [e for e in found if not in_brackets(read.text, e)]
    return free if len(free) >= TWO else found


def _summed(read: Passage, stated: Entry, lead: str) -> Pair | None:
    """ "Together the two went £91,200 over": the last two before it; the first two of a list of shares."""
    said = SUM.search(lead)
    if not said or stated.kind not in ("money", "count", "share", "measure"):
        return None
    of_list = bool(said["first"] or said["one"])
    told = _before(read, stated, (stated.kind,), stated.sentence if of_list else BACK)
    told = [e for e in told if not e.base]
    if len(told) < TWO:
        return None
    one, other = told[:TWO] if of_list else told[-TWO:]
    if ELSE.search(read.text[read.starts[one.sentence] : other.start]) or read.text[one.end : other.start] == " to ":
        return None
    options = tuple(a.value + b.value for a, b in combinations(told[-MANY:], TWO))
    return Pair(one.value + other.value, f"{one.text} + {other.text}", options)


def _of_all(read: Passage, stated: Entry, lead: str) -> Pair | None:
    """ "These two had 45 of the 120 boats but 14 of the 26 leaks": of two that are each told with a whole."""
    first = next((e for e in read.of_sentence(stated.sentence) if e.base), None)
    if not first or not stated.base or stated.kind != "count":
        return None
    if not OF_ALL.search(read.text[read.starts[stated.sentence] : first.start]):
        return None
    told = [e for e in read.of_sentence(stated.sentence - 1) if e.base and e.kind == "count"]
    if len(told) != TWO:
        return None
    one, other = told
    sums = (one.count + other.count, (one.base or 0) + (other.base or 0))
    options = tuple(map(Decimal, sums))
    made, terms = min(
        ((options[0], f"{one.count} + {other.count}"), (options[1], f"{one.base} + {other.base}")),
        key=lambda each: abs(each[0] - stated.value),
    )
    return Pair(made, terms, options)


def _apart(read: Passage, stated: Entry, lead: str) -> Pair | None:
    """ "Ayr had 78.0%, Oban 54.4%. The gap between the two is 23.6 points"."""
    if stated.kind != "points" or not GAP.search(lead) or not stated.sentence:
        return None
    told = [e for e in _before(read, stated, ("share",), BACK) if e.step == stated.step]
    last = [e for e in told if e.sentence == stated.sentence - 1]
    if len(last) < TWO or len(told) > MANY:
        return None
    one, other = last[:TWO]
    options = tuple(abs(a.value - b.value) for a, b in combinations(told, TWO))
    return Pair(abs(one.value - other.value), f"{one.text} - {other.text}", options)
