"""Workbooks made for a test."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from looped.returns.model import Returns
from looped.returns.reading import read_returns

Sheets = Mapping[str, Sequence[Sequence[Any]]]


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Writes an .xlsx file. A cell ("=...", value) is a formula with its saved value; merged: {sheet: [range, ...]}."""

    def write(sheets: Sheets, merged: Mapping[str, Sequence[str]] | None = None, name: str = "returns.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            day, moment = (book.add_format({"num_format": form}) for form in ("dd/mm/yyyy", "dd/mm/yyyy hh:mm"))
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        if isinstance(cell, tuple):
                            sheet.write_formula(number, column, cell[0], None, cell[1])
                        elif isinstance(cell, date):
                            sheet.write_datetime(number, column, cell, moment if isinstance(cell, datetime) else day)
                        elif cell not in ("", None):
                            sheet.write(number, column, cell)
                for area in (merged or {}).get(title, ()):
                    number, column = int(area.split(":")[0][1:]) - 1, ord(area[0]) - 65
                    sheet.merge_range(area, rows[number][column] if number < len(rows) else "")
        return path

    return write


@pytest.fixture
def read(workbook: Callable[..., Path]) -> Callable[..., Returns]:
    """Reads rows written as one sheet "Returns" (a list) or as several (by name)."""

    def read_rows(rows: Any, *further: Any, **options: Any) -> Returns:
        sheets = rows if isinstance(rows, dict) else {"Returns": rows}
        return read_returns(workbook(sheets, *further), **options)

    return read_rows
