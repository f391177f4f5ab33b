"""Grades of several columns (months, or domains) as bars of 100%, one a row, counts in their segments.

Records: {"column", "order", "grade", "position" (None: not graded), "count", "base"}.
Options: "grades" (all names of the scale, lowest first); "good_from" (a position: the share from there up is printed
at the end of each bar) and "good_title" (its heading).
"""

from looped.renderers.charts.canvas import Box, Mark, Words, specification
from looped.renderers.charts.parts import Frame, Row, frame, key, named, rows_of
from looped.renderers.charts.style import LETTERS, WIDTHS, Grades, Record, Size, breadth, colours, scale_of
from looped.renderers.palette import QUIET
from looped.reports.nodes import Figure, text_of

BAR = 26
GOOD_TITLE = "Good or better"


def grades_by_column(records: list[Record], options: Record, size: Size) -> Record:
    """The specification: a bar for each column in the order given, its segments from the highest grade."""
    grades = scale_of(records, options)
    rows = rows_of(records, "column")
    title = options.get("good_title", GOOD_TITLE) if "good_from" in options else ""
    room = frame(rows, size, WIDTHS[size], breadth(title) + 16 if title else 0)
    marks, top = _head(grades, room, title)
    for row in rows:
        label, bar, following = named(row, room, top, BAR)
        marks += label + _segments(row, grades, room, bar)
        if title:
            marks.append(_good(row, options["good_from"], room, bar, top))
        top = following
    return specification(marks, room.width, top - 8)


def _head(grades: Grades, room: Frame, title: str) -> tuple[list[Mark], float]:
    """The key above the bars, and the heading of the shares at their right."""
    wide = room.size == "wide"
    marks, tall = key(grades, room.right if wide else room.width, room.left)
    if not title:
        return marks, tall
    heading = Words(room.width, 9 if wide else tall + 8, title, "right", QUIET, letters=12)
    return [*marks, heading], tall if wide else tall + 18


def _segments(row: Row, grades: Grades, room: Frame, top: float) -> list[Mark]:
    counts = {record["grade"]: record["count"] for record in row.records}
    if not sum(counts.values()):
        return [Words(room.left, top + BAR / 2, "No audits", "left", QUIET)]
    boxes: list[Mark] = []
    labels: list[Mark] = []
    left = room.left
    for name, position in grades:
        right = left + (room.right - room.left) * counts.get(name, 0) / sum(counts.values())
        if right > left:
            colour = colours(position, grades)
            boxes.append(Box(left, top, right, top + BAR, colour.fill))
            labels += _label(f"{counts[name]:,}", left, right, top + BAR / 2 + 1, colour.ink)
        left = right
    return boxes + labels


def _label(words: str, left: float, right: float, y: float, ink: str) -> list[Mark]:
    """A segment's count, smaller where it must be; the table beside has those that fit in no way."""
    for letters in (LETTERS, 10):
        if breadth(words, letters) <= right - left:
            return [Words((left + right) / 2, y, words, "center", ink, letters=letters)]
    return []


def _good(row: Row, good_from: int, room: Frame, bar: float, top: float) -> Mark:
    """The share from the scale's good up, of the column's base, as the tables print it."""
    base = row.records[0]["base"]
    good = sum(record["count"] for record in row.records if (record["position"] or 0) >= good_from)
    words = text_of(Figure(good / base, "share", "good_or_better", good, base)) if base else "–"
    y = bar + BAR / 2 + 1 if room.size == "wide" else top + 8
    return Words(room.width, y, words, "right", bold=True)
