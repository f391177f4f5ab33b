"""A total that stands in the first row, over its parts: all the rows below it make it."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.grid import ASIDE
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.rules.sheet_sum import TICKED
from looped.checker.sheets.bands import bands_of
from looped.checker.sheets.sheet import BASE_HEAD, SUBTOTAL, WITHIN, Sheet, is_total

CODE = "sheet-total-first"
MESSAGE = "The parts of a column add up to the total in its first row."
GOOD = "Home\tBeds\nAll homes\t105\nOak\t32\nElm\t45\nFir\t28"
BAD = "Home\tBeds\nAll homes\t115\nOak\t32\nElm\t45\nFir\t28"

# Rows that may leave some out, or hold some twice.
NOT_ALL = pattern_of(
    r"\b(?:not (?:known|stated|given|recorded|all|shown|listed)|unknown|missing|other|main|largest|left out|excluded|"
    r"did not|declined|prefer\w*|omitted|rounded|overlap\w*|both|more than once|twice|incomplete|only those|selected|"
    r"some (?:of|may|are|were))\b",
    re.I,
)
LEAST, SLIGHT = 4, 20


def check(context: Context) -> Iterator[Finding]:
    """Each column of counts in a table whose first row alone is a total."""
    for placed in context.sheets:
        sheet = placed.sheet
        if _is_first(sheet):
            for column, kind in enumerate(sheet.kinds):
                if kind in ("count", "total"):
                    yield from _column(context, sheet, column)


def _is_first(sheet: Sheet) -> bool:
    """Whether the first row alone is named a total, and the others stand side by side."""
    labels = sheet.labels
    # "Of which: staff", in every row: these are all its parts, or in none.
    within = [bool(WITHIN.search(each)) for each in labels[1:]]
    plain = not any(is_total(each) or SUBTOTAL.search(each) or not each for each in labels[1:])
    plain = plain and len(set(within)) == 1
    return len(labels) >= LEAST and is_total(labels[0]) and not BASE_HEAD.match(labels[0]) and plain


def _column(context: Context, sheet: Sheet, column: int) -> Iterator[Finding]:
    figures = [row[column] for row in sheet.cells]
    whole, *parts = [each.count if each else None for each in figures]
    counts = [each for each in parts if each is not None]
    summed = sum(counts)
    if whole is None or len(counts) < len(parts) or whole == summed:
        return
    # Not all need be listed: only a slip of a key is told, or what is slightly off where the rows are a whole scale.
    told = (each for paragraph in context.document.paragraphs for each in passage(paragraph.text).entries)
    if any(each.value == abs(summed - whole) for each in told):
        return  # "four did not give their age"
    if not slips(summed, whole) and not _is_slight(context, sheet, summed, whole):
        return
    terms = " + ".join(map(str, counts))
    slip = f"first/{sheet.table.title}/{sheet.heads[column]}"
    why = f"{terms} = {summed}, against {whole}"
    yield Finding(CODE, "wrong", sheet.where(0, column), str(whole), str(whole), str(summed), why, slip, "likely")


def _is_slight(context: Context, sheet: Sheet, summed: int, whole: int) -> bool:
    """Whether a whole is slightly off what bands that leave nothing out make, or below what any rows make."""
    bands = bands_of(sheet.labels, tuple(range(1, len(sheet.labels))))
    every = len(bands) == len(sheet.labels) - 1 and bands[-1].high is None
    if not (every or summed > whole) or abs(summed - whole) * SLIGHT > whole:
        return False
    text = " ".join((sheet.texts_before, *sheet.labels, *(each.text for each in context.document.paragraphs)))
    return not (TICKED.search(text) or NOT_ALL.search(text) or any(ASIDE.search(each) for each in sheet.labels))
