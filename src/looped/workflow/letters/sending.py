"""Sending one letter by Django's mail: who gets it, what stands in it, by which way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.mime.text import MIMEText
from email.utils import format_datetime
from re import search
from string import Template
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from looped.errors import LoopedError
from looped.records.accounts import user_of_account
from looped.records.queries.letters import LetterRow
from looped.workflow.letters.link import link_for
from looped.workflow.letters.wording import TO_SIGN_IN
from looped.workflow.refusals import NoPost


class NoAddress(LoopedError):
    """Whoever it is for has no e-mail address, or can't sign in any more."""


@contextmanager
def post_office() -> Iterator[Callable[[LetterRow], None]]:
    """Gives what sends a letter. The way is opened by the first letter and again after a failure, closed at the end."""
    if not settings.EMAIL_BACKEND:
        yield _closed
        return
    connection = get_connection()

    def send(letter: LetterRow) -> None:
        address = address_of(letter.account)
        if address is None:
            raise NoAddress(letter.account)
        _open(connection)
        try:
            connection.send_messages([message(letter, address)])
        except Exception:
            # What the server thinks of this connection is unknown now.
            connection.close()
            raise

    try:
        yield send
    finally:
        connection.close()


def message(letter: LetterRow, address: str) -> EmailMessage:
    """The letter as e-mail. Its Message-ID is the same at every try, so that a second copy can be known as one."""
    made = EmailMessage(
        subject=letter.subject,
        body=_with_link(letter) if letter.kind in TO_SIGN_IN else letter.text,
        to=[address],
        headers={
            "Message-ID": f"<{letter.letter}@looped>",
            "Date": format_datetime(letter.written_at),
            "Auto-Submitted": "auto-generated",
        },
    )
    if letter.calendar is not None:
        made.attach(_calendar(letter.calendar))
    return made


def address_of(account: str) -> str | None:
    """The e-mail address of an account that can sign in, or None."""
    user = user_of_account(account)
    return (user.email or None) if user and user.is_active else None


def _with_link(letter: LetterRow) -> str:
    """The letter's text with a link made now. Raises: LoopedError where nobody said where the pages are."""
    if not settings.ADDRESS:
        raise LoopedError("LOOPED_ADDRESS isn't set, so links to sign in can't be written")
    user = user_of_account(letter.account)
    assert user  # it has an address
    return Template(letter.text).safe_substitute(address=settings.ADDRESS, link=link_for(user))


def _open(connection: Any) -> None:
    try:
        connection.open()
    except Exception as error:
        raise NoPost(f"the way out of LOOPED_MAIL is closed ({type(error).__name__})") from error


def _closed(letter: LetterRow) -> None:
    raise NoPost("LOOPED_MAIL isn't set")


def _calendar(text: str) -> MIMEText:
    part = MIMEText(text, "calendar", "utf-8")
    said = search(r"^METHOD:(\w+)\r?$", text) or search(r"\nMETHOD:(\w+)\r?\n", text)
    if said:
        part.set_param("method", said[1])
    part.add_header("Content-Disposition", "attachment", filename="meeting.ics")
    return part
