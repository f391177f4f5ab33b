"""How many months a period is, and the months that it runs from and to: "the six months from January to June 2023"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH, MONTHS
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "months-spanned"
MESSAGE = "From one month to another there are as many months as is said."
GOOD = "The log covers a period of six months, from January to June 2023."
BAD = "The log covers a period of eight months, from January to June 2023."

SPAN = pattern_of(
    rf"\b(?:the|these|those|our|its|of|for|over|lasted|covers?|covered|took|in|all|last|a|an) (?P<n>{NUMBER})"
    rf"(?:[ -])months?"
    rf"(?: [a-z]+)?(?:,? \(?(?:from|between) |,? \(|: )(?:(?:early|late|mid|the end of|the start of)[- ])?"
    rf"(?P<first>{MONTH})\.?(?: (?P<y1>(?:19|20)\d\d))?(?: (?:to|and|until) |[ –-]{{1,3}})(?P<last>{MONTH})\b\.?"
    rf"(?: (?P<y2>(?:19|20)\d\d))?(?P<inclusive>,? inclusive)?",
    re.I,
)
ROUGH = pattern_of(r"\b(?:early|late|mid|end|start|about|around|nearly|almost|over|some)\b", re.I)
YEAR, FAR = 12, 3


def check(context: Context) -> Iterator[Finding]:
    """Each number of months with two months right behind it."""
    for paragraph in context.paragraphs_with(SPAN):
        for found in SPAN.finditer(paragraph.text):
            if not ROUGH.search(found.group()):
                yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    first, last = (MONTHS.index(found[name][:3].lower()) for name in ("first", "last"))
    years = int(found["y2"]) - int(found["y1"]) if found["y1"] and found["y2"] else int(last < first)
    exact, stated = last - first + YEAR * years + 1, whole(found["n"]) or 0
    # The last month may not be counted, but where it is said to be.
    right = stated == exact or (stated == exact - 1 and not found["inclusive"])
    if not right and not (0 < exact <= FAR * stated and stated <= FAR * exact):
        return
    verdict: Verdict = "ok" if right else "wrong"
    why = f"from {found['first']} to {found['last']} there are {exact} months, printed as {found['n']}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), found["n"], str(exact), why, slip, "likely")
