"""The words around a report's figures, from the record, as they stood at a moment."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db import models

from looped.grades.standing import Grading as Given
from looped.loop.sealing import sealed
from looped.records.audit import Audit
from looped.records.feedback import FeedbackWording
from looped.records.improvement import Action, ActionWording
from looped.records.mark import Mark
from looped.records.people import chunks
from looped.records.queries.wording import FEEDBACK, STEP
from looped.records.reported import Reported
from looped.records.step import StepWording
from looped.records.submission import Return
from looped.reports.material import ActionText, FeedbackWords, Material, Step

# What a workbook calls sheets: there are some where their table holds rows.
TABLES: dict[str, type[models.Model]] = {
    "feedback": FeedbackWording,
    "actions": ActionWording,
    "steps": StepWording,
    "reported": Reported,
    "marks": Mark,
}
ENDED = ("not_done", "withdrawn")
Key = tuple[str, str | None]


def material(as_at: datetime) -> Material:
    """Words as at a moment (UTC without zone). Those of audits sealed, withdrawn or not done then are left out."""
    moment = as_at.replace(tzinfo=UTC)
    feedback = _of_the_last_file(_up_to(FeedbackWording, moment))
    actions = _latest(_up_to(ActionWording, moment))
    hidden = _hidden({(row.authority, row.audit) for row in [*feedback, *actions] if row.audit}, as_at)
    states = {(row.authority, row.action): row for row in _up_to(Action, moment)}
    return Material(
        source_title="the record",
        feedback=tuple(_words(row) for row in feedback if (row.authority, row.audit) not in hidden),
        actions=tuple(
            _text(row, states.get((row.authority, row.action)))
            for row in actions
            if (row.authority, row.audit) not in hidden
        ),
        steps=tuple(Step(**{name: getattr(row, name) for name in STEP}) for row in _steps(moment)),
        recorded=frozenset(name for name, model in TABLES.items() if _up_to(model, moment).exists()),
    )


def _up_to(model: type[models.Model], moment: datetime) -> Any:
    return model._default_manager.filter(recorded_at__lte=moment).order_by("recorded_at", "id")


def _of_the_last_file(rows: Iterable[FeedbackWording]) -> list[FeedbackWording]:
    """The last file that tells of an audit tells all of it."""
    told = list(rows)
    last = {(row.authority, row.audit): row.deed for row in told}
    return [row for row in told if row.deed == last[row.authority, row.audit]]


def _latest(rows: Iterable[ActionWording]) -> list[ActionWording]:
    return list({(row.authority, row.action): row for row in rows}.values())


def _steps(moment: datetime) -> list[StepWording]:
    return list({(row.authority, row.kind, row.what): row for row in _up_to(StepWording, moment)}.values())


def _words(row: FeedbackWording) -> FeedbackWords:
    return FeedbackWords(**{name: getattr(row, name) for name in FEEDBACK})


def _text(row: ActionWording, stands: Action | None) -> ActionText:
    return ActionText(
        action=row.action,
        audit=row.audit,
        service_area=stands.service_area if stands else None,
        what=row.what,
        owner=row.owner,
        theme=stands.theme if stands else None,
        due=stands.due if stands else None,
        state=stands.state if stands else None,
        closed_at=stands.closed_at if stands else None,
        checked_by=row.checked_by,
    )


def _hidden(audits: set[tuple[str, str]], as_at: datetime) -> set[Key]:
    """Of these audits those whose words may not be shown yet, or that no figure counts."""
    looped: set[Key] = set()
    ended: set[Key] = set()
    for row in _rows_of(Audit, audits, as_at):
        for held, is_so in ((looped, row.looped), (ended, row.state in ENDED)):
            (held.add if is_so else held.discard)((row.authority, row.audit))
    given: dict[Key, list[Given]] = {key: [] for key in looped}
    for row in _rows_of(Return, {key for key in audits if key in looped}, as_at):
        given[row.authority, row.audit].append(Given(row.source, None, as_at, row.id))
    return ended | {key for key, gradings in given.items() if sealed(gradings, looped=True)}


def _rows_of(model: type[models.Model], audits: set[tuple[str, str]], as_at: datetime) -> Iterable[Any]:
    for authority in sorted({authority for authority, _ in audits}):
        for chunk in chunks(sorted(audit for whose, audit in audits if whose == authority)):
            yield from _up_to(model, as_at.replace(tzinfo=UTC)).filter(authority=authority, audit__in=chunk)
