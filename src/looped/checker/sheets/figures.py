"""The figure that a cell of a table states: its count, its share and its base, or a sum of money or a measure."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from looped.checker.amounts import amount_of
from looped.checker.numbers import DIGITS, Percent, percent
from looped.checker.patterns import pattern_of

# Marks of a note behind a label or a figure: "*", "†", "(a)", "[1]", a raised figure.
MARK = pattern_of(r"\s*(?:[*†‡§¶#^]+|[¹²³⁴⁵]+|\((?:[a-z]|i{1,3}|note \w)\)|\[(?:[a-z]|\d|note \w)\])\s*$", re.I)
DECIMAL = r"\d+(?:\.\d+)?"
BOTH = pattern_of(rf"({DIGITS})\s*[(\[,;–/-]\s*({DECIMAL})\s*(%)?\s*[)\]]?")
OF = pattern_of(
    rf"({DIGITS})\s*(?:of|out of|/)\s*({DIGITS})(?:\s*[(\[,;=–-]\s*({DECIMAL})\s*%?\s*[)\]]?|\s+({DECIMAL})\s*%)?", re.I
)
TURNED = pattern_of(
    rf"({DECIMAL})\s*%\s*[(\[,;–-]\s*(?:n\s*=\s*)?({DIGITS})(?:\s*(?:of|/)\s*({DIGITS}))?\s*[)\]]?", re.I
)
LASTING = pattern_of(
    r"(?:(?P<h>\d+) ?h(?:ou)?r?s?,? ?)?(?:(?P<m>\d+) ?m(?:in(?:ute)?s?)?,? ?)?(?:(?P<s>\d+) ?s(?:ec(?:ond)?s?)?)?", re.I
)
SIXTY = 60


@dataclass(frozen=True)
class Figure:
    """A cell's figure. value: of its count, share, money or measure; step: of its last digit; unit: "%", "£" or "".

    share: as printed beside a count or alone; signed: whether a percent sign stands with it.
    """

    text: str
    value: Decimal
    step: Decimal
    unit: str
    count: int | None = None
    share: Percent | None = None
    base: int | None = None
    signed: bool = False

    @property
    def exact(self) -> Decimal | None:
        """The share worked out from count and base, or as printed."""
        if self.count is not None and self.base:
            return Decimal(self.count) * 100 / self.base
        return self.share.value if self.share else None


@lru_cache(maxsize=16384)
def figure_of(text: str) -> Figure | None:
    """A cell's figure; None where it states none.

    >>> figure_of("12 (24.0)*").count, figure_of("7/31").base, str(figure_of("24%").share), figure_of("Good")
    (12, 31, '24%', None)
    """
    plain = MARK.sub("", " ".join(text.replace("\u00a0", " ").split()).strip("* "))
    if not plain[:2].strip("(£$€-−–+ ") or not re.search(r"\d", plain):
        return None
    if found := OF.fullmatch(plain):
        count, base = _whole(found[1]), _whole(found[2])
        told = found[3] or found[4]
        return Figure(text, Decimal(count), Decimal(1), "", count, percent(told) if told else None, base, True)
    if found := TURNED.fullmatch(plain):
        count = _whole(found[2])
        whole = _whole(found[3]) if found[3] else None
        return Figure(text, Decimal(count), Decimal(1), "", count, percent(found[1]), whole, True)
    if (found := BOTH.fullmatch(plain)) and ("(" in plain or "[" in plain or found[3]):
        count = _whole(found[1])
        return Figure(text, Decimal(count), Decimal(1), "", count, percent(found[2]), None, bool(found[3]))
    amount = amount_of(plain)
    if amount is None:
        return _lasting(text, plain)
    if amount.unit == "%":
        return Figure(text, amount.value, amount.step, "%", None, _percent(amount.value, amount.step), None, True)
    whole = amount.step == 1 and amount.unit == "" and amount.value >= 0
    return Figure(text, amount.value, amount.step, amount.unit, int(amount.value) if whole else None)


def _lasting(text: str, plain: str) -> Figure | None:
    """ "3 min 56 s", "1 hr 20 mins": a length of time told in two units, or three, in the smallest of them.

    >>> figure_of("3 min 56 s").value, figure_of("1 hr 20 mins").value
    (Decimal('236'), Decimal('80'))
    """
    found = LASTING.fullmatch(plain)
    parts = [int(found[name]) for name in "hms" if found[name]] if found else []
    if found is None or len(parts) < 2 or any(each >= SIXTY for each in parts[1:]):
        return None
    value = 0
    for each in parts:
        value = value * SIXTY + each
    return Figure(text, Decimal(value), Decimal(1), "s" if found["s"] else "min")


def _whole(text: str) -> int:
    return int(text.replace(",", ""))


def _percent(value: Decimal, step: Decimal) -> Percent:
    return Percent(value, max(0, -int(step.as_tuple().exponent)))


def as_share(figure: Figure) -> Percent | None:
    """A figure under a head of shares: "24" for 24%."""
    if figure.share or figure.unit == "£" or not 0 <= figure.value <= 100:
        return figure.share
    return _percent(figure.value, figure.step)
