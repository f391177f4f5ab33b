"""Letters that wait to be sent."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Value, When

from looped.records.account import Account
from looped.records.letter import Letter, LetterSent, LetterTry

# Alerts that a child may be at risk go before everything else.
URGENT = "concern"
URGENT_FIRST = Case(When(kind=URGENT, then=Value(0)), default=Value(1))


@dataclass(frozen=True)
class LetterRow:
    """One letter. account: by which the sender finds the address.  calendar: text of an .ics file."""

    letter: str
    person: str
    account: str
    kind: str
    subject: str
    text: str
    calendar: str | None
    written_at: datetime


def letters_to_send(now: datetime, limit: int = 200) -> list[LetterRow]:
    """Letters not sent yet, of people who have an account: alerts first, then the oldest.

    One that failed waits until its next try, so that it never stands in the way of others.
    """
    accounts = dict(Account.objects.values_list("person", "account"))
    sent, resting = LetterSent.objects.values("letter"), LetterTry.objects.filter(again_at__gt=now).values("letter")
    waiting = Letter.objects.exclude(letter__in=sent).exclude(letter__in=resting)
    rows = waiting.filter(person__in=Account.objects.values("person")).order_by(URGENT_FIRST, "id")[:limit]
    return [_row(row, accounts[row.person]) for row in rows]


def letters_waiting() -> int:
    """How many letters weren't sent yet, whatever keeps them."""
    return Letter.objects.exclude(letter__in=LetterSent.objects.values("letter")).count()


def _row(row: Letter, account: str) -> LetterRow:
    return LetterRow(row.letter, row.person, account, row.kind, row.subject, row.text, row.calendar, row.recorded_at)
