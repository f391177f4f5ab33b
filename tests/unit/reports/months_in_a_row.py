"""Worlds of many months whose counts are given, so that every limit can be worked out by hand."""

from collections.abc import Mapping

from factories import World
from looped.figures.periods import months
from looped.rubric.loading import framework_for

LAST = "2024-06"


def one_framework() -> World:
    """An empty world in which one framework is in force throughout."""
    return World(framework=framework_for(LAST))


def row(
    world: World, counts: Mapping[str, tuple[int, int]], low: Mapping[str, int] | None = None, **more: object
) -> World:
    """Audits month by month: month -> (good, audits). low: of those, how many are Inadequate overall."""
    for month, (good, audits) in counts.items():
        bad = (low or {}).get(month, 0)
        for number in range(audits):
            grade = 3 if number < good else 1 if number >= audits - bad else 2
            world.audit(f"A-{month}-{number}", month, grade, **more)
    return world


def even(first: str, last: str, good: int, audits: int) -> dict[str, tuple[int, int]]:
    """The same counts every month."""
    return dict.fromkeys(months(first, last), (good, audits))
