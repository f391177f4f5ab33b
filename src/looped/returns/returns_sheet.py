"""A sheet of returns while it is read: its columns so far, and what was found wrong."""

from dataclasses import dataclass, field
from typing import Any

from looped.returns.header import Header
from looped.returns.model import Level, Problem
from looped.returns.problems import cell_problem, row_problem, sheet_problem
from looped.returns.sheets import Cell, Sheet
from looped.rubric.framework import Framework


@dataclass(slots=True)
class ReturnsSheet:
    """A sheet of returns while it is read. columns: read cells under the header, by name.

    side: the source of every row, where its header is that of one side of the sheet's rows (`sides.py`).
    in_force: the framework of each row.  problems: with row and column, for their order.
    refused, apart: rows under the header, from 0, that are refused, and that are no returns (empty, totals, notes).
    """

    sheet: Sheet
    header: Header
    frameworks: tuple[Framework, ...]
    side: str | None = None
    columns: dict[str, list[Any]] = field(default_factory=dict)
    in_force: list[Framework] = field(default_factory=list)
    problems: list[tuple[int, int, Problem]] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    apart: set[int] = field(default_factory=set)

    @property
    def height(self) -> int:
        """Number of rows under the header."""
        return self.sheet.height - self.header.below

    @property
    def in_use(self) -> tuple[Framework, ...]:
        """The frameworks of the rows, each once."""
        return tuple({framework.code: framework for framework in self.in_force}.values())

    def raw(self, name: str) -> list[Cell]:
        """Cells of a column under the header, as they were typed."""
        return self.sheet.columns[self.header.columns[name]][self.header.below :]

    def of_cell(self, name: str, row: int, level: Level, what: str, mend: str) -> None:
        """Notes a problem of one cell; row counts from the header."""
        column = self.header.columns[name]
        problem = cell_problem(self.sheet, column, row + self.header.below, level, what, mend)
        self.problems.append((row, column, problem))
        if level == "refused":
            self.refused.add(row)

    def of_row(self, row: int, level: Level, what: str, mend: str) -> None:
        """Notes a problem of a whole row, counted from the header."""
        self.problems.append((row, -1, row_problem(self.sheet, row + self.header.below, level, what, mend)))
        if level == "refused":
            self.refused.add(row)

    def of_sheet(self, what: str, mend: str) -> None:
        """Notes a warning about the whole sheet."""
        self.problems.append((-1, -1, sheet_problem(self.sheet, "warning", what, mend)))

    def heading(self, name: str) -> str:
        """The words over a column, as typed."""
        return self.header.headings[self.header.columns[name]]
