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
# "Over 60% of crews (50%) said so".
BY_SHARE = pattern_of(
    r"\b(?:(?P<floor>at least|no (?:less|fewer) than|not less than)|(?P<over>more than|over|above|upwards of)|"
    r"(?P<ceiling>at most|no more than|not more than|up to)|(?P<under>less than|fewer than|under|below)) "
    r"(?P<p>\d+(?:\.\d+)?) ?(?:%|per ?cent) of (?:the |all |all the |our |these |those )?[a-z][^.;:()\d]{2,50}? "
    r"\((?P<q>\d+(?:\.\d+)?) ?(?:%|per ?cent)\)",
    re.I,
)
AIM = pattern_of(r"\b(?:targets?|standards?|goals?|aims?|limits?) (?:of|is|was|that|to)[^.;:]{0,30}$", re.I)
NOT = pattern_of(r"\b(?:not|should|must|target|if|would|than) $", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such bound, with the part or with its share in brackets."""
    for paragraph in context.paragraphs_with(BOUND, BY_SHARE):
        for found in BOUND.finditer(paragraph.text):
            part, base = (_number(found[each]) for each in "nm")
            if part and base and part <= base and not NOT.search(paragraph.text[: found.start()]):
                yield _judged(paragraph, found, share(part, base), f"{part} of {base}")
        for found in BY_SHARE.finditer(paragraph.text):
            if not NOT.search(paragraph.text[: found.start()]) and not AIM.search(paragraph.text[: found.start()]):
                yield _judged(paragraph, found, Decimal(found["q"]), "the share in the bracket")


def _judged(paragraph: Paragraph, found: re.Match[str], own: Decimal, shown: str) -> Finding:
    told = Decimal(found["p"])
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
    why = f"{shown} is {rounded(own, 1)}%"
    quote, slip = found.group(), f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(CODE, verdict, paragraph.where, quote, found["p"], f"{rounded(own, 1)}%", why, slip, "likely")


def _number(text: str) -> int:
    """A number; nought where it is spelt in a way that nobody knows here: then there is no base to judge by."""
    return whole(text) or 0
