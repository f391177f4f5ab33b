"""The seed's text as Word, PDF, HTML and as text: the same findings."""

from pathlib import Path

import pytest
from tests.unit.checker.documents import REPORT, as_html, as_pdf, as_word

from looped.checker import check_bytes, check_document
from looped.errors import UnreadableError


def told(path: Path) -> list[tuple[str, str, str, str]]:
    return [(each.code, each.verdict, each.quote, each.stated) for each in check_document(path)]


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "make"), [(".docx", as_word), (".pdf", as_pdf), (".html", as_html)])
def test_same_findings_from_every_format(tmp_path, suffix, make):
    path = tmp_path / f"report{suffix}"
    make(path)

    assert told(path) == told(REPORT)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".xls"])
def test_what_is_no_document_is_refused_in_words(suffix):
    with pytest.raises(UnreadableError, match=r"mend|empty"):
        check_bytes(suffix, b"")
