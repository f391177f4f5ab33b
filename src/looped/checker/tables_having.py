"""Which tables of a document have a figure: asked before names are sought in all of them, which takes longer."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.prose import Entry
from looped.checker.rows_in_time import bases_in_heads, figures_of
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.spoken import as_spoken_of


@dataclass(frozen=True)
class _Printed:
    """The figures of all tables that are printed to one step, the least first, with the number of each one's table."""

    values: tuple[Decimal, ...]
    tables: tuple[int, ...]

    def near(self, value: Decimal, slack: Decimal) -> Iterator[int]:
        """The tables that have a figure within so much of a value."""
        yield from self.tables[bisect_left(self.values, value - slack) : bisect_right(self.values, value + slack)]


def tables_having(context: Context, figures: Iterable[Entry]) -> list[Sheet]:
    """The tables, as sentences speak of them, that may have one of some figures: its size, rounding allowed.

    Whatever the figures are of: a share's 40 is a count's 40 here. A fall of 3 may be printed as -3.
    """
    every = list(figures)
    found = {
        table
        for step, printed in context.once(_by_step).items()
        for entry in every
        for size in {entry.value, -entry.value}
        for table in printed.near(size, max(entry.step, step) / 2)
    }
    return [as_spoken_of(context.sheets[table].sheet) for table in sorted(found)]


def _by_step(context: Context) -> dict[Decimal, _Printed]:
    """What is printed in all tables, by its step."""
    found: dict[Decimal, list[tuple[Decimal, int]]] = {}
    for table, placed in enumerate(context.sheets):
        for value, step in set(_figures(as_spoken_of(placed.sheet))):
            found.setdefault(step, []).append((value, table))
    return {step: _Printed(*zip(*sorted(every), strict=True)) for step, every in found.items()}


def _figures(sheet: Sheet) -> Iterator[tuple[Decimal, Decimal]]:
    """Each figure of a table and of the bases in its heads, with its step."""
    for row in range(len(sheet.labels)):
        for column in range(len(sheet.heads)):
            yield from ((value, step) for _, value, step in figures_of(sheet, row, column))
    yield from ((Decimal(base), Decimal(1)) for base in bases_in_heads(sheet).values())
