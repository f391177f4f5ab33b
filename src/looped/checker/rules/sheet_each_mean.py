"""The mean that a sentence tells of all rows of a table of one column: "a mean of 19.7 leaks for each of the six"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import rounded, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, is_kind
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import WITHIN

CODE = "sheet-each-mean"
MESSAGE = "The mean of the rows of a table is their sum over how many they are."
_TABLE = "Leaks\n\nPort\tLeaks\nAyr\t30\nOban\t24\nTroon\t30\nTotal\t84\n\n"
GOOD = _TABLE + "The mean was 28.0 leaks for each of the three ports."
BAD = _TABLE + "The mean was 31.5 leaks for each of the three ports."

EACH = r"(?:for each(?: of)?|in each(?: of)?|at each(?: of)?|per|a|an|to each|by)(?: the)?"
MEAN = pattern_of(
    r"\b(?:the (?:mean|average)(?: (?:number|count))?(?: of (?P<of>[a-z -]{3,40}?))?(?: (?:is|was|came to|"
    r"works out at|stands at|stood at)|,)|(?:an? )(?:mean|average) of|on average(?:,| there were)?|averag(?:e|ed|ing)) "
    rf"(?P<n>\d+(?:\.\d+)?)(?! ?%|[.,]?\d)(?P<what>(?: [a-z’'-]+){{0,4}}?),? {EACH} "
    r"(?:(?P<k>\d+|[a-z]+) )?(?P<unit>[a-z]+)",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:median|last|previous\w*|national\w*|target|expected|than|excluding|except|without|other|about|around|nearly|"
    r"almost|roughly|minutes?|hours?|days?|weeks?|months?|years?|weighted)\b",
    re.I,
)
LEAST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence beside a table with one column of counts."""
    return by_statement(context, _of, MEAN)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet, found = remark.sheet, MEAN.search(remark.text)
    columns = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total")]
    if not found or ELSE.search(remark.text) or len(columns) != 1 or len(sheet.heads) > 2:
        return
    if any(WITHIN.search(label) for label in sheet.labels) or any(each.whole for each in remark.rows):
        return
    counts = [n for row in sheet.parts if (each := sheet.cells[row][columns[0]]) and (n := each.count) is not None]
    number = whole(found["k"]) if found["k"] else None
    what = [each for each in label_words(f"{found['of'] or ''} {found['what']}") if len(each) > 2]
    known = label_words(
        f"{sheet.caption} {sheet.corner} {' '.join(sheet.heads)} {sheet.table.title} {sheet.table.section}"
    )
    named = any(alike(one, other) for one in what for other in known)
    if len(counts) < LEAST or len(counts) < len(sheet.parts) or (number is not None and number != len(counts)):
        return
    if number is None and not is_kind(sheet, found["unit"]):
        return  # "1.4 leaks for each boat", where the rows are ports
    # Without what is counted, how many rows there are has to be told.
    if not (named if what else number):
        return
    whole_row = sheet.cells[sheet.total][columns[0]] if sheet.total is not None else None
    if whole_row and whole_row.count != sum(counts):
        return
    yield from _judged(remark, found, counts)


def _judged(remark: Remark, found: re.Match[str], counts: list[int]) -> Iterator[Finding]:
    printed = Decimal(found["n"])
    step = Decimal(1).scaleb(min(0, int(printed.as_tuple().exponent)))
    exact = Decimal(sum(counts)) / len(counts)
    verdict: Verdict = "ok" if abs(exact - printed) <= step / 2 else "wrong"
    shown = str(rounded(exact, max(1, -int(printed.as_tuple().exponent))))
    yield remark.finding(CODE, verdict, found.span("n"), shown, f"{sum(counts)} over {len(counts)} is {shown}", "")
