"""Every address as every role, of one's own area and of another's; and as every two roles that one person can hold.

WHO says who may read each page. It is written by hand from the manual's page of permissions, not worked out from the
table that decides: what the table lets through by mistake shows here. An address that nobody wrote down fails.
"""

import shutil
from datetime import UTC, datetime
from itertools import combinations, count
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from tests.records_fixtures import point_at
from tests.signed_in import quick_sessions, signed_in, user_of
from tests.unit.workflow.service_world import council
from tests.walk.addresses import SIGN_IN, addresses, patterns
from tests.walk.test_two_worlds_in_pages import fill

from looped.access.roles import ROLES
from looped.records.address import embedded
from looped.workflow.audit_list import NewAudit
from looped.workflow.people import add_person, hold_role, place_person
from looped.workflow.rounds import add_audits, name_auditors

pytestmark = pytest.mark.slow
NUMBERS = count(1)
UNTIL = datetime(2099, 1, 1, tzinfo=UTC)
HERE, THERE = ("Safeguarding", "Amber"), ("Help", "Blue")

EVERYBODY = frozenset(ROLES)
STEER = frozenset({"qa_lead"})
BOARDS = frozenset({"qa_lead", "director", "principal_social_worker", "inspector"})
BOARDS_HERE = BOARDS | {"service_manager"}
ORIGINALS = frozenset({"qa_lead", "principal_social_worker", "inspector"})
SETTLED_HERE = BOARDS_HERE | {"practitioner", "team_manager"}
AUDITS = frozenset({"auditor", "external_auditor"})
REPORTS = frozenset({"qa_lead", "director", "principal_social_worker", "report_approver", "inspector"})
ANSWERS = frozenset({"qa_lead", "director", "principal_social_worker"})
ISSUED = EVERYBODY - {"external_auditor", "privacy_officer", "administrator"}
PRIVACY, PEOPLE = frozenset({"privacy_officer"}), frozenset({"administrator"})
NOBODY = frozenset()

