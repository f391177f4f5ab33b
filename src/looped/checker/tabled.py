"""A table as numbers: every cell's amount whatever stands in its brackets, its columns of shares, its sums."""

import re
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.amounts import amount_of
from looped.checker.cells import value_of
from looped.checker.document import Table, Where, kept_with_table
from looped.checker.grid import MAY_BE_TOTAL
from looped.checker.patterns import pattern_of

SHARE_HEAD = pattern_of(r"%|\b(?:share|per ?cent\w*|proportion|rate|compliance)\b", re.I)
NO_SUM = pattern_of(
    r"\b(?:rate|mean|average|avg|median|per|score|ratio|index|rank|sd|price|cost per|age|points|youngest|oldest|"
    r"longest|shortest|highest|lowest|largest|smallest|maximum|minimum|max)\b|%|\bper ?cent",
    re.I,
)
SURE_TOTAL = pattern_of(
    r"^(?:grand |sub-?|overall )?total\b|^all\b(?! (?:of|two|three|four|five|six|seven|eight|nine|ten|\d))|^sum\b|"
    r"\btotal$|^overall$|^combined$|^whole\b",
    re.I,
)


# "Number (% of all)": a count whose share stands beside it.
WITH_SHARE = pattern_of(r"\(\s*(?:%|per ?cent|percentages?)[^)]*\)", re.I)


def is_no_sum(head: str) -> bool:
    """Whether a head says that its figures are such as don't add up.

    >>> is_no_sum("Mean wait"), is_no_sum("Number (% of all)")
    (True, False)
    """
    return NO_SUM.search(WITH_SHARE.sub(" ", head)) is not None


@dataclass(frozen=True)
class Number:
    """A cell's number. step: of its last digit. unit: "%", "£" or ""."""

    text: str
    value: Decimal
    step: Decimal
    unit: str


@dataclass(frozen=True)
class Tabled:
    """The body of a table. cells[row][column]; heads and labels as in the table; shares: columns of percentages."""

    table: Table
    heads: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[tuple[Number | None, ...], ...]
    shares: frozenset[int]
    total: int | None

    @property
    def body(self) -> tuple[int, ...]:
        """The rows that aren't the sum nor below it."""
        return tuple(range(len(self.labels) if self.total is None else self.total))

    def where(self, row: int | None, column: int | None, rows: tuple[int, ...] = ()) -> Where:
        """Where a cell, a row or a column stands."""
        lines = [self.table.rows[each + 1][0].line for each in (*rows, *((row,) if row is not None else ()))]
        own = tuple(sorted({line for line in lines if line is not None}))
        return Where(
            self.table.page,
            self.table.section or None,
            self.table.title or None,
            self.labels[row] if row is not None else None,
            self.heads[column] if column is not None else None,
            self.table.rows[row + 1][0].line if row is not None else (own[0] if own else None),
            own,
        )


@kept_with_table
def tabled(table: Table) -> Tabled | None:
    """The table as numbers, or None where it has no header over rows of them."""
    if len(table.rows) < 2 or len(table.rows[0]) < 2:
        return None
    # A table whose first column is of figures too has no column of labels.
    skip = 0 if all(row and number_of(row[0].text) for row in table.rows[1:]) and len(table.rows) < 4 else 1
    heads = tuple(cell.text for cell in table.rows[0][skip:])
    width = len(heads)
    labels = tuple(row[0].text if skip and row else "" for row in table.rows[1:])
    texts = [[cell.text for cell in row[skip : width + skip]] for row in table.rows[1:]]
    cells = tuple(tuple(number_of(text) for text in [*row, *[""] * (width - len(row))]) for row in texts)
    shares = frozenset(at for at in range(width) if _is_share(heads[at], [row[at] for row in cells]))
    if not any(cell for row in cells for cell in row):
        return None
    return Tabled(table, heads, labels, cells, shares, _total(labels, cells, shares, heads))


def number_of(text: str) -> Number | None:
    """The number that a cell states: its count where a share stands behind it.

    >>> str(number_of("12 (24.0%)").value), str(number_of("£1,200").value)
    ('12', '1200')
    """
    found = amount_of(text)
    if found:
        return Number(found.text, found.value, found.step, found.unit)
    value = value_of(text)
    if value.count is not None and value.base is None:
        return Number(text, Decimal(value.count), Decimal(1), "")
    return None


def _is_share(head: str, column: list[Number | None]) -> bool:
    given = [cell for cell in column if cell]
    signs = sum(cell.unit == "%" for cell in given)
    return bool(given) and (
        2 * signs > len(given) or (bool(SHARE_HEAD.search(head)) and all(0 <= c.value <= 100 for c in given))
    )


def _total(
    labels: tuple[str, ...],
    cells: tuple[tuple[Number | None, ...], ...],
    shares: frozenset[int],
    heads: tuple[str, ...],
) -> int | None:
    """The row of sums: named so; or the last, where it adds up in most columns and its name allows it."""
    for at, label in enumerate(labels):
        if SURE_TOTAL.search(label.strip("* ")) and at > 1:
            return at
    last = len(labels) - 1
    if last < 2:
        return None
    may = bool(MAY_BE_TOTAL.match(labels[last].strip("* ")))
    sums = [
        adds_up(cells, range(last), last, at)
        for at in range(len(heads))
        if at not in shares and not NO_SUM.search(heads[at])
    ]
    known = [each for each in sums if each is not None]
    good = sum(known)
    return last if known and ((may and good) or (good > 1 and 2 * good >= len(known))) else None


def adds_up(cells: tuple[tuple[Number | None, ...], ...], rows: range, total: int, column: int) -> bool | None:
    """Whether the rows of a column make its total; None where a number is missing."""
    parts = [cells[row][column] for row in rows]
    whole = cells[total][column]
    if whole is None or any(part is None for part in parts) or not whole.value:
        return None
    return sum((part.value for part in parts if part), Decimal(0)) == whole.value
