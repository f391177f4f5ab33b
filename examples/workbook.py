"""Sheets of an example workbook, as a council keeps them: a title, a line of explanation, a header, rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter

# Fixed, so that the same rows make the same bytes.
MADE = datetime(2024, 8, 12, 9, 0, tzinfo=UTC)

WIDEST = 60  # characters in a column; longer words go on in the next line


@dataclass(frozen=True)
class Sheet:
    """One sheet. months, shares: columns (from 0) shown as "Apr 24" and as percentages; other dates as 15/05/2024."""

    name: str
    title: str
    explanation: str
    header: Sequence[str]
    rows: Sequence[Sequence[object]]
    months: frozenset[int] = frozenset()
    shares: frozenset[int] = frozenset()


def write(path: Path, title: str, sheets: Sequence[Sheet]) -> None:
    """Writes the workbook to `path`; the same sheets give the same bytes."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": title, "comments": "All invented.", "created": MADE})
        looks = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "header": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "month": book.add_format({"num_format": "mmm yy", "align": "left"}),
            "day": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
            "share": book.add_format({"num_format": "0%"}),
            "long": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        for sheet in sheets:
            _draw(book.add_worksheet(sheet.name), sheet, looks)


def _draw(page: "xlsxwriter.worksheet.Worksheet", sheet: Sheet, looks: dict[str, object]) -> None:
    page.write_string(0, 0, sheet.title, looks["title"])
    page.write_string(1, 0, sheet.explanation)
    if not sheet.header:
        return
    page.set_row(3, 48)
    page.write_row(3, 0, sheet.header, looks["header"])
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(3)
    page.freeze_panes(4, 1)
    page.autofilter(3, 0, 3 + len(sheet.rows), len(sheet.header) - 1)
    for row, values in enumerate(sheet.rows, start=4):
        for column, value in enumerate(values):
            _write_cell(page, row, column, value, sheet, looks)
    for column, heading in enumerate(sheet.header):
        longest = max([len(heading) // 2, *(len(str(row[column])) for row in sheet.rows)])
        page.set_column(column, column, min(WIDEST, longest + 2))


def _write_cell(
    page: "xlsxwriter.worksheet.Worksheet", row: int, column: int, value: object, sheet: Sheet, looks: dict[str, object]
) -> None:
    if isinstance(value, date):
        page.write_datetime(row, column, value, looks["month" if column in sheet.months else "day"])
    elif isinstance(value, (int, float)):
        page.write_number(row, column, value, looks["share"] if column in sheet.shares else None)
    elif value != "":
        page.write_string(row, column, str(value), looks["long"] if len(str(value)) > WIDEST else None)
