"""The deed of erasing: links and words go, by a warrant a row; gradings, and so every figure, stay."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from looped.errors import UsageError
from looped.records.account import Account
from looped.records.audit import Audit
from looped.records.case import CaseReference
from looped.records.concern import ConcernWords
from looped.records.edition import EditionTree
from looped.records.erasure import Erasure
from looped.records.feedback import FeedbackWording
from looped.records.improvement import ActionWording
from looped.records.in_hand import DraftField
from looped.records.letter import Letter
from looped.records.people import chunks
from looped.records.person import PersonName
from looped.records.setting import SettingRow
from looped.records.settlement import Learning, Meeting, ReasonGiven, SettlementWords
from looped.records.step import StepWording
from looped.records.submitted import GivenBack, SubmittedWords
from looped.workflow.deeds import Deed, deed

# Words of audits made in the service, by the kind that `erase_words` knows them by.
OF_AUDITS: dict[str, type[models.Model]] = {
    "draft": DraftField,
    "submitted": SubmittedWords,
    "given_back": GivenBack,
    "settlement": SettlementWords,
    "reason": ReasonGiven,
    "meeting": Meeting,
    "learning": Learning,
    "concern": ConcernWords,
    "letter": Letter,
}
WORDS: dict[str, type[models.Model]] = {
    "feedback": FeedbackWording,
    "action": ActionWording,
    "step": StepWording,
    "edition": EditionTree,
    "setting": SettingRow,
    **OF_AUDITS,
}


@dataclass(frozen=True)
class Erased:
    """What went: number of rows by table. editions: numbers of editions that still print words that went."""

    rows: dict[str, int]
    editions: tuple[int, ...] = ()


def erase_case(*, by: str, why: str, reference: str, now: datetime | None = None) -> Erased:
    """Cut the link to a case and erase all words of its audits. Gradings stay, so every figure stays as it was.

    why: the ground, without a name in it.  Afterwards call `records.scrubbing.scrub`.
    Raises: UsageError where no such case is on record.
    """
    with deed("erase case", by=by, chain="erasures", now=now, alone=True) as doing:
        links = CaseReference.objects.filter(reference=reference)
        if not links:
            raise UsageError("No case with this reference is on record. It may have been erased already.")
        audits = _audits_of([link.identifier for link in links])
        words = [*_of_audits(FeedbackWording, audits), *_of_audits(ActionWording, audits), *_made_here(audits)]
        doing.which = ",".join(f"case:{link.identifier}" for link in links)
        return _erase(doing, why, [*links, *words])


def erase_person(*, by: str, why: str, name: str, now: datetime | None = None) -> Erased:
    """Cut the link to an auditor, or whoever did a deed, everywhere. What they did stays, by identifier alone.

    Raises: UsageError where no such name is on record.
    """
    with deed("erase person", by=by, chain="erasures", now=now, alone=True) as doing:
        links = list(PersonName.objects.filter(name=name))
        if not links:
            raise UsageError("Nobody of this name is on record. It may have been erased already.")
        doing.which = ",".join(f"person:{link.identifier}" for link in links)
        accounts = list(Account.objects.filter(person__in=[link.identifier for link in links]))
        users = _users([each.account for each in accounts])
        erased = _erase(doing, why, [*links, *accounts])
        doing.details["erased"] |= users
        return Erased(erased.rows | users, erased.editions)


def erase_words(*, by: str, why: str, kind: str, row: int, now: datetime | None = None) -> Erased:
    """Erase one piece of free text: a "feedback", "action" or "step" wording, or the tree of an "edition", by its id.

    Raises: UsageError where there is no such text.
    """
    with deed("erase words", by=by, chain="erasures", now=now, alone=True) as doing:
        rows = list(WORDS[kind]._default_manager.filter(pk=row)) if kind in WORDS else []
        if not rows:
            raise UsageError(f"There is no {kind} wording {row} on record. It may have been erased already.")
        doing.which = f"{kind}:{row}"
        return _erase(doing, why, rows)


def _users(accounts: list[str]) -> dict[str, int]:
    """Accounts with their addresses, second factors and sessions: they are no record, so they go without a warrant."""
    from looped.records.accounts import erase_users

    return erase_users(accounts)


def _audits_of(identifiers: list[str]) -> list[tuple[str, str]]:
    return list(Audit.objects.filter(case__in=identifiers).values_list("authority", "audit").distinct())


def _of_audits(model: type[FeedbackWording | ActionWording], audits: list[tuple[str, str]]) -> list[models.Model]:
    found: list[models.Model] = []
    for authority in sorted({authority for authority, _ in audits}):
        for chunk in chunks(sorted(audit for whose, audit in audits if whose == authority)):
            found.extend(model.objects.filter(authority=authority, audit__in=chunk))
    return found


def _made_here(audits: list[tuple[str, str]]) -> list[models.Model]:
    """Words of audits that the service made: their names are random, so no authority is asked for."""
    found: list[models.Model] = []
    for model in OF_AUDITS.values():
        for chunk in chunks(sorted({audit for _, audit in audits})):
            found.extend(model._default_manager.filter(audit__in=chunk))
    return found


def _erase(doing: Deed, why: str, rows: Iterable[models.Model]) -> Erased:
    rows = list(rows)
    printed = _still_printed(rows)
    numbers: dict[str, int] = {}
    for row in rows:
        table = row._meta.db_table
        Erasure.objects.create(
            row_table=table, row_id=row.pk, who=doing.who, why=why, deed=doing.code, recorded_at=doing.moment
        )
        type(row)._default_manager.filter(pk=row.pk)._raw_delete("default")  # type: ignore[attr-defined]  # no cascade to ask
        numbers[table] = numbers.get(table, 0) + 1
    doing.details = {"erased": numbers, "editions": list(printed)}
    return Erased(numbers, printed)


def _still_printed(rows: list[models.Model]) -> tuple[int, ...]:
    """Editions whose tree holds words that go: a person decides whether these go too."""
    words = [row.words for row in rows if isinstance(row, FeedbackWording) and row.words]
    trees = EditionTree.objects.order_by("number") if words else EditionTree.objects.none()
    return tuple(tree.number for tree in trees.iterator() if any(_holds(tree.tree, each) for each in words))


def _holds(tree: str, words: str) -> bool:
    return any(json.dumps(words, ensure_ascii=ascii_alone)[1:-1] in tree for ascii_alone in (True, False))
