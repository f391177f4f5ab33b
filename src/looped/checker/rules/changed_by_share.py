"""By what share one of two figures is above or below the other, said beside them: "50, then 40: a 20% reduction"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.pairing import comparable, in_time
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "changed-by-share"
MESSAGE = "A change in percent is the change over the figure that it began with."
GOOD = "Calls numbered 50 last year and 40 this year: a 20% reduction."
BAD = "Calls numbered 50 last year and 40 this year: a 25% reduction."

CHANGE = r"(?:rise|increase|growth|fall|drop|decrease|reduction|decline|cut|gain|improvement|saving|jump|dip|change)"
BEHIND = pattern_of(rf"^ (?:[a-z]+ )?{CHANGE}\b|^ (?:up|down)\b(?= ?[.,;:)])", re.I)
APPOSED = pattern_of(r"(?:, or|, that is,?|, i\.e\.|\bor|\() (?:by |up |down )?$|\((?:up |down )?$", re.I)
MOVED = pattern_of(
    r"\b(?:rose|risen|fell|fallen|grew|grown|increased|decreased|dropped|declined|cut|reduced|went (?:up|down)|"
    r"came down|"
    r"climbed|gone (?:up|down)|has (?:risen|fallen)|raised|lowered)\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:target|plan\w*|would|could|should|average|national\w*|than|of (?:whom|which|these|them)|if|inflation|share|"
    r"proportion|about|around|nearly|almost|over|more than|less than|some|at least|per|each|respectively)\b",
    re.I,
)
NEAR, PAIR = Decimal("1.7"), 2


def check(context: Context) -> Iterator[Finding]:
    """Each statement of two figures of a kind, and one share that is said to be of their change."""
    for paragraph in context.paragraphs_with(BEHIND, APPOSED):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            shares = [e for e in own if e.kind == "share" and e.share and not e.base]
            if len(shares) != 1 or NOT.search(read.sentence(at)):
                continue
            two = [e for e in own if e is not shares[0]] or (read.of_sentence(at - 1) if at else [])
            plain = all(not e.share and not e.base and e.kind in ("count", "money", "measure") for e in two)
            if len(two) == PAIR and plain and comparable(*two) and _is_change(read, shares[0]):
                yield from _judged(paragraph, read, shares[0], two)


def _is_change(read: Passage, share: Entry) -> bool:
    """Whether a share is called a change, or is set behind a movement as another way to say it."""
    start = read.starts[share.sentence]
    lead = read.text[start : share.start]
    return bool(BEHIND.match(read.text[share.end :]) or (APPOSED.search(lead) and MOVED.search(lead)))


def _judged(paragraph: Paragraph, read: Passage, share: Entry, two: list[Entry]) -> Iterator[Finding]:
    pair = in_time(read, *two)
    if not share.share or not pair.ordered or not pair.first.value or not pair.last.value:
        return
    exact = abs(pair.last.value - pair.first.value) * 100 / pair.first.value
    stated = abs(share.share.value)
    step = Decimal(1).scaleb(-share.share.decimals)
    miss = abs(exact - stated)
    if not stated or not exact or max(exact, stated) > NEAR * min(exact, stated):
        return
    verdict: Verdict = "ok" if miss <= step / 2 else "rounding" if miss <= step else "wrong"
    shown = f"{printed(exact.quantize(Decimal('0.1')))}%"
    why = f"from {pair.first.text} to {pair.last.text} is {shown}, printed as {share.text}"
    slip = f"{CODE}/{paragraph.line}/{share.start}"
    yield Finding(CODE, verdict, paragraph.where, share.text, share.text, shown, why, slip, "likely")
