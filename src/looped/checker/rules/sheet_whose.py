"""A figure told right behind the name of a row that another row of the table has in its place."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, ranked_rows
from looped.checker.sheets.giving import head_base
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.spoken import as_spoken_of
from looped.checker.summaries import by_any_table, is_of_other_year

CODE = "sheet-whose"
MESSAGE = "A figure told right behind the name of a row is that row's, and not another's in the same column."
TABLE = (
    "Port\tBoats\tSound\tSound %\nLeith\t64\t51\t79.7\nAyr\t70\t60\t85.7\nOban\t52\t30\t57.7\nTain\t41\t33\t80.5\n\n"
)
GOOD = TABLE + "Tain came second at 80.5%."
BAD = TABLE + "Leith came second at 80.5%."

RANK = (
    r"(?:first|second|third|fourth|fifth|next|last|highest|lowest|most|least|fewest|best|worst|largest|smallest|"
    r"biggest|greatest|strongest|weakest|poorest)"
)
# From the name to its figure: "(", ", at", "came second at", "is the weakest, with", "had the most faults, with".
BETWEEN = pattern_of(
    r"[*”\"’']*(?:(?: [a-z]+)? \(|,? (?:at|with) |: |"
    r",? (?:(?:had|has|was|is|are|were|came|comes?|stood|stands?|ranks?|ranked|"
    rf"spends?|spent|that|it|now|again|also|in|the|by|far) ){{0,5}}"
    rf"{RANK}(?: [a-z]+){{0,3}}(?: \(|,? (?:at|with) ))"
    r"(?:only |just |a mere |some )?[£$€]?$",
    re.I,
)
# "Missed it by a hair: 124 of 138": behind two numbers that can hardly be another's.
TO_PAIR = re.compile(r"[*”\"’']* (?!(?:and|or|with|than)\b)[a-z][^.;,()\d]{2,40}(?:: |, with |, at )$")
# "Lamps, which rose from 64.6%": what it was before.
TO_FORMER = pattern_of(
    r"[*”\"’']*,? (?:which |that |it )?(?:has |have |had )?(?:rose|fell|grew|improved|increased|dropped|declined|risen|"
    r"fallen|went|gone|climbed|slipped)(?: up| down)? from $",
    re.I,
)
# "At 83.3% in May".
TO_ROW = pattern_of(r" (?:in|for|on|among|at) (?:the )?[“\"‘']?$", re.I)
AT_FIGURE = pattern_of(r"\b(?:at|was|stood at|of|reached|were|is) (?:only |just )?$", re.I)
END = pattern_of(rf"\b{RANK}\b", re.I)
# "80 points higher", "at 90% of the price".
BEHIND = pattern_of(
    r" ?(?:points?|higher|lower|more|fewer|less|above|below|than|times|years?|minutes?|days?|hours?|"
    r"of (?:the|its|their|our|what|that))\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:than|against|compared|versus|vs?|from|up|down|rose|fell|gap|difference|together|combined|last [a-z]+|"
    r"previous\w*|before|earlier|target|average|mean|other|not|between)\b",
    re.I,
)
NOT_OF_IT = pattern_of(r"\b(?:target|average|mean|all|total|together|combined)\b", re.I)
LEAST = Decimal(20)
ROW_AND_FIGURE = pattern_of(r"\d|\b[a-z]+ of \b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each figure right behind a row's name, against every table that has the row."""
    sheets = [as_spoken_of(placed.sheet) for placed in context.sheets]
    return by_any_table(context, lambda remark: _of(remark, sheets), ROW_AND_FIGURE)


def _of(remark: Remark, sheets: Sequence[Sheet]) -> Iterator[Finding]:
    if is_of_other_year(remark, remark.text):
        return
    for entry in remark.read.of_sentence(remark.at):
        start, end = entry.start - remark.start, entry.end - remark.start
        row = _row(remark, entry, start, end)
        if row is None or row.at not in ranked_rows(remark.sheet) or BEHIND.match(remark.text[end:]):
            continue
        label = remark.sheet.labels[row.at]
        if any(_prints(sheet, at, entry) for sheet in sheets for at, own in enumerate(sheet.labels) if own == label):
            continue  # another table has the row too, and tells that of it
        told = bool(END.search(remark.text[row.end : start]))
        other = _other(remark.sheet, row.at, entry, told)
        if other is None:
            continue
        at, column = other
        own = remark.sheet.texts[row.at][column]
        labels, head = remark.sheet.labels, remark.sheet.heads[column]
        why = f"{head}: {labels[row.at]} {own}, {labels[at]} {remark.sheet.texts[at][column]}"
        span = (min(row.start, start), max(row.end, end))
        yield remark.finding(CODE, "wrong", span, labels[at], why, labels[row.at])


