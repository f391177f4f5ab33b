"""Figures of one row, each with the column that it is of right behind it: "19 women but five men left for care"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, within

CODE = "sheet-columns-told"
MESSAGE = "Of figures told each with its column, all are those of the row that is named."
GOOD = "Reason\tMen\tWomen\nPay\t26\t22\nCare\t5\t19\n\nCare was named by 19 women but only five men."
BAD = "Reason\tMen\tWomen\nPay\t26\t22\nCare\t5\t19\n\nCare was named by 19 women but only 22 men."

OTHER = pattern_of(
    r"\b(?:more|fewer|less|than|about|around|nearly|over|under|of (?:the|these|those|whom|them)|target|expected|"
    r"each|per|every|another|further|previous\w*|last)\b",
    re.I,
)
# "Nineteen women", "26 of the men": nothing else between a figure and its column.
GAP = re.compile(r" ?(?:of the )?")


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that names one row, and two columns or more right behind figures."""
    return by_statement(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    rows = within(remark.rows, 0, len(remark.text))
    if len(rows) != 1 or len(sheet.heads) < 2 or OTHER.search(remark.text):
        return
    told = [
        (entry, column.at)
        for entry in remark.read.of_sentence(remark.at)
        for column in remark.columns
        if column.whole
        and column.start >= entry.start - remark.start
        and _is_its(remark, entry.start - remark.start, entry.end - remark.start, column.start)
        and entry.kind == "count"
        and not entry.base
        and not entry.share
        and sheet.kinds[column.at] == "count"
    ]
    columns = [at for _, at in told]
    cells = [(entry, at, figure) for entry, at in told if (figure := sheet.cells[rows[0]][at])]
    right = [figure.count == entry.count for entry, _, figure in cells]
    if len(cells) < 2 or len(set(columns)) < len(columns) or right.count(False) > 1 or right.count(True) < 1:
        return
    for (entry, at, figure), fits in zip(cells, right, strict=True):
        span = (entry.start - remark.start, entry.end - remark.start)
        why = f"{sheet.heads[at]}: {figure.text}"
        yield remark.finding(CODE, "ok" if fits else "wrong", span, figure.text, why, sheet.labels[rows[0]])


def _is_its(remark: Remark, start: int, end: int, column: int) -> bool:
    """Whether a column's name stands right behind a figure, or is told with it."""
    return start <= column < end or bool(GAP.fullmatch(remark.text[end:column]) if column >= end else False)
