"""Saving as it is typed, in a browser: whatever was shown as saved is there afterwards, whatever broke meanwhile."""

import json
import re
import threading
import time
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest

from looped.records.models import DraftField

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]
SAVED = re.compile(r"^Saved at \d{1,2}:\d\d:\d\d[ap]m$")
REASON = "[id='plans.reason']"
PATIENCE = 60_000


def opened(chrome, service, world, audit, name="Ann"):
    """A browser of this person, on the page of plans."""
    context = chrome.new_context()
    context.set_default_timeout(PATIENCE)
    context.add_cookies(service.cookies(world.id(name)))
    return another_tab(context, service, audit)


def another_tab(context, service, audit, page="plans"):
    tab = context.new_page()
    tab.goto(f"{service.site}/audits/{audit}/return/{page}")
    return tab


def line(page, wanted):
    """Wait until the line of saving says this."""
    page.wait_for_function(
        "wanted => new RegExp(wanted).test(document.querySelector('[data-line]').textContent)",
        arg=getattr(wanted, "pattern", wanted),
        timeout=PATIENCE,
    )
    return page.text_content("[data-line]")


def kept(audit, field="plans.reason"):
    return DraftField.objects.filter(audit=audit, field=field).values_list("text", flat=True).first()


def test_what_is_typed_is_saved_by_itself(small_site, small_world, chrome):
    """After a pause in typing; a radio at once; by leaving; and what the line says is so."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)

    page.locator(REASON).press_sequentially("The plan is late\nand nobody said why.")
    line(page, SAVED)
    assert kept(audit) == "The plan is late\nand nobody said why."
    page.get_by_role("radio", name="Good").check()
    line(page, SAVED)
    page.locator("[id='plans.document']").press_sequentially("Review")
    page.get_by_role("link", name="Back to the task list").click()
    page.wait_for_url("**/return")
    assert (kept(audit, "plans.grade"), kept(audit, "plans.document")) == ("3", "Review")
    assert "In progress" in page.inner_text("main")

    again = another_tab(page.context, small_site, audit)
    assert again.input_value(REASON) == "The plan is late\nand nobody said why."
    assert again.get_by_role("radio", name="Good").is_checked()
    again.locator(REASON).press_sequentially("!")
    again.get_by_role("button", name="Save and continue").click()
    again.wait_for_url("**/decisions_oversight")
    assert kept(audit).count("!") == 1


def test_a_page_closed_in_mid_typing(small_site, small_world, chrome):
    """Closed as people close a tab, the last letters are sent on the way out."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)

    page.locator(REASON).press_sequentially("Closed")
    page.close(run_before_unload=True)

    for _ in range(100):
        if kept(audit) == "Closed":
            return
        time.sleep(0.1)
    raise AssertionError(kept(audit))


def test_a_killed_browser_loses_nothing_that_was_shown_as_saved(small_site, small_world, chrome):
    """Killed without a farewell; the newest letters may go, what the line called saved is there."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)
    page.locator(REASON).press_sequentially("Shown as saved")
    line(page, SAVED)

    page.locator(REASON).press_sequentially(", and some mo")
    page.context.close()

    assert opened(chrome, small_site, small_world, audit).input_value(REASON).startswith("Shown as saved")


def test_two_tabs(small_site, small_world, chrome):
    """The other tab's text stands beside one's own; either can be kept; nothing is overwritten before."""
    audit = small_world.looped()
    one = opened(chrome, small_site, small_world, audit)
    two = another_tab(one.context, small_site, audit)
    one.locator(REASON).fill("from one")
    line(one, SAVED)

    two.locator(REASON).fill("from two")
    two.get_by_role("radio", name="Good").check()
    assert "except where another tab" in line(two, "except where")
    assert "Another tab saved another text" in two.text_content("[data-told]")
    assert two.text_content(".looped-theirs") == "from one"
    assert (kept(audit), kept(audit, "plans.grade")) == ("from one", "3")
    two.get_by_role("button", name="Keep mine").click()
    line(two, SAVED)
    assert kept(audit) == "from two"

    one.get_by_role("radio", name="Outstanding").check()
    line(one, "except where")
    assert one.text_content(".looped-theirs") == "Good"
    one.get_by_role("button", name="Use this").click()
    line(one, SAVED)
    assert one.get_by_role("radio", name="Good").is_checked()
    assert kept(audit, "plans.grade") == "3"

    one.locator(REASON).fill("one again")
    line(one, "except where")
    one.get_by_role("button", name="Save and continue").click()
    one.get_by_label("Keep mine, which is on this page").check()
    one.get_by_role("button", name="Save and continue").click()
    one.wait_for_url("**/decisions_oversight")
    assert kept(audit) == "one again"


def test_a_lost_connection(small_site, small_world, chrome):
    """It says since when nothing is saved, warns before leaving, keeps trying, and saves all once it can."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)
    page.locator(REASON).press_sequentially("Before")
    last = line(page, SAVED).removeprefix("Saved at ")

    page.context.set_offline(True)
    page.locator(REASON).press_sequentially(", and while it was down")
    said = line(page, "connection is lost")
    assert f"Nothing has been saved since {last}" in said
    assert "connection is lost" in page.text_content("[data-told]")
    assert kept(audit) == "Before"
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_timeout(500)
    assert page.input_value(REASON) == "Before, and while it was down"

    page.context.set_offline(False)
    line(page, SAVED)
    assert kept(audit) == "Before, and while it was down"


