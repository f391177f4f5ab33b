"""Check a document: anybody's report is read in a limited process, shown with what is wrong beside it, and not kept."""

import re
import tempfile
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.signed_in import signed_in
from tests.unit.web.test_people_pages import errors_of

from looped.web.pages.documents import LARGEST

WRONG = "Of 40 homes visited, 10 (35%) had no smoke alarm."


def sent(name, content):
    return {"document": SimpleUploadedFile(name, content)}


def word(text):
    from docx import Document

    document, kept = Document(), BytesIO()
    document.add_paragraph(text)
    document.save(kept)
    return kept.getvalue()


@pytest.fixture
def reader(small_world):
    return signed_in(small_world.id("Bo"))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "content"), [("a.txt", WRONG.encode()), ("a.DOCX", word(WRONG))])
def test_what_is_wrong_stands_beside_the_text(reader, tmp_path, monkeypatch, name, content):
    """The sum is written out; no script, style from elsewhere or frame; no file is left anywhere."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    answer = reader.post("/check-a-document", sent(name, content))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "10 of 40 is 25" in page
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert [each.name for each in tmp_path.iterdir() if "looped-check" in each.name] == []


@pytest.mark.slow
def test_a_document_is_shown_under_its_own_name(reader):
    """As words, whatever it is; on the disk it never has it."""
    page = reader.post("/check-a-document", sent("July & <b> report.txt", WRONG.encode())).content.decode()

    assert "<title>July &amp; &lt;b&gt; report.txt: checked</title>" in page
    assert "<h1>July &amp; &lt;b&gt; report.txt: checked</h1>" in page


@pytest.mark.slow
def test_markup_in_a_document_stays_text(reader):
    """What somebody uploads is hostile until read."""
    page = reader.post("/check-a-document", sent("a.txt", b"<script>alert(1)</script> 10 of 40 (35%) were late."))

    assert b"<script>" not in page.content


@pytest.mark.parametrize(
    ("files", "what"),
    [
        ({}, "Choose a document."),
        (sent("a.txt", b""), "This file is empty. Choose another."),
        (sent("a.txt", b" \n \n"), "This document: nothing in it could be read"),
        (sent("a.exe", b"MZ"), "This document: this kind of file can&#39;t be checked."),
        (sent("a.pdf", b"%PDF-1.4 broken"), "This document"),
    ],
)
def test_what_can_t_be_read_is_said(reader, files, what):
    """In one sentence, beside the field, with how to mend it."""
    answer = reader.post("/check-a-document", files)

    assert answer.status_code == 422
    assert errors_of(answer)[0].startswith(what)


def test_too_large_is_refused_before_it_is_read(reader, monkeypatch):
    """A limit that is told."""
    monkeypatch.setattr("looped.web.pages.documents.LARGEST", 10)

    assert "larger than 30 MB" in errors_of(reader.post("/check-a-document", sent("a.txt", b"x" * 11)))[0]


def test_the_manuals_proxy_lets_through_what_the_page_takes():
    """Else it answers 413 to a document that the page says it reads."""
    manual = (Path(__file__).parents[3] / "docs" / "operate.md").read_text(encoding="utf-8")

    found = re.search(r"client_max_body_size (\d+)m;", manual)
    assert found and int(found[1]) * 1024 * 1024 > LARGEST
