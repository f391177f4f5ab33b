"""Whether a figure is what several cells of a table make together: of one row, or of rows whose names a text shares."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from looped.checker.sheets.sheet import Sheet

TOKEN = re.compile(r"[a-z]+|\d+")
MOST, LEAST = 6, 2


def is_made_of_cells(sheet: Sheet, rows: Iterable[int], value: Decimal) -> bool:
    """Whether two cells or more of one of the rows come to a value: "fell short in whole or in part"."""
    return any(
        _comes_to([each.value for each in sheet.cells[row] if each and each.unit != "%"], value)
        for row in rows
        if 0 <= row < len(sheet.cells)
    )


def is_made_of_namesakes(sheet: Sheet, text: str, value: Decimal) -> bool:
    """Whether the rows that share a name of two words come to a value: "key stage 2", its lower and its upper part."""
    said = set(pairwise(TOKEN.findall(text.lower())))
    own = {row: set(pairwise(TOKEN.findall(sheet.labels[row].lower()))) & said for row in sheet.parts}
    for name in set().union(*own.values()):
        rows = [row for row, names in own.items() if name in names]
        columns = list(zip(*(sheet.cells[row] for row in rows), strict=True)) if len(rows) >= LEAST else []
        if any(sum(each.value for each in column if each) == value for column in columns if all(column)):
            return True
    return False


def _comes_to(values: Sequence[Decimal], wanted: Decimal) -> bool:
    few = values[:MOST]
    return any(sum(some) == wanted for size in range(LEAST, len(few) + 1) for some in combinations(few, size))
