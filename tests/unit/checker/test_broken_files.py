"""Documents are hostile until read: whatever is in them, they are read or refused in one line, soon, and alone."""

import json
import zipfile
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.checker.broken_files import broken, read_all
from tests.unit.checker.documents import REPORT

from looped.checker import check_bytes, check_document
from looped.checker.judging import judge
from looped.checker.readers.text import read
from looped.errors import UnreadableError
from looped.files.limited import Limits, run_limited

FILES = 500
PAGE = "Heading\n\nIn all 7 of 30 (23%) were Good; 23 of 30 (77%) were not.\n\nGrade\tMay\tJune\nGood\t7\t8\nPoor\t23\t22\nTotal\t30\t30\n"


def samples(folder):
    """A small document of each kind, as bytes."""
    import docx
    import typst

    word = docx.Document()
    word.add_heading("Heading", 1)
    word.add_paragraph("In all 7 of 30 (23%) were Good; 23 of 30 (77%) were not.")
    table = word.add_table(3, 2)
    for row, words in zip(table.rows, (("Grade", "May"), ("Good", "7 (23%)"), ("Total", "30")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    word.save(folder / "a.docx")
    typst.compile(
        b"= Heading\nIn all 7 of 30 (23%) were Good.\n#table(columns: 2, [Grade], [May], [Good], [7], [Total], [30])",
        output=str(folder / "a.pdf"),
    )
    page = "<h1>H</h1><p>7 of 30 (23%)</p><table><tr><th>Grade<th>May<tr><td>Good<td>7</table>"
    return {
        ".docx": (folder / "a.docx").read_bytes(),
        ".pdf": (folder / "a.pdf").read_bytes(),
        ".html": page.encode(),
        ".md": PAGE.replace("\t", " | ").encode(),
        ".txt": REPORT.read_bytes(),
        ".json": json.dumps({"title": "T", "sections": [{"title": "S", "blocks": []}]}).encode(),
    }


@pytest.mark.slow
def test_five_hundred_broken_files(tmp_path):
    """Each is read or refused in one line: no traceback, none over 20 seconds, no network."""
    folder = tmp_path / "broken"
    folder.mkdir()
    kinds = samples(tmp_path)
    for number in range(FILES):
        suffix = list(kinds)[number % len(kinds)]
        (folder / f"{number:03}{suffix}").write_bytes(broken(kinds[suffix], suffix, number))

    fates = json.loads(run_limited(read_all, str(folder), subject="the broken files", limits=Limits(seconds=600)))

    assert {name: fate for name, fate in fates.items() if fate not in ("read", "refused")} == {}
    assert len(fates) == FILES
    # Some of each: else the files weren't broken enough, or too much.
    assert min(Counter(fates.values()).values()) > 50


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(alphabet=st.sampled_from("0123456789 .,%()of/|\t\n-GoodTtalMay£:;“”"), max_size=400))
def test_any_text_is_judged(text):
    """Whatever figures stand in whatever order: findings, no fault."""
    assert judge(read(text)).not_judged >= 0


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=300))
def test_any_signs_are_judged(text):
    """All of Unicode, control characters and halves of pairs among it."""
    assert judge(read(text)).not_judged >= 0


def test_entities_are_not_followed(tmp_path):
    """A Word file whose XML names a file of ours: it is refused or read without it."""
    import docx

    docx.Document().save(tmp_path / "a.docx")
    secret = tmp_path / "secret.txt"
    secret.write_text("7 of 30 (99%)")
    with zipfile.ZipFile(tmp_path / "a.docx") as old, zipfile.ZipFile(tmp_path / "b.docx", "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                head, body = content.split(b"?>", 1)
                dtd = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
                content = (
                    head + b"?>" + dtd + body.replace(b"<w:sectPr", b"<w:p><w:r><w:t>&e;</w:t></w:r></w:p><w:sectPr", 1)
                )
            new.writestr(name, content)
    try:
        found = check_document(tmp_path / "b.docx")
    except UnreadableError:
        found = []

    assert found == []


@pytest.mark.slow
def test_a_bomb_is_refused(tmp_path):
    """A small file that unpacks to very much, before it is unpacked."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b" " * (600 << 20))

    with pytest.raises(UnreadableError, match="mend"):
        check_document(tmp_path / "a.docx")


@pytest.mark.parametrize(
    "page",
    [
        '<p>7 of 30</p><img src="http://127.0.0.1:9/a.png"><link rel=stylesheet href="http://127.0.0.1:9/a.css">',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e; 7 of 30</p>',
        '<p>7 of 30</p><script src="http://127.0.0.1:9/a.js"></script><iframe src="file:///etc/passwd"></iframe>',
        "<div>" * 5000 + "7 of 30" + "</div>" * 5000,
        "<table>" + "<tr><td colspan=99999999>7" * 50,
    ],
)
def test_pages_fetch_nothing_and_nest_as_deep_as_they_like(page):
    """Read as words, or refused."""
    try:
        found = check_bytes(".html", page.encode())
    except UnreadableError:
        found = []

    assert [each.verdict for each in found if each.verdict == "wrong"] == []
