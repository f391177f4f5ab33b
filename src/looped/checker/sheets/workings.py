"""The arithmetic of a table, read from its figures: which column is the sum, difference or ratio of which others.

A working is believed where the rows that it comes out in can hardly be chance: each tells as many bits as its figures
have room for, and what a head says of sums and differences counts as some more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache, partial
from math import gcd, log2

from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet, is_total, on_its_side
from looped.checker.sheets.ways import MOST_LINES, RATIO_HEAD, Working, ways_of

# A row of shares or means beside rows of counts: nobody adds it up.
RATE_LABEL = pattern_of(
    r"%|\bper ?cent\b|\b(?:rate|share|proportion|percentage|mean|average|median|ratio|highest|lowest|target|range|"
    rf"min(?:imum)?|max(?:imum)?|sd|iqr)s?\b|\bper (?:\d|[a-z])|\bof (?:{WHICH})\b",
    re.I,
)
# Figures of such lines may be added up and set against each other.
COUNTED = ("count", "base", "total", "both")
NEAR, CLOSE, SMALL = Decimal("0.35"), Decimal("0.15"), Decimal(3)
ENOUGH, NAMED, NAMED_ENOUGH, MOST_BITS = 6.0, 6.0, 3.0, 8.0
MOST_MISSED = 2


@dataclass(frozen=True)
class Line:
    """A row by a working: what is printed, what comes out, how far rounding may put it, how much a fit tells."""

    row: int
    stated: Decimal
    exact: Decimal
    slack: Decimal
    bits: float
    terms: tuple[Decimal, ...]

    @property
    def fits(self) -> bool:
        """Whether it comes out."""
        return abs(self.stated - self.exact) <= self.slack

    @property
    def is_slip(self) -> bool:
        """Whether one figure of it with a slip of the pen explains the miss."""
        miss = self.exact - self.stated
        largest = max(abs(self.stated), abs(self.exact))
        if abs(miss) <= max(SMALL, NEAR * largest):
            return True
        pairs = [(self.stated, self.exact), *((each, each + by) for each in self.terms for by in (miss, -miss))]
        return any(_is_slip(*pair) for pair in pairs)


def is_near(one: Decimal, other: Decimal) -> bool:
    """Whether one may stand where the other was meant: not far from it, or a slip of a key away."""
    return abs(one - other) <= CLOSE * max(abs(one), abs(other)) or _is_slip(one, other)


def _is_slip(one: Decimal, other: Decimal) -> bool:
    places = max(0, -int(one.as_tuple().exponent))
    first, second = (int(abs(each).scaleb(places)) for each in (one, other))
    return abs(one) != abs(other) and (slips(first, second) or one == -other)


@dataclass(frozen=True)
class Believed:
    """A working that the table bears out, with its lines."""

    working: Working
    lines: tuple[Line, ...]
    grain: float = 0.0

    @cached_property
    def missed(self) -> tuple[Line, ...]:
        """The lines that it doesn't come out in; of a running total only the first."""
        off = tuple(each for each in self.lines if not each.fits)
        if self.working.kind == "running" and off:
            # What there was before stands in the first row.
            if off == self.lines[:1]:
                return ()
            return off[:1] if len(off) > 1 and _is_carried(off) else off
        return off

    @cached_property
    def bits(self) -> float:
        """How much the lines that fit tell."""
        told = (min(MOST_BITS, max(0.0, each.bits - self.grain)) for each in self.lines if each.fits)
        return sum(told) - self.working.cost

    @cached_property
    def fitting(self) -> int:
        """How many lines fit and tell something."""
        return sum(each.fits and each.bits > 1 for each in self.lines)

    @cached_property
    def alike(self) -> bool:
        """Whether all lines that fit have the same figures: that is one line told twice."""
        return len({(each.stated, each.terms) for each in self.lines if each.fits}) == 1 < self.fitting

    @property
    def is_sure(self) -> bool:
        """Whether the fits can't be chance, and at most one line misses by a slip."""
        if len(self.lines) == 1 and self.working.is_total:
            return True  # a table of one row: its head alone says that it is a sum
        if len(self.missed) > 1 or self.fitting < 1:
            return False
        if self.working.named:
            # "Balance" may be the name of a clinic: one row that fits and one that doesn't don't make it a rest.
            rest = any(sign < 0 for _, sign in self.working.terms)
            return self.bits >= NAMED_ENOUGH and ((1 if self.alike else self.fitting) > len(self.missed) or not rest)
        if self.fitting == 1 and len(self.lines) == 2:
            return self._is_long_sum
        # A ratio that comes out in three rows is one: then a row may miss it by any far.
        far = self.working.kind in ("ratio", "over", "portion") and self.fitting > 2 and self.bits >= 2 * ENOUGH
        slips_only = far or all(each.is_slip for each in self.missed)
        return self.fitting > 1 and not self.alike and self.bits >= ENOUGH and slips_only

    @property
    def _is_long_sum(self) -> bool:
        """Whether all columns but the greatest make it, three or more: that comes out in no row by chance."""
        signs = [sign for _, sign in self.working.terms]
        great = all(line.stated > max(line.terms) and line.is_slip for line in self.lines)
        return len(signs) > 2 and -1 not in signs and great and self.working.cost < 1 and self.bits >= ENOUGH


