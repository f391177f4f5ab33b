"""A share worked out from a table's counts that is the share of another column or row than the sentence names."""

from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.numbers import Percent, fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-derived"
MESSAGE = "A share that a sentence gives a column or a row of counts is that of this one, and of no other."
GOOD = (
    "Shop\tTills\tChecked\tRight\nAsh\t40\t36\t28\nElm\t30\t24\t15\nOak\t50\t45\t40\nTotal\t120\t105\t83\n\n"
    "Elm had the smallest share right, at 50%."
)
BAD = (
    "Shop\tTills\tChecked\tRight\nAsh\t40\t36\t28\nElm\t30\t24\t15\nOak\t50\t45\t40\nTotal\t120\t105\t83\n\n"
    "Elm had the smallest share right, at 80%."
)

PERCENT = pattern_of(r"\d\s?%|per ?cent")
NOT_SO = pattern_of(
    r"\b(?:not|no|never|without|except|than|rose|fell|up|down|increase|decrease|target|respectively|points?|"
    r"of (?:these|those|them|whom|which)|between|average|mean|each|both|all (?:three|four|five)|other)\b|n[’']t\b",
)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with one share that names one column beside a table of counts."""
    return by_statement(context, _of, PERCENT)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    shares = [e for e in remark.read.of_sentence(remark.at) if e.share]
    base = _base(sheet)
    if base is None or len(shares) != 1 or NOT_SO.search(remark.text):
        return
    entry = shares[0]
    rows = list(dict.fromkeys(each.at for each in remark.rows))
    columns = [at for at in dict.fromkeys(each.at for each in remark.columns) if at != base]
    if len(rows) > 1 or len(columns) != 1 or sheet.total is None:
        return
    row, column = rows[0] if rows else sheet.total, columns[0]
    printed = entry.share
    if printed is None or _is_given(remark, sheet, entry, printed, row, column, base):
        return
    others = [(row, at) for at in range(len(sheet.heads)) if at not in (base, column)]
    others += [(at, column) for at in range(len(sheet.labels)) if at != row]
    swapped = [(r, c) for r, c in others if _fits(sheet, r, c, base, printed)]
    part, whole = _count(sheet, row, column), _count(sheet, row, base)
    if swapped and part is not None and whole:
        r, c = swapped[0]
        exact = f"{part * 100 / whole:.0f}%"
        why = f"{sheet.labels[row]}, {sheet.heads[column]}: {part} of {whole} is {exact}; {printed} is that of "
        why += sheet.heads[c] if c != column else sheet.labels[r]
        span = (entry.start - remark.start, entry.end - remark.start)
        yield remark.finding(CODE, "wrong", span, exact, why)


def _base(sheet: Sheet) -> int | None:
    """The first column, where all are counts and no other has more in any row: what the others are of."""
    if len(sheet.heads) < FEWEST or any(kind not in ("count", "total", "base") for kind in sheet.kinds):
        return None
    for row in range(len(sheet.labels)):
        counts = [_count(sheet, row, at) for at in range(len(sheet.heads))]
        whole, *parts = counts
        if whole is None or not whole or any(n is None or n > whole for n in parts) or sum(map(_plain, parts)) == whole:
            return None
    return 0


def _plain(count: int | None) -> int:
    return count or 0


def _count(sheet: Sheet, row: int, column: int) -> int | None:
    figure = sheet.cells[row][column]
    return figure.count if figure and not figure.share else None


def _fits(sheet: Sheet, row: int, column: int, base: int, printed: Percent) -> bool:
    part, whole = _count(sheet, row, column), _count(sheet, row, base)
    return part is not None and bool(whole) and part <= (whole or 0) and fits(part, whole or 1, printed)


def _is_given(remark: Remark, sheet: Sheet, entry: Entry, printed: Percent, row: int, column: int, base: int) -> bool:
    """Whether it is right as it stands: of its row, of its column, of what is left, or of counts of the sentence."""
    part, whole = _count(sheet, row, column), _count(sheet, row, base)
    if part is None or not whole or entry.kind != "share":
        return True
    total = _count(sheet, sheet.total, column) if sheet.total is not None else None
    counts = [e for e in remark.read.of_sentence(remark.at) if e.kind == "count"]
    told: Sequence[int] = [n for e in counts for n in (e.count, e.base or 0) if n]
    wholes = [whole, *([total] if total else []), *told]
    parts = [part, whole - part, *told]
    return any(0 < a <= b and fits(a, b, printed) for a in parts for b in wholes)
