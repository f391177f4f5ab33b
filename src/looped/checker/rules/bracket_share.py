"""Cells of a count with its share, the sign left out ("12 (24)"), or of a share with its count ("24 (12)").

What the brackets hold is known from the cells of the table that fit; one that doesn't fit among them is wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.numbers import Percent, fits, near, percent, rounded, share
from looped.checker.patterns import pattern_of

CODE = "bracket-share"
MESSAGE = "In a table of counts with shares in brackets each share is that of its count."
GOOD = "Item\tOld (n=50)\tNew (n=48)\nMen\t31 (62)\t27 (56)\nWomen\t19 (38)\t21 (44)\nSmokers\t12 (24)\t9 (19)"
BAD = "Item\tOld (n=50)\tNew (n=48)\nMen\t31 (62)\t27 (56)\nWomen\t19 (38)\t21 (44)\nSmokers\t12 (24)\t9 (29)"

CELL = pattern_of(r"(\d[\d,]*(?:\.\d+)?)\s?%? \(\s?(\d[\d,]*(?:\.\d+)?)\s?\)\*?")
ENOUGH, SHARE_OF_MISSES = 4, 6


@dataclass(frozen=True)
class Cell:
    """A count and what may be its share of a base, where they stand."""

    row: int
    column: int
    count: int
    share: Percent
    base: int


def check(context: Context) -> Iterator[Finding]:
    """Each table whose heads tell the bases of its columns."""
    for grid in context.grids:
        for turned in (False, True):
            cells = list(_cells(grid, turned))
            fitting = sum(fits(each.count, each.base, each.share) and 0 < each.count < each.base for each in cells)
            missed = sum(not near(each.count, each.base, each.share) for each in cells)
            if fitting >= ENOUGH and missed * SHARE_OF_MISSES <= len(cells):
                for each in cells:
                    yield _finding(grid, each)
                break


def _cells(grid: Grid, turned: bool) -> Iterator[Cell]:
    """Every such cell under a head with a base. turned: the share stands first."""
    for row in range(len(grid.rows)):
        for column, base in enumerate(grid.bases):
            found = CELL.fullmatch(grid.values[row][column].text) if base else None
            if not found or not base:
                continue
            count, part = (found[2], found[1]) if turned else (found[1], found[2])
            count, part = count.replace(",", ""), part.replace(",", "")
            if "." not in count and int(count) <= base and float(part) <= 100:
                yield Cell(row, column, int(count), percent(part), base)


def _finding(grid: Grid, cell: Cell) -> Finding:
    exact = rounded(share(cell.count, cell.base), max(cell.share.decimals, 1))
    right = fits(cell.count, cell.base, cell.share)
    # Where something is missing for a few, the share is of the others.
    fewer = next((n for n in range(cell.base, cell.base * 9 // 10, -1) if fits(cell.count, n, cell.share)), None)
    verdict: Verdict = "ok" if right else "arguable" if fewer else "wrong"
    why = f"{cell.count} of {cell.base} is {exact}%" + ("" if right else f", printed as {cell.share.value}")
    why += f"; true if it is of {fewer}, a few being missing" if fewer and not right else ""
    expected = f"{rounded(share(cell.count, cell.base), cell.share.decimals)}"
    text = grid.values[cell.row][cell.column].text
    slip = f"cell/{grid.table.title}/{cell.row}/{cell.column}"
    where = grid.where(cell.row, cell.column)
    return Finding(CODE, verdict, where, text, str(cell.share.value), expected, why, slip, "likely")
