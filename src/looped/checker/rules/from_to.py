"""A verb of direction before "from ... to ...", or right behind it, against the two figures."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.directions import FELL, FELL_BESIDE, NO_NOUN, ROSE, ROSE_BESIDE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import digits
from looped.checker.patterns import pattern_of

CODE = "from-to"
MESSAGE = "What goes up or down from one figure to another does so."
GOOD = "Takings slipped from 92.3% of the plan in spring to 90.2% in autumn."
BAD = "Takings slipped from 90.2% of the plan in spring to 92.3% in autumn."

UP = rf"{ROSE}|{ROSE_BESIDE}"
DOWN = rf"{FELL}|{FELL_BESIDE}|(?:was|were|been) cut"
NUMBER = (
    r"(?P<{0}>£?\d[\d,]*(?:\.\d+)?)(?P<{1}>\s?%|\s?per ?cent\b|(?: (?:percentage )?points?\b)|k\b|m\b|bn\b)?"
    r"(?![\d]|[.,]\d)"
)
SMALL = r"(?:an? |the |about |just |only |some )*"
SPAN = rf"from {SMALL}{NUMBER.format('a', 'ua')}[^.;:\d]{{0,60}}? to {SMALL}{NUMBER.format('b', 'ub')}"
SPANNED = pattern_of(SPAN, re.I)
AHEAD = pattern_of(rf"\b{NO_NOUN}(?:(?P<up>{UP})|(?P<down>{DOWN}))\b[^.;:\d]{{0,50}}? ?\b{SPAN}", re.I)
BEHIND = pattern_of(
    rf"\b(?:went|moved|gone|changed|came|goes|passed|shifted) [^.;:\d]{{0,30}}?{SPAN}[^.;:\d]{{0,50}}?, "
    r"(?:(?P<up>up|an? (?:\w+ )?(?:rise|increase|gain|jump|climb))|(?P<down>down|a (?:\w+ )?(?:fall|drop|"
    r"decrease|decline|"
    r"reduction|cut)))\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|never|n't|n’t|if|whether|should|would|could|to|target|aim\w*|expected|"
    r"rather than)\s+(?:\w+ )?$",
    re.I,
)
# "Ranged from 4 to 9", "rose by from 3 to 5 points": no start and end.
BY = pattern_of(r"\bby\b|\brang|\bbetween\b|\bgrade|\bband|\bcategor", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such span of two figures in one unit."""
    for paragraph in context.document.paragraphs:
        for pattern in (AHEAD, BEHIND) if SPANNED.search(paragraph.text) else ():
            for found in pattern.finditer(paragraph.text):
                yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    first, last = digits(found["a"]), digits(found["b"])
    ahead = found.group()[: found.start("a") - found.start()]
    units = [(found[name] or "").strip() for name in ("ua", "ub")]
    if NOT.search(paragraph.text[: found.start()]) or BY.search(ahead) or first == last:
        return
    if units[0] and units[0] != units[1]:
        return
    up = bool(found["up"])
    verdict: Verdict = "ok" if up == (last > first) else "wrong"
    word = found["up"] or found["down"]
    why = f"{found['a']} to {found['b']} is a {'rise' if last > first else 'fall'}; the text says “{word}”"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    expected = "rise" if last > first else "fall"
    yield Finding(CODE, verdict, paragraph.where, found.group(), word, expected, why, slip, "likely")
