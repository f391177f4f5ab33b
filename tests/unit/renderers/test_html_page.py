"""The web page as text: escaped, linked within itself, traceable, without scripts and addresses."""

import re

from lxml import html

from looped.renderers.html_page import render
from looped.renderers.tree import of_kind
from looped.renderers.words import line
from looped.reports.nodes import Chart, Section


def _page(files):
    return html.document_fromstring(files["html"].decode())


def test_no_script_no_address_no_handler(files):
    """Nothing runs and nothing is fetched: no script, no http in src, href or url(), no on... attribute."""
    page = _page(files)

    addresses = [value for _, _, value, _ in page.iterlinks() if not value.startswith("#")]
    handlers = [name for each in page.iter() for name in each.attrib if name.startswith("on")]
    assert (list(page.iter("script")), addresses, handlers) == ([], [], [])
    assert re.findall(rb"url\((?!#|&#34;#|\"#)[^)]*\)", files["html"]) == []


def test_words_are_escaped(files):
    """What somebody typed is shown as typed."""
    assert b"<script" not in files["html"].lower()
    assert "&lt;script&gt;alert(&#34;no&#34;)&lt;/script&gt;" in files["html"].decode()


def test_every_inner_link_has_its_target(files):
    """axe doesn't see a broken link within a page."""
    page = _page(files)
    targets = [each.get("id") for each in page.iter() if each.get("id")]

    assert [a.get("href") for a in page.iter("a") if a.get("href").removeprefix("#") not in targets] == []
    assert len(targets) == len(set(targets))


def test_contents_name_every_top_section(files, sample_report):
    """In their order."""
    nav = next(_page(files).iter("nav"))

    assert [a.text_content() for a in nav.iter("a")] == [line(section.title) for section in sample_report.sections]


def test_headings_go_down_by_single_steps(files, sample_report):
    """One h1; sections from h2 on; none skipped."""
    page = _page(files)
    levels = [int(each.tag[1]) for each in page.iter() if re.fullmatch("h[1-6]", str(each.tag))]

    assert levels.count(1) == 1
    assert [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1] == []
    assert len(levels) == 2 + len(of_kind(sample_report, Section))


def test_numbers_carry_value_and_code(files):
    """Each number on the page can be traced."""
    found = next(each for each in _page(files).iter("data") if each.text == "27.3%")

    assert (found.get("value"), found.get("data-code")) == (str(21 / 77), "good_or_better")


def test_tables_mark_header_cells(files):
    """Column headers in thead with scope col, row headers with scope row."""
    table = next(_page(files).iter("table"))

    assert [cell.get("scope") for cell in table.find("thead").iter("th")] == ["col"] * 5
    assert [row[0].get("scope") for row in table.find("tbody")] == ["row"] * 5
    assert [row.get("class") for row in table.find("tbody")] == [None] * 4 + ["total"]


def test_charts_are_named_and_described(files, sample_report):
    """Both drawings of each chart have the chart's title and its alternative text."""
    svgs = list(_page(files).iter("svg"))
    charts = of_kind(sample_report, Chart)

    assert [(svg.find("title").text, svg.find("desc").text) for svg in svgs] == [
        (line(chart.title), line(chart.alt)) for chart in charts for _ in range(2)
    ]
    assert {svg.get("role") for svg in svgs} == {"img"}


def test_hatching_of_one_drawing_is_its_own(files):
    """A pattern in a drawing that isn't shown can't be used by another."""
    page = files["html"].decode()

    used = set(re.findall(r"url\(#([\w-]+)\)", page))
    assert used <= set(re.findall(r'<pattern id="([\w-]+)"', page)) and "hatch" not in used


def test_language_is_the_reports(sample_report):
    """For screen readers and hyphenation."""
    assert render(sample_report).decode().startswith('<!DOCTYPE html>\n<html lang="en-GB">')
