"""The return in every state, looked at in both widths; by keyboard alone; without script; and what it weighs."""

import re

import pytest
from tests.pages.looking import look
from tests.pages.test_saving import REASON, SAVED, another_tab, kept, line, opened
from tests.unit.workflow.service_world import PAGES

from looped.records.models import AuditInHand, Submission

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]


def test_every_state_is_looked_at(small_site, small_world, chrome):
    """Empty, half done, wrong, in conflict, lost, signed out, handed in, too late; the family; a child at risk."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)
    root = f"{small_site.site}/audits/{audit}"
    look(page, "return-page-empty")
    page.goto(f"{root}/return")
    look(page, "return-tasks-empty")
    page.goto(f"{root}/return/check")
    look(page, "return-check-empty")
    page.get_by_role("button", name="Submit your return").click()
    look(page, "return-check-wrong")
    page.goto(f"{root}/return/plans?to=check&mend=1")
    look(page, "return-page-wrong")

    two = another_tab(page.context, small_site, audit)
    page.locator(REASON).fill("one")
    line(page, SAVED)
    two.locator(REASON).fill("two")
    line(two, "except where")
    look(two, "return-page-two-tabs")
    two.get_by_role("button", name="Save and continue").click()
    two.wait_for_load_state()
    look(two, "return-page-two-tabs-form")
    page.goto(f"{root}/return")
    look(page, "return-tasks-begun")
    page.goto(f"{root}/return/all")
    look(page, "return-all")

    page.goto(f"{root}/family")
    look(page, "family-empty")
    page.get_by_role("button", name="Record this").click()
    look(page, "family-wrong")
    for label in ("Mother", "Telephone", "They were heard"):
        page.get_by_label(label).check()
    page.get_by_label("What did they say?").fill("She listened.")
    page.get_by_role("button", name="Record this").click()
    look(page, "family-recorded")
    page.goto(f"{root}/return/plans")
    page.get_by_role("button", name="A child may be at risk now").click()
    page.wait_for_url("**/risk/**")
    look(page, "risk")
    page.get_by_role("button", name="Record whom you rang").click()
    look(page, "risk-wrong")
    di = chrome.new_context()
    di.add_cookies(small_site.cookies(small_world.id("Di")))
    concerns = di.new_page()
    concerns.goto(f"{small_site.site}/concerns")
    look(concerns, "concerns")
    concerns.get_by_role("button", name="Take this on by name").click()
    look(concerns, "concerns-answered")

    page.goto(f"{root}/return/diversity")
    page.context.set_offline(True)
    page.locator("[id='diversity.reason']").fill("lost")
    line(page, "connection is lost")
    look(page, "return-page-lost")
    page.context.set_offline(False)
    line(page, SAVED)
    page.context.clear_cookies()
    page.locator("[id='diversity.reason']").fill("signed out")
    line(page, "signed out")
    look(page, "return-page-signed-out")


def test_handed_in_and_back(small_site, small_world, chrome):
    """The confirmation, and what Back leads to."""
    audit = small_world.looped()
    small_world.draft(audit, "Ann", {"overall": 4})
    page = opened(chrome, small_site, small_world, audit)
    page.goto(f"{small_site.site}/audits/{audit}/return/check")
    look(page, "return-check-whole-at-odds")
    page.get_by_label("This is my own judgement").check()
    page.get_by_role("button", name="Submit your return").click()
    page.wait_for_url("**/submitted")
    look(page, "return-handed-in")
    page.go_back()
    assert "ask your QA lead to give it back to you" in page.inner_text("main")
    look(page, "return-too-late")


def tab_to(page, wanted):
    """Press Tab until the focus stands on what is wanted, as people without a mouse do."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({wanted!r})"):
            return
    raise AssertionError(f"{wanted} isn't reached by Tab")


def test_a_whole_return_by_keyboard_alone(small_site, small_world, chrome):
    """No mouse: every page, check, declaration, submission. Enter in a field never raises a concern."""
    audit = small_world.looped()
    page = opened(chrome, small_site, small_world, audit)
    page.goto(f"{small_site.site}/audits/{audit}/return")
    tab_to(page, "a[href$='/seeing_hearing']")
    page.keyboard.press("Enter")
    for code in PAGES:
        page.wait_for_url(f"**/{code}")
        tab_to(page, f"[name='{code}.grade']")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        for name in ("reason", "document", "document_date", "why_not_above", "different"):
            tab_to(page, f"[id='{code}.{name}']")
            page.keyboard.type("3 May 2026" if name == "document_date" else "as recorded")
        tab_to(page, "main form[data-save] button")
        page.keyboard.press("Enter")
    page.wait_for_url("**/check")
    tab_to(page, "#declared")
    page.keyboard.press("Space")
    tab_to(page, "main button:not(.looped-risk__button)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/submitted")
    assert Submission.objects.filter(audit=audit).count() == 1

    other = small_world.single()
    again = opened(chrome, small_site, small_world, other)
    again.locator("[id='plans.document']").fill("Review")
    again.keyboard.press("Enter")
    again.wait_for_url("**/decisions_oversight")
    assert kept(other, "plans.document") == "Review"


def test_without_script(small_site, small_world, chrome):
    """The page's own form does it all; the button of a child at risk opens a new tab, and what was typed stays."""
    audit = small_world.looped()
    context = chrome.new_context(java_script_enabled=False)
    context.add_cookies(small_site.cookies(small_world.id("Ann")))
    page = context.new_page()
    page.goto(f"{small_site.site}/audits/{audit}/return/plans")
    assert "nothing is saved until you press a button" in page.inner_text("main")
    page.locator(REASON).fill("Typed without script")
    with context.expect_page() as opening:
        page.get_by_role("button", name="A child may be at risk now").click()
    assert "Ring now" in opening.value.inner_text("main")
    assert page.locator(REASON).input_value() == "Typed without script"
    page.get_by_role("radio", name="Outstanding").check()
    assert not page.locator("[id='plans.why_not_above']").is_visible()
    page.get_by_role("button", name="Save and continue").click()
    assert page.url.endswith("/decisions_oversight")
    assert (kept(audit), kept(audit, "plans.grade")) == ("Typed without script", "4")
    assert AuditInHand.objects.get(audit=audit).stage == "with_auditors"


def test_what_the_pages_weigh(small_site, small_world, chrome):
    """As sent, at a first visit: page, style and script under 100 KB, the script under 30 KB."""
    audit = small_world.looped()
    for where in ("", "/plans", "/all"):
        context = chrome.new_context()
        context.add_cookies(small_site.cookies(small_world.id("Ann")))
        page = context.new_page()
        sent = {}
        page.on(
            "requestfinished",
            lambda request, sent=sent: sent.update({request.url: request.sizes()["responseBodySize"]}),
        )
        page.goto(f"{small_site.site}/audits/{audit}/return{where}")
        page.wait_for_load_state("networkidle")
        scripts = sum(size for url, size in sent.items() if re.search(r"\.js$", url))
        print(f"{where or 'tasks'}: {sum(sent.values())} bytes, script {scripts}, parts {sorted(sent.values())}")
        assert sum(sent.values()) < 100_000
        assert 0 < scripts < 30_000
        context.close()
