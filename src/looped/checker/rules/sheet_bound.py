"""How many are said to lie within a bound, beside a table of bands: what the bands up to it, or from it on, come to."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.evidence.reading import is_slip
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement, within
from looped.checker.rules.sheet_given import ELSEWHERE, LOOSE
from looped.checker.sheets.bands import ALONE, BOUND, Bound, bands_of, bounds_in, rows_within
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-bound"
MESSAGE = "As many lie within a bound as the bands of the table up to it come to."
GOOD = "Days waited\tCalls\n0-5\t18\n6-10\t10\n11-15\t27\n16 or more\t45\n\n28 calls were answered within 10 days."
BAD = "Days waited\tCalls\n0-5\t18\n6-10\t10\n11-15\t27\n16 or more\t45\n\n55 calls were answered within 10 days."

DENIED = pattern_of(r"\b(?:not|never|nor|neither|other|rest|remaining|each|every|average|mean|median)\b|n[’']t\b", re.I)
AGED = pattern_of(r"\b(?:aged?|older|younger|years?)\b", re.I)
FAR = 4


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with one bound and one figure."""
    return by_statement(context, _of, BOUND, ALONE)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    bands = bands_of(sheet.labels, sheet.parts)
    if not bands:
        return
    bounds = [each for each in bounds_in(remark.text) if _is_of_rows(sheet, remark.text, each)]
    if len(bounds) != 1 or DENIED.search(remark.text) or ELSEWHERE.search(remark.text):
        return
    (bound,) = bounds
    rows = rows_within(bands, bound)
    entry = _entry(remark, bound)
    # Another band that is named: of that one, too.
    beside = [each for each in remark.rows if each.end <= bound.start or each.start >= bound.end]
    if rows and entry and not beside:
        yield from _judged(remark, entry, rows)


def _is_of_rows(sheet: Sheet, text: str, bound: Bound) -> bool:
    """Whether a bound is of what the bands are of: its unit heads them, or it is an age."""
    over = f"{sheet.corner} {sheet.caption} {' '.join(sheet.labels)}"
    words = label_words(over)
    if any(alike(each, word) for each in bound.unit.lower().split() for word in words if len(each) > 2):
        return True
    near = text[max(0, bound.start - 12) : bound.end]
    return bool(AGED.search(near) or not bound.unit) and bool(re.search(r"\bage|\byears?\b", over, re.I))


def _entry(remark: Remark, bound: Bound) -> Entry | None:
    """The one figure of the sentence besides the bound and the whole."""
    sheet = remark.sheet
    wholes = {whole_of(sheet, column) for column in range(len(sheet.heads))}
    low, high = remark.start + bound.start, remark.start + bound.end
    every = [e for e in remark.read.of_sentence(remark.at) if not low <= e.start < high]
    own = [e for e in every if e.share or e.kind == "share" or e.base or e.count not in wholes]
    if len(own) != 1 or own[0].kind not in ("count", "share"):
        return None
    lead = remark.text[: own[0].start - remark.start]
    return None if LOOSE.search(lead) else own[0]


def _judged(remark: Remark, entry: Entry, rows: Sequence[int]) -> Iterator[Finding]:
    sheet = remark.sheet
    named = within(remark.columns, 0, len(remark.text))
    kinds = ("share", "both", "count") if entry.kind == "share" else ("count", "both", "total", "base")
    columns = [c for c, kind in enumerate(sheet.kinds) if kind in kinds]
    columns = [c for c in columns if c in named] or columns
    if entry.kind == "share":
        columns = [c for c in columns if sheet.kinds[c] != "count"] or columns
    told = [(c, value) for c in columns if (value := _sum(sheet, rows, c, entry)) is not None]
    if not told:
        return
    step = entry.step if entry.kind == "share" else Decimal(0)
    slack = step / 2 + (Decimal(len(rows)) / 2 if entry.kind == "share" and "share" in sheet.kinds else 0)
    span = (entry.start - remark.start, entry.end - remark.start)
    for column, value in told:
        if abs(value - entry.value) <= slack:
            yield remark.finding(CODE, "ok", span, "", _shown(sheet, rows, column))
            return
    column, value = told[0]
    if len(told) > 1 or not entry.value:
        return
    cells = {figure.value for row in range(len(sheet.labels)) if (figure := sheet.cells[row][column])}
    # The last of the bands alone, where all up to it are told of.
    own = sheet.cells[rows[-1]][column]
    close = (own and own.value == entry.value) or max(value, entry.value) <= FAR * min(value, entry.value)
    if close and (entry.value in cells or is_slip(entry.value, value) or _is_run(sheet, column, entry.value)):
        shown = f"{value:.1f}%" if entry.kind == "share" else f"{value:f}"
        yield remark.finding(CODE, "wrong", span, shown, _shown(sheet, rows, column))


def _sum(sheet: Sheet, rows: Sequence[int], column: int, entry: Entry) -> Decimal | None:
    """What bands come to in a column: as a number, or as a share as printed or of the whole."""
    if entry.kind == "share" and sheet.kinds[column] != "count":
        shares = [sheet.share_at(row, column) for row in rows]
        return sum((each.value for each in shares if each), Decimal(0)) if all(shares) else None
    figures = [sheet.cells[row][column] for row in rows]
    if any(each is None or each.count is None for each in figures):
        return None
    summed = sum((each.value for each in figures if each), Decimal(0))
    whole = whole_of(sheet, column)
    if entry.kind != "share":
        return summed
    return summed * 100 / whole if whole else None


def _is_run(sheet: Sheet, column: int, stated: Decimal) -> bool:
    """Whether other bands one behind the other come to a figure: one too many, or one too few."""
    values = [figure.value for row in sheet.parts if (figure := sheet.cells[row][column])]
    return stated in {sum(values[low:high]) for low in range(len(values)) for high in range(low + 1, len(values) + 1)}


def _shown(sheet: Sheet, rows: Sequence[int], column: int) -> str:
    terms = " + ".join(f"{sheet.labels[row]} {sheet.texts[row][column]}" for row in rows)
    return f"{sheet.heads[column]}: {terms}"
