"""A sheet as columns of cells, whatever kind of file it came from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice

Cell = str | float | int | bool | date | datetime | time | timedelta
Progress = Callable[[int, int], None]

CHUNK = 20_000


@dataclass(slots=True)
class Sheet:
    """Cells by column, all columns of one length; an empty cell is ''.

    first_row: number of the first row as the spreadsheet shows it.  first_column: 0 for column A.
    across: cells merged over columns as (row, column, last column), counted from 0 within `columns`.
    hidden: the spreadsheet doesn't show this sheet.  place: among the workbook's sheets, from 0.
    """

    name: str
    columns: list[list[Cell]]
    first_row: int = 1
    first_column: int = 0
    across: list[tuple[int, int, int]] = field(default_factory=list)
    hidden: bool = False
    place: int = 0

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.columns[0]) if self.columns else 0

    def row(self, index: int) -> list[Cell]:
        """Cells of one row, counted from 0."""
        return [column[index] for column in self.columns]

    def number(self, index: int) -> int:
        """The row's number as the spreadsheet shows it."""
        return self.first_row + index

    def address(self, column: int, index: int) -> str:
        """A cell's name as the spreadsheet shows it, such as F12."""
        return f"{self.letters(column)}{self.number(index)}"

    def letters(self, column: int) -> str:
        """A column's letters as the spreadsheet shows them."""
        return letters(self.first_column + column)


def letters(column: int) -> str:
    """Letters of a column, counted from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    text = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        text = chr(65 + letter) + text
    return text


def columns_of(rows: Iterable[list[Cell]], total: int, progress: Progress | None = None) -> list[list[Cell]]:
    """Rows turned into columns, a chunk at a time; equal cells of a column are kept once, so that memory stays small.

    rows: may differ in length; short ones are filled with ''.  total: rows expected, for `progress`,
    which hears at the end that all there were are done.
    """
    columns: list[list[Cell]] = []
    kept: list[dict[Cell, Cell] | None] = []
    iterator, done = iter(rows), 0
    while chunk := list(islice(iterator, CHUNK)):
        width = max(len(columns), *map(len, chunk))
        for _ in range(len(columns), width):
            columns.append([""] * done)
            kept.append({})
        for cells in chunk:
            if len(cells) < width:
                cells.extend([""] * (width - len(cells)))
        for index, fresh in enumerate(zip(*chunk, strict=True)):
            kept[index] = _extend(columns[index], fresh, kept[index])
        done += len(chunk)
        if progress:
            progress(done, max(done, total))
    if progress and done < total:
        progress(done, done)
    return columns


def _extend(column: list[Cell], fresh: tuple[Cell, ...], memo: dict[Cell, Cell] | None) -> dict[Cell, Cell] | None:
    """Adds cells, equal ones once. Where most differ, as references do, it isn't tried again: the memo is given up."""
    if memo is None:
        column.extend(fresh)
        return None
    column.extend(map(memo.setdefault, fresh, fresh))
    return memo if len(memo) * 2 < len(column) or len(column) < CHUNK else None