def _row(remark: Remark, entry: Entry, start: int, end: int) -> Named | None:
    """The row whose name stands right before a figure, or right behind it: the only one of its clause."""
    names = [each for each in remark.rows if each.whole or " " in remark.text[each.start : each.end].strip()]
    before = [each for each in names if each.end <= start]
    between = remark.text[before[-1].end : start] if before else ""
    if before and TO_FORMER.fullmatch(between):
        return before[-1] if not NOT_OF_IT.search(remark.text[before[-1].start : end]) else None
    own = before[-1] if before and BETWEEN.fullmatch(between) else None
    if own is None and before and entry.base and TO_PAIR.fullmatch(between):
        own = before[-1]
    if own is None and AT_FIGURE.search(remark.text[:start]):
        own = next(
            (each for each in names if each.start > end and TO_ROW.fullmatch(remark.text[end : each.start])), None
        )
    if own is None:
        return None
    low, high = remark.clause(own.start)
    if ELSE.search(remark.unnamed[low : max(end, own.end, min(high, len(remark.text)))]):
        return None
    return own if len({each.at for each in remark.rows if low <= each.start < high}) == 1 else None


def _other(sheet: Sheet, row: int, entry: Entry, end: bool) -> tuple[int, int] | None:
    """The one other row that prints a figure in a column, where the row itself has another and prints it nowhere.

    end: whether it is told to be the most or the least.
    """
    if entry.kind not in ("share", "count", "money") and not entry.base:
        return None
    if _prints(sheet, row, entry) or not entry.value:
        return None  # nought is told of many rows
    found = [
        (at, column)
        for at in ranked_rows(sheet)
        if at != row
        for column in range(len(sheet.heads))
        if sheet.cells[row][column] and _is_cell(sheet, at, column, entry)
    ]
    if len({at for at, _ in found}) != 1:
        return None
    return found[0] if _is_telling(entry) or (end and _is_end(sheet, *found[0])) else None


def _is_end(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a row alone has the most of a column, or the least."""
    values = [cell.value for at in ranked_rows(sheet) if (cell := sheet.cells[at][column])]
    own = sheet.cells[row][column]
    return own is not None and values.count(own.value) == 1 and own.value in (max(values), min(values))


def _is_telling(entry: Entry) -> bool:
    """Whether a figure can hardly be another's by chance: a share with a decimal, a large count, "four of ten"."""
    return entry.step < 1 or bool(entry.base) or (entry.kind != "share" and entry.value >= LEAST)


def _prints(sheet: Sheet, row: int, entry: Entry) -> bool:
    """Whether any cell of a row is the figure, to the last place that is told, or what some of its cells come to."""
    if entry.base:
        return any(_is_cell(sheet, row, column, entry) for column in range(len(sheet.heads)))
    values = [cell.value for cell in sheet.cells[row] if cell]
    values += [cell.share.value for cell in sheet.cells[row] if cell and cell.share]
    near = entry.step / 2 if entry.kind == "share" else Decimal(0)
    if any(abs(each - entry.value) <= near for each in _with_sums(values)):
        return True
    return any(_is_cell(sheet, row, column, entry) for column in range(len(sheet.heads)))


def _with_sums(values: Sequence[Decimal]) -> list[Decimal]:
    """Figures with how far two of them are apart, and what two make."""
    return [*values, *(a + b for a in values for b in values), *(a - b for a in values for b in values)]


def _is_cell(sheet: Sheet, row: int, column: int, entry: Entry) -> bool:
    """Whether a cell prints a figure; of "four of ten" two cells of its row, or a cell with both."""
    cell = sheet.cells[row][column]
    if cell is None:
        return False
    if entry.base:
        counts = [each.count for each in sheet.cells[row] if each]
        bases = (cell.base, head_base(sheet, column), *counts)
        both = cell.count == entry.count and entry.base in bases
        return both and entry.count != entry.base
    if entry.kind == "share":
        share = sheet.share_at(row, column)
        return share is not None and share.value == entry.value
    return cell.value == entry.value and not cell.share
