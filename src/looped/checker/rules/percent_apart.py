"""How far two percentages are apart, told in points or, wrongly, in per cent: "66%, six per cent up on the 60%".

A target counts as one of the two, and a size may be spelt.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.earlier import OF_GAPS
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import QUANTITY, Quantity, printed, quantity_of
from looped.checker.rules.points_apart import INTERVAL, POINTS, UNROUNDED

CODE = "percent-apart"
MESSAGE = "What lies between two percentages is told in points, and is their difference."
GOOD = "Take-up stands at 48%, eight points up on last year's 40%."
BAD = "Take-up stands at 48%, eight per cent up on last year's 40%."

SIDE = pattern_of(
    r"\s*\)?,? (?:up|down|higher|lower|more|less|above|below|short|ahead|behind|clear|shy|off|better|worse|over|under|"
    r"adrift|beyond)\b(?! than (?:once|twice|one\b|\d))",
    re.I,
)
CALLED = pattern_of(
    r"\b(?:rise|fall|gap|difference|lead|drop|increase|decrease|change|shortfall|gain|margin|decline|jump|dip|"
    r"improvement|reduction|advantage|excess|slip|swing|distance|spread)(?: (?:here|there|between them|"
    r"between the two))?,?"
    r" (?:of|is|was|being|at|by) (?:just |only |exactly |a |an |some )?$|"
    r"\b(?:rose|risen|fell|fallen|grew|grown|improved|dropped|slipped|dipped|climbed|increased|decreased|declined|led|"
    r"lead|leads|leading|missed|exceeded|beat|beaten|ahead|behind|short|apart|up|down|higher|lower) (?:by )?(?:just |"
    r"only |exactly )?$|\bby (?:just |only |exactly )?$",
    re.I,
)
HEDGED = pattern_of(
    r"\b(?:about|around|roughly|nearly|almost|over|under|at least|more than|less than|some|up to|within|another|"
    r"further|"
    r"only|to)\s+$",
    re.I,
)
PARTED = pattern_of(r"[;:]|\b(?:while|whereas|but|although|and)\b", re.I)
MOST = 2


@dataclass(frozen=True)
class Told:
    """A percentage or a number of points as it stands. points: whether it is one."""

    figure: Quantity
    points: bool


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with two percentages and one size between them."""
    for sentence in context.sentences_with(POINTS, SIDE, CALLED):
        if "%" not in sentence.text and " cent" not in sentence.text:
            continue
        text = INTERVAL.sub(lambda each: " " * len(each.group()), sentence.text)
        told = list(_told(text))
        sizes = [each for each in told if each.points or _is_size(text, each.figure)]
        shares = [each.figure for each in told if each not in sizes]
        if len(sizes) != 1 or len(shares) != MOST or UNROUNDED.search(text) or OF_GAPS.search(text):
            continue
        if not HEDGED.search(text[: sizes[0].figure.start]):
            yield from _judged(sentence, sizes[0], shares)


def _told(text: str) -> Iterator[Told]:
    for found in QUANTITY.finditer(text):
        figure = quantity_of(found)
        points = bool(POINTS.match(text[figure.end :]))
        if points or figure.unit == "%":
            yield Told(figure, points)


def _is_size(text: str, figure: Quantity) -> bool:
    return bool(SIDE.match(text, figure.end) or CALLED.search(text[: figure.start]))


def _judged(sentence: Sentence, size: Told, shares: Sequence[Quantity]) -> Iterator[Finding]:
    one, other = shares
    stated, apart = abs(size.figure.value), abs(one.value - other.value)
    slack = (one.step + other.step + size.figure.step) / 2
    if not apart or _is_of_others(sentence, stated):
        return
    words = f"{one.text} and {other.text} are {printed(apart)} points apart"
    miss = abs(apart - stated)
    if size.points:
        verdict: Verdict = "ok" if not miss else "rounding" if miss < slack else "wrong"
        if miss and not _is_between(sentence.text, size.figure, shares):
            return
        yield _finding(sentence, size.figure, verdict, f"{printed(apart)} points", f"{words}, not {printed(stated)}")
        return
    options = [apart * 100 / each.value for each in shares if each.value]
    if miss or any(abs(each - stated) <= size.figure.step / 2 for each in options):
        return
    exact = " or ".join(sorted(f"{printed(each.quantize(Decimal('0.1')))}%" for each in options))
    yield _finding(
        sentence, size.figure, "wrong", f"{printed(apart)} points", f"{words}; as a percentage it is {exact}"
    )


def _is_between(text: str, size: Quantity, shares: Sequence[Quantity]) -> bool:
    """ "85%, eight points short of the 90% goal": one before it in its clause, and the other right behind its side."""
    one, other = shares
    side = SIDE.match(POINTS.sub("", text[size.end : other.start]))
    return bool(one.end <= size.start < other.start and side and not PARTED.search(text[one.end : other.start]))


def _is_of_others(sentence: Sentence, stated: Decimal) -> bool:
    """Whether two percentages of its paragraph, a target among them, are so far apart in another sentence."""
    text = sentence.paragraph.text
    if len(text) <= len(sentence.text) + 1:
        return False
    values = {each.figure.value for each in _told(text) if not each.points and each.figure.unit == "%"}
    own = {each.figure.value for each in _told(sentence.text) if not each.points}
    return any(abs(a - b) == stated for a, b in combinations(values, 2) if not {a, b} <= own)


def _finding(sentence: Sentence, size: Quantity, verdict: Verdict, expected: str, why: str) -> Finding:
    slip = f"change-stated/{sentence.line}/{size.text}/{size.start}"
    return Finding(CODE, verdict, sentence.where, size.text, size.text, expected, why, slip, "likely")
