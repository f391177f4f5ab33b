"""A cell told out of a number, "six of the 18": where that can only be all of its column, the column makes it."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.counted import numbers
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.quieting import SPELT
from looped.checker.remarks import Remark, of_each, remarks_with, within
from looped.checker.sheets.giving import bases, whole_of
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.workings import is_near

CODE = "sheet-out-of"
MESSAGE = "A cell told out of all of its column is told out of what the column makes."
GOOD = "Room\tFaults\nHall\t6\nShed\t5\nLoft\t4\n\nThe hall had the most faults, six out of 15 in all."
BAD = "Room\tFaults\nHall\t6\nShed\t5\nLoft\t4\n\nThe hall had the most faults, six out of 51 in all."

BASED = pattern_of(rf"\b(?:of|out of) (?:the |all |all the |our |these )?(?:\d|{SPELT}\b)", re.I)
# Behind the whole: nothing, that it is all, or what the column counts.
CLOSED = re.compile(r"\s*(?:[.,;)]|$|(?:in all|in total|altogether|all told|overall|recorded|found|counted)\b)", re.I)
NOUN = re.compile(r" ([a-z’'-]+)\b", re.I)
OTHERS = pattern_of(
    r"\b(?:last|previous|earlier|before|ago|target|expected|planned|would|should|sampled?|checked|"
    r"leaving out|left out|excluding|excepting|without|apart from)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each count with a base in a sentence that names one row of a table."""
    remarks = remarks_with(context, BASED)
    if not remarks:
        return
    told = Counter(n for paragraph in context.document.paragraphs for n in numbers(passage(paragraph.text)))
    cells = {figure.count for placed in context.sheets for row in placed.sheet.cells for figure in row if figure}
    yield from of_each(remarks, lambda remark: _of(remark, told, cells))


def _of(remark: Remark, told: Counter[int], cells: set[int | None]) -> Iterator[Finding]:
    if OTHERS.search(remark.text):
        return
    for entry in remark.read.of_sentence(remark.at):
        if entry.kind != "count" or not entry.base or entry.share or told[entry.base] != 1 or entry.base in cells:
            continue
        place = _place(remark, entry)
        if place is None:
            continue
        row, column = place
        whole = whole_of(remark.sheet, column)
        known = bases(remark.sheet, row, column)
        if whole is None or entry.base in known or entry.base == len(remark.sheet.parts):
            continue
        if is_near(Decimal(entry.base), Decimal(whole)) and entry.base > entry.count:
            figures = f"{remark.sheet.heads[column]}: all {whole}"
            start = entry.start - remark.start
            span = (start, start + len(entry.text))
            yield remark.finding(CODE, "wrong", span, str(whole), figures, remark.sheet.labels[row])


def _place(remark: Remark, entry: Entry) -> tuple[int, int] | None:
    """The one cell that the count is, of the row and the column that its clause names; the only column of counts."""
    sheet = remark.sheet
    rows = within(remark.rows, *remark.clause(entry.start - remark.start)) or within(remark.rows, 0, len(remark.text))
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "total", "both", "base")]
    named = [at for at in within(remark.columns, 0, len(remark.text)) if at in counted]
    columns = named if len(named) == 1 else counted
    if len(rows) != 1 or rows[0] not in sheet.parts or len(columns) != 1:
        return None
    figure = sheet.cells[rows[0]][columns[0]]
    if figure is None or figure.count != entry.count or figure.base:
        return None
    return (rows[0], columns[0]) if _is_of_all(remark, entry, columns[0]) else None


def _is_of_all(remark: Remark, entry: Entry, column: int) -> bool:
    """Whether the whole stands for all that the column counts, by the words behind it."""
    tail = remark.read.text[entry.end :]
    if CLOSED.match(tail):
        return True
    noun = NOUN.match(tail)
    sheet = remark.sheet
    words = [each.plain for each in tokens_of(noun[1])] if noun else []
    own = (*label_words(sheet.heads[column]), *label_words(sheet.caption))
    return any(alike(word, each) for word in words for each in own)
