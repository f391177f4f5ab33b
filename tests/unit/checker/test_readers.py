"""Each reader by itself, in this process: what it takes for prose, for a table, for a heading, and what it refuses."""

import json
from pathlib import Path

import docx
import pytest
from tests.unit.checker.documents import REPORT, as_html, as_pdf, as_word, source

from looped.checker.document import Cell, Document, Table
from looped.checker.marking.word import mark
from looped.checker.opening import _reader, open_document, read_packed
from looped.checker.packing import unpacked
from looped.checker.readers import html, pdf, report_json, text, word
from looped.checker.sheets.laid_out import sheet_of
from looped.errors import UnreadableError


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def prose(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize(("suffix", "make"), [(".docx", as_word), (".pdf", as_pdf), (".html", as_html)])
def test_tables_and_sections_are_the_texts(tmp_path, suffix, make):
    """Every cell of every table, whatever the format."""
    make(tmp_path / f"seed{suffix}")
    document = _reader(suffix)(tmp_path / f"seed{suffix}")

    def filled(each: Document) -> list[list[str]]:
        return [[words for row in cells(table) for words in row if words] for table in each.tables]

    assert filled(document) == filled(source())


def test_a_document_crosses_from_the_process_that_read_it(tmp_path):
    """Packed and unpacked it is the same."""
    packed = read_packed(str(REPORT))

    assert unpacked(json.loads(packed)) == open_document(REPORT)


def test_word_headings_lists_and_merged_cells(tmp_path):
    """A heading begins a section; a cell over two columns is read once with a blank behind it."""
    made = docx.Document()
    made.add_heading("Findings", 1)
    made.add_paragraph("Seven of 30.", style="List Bullet")
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
    for at, words in enumerate(("a", "1", "2")):
        table.cell(1, at).text = words
    made.save(tmp_path / "a.docx")
    document = word.read(tmp_path / "a.docx")

    assert [each.section for each in document.blocks] == ["Findings"] * 3
    assert cells(document.tables[0]) == [["Both", "", ""], ["a", "1", "2"]]


def test_html_leaves_out_what_nobody_reads(tmp_path):
    """Scripts, styles, navigation and hidden heads; entities are signs; a caption names its table."""
    (tmp_path / "a.html").write_text(
        "<head><title>T</title><style>p{}</style></head><body><nav>1 of 2 (90%)</nav><h2>Part</h2>"
        "<script>7 of 30 (50%)</script><div>Loose <b>words</b> &pound;5</div><ul><li>One</li><li>Two</li></ul>"
        "<table><caption>Table 1: Grades</caption><thead><tr><th>Grade<th colspan=2>May</thead>"
        "<tr><td>Good<td>7<td>50%</table></body>"
    )
    document = html.read(tmp_path / "a.html")

    assert prose(document) == ["Part", "Loose words £5", "One", "Two"]
    assert document.tables[0].title == "Grades"
    assert cells(document.tables[0]) == [["Grade", "May", ""], ["Good", "7", "50%"]]


def test_html_in_an_old_code_and_empty(tmp_path):
    """What isn't UTF-8 is read as it says; an empty file is refused."""
    (tmp_path / "old.html").write_bytes(b"<meta charset=iso-8859-1><p>caf\xe9</p>")
    (tmp_path / "none.html").write_text(" \n")
    (tmp_path / "comment.html").write_text("<!-- nothing -->")

    assert prose(html.read(tmp_path / "old.html")) == ["café"]
    for name in ("none.html", "comment.html"):
        with pytest.raises(UnreadableError):
            html.read(tmp_path / name)


@pytest.mark.parametrize("name", ["none.docx", "none.pdf"])
def test_what_is_no_such_file_is_refused(tmp_path, name):
    """In words, not with the library's own error."""
    (tmp_path / name).write_bytes(b"%PDF-1.4 nothing of the kind")

    with pytest.raises(UnreadableError, match=name):
        _reader(Path(name).suffix)(tmp_path / name)


def test_a_packed_file_that_is_no_document_is_refused(tmp_path):
    """A zip, but no Word file."""
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.docx", "w") as made:
        made.writestr("word/document.xml", "<w>")

    with pytest.raises(UnreadableError, match="no Word file"):
        word.read(tmp_path / "a.docx")


def test_pdf_page_numbers_and_running_heads_are_left_out(tmp_path):
    """What stands on most pages alike is no sentence; a table that runs on says its head once."""
    import typst

    rows = ", ".join(f"[Row {n}], [{n}]" for n in range(120))
    made = (
        "#set page(header: [Running head], footer: context [Page #counter(page).display() of 9])\nFirst 7 of 30.\n\n"
        f"#table(columns: 2, table.header([Name], [Number]), {rows})\n\nLast words."
    )
    typst.compile(made.encode(), output=str(tmp_path / "a.pdf"))
    document = pdf.read(tmp_path / "a.pdf")

    assert not [each for each in prose(document) if "Running head" in each or "Page" in each]
    assert sum(row[0] == "Name" for table in document.tables for row in cells(table)) == 1
    assert {row[0].page for table in document.tables for row in table.rows} >= {1, 2, 3}


def test_a_picture_of_a_page_holds_no_text(tmp_path):
    """A scan is refused with what to do."""
    import typst

    typst.compile(b"#rect()", output=str(tmp_path / "a.pdf"))

    with pytest.raises(UnreadableError, match="no text is in it"):
        pdf.read(tmp_path / "a.pdf")


def test_report_json_of_every_kind_of_block(tmp_path):
    """Quotes are somebody else's words and stay out."""
    blocks = [
        {"kind": "paragraph", "text": "Seven."},
        {"kind": "bullets", "items": [{"text": "One"}, {"text": "Two"}]},
        {"kind": "note", "text": "Mind", "opened": "Why"},
        {
            "kind": "table",
            "title": "T",
            "header_rows": 2,
            "rows": [["x"], ["Grade", "May"], ["Good", "7"]],
            "note": "Base",
        },
        {"kind": "chart", "alt": "Drawn", "note": "From"},
        {"kind": "quote", "text": "9 of 3"},
        {"kind": "section", "title": "Inner", "blocks": [{"kind": "paragraph", "text": "Deep"}]},
    ]
    tree = {"title": "R", "sections": [{"title": "Outer", "blocks": blocks}]}
    (tmp_path / "report.json").write_text(json.dumps(tree))
    document = report_json.read(tmp_path / "report.json")

    assert prose(document) == ["Outer", "Seven.", "One", "Two", "Mind", "Why", "Base", "Drawn", "From", "Inner", "Deep"]
    assert cells(document.tables[0]) == [["Grade", "May"], ["Good", "7"]]


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"title": "x", "sections": [{"title": "y", "blocks": [{}]}]}', "7"]
)
def test_other_json_is_refused(tmp_path, content):
    """Said in words that name what it wants."""
    (tmp_path / "a.json").write_text(content)

    with pytest.raises(UnreadableError, match=r"name the report\.json"):
        report_json.read(tmp_path / "a.json")


