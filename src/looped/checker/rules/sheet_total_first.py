"""A total that stands in the first row, over its parts: all the rows below it make it."""

from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.numbers import slips
from looped.checker.sheets.sheet import BASE_HEAD, SUBTOTAL, WITHIN, Sheet, is_total

CODE = "sheet-total-first"
MESSAGE = "The parts of a column add up to the total in its first row."
GOOD = "Home\tBeds\nAll homes\t105\nOak\t32\nElm\t45\nFir\t28"
BAD = "Home\tBeds\nAll homes\t115\nOak\t32\nElm\t45\nFir\t28"

LEAST = 4


def check(context: Context) -> Iterator[Finding]:
    """Each column of counts in a table whose first row alone is a total."""
    for placed in context.sheets:
        sheet = placed.sheet
        if _is_first(sheet):
            for column, kind in enumerate(sheet.kinds):
                if kind in ("count", "total"):
                    yield from _column(sheet, column)


def _is_first(sheet: Sheet) -> bool:
    """Whether the first row alone is named a total, and the others stand side by side."""
    labels = sheet.labels
    plain = not any(is_total(each) or WITHIN.search(each) or SUBTOTAL.search(each) or not each for each in labels[1:])
    return len(labels) >= LEAST and is_total(labels[0]) and not BASE_HEAD.match(labels[0]) and plain


def _column(sheet: Sheet, column: int) -> Iterator[Finding]:
    figures = [row[column] for row in sheet.cells]
    whole, *parts = [each.count if each else None for each in figures]
    counts = [each for each in parts if each is not None]
    summed = sum(counts)
    # Not all need be listed: only a slip of a key is told.
    if whole is None or len(counts) < len(parts) or whole == summed or not slips(summed, whole):
        return
    terms = " + ".join(map(str, counts))
    slip = f"first/{sheet.table.title}/{sheet.heads[column]}"
    why = f"{terms} = {summed}, against {whole}"
    yield Finding(CODE, "wrong", sheet.where(0, column), str(whole), str(whole), str(summed), why, slip, "likely")
