"""Two shares told together and what they are of: two counts with their bases, or one count of two wholes."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fits, near, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage, passage

CODE = "shares-paired"
MESSAGE = "Two shares told one after the other are those of the two counts, or of the two wholes, told before them."
GOOD = "Dry rot was in 12 of 48 lofts in 2019 and in 21 of 60 in 2023, so its share went from 25% to 35%."
BAD = "Dry rot was in 12 of 48 lofts in 2019 and in 21 of 60 in 2023, so its share went from 25% to 45%."

# Between the two shares.
TO = pattern_of(
    rf"\s?(?:to|and|,? then|,? against|,? compared with|and to|,? as against|v\.?|vs\.?|versus)\s(?:{ONLY})?", re.I
)
VERSUS = pattern_of(r" v(?:s|ersus)?\.? ", re.I)
LEAD = pattern_of(
    r"\b(?:from|between|of|to|shares?|proportions?|percentages?|rates?|or|that is|i\.e\.|so|\()\b[^.;:\d]{0,40}$|"
    r"\(\s*$",
    re.I,
)
# "i.e. 42.6% by the one reading and 45.2% by the other".
AGAIN = pattern_of(
    r"[^.;:()\d]{0,50}?(?:,|\(|:)? ?(?:that is|i\.e\.|or|which (?:is|was|makes|gives)|this (?:is|was|makes|gives)|"
    r"making|"
    rf"giving|namely|\()[,:]? ?(?:{ONLY})?",
    re.I,
)
WORDED = pattern_of(
    r" (?:of|by|in|on|for|among|from|per)\b[^.;:\d]{3,60}?,? (?:and|but|or|against)\b[^.;:\d]{0,20}", re.I
)
ELSE = pattern_of(
    r"\b(?:(?:changes?|rises?|falls?|increases?|decreases?|drops?|reductions?|improvements?|gains?) of|target|"
    r"national\w*|average|points?|adjusted|weighted|confidence|interval|than)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each two shares that stand together in a sentence with no others."""
    for paragraph in context.document.paragraphs:
        if paragraph.text.count("%") + paragraph.text.count(" cent") < 2:
            continue
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            shares = [e for e in read.of_sentence(at) if e.kind == "share"]
            if len(shares) == 2 and not ELSE.search(read.sentence(at)):
                yield from _of_two_counts(paragraph, read, at, shares)
                yield from _of_two_wholes(paragraph, read, at, shares)


def _of_two_counts(paragraph: Paragraph, read: Passage, at: int, shares: Sequence[Entry]) -> Iterator[Finding]:
    """ "112 of 687 then and 217 of 582 now: from 16% to 37%": each in its turn."""
    gap = read.text[shares[0].end : shares[1].start]
    before = [e for e in read.of_sentence(at) if e.end <= shares[0].start]
    based = [e for e in before if e.base and e.kind == "count"]
    if not before and at and not VERSUS.fullmatch(gap):
        before = read.of_sentence(at - 1)
        based = [e for e in before if e.base and e.kind == "count"]
    plain = len(based) == 2 and not any(e.share for e in based) and len(before) == 2
    if not plain or not TO.fullmatch(gap) or not LEAD.search(read.text[: shares[0].start]):
        return
    told = [(e.count, e.base or 1) for e in based]
    printed = [e.share for e in shares if e.share]
    for order in permutations(told):
        if all(fits(a, b, p) for (a, b), p in zip(order, printed, strict=True)):
            return
    for (count, base), each, own in zip(told, shares, printed, strict=True):
        if not fits(count, base, own):
            yield _finding(paragraph, each, own, count, base)


def _of_two_wholes(paragraph: Paragraph, read: Passage, at: int, shares: Sequence[Entry]) -> Iterator[Finding]:
    """ "66 did: 42.6% of all and 45.2% of those who stayed": one count of two wholes told in the sentence before."""
    own = [e for e in read.of_sentence(at) if e.kind != "share"]
    if len(own) != 1 or own[0].kind != "count" or own[0].base or own[0].share or own[0].end > shares[0].start or not at:
        return
    gap, between = read.text[own[0].end : shares[0].start], read.text[shares[0].end : shares[1].start]
    if not AGAIN.fullmatch(gap) or not WORDED.fullmatch(between):
        return
    wholes = [
        n for e in read.of_sentence(at - 1) for n in (e.count, e.base or 0) if e.kind == "count" and n > own[0].count
    ]
    count, printed = own[0].count, [e.share for e in shares if e.share]
    right = [next((n for n in wholes if fits(count, n, each)), None) for each in printed]
    if len(wholes) != 2 or all(right):
        return
    for each, share_of, other in zip(shares, printed, reversed(right), strict=True):
        if not any(fits(count, n, share_of) for n in wholes):
            # Where the other is of the one whole, this is of the other; else each in its turn.
            rest = [n for n in wholes if n != other]
            base = rest[0] if other and len(rest) == 1 else wholes[shares.index(each)]
            yield _finding(paragraph, each, share_of, count, base)


def _finding(paragraph: Paragraph, entry: Entry, printed: Percent, count: int, base: int) -> Finding:
    loose = truncated(count, base, printed) or near(count, base, printed)
    verdict: Verdict = "rounding" if loose else "wrong"
    exact = rounded(share(count, base), max(printed.decimals, 1))
    expected = f"{rounded(share(count, base), printed.decimals)}%"
    why = f"{count} of {base} is {exact}%, not {printed}"
    slip = f"fraction/{paragraph.line}/{entry.start}"
    return Finding(CODE, verdict, paragraph.where, entry.text, str(printed), expected, why, slip, "likely")
