"""A mean told of one row of a table that has its sum and its number in two columns."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.phrases import AVERAGED
from looped.checker.placing import TOTAL
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-mean"
MESSAGE = "The mean of a row is its sum over its number."
GOOD = "Farm\tSheep\tFleece in kg\nHill\t20\t60\nDale\t30\t60\n\nOn Hill farm the mean was 3 kg a sheep."
BAD = "Farm\tSheep\tFleece in kg\nHill\t20\t60\nDale\t30\t60\n\nOn Hill farm the mean was 2 kg a sheep."

MEAN = pattern_of(rf"\b(?:{AVERAGED}|apiece|per head)\b", re.I)
OTHER = pattern_of(
    r"\b(?:median|national\w*|target|above|below|than|last|previous|national|expected|at least|up to|"
    r"about|around|over|under|nearly|almost)\b",
    re.I,
)
# "The average bill was worth £40": of the money by the number of bills.
EACH = pattern_of(r"\b(?:the )?(?:average|mean) (?P<noun>[a-z’'-]{3,}) (?:was (?:worth|for)|came to|cost)\b", re.I)
NEAR = Decimal(2)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that tells one mean of one row, or of all, under two columns of numbers."""
    return by_statement(context, _of, MEAN)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    counted = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "base", "total")]
    if "mean" in sheet.kinds or OTHER.search(remark.text):
        return
    each_of = EACH.search(remark.text)
    if len(counted) != 2 and each_of:
        counted = _worth_each(sheet, each_of["noun"])
    if len(counted) != 2:
        return
    rows = list(dict.fromkeys(each.at for each in remark.rows if each.whole))
    if not rows and sheet.total is not None and (TOTAL.search(remark.text) or (each_of and not remark.rows)):
        rows = [sheet.total]
    entries = [e for e in remark.read.of_sentence(remark.at) if e.kind in ("count", "measure", "money") and not e.base]
    if len(rows) == 1 and len(entries) == 1:
        yield from _judged(remark, sheet, rows[0], counted, entries[0])


def _worth_each(sheet: Sheet, noun: str) -> list[int]:
    """The one column of money and the one that counts a thing, where a table has them among others."""
    money = [at for at, head in enumerate(sheet.heads) if "£" in head]
    number = [
        at
        for at, (head, kind) in enumerate(zip(sheet.heads, sheet.kinds, strict=True))
        if kind in ("count", "base", "total") and any(alike(noun.lower(), each) for each in label_words(head))
    ]
    return [*number, *money] if len(number) == len(money) == 1 else []


def _judged(remark: Remark, sheet: Sheet, row: int, counted: Sequence[int], entry: Entry) -> Iterator[Finding]:
    figures = [sheet.cells[row][c] for c in counted]
    values = [each.value for each in figures if each]
    if len(values) != 2 or min(values) <= 0:
        return
    sums = [at for at, c in enumerate(counted) if _is_sum(sheet, c, row, entry)]
    if len(sums) != 1:
        return
    total, number = values[sums[0]], values[1 - sums[0]]
    exact = total / number
    right = abs(exact - entry.value) <= entry.step / 2
    if not right and not 1 / NEAR < exact / (entry.value or 1) < NEAR:
        return
    verdict: Verdict = "ok" if right else "wrong"
    shown = f"{exact:.1f}".removesuffix(".0")
    span = (entry.start - remark.start, entry.end - remark.start)
    yield remark.finding(CODE, verdict, span, shown, f"{total} over {number} is {shown}", sheet.labels[row])


def _is_sum(sheet: Sheet, column: int, row: int, entry: Entry) -> bool:
    """Whether a column is in the unit of the mean: "Days in all" for 8 days, pounds for £40."""
    figure = sheet.cells[row][column]
    if entry.kind == "money":
        return bool(figure and figure.unit == "£") or "£" in sheet.heads[column]
    behind = [each.plain for each in tokens_of(entry.after)[:1]]
    words = [entry.unit] if entry.unit else behind
    return any(
        alike(word, other) or stem(other) == word
        for word in words
        if word
        for other in label_words(sheet.heads[column])
    )
