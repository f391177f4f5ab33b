"""Roles: each permission of each role, on things near and far. What isn't in the table is denied."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from looped.access.page import permissions_page
from looped.access.roles import EVERY_AREA, PERMISSIONS, ROLES, Holding, Role, Thing, may, may_anywhere, needs, stands

AT = datetime(2026, 10, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ME = "p-me"

# Things by how near they are to a holder of area Help and team Blue.
THINGS = {
    "own": Thing("Help", "Blue", frozenset({ME})),
    "own elsewhere": Thing("Courts", "Grey", frozenset({ME, "p-other"})),
    "own team": Thing("Help", "Blue", frozenset({"p-other"})),
    "own area": Thing("Help", "Green"),
    "other area": Thing("Courts", "Grey"),
    "the council": Thing(),
    "issued": Thing(issued=True),
}
EVERYTHING = frozenset(THINGS)
OWN = frozenset({"own", "own elsewhere"})
TEAM = frozenset({"own", "own team"})
AREA = frozenset({"own", "own team", "own area"})
ISSUED = frozenset({"issued"})

# Written from the issue, not from the table: who may do what to which of the things above.
EXPECTED = {
    "qa_lead": {
        "return.steer": EVERYTHING,
        "rounds.make": EVERYTHING,
        "board.see": EVERYTHING,
        "audit.originals": EVERYTHING,
        "audit.settled": EVERYTHING,
        "dip.draw": EVERYTHING,
        "concern.answer": EVERYTHING,
        "settings.change": EVERYTHING,
        "report.see": EVERYTHING,
        "report.issued": ISSUED,
        "trail.read": EVERYTHING,
    },
    "auditor": {"return.write": OWN, "report.issued": ISSUED},
    "external_auditor": {"return.write": OWN},
    "moderator": {"audit.moderate": AREA, "report.issued": ISSUED},
    "practitioner": {"audit.settled": OWN, "report.issued": ISSUED},
    "team_manager": {"audit.settled": TEAM, "report.issued": ISSUED},
    "service_manager": {"board.see": AREA, "audit.settled": AREA, "report.see": AREA, "report.issued": ISSUED},
    "director": {
        "board.see": EVERYTHING,
        "audit.settled": EVERYTHING,
        "concern.answer": EVERYTHING,
        "report.see": EVERYTHING,
        "report.issued": ISSUED,
    },
    "principal_social_worker": {
        "board.see": EVERYTHING,
        "audit.originals": EVERYTHING,
        "audit.settled": EVERYTHING,
        "concern.answer": EVERYTHING,
        "report.see": EVERYTHING,
        "report.issued": ISSUED,
    },
    "report_approver": {"report.see": EVERYTHING, "report.approve": EVERYTHING, "report.issued": ISSUED},
    "board_reader": {"report.issued": ISSUED},
    "inspector": {
        "board.see": EVERYTHING,
        "audit.originals": EVERYTHING,
        "audit.settled": EVERYTHING,
        "report.see": EVERYTHING,
        "report.issued": ISSUED,
        "trail.read": EVERYTHING,
    },
    "privacy_officer": {"privacy.erase": EVERYTHING, "privacy.access": EVERYTHING, "trail.read": EVERYTHING},
    "administrator": {"people.hold": EVERYTHING},
}


def holding(role, **changed):
    return Holding(**{"person": ME, "role": role, "starts": AT - DAY, "ends": AT + DAY} | changed)


def test_every_role_is_expected():
    """A new role makes its author say here what it may."""
    assert EXPECTED.keys() == ROLES.keys()


@pytest.mark.parametrize("role", EXPECTED)
def test_each_permission_on_each_thing(role):
    """The whole matrix of a role, allowed and denied."""
    held = [holding(role, service_area="Help", team="Blue")]

    found = {
        permission: frozenset(name for name, thing in THINGS.items() if may(held, permission, thing, AT))
        for permission in PERMISSIONS
    }

    assert {permission: things for permission, things in found.items() if things} == EXPECTED[role]
    assert {permission for permission in PERMISSIONS if may_anywhere(held, permission, AT)} == EXPECTED[role].keys()


def test_privacy_and_administration_see_no_audit():
    """People, not content; and the board's reader nothing but what is issued."""
    content = {"board.see", "audit.originals", "audit.settled", "return.write", "audit.moderate", "report.see"}

    for role in ("privacy_officer", "administrator", "board_reader"):
        assert not content & ROLES[role].grants.keys()


def test_an_inspector_changes_nothing():
    """Read-only."""
    reading = {"board.see", "audit.originals", "audit.settled", "report.see", "report.issued", "trail.read"}

    assert ROLES["inspector"].grants.keys() == reading


@pytest.mark.parametrize(
    ("changed", "at", "held"),
    [
        ({}, AT, True),
        ({"starts": AT}, AT, True),
        ({"starts": AT + timedelta(microseconds=1)}, AT, False),
        ({"ends": AT}, AT, False),
        ({"ends": AT + timedelta(microseconds=1)}, AT, True),
        ({"ends": None}, AT, True),
        ({"role": "made_up"}, AT, False),
        ({"role": "external_auditor", "ends": None}, AT, False),
        ({"role": "external_auditor"}, AT, True),
    ],
)
def test_when_a_role_is_held(changed, at, held):
    """From its start to just before its end; one that must end is not held without an end."""
    given = holding(**{"role": "auditor"} | changed)

    assert stands(given, at) is held
    assert may([given], "return.write", THINGS["own"], at) is held


def test_an_area_that_nobody_named_reaches_nothing():
    """Nor does an empty team; every area is said so."""
    nothing, everywhere = holding("moderator"), holding("moderator", service_area=EVERY_AREA)

    assert not any(may([nothing], "audit.moderate", thing, AT) for thing in THINGS.values())
    assert all(may([everywhere], "audit.moderate", thing, AT) for thing in THINGS.values())
    assert not may([holding("team_manager")], "audit.settled", Thing("", ""), AT)


def test_several_roles_add_up():
    """Any of them is enough."""
    held = [holding("auditor"), holding("director")]

    assert may(held, "board.see", THINGS["other area"], AT)
    assert may(held, "return.write", THINGS["own"], AT)
    assert not may(held, "return.write", THINGS["own area"], AT)
    assert not may([], "board.see", Thing(), AT)


@pytest.mark.parametrize("ask", [may_anywhere, lambda held, code, at: may(held, code, Thing(), at)])
def test_a_permission_nobody_wrote_down_is_a_mistake(ask):
    """A slip in a code denies nobody in silence; it fails."""
    with pytest.raises(KeyError):
        ask([], "made.up", AT)


def test_what_a_holding_must_name():
    """Forms and deeds read it off the table."""
    assert {code: needs(code) for code in ROLES if needs(code)} == {
        "external_auditor": ("ends",),
        "moderator": ("service_area",),
        "team_manager": ("team",),
        "service_manager": ("service_area",),
        "inspector": ("ends",),
    }


def test_every_grant_is_written_down():
    """No role grants what the list of permissions lacks, and no permission is granted to nobody."""
    granted = {permission for role in ROLES.values() for permission in role.grants}

    assert granted == PERMISSIONS.keys()
    assert all(isinstance(role, Role) and role.code == code for code, role in ROLES.items())


def test_the_manual_is_the_table():
    """docs/manual/permissions.md is made from it; looped/access/page.py says how."""
    page = Path(__file__).parents[3] / "docs" / "manual" / "permissions.md"

    assert page.read_text() == permissions_page()
