"""Words as they stand last: what was said, what must be done, what was learnt."""

from collections.abc import Iterable
from typing import Any

from looped.records.feedback import FeedbackWording
from looped.records.improvement import ActionWording
from looped.records.people import chunks
from looped.records.step import StepWording

FEEDBACK = ("audit", "month", "on", "route", "who", "outcome", "theme", "words", "leave_to_publish", "checked_by")
STEP = ("kind", "what", "on", "owner", "findings", "state", "outcome")


def latest_action_wording(authority: str) -> dict[str, dict[str, Any]]:
    """The last words of each action, by action."""
    return {row["action"]: row for row in ActionWording.objects.filter(authority=authority).order_by("id").values()}


def latest_feedback_wording(authority: str, audits: Iterable[str | None]) -> dict[str | None, list[tuple[Any, ...]]]:
    """The words of each of these audits, as the last file that told of it has them; None is what belongs to none."""
    rows = list(FeedbackWording.objects.filter(authority=authority, audit=None).order_by("id"))
    for chunk in chunks(sorted(audit for audit in audits if audit)):
        rows += FeedbackWording.objects.filter(authority=authority, audit__in=chunk).order_by("id")
    last = {row.audit: row.deed for row in rows}
    told: dict[str | None, list[tuple[Any, ...]]] = {}
    for row in rows:
        if row.deed == last[row.audit]:
            told.setdefault(row.audit, []).append(tuple(getattr(row, name) for name in FEEDBACK))
    return told


def steps_held(authority: str) -> dict[tuple[str, str], dict[str, Any]]:
    """Learning sessions and next steps as they stand last, by kind and what."""
    rows = StepWording.objects.filter(authority=authority).order_by("id").values(*STEP)
    return {(row["kind"], row["what"]): dict(row) for row in rows}
