"""Every figure of a period, as printed by `looped figures --json`."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from looped.figures.cells import By, Cell, cells, frame_of
from looped.figures.counting import Found
from looped.figures.cube import Cube
from looped.figures.definitions import DEFINITIONS
from looped.figures.periods import months
from looped.rubric.framework import Framework


@dataclass(frozen=True)
class FigureRow:
    """One figure in one cell of the grid. Keys that don't apply are None; so is a count that can't be known.

    month: of the audit's round; None is the whole period, counted and not summed.  share: unrounded, between 0
    and 1.  provisional: how many of `count` stand provisionally.
    """

    figure: str
    domain: str | None
    month: str | None
    service_area: str | None
    team: str | None
    grade: str | None
    count: int | None
    base: int | None
    share: float | None
    provisional: int | None
    why: str | None


def all_figures(
    cube: Cube,
    frameworks: Iterable[Framework],
    first: str,
    last: str,
    *,
    by: By | None = None,
    authority: str | None = None,
    kind: str = "monthly",
    only: Collection[str] = tuple(DEFINITIONS),
) -> list[FigureRow]:
    """The whole grid of figures from month `first` to month `last`, zeros included.

    by: also for each service area or team.  authority: of one council alone.  kind: of audit; headline figures are
    those of monthly audits.  only: the codes of the figures wanted.
    Raises: UsageError when `first` and `last` are no period.
    """
    in_period = months(first, last)
    part = part_of(cube, in_period, kind, authority)
    frame = frame_of(part, frameworks, in_period)
    grid = list(cells(part, frame, in_period, by))
    return [
        _row(definition.code, cell, found)
        for definition in DEFINITIONS.values()
        if definition.code in only
        for cell in grid
        for found in definition.found(cell)
    ]


def part_of(cube: Cube, in_period: tuple[str, ...], kind: str, authority: str | None) -> Cube:
    """The part of a cube that a period's figures count: its months, one kind of audit, one authority or all."""
    return cube.where(lambda row: _wanted(row, in_period, kind, authority))


def _wanted(row: Any, in_period: tuple[str, ...], kind: str, authority: str | None) -> bool:
    if authority is not None and row.authority != authority:
        return False
    if getattr(row, "of_service", 0):
        return True
    return bool(row.month in in_period and row.kind == kind)


def _row(figure: str, cell: Cell, found: Found) -> FigureRow:
    known = found.count is not None and found.base
    return FigureRow(
        figure,
        found.domain,
        cell.month,
        cell.service_area,
        cell.team,
        found.grade,
        found.count,
        found.base,
        found.count / found.base if known and found.base and found.count is not None else None,
        found.provisional,
        found.why,
    )
