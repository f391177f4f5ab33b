"""A bound of how large a part of a whole is, with the part in brackets: "at least 90% of the 157 boats (45)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import rounded, share, whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "bound-told"
MESSAGE = "A part is as large as it is said to be at least, or at most."
GOOD = "At least 90% of the 157 boats (145) came in on time."
BAD = "At least 90% of the 157 boats (45) came in on time."

BOUND = pattern_of(
    r"\b(?:(?P<floor>at least|no (?:less|fewer) than|not less than)|(?P<over>more than|over|above|upwards of)|"
    r"(?P<ceiling>at most|no more than|not more than|up to)|(?P<under>less than|fewer than|under|below)) "
    r"(?P<p>\d+(?:\.\d+)?) ?(?:%|per ?cent) of (?:the |all |all the |our |these |those )?"
    rf"(?P<m>{NUMBER}) [a-z][^.;:()\d]{{2,60}}? ?\((?:n ?= ?)?(?P<n>{NUMBER})(?: of them| in all)?\)",
    re.I,
)
NOT = pattern_of(r"\b(?:not|should|must|target|if|would|than) $", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such bound."""
    for paragraph in context.paragraphs_with(BOUND):
        for found in BOUND.finditer(paragraph.text):
            if not NOT.search(paragraph.text[: found.start()]):
                yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    part, base = (_number(found[each]) for each in "nm")
    if not base or part > base:
        return
    own, told = share(part, base), Decimal(found["p"])
    holds = (
        own >= told
        if found["floor"]
        else own > told
        if found["over"]
        else own <= told
        if found["ceiling"]
        else own < told
    )
    verdict: Verdict = "ok" if holds else "wrong"
    why = f"{part} of {base} is {rounded(own, 1)}%"
    quote, slip = found.group(), f"{CODE}/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, quote, found["p"], f"{rounded(own, 1)}%", why, slip, "likely")


def _number(text: str) -> int:
    spelt = whole(text)
    return int(text.replace(",", "")) if spelt is None else spelt
