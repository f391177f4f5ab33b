"""A workbook of what was refused, for the sender to mend and send back."""

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from looped.returns.cells import text_of
from looped.returns.model import RefusedRow, Returns

ADDED = ("Row in the file sent", "What is wrong", "How to mend it")
# Excel's names of sheets are no longer than this.
LONGEST_NAME = 31
WIDTH, WIDTH_ADDED = 16, 60


def write_refused(returns: Returns, path: Path) -> int:
    """Writes the refused rows as they were typed, each with its problems, in sheets named as those they came from.

    Mended in place, the workbook can be sent as it is: `read_returns` doesn't know the added columns.
    Gives the number of rows. Text is written as text: a cell that begins with "=" is no formula.
    """
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(path, options) as book:
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "told": book.add_format({"text_wrap": True, "valign": "top"}),
            date: book.add_format({"num_format": "dd/mm/yyyy"}),
            datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
            time: book.add_format({"num_format": "hh:mm"}),
        }
        for name, rows in _by_sheet(returns).items():
            _write_sheet(book.add_worksheet(_allowed(name)), rows, returns, formats)
        if not any(row.headings == returns.headings for row in returns.refused):
            # Without a sheet of returns it would not be known for a workbook of returns.
            book.add_worksheet("No returns refused").write_row(0, 0, returns.headings, formats["head"])
    return len(returns.refused)


def _allowed(name: str) -> str:
    """A sheet's name as Excel takes it; that of a text file is the file's own, and may be anything."""
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:LONGEST_NAME].strip("' ") or "Returns"


def _by_sheet(returns: Returns) -> dict[str, list[RefusedRow]]:
    sheets: dict[str, list[RefusedRow]] = {}
    for row in returns.refused:
        sheets.setdefault(row.sheet, []).append(row)
    return sheets


def _write_sheet(sheet: Any, rows: list[RefusedRow], returns: Returns, formats: dict[Any, Any]) -> None:
    headings = rows[0].headings
    sheet.write_row(0, 0, [*headings, *ADDED], formats["head"])
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(headings), WIDTH)
    sheet.set_column(len(headings) + 1, len(headings) + 2, WIDTH_ADDED)
    told = _told(returns)
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row.cells):
            _write_cell(sheet, line, column, cell, formats)
        whats, mends = told[row.sheet, row.row]
        sheet.write_number(line, len(headings), row.row)
        sheet.write_string(line, len(headings) + 1, "\n".join(whats), formats["told"])
        sheet.write_string(line, len(headings) + 2, "\n".join(mends), formats["told"])


def _write_cell(sheet: Any, line: int, column: int, cell: Any, formats: dict[Any, Any]) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(line, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(line, column, cell)
    elif isinstance(cell, date | time):
        sheet.write_datetime(line, column, cell, formats[type(cell)])
    elif cell != "":
        sheet.write_string(line, column, cell if isinstance(cell, str) else text_of(cell))


def _told(returns: Returns) -> dict[tuple[str, int | None], tuple[list[str], list[str]]]:
    """What is wrong and how to mend it, for each refused row."""
    told: dict[tuple[str, int | None], tuple[list[str], list[str]]] = {}
    for problem in returns.problems:
        if problem.level == "refused":
            whats, mends = told.setdefault((problem.sheet, problem.row), ([], []))
            whats.append(f"{problem.cell}: {problem.what}" if problem.cell else problem.what)
            if problem.mend not in mends:
                mends.append(problem.mend)
    return told
