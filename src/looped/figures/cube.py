"""The cube: every count that a report needs, from one reading of each big table. Plain Python; may be kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from looped.figures.asking import Source
from looped.figures.ladder import LadderAudit, ladder_audits
from looped.figures.moments import day_from_engine, local_day
from looped.rubric.framework import Framework


class Count(NamedTuple):
    """How many gradings or audits share these keys and flags.

    part: "grading" (what stands in a domain), "audit" (as a whole: flags in any domain, no grade) or "pair" (what two
    returns or a moderation made of each other: with lead_grade and second_grade, without service area and team).
    grade: standing, None = not graded. why: bits 1 dip sample, 2 differed, 4 rule, 8 challenge. retained: moderated
    at the lead's grade. sealed: looped and not both returns in, of which no more is told. unlisted: gradings of an
    audit that the audits' table lacks.
    """

    part: str
    authority: str
    framework: str | None
    month: str | None
    service_area: str | None
    team: str | None
    kind: str | None
    selection: str | None
    domain: str | None
    grade: int | None
    provisional: int
    moderated: int
    why: int
    retained: int
    looped: int
    differed: int
    late: int
    sealed: int
    unlisted: int
    feedback: str | None
    lead_grade: int | None
    second_grade: int | None
    number: int


class Planned(NamedTuple):
    """How many audits were asked for, by their latest state."""

    authority: str
    framework: str | None
    month: str | None
    service_area: str | None
    team: str | None
    kind: str
    state: str | None
    reason: str | None
    number: int


class Actions(NamedTuple):
    """How many improvement actions: of counted audits (by the audit's keys) or of a service (of_service 1)."""

    authority: str
    framework: str | None
    month: str | None
    service_area: str | None
    team: str | None
    kind: str | None
    of_service: int
    theme: str | None
    state: str | None
    closed: int
    checked: int
    overdue: int
    number: int


class Feedback(NamedTuple):
    """How many attempts to hear somebody: of counted audits (by the audit's keys) or of no audit (of_service 1)."""

    authority: str
    framework: str | None
    month: str | None
    service_area: str | None
    team: str | None
    kind: str | None
    of_service: int
    source: str | None
    outcome: str | None
    who: str | None
    theme: str | None
    number: int


@dataclass(frozen=True)
class Reported:
    """A figure as an earlier report printed it. Never summed with ours."""

    authority: str
    period: str
    domain: str | None
    grade: str | None
    count: int | None
    base: int | None
    share: float | None
    document: str | None


@dataclass(frozen=True)
class Mark:
    """A baseline or a target: drawn and named, never part of a verdict."""

    authority: str
    figure: str
    domain: str | None
    grade: str | None
    kind: str
    value: float
    valid_from: date | None
    valid_to: date | None
    set_by: str | None
    why: str | None


@dataclass(frozen=True)
class Cube:
    """All counts of a source as at a moment (UTC, without zone). known: see `schema.Rows`."""

    moment: datetime
    known: frozenset[str]
    counts: tuple[Count, ...]
    planned: tuple[Planned, ...]
    actions: tuple[Actions, ...]
    feedback: tuple[Feedback, ...]
    ladder: tuple[LadderAudit, ...]
    reported: tuple[Reported, ...]
    marks: tuple[Mark, ...]

    def where(self, wanted: Callable[[Any], bool]) -> "Cube":
        """The part whose rows are wanted, of each table but `reported` and `marks`."""
        return replace(
            self,
            counts=tuple(filter(wanted, self.counts)),
            planned=tuple(filter(wanted, self.planned)),
            actions=tuple(filter(wanted, self.actions)),
            feedback=tuple(filter(wanted, self.feedback)),
            ladder=tuple(filter(wanted, self.ladder)),
        )

    @property
    def unlisted(self) -> int:
        """Audits with gradings that the audits' table lacks: in no figure, but said in a remark."""
        return sum(row.number for row in self.counts if row.unlisted)


QUESTIONS = ("cube", "plan", "actions", "feedback", "ladder_audits", "ladder_gradings", "ladder_actions")
CARRIED = ("reported", "marks")


def count(source: Source, moment: datetime, frameworks: Iterable[Framework] | None = None) -> Cube:
    """The cube of a source as at `moment` (UTC, without zone).

    frameworks: those whose ladder grades are followed; left out, those that ship.
    """
    known = _frameworks(frameworks)
    ladder = max((each.scale.ladder for each in known), default=0)
    carried = tuple(table for table in CARRIED if table in source.tables)
    found = source.ask_all((*QUESTIONS, *carried), moment=moment, day=local_day(moment), ladder=ladder)
    return Cube(
        moment,
        source.known,
        tuple(map(Count._make, found["cube"])),
        tuple(Planned(*row) for row in found["plan"]),
        tuple(Actions(*row) for row in found["actions"]),
        tuple(Feedback(*row) for row in found["feedback"]),
        ladder_audits(found["ladder_audits"], found["ladder_gradings"], found["ladder_actions"], known),
        tuple(Reported(*row) for row in found.get("reported", ())),
        tuple(_mark(*row) for row in found.get("marks", ())),
    )


def _frameworks(frameworks: Iterable[Framework] | None) -> tuple[Framework, ...]:
    if frameworks is not None:
        return tuple(frameworks)
    from looped.rubric.loading import frameworks as shipped

    return tuple(shipped())


def _mark(*row: Any) -> Mark:
    """A mark with its dates as dates: SQLite gives text."""
    mark = Mark(*row)
    return replace(mark, valid_from=day_from_engine(mark.valid_from), valid_to=day_from_engine(mark.valid_to))
