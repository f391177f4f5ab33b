"""People: which account is whom, what roles they hold, where they stand, who may be chosen for what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from looped.access.roles import ROLES, Holding, stands
from looped.loop.visibility import Viewer, line_of
from looped.records.account import Account, Place, RoleEnded, RoleHeld
from looped.records.people import names_of


@dataclass(frozen=True)
class HeldRow:
    """A role as held. standing: it holds now."""

    holding: str
    role: str
    title: str
    service_area: str
    team: str
    starts: datetime
    until: datetime | None
    standing: bool


@dataclass(frozen=True)
class PersonRow:
    """One person. name None: erased."""

    person: str
    name: str | None
    account: str | None
    service_area: str
    team: str
    line_manager: str | None
    holdings: tuple[HeldRow, ...]


@dataclass(frozen=True)
class Choice:
    """Somebody to choose, for a list on a form."""

    person: str
    name: str
    service_area: str
    team: str


def person_of(account: str) -> str | None:
    """Who signs in with an account."""
    return Account.objects.filter(account=account).values_list("person", flat=True).first()


def account_of(person: str) -> str | None:
    """The account with which a person signs in."""
    return Account.objects.filter(person=person).values_list("account", flat=True).first()


def names(persons: Iterable[str]) -> dict[str, str]:
    """Names by identifier, of those that weren't erased."""
    return names_of(persons)


def viewer_of(person: str, at: datetime) -> Viewer:
    """Somebody as the rule of visibility knows them. Always the same number of questions."""
    return _viewer(person, tuple(each for each, _ in _held(person)), _places(), at)


def viewers_of(persons: Iterable[str], at: datetime) -> dict[str, Viewer]:
    """Several people as the rule knows them, with as many questions as for one."""
    held: dict[str, list[Holding]] = {}
    for each, _ in _held(None):
        held.setdefault(each.person, []).append(each)
    places = _places()
    return {person: _viewer(person, tuple(held.get(person, ())), places, at) for person in persons}


def _viewer(person: str, held: tuple[Holding, ...], places: dict[str, Place], at: datetime) -> Viewer:
    own = places.get(person)
    managers = {each.person: each.line_manager for each in places.values()}
    team = own.team if own else ""
    mates = {each.person for each in places.values() if team and each.team == team} - {person}
    return Viewer(person, held, at, frozenset({team} - {""}), line_of(person, managers) | mates)


def writer_of(person: str, at: datetime) -> Viewer:
    """The same without their line and team, which nothing asks of an auditor who types."""
    return Viewer(person, holdings_of(person), at)


def people(viewer: Viewer) -> tuple[PersonRow, ...]:
    """Everybody who was given an account, a place or a role, by name. Empty for whoever doesn't look after people."""
    if not viewer.may("people.hold"):
        return ()
    accounts = dict(Account.objects.values_list("person", "account"))
    places, held = _places(), _rows(viewer.at)
    known = accounts.keys() | places.keys() | held.keys()
    called = names_of(known)
    rows = (_row(person, called.get(person), accounts.get(person), places, held) for person in known)
    return tuple(sorted(rows, key=lambda row: (row.name or "", row.person)))


def auditors(viewer: Viewer) -> tuple[Choice, ...]:
    """Who can be named as an auditor. Empty for whoever can't name them."""
    return choices("return.write", viewer.at) if viewer.may("rounds.make") else ()


def moderators(viewer: Viewer) -> tuple[Choice, ...]:
    """Who holds a moderator's role. Empty for whoever doesn't steer."""
    return choices("audit.moderate", viewer.at) if viewer.may("return.steer") else ()


def workers(viewer: Viewer) -> dict[str, tuple[Choice, ...]]:
    """Practitioners and team managers, by role, for whoever adds audits of their work. Empty for everybody else."""
    if not viewer.may("rounds.make"):
        return {}
    held = [each for each, _ in _held(None) if stands(each, viewer.at)]
    places, called = _places(), names_of({each.person for each in held})
    found: dict[str, tuple[Choice, ...]] = {}
    for role in ("practitioner", "team_manager"):
        able = {each.person for each in held if each.role == role} & called.keys()
        rows = (_choice(person, called[person], places.get(person)) for person in able)
        found[role] = tuple(sorted(rows, key=lambda choice: (choice.name, choice.person)))
    return found


def choices(permission: str, at: datetime) -> tuple[Choice, ...]:
    """Everybody who may do something somewhere, by name."""
    roles = [role.code for role in ROLES.values() if permission in role.grants]
    able = {each.person for each, _ in _held(None) if each.role in roles and stands(each, at)}
    places = _places()
    found = (_choice(person, name, places.get(person)) for person, name in names_of(able).items())
    return tuple(sorted(found, key=lambda choice: (choice.name, choice.person)))


def holdings_of(person: str) -> tuple[Holding, ...]:
    """All roles that a person was ever given, with their ends."""
    return tuple(each for each, _ in _held(person))


def _choice(person: str, name: str, place: Place | None) -> Choice:
    return Choice(person, name, place.service_area if place else "", place.team if place else "")


def _held(person: str | None) -> list[tuple[Holding, str]]:
    rows = RoleHeld.objects.order_by("id") if person is None else RoleHeld.objects.filter(person=person).order_by("id")
    ended = dict(RoleEnded.objects.values_list("holding", "recorded_at"))
    return [(_holding(row, ended.get(row.holding)), row.holding) for row in rows]


def _holding(row: RoleHeld, ended: datetime | None) -> Holding:
    ends = min((end for end in (row.ends, ended) if end), default=None)
    return Holding(row.person, row.role, row.starts, ends, row.service_area, row.team)


def _places() -> dict[str, Place]:
    # Few rows: one a person and move. The last of each counts.
    return {row.person: row for row in Place.objects.order_by("id")}


def _rows(at: datetime) -> dict[str, list[HeldRow]]:
    found: dict[str, list[HeldRow]] = {}
    for each, holding in _held(None):
        title = ROLES[each.role].title
        row = HeldRow(holding, each.role, title, each.service_area, each.team, each.starts, each.ends, stands(each, at))
        found.setdefault(each.person, []).append(row)
    return found


def _row(
    person: str, name: str | None, account: str | None, places: dict[str, Place], held: dict[str, list[HeldRow]]
) -> PersonRow:
    place = places.get(person)
    return PersonRow(
        person,
        name,
        account,
        place.service_area if place else "",
        place.team if place else "",
        place.line_manager if place else None,
        tuple(held.get(person, ())),
    )
