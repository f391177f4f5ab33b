"""A share and its count, and the base that a line of its own gives below: "83% of crews (169)", "Base: 203 crews"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "base-below"
MESSAGE = "A share is its count of the base that the line below it gives."
GOOD = "62.0% of crews (124) had a log.\n\nBase: 200 crews that sailed in the year."
BAD = "62.6% of crews (124) had a log.\n\nBase: 200 crews that sailed in the year."

# A line that gives the base and no more.
BASE = pattern_of(
    r"^\W*(?:(?:unweighted )?base(?: size)?|denominator|sample(?: size)?|n|total (?:base|asked|sample))"
    r"(?: (?:for|in) (?:this|these|the) [a-z]+)? ?[:=–-] ?(?:n ?= ?|all |the |of )*(?=\d)",
    re.I,
)
# Of some of them, or of another time.
OF_SOME = pattern_of(
    r"\b(?:of (?:these|those|them|whom|which)|among (?:these|those|them)|last (?:year|time|round)|previous\w*|target|"
    r"weighted|compared|than|rose|fell|up from|down from)\b|\b(?:19|20)\d\d\b",
    re.I,
)
PARTED = pattern_of(r"\b(?:exclud\w+|except|without|less|minus|weighted|respectively|not|varies|between|from)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph right before such a line."""
    blocks = context.document.blocks
    for one, other in pairwise(blocks):
        beside = isinstance(one, Paragraph) and isinstance(other, Paragraph) and one.section == other.section
        base = _base(other.text) if beside and isinstance(other, Paragraph) else 0
        if base and isinstance(one, Paragraph):
            yield from _judged(one, passage(one.text), base)


def _base(text: str) -> int:
    """The one number that such a line gives; 0 where it is none, or tells more."""
    if not BASE.match(text) or PARTED.search(text):
        return 0
    told = [e for e in passage(text).entries if e.kind == "count"]
    return told[0].count if len(told) == 1 and not told[0].base and not told[0].share else 0


def _judged(paragraph: Paragraph, read: Passage, base: int) -> Iterator[Finding]:
    told = [e for e in read.entries if e.kind == "count" and e.share]
    others = [e for e in read.entries if e.kind == "count" and not e.share]
    # A whole of its own, told in the paragraph, is what its shares are of.
    if not told or others or any(e.base or e.count > base for e in told) or OF_SOME.search(read.text):
        return
    for each in told:
        yield _finding(paragraph, each, base)


def _finding(paragraph: Paragraph, each: Entry, base: int) -> Finding:
    count, printed = each.count, each.share
    assert printed is not None
    loose = truncated(count, base, printed) or near(count, base, printed)
    verdict: Verdict = "ok" if fits(count, base, printed) else "rounding" if loose else "wrong"
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"{count} of the base of {base} is {exact}, printed as {printed}"
    slip = f"fraction/{paragraph.line}/{each.text.lower()}"
    expected = f"{rounded(share(count, base), printed.decimals)}%"
    return Finding(CODE, verdict, paragraph.where, each.text, str(printed), expected, why, slip, "likely")
