"""A bound that every one or none is said to keep to, and right behind it the end of all: "all above 50; the "
"lowest 46"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantified import HEDGED, WISHED

CODE = "end-kept"
MESSAGE = "What every one is above or below the lowest or the highest of them is too."
GOOD = "Every score was above 50; the lowest was 56."
BAD = "Every score was above 50; the lowest was 46."

FIGURE = r"[£$€]?\d[\d,]*(?:\.\d+)?"
UNIT = r"\s?%| (?:per ?cent|(?:working )?(?:days|hours|weeks|minutes|months|years)|points|marks)\b"
SAID = pattern_of(
    r"(?:^|(?<=[.;:] ))(?:(?P<all>every|all|each)|(?P<none>none|no|not one))\b(?: of)?(?: the| our)?(?: \d+)?"
    r"(?P<who>[^.;:()\d]{2,70}?) "
    r"(?:(?P<over>above|over|more than|longer than|higher than|exceed(?:ed|s)|greater than)|(?P<least>at least)|"
    r"(?P<under>below|under|less than|fewer than|shorter than|lower than)|(?P<most>within|up to|no more than|at most|"
    rf"no longer than)) (?P<n>{FIGURE})(?P<unit>{UNIT})?(?: [a-z]+)?(?:[.;:,]|,? \(| –) ?(?:and |with )?(?:the|its) "
    rf"(?:very )?(?:(?P<low>{LOWEST}|least|worst|poorest)|(?P<high>{HIGHEST}|slowest|best))"
    r"(?: (?!possible|allowed|permitted|acceptable|limit|last)[a-z]+)?(?: of (?:them|all|"
    r"these))? (?:(?:was|is|being|took|scored|lasted|waited|had|at|stood at|came to|of) )?(?:only |just )?"
    rf"(?P<m>{FIGURE})(?P<unit2>{UNIT})?(?=[.;,)]|$)",
    re.I,
)
# Of most, of what ought to be, of another time.
ELSE = pattern_of(
    r"\b(?:but|except|bar|other|apart|should|must|will|would|expected|target|average|mean|last|previous\w*|change\w*|"
    r"rose|fell|increase\w*)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement."""
    for paragraph in context.paragraphs_with(SAID):
        for found in SAID.finditer(paragraph.text):
            yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    """What lies above a bound does so with its lowest, what lies below it with its highest."""
    before = paragraph.text[max(0, found.start() - 60) : found.start()]
    units = [(found[each] or "").strip().replace("per cent", "%").lower() for each in ("unit", "unit2")]
    up = bool(found["over"] or found["least"]) != bool(found["none"])
    if HEDGED.search(before) or WISHED.search(before) or ELSE.search(found["who"]) or bool(found["low"]) != up:
        return
    if "" not in units and units[0] != units[1]:
        return
    bound, end = (Decimal(re.sub(r"[^\d.]", "", found[each])) for each in "nm")
    strict = bool(found["over"] or found["under"]) != bool(found["none"])
    right = (end > bound if up else end < bound) or (end == bound and not strict)
    verdict: Verdict = "ok" if right else "wrong"
    slip, why = f"{CODE}/{paragraph.line}/{found.start()}", f"{found['m']}, and the bound is {found['n']}"
    quote = found.group().strip(" .;,(")
    expected = "" if right else "not so"
    yield Finding(CODE, verdict, paragraph.where, quote, found["m"], expected, why, slip, "likely")
