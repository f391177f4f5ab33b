"""A table's share that its count and base don't give."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from looped.checker.context import Bases, Context, bases_of, plain
from looped.checker.explaining import gives_less_another
from looped.checker.finding import Certainty, Finding, Verdict
from looped.checker.grid import BASE, Grid
from looped.checker.numbers import Percent, fits, fitting_bases, near, rounded, share, truncated

CODE = "table-share"
MESSAGE = "A share in a table is its count over its base."
GOOD = "Grade\tMay\nGood\t8 (26.7%)\nPoor\t22 (73.3%)\nTotal\t30"
BAD = "Grade\tMay\nGood\t8 (24.1%)\nPoor\t22 (73.3%)\nTotal\t30"
# So many rows are added up.
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each cell with a count and a share, against the column's base, the row's, or the one in the cell."""
    for grid in context.grids:
        across = _row_base(context, grid)
        whole = _one_base(context, grid)
        for column in range(len(grid.columns)):
            shared = [row for row in range(len(grid.rows)) if _has_share(grid, row, column)]
            down = _down(context, grid, column) if shared else None
            for row in shared:
                value = grid.values[row][column]
                noted = context.noted(grid.table, grid.rows[row])
                count, percent = value.count or 0, value.percent
                if percent and any(n >= count and fits(count, n, percent) for n in noted if n):
                    continue  # its note gives it a base of its own
                if value.base is not None:
                    own = Bases(value.base, None, None)
                elif whole is not None:
                    own = Bases(whole or _across(grid, row), None, None)
                elif across is not None:
                    own = Bases(grid.values[row][across].count, None, None)
                else:
                    own = down or Bases(None, None, None)
                yield from _judged(grid, row, column, own)


def _has_share(grid: Grid, row: int, column: int) -> bool:
    value = grid.values[row][column]
    return value.count is not None and value.percent is not None


def _down(context: Context, grid: Grid, column: int) -> Bases:
    """The bases of a column; where none is stated and its sum is none, a number told elsewhere in the document."""
    bases = bases_of(context, grid, column)
    if bases.stated is None and not _supported(grid, column, bases.summed):
        return Bases(_spoken(context, grid, column), None, None)
    return bases


def _supported(grid: Grid, column: int, base: int | None) -> bool:
    """Whether at least half of a column's shares fit a base that nothing in the document names."""
    rows = [row for row in range(len(grid.rows)) if grid.values[row][column].percent and grid.values[row][column].count]
    return bool(base) and 2 * sum(_fits_cell(grid, row, column, base or 0) for row in rows) >= len(rows)


def _spoken(context: Context, grid: Grid, column: int) -> int | None:
    """A number told somewhere in the document that all but one of a column's shares, two at least, fit."""
    rows = [row for row in range(len(grid.rows)) if grid.values[row][column].percent and grid.values[row][column].count]
    fitting: Counter[int] = Counter()
    for row in rows:
        value = grid.values[row][column]
        if value.percent and value.count:
            low, high = fitting_bases(value.count, value.percent)
            fitting.update(context.told[bisect_left(context.told, low) : bisect_right(context.told, high)])
    best = max(fitting, key=lambda n: (fitting[n], -n), default=0)
    return best if fitting[best] >= max(2, len(rows) - 1) else None


def _one_base(context: Context, grid: Grid) -> int | None:
    """The base of the title, or 0 where each row's sum is its base; None where columns' own bases fit better."""
    found = BASE.search(grid.table.title)
    titled = int(found[1].replace(",", "")) if found else None
    cells = [(row, column) for row in range(len(grid.rows)) for column in range(len(grid.columns))]
    by_title = sum(_fits_cell(grid, row, column, titled) for row, column in cells) if titled else 0
    sums = [_across(grid, row) or 0 for row in range(len(grid.rows))]
    by_row = sum(_fits_cell(grid, row, column, sums[row]) for row, column in cells if sums[row])
    if not titled and by_row <= 2:
        return None
    own = [bases_of(context, grid, column).all for column in range(len(grid.columns))]
    down = sum(any(_fits_cell(grid, row, column, base) for base in own[column]) for row, column in cells)
    if titled and by_title >= max(down, by_row, 1):
        return titled
    return 0 if by_row > max(down, 2) else None


def _across(grid: Grid, row: int) -> int | None:
    """The sum of a row's counts, its total column left out."""
    counts = [value.count for at, value in enumerate(grid.values[row]) if at != grid.total_column]
    return None if None in counts or len(counts) < 2 else sum(count for count in counts if count is not None)


