"""A column that adds up as it goes: each of its figures is the one above with what is added in its row."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-cumulative"
MESSAGE = "A running total is the one above with what its row adds."
GOOD = "Month\tCalls\tCumulative\nMay\t12\t12\nJune\t9\t21\nJuly\t14\t35\nAugust\t6\t41"
BAD = "Month\tCalls\tCumulative\nMay\t12\t12\nJune\t9\t21\nJuly\t14\t32\nAugust\t6\t41"

RUNNING = pattern_of(r"\b(?:cumulative\w*|cum|running|to date|year to date|so far)\b", re.I)
LEAST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such column, with the column of additions that most of its rows fit."""
    for placed in context.sheets:
        sheet = placed.sheet
        for column, head in enumerate(sheet.heads):
            if RUNNING.search(head):
                yield from _column(sheet, column)


def _column(sheet: Sheet, column: int) -> Iterator[Finding]:
    options = [_misses(sheet, column, other) for other in range(len(sheet.heads)) if other != column]
    known = [each for each in options if each is not None]
    if known:
        for row, expected in min(known, key=len).items():
            figure = sheet.cells[row][column]
            text = figure.text if figure else ""
            why = f"with what this row adds it comes to {expected}, printed as {text}"
            slip = f"cumulative/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[column]}"
            yield Finding(CODE, "wrong", sheet.where(row, column), text, text, str(expected), why, slip, "likely")


def _misses(sheet: Sheet, column: int, other: int) -> dict[int, Decimal] | None:
    """The rows that aren't the one above with their own; None where more than one figure would have to be another."""
    totals = {row: figure.value for row in sheet.parts if (figure := sheet.cells[row][column])}
    added = {row: figure.value for row in sheet.parts if (figure := sheet.cells[row][other])}
    rows = [row for row in sheet.parts if row in totals and row in added]
    if len(rows) < len(sheet.parts) or len(rows) <= LEAST:
        return None
    figures = [figure for row in rows for at in (column, other) if (figure := sheet.cells[row][at])]
    slack = max(figure.step for figure in figures) if any(f.unit == "%" or f.step < 1 for f in figures) else Decimal(0)
    slack = slack or (Decimal(1) if sheet.kinds[column] == "share" else Decimal(0))
    steps = {row: (totals[above] if above is not None else Decimal(0)) + added[row] for above, row in _pairs(rows)}
    missed = [row for row in rows if abs(steps[row] - totals[row]) > slack]
    if missed in ([], rows[:1]):
        return {}  # what there was before stands in the first
    first = missed[0]
    # One figure that is out puts its own row out and the next.
    behind = rows[rows.index(first) + 1 :][:1]
    fits = len(rows) - len(missed)
    if fits < LEAST or not (missed == [first] or missed == [first, *behind]):
        return None
    return {first: steps[first]}


def _pairs(rows: list[int]) -> Iterator[tuple[int | None, int]]:
    return iter(zip([None, *rows[:-1]], rows, strict=True))
