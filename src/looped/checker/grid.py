"""A table understood: what heads its columns and rows, which of them are parts, totals or neither."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from looped.checker.cells import Value, value_of
from looped.checker.document import Cell, Table, Where
from looped.checker.patterns import pattern_of

TOTAL = pattern_of(
    r"^(?:grand |sub-?|overall )?total\b|^all\b(?! (?:of|two|three|four|five|six|seven|eight|nine|"
    r"ten|\d))|^sum\b|^n$|\btotal$",
    re.I,
)
BASE = pattern_of(r"(?:\(?\b(?:n\s*=|base\s*[=:]?)\s*|\((?=\d[\d,]*\)\s*$))(\d[\d,]*)\)?", re.I)
ASIDE = pattern_of(
    r"^(?:of which|of whom|of these|including|includes|incl\b|moderated|median|mean|average|rate|range|target)", re.I
)
# These count some of the others again.
AGAIN = pattern_of(r"^\W*of (?:which|whom|these)\b", re.I)
OF_WHICH = pattern_of(r"^(?:of which|of whom|of these|including|includes|thereof)\b", re.I)

# "Re-audited", "with a complaint", "late": of the others.
DONE_TO = pattern_of(
    r"^\W*(?:(?:re-?|double-)[a-z]+ed|[a-z]+ed(?: (?:again|twice|late))?|with|also|late|joint)\b", re.I
)

# The last of a set of grades or answers, or all others: a part like those before it.
ONE_OF_SET = pattern_of(
    r"^(?:others?(?: reasons?)?|outstanding|good|fair|poor|adequate|inadequate|requires improvement|very "
    r"(?:good|poor|satisfied|dissatisfied|unhappy)|dissatisfied|(?:strongly )?(?:dis)?agree|no|never|low|high|red|"
    r"green)$",
    re.I,
)
# These head a sum only where the rows above them do add up to it.
MAY_BE_TOTAL = pattern_of(
    r"^(?:(?:the |full |whole )?(?:year|quarter|half[- ]year|week|month|term|season|day|period|both|trust|council|"
    r"school|"
    r"service|county|borough|hospital|net(?! of\b)|year to date|to date|cohort|sample)\b"
    r".{0,16}|together|any|overall|combined|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:years|quarters|months|weeks|terms|days))$",
    re.I,
)


@dataclass(frozen=True)
class Grid:
    """A table's body. values[row][column]; labels exclude the header row and the column of row heads.

    parts: rows that make up `total` (None where no row is a total); total_column likewise for columns.
    bases: what a header states, "(n = 104)", by column.
    """

    table: Table
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...]
    parts: tuple[int, ...]
    total: int | None
    total_column: int | None
    bases: tuple[int | None, ...]
    header_line: int | None
    # By column the base that its shares seem to be of, as far as it was asked for.
    seeming: dict[int, int | None] = field(default_factory=dict, repr=False, compare=False)

    def counts(self, column: int, rows: tuple[int, ...] | None = None) -> list[int | None]:
        """The counts of a column, of the part rows or those given."""
        return [self.values[row][column].count for row in (self.parts if rows is None else rows)]

    def line(self, row: int) -> int | None:
        """The line of the text that a row stands on."""
        return self._cells(row)[0].line

    def where(self, row: int | None, column: int | None, rows: tuple[int, ...] = ()) -> Where:
        """Where a cell, a row or a column stands. rows: those that a finding on a column rests on."""
        lines = tuple(sorted({line for each in rows for line in [self.line(each)] if line is not None}))
        first = self.line(row) if row is not None else self.header_line
        heads = (self.header_line,) if row is None and self.header_line is not None else ()
        own = (first,) if first is not None and not lines else ()
        return Where(
            page=self._cells(row)[0].page if row is not None else self.table.page,
            section=self.table.section or None,
            table=self.table.title or None,
            row=self.rows[row] if row is not None else None,
            column=self.columns[column] if column is not None else None,
            line=first,
            lines=tuple(dict.fromkeys((*heads, *own, *lines))),
        )

    def _cells(self, row: int) -> tuple[Cell, ...]:
        return self.table.rows[row + 1]


def grid_of(table: Table) -> Grid | None:
    """The table understood, or None where it has no header row over rows of numbers."""
    if len(table.rows) < 2 or len(table.rows[0]) < 2:
        return None
    width = max(len(row) for row in table.rows)
    columns = tuple(cell.text for cell in _padded(table.rows[0], width)[1:])
    body = [_padded(row, width) for row in table.rows[1:]]
    rows = tuple(row[0].text for row in body)
    values = tuple(tuple(value_of(cell.text) for cell in row[1:]) for row in body)
    if not any(value.count is not None or value.percent for row in values for value in row):
        return None
    total, parts = _parts(rows, values)
    total_column = next((at for at, label in enumerate(columns) if TOTAL.search(label)), None)
    bases = tuple(int(found[1].replace(",", "")) if (found := BASE.search(label)) else None for label in columns)
    return Grid(table, columns, rows, values, parts, total, total_column, bases, table.rows[0][0].line)


def _padded(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """The cells of a row, made as many as the longest row has."""
    return (*row, *(Cell("") for _ in range(width - len(row))))


def _parts(rows: tuple[str, ...], values: tuple[tuple[Value, ...], ...]) -> tuple[int | None, tuple[int, ...]]:
    """The total row, and the rows above it that add up to it in as many columns as can be."""
    total = next((at for at, label in enumerate(rows) if TOTAL.search(label)), None)
    last = len(rows) - 1
    if total is None and last > 1 and not goes_on(rows):
        # By its name it may be one where one column adds up; whatever its name, where two do and no more don't.
        above_last = tuple(at for at in range(last) if _has_count(values[at]))
        fitting = _fitting(values, above_last, last)
        may = bool(MAY_BE_TOTAL.match(rows[last].strip("* ")))
        total = last if fitting and (may or _adds_up(values, above_last)) else None
    # "All components" heads a sum only where it is one.
    if total is not None and re.match(r"all \w", rows[total], re.I) and total > 1:
        up = tuple(at for at in range(total) if _has_count(values[at]))
        total = total if _fitting(values, up, total) else None
    above = range(total) if total is not None else range(len(rows))
    likely = tuple(at for at in above if not ASIDE.search(rows[at]) and _has_count(values[at]))
    if total is None:
        return None, likely
    every = tuple(at for at in above if _has_count(values[at]))
    if len(likely) > 1 and any(AGAIN.match(rows[at]) for at in above):
        return total, likely
    if len(likely) > 1 and any(OF_WHICH.search(rows[at]) for at in above):
        return total, max((likely, every), key=lambda chosen: _fitting(values, chosen, total))
    choices = [
        chosen
        for chosen in _choices(every, likely)
        if chosen in (likely, every)
        or _fitting(values, chosen, total, [at for at in every if at not in chosen]) > 1
        or _may_leave_out(rows, [at for at in every if at not in chosen], every)
        or all(_is_made_above(values, every, at) for at in every if at not in chosen)
    ]
    return total, max(choices, key=lambda chosen: (_fitting(values, chosen, total), len(chosen)))


def _may_leave_out(rows: tuple[str, ...], out: list[int], every: tuple[int, ...]) -> bool:
    """Whether rows may be no parts, though only one column says so: the last ones, or called by what was done to them.

    In one column of small counts all but any one of them often make the total by chance.
    """
    if any(ONE_OF_SET.match(rows[at].strip("* ")) for at in out):
        return False
    return out == list(every[-len(out) :]) or all(DONE_TO.match(rows[at]) for at in out)


def _is_made_above(values: tuple[tuple[Value, ...], ...], every: tuple[int, ...], row: int) -> bool:
    """ "Known" behind three rows: what all of those above it make."""
    above = tuple(at for at in every if at < row)
    return len(above) > 1 and _fitting(values, above, row) > 0


def goes_on(rows: tuple[str, ...]) -> bool:
    """Whether the last row is the next of a series, "Quarter 4" behind "Quarter 3": it heads no sum.

    >>> goes_on(("Quarter 3", "Quarter 4")), goes_on(("Quarter 4", "Both"))
    (True, False)
    """
    named = [re.sub(r"\d+", "#", label.strip("* ").lower()) for label in rows[-2:]]
    return len(named) > 1 and "#" in named[0] and len(set(named)) == 1


def _has_count(row: tuple[Value, ...]) -> bool:
    """A part whose every figure is withheld is a part all the same: without it no column adds up."""
    return any(value.count is not None or value.percent is not None or value.withheld for value in row)


def _adds_up(values: tuple[tuple[Value, ...], ...], parts: tuple[int, ...]) -> bool:
    """Whether the last row is a sum by its figures alone. A column of noughts, or of one part, adds up by itself."""
    counted = [at for at, value in enumerate(values[-1]) if value.count is not None]
    several = [at for at in counted if sum(bool(values[row][at].count) for row in parts) > 1]
    kept = tuple(tuple(row[at] for at in several) for row in values)
    fitting = _fitting(kept, parts, len(kept) - 1)
    return fitting > 1 and 2 * fitting >= len(counted)


def _choices(every: tuple[int, ...], likely: tuple[int, ...]) -> list[tuple[int, ...]]:
    """All rows, those that read as parts, and all but one or two: some rows are no parts, and no word says so."""
    fewer = [tuple(at for at in every if at not in out) for size in (1, 2) for out in combinations(every, size)]
    return [likely, every, *(chosen for chosen in fewer if len(chosen) > 1)]


def _fitting(
    values: tuple[tuple[Value, ...], ...], chosen: tuple[int, ...], total: int, out: Sequence[int] = ()
) -> int:
    """In how many columns rows make the total; not where those left out are noughts, without which anything adds up."""
    fitting = 0
    for column in range(len(values[total])):
        counts = [values[at][column].count for at in chosen]
        if out and not any(values[at][column].count for at in out):
            continue
        if values[total][column].count is not None and None not in counts:
            fitting += sum(c for c in counts if c is not None) == values[total][column].count
    return fitting
