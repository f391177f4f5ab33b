"""Rows of a table that make its total twice or more, in blocks: by sex, and behind that by age, and "All"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from looped.checker.sheets.sheet import Sheet

FEWEST = 2


@lru_cache(maxsize=2048)
def blocks_of(sheet: Sheet) -> tuple[tuple[int, ...], ...]:
    """The blocks of rows that each make the total in one column at least; none where the rows aren't so divided."""
    for column, kind in enumerate(sheet.kinds):
        whole = sheet.cells[sheet.total][column] if sheet.total is not None else None
        figures = [sheet.cells[row][column] for row in sheet.parts]
        values = [each.value for each in figures if each]
        if kind not in ("count", "both", "share", "total") or not whole or len(values) < len(figures):
            continue
        if whole.value > 0 and (
            found := _cut(sheet.parts, values, whole.value, whole.step if whole.count is None else 0)
        ):
            return found
    return ()


def _cut(
    rows: Sequence[int], values: Sequence[Decimal], whole: Decimal, slack: Decimal | int
) -> tuple[tuple[int, ...], ...]:
    """Rows cut where they have made a whole; none where it doesn't come out, or a block has but one row."""
    found: list[tuple[int, ...]] = []
    block: list[int] = []
    summed = Decimal(0)
    for row, value in zip(rows, values, strict=True):
        block.append(row)
        summed += value
        if abs(summed - whole) <= slack:
            found.append(tuple(block))
            block, summed = [], Decimal(0)
        elif summed > whole:
            return ()
    right = not block and len(found) >= FEWEST and all(len(each) >= FEWEST for each in found)
    return tuple(found) if right else ()
