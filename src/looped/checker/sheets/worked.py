"""All that a table gives for some of its rows: cells, sums, differences, rests, shares; with figures told beside."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from looped.checker.prose import Entry
from looped.checker.sheets.giving import bases, derived, head_base, is_value, whole_of
from looped.checker.sheets.sheet import Sheet

MANY = 9


def gives(
    sheet: Sheet, rows: Sequence[int], entry: Entry, told: Iterable[Decimal], columns: Sequence[int] | None = None
) -> bool:
    """Whether rows give what a figure states, alone or with a figure told beside it, in any way at all.

    told: the other figures of the passage. columns: of a difference, those that it is told of, if any are named.
    """
    if columns is not None and entry.kind != "share":
        step = Decimal(1) if entry.kind == "count" else Decimal(0)
        return any(is_value(entry, value, step) for value in _apart(sheet, rows, list(told), columns))
    if entry.kind in ("count", "share") and derived(sheet, rows, (), entry):
        return True
    step = Decimal(1) if entry.kind == "count" else Decimal(0)
    return any(is_value(entry, value, step) for value in _values(sheet, rows, list(told)))


def _apart(sheet: Sheet, rows: Sequence[int], told: Sequence[Decimal], columns: Sequence[int]) -> Iterator[Decimal]:
    """How far figures are apart: of a row or a column, as printed or as shares worked out, and from what is told."""
    every = columns or range(len(sheet.heads))
    named = [(row, at) for row in rows for at in every]
    for row, at in named:
        figure = sheet.cells[row][at]
        own = [*(_both(figure.value, figure.exact) if figure else ()), *_worked_shares(sheet, row, at)]
        if sheet.kinds[at] == "change" and figure:
            yield abs(figure.value)
        beside = [(row, other) for other in every if not columns and other != at]
        beside += [
            (other, at) for other in (*rows, *((sheet.total,) if sheet.total is not None else ())) if other != row
        ]
        others = [
            value
            for r, c in beside
            for cell in [sheet.cells[r][c]]
            for value in (*(_both(cell.value, cell.exact) if cell else ()), *_worked_shares(sheet, r, c))
        ]
        yield from (abs(a - b) for a in own for b in (*others, *told))


def _worked_shares(sheet: Sheet, row: int, at: int) -> list[Decimal]:
    """A cell in those that it may be of."""
    figure = sheet.cells[row][at]
    return [figure.value * 100 / base for base in bases(sheet, row, at)] if figure and figure.count is not None else []


def _values(sheet: Sheet, rows: Sequence[int], told: Sequence[Decimal]) -> Iterator[Decimal]:
    """Differences, rests, changes in per cent, means, and what a told figure makes of each."""
    lines = [*(_line(sheet, row) for row in rows), *(_column(sheet, at, rows) for at in range(len(sheet.heads)))]
    for line in lines:
        for a, b in combinations(line[: 2 * MANY], 2):
            yield from (abs(a - b), a + b, a, b)
            yield from (abs(a - b) * 100 / each for each in (a, b) if each)
            yield from (a * part / b for part in (1, 100) if b)
            yield from (b * part / a for part in (1, 100) if a)
        if line:
            yield sum(line, Decimal(0)) / len(line)
    cells = [value for line in lines for value in line]
    for one in told:
        for value in cells:
            yield from (abs(value - one), value + one)
            yield from (part / whole * 100 for part, whole in ((value, one), (one, value)) if whole)
    every = range(len(sheet.heads))
    for row in rows:
        for column in every:
            figure = sheet.cells[row][column]
            yield from (base - figure.value for base in bases(sheet, row, column) if figure)
    yield from (Decimal(n) for n in (len(sheet.parts), len(sheet.heads)))
    yield from (Decimal(n) for at in every for n in (head_base(sheet, at), whole_of(sheet, at)) if n)
    yield from _runs(sheet, rows)


def _line(sheet: Sheet, row: int) -> list[Decimal]:
    """The values of a row: of counts with their share, both."""
    return [value for figure in sheet.cells[row] if figure for value in _both(figure.value, figure.exact)]


def _column(sheet: Sheet, at: int, rows: Sequence[int]) -> list[Decimal]:
    """The values of a column in some rows."""
    figures = [sheet.cells[row][at] for row in rows]
    return [value for figure in figures if figure for value in _both(figure.value, figure.exact)]


def _both(value: Decimal, share: Decimal | None) -> tuple[Decimal, ...]:
    return (value,) if share is None or share == value else (value, share)


def _runs(sheet: Sheet, rows: Sequence[int]) -> Iterator[Decimal]:
    """What rows that follow each other come to, and all but one or two."""
    for column in range(len(sheet.heads)):
        values = [figure.value for row in rows if (figure := sheet.cells[row][column])]
        for low in range(len(values)):
            for high in range(low + 2, len(values) + 1):
                yield sum(values[low:high], Decimal(0))
        whole = sum(values, Decimal(0))
        yield from (whole - value for value in values)
        yield from (whole - a - b for a, b in combinations(values[:MANY], 2))
        yield from (abs(a - b) for a, b in pairwise(values))
