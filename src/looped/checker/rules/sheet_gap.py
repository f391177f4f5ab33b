"""The row in which two columns of a table are said to be furthest apart, or closest."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, lies, ranked_rows, value, within
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-gap"
MESSAGE = "Two columns are furthest apart in the row for which that is said."
GOOD = "Item\tDay\tNight\nPlan\t80%\t61%\nReview\t75%\t70%\nVisit\t90%\t84%\n\nThe gap was widest for the plan."
BAD = "Item\tDay\tNight\nPlan\t80%\t61%\nReview\t75%\t70%\nVisit\t90%\t84%\n\nThe gap was widest for the review."

GAP = r"(?:gap|difference|margin|distance|disparity|divide|contrast)s?"
WIDE = r"widest|largest|biggest|greatest|most marked|starkest|sharpest"
NARROW = r"narrowest|smallest|slightest|least"
SAID = pattern_of(
    rf"\b{GAP}\b[^.;:]{{0,70}}?\b(?:(?P<wide>{WIDE})|(?P<narrow>{NARROW}))\b|"
    rf"\b(?:(?P<wide2>{WIDE})|(?P<narrow2>{NARROW})) (?:[a-z]+ )?{GAP}\b|"
    r"\b(?P<wide3>(?:furthest|farthest) apart|differ(?:ed|s)? (?:the )?most)\b|"
    r"\b(?P<narrow3>(?:closest|nearest) together|differ(?:ed|s)? (?:the )?least)\b",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|n[’']t|second|next|one of|among the|if|than|since|in the (?:country|region))\b", re.I)
PAIR = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names one row."""
    return by_statement(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    for found in SAID.finditer(remark.text):
        low, high = remark.clause(found.start())
        if DENIED.search(remark.text[low:high]):
            continue
        for sheet, names, others in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            rows = within([each for each in names if each.whole], low, high)
            gaps = _gaps(sheet, within(others, 0, len(remark.text)))
            if len(rows) == 1 and len(gaps) > PAIR and rows[0] in gaps:
                wide = bool(found["wide"] or found["wide2"] or found["wide3"])
                right = gaps[rows[0]] == (max if wide else min)(gaps.values())
                listed = ", ".join(f"{sheet.labels[row]} {gap}" for row, gap in gaps.items())
                label = sheet.labels[rows[0]]
                yield remark.finding(
                    CODE, "ok" if right else "wrong", (low, high), "" if right else "another", listed, label
                )
                return


def _gaps(sheet: Sheet, named: list[int]) -> dict[int, float]:
    """How far two columns are apart in each row: those named, or the only two; none where a figure is missing."""
    rows = ranked_rows(sheet)
    own = [at for at, kind in enumerate(sheet.kinds) if kind in ("share", "both", "count", "mean")]
    chosen = [at for at in own if at in named] if len(named) == PAIR else own
    changes = [at for at, kind in enumerate(sheet.kinds) if kind == "change"]
    if len(chosen) != PAIR or len({sheet.kinds[at] for at in chosen}) != 1 or changes:
        return {}
    by = "share" if sheet.kinds[chosen[0]] in ("share", "both") else "count"
    pairs = {row: tuple(value(sheet, row, at, by) for at in chosen) for row in rows}
    known = {row: float(abs(a - b)) for row, (a, b) in pairs.items() if a is not None and b is not None}
    return known if len(known) == len(rows) else {}
