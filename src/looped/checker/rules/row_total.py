"""A row whose columns don't make its total."""

import re
from collections.abc import Iterator

from looped.checker.context import Context, plain
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.patterns import pattern_of

CODE = "row-total"
MESSAGE = "The columns of a row add up to its total."
GOOD = "Grade\tMay\tJune\tTotal\nGood\t8\t7\t15\nPoor\t22\t9\t31"
BAD = "Grade\tMay\tJune\tTotal\nGood\t8\t7\t16\nPoor\t22\t9\t31"
# A row of shares adds up but for rounding.
SHARES = pattern_of(r"%|\bper ?cent|\bshare\b|\bproportion\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each row of a table with a total column, where columns are parts of that total."""
    for grid in context.grids:
        if grid.total_column is None or len(grid.columns) < 3:
            continue
        rows = [(row, *_sums(grid, row)) for row in range(len(grid.rows))]
        known = [(row, summed, total) for row, summed, total in rows if summed is not None and total is not None]
        right = sum(summed == total for _, summed, total in known)
        for row, summed, total in known:
            if summed == total or (
                SHARES.search(grid.rows[row]) and abs(summed - total) <= (grid.total_column + 1) // 2
            ):
                yield _finding(grid, row, "ok", summed, total)
            # Where hardly any row adds up, the columns are no parts of the total.
            elif 2 * right >= len(known):
                yield _finding(grid, row, "wrong", summed, total)


def _sums(grid: Grid, row: int) -> tuple[int | None, int | None]:
    assert grid.total_column is not None
    parts = [value.count for at, value in enumerate(grid.values[row]) if at < grid.total_column]
    total = grid.values[row][grid.total_column].count
    if len(parts) < 2 or None in parts:
        return None, total
    return sum(part for part in parts if part is not None), total


def _finding(grid: Grid, row: int, verdict: Verdict, summed: int, total: int) -> Finding:
    parts = " + ".join(value.text for at, value in enumerate(grid.values[row]) if at < (grid.total_column or 0))
    relation = "is" if verdict == "ok" else "is not"
    why = f"{parts} = {summed}, which {relation} {total}"
    slip = f"row/{plain(grid.table.title)}/{plain(grid.rows[row])}"
    where = grid.where(row, grid.total_column)
    return Finding(
        CODE, verdict, where, grid.values[row][grid.total_column or 0].text, str(total), str(summed), why, slip
    )
