"""A rise or fall that is said to go on each time, against the figures listed behind it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.directions import FELL, ROSE
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import Quantity, quantities_in

CODE = "each-time"
MESSAGE = "What rises or falls each month does so in every figure listed."
GOOD = "It has risen each month: 16% in April, 30% in May and 44% in June."
BAD = "It has risen each month: 16% in April, 30% in May and 24% in June."

SPAN = r"(?:month|quarter|year|week|term|time|cycle|round)"
EACH = rf"(?:(?:each|every) {SPAN}|{SPAN} (?:on|by) {SPAN}|steadily|continuously)"
EVERY = pattern_of(rf"\b{EACH}\b", re.I)
WAY = rf"(?:(?P<up>{ROSE})|(?P<down>{FELL}))"
WORDS = (
    pattern_of(rf"\b{WAY}\b[^.;()\d]{{0,30}}?\b{EACH}\b", re.I),
    pattern_of(rf"\b{EACH}\b[^.;()\d]{{0,20}}?\b{WAY}\b", re.I),
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with a list of three figures or more of one unit behind it."""
    for sentence in context.sentences_with(EVERY):
        found = WORDS[0].search(sentence.text) or WORDS[1].search(sentence.text)
        # "The number of falls, month by month": what is counted.
        noun = found and re.search(r"\b(?:of|patient|resident|reported|recorded)\s+$", sentence.text[: found.start()])
        if (
            not found
            or noun
            or re.search(r"\b(?:but for|but one|except\w*|save (?:for|in)|apart from|other than)\b", sentence.text)
        ):
            continue
        listed = [each for each in quantities_in(sentence.text) if each.start > found.end() and not each.is_year]
        clause = sentence.text.find(";", found.end())
        listed = (
            [each for each in listed if each.start < clause] if len(listed) > 2 and listed[2].start < clause else listed
        )
        listed = [each for each in listed if each.unit == listed[0].unit]
        if len(listed) > 2 and _is_list(sentence.text, listed):
            yield _finding(sentence, listed, bool(found["up"]), found.group())


def _is_list(text: str, listed: list[Quantity]) -> bool:
    gaps = [text[a.end : b.start] for a, b in pairwise(listed)]
    return all(len(gap) < 50 and re.search(r",|;|\band\b|\bthen\b|\bto\b", gap) for gap in gaps)


def _finding(sentence: Sentence, listed: list[Quantity], up: bool, words: str) -> Finding:
    steps = [(a.value < b.value) if up else (a.value > b.value) for a, b in pairwise(listed)]
    verdict: Verdict = "ok" if all(steps) else "wrong"
    figures = ", ".join(each.text for each in listed)
    why = f"{figures}: {'each' if all(steps) else 'not each'} is {'higher' if up else 'lower'} than the one before"
    slip = f"{CODE}/{sentence.line}/{words}"
    return Finding(CODE, verdict, sentence.where, words, words, figures, why, slip)