def _is_carried(off: Sequence[Line]) -> bool:
    """Whether one running total is out: its own row misses, and the next by as much the other way."""
    first, second = off[0], off[1]
    return (
        len(off) == 2
        and second.row > first.row
        and abs((first.exact - first.stated) + (second.exact - second.stated)) <= first.slack + second.slack
    )


@lru_cache(maxsize=2048)
def workings_of(sheet: Sheet) -> tuple[Believed, ...]:
    """For each column the working that most of its rows bear out; none that another explains in every row."""
    kinds = on_its_side(sheet).kinds if sheet.turned else ("count",) * len(sheet.labels)
    width = max(map(len, sheet.table.rows))
    short = {at for at, row in enumerate(sheet.table.rows[sheet.first :]) if len(row) < width}
    if short and sheet.turned:
        return ()  # a cell is missing, and nobody knows which
    rows = [
        row
        for row, kind in enumerate(kinds)
        if kind in COUNTED and row not in short and not RATE_LABEL.search(sheet.labels[row])
    ]
    found: list[Believed] = []
    for target in range(min(len(sheet.heads), MOST_LINES)):
        comes_out = partial(_comes_out, sheet, rows, target)
        read = (_read(sheet, working, rows) for working in ways_of(sheet, target, comes_out))
        options = [each for each in read if each and each.is_sure]
        if options:
            found.append(min(options, key=lambda each: (len(each.missed), -each.bits - NAMED * each.working.named)))
    return tuple(sorted(found, key=lambda each: (len(each.missed), -each.bits)))


def _comes_out(sheet: Sheet, rows: Sequence[int], target: int, kind: str, terms: Sequence[tuple[int, int]]) -> bool:
    """Whether no more rows miss by a sum or a running total than one slip puts out: asked first, being cheap."""
    missed, most = 0, MOST_MISSED if kind == "running" else 1
    above: Figure | None = None
    for row in rows:
        cells = sheet.cells[row]
        own = cells[target]
        exact = above.value if kind == "running" and above else Decimal(0)
        rough = Decimal(0)
        for at, sign in terms if own else ():
            figure = cells[at]
            if figure is None:
                break
            exact += figure.value if sign > 0 else -figure.value
            rough += figure.step if figure.step != 1 else 0
        else:
            if own:
                rough += own.step if own.step != 1 else 0
                missed += abs(own.value - exact) > rough / 2
                if missed > most:
                    return False
        above = own
    return True


