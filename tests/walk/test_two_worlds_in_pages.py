"""Two worlds that differ only in the first auditor's return are one to the byte, on every page, for whoever may not know.

Every address is asked for and sent to, as everybody who may not know, in each world: status, headers, every byte and
the number of queries are equal. Then each leak that a rule might let through is planted, and must be found.
"""

import difflib
import re
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from tests.signed_in import quick_sessions, signed_in
from tests.unit.workflow.test_two_worlds import (  # noqa: F401  # pytest finds fixtures by name
    CANARY,
    SECONDS,
    WORLDS,
    drafted,
    inadequate,
    not_started,
    unknowing,
    worlds,
)
from tests.walk.addresses import addresses

from looped.loop import visibility
from looped.publishing import drawing

pytestmark = pytest.mark.slow
# What differs by chance and tells nothing: tokens, and identifiers of rows that a request itself made.
CHANCE = re.compile(
    rb'(?<=expires=)[^;]+|(?<=name="csrfmiddlewaretoken" value=")[^"]+|(?<=csrftoken=)[^;]+|(?<=sessionid=)[^;]+|\b[a-z]-[0-9a-f]{32}\b'
)
# A plausible word for every field that any form asks for; a form takes what it knows.
SENT = {
    "plans.grade": "3",
    "plans.reason": "own new",
    "version.plans.reason": "1",
    "version.plans.grade": "1",
    "grade": "3",
    "reason": "why",
    "why": "why",
    "accept": "1",
    "sentence": "why",
    "state": "withdrawn",
    "starts": "2027-01-05",
    "date": "5/1/2027",
    "time": "10:00",
    "minutes": "30",
    "place": "here",
    "role": "auditor",
    "value": "yes",
    "whom": "somebody",
    "reference": "C-1",
    "kind": "case",
    "what": "C-1",
    "quarter": "2026-27/Q3",
    "sure": "on",
}


# Who also sends forms: second auditors, and somebody of each kind who may do something.
SENDING = (*SECONDS, "Priv", "Mo", "Tam", "Ada")
# Erasing takes a statement for each piece; its page doesn't tell how many there were.
ERASES = ("erase",)


class _Undone(Exception):
    pass


class Asked:
    """Counts statements as they go to the database; what they say is compared a room below, in test_two_worlds."""

    def __init__(self):
        self.often = 0

    def __call__(self, execute, *statement):
        self.often += 1
        return execute(*statement)


@pytest.fixture(autouse=True)
def one_moment(monkeypatch):
    """A draft report says as at when it is, a save when it was: the worlds are compared at one moment."""
    monkeypatch.setattr("looped.web.pages.reports.now", lambda: datetime(2026, 12, 1, 12, 0))
    monkeypatch.setattr("looped.workflow.deeds._clock", lambda: datetime(2026, 12, 1, 12, 0, tzinfo=UTC))


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Signing in reads nothing of audits, and is done once a person."""
    quick_sessions(monkeypatch)


@pytest.fixture(autouse=True)
def proof_read_once(monkeypatch):
    """Of a draft that is equal in everything to one read before there is nothing new to find."""
    honest, known = drawing.proofread, set()

    def reading(report):
        if repr(report) not in known:
            honest(report)
            known.add(repr(report))

    monkeypatch.setattr(drawing, "proofread", reading)


@pytest.fixture(autouse=True)
def no_scrubbing(monkeypatch):
    """SQLite's log can't be emptied inside the transaction in which each request is undone."""
    monkeypatch.setattr("looped.web.pages.privacy.scrub", lambda connection: True)


def fill(world, audit):
    """One value for each part of an address."""
    from looped.records.models import ConcernStep, RoleHeld

    concern = ConcernStep.objects.order_by("id").first()
    return {
        "audit": audit,
        "page": "plans",
        "domain": "plans",
        "part": "lead",
        "round": world.round,
        "person": world.id("Ann"),
        "holding": RoleHeld.objects.order_by("id").values_list("holding", flat=True).first(),
        "setting": "hide_names",
        "number": 1,
        "suffix": "json",
        "concern": concern.concern if concern else "k-none",
        "key": "none",
        "uidb36": "1",
        "token": "none",
        "meeting": "m-none",
    }


def answers(world, name, audit, whole):
    """What every address says to somebody, read and sent to; nothing that is sent is kept."""
    browser = signed_in(world.id(name))
    browser.raise_request_exception = False  # a fault in one world alone is a difference too
    session = browser.cookies.output(header="").strip()
    told = {}
    for each in addresses(fill(world, audit)):
        for way in ("get", "post") if name in SENDING else ("get",):
            browser.cookies.clear()  # signing out is one of the addresses
            browser.cookies.load(session)
            asked = Asked()
            with connection.execute_wrapper(asked), suppress(_Undone), transaction.atomic():
                answer = getattr(browser, way)(each.path, SENT if way == "post" else {})
                told[each.name, way] = [answer.status_code, said(answer)]
                raise _Undone
            told[each.name, way].append("" if each.name in ERASES else asked.often)
    assert told["first", "get"][0] != 302, f"{name} isn't signed in, so nothing of theirs is compared"
    faults = [address for address, (status, *_) in told.items() if status >= 500]
    assert not faults or not whole, faults
    return told


def said(answer):
    """Headers and every byte, without what differs by chance."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(answer.headers.items())).encode()
    cookies = answer.cookies.output().encode()
    return CHANCE.sub(b"-", headers + b"\n" + cookies + b"\n" + body)


