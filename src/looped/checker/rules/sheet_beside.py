"""One of two rows or columns of a table said to have more or less: than the other, which isn't named."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.pairs import AGAINST, DENIED, WORD, Pair, bounds, judge, way
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IS_MEAN
from looped.checker.remarks import Remark, by_statement, lies, ranked_rows, within
from looped.checker.sheets.naming import tokens_of

CODE = "sheet-beside"
MESSAGE = "Of two rows or columns the one said to have more has more."
GOOD = "Arm | Seen | Mean stay\nOld | 80 | 6.1\nNew | 84 | 4.2\n\nThe mean stay was shorter in the new arm."
BAD = "Arm | Seen | Mean stay\nOld | 80 | 6.1\nNew | 84 | 4.2\n\nThe mean stay was longer in the new arm."

WITH = pattern_of(r"\b(?:with|in|among|on|for|given|under)\b", re.I)
LEFT = pattern_of(r"\b(?:left|joined|chose|preferred|withdrew from|dropped out of|came from|in|from)\b", re.I)
DEED = pattern_of(r"(?:ed|lost|left|withdrawn|given|seen|taken|drawn|made|met)$", re.I)
FEWER = pattern_of(r"\b(?:more|fewer) [a-z]+", re.I)
# "The larger change was in the north": the other of two is meant.
THE_MORE = pattern_of(
    r"\bthe (?:larger|higher|greater|bigger|smaller|lower|longer|shorter) (?:[a-z]+ ){1,3}(?:was|were|is|are|came) "
    r"(?:seen |found |made |recorded )?(?:in|with|among|on|for|under|from|by)\b",
    re.I,
)
CHANGE = pattern_of(r"\b(?:change|difference|gain|loss|improvement|movement)s?\b", re.I)
THEY = pattern_of(r"\b(?:they|it|these|those|she|he)\b", re.I)
OF_ROWS = pattern_of(r"\b(?:(?:every|each|all) (?:the )?others?|all but)\b", re.I)
OF_TWO = pattern_of(r"\b(?:of|between) (?:the|these|those|our) two\b|\bof the pair\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each comparison that names one of two, and doesn't say than what."""
    return by_statement(context, _of, WORD)


def _of(remark: Remark) -> Iterator[Finding]:
    if IS_MEAN.search(remark.text) and "mean" not in remark.sheet.kinds:
        return  # "the mean was lower with the drug", beside how many had it: of what no column tells
    if OF_ROWS.search(remark.text):
        return  # "every other kind was commoner in the north": of so many rows, which another rule counts
    yield from _with_one(remark)
    yield from _with_one_row(remark)
    yield from _than_one(remark)
    if not OF_TWO.search(remark.text) and not THE_MORE.search(remark.text):
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
        if up is not None and CHANGE.search(remark.text, *span):
            found = _of_change(pair, up)
        else:
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
    if not rows and FEWER.match(remark.text):
        rows = _by_deed(remark)
        total = total and not rows
    counted = bool(FEWER.match(remark.text)) and not total and len(rows) == 1
    alike = [at for at, k in enumerate(sheet.kinds) if k in (("count",) if total or counted else ("both", "share"))]
    rows = [sheet.total] if total and sheet.total is not None else rows
    columns = [each for each in remark.columns if each.at in alike]
    if len(alike) != 2 or len(rows) != 1 or AGAINST.search(remark.text) or len(columns) != 1:
        return
    named = columns[0]
    for word in WORD.finditer(remark.text):
        joined = (LEFT if total or counted else WITH).search(remark.text[word.end() : named.start])
        if not joined or DENIED.search(remark.text[: word.start()]) or remark.text[: named.start].count(","):
            continue
        other = alike[0] if alike[1] == named.at else alike[1]
        pair = Pair(lies(sheet), named.at, other, (rows[0],))
        up = way(remark, pair, word)
        found = judge(remark, pair, up, "") if up is not None else None
        if found:
            yield remark.finding(CODE, found[0], (word.start(), named.end), "", found[1])
            return


def _than_one(remark: Remark) -> Iterator[Finding]:
    """ "On food they were less content than owners": of two columns the one that isn't named, by a pronoun."""
    sheet = remark.sheet
    alike = [at for at, kind in enumerate(sheet.kinds) if kind in ("both", "share")]
    for word in WORD.finditer(remark.text) if len(alike) == 2 else ():
        low, high = bounds(remark.text, word.start())
        rows, against = within(remark.rows, low, high), AGAINST.search(remark.text, word.end(), high)
        named = [each.at for each in remark.columns if low <= each.start < high and each.at in alike]
        behind = [each.at for each in remark.columns if against and against.end() <= each.start < high]
        said = THEY.search(remark.text, low, word.start()) and not DENIED.search(remark.text[: word.start()])
        if not said or len(rows) != 1 or len(named) != 1 or named != behind:
            continue
        other = alike[0] if alike[1] == named[0] else alike[1]
        pair = Pair(lies(sheet), other, named[0], (rows[0],))
        up = way(remark, pair, word)
        found = judge(remark, pair, up, remark.text[low:high]) if up is not None else None
        if found:
            expected = "" if found[0] == "ok" else "the other way round"
            yield remark.finding(CODE, found[0], (low, high), expected, found[1])


def _by_deed(remark: Remark) -> list[int]:
    """The one row whose label begins with what was done: "more were lost", of "Lost before week 12"."""
    said = [each.plain for each in tokens_of(remark.text)]
    firsts = [(at, [each.plain for each in tokens_of(label)][:1]) for at, label in enumerate(remark.sheet.labels)]
    found = [at for at, first in firsts if first and len(first[0]) > 3 and DEED.search(first[0]) and first[0] in said]
    return found if len(found) == 1 else []


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


def _of_change(pair: Pair, up: bool) -> tuple[Verdict, str] | None:
    """Of two changes, in the one column of them and both of one sign, which is larger; None where that isn't told."""
    columns = [at for at, head in enumerate(pair.sheet.heads) if CHANGE.search(head)]
    cells = [pair.sheet.cells[row][columns[0]] for row in (pair.one, pair.other)] if len(columns) == 1 else []
    one, other = [each.value if each else Decimal(0) for each in cells] or [Decimal(0)] * 2
    if one * other <= 0 or one == other:
        return None
    right = (abs(one) > abs(other)) == up
    return "ok" if right else "wrong", f"{pair.sheet.heads[columns[0]]}: {one} and {other}"
