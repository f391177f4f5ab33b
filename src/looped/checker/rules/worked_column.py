"""A column worked out from two others: a rate, an average, a difference."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from looped.checker.amounts import Amount, Amounts, amounts_of
from looped.checker.context import Context, plain
from looped.checker.document import Table
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.rules.amount_total import where_of

CODE = "worked-column"
MESSAGE = "A rate, an average or a difference in a table is what its two columns give in each row."
GOOD = "Ward\tFalls\tBed days\tPer 1,000\nAsh\t12\t3000\t4.0\nElm\t9\t1800\t5.0"
BAD = "Ward\tFalls\tBed days\tPer 1,000\nAsh\t12\t3000\t4.0\nElm\t9\t1800\t6.0"

RATE = pattern_of(r"\bper (?P<unit>100,?000|10,?000|1,?000|100)\b", re.I)
MEAN = pattern_of(
    r"\b(?:average|mean|avg|per (?:head|person|case|file|audit|child|worker|school|ward|day|team|unit))\b", re.I
)
APART = pattern_of(
    r"\b(?:variance|difference|change|movement|over ?/ ?\(?under\)?|surplus|deficit|gap|(?:under|over)[- ]?spend|"
    r"savings?|"
    r"shortfall|excess|balance|net|profit|fall|rise|drop|gain|loss|(?:in|de)crease|reduction|margin|lead|left|remaining|"
    r"outstanding|still open|vacan\w+|rest)\b",
    re.I,
)
CHANGE = pattern_of(r"\b(?:change|growth|increase)\b", re.I)
Working = Callable[[Decimal, Decimal], Decimal | None]


def check(context: Context) -> Iterator[Finding]:
    """Each such column with two columns of amounts that give it in at least half of its rows."""
    for table in context.document.tables:
        read = amounts_of(table)
        for column, head in enumerate(read.columns if read else ()):
            assert read is not None
            yield from _on_the_row_before(table, read, column, head)
            for working in _workings(head):
                if found := _sources(read, column, working):
                    yield from _judged(table, read, column, *found, working)
                    break


def _on_the_row_before(table: Table, read: Amounts, column: int, head: str) -> Iterator[Finding]:
    """A change in percent on the row before, where most rows give it from the column to the left."""
    if not CHANGE.search(head) or not column:
        return
    rows = [
        (row, stated, (now.value - then.value) * 100 / then.value)
        for before, row in pairwise(read.parts)
        for stated, now, then in [
            (read.cells[row][column], read.cells[row][column - 1], read.cells[before][column - 1])
        ]
        if stated and now and then and then.value and stated.unit == "%"
    ]
    fitting = [abs(exact - stated.value) <= stated.step / 2 for _, stated, exact in rows]
    for (row, stated, exact), right in zip(rows, fitting, strict=True):
        if 2 * sum(fitting) >= len(rows) and sum(fitting):
            expected = f"{printed(exact.quantize(stated.step))}%"
            why = f"on the row before it is {expected}, printed as {stated.text}"
            place = f"{plain(table.title)}/{plain(head)}/{plain(read.rows[row])}"
            where = where_of(table, row, read.rows, head)
            verdict: Verdict = "ok" if right else "wrong"
            yield Finding(CODE, verdict, where, stated.text, stated.text, expected, why, f"worked/{place}", "likely")


def _workings(head: str) -> list[Working]:
    if rate := RATE.search(head):
        unit = Decimal(rate["unit"].replace(",", ""))
        return [lambda a, b: a * unit / b if b else None]
    if MEAN.search(head):
        return [lambda a, b: a / b if b else None]
    if APART.search(head):
        return [lambda a, b: b - a, lambda a, b: a - b]
    return []


def _sources(read: Amounts, column: int, working: Working) -> tuple[int, int] | None:
    """The two columns that give this one in most rows; in at least half, and at least one."""
    others = [at for at in range(len(read.columns)) if at != column and any(read.column(at))]
    best, most = None, 0
    for first in others:
        for last in others:
            fitting = sum(_fits(read, row, column, first, last, working) for row in read.parts) if first != last else 0
            if fitting > most:
                best, most = (first, last), fitting
    return best if best and 2 * most >= len(read.parts) else None


def _fits(read: Amounts, row: int, column: int, first: int, last: int, working: Working) -> bool:
    stated, one, two = (read.cells[row][at] for at in (column, first, last))
    if stated is None or one is None or two is None:
        return False
    exact = working(one.value, two.value)
    return exact is not None and abs(exact - stated.value) <= _slack(stated, one, two)


def _slack(stated: Amount, *sources: Amount) -> Decimal:
    return (stated.step + sum((each.step for each in sources if each.step != 1), Decimal(0))) / 2


def _judged(table: Table, read: Amounts, column: int, first: int, last: int, working: Working) -> Iterator[Finding]:
    for row in read.parts:
        stated, one, two = (read.cells[row][at] for at in (column, first, last))
        exact = working(one.value, two.value) if one and two else None
        if stated is None or one is None or two is None or exact is None:
            continue
        miss = abs(exact - stated.value)
        slack = _slack(stated, one, two)
        verdict: Verdict = "ok" if miss <= slack else "rounding" if miss <= slack + stated.step / 2 else "wrong"
        expected = printed(exact.quantize(stated.step))
        sources = f"{read.columns[first]} {one.text} and {read.columns[last]} {two.text}"
        why = f"{sources} give {expected}, printed as {stated.text}"
        place = f"{plain(table.title)}/{plain(read.columns[column])}/{plain(read.rows[row])}"
        where = where_of(table, row, read.rows, read.columns[column])
        yield Finding(CODE, verdict, where, stated.text, stated.text, expected, why, f"worked/{place}", "likely")
