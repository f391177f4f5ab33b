"""Two percentages in a sentence and the points between them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.earlier import OF_GAPS
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.quantities import Quantity, printed, quantities_in
from looped.checker.rules.apart import ELSEWHERE

CODE = "points-apart"
MESSAGE = "The points between two percentages are their difference."
GOOD = "The difference was 10.9 percentage points (32.7% v 21.8%)."
BAD = "The difference was 14.9 percentage points (32.7% v 21.8%)."

POINTS = pattern_of(r"^\s*(?:percentage[- ]points?|ppts?\b|pp\b|points?\b)", re.I)
SOME = pattern_of(r"point|pp", re.I)
HYPHENED = pattern_of(r"(?<![\w.])(\d+(?:\.\d+)?)-(?:percentage-)?points?\b", re.I)
THEN = pattern_of(
    r"\s*(?:percentage[- ])?(?:points?|pp) (?:(?:in |at |on )?(?:the )?(?:last|previous|first) [a-z]+|then|before|"
    r"a year "
    r"(?:ago|earlier)|previously)\b(?=\s*[,;)])",
    re.I,
)
UNROUNDED = pattern_of(r"\b(?:before rounding|unrounded|due to rounding|because of rounding)\b", re.I)
INTERVAL = pattern_of(r"[(\[][^()\[\]]*\b(?:CI|confidence|interval|p\s*[<=])[^()\[\]]*[)\]]", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with one number of points and just two percentages."""
    for sentence in context.sentences_with(SOME):
        # An interval's figures are blanked out, "15-point" parted, and everything stays in its place.
        text = INTERVAL.sub(lambda each: " " * len(each.group()), sentence.text)
        text = HYPHENED.sub(lambda each: each.group().replace("-", " "), text)
        found = [each for each in quantities_in(text) if not each.is_year]
        points = [each for each in found if POINTS.match(text[each.end :])]
        shares = [each for each in found if each.unit == "%" and each not in points]
        # "Worked out before rounding": the shares as printed don't give it.
        unrounded = UNROUNDED.search(text)
        if OF_GAPS.search(text):
            continue
        if len(points) == 1 and len(shares) == 2 and not unrounded and not _is_of_another(text, points[0]):
            found_here = _finding(sentence, points[0], *shares)
            if found_here:
                yield found_here


def _is_of_another(text: str, points: Quantity) -> bool:
    """ "The gap, 11 points last year": against what isn't told here, or of another time."""
    behind = text[points.end :]
    return bool(ELSEWHERE.match(behind) or THEN.match(behind))


def _is_between_others(sentence: Sentence, points: Quantity, slack: Decimal) -> bool:
    """Whether one of the two and a share of a sentence beside it are so far apart: a standard told before."""
    shares = [e.share.value for e in passage(sentence.paragraph.text).entries if e.share]
    return any(abs(abs(one - other) - abs(points.value)) < slack / 3 for one, other in combinations(shares, 2))


def _finding(sentence: Sentence, points: Quantity, first: Quantity, last: Quantity) -> Finding | None:
    apart = abs(first.value - last.value)
    miss = abs(apart - abs(points.value))
    # Rounding alone may part them by half a last digit of each.
    slack = (first.step + last.step + points.step) / 2
    verdict: Verdict = "ok" if not miss else "rounding" if miss < slack else "wrong"
    if verdict != "ok" and _is_between_others(sentence, points, slack):
        return None
    why = f"between {first.text} and {last.text} there are {printed(apart)} points, printed as {points.text}"
    slip = f"change-stated/{sentence.line}/{points.text}/{points.start}"
    return Finding(CODE, verdict, sentence.where, points.text, points.text, printed(apart), why, slip)
