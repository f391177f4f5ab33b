"""A workbook and a text file of returns are read, whatever their layout."""

from datetime import date

import xlsxwriter

from looped.returns.reading import read_returns


def test_reads_a_spreadsheet_with_titles_above_its_header(tmp_path):
    path = tmp_path / "returns.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("April")
        sheet.write_row(0, 0, ["Practice audits"])
        sheet.write_row(2, 1, ["Child ID", "Audit ref", "Month", "Role", "Overall", "Assessment", "Returned"])
        sheet.write_row(3, 1, ["C1", "A1", "Apr-24", "Lead auditor", "Req Imp", "good ", "3 May 2024"])

    read = read_returns(path)

    row = read.returns[0]
    assert (row.audit, row.case, row.month, row.source, row.returned) == (
        "A1",
        "C1",
        "2024-04",
        "lead",
        date(2024, 5, 3),
    )
    assert (row.grades["overall"], row.grades["assessments"], row.grades["plans"]) == (2, 3, None)


def test_reads_text_separated_by_semicolons(tmp_path):
    path = tmp_path / "returns.csv"
    path.write_text("Audit;Month;Overall\nA1;04/2024;G\nA2;Apr-24;good-ish\n", encoding="utf-8")

    read = read_returns(path)

    assert [row.audit for row in read.returns] == ["A1"]
    assert [(problem.cell, problem.row) for problem in read.problems if problem.level == "refused"] == [("C3", 3)]
