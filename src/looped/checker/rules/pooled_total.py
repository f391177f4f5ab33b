"""Counts out of bases of their own that are told together: "17 of 126 here and 15 of 107 there, 32 people"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from looped.checker.adding import opened_at
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.told_total import LEADS, OTHER

CODE = "pooled-total"
MESSAGE = "What groups make together is the sum of their counts, or of their bases."
GOOD = "Nine of 40 homes and 8 of 35 schools were late; together that is 17 places."
BAD = "Nine of 40 homes and 8 of 35 schools were late; together that is 27 places."

MANY = 12
JOINED = pattern_of(r",|;|\band\b|\bplus\b|\bwhile\b", re.I)
APPOSED = pattern_of(r"[^.;:()\d]{0,70}(?:,|:|\s[–—-]|\()\s*(?:that is,? |namely,? |being )?", re.I)
CONTRAST = pattern_of(r"\b(?:of whom|of which|including|than|compared|against|average|mean|per|further|also)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each run of two or more such counts with a figure for all of them."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            run = _run(read, at)
            if len(run) > 1:
                for whole in (*_before(read, run), *_behind(read, run)):
                    yield _judged(paragraph, run, whole)
                    break


def _run(read: Passage, at: int) -> list[Entry]:
    """The counts with bases of a sentence, where the bases differ and nothing else stands between."""
    based = [e for e in read.of_sentence(at) if e.base and e.kind == "count" and opened_at(read.text, e.start) < 0]
    gaps = [read.quiet[a.end : b.start] for a, b in zip(based, based[1:], strict=False)]
    joined = all(JOINED.search(gap) and len(gap) < 110 and not CONTRAST.search(gap) for gap in gaps)
    return based if joined and len({e.base for e in based}) == len(based) else []


def _before(read: Passage, run: Sequence[Entry]) -> Iterator[Entry]:
    """ "Thirty-two people fell, 17 of 126 here and 15 of 107 there": the figure that opens its sentence."""
    before = [e for e in read.of_sentence(run[0].sentence) if e.end <= run[0].start]
    if len(before) == 1 and before[0].kind == "count" and not before[0].base and not before[0].share:
        gap = read.quiet[before[0].end : run[0].start]
        if APPOSED.fullmatch(gap) and not CONTRAST.search(gap) and before[0].value > max(e.value for e in run):
            yield before[0]


def _behind(read: Passage, run: Sequence[Entry]) -> Iterator[Entry]:
    after = [e for e in read.entries if e.start >= run[-1].end and e.sentence <= run[0].sentence + 1]
    whole = sum(e.base or 0 for e in run)
    if after and after[0].kind == "count" and after[0].base in (None, whole):
        lead = read.text[max(run[-1].end, read.starts[after[0].sentence]) : after[0].start]
        if LEADS.search(lead) and not OTHER.search(lead):
            yield after[0]


def _judged(paragraph: Paragraph, run: Sequence[Entry], whole: Entry) -> Finding:
    # Each further one would double the work.
    run = run[:MANY]
    counts, bases = [e.count for e in run], [e.base or 0 for e in run]
    left = [base - count for count, base in zip(counts, bases, strict=True)]
    sums = {
        sum(some)
        for each in (counts, bases, left)
        for size in range(2, len(run) + 1)
        for some in combinations(each, size)
    }
    right = whole.count in sums
    terms = " + ".join(map(str, counts))
    why = f"{terms} = {sum(counts)}, printed as {whole.text.split(' (')[0]}"
    slip = f"parts/{paragraph.line}/{whole.start}/{whole.text}"
    verdict: Verdict = "ok" if right else "wrong"
    return Finding(CODE, verdict, paragraph.where, whole.text, whole.text, str(sum(counts)), why, slip, "likely")
