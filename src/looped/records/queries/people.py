"""People: which account is whom, what roles they hold, where they stand, who may be chosen for what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from looped.access.roles import ROLES, Holding, stands
from looped.loop.visibility import Viewer, line_of
from looped.records.account import Account, Place, RoleEnded, RoleHeld
from looped.records.people import names_of
from looped.records.person import PersonName
from looped.records.queries.kept import ask


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


class Standing(NamedTuple):
    """Where somebody stands."""

    person: str
    service_area: str
    team: str
    line_manager: str | None


def person_of(account: str) -> str | None:
    """Who signs in with an account."""
    return Account.objects.filter(account=account).values_list("person", flat=True).first()


def known_as(account: str) -> tuple[str, str] | None:
    """Who signs in with an account, and their name ("" where it was erased): one question."""
    found = ask(_signing_in_with, account)
    return (found[0][0], found[0][1] or "") if found else None


def _signing_in_with(account: str) -> QuerySet[Any, Any]:
    called = PersonName.objects.filter(identifier=OuterRef("person")).values("name")[:1]
    return Account.objects.filter(account=account).order_by("pk").values_list("person", Subquery(called))[:1]


def account_of(person: str) -> str | None:
    """The account with which a person signs in."""
    return Account.objects.filter(person=person).values_list("account", flat=True).first()


def names(persons: Iterable[str]) -> dict[str, str]:
    """Names by identifier, of those that weren't erased."""
    return names_of(persons)


def viewer_of(person: str, at: datetime) -> Viewer:
    """Somebody as the rule of visibility knows them. How many questions it takes rests on their own roles alone.

    Line and team are asked for only of whoever moderates: the rule asks them of nobody else.
    """
    writer = writer_of(person, at)
    return _viewer(person, writer.holdings, _places(), at) if writer.may_anywhere("audit.moderate") else writer


def viewers_of(persons: Iterable[str], at: datetime) -> dict[str, Viewer]:
    """Several people as the rule knows them, with as many questions as for one."""
    held: dict[str, list[Holding]] = {}
    for each, _ in _held():
        held.setdefault(each.person, []).append(each)
    places = _places()
    return {person: _viewer(person, tuple(held.get(person, ())), places, at) for person in persons}


def _viewer(person: str, held: tuple[Holding, ...], places: dict[str, Standing], at: datetime) -> Viewer:
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
    held = [each for each, _ in _held() if stands(each, viewer.at)]
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
    able = {each.person for each, _ in _held() if each.role in roles and stands(each, at)}
    places = _places()
    found = (_choice(person, name, places.get(person)) for person, name in names_of(able).items())
    return tuple(sorted(found, key=lambda choice: (choice.name, choice.person)))


def holdings_of(person: str) -> tuple[Holding, ...]:
    """All roles that a person was ever given, with their ends."""
    return tuple(each for each, _ in _read(ask(_held_by, person)))


def _choice(person: str, name: str, place: Standing | None) -> Choice:
    return Choice(person, name, place.service_area if place else "", place.team if place else "")


def _held() -> list[tuple[Holding, str]]:
    return _read(_with_ends(RoleHeld.objects.all()))


def _held_by(person: str) -> QuerySet[Any, Any]:
    return _with_ends(RoleHeld.objects.filter(person=person))


def _with_ends(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    ended = RoleEnded.objects.filter(holding=OuterRef("holding")).values("recorded_at")[:1]
    fields = ("holding", "person", "role", "starts", "service_area", "team", "ends", Subquery(ended))
    return rows.order_by("id").values_list(*fields)


def _read(rows: Iterable[Sequence[Any]]) -> list[tuple[Holding, str]]:
    return [
        (Holding(who, role, starts, min(filter(None, ends), default=None), area, team), holding)
        for holding, who, role, starts, area, team, *ends in rows
    ]


def _places() -> dict[str, Standing]:
    # Few rows: one a person and move. The last of each counts.
    rows = Place.objects.order_by("id").values_list("person", "service_area", "team", "line_manager")
    return {row[0]: Standing(*row) for row in rows}


def _rows(at: datetime) -> dict[str, list[HeldRow]]:
    found: dict[str, list[HeldRow]] = {}
    for each, holding in _held():
        title = ROLES[each.role].title
        row = HeldRow(holding, each.role, title, each.service_area, each.team, each.starts, each.ends, stands(each, at))
        found.setdefault(each.person, []).append(row)
    return found


def _row(
    person: str, name: str | None, account: str | None, places: dict[str, Standing], held: dict[str, list[HeldRow]]
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
