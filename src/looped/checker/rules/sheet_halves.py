"""How many there were in each half of a year, against a table's months or quarters, where the one half is right."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.sheet import is_time

CODE = "sheet-halves"
MESSAGE = "What is told of both halves of a year is what the quarters of the table come to."
_TABLE = "Quarter\tBoats\tLate\nQuarter 1\t20\t6\nQuarter 2\t34\t9\nQuarter 3\t31\t11\nQuarter 4\t28\t12\n\n"
GOOD = _TABLE + "The first half of the year had 15 late boats and the second half 23."
BAD = _TABLE + "The first half of the year had 15 late boats and the second half 25."

FIRST = pattern_of(r"\bfirst half\b", re.I)
SECOND = pattern_of(r"\b(?:second|other|last) half\b|\bin the second\b", re.I)
ASIDE = pattern_of(r"\b(?:average\w*|mean|median|each|per|target|last year|previous\w*|more|fewer|less|than)\b", re.I)
TWO, FEWEST = 2, 4


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that tells two figures, one of each half."""
    return by_statement(context, _of, FIRST)


def _of(remark: Remark) -> Iterator[Finding]:
    first, second = FIRST.search(remark.text), SECOND.search(remark.text)
    own = [e for e in remark.read.of_sentence(remark.at) if e.kind in ("count", "money") and not e.share]
    if not first or not second or second.start() < first.end() or len(own) != TWO or ASIDE.search(remark.text):
        return
    sheet, parts = remark.sheet, remark.sheet.parts
    if len(parts) < FEWEST or len(parts) % TWO or not is_time(tuple(sheet.labels[row] for row in parts)):
        return
    half = len(parts) // TWO
    for column, kind in enumerate(sheet.kinds):
        cells = [sheet.cells[row][column] for row in parts]
        if kind in ("share", "mean", "target", "change") or any(each is None for each in cells):
            continue
        values = [each.value for each in cells if each]
        sums = (sum(values[:half], Decimal(0)), sum(values[half:], Decimal(0)))
        right = [entry.value == total for entry, total in zip(own, sums, strict=True)]
        if any(right):
            at = right.index(False) if not all(right) else 1
            yield _finding(remark, own[at], sums[at], right=all(right), name=sheet.heads[column])
            return


def _finding(remark: Remark, entry: Entry, total: Decimal, *, right: bool, name: str) -> Finding:
    span = (entry.start - remark.start, entry.end - remark.start)
    return remark.finding(CODE, "ok" if right else "wrong", span, f"{total}", f"{name}: {total} in that half")
