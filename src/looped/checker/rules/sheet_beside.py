"""One of two rows or columns of a table said to have more or less: than the other, which isn't named."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.pairs import AGAINST, DENIED, WORD, Pair, bounds, judge, way
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, lies, ranked_rows, within

CODE = "sheet-beside"
MESSAGE = "Of two rows or columns the one said to have more has more."
GOOD = "Arm | Seen | Mean stay\nOld | 80 | 6.1\nNew | 84 | 4.2\n\nThe mean stay was shorter in the new arm."
BAD = "Arm | Seen | Mean stay\nOld | 80 | 6.1\nNew | 84 | 4.2\n\nThe mean stay was longer in the new arm."

WITH = pattern_of(r"\b(?:with|in|among|on|for|given|under)\b", re.I)
LEFT = pattern_of(r"\b(?:left|joined|chose|preferred|withdrew from|dropped out of|came from|in|from)\b", re.I)
FEWER = pattern_of(r"\b(?:more|fewer) [a-z]+", re.I)
OF_TWO = pattern_of(r"\b(?:of|between) (?:the|these|those|our) two\b|\bof the pair\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each comparison that names one of two, and doesn't say than what."""
    return by_statement(context, _of, WORD)


def _of(remark: Remark) -> Iterator[Finding]:
    yield from _with_one(remark)
    yield from _with_one_row(remark)
    if not OF_TWO.search(remark.text):
        return
    for word in WORD.finditer(remark.text):
        low, high = bounds(remark.text, word.start())
        against = AGAINST.search(remark.text, word.start(), high)
        if not against and not DENIED.search(remark.text[: word.start()]):
            yield from _of_the_two(remark, word, (low, high))


def _of_the_two(remark: Remark, word: re.Match[str], span: tuple[int, int]) -> Iterator[Finding]:
    """ "Of the two, A was higher", "A was the weaker of the two": of two rows or columns the other."""
    for sheet, subjects in ((remark.sheet, remark.rows), (lies(remark.sheet), remark.columns)):
        rows, named = ranked_rows(sheet), within(subjects, *span)
        if len(rows) != 2 or len(named) != 1 or named[0] not in rows:
            continue
        other = next(row for row in rows if row != named[0])
        others = remark.columns if sheet is remark.sheet else remark.rows
        pair = Pair(sheet, named[0], other, tuple(within(others, *span)))
        up = way(remark, pair, word)
        found = judge(remark, pair, up, remark.text[slice(*span)]) if up is not None else None
        if found:
            expected = "" if found[0] == "ok" else "the other way round"
            yield remark.finding(CODE, found[0], span, expected, found[1])
            return


def _with_one(remark: Remark) -> Iterator[Finding]:
    """ "Stays were shorter with the new drug", "more left group A": of two columns the one named against the other."""
    sheet = remark.sheet
    rows = within(remark.rows, 0, len(remark.text))
    total = not rows and sheet.total is not None
    alike = [at for at, kind in enumerate(sheet.kinds) if kind in (("count",) if total else ("both", "share"))]
    rows = [sheet.total] if total and sheet.total is not None else rows
    if len(alike) != 2 or len(rows) != 1 or AGAINST.search(remark.text) or len(remark.columns) != 1:
        return
    named = remark.columns[0]
    for word in WORD.finditer(remark.text):
        joined = (LEFT if total else WITH).search(remark.text[word.end() : named.start])
        if not joined or DENIED.search(remark.text[: word.start()]) or remark.text[: named.start].count(","):
            continue
        other = alike[0] if alike[1] == named.at else alike[1]
        pair = Pair(lies(sheet), named.at, other, (rows[0],))
        up = way(remark, pair, word)
        found = judge(remark, pair, up, "") if up is not None else None
        if found:
            yield remark.finding(CODE, found[0], (word.start(), named.end), "", found[1])
            return


def _with_one_row(remark: Remark) -> Iterator[Finding]:
    """ "The mean age was higher in the new group": of two rows the one named against the other, in one column."""
    sheet, rows = remark.sheet, ranked_rows(remark.sheet)
    columns = within(remark.columns, 0, len(remark.text))
    named = [each for each in remark.rows if each.at in rows]
    alone = len(named) == len(remark.rows) == len(columns) == 1 and len(rows) == 2
    kind = sheet.kinds[columns[0]] if columns else ""
    counted = kind == "count" and FEWER.search(remark.text)
    if not alone or not (counted or kind in ("mean", "share", "both")) or AGAINST.search(remark.text):
        return
    for word in WORD.finditer(remark.text):
        joined = remark.text[word.end() : named[0].start]
        if not (WITH.search(joined) or (counted and LEFT.search(joined))) or DENIED.search(remark.text[: word.start()]):
            continue
        other = next(row for row in rows if row != named[0].at)
        pair = Pair(sheet, named[0].at, other, tuple(columns))
        up = way(remark, pair, word)
        found = judge(remark, pair, up, "") if up is not None else None
        if found:
            yield remark.finding(CODE, found[0], (word.start(), named[0].end), "", found[1])
            return