def test_an_answer_that_was_lost_is_no_other_tab(small_site, small_world, chrome):
    """The save arrived and its answer didn't: typing goes on, and nobody is asked which text to keep."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)
    lost = []

    def lose(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    page.route("**/return/save", lose)
    page.locator(REASON).fill("One")
    line(page, "connection is lost")
    assert kept(audit) == "One"
    page.locator(REASON).fill("One and two")
    line(page, SAVED)

    assert kept(audit) == "One and two"
    assert page.locator(".looped-conflict").count() == 0


def test_signed_out_and_in_again(small_site, small_world, chrome):
    """It says so with a link that opens a new tab, and goes on by itself afterwards, with a token of its own."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)
    context = page.context
    page.locator(REASON).fill("Before")
    line(page, SAVED)

    context.clear_cookies()
    page.locator(REASON).fill("While signed out")
    assert "You are signed out. Nothing has been saved since" in line(page, "signed out")
    link = page.get_by_role("link", name="Sign in again (opens in a new tab)")
    assert (link.get_attribute("target"), link.get_attribute("href")) == ("_blank", "/sign-in")
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_timeout(300)
    assert page.url.endswith("/plans")

    context.add_cookies(small_site.cookies(small_world.id("Ann")))
    another_tab(context, small_site, audit, "overall")  # brings a new token, as signing in does
    line(page, SAVED)
    assert kept(audit) == "While signed out"


def test_somebody_else_signs_in_on_the_same_machine(small_site, small_world, chrome):
    """The second auditor: not a letter of the first one's goes into their return."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)

    page.context.add_cookies(small_site.cookies(small_world.id("Ben")))
    page.locator(REASON).fill("Ann's own view")
    line(page, "Somebody else is signed in here now")
    assert not DraftField.objects.exists()

    page.context.add_cookies(small_site.cookies(small_world.id("Ann")))
    line(page, SAVED)
    assert list(DraftField.objects.values_list("person", "text")) == [(small_world.id("Ann"), "Ann's own view")]


def test_submitted_in_another_tab(small_site, small_world, chrome):
    """It says that nothing more is saved; the text stays to be read."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)
    small_world.moment = datetime.now(UTC)
    small_world.submit(audit, "Ann")

    page.locator(REASON).fill("Too late")
    assert "You submitted this return" in line(page, "is not saved")
    assert page.input_value(REASON) == "Too late"


def test_the_server_is_killed_ten_times_in_mid_typing(site, world, chrome):
    """Every acknowledged save is there after each kill; the page goes on by itself once it is started again."""
    audit = world.looped()
    page = opened(chrome, site, world, audit)
    acknowledged = {}

    def noted(request):
        response = request.response()
        if request.url.endswith("/save") and response and response.status == 200:
            with_text = parse_qs(request.post_data, keep_blank_values=True)
            for name, version in json.loads(response.text())["versions"].items():
                acknowledged[name] = max(acknowledged.get(name, (0, "")), (version, with_text[name][0]))

    page.on("requestfinished", noted)
    for turn in range(10):
        killer = threading.Timer(0.2 + turn * 0.13, site.kill)
        killer.start()
        page.locator(REASON).press_sequentially(f"turn {turn} and some words. ", delay=60)
        killer.join()
        page.wait_for_timeout(100)
        for name, (version, text) in acknowledged.items():
            row = DraftField.objects.get(audit=audit, field=name)
            assert row.version >= version
            assert row.version > version or row.text == text
        site.start()
        line(page, SAVED)
        assert kept(audit) == page.input_value(REASON)

    assert kept(audit) == "".join(f"turn {turn} and some words. " for turn in range(10))
    assert page.locator(".looped-conflict").count() == 0
    assert acknowledged["plans.reason"][1]
