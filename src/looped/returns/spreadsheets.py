"""Sheets of .xlsx and .ods files, by python-calamine."""

from collections.abc import Iterator
from itertools import dropwhile
from pathlib import Path
from typing import Any

from looped.errors import UnreadableError
from looped.returns.sheets import Progress, Sheet, columns_of

# Rows in which a header is looked for, with room to spare.
HEADER_ROWS = 100


def spreadsheet_sheets(path: Path, progress: Progress | None = None) -> list[Sheet]:
    """The sheets of a spreadsheet, in its order, merged cells filled downwards.

    Formulas give the value that was saved with them.  Raises: UnreadableError where the file can't be read.
    """
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    try:
        with load_workbook(path) as workbook:
            sheets = []
            for place, known in enumerate(workbook.sheets_metadata):
                if known.typ == SheetTypeEnum.WorkSheet:
                    sheet = _sheet(workbook.get_sheet_by_name(known.name), progress)
                    sheet.hidden, sheet.place = known.visible != SheetVisibleEnum.Visible, place
                    sheets.append(sheet)
            return sheets
    except (CalamineError, OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise UnreadableError(
            f"{path.name}: looked for a spreadsheet's sheets, and the file is broken ({reason}). "
            "To mend it: open it in Excel or LibreOffice and save it again as .xlsx."
        ) from error


def _sheet(found: Any, progress: Progress | None) -> Sheet:
    if found.start is None:
        return Sheet(found.name, [])
    rows, top = _rows(found)
    sheet = Sheet(found.name, columns_of(rows, found.height, progress), top + 1, found.start[1])
    _fill_merged(sheet, found.merged_cell_ranges or [], top)
    return sheet


def _rows(found: Any) -> tuple[Iterator[list[Any]], int]:
    """Rows from the first that holds anything. calamine gives the empty rows above it too."""
    top = found.start[0]
    numbered = dropwhile(lambda pair: pair[0] < top, enumerate(found.iter_rows()))
    return (row for _, row in numbered), top


def _fill_merged(sheet: Sheet, ranges: list[tuple[tuple[int, int], tuple[int, int]]], top: int) -> None:
    """Downwards at once; across is remembered, for it means something in a header only."""
    for (first, left), (last, right) in ranges:
        row, column = first - top, left - sheet.first_column
        if not (0 <= row < sheet.height and 0 <= column < len(sheet.columns)):
            continue
        end = min(last - top, sheet.height - 1)
        sheet.columns[column][row : end + 1] = [sheet.columns[column][row]] * (end - row + 1)
        if right > left:
            sheet.across.extend(
                (each, column, right - sheet.first_column) for each in range(row, min(end + 1, HEADER_ROWS))
            )
