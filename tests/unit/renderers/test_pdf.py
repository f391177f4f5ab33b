"""The PDF: tagged, titled, described, written to PDF/UA-1; nothing in it is read as markup."""

from datetime import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from looped.errors import LoopedError
from looped.renderers import pdf
from looped.renderers.pdf import breaking, named_signs, render
from looped.renderers.tree import of_kind
from looped.renderers.words import line
from looped.reports.nodes import Chart, Paragraph, Report, Section, Table


@pytest.fixture(scope="module")
def reader(files):
    """The sample's PDF as pypdf reads it."""
    return PdfReader(BytesIO(files["pdf"]))


def _elements(node, wanted):
    node = node.get_object()
    if isinstance(node, list):
        return [found for each in node for found in _elements(each, wanted)]
    if not hasattr(node, "get"):
        return []
    own = [node] if node.get("/S") == wanted else []
    return own + (_elements(node["/K"], wanted) if "/K" in node else [])


def test_title_language_and_declaration(reader):
    """What a screen reader asks first; and the standard that it says it is written to."""
    root = reader.trailer["/Root"]
    declared = root["/Metadata"].get_object().get_data().decode()

    assert (root["/Lang"], reader.metadata.title) == (
        "en-GB",
        "Practice audits: children's social care, April to June 2024 (Q1 2024-25)",
    )
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] and root["/MarkInfo"]["/Marked"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in declared


def test_made_on_the_day_the_figures_stand_at(reader):
    """No clock: the date is the report's."""
    assert reader.metadata.creation_date.replace(tzinfo=None) == datetime(2024, 7, 31, 11, 0)


def test_every_chart_has_its_alternative_text(reader, sample_report):
    """In the order of the report."""
    figures = _elements(reader.trailer["/Root"]["/StructTreeRoot"], "/Figure")

    assert [each["/Alt"] for each in figures] == [line(chart.alt) for chart in of_kind(sample_report, Chart)]


def test_headings_are_headings(reader, sample_report):
    """As many as the sections, at their depths, and the contents' own."""
    root = reader.trailer["/Root"]["/StructTreeRoot"]

    assert [len(_elements(root, f"/H{depth}")) for depth in (1, 2, 3)] == [1 + 6, 2, 1]


def test_header_cells_are_marked_with_their_scope(reader, sample_report):
    """Every cell of every header row, as a column's header."""
    heads = _elements(reader.trailer["/Root"]["/StructTreeRoot"], "/TH")
    expected = sum(len(row) for table in of_kind(sample_report, Table) for row in table.rows[: table.header_rows])

    assert len(heads) == expected
    assert {each["/A"][0]["/Scope"] if isinstance(each["/A"], list) else each["/A"]["/Scope"] for each in heads} == {
        "/Column"
    }


@pytest.mark.slow
def test_header_rows_repeat_on_each_page(files):
    """The long table runs over pages; each says what its columns are."""
    import pdfplumber

    with pdfplumber.open(BytesIO(files["pdf"])) as file:
        pages = [page.extract_text() for page in file.pages]
    running = [text for text in pages if "write a chronology" in text]

    assert len(running) >= 3 and all("Audit Area What Days Share" in text for text in running)


@pytest.mark.slow
def test_pages_are_a4_numbered_and_headed(reader):
    """Each page has its number of all; all but the first a running title and the status."""
    many = len(reader.pages)
    texts = [page.extract_text() for page in reader.pages]

    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in reader.pages} == {
        (595, 842)
    }
    assert [f"Page {number} of {many}" in text for number, text in enumerate(texts, 1)] == [True] * many
    assert all("12:00 on 31 July 2024" in text for text in texts)


def test_fonts_are_typsts_own_and_embedded(reader):
    """No machine's fonts: the file is the same everywhere."""
    fonts = {font["/BaseFont"].split("+")[1] for page in reader.pages for font in _fonts(page)}

    assert {name for name in fonts if not name.startswith(("LibertinusSerif", "DejaVuSansMono", "NewCM"))} == set()


def _fonts(page):
    return [font.get_object() for font in page["/Resources"].get("/Font", {}).values()]


def test_signs_without_a_letter_are_named():
    """A reader learns what stood there."""
    assert named_signs("\U0001f642\U0001f44d\U0001f3fd\u200d\ufe0f") == "[slightly smiling face][thumbs up sign]"


def test_only_long_words_may_break():
    """All through the report's shape; short words and numbers stay as they are."""
    assert breaking({"a": ["short", "x" * 25], "b": 7}) == {"a": ["short", "\u200b".join("x" * 25)], "b": 7}
    assert breaking("returns-2024-25-quarter1.xlsx") == "returns-\u200b2024-\u200b25-\u200bquarter1.\u200bxlsx"
    assert breaking(f"a/{'x' * 25}") == "a/\u200b" + "\u200b".join("x" * 25)


def test_a_refusal_of_typst_is_told(monkeypatch, tmp_path):
    """A broken template isn't taken for a missing letter."""
    broken = tmp_path / "report.typ"
    broken.write_text("#nonsense()")
    monkeypatch.setattr(pdf, "TEMPLATE", broken)

    with pytest.raises(LoopedError, match="The PDF could not be drawn: unknown variable: nonsense"):
        render(_small("words"))


def test_letters_that_never_end_are_given_up(monkeypatch):
    """After so many rounds the reader is told what to do instead."""
    monkeypatch.setattr(pdf, "ROUNDS", 0)

    with pytest.raises(LoopedError, match="Use HTML or Word"):
        render(_small("words"))


def _small(words):
    sections = (Section("s", "S", (Paragraph((words,)),)),)
    return Report("T", "O", ("2024-04", "2024-06"), "P", datetime(2024, 7, 1), "A", sections)
