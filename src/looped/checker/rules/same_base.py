"""Two counts of one whole, which is told with the first alone: "9 of 20 boats (45%) were dry and 6 (30%) wet"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

CODE = "same-base"
MESSAGE = "A count told right behind another, in its clause and with no whole of its own, is a share of the same whole."
GOOD = "Of late we saw 60 boats. Last year 9 of 20 boats (45%) were dry and 6 (30%) were wet."
BAD = "Of late we saw 60 boats. Last year 9 of 20 boats (45%) were dry and 6 (10%) were wet."

# Behind the first: what was done, and nothing that is of something else.
BETWEEN = pattern_of(
    r" (?:were|was|had|have|are|is|did|came|went|got|[a-z]+ed)(?: [a-z’'-]+){0,4},? (?:and|but) "
    r"(?:another |a further |only |just )?",
    re.I,
)
BEHIND = pattern_of(r" (?:were|was|had|have|are|is|did|came|went|got|not|[a-z]+ed|[a-z’'-]+[.,;)])(?! of\b)", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such pair."""
    for paragraph, read in with_shares(context):
        for one, other in pairwise(read.entries):
            if _is_elided(read, one, other):
                yield from _judged(paragraph, read, one, other)


def _is_elided(read: Passage, one: Entry, other: Entry) -> bool:
    """Whether the second has its share and no whole, and stands in the clause of the first, which has both."""
    if one.kind != "count" or other.kind != "count" or not one.base or other.base or not (one.share and other.share):
        return False
    if not fits(one.count, one.base, one.share) or other.count >= one.base:
        return False
    return bool(BETWEEN.fullmatch(read.text, one.end, other.start) and BEHIND.match(read.text, other.end))


def _judged(paragraph: Paragraph, read: Passage, one: Entry, other: Entry) -> Iterator[Finding]:
    assert one.base and other.share
    verdict: Verdict = "ok" if fits(other.count, one.base, other.share) else "wrong"
    exact = f"{other.count * 100 / one.base:.1f}%"
    why = f"{other.count} of {one.base} is {exact}, printed as {other.share}"
    slip = f"fraction/{paragraph.line}/{other.start}"
    quote = read.text[other.start : other.end]
    yield Finding(CODE, verdict, paragraph.where, quote, str(other.share), exact, why, slip, "likely")
