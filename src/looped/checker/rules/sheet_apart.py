"""How many points rows of a table are apart: "26 points lie between Ayr and Oban", "the gap between the two is 9"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, lies, ranked_rows
from looped.checker.rules.sheet_compared import ENDS
from looped.checker.sheets.sheet import Sheet
from looped.checker.some_named import JOINED, Some, some_named
from looped.checker.summaries import by_any_table

CODE = "sheet-apart"
MESSAGE = "Two rows of a table are as many points apart as is said."
_TABLE = "Port | Boats | On time\nAyr | 40 | 78%\nOban | 35 | 61%\nTroon | 15 | 52%\n\n"
GOOD = _TABLE + "The gap between the best and the worst port is 26 points."
BAD = _TABLE + "The gap between the best and the worst port is 36 points."

GAP = r"(?:gap|difference|spread|distance|range|margin)"
# "The gap between A and B is 9 points", "9 points lie between A and B", "A and B are 9 points apart".
BETWEEN = pattern_of(rf"\b{GAP}\b[^.;:()\d]{{0,30}}? between\b|\bbetween\b[^.;:()\d]{{0,60}}\b{GAP}\b", re.I)
LIE_BETWEEN = pattern_of(r" ?(?:lie|lies|lay|separates?|separated|stand|stood)\b", re.I)
APART = pattern_of(r" ?apart\b", re.I)
# "16 minutes longer than by day".
MORE_THAN = pattern_of(
    r" (?:longer|shorter|higher|lower|more|less|better|worse|greater|above|below)(?: [a-z]+)? than (?!(?:last|the year|"
    r"before|in the (?:previous|first|last)|expected|planned|target)\b)",
    re.I,
)
SAID = pattern_of(
    r"\b(?:longer|shorter|higher|lower|more|less|better|worse|greater)(?: [a-z]+)? than\b|"
    rf"\b{GAP}\b|\bapart\b|\bbetween (?:them|the)\b|\bseparate[sd]?\b",
    re.I,
)
IS = pattern_of(r"\b(?:is|was|are|were|of|at|now|still|just|only|exactly|stands?|stood|therefore|thus)[ ,]*$", re.I)
# Of another time, or no exact number.
ASIDE = pattern_of(
    r"\b(?:last (?:year|time|round|survey|audit)|previous\w*|ago|earlier|before|used to|had been|target|would|should|"
    r"if|not|never|more than|less than|over|under|about|around|nearly|almost|within|national\w*|average)\b",
    re.I,
)
FEWEST, TWO = 3, 2
KINDS = ("share", "both", "mean")


def check(context: Context) -> Iterator[Finding]:
    """Each such number of points."""
    yield from by_any_table(context, _of_ends, SAID)
    for remark, every in some_named(context, SAID):
        for entry in () if ENDS.search(remark.text) else _told(remark):
            two = [e for e in every if len(e.at) == TWO and _is_of(e, entry)]
            yield from _judged(entry, [Gap(e.remark, e.sheet, e.at) for e in two])


def _is_of(some: Some, entry: Entry) -> bool:
    """Whether those spoken of stand before a figure, or joined together behind it: "9 points lie between A and B"."""
    text, low, high = some.remark.text, entry.start - some.remark.start, entry.end - some.remark.start
    if MORE_THAN.match(text, high):
        return some.span[0] < low < some.span[1]
    return some.how == JOINED or some.span[1] <= low


@dataclass(frozen=True)
class Gap:
    """Rows of a table, between the ends of which a number of points is told to lie."""

    remark: Remark
    sheet: Sheet
    rows: tuple[int, ...]


def _of_ends(remark: Remark) -> Iterator[Finding]:
    """ "The gap between the best and the worst": of all rows, in each column that has shares or scores."""
    found = [e for e in _told(remark) if ENDS.search(remark.text)]
    sides = [side for side in (remark.sheet, lies(remark.sheet)) if len(ranked_rows(side)) >= FEWEST]
    for entry in found:
        yield from _judged(entry, [Gap(remark, side, tuple(ranked_rows(side))) for side in sides])


def _told(remark: Remark) -> Iterator[Entry]:
    """The points that a sentence tells of a gap now."""
    for entry in remark.read.of_sentence(remark.at):
        low, high = entry.start - remark.start, entry.end - remark.start
        lead = remark.text[:low]
        if entry.kind not in ("points", "measure") or ASIDE.search(re.split(r"[;:]", lead)[-1]):
            continue
        if (
            (BETWEEN.search(lead) and IS.search(lead))
            or APART.match(remark.text, high)
            or LIE_BETWEEN.match(remark.text, high)
            or MORE_THAN.match(remark.text, high)
        ):
            yield entry


def _judged(entry: Entry, every: Sequence[Gap]) -> Iterator[Finding]:
    """A number of points is right where any column that may be meant gives it."""
    kinds = KINDS if entry.kind == "points" else ("mean",)
    gaps = [(each, shown, value, step) for each in every for shown, value, step in _gaps(each, kinds)]
    own = [e for e in every[0].remark.read.of_sentence(every[0].remark.at) if e.kind == "share"] if every else []
    told = {abs(a.value - b.value) for a, b in combinations(own, TWO)}
    if not gaps or entry.value in told:
        return
    right = any(abs(value - entry.value) <= _slack(entry, step) for _, _, value, step in gaps)
    first, shown, value, _ = min(gaps, key=lambda e: (not is_slip(entry.value, e[2]), abs(e[2] - entry.value)))
    verdict: Verdict = "ok" if right else "wrong"
    span = (entry.start - first.remark.start, entry.end - first.remark.start)
    yield first.remark.finding(
        CODE, verdict, span, "" if right else f"{value} {'points' if entry.kind == 'points' else ''}", shown
    )


def _slack(entry: Entry, step: Decimal) -> Decimal:
    """Of two rounded figures their gap is out by one step; of what is printed more exactly by half of its own."""
    return step if step == entry.step else max(step, entry.step) / 2 + min(step, entry.step)


def _gaps(gap: Gap, kinds: Sequence[str]) -> Iterator[tuple[str, Decimal, Decimal]]:
    """How far apart the ends of its rows are in each column."""
    sheet = gap.sheet
    for column, kind in enumerate(sheet.kinds):
        values = [_value(sheet, row, column) for row in gap.rows]
        known = [each for each in values if each is not None]
        if kind in kinds and len(known) == len(gap.rows):
            high, low = max(known), min(known)
            step = Decimal(1).scaleb(min(int(str(each.as_tuple().exponent)) for each in (high[0], low[0])))
            shown = f"{sheet.heads[column]}: {high[1]} {high[0]} and {low[1]} {low[0]}"
            yield shown, high[0] - low[0], step


def _value(sheet: Sheet, row: int, column: int) -> tuple[Decimal, str] | None:
    printed, cell = sheet.share_at(row, column), sheet.cells[row][column]
    if printed:
        return printed.value, sheet.labels[row]
    return (cell.value, sheet.labels[row]) if cell and sheet.kinds[column] == "mean" else None
