"""Rows told one after the other, the greatest or the least first: "A had the most, followed by B and then C"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING, Measure, Remark, by_statement, lies, measures, value
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-sequence"
MESSAGE = "Rows told as first, next and last stand in that order."
GOOD = "Site\tCalls\nLeith\t80\nAyr\t30\nOban\t40\nWick\t20\n\nLeith had the most calls, followed by Oban and then Ayr."
BAD = "Site\tCalls\nLeith\t80\nAyr\t30\nOban\t40\nWick\t20\n\nLeith had the most calls, followed by Ayr and then Oban."

FOLLOWED = pattern_of(r"\b(?:followed by|ahead of|then|next (?:came|come|were|was)|and after that)\b", re.I)
FIRST = pattern_of(
    r"\b(?:(?P<most>most|highest|largest|greatest|biggest|best|top|led|longest)|"
    r"(?P<least>fewest|lowest|least|smallest|worst|shortest))\b",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|n[’']t|neither|except|other than|since|increase|rise|fall|change)\b", re.I)
LEAST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names three rows or more."""
    return by_statement(context, _of, FIRST)


def _of(remark: Remark) -> Iterator[Finding]:
    first = FIRST.search(remark.text)
    followed = FOLLOWED.search(remark.text)
    if not first or not followed or DENIED.search(remark.text) or len(FIRST.findall(remark.text)) > 1:
        return
    if first.group().lower() in ("best", "worst") and BAD_THING.search(remark.text + remark.sheet.texts_before):
        return
    for sheet, names in ((remark.sheet, remark.rows), (lies(remark.sheet), remark.columns)):
        named = list(_in_order(names))
        if len(named) < LEAST or len(named) != len(set(named)) or not set(named) <= set(sheet.parts):
            continue
        others = remark.columns if sheet is remark.sheet else remark.rows
        whole = [sheet.total_column] if sheet.total_column is not None and not others else []
        options = measures(sheet, remark.text, [each.at for each in others] or whole)
        runs = [each for each in options if _runs(sheet, named, each, bool(first["most"])) is not None]
        if runs:
            right = [each for each in runs if _runs(sheet, named, each, bool(first["most"]))]
            measure = (right or runs)[0]
            verdict: Verdict = "ok" if right else "wrong"
            figures = [
                (sheet.labels[row], cell) for row in named for cell in [sheet.cells[row][measure.column]] if cell
            ]
            why = ", ".join(f"{label} {cell.text}" for label, cell in figures)
            span = (min(first.start(), followed.start()), len(remark.text))
            yield remark.finding(CODE, verdict, span, "" if right else "another order", why)
            return


def _in_order(names: list[Named]) -> Iterator[int]:
    for each in names:
        if each.whole:
            yield each.at


def _runs(sheet: Sheet, named: list[int], measure: Measure, down: bool) -> bool | None:
    """Whether each is no more than the one before it, or no less; None where a figure is missing."""
    values = [value(sheet, row, measure.column, measure.by) for row in named]
    known = [each for each in values if each is not None]
    if len(known) < len(values):
        return None
    return all(a >= b if down else a <= b for a, b in pairwise(known))
