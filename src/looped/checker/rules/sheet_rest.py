"""What is left of a table's whole once some of its rows have been told: "the other 41"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.giving import cell_says, whole_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-rest"
MESSAGE = "The others are what a table's whole leaves once those told before are taken away."
GOOD = "State\tBoats\nSound\t35\nWorn\t17\nUnfit\t24\n\nOf the boats 35 were sound. The other 41 need work."
BAD = "State\tBoats\nSound\t35\nWorn\t17\nUnfit\t24\n\nOf the boats 35 were sound. The other 45 need work."

OTHERS = pattern_of(
    r"\b(?:(?:the|all|its|our|their) (?:other|remaining)|the rest,?(?: being)?(?: \(| of the)?|leav(?:es|ing))\s*$",
    re.I,
)
NAMED = pattern_of(r"\b(?:the|all|its|our|their) (?:other|remaining)|\bthe rest\b|\bleav(?:es|ing)\b", re.I)
FEW, FAR = 9, 2


def check(context: Context) -> Iterator[Finding]:
    """Each number of others, near rows that its sentence or the one before quotes."""
    return by_statement(context, _of, NAMED)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    columns = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "both")]
    for entry in remark.read.of_sentence(remark.at):
        lead = remark.read.text[max(0, entry.start - 30) : entry.start]
        if entry.kind != "count" or entry.base or not OTHERS.search(lead):
            continue
        told = [e for e in remark.read.entries if remark.at - 1 <= e.sentence and e.end <= entry.start]
        for column in columns:
            if rows := _quoted(sheet, column, told):
                yield from _judged(remark, entry, column, rows)
                break


def _quoted(sheet: Sheet, column: int, told: Sequence[Entry]) -> list[int]:
    """The rows of a column that figures before tell, each of one figure only."""
    rows: list[int] = []
    for each in told:
        if each.kind == "count" and not each.base:
            rows += [row for row in sheet.parts if row not in rows and cell_says(sheet, row, column, each)][:1]
    return rows


def _judged(remark: Remark, entry: Entry, column: int, rows: Sequence[int]) -> Iterator[Finding]:
    sheet = remark.sheet
    whole = whole_of(sheet, column)
    every = [(row, figure.value) for row in sheet.parts if (figure := sheet.cells[row][column])]
    if not whole or len(every) < len(sheet.parts) or len(rows) >= len(every) or len(every) < 3:
        return
    own = sum((value for row, value in every if row in rows), Decimal(0))
    left = whole - own
    verdict: Verdict = "ok" if left == entry.value else "wrong"
    known = {value for _, value in every} | {whole - value for _, value in every}
    # "Leaving 313": of a row in all its columns, where the rows are steps and the columns groups.
    known |= {sum((Decimal(figure.count or 0) for figure in row if figure), Decimal(0)) for row in sheet.cells}
    for size in range(2, len(every) if len(every) <= FEW else 2):
        known |= {sum((v for _, v in some), Decimal(0)) for some in combinations(every, size)}
    if verdict == "wrong" and (entry.value in known or not left / FAR <= entry.value <= left * FAR):
        return
    labels = " and ".join(sheet.labels[row] for row in rows)
    span = (entry.start - remark.start, entry.end - remark.start)
    yield remark.finding(CODE, verdict, span, f"{left}", f"{whole} - {own} = {left}", labels)
