"""One looped audit from both returns to what is learnt, in browsers, on SQLite and on PostgreSQL.

Two auditors in two browsers differ in two domains, in one by two grades; the small difference is settled on the page
by keyboard alone, the great one in a meeting; the quarter's figures change when both are in, and not before.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from tests.pages import looking
from tests.records_fixtures import (  # noqa: F401  # pytest finds fixtures by name
    databases_open,
    migrated_database,
    migrated_file,
    postgresql_cluster,
    record,
)
from tests.signed_in import signed_in
from tests.unit.workflow.service_world import PAGES, council

from looped.figures.every import all_figures
from looped.figures.moments import now
from looped.records.queries.as_source import as_source
from looped.rubric.loading import frameworks

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]


def look(page, name):
    """Looks on one engine: the pages are the same on both, as the steps between them show."""
    from django.db import connection

    if connection.vendor == "sqlite":
        looking.look(page, name)


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


class Threads(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@pytest.fixture
def site(record, monkeypatch):  # noqa: F811  # the fixture above
    """The pages on this record, served from this process. Gives their address."""
    from django.core.wsgi import get_wsgi_application
    from django.db import connections

    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # the browser's driver runs a loop in this thread
    application = get_wsgi_application()

    def closing(environ, start):
        answer = application(environ, start)
        try:
            yield from answer
        finally:
            answer.close()
            connections.close_all()

    server = make_server("127.0.0.1", 0, closing, server_class=Threads, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def in_a_thread(scenario, site):
    """The browser's driver runs a loop; in a thread of its own it leaves this one's database connections alone."""
    from django.db import connections
    from playwright.sync_api import sync_playwright

    def run():
        try:
            with sync_playwright() as playwright:
                chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
                try:
                    scenario(site, chromium)
                finally:
                    connections.close_all()  # within the driver's loop: Django keeps connections apart by it
                    chromium.close()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(run).result()


def opened(chromium, site, person):
    """A browser of somebody's own, signed in."""
    context = chromium.new_context()
    cookies = signed_in(person).cookies
    context.add_cookies([{"name": name, "value": each.value, "url": site} for name, each in cookies.items()])
    return context.new_page()


def fill(page, site, audit, grades):
    """A whole return on its one long page, submitted."""
    page.goto(f"{site}/audits/{audit}/return/all")
    for code in PAGES:
        page.locator(f"input[name='{code}.grade'][value='{grades.get(code, 3)}']").check(force=True)
        for name in ("reason", "document", "why_not_above", "different"):
            page.locator(f"[name='{code}.{name}']").fill(f"{name} of {code}")
        page.locator(f"[name='{code}.document_date']").fill("1 September 2026")
    page.get_by_role("button", name="Save and check your answers").click()
    page.wait_for_url("**/check")
    page.get_by_label("This is my own judgement").check()
    page.get_by_role("button", name="Submit your return").click()
    page.wait_for_url("**/submitted")


def tab_to(page, selector):
    """Goes there by Tab alone, as somebody does who uses no mouse."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def pressed(page, selector):
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def written(page, selector, text):
    tab_to(page, selector)
    page.keyboard.type(text)


def figure(name, domain=None):
    """A figure of the quarter, as `looped figures` counts it from this record."""
    moment = now()
    rows = all_figures(as_source(moment).count(moment), list(frameworks()), "2026-10", "2026-12")
    found = [row for row in rows if (row.figure, row.domain, row.month) == (name, domain, None)]
    return [row.count for row in found if row.grade in (None, "Good")][0]


def test_from_two_returns_to_what_is_learnt(site):
    in_a_thread(_from_two_returns_to_what_is_learnt, site)


def _from_two_returns_to_what_is_learnt(site, chromium):
    world = council()
    audit = world.looped()
    ann, ben, mo = (opened(chromium, site, world.id(name)) for name in ("Ann", "Ben", "Mo"))
    here = f"{site}/audits/{audit}"

    fill(ann, site, audit, {"plans": 1, "supervision": 2})
    ann.goto(here)
    look(ann, "audit-sealed")
    assert (figure("audits"), figure("looped"), figure("grades", "plans")) == (0, 0, 0)
    assert mo.goto(here).status == 404
    fill(ben, site, audit, {})
    assert (figure("audits"), figure("looped"), figure("differed")) == (1, 1, 1)
    assert (figure("grades", "plans"), figure("grades", "supervision"), figure("moderated")) == (0, 0, 0)

    _settle_by_keyboard(ann, here)
    _arrange(mo, here)
    _moderate_by_keyboard(mo, here)

    ann.goto(here)
    look(ann, "audit-settled")
    said = ann.inner_text("main")
    assert "Look for the later version." in said
    assert "Name the version." not in said
    assert "The plan of September has dates." in said
    ben.goto(here)
    assert "Name the version." in ben.inner_text("main")
    ann.goto(site)
    look(ann, "first-settled")
    assert "Look for the later version." in ann.inner_text("main")
    assert (figure("grades", "plans"), figure("grades", "supervision"), figure("moderated")) == (1, 1, 1)


def _settle_by_keyboard(page, here):
    page.goto(here)
    look(page, "audit-to-settle")
    pressed(page, "form[action$='/settle/supervision'] button[name=accept]")
    look(page, "audit-settle-error")
    assert "Say in a sentence why you accept this grade." in page.inner_text("main")
    pressed(page, ".govuk-error-summary a")
    page.keyboard.type("It is on the file; I missed it.")
    pressed(page, "form[action$='/settle/supervision'] button[name=accept]")
    assert "It is on the file; I missed it." in page.inner_text("main")
    assert "1 domain waits for a meeting with a moderator." in page.inner_text("main")


def _arrange(page, here):
    page.goto(f"{here}/meeting")
    look(page, "meeting")
    page.get_by_label("Date").fill("32/1/2099")
    page.get_by_role("button", name="Invite them").click()
    look(page, "meeting-error")
    page.get_by_label("Date").fill("1/7/2099")
    page.get_by_label("Time").fill("9:00")
    page.get_by_label("Place").fill("Room 2, first floor; ring the bell")
    page.get_by_role("button", name="Invite them").click()
    page.wait_for_url(here)
    look(page, "audit-meeting")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Invitation for your calendar").click()
    lines = coming.value.path().read_bytes().decode().split("\r\n")
    assert "DTSTART:20990701T080000Z" in lines
    assert "DTEND:20990701T084500Z" in lines
    assert "LOCATION:Room 2\\, first floor\\; ring the bell" in lines


def _moderate_by_keyboard(page, here):
    page.goto(f"{here}/moderate")
    look(page, "moderate")
    written(page, "[name='plans.words']", "The plan of September has dates.")
    pressed(page, "form[method=post] > button")
    look(page, "moderate-error")
    assert page.locator("[name='plans.words']").input_value() == "The plan of September has dates."
    pressed(page, ".govuk-error-summary a")
    page.keyboard.press("Space")  # on the first grade, where the error leads
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("[name='plans.grade']:checked").input_value() == "3"
    tab_to(page, "[name='plans.difference']")
    page.keyboard.press("ArrowDown")
    written(page, "[name=met_on]", f"{date.today():%d/%m/%Y}")
    tab_to(page, "[name=attended]")
    page.keyboard.press("Space")
    written(page, "[name='learning.lead']", "Look for the later version.")
    written(page, "[name='learning.second']", "Name the version.")
    pressed(page, "form[method=post] > button")
    assert page.url.partition("#")[0] == here
    look(page, "audit-moderated")
