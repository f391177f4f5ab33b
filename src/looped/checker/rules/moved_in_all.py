"""By how many points a row of a table moved in all, from its first time to its last."""

import re
from collections.abc import Iterator
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement
from looped.checker.rows_in_time import figures_of, times_of
from looped.checker.summaries import afar

CODE = "moved-in-all"
MESSAGE = "By how much a row moved in all is how far its first and its last figure are apart."
_TABLE = "Thing\tWave 1 %\tWave 2 %\tWave 3 %\nSafety\t74\t75\t78\nWarmth\t66\t63\t60\nNoise\t38\t35\t41\n\n"
GOOD = _TABLE + "Warmth has lost ground each time, and six points in all."
BAD = _TABLE + "Warmth has lost ground each time, and eight points in all."

IN_ALL = pattern_of(
    r" (?:in all|in total|altogether|all told|overall|over the (?:whole )?(?:period|year|time|four waves|three waves)|"
    r"since (?:we began|the start|the first [a-z]+))\b",
    re.I,
)
POINTS = pattern_of(r"\bpoints?\b", re.I)
ASIDE = pattern_of(r"\b(?:about|nearly|almost|more than|less than|at least|target|would|if|than|each other)\b", re.I)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such number of points in a sentence that names one row."""
    yield from by_statement(context, _of, POINTS)
    for remark in afar(context, POINTS):
        yield from _of(remark)


def _of(remark: Remark) -> Iterator[Finding]:
    own = [e for e in remark.read.of_sentence(remark.at) if e.kind == "points"]
    rows = {each.at for each in remark.rows if each.whole}
    if len(own) != 1 or len(rows) != 1 or ASIDE.search(remark.text) or not IN_ALL.match(remark.read.text, own[0].end):
        return
    (row,) = rows
    sheet = remark.sheet
    figures = [each for c in times_of(sheet) for each in figures_of(sheet, row, c) if each[0] == "share"]
    if len(figures) < FEWEST:
        return
    first, last = figures[0], figures[-1]
    gaps = {abs(a[1] - b[1]) for a, b in combinations(figures, FEWEST)}
    right = any(abs(gap - own[0].value) <= (0 if own[0].step == first[2] else own[0].step / 2) for gap in gaps)
    span = (own[0].start - remark.start, own[0].end - remark.start)
    gap, why = abs(first[1] - last[1]), f"from {first[1]}% to {last[1]}%"
    yield remark.finding(CODE, "ok" if right else "wrong", span, f"{gap} points", why, sheet.labels[row])
