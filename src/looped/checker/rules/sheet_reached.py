"""How many are said to be so far up or down a table's rows: "waited at least two days", "came no more than once"."""

from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.evidence.reading import is_slip
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, value, within
from looped.checker.sheets.naming import label_words
from looped.checker.sheets.steps import REACH, reached

CODE = "sheet-reached"
MESSAGE = "As many are said to be so far up or down as the rows up to there, or from there on, come to."
GOOD = "Days late\tBills\nNone\t38\nOne\t22\nTwo\t9\nThree or more\t5\n\nFourteen bills were at least two days late."
BAD = "Days late\tBills\nNone\t38\nOne\t22\nTwo\t9\nThree or more\t5\n\nSixteen bills were at least two days late."

UNSURE = pattern_of(r"\b(?:not|never|target|should|would|if|average|mean|each|every|nearly|almost|about)\b|n[’']t\b")
NEAR = Decimal("0.3")


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with one figure beside the limit."""
    return by_statement(context, _of, REACH)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    columns = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "both", "share")]
    named = [c for c in within(remark.columns, 0, len(remark.text)) if c in columns]
    column = columns[0] if len(columns) == 1 else named[0] if len(named) == 1 else None
    if column is None or UNSURE.search(remark.text):
        return
    words = label_words(f"{sheet.corner} {sheet.heads[column]}")
    labels = tuple(sheet.labels[row] for row in sheet.parts)
    for each in reached(remark.text, labels, words):
        own = remark.read.of_sentence(remark.at)
        told = [e for e in own if not each.start <= e.start - remark.start < each.end and e.text.lower() != "one"]
        by = "share" if told and told[0].kind == "share" else "count"
        if len(told) != 1 or told[0].kind not in ("count", "share") or told[0].base or told[0].share and by == "count":
            continue
        figures = [value(sheet, sheet.parts[at], column, by) for at in each.rows]
        known = [figure for figure in figures if figure is not None]
        total, stated = sum(known, Decimal(0)), told[0].value
        near = is_slip(stated, total) or abs(stated - total) <= NEAR * max(stated, total)
        if len(known) == len(figures) and (stated == total or near):
            span = (told[0].start - remark.start, told[0].end - remark.start)
            why = " + ".join(str(figure) for figure in known) + f" = {total}"
            yield remark.finding(CODE, "ok" if stated == total else "wrong", span, f"{total}", why)
