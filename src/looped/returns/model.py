"""What reading a workbook of returns gives."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from looped.figures.schema import Rows
from looped.reports.material import Material

Level = Literal["refused", "warning"]


@dataclass(frozen=True)
class Problem:
    """One thing wrong: where, what, how to mend. row and cell as the spreadsheet shows them (row 1 is the first)."""

    sheet: str
    cell: str | None
    row: int | None
    level: Level
    what: str
    mend: str


@dataclass(frozen=True)
class RefusedRow:
    """A row that was refused, as it was typed. headings: the words over its cells. A date stands as a date."""

    sheet: str
    row: int
    headings: tuple[str, ...]
    cells: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One cleaned row: a lead's, a second's or a moderation. grades: position by domain code, None = not graded.

    In a moderation only the domains that were moderated are in `grades`. row: as the spreadsheet shows it.
    recorded_at: UTC without zone. not_graded: reason by domain code.
    """

    sheet: str
    row: int
    audit: str
    source: str
    month: str
    framework: str
    case: str | None
    service_area: str | None
    team: str | None
    auditor: str | None
    due: date | None
    returned: date | None
    why_moderated: str | None
    feedback: str | None
    grades: dict[str, int | None]
    not_graded: dict[str, str]
    recorded_at: datetime


@dataclass(frozen=True)
class Returns:
    """A workbook, read and cleaned. rows: the tables that figures read; returns: the same, a row a return.

    taken: rows of returns taken. skipped: sheets without a header row, named. checksum: SHA-256 of the file.
    refused: rows that were refused, with their cells, so that the sender can mend them (`refused.write_refused`).
    headings: the words over the first sheet of returns.
    """

    document: str
    checksum: str
    taken: int
    returns: tuple[ReturnRow, ...]
    rows: Rows
    material: Material
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...]
    refused: tuple[RefusedRow, ...] = ()
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """All rows of some of a file's audits. audits, feedback: their rows of these tables, as in `Rows`."""

    returns: tuple[ReturnRow, ...]
    audits: Collection[tuple[Any, ...]]
    feedback: Collection[tuple[Any, ...]]


@dataclass(frozen=True)
class Delivery:
    """A workbook handed over in pieces, so that a big one needs little memory.

    beside: as `Returns`, `taken` and problems of the whole file, but with no row of a return: its tables are those of
    the further sheets.  authority: whose returns these are.  latest: when the last of its rows was recorded, as the
    file says, UTC without zone; None where none was taken.  pieces: to be taken once; no audit is in two.
    """

    beside: Returns
    authority: str
    latest: datetime | None
    pieces: Iterable[Piece]


OF_RETURNS = ("gradings", "audits", "feedback")


def in_one_piece(returns: Returns) -> Delivery:
    """A workbook that was read whole, as a delivery."""
    tables = returns.rows.tables
    further = {name: rows for name, rows in tables.items() if name not in OF_RETURNS}
    return Delivery(
        beside=replace(returns, returns=(), rows=Rows(further, returns.rows.known)),
        authority=str(next(iter(tables["audits"]), ("",))[0]),
        latest=max((row.recorded_at for row in returns.returns), default=None),
        pieces=(Piece(returns.returns, tables["audits"], tables.get("feedback", [])),),
    )
