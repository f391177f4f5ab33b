"""A file of returns on its way into the record: its rows in the order in which they must be recorded."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from operator import itemgetter
from typing import Any

from looped.figures.schema import TABLES
from looped.records.adding import add, new_ids
from looped.records.audit import Audit
from looped.records.feedback import Feedback
from looped.records.fingerprint import COLUMNS, Fingerprint
from looped.records.grading import Grading
from looped.records.people import identifiers_of_cases, identifiers_of_people, linked_cases, names_of
from looped.records.queries.latest import Given, feedback_of, latest_audits, latest_returns
from looped.records.submission import Return
from looped.returns.model import Delivery, Piece, ReturnRow
from looped.workflow.arrival_beside import record_beside
from looped.workflow.news import Known, audit_now, new_feedback, new_returns

Progress = Callable[[int, int], None]
RETURN = ("id", "authority", "audit", "source", "auditor", "returned", "why_moderated", "deed", "recorded_at")
AUDIT = (*(name for name in TABLES["audits"] if name not in ("seq", "recorded_at")), "deed", "recorded_at")
FEEDBACK = ("authority", "audit", "source", "outcome", "who", "theme", "deed", "recorded_at")


@dataclass
class Arrival:
    """A file while it is recorded. deed: code of the deed; moment: of the import.

    before: what was recorded of an audit's kind before this file: "returns", "audits", "feedback". Where there was
    nothing, as in a first load, nobody looks for earlier rows.
    """

    file: Delivery
    deed: str
    moment: datetime
    history: bool
    added: Counter[str] = field(default_factory=Counter)
    fingerprint: Fingerprint = field(default_factory=Fingerprint)
    before: frozenset[str] = field(default_factory=lambda: _recorded_before())
    done: int = 0

    def table(self, name: str) -> list[dict[str, Any]]:
        """The rows of one of the tables beside the returns, by column."""
        return _by_column(name, self.file.beside.rows.tables.get(name, ()))

    def recorded(self, told: datetime) -> datetime:
        """When a row is recorded: now, or in a first load when the file says. told: UTC without zone.

        Nothing is recorded in the future, whatever a file says.
        """
        return min(told.replace(tzinfo=UTC), self.moment) if self.history else self.moment

    @property
    def heard(self) -> datetime:
        """When words were recorded, which have no moment of their own: in a first load with the last of the rows."""
        return self.recorded(self.file.latest) if self.file.latest else self.moment

    @property
    def authority(self) -> str:
        """Whose returns these are."""
        return self.file.authority

    @cached_property
    def erased(self) -> set[str]:
        """Audits that have words here and whose case was erased: a file that still holds them doesn't bring them back.

        To be asked once all pieces are in: no file gives an erased audit another case.
        """
        material = self.file.beside.material
        named = {row.audit for row in (*material.feedback, *material.actions) if row.audit}
        return _erased(latest_audits(self.authority, named))


def record_all(arrival: Arrival, progress: Progress | None = None) -> dict[str, int]:
    """Add everything in the file that is news. Rows added, by what they are."""
    for piece in arrival.file.pieces:
        given = _record_returns(arrival, piece, progress or (lambda done, of: None))
        _record_audits(arrival, piece, given)
        _record_feedback(arrival, piece.feedback)
    _record_feedback(arrival, arrival.file.beside.rows.tables.get("feedback", []))
    record_beside(arrival)
    return {what: number for what, number in arrival.added.items() if number}


def _recorded_before() -> frozenset[str]:
    kinds: dict[str, Any] = {"returns": Return, "audits": Audit, "feedback": Feedback}
    return frozenset(name for name, model in kinds.items() if model.objects.exists())


def _by_column(name: str, rows: Iterable[tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [dict(zip(TABLES[name], row, strict=True)) for row in rows]


def _erased(known: dict[str, dict[str, Any]]) -> set[str]:
    cases = {row["case"] for row in known.values() if row["case"]}
    gone = cases - linked_cases(cases)
    return {audit for audit, row in known.items() if row["case"] in gone}


def _record_returns(arrival: Arrival, piece: Piece, progress: Progress) -> Known:
    """The last return of each audit and source, the piece's among them."""
    rows = piece.returns
    asked = (row.audit for row in rows) if "returns" in arrival.before else ()
    known = latest_returns(arrival.authority, asked)
    names = names_of(given.auditor for given in known.values() if given.auditor)
    news = new_returns(rows, known, names, arrival.history)
    auditors = (row.auditor for row in news if row.auditor)
    people = identifiers_of_people(arrival.authority, auditors, arrival.moment)
    ids = new_ids(Return, len(news))
    add(Return, RETURN, (_return(arrival, number, row, people) for number, row in zip(ids, news, strict=True)))
    gradings = _gradings(arrival, ids, news, people, progress)
    add(Grading, COLUMNS, arrival.fingerprint.over(gradings))
    arrival.added.update(returns=len(news), gradings=sum(len(row.grades) for row in news))
    arrival.done += len(rows)
    progress(arrival.done, arrival.file.beside.taken)
    told = {
        (row.audit, row.source): Given(None, row.returned, row.why_moderated, row.grades, row.not_graded)
        for row in news
    }
    return {**known, **told}


