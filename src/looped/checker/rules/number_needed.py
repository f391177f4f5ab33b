"""The number needed to treat: one over the difference of two shares that is told, or that the two shares give."""

import math
import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Passage, passage
from looped.checker.rules.risk_ratio import ADJUSTED, risks_of

CODE = "number-needed"
MESSAGE = "The number needed to treat is one over the difference of the two shares."
GOOD = "Of those treated 60% got well, of the others 40%. The number needed to treat was 5."
BAD = "Of those treated 60% got well, of the others 40%. The number needed to treat was 8."

SAID = pattern_of(
    r"\b(?:number[- ]needed[- ]to[- ](?:treat|harm|screen|vaccinate)|NNT[BH]?|NNH)\b(?:\s*\([^()\d]{0,40}\))?"
    r"[^.;:()\d]{0,60}?(?:=|:|\b(?:was|is|of|being|were|at|comes? to|came to|gives?|gave|thus|"
    r"therefore|hence|so|about)\b)"
    rf"(?: (?:therefore|thus|then|hence|accordingly|about|around|roughly|"
    rf"just))*\s*(?P<n>\d+(?:\.\d+)?|{NUMBER})(?!\d|[.,]\d)",
    re.I,
)
GAP = pattern_of(
    r"\b(?:(?:absolute|risk)(?: risk)? (?:difference|reduction|increase|benefit)|ARR|ARD|difference(?= (?:was|of|is|"
    r"between)))\b[^.;\d]{0,50}?(?P<gap>\d+(?:\.\d+)?)\s?(?:%|per ?cent|(?:percentage )?points?\b|pp\b)",
    re.I,
)
OF_HUNDRED = 100


def check(context: Context) -> Iterator[Finding]:
    """Each number needed with one difference told beside it, else with two risks."""
    for paragraph in context.paragraphs_with(SAID):
        found = list(SAID.finditer(paragraph.text))
        if len(found) == 1 and not ADJUSTED.search(paragraph.text):
            yield from _judged(paragraph, passage(paragraph.text), found[0])


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    span = _difference(read, found)
    if span is None or span[0] <= 0:
        return
    low, high = 1 / span[1], 1 / span[0]
    words = found["n"]
    stated = Fraction(words) if words[0].isdigit() else Fraction(whole(words) or 0)
    # It is rounded up, or to the nearest.
    step = Fraction(1, 10 ** len(words.partition(".")[2]))
    right = math.floor(low / step) * step <= stated <= math.ceil(high / step) * step
    middle = 2 / (span[0] + span[1])
    expected = str(math.ceil(middle)) if step == 1 else f"{float(middle):.{len(words.partition('.')[2])}f}"
    verdict: Verdict = "ok" if right else "wrong"
    why = f"one over a difference of {float(span[0] + span[1]) * OF_HUNDRED / 2:g} points is {float(middle):.3g}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), words, expected, why, slip, "likely")


def _difference(read: Passage, found: re.Match[str]) -> tuple[Fraction, Fraction] | None:
    """The least and the most that the difference can be, in parts of one."""
    told = {each["gap"] for each in GAP.finditer(read.text)}
    if len(told) == 1:
        gap = told.pop()
        half = Fraction(1, 2 * 10 ** len(gap.partition(".")[2]))
        # A whole number of points is told exactly as often as it is rounded: both are right.
        return (Fraction(gap) - half) / OF_HUNDRED, (Fraction(gap) + half) / OF_HUNDRED
    if told:
        return None
    for at in (read.sentence_at(found.start()), read.sentence_at(found.start()) - 1):
        risks, _ = risks_of(read, at, found)
        if len(risks) == 2:
            first, last = sorted(risks, key=lambda each: each.low)
            return last.low - first.high, last.high - first.low
    return None
