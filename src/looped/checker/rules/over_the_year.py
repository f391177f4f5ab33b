"""A list of figures by time, and the sentence behind it that tells what they come to."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.adding import alike
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH, Entry, Passage, passage, stems
from looped.checker.quantities import printed

CODE = "over-the-year"
MESSAGE = "What the parts of a year had comes to what the year had."
GOOD = "Calls taken were: Q1 3,120; Q2 3,395; Q3 3,227; Q4 4,172. Over the year, 13,914 calls were taken."
BAD = "Calls taken were: Q1 3,120; Q2 3,395; Q3 3,227; Q4 4,172. Over the year, 13,924 calls were taken."

OVER = pattern_of(
    r"^(?:(?:Over|In|For|Across|During|Through(?:out)?) (?:the|that|this) (?:whole |full |entire )?"
    r"(?:year|quarter|period|week|month|term|season|half[- ]year|twelve months|12 months|six months|four quarters)"
    r"(?: as a whole)?|In (?:all|total)|Altogether|All together|Overall|Together),? ",
    re.M,
)
TIME = pattern_of(
    rf"\b(?:{MONTH}|q[1-4]|spring|summer|autumn|winter|term|quarter|week|first|second|third|fourth)\b", re.I
)
LEAST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with one count behind a sentence of counts."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            if not OVER.match(read.sentence(at)):
                continue
            own, parts = (
                [e for e in read.of_sentence(place) if e.kind in ("count", "money")] for place in (at, at - 1)
            )
            if len(parts) < LEAST or len(own) != 1 or not all(alike(own[0], each) for each in parts):
                continue
            if any(e.base or e.share for e in (*own, *parts)) or not _in_time(read, parts):
                continue
            if not stems(read.sentence(at)) & stems(read.sentence(at - 1)):
                continue
            total = sum((e.value for e in parts), Decimal(0))
            verdict: Verdict = "ok" if total == own[0].value else "wrong"
            why = f"{' + '.join(e.text for e in parts)} = {printed(total)}, printed as {own[0].text}"
            slip = f"parts/{paragraph.line}/{own[0].start}"
            quote = own[0].text
            yield Finding(CODE, verdict, paragraph.where, quote, quote, printed(total), why, slip, "likely")


def _in_time(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether each figure has its month, quarter or term beside it."""
    gaps = [read.text[a.end : b.start] for a, b in pairwise(parts)]
    return all(TIME.search(gap) for gap in gaps)
