"""A document checked on pages: what was found is listed, and each link leads to its words, without script."""

import pytest
from tests.pages.looking import look

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]

LONG = "\n\n".join(["Nothing here has a figure that anybody could put to the test."] * 40)
REPORT = f"# Report\n\n{LONG}\n\n## Homes\n\nOf 40 homes visited, 10 (35%) had no smoke alarm.\n"


WORDY = "\n".join(
    [f"| {' | '.join(f'{way} by both managers' for way in ('Agreed', 'Graded higher', 'Graded lower', 'Moderated'))} |"]
    + ["|---|---|---|---|", "| 12 files of those read twice | 31 | 9 | 4 |"]
)
CUT = "all => all.filter(e => e.scrollWidth > e.clientWidth).length"


def test_a_link_of_the_list_leads_to_its_words(small_site, small_world, chrome):
    """The page is walled off; its own links work all the same."""
    page = _checked(small_site, small_world, chrome, REPORT, width=390)
    assert page.get_by_role("heading", level=1).inner_text() == "July report.md: checked"
    assert [each.inner_text() for each in page.get_by_role("heading", level=2).all()] == ["What was found", "Report"]
    words = page.locator("mark", has_text="10 (35%)").first
    assert not words.evaluate(IN_SIGHT)
    page.get_by_role("link", name="Wrong: 10 (35%)").first.click()
    assert words.evaluate(IN_SIGHT)
    assert page.get_by_role("heading", level=1).inner_text() == "July report.md: checked"
    look(page, "document-checked", axe_at=())


def test_a_wide_table_without_notes_takes_the_room_beside_it(small_site, small_world, chrome):
    """Nobody need scroll for what there is room for."""
    page = _checked(small_site, small_world, chrome, f"# Report\n\n{WORDY}\n", width=1280)
    assert page.locator("table").count() == 1
    assert page.locator("[role=region]").evaluate_all(CUT) == 0


def _checked(site, world, chrome, report, width):
    """The page of findings on a report in Markdown."""
    context = chrome.new_context(viewport={"width": width, "height": 800})
    context.add_cookies(site.cookies(world.id("Bo")))
    page = context.new_page()
    page.goto(f"{site.site}/check-a-document")
    page.locator("input[type=file]").set_input_files(
        {"name": "July report.md", "mimeType": "text/markdown", "buffer": report.encode()}
    )
    page.get_by_role("button", name="Check it").click()
    return page


IN_SIGHT = "e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().bottom <= innerHeight"
