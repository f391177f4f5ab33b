"""A column whose parts don't make its total."""

import re
from collections.abc import Iterator

from looped.checker.context import Context, bases_of, plain
from looped.checker.finding import Certainty, Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.item_names import stems_of
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.sheets.blocks import blocks_of
from looped.checker.sheets.sheet import Sheet
from looped.checker.tabled import NO_SUM

CODE = "column-total"
MESSAGE = "The parts of a column add up to its total."
GOOD = "Grade\tMay\tJune\nGood\t8\t7\nPoor\t22\t9\nTotal\t30\t16"
BAD = "Grade\tMay\tJune\nGood\t8\t7\nPoor\t22\t8\nTotal\t30\t16"


SEVERAL = pattern_of(r"\bmore than one\b|\bseveral\b|\bmultiple\b|\ball that appl|\boverlap|\bas many\b", re.I)
NOT_ADDED = pattern_of(
    r"\b(?:already (?:counted|included)|(?:are|is|were|was) not (?:added|counted|included|"
    r"summed)) (?:again )?(?:in|to|into|"
    r"towards|above)\b",
    re.I,
)
# What they were like: one may be in several rows, or in none.
LIKENESS = pattern_of(
    r"^\W*(?:(?:baseline|patient|participant|key|main) )?(?:characteristics?|features?|variables?|factors?|"
    r"comorbidit(?:y|ies)|conditions?|risk factors?|history)\b",
    re.I,
)
MEASURE = pattern_of(r"\b(?:mean|median|sd|iqr)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each column with a total of its own, or with one that another table gives for the same head."""
    in_blocks = {id(each.sheet.table) for each in context.sheets if blocks_of(each.sheet)}
    for grid in (each for each in context.grids if id(each.table) not in in_blocks):
        shares = context.columns_of_shares.get(id(grid.table), frozenset())
        columns = [at for at, head in enumerate(grid.columns) if not NO_SUM.search(head) and at not in shares]
        apart = _set_apart(context, grid)
        sums = {column: _summed(grid, column, apart) for column in columns}
        totals = {column: _total(context, grid, column) for column in columns}
        both = [c for c in columns if sums[c] is not None and totals[c] is not None and len(grid.parts) > 1]
        right = [column for column in both if sums[column] == totals[column]]
        for column in both:
            if sums[column] == totals[column]:
                yield _finding(grid, column, "ok", totals[column] or 0, sums[column] or 0, apart)
            elif _is_no_sum(grid, column, totals[column] or 0, sums[column] or 0):
                continue
            elif _believed(context, grid, column, len(right), len(both)):
                yield _finding(grid, column, "wrong", totals[column] or 0, sums[column] or 0, apart)


def _is_no_sum(grid: Grid, column: int, total: int, summed: int) -> bool:
    """Whether the parts aren't meant to make it.

    Far from a head's base: then one may be in several rows, or in none. Or the last row repeats the first part or the
    last: what there was when the time began, or when it ended.
    """
    if grid.total is not None:
        counts = [count for count in grid.counts(column) if count]
        return len(counts) > 2 and total in (counts[0], counts[-1])
    return grid.bases[column] is not None and 6 * abs(total - summed) > total


def _believed(context: Context, grid: Grid, column: int, right: int, both: int) -> bool:
    """A total of the table's own is believed where some column meets it; one from another table where most do."""
    if grid.total is not None:
        return bool(right) or both == 1
    head = plain(grid.columns[column])
    others = [
        _summed(each, at) == _total(context, each, at)
        for each in context.grids
        if each.total is None and len(each.parts) > 1
        for at, label in enumerate(each.columns)
        if plain(label) == head and _summed(each, at) is not None
    ]
    if any(_shares_fit(grid, at) for at in range(len(grid.columns)) if grid.bases[at]) and 2 * right == both:
        return False  # each row's share is of them all: only by chance do those of one column make it
    return (right > 0 and 2 * right >= both) or (len(others) > 2 and 2 * sum(others) >= len(others))


def _shares_fit(grid: Grid, column: int) -> bool:
    """Whether the counts of a column miss the base in its head, and each one's share is of that base all the same."""
    base, values = grid.bases[column] or 0, [grid.values[row][column] for row in grid.parts]
    fitting = all(each.count is not None and each.percent and fits(each.count, base, each.percent) for each in values)
    return fitting and sum(each.count or 0 for each in values) != base


def _summed(grid: Grid, column: int, apart: frozenset[int] = frozenset()) -> int | None:
    parts = [row for row in grid.parts if row not in apart]
    counts = [grid.values[row][column].count for row in parts]
    known = [count for count in counts if count is not None]
    return sum(known) if counts and len(known) == len(counts) else None


def _set_apart(context: Context, grid: Grid) -> frozenset[int]:
    """The rows of which a note says that they are counted in the others, and not added."""
    notes = [n for p in context.sheets if p.sheet.table is grid.table for n in p.sheet.notes if NOT_ADDED.search(n)]
    said = stems_of(" ".join(notes))
    return frozenset(row for row in grid.parts if (own := stems_of(grid.rows[row])) and own <= said)


def _words(sheet: Sheet) -> str:
    return " ".join((sheet.caption, *sheet.notes))


def _total(context: Context, grid: Grid, column: int) -> int | None:
    if grid.total is not None:
        return grid.values[grid.total][column].count
    if any(placed.sheet.table is grid.table and SEVERAL.search(_words(placed.sheet)) for placed in context.sheets):
        return None  # one may be in several rows
    if grid.table.rows and LIKENESS.match(grid.table.rows[0][0].text):
        return None
    if any(MEASURE.search(label) for label in grid.rows):
        return None  # a table of who they were: age, sex, what else they have
    if any(grid.values[row][column].base is not None for row in grid.parts):
        return None  # "7 of 31" in each row: shares of the same whole side by side, not its parts
    return bases_of(context, grid, column).stated


def _finding(
    grid: Grid, column: int, verdict: Verdict, total: int, summed: int, apart: frozenset[int] = frozenset()
) -> Finding:
    counts = [str(count) for row, count in zip(grid.parts, grid.counts(column), strict=True) if row not in apart]
    certainty: Certainty = "certain" if grid.total is not None else "likely"
    rows = grid.parts if grid.total is None else (*grid.parts, grid.total)
    relation = "is" if verdict == "ok" else "is not"
    over = "; more than there are" if summed > total and grid.total is None else ""
    why = f"{' + '.join(counts)} = {summed}, which {relation} {total}{over}"
    slip = f"column/{plain(grid.table.title)}/{plain(grid.columns[column])}"
    where = grid.where(grid.total, column, rows)
    return Finding(CODE, verdict, where, grid.table.title, str(summed), str(total), why, slip, certainty)
