"""Reads our workbook: numbers as their formats print them, split cells put together again.

The workbook is read as the XML it is: no reader of values says how a number is printed.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cells = dict[tuple[int, int], str]
RANGE = re.compile(r"\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$")


def opened(content: bytes) -> "_Book":
    """The workbook's parts."""
    return _Book(content)


def tables(book: "_Book") -> list[tuple[str, list[list[str]]]]:
    """Every table with the title above it, found by the sheet's names table_head and table_body."""
    return [_table(book, at) for at in range(len(book.sheets)) if book.parts_of(at)]


def text(book: "_Book") -> str:
    """Every cell of every sheet, as printed."""
    return "\n".join(words for at in range(len(book.sheets)) for _, words in sorted(book.cells(at)[0].items()))


class _Book:
    """The workbook's parts: strings, number formats, sheets in their order, names."""

    def __init__(self, content: bytes) -> None:
        self._zip = ZipFile(BytesIO(content))
        strings = self._part("sharedStrings") if "xl/sharedStrings.xml" in self._zip.namelist() else ()
        self._strings = ["".join(each.itertext()) for each in strings]
        self._forms = _forms(self._part("styles"))
        book = self._part("workbook")
        self.sheets = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
        self._names = list(book.iter(f"{MAIN}definedName"))

    def _part(self, name: str) -> Any:
        from defusedxml.ElementTree import fromstring

        return fromstring(self._zip.read(f"xl/{name}.xml"))

    def parts_of(self, sheet: int) -> dict[str, tuple[int, int, int, int]]:
        """The sheet's named ranges as (first row, first column, last row, last column), from 0."""
        return {
            name.get("name"): _range(name.text)
            for name in self._names
            if name.get("localSheetId") == str(sheet) and name.get("name").startswith("table_")
        }

    def cells(self, sheet: int) -> tuple[Cells, dict[tuple[int, int], int]]:
        """The sheet's filled cells as printed, and how many columns each merged cell takes."""
        part = self._part(f"worksheets/sheet{sheet + 1}")
        cells = {_place(cell.get("r")): self._printed(cell) for cell in part.iter(f"{MAIN}c") if len(cell)}
        merged = {}
        for each in part.iter(f"{MAIN}mergeCell"):
            first, _, last = each.get("ref").partition(":")
            merged[_place(first)] = _place(last)[1] - _place(first)[1] + 1
        return cells, merged

    def _printed(self, cell: Any) -> str:
        value = cell.findtext(f"{MAIN}v") or ""
        if cell.get("t") == "s":
            return self._strings[int(value)]
        return printed(value, self._forms[int(cell.get("s", "0"))])


def _table(book: _Book, sheet: int) -> tuple[str, list[list[str]]]:
    cells, merged = book.cells(sheet)
    parts = book.parts_of(sheet)
    head, body = parts.get("table_head"), parts.get("table_body")
    across = (head or body or (0, 0, 0, 0))[3] + 1
    groups = _groups(book, sheet, head, across, merged)
    rows = [row for part in (head, body) if part for row in range(part[0], part[2] + 1)]
    return cells.get((0, 0), ""), [[_joined(cells, row, group) for group in groups] for row in rows]


def _groups(book: _Book, sheet: int, head: Any, across: int, merged: dict[tuple[int, int], int]) -> list[list[int]]:
    """The sheet's columns that make one column of the table: those under one merged heading."""
    groups: list[list[int]] = []
    column = 0
    while column < across:
        many = merged.get((head[0], column), 1) if head else 1
        groups.append(list(range(column, column + many)))
        column += many
    return groups


def _joined(cells: Cells, row: int, columns: list[int]) -> str:
    return " ".join(cells[row, column] for column in columns if cells.get((row, column)))


def printed(value: str, form: str) -> str:
    """A number as Excel prints it with one of our formats.

    >>> printed("0.22580645161290322", '"("0.0%")"')
    '(22.6%)'
    """
    found = re.fullmatch(r'(?:"([^"]*)")?([#0,.]+)(%?)(?:"([^"]*)")?', form)
    if found is None:
        return value
    before, digits, percent, after = found.groups(default="")
    places = len(digits.partition(".")[2])
    number = Decimal(repr(float(value))) * (100 if percent else 1)
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{before}{rounded:{',' if ',' in digits else ''}f}{percent}{after}"


def _forms(styles: Any) -> list[str]:
    """The number format of each cell style."""
    own = {each.get("numFmtId"): each.get("formatCode") for each in styles.iter(f"{MAIN}numFmt")}
    builtin = {"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
    known = {**builtin, **own}
    return [known.get(each.get("numFmtId"), "General") for each in styles.find(f"{MAIN}cellXfs")]


def _range(words: str) -> tuple[int, int, int, int]:
    found = RANGE.search(words)
    assert found, words
    first, top, last, bottom = found.groups()
    return int(top) - 1, _column(first), int(bottom or top) - 1, _column(last or first)


def _place(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    return int(reference[len(letters) :]) - 1, _column(letters)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
