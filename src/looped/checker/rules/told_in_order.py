"""Counts with their wholes and as many shares in one order: "12 of 20 and 9 of 30 (60% and 30% respectively)"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, rounded, share, truncated
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "told-in-order"
MESSAGE = "Shares told respectively are those of the counts before them, one by one."
GOOD = "In May and June 12 of 20 and 9 of 30 boats (60% and 30% respectively) had a log."
BAD = "In May and June 12 of 20 and 9 of 30 boats (30% and 60% respectively) had a log."

SAID = pattern_of(r"\b(?:respectively|in (?:that|the same) order|in turn)\b", re.I)
AND = pattern_of(r"%?(?:,? and|,|;|,? then|,? against|,? versus) (?:then )?", re.I)
BETWEEN = pattern_of(r"[^.;:()\d]{0,40}?(?:,? and|,|;|,? but|,? against|,? versus) [^.;:()\d]{0,40}", re.I)
# "Changes of 8% and 4% respectively".
MOVED = pattern_of(
    r"\b(?:changes?|rises?|falls?|increases?|decreases?|drops?|reductions?|improvements?|up|down|gains?|targets?|"
    r"against|margins?|(?:above|below|over|under) [a-z ]+ by)\b[^.;:()\d]{0,30}$",
    re.I,
)
CLOSE, FEWEST = 45, 2


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that says so and tells as many shares as counts with a whole."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            if SAID.search(read.sentence(at)):
                yield from _sentence(paragraph, read, read.of_sentence(at))


def _sentence(paragraph: Paragraph, read: Passage, own: Sequence[Entry]) -> Iterator[Finding]:
    parts = [e for e in own if e.kind == "count" and e.base and not e.share]
    shares = [e for e in own if e.kind == "share" and e.share and not e.base]
    if not FEWEST <= len(parts) == len(shares) or not _is_row(read, parts, BETWEEN) or not _is_row(read, shares, AND):
        return
    between = [e for e in own if min(parts[0].start, shares[0].start) <= e.start <= max(parts[-1].end, shares[-1].end)]
    last = max(parts[-1].end, shares[-1].end)
    said = SAID.search(read.text, max(0, parts[0].start - CLOSE), last + CLOSE)
    apart = shares[0].start > parts[-1].end or parts[0].start > shares[-1].end
    if MOVED.search(read.text, read.starts[shares[0].sentence], shares[0].start):
        return
    if said and apart and len(between) == len(parts) + len(shares):
        for part, told in zip(parts, shares, strict=True):
            yield _judged(paragraph, part, told)


def _is_row(read: Passage, row: Sequence[Entry], gap: Pattern) -> bool:
    return all(gap.fullmatch(read.text, a.end, b.start) for a, b in pairwise(row))


def _judged(paragraph: Paragraph, part: Entry, told: Entry) -> Finding:
    count, base, printed = part.count, part.base or 1, told.share
    assert printed is not None
    loose = truncated(count, base, printed) or near(count, base, printed)
    verdict: Verdict = "ok" if fits(count, base, printed) else "rounding" if loose else "wrong"
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"{count} of {base} is {exact}, printed in this place {told.text}"
    expected = f"{rounded(share(count, base), printed.decimals)}%"
    slip = f"fraction/{paragraph.line}/{told.start}"
    return Finding(CODE, verdict, paragraph.where, told.text, told.text, expected, why, slip, "likely")
