"""Fifty browsers saving at once lose nothing; two people who submit in the same second get one clear result."""

import json
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest

from looped.records.models import AuditInHand, DraftField, Submission
from looped.workflow.rounds import name_auditors

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]
BROWSERS, SAVES = 50, 10
AUDITORS = ("Ann", "Ben", "Cy", "Sue")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def sender(site, person):
    """Sends forms as this person's browser. Gives status and body."""
    cookies = {each["name"]: each["value"] for each in site.cookies(person)} | {"csrftoken": "a" * 32}
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    headers |= {"X-CSRFToken": "a" * 32, "Accept": "application/json"}
    opener = urllib.request.build_opener(NoRedirect)

    def send(path, fields):
        request = urllib.request.Request(f"{site.site}{path}", urlencode(fields).encode(), headers)
        try:
            with opener.open(request, timeout=60) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    return send


def typing(send, person, audit):
    """One browser: saves a text that grows, each made from the one before. Gives each save's status and seconds."""
    text, version, found = "", 0, []
    for number in range(SAVES):
        text += f"word {number} of {audit}. "
        begun = time.monotonic()
        fields = {"writer": person, "plans.reason": text, "version.plans.reason": version}
        status, body = send(f"/audits/{audit}/return/save", fields)
        found.append((status, time.monotonic() - begun))
        version = json.loads(body)["versions"]["plans.reason"] if status == 200 else version
    return text, found


def test_fifty_browsers_at_once_lose_nothing(site, world):
    """Each of the 500 saves is acknowledged, and what was acknowledged last stands, in its tenth version."""
    audits = {}
    for number, audit in enumerate(world.audits(*(f"C-{each}" for each in range(100, 100 + BROWSERS)), looped=False)):
        person = world.id(AUDITORS[number % len(AUDITORS)])
        name_auditors(by=world.id("Queenie"), audit=audit, lead=person, now=world.now())
        audits[audit] = (person, sender(site, person))

    with ThreadPoolExecutor(BROWSERS) as browsers:
        done = {audit: browsers.submit(typing, send, person, audit) for audit, (person, send) in audits.items()}
        results = {audit: each.result() for audit, each in done.items()}

    saves = [save for _, found in results.values() for save in found]
    assert [status for status, _ in saves] == [200] * (BROWSERS * SAVES)
    kept = dict(DraftField.objects.values_list("audit", "text"))
    assert kept == {audit: text for audit, (text, _) in results.items()}
    assert set(DraftField.objects.values_list("version", flat=True)) == {SAVES}
    seconds = sorted(each for _, each in saves)
    print(f"median {seconds[len(seconds) // 2]:.2f} s, longest {seconds[-1]:.2f} s")


def test_two_people_submit_in_the_same_second(site, world):
    """Both are in, once each, and the audit is open. Somebody who presses twice is in once."""
    audit = world.looped()
    for name in ("Ann", "Ben"):
        world.draft(audit, name)
    people = [world.id(name) for name in ("Ann", "Ann", "Ben", "Ben")]
    senders = [sender(site, person) for person in people]
    ready = threading.Barrier(len(people))

    def press(send):
        ready.wait()
        return send(f"/audits/{audit}/return/check", {"declared": "on"})[0]

    with ThreadPoolExecutor(len(people)) as browsers:
        answers = list(browsers.map(press, senders))

    assert answers == [302] * 4
    assert sorted(Submission.objects.values_list("part", "number")) == [("lead", 1), ("second", 1)]
    row = AuditInHand.objects.get(audit=audit)
    assert (row.lead_in, row.second_in, row.stage) == (True, True, "settled")
    assert row.settled_at and row.settled_at <= datetime.now(UTC)
