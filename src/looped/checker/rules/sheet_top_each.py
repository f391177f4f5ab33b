"""What is called the most common in both groups, or in every one, against each column of a table."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import Measure
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, ranked_rows, value, within
from looped.checker.sheets.sheet import Sheet
from looped.checker.summaries import by_any_table

CODE = "sheet-top-each"
MESSAGE = "What is the most common in every group is so in each column."
_TABLE = "Fault | Ayr (n = 120) | Oban (n = 110)\nRust | 30 (25.0%) | {}\nRot | 12 (10.0%) | 22 (20.0%)\n\n"
GOOD = _TABLE.format("33 (30.0%)") + "Rust was the most common fault in both ports."
BAD = _TABLE.format("11 (10.0%)") + "Rust was the most common fault in both ports."

SAID = pattern_of(
    r"\b(?:(?P<most>most (?:common|frequent|often|likely|cited|reported)\w*|commonest|highest)|"
    r"(?P<least>least (?:common|frequent|often|likely)\w*|rarest|lowest))\b[^.;:]{0,50}?"
    r"\b(?:in|at|on|for|among) (?:both|each|every|all)(?: of)?(?: the)?(?: two| three| four)? [a-z]+",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|second|third|one of|among the|but|except|joint|last (?:year|time|audit)|"
    r"previous\w*)\b",
    re.I,
)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names one row."""
    return by_any_table(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    said = SAID.search(remark.text)
    if not said or NOT.search(remark.text):
        return
    rows = within([each for each in remark.rows if each.whole], 0, len(remark.text))
    columns = _columns(remark.sheet)
    if len(rows) != 1 or len(columns) < FEWEST or rows[0] not in ranked_rows(remark.sheet):
        return
    places = [_is_end(remark.sheet, rows[0], each, most=bool(said["most"])) for each in columns]
    if None in places:
        return
    short = [remark.sheet.heads[each.column] for each, right in zip(columns, places, strict=True) if not right]
    verdict: Verdict = "wrong" if short else "ok"
    why = f"not so in {', '.join(short)}" if short else "so in each column"
    yield remark.finding(CODE, verdict, said.span(), "not in each" if short else "", why)


def _columns(sheet: Sheet) -> list[Measure]:
    """The columns of groups: all of counts with shares, all of shares, or all of counts without any."""
    for kind, by in (("both", "share"), ("share", "share"), ("count", "count")):
        found = [Measure(at, by) for at, each in enumerate(sheet.kinds) if each == kind]
        if len(found) >= FEWEST:
            return found if kind != "count" or "share" not in sheet.kinds else []
    return []


def _is_end(sheet: Sheet, row: int, measure: Measure, *, most: bool) -> bool | None:
    known = {at: value(sheet, at, measure.column, measure.by) for at in ranked_rows(sheet)}
    values = [each for each in known.values() if each is not None]
    own = known.get(row)
    if own is None or len(values) < len(known):
        return None
    return own == (max(values) if most else min(values))
