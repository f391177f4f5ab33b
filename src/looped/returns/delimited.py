"""The one sheet of a .csv file, read as a stream by the standard library."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from looped.errors import UnreadableError
from looped.returns.sheets import Cell, Progress, Sheet, columns_of

DELIMITERS = (",", ";", "\t")
BLOCK = 1 << 20
SAMPLE_ROWS = 200
BYTES_A_ROW = 120


def delimited_sheet(path: Path, progress: Progress | None = None) -> Sheet:
    """The sheet of a .csv file, named as the file. Separated by comma, semicolon or tab; UTF-8, else Windows text.

    Raises: UnreadableError where it is no text, or a row can't be split.
    """
    encoding = _encoding(path)
    delimiter = _delimiter(path, encoding)
    total = path.stat().st_size // BYTES_A_ROW
    try:
        return Sheet(path.stem, columns_of(_rows(path, encoding, delimiter), total, progress))
    except csv.Error as error:
        raise UnreadableError(
            f"{path.name}: looked for rows of comma-separated text, and one can't be split ({error}). "
            "To mend it: look for a quotation mark that is never closed, or save it as .xlsx."
        ) from error


def _encoding(path: Path) -> str:
    """What the whole file can be read as: decided before the first row, so that no half is read otherwise."""
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    names = ("utf-8-sig",) if start.startswith(BOM_UTF8) else ("utf-8-sig", "cp1252")
    for name in names:
        if _decodes(path, name):
            return name
    raise UnreadableError(
        f"{path.name}: looked for comma-separated text, and this is not text. "
        "To mend it: save the returns as .xlsx, .ods or .csv (UTF-8)."
    )


def _decodes(path: Path, encoding: str) -> bool:
    decoder = getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                if "\0" in decoder.decode(block):
                    return False
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(path: Path, encoding: str) -> str:
    """The one that splits most rows into the same number of fields, more fields first."""

    def regular(delimiter: str) -> int:
        try:
            widths = Counter(map(len, islice(_rows(path, encoding, delimiter), SAMPLE_ROWS)))
        except csv.Error:
            return 0
        return max(((width - 1) * rows for width, rows in widths.items() if width > 1), default=0)

    return max(DELIMITERS, key=regular)


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[list[Cell]]:
    with path.open(encoding=encoding, newline="") as file:
        yield from csv.reader(file, delimiter=delimiter)
