"""Putting letters where they are sent from, within the deed that causes them; and noting that one was sent."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from looped.records.case import CaseReference
from looped.records.in_hand import AuditInHand
from looped.records.letter import Letter, LetterSent
from looped.workflow.deeds import Deed, deed
from looped.workflow.letters.wording import written
from looped.workflow.refusals import NotThere, TooLate


def post(
    doing: Deed,
    kind: str,
    row: AuditInHand,
    to: Iterable[str | None],
    values: dict[str, str] | None = None,
    calendar: str | None = None,
) -> None:
    """Post one letter about an audit to each of these people. None among them: nobody."""
    values = {"case": case_reference(row), **(values or {})}
    post_to(doing, kind, to, values, calendar, row.audit)


def post_to(
    doing: Deed,
    kind: str,
    to: Iterable[str | None],
    values: dict[str, str],
    calendar: str | None = None,
    audit: str | None = None,
) -> None:
    """Post one letter to each of these people, about an audit or about none."""
    subject, text = written(kind, values)
    letters = [
        Letter(
            letter=f"l-{secrets.token_hex(16)}",
            person=person,
            audit=audit,
            kind=kind,
            subject=subject,
            text=text,
            calendar=calendar,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        for person in dict.fromkeys(to)
        if person
    ]
    Letter.objects.bulk_create(letters)


def case_reference(row: AuditInHand) -> str:
    """The case's reference; a few words where it was erased."""
    found = CaseReference.objects.filter(identifier=row.case).values_list("reference", flat=True).first()
    return found or "(erased)"


def letter_sent(*, by: str, letter: str, now: datetime | None = None) -> None:
    """Note that a letter went out, so that it goes once. by: the sender's name. Raises: NotThere; TooLate."""
    with deed("letter sent", by=by, chain="letters", now=now) as doing:
        # Held until the end, so that two senders don't both think that they were the one.
        kept = Letter.objects.select_for_update().filter(letter=letter).first()
        if kept is None:
            raise NotThere
        if LetterSent.objects.filter(letter=letter).exists():
            raise TooLate("This letter was sent already.")
        LetterSent.objects.create(letter=letter, deed=doing.code, recorded_at=doing.moment)
        doing.which = f"letter:{letter}"
