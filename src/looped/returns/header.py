"""Where a sheet's header is, and what its headings name."""

from collections.abc import Iterator
from dataclasses import dataclass

from looped.returns.cells import text_of
from looped.returns.columns import COLUMNS, GRADE, Headings, Kind, Named, missing
from looped.returns.sheets import Sheet
from looped.rubric.framework import Framework

ROWS_SEARCHED = 50


@dataclass(frozen=True, slots=True)
class Header:
    """A sheet's header. below: the first row under it, from 0.  columns: index in the sheet by column's name.

    headings: the words over every column, as typed.  doubled: columns that name what another names better.
    elsewhere: columns that are read for another side of the row (`sides.py`).
    """

    kind: Kind
    below: int
    columns: dict[str, int]
    headings: tuple[str, ...]
    doubled: tuple[int, ...] = ()
    elsewhere: tuple[int, ...] = ()


def header_of(sheet: Sheet, frameworks: tuple[Framework, ...]) -> Header | None:
    """The header that names most columns among the first rows, of whatever kind of sheet; None where none will do."""
    names = Headings(frameworks)
    best: Header | None = None
    for below, layers in _candidates(sheet):
        for kind in COLUMNS:
            header = _header(kind, below, layers, names)
            if header and (best is None or len(header.columns) > len(best.columns)):
                best = header
    return best


def _candidates(sheet: Sheet) -> Iterator[tuple[int, tuple[list[str], ...]]]:
    """Each of the first rows alone, then each with the row above it, for headings in two rows."""
    searched = min(sheet.height, ROWS_SEARCHED)
    rows = [_headings(sheet, index) for index in range(searched)]
    for index, row in enumerate(rows):
        if any(row):
            yield index + 1, (row,)
    for index in range(1, searched):
        if any(rows[index]) and any(rows[index - 1]) and _only_words(sheet, index):
            yield index + 1, (rows[index - 1], rows[index])


def _headings(sheet: Sheet, index: int) -> list[str]:
    texts = [text_of(cell) or "" for cell in sheet.row(index)]
    for row, first, last in sheet.across:
        if row == index:
            texts[first : last + 1] = [texts[first]] * (min(last, len(texts) - 1) - first + 1)
    return texts


def _only_words(sheet: Sheet, index: int) -> bool:
    return all(isinstance(cell, str) for cell in sheet.row(index))


def _header(kind: Kind, below: int, layers: tuple[list[str], ...], names: Headings) -> Header | None:
    over = list(zip(*layers, strict=True))
    headings = tuple(" ".join(dict.fromkeys(filter(None, texts))) for texts in over)
    named = [_best(kind, texts, joined, names) for texts, joined in zip(over, headings, strict=True)]
    columns: dict[str, int] = {}
    for index, name in enumerate(named):
        if name and (name.column not in columns or name.sure > _sure(named, columns[name.column])):
            columns[name.column] = index
    if missing(kind, tuple(columns)):
        return None
    doubled = tuple(
        index
        for index, name in enumerate(named)
        if name and name.column.startswith(GRADE) and columns[name.column] != index
    )
    return Header(kind, below, columns, headings, doubled)


def _best(kind: Kind, texts: tuple[str, ...], joined: str, names: Headings) -> Named | None:
    """What both rows say together, else what the lower says, else the upper where the lower is empty."""
    return names.name_of(kind, joined) or names.name_of(kind, texts[-1])


def _sure(named: list[Named | None], index: int) -> int:
    name = named[index]
    return name.sure if name else 0
