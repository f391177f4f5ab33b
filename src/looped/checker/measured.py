"""Measures as they are printed, each with its unit: temperatures, lengths, doses, times; those of limits too.

Limits and doses claim nothing elsewhere and are blanked out there; here they are what a figure is set against.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.numbers import DIGITS, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.quieting import SPELT

# By what it is told in, how much of the first of its kind that is.
SCALES = {
    "mg": ("mg", Decimal(1)),
    "milligram": ("mg", Decimal(1)),
    "g": ("mg", Decimal(1000)),
    "gram": ("mg", Decimal(1000)),
    "mcg": ("mg", Decimal("0.001")),
    "microgram": ("mg", Decimal("0.001")),
    "µg": ("mg", Decimal("0.001")),
    "kg": ("kg", Decimal(1)),
    "ml": ("ml", Decimal(1)),
    "millilitre": ("ml", Decimal(1)),
    "l": ("ml", Decimal(1000)),
    "litre": ("ml", Decimal(1000)),
    "mm": ("mm", Decimal(1)),
    "cm": ("mm", Decimal(10)),
    "m": ("mm", Decimal(1000)),
    "metre": ("mm", Decimal(1000)),
    "second": ("second", Decimal(1)),
    "minute": ("minute", Decimal(1)),
    "min": ("minute", Decimal(1)),
    "hour": ("hour", Decimal(1)),
    "day": ("day", Decimal(1)),
    "week": ("week", Decimal(1)),
    "month": ("month", Decimal(1)),
    "unit": ("unit", Decimal(1)),
}
UNIT = (
    r"°\s?[CF]?|degrees?(?: [CF]\b| celsius| fahrenheit| centigrade)?|mg/l|mg/kg|µg/l|µg/m3|ppm|ppb|dB(?:\(A\))?|lux|"
    r"mph|km/h|kPa|bar|psi|mmHg|milligrams?|micrograms?|mcg|µg|mg|grams?|kg|g|millilitres?|ml|litres?|mm|cm|km|"
    r"metres?|m|l|seconds?|minutes?|mins?|hours?|days?|weeks?|months?|units?|tonnes?|miles?|kWh|kW"
)
MEASURE = pattern_of(
    rf"(?<![\w.,/£$€])(?P<n>[-−]?(?:{DIGITS})(?:\.\d+)?|\b{SPELT})(?:\s|-(?=[a-z]))?(?:working |school |calendar )?"
    rf"(?P<unit>{UNIT})(?![\w/])",
    re.I,
)


@dataclass(frozen=True)
class Measure:
    """A figure with its unit. value: as printed; exact: in the first unit of its kind; step: of its last digit."""

    value: Decimal
    kind: str
    exact: Decimal
    step: Decimal
    start: int
    end: int
    text: str
    unit: str


def measures(text: str) -> Iterator[Measure]:
    """Every measure of a text, in order.

    >>> [(str(each.exact), each.kind) for each in measures("It ran at 11 °C; he took 1.5 g, over the limit of 8 mm.")]
    [('11', '°'), ('1500.0', 'mg'), ('8', 'mm')]
    """
    for found in MEASURE.finditer(text):
        plain = found["n"].replace(",", "").replace("−", "-")
        value = Decimal(whole(plain) or 0) if plain.isalpha() or "-" in plain[1:] else Decimal(plain)
        unit = found["unit"]
        kind, scale = ("°", Decimal(1)) if unit.lower().startswith(("°", "degree")) else _scale(unit)
        step = Decimal(1).scaleb(int(value.as_tuple().exponent)) * scale
        yield Measure(value, kind, value * scale, step, *found.span(), found.group(), unit)


def _scale(unit: str) -> tuple[str, Decimal]:
    name = unit.lower()
    return SCALES.get(name, SCALES.get(name.removesuffix("s"), (name, Decimal(1))))


def hides_measure(read: Passage, figures: Sequence[Entry]) -> bool:
    """Whether a measure of their unit stands among figures that was read as none of them: "for seven hours on Monday".

    Lengths of time that only say when or how long are blanked out; beside others they are one of them.
    """
    if not figures or not figures[0].unit:
        return False
    low, high = read.starts[figures[0].sentence], figures[-1].end
    known = [e.start for e in read.entries]
    return any(each.kind == figures[0].unit and low + each.start not in known for each in measures(read.text[low:high]))
