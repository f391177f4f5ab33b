"""The pages of signing in as people meet them: each looked at, from the letter's link to the work."""

import os
import re

import pytest
from django.contrib.auth.models import User
from tests.pages.looking import look
from tests.signed_in import number_users_from
from tests.unit.web.test_signing_in import PASSWORD, code_now

from looped.workflow.accounts import admit
from looped.workflow.letters.link import link_for
from looped.workflow.people import hold_role

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]
EMAIL = "nora@council.example"


def press(page, words):
    page.get_by_role("button", name=words, exact=True).click()


def test_each_page_of_signing_in(small_site, small_world, chrome, settings):
    """axe, widths and links on each state. Script is on for axe alone; the pages have none."""
    settings.ADDRESS = small_site.site
    number_users_from(5000)
    ada = small_world.id("Ada")
    person = admit(by=ada, name="Nora New", email=EMAIL)
    hold_role(by=ada, person=person, role="auditor", service_area="Help")
    page = chrome.new_context().new_page()
    page.goto(link_for(User.objects.get(email=EMAIL)))
    press(page, "Set the password")
    look(page, "choose-password-wrong")
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password again").fill(PASSWORD)
    press(page, "Set the password")
    look(page, "password-set")
    page.get_by_role("link", name="Sign in").click()
    look(page, "sign-in")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill("wrong words here")
    press(page, "Sign in")
    look(page, "sign-in-wrong")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    look(page, "second-factor")
    key = page.locator(".looped-key").inner_text().replace(" ", "")
    page.get_by_label("Code").fill(code_now(key))
    press(page, "Set it up")
    look(page, "recovery-codes")
    page.get_by_role("button", name="I have kept them").click()
    for path in ("", "/password", "/codes", "/codes/new", "/app/remove"):
        page.goto(f"{small_site.site}/your-sign-in{path}")
        look(page, f"your-sign-in{path.replace('/', '-')}")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    look(page, "code")
    page.get_by_label("Code").fill("000000")
    press(page, "Continue")
    look(page, "code-wrong")
    for path in ("forgotten", "forgotten/sent", "closed", "cancelled", "password/1/x-y"):
        page.goto(f"{small_site.site}/sign-in/{path}")
        look(page, f"sign-in-{re.sub('/', '-', path)}")


def test_a_held_form_goes_out_by_one_press(small_site, small_world, chrome):
    """Signed out while typing, signed in anew in another tab: what was sent is sent again, and arrives."""
    ada = small_site.cookies(small_world.id("Ada"))
    context = chrome.new_context()
    context.add_cookies(ada)
    page = context.new_page()
    page.goto(f"{small_site.site}/people/new")
    page.get_by_label("Name", exact=True).fill("Nora New")
    context.clear_cookies()
    press(page, "Add")
    look(page, "held")
    assert "Nora New" in page.locator("main").inner_text()

    context.clear_cookies()
    context.add_cookies(ada)
    context.new_page().goto(f"{small_site.site}/people")  # signing in brings a new token, as this does
    press(page, "Send it again")

    assert page.locator("h1").inner_text() == "Nora New"
    printed(page, "person-printed")


def printed(page, name):
    """On paper there is nothing to press."""
    page.emulate_media(media="print")
    assert not page.locator(".govuk-service-navigation").is_visible()
    assert not page.get_by_role("button").first.is_visible()
    if folder := os.environ.get("LOOPED_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
