"""From which figure to which something went, where one of the two is a table's and the other isn't."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, lies, within
from looped.checker.sheets.giving import cell_says
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet, is_time
from looped.checker.sheets.two_times import are_of_one
from looped.checker.summaries import by_any_table

CODE = "sheet-from-to"
MESSAGE = "What went from one figure of a row or a column to another is told with the figures that stand there."
GOOD = "Session\tCame\n1\t48\n2\t43\n3\t36\n\nThe number went from 48 at the first session to 36 at the last."
BAD = "Session\tCame\n1\t48\n2\t43\n3\t36\n\nThe number went from 48 at the first session to 33 at the last."

FROM = pattern_of(r"\bfrom (?:a (?:mean|total|median) of |only |just )?[£$€]?\d", re.I)
# "Grades 3 and 4 together fell from ten to five": of rows added up.
TOGETHER = pattern_of(r"\b(?:together|combined|between them|taken as one)\b", re.I)
FROM_END = pattern_of(r"\bfrom (?:a (?:mean|total|median) of |only |just )?[£$€]?$", re.I)
TO = pattern_of(r"\bto (?:a (?:mean|total|median) of |only |just )?[£$€]?$", re.I)
ENDS = pattern_of(r"\b(?:at|in|on|for) (?:the )?(?:first|start|beginning|outset)\b.*\b(?:last|final|end)\b", re.I)
AT = pattern_of(r"(?: [a-z]+)? (?:in|at|on|during|for) (?:the )?", re.I)
# "18 in the first vs 7 in the last".
IN_FIRST = pattern_of(
    r"(?: [a-z]+)? (?:in|at|on) the first(?: [a-z]+)?,? (?:vs\.?|versus|against|and|to|but|compared with) "
    r"(?:only |just )?[£$€]?",
    re.I,
)
IN_LAST = pattern_of(r"(?: [a-z]+)? (?:in|at|on) the (?:last|final)\b", re.I)
TWO = 2
PRECISE, NEAR = 100, 24
Cell = tuple[int, int]


def check(context: Context) -> Iterator[Finding]:
    """Each pair of figures told so, in a sentence that names a row or a column, or the first and the last."""
    return by_any_table(context, _of, FROM, IN_FIRST)


def _of(remark: Remark) -> Iterator[Finding]:
    if TOGETHER.search(remark.text):
        return
    for one, other in pairwise(remark.read.of_sentence(remark.at)):
        text = remark.read.text
        begun = FROM_END.search(text[: one.start])
        if not begun and IN_FIRST.fullmatch(text, one.end, other.start) and IN_LAST.match(text, other.end):
            yield from _at_ends(remark, one, other)
            continue
        if not begun or not TO.search(text[one.end : other.start]):
            continue
        if one.kind != other.kind or one.kind not in ("count", "share", "money", "measure") or one.base or other.base:
            continue
        if re.search(r"[;:.]", text[one.end : other.start]):
            continue
        yield from _judged(remark, one, other)


def _at_ends(remark: Remark, one: Entry, other: Entry) -> Iterator[Finding]:
    """ "18 in the first and 7 in the last": what stands at either end of a column of times."""
    sheet = remark.sheet
    parts = list(sheet.parts)
    if len(parts) <= TWO or not is_time(tuple(sheet.labels[row] for row in parts)):
        return
    ends = [
        (cell_says(sheet, parts[0], c, one), cell_says(sheet, parts[-1], c, other), c) for c in range(len(sheet.heads))
    ]
    half = [(first, column) for first, last, column in ends if first != last]
    if any(first and last for first, last, _ in ends):
        yield _told(remark, one, other, "ok", "")
    elif len(half) == 1:
        first, column = half[0]
        expected = _text(sheet, parts[-1 if first else 0], column, other if first else one)
        if expected:
            yield _told(remark, one, other, "wrong", expected)


def _judged(remark: Remark, one: Entry, other: Entry) -> Iterator[Finding]:
    sheet = remark.sheet
    if placed := _placed(remark, one, other):
        yield placed
        return
    first, last = _cells(sheet, one), _cells(sheet, other)
    rows = within([each for each in remark.rows if each.whole], 0, len(remark.text))
    # The same figure stands in other rows: of the one that is named.
    if len(rows) == 1 and max(len(first), len(last)) > 1:
        first, last = ([cell for cell in cells if cell[0] == rows[0]] for cells in (first, last))
    if first and last:
        if any(a[0] == b[0] or a[1] == b[1] for a in first for b in last):
            yield _told(remark, one, other, "ok", "")
        return
    known = first or last
    if len(known) != 1:
        return
    (cell,) = known
    stated = other if first else one
    expected = _other_end(remark, cell, forwards=bool(first), span=(one.start, other.end), stated=stated)
    if expected:
        yield _told(remark, one, other, "wrong", expected)


def _placed(remark: Remark, one: Entry, other: Entry) -> Finding | None:
    """ "From 12 in May to 10 in June" of one row or column that is named: each is what stands at its own time."""
    for sheet, times, subjects in (
        (remark.sheet, remark.columns, remark.rows),
        (lies(remark.sheet), remark.rows, remark.columns),
    ):
        at = [_time_behind(remark, each, times) for each in (one, other)]
        named = {each.at for each in subjects if each.whole}
        if at[0] is None or at[1] is None or at[0] == at[1] or len(named) != 1 or len(subjects) != 1:
            continue
        (row,) = named
        fits = [
            cell_says(sheet, row, place, each)
            for place, each in zip(at, (one, other), strict=True)
            if place is not None
        ]
        if all(fits):
            return _told(remark, one, other, "ok", "")
        if any(fits):
            wrong, place = (other, at[1]) if fits[0] else (one, at[0])
            expected = _text(sheet, row, place, wrong)
            return _told(remark, one, other, "wrong", expected) if expected else None
    return None


def _time_behind(remark: Remark, entry: Entry, times: Sequence[Named]) -> int | None:
    """The time that is told right behind a figure."""
    place = entry.end - remark.start
    near = [each for each in times if each.whole and 0 <= each.start - place < NEAR]
    return near[0].at if near and AT.fullmatch(remark.text, place, near[0].start) else None


def _cells(sheet: Sheet, entry: Entry) -> list[Cell]:
    """Where a table states a figure."""
    return [(r, c) for r in range(len(sheet.labels)) for c in range(len(sheet.heads)) if cell_says(sheet, r, c, entry)]


def _other_end(remark: Remark, cell: Cell, *, forwards: bool, span: tuple[int, int], stated: Entry) -> str | None:
    """The figure that must be the other one: of the row's other time, or at the other end of the column."""
    sheet, (row, column) = remark.sheet, cell
    rows, columns = within(remark.rows, 0, len(remark.text)), within(remark.columns, 0, len(remark.text))
    times = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words", "base")]
    over = is_time(tuple(sheet.heads[at] for at in times))
    if over and len(times) == 2 and row in rows and column == times[0 if forwards else 1]:
        return _text(sheet, row, times[1 if forwards else 0], stated)
    parts = list(sheet.parts)
    if ENDS.search(remark.read.text, *_around(remark, span)) and row in parts:
        end = parts[-1] if forwards else parts[0]
        return _text(sheet, end, column, stated) if row == parts[0 if forwards else -1] else None
    far = abs(stated.value) >= PRECISE or stated.step < 1
    if column in columns and far and row in parts:
        step = row + (1 if forwards else -1)
        return (
            _text(sheet, step, column, stated)
            if step in parts and are_of_one(sheet.labels[row], sheet.labels[step])
            else None
        )
    return None


def _around(remark: Remark, span: tuple[int, int]) -> tuple[int, int]:
    """The stretch of two figures, with what is told right behind."""
    return span[0], min(span[1] + 30, remark.start + len(remark.text))


def _text(sheet: Sheet, row: int, column: int, stated: Entry) -> str | None:
    """What a cell prints, of the kind that is stated."""
    figure = sheet.cells[row][column]
    share = stated.kind == "share"
    if figure is None or (share and not sheet.share_at(row, column)) or (not share and figure.unit == "%"):
        return None
    return figure.text


def _told(remark: Remark, one: Entry, other: Entry, verdict: str, expected: str) -> Finding:
    span = (one.start - remark.start, other.end - remark.start)
    why = f"the table's other figure is {expected}" if expected else "both stand in one row or column"
    return remark.finding(CODE, "wrong" if verdict == "wrong" else "ok", span, expected, why)
