"""A measure told again in another unit right behind: "1.5 hours (90 minutes)", "three weeks, that is 21 days"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.measured import Measure, measures
from looped.checker.patterns import pattern_of
from looped.checker.quieting import has_figure

CODE = "in-other-units"
MESSAGE = "A measure told in two units is the same in both."
GOOD = "The plank was 1.2 m (1,200 mm) wide."
BAD = "The plank was 1.2 m (1,020 mm) wide."

# How much of the first of its family a unit is.
FAMILIES = {
    "mm": ("length", Decimal(1)),
    "km": ("length", Decimal(1_000_000)),
    "mg": ("mass", Decimal(1)),
    "kg": ("mass", Decimal(1_000_000)),
    "tonne": ("mass", Decimal(1_000_000_000)),
    "ml": ("volume", Decimal(1)),
    "second": ("time", Decimal(1)),
    "minute": ("time", Decimal(60)),
    "hour": ("time", Decimal(3600)),
    "day": ("time", Decimal(86400)),
    "week": ("time", Decimal(604_800)),
}
AGAIN = pattern_of(
    r"(?: (?:wide|long|high|deep|thick|tall|apart))? ?(?:\((?:or |i\.e\. |that is,? |= ?)?|, (?:or|that is,?|"
    r"i\.e\.|which is) |= ?)",
    re.I,
)
CLOSES = re.compile(r"(?: [a-z]+){0,2}\s?[).,;]")
ROUGH = pattern_of(
    r"\b(?:about|around|nearly|almost|some|over|under|up to|roughly|working|within|than|least|most)\b", re.I
)
FAR = 10


def check(context: Context) -> Iterator[Finding]:
    """Each pair of measures of one family and two units, the one set in behind the other."""
    for paragraph in context.paragraphs_with(AGAIN):
        text = paragraph.text
        if not has_figure(text):
            continue
        for one, other in pairwise(measures(text)):
            gap = text[one.end : other.start]
            if not AGAIN.fullmatch(gap) or not CLOSES.match(text, other.end) or _is_rough(text, one, other):
                continue
            first, second = FAMILIES.get(one.kind), FAMILIES.get(other.kind)
            if not first or not second or first[0] != second[0] or _unit(one) == _unit(other):
                continue
            if {one.kind, other.kind} & {"hour", "minute"} and {one.kind, other.kind} & {"day", "week"}:
                continue  # "36 hours (4.5 days)": of work
            exact, stated = one.exact * first[1], other.exact * second[1]
            loose = max(one.step * first[1], other.step * second[1]) / 2
            right = abs(exact - stated) <= (loose if one.step * first[1] != other.step * second[1] else 0)
            right = right or (exact == stated)
            # Whole days in an hour's place, or other things altogether.
            if not right and not (stated and 1 / Decimal(FAR) <= exact / stated <= FAR):
                continue
            if not right and one.value % 1 == 0 and abs(exact - stated) < first[1]:
                continue  # "nine weeks (60 days)": whole ones, as people count them
            worked = exact / (stated / other.value)
            expected = f"{worked.quantize(Decimal('0.01')).normalize():f} {other.unit}"
            why = f"{one.text} are {expected}, printed as {other.text}"
            verdict: Verdict = "ok" if right else "wrong"
            slip = f"{CODE}/{paragraph.line}/{other.start}"
            yield Finding(CODE, verdict, paragraph.where, other.text, other.text, expected, why, slip, "likely")


def _unit(each: Measure) -> str:
    return each.unit.lower().removesuffix("s")


def _is_rough(text: str, one: Measure, other: Measure) -> bool:
    return bool(ROUGH.search(text[max(0, one.start - 14) : other.end]))
