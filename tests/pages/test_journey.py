"""Two auditors in two browsers do one looped audit; axe and in-page links on every page they meet."""

import os
import re
import subprocess
import sys
import time
import urllib.request

import pytest
from tests.pages.looking import look as _look
from tests.unit.workflow.service_world import PAGES

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]
PORT = 8791
SITE = f"http://127.0.0.1:{PORT}"
GRADES = {2: "Requires Improvement", 3: "Good"}


@pytest.fixture(scope="module")
def password(tmp_path_factory):
    """The demonstration, served; gives everybody's password."""
    folder = tmp_path_factory.mktemp("demonstration")
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "LOOPED_HOME": str(folder / "home")
    }
    command = [sys.executable, "-c", "from looped.cli import main; main()", "demo", "--port", str(PORT)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, env=env, stdout=log, stderr=log, cwd=folder)
    try:
        _wait(server)
        yield re.search(r"each is (\S+) ", (folder / "log").read_text())[1]
    finally:
        server.terminate()
        server.wait(60)


def _wait(server):
    for _ in range(1800):
        assert server.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(f"{SITE}/healthz", timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server didn't answer")


@pytest.fixture
def browser(chrome):
    return chrome


def test_two_auditors_do_one_looped_audit(password, browser):
    ann, ben = (_signed_in(browser, name, password) for name in ("first", "second"))

    _fill(ann, grade=3, plans=2)
    assert "Settled" not in ann.inner_text("main")
    before = ben.goto(SITE) and ben.inner_text("main")
    assert "A. Ferrow" not in before
    _fill(ben, grade=3, plans=3)
    ben.get_by_label("Why, in a sentence").fill("The plan is out of date; I agree.")
    _look(ben, "to-settle")
    ben.get_by_role("button", name="Accept Requires Improvement").click()

    said = ben.inner_text("main")
    assert "Why Requires Improvement: The plan is out of date; I agree." in said
    assert "Not yet" not in said
    ann.goto(SITE)
    _look(ann, "first-page-settled")


def _signed_in(browser, name, password):
    page = browser.new_context(java_script_enabled=True).new_page()
    page.goto(SITE)
    _look(page, f"sign-in-{name}")
    page.get_by_label("E-mail address").fill(name)
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    assert "E-mail address or password is wrong" in page.inner_text("main")
    _look(page, f"sign-in-wrong-{name}")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    _look(page, f"first-page-{name}")
    return page


def _fill(page, grade, plans):
    page.goto(SITE)
    page.get_by_role("link", name="C-10427").click()
    _look(page, "tasks")
    page.get_by_role("link", name="Check your answers and submit").click()
    page.get_by_role("button", name="Submit").click()
    _look(page, "check-errors")
    page.goto(re.sub("/check$", f"/{PAGES[0]}", page.url))
    for code in PAGES:
        assert page.url.endswith(code)
        page.get_by_role("radio", name=GRADES[plans if code == "plans" else grade], exact=True).check()
        for field in ("reason", "document", "why_not_above", "different"):
            page.locator(f"[id='{code}.{field}']").fill("as recorded")
        page.locator(f"[id='{code}.document_date']").fill("5 January 2026")
        _look(page, code) if code == "plans" else None
        page.locator("button.govuk-button:not(.looped-risk__button)").first.click()
        page.wait_for_url(lambda url, code=code: not url.endswith(code))
    page.get_by_label("This is my own judgement").check()
    _look(page, "check")
    page.get_by_role("button", name="Submit").click()
    page.wait_for_url("**/submitted")
    _look(page, "submitted")
    page.goto(page.url.removesuffix("/return/submitted"))
