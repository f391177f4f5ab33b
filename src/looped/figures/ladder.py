"""Audits whose overall grade is, or ever was, the one that needs the safety ladder, and what followed.

The engine finds the few audits; what stood at each moment is replayed here.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from looped.figures.asking import Answer
from looped.figures.framework_of import framework_of
from looped.figures.moments import from_engine
from looped.grades.standing import Grading, Standing, standing
from looped.loop.sealing import sealed
from looped.rubric.framework import OVERALL, Framework

Key = tuple[str, str]


@dataclass(frozen=True)
class LadderAudit:
    """One such audit. grade: standing overall now. since: when it first stood on the ladder's grade (UTC).

    unfinished: its actions that aren't both closed and checked. re_audit_asked: the framework's rule asks for one;
    re_audited: one stands above the ladder's grade. provisional: now, in any domain.
    """

    authority: str
    audit: str
    framework: str | None
    month: str | None
    service_area: str | None
    team: str | None
    kind: str
    grade: int | None
    since: datetime
    provisional: bool
    actions: int
    closed: int
    checked: int
    unfinished: int
    re_audit_asked: bool
    re_audited: bool

    @property
    def why_open(self) -> tuple[str, ...]:
        """What it lacks, of "no_action", "not_closed", "not_checked", "no_re_audit"; nothing: it is safe."""
        lacks = {
            "no_action": self.actions == 0,
            "not_closed": self.closed < self.actions,
            "not_checked": self.checked < self.actions,
            "no_re_audit": self.re_audit_asked and not self.re_audited,
        }
        return tuple(reason for reason, lacking in lacks.items() if lacking)


@dataclass(frozen=True)
class _Version:
    """An audit's row at one moment."""

    recorded_at: datetime
    seq: int
    case: str | None
    framework: str | None
    month: str | None
    service_area: str | None
    team: str | None
    kind: str
    looped: int
    state: str | None


class _Actions(NamedTuple):
    """How many actions an audit has, and how many of them are closed, checked, or not both."""

    total: int = 0
    closed: int = 0
    checked: int = 0
    unfinished: int = 0


@dataclass(frozen=True)
class _History:
    """Everything recorded of one audit: its rows, in order, and its gradings."""

    key: Key
    versions: tuple[_Version, ...]
    gradings: tuple[Grading, ...]
    framework: Framework

    @property
    def now(self) -> _Version:
        return self.versions[-1]


def ladder_audits(
    versions: Answer, gradings: Answer, actions: Answer, frameworks: tuple[Framework, ...]
) -> tuple[LadderAudit, ...]:
    """The audits on the ladder, in the order of authority, month and audit.

    versions, gradings, actions: what answers `ladder_audits`, `ladder_gradings` and `ladder_actions`.
    """
    histories = _histories(versions, gradings, frameworks)
    counted = {(row[0], row[1]): _Actions(*row[2:]) for row in actions}
    safe = _cases_made_safe(histories)
    found = [_ladder_audit(each, counted.get(each.key, _Actions()), safe) for each in histories if _counts(each)]
    return tuple(
        sorted((each for each in found if each), key=lambda each: (each.authority, each.month or "", each.audit))
    )


def _histories(versions: Answer, gradings: Answer, frameworks: tuple[Framework, ...]) -> list[_History]:
    rows: dict[Key, list[_Version]] = defaultdict(list)
    given: dict[Key, list[Grading]] = defaultdict(list)
    for authority, audit, recorded_at, *rest in versions:
        rows[authority, audit].append(_Version(from_engine(recorded_at), *rest))
    for authority, audit, recorded_at, seq, domain, origin, grade in gradings:
        given[authority, audit].append(Grading(origin, grade, from_engine(recorded_at), seq, domain))
    return [_history(key, found, given[key], frameworks) for key, found in rows.items()]


def _history(key: Key, versions: list[_Version], gradings: list[Grading], frameworks: Iterable[Framework]) -> _History:
    in_order = tuple(sorted(versions, key=lambda each: (each.recorded_at, each.seq)))
    return _History(
        key, in_order, tuple(gradings), framework_of(in_order[-1].framework, in_order[-1].month, frameworks)
    )


def _counts(history: _History) -> bool:
    if history.now.state in ("withdrawn", "not_done"):
        return False
    return not sealed(history.gradings, looped=bool(history.now.looped))


def _cases_made_safe(histories: list[_History]) -> set[tuple[str, str | None]]:
    """Cases (authority, case) with a re-audit that stands above the ladder's grade of its own framework."""
    safe: set[tuple[str, str | None]] = set()
    for each in histories:
        if each.now.kind == "re-audit" and each.now.case is not None and _counts(each):
            found = _overall(each, each.now.looped, None)
            if found and found.grade is not None and found.grade > each.framework.scale.ladder:
                safe.add((each.key[0], each.now.case))
    return safe


def _ladder_audit(history: _History, actions: _Actions, safe: set[tuple[str, str | None]]) -> LadderAudit | None:
    since, now = _first_on_ladder(history), history.now
    if since is None:
        return None
    overall = _overall(history, now.looped, None)
    return LadderAudit(
        authority=history.key[0],
        audit=history.key[1],
        framework=history.framework.code,
        month=now.month,
        service_area=now.service_area,
        team=now.team,
        kind=now.kind,
        grade=overall.grade if overall else None,
        since=since,
        provisional=_provisional(history),
        actions=actions.total,
        closed=actions.closed,
        checked=actions.checked,
        unfinished=actions.unfinished,
        re_audit_asked=history.framework.rules.re_audit_after_ladder,
        re_audited=(history.key[0], now.case) in safe,
    )


def _first_on_ladder(history: _History) -> datetime | None:
    """The first of the audit's recorded moments at which it stood on the ladder's grade."""
    moments = {each.recorded_at for each in history.versions} | {each.recorded_at for each in history.gradings}
    for moment in sorted(moments):
        looped = next((each.looped for each in reversed(history.versions) if each.recorded_at <= moment), None)
        if looped is None or sealed(history.gradings, looped=bool(looped), moment=moment):
            continue
        found = _overall(history, looped, moment)
        if found and found.grade == history.framework.scale.ladder:
            return moment
    return None


def _overall(history: _History, looped: int, moment: datetime | None) -> Standing | None:
    return _in_domain(history, OVERALL, looped, moment)


def _in_domain(history: _History, domain: str, looped: int, moment: datetime | None) -> Standing | None:
    rows = [each for each in history.gradings if each.domain == domain]
    return standing(rows, looped=bool(looped), moment=moment)


def _provisional(history: _History) -> bool:
    found = [_in_domain(history, code, history.now.looped, None) for code in {each.domain for each in history.gradings}]
    return any(each is not None and each.provisional for each in found)
