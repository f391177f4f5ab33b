"""A sum and the mean told with it, where no number of the whole document is what the sum was divided by."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.known import known_numbers
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "mean-of-none"
MESSAGE = "A mean told behind its sum is that sum over a number that the document tells somewhere."
GOOD = (
    "We read 87 records of calls; 41 came by day and 46 by night.\n\nThe calls came to 1,218 minutes in all, "
    "a mean of 14.0 minutes. Of 60 callers 12 rang again, 30 wrote, and 18 left; 9 of 20 notes, 3 of 15 tapes and "
    "8 of 25 forms were late."
)
BAD = (
    "We read 87 records of calls; 41 came by day and 46 by night.\n\nThe calls came to 1,218 minutes in all, "
    "a mean of 17.0 minutes. Of 60 callers 12 rang again, 30 wrote, and 18 left; 9 of 20 notes, 3 of 15 tapes and "
    "8 of 25 forms were late."
)

MEAN = pattern_of(
    r"\b(?:mean|average|averag(?:ed|ing)|each|apiece)\b|\b(?:per|for (?:each|every)|(?<=\d )an?) (?!cent\b)[a-z]", re.I
)
# Between the sum and its mean: nothing that tells another figure.
BETWEEN = pattern_of(
    r"[^.;:\d]{0,60}?(?:, |\(|; | – | — |\bwhich (?:is|was|makes|gives)|\bor\b|\bequal to\b|\bgives?\b|\bgiving\b|"
    r"\bmaking\b)[^.;:\d]{0,50}",
    re.I,
)
LEAD = pattern_of(
    r"\b(?:mean|average) (?:of |was |is |came to |being )?(?:about |around |just (?:over|under) )?[£$€]?$", re.I
)
BEHIND = pattern_of(
    r"\)? ?(?:(?:[a-z]+ ){0,3}?(?:each\b|apiece\b|on average\b|(?:per|for each|for every) (?!cent\b)[a-z])|"
    r"an? (?!cent\b|further\b|total\b|few\b|day’s|day's)[a-z])",
    re.I,
)
# Of a part, of another time, or by other weights.
ELSE = pattern_of(
    r"\b(?:median|weighted|excluding|without|last (?:year|time)|previous\w*|nationally|elsewhere|longest|shortest|"
    r"most|least|up to|at least|limit|target|allowance|range)\b",
    re.I,
)
FEW = range(2, 7)
LEAST, TWICE = 12, Decimal("1.5")
# How many of a smaller unit are in the larger one, for a sum and a mean in two units.
SAME, SCALES = (Decimal(1),), tuple(map(Decimal, (1, 60, 24, 7, 12, 52, 100, 1000)))


def check(context: Context) -> Iterator[Finding]:
    """Each mean right behind a sum."""
    for paragraph in context.paragraphs_with(MEAN):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            for total, mean in zip(own, own[1:], strict=False):
                if _is_mean(read, total, mean) and not ELSE.search(read.sentence(at)):
                    yield from _judged(context, paragraph, total, mean, own)


def _is_mean(read: Passage, total: Entry, mean: Entry) -> bool:
    """Whether the second of two figures side by side is said to be the mean of what the first is the sum of."""
    if (
        "share" in (total.kind, mean.kind)
        or "points" in (total.kind, mean.kind)
        or total.base
        or mean.base
        or mean.share
    ):
        return False
    if total.value < mean.value * TWICE or mean.value <= 0 or (mean.kind == "money") != (total.kind == "money"):
        return False
    between = read.text[total.end : mean.start]
    said = LEAD.search(read.text[: mean.start]) or BEHIND.match(read.text, mean.end)
    return bool(said and BETWEEN.fullmatch(between))


def _judged(
    context: Context, paragraph: Paragraph, total: Entry, mean: Entry, own: Sequence[Entry]
) -> Iterator[Finding]:
    known = context.once(known_numbers)
    if len(known) < LEAST:
        return
    scales = SCALES if total.unit and mean.unit and total.unit != mean.unit else SAME
    # Of two arms or three sites the number is often told by their names alone.
    numbers = {*FEW, *known} - {0, 1}
    if any(_gives(total.value * scale, n, mean) for n in numbers for scale in scales):
        return
    # "1,791 doses to 253 divers, a mean of 7.1": of the number before, over which the sum is told.
    if any(_gives(each.value, total.count, mean) for each in own if total.kind == "count" and total.count):
        return
    low, high = (total.value / (mean.value + off) for off in (mean.step / 2, -mean.step / 2))
    expected = f"{low:.0f} to {high:.0f}" if round(low) < round(high) else f"{low:.0f}"
    why = f"{total.value} over {expected} is {mean.value}, and no such number stands in the document"
    slip = f"{CODE}/{paragraph.line}/{mean.start}"
    yield Finding(CODE, "wrong", paragraph.where, mean.text, mean.text, expected, why, slip, "likely")


def _gives(total: Decimal, number: int, mean: Entry) -> bool:
    """Whether a sum over a number is the mean as printed, rounded or cut off."""
    exact = total / number
    return abs(exact - mean.value) <= mean.step / 2 or 0 <= exact - mean.value < mean.step