def test_text_tables_by_tabs_pipes_and_columns():
    """The three ways in which people line up a table; and the old Windows code."""
    tabs = text.read("Grade\tMay\nGood\t7\nPoor\t23\n")
    pipes = text.read("| Grade | May |\n|---|---|\n| Good | 7 |\n| Poor | 23 |\n")
    lined = text.read("Grade      May\nGood       7\nPoor       23\n")

    assert [cells(each.tables[0])[1] for each in (tabs, pipes, lined)] == [["Good", "7"]] * 3


def test_text_in_the_old_windows_code(tmp_path):
    """As saved by old programs."""
    (tmp_path / "a.txt").write_bytes("It said “7 of 30”.".encode("cp1252"))

    assert prose(text.read_file(tmp_path / "a.txt")) == ["It said “7 of 30”."]


def test_comments_in_this_process(tmp_path):
    """A quote in prose, one in a cell, one whose words aren't found but whose row is, and one that is nowhere."""
    as_word(tmp_path / "a.docx")
    blank = {"row": None, "column": None, "table": None, "page": None, "verdict": "wrong"}
    notes = [
        {**blank, "quote": "There are seven domains in all", "note": "prose"},
        {
            **blank,
            "quote": "24 (35%)",
            "row": "Good",
            "column": "Total",
            "table": "Quality of Assessments",
            "note": "cell",
        },
        {**blank, "quote": "not said", "row": "N/A (Not Graded)", "table": "Quality of plans", "note": "row"},
        {**blank, "quote": "nowhere", "note": "lost"},
    ]
    (tmp_path / "b.docx").write_bytes(mark(str(tmp_path / "a.docx"), json.dumps(notes)))

    assert [each.text for each in docx.Document(tmp_path / "b.docx").comments] == ["prose", "cell", "row", "lost"]


