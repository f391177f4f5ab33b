"""What the first two of several shares that a paragraph tells are said to make together."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage

CODE = "first-two"
MESSAGE = "What the first two of a list are told to make together is their sum."
_TEXT = "Rope was named by 38%, and paint by 19%. Sails follow with 17% and oars with 14%. "
GOOD = _TEXT + "The first two answers together make 57%."
BAD = _TEXT + "The first two answers together make 59%."

SAID = pattern_of(
    r"\bthe (?:first|top|leading) two(?: [a-z]+)?,? (?:taken )?(?:together|combined)\b[^.;:\d]{0,30} (?P<n>[\d.]+) ?%|"
    r"\b(?:together|combined),? the (?:first|top|leading) two(?: [a-z]+)? [^.;:\d]{0,30}?(?P<m>[\d.]+) ?%",
    re.I,
)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such sum behind its list."""
    for paragraph in context.paragraphs_with(SAID):
        for found in SAID.finditer(paragraph.text):
            yield from _judged(paragraph, passage(paragraph.text), found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    shares = [e for e in read.entries if e.kind == "share" and e.end <= found.start()]
    if len(shares) < FEWEST or paragraph.text.count("first two") > 1:
        return
    stated, total = Decimal(found["n"] or found["m"]), shares[0].value + shares[1].value
    # Rounded each by itself they may make one more or less.
    slack = max(each.step for each in shares[:2])
    right = any(abs(a.value + b.value - stated) <= slack for a, b in combinations(shares, 2))
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{shares[0].text} and {shares[1].text} are {total}%"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    quote = found.group()
    yield Finding(CODE, verdict, paragraph.where, quote, f"{stated}%", f"{total}%", why, slip, "likely")