# Whose return is in reads that it is in, where they wrote it.
# Address -> who may read it here, and of another area. Addresses of one audit stand under the state that it is in.
WHO = {
    "healthz": (EVERYBODY, EVERYBODY),
    "first": (EVERYBODY, EVERYBODY),
    "permissions": (EVERYBODY, EVERYBODY),
    "check_document": (EVERYBODY, EVERYBODY),
    "figures": (REPORTS | {"service_manager"}, REPORTS | {"service_manager"}),
    "draft": (REPORTS, REPORTS),
    "reports": (ISSUED, ISSUED),
    "issue": ({"report_approver"}, {"report_approver"}),
    "edition": (NOBODY, NOBODY),  # none is issued here
    "own_grading": (AUDITS, AUDITS),
    "people": (PEOPLE, PEOPLE),
    "new_person": (PEOPLE, PEOPLE),
    "person": (PEOPLE, PEOPLE),
    "place_person": (PEOPLE, PEOPLE),
    "give_role": (PEOPLE, PEOPLE),
    "let_in": (PEOPLE, PEOPLE),
    "close_account": (PEOPLE, PEOPLE),
    "settings": (STEER, STEER),
    "change_setting": (STEER, STEER),
    "privacy": (PRIVACY, PRIVACY),
    "access": (PRIVACY, PRIVACY),
    "erase": (PRIVACY, PRIVACY),
    "concerns": (EVERYBODY, EVERYBODY),
    "rounds": (BOARDS_HERE, BOARDS_HERE),
    "round": (BOARDS_HERE, BOARDS_HERE),
    "new_round": (STEER, STEER),
    "add_audit": (STEER, STEER),
    "add_list": (STEER, STEER),
    "draw": (NOBODY, NOBODY),  # no single audit waits for it here
    "trail": ({"qa_lead", "inspector", "privacy_officer"}, {"qa_lead", "inspector", "privacy_officer"}),
}
OF_AUDITS = {
    "sealed": {
        "audit": (BOARDS_HERE | AUDITS, BOARDS),
        "tasks": (AUDITS, NOBODY),
        "page": (AUDITS, NOBODY),
        "check": (AUDITS, NOBODY),
        "everything": (AUDITS, NOBODY),
        "handed_in": (NOBODY, NOBODY),
        "family": (AUDITS, NOBODY),
        "concern": (NOBODY, NOBODY),
        "name_auditors": (STEER, STEER),
        "stand_down": (STEER, STEER),
        "end_audit": (STEER, STEER),
        "reopen": (NOBODY, NOBODY),  # one return and not the other is in none of these
        "challenge": (NOBODY, NOBODY),
        "moderate": (NOBODY, NOBODY),
        "arrange_meeting": (NOBODY, NOBODY),
        "invitation": (NOBODY, NOBODY),  # no meeting was arranged
    },
    "settled": {
        "audit": (SETTLED_HERE | AUDITS, BOARDS),
        "tasks": (AUDITS, NOBODY),
        "page": (AUDITS, NOBODY),
        "check": (AUDITS, NOBODY),
        "everything": (AUDITS, NOBODY),
        "handed_in": (AUDITS, NOBODY),
        "family": (AUDITS, NOBODY),
        "concern": (NOBODY, NOBODY),
        "name_auditors": (NOBODY, NOBODY),
        "stand_down": (NOBODY, NOBODY),
        "end_audit": (NOBODY, NOBODY),
        "reopen": (NOBODY, NOBODY),  # one return and not the other is in none of these
        "challenge": (STEER, STEER),
        "moderate": (NOBODY, NOBODY),
        "arrange_meeting": (NOBODY, NOBODY),
        "invitation": (NOBODY, NOBODY),  # no meeting was arranged
    },
    "meeting": {
        "audit": (BOARDS_HERE | AUDITS | {"moderator"}, BOARDS),
        "tasks": (AUDITS, NOBODY),
        "page": (AUDITS, NOBODY),
        "check": (AUDITS, NOBODY),
        "everything": (AUDITS, NOBODY),
        "handed_in": (AUDITS, NOBODY),
        "family": (AUDITS, NOBODY),
        "concern": (NOBODY, NOBODY),
        "name_auditors": (NOBODY, NOBODY),
        "stand_down": (NOBODY, NOBODY),
        "end_audit": (NOBODY, NOBODY),
        "reopen": (NOBODY, NOBODY),  # one return and not the other is in none of these
        "challenge": (NOBODY, NOBODY),
        "moderate": ({"moderator"}, NOBODY),
        "arrange_meeting": (STEER | {"moderator"}, STEER),
        "invitation": (NOBODY, NOBODY),  # no meeting was arranged
    },
}
# These take forms alone; reading them is no page.
FORMS = {"settle", "risk", "acknowledge", "save", "take_role", "send_link", "lost_telephone"}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Who may read a page is asked before it is worked out and drawn; drawing each for all of them takes minutes."""
    quick_sessions(monkeypatch)
    drawn = SimpleNamespace(contents={"html": b""})
    monkeypatch.setattr("looped.publishing.making.prepare", lambda request, opened: drawn)
    monkeypatch.setattr("looped.web.pages.figures._grids", lambda viewer, first, last: [])
    monkeypatch.setattr("looped.stats.severity.severity", lambda *rows: None)
    monkeypatch.setattr("looped.publishing.own_grading.own_words", lambda person, rows, found: [])


@pytest.fixture
def plainly_refused(monkeypatch):
    """The page that nothing is there isn't drawn each time: its number alone is looked at here."""
    monkeypatch.setattr("looped.web.answers.not_found", lambda request: HttpResponse(status=404))


@pytest.fixture(scope="module")
def walked(migrated_file, tmp_path_factory):
    """A council in which each role is held by somebody of this area and by somebody of another; three audits here.

    It is made once: walking reads, and adds nothing but people.
    """
    path = tmp_path_factory.mktemp("walked") / "looped.sqlite3"
    shutil.copy(migrated_file, path)
    with point_at(embedded(path)):
        world = council()
        user_of(world.id("Ann"))  # so that there is an account to close
        holders = {(role, place): _holder(world, role, place) for role in ROLES for place in (HERE, THERE)}
        audits = {state: _audit(world, holders, state) for state in OF_AUDITS}
        yield world, holders, audits


