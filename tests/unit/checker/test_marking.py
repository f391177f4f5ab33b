"""The document back with its findings marked: comments in Word, notes on a PDF's pages."""

from collections import Counter
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from tests.unit.checker.documents import as_pdf, as_word

from looped.checker import check_document
from looped.checker.marking import marked
from looped.checker.marking.pdf import mark

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def word(tmp_path_factory):
    """The seed's text as a Word file, its findings, and the marked copy as python-docx reads it."""
    path = tmp_path_factory.mktemp("word") / "report.docx"
    as_word(path)
    found = check_document(path)
    return found, docx.Document(BytesIO(marked(path, found)))


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    """The same as a PDF."""
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    as_pdf(path)
    found = check_document(path)
    return found, PdfReader(BytesIO(marked(path, found))), path


def comments(document):
    """Each comment with the number of the table it stands in (None for prose) and the words beside it."""
    said = {comment.comment_id: comment.text for comment in document.comments}
    for start in document.element.body.iter(qn("w:commentRangeStart")):
        paragraph = start.getparent()
        within = [n for n, table in enumerate(document.tables) if paragraph in list(table._tbl.iter(qn("w:p")))]
        words = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        yield said[int(start.get(qn("w:id")))], within[0] if within else None, words


def test_every_finding_has_its_comment(word):
    """None is lost, and each says the sum."""
    found, document = word
    said = [note for note, *_ in comments(document)]

    assert len(said) == len(found)
    assert all(any(finding.why in note for note in said) for finding in found)


def test_a_comment_stands_at_its_own_cell(word):
    """The same words stand in several tables: "0 (%)" has its comment in the table, row and column that it is of."""
    found, document = word
    tables = [table.cell(0, 0).text.strip() for table in document.tables]
    wanted = Counter((each.where.table, each.quote) for each in found if each.quote == "0 (%)")
    got = Counter((tables[table], words) for _, table, words in comments(document) if words == "0 (%)")

    assert sum(wanted.values()) > 3
    assert got == wanted


def test_every_finding_has_its_note_on_its_page(pdf):
    """A highlight with the sum in it, on the page that the finding names."""
    found, reader, _ = pdf
    notes = [
        (number, str(each.get_object()["/Contents"]))
        for number, page in enumerate(reader.pages, start=1)
        for each in page.get("/Annots", [])
    ]

    assert Counter(number for number, _ in notes) == Counter(each.where.page for each in found)
    assert all(any(finding.why in note for _, note in notes) for finding in found)


def test_a_note_lies_over_the_words_that_it_quotes(pdf):
    """Read by another library: what stands within its corners is the quote."""
    import pdfplumber

    found, reader, path = pdf
    wanted = {each.quote for each in found if each.where.row}
    covered = set()
    with pdfplumber.open(path) as plain:
        for page, shown in zip(reader.pages, plain.pages, strict=True):
            for each in page.get("/Annots", []):
                left, low, right, top = (float(corner) for corner in each.get_object()["/Rect"])
                box = (left - 1, shown.height - top - 1, right + 1, shown.height - low + 1)
                covered.add(" ".join(shown.crop(box, strict=False).extract_text().split()))

    assert wanted - covered == set()


def test_a_marked_copy_does_nothing_when_opened(pdf, tmp_path):
    """Whatever the document would have done: no script, no action, no file inside comes back from us."""
    _, _, path = pdf
    armed = PdfWriter(clone_from=path)
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")})
    armed.root_object[NameObject("/OpenAction")] = script
    armed.add_attachment("inside.txt", b"words")
    armed.write(tmp_path / "armed.pdf")

    root = PdfReader(BytesIO(mark(str(tmp_path / "armed.pdf"), "[]"))).trailer["/Root"]

    assert "/OpenAction" in armed.root_object
    assert "/OpenAction" not in root
    assert "/EmbeddedFiles" in armed.root_object["/Names"]
    assert [key for key in ("/JavaScript", "/EmbeddedFiles") if key in root.get("/Names", {})] == []


def test_words_that_are_not_found_get_a_note_at_the_corner(pdf):
    """A finding is never dropped because its place can't be made out."""
    *_, path = pdf
    told = '[{"quote": "nowhere said", "row": null, "column": null, "table": null, "page": 99, "verdict": "wrong", "note": "why"}]'

    reader = PdfReader(BytesIO(mark(str(path), told)))
    notes = [each.get_object() for page in reader.pages for each in page.get("/Annots", [])]

    assert [(str(note["/Contents"]), float(note["/Rect"][0]) < 40) for note in notes] == [("why", True)]


def test_text_has_no_marked_copy(tmp_path):
    """The page with findings serves there."""
    (tmp_path / "a.txt").write_text("7 of 30 (50%)")

    assert marked(tmp_path / "a.txt", check_document(tmp_path / "a.txt")) is None
