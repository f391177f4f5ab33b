"""A cell that lacks what all its neighbours have: a share, or anything at all."""

from collections.abc import Iterator

from looped.checker.context import Context, bases_of, plain
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.numbers import rounded, share

CODE = "missing-share"
MESSAGE = "Cells of one kind all have their count and their share."
GOOD = "Grade\tMay\tJune\nGood\t8 (27%)\t7 (44%)\nFair\t4 (13%)\t3 (19%)\nPoor\t18 (60%)\t6 (38%)"
BAD = "Grade\tMay\tJune\nGood\t8 (27%)\t7 (44%)\nFair\t4 (13%)\t3\nPoor\t18 (60%)\t6 (38%)"


def check(context: Context) -> Iterator[Finding]:
    """Each part cell without a share, or blank, in a column where nearly every other has both."""
    for grid in context.grids:
        for column in range(len(grid.columns)):
            whole = [row for row in grid.parts if _is_whole(grid, row, column)]
            if len(whole) < max(2, len(grid.parts) - 1):
                continue
            for row in grid.parts:
                if row not in whole:
                    yield from _missing(context, grid, row, column)


def _is_whole(grid: Grid, row: int, column: int) -> bool:
    value = grid.values[row][column]
    return value.count is not None and (value.percent is not None or value.no_figure)


def _missing(context: Context, grid: Grid, row: int, column: int) -> Iterator[Finding]:
    value = grid.values[row][column]
    if not any(each.percent or each.no_figure for each in grid.values[row]):
        return  # a row without any share is of another kind: bases, days
    bases = bases_of(context, grid, column)
    base = bases.stated or bases.summed
    if value.count is not None and not value.no_figure and base:
        expected = f"{rounded(share(value.count, base), 1)}%"
        verdict: Verdict = "wrong" if value.count else "arguable"
        why = f"the share is left out: {value.count} of {base} is {expected}"
        yield Finding(
            CODE, verdict, grid.where(row, column), value.text, "no share", expected, why, _slip(grid, row, column)
        )
    elif value.blank:
        expected = _expected_count(grid, row, column, base)
        why = f"nothing is written where every other row has a figure; it should be {expected}"
        yield Finding(
            CODE, "wrong", grid.where(row, column), grid.rows[row], "blank", expected, why, _slip(grid, row, column)
        )


def _expected_count(grid: Grid, row: int, column: int, base: int | None) -> str:
    if column != grid.total_column:
        return "a figure"
    parts = [value.count for at, value in enumerate(grid.values[row]) if at < column]
    if not parts or None in parts:
        return "a figure"
    count = sum(part for part in parts if part is not None)
    return f"{count} ({rounded(share(count, base), 1)}%)" if base else str(count)


def _slip(grid: Grid, row: int, column: int) -> str:
    return f"missing/{plain(grid.table.title)}/{plain(grid.rows[row])}/{plain(grid.columns[column])}"
