"""Shares with their 95% intervals, a row each: a dot for the share, a bar for what it could be.

Records: {"label", "order", "share" (None: no audits), "low", "high", "count", "base"}.
Options: "from" and "to" (ends of the scale, 0 and 1 unless given).
"""

from looped.renderers.charts.canvas import Dot, Line, Mark, Words, specification
from looped.renderers.charts.parts import Frame, Row, frame, named, rows_of
from looped.renderers.charts.style import WIDTHS, Record, Size
from looped.renderers.palette import ACCENT, INK, QUIET, RULE
from looped.reports.nodes import Figure, text_of

BAND = 24
AT_RIGHT = 118
TICKS = 4
PALE = "#9dbccb"


def shares_with_intervals(records: list[Record], options: Record, size: Size) -> Record:
    """The specification: rows in the order given, all on one scale, the figures at the right."""
    rows = rows_of(records, "label", base_under=False)
    whole = frame(rows, size, WIDTHS[size], AT_RIGHT)
    room = Frame(size, whole.width, whole.left + 6, whole.right - 6)
    ends = (options.get("from", 0), options.get("to", 1))
    marks: list[Mark] = []
    top = 22.0
    for row in rows:
        label, band, following = named(row, whole, top, BAND)
        marks += label + _interval(row.records[0], room, ends, band + BAND / 2)
        marks.append(_figures(row, room, band + BAND / 2 if size == "wide" else top + 8))
        top = following
    return specification(_scale(room, ends, top - 8) + marks, whole.width, top - 6)


def _x(share: float, room: Frame, ends: tuple[float, float]) -> float:
    return room.left + (room.right - room.left) * (share - ends[0]) / (ends[1] - ends[0])


def _scale(room: Frame, ends: tuple[float, float], bottom: float) -> list[Mark]:
    marks: list[Mark] = []
    for at in range(TICKS + 1):
        share = ends[0] + (ends[1] - ends[0]) * at / TICKS
        x = _x(share, room, ends)
        align = "center" if 0 < at < TICKS or room.size == "wide" else ("left" if at == 0 else "right")
        edge = {"left": -6, "right": 6, "center": 0}[align]
        marks += [
            Line(x, 18, x, bottom, RULE, 0.7, () if at in (0, TICKS) else (2, 3)),
            Words(x + edge, 8, f"{share * 100:.0f}%", align, QUIET, letters=12),  # type: ignore[arg-type]
        ]
    return marks


def _interval(record: Record, room: Frame, ends: tuple[float, float], y: float) -> list[Mark]:
    if record["share"] is None:
        return [Words(room.left, y, "No audits", ink=QUIET)]
    low, high, share = (_x(record[end], room, ends) for end in ("low", "high", "share"))
    return [Line(low, y, high, y, PALE, 9), Dot(share, y, 12, ACCENT)]


def _figures(row: Row, room: Frame, y: float) -> Mark:
    record = row.records[0]
    if record["share"] is None:
        return Words(room.right + 18, y, "–", ink=QUIET)
    share = text_of(Figure(record["share"], "share", "share", record["count"], record["base"]))
    words = f"{share} ({record['count']:,} of {record['base']:,})"
    if room.size == "wide":
        return Words(room.right + 18, y, words, ink=INK)
    return Words(room.width, y, words, "right", INK)
