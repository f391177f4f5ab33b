"""Quantities in a sentence: counts, percentages, sums of money; each with its unit and the decimals printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from looped.checker.entries import SCALES, scaled
from looped.checker.numbers import DIGITS, WORDS, whole
from looped.checker.patterns import known, pattern_of
from looped.checker.prose import quieted

SCALE_WORDS = "|".join(sorted(SCALES, key=len, reverse=True))
QUANTITY = pattern_of(
    rf"(?<![\w.,/-])(?P<sign>[-−])?(?P<money>[£$€]\s?)?(?P<digits>(?:{DIGITS})(?:\.\d+)?)(?![\d])"
    rf"(?:\s?(?P<scale>{SCALE_WORDS})\b)?(?P<percent>\s?%|\s?per ?cent\b)?(?![\w/]|-\w|,\d|\.\d)"
    rf"|\b(?P<words>{WORDS})\b(?!-\w)(?P<percent2>\s?%|\s?per ?cent\b)?",
    re.I,
)
SCALE_WORD = re.compile(rf"(?:{SCALE_WORDS})\b", re.I)
FAR = 20
TOO = pattern_of(r"\s*(?:to|and|or|against|[-–])\s*(?:just |only )?", re.I)
# "audit 4", "Table 2", "No. 7": a name, not a number of things.
NAMED = pattern_of(
    r"(?<!\bthe )(?<!\bthis )(?<!\beach )(?<!\bour )(?<!\blast )"
    r"\b(?:(?:section|page|part|table|figure|chapter|appendix|annex|box|version|phase|stage|item|step|day|week|year|wave|"
    r"audit|case|file|question|standard|criterion|recommendation|finding|objective|domain|band|tier|level|grade|ref|"
    r"reference|note|footnote)\b|(?:no|ref|fig)(?:\.|\b))\s+(?:#\s?)?$",
    re.I,
)


@dataclass(frozen=True)
class Quantity:
    """A number as printed. unit: "%", "£" or "". step: of its last printed digit."""

    text: str
    value: Decimal
    unit: str
    step: Decimal
    start: int
    end: int

    @cached_property
    def is_year(self) -> bool:
        """Whether it reads as a year: four bare digits of the last or this century."""
        return bool(re.fullmatch(r"(?:19|20)\d\d", self.text))


def quantities_in(text: str) -> Iterator[Quantity]:
    """Every quantity of a run of text, in order.

    >>> [(str(q.value), q.unit) for q in quantities_in("£1.2m of £4.8m (25%), seven times")]
    [('1200000.0', '£'), ('4800000.0', '£'), ('25', '%'), ('7', '')]
    """
    return iter(_quantities(text))


@lru_cache(maxsize=16384)
def _quantities(text: str) -> tuple[Quantity, ...]:
    """Kept: every rule asks for the same sentences."""
    quiet = quieted(text)
    may_name = NAMED.may_be_in(known(text))
    found = [
        quantity_of(each)
        for each in QUANTITY.finditer(text)
        if quiet[each.start() : each.end()].strip() and not (may_name and names(text, each.start()))
    ]
    # "From 1,478 to 1,406 thousand": what the last is in, the one before it is in too.
    for at in range(len(found) - 1, 0, -1):
        first, last = found[at - 1], found[at]
        word = SCALE_WORD.search(last.text)
        times = Decimal(10) ** SCALES[word.group().lower()] if word else Decimal(1)
        alike = times > 1 and first.step <= 1 and first.unit == last.unit and first.value
        near = alike and last.value and Decimal("0.05") < first.value * times / last.value < FAR
        if near and TOO.fullmatch(text[first.end : last.start]):
            found[at - 1] = replace(first, value=first.value * times, step=first.step * times)
    return tuple(found)


def names(text: str, start: int) -> bool:
    """Whether a number that starts here is somebody's or something's name.

    >>> names("see Table 2", 10), names("7 audits", 0)
    (True, False)
    """
    return bool(NAMED.search(text, 0, start)) if start else False


def quantity_of(found: re.Match[str]) -> Quantity:
    """The quantity that a match of QUANTITY stands for."""
    unit = "%" if found["percent"] or found["percent2"] else "£" if found["money"] else ""
    text = found.group().strip()
    if found["words"]:
        return Quantity(text, Decimal(whole(found["words"]) or 0), unit, Decimal(1), found.start(), found.end())
    value, step = scaled(found["digits"], (found["scale"] or "").lower())
    return Quantity(text, -value if found["sign"] else value, unit, step, found.start(), found.end())


def printed(value: Decimal) -> str:
    """A number as a person writes it: no needless noughts."""
    return f"{value.normalize():,f}" if value else "0"