def test_an_empty_word_file_has_no_place_for_a_comment(tmp_path):
    """And that is no fault."""
    docx.Document().save(tmp_path / "a.docx")
    note = {"quote": "x", "row": None, "column": None, "table": None, "page": None, "verdict": "wrong", "note": "n"}

    assert mark(str(tmp_path / "a.docx"), json.dumps([note]))


def _word_file(path: Path, body: str, change: dict[str, str | None] | None = None) -> Path:
    """A Word file around a body of paragraphs and tables. change: parts put in, or left out where None."""
    import zipfile

    docx.Document().save(path)
    with zipfile.ZipFile(path) as made:
        parts = {name: made.read(name).decode() for name in made.namelist() if name.endswith((".xml", ".rels"))}
    start, end = parts["word/document.xml"].index("<w:body>") + 8, parts["word/document.xml"].index("<w:sectPr")
    parts["word/document.xml"] = parts["word/document.xml"][:start] + body + parts["word/document.xml"][end:]
    parts |= {name: text for name, text in (change or {}).items() if text is not None}
    with zipfile.ZipFile(path, "w") as made:
        for name in parts.keys() - {name for name, text in (change or {}).items() if text is None}:
            made.writestr(name, parts[name])
    return path


def test_word_runs_links_breaks_and_what_is_beside_the_text(tmp_path: Path) -> None:
    """Guards what is read of a paragraph: its runs and its links, no text boxes, no page break, nothing deleted."""
    runs = (
        "<w:r><w:t>Seven</w:t><w:tab/><w:t>of</w:t><w:br/><w:t>3</w:t><w:br w:type='page'/><w:t>0</w:t></w:r>"
        "<w:hyperlink><w:r><w:t>, as</w:t><w:noBreakHyphen/><w:t>told</w:t></w:r></w:hyperlink>"
        "<w:ins><w:r><w:t>put in</w:t></w:r></w:ins><w:del><w:r><w:delText>cut</w:delText></w:r></w:del>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    cell = f"<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p>{runs}</w:p><w:p/></w:tc>"
    body = f"<!-- none --><w:p>{runs}</w:p><w:tbl><w:tr>{cell}<w:tc><w:p/></w:tc></w:tr></w:tbl>"
    document = word.read(_word_file(tmp_path / "a.docx", body))

    assert prose(document) == ["Seven of 30, as-told"]
    assert cells(document.tables[0]) == [["Sevenof30, astoldput inbox box", "", ""]]


def test_word_styles_by_their_names(tmp_path: Path) -> None:
    """Guards that a heading is known by its style's name, whatever its sign; with no part for styles by its sign."""
    named = "<w:p><w:pPr><w:pStyle w:val='{}'/></w:pPr><w:r><w:t>as it is, 7 of 30</w:t></w:r></w:p>"
    body = named.format("Heading2") + named.format("ListBullet") + named.format("Other")
    kept = word.read(_word_file(tmp_path / "a.docx", body))
    lost = word.read(_word_file(tmp_path / "b.docx", body, {"word/_rels/document.xml.rels": None}))

    assert [each.section for each in kept.blocks] == ["as it is, 7 of 30"] * 3
    assert [each.section for each in lost.blocks] == ["as it is, 7 of 30"] * 3


@pytest.mark.parametrize(
    "change",
    [
        {"[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"},
        {"_rels/.rels": None},
        {"word/document.xml": "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"},
        {"word/document.xml": None},
    ],
)
def test_what_is_no_word_document_is_refused(tmp_path: Path, change: dict[str, str | None]) -> None:
    """Guards that a template, a file with macros or without a text is refused in words."""
    with pytest.raises(UnreadableError, match="no Word file"):
        word.read(_word_file(tmp_path / "a.docx", "<w:p/>", change))


def test_a_word_file_past_its_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards that want of memory isn't told as a broken file."""

    def out_of_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(word, "text_and_styles", out_of_memory)
    with pytest.raises(MemoryError):
        word.read(_word_file(tmp_path / "a.docx", "<w:p/>"))


GROUPED = """            Choir               Band
Month       Asked   Came  %     Asked   Came  %     Gap
--------------------------------------------------------
March       88      39    44.3  86      24    27.9  16.4
April       84      46    54.8  80      26    32.5  22.3
"""
BASED = """Rope                First round   %     Second round   %
                     (n = 96)             (n = 120)

Green                   62       64.6       93        77.5
"""
OVER_TWO = """Rope                First round   %     Second round   %
                     (n = 96)             (n = 120)
Green                   62       64.6       93        77.5
Blue                    79       82.3      108        90.0
"""


def test_heads_of_two_lines_over_columns_set_by_spaces():
    """Groups of columns and bases under heads belong to each column's head, and are neither headings nor prose."""
    grouped, based = (text.read(each).tables[0] for each in (GROUPED, OVER_TWO))

    one, other = ["Choir Asked", "Choir Came", "Choir %"], ["Band Asked", "Band Came", "Band %"]
    assert cells(grouped)[:2] == [
        ["Month", *one, *other, "Gap"],
        ["March", "88", "39", "44.3", "86", "24", "27.9", "16.4"],
    ]
    assert cells(based)[0] == ["Rope", "First round (n = 96)", "%", "Second round (n = 120)", "%"]
    assert [each.text for each in text.read(GROUPED + "\nMore came in April.\n").paragraphs] == ["More came in April."]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(BASED, id="a blank line under the heads"),
        pytest.param(OVER_TWO.replace("\n   ", "\nOf 9", 1).replace("(n = 96)", "in all"), id="one row of words"),
        pytest.param(OVER_TWO[: OVER_TWO.index("Blue")], id="one row"),
        pytest.param(OVER_TWO.replace("(n = 96)", "(a)  (b)"), id="two parts over one column"),
        pytest.param(OVER_TWO.replace("   %     S", "         S"), id="a column without a head"),
        pytest.param(GROUPED.replace("Band", "    ").replace("Choir", "Choir"), id="one group"),
    ],
)
def test_other_lines_over_columns_are_no_heads_of_two_lines(words):
    """They are read as before: nothing stands in a head that isn't over its column alone."""
    tables = text.read(words).tables

    assert not any(" (n = 96)" in cell or cell.startswith("Choir ") for each in tables for cell in cells(each)[0])


