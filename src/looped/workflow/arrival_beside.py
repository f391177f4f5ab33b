"""What stands beside the returns in a file: actions, words, steps, earlier reports, marks, caseload."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models

from looped.records.caseload import CaseloadEntry
from looped.records.feedback import FeedbackWording
from looped.records.improvement import Action, ActionWording
from looped.records.mark import Mark
from looped.records.people import identifiers_of_cases
from looped.records.queries import wording
from looped.records.queries.latest import latest_actions, latest_caseload
from looped.records.reported import Reported
from looped.records.step import StepWording
from looped.returns.further_tables import UNNAMED

if TYPE_CHECKING:
    from looped.workflow.arrival import Arrival

ACTION = ("action", "audit", "service_area", "theme", "due", "state", "closed_at", "checked_at")
ACTION_WORDING = ("action", "audit", "what", "owner", "checked_by")
FEEDBACK_WORDING = wording.FEEDBACK
STEP = wording.STEP
CASELOAD = ("case", "service_area", "team", "opened", "closed", "listed_at")
# The day on which a case was closed that a later list of the same day no longer holds.
NEVER_OPEN = date(1900, 1, 1)
# Tables without a moment of their own.
PLAIN: dict[str, tuple[type[models.Model], tuple[str, ...]]] = {
    "reported": (Reported, ("period", "domain", "grade", "count", "base", "share", "document")),
    "marks": (Mark, ("figure", "domain", "grade", "kind", "value", "valid_from", "valid_to", "set_by", "why")),
}
# By which a later row of them supersedes an earlier one, as in the views.
KEYS = {
    "reported": ("document", "period", "domain", "grade"),
    "marks": ("figure", "domain", "grade", "kind", "valid_from"),
}


def record_beside(arrival: "Arrival") -> None:
    """Add what is news of everything but returns, audits and their feedback."""
    _record_actions(arrival)
    _record_action_wording(arrival)
    _record_feedback_wording(arrival)
    _record_steps(arrival)
    _record_caseload(arrival)
    for name, (model, columns) in PLAIN.items():
        kept = model._default_manager.filter(authority=arrival.authority).order_by("id")
        held = {_key(name, row): row for row in kept.values(*columns)}
        told = {_key(name, row): {column: row[column] for column in columns} for row in arrival.table(name)}
        news = [row for key, row in told.items() if held.get(key) != row]
        _add(arrival, model, name, news, with_deed=False)


def _key(name: str, row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[column] for column in KEYS[name])


def _record_actions(arrival: "Arrival") -> None:
    rows = arrival.table("actions")
    known = latest_actions(arrival.authority, (row["action"] for row in rows))
    last = {row["action"]: row for row in rows}
    changed = {name for name, row in last.items() if _differs_in(ACTION, known.get(name), row)}
    news = [
        {name: row[name] for name in ACTION} | {"recorded_at": arrival.recorded(row["recorded_at"])}
        for row in (rows if arrival.history else last.values())
        if row["action"] in changed
    ]
    _add(arrival, Action, "actions", news)


def _record_action_wording(arrival: "Arrival") -> None:
    words = [row for row in arrival.file.beside.material.actions if row.audit not in arrival.erased]
    known = wording.latest_action_wording(arrival.authority)
    news = []
    for row in words:
        now = {name: getattr(row, name) for name in ACTION_WORDING}
        before = known.get(row.action)
        if before is None or any(before[name] != now[name] for name in ACTION_WORDING):
            news.append(now)
    _add(arrival, ActionWording, "words", news)


def _record_feedback_wording(arrival: "Arrival") -> None:
    """All words of an audit again where any differ: the last file that tells of an audit tells all of it."""
    told: dict[str | None, list[dict[str, Any]]] = {}
    for row in arrival.file.beside.material.feedback:
        if row.audit not in arrival.erased:
            told.setdefault(row.audit, []).append({name: getattr(row, name) for name in FEEDBACK_WORDING})
    known = wording.latest_feedback_wording(arrival.authority, told)
    for audit, rows in told.items():
        if known.get(audit) != [tuple(row[name] for name in FEEDBACK_WORDING) for row in rows]:
            _add(arrival, FeedbackWording, "words", rows)


def _record_steps(arrival: "Arrival") -> None:
    held = wording.steps_held(arrival.authority)
    told = [{name: getattr(row, name) for name in STEP} for row in arrival.file.beside.material.steps]
    _add(arrival, StepWording, "words", [row for row in told if held.get((row["kind"], row["what"])) != row])


def _record_caseload(arrival: "Arrival") -> None:
    """The last list of a day tells all of that day's: a case that it leaves out now was not open."""
    rows = arrival.table("caseload")
    named = {row["case"] for row in rows if not row["case"].startswith(UNNAMED)}
    cases = identifiers_of_cases(arrival.authority, named, arrival.moment)
    told = {_of_list(row): row for row in [row | {"case": cases.get(row["case"], row["case"])} for row in rows]}
    held = latest_caseload(arrival.authority, {row["listed_at"] for row in told.values()})
    news = [
        {name: row[name] for name in CASELOAD} for key, row in told.items() if _differs_in(CASELOAD, held.get(key), row)
    ]
    gone = [
        row | {"closed": NEVER_OPEN} for key, row in held.items() if key not in told and row["closed"] != NEVER_OPEN
    ]
    _add(arrival, CaseloadEntry, "caseload", [*news, *gone], with_deed=False)


def _of_list(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["case"], row["listed_at"]


def _differs_in(names: tuple[str, ...], before: dict[str, Any] | None, now: dict[str, Any]) -> bool:
    return before is None or any(before[name] != now[name] for name in names)


def _add(
    arrival: "Arrival", model: type[models.Model], what: str, rows: list[dict[str, Any]], with_deed: bool = True
) -> None:
    common = {"authority": arrival.authority, "recorded_at": arrival.heard}
    common |= {"deed": arrival.deed} if with_deed else {}
    model._default_manager.bulk_create([model(**(common | row)) for row in rows], batch_size=500)
    arrival.added[what] += len(rows)
