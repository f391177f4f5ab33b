"""Shares of one whole that miss a hundred by more than rounding can."""

from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context, plain
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid

CODE = "shares-of-whole"
MESSAGE = "The shares of one whole add up to a hundred, but for rounding."
GOOD = "Answer\tShare\nYes\t52%\nNo\t39%\nNot sure\t9%\nTotal\t100%"
BAD = "Answer\tShare\nYes\t52%\nNo\t45%\nNot sure\t9%\nTotal\t100%"


def check(context: Context) -> Iterator[Finding]:
    """Each column of shares that says it is a whole: by a total of a hundred."""
    for grid in context.grids:
        for column in range(len(grid.columns)):
            shares = [value.percent for row in grid.parts for value in [grid.values[row][column]]]
            if len(shares) < 2 or None in shares or not _is_whole(grid, column):
                continue
            summed = sum((each.value for each in shares if each), Decimal(0))
            slack = sum((Decimal(1).scaleb(-each.decimals) / 2 for each in shares if each), Decimal(0))
            verdict: Verdict = "ok" if abs(summed - 100) <= slack else "wrong"
            terms = " + ".join(str(each.value) for each in shares if each)
            slip = f"whole/{plain(grid.table.title)}/{plain(grid.columns[column])}"
            where = grid.where(grid.total, column, grid.parts)
            why = f"{terms} = {summed}; rounding explains at most {slack} off 100"
            yield Finding(CODE, verdict, where, grid.table.title, f"{summed}%", "100%", why, slip)


def _is_whole(grid: Grid, column: int) -> bool:
    """Whether the column says it is a whole: its total is 100%, and it holds no counts that say more."""
    if grid.total is None:
        return False
    printed = grid.values[grid.total][column].percent
    counts = [grid.values[row][column].count for row in grid.parts]
    return printed is not None and printed.value == 100 and all(count is None for count in counts)
