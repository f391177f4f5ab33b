"""An interval of a share: the share lies in it, and where the document names Wilson's method it is that one."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from looped.checker.cells import value_of
from looped.checker.context import Context, bases_of
from looped.checker.document import Where
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.stats.intervals import wilson

CODE = "interval"
MESSAGE = "A share lies in its interval, and an interval said to be Wilson's is Wilson's."
GOOD = "Good were 7 of 31 (22.6%; 95% interval 11.4% to 39.8%)."
BAD = "Good were 7 of 31 (22.6%; 95% interval 31.4% to 39.8%)."

SPAN = r"(?P<low>\d+(?:\.\d+)?)\s?%? ?(?:to|–|-) ?(?P<high>\d+(?:\.\d+)?)\s?%"
TOLD = pattern_of(
    rf"(?P<n>\d+) of (?:the )?(?P<m>\d+)\b[^.;()%]{{0,60}}\((?P<p>\d+(?:\.\d+)?)\s?%[;,:] ?"
    rf"(?P<level>\d\d)% (?:confidence )?(?:interval|CI):? {SPAN}",
    re.I,
)
ANY = pattern_of(SPAN)
LEVELS = (90, 95, 99)
MOST = 2000


def check(context: Context) -> Iterator[Finding]:
    """Each interval in prose with its share, and each in a table's column of intervals."""
    named = any("Wilson" in paragraph.text for paragraph in context.document.paragraphs)
    for paragraph in context.document.paragraphs:
        for found in TOLD.finditer(paragraph.text):
            yield _told(paragraph.where, found, named)
    if named:
        yield from _tables(context)


def _told(where: Where, found: re.Match[str], named: bool) -> Finding:
    count, base, level = int(found["n"]), int(found["m"]), int(found["level"])
    low, high, printed = Decimal(found["low"]), Decimal(found["high"]), Decimal(found["p"])
    inside = low <= printed <= high and level in LEVELS
    right = inside
    expected = f"{low}% to {high}%"
    if inside and named and base > 0 and count <= base:
        expected = _words(count, base, level, found["low"])
        right = expected == f"{found['low']}% to {found['high']}%"
    why = f"the {level}% interval of {count} of {base}" + (
        f" is {expected}" if right or named else " leaves its share out"
    )
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"interval/{where.line}/{found.start()}"
    return Finding(CODE, verdict, where, found.group(), f"{low}% to {high}%", expected, why, slip)


def _words(count: int, base: int, level: int, low: str) -> str:
    decimals = len(low.partition(".")[2])
    step = Decimal(1).scaleb(-decimals)
    ends = [(Decimal(repr(end)) * 100).quantize(step, ROUND_HALF_UP) for end in tuple(wilson(count, base, level / 100))]
    return f"{ends[0]}% to {ends[1]}%"


def _tables(context: Context) -> Iterator[Finding]:
    """Cells in a column of intervals, against a count with its share in the row before it.

    The method and the base are known from the rows that fit: all but one, and three at least.
    """
    for grid in context.grids:
        for column, head in enumerate(grid.columns):
            base = bases_of(context, grid, column - 1).stated if column else None
            if base is None or base > MOST or not re.search(r"\binterval\b", head, re.I):
                continue
            read = list(_rows(grid, column, base))
            fitting = sum(words == expected for _, words, expected in read)
            if fitting < max(3, len(read) - 1):
                continue
            for row, words, expected in read:
                verdict: Verdict = "ok" if words == expected else "wrong"
                why = f"{grid.values[row][column - 1].text} of {base}: the interval is {expected}, printed as {words}"
                slip = f"interval/{grid.table.title}/{grid.rows[row]}"
                yield Finding(CODE, verdict, grid.where(row, column), words, words, expected, why, slip, "likely")


def _rows(grid: Grid, column: int, base: int) -> Iterator[tuple[int, str, str]]:
    """Each row with an interval right behind a count and its share of the base: as printed, and as it should be."""
    for row in range(len(grid.rows)):
        found = ANY.fullmatch(grid.values[row][column].text)
        value = value_of(grid.values[row][column - 1].text)
        if found and value.count is not None and value.percent and fits(value.count, base, value.percent):
            yield row, f"{found['low']}% to {found['high']}%", _words(value.count, base, 95, found["low"])
