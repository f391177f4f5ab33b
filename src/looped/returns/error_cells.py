"""Formulas that failed (#N/A, #REF!) or were never worked out: calamine reads them as empty, which means something."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from looped.returns.cells import UNSOLVED_FORMULA
from looped.returns.header import Header
from looped.returns.sheets import Sheet

WORKBOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
SHEET_TAG = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
LINK_TAG = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
FAILED = re.compile(
    rb"""<c\s(?=[^>]*\bt=["']e["'])[^>]*\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*>(?:(?!</c>).)*?<v>(#[^<]{2,12})</v>""",
    re.DOTALL,
)
# A formula of text may give an empty text; any other without a value was saved by a program that doesn't calculate.
UNSOLVED = re.compile(
    rb"""<c\s(?![^>]*\bt=["']str["'])[^>]*\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)"""
    rb"""(?:<v\s*/>|<v></v>)?</c>"""
)
# A column that is empty in most rows is no reason to look.
OFTEN_EMPTY = frozenset(("why_moderated", "second_auditor", "not_graded_reason", "selection"))


def mark_errors(path: Path, sheet: Sheet, header: Header) -> None:
    """Puts the error's own text ("#N/A") into cells whose formula failed, and words into those never worked out.

    Only .xlsx hides them so; it is looked at only where cells that matter are empty.
    """
    if path.suffix.lower() != ".xlsx" or not _has_gaps(sheet, header):
        return
    for letters, row, text in _failed(path, sheet.place):
        column, index = _number(letters) - sheet.first_column, row - sheet.first_row
        if 0 <= column < len(sheet.columns) and 0 <= index < sheet.height and sheet.columns[column][index] == "":
            sheet.columns[column][index] = text


def _has_gaps(sheet: Sheet, header: Header) -> bool:
    told = (column for name, column in header.columns.items() if name not in OFTEN_EMPTY)
    return any("" in sheet.columns[column] for column in told)


def _failed(path: Path, place: int) -> Iterator[tuple[str, int, str]]:
    try:
        with zipfile.ZipFile(path) as packed:
            text = packed.read(_member(packed, place))
    except (KeyError, IndexError, zipfile.BadZipFile, NotImplementedError):
        # calamine has read the file, so this is only another way of packing or naming its parts.
        return
    if b't="e"' in text or b"t='e'" in text:
        for letters, row, error in FAILED.findall(text):
            yield letters.decode(), int(row), error.decode(errors="replace")
    if b"<f" in text:
        for letters, row in UNSOLVED.findall(text):
            yield letters.decode(), int(row), UNSOLVED_FORMULA


def _member(packed: zipfile.ZipFile, place: int) -> str:
    """The part that holds a sheet, by its place in the workbook."""
    tag = dict(ATTRIBUTE.findall(SHEET_TAG.findall(packed.read(WORKBOOK))[place]))
    links = (dict(ATTRIBUTE.findall(link)) for link in LINK_TAG.findall(packed.read(LINKS)))
    targets = {link[b"Id"]: link[b"Target"].decode() for link in links}
    target = targets[next((value for name, value in tag.items() if name.endswith(b":id")), b"")]
    return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _number(letters: str) -> int:
    """A column's number from 0: the way back from `sheets.letters`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
