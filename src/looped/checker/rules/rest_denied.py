"""So many of a number, and so the others not: "30 of the 44 boats had a bell, so 14 had none"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Entry, Passage, passage, worded

CODE = "rest-denied"
MESSAGE = "How many did not, where it follows from how many did, are the rest of all."
GOOD = "The lowest was for bells: 30 of 44 boats had one, so 14 boats did not."
BAD = "The lowest was for bells: 30 of 44 boats had one, so 16 boats did not."

# Before the rest: it follows from what stands before it, or is the other part of it.
SO = pattern_of(
    r"(?:[,;–—]? (?:and )?(?:so|thus|hence|so that|which means(?: that)?|meaning(?: that)?|that means(?: that)?)|"
    r"\band not (?:in|for|by|at|on)) (?:the (?:other |remaining )?)?$",
    re.I,
)
# Behind it: what they did not, or nothing more.
NOT = pattern_of(
    r"(?:(?: of (?:them|these|those))?(?: (?!did\b|had\b|were\b|was\b|do\b|have\b|lacked\b)[a-z’'-]+){0,3} "
    r"(?:(?:did|had|were|was|do|have|are|could|would) (?:not|none|no|neither)\b|lacked\b|went without\b|"
    r"were without\b|missed\b))",
    re.I,
)
THE_OTHER = pattern_of(r"\band not (?:in|for|by|at|on) the (?:other|remaining) $", re.I)
ASIDE = pattern_of(r"\b(?:if|would have|at least|at most|more than|fewer than|nearly|almost|about|over)\b", re.I)


# "The 3 who did not": of those that the sentence before tells of.
THE_REST = pattern_of(
    rf"\W*The (?P<n>{NUMBER})(?: [a-z]{{3,10}}s)?(?: (?:who|that|which))?(?: (?:did|had|was|were|have|could))? not\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such rest."""
    for paragraph in context.paragraphs_with(THE_REST):
        read = passage(paragraph.text)
        for at in range(1, len(read.starts)):
            if found := THE_REST.match(read.sentence(at)):
                yield from _of_before(paragraph, read, at, found)
    for paragraph in context.paragraphs_with(MAY_BE):
        read = passage(paragraph.text)
        for rest in read.entries:
            if rest.kind == "count" and not rest.base and not rest.share:
                yield from _judged(context, paragraph, read, rest)


def _of_before(paragraph: Paragraph, read: Passage, at: int, found: re.Match[str]) -> Iterator[Finding]:
    """The rest of any of those that the sentence before tells of its one whole: "Of 14, 11 ... and 12 ..."."""
    own = [e for e in read.of_sentence(at - 1) if e.kind == "count" and not e.share]
    whole = {e.base for e in own if e.base}
    opened = own and not own[0].base and OPENED.search(read.text[read.starts[at - 1] : own[0].start])
    parts = [e.count for e in own if e.base]
    if opened and not whole:
        whole, parts = {own[0].count}, [e.count for e in own[1:]]
    if len(whole) != 1 or not parts or worded(found["n"]) in parts:
        return  # "ten were done and two not at all. The two not done ..."
    (every,) = whole
    rests = [every - part for part in parts if part < every]
    if rests:
        verdict: Verdict = "ok" if worded(found["n"]) in rests else "wrong"
        slip = f"{CODE}/{paragraph.line}/{read.starts[at]}"
        why, quote = f"of {every} {parts[0]} leave {rests[0]}", found.group().strip()
        yield Finding(CODE, verdict, paragraph.where, quote, quote, f"{rests[0]}", why, slip, "likely")


OPENED = pattern_of(r"\b(?:of|among) (?:the |these |those |our |all )*$", re.I)
MAY_BE = pattern_of(r"\b(?:so|thus|hence|mean(?:s|ing)|and not)\b", re.I)


def _judged(context: Context, paragraph: Paragraph, read: Passage, rest: Entry) -> Iterator[Finding]:
    lead = read.text[read.starts[rest.sentence] : rest.start]
    if not SO.search(lead) or not (NOT.match(read.text, rest.end) or THE_OTHER.search(lead)) or ASIDE.search(lead):
        return
    before = [e for e in read.of_sentence(rest.sentence) if e.end <= rest.start and not e.text.isalpha()]
    told = [e for e in before if (e.kind == "count" and e.base) or e.kind == "share"]
    if not told or any(e is not told[-1] for e in before[before.index(told[-1]) :]):
        return
    some = told[-1]
    if some.base:
        left = some.base - some.count
        right, why = left == rest.count, f"{some.base} less {some.count} leaves {left}"
        yield _finding(paragraph, rest, right=right, expected=f"{left}", why=why)
    elif some.share and some.share.decimals and len(before) == 1:
        yield from _of_share(context, paragraph, rest, some.share)


def _of_share(context: Context, paragraph: Paragraph, rest: Entry, share: Percent) -> Iterator[Finding]:
    """ "In 54.7% of patients, so that 39 had none": the rest of a number of the report of which that is the share."""
    left = Percent(Decimal(100) - share.value, share.decimals)
    wholes = [n for n in context.told if n >= rest.count]
    if any(fits(rest.count, n, left) for n in wholes):
        yield _finding(paragraph, rest, right=True, expected="", why="")
        return
    heads = {base for grid in context.grids for base in grid.bases if base}
    rests = {n - round(n * share.value / 100) for n in heads if fits(round(n * share.value / 100), n, share)}
    if len(rests) == 1:
        (only,) = rests
        yield _finding(paragraph, rest, right=False, expected=f"{only}", why=f"{share} leaves {only}")


def _finding(paragraph: Paragraph, rest: Entry, *, right: bool, expected: str, why: str) -> Finding:
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{rest.start}"
    return Finding(CODE, verdict, paragraph.where, rest.text, rest.text, expected, why, slip, "likely")
