"""All that was read of a workbook, before tables are made of it."""

from dataclasses import dataclass, field
from typing import Any

from looped.returns.model import Problem, RefusedRow
from looped.returns.taken import Taken

FurtherRow = dict[str, Any]


@dataclass(slots=True)
class Cleaned:
    """What reading gives, in the file's order. known: as in `schema.Rows`.  sheets_of_returns: by name.

    further: rows of the further sheets by kind, each by its columns' names and "sheet", "row", "nth" (of the sheets
    of its kind). A kind that is there is recorded, even without a row.  places: letters of each sheet's columns.
    headings: over the first sheet of returns.  numbers: sheets of each further kind.
    """

    document: str
    checksum: str
    taken: Taken = field(default_factory=Taken)
    problems: list[Problem] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    sheets_of_returns: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    further: dict[str, list[FurtherRow]] = field(default_factory=dict)
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def add_further(self, kind: str, rows: list[FurtherRow]) -> None:
        """Puts the rows of one more sheet of a kind under those of the sheets before it."""
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        self.further.setdefault(kind, []).extend(row | {"nth": self.numbers[kind]} for row in rows)
