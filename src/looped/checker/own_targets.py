"""What all or both are said to have met, each against the target told beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.limits import CEILING
from looped.checker.numbers import whole
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.quantified import HEDGED, SMALL

CODE = "every-limit"

ITS_OWN = pattern_of(
    r"(?P<had>\d+(?:\.\d+)?)\s?(?:%|per ?cent)[^.;\d%]{0,60}?[(,]?\s*(?:against (?:an? |the )?)?"
    r"(?:targets?|standard|benchmark|threshold|goal|minimum|required|expected)\b[^.;\d%)]{0,12}?"
    r"(?P<wanted>\d+(?:\.\d+)?)\s?(?:%|per ?cent)",
    re.I,
)
# Where the targets are spoken of: "all three targets were met: 92% against 90%".
AGAINST = pattern_of(
    r"(?P<had>\d+(?:\.\d+)?)\s?(?:%|per ?cent)[^.;,\d%]{0,30}? ?\(?(?:against|versus|vs?\.?|compared (?:with|to)) "
    r"(?:an? |the )?(?P<wanted>\d+(?:\.\d+)?)\s?(?:%|per ?cent)",
    re.I,
)
TARGETS = pattern_of(r"\b(?:targets|standards|goals|thresholds|benchmarks|minimums)\b", re.I)
OWN_MET = pattern_of(
    r"\b(?P<every>both|all|each|every)\b(?P<what>[^.;:()]{0,50}?)\b(?:met|reached|achieved|exceeded|hit|attained)\b",
    re.I,
)


def own_targets(context: Context) -> Iterator[Finding]:
    """Each such statement in a paragraph with two targets or more."""
    for paragraph in context.paragraphs_with(ITS_OWN, AGAINST):
        met = OWN_MET.search(paragraph.text)
        pairs = _pairs(ITS_OWN, paragraph.text)
        if len(pairs) < 2 and met and TARGETS.search(met["what"]):
            pairs = _pairs(AGAINST, paragraph.text)
        if len(pairs) < 2 or CEILING.search(paragraph.text):
            continue
        short = [f"{had}% is below {wanted}%" for had, wanted in pairs if had < wanted]
        for found in OWN_MET.finditer(paragraph.text):
            if HEDGED.search(paragraph.text[: found.start()]) or _size(found) not in (None, len(pairs)):
                continue
            yield Finding(
                CODE,
                "wrong" if short else "ok",
                paragraph.where,
                found.group().strip(),
                found["every"],
                "not all" if short else "all",
                "; ".join(short) or "each is met",
                f"{CODE}/{paragraph.line}/{found.start()}",
                "likely",
            )


def _pairs(pattern: Pattern, text: str) -> list[tuple[Decimal, Decimal]]:
    """What was reached and what was wanted."""
    return [(Decimal(each["had"]), Decimal(each["wanted"])) for each in pattern.finditer(text)]


def _size(found: re.Match[str]) -> int | None:
    """Of how many it is said."""
    if found["every"].lower() == "both":
        return 2
    counted = re.match(rf"\s*(?:of )?(?:the )?(?P<n>{SMALL})\b", found["what"], re.I)
    return whole(counted["n"]) if counted else None