def differing(worlds, second, ways, whole=True, who=None):  # noqa: F811  # the fixture above
    """Addresses that tell two worlds apart, by who asks. And whether the first auditor's word was anywhere.

    who: everybody who may not know, or some of them.
    """
    seen, canary = {}, False
    for way, world, audit in worlds(second, ways):
        asking = who or unknowing(world, second)
        names = [name.split()[0] for name in world.people if name.split()[0] in asking]
        seen[way] = {name: answers(world, name, audit, whole) for name in names}
        canary |= CANARY.encode() in repr(seen[way]).encode()
    first = seen.pop("not_started")
    found = {
        (who, address): (way, _what_differs(first[who][address], told[who][address]))
        for way, told in seen.items()
        for who in first
        for address in first[who]
        if told[who][address] != first[who][address]
    }
    return found, canary


def _what_differs(one, other):
    lines = difflib.unified_diff(*(each[1].decode(errors="replace").splitlines() for each in (one, other)), n=0)
    return one[0], other[0], one[2], other[2], list(lines)[2:8]


@pytest.mark.parametrize("second", SECONDS)
def test_pages_are_one_to_whoever_may_not_know(worlds, second):  # noqa: F811  # the fixture above
    """Every address, by everybody, in six worlds."""
    found, canary = differing(worlds, second, WORLDS)

    assert found == {}
    assert not canary


def rule_forgets_the_seal(monkeypatch):
    """The one rule lets everything through."""
    monkeypatch.setattr(visibility.AuditFacts, "sealed", property(lambda audit: False))


def page_counts_what_was_done(monkeypatch):
    """A page that tells how many deeds there were tells that somebody works."""
    from looped.records.models import Event
    from looped.web import frame

    monkeypatch.setattr(frame, "called", lambda request: f"{Event.objects.count()} deeds")


def page_asks_once_more(monkeypatch):
    """A query more where the first auditor typed: no byte differs, and the number does."""
    from looped.records.models import DraftField
    from looped.web import frame

    honest = frame.settings_now

    def asking():
        if DraftField.objects.values("person").distinct().count() > 1:
            DraftField.objects.first()
        return honest()

    monkeypatch.setattr(frame, "settings_now", asking)


@pytest.mark.parametrize("leak", [rule_forgets_the_seal, page_counts_what_was_done, page_asks_once_more])
def test_a_leak_in_a_page_is_found(worlds, leak, monkeypatch):  # noqa: F811  # the fixture above
    """The comparison can tell worlds apart: what a rule or a page might let through shows to Ben, who is asked."""
    leak(monkeypatch)
    found, _ = differing(worlds, "Ben", (inadequate, drafted, not_started), whole=False, who={"Ben"})

    assert ("Ben", ("audit", "get")) in found
