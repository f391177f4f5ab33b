"""As many days are named as are said to be: "it met on three days, 4, 11 and 18 May"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "dates-listed"
MESSAGE = "As many dates are named as there are said to be."
GOOD = "Inspectors came on three days: 3, 4 and 9 June."
BAD = "Inspectors came on four days: 3, 4 and 9 June."

DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
DATE = rf"{DAY}(?: {MONTH})?(?: (?:19|20)\d\d)?"
DATES = rf"(?P<dates>{DATE}(?:, {DATE})*,? and {DAY} {MONTH})\b"
TIMES = (
    r"(?:days|dates|times|visits|meetings|occasions|sessions|evenings|nights|mornings|afternoons|inspections|hearings)"
)
BEFORE = pattern_of(
    rf"\b(?P<n>{NUMBER}) (?:[a-z]+ )?{TIMES}(?: [a-z]+){{0,4}}?(?:: |,? \(|, (?:namely |on )?| on | – ){DATES}", re.I
)
BEHIND = pattern_of(
    rf"\bon {DATES}(?: (?:19|20)\d\d)?,? (?:(?:that is|making|which makes|so),? )?(?P<n>{NUMBER}) {TIMES}"
    r"(?: (?:in all|in total|altogether)|(?=[.,;)]))",
    re.I,
)
NOT_SO = pattern_of(r"\b(?:includ\w+|between|from|of which|such as|first|last|next|after|before|every|each)\b", re.I)
MOST, FAR = 12, 3


def check(context: Context) -> Iterator[Finding]:
    """Each number of days or times beside a list of dates."""
    for paragraph in context.paragraphs_with(BEFORE, BEHIND):
        for pattern in (BEFORE, BEHIND):
            for found in pattern.finditer(paragraph.text):
                yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    dates = re.split(r",? and |, ", found["dates"])
    stated, exact = whole(found["n"]) or 0, len(dates)
    if NOT_SO.search(found.group()) or not 1 < stated <= MOST or abs(stated - exact) > FAR:
        return
    verdict: Verdict = "ok" if stated == exact else "wrong"
    why = f"{exact} are named: {found['dates']}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), found["n"], str(exact), why, slip, "likely")
