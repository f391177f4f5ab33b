"""An edition can't be taken back: what it lacks is shown first, and it is asked about once."""

import pytest
from tests.pages.looking import look

from looped.records.queries.editions import editions
from looped.workflow.people import hold_role

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]


def test_an_edition_is_issued_once_it_is_meant(small_site, small_world, chrome):
    """Without script; the way back keeps what was typed."""
    hold_role(by=small_world.id("Ada"), person=small_world.id("Di"), role="report_approver", now=small_world.now())
    small_world.submit(small_world.single("C-1"), "Ann", 3)
    small_world.submit(small_world.looped("C-2"), "Ann", 3)
    context = chrome.new_context(java_script_enabled=False)
    context.add_cookies(small_site.cookies(small_world.id("Di")))
    page = context.new_page()
    page.goto(f"{small_site.site}/reports/issue")
    page.get_by_label("Quarter").fill("2026-27/Q3")
    page.get_by_label("As at the end of").fill("31/10/2026")
    page.get_by_label("Which board it is for").fill("Improvement Board")

    page.get_by_role("button", name="Continue").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Issue edition 1?"
    assert page.get_by_role("listitem").filter(has_text="October 2026: 1").count() == 2
    assert editions() == []
    page.get_by_role("link", name="Back").click()
    assert page.get_by_label("As at the end of").input_value() == "31/10/2026"
    assert page.get_by_label("Which board it is for").input_value() == "Improvement Board"

    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Issue edition 1").click()
    page.wait_for_url("**/reports")
    assert [(each.number, each.board) for each in editions()] == [(1, "Improvement Board")]


def test_the_page_that_asks_is_looked_at(small_site, small_world, chrome):
    """With much missing."""
    hold_role(by=small_world.id("Ada"), person=small_world.id("Di"), role="report_approver", now=small_world.now())
    small_world.pair(3, 1, "C-2")
    small_world.looped("C-3")
    context = chrome.new_context()
    context.add_cookies(small_site.cookies(small_world.id("Di")))
    page = context.new_page()
    page.goto(f"{small_site.site}/reports/issue")
    page.get_by_label("Quarter").fill("2026-27/Q3")
    page.get_by_role("button", name="Continue").click()

    look(page, "issue-asked")
