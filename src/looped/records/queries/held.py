"""What is held of one child's case, in words: for answering whoever may ask. No grades are among it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from looped.loop.stages import ENDED
from looped.records.audit import Audit
from looped.records.case import CaseReference
from looped.records.caseload import CaseloadEntry
from looped.records.concern import ConcernWords
from looped.records.feedback import FeedbackWording
from looped.records.improvement import ActionWording
from looped.records.in_hand import AuditInHand
from looped.records.people import chunks
from looped.records.queries.facts import facts_of
from looped.records.settlement import Learning, ReasonGiven, SettlementWords
from looped.records.submitted import GivenBack, SubmittedWords

# What is told, and by which columns. Names of workers, grades and times of reading are no part of it.
TOLD: tuple[tuple[str, type[models.Model], tuple[str, ...]], ...] = (
    ("What the family said", FeedbackWording, ("on", "route", "who", "outcome", "theme", "words")),
    ("Improvement actions", ActionWording, ("what",)),
    ("What auditors wrote", SubmittedWords, ("reason", "document", "document_date", "why_not_above", "different")),
    ("Why a return was given back", GivenBack, ("reason",)),
    ("Why a grade was settled", SettlementWords, ("words",)),
    ("Why something was asked or ended", ReasonGiven, ("why",)),
    ("What was learnt", Learning, ("words",)),
    ("Whom somebody rang about a risk", ConcernWords, ("rang",)),
)
CASELOAD = ("service_area", "team", "age_band", "plan_type", "ethnicity", "disability", "opened", "closed", "listed_at")


@dataclass(frozen=True)
class Entry:
    """One piece. said: pairs of what it is and its words."""

    recorded_at: datetime
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Held:
    """All of a case. parts: title and pieces.  audits: month, area and team of each.  sealed: some wait."""

    reference: str
    audits: tuple[tuple[str, str, str], ...]
    parts: tuple[tuple[str, tuple[Entry, ...]], ...]
    sealed: bool


def held_of_case(reference: str) -> Held | None:
    """What is held of a case, or None where nothing is. Words of a looped audit count once both returns are in."""
    cases = list(CaseReference.objects.filter(reference=reference).values_list("identifier", flat=True))
    if not cases:
        return None
    audits = list(Audit.objects.filter(case__in=cases).order_by("id"))
    in_hand = list(AuditInHand.objects.filter(case__in=cases))
    waiting = {row.audit for row in in_hand if facts_of(row).sealed and row.looped and row.stage not in ENDED}
    open_ = sorted(({row.audit for row in audits} | {row.audit for row in in_hand}) - waiting)
    parts = [(title, tuple(_entries(model, columns, open_))) for title, model, columns in TOLD]
    on_list = tuple(_entry(row, CASELOAD) for row in CaseloadEntry.objects.filter(case__in=cases).order_by("id"))
    shown = {row.audit: (row.month, row.service_area or "", row.team or "") for row in audits}
    return Held(
        reference,
        tuple(sorted(shown.values())),
        tuple((title, entries) for title, entries in [("On the list of open cases", on_list), *parts] if entries),
        bool(waiting),
    )


def _entries(model: type[models.Model], columns: tuple[str, ...], audits: list[str]) -> Iterable[Entry]:
    for chunk in chunks(audits):
        for row in model._default_manager.filter(Q(audit__in=chunk)).order_by("id"):
            yield _entry(row, columns)


def _entry(row: Any, columns: tuple[str, ...]) -> Entry:
    told = ((column.replace("_", " ").capitalize(), getattr(row, column)) for column in columns)
    return Entry(row.recorded_at, tuple((name, str(value)) for name, value in told if value not in (None, "")))
