"""A figure told of one row of a table that stands in another of its rows, and nowhere in the one that is named."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Table
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.remarks import Remark
from looped.checker.rows_in_time import figures_of, is_figure
from looped.checker.sheets.sheet import Sheet, is_total
from looped.checker.tables_having import tables_having

CODE = "sheet-other-row"
MESSAGE = "A figure told of a row of a table is none of another row's."
_TABLE = "Port\tBoats\tMean hours\nAyr\t40\t16.4\nOban\t35\t22.3\nTroon\t25\t15.1\n\n"
GOOD = _TABLE + "In Troon the mean had come down to 15.1 hours."
BAD = _TABLE + "In Troon the mean had come down to 16.4 hours."

# Of more rows than the one, of another, or of none.
ASIDE = pattern_of(
    r"\b(?:than|other|others|another|next|second|third|best|worst|most|least|fewest|[a-z]+est|average|overall|total|all|"
    r"both|each|every|between|from|against|compared|respectively|target|last|previous\w*|earlier|before|except|but|"
    r"national\w*|and|which|together|apart|within|over|under|about|around|nearly|almost|more|less|fewer)\b",
    re.I,
)
# "60.0% in our last report": of another time.
BACK = pattern_of(r"[^.;,)]{0,30}\b(?:last|previous\w*|earlier|before|ago|target|aim|national\w*)\b", re.I)
LARGE, FAR = 100, 60


def check(context: Context) -> Iterator[Finding]:
    """Each distinct figure of a sentence that names one row of a table."""
    for block in context.document.blocks if context.sheets else ():
        if isinstance(block, Table) or "\t" in block.text or block.text.lstrip("# ") == block.section:
            continue
        read = passage(block.text)
        for entry in read.entries:
            if not _is_distinct(entry) or _is_told_beside(read, entry):
                continue
            sheets = tables_having(context, (entry,))
            found = [each for sheet in sheets if (each := _of(Remark(block, read, entry.sentence, sheet), entry))]
            if len(found) == 1 and not _is_anywhere(sheets, found[0][0], entry):
                remark, row, other = found[0]
                span = (entry.start - remark.start, entry.end - remark.start)
                why = f"{entry.text} is of {remark.sheet.labels[other]}"
                yield remark.finding(CODE, "wrong", span, "another", why, remark.sheet.labels[row])


def _is_distinct(entry: Entry) -> bool:
    return entry.kind in ("share", "count", "points", "measure") and (entry.step < 1 or entry.value >= LARGE)


def _is_told_beside(read: Passage, entry: Entry) -> bool:
    """Whether another sentence of the paragraph tells it, or its own tells another figure."""
    return any(e.value == entry.value for e in read.entries if e is not entry)


def _of(remark: Remark, entry: Entry) -> tuple[Remark, int, int] | None:
    """The one row that is named shortly before a figure, and the other one that alone has it."""
    low = entry.start - remark.start
    named = {each.at for each in remark.rows}
    before = [each for each in remark.rows if each.whole and each.end <= low <= each.end + FAR]
    if BACK.match(remark.text, entry.end - remark.start):
        return None
    if len(named) != 1 or len(before) != 1 or ASIDE.search(remark.text, before[0].end, low):
        return None
    row = before[0].at
    having = [at for at in range(len(remark.sheet.labels)) if _has(remark.sheet, at, entry)]
    if (
        len(having) != 1
        or having[0] == row
        or is_total(remark.sheet.labels[having[0]])
        or having[0] == remark.sheet.total
    ):
        return None
    return remark, row, having[0]


def _has(sheet: Sheet, row: int, entry: Entry) -> bool:
    kind = "share" if entry.kind == "points" else entry.kind
    return any(_is(entry, kind, each) for column in range(len(sheet.heads)) for each in figures_of(sheet, row, column))


def _is(entry: Entry, kind: str, figure: tuple[str, Decimal, Decimal]) -> bool:
    if entry.kind == "points":
        return figure[1] == entry.value or -figure[1] == entry.value
    return is_figure(entry, *figure)


def _is_anywhere(sheets: list[Sheet], own: Remark, entry: Entry) -> bool:
    """Whether another table has the figure."""
    return any(
        sheet is not own.sheet and any(_has(sheet, row, entry) for row in range(len(sheet.labels))) for sheet in sheets
    )
