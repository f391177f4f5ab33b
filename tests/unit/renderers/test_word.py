"""The Word file: styles, headings, contents, captions, tables that repeat their header, alternative text, en-GB."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from looped.renderers.tree import of_kind
from looped.renderers.word_styles import LOOKS
from looped.renderers.word_xml import SHORT_TABLE, _needs, _widths
from looped.renderers.words import line
from looped.reports.nodes import Chart, Section, Table


@pytest.fixture(scope="module")
def document(files):
    """The sample's Word file as python-docx reads it."""
    return Document(BytesIO(files["docx"]))


def test_headings_have_heading_styles(document, sample_report):
    """Real headings, in the report's order."""
    found = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]

    assert found == [line(section.title) for section in of_kind(sample_report, Section)]


def test_every_paragraph_has_a_style_of_ours(document):
    """Nothing is formatted by hand: whoever edits the file changes a style."""
    known = {look.name.lower() for look in LOOKS}
    used = {paragraph.style.name.lower() for paragraph in document.paragraphs}
    cells = {
        p.style.name.lower() for table in document.tables for row in table.rows for c in row.cells for p in c.paragraphs
    }

    assert (used | cells) - known == set()
    assert [
        run.text for p in document.paragraphs for run in p.runs if run.bold or run.font.size or run.font.color.rgb
    ] == []


def test_every_style_is_known_by_its_name_without_spaces(document):
    """Paragraphs name their style so; one that isn't there would be read as Normal."""
    ids = {style.name.lower(): style.style_id for style in document.styles}

    assert [look.name for look in LOOKS if ids[look.name.lower()] != look.name.replace(" ", "")] == []


def test_contents_are_filled_and_linked(document, sample_report):
    """Each entry is linked to a bookmark that exists, and has a field for its page that asks to be worked out."""
    body = document.element.body
    entries = [
        p for p in document.paragraphs if p.style.name.lower().startswith("toc ") and p.style.name != "TOC Heading"
    ]
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}

    titles = ["".join(t.text for t in p._p.iter(qn("w:t"))) for p in entries]
    assert titles[:3] == ["The quarter on one page–", "Overall grades–", "How to read this–"] and len(titles) == 8
    assert [link for link in links if link not in marks] == [] and len(links) == 8
    fields = [each.text.split() for each in body.iter(qn("w:instrText"))]
    assert fields == [["PAGEREF", link, "\\h"] for link in links]
    begun = [each for each in body.iter(qn("w:fldChar")) if each.get(qn("w:fldCharType")) == "begin"]
    assert [each.get(qn("w:dirty")) for each in begun] == ["true"] * 8


def test_bookmarks_are_names_that_fields_can_find(document):
    """Letters, digits and lines below, 40 at most."""
    marks = [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]

    assert marks
    assert [mark for mark in marks if not re.fullmatch(r"\w{1,40}", mark)] == []


def test_fields_begin_and_end(document):
    """A field without its end would swallow the report."""
    kinds = [each.get(qn("w:fldCharType")) for each in document.element.body.iter(qn("w:fldChar"))]

    assert kinds == ["begin", "separate", "end"] * 8


def test_header_rows_are_marked_and_no_row_is_torn(document, sample_report):
    """Each header row repeats on every page."""
    tables = of_kind(sample_report, Table)

    heads = [sum(row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows) for table in document.tables]
    torn = [row for table in document.tables for row in table.rows if row._tr.trPr.find(qn("w:cantSplit")) is None]
    assert (heads, torn) == ([table.header_rows for table in tables], [])


def test_tables_have_their_title_for_assistive_technology(document, sample_report):
    """Beside the caption above."""
    captions = [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in document.tables]

    assert captions == [line(table.title) for table in of_kind(sample_report, Table)]


def test_pictures_have_alternative_text(document, sample_report):
    """The chart's, figures included."""
    shown = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]

    assert shown == [line(chart.alt) for chart in of_kind(sample_report, Chart)]


def test_language_is_en_gb_everywhere(document):
    """python-docx's own is American."""
    langs = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}

    assert (langs, document.core_properties.language) == ({"en-GB"}, "en-GB")


def test_properties_are_the_reports(document):
    """Title, organisation, status, the moment of the figures."""
    known = document.core_properties

    assert (known.title, known.author, known.content_status, known.created.replace(tzinfo=None)) == (
        "Practice audits: children's social care, April to June 2024 (Q1 2024-25)",
        "Northmere Council, Children's Services",
        "Draft",
        datetime(2024, 7, 31, 11, 0),
    )


def test_right_to_left_quotes_are_marked(document):
    """Arabic and Hebrew, and nothing else."""
    found = [p.text for p in document.paragraphs if p._p.pPr is not None and p._p.pPr.find(qn("w:bidi")) is not None]

    assert found == ["“كانت تستمع إلي دائما”", "“היא הקשיבה לי”"]


def test_ordered_lists_start_at_one(document):
    """Each has a numbering of its own."""
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]

    assert len(numbers) == 2 and len(set(numbers)) == 1


def test_paragraph_properties_are_in_words_order(files):
    """Word refuses a file whose properties stand in the wrong order."""
    order = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
             "suppressAutoHyphens", "bidi", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr"]  # fmt: skip
    document = Document(BytesIO(files["docx"]))
    wrong = []
    for part in (document.element, document.styles.element):
        for properties in part.iter(qn("w:pPr")):
            names = [each.tag.split("}")[1] for each in properties]
            places = [order.index(name) for name in names]
            if places != sorted(places):
                wrong.append(names)

    assert wrong == []


def test_no_clock_in_the_zip(files):
    """Every entry has the same date."""
    with ZipFile(BytesIO(files["docx"])) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pictures_keep_within_the_text(document):
    """Without distances of its own, LibreOffice moves a picture 3 mm to the right, out of the text's width."""
    shown = list(document.element.body.iter(qn("wp:inline")))

    assert shown
    assert {shape.get(side) for shape in shown for side in ("distT", "distB", "distL", "distR")} == {"0"}


def test_a_short_tables_note_stays_with_it(document, sample_report):
    """Its last row keeps with the next paragraph where there is a note to keep."""
    tables = list(zip(document.tables, of_kind(sample_report, Table), strict=True))
    last = [
        (table.rows[-1].cells[0].paragraphs[0]._p.pPr.find(qn("w:keepNext")) is not None, bool(line(node.note)))
        for table, node in tables
        if len(node.rows) <= SHORT_TABLE
    ]

    assert (True, True) in last
    assert [pair for pair in last if pair[0] != pair[1]] == []


def test_a_figure_is_not_broken_over_two_lines():
    """A count of a base with its share stays on one line where there is room."""
    names = ("Domain", "April 2024", "May 2024", "June 2024", "Total")
    figures = ("Consideration of the impact of diversity on practice", *["16 of 30 (53.3%)"] * 4)
    table = Table("share", "Shares", (tuple((name,) for name in names), tuple((cell,) for cell in figures)))

    assert min(_widths(table, 5)[1:]) >= round(_needs("16 of 30 (53.3%)"))
