"""Several of a table's totals told one after the other, each before the name of its column: one is not the column's."""

import re
from collections.abc import Iterator

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Table
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.remarks import Remark
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.spoken import as_spoken_of

CODE = "totals-told"
MESSAGE = "Where a sentence tells the totals of a table's columns by their names, each is its column's."
_TABLE = "Port\tBoats\tSound\tLeaking\nAyr\t40\t22\t6\nOban\t35\t18\t4\nTroon\t22\t6\t3\nAll ports\t97\t46\t13\n\n"
GOOD = _TABLE + "Of these 46 were sound and 13 were leaking."
BAD = _TABLE + "Of these 46 were sound and 12 were leaking."

# Of another time, of some of them, or of more than a column.
ASIDE = pattern_of(
    r"\b(?:last|previous\w*|earlier|before|ago|than|target|would|if|more|fewer|less|about|nearly|almost|over|under|"
    r"at least|or|neither|nor|not|other|of (?:them|these|those|which|whom),? \d)\b",
    re.I,
)
TWO, LEAST, NEAR, FAR = 2, 4, 3, 60


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with two such figures or more."""
    sheets = [sheet for placed in context.sheets if (sheet := as_spoken_of(placed.sheet)).total is not None]
    totals = [(sheet, frozenset(_totals(sheet))) for sheet in sheets]
    for block in context.document.blocks if totals else ():
        if isinstance(block, Table) or "\t" in block.text or block.text.lstrip("# ") == block.section:
            continue
        read = passage(block.text)
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            if len(own) >= TWO and not ASIDE.search(read.sentence(at)):
                counts = {each.count for each in own if each.kind == "count"}
                having = [sheet for sheet, printed in totals if not printed.isdisjoint(counts)]
                found = [list(_of(Remark(block, read, at, sheet))) for sheet in having]
                told = [each for each in found if each]
                if told and not any(each[0].verdict == "ok" for each in told):
                    yield told[0][0]


def _totals(sheet: Sheet) -> Iterator[int]:
    """The counts of a table's total row."""
    cells = sheet.cells[sheet.total] if sheet.total is not None else ()
    yield from (cell.count for cell in cells if cell is not None and cell.count is not None)


def _of(remark: Remark) -> Iterator[Finding]:
    """The one figure of several that is not the total of the column named behind it."""
    sheet, total = remark.sheet, remark.sheet.total
    pairs = list(_pairs(remark))
    if (
        total is None
        or len({named.at for _, named in pairs}) < max(TWO, len(pairs))
        or any(e.whole for e in remark.rows)
    ):
        return
    cells = [sheet.cells[total][named.at] for _, named in pairs]
    right = [cell is not None and cell.count == entry.count for cell, (entry, _) in zip(cells, pairs, strict=True)]
    if all(right):
        yield _finding(remark, pairs[0][0], "ok", "", "")
    if sum(right) != len(right) - 1 or not any(r and e.count >= LEAST for r, (e, _) in zip(right, pairs, strict=True)):
        return
    at = right.index(False)
    entry, cell = pairs[at][0], cells[at]
    if cell is None or cell.count is None:
        return
    if is_slip(entry.value, cell.value) or abs(entry.count - cell.count) <= NEAR:
        yield _finding(remark, entry, "wrong", f"{cell.count}", f"{sheet.heads[pairs[at][1].at]}: {cell.text}")


def _pairs(remark: Remark) -> Iterator[tuple[Entry, Named]]:
    """Each count with the one column that is named behind it, before the next figure."""
    own = [e for e in remark.read.of_sentence(remark.at) if e.kind == "count"]
    for at, entry in enumerate(own):
        low = entry.end - remark.start
        high = own[at + 1].start - remark.start if at + 1 < len(own) else len(remark.text)
        counted = [e for e in remark.columns if e.whole and remark.sheet.kinds[e.at] in ("count", "both", "total")]
        behind = [e for e in counted if low <= e.start and e.end <= min(high, low + FAR)]
        if len({each.at for each in behind}) == 1:
            yield entry, behind[0]


def _finding(remark: Remark, entry: Entry, verdict: Verdict, expected: str, why: str) -> Finding:
    span = (entry.start - remark.start, entry.end - remark.start)
    return remark.finding(CODE, verdict, span, expected, why)
