"""Lengths of time, ways and weights that are added up: "seven hours on Monday, six on Tuesday, 13 hours in all"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.measured import Measure, measures, shown
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage

CODE = "measures-added"
MESSAGE = "Lengths, weights and times come to what they are said to come to."
GOOD = "They dug for six hours on Monday and for seven hours on Tuesday. The work took 13 hours in all."
BAD = "They dug for six hours on Monday and for seven hours on Tuesday. The work took 15 hours in all."

LEADS = pattern_of(
    r"\b(?:came to|comes to|coming to|total(?:s|led|ling)?(?: of| was| is)?|add(?:s|ed|ing)? up to|amount(?:s|ed|"
    r"ing) to|"
    r"altogether|in all|sum of|together|making|giving)(?: (?:a|just|only|total|of|they|it|that|was|were|is))* ?$|"
    r"\b(?:in all|in total|altogether)\b[^.;:\d]{0,30}$",
    re.I,
)
BEHIND = pattern_of(r"(?: [a-z]+){0,2},? (?:in all|in total|altogether|all told|together|between them)\b", re.I)
NOT_SO = pattern_of(
    r"\b(?:each|every|per|average|mean|median|about|around|nearly|almost|up to|at least|at most|more than|less than|"
    r"from|between|of (?:which|whom|these)|including|respectively|limit|maximum|minimum|if|would|target|longer|shorter|"
    r"late|within|overtime|both|twice|times|then|overlap\w*|old)\b",
    re.I,
)
GIVEN = frozenset(("hour", "minute", "day", "week", "month", "kg", "mm", "km", "mile", "tonne", "ml", "mg"))
THREE, REACH, FAR, MOST = 3, 1, Decimal("2.5"), 320


def check(context: Context) -> Iterator[Finding]:
    """Each total of two or more such figures, all of one unit."""
    for paragraph in context.paragraphs_with(LEADS, BEHIND):
        read = passage(paragraph.text)
        for at, start in enumerate(read.starts):
            for first in (at, at - REACH):
                low = read.starts[first] if first >= 0 else -1
                text = paragraph.text[low : start + len(read.sentence(at))] if low >= 0 else ""
                told = list(measures(text))
                if text and len(text) <= MOST and _total(text, told):
                    yield from _judged(paragraph, low, text, told)
                    break


def _total(text: str, told: Sequence[Measure]) -> Measure | None:
    """The last of three figures or more of one unit, or the first, where it is said to be what they come to."""
    if len(told) < THREE or len({each.kind for each in told}) > 1 or told[0].kind not in GIVEN:
        return None
    totals = [e for e in told if LEADS.search(text[: e.start]) or BEHIND.match(text, e.end)]
    return totals[0] if len(totals) == 1 and totals[0] in (told[0], told[-1]) and not NOT_SO.search(text) else None


def _judged(paragraph: Paragraph, low: int, text: str, told: Sequence[Measure]) -> Iterator[Finding]:
    total = _total(text, told)
    parts = [each for each in told if each is not total]
    made = sum((each.exact for each in parts), Decimal(0))
    if total is None or not made:
        return
    right = made == total.exact
    if not right and not (is_slip(total.exact, made) or max(made, total.exact) <= FAR * min(made, total.exact)):
        return
    expected = shown(made, total)
    why = f"{' + '.join(each.text for each in parts)} = {expected}, printed as {total.text}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"parts/{paragraph.line}/{low + total.start}/{total.text}"
    yield Finding(CODE, verdict, paragraph.where, total.text, total.text, expected, why, slip, "likely")
