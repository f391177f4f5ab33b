"""A document checked on pages: what was found is listed, and each link leads to its words, without script."""

import pytest
from tests.pages.looking import look

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]

LONG = "\n\n".join(["Nothing here has a figure that anybody could put to the test."] * 40)
REPORT = f"# Report\n\n{LONG}\n\n## Homes\n\nOf 40 homes visited, 10 (35%) had no smoke alarm.\n"


def test_a_link_of_the_list_leads_to_its_words(small_site, small_world, chrome):
    """The page is walled off; its own links work all the same."""
    context = chrome.new_context(viewport={"width": 390, "height": 800})
    context.add_cookies(small_site.cookies(small_world.id("Bo")))
    page = context.new_page()
    page.goto(f"{small_site.site}/check-a-document")
    page.locator("input[type=file]").set_input_files(
        {"name": "July report.md", "mimeType": "text/markdown", "buffer": REPORT.encode()}
    )
    page.get_by_role("button", name="Check it").click()

    assert page.get_by_role("heading", level=1).inner_text() == "July report.md: checked"
    assert [each.inner_text() for each in page.get_by_role("heading", level=2).all()] == ["What was found", "Report"]
    words = page.locator("mark", has_text="10 (35%)").first
    assert not words.evaluate(IN_SIGHT)
    page.get_by_role("link", name="Wrong: 10 (35%)").first.click()
    assert words.evaluate(IN_SIGHT)
    assert page.get_by_role("heading", level=1).inner_text() == "July report.md: checked"
    look(page, "document-checked", axe_at=())


IN_SIGHT = "e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().bottom <= innerHeight"