def _row_base(context: Context, grid: Grid) -> int | None:
    """The column that shares are of, where they are of their row: then they fit that column and not their own."""
    bare = [at for at in range(len(grid.columns)) if _holds_bases(grid, at)]
    if not bare:
        return None
    fitting = {at: sum(_fits_row(grid, row, at) for row in grid.parts) for at in bare}
    best = max(bare, key=lambda at: (fitting[at], at == grid.total_column), default=None)
    own = [bases_of(context, grid, column).all for column in range(len(grid.columns))]
    down = sum(
        any(_fits_cell(grid, row, column, base) for base in bases)
        for row in grid.parts
        for column, bases in enumerate(own)
    )
    return best if best is not None and fitting[best] > down else None


def _holds_bases(grid: Grid, column: int) -> bool:
    values = [grid.values[row][column] for row in grid.parts]
    return column == grid.total_column or (
        any(value.count for value in values) and not any(value.percent for value in values)
    )


def _fits_row(grid: Grid, row: int, base_column: int) -> int:
    base = grid.values[row][base_column].count
    return sum(_fits_cell(grid, row, at, base) for at in range(len(grid.columns)) if at != base_column) if base else 0


def _fits_cell(grid: Grid, row: int, column: int, base: int) -> bool:
    value = grid.values[row][column]
    return bool(value.count) and value.percent is not None and fits(value.count or 0, base, value.percent)


def _judged(grid: Grid, row: int, column: int, bases: Bases) -> Iterator[Finding]:
    value = grid.values[row][column]
    count, printed = value.count, value.percent
    assert count is not None
    assert printed is not None
    right = bases.stated or bases.summed
    if not right:
        return
    agreed = [base for base in (bases.stated, _own(bases)) if base]
    if any(fits(count, base, printed) for base in agreed):
        yield _finding(grid, row, column, "ok", right, "")
    elif every := _base_of_all_rows(grid, row, column, agreed):
        yield _finding(grid, row, column, "ok", every, "")
    elif bases.seeming and fits(count, bases.seeming, printed):
        yield _wrong(grid, row, column, bases, right)
    elif any(truncated(count, base, printed) or near(count, base, printed) for base in agreed) and count:
        yield _finding(grid, row, column, "rounding", right, _cut(count, right, printed))
    elif not gives_less_another(count, _bare(grid, row), printed):
        yield _wrong(grid, row, column, bases, right)


def _base_of_all_rows(grid: Grid, row: int, column: int, bases: Sequence[int]) -> int | None:
    """What a row is of that adds up what each of the others has out of one base: "All checks 361 (65.6%)", 5 times 110.

    None where it doesn't add them up, or its share is of nothing of the kind.
    """
    value, others = grid.values[row][column], [at for at in range(len(grid.rows)) if at != row]
    summed = sum(grid.values[at][column].count or 0 for at in others)
    if len(others) < FEWEST or value.count != summed or value.percent is None:
        return None
    return next((base * len(others) for base in bases if fits(summed, base * len(others), value.percent)), None)


def _bare(grid: Grid, row: int) -> list[int]:
    """The counts of a row that have no share beside them."""
    return [value.count for value in grid.values[row] if value.count and value.percent is None]


def _own(bases: Bases) -> int | None:
    """The column's own sum, where its shares stand on that and not on another number."""
    return bases.summed if bases.seeming in (None, bases.summed) else None


def _cut(count: int, base: int, printed: Percent) -> str:
    exact = rounded(share(count, base), max(printed.decimals, 1) + 1)
    return f"{count} of {base} is {exact}%; printed cut off or rounded the other way"


def _wrong(grid: Grid, row: int, column: int, bases: Bases, right: int) -> Finding:
    value = grid.values[row][column]
    assert value.count is not None
    assert value.percent is not None
    exact = rounded(share(value.count, right), max(value.percent.decimals, 1))
    why = f"{value.count} of {right} is {exact}%, not {value.percent}"
    other = bases.seeming
    place = f"{plain(grid.table.title)}/{plain(grid.columns[column])}"
    if other and other != right and fits(value.count, other, value.percent):
        return _finding(grid, row, column, "wrong", right, f"{why}; it is out of {other}", f"base/{place}")
    meant = [n for n in range(right + 1) if fits(n, right, value.percent)]
    if other and not meant:
        meant = [n for n in range(other + 1) if fits(n, other, value.percent)]
    if len(meant) == 1 and meant[0] != value.count:
        why += f"; {value.percent} would be {meant[0]}"
    return _finding(grid, row, column, "wrong", right, why, f"share/{place}/{plain(grid.rows[row])}")


def _finding(grid: Grid, row: int, column: int, verdict: Verdict, base: int, why: str, slip: str = "") -> Finding:
    value = grid.values[row][column]
    assert value.count is not None
    assert value.percent is not None
    expected = f"{rounded(share(value.count, base), value.percent.decimals)}%"
    certainty: Certainty = "certain"
    where = grid.where(row, column)
    return Finding(CODE, verdict, where, value.text, f"{value.percent}", expected, why, slip, certainty)