def _holder(world, role, place):
    area, team = place
    admin = world.id("Ada")
    number = next(NUMBERS)
    person = add_person(by=admin, name=f"{role} of {area} {number}", account=str(1000 + number), now=world.now())
    # Moderators stand in a team of their own: whoever is near to an audit doesn't moderate it.
    near = "Grey" if role == "moderator" else team
    place_person(by=admin, person=person, service_area=area, team=near, now=world.now())
    until = UNTIL if ROLES[role].time_limited else None
    hold_role(by=admin, person=person, role=role, service_area=area, team=team, until=until, now=world.now())
    return person


def _audit(world, holders, state):
    practitioner, manager = holders["practitioner", HERE], holders["team_manager", HERE]
    new = [NewAudit(f"C-{state}", *HERE, True, practitioner, manager)]
    (audit,) = add_audits(by=world.id("Queenie"), round_=world.round, audits=new, now=world.now())
    lead, second = holders["auditor", HERE], holders["external_auditor", HERE]
    name_auditors(by=world.id("Queenie"), audit=audit, lead=lead, second=second, now=world.now())
    if state != "sealed":
        world.people |= {"lead": lead, "second": second}
        world.submit(audit, "lead", 3)
        world.submit(audit, "second", 3 if state == "settled" else 1)
    return audit


def reached(person, world, audit, asked=None):
    """Names of the addresses that answer with a page; what isn't there and what isn't theirs look alike.

    asked: names of addresses; all of them where it is left out.
    """
    browser = signed_in(person)
    found = set()
    for each in addresses(fill(world, audit)):
        if each.name in FORMS or (asked is not None and each.name not in asked):
            continue
        answer = browser.get(each.path)
        assert answer.status_code in (200, 302, 404, 409), (each.name, answer.status_code)
        if answer.status_code in (200, 409):
            found.add(each.name)
    return found


def test_every_address_is_written_down():
    """A page that nobody says who may read is found here, and so is a line for a page that is gone."""
    named = {pattern.name for pattern in patterns()}
    of_audits = {name for told in OF_AUDITS.values() for name in told}

    assert named == set(WHO) | of_audits | FORMS | SIGN_IN
    assert all(told.keys() == of_audits for told in OF_AUDITS.values())


@pytest.mark.parametrize("state", [None, *OF_AUDITS])
def test_every_role_reads_what_is_theirs_and_nothing_else(walked, plainly_refused, state):
    """Of their own area, and of another's. Pages that are of no audit once, those of an audit in each of its states."""
    world, holders, audits = walked
    expected = OF_AUDITS[state] if state else WHO
    for (role, place), person in holders.items():
        wanted = {name for name, who in expected.items() if role in who[place == THERE]}

        assert reached(person, world, audits[state or "sealed"], expected) == wanted, (role, place)


def test_two_roles_open_what_either_opens(walked, plainly_refused):
    """Each two roles that one person can hold; a seal that one of them would lift stays, and has a test of its own."""
    world, holders, audits = walked
    alone = {role: reached(holders[role, THERE], world, audits["sealed"]) for role in ROLES}
    for one, other in combinations(ROLES, 2):
        person = _holder(world, one, THERE)
        until = UNTIL if ROLES[other].time_limited else None
        where = {"service_area": THERE[0], "team": THERE[1]}
        hold_role(by=world.id("Ada"), person=person, role=other, until=until, now=world.now(), **where)

        assert reached(person, world, audits["sealed"]) == alone[one] | alone[other], (one, other)


def test_nobody_reads_anything_without_signing_in(walked):
    """Every address leads to the sign-in, but for what anybody may have."""
    from django.test import Client

    world, _, audits = walked
    browser = Client()
    for each in addresses(fill(world, audits["settled"])):
        answer = browser.get(each.path)
        if each.name == "healthz":
            assert answer.status_code == 200
        else:
            assert answer.headers.get("Location", "").partition("?")[0] == "/sign-in", each.name


def test_what_isn_t_there_and_what_isn_t_theirs_look_alike(walked):
    """A made-up address and a real one of another's answer with the same bytes."""
    import re

    world, holders, audits = walked
    browser = signed_in(holders["board_reader", HERE])
    tokens = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[^"]+')
    real, made_up = (browser.get(f"/audits/{audit}") for audit in (audits["settled"], "a-none"))

    assert real.status_code == made_up.status_code == 404
    assert tokens.sub(b"", real.content) == tokens.sub(b"", made_up.content)
