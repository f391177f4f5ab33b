"""Rows that are bands of a scale - "0-5", "under 30", "16 or more" - and which of them lie within a bound."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER

BELOW = pattern_of(
    r"^\W*(?:(?P<strict>under|below|less than|fewer than|younger than|<)|(?:up to|at most|≤))\s?(?P<n>\d[\d,]*)", re.I
)
OR_LESS = pattern_of(r"^\W*(?P<n>\d[\d,]*)[a-z ]*? (?:or|and) (?:less|fewer|under|younger|below)\b", re.I)
ABOVE = pattern_of(
    r"^\W*(?:(?P<strict>over|above|more than|older than|longer than|beyond|>)|(?:at least|from|≥))\s?(?P<n>\d[\d,]*)",
    re.I,
)
OR_MORE = pattern_of(
    r"^\D*(?P<n>\d[\d,]*)(?:\s?\+|[a-z ]*? (?:or|and) (?:more|over|above|older|longer|upwards)\b|\s?plus\b)", re.I
)
SPAN = pattern_of(r"^\D*?(?P<a>\d[\d,]*)[a-z ]*?\s?(?:-|–|—|to|and)\s?(?P<b>\d[\d,]*)\D*$", re.I)
SINGLE = pattern_of(r"^[^\d.]*(?P<n>\d[\d,]*)(?: [a-z]+)?$", re.I)
BOUND = pattern_of(
    rf"\b(?:(?P<within>within|at most|no (?:more|longer|later|older|further) than|not more than|up to|"
    rf"in (?!(?:the|all)\b)(?=\S+ (?:[a-z]+ ){{0,2}}or (?:less|fewer)))|"
    rf"(?P<under>under|less than|fewer than|below|younger than|in under)|"
    rf"(?P<over>over|more than|above|older than|longer than|beyond|after)|"
    rf"(?P<least>at least|from|aged(?= \S+ (?:or|and) )))"
    rf" (?:the (?:first )?|age |aged )?(?P<n>{NUMBER})\b(?! ?%| ?per ?cent)"
    rf"(?P<unit>(?: (?!(?:or|and|of)\b)[a-z]+){{0,2}})"
    rf"(?P<or>,? (?:or|and) (?:(?P<more>more|over|above|older|longer)|less|fewer|under|younger|below))?"
    rf"(?=[ ,.;:()]|$)",
    re.I,
)
ALONE = pattern_of(
    rf"\b(?P<n>{NUMBER})(?P<unit>(?: (?!(?:or|and|of)\b)[a-z]+){{0,2}}) (?:or|and) "
    rf"(?:(?P<more>more|over|above|older|longer)|less|fewer|under|younger|below)\b",
    re.I,
)
NO_BAND = pattern_of(r"^\W*(?:all|total|both|not|unknown|missing|don[’']t|no answer|prefer)\b", re.I)
LEAST = 3


@dataclass(frozen=True)
class Band:
    """A row of a scale, with its least and greatest whole number; none where it is open."""

    row: int
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Bound:
    """What a text says that figures lie within: the greatest or the least whole number, with the words of its unit."""

    start: int
    end: int
    low: int | None
    high: int | None
    unit: str


def _number(text: str) -> int:
    return int(text.replace(",", "")) if text[0].isdigit() else whole(text) or 0


@lru_cache(maxsize=8192)
def bands_of(labels: tuple[str, ...], rows: tuple[int, ...]) -> tuple[Band, ...]:
    """The rows of a scale, the lowest first; none where some rows are no bands, or the bands overlap.

    >>> [(each.low, each.high) for each in bands_of(("0-5", "6-10", "11 or more"), (0, 1, 2))]
    [(0, 5), (6, 10), (11, None)]
    """
    found = [_band(labels[row], row) for row in rows if not NO_BAND.match(labels[row])]
    bands = [each for each in found if each]
    if len(bands) < len(found) or len(bands) < LEAST:
        return ()
    bands.sort(key=lambda each: (each.low is not None, each.low or 0))
    ends = zip(bands, bands[1:], strict=False)
    if any(a.high is None or b.low is None or not 0 <= b.low - a.high <= 1 for a, b in ends):
        return ()
    return tuple(bands)


def _band(label: str, row: int) -> Band | None:
    if found := BELOW.match(label):
        return Band(row, None, _number(found["n"]) - bool(found["strict"]))
    if found := OR_LESS.match(label):
        return Band(row, None, _number(found["n"]))
    if found := ABOVE.match(label):
        return Band(row, _number(found["n"]) + bool(found["strict"]), None)
    if found := OR_MORE.match(label):
        return Band(row, _number(found["n"]), None)
    if found := SPAN.match(label):
        return Band(row, _number(found["a"]), _number(found["b"]))
    found = SINGLE.match(label)
    return Band(row, _number(found["n"]), _number(found["n"])) if found else None


def bounds_in(text: str) -> list[Bound]:
    """The bounds that a text tells.

    >>> [(each.low, each.high, each.unit) for each in bounds_in("seen within ten working days")]
    [(None, 10, 'working days')]
    """
    found = []
    for each in BOUND.finditer(text):
        if "." in each["n"]:
            continue  # whole numbers divide the bands
        number = _number(each["n"])
        if each["or"]:
            low, high = (number, None) if each["more"] else (None, number)
        elif each["within"] or each["under"]:
            low, high = None, number - bool(each["under"])
        else:
            low, high = number + bool(each["over"]), None
        found.append(Bound(each.start(), each.end(), low, high, each["unit"].strip()))
    spans = [(each.start, each.end) for each in found]
    for each in ALONE.finditer(text):
        if "." not in each["n"] and not any(low <= each.start() < high for low, high in spans):
            number = _number(each["n"])
            low, high = (number, None) if each["more"] else (None, number)
            found.append(Bound(each.start(), each.end(), low, high, each["unit"].strip()))
    return found


def rows_within(bands: Sequence[Band], bound: Bound) -> list[int]:
    """The rows that lie within a bound; none where it is no end of a band."""
    if bound.high is not None:
        inside = [each for each in bands if each.high is not None and each.high <= bound.high]
        return [each.row for each in inside] if inside and inside[-1].high == bound.high else []
    inside = [each for each in bands if each.low is not None and bound.low is not None and each.low >= bound.low]
    return [each.row for each in inside] if inside and inside[0].low == bound.low else []
