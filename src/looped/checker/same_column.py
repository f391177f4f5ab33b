"""A column that two tables have, of the same rows: what a row has in the one it has in the other."""

import re
from collections.abc import Iterator
from itertools import combinations

from looped.checker.context import Context, plain
from looped.checker.finding import Finding
from looped.checker.one_quantity import MONTHS, YEARS
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet

# Heads that say nothing of what is counted.
ANY_COUNT = pattern_of(
    r"(?:n|no|numbers?|counts?|totals?|all|yes|met|not met|scores?|results?|cases|values?|frequency|amounts?|change|"
    r"difference|rank|target|cost|\W*)",
    re.I,
)
TIME = pattern_of(
    r"\b(?:first|second|third|before|after|baseline|previous|last|this|cycle|round|audit|wave|q[1-4]|re-?audit) ?\d*\b",
    re.I,
)
# Why a row may have fewer in one of the two.
LEFT_OUT = pattern_of(
    r"\b(?:exclud\w*|missing|withdr[ae]w\w*|left out|not (?:counted|read|seen|included|available|recorded|analysed)|"
    r"incomplete|lost|dropped|could not|only those|of those)\b",
    re.I,
)
FEWEST, LEAST = 2, 5


def same_columns(context: Context, code: str) -> Iterator[Finding]:
    """Each row that differs alone between two tables of the same rows, under one and the same head."""
    sheets = [placed.sheet for placed in context.sheets]
    if len(sheets) < FEWEST or any(LEFT_OUT.search(each.text) for each in context.document.paragraphs):
        return
    for one, other in combinations(sheets, FEWEST):
        if _times(one) == _times(other) and not (one.notes or other.notes):
            yield from _judged(one, other, code)


def _times(sheet: Sheet) -> set[str]:
    """The times that are told above a table and in its section's head."""
    text = f"{sheet.caption} {sheet.table.section}"
    return {found.group().lower() for pattern in (MONTHS, YEARS, TIME) for found in pattern.finditer(text)}


def _judged(one: Sheet, other: Sheet, code: str) -> Iterator[Finding]:
    rows = {plain(one.labels[row]): row for row in one.parts if one.labels[row]}
    pairs = [(rows[name], row) for row in other.parts if (name := plain(other.labels[row])) in rows]
    if len(pairs) != len(rows) or len(pairs) != len(other.parts) or len(pairs) <= FEWEST:
        return
    for column, head in enumerate(one.heads):
        again = [at for at, each in enumerate(other.heads) if plain(each) == plain(head)]
        if (
            len(again) != 1
            or ANY_COUNT.fullmatch(plain(head))
            or "count" not in (one.kinds[column], other.kinds[again[0]])
        ):
            continue
        told = [(one.cells[a][column], other.cells[b][again[0]], b) for a, b in pairs]
        counts = [
            (a.count, b.count, row) for a, b, row in told if a and b and a.count is not None and b.count is not None
        ]
        apart = [each for each in counts if each[0] != each[1]]
        alike = {a for a, b, _ in counts if a == b and a >= LEAST}
        if len(counts) == len(pairs) and len(apart) == 1 and len(alike) >= FEWEST:
            first, last, row = apart[0]
            why = f"{one.heads[column]} of {other.labels[row]}: {first} in the table {one.table.title!r}"
            slip = f"cell/{other.table.title}/{other.labels[row]}/{head}"
            where = other.where(row, again[0])
            yield Finding(code, "wrong", where, str(last), str(last), str(first), why, slip, "likely")
