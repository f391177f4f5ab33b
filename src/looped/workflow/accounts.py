"""Deeds about signing in: an account for somebody, a link to set a password, a lost telephone.

Imported only where sign-in is installed: its tables are in the same database, but no record. A letter holds no link;
whoever sends it makes one then, so that none lies in a table or a backup.
"""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from looped.errors import UsageError
from looped.records.accounts import (
    change_address,
    close_user,
    end_sessions,
    forget_second_factor,
    make_user,
    open_user,
    user_of_account,
    user_of_address,
)
from looped.records.holding import hold
from looped.records.queries.people import account_of, person_of
from looped.workflow.deeds import Deed, deed
from looped.workflow.letters.link import link_for
from looped.workflow.letters.posting import post_to
from looped.workflow.people import CHAIN, first_administrator, link, new_person, require_administrator
from looped.workflow.refusals import NotThere, TooLate

TAKEN = "Somebody signs in with this e-mail address already."


def first_to_sign_in(*, by: str, email: str, now: datetime | None = None) -> str:
    """Make the first administrator, who signs in by this address. by: their name. Gives their identifier.

    Raises: TooLate once anybody was given a role; UsageError for an address that is taken or none.
    """
    return first_administrator(by=by, account=lambda _: account_with(email), now=now)


def admit(*, by: str, name: str, email: str, invited: bool = True, now: datetime | None = None) -> str:
    """Add somebody who signs in by this address, and tell them. Gives their identifier.

    Raises: NotThere; UsageError for a name or address that is taken or none.
    """
    with deed("add person", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        person = new_person(doing, name.strip())
        link(doing, person, account_with(email))
        if invited:
            post_invitation(doing, person)
        doing.which = f"person:{person}"
        return person


def account_with(email: str) -> str:
    """Make an account with this address, within a deed. Raises: UsageError for an address that is taken or none."""
    hold("addresses")
    _require_address(email)
    if user_of_address(email):
        raise UsageError(TAKEN)
    return str(make_user(email).pk)


def let_in(*, by: str, person: str, email: str, now: datetime | None = None) -> None:
    """Let somebody sign in by this address, or by this one from now on, and tell them. A closed account is opened.

    Raises: NotThere; UsageError for an address that is taken or none.
    """
    with deed("let sign in", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        user = user_of_account(account_of(person))
        if user is None:
            link(doing, person, account_with(email))
        else:
            hold("addresses")
            _require_address(email)
            other = user_of_address(email)
            if other and other.pk != user.pk:
                raise UsageError(TAKEN)
            change_address(user, email)
            open_user(user)
        post_invitation(doing, person)
        doing.which = f"person:{person}"


def close_account(*, by: str, person: str, now: datetime | None = None) -> None:
    """Let somebody sign in no more, and sign them out at once. Their roles and what they wrote stay as they are.

    Raises: NotThere; TooLate where it is closed already; UsageError for one's own, so that somebody is left to open it.
    """
    with deed("close account", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        user = user_of_account(account_of(person))
        if user is None:
            raise NotThere
        if person == doing.by:
            raise UsageError("You can't close your own account. Another administrator can.")
        if not user.is_active:
            raise TooLate("This account is closed already.")
        close_user(user)
        doing.which = f"person:{person}"


def send_link(*, by: str, person: str, now: datetime | None = None) -> None:
    """Send somebody a new link to set a password by. Raises: NotThere where they have no account."""
    with deed("send link", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        user = user_of_account(account_of(person))
        if user is None or not user.is_active:
            raise NotThere
        post_invitation(doing, person)
        doing.which = f"person:{person}"


def forgotten(*, email: str, now: datetime | None = None) -> None:
    """Send a link to whoever signs in by this address; nothing happens, and nothing is told, where nobody does."""
    user = user_of_address(email)
    person = person_of(str(user.pk)) if user and user.is_active else None
    if person is None:
        return
    with deed("forgotten password", by=person, chain=CHAIN, now=now) as doing:
        post_to(doing, "forgotten", [person], {})
        doing.which = f"person:{person}"


def lose_second_factor(*, by: str, person: str, now: datetime | None = None) -> None:
    """Forget somebody's second factor, whose telephone is lost; they are signed out and set up another.

    Raises: NotThere; UsageError where they have none.
    """
    with deed("forget second factor", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        user = user_of_account(account_of(person))
        if user is None:
            raise NotThere
        if not forget_second_factor(user):
            raise UsageError("They have no second factor set up.")
        end_sessions(user)
        post_to(doing, "second_factor_gone", [person], {})
        doing.which = f"person:{person}"


def give_link(*, by: str, email: str, factor: bool = False, now: datetime | None = None) -> str:
    """A link for whoever is locked out, from the machine's own command line. factor: forget their second factor too.

    by: a name; whoever may run commands here may do this.  Raises: UsageError where nobody has this address.
    """
    user = user_of_address(email)
    person = person_of(str(user.pk)) if user else None
    if user is None or person is None:
        raise UsageError("Nobody signs in with this e-mail address.")
    with deed("give link", by=by, chain=CHAIN, now=now) as doing:
        if factor:
            forget_second_factor(user)
            end_sessions(user)
        doing.which = f"person:{person}"
        doing.details = {"second_factor_forgotten": factor}
    return printed_link(email)


def printed_link(email: str) -> str:
    """A link to print on the command line. Where nobody said where the pages are, it begins behind their address."""
    user = user_of_address(email)
    assert user
    return link_for(user)


def post_invitation(doing: Deed, person: str) -> None:
    """Post the letter by which somebody begins."""
    post_to(doing, "invitation" if settings.PASSWORDS else "invitation_without_password", [person], {})


def _require_address(email: str) -> None:
    try:
        validate_email(email.strip())
    except ValidationError as error:
        raise UsageError("Give an e-mail address in the correct format, like name@example.com.") from error
