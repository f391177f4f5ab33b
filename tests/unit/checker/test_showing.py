"""The page with the text and what was found beside it."""

from pathlib import Path

import pytest
from lxml import html
from tests.unit.checker.documents import REPORT

from looped.checker.document import Document, Where
from looped.checker.finding import Finding
from looped.checker.judging import Judgement, judge
from looped.checker.readers.text import read
from looped.checker.showing import as_page

AXE_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def page_of(text: str) -> html.HtmlElement:
    document = read(text, "a <b> report.txt")
    return html.document_fromstring(as_page(document, judge(document)))


def test_the_quote_is_marked_where_it_stands():
    """The finding stands beside its paragraph, with the sum."""
    page = page_of("First words.\n\nIn all 7 of 30 (50%) were Good & sound.")
    row = page.xpath("//div[@class='row'][.//mark]")[0]

    assert [mark.text for mark in row.iter("mark")] == ["7 of 30 (50%)"]
    assert "7 of 30 is 23.3%, not 50%" in row.text_content()
    assert "Good & sound" in row.text_content()


def test_whatever_stands_in_the_document_is_words_only():
    """A document can't put a script, a link or a picture on our page."""
    page = page_of("<script>alert(1)</script> <img src=x> 7 of 30 (50%) <a href='http://x'>y</a>")

    assert [each.tag for each in page.iter("script", "img", "link", "iframe")] == []
    assert [each.get("href") for each in page.iter("a")] == ["#at-1"]
    assert "<script>alert(1)</script>" in page.text_content()


def test_what_was_found_is_listed_with_links_to_its_words():
    """In the order of the page; of a table too. Each link has its place, once."""
    page = page_of(
        "# Report\n\n## Late visits\n\nOf 40 homes 10 (35%) were visited.\n\n"
        "Grade\tMay\nGood\t8 (24.1%)\nPoor\t22 (73.3%)\nTotal\t30"
    )
    (listed,) = page.xpath("//nav[h2='What was found']/ol")
    ids = [each.get("id") for each in page.xpath("//*[@id]")]

    links = [(each.get("href"), each.text) for each in listed.iter("a")]
    assert [words for _, words in links][0] == "Wrong: 10 (35%)"
    assert links[-1][1] == "Wrong: 8 (24.1%)"
    assert [ids.count(href[1:]) for href, _ in links] == [1] * len(links)
    for href, words in links:
        (place,) = page.xpath(f"//*[@id='{href[1:]}']")
        marked = place.xpath("following-sibling::mark")[0].text
        assert words == f"Wrong: {marked}"
    assert [each.text for each in listed.xpath("li/span")][0] == "Late visits"


def test_links_to_words_within_others_lead_to_the_mark_that_holds_them():
    """Marks don't stand within marks."""
    first, *others = (
        Finding("a", "wrong", Where(line=1), quote, "", "", f"why {quote}") for quote in ("9 of 12 were late", "12")
    )
    document = read("In May 9 of 12 were late.")
    page = html.document_fromstring(as_page(document, Judgement((first, *others), 0)))

    assert [mark.text for mark in page.iter("mark")] == ["9 of 12 were late"]
    assert [each.get("id") for each in page.xpath("//mark/preceding-sibling::span")] == ["at-1", "at-2"]
    assert [each.get("href") for each in page.iter("a")] == ["#at-1", "#at-2"]


def test_nothing_found_is_no_list():
    """Nor an empty one."""
    assert page_of("Of 40 homes 10 (25%) were visited.").xpath("//nav") == []


def test_marked_headings_are_headings():
    """Without their marks, in their order below the page's own title."""
    page = page_of("# Report\n\nFirst words.\n\n## Summary\n\nOf 40 homes 10 (25%) were visited.")

    assert [(each.tag, each.text_content()) for each in page.xpath("//section//h2|//section//h3")] == [
        ("h2", "Report"),
        ("h3", "Summary"),
    ]


def test_a_finding_without_a_place_is_shown_all_the_same():
    """None is lost where a block can't be found."""
    document = read("In all 7 of 30 (50%) were Good.")
    page = as_page(Document((), "x"), judge(document))

    assert "7 of 30 is 23.3%, not 50%" in page
    assert 'href="#note-1"' in page
    assert 'id="note-1"' in page


def test_a_table_keeps_its_cells():
    """With the wrong one marked in its own row."""
    page = page_of("Grade\tMay\nGood\t8 (24.1%)\nPoor\t22 (73.3%)\nTotal\t30")

    assert [cell.text_content() for cell in page.iter("td")][:4] == ["Grade", "May", "Good", "8 (24.1%)"]
    assert [mark.text for mark in page.iter("mark")] == ["8 (24.1%)"]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(width, tmp_path):
    """On the seed's findings; and the page never scrolls sideways."""
    import axe_core_python
    from playwright.sync_api import sync_playwright

    document = read(REPORT.read_text(), "report.txt")
    (tmp_path / "page.html").write_text(as_page(document, judge(document)))
    source = Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=AXE_FLAGS)
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto((tmp_path / "page.html").as_uri())
        page.evaluate(source)
        found = page.evaluate("axe.run()")["violations"]
        fits = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        browser.close()

    assert [(each["id"], each["nodes"][0]["target"]) for each in found] == []
    assert fits


def test_a_figure_that_several_rules_find_wrong_is_told_once():
    """Guards that one slip of the pen is one note and one mistake, however many rules see it."""
    found = judge(
        read("We watched 21 boats; 4 were poor, and the remaining 19 were sound. Of 104 ropes 61 (68.7%) were new.")
    )
    last = [each for each in found.amiss if each.stated == "19"]
    assert len({each.code for each in last}) > 1
    assert len({each.slip for each in last}) == 1
    assert [each.stated for each in found.told].count("19") == 1
    assert len(found.told) < len(found.amiss)
