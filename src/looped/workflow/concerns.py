"""Deeds of 'a child may be at risk now': raised, whom they rang, acknowledged by name; until then it climbs."""

import secrets
from datetime import datetime, timedelta

from looped.errors import UsageError
from looped.loop.visibility import alert, may_answer, see
from looped.records.concern import ConcernStep, ConcernWords
from looped.records.holding import hold
from looped.records.in_hand import AuditInHand
from looped.records.queries.facts import facts_of
from looped.records.queries.people import choices, viewer_of, writer_of
from looped.records.queries.settings import settings_now
from looped.workflow.deeds import Deed, deed
from looped.workflow.letters.posting import post
from looped.workflow.refusals import NotThere, TooLate


def raise_concern(*, by: str, audit: str, again: bool = True, now: datetime | None = None) -> str:
    """Say that a child may be at risk now: the first rung is alerted at once. Gives the concern's identifier.

    again: whatever was raised before. Without it a button pressed twice gives the concern of theirs that nobody
    acknowledged yet.  The other auditor isn't told. Raises: NotThere for whoever doesn't read this audit.
    """
    with deed("raise concern", by=by, chain=f"concern:{audit}:{by}", now=now) as doing:
        hold(f"risk {audit} {by}")
        row = AuditInHand.objects.filter(audit=audit).first()
        if row is None or not see(facts_of(row), writer_of(by, doing.moment)).writes:
            raise NotThere
        waiting = None if again else _waiting(by, audit)
        if waiting:
            doing.left_undone = True
            return waiting
        concern = f"k-{secrets.token_hex(16)}"
        _add(doing, concern, audit, "raised", [doing.who])
        rung = _alert(doing, concern, row, 0)
        doing.which = f"audit:{audit}"
        doing.details = {"concern": concern, "rung": rung}
        return concern


def record_ring(*, by: str, concern: str, whom: str, now: datetime | None = None) -> None:
    """Note whom the auditor rang. Raises: NotThere for anybody but who raised it; UsageError for nobody named."""
    with deed("ring about concern", by=by, chain=f"concern:{concern}", now=now) as doing:
        steps = _held(concern)
        if steps[0].person != by:
            raise NotThere
        if not whom.strip():
            raise UsageError("Say whom you rang.")
        _add(doing, concern, steps[0].audit, "rang", [doing.who])
        ConcernWords.objects.create(
            concern=concern,
            audit=steps[0].audit,
            rang=whom.strip(),
            deed=doing.code,
            recorded_at=doing.moment,
        )
        doing.which = f"concern:{concern}"


def acknowledge_concern(*, by: str, concern: str, now: datetime | None = None) -> None:
    """Take a concern on by name; it climbs no further. Raises: NotThere; TooLate where somebody has."""
    with deed("acknowledge concern", by=by, chain=f"concern:{concern}", now=now) as doing:
        steps = _held(concern)
        row = AuditInHand.objects.get(audit=steps[0].audit)
        alerted = [step.person for step in steps if step.step == "alerted" and step.person]
        if not may_answer(facts_of(row), viewer_of(by, doing.moment), alerted):
            raise NotThere
        if any(step.step == "acknowledged" for step in steps):
            raise TooLate("Somebody acknowledged this already.")
        _add(doing, concern, row.audit, "acknowledged", [doing.who])
        doing.which = f"concern:{concern}"


def climb_concern(*, by: str, concern: str, now: datetime | None = None) -> bool:
    """Alert the next rung of a concern that nobody acknowledged in time; at the top, the top again.

    by: whoever looks at the clock, by name.  Gives whether anybody was alerted.  Raises: NotThere.
    """
    with deed("climb concern", by=by, chain=f"concern:{concern}", now=now) as doing:
        steps = _held(concern)
        if any(step.step == "acknowledged" for step in steps) or not is_due(steps, doing.moment):
            doing.left_undone = True
            return False
        row = AuditInHand.objects.get(audit=steps[0].audit)
        rung = _alert(doing, concern, row, max(step.rung or 0 for step in steps) + 1)
        doing.which = f"concern:{concern}"
        doing.details = {"rung": rung}
        return True


def is_due(steps: list[ConcernStep], moment: datetime) -> bool:
    """Whether the last alert of a concern waited as long as the setting says."""
    last = max(step.recorded_at for step in steps if step.step in ("raised", "alerted"))
    return moment - last >= timedelta(minutes=settings_now().alert_minutes)


def _waiting(by: str, audit: str) -> str | None:
    """The last concern of theirs about this audit, where nobody acknowledged it."""
    answered = ConcernStep.objects.filter(step="acknowledged").values("concern")
    own = ConcernStep.objects.filter(step="raised", audit=audit, person=by).exclude(concern__in=answered)
    return own.order_by("id").values_list("concern", flat=True).last()


def _held(concern: str) -> list[ConcernStep]:
    hold(f"concern {concern}")
    steps = list(ConcernStep.objects.filter(concern=concern).order_by("number"))
    if not steps:
        raise NotThere
    return steps


def _alert(doing: Deed, concern: str, row: AuditInHand, rung: int) -> int:
    # Before anybody was set, everybody who answers for such things.
    able = tuple(choice.person for choice in choices("concern.answer", doing.moment))
    rungs = settings_now().alert_steps or ((able,) if able else ())
    if not rungs:
        return 0
    reached, persons = alert(facts_of(row), rungs, rung)
    _add(doing, concern, row.audit, "alerted", persons, reached)
    post(doing, "concern", row, persons)
    return reached


def _add(
    doing: Deed, concern: str, audit: str, step: str, persons: list[str] | tuple[str, ...], rung: int | None = None
) -> None:
    last = ConcernStep.objects.filter(concern=concern).count()
    ConcernStep.objects.bulk_create(
        ConcernStep(
            concern=concern,
            audit=audit,
            step=step,
            number=last + offset,
            person=person,
            rung=rung,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        for offset, person in enumerate(persons, 1)
    )
