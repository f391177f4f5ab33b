"""Text files of returns: separators, alphabets, ragged rows; and .ods."""

import pytest

from looped.returns.reading import read_returns

HEAD = "Audit,Month,Auditor,Overall"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_alphabets_are_found_out(tmp_path, separator, encoding):
    path = tmp_path / "returns.csv"
    text = f'{HEAD}\nA1,Apr-24,"Zoë, née Müller; QA",Good\n\nA2,04/2024,É,RI\n'
    rows = [line.replace(",", separator) if '"' not in line else line for line in text.splitlines()]
    rows[1] = separator.join(["A1", "Apr-24", '"Zoë, née Müller; QA"', "Good"])
    path.write_bytes("\r\n".join(rows).encode(encoding))

    read = read_returns(path)

    assert [(row.audit, row.auditor, row.grades["overall"], row.row) for row in read.returns] == [
        ("A1", "Zoë, née Müller; QA", 3, 2),
        ("A2", "É", 2, 4),
    ]


def test_titles_with_commas_do_not_mislead(tmp_path):
    path = tmp_path / "returns.csv"
    path.write_text("Audits, April, May, June, July, August\n\nAudit;Month;Overall\nA1;Apr-24;Good\nA2;Apr-24;Good\n")

    assert [row.audit for row in read_returns(path).returns] == ["A1", "A2"]


def test_rows_may_be_shorter_and_longer_than_the_header(tmp_path):
    path = tmp_path / "returns.csv"
    path.write_text("Audit,Month,Overall,Plans\nA1,Apr-24,Good\nA2,Apr-24,Good,RI,and more\n")

    read = read_returns(path)

    assert [row.grades["plans"] for row in read.returns] == [None, 2]


def test_cells_may_hold_lines(tmp_path):
    path = tmp_path / "returns.csv"
    path.write_text('Audit,Month,Comments,Overall\nA1,Apr-24,"one\ntwo",Good\nA2,Apr-24,,bad\n')

    assert [problem.cell for problem in read_returns(path).problems if problem.level == "refused"] == ["D3"]


def test_a_text_of_an_alphabet_that_is_none_is_not_read_by_half(tmp_path):
    """Bytes that are neither UTF-8 nor Windows text stand at the very end."""
    path = tmp_path / "returns.csv"
    path.write_bytes(f"{HEAD}\nA1,Apr-24,x,Good\n".encode() * 1000 + b"\x81")

    with pytest.raises(Exception, match="this is not text"):
        read_returns(path)


def test_the_sheet_is_named_as_the_file(tmp_path):
    path = tmp_path / "quarter 1.csv"
    path.write_text(f"{HEAD}\n,Apr-24,x,Good\n")

    assert {problem.sheet for problem in read_returns(path).problems} == {"quarter 1"}


def test_ods_files_are_read_with_dates_merged_cells_and_gaps(tmp_path):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    table = Table(name="Returns")
    for cells in (["Audit returns"], [], ["Audit", "Month", "Overall"], ["A1", "", "Good"], ["A2", "Apr-24", "#N/A"]):
        row = TableRow()
        for text in cells:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    dated = TableRow()
    for cell, text in (
        (TableCell(valuetype="string"), "A3"),
        (TableCell(valuetype="date", datevalue="2024-04-12"), "12/04/24"),
        (TableCell(valuetype="string"), "RI"),
    ):
        cell.addElement(P(text=text))
        dated.addElement(cell)
    table.addElement(dated)
    book.spreadsheet.addElement(table)
    path = tmp_path / "returns.ods"
    book.save(path)

    read = read_returns(path)

    assert [(row.audit, row.month, row.grades["overall"]) for row in read.returns] == [("A3", "2024-04", 2)]
    assert [problem.cell for problem in read.problems if problem.level == "refused"] == ["B4", "C5"]
