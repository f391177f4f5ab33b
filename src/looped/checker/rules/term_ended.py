"""A term of so many days from a date ends that many days after it: "served on 2 May, the 21-day period ended on"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.moments import SLACK, Moment, apart, moments
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import SENTENCE
from looped.checker.quieting import SPELT

CODE = "term-ended"
MESSAGE = "A term of so many days ends that many days after the date from which it runs."
GOOD = "The notice was served on 2 May. The 21-day period for objections ended on 23 May."
BAD = "The notice was served on 2 May. The 21-day period for objections ended on 26 May."

TERM = pattern_of(
    rf"(?<![\w.,£–-])(?P<n>\d{{1,3}}|{SPELT})-(?P<unit>day|week)s? (?:[a-z]+ ){{0,2}}?(?:period|window|deadline|limit|"
    rf"term|notice|review|check|stay|trial|run|course|consultation|follow-up|visit|assessment|call)\b[^.;:()\d]{{0,60}}?"
    rf"\b(?:end(?:s|ed|ing)?|clos(?:es|ed|ing)|expire[sd]?|r[au]ns? out|f[ae]ll(?:s|ing)?|lapse[sd]?|finish(?:es|ed)?|"
    rf"(?:is|was|were|fell) (?:[a-z]+ )?(?:due|up|over)|(?:is|was) (?:[a-z]+ )?to (?:end|close|take place|be [a-z]+))"
    rf"(?: [a-z]+)? (?:on|at midnight on|at noon on) (?:the )?(?:[A-Z][a-z]+day,? )?",
    re.I,
)
OTHER = pattern_of(
    r"\b(?:extend\w*|suspend\w*|paus\w+|later|rule|usual\w*|would|should|if|(?-i:may)|instead|delay\w*)\b", re.I
)
REACH, FAR = 260, 3.0


def check(context: Context) -> Iterator[Finding]:
    """Each end of a term behind the one date told before it, in its sentence or the one before."""
    for paragraph in context.paragraphs_with(TERM):
        text = paragraph.text
        told = [each for each in moments(text) if each.kind == "day"]
        for found in TERM.finditer(text):
            last = next((each for each in told if each.start == found.end()), None)
            before = [e for e in told if e.end <= found.start() and _is_near(text[e.end : found.start()])]
            if last and len(before) == 1 and not OTHER.search(text, before[0].start, last.end):
                yield from _judged(paragraph, found, before[0], last)


def _is_near(between: str) -> bool:
    return len(between) < REACH and len(SENTENCE.findall(between)) <= 1


def _judged(paragraph: Paragraph, found: re.Match[str], first: Moment, last: Moment) -> Iterator[Finding]:
    days = (whole(found["n"]) or 0) * (7 if found["unit"].lower() == "week" else 1)
    between = last.value - first.value
    if not days or between <= 0 or not 1 / FAR <= days / between <= FAR:
        return
    # The first day may be counted or not.
    right = abs(between - days) <= SLACK["day"]
    term = found.group().partition(" ")[0]
    why = f"from {first.text} to {last.text} it is {apart(first, last)}; the text says “{term}”"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{last.start}"
    quote = paragraph.text[found.start() : last.end]
    yield Finding(CODE, verdict, paragraph.where, quote, last.text, f"{days} days", why, slip, "likely")
