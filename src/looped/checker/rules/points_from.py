"""How many points a share is from another that is told right behind: "at 74%, 5 points above last year's 69%"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import worded
from looped.checker.quieting import SPELT

CODE = "points-from"
MESSAGE = "Points above or below a share are what lies between it and the one share told before."
GOOD = "At 74%, take-up is 6 points below the 80% target and 5 points above last year's 69%."
BAD = "At 74%, take-up is 6 points below the 80% target and 9 points above last year's 69%."

NUMBER = rf"(?:\d+(?:\.\d+)?|{SPELT})"
PER_CENT = r"\s?(?:%|per ?cent\b)"
SHARE = pattern_of(rf"(?<![\w.,£$€-])(?P<share>\d+(?:\.\d+)?){PER_CENT}(?!\s?(?:points?|CI\b|confidence))", re.I)
FROM = pattern_of(
    rf"\b(?P<size>{NUMBER})\s?(?:percentage[- ]points?|points?|pp|%[- ]points?) "
    r"(?:(?P<up>above|over|higher than|more than|ahead of|better than|up (?:on|from)|in excess of)|"
    r"(?P<down>below|under|lower than|less than|short of|behind|worse than|down (?:on|from)|adrift of|shy of|off))"
    r"(?P<what> [^.;:()\d]{0,60}?(?:\b(?:in|of|for) (?:19|20)\d\d(?:[-/–]\d\d)?[^.;:()\d]{0,30}?)?[( ])"
    rf"(?P<other>\d+(?:\.\d+)?){PER_CENT}(?! (?:points?|CI\b))",
    re.I,
)
# What is said of another figure than the one before it.
ELSE = pattern_of(
    r"\b(?:if|would|could|should|rate of (?:increase|change)|respectively|each|both|range|between)\b", re.I
)
ROUGHLY = pattern_of(
    r"\b(?:more than|less than|over|under|about|around|nearly|almost|at least|at most|up to|some|fewer than|roughly|"
    r"approximately|within) $",
    re.I,
)
IT = pattern_of(r"\W*(?:this|that|it|which|the (?:figure|share|rate|result|proportion|percentage|score)) ", re.I)
APART = pattern_of(r"\b(?:while|whereas|whilst|but|although|though)\b|;", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such distance with the one share told before it in its sentence, or in the one before that it takes up."""
    for paragraph in context.paragraphs_with(FROM):
        text = paragraph.text
        for found in FROM.finditer(text):
            yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    text = paragraph.text
    low = _start(text, found.start())
    before = [each for each in SHARE.finditer(text, low, found.start()) if not _is_other(text, each)]
    if not before and low and IT.match(text, low):
        start = _start(text, max(0, low - 3))
        before = [each for each in SHARE.finditer(text, start, low) if not _is_other(text, each)]
        low = start
    if ROUGHLY.search(text[: found.start()]):
        return
    if len(before) != 1 or ELSE.search(text[low : found.end()]) or APART.search(text[before[0].end() : found.start()]):
        return
    value, other = Decimal(before[0]["share"]), Decimal(found["other"])
    size = Decimal(found["size"] if found["size"][0].isdigit() else worded(found["size"]))
    apart = value - other if found["up"] else other - value
    step = max(_step(before[0]["share"]), _step(found["other"]), _step(str(size)))
    verdict: Verdict = "ok" if abs(apart - size) < step or (abs(apart - size) == step < 1) else "wrong"
    side = "above" if value >= other else "below"
    why = f"{value}% is {abs(value - other)} points {side} {other}%"
    slip = f"from-target/{paragraph.line}/{found.start()}"
    stated, expected = found.group(), f"{abs(value - other)} points {side}"
    yield Finding(CODE, verdict, paragraph.where, stated, stated, expected, why, slip, "likely")


def _is_other(text: str, share: re.Match[str]) -> bool:
    """Whether a share is the one that an earlier distance is measured from."""
    return any(each.start() < share.start() < each.end() for each in FROM.finditer(text))


def _start(text: str, place: int) -> int:
    """Where the sentence of a place begins."""
    ends = [each.end() for each in re.finditer(r"[.!?]\s+(?=[A-Z])", text[:place])]
    return ends[-1] if ends else 0


def _step(figure: str) -> Decimal:
    """What the last digit of a figure stands for."""
    return Decimal(1).scaleb(-len(figure.partition(".")[2]))
