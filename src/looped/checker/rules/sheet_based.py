"""The whole that a head, a caption or a note names for shares: none of them is of it, and all are of another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph, Where
from looped.checker.finding import Finding
from looped.checker.numbers import fitting_bases
from looped.checker.patterns import pattern_of
from looped.checker.rules.sheet_share import Pair, pairs_of
from looped.checker.sheets.around import Placed
from looped.checker.sheets.sheet import BASE_HEAD, Sheet
from looped.checker.sheets.workings import is_near

CODE = "sheet-based"
MESSAGE = "The whole that a table names is the one that its shares are of."
GOOD = "Round\tFaulty\tRate\nMay\t23\t11.5%\nJune\t37\t18.5%\nJuly\t18\t9.0%\n\nIn each round 200 bins were checked."
BAD = "Round\tFaulty\tRate\nMay\t23\t11.5%\nJune\t37\t18.5%\nJuly\t18\t9.0%\n\nIn each round 250 bins were checked."

# "n = 104", "68 patients", "200 bins were checked", "of the 130 forms read".
WHOLE = pattern_of(
    r"(?:\b(?:n|base)\s?[=:]\s?|\b(?:of|all|on)(?: the)? |(?<![\d.,£/–-]))(?P<n>\d{1,3}(?:,\d{3})+|\d{2,})(?=[);,.]|$| "
    r"[a-z]{3,})(?! (?:days?|weeks?|months?|years?|hours?|minutes?|per cent|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)\b)",
    re.I,
)
YEAR = pattern_of(r"(?:19|20)\d\d")
LEAST, NARROW = 3, 10


@dataclass(frozen=True)
class Named:
    """A number that is named as the whole, and where."""

    number: int
    text: str
    where: Where


def check(context: Context) -> Iterator[Finding]:
    """Each column of shares with its counts."""
    for placed in context.sheets:
        sheet = placed.sheet
        for column in range(len(sheet.heads)):
            own = list(_of_head(sheet, column))
            for pairs in pairs_of(sheet, column):
                bases = _common(pairs)
                yield from _in_row(sheet, column, bases, pairs)
                if bases is None or _is_in_table(sheet, bases):
                    continue
                named = own or list(_around(context, placed))
                numbers = {each.number for each in named}
                if numbers & _counts(sheet):
                    continue  # "agreed with by 128 patients": a count of the table, and no whole
                if len(numbers) == 1 and not any(each in bases for each in numbers):
                    yield from _judged(sheet, column, named[0], bases, pairs)


def _in_row(sheet: Sheet, column: int, bases: range | None, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The number that a row of bases tells, under the counts of the shares."""
    rows = [row for row, label in enumerate(sheet.labels) if BASE_HEAD.match(label.strip(" *:"))]
    if bases is None or len(rows) != 1 or any(pair.row == rows[0] for pair in pairs):
        return
    for at in (column, column - 1):
        own = sheet.cells[rows[0]][at] if at >= 0 else None
        above = {figure.count for pair in pairs if (figure := sheet.cells[pair.row][at])}
        if own and own.count and above == {pair.count for pair in pairs} and own.count not in bases:
            named = Named(own.count, own.text, sheet.where(rows[0], at))
            yield from _judged(sheet, column, named, bases, pairs)


def _common(pairs: Sequence[Pair]) -> range | None:
    """The bases that all shares of a column are of, where they are few and the shares several."""
    told = [pair for pair in pairs if pair.count > 0 and pair.base is None]
    if len(told) < LEAST or len(told) < len(pairs) or len({pair.count for pair in told}) < LEAST:
        return None
    ranges = [fitting_bases(pair.count, pair.share) for pair in told]
    low, high = max(max(each[0] for each in ranges), max(p.count for p in told)), min(each[1] for each in ranges)
    return range(low, high + 1) if low <= high and (high - low) * NARROW <= low else None


def _is_in_table(sheet: Sheet, bases: range) -> bool:
    """Whether a total or another column gives a base that they are of: then the number around is of something else."""
    return any(count in bases for count in _counts(sheet))


def _counts(sheet: Sheet) -> set[int]:
    return {each.count for cells in sheet.cells for each in cells if each and each.count}


def _of_head(sheet: Sheet, column: int) -> Iterator[Named]:
    for at in (column, column - 1):
        for found in WHOLE.finditer(sheet.heads[at]) if at >= 0 else ():
            if not YEAR.fullmatch(found["n"]):
                yield Named(_number(found), found.group().strip(), sheet.where(None, at))


def _around(context: Context, placed: Placed) -> Iterator[Named]:
    """The numbers that the caption names, and the two paragraphs right behind the table."""
    sheet, blocks = placed.sheet, context.document.blocks
    texts = [(sheet.caption, sheet.where(None, None))]
    behind = blocks[placed.place + 1 : placed.place + 3]
    texts += [(block.text, block.where) for block in behind if isinstance(block, Paragraph)]
    for text, where in texts:
        for found in WHOLE.finditer(text):
            if not YEAR.fullmatch(found["n"]):
                yield Named(_number(found), found.group().strip(), where)


def _number(found: re.Match[str]) -> int:
    return int(found["n"].replace(",", ""))


def _judged(sheet: Sheet, column: int, named: Named, bases: range, pairs: Sequence[Pair]) -> Iterator[Finding]:
    most = max(pair.count for pair in pairs)
    near = next((base for base in bases if is_near(Decimal(named.number), Decimal(base))), None)
    if near is None or named.number < most:
        return
    summed = sum(pair.count for pair in pairs if pair.row in sheet.parts)
    base = summed if summed in bases else near
    told = str(base) if len(bases) == 1 or base == summed else f"{bases[0]} to {bases[-1]}"
    why = f"all {len(pairs)} shares under {sheet.heads[column]!r} are of {told}, none of {named.number}"
    slip = f"head/{sheet.table.title}/{sheet.heads[column]}"
    yield Finding(CODE, "wrong", named.where, named.text, str(named.number), told, why, slip, "likely")