def _return(arrival: Arrival, number: int, row: ReturnRow, people: dict[str, str]) -> tuple[Any, ...]:
    auditor = people.get(row.auditor or "")
    moment = arrival.recorded(row.recorded_at)
    return (
        number,
        arrival.authority,
        row.audit,
        row.source,
        auditor,
        row.returned,
        row.why_moderated,
        arrival.deed,
        moment,
    )


def _gradings(
    arrival: Arrival, ids: list[int], news: list[ReturnRow], people: dict[str, str], progress: Progress
) -> Iterator[tuple[Any, ...]]:
    for done, (number, row) in enumerate(zip(ids, news, strict=True), 1):
        auditor, moment = people.get(row.auditor or ""), arrival.recorded(row.recorded_at)
        for domain, grade in sorted(row.grades.items(), key=itemgetter(0)):
            reason = row.not_graded.get(domain)
            yield (
                arrival.authority, row.audit, domain, grade, reason,
                row.source, auditor, row.why_moderated, number, moment,
            )  # fmt: skip
        if done % 1000 == 0:
            progress(arrival.done + done, arrival.file.beside.taken)


def _record_audits(arrival: Arrival, piece: Piece, given: Known) -> None:
    by_audit: dict[str, dict[str, Given]] = {}
    for (audit, source), last in given.items():
        by_audit.setdefault(audit, {})[source] = last
    told = _by_column("audits", piece.audits)
    asked = (row["audit"] for row in told) if "audits" in arrival.before else ()
    known = latest_audits(arrival.authority, asked)
    erased = _erased(known)
    references = {row["case"] for row in told if row["case"] and row["audit"] not in erased}
    cases = identifiers_of_cases(arrival.authority, references, arrival.moment)
    rows = []
    for said in told if arrival.history else _last_of_each(told):
        said = said | {"looped": bool(said["looped"]), "case": cases.get(said["case"])}
        now = audit_now(known.get(said["audit"]), said, by_audit.get(said["audit"], {}))
        if not _same(known.get(said["audit"]), now):
            moment = arrival.recorded(said["recorded_at"])
            row = now | {"audit": said["audit"], "deed": arrival.deed, "recorded_at": moment}
            rows.append(tuple((row | {"authority": arrival.authority})[name] for name in AUDIT))
        known[said["audit"]] = now
    add(Audit, AUDIT, rows)
    arrival.added["audits"] += len(rows)


def _last_of_each(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({row["audit"]: row for row in rows}.values())


def _same(known: dict[str, Any] | None, now: dict[str, Any]) -> bool:
    said = [name for name in AUDIT if name not in ("authority", "audit", "deed", "recorded_at")]
    return known is not None and all(known[name] == now[name] for name in said)


def _record_feedback(arrival: Arrival, table: Iterable[tuple[Any, ...]]) -> None:
    """Add what is news of some rows of feedback: all there are of their audits and sources."""
    rows = _by_column("feedback", table)
    if not rows:
        return
    told = [tuple(row[name] for name in ("audit", "source", "outcome", "who", "theme")) for row in rows]
    audits = (row["audit"] for row in rows if row["audit"])
    known = feedback_of(arrival.authority, audits) if "feedback" in arrival.before else []
    news = new_feedback(told, known)
    moments = [arrival.recorded(row["recorded_at"]) for row in rows]
    add(Feedback, FEEDBACK, ((arrival.authority, *told[index], arrival.deed, moments[index]) for index in news))
    arrival.added["feedback"] += len(news)
