"""A count or a share of some of whom the number was told: "66 were smokers. Advice was given to 52 of the smokers"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fits, near, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.subgroups import Taken, taken_up

CODE = "of-subgroup"
MESSAGE = "A share of those of whom a number was told is of that number, and no more are told of them."
GOOD = "We read 131 notes. Sixty-six patients were smokers. Advice was given to 52 of the smokers (79%)."
BAD = "We read 131 notes. Sixty-six patients were smokers. Advice was given to 52 of the smokers (40%)."

OF = pattern_of(
    r"\b(?:of|among|amongst) (?:all )?(?:the|these|those|our|its) [a-z]|"
    r"\b(?:in|of|among|for|at|on|from) [^.;:,()\d]{2,50} \((?:n ?= ?)?\d",
    re.I,
)
FAR = 2


def check(context: Context) -> Iterator[Finding]:
    """Each count that is of a number told before by its words."""
    for paragraph in context.paragraphs_with(OF):
        read = passage(paragraph.text)
        for each in taken_up(read):
            yield from _judged(paragraph, read, each)


def _judged(paragraph: Paragraph, read: Passage, taken: Taken) -> Iterator[Finding]:
    part, whole = taken.part, taken.whole
    printed = taken.share.share if taken.share else part.share
    if part.count > whole:
        if part.count <= FAR * whole:
            why = f"{part.count} are told of the {whole} that there are"
            yield _finding(paragraph, taken, "wrong", f"at most {whole}", why)
    elif printed and not (taken.share is None and part.share is None):
        verdict = _verdict(read, taken, printed)
        if verdict:
            exact = f"{rounded(share(part.count, whole), max(printed.decimals, 1))}%"
            why = f"{part.count} of {whole} is {exact}" + ("" if verdict == "ok" else f", not {printed}")
            yield _finding(paragraph, taken, verdict, exact, why)


def _verdict(read: Passage, taken: Taken, printed: Percent) -> Verdict | None:
    part, whole = taken.part.count, taken.whole
    if fits(part, whole, printed):
        return "ok"
    if truncated(part, whole, printed) or near(part, whole, printed):
        return "rounding"
    # By its bare name a wider number may be meant too.
    told = [e for e in read.entries if e.kind == "count" and (e.base or not e.share)]
    others = {n for e in told for n in (e.count, e.base or 0) if n >= part}
    others |= {whole - e.count for e in read.entries if e.kind == "count" and 0 < e.count < whole}
    if not taken.is_narrow and any(n and fits(part, n, printed) for n in others):
        return None
    return "wrong"


def _finding(paragraph: Paragraph, taken: Taken, verdict: Verdict, expected: str, why: str) -> Finding:
    stated = taken.share or taken.part
    slip = f"fraction/{paragraph.line}/{stated.text.lower()}"
    return Finding(CODE, verdict, paragraph.where, stated.text, stated.text, expected, why, slip, "likely")
