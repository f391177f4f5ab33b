"""Deeds about people: adding them, linking their accounts, where they stand, which roles they hold."""

import secrets
from collections.abc import Callable
from datetime import datetime

from looped.access.roles import ROLES, needs
from looped.errors import UsageError
from looped.records.account import Account, Place, RoleEnded, RoleHeld
from looped.records.authority import AUTHORITY
from looped.records.holding import hold
from looped.records.people import identifiers_of_people
from looped.records.person import PersonName
from looped.records.queries.people import viewer_of
from looped.workflow.deeds import Deed, deed, in_utc
from looped.workflow.refusals import NotThere, TooLate

CHAIN = "people"


def first_administrator(*, by: str, account: str | Callable[[Deed], str], now: datetime | None = None) -> str:
    """Make the first person who looks after people. by: their name. Gives their identifier.

    account: its text, or what makes one within the deed.

    Raises: TooLate once anybody was given a role.
    """
    with deed("first administrator", by=by, chain=CHAIN, now=now, alone=True) as doing:
        if RoleHeld.objects.exists():
            raise TooLate("There are people with roles already. One of them who looks after people can add others.")
        person = _person(doing, by)
        doing.by = person
        link(doing, person, account if isinstance(account, str) else account(doing))
        _hold(doing, person, "administrator", "", "", None)
        doing.which = f"person:{person}"
        return person


def add_person(*, by: str, name: str, account: str | None = None, now: datetime | None = None) -> str:
    """Add somebody by name; an auditor of this name known from imported returns is taken to be them.

    Raises: NotThere; UsageError for an empty name, or one that somebody with an account has.
    """
    with deed("add person", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        person = new_person(doing, name.strip())
        if account:
            link(doing, person, account)
        doing.which = f"person:{person}"
        return person


def new_person(doing: Deed, name: str) -> str:
    """Add somebody within a deed. Raises: UsageError, as above."""
    if not name:
        raise UsageError("Give a name.")
    person = _person(doing, name)
    if Account.objects.filter(person=person).exists() or Place.objects.filter(person=person).exists():
        raise UsageError(
            "There is somebody of this name already. Add a middle initial, or the team, to tell them apart."
        )
    return person


def link_account(*, by: str, person: str, account: str, now: datetime | None = None) -> None:
    """Let an account sign in as a person. Raises: NotThere; UsageError where either is linked."""
    with deed("link account", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        _require_person(person)
        link(doing, person, account)
        doing.which = f"person:{person}"


def place_person(
    *,
    by: str,
    person: str,
    service_area: str,
    team: str,
    line_manager: str | None = None,
    now: datetime | None = None,
) -> None:
    """Say where somebody stands from now on: by it moderators are kept from what is near to them.

    Raises: NotThere; UsageError for somebody who manages themselves.
    """
    with deed("place person", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        _require_person(person)
        if line_manager is not None:
            _require_person(line_manager)
        if line_manager == person:
            raise UsageError("Nobody is their own line manager.")
        Place.objects.create(
            person=person,
            service_area=service_area.strip(),
            team=team.strip(),
            line_manager=line_manager,
            deed=doing.code,
            recorded_at=doing.moment,
        )
        doing.which = f"person:{person}"


def hold_role(
    *,
    by: str,
    person: str,
    role: str,
    service_area: str = "",
    team: str = "",
    until: datetime | None = None,
    now: datetime | None = None,
) -> str:
    """Give somebody a role from now on. service_area "*": every area. Gives the holding's identifier.

    Raises: NotThere; UsageError where the role isn't known, or lacks the area, team or day that it needs.
    """
    with deed("hold role", by=by, chain=CHAIN, now=now) as doing:
        require_administrator(doing)
        _require_person(person)
        _require_whole(role, service_area, team, until, doing.moment)
        holding = _hold(doing, person, role, service_area, team, until)
        doing.which = f"person:{person}"
        doing.details = {"role": role, "holding": holding}
        return holding


def end_role(*, by: str, holding: str, now: datetime | None = None) -> None:
    """End a role at this moment; the next page its holder asks for knows. Raises: NotThere; TooLate; UsageError."""
    with deed("end role", by=by, chain=CHAIN, now=now, alone=True) as doing:
        require_administrator(doing)
        held = RoleHeld.objects.filter(holding=holding).first()
        if held is None:
            raise NotThere
        if RoleEnded.objects.filter(holding=holding).exists():
            raise TooLate("This role was ended already.")
        if held.role == "administrator" and not _others_administer(holding):
            raise UsageError("Nobody else looks after people. Give somebody else that role first.")
        RoleEnded.objects.create(holding=holding, deed=doing.code, recorded_at=doing.moment)
        doing.which = f"person:{held.person}"
        doing.details = {"role": held.role, "holding": holding}


def require_administrator(doing: Deed) -> None:
    """Raises: NotThere for whoever doesn't look after people."""
    if not viewer_of(doing.by, doing.moment).may("people.hold"):
        raise NotThere


def _require_person(person: str) -> None:
    if not PersonName.objects.filter(identifier=person).exists():
        raise NotThere


def _person(doing: Deed, name: str) -> str:
    return identifiers_of_people(AUTHORITY, [name], doing.moment)[name]


def link(doing: Deed, person: str, account: str) -> None:
    """Link the two within a deed. Raises: UsageError where either is linked."""
    hold("accounts")
    if Account.objects.filter(account=account).exists() or Account.objects.filter(person=person).exists():
        raise UsageError("This account, or this person, is linked already.")
    Account.objects.create(account=account, person=person, deed=doing.code, recorded_at=doing.moment)


def _require_whole(role: str, service_area: str, team: str, until: datetime | None, moment: datetime) -> None:
    if role not in ROLES:
        raise UsageError("Choose a role.")
    given = {"service_area": service_area.strip(), "team": team.strip(), "ends": until}
    for name in needs(role):
        if not given[name]:
            raise UsageError(f"{ROLES[role].title}: {NEEDED[name]}")
    if until is not None and in_utc(until) <= moment:
        raise UsageError("The day on which the role ends is past.")


NEEDED = {
    "service_area": "give the service area, or every area.",
    "team": "give the team.",
    "ends": "this role ends by itself. Give the day.",
}


def _hold(doing: Deed, person: str, role: str, service_area: str, team: str, until: datetime | None) -> str:
    holding = f"h-{secrets.token_hex(16)}"
    RoleHeld.objects.create(
        holding=holding,
        person=person,
        role=role,
        service_area=service_area.strip(),
        team=team.strip(),
        starts=doing.moment,
        ends=in_utc(until) if until else None,
        deed=doing.code,
        recorded_at=doing.moment,
    )
    return holding


def _others_administer(holding: str) -> bool:
    ended = RoleEnded.objects.values("holding")
    return RoleHeld.objects.filter(role="administrator").exclude(holding=holding).exclude(holding__in=ended).exists()
