"""Counts and shares of a row along the columns that are its months, teams or years."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from looped.checker.context import Context, bases_of, plain
from looped.checker.grid import Grid
from looped.checker.numbers import share
from looped.checker.patterns import pattern_of

WHEN = pattern_of(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|quarter|week|(?:19|20)\d\d|\d\d/\d\d", re.I)


@dataclass(frozen=True)
class Series:
    """The counts of some rows along the columns, and their shares where every base is known."""

    columns: tuple[int, ...]
    counts: tuple[int, ...]
    shares: tuple[Decimal, ...] | None

    @property
    def words(self) -> str:
        """Both written out."""
        counts = ", ".join(map(str, self.counts))
        return counts + (f" ({', '.join(f'{each:.1f}%' for each in self.shares)})" if self.shares else "")


def series(context: Context, grid: Grid, rows: tuple[int, ...]) -> Series | None:
    """Along all columns but the total; None where a count is missing or there are fewer than two."""
    columns = tuple(at for at in range(len(grid.columns)) if at != grid.total_column)
    cells = [[grid.values[row][column].count for row in rows] for column in columns]
    if len(columns) < 2 or any(None in each for each in cells) or not rows:
        return None
    counts = tuple(sum(count for count in each if count is not None) for each in cells)
    bases = [next(iter(bases_of(context, grid, column).all), None) for column in columns]
    whole = None if None in bases else tuple(share(c, b) for c, b in zip(counts, bases, strict=True) if b)
    return Series(columns, counts, whole)


@cache
def grade_standing() -> dict[str, int]:
    """By the name of a grade: 1 where it is good or better, -1 where it is not."""
    from looped.rubric.loading import frameworks

    found: dict[str, int] = {}
    for each in frameworks():
        for grade in each.scale.grades:
            found[plain(grade.name)] = 1 if grade.position >= each.scale.good_from else -1
    return found


def good_rows(grid: Grid) -> tuple[int, ...]:
    """The rows of grades that are good or better."""
    return tuple(at for at, label in enumerate(grid.rows) if grade_standing().get(plain(label)) == 1)


def is_time(grid: Grid) -> bool:
    """Whether the columns are months, quarters or years."""
    labels = [label for at, label in enumerate(grid.columns) if at != grid.total_column]
    return len(labels) > 1 and all(WHEN.search(label) for label in labels)
