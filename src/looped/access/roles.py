"""Roles as data: who may do what, and how far. One question, `may`; whatever isn't written here is denied."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Scope = Literal["own", "team", "area", "council", "issued", "people"]

# A holding of an area role that names this reaches every area.
EVERY_AREA = "*"


@dataclass(frozen=True)
class Role:
    """What somebody is. grants: how far each permission reaches. time_limited: a holding needs its end."""

    code: str
    title: str
    what: str
    grants: dict[str, Scope]
    time_limited: bool = False


@dataclass(frozen=True)
class Holding:
    """A role held by a person from a moment on. ends None: until somebody ends it. Moments are UTC."""

    person: str
    role: str
    starts: datetime
    ends: datetime | None = None
    service_area: str = ""
    team: str = ""


@dataclass(frozen=True)
class Thing:
    """What is asked about. persons: those whose own it is. issued: an issued report. All of it: service_area ""."""

    service_area: str = ""
    team: str = ""
    persons: frozenset[str] = field(default_factory=frozenset)
    issued: bool = False


def may(holdings: Iterable[Holding], permission: str, thing: Thing, at: datetime) -> bool:
    """Whether one of the roles held at a moment lets its holder do this to that.

    holdings: all of one person's.  permission: a key of PERMISSIONS.  at: UTC.
    Raises: KeyError for a permission that nobody wrote down.
    """
    assert PERMISSIONS[permission]
    return any(_reaches(holding, permission, thing) and stands(holding, at) for holding in holdings)


def may_anywhere(holdings: Iterable[Holding], permission: str, at: datetime) -> bool:
    """Whether there may be anything that the holder can do this to: for menus, never for a page's own door."""
    assert PERMISSIONS[permission]
    return any(permission in _grants(holding) and stands(holding, at) for holding in holdings)


def stands(holding: Holding, at: datetime) -> bool:
    """Whether a role is held at a moment: from its start to just before its end, and never without a due end."""
    role = ROLES.get(holding.role)
    if role is None or (role.time_limited and holding.ends is None):
        return False
    return holding.starts <= at and (holding.ends is None or at < holding.ends)


def needs(role: str) -> tuple[str, ...]:
    """What a holding of a role must name: "service_area", "team", "ends". Raises: KeyError for no such role."""
    scopes = set(ROLES[role].grants.values())
    asked = {"service_area": "area" in scopes, "team": "team" in scopes, "ends": ROLES[role].time_limited}
    return tuple(name for name, needed in asked.items() if needed)


def _grants(holding: Holding) -> dict[str, Scope]:
    role = ROLES.get(holding.role)
    return role.grants if role else {}


def _reaches(holding: Holding, permission: str, thing: Thing) -> bool:
    scope = _grants(holding).get(permission)
    if scope in ("council", "people"):
        return True
    if scope == "issued":
        return thing.issued
    if scope == "own":
        return holding.person in thing.persons
    if scope == "area":
        return bool(holding.service_area) and holding.service_area in (EVERY_AREA, thing.service_area)
    return scope == "team" and bool(holding.team) and holding.team == thing.team


PERMISSIONS: dict[str, str] = {
    "return.write": "write, submit and settle a return; raise a concern; the lead records the family's words",
    "return.steer": "name auditors, see who is still to return, reopen a return, stand an audit down to single, end it",
    "rounds.make": "make rounds, add audits to them",
    "board.see": "see which audits there are and how far they are, without grades",
    "audit.originals": "see both auditors' returns once both are in",
    "audit.settled": "see the settled grades, the reasons and what was learnt",
    "audit.moderate": "moderate an audit in which neither they, their line nor their team had a part",
    "dip.draw": "draw the sample of single audits that are moderated",
    "concern.answer": "see and acknowledge that a child may be at risk now",
    "settings.change": "change the settings of the programme: whom to ring, shares, rules",
    "report.see": "see figures and reports before they are issued",
    "report.issued": "read issued reports",
    "report.approve": "approve a report for issue",
    "people.hold": "add people, give and end roles",
    "privacy.erase": "erase a case's or a person's words and name, on a lawful ground",
    "privacy.access": "answer a person's request for what is held of them",
    "trail.read": "read the trail of who did what",
}

_SEES_ALL: dict[str, Scope] = {"board.see": "council", "audit.settled": "council", "report.see": "council"}

ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        Role(
            "qa_lead",
            "QA lead",
            "Runs the programme: rounds, auditors, chasing, drawing samples.",
            {
                "return.steer": "council",
                "rounds.make": "council",
                "audit.originals": "council",
                "dip.draw": "council",
                "concern.answer": "council",
                "settings.change": "council",
                "report.issued": "issued",
                "trail.read": "council",
                **_SEES_ALL,
            },
        ),
        Role(
            "auditor",
            "Auditor",
            "Reads a case file and grades it. Sees their own audits.",
            {"return.write": "own", "report.issued": "issued"},
        ),
        Role(
            "external_auditor",
            "External auditor",
            "As an auditor, from outside, until a day that is set.",
            {"return.write": "own"},
            time_limited=True,
        ),
        Role(
            "moderator",
            "Moderator",
            "Settles grades where two auditors differ, or where a single audit was drawn.",
            {"audit.moderate": "area", "report.issued": "issued"},
        ),
        Role(
            "practitioner",
            "Practitioner",
            "Sees what was settled, and why, of the audits of their own work. Not the two originals.",
            {"audit.settled": "own", "report.issued": "issued"},
        ),
        Role(
            "team_manager",
            "Team manager",
            "Sees what was settled, and why, of their team's audits. Not the two originals.",
            {"audit.settled": "team", "report.issued": "issued"},
        ),
        Role(
            "service_manager",
            "Service manager",
            "Sees how their area's audits go and what was settled.",
            {"board.see": "area", "audit.settled": "area", "report.see": "area", "report.issued": "issued"},
        ),
        Role(
            "director",
            "Director",
            "Sees how the whole council's audits go and what was settled.",
            {"concern.answer": "council", "report.issued": "issued", **_SEES_ALL},
        ),
        Role(
            "principal_social_worker",
            "Principal social worker",
            "Learns from settled audits of the whole council, both returns included.",
            {"audit.originals": "council", "concern.answer": "council", "report.issued": "issued", **_SEES_ALL},
        ),
        Role(
            "report_approver",
            "Report approver",
            "Reads a report before it is issued, and approves it.",
            {"report.see": "council", "report.approve": "council", "report.issued": "issued"},
        ),
        Role("board_reader", "Board reader", "Reads issued reports, nothing else.", {"report.issued": "issued"}),
        Role(
            "inspector",
            "Inspector",
            "Reads everything that is open, changes nothing, until a day that is set.",
            {"audit.originals": "council", "trail.read": "council", "report.issued": "issued", **_SEES_ALL},
            time_limited=True,
        ),
        Role(
            "privacy_officer",
            "Privacy officer",
            "Erases, and answers people who ask what is held of them. Sees no grades.",
            {"privacy.erase": "people", "privacy.access": "people", "trail.read": "people"},
        ),
        Role(
            "administrator",
            "Administrator",
            "Looks after people and their roles. Sees no audits.",
            {"people.hold": "people"},
        ),
    )
}
