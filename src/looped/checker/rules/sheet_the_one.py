"""The one row of a table that something is said of: "the one target missed was for scans", "Ayr alone was late"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.holding import holding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, is_kind, ranked_rows, within
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-the-one"
MESSAGE = "The one row that something is said of is the one in the table of which it is so."
GOOD = (
    "Item\tTarget\tResult\nScans\t50%\t57%\nBeds\t60%\t52%\nTests\t75%\t81%\n\nThe one target missed was that for beds."
)
BAD = "Item\tTarget\tResult\nScans\t50%\t57%\nBeds\t60%\t52%\nTests\t75%\t81%\n\nThe one target missed was for tests."

ONE = pattern_of(
    r"\b(?:the|its|our) (?:one|only|sole|single|lone)(?: one)? (?P<noun>[a-z]+)\b|"
    r"\b(?:one|a single) (?P<noun2>[a-z]+) (?:was|is|had|has)\b[^.;:]*?[,:–—] (?:the one|that|namely)\b|"
    r"(?P<alone> (?:alone|on its own) (?:was|had|took|missed|met|paid|fell|kept|lacked|failed|exceeded|managed))\b",
    re.I,
)
SAID = pattern_of(r"(?:targets?|standards?|benchmarks?|goals?|limits?|deadlines?)$", re.I)
OTHER = pattern_of(r"\b(?:apart from|except|other than|but|besides|not only|if|would)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names one row."""
    return by_statement(context, _of, ONE)


def _of(remark: Remark) -> Iterator[Finding]:
    found = ONE.search(remark.text)
    sheet = remark.sheet
    rows = ranked_rows(sheet)
    named = within(remark.rows, 0, len(remark.text))
    if not found or len(rows) < 3 or len(named) != 1 or named[0] not in rows or OTHER.search(remark.text):
        return
    if not found["alone"] and not _is_of_rows(sheet, found["noun"] or found["noun2"]):
        return
    results = holding(remark, sheet, rows, _without_name(remark, named[0]))
    if results:
        right = [each for each in results if each[0] == frozenset(named)]
        verdict: Verdict = "ok" if right else "wrong"
        held = (right or results)[0]
        if right or len(held[0]) < len(rows):
            expected = "" if right else " and ".join(sheet.labels[row] for row in sorted(held[0])) or "none"
            yield remark.finding(CODE, verdict, (0, len(remark.text)), expected, held[1])


def _is_of_rows(sheet: Sheet, noun: str) -> bool:
    return is_kind(sheet, noun) or (bool(SAID.match(noun)) and sheet.kinds.count("target") == 1)


def _without_name(remark: Remark, row: int) -> tuple[int, int]:
    """The stretch of a sentence that says what is so, up to the name or behind it."""
    name = next(each for each in remark.rows if each.at == row)
    return (0, name.start) if name.start > 20 else (name.end, len(remark.text))
