"""A ratio of two counts in groups of one size: "150 in each group: 21 failures and 57 (risk ratio 0.37)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.rules.risk_ratio import ADJUSTED

CODE = "equal-groups"
MESSAGE = "A ratio of risks in groups of one size is the ratio of their counts."
GOOD = "With 150 people in each group, 21 fell in the one and 60 in the other (risk ratio 0.35)."
BAD = "With 150 people in each group, 21 fell in the one and 60 in the other (risk ratio 0.45)."

RATIO = pattern_of(
    r"\b(?:risk ratio|relative risk|rate ratio|RR)(?:\s*\([^()\d]{0,60}\))?\s*(?:=|:|of|was|,)?\s*(?P<ratio>\d+\.\d+)\b"
)
EACH = re.compile(
    r"^(?:\s[a-z’'-]+){0,3}?\s(?:in|to|per) (?:each|either|both|every|the two)\b|^ (?:each|apiece)\b", re.I
)
MARGIN = Decimal("0.03")


def check(context: Context) -> Iterator[Finding]:
    """Each ratio whose sentence tells the size of all groups and two counts."""
    for paragraph in context.paragraphs_with(RATIO):
        for found in RATIO.finditer(paragraph.text):
            yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    read = passage(paragraph.text)
    at = read.sentence_at(found.start())
    own = [e for e in read.of_sentence(at) if e.kind == "count" and not e.base and not e.share]
    sizes = [e for e in own if EACH.match(read.text[e.end :])]
    counts = [e for e in own if e not in sizes and e.count]
    if len(sizes) != 1 or len(counts) != 2 or ADJUSTED.search(read.sentence(at)):
        return
    if max(e.count for e in counts) > sizes[0].count:
        return
    stated = Decimal(found["ratio"])
    step = Decimal(1).scaleb(-len(found["ratio"].partition(".")[2]))
    ratio = counts[0].value / counts[1].value
    near = min((ratio, 1 / ratio), key=lambda each: abs(each - stated))
    miss = abs(near - stated)
    verdict: Verdict = "ok" if miss <= step / 2 else "rounding" if miss <= max(step, stated * MARGIN) else "wrong"
    shown = str(near.quantize(step))
    told = f"{counts[0].text} against {counts[1].text} in groups of {sizes[0].text}"
    why = f"{told} is {shown}, printed as {found['ratio']}"
    slip = f"risk-ratio/{paragraph.line}/{found.group()}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), found["ratio"], shown, why, slip, "likely")
