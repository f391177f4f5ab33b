"""The words around the figures, as the record held them at a moment."""

from datetime import UTC, datetime
from typing import Any

from looped.records.feedback import FeedbackWording
from looped.records.improvement import Action, ActionWording
from looped.records.step import StepWording
from looped.reports.material import ActionText, FeedbackWords, Material, Step

# The record has tables for these, so that nothing in them means none; steps are known only once there is one.
ALWAYS = frozenset({"feedback", "actions"})
FEEDBACK = ("audit", "month", "on", "route", "who", "outcome", "theme", "words", "leave_to_publish", "checked_by")
STEP = ("kind", "what", "on", "owner", "findings", "state", "outcome")


def material(as_at: datetime) -> Material:
    """The words that stood at `as_at` (UTC without zone): of each audit, action and step the last that was recorded."""
    moment = as_at.replace(tzinfo=UTC)
    steps = _steps(moment)
    recorded = ALWAYS | ({"steps"} if steps else set())
    return Material("the record of audits", _feedback(moment), _actions(moment), steps, frozenset(recorded))


def _feedback(moment: datetime) -> tuple[FeedbackWords, ...]:
    rows = list(FeedbackWording.objects.filter(recorded_at__lte=moment).order_by("id"))
    last = {(row.authority, row.audit): row.deed for row in rows}
    standing = [row for row in rows if row.deed == last[row.authority, row.audit]]
    return tuple(FeedbackWords(*(getattr(row, name) for name in FEEDBACK)) for row in standing)


def _actions(moment: datetime) -> tuple[ActionText, ...]:
    words = _last(ActionWording, moment)
    states = _last(Action, moment)
    return tuple(_action(key[1], states[key], words.get(key)) for key in states)


def _last(model: Any, moment: datetime) -> dict[tuple[str, str], Any]:
    rows = model.objects.filter(recorded_at__lte=moment).order_by("id")
    return {(row.authority, row.action): row for row in rows}


def _action(code: str, state: Any, words: Any | None) -> ActionText:
    return ActionText(
        action=code,
        audit=state.audit,
        service_area=state.service_area,
        what=words.what if words else "Words erased",
        owner=words.owner if words else None,
        theme=state.theme,
        due=state.due,
        state=state.state,
        closed_at=state.closed_at,
        checked_by=words.checked_by if words else None,
    )


def _steps(moment: datetime) -> tuple[Step, ...]:
    rows = StepWording.objects.filter(recorded_at__lte=moment).order_by("id")
    last = {(row.authority, row.kind, row.what): row for row in rows}
    return tuple(Step(*(getattr(row, name) for name in STEP)) for row in last.values())
