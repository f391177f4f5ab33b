"""What was recorded last of audits: for an import, which adds only what differs from it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from looped.records.audit import Audit
from looped.records.caseload import CaseloadEntry
from looped.records.feedback import Feedback
from looped.records.grading import Grading
from looped.records.improvement import Action
from looped.records.people import chunks
from looped.records.submission import Return

# Of feedback: audit, source, outcome, who, theme.
Attempt = tuple[str | None, str | None, str | None, str | None, str | None]


@dataclass(frozen=True)
class Given:
    """The last return of one source for one audit. grades: position by domain; not_graded: reason by domain."""

    auditor: str | None
    returned: date | None
    why_moderated: str | None
    grades: dict[str, int | None] = field(default_factory=dict)
    not_graded: dict[str, str] = field(default_factory=dict)


def latest_returns(authority: str, audits: Iterable[str]) -> dict[tuple[str, str], Given]:
    """The last return of each audit and source, by (audit, source)."""
    found: dict[tuple[str, str], Given] = {}
    for chunk in chunks(sorted(set(audits))):
        rows = Return.objects.filter(authority=authority, audit__in=chunk).order_by("recorded_at", "id")
        last = {(row.audit, row.source): row for row in rows}
        found |= _with_grades(last)
    return found


def _with_grades(last: dict[tuple[str, str], Return]) -> dict[tuple[str, str], Given]:
    given = {row.id: (key, Given(row.auditor, row.returned, row.why_moderated)) for key, row in last.items()}
    ids = sorted(given)
    for start in range(0, len(ids), 900):
        gradings = Grading.objects.filter(given_in__in=ids[start : start + 900])
        for given_in, domain, grade, reason in gradings.values_list("given_in", "domain", "grade", "reason_not_graded"):
            given[given_in][1].grades[domain] = grade
            if reason:
                given[given_in][1].not_graded[domain] = reason
    return dict(given.values())


def latest_audits(authority: str, audits: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What is known of each audit, by audit: its last row's columns by name."""
    return _latest(Audit, "audit", authority, audits)


def latest_actions(authority: str, actions: Iterable[str]) -> dict[str, dict[str, Any]]:
    """How each improvement action stands, by action: its last row's columns by name."""
    return _latest(Action, "action", authority, actions)


def latest_caseload(authority: str, days: Collection[date | None]) -> dict[tuple[str, date | None], dict[str, Any]]:
    """The cases of the lists of these days, by case and day: each one's last row, by the columns that a file tells."""
    columns = ("case", "service_area", "team", "opened", "closed", "listed_at")
    of_days = models.Q(listed_at__in=[day for day in days if day])
    if None in days:
        of_days |= models.Q(listed_at=None)
    rows = CaseloadEntry.objects.filter(of_days, authority=authority).order_by("id").values(*columns)
    return {(row["case"], row["listed_at"]): row for row in rows}


def _latest(model: Any, key: str, authority: str, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for chunk in chunks(sorted(set(keys))):
        rows = model.objects.filter(authority=authority, **{f"{key}__in": chunk}).order_by("recorded_at", "id")
        found.update((row[key], row) for row in rows.values())
    return found


def feedback_of(authority: str, audits: Iterable[str]) -> list[Attempt]:
    """Audit, source, outcome, who and theme of all feedback of these audits and of none, in the order of recording."""
    columns = ("audit", "source", "outcome", "who", "theme")
    rows = list(Feedback.objects.filter(authority=authority, audit=None).order_by("id").values_list(*columns))
    for chunk in chunks(sorted(set(audits))):
        told = Feedback.objects.filter(authority=authority, audit__in=chunk)
        rows.extend(told.order_by("recorded_at", "id").values_list(*columns))
    return rows
