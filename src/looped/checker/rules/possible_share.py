"""A share "of 271" for which no whole number of 271 can stand, however it was rounded.

The test is known as GRIM, there for means (Brown and Heathers, Social Psychological and Personality Science, 2017).
"""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import Percent, fits, rounded, share, truncated
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage

CODE = "possible-share"
MESSAGE = "A share of a number is one that some whole number of it gives."
GOOD = "The plan was read by 62.5% of 40 staff."
BAD = "The plan was read by 63.5% of 40 staff."

OF = pattern_of(r"\s+of (?:the |these |those |all |our |its |their |a total of )*", re.I)
# What needs no whole number: weights, money, amounts, changes.
ELSE = pattern_of(
    r"\b(?:weight\w*|average|mean|rate|estimat\w+|budget|cost|spend|hours|days|increase|decrease|rise|fall|change|"
    r"reduction|growth|about|around|nearly|almost|over|under|least|most|than|roughly|approximately|some|up|down|"
    r"target|adjusted|if|would|score\w*|marks|points|discount|interest|vat)\b|£",
    re.I,
)
NEAR = 40


def check(context: Context) -> Iterator[Finding]:
    """Each share with a number behind it that it is of."""
    for paragraph in context.document.paragraphs:
        if "%" not in paragraph.text and " cent" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        for one, other in zip(read.entries, read.entries[1:], strict=False):
            if not one.share or one.kind != "share" or other.kind != "count" or other.base or other.share:
                continue
            around = read.text[max(0, one.start - NEAR) : other.end + NEAR]
            if not OF.fullmatch(read.text[one.end : other.start]) or ELSE.search(around) or "weight" in read.text:
                continue
            if not _is_possible(one.share, other.count):
                yield _finding(paragraph, read.text[one.start : other.end], one, one.share, other.count)


def _is_possible(printed: Percent, base: int) -> bool:
    """Whether some count of a base is so much of it: rounded, or cut off at the decimals printed."""
    around = int(printed.value * base / 100)
    counts = range(max(0, around - 1), min(base, around + 1) + 1)
    return not base or any(fits(each, base, printed) or truncated(each, base, printed) for each in counts)


def _finding(paragraph: Paragraph, quote: str, entry: Entry, printed: Percent, base: int) -> Finding:
    below = int(printed.value * base / 100)
    both = [f"{each} is {rounded(share(each, base), printed.decimals)}%" for each in (below, below + 1)]
    why = f"no number of {base:,} is {printed}: {' and '.join(both)}"
    slip = f"fraction/{paragraph.line}/{entry.text.lower()}"
    return Finding(CODE, "wrong", paragraph.where, quote, str(printed), " or ".join(both), why, slip, "likely")
