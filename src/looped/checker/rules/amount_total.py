"""A column of money or decimals whose parts don't make its total."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.amounts import Amount, Amounts, amounts_of
from looped.checker.context import Context, plain
from looped.checker.document import Table, Where
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed

CODE = "amount-total"
MESSAGE = "The parts of a column of amounts add up to its total."
GOOD = "Area\tBudget\tSpent\nEstates\t410.5\t398.2\nFleet\t120.0\t131.4\nTotal\t530.5\t529.6"
BAD = "Area\tBudget\tSpent\nEstates\t410.5\t398.2\nFleet\t120.0\t131.4\nTotal\t530.5\t539.6"

# Columns whose last row is no sum.
NO_SUM = pattern_of(r"\b(?:rate|mean|average|avg|median|per|score|ratio|index|rank|sd|price|cost per)\b|%", re.I)

APART = pattern_of(r"\b(?:change|difference|gap|movement|points)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each column of amounts over a total; columns of plain counts are another rule's."""
    for table in context.document.tables:
        read = amounts_of(table)
        if read is None or read.total is None:
            continue
        for column, head in enumerate(read.columns):
            total, parts = read.cells[read.total][column], read.column(column)
            given = [part for part in parts if part is not None]
            if any(part.text.lstrip().startswith("+") for part in given) or (_has_shares(read) and APART.search(head)):
                continue  # how far each has moved
            if total is None or len(given) < 2 or len(given) < len(parts) or NO_SUM.search(head):
                continue
            if total.unit != "%" and not _plain_counts([*given, total]) and not _is_mean(given, total):
                yield _finding(table, read, column, given, total)


def _has_shares(read: Amounts) -> bool:
    """Whether a table tells shares: then what lies between two columns is in points."""
    return any(each.unit == "%" for row in read.cells for each in row if each)


def _is_mean(parts: list[Amount], total: Amount) -> bool:
    """Whether it lies among its parts, as their mean does and no sum of them can."""
    values = [part.value for part in parts]
    return (
        (min(values) >= 0 or max(values) <= 0)
        and min(values) <= total.value <= max(values)
        and len([v for v in values if v]) > 1
    )


def _plain_counts(amounts: list[Amount]) -> bool:
    return all(each.unit == "" and each.step == 1 and each.value >= 0 for each in amounts)


def _finding(table: Table, read: Amounts, column: int, parts: list[Amount], total: Amount) -> Finding:
    summed = sum((part.value for part in parts), Decimal(0))
    # Rounded parts may miss a rounded total by half a last digit each; whole amounts may not.
    rounded = [each for each in (*parts, total) if each.step != 1]
    slack = sum((each.step for each in rounded), Decimal(0)) / 2 if len(rounded) > 3 else Decimal(0)
    miss = abs(summed - total.value)
    verdict: Verdict = "ok" if not miss else "rounding" if miss <= slack else "wrong"
    why = f"{' + '.join(part.text for part in parts)} = {printed(summed)}, against {total.text}"
    slip = f"column/{plain(table.title)}/{plain(read.columns[column])}"
    where = where_of(table, read.total, read.rows, read.columns[column])
    return Finding(CODE, verdict, where, total.text, total.text, printed(summed), why, slip)


def where_of(table: Table, row: int | None, rows: tuple[str, ...], column: str) -> Where:
    """Where a cell of a table's body stands. row: counted below the header."""
    cell = table.rows[(row or 0) + 1][0]
    line = cell.line
    return Where(
        cell.page or table.page,
        table.section or None,
        table.title or None,
        rows[row] if row is not None else None,
        column,
        line,
        (line,) if line else (),
    )
