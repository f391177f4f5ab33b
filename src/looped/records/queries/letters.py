"""Letters that wait to be sent."""

from dataclasses import dataclass

from looped.records.account import Account
from looped.records.letter import Letter, LetterSent


@dataclass(frozen=True)
class LetterRow:
    """One letter. account: by which the sender finds the address.  calendar: text of an .ics file."""

    letter: str
    person: str
    account: str
    subject: str
    text: str
    calendar: str | None


def letters_to_send(limit: int = 50) -> list[LetterRow]:
    """The oldest letters not sent yet, of people who have an account."""
    accounts = dict(Account.objects.values_list("person", "account"))
    waiting = Letter.objects.exclude(letter__in=LetterSent.objects.values("letter"))
    rows = waiting.filter(person__in=Account.objects.values("person")).order_by("id")[:limit]
    return [
        LetterRow(row.letter, row.person, accounts[row.person], row.subject, row.text, row.calendar) for row in rows
    ]
