"""How much more or less one amount is than another."""

import re
from collections.abc import Iterator

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import Quantity, printed, quantities_in

CODE = "difference-stated"
MESSAGE = "So much more or less than another is the difference of the two."
GOOD = "Fees of £48,000 were charged, £6,000 less than the £54,000 agreed."
BAD = "Fees of £48,000 were charged, £8,000 less than the £54,000 agreed."

THAN = pattern_of(
    r"^(?:\s+(?!of\b)[a-z’'-]+){0,2}?\s+(?:more|less|fewer|higher|lower|longer|shorter|above|below|over|under|short of)"
    r"(?:\s+than)?\s+(?:the\s+|its\s+|a\s+|an\s+)?(?:(?!(?:and|or|but|way)\b)[a-z’'-]+\s+){0,3}(?:of\s+)?$",
    re.I,
)

# "£1.8m, up £0.3m on the £1.5m of last year".
UP = pattern_of(r"\b(?:up|down)\s+(?:by\s+)?$", re.I)
ON = pattern_of(r"^\s+(?:on|from|against)\s+(?:the\s+|last year's\s+)?$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each amount, a difference right behind it, and the other amount, all of one unit."""
    for sentence in context.sentences_with(THAN, UP):
        text = sentence.text
        # "42 per 10,000": what a rate is of is no amount.
        found = [e for e in quantities_in(text) if not e.is_year and not text[: e.start].endswith("per ")]
        for first, size, last in zip(found, found[1:], found[2:], strict=False):
            between = sentence.text[first.end : size.start]
            behind = sentence.text[size.end : last.start]
            than = THAN.match(behind) or (UP.search(between) and ON.match(behind))
            apart = re.match(
                r"^[^.;:()]{0,40},\s+(?:or\s+|which\s+(?:is|was)\s+|that\s+is,?\s+|i\.e\.\s+|up\s+|down\s+)?(?:by\s+)?$",
                between,
            )
            if size.text.lower() in ("none", "nil", "no"):
                continue  # "none with more than nine": a bound
            if than and apart and first.unit == size.unit == last.unit and first.unit != "%":
                yield _finding(sentence, first, size, last)


def _finding(sentence: Sentence, first: Quantity, size: Quantity, last: Quantity) -> Finding:
    apart = abs(first.value - last.value)
    miss = abs(apart - size.value)
    slack = sum(each.step for each in (first, size, last) if each.step != 1) / 2
    verdict: Verdict = "ok" if not miss else "rounding" if miss <= slack else "wrong"
    unit = "£" if size.unit == "£" else ""
    why = f"between {first.text} and {last.text} lie {unit}{printed(apart)}, printed as {size.text}"
    slip = f"{CODE}/{sentence.line}/{size.text}/{size.start}"
    return Finding(CODE, verdict, sentence.where, size.text, size.text, f"{unit}{printed(apart)}", why, slip, "likely")
