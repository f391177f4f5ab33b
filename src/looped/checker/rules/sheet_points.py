"""A column of differences between the shares of two columns that print counts with their shares."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-points"
MESSAGE = "A difference between two shares is as many points as they are apart."
_TABLE = (
    "Outcome | Old (n = 80) | New (n = 50) | Difference\n"
    "Met | 40 (50.0) | 30 (60.0) | 10.0\nLate | 8 (10.0) | 3 (6.0) | -4.0\nLost | 16 (20.0) | 5 (10.0) | {}"
)
GOOD = _TABLE.format("-10.0")
BAD = _TABLE.format("-20.0")


def check(context: Context) -> Iterator[Finding]:
    """Each column of changes in a table with two columns of counts and shares, where most rows fit."""
    for placed in context.sheets:
        sheet = placed.sheet
        both = [at for at, kind in enumerate(sheet.kinds) if kind == "both"]
        for column, kind in enumerate(sheet.kinds):
            if kind == "change" and len(both) > 1:
                for a, b in combinations(both[:4], 2):
                    yield from _column(sheet, column, a, b)


def _column(sheet: Sheet, column: int, a: int, b: int) -> Iterator[Finding]:
    rows = {
        row: (figure.value, second.value - first.value, figure.step)
        for row in range(len(sheet.labels))
        for figure, first, second in [(sheet.cells[row][column], sheet.share_at(row, a), sheet.share_at(row, b))]
        if figure and first and second
    }
    # Rounded shares may be a digit out; which is taken from which the column's signs tell.
    for sign in (1, -1):
        missed = [row for row, (own, gap, step) in rows.items() if abs(own - sign * gap) > step + Decimal("0.05")]
        if len(missed) == 1 and len(rows) > 2:
            own, gap, _ = rows[missed[0]]
            text = sheet.texts[missed[0]][column]
            why = f"{sheet.texts[missed[0]][a]} and {sheet.texts[missed[0]][b]} are {abs(gap)} points apart"
            slip = f"points/{sheet.table.title}/{sheet.labels[missed[0]]}/{sheet.heads[column]}"
            where = sheet.where(missed[0], column)
            yield Finding(CODE, "wrong", where, text, text, str(sign * gap), why, slip, "likely")
