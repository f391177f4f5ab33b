"""Good or better in each service area, team or council of a period, from the same cube: what is set side by side."""

from looped.figures.cells import By, Cell, cells, frame_of
from looped.figures.cube import Cube
from looped.figures.definitions import DEFINITIONS
from looped.figures.every import FigureRow, part_of
from looped.figures.periods import months
from looped.reports.book import Beside
from looped.rubric.framework import OVERALL, Framework

FIGURE = "good_or_better"


def areas_of(cube: Cube, frameworks: tuple[Framework, ...], first: str, last: str) -> tuple[FigureRow, ...]:
    """The one figure of each service area and domain, month by month and over the whole period (month None)."""
    period = months(first, last)
    part = part_of(cube, period, "monthly", None)
    grid = cells(part, frame_of(part, frameworks, period), period, "service_area")
    return tuple(
        FigureRow(
            FIGURE,
            found.domain,
            cell.month,
            cell.service_area,
            None,
            None,
            found.count,
            found.base,
            found.count / found.base if found.count is not None and found.base else None,
            found.provisional,
            None,
        )
        for cell in grid
        if cell.service_area is not None
        for found in DEFINITIONS[FIGURE].found(cell)
    )


def teams_of(cube: Cube, frameworks: tuple[Framework, ...], first: str, last: str) -> tuple[Beside, ...]:
    """The figure overall for each team over the whole period, by name; none where no team is given."""
    return tuple(
        found for cell in _grid(cube, frameworks, first, last, by="team") for found in _beside(cell.team, cell)
    )


def councils_of(cube: Cube, frameworks: tuple[Framework, ...], first: str, last: str) -> tuple[Beside, ...]:
    """The figure overall for each council over the whole period, by name."""
    return tuple(
        found
        for name in sorted({row.authority for row in cube.counts})
        for cell in _grid(cube, frameworks, first, last, authority=name)
        for found in _beside(name, cell)
    )


def _grid(
    cube: Cube,
    frameworks: tuple[Framework, ...],
    first: str,
    last: str,
    by: By | None = None,
    authority: str | None = None,
) -> list[Cell]:
    """The cells of the whole period."""
    period = months(first, last)
    part = part_of(cube, period, "monthly", authority)
    return [cell for cell in cells(part, frame_of(part, frameworks, period), period, by) if cell.month is None]


def _beside(name: str | None, cell: Cell) -> list[Beside]:
    """One unit's figure; nothing without a name or audits."""
    found = [each for each in DEFINITIONS[FIGURE].found(cell) if each.domain == OVERALL and each.base and name]
    return [Beside(name or "", each.count or 0, each.base or 0) for each in found]
