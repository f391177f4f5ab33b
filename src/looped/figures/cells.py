"""A cell: what a figure counts in, one month or the whole period, of one service area or team or of all."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from looped.figures.cube import Actions, Count, Cube, Planned
from looped.figures.framework_of import framework_of
from looped.figures.ladder import LadderAudit
from looped.rubric.framework import OVERALL, Framework

By = Literal["service_area", "team"]
FrameworkOf = Callable[[str | None, str | None], Framework]


@dataclass(frozen=True)
class Frame:
    """What the grid is made of: domains and grade names of the frameworks in the period, and what is known.

    framework: gives an audit's framework from its code and month.
    """

    domains: tuple[str, ...]
    grades: tuple[str, ...]
    known: frozenset[str]
    framework: FrameworkOf

    def name(self, row: Count, grade: int | None) -> str | None:
        """The name of a grade on the scale that the row's audits are read by; None: not graded, or not on it."""
        scale = self.framework(row.framework, row.month).scale
        return next((each.name for each in scale.grades if each.position == grade), None)


@dataclass(frozen=True)
class Cell:
    """The counts of one month (None: the whole period) and one service area or team (None: all).

    audits: counts of audits that aren't sealed; gradings: the same by domain.
    """

    frame: Frame
    month: str | None
    audits: tuple[Count, ...]
    gradings: dict[str, tuple[Count, ...]]
    planned: tuple[Planned, ...]
    actions: tuple[Actions, ...]
    ladder: tuple[LadderAudit, ...]
    service_area: str | None = None
    team: str | None = None

    @cached_property
    def all_audits(self) -> int:
        """How many audits have a standing grade."""
        return total(self.audits)

    def audits_graded_in(self, domain: str) -> tuple[Count, ...]:
        """Counts of audits whose framework has this domain."""
        return self._graded_in[domain]

    def standing(self, domain: str) -> tuple[Count, ...]:
        """Counts of gradings in this domain, of audits whose framework has it."""
        return self._standing.get(domain, ())

    @cached_property
    def _graded_in(self) -> dict[str, tuple[Count, ...]]:
        return {domain: self._of_domain(domain, self.audits) for domain in self.frame.domains}

    @cached_property
    def _standing(self) -> dict[str, tuple[Count, ...]]:
        return {domain: self._of_domain(domain, rows) for domain, rows in self.gradings.items()}

    def _of_domain(self, domain: str, rows: tuple[Count, ...]) -> tuple[Count, ...]:
        return tuple(row for row in rows if domain in self.framework(row).graded_codes)

    def framework(self, row: Count) -> Framework:
        """The framework that an audit is read by."""
        return self.frame.framework(row.framework, row.month)


def total(rows: Iterable[Count]) -> int:
    """How many audits or gradings the rows count."""
    return sum([row.number for row in rows])


def frame_of(cube: Cube, frameworks: Iterable[Framework], months: Iterable[str]) -> Frame:
    """The grid's frame: the frameworks of the audits there are; where there are none, those in force."""
    everyone = tuple(frameworks)
    found: dict[tuple[str | None, str | None], Framework] = {}

    def framework(code: str | None, month: str | None) -> Framework:
        if (code, month) not in found:
            found[code, month] = framework_of(code, month, everyone)
        return found[code, month]

    used = {framework(row.framework, row.month).code for row in cube.counts if not row.sealed} or {
        framework(None, month).code for month in months
    }
    in_use = sorted((each for each in everyone if each.code in used), key=lambda each: each.valid_from, reverse=True)
    return Frame(_domains(in_use), _grades(in_use), cube.known, framework)


def _domains(latest_first: list[Framework]) -> tuple[str, ...]:
    codes = dict.fromkeys(code for framework in latest_first for code in framework.graded_codes)
    ending = (OVERALL,) if OVERALL in codes else ()
    return (*(code for code in codes if code != OVERALL), *ending)


def _grades(latest_first: list[Framework]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(grade.name for framework in latest_first for grade in framework.scale.grades))


def cells(cube: Cube, frame: Frame, months: tuple[str, ...], by: By | None) -> Iterator[Cell]:
    """Every cell of the grid: all together first, then each service area or team; months, then the whole period.

    cube: of the kind and the months wanted.
    """
    yield from _cells_of(cube, frame, months)
    if by:
        for key in _present(cube, by):
            yield from _cells_of(_only(cube, by, key), frame, months, **{by: key})


def _cells_of(cube: Cube, frame: Frame, months: tuple[str, ...], **keys: str) -> Iterator[Cell]:
    for month in (*months, None):
        part = cube if month is None else _in_month(cube, month)
        rows, by_domain = part.counts, defaultdict(list)
        for row in rows:
            if row.part == "grading":
                by_domain[row.domain or ""].append(row)
        yield Cell(
            frame,
            month,
            tuple(row for row in rows if row.part == "audit" and not row.sealed),
            {domain: tuple(found) for domain, found in by_domain.items()},
            part.planned,
            part.actions,
            part.ladder,
            **keys,
        )


def _present(cube: Cube, by: By) -> list[str]:
    audits = [row for row in cube.counts if row.part == "audit" and not row.sealed]
    planned = cube.planned if "plan" in cube.known else ()
    return sorted({getattr(row, by) for row in (*audits, *planned) if getattr(row, by) is not None})


def _only(cube: Cube, by: By, key: str) -> Cube:
    return cube.where(lambda row: getattr(row, by) == key)


def _in_month(cube: Cube, month: str) -> Cube:
    return cube.where(lambda row: row.month == month)
