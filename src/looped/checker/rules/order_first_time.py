"""What is said to lie beyond a limit for the first time, against the figures of each time."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.courses import courses_on
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.rules.order_limit import SAID, Limit, limit_of
from looped.checker.weighing import prose_alone

CODE = "order-first-time"
MESSAGE = "What is beyond a limit for the first time is so at last, and was not before."
GOOD = "For the first time the share reading the leaflet is under half: 56%, 53%, 51% and now 48%."
BAD = "For the first time the share reading the leaflet is under half: 56%, 53%, 51% and now 52%."

FIRST = pattern_of(r"\bfor the (?:very )?first time\b(?! (?:since|in \w+ years))|\bhad never (?:before )?been\b", re.I)
DENIED = pattern_of(r"\b(?:not|never|n[’']t|would|should|could|might|will|expect\w*|hop(?:e|ed|ing)|aim\w*)\b", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with one limit and one course of figures."""
    for paragraph in context.once(prose_alone):
        if FIRST.search(paragraph.text):
            read = passage(paragraph.text)
            for at in range(len(read.starts)):
                yield from _sentence(paragraph, read, at)


def _sentence(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    found, said = FIRST.search(read.text, low, high), list(SAID.finditer(read.text, low, high))
    if not found or len(said) != 1 or DENIED.search(read.text, low, high):
        return
    limit = _limit(said[0])
    told = courses_on(read, at)
    if len(told) != 1 or len(told[0].entries) < FEWEST or limit.share != told[0].is_share:
        return
    if any(limit.start <= each.start < limit.end for each in told[0].entries):
        return
    *before, last = told[0].values
    right = limit.is_so(last) and not any(map(limit.is_so, before))
    why = f"{told[0].shown}, and the limit is {limit.value:f}"
    span = (min(found.start(), said[0].start()), max(found.end(), limit.end))
    yield finding_of(CODE, paragraph, read, span, (right, "" if right else "not for the first time"), why)


def _limit(said: re.Match[str]) -> Limit:
    least = bool(said["least"] or said["most"])
    above = bool(said["over"] or said["least"]) != bool(said["fail"])
    return limit_of(said, above, said.start(), strict=least == bool(said["fail"]))