def _read(sheet: Sheet, working: Working, rows: Sequence[int]) -> Believed | None:
    """A working with its lines; None where more miss than a slip may put out."""
    lines: list[Line] = []
    missed = 0
    above: Figure | None = None
    for row in rows:
        own = sheet.cells[row][working.target]
        if line := _line(sheet, working, row, own, above):
            lines.append(line)
            missed += not line.fits
            if missed > MOST_MISSED:
                return None
        above = own
    grain = min(_grain(sheet, at) for at in (working.target, *(at for at, _ in working.terms)))
    return Believed(working, tuple(lines), log2(grain) if working.kind in ("sum", "running") else 0.0)


@lru_cache(maxsize=2048)
def _grain(sheet: Sheet, column: int) -> int:
    """Of how many steps all figures of a column are multiples: sums of round figures tell less."""
    figures = [cells[column] for cells in sheet.cells]
    common = gcd(*(int(abs(each.value) / each.step) for each in figures if each))
    return next(each for each in (1000, 100, 10, 5, 1) if common % each == 0)


def _line(sheet: Sheet, working: Working, row: int, own: Figure | None, above: Figure | None) -> Line | None:
    figures = [sheet.cells[row][at] for at, _ in working.terms]
    if own is None or any(each is None for each in figures):
        return None
    given = [each for each in figures if each]
    exact = _exact(working, given, above)
    if exact is None:
        return None
    values = tuple(each.value for each in given) + ((above.value,) if working.kind == "running" and above else ())
    # Whole percentages that are added up are rounded too.
    added = len(working.terms) > 2 and all(sign > 0 for _, sign in working.terms)
    rough = [each.step for each in (own, *given) if each.step != 1 or (added and each.unit == "%")]
    slack = sum(rough, Decimal(0)) / 2 if working.kind in ("sum", "running") else own.step / 2
    if working.kind in ("product", "ratio"):
        slack += _rounded_mean(sheet, working, given, exact, in_total=is_total(sheet.labels[row]))
    return Line(row, own.value, exact, slack, _bits(working, own, values, slack), values)


def _rounded_mean(
    sheet: Sheet, working: Working, given: Sequence[Figure], exact: Decimal, *, in_total: bool
) -> Decimal:
    """By how much a line may be out since a mean in it is rounded: of decimals, or in a row of totals."""
    means = [
        figure
        for (at, _), figure in zip(working.terms, given, strict=True)
        if figure.unit != "£" and (figure.step < 1 or (in_total and RATIO_HEAD.search(sheet.heads[at])))
    ]
    return sum((abs(exact * each.step / each.value) / 2 for each in means if each.value), Decimal(0))


def _exact(working: Working, given: Sequence[Figure], above: Figure | None) -> Decimal | None:
    values = [each.value for each in given]
    if working.kind == "ratio":
        return values[0] * working.factor / values[1] if values[1] else None
    if working.kind == "part":
        return values[0] * working.factor / sum(values) if any(values) else None
    if working.kind == "product":
        return values[0] * values[1]
    if working.kind in ("over", "portion"):
        own = sum((value for (_, sign), value in zip(working.terms, values, strict=True) if sign > 0), Decimal(0))
        whole = sum(values, Decimal(0)) - (own if working.kind == "over" else 0)
        return own * working.factor / whole if whole else None
    summed = sum((sign * each for (_, sign), each in zip(working.terms, values, strict=True)), Decimal(0))
    return summed + above.value if working.kind == "running" and above else summed


def _bits(working: Working, own: Figure, values: Sequence[Decimal], slack: Decimal) -> float:
    """How unlikely it is to come out by chance; less where a single figure is repeated."""
    width = max(own.step, 2 * slack) or Decimal(1)
    room = max((abs(own.value), *(map(abs, values) if working.kind in ("sum", "running") else ())))
    bits = log2(1 + float(room / width))
    telling = sum(bool(each) for each in values)
    return bits if telling > 1 and own.value else bits / 2 if telling else 0.0
