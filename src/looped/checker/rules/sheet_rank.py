"""A column of places: each row has the place that its figure gives it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-rank"
MESSAGE = "The place of each row is that of its figure among the others."
GOOD = "Site\tVisits\tRank\nLeith\t80\t1\nAyr\t30\t4\nOban\t44\t3\nWick\t51\t2"
BAD = "Site\tVisits\tRank\nLeith\t80\t1\nAyr\t30\t4\nOban\t44\t2\nWick\t51\t2"

HEAD = pattern_of(r"\b(?:rank(?:ing)?|position|place|order)\b", re.I)
LEAST = 4


def check(context: Context) -> Iterator[Finding]:
    """Each column of places, with the column that gives all of them but one or two that changed places."""
    for placed in context.sheets:
        sheet = placed.sheet
        for column, head in enumerate(sheet.heads):
            if HEAD.search(head):
                yield from _column(sheet, column)


def _column(sheet: Sheet, column: int) -> Iterator[Finding]:
    rows = [row for row in sheet.parts if (f := sheet.cells[row][column]) and f.count]
    stated = {row: f.count for row in rows for f in [sheet.cells[row][column]] if f}
    if len(rows) < LEAST or max(each or 0 for each in stated.values()) > len(rows):
        return
    best: tuple[int, int, dict[int, int]] | None = None
    for at in range(len(sheet.heads)):
        values = {row: f.value for row in rows if (f := sheet.cells[row][at])}
        if at == column or len(values) < len(rows):
            continue
        for down in (True, False):
            given = _places(values, down)
            missed = sum(given[row] != stated[row] for row in rows)
            if best is None or missed < best[0]:
                best = (missed, at, given)
    if best is None or best[0] > 2 or len(rows) - best[0] < LEAST - 1:
        return
    for row in rows:
        if best[2][row] != stated[row]:
            text, expected = sheet.texts[row][column], str(best[2][row])
            why = f"{sheet.heads[best[1]]} {sheet.texts[row][best[1]]} has place {expected}, printed as {text}"
            slip = f"rank/{sheet.table.title}/{sheet.labels[row]}"
            yield Finding(CODE, "wrong", sheet.where(row, column), text, text, expected, why, slip, "likely")


def _places(values: dict[int, Decimal], down: bool) -> dict[int, int]:
    """The place of each, alike where figures are."""
    return {row: 1 + sum((o > v) if down else (o < v) for o in values.values()) for row, v in values.items()}
