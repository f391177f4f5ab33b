"""Audits in a list, filtered by the rule of visibility, with as many questions for one row as for thirty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Model, OuterRef, QuerySet, Subquery

from looped.grades.standing import Grading as Given
from looped.grades.standing import standing
from looped.loop.doors import doors
from looped.loop.stages import STAGES
from looped.loop.visibility import PARTS, AuditFacts, Part, Sight, Viewer, see
from looped.records.authority import AUTHORITY
from looped.records.case import CaseReference
from looped.records.grading import Grading
from looped.records.in_hand import AuditInHand, DraftField
from looped.records.people import chunks, names_of
from looped.records.queries.facts import facts_of
from looped.records.queries.settings import settings_now
from looped.records.queries.shown import AuditRow, OwnReturn, RoundRow
from looped.records.round import Round
from looped.records.submitted import GivenBack, Submission
from looped.rubric.framework import OVERALL

Own = TypeVar("Own", bound=Model)
FEW = 30


@dataclass(frozen=True)
class Seen:
    """An audit in hand, and what the viewer may see of it."""

    row: AuditInHand
    facts: AuditFacts
    sight: Sight


@dataclass(frozen=True)
class Around:
    """What is looked up once for a whole list."""

    rounds: dict[str, RoundRow]
    cases: dict[str, str]
    names: dict[str, str]
    own: dict[str, OwnReturn]
    grades: dict[str, int | None]
    hide_names: bool


def audit_rows(viewer: Viewer, rows: Iterable[AuditInHand]) -> tuple[AuditRow, ...]:
    """Those of the audits that are there for the viewer, by due date and case."""
    return rows_of(viewer, visible(viewer, rows))


def rows_of(viewer: Viewer, seen: list[Seen]) -> tuple[AuditRow, ...]:
    """The same of audits that were looked at already."""
    around = look_around(viewer, seen)
    found = (row_of(viewer, each, around) for each in seen)
    # By what anybody may know: never by when something was written.
    return tuple(sorted(found, key=lambda row: (row.due, row.case or "", row.audit)))


def visible(viewer: Viewer, rows: Iterable[AuditInHand]) -> list[Seen]:
    """Audits that are there for the viewer."""
    found = []
    for row in rows:
        facts = facts_of(row)
        sight = see(facts, viewer)
        if sight.there:
            found.append(Seen(row, facts, sight))
    return found


def look_around(viewer: Viewer, seen: list[Seen]) -> Around:
    """Rounds, references, names, own drafts and settled grades of a list."""
    own = [each.row for each in seen if each.sight.writes]
    people = {person for each in seen if each.sight.auditors for person in (each.row.lead, each.row.second) if person}
    return Around(
        rounds_of({each.row.round for each in seen}),
        references(each.row.case for each in seen),
        names_of(people),
        own_returns(viewer.person, own),
        overall_grades(each.row for each in seen if each.sight.settled and each.row.stage == "settled"),
        hides_names(viewer),
    )


def row_of(viewer: Viewer, seen: Seen, around: Around) -> AuditRow:
    """One audit as a list shows it."""
    row, sight = seen.row, seen.sight
    round_ = around.rounds[row.round]
    return AuditRow(
        audit=row.audit,
        case=around.cases.get(row.case),
        round=row.round,
        month=round_.month,
        kind=round_.kind,
        service_area=row.service_area,
        team=row.team,
        due=round_.due,
        looped=row.looped,
        stage=row.stage,
        stage_title=STAGES[row.stage].title,
        framework=round_.framework,
        part=sight.part,
        own=around.own.get(row.audit),
        auditors=None if names_hidden(sight, around.hide_names) else _auditors(row, sight, around.names),
        progress=_progress(seen) if sight.progress else None,
        grade=around.grades.get(row.audit),
        settled_at=row.settled_at if sight.settled and row.stage == "settled" else None,
        may=doors(seen.facts, sight),
    )


def hides_names(viewer: Viewer) -> bool:
    """The setting, asked for only of moderators: it keeps names from nobody else."""
    return viewer.may_anywhere("audit.moderate") and settings_now().hide_names


def names_hidden(sight: Sight, hide: bool) -> bool:
    """Whether the setting keeps the auditors' names from a moderator who sees the audit only as such."""
    return hide and sight.moderates and not sight.steers


