"""Amounts in the cells of a table: money, decimals, negatives in brackets; each with its unit and last digit."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from looped.checker.document import Table, kept_with_table
from looped.checker.grid import ASIDE, TOTAL
from looped.checker.patterns import pattern_of

AMOUNT = pattern_of(
    r"^(?P<open>\()?(?P<sign>[-−–+])?\s?(?P<unit>[£$€])?\s?(?P<sign2>[-−])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"\s?(?P<scale>k|m|bn)?\s?(?P<percent>%|per ?cent)?(?P<close>\))?\*?$",
    re.I,
)
SCALES = {"k": 3, "m": 6, "bn": 9}


@dataclass(frozen=True)
class Amount:
    """A cell's number. unit: "£", "%" or "". step: of its last printed digit."""

    text: str
    value: Decimal
    unit: str
    step: Decimal


@dataclass(frozen=True)
class Amounts:
    """A table's body as amounts, rows as wide as the header. total: the row of sums. texts: cells as printed."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Amount | None, ...], ...]
    total: int | None
    texts: tuple[tuple[str, ...], ...]

    @cached_property
    def parts(self) -> tuple[int, ...]:
        """The rows that aren't totals, notes or parts of another row."""
        end = len(self.rows) if self.total is None else self.total
        return tuple(at for at in range(end) if not ASIDE.search(self.rows[at]) and not TOTAL.search(self.rows[at]))

    def column(self, at: int) -> list[Amount | None]:
        """A column's amounts in the part rows."""
        return [self.cells[row][at] for row in self.parts]


@lru_cache(maxsize=16384)
def amount_of(text: str) -> Amount | None:
    """What a cell states, where it states one amount alone.

    >>> str(amount_of("(£1,204.50)").value), amount_of("12%").unit, amount_of("7 of 30")
    ('-1204.50', '%', None)
    """
    found = AMOUNT.match(" ".join(text.replace("\u00a0", " ").split()).strip("*"))
    if not found or bool(found["open"]) != bool(found["close"]):
        return None
    plain = found["digits"].replace(",", "")
    scale = Decimal(10) ** SCALES.get((found["scale"] or "").lower(), 0)
    minus = (
        bool(found["open"])
        or (found["sign"] or found["sign2"] or "") in ("-", "−", "–")
        and bool(found["sign"] or found["sign2"])
    )
    value = Decimal(plain) * scale * (-1 if minus else 1)
    unit = "%" if found["percent"] else "£" if found["unit"] else ""
    return Amount(text.strip(), value, unit, Decimal(1).scaleb(-len(plain.partition(".")[2])) * scale)


@kept_with_table
def amounts_of(table: Table) -> Amounts | None:
    """A table understood as amounts, or None where it has no header row over rows of them."""
    if len(table.rows) < 3 or len(table.rows[0]) < 2:
        return None
    width = len(table.rows[0])
    body = [[cell.text for cell in row] + [""] * (width - len(row)) for row in table.rows[1:]]
    rows = tuple(row[0] for row in body)
    cells = tuple(tuple(amount_of(text) for text in row[1:width]) for row in body)
    total = next((at for at, label in enumerate(rows) if TOTAL.search(label)), None)
    texts = tuple(tuple(row[1:width]) for row in body)
    return Amounts(tuple(cell.text for cell in table.rows[0][1:]), rows, cells, total, texts)