def test_block_quotes_are_read_without_their_marks():
    """A box of findings at the head of a report: its items are items."""
    boxed = text.read(
        "> Findings\n>\n> - 37 were seen.\n> - 22 were safe.\n\n> 5 of the 22 were new.\n> All were glad.\n"
    )

    assert prose(boxed) == ["Findings", "- 37 were seen.", "- 22 were safe.", "5 of the 22 were new. All were glad."]


def test_a_head_beyond_the_groups_of_columns_is_of_none():
    """Word's merged heads: "Difference" behind two groups of like columns isn't the second group's."""
    heads = (("", "Choir", "", "Band", "", ""), ("Month", "Asked", "Came", "Asked", "Came", "Gap"))
    rows = (*heads, ("March", "88", "39", "86", "24", "15"), ("April", "84", "46", "80", "26", "20"))
    sheet = sheet_of(Table(tuple(tuple(Cell(each) for each in row) for row in rows)))

    assert sheet is not None
    assert sheet.heads == ("Choir Asked", "Choir Came", "Band Asked", "Band Came", "Gap")


def test_a_line_that_begins_with_a_number_may_end_a_sentence():
    """As a line of a narrow column may: no item of a list begins there. In a list the next number does begin one."""
    wrapped = text.read(
        "It was seen that of the 190 boats of the two towns May was the quietest, with\n26. In June twenty-\nfour came, in two- and\nthree-bed tents.\n"
    )
    items = text.read("1. We ask for rope and\n2. We ask for tar.\n")

    assert prose(wrapped) == [
        "It was seen that of the 190 boats of the two towns May was the quietest, with 26. In June twenty-four came, "
        "in two- and three-bed tents."
    ]
    assert prose(items) == ["1. We ask for rope and", "2. We ask for tar."]
