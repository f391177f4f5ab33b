"""Shares and counts told in one order: "17%, 25% and 40% of the 60 (10, 15 and 24)". One that stands out is wrong."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "in-order"
MESSAGE = "Of shares and counts told in the same order each share is that of its count."
GOOD = "The first, second and third letter went to 50%, 40% and 25% of the 60 homes (30, 24 and 15 respectively)."
BAD = "The first, second and third letter went to 50%, 45% and 25% of the 60 homes (30, 24 and 15 respectively)."

LISTED = pattern_of(r"\s*(?:,|;|/|and|, and|or|, or|&)\s*", re.I)
FEWEST, APART = 2, 90


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with as long a run of shares as of counts."""
    for paragraph in context.document.paragraphs:
        if paragraph.text.count("%") + paragraph.text.count(" cent") < FEWEST:
            continue
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            runs = list(_runs(read, at))
            for shares in runs:
                counts = [run for run in runs if run[0].kind == "count" and len(run) == len(shares)]
                if shares[0].kind == "share" and counts:
                    nearest = min(counts, key=lambda run: abs(run[0].start - shares[-1].end))
                    yield from _judged(paragraph, read, shares, nearest)
                elif shares[0].kind == "share":
                    yield from _of_own_wholes(paragraph, read, shares)


def _runs(read: Passage, at: int) -> Iterator[list[Entry]]:
    """Figures of one kind with nothing between them but commas and "and"."""
    run: list[Entry] = []
    for each in read.of_sentence(at):
        bare = each.kind in ("share", "count") and not each.base and (each.kind == "share" or not each.share)
        if run and bare and each.kind == run[0].kind and LISTED.fullmatch(read.quiet[run[-1].end : each.start]):
            run.append(each)
            continue
        if len(run) >= FEWEST:
            yield run
        run = [each] if bare else []
    if len(run) >= FEWEST:
        yield run


def _judged(paragraph: Paragraph, read: Passage, shares: Sequence[Entry], counts: Sequence[Entry]) -> Iterator[Finding]:
    """Each share of its count, on the one whole of the passage that some of them fit."""
    first, last = sorted((shares, counts), key=lambda run: run[0].start)
    if last[0].start - first[-1].end > APART:
        return
    others = [e for e in read.entries if e not in counts and e.kind == "count" and not e.share]
    wholes = dict.fromkeys(n for e in others for n in (e.count, e.base or 0) if n >= max(c.count for c in counts))
    told = [(c.count, s) for c, s in zip(counts, shares, strict=True)]
    best = max(wholes, key=lambda n: sum(bool(s.share and fits(c, n, s.share)) for c, s in told), default=0)
    fitting = [s for c, s in told if best and s.share and fits(c, best, s.share)]
    if len(fitting) * 2 < len(told):
        return
    for count, each in told:
        if each.share:
            right = fits(count, best, each.share)
            # "402, 372 and 372 came; 298, 276 and 305 of them": each has a whole of its own.
            if not right and any(fits(count, n, each.share) for n in wholes):
                continue
            yield from _told(paragraph, each, count, best)


def _of_own_wholes(paragraph: Paragraph, read: Passage, shares: Sequence[Entry]) -> Iterator[Finding]:
    """ "48 of 60 here and 21 of 70 there (80% and 30%)": each of its own whole, where all but one fit in that order."""
    at = shares[0].sentence
    own = [e for e in read.of_sentence(at) if e.kind == "count" and e.base and not e.share]
    if (
        len(own) != len(shares)
        or not min(abs(shares[0].start - own[-1].end), abs(own[0].start - shares[-1].end)) < APART
    ):
        return
    odd = [
        (each, stated)
        for each, stated in zip(own, shares, strict=True)
        if not (each.base and stated.share and fits(each.count, each.base, stated.share))
    ]
    if len(odd) < 2:
        for each, stated in zip(own, shares, strict=True):
            yield from _told(paragraph, stated, each.count, each.base or 0)


def _told(paragraph: Paragraph, each: Entry, count: int, base: int) -> Iterator[Finding]:
    """What a share is, and should be."""
    if not each.share or not base:
        return
    exact = rounded(share(count, base), max(each.share.decimals, 1))
    right, loose = fits(count, base, each.share), near(count, base, each.share)
    verdict: Verdict = "ok" if right else "rounding" if loose else "wrong"
    why = f"{count} of {base} is {exact}%" + ("" if right else f", not {each.share}")
    slip = f"fraction/{paragraph.line}/{each.start}"
    expected = f"{rounded(share(count, base), each.share.decimals)}%"
    yield Finding(CODE, verdict, paragraph.where, each.text, str(each.share), expected, why, slip, "likely")
