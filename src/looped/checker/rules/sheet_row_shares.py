"""Shares told of several rows of a table of counts: all are one column out of another, and one of them is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fits, near, percent
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-row-shares"
MESSAGE = "Shares told of the rows of a table are all the same column out of the same other."
GOOD = "Hall\tAsked\tWrote\nAsh\t150\t90\nElm\t120\t54\nOak\t200\t110\n\nMost wrote at Ash (60%), fewest at Elm (45%)."
BAD = "Hall\tAsked\tWrote\nAsh\t150\t90\nElm\t120\t54\nOak\t200\t110\n\nMost wrote at Ash (60%), fewest at Elm (54%)."

PERCENT = pattern_of(r"\d\s?%|per ?cent")
SHARE = re.compile(r"(?<![\d.,])(\d+(?:\.\d+)?)\s?%")
# A row's name right before a share, or right behind it.
BEFORE = pattern_of(r" ?\((?:only |just |about )?|,? (?:with|at|was|were|had|is|on) (?:only |just |about )?| ", re.I)
BEHIND = pattern_of(r"\)?,? (?:at|in|on|for|of|from|by|among) (?:the )?", re.I)
OTHER = pattern_of(
    r"\b(?:target|standard|national|rose|fell|up|down|increase|decrease|points?|change|last year|previous|"
    r"compared with)\b",
    re.I,
)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with two shares or more that stand beside names of rows."""
    return by_statement(context, _of, PERCENT)


@dataclass(frozen=True)
class Told:
    """A share that stands beside the name of a row, and where."""

    row: int
    share: Percent
    span: tuple[int, int]


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    if len(sheet.heads) < FEWEST or any(kind not in ("count", "total", "base") for kind in sheet.kinds):
        return
    told = _told(remark)
    if len(told) < FEWEST or OTHER.search(remark.text):
        return
    for part, whole in permutations(range(len(sheet.heads)), FEWEST):
        wrong = [each for each in told if not _fits(sheet, each, part, whole)]
        if not wrong:
            return
        if len(wrong) == 1 and not _is_given(remark, sheet, wrong[0]):
            yield _finding(remark, sheet, wrong[0], part, whole)
            return


def _told(remark: Remark) -> list[Told]:
    """The shares that stand right beside the name of a row: all behind it, or all before it, as most of them do."""
    before, behind = [], []
    for found in SHARE.finditer(remark.text):
        share, (low, high) = percent(found[1]), found.span()
        ahead = {e.at for e in remark.rows if e.end <= low and BEFORE.fullmatch(remark.text[e.end : low])}
        after = {e.at for e in remark.rows if e.start >= high and BEHIND.fullmatch(remark.text[high : e.start])}
        before += [Told(ahead.pop(), share, found.span())] if len(ahead) == 1 else []
        behind += [Told(after.pop(), share, found.span())] if len(after) == 1 else []
    return behind if len(behind) > len(before) else before


def _count(sheet: Sheet, row: int, column: int) -> int | None:
    figure = sheet.cells[row][column]
    return figure.count if figure and not figure.share else None


def _fits(sheet: Sheet, told: Told, part: int, whole: int) -> bool:
    a, b = _count(sheet, told.row, part), _count(sheet, told.row, whole)
    return a is not None and b is not None and 0 <= a <= b and b > 0 and fits(a, b, told.share)


def _is_given(remark: Remark, sheet: Sheet, told: Told) -> bool:
    """Whether a share is anything else that its row gives: of another column, of the column's total, of the rest."""
    columns = range(len(sheet.heads))
    own = [n for at in columns if (n := _count(sheet, told.row, at))]
    totals = [sum(_count(sheet, row, at) or 0 for row in sheet.parts) for at in columns]
    counts = [e for e in remark.read.of_sentence(remark.at) if e.kind == "count"]
    others = [n for e in counts for n in (e.count, e.base or 0) if n]
    rests = [(b - a, b) for a in own for b in own if b > a]
    pairs = [*rests, *((a, b) for a in own for b in (*own, *totals, *others) if a <= b)]
    return any(fits(a, b, told.share) for a, b in pairs)


def _finding(remark: Remark, sheet: Sheet, told: Told, part: int, whole: int) -> Finding:
    a, b = _count(sheet, told.row, part) or 0, _count(sheet, told.row, whole) or 1
    exact = f"{a * 100 / b:.1f}%"
    verdict: Verdict = "rounding" if near(a, b, told.share) else "wrong"
    heads = f"{sheet.heads[part]} of {sheet.heads[whole]}"
    why = f"{sheet.labels[told.row]}: {heads}, {a} of {b}, is {exact}, not {told.share}"
    return remark.finding(CODE, verdict, told.span, exact, why)
