"""The page in Chromium: axe-core finds nothing, the page never scrolls sideways, in-page links arrive, nothing is fetched."""

from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (1280, 390)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium, headless."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(params=WIDTHS)
def page(request, browser, files, tmp_path):
    """The sample's page, opened from a file at a width; every request that it makes is kept."""
    place = tmp_path / "report.html"
    place.write_bytes(files["html"])
    opened = browser.new_page(viewport={"width": request.param, "height": 900})
    opened.asked = []
    opened.on("request", lambda asked: opened.asked.append(asked.url))
    opened.goto(place.as_uri())
    yield opened
    opened.close()


def test_axe_finds_nothing(page):
    """No violation of any rule of axe-core."""
    import axe_core_python

    page.evaluate(Path(axe_core_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))

    found = page.evaluate("axe.run()")

    assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found["violations"]] == []


def test_page_never_scrolls_sideways(page):
    """Wide tables scroll in a region of their own."""
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_regions_that_scroll_can_be_reached_by_keyboard(page):
    """Each has a name and takes the focus."""
    regions = page.evaluate(
        "[...document.querySelectorAll('.scroll')].map(r => [r.tabIndex, !!document.getElementById(r.getAttribute('aria-labelledby'))])"
    )

    assert regions == [[0, True]] * 6


def test_one_picture_of_each_chart_is_shown(page):
    """The wide one or the narrow one, and it fits."""
    shown = page.evaluate(
        "[...document.querySelectorAll('figure.chart')].map(f => [...f.querySelectorAll('svg')]"
        ".filter(s => s.getBoundingClientRect().width > 0 && s.getBoundingClientRect().right <= innerWidth).length)"
    )

    assert shown == [1] * 6


def test_nothing_is_fetched(page):
    """One file, complete in itself."""
    assert [url for url in page.asked if not url.startswith("file:")] == [] and len(page.asked) == 1
