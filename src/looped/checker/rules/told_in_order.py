"""Counts with their wholes and as many shares in one order: "12 of 20 and 9 of 30 (60% and 30% respectively)"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

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
# Between counts and shares, what says that these are of another time, or only wished for.
OTHER = pattern_of(
    r"\b(?:last|previous\w*|earlier|before|target\w*|standard|expected|planned|national\w*|(?:19|20)\d\d|of (?:these|"
    r"them|those|whom|which))\b",
    re.I,
)
# Right before the shares, where their counts share one whole: what says the counts again.
AGAIN = pattern_of(
    r"(?:[(\[]\s*|[,;:–—-] |\b(?:that is|i\.e\.|or|namely|being|making(?: up)?|giving|representing|"
    r"equivalent to|equal to|"
    r"(?:that|this|which|these|they) (?:is|are|was|were|makes?|gives?|represents?|make up|equates? to|"
    r"amounts? to|comes? to)|"
    r"(?:proportions?|percentages?|shares?|rates?) (?:is|are|was|were|of|being)),? )(?:about |just |only |some )*$",
    re.I,
)
ENDED = pattern_of(r"\s*(?:[)\],.;:]|$|\(?(?:respectively|in (?:that|the same) order)\b)", re.I)
OPENS = pattern_of(r"(?:^|[.;:,(] |\b)(?:of|among|out of|from) (?:(?:the|these|those|our|all|a total of) )*$", re.I)
OF_THESE = pattern_of(r"\W*(?:of|among|out of) (?:them|these|those|the(?:se)? [a-z]+),? ", re.I)
# "60% and 30% (12/20 and 9/30)": right beside each other, in the same order.
IN_BRACKETS = pattern_of(
    r"\d\s?(?:%|per ?cent)(?:[^.;:()\d]{0,30} )?\((?:\d[\d,]* ?(?:/|(?:out )?of) ?\d[\d,]*(?: [a-z]+)?(?:,|;|,? and) )+"
    r"\d[\d,]* ?(?:/|(?:out )?of) ?\d[\d,]*(?: [a-z]+)?\)",
    re.I,
)
CLOSE, FEWEST, MANY = 45, 2, 6


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that says so and tells as many shares as counts with a whole."""
    for paragraph in context.paragraphs_with(SAID, IN_BRACKETS):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            if SAID.search(read.sentence(at)) or IN_BRACKETS.search(read.sentence(at)):
                yield from _sentence(paragraph, read, at)


def _sentence(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """A row of shares and the row of counts nearest to it, with their wholes."""
    shares = [e for e in read.of_sentence(at) if e.kind == "share" and e.share and not e.base]
    size = len(shares)
    if size < FEWEST or not _is_row(read, shares, AND):
        return
    # "In the two arms": how many there are; "eight points or more": what was counted. Neither is of a row.
    own = [e for e in _near(read, at) if (e.kind == "count" or e.base) and not _is_size(e, size)]
    before = [e for e in own if e.end <= shares[0].start]
    behind = [e for e in own if e.start >= shares[-1].end]
    for parts, others in ((before[-size:], before[:-size]), (behind[:size], [])):
        if len(parts) == size and not any(e.share for e in parts) and _is_row(read, parts, BETWEEN):
            wholes = _wholes(read, parts, others)
            if wholes and _are_one(read, parts, shares, apart=all(e.base for e in parts)):
                yield from (_judged(paragraph, *each) for each in zip(parts, shares, wholes, strict=True))
                return


def _near(read: Passage, at: int) -> list[Entry]:
    """The figures of a sentence; with those before it where it tells only shares: "That is 60% and 30%"."""
    own = read.of_sentence(at)
    first = next((e.start for e in own), 0)
    lone = at and all(e.kind == "share" for e in own)
    said = lone or (at and OF_THESE.match(read.text, read.starts[at], first))
    return [*read.of_sentence(at - 1), *own] if said else own


def _is_size(entry: Entry, size: int) -> bool:
    """Whether it only tells how many there are: "the two arms"."""
    bare = not entry.base and not entry.share and entry.count == size
    return bare and bool(re.search(r"\b(?:the|both|our|these|those|each of(?: the)?) $", entry.before, re.I))


def _wholes(read: Passage, parts: Sequence[Entry], others: Sequence[Entry]) -> list[int]:
    """What each of a row is of: its own whole, the one behind the last, or one told before for all or for each."""
    if all(e.base for e in parts):
        return [e.base or 1 for e in parts]
    size = len(parts)
    # "76 and 92 of 200": one whole for both.
    if parts[-1].base and not any(e.base for e in parts[:-1]) and _is_row(read, parts, AND):
        return [parts[-1].base] * size
    if any(e.base for e in (*parts, *others)) or any(e.share for e in others):
        return []
    # "Of the 40 and 50 boats at Ayr and Oban, 10 and 20 had a log".
    if len(others) == size and _is_row(read, others, AND) and OPENS.search(read.text[: others[0].start]):
        return [e.count for e in others]
    opened = len(others) == 1 and (
        OPENS.search(read.text[: others[0].start])
        or OF_THESE.match(read.text, read.starts[parts[0].sentence], parts[0].start)
    )
    return [others[0].count] * size if opened else []


def _are_one(read: Passage, parts: Sequence[Entry], shares: Sequence[Entry], *, apart: bool) -> bool:
    """Whether the two rows stand beside each other and the words say that they are in one order, and of one thing."""
    first, last = sorted((parts, shares), key=lambda row: row[0].start)
    gap = read.text[first[-1].end : last[0].start]
    if MOVED.search(read.text, read.starts[shares[0].sentence], shares[0].start) or OTHER.search(gap):
        return False
    if not SAID.search(read.text, max(0, first[0].start - CLOSE), last[-1].end + CLOSE):
        # Where it isn't said that they are, they only seem to be: then any order will do.
        orders = permutations(parts) if apart and first is shares and len(parts) < MANY else ()
        printed = [e.share for e in shares if e.share]
        fitting = any(all(fits(e.count, e.base or 1, p) for e, p in zip(o, printed, strict=True)) for o in orders)
        return bool(apart and IN_BRACKETS.search(read.text, shares[-1].start - 1)) and not fitting
    # Each with a whole of its own leaves nothing open; else the words must say that the shares are these counts.
    if apart:
        return True
    if first is shares:
        return bool(re.search(r"[(\[]\s*(?:n ?= ?)?$", gap))
    return bool(AGAIN.search(gap) or not gap.strip()) and bool(ENDED.match(read.text, shares[-1].end))


def _is_row(read: Passage, row: Sequence[Entry], gap: Pattern) -> bool:
    return all(gap.fullmatch(read.text, a.end, b.start) for a, b in pairwise(row))


def _judged(paragraph: Paragraph, part: Entry, told: Entry, base: int) -> Finding:
    count, printed = part.count, told.share
    assert printed is not None
    loose = truncated(count, base, printed) or near(count, base, printed)
    verdict: Verdict = "ok" if fits(count, base, printed) else "rounding" if loose else "wrong"
    exact = f"{rounded(share(count, base), max(printed.decimals, 1))}%"
    why = f"{count} of {base} is {exact}, printed in this place {told.text}"
    expected = f"{rounded(share(count, base), printed.decimals)}%"
    slip = f"fraction/{paragraph.line}/{told.start}"
    return Finding(CODE, verdict, paragraph.where, told.text, told.text, expected, why, slip, "likely")
