"""Concerns that a child may be at risk, for those who raised them, were alerted, or answer for such things."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from looped.loop.visibility import Viewer, may_answer
from looped.records.concern import ConcernStep, ConcernWords
from looped.records.in_hand import AuditInHand
from looped.records.people import names_of
from looped.records.queries.audit_rows import references
from looped.records.queries.facts import facts_of
from looped.records.queries.settings import settings_now


@dataclass(frozen=True)
class ConcernView:
    """One concern. rang: whom they rang, in their words.  alerted: names.  mine: the viewer raised it."""

    concern: str
    audit: str
    case: str | None
    raised_at: datetime
    raised_by: str | None
    rang: tuple[str, ...]
    alerted: tuple[str, ...]
    acknowledged_by: str | None
    acknowledged_at: datetime | None
    mine: bool
    may_acknowledge: bool


def concern_of(viewer: Viewer, concern: str) -> ConcernView | None:
    """One concern, or None where it isn't there for the viewer."""
    return next(iter(_views(viewer, ConcernStep.objects.filter(concern=concern))), None)


def concerns_for(viewer: Viewer) -> tuple[ConcernView, ...]:
    """Those there for the viewer, not acknowledged first, then the newest; acknowledged ones for thirty days."""
    lately = ConcernStep.objects.filter(step="raised", recorded_at__gte=viewer.at - timedelta(days=30))
    answered = ConcernStep.objects.filter(step="acknowledged").values("concern")
    raised = ConcernStep.objects.filter(step="raised").exclude(concern__in=answered) | lately
    found = _views(viewer, ConcernStep.objects.filter(concern__in=raised.values("concern")))
    newest = sorted(found, key=lambda view: view.raised_at, reverse=True)
    return tuple(sorted(newest, key=lambda view: view.acknowledged_at is not None))


def concerns_due(now: datetime) -> list[str]:
    """Concerns that must climb: nobody acknowledged them, and the last alert is long enough ago."""
    waited = now - timedelta(minutes=settings_now().alert_minutes)
    answered = ConcernStep.objects.filter(step="acknowledged").values("concern")
    lately = ConcernStep.objects.filter(step__in=("raised", "alerted"), recorded_at__gt=waited).values("concern")
    open_ = ConcernStep.objects.filter(step="raised").exclude(concern__in=answered).exclude(concern__in=lately)
    return list(open_.order_by("id").values_list("concern", flat=True))


def _within_reach(viewer: Viewer) -> Q:
    """Concerns that can be there for the viewer. Of others not a row is read, so that not even a time tells of them."""
    own = Q(concern__in=ConcernStep.objects.filter(person=viewer.person).values("concern"))
    if not viewer.may_anywhere("concern.answer"):
        return own
    waiting = Q(looped=True) & ~Q(lead_in=True, second_in=True) | Q(looped=False, lead_in=False, second_in=False)
    reading = AuditInHand.objects.filter(Q(lead=viewer.person) | Q(second=viewer.person)).filter(waiting)
    return own | ~Q(audit__in=reading.values("audit"))


def _views(viewer: Viewer, found: QuerySet[ConcernStep]) -> list[ConcernView]:
    by_concern: dict[str, list[ConcernStep]] = {}
    for step in found.filter(_within_reach(viewer)).order_by("concern", "number"):
        by_concern.setdefault(step.concern, []).append(step)
    audits = {steps[0].audit for steps in by_concern.values()}
    rows = {row.audit: row for row in AuditInHand.objects.filter(audit__in=sorted(audits))}
    shown = {name: steps for name, steps in by_concern.items() if _there(viewer, steps, rows[steps[0].audit])}
    cases = references(rows[steps[0].audit].case for steps in shown.values())
    names = names_of(step.person for steps in shown.values() for step in steps if step.person)
    words: dict[str, list[str]] = {}
    for concern, rang in (
        ConcernWords.objects.filter(concern__in=sorted(shown)).order_by("id").values_list("concern", "rang")
    ):
        words.setdefault(concern, []).append(rang)
    return [
        _view(viewer, steps, rows[steps[0].audit], cases, names, tuple(words.get(concern, ())))
        for concern, steps in shown.items()
    ]


def _there(viewer: Viewer, steps: list[ConcernStep], row: AuditInHand) -> bool:
    return steps[0].person == viewer.person or _answers(viewer, steps, row)


def _answers(viewer: Viewer, steps: list[ConcernStep], row: AuditInHand) -> bool:
    return may_answer(facts_of(row), viewer, [step.person for step in steps if step.step == "alerted" and step.person])


def _view(
    viewer: Viewer,
    steps: list[ConcernStep],
    row: AuditInHand,
    cases: dict[str, str],
    names: dict[str, str],
    rang: tuple[str, ...],
) -> ConcernView:
    raised = steps[0]
    answered = next((step for step in steps if step.step == "acknowledged"), None)
    alerted = dict.fromkeys(names.get(step.person or "", "") for step in steps if step.step == "alerted")
    return ConcernView(
        concern=raised.concern,
        audit=raised.audit,
        case=cases.get(row.case),
        raised_at=raised.recorded_at,
        raised_by=names.get(raised.person or ""),
        rang=rang,
        alerted=tuple(name for name in alerted if name),
        acknowledged_by=names.get(answered.person or "") if answered else None,
        acknowledged_at=answered.recorded_at if answered else None,
        mine=raised.person == viewer.person,
        may_acknowledge=answered is None and _answers(viewer, steps, row),
    )
