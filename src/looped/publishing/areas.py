"""Good or better in each service area of a period, from the same cube: for sections that set services side by side."""

from looped.figures.cells import cells, frame_of
from looped.figures.cube import Cube
from looped.figures.definitions import DEFINITIONS
from looped.figures.every import FigureRow, part_of
from looped.figures.periods import months
from looped.rubric.framework import Framework

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
