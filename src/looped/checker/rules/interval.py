"""An interval of a share: the share lies in it, and where the document names Wilson's method it is that one."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from looped.checker.cells import value_of
from looped.checker.context import Context
from looped.checker.document import Where
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits
from looped.stats.intervals import wilson

CODE = "interval"
MESSAGE = "A share lies in its interval, and an interval said to be Wilson's is Wilson's."
GOOD = "Good were 7 of 31 (22.6%; 95% interval 11.4% to 39.8%)."
BAD = "Good were 7 of 31 (22.6%; 95% interval 31.4% to 39.8%)."

SPAN = r"(?P<low>\d+(?:\.\d+)?)\s?%? ?(?:to|–|-) ?(?P<high>\d+(?:\.\d+)?)\s?%"
TOLD = re.compile(
    rf"(?P<n>\d+) of (?:the )?(?P<m>\d+)\b[^.;()%]{{0,60}}\((?P<p>\d+(?:\.\d+)?)\s?%[;,:] ?"
    rf"(?P<level>\d\d)% (?:confidence )?(?:interval|CI):? {SPAN}",
    re.I,
)
LISTED = re.compile(rf"\bintervals?\b[^.]*?[( ]{SPAN}", re.I)
ANY = re.compile(SPAN)
LEVELS = (90, 95, 99)
MOST = 2000


def check(context: Context) -> Iterator[Finding]:
    """Each interval in prose with its share, each in a table's column of intervals, and those told again."""
    named = any("Wilson" in paragraph.text for paragraph in context.document.paragraphs)
    for paragraph in context.document.paragraphs:
        spans = []
        for found in TOLD.finditer(paragraph.text):
            spans.append(found.span())
            yield _told(paragraph.where, found, named)
        if named and LISTED.search(paragraph.text):
            for found in ANY.finditer(paragraph.text):
                if not any(low <= found.start() < high for low, high in spans):
                    yield from _again(context, paragraph.where, found)
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


@lru_cache(maxsize=512)
def _all_of(base: int, decimals: int) -> frozenset[str]:
    """Every 95% interval that a base can have, as printed."""
    low = "0." + "0" * decimals if decimals else "0"
    return frozenset(_words(count, base, 95, low) for count in range(base + 1))


def _again(context: Context, where: Where, found: re.Match[str]) -> Iterator[Finding]:
    """An interval told without its figures is one that some count of some base of the document has."""
    decimals = len(found["low"].partition(".")[2])
    words = f"{found['low']}% to {found['high']}%"
    bases = {claim.base for sentence in context.sentences for claim in sentence.claims if claim.base}
    bases |= {base for base in context.totals.values() if base}
    if bases and max(bases) <= MOST and found.group().count("%") > 1:
        right = any(words in _all_of(base, decimals) for base in bases)
        why = f"{words} is the 95% interval of {'a' if right else 'no'} count of {', '.join(map(str, sorted(bases)))}"
        slip = f"interval/{where.line}/{found.start()}"
        yield Finding(CODE, "ok" if right else "wrong", where, found.group(), words, "", why, slip, "likely")


def _tables(context: Context) -> Iterator[Finding]:
    """Cells in a column of intervals, against a count with its share in the row."""
    for grid in context.grids:
        for column, head in enumerate(grid.columns):
            if not re.search(r"\binterval\b", head, re.I):
                continue
            for row in range(len(grid.rows)):
                found = ANY.fullmatch(grid.values[row][column].text)
                shares = [value_of(each.text) for each in grid.values[row][:column]]
                given = [each for each in shares if each.count is not None and each.percent]
                # The interval is of the share right before it; standardised shares have others.
                if not found or not given or shares[-1] is not given[-1]:
                    continue
                count, percent = given[-1].count or 0, given[-1].percent
                bases = [n for n in context.told if n <= MOST and n >= count and percent and fits(count, n, percent)]
                words = f"{found['low']}% to {found['high']}%"
                right = any(_words(count, base, 95, found["low"]) == words for base in bases)
                if bases:
                    expected = _words(count, bases[0], 95, found["low"])
                    why = f"{count} of {bases[0]}: the interval is {expected}, printed as {words}"
                    slip = f"interval/{grid.table.title}/{grid.rows[row]}"
                    verdict: Verdict = "ok" if right else "wrong"
                    yield Finding(CODE, verdict, grid.where(row, column), words, words, expected, why, slip, "likely")
