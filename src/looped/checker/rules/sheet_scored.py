"""The total of a column of scores or points, and of a row of bases under columns of shares."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import ASIDE
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import SUBTOTAL, WITHIN, Sheet, is_total
from looped.checker.sheets.workings import is_near

CODE = "sheet-scored"
MESSAGE = "Scores come to their total, and the bases of groups to that of all."
GOOD = "Area\tMaximum\tScore\nKitchen\t20\t10\nStore\t20\t14\nYard\t25\t19\nTotal\t65\t43"
BAD = "Area\tMaximum\tScore\nKitchen\t20\t10\nStore\t20\t14\nYard\t25\t19\nTotal\t65\t48"

SCORES = pattern_of(r"\b(?:scores?|points?|marks?|scored|awarded)\b", re.I)
NO_SUM = pattern_of(r"%|\b(?:per|mean|average|avg|median|rate|rank|index|ratio|percentage|change)\b", re.I)
TOTAL = pattern_of(r"^(?:grand |overall )?total\b|\btotal$|\bin all$", re.I)
BASE = pattern_of(
    r"^(?:un)?(?:weighted )?(?:base|n|sample)\b|^(?:number|no\.?) (?:of |who )?(?:replies|respondents|answering|"
    r"answered|asked|replied|responding|people|patients|participants|cases|responses)\b|^(?:respondents|replies)$",
    re.I,
)
LEAST, FEW = 3, 2


def check(context: Context) -> Iterator[Finding]:
    """Each table."""
    for placed in context.sheets:
        yield from _scores(placed.sheet)
        yield from _bases(placed.sheet)


def _scores(sheet: Sheet) -> Iterator[Finding]:
    """A column of whole scores over a row of totals: greater than each, and close to what they come to."""
    total = sheet.total
    if total is None or not TOTAL.search(sheet.labels[total]) or any(SUBTOTAL.search(e) for e in sheet.labels[:total]):
        return
    rows = [
        row
        for row in range(total)
        if any(sheet.texts[row]) and not WITHIN.search(sheet.labels[row]) and not ASIDE.search(sheet.labels[row])
    ]
    for column, head in enumerate(sheet.heads):
        if sheet.kinds[column] != "mean" or not SCORES.search(head) or NO_SUM.search(head):
            continue
        figures = [sheet.cells[row][column] for row in (*rows, total)]
        counts = [each.count for each in figures if each and each.count is not None and not each.share]
        if len(counts) < len(figures) or len(rows) < LEAST:
            continue
        *parts, stated = counts
        if stated > max(parts) and (sum(parts) == stated or _is_near(stated, sum(parts))):
            yield _told(sheet, total, column, parts, stated)


def _bases(sheet: Sheet) -> Iterator[Finding]:
    """A row of bases under groups and all: the groups come to no more than all, or to a slip of it."""
    totals = [at for at, head in enumerate(sheet.heads) if is_total(head)]
    groups = [at for at in range(len(sheet.heads)) if at not in totals]
    if len(totals) != 1 or len(groups) < FEW or sheet.turned:
        return
    for row, label in enumerate(sheet.labels):
        figures = [sheet.cells[row][at] for at in (*groups, totals[0])]
        counts = [each.count for each in figures if each and each.count is not None]
        if not BASE.search(label.strip()) or len(counts) < len(figures) or not _has_shares(sheet, row):
            continue
        *parts, stated = counts
        over = sum(parts) > stated and sum(parts) * 4 <= stated * 5
        turned = (
            sorted(str(sum(parts))) == sorted(str(stated)) or sum(parts) + 10 == stated or sum(parts) + 100 == stated
        )
        if sum(parts) == stated or over or turned:
            yield _told(sheet, row, totals[0], parts, stated)


def _has_shares(sheet: Sheet, row: int) -> bool:
    """Whether the other rows are shares."""
    labels = [label for at, label in enumerate(sheet.labels) if at != row]
    return "share" in sheet.kinds or "%" in sheet.caption or all("%" in label for label in labels)


def _is_near(stated: int, summed: int) -> bool:
    return is_near(Decimal(stated), Decimal(summed))


def _told(sheet: Sheet, row: int, column: int, parts: list[int], stated: int) -> Finding:
    verdict: Verdict = "ok" if sum(parts) == stated else "wrong"
    why = f"{' + '.join(map(str, parts))} = {sum(parts)}, printed as {stated}"
    text = sheet.texts[row][column]
    slip = f"column/{sheet.table.title}/{sheet.heads[column]}"
    return Finding(CODE, verdict, sheet.where(row, column), text, text, str(sum(parts)), why, slip, "likely")