def _auditors(row: AuditInHand, sight: Sight, names: dict[str, str]) -> dict[Part, str | None] | None:
    if not sight.auditors:
        return None
    named: dict[Part, str | None] = {"lead": row.lead, "second": row.second}
    return {part: names.get(person) for part, person in named.items() if person}


def _progress(seen: Seen) -> dict[Part, bool]:
    asked: tuple[Part, ...] = PARTS if seen.facts.looped else ("second",) if seen.row.second else ("lead",)
    return {part: part in seen.facts.given for part in asked}


def rounds_of(names: set[str]) -> dict[str, RoundRow]:
    """Rounds by identifier."""
    return {row.round: round_row(row) for row in Round.objects.filter(round__in=sorted(names))}


def round_row(row: Round) -> RoundRow:
    """A round as lists show it."""
    return RoundRow(
        row.round, row.month, row.kind, row.selection, row.framework, row.due, row.cut_off, row.look_back_months
    )


def references(identifiers: Iterable[str]) -> dict[str, str]:
    """Case references by identifier, of those not erased."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(set(identifiers))):
        found.update(CaseReference.objects.filter(identifier__in=chunk).values_list("identifier", "reference"))
    return found


def own_returns(person: str, rows: list[AuditInHand]) -> dict[str, OwnReturn]:
    """How far a person's own returns of these audits are."""
    if not rows:
        return {}
    audits = [row.audit for row in rows]
    drafts = _among(audits, DraftField.objects.filter(person=person).order_by("saved_at", "id"))
    last = {audit: (field, saved_at) for audit, field, saved_at in drafts.values_list("audit", "field", "saved_at")}
    back = why_back(person, audits)
    return {row.audit: _own(row, person, last.get(row.audit), back.get(row.audit)) for row in rows}


def why_back(person: str, audits: list[str]) -> dict[str, str]:
    """Why the last return of each of these audits was given back to a person, where it was."""
    if not audits:
        return {}
    reason = GivenBack.objects.filter(submission=OuterRef("submission")).values("reason")[:1]
    own = _among(audits, Submission.objects.filter(auditor=person).order_by("number"))
    last = dict(own.values_list("audit", Subquery(reason)))
    return {audit: last[audit] for audit in audits if last.get(audit) is not None}


def _among(audits: list[str], own: QuerySet[Own]) -> QuerySet[Own]:
    """One's own rows of these audits. A long list isn't sent along: of one's own there are few others."""
    return own.filter(audit__in=audits) if len(audits) <= FEW else own


def _own(row: AuditInHand, person: str, last: tuple[str, datetime] | None, back: str | None) -> OwnReturn:
    submitted = row.lead_in if person == row.lead else row.second_in
    if submitted:
        return OwnReturn("submitted")
    page, saved_at = (last[0].partition(".")[0], last[1]) if last else (None, None)
    if back is not None:
        return OwnReturn("came_back", saved_at, page, back)
    return OwnReturn("started" if last else "not_started", saved_at, page)


def overall_grades(rows: Iterable[AuditInHand]) -> dict[str, int | None]:
    """The settled overall grade of each of these audits, all of them settled."""
    looped = {row.audit: row.looped for row in rows}
    given: dict[str, list[Given]] = {audit: [] for audit in looped}
    for chunk in chunks(sorted(looped)):
        for row in Grading.objects.filter(authority=AUTHORITY, audit__in=chunk, domain=OVERALL):
            given[row.audit].append(Given(row.source, row.grade, row.recorded_at, row.id))
    return {audit: _stands(gradings, looped[audit]) for audit, gradings in given.items()}


def _stands(gradings: list[Given], looped: bool) -> int | None:
    stands = standing(gradings, looped=looped)
    return stands.grade if stands else None
