"""Looking at a page as it is: axe, links, width, and a picture where LOOPED_PICTURES names a folder."""

import os
from functools import cache
from pathlib import Path
from weakref import WeakSet

WIDTHS = (390, 1280)
MISSING = (
    "[...document.querySelectorAll('a[href^=\"#\"]')]"
    ".filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.hash)"
)
TWICE = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at)"
SMALL = (
    "[...document.querySelectorAll('main button, main input:not([type=hidden]), main select, main textarea')]"
    ".filter(e => e.checkVisibility()).map(e => [e.getBoundingClientRect(), e])"
    ".filter(([r, e]) => r.width > 1 && r.height < 44).map(([r, e]) => e.outerHTML.slice(0, 80))"
)
# What a mouse can use and Tab can't reach, or what only looks like a button.
BY_MOUSE_ALONE = (
    "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]"
    ".filter(e => e.checkVisibility() && !e.disabled && e.tabIndex < 0)"
    ".concat([...document.querySelectorAll('[onclick], [role=button]:not(button, a[href]), [role=link]:not(a[href])')])"
    ".map(e => e.outerHTML.slice(0, 80))"
)
# Columns of a table that lie beyond the edge of a telephone, and cells that stand there without their column's name.
BEYOND = (
    "[...document.querySelectorAll('.looped-scroll')].filter(e => e.scrollWidth > e.clientWidth)"
    ".concat([...document.querySelectorAll('.looped-scroll tbody td:not([data-head])')])"
    ".map(e => e.outerHTML.slice(0, 80))"
)
# All its rules; what they find right is not written out.
BROKEN = (
    "axe.run({resultTypes: ['violations']}).then(found => found.violations.map(each => [each.id, each.nodes[0].html]))"
)
# Browsers whose every page has axe from its beginning: its half a million letters are sent once.
WITH_AXE = WeakSet()


def look(page, name, axe_at=WIDTHS):
    """axe finds nothing, each in-page link has its target, each id is there once, one h1, nothing wider than the screen.

    And nothing needs a mouse, and on a telephone no column of a table lies beyond the edge.  axe_at: at which of the widths axe looks.
    """
    page.wait_for_load_state()  # a click comes back as soon as the next page begins to arrive
    assert page.evaluate(MISSING) == [], (name, page.evaluate(MISSING))
    assert page.evaluate(TWICE) == [], (name, page.evaluate(TWICE))
    assert page.locator("h1").count() == 1, name
    assert page.evaluate(SMALL) == [], (name, page.evaluate(SMALL))
    assert page.evaluate(BY_MOUSE_ALONE) == [], (name, page.evaluate(BY_MOUSE_ALONE))
    _bring_axe(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} at {width}"
        assert width > 390 or page.evaluate(BEYOND) == [], (name, page.evaluate(BEYOND))
        broken = page.evaluate(BROKEN) if width in axe_at else []
        assert not broken, f"{name} at {width}: {broken}"
        folder = os.environ.get("LOOPED_PICTURES")
        if folder:
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


def _bring_axe(page):
    if page.context not in WITH_AXE:
        page.context.add_init_script(_axe())
        WITH_AXE.add(page.context)
    if page.evaluate("typeof axe") == "undefined":  # a page opened before
        page.evaluate(_axe())


@cache
def _axe():
    import axe_core_python

    return next(Path(axe_core_python.__file__).parent.rglob("axe.min.js")).read_text()
