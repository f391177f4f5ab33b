"""The tables that figures read, made from the rows of returns that were taken."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Any, cast

from looped.returns.model import ReturnRow
from looped.returns.order import recording_order
from looped.returns.taken import NAMES, NOT_GRADED, REASON_OF, Taken, picked

Table = list[tuple[Any, ...]]
Version = tuple[datetime, tuple[Any, ...]]
# The state of an audit of which one row is there, no lead's: settled when moderated, else waiting.
STATE_ALONE = {"second": "returned", "external": "returned", "moderation": "settled"}
# The fields of a `ReturnRow` before its grades, in its order.
KEPT_ON_ROWS = tuple(name for name in NAMES if name not in ("recorded_at", "kind", "selection"))


def return_rows(taken: Taken) -> tuple[ReturnRow, ...]:
    """One `ReturnRow` a row, in the file's order."""
    codes = list(taken.grades)
    facts = zip(*(taken.values[name] for name in KEPT_ON_ROWS), strict=True)
    rows = zip(facts, _marks(taken), taken.values["recorded_at"], strict=True)
    return tuple([_return_row((*told, *_graded(codes, marks), recorded)) for told, marks, recorded in rows])


def _return_row(facts: tuple[Any, ...]) -> ReturnRow:
    return ReturnRow(*facts)


def _graded(codes: list[str], marks: tuple[int | None, ...]) -> tuple[dict[str, int | None], dict[str, str]]:
    """Grades by domain code, and reasons of those not graded. None in a grade is not graded."""
    if None not in marks and min(cast("tuple[int, ...]", marks)) > 0:
        return dict(zip(codes, marks, strict=True)), {}
    told = [(code, mark) for code, mark in zip(codes, marks, strict=True) if mark is not None]
    return {code: mark if mark > 0 else None for code, mark in told}, {
        code: REASON_OF[mark] for code, mark in told if mark < 0
    }


def _marks(taken: Taken) -> list[tuple[int | None, ...]]:
    """Grades of each row, in the order of the codes."""
    return list(zip(*taken.grades.values(), strict=True))


def gradings_table(taken: Taken, authority: str) -> Table:
    """`gradings`: a row a domain of each return, in the order of recording."""
    return list(GradingsTable(taken, authority))


@dataclass(frozen=True)
class GradingsTable:
    """The same, each row made as it is asked for: a big file's gradings are many times as big as its columns."""

    taken: Taken
    authority: str

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return _gradings(self.taken, self.authority)

    def __len__(self) -> int:
        return sum(len(column) - column.count(None) for column in self.taken.grades.values())

    def __contains__(self, row: object) -> bool:
        return any(row == each for each in self)


def _gradings(taken: Taken, authority: str) -> Iterator[tuple[Any, ...]]:
    values, codes = taken.values, list(taken.grades)
    shown: dict[int, tuple[int | None, str | None]] = {mark: (None, REASON_OF[mark]) for mark in REASON_OF}
    shown[NOT_GRADED] = (None, None)
    shown |= {mark: (mark, None) for column in taken.grades.values() for mark in set(column) if mark and mark > 0}
    marks = _marks(taken)
    seq = 0
    for index in recording_order(taken):
        audit, source, auditor = values["audit"][index], values["source"][index], values["auditor"][index]
        why, recorded = values["why_moderated"][index], values["recorded_at"][index]
        for code, mark in zip(codes, marks[index], strict=True):
            if mark is not None:
                grade, reason = shown[mark]
                seq += 1
                yield authority, seq, audit, code, grade, reason, source, auditor, why, recorded


def audits_table(taken: Taken, authority: str) -> Table:
    """`audits`: a row for each audit at each moment at which something of it was recorded, as known by then."""
    order = recording_order(taken)
    audits = taken.values["audit"]
    several = {audit for audit, times in Counter(audits).items() if times > 1}
    groups: dict[str, list[int]] = {}
    for index in order if several else ():
        if audits[index] in several:
            groups.setdefault(audits[index], []).append(index)
    versions = _only_versions(taken, [index for index in order if audits[index] not in several])
    for rows in groups.values():
        versions.extend(_versions(taken, rows))
    if groups:
        versions.sort(key=itemgetter(0))
    return [(authority, seq, *known, recorded) for seq, (recorded, known) in enumerate(versions, 1)]


def _only_versions(taken: Taken, rows: list[int]) -> list[Version]:
    """What is known of audits of one row each: what that row says."""
    names = ("recorded_at", "source", "audit", "case", "service_area", "team", "month", "kind", "selection")
    facts = (picked(taken.values[name], rows) for name in (*names, "framework", "due", "returned"))
    return [
        (
            recorded,
            (audit, case, area, team, month, kind or "monthly", selection, framework, int(source == "second"), due)
            + ((returned, "settled", None) if source == "lead" else (None, STATE_ALONE[source], None)),
        )
        for recorded, source, audit, case, area, team, month, kind, selection, framework, due, returned in zip(
            *facts, strict=True
        )
    ]


def _versions(taken: Taken, rows: list[int]) -> list[Version]:
    """rows: of one audit, in the order of recording."""
    moments = [taken.values["recorded_at"][index] for index in rows]
    last = [place for place, moment in enumerate(moments) if moment not in moments[place + 1 :]]
    return [_version(taken, rows[: place + 1]) for place in last]


def _version(taken: Taken, rows: list[int]) -> Version:
    """What is known of an audit by the rows recorded so far: the lead's latest words first."""
    values = taken.values
    sources = [values["source"][index] for index in rows]
    ranked = [index for index in reversed(rows) if values["source"][index] == "lead"]
    leads = list(ranked)
    ranked += [index for index in reversed(rows) if values["source"][index] != "lead"]

    def latest(name: str) -> Any:
        column = values[name]
        return next((column[index] for index in ranked if column[index] is not None), None)

    days: list[date] = [values["returned"][index] for index in leads if values["returned"][index]]
    known = (
        values["audit"][rows[0]],
        *(latest(name) for name in ("case", "service_area", "team", "month")),
        latest("kind") or "monthly",
        latest("selection"),
        values["framework"][ranked[0]],
        int("second" in sources),
        latest("due"),
        min(days, default=None),
        _state(taken, rows, sources),
        None,
    )
    return values["recorded_at"][rows[-1]], known


def _state(taken: Taken, rows: list[int], sources: list[str]) -> str:
    """Settled when moderated, when both returns agree, or when single; else returned."""
    if "moderation" in sources:
        return "settled"
    if "lead" not in sources:
        return "returned"
    if "second" not in sources:
        return "settled"
    lead, second = (
        [index for index, source in zip(rows, sources, strict=True) if source == whose][-1]
        for whose in ("lead", "second")
    )
    same = all(_grade(column[lead]) == _grade(column[second]) for column in taken.grades.values())
    return "settled" if same else "returned"


def _grade(mark: int | None) -> int:
    """A grade to compare: not graded is one thing, whatever its reason."""
    return max(mark or 0, 0)


def feedback_table(taken: Taken, authority: str) -> Table:
    """`feedback`: a row for each outcome in the column of the returns, in the order of recording."""
    values = taken.values
    return [
        (authority, values["audit"][index], values["source"][index], outcome, None, None, values["recorded_at"][index])
        for index in recording_order(taken)
        if (outcome := values["feedback"][index])
    ]
