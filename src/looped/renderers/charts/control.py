"""A share, or a count, month by month: points joined within a stretch, its limits, breaks drawn and numbered.

Records: {"panel", "panel_order", "month" ("2024-04"), "order", "value" (None: no audits), "low", "high" (its 95%
interval), "centre", "lower", "upper" (None: no limits), "hits", "base", "outside" ("above", "below" or None), "part"
(months of one part are joined), "standing" ("full", "provisional" or "none")}; of an XmR chart also "special" (the icon
of a flagged month, such as "concern_low", or None). Several panels: small charts.
Options: "breaks" ({"before": order, "number"}, ...); "unit" ("share", or "count"); "target" (a value, or None);
"icons" (of Making Data Count); "limits" (what the key calls them).
"""

import math
from dataclasses import dataclass
from itertools import groupby

from looped.figures.periods import month_title
from looped.renderers.charts.canvas import Box, Dot, Line, Mark, Words, moved, specification
from looped.renderers.charts.icons import ICON, INKS, icon_marks
from looped.renderers.charts.parts import on_paper
from looped.renderers.charts.style import LINE, WIDTHS, Record, Size, breadth
from looped.renderers.palette import ACCENT, CAUTION, INK, PAPER, QUIET, RULE, WASH
from looped.reports.nodes import Figure, text_of

TALL, SMALL = 210.0, 92.0
AXIS = 40.0
FOOT = 34.0
GAP = 22.0
PALE = "#9dbccb"
FEW = 8
LIMIT = (5, 3)
PROVISIONAL = (2, 4)
LIMITS = "Limits of what chance gives"


@dataclass(frozen=True)
class Plot:
    """Where one panel's points lie: orders from 0 on, the value that the full height stands for."""

    records: list[Record]
    width: float
    height: float
    most: float
    unit: str
    small: bool

    @property
    def step(self) -> float:
        """The room of one month."""
        return (self.width - AXIS) / len(self.records)

    def x(self, order: float) -> float:
        """The middle of a month."""
        return AXIS + (order + 0.5) * self.step

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.height * (1 - min(value, self.most) / self.most)


def control_chart(records: list[Record], options: Record, size: Size) -> Record:
    """The specification: one large panel, or small ones side by side, all on one scale."""
    panels = _panels(records)
    unit, width = options.get("unit", "share"), float(WIDTHS[size])
    most = _most(records, unit, options.get("target"))
    marks, top = _key(records, options, size)
    if len(panels) == 1:
        plot = Plot(panels[0][1], width, TALL, most, unit, small=False)
        return specification(marks + moved(_panel(plot, options), 0, top), width, top + TALL + FOOT)
    across = 2 if size == "wide" else 1
    each = (width - GAP * (across - 1)) / across
    for place, (name, found) in enumerate(panels):
        row, column = divmod(place, across)
        plot = Plot(found, each, SMALL, most, unit, small=True)
        small = [Words(0, -14, name, bold=True, letters=12), *_panel(plot, options)]
        marks += moved(small, column * (each + GAP), top + 22 + row * (SMALL + FOOT + GAP + 8))
    rows = math.ceil(len(panels) / across)
    return specification(marks, width, top + 22 + rows * (SMALL + FOOT + GAP + 8) - GAP)


def _panels(records: list[Record]) -> list[tuple[str, list[Record]]]:
    ordered = sorted(records, key=lambda record: (record["panel_order"], record["order"]))
    return [(str(name), list(found)) for name, found in groupby(ordered, key=lambda record: record["panel"])]


def _most(records: list[Record], unit: str, target: float | None) -> float:
    """The top of the scale: shares from 0 to the next quarter, counts to the next even number."""
    ends = [r[end] or 0 for r in records for end in ("value", "high", "upper")] + [target or 0]
    if unit == "share":
        return 1.0 if max(ends) > 0.5 else 0.5
    return max(4, 2 * math.ceil((max(ends) + 0.5) / 2))


def _panel(plot: Plot, options: Record) -> list[Mark]:
    parts = [list(found) for _, found in groupby(plot.records, key=lambda record: record["part"])]
    marks = _scale(plot) + _breaks(plot, options.get("breaks", []))
    if options.get("target") is not None:
        y = plot.y(options["target"])
        marks.append(Line(AXIS, y, plot.width, y, INK, 1.5))
    for part in parts:
        marks += _limits(plot, part) if part[0]["standing"] != "none" else _intervals(plot, part)
    for part in parts:
        marks += _points(plot, part)
    return marks + _months(plot)


def _scale(plot: Plot) -> list[Mark]:
    steps = round(plot.most * 4) if plot.unit == "share" and not plot.small else 2
    marks: list[Mark] = []
    for value in (plot.most * at / steps for at in range(steps + 1)):
        y = plot.y(value)
        label = f"{value * 100:.0f}%" if plot.unit == "share" else f"{value:.0f}"
        marks.append(Line(AXIS, y, plot.width, y, RULE, 0.7, () if value == 0 else (2, 3)))
        marks.append(Words(AXIS - 6, y, label, "right", QUIET, letters=11))
    return marks


def _breaks(plot: Plot, breaks: list[Record]) -> list[Mark]:
    marks: list[Mark] = []
    for found in breaks:
        x = AXIS + found["before"] * plot.step
        marks.append(Line(x, -4, x, plot.height, ACCENT, 1.5, (3, 3)))
        if not plot.small:
            marks.append(Words(x, -11, str(found["number"]), "center", ACCENT, bold=True, letters=12))
    return marks


def _limits(plot: Plot, part: list[Record]) -> list[Mark]:
    """Limits as steps, a month wide each, since months with fewer audits have wider ones; their middle as a line."""
    dash = LIMIT if part[0]["standing"] == "full" else PROVISIONAL
    inside: list[Mark] = []
    lines: list[Mark] = []
    for record in part:
        if record["lower"] is None:
            continue
        left, right = (AXIS + (record["order"] + edge) * plot.step for edge in (0, 1))
        low, high = plot.y(record["lower"]), plot.y(record["upper"])
        inside.append(Box(left, high, right, low, WASH, WASH))
        lines += [Line(left, y, right, y, QUIET, 1.3, dash) for y in (low, high) if _can_be_passed(plot, y)]
        centre = plot.y(record["centre"])
        lines.append(Line(left, centre, right, centre, QUIET, 1.1))
    return inside + lines


def _can_be_passed(plot: Plot, y: float) -> bool:
    """A limit at the end of the scale is none: nothing can lie beyond it."""
    at_end = (plot.y(0), plot.y(1)) if plot.unit == "share" else (plot.y(0),)
    return y not in at_end


def _intervals(plot: Plot, part: list[Record]) -> list[Mark]:
    wide = min(9.0, plot.step * 0.4)
    return [
        Line(plot.x(r["order"]), plot.y(r["low"]), plot.x(r["order"]), plot.y(r["high"]), PALE, wide)
        for r in part
        if r["value"] is not None and r["low"] is not None
    ]


def _points(plot: Plot, part: list[Record]) -> list[Mark]:
    seen = [record for record in part if record["value"] is not None]
    lines: list[Mark] = [
        Line(plot.x(a["order"]), plot.y(a["value"]), plot.x(b["order"]), plot.y(b["value"]), ACCENT, 1.2)
        for a, b in zip(seen, seen[1:], strict=False)
        if a["standing"] != "none"
    ]
    size = 6.0 if plot.small else 8.0 if len(plot.records) > FEW else 11.0
    return lines + [mark for record in seen for mark in _point(plot, record, size)]


def _point(plot: Plot, record: Record, size: float) -> list[Mark]:
    x, y = plot.x(record["order"]), plot.y(record["value"])
    if record["outside"]:
        # Not by colour alone: a larger point with a ring, and its month beside it.
        marks = _ring(x, y, size)
        below = record["outside"] == "below"
        words = Words(x, y + (16 if below else -14), _short(record["month"]), "center", CAUTION, bold=True, letters=11)
        return marks if plot.small else [*marks, *on_paper(words)]
    if record.get("special"):
        return _flagged(record["special"], x, y, size)
    if not plot.small and len(plot.records) <= FEW and plot.unit == "share":
        return [Dot(x, y, size, ACCENT), *_told(plot, record, x, y)]
    return [Dot(x, y, size, ACCENT)]


def _ring(x: float, y: float, size: float, ink: str = CAUTION) -> list[Mark]:
    return [Dot(x, y, size + 7, ink), Dot(x, y, size + 3, PAPER), Dot(x, y, size, ink)]


def _flagged(special: str, x: float, y: float, size: float) -> list[Mark]:
    """A month that a rule names: ringed, with H or L beside it, so that colour isn't alone in telling."""
    kind, _, side = special.partition("_")
    letter = Words(x, y + (-14 if side == "high" else 15), side[0].upper(), "center", INKS[kind], bold=True, letters=11)
    return [*_ring(x, y, size, INKS[kind]), *on_paper(letter)]


def _told(plot: Plot, record: Record, x: float, y: float) -> list[Mark]:
    """The share and its counts beside a point, on whichever side has room."""
    share = text_of(Figure(record["value"], "share", "share", record["hits"], record["base"]))
    words = f"{share} ({record['hits']:,} of {record['base']:,})"
    if x + 12 + breadth(words, 12) < plot.width:
        return on_paper(Words(x + 12, y, words, "left", letters=12))
    return on_paper(Words(x - 12, y, words, "right", letters=12))


def _months(plot: Plot) -> list[Mark]:
    """Names of months where there is room for them: the years below, so that each stands once."""
    marks: list[Mark] = []
    every = max(1, math.ceil(26 / plot.step))
    last_year = ""
    for at, record in enumerate(plot.records):
        year, x = record["month"][:4], plot.x(record["order"])
        if at % every == 0:
            marks.append(Words(x, plot.height + 11, _short(record["month"])[:3], "center", QUIET, letters=11))
            if year != last_year:
                marks.append(Words(x, plot.height + 11 + LINE - 2, year, "center", QUIET, letters=11))
                last_year = year
    return marks


def _short(month: str) -> str:
    name, year = month_title(month).split()
    return f"{name[:3]} {year}"


def _key(records: list[Record], options: Record, size: Size) -> tuple[list[Mark], float]:
    """What the lines mean, only those that are there; the icon at the right."""
    standings = {record["standing"] for record in records if record["value"] is not None}
    entries: list[tuple[list[Mark], str]] = []
    limits = options.get("limits", LIMITS)
    for standing, dash, words in (("full", LIMIT, limits), ("provisional", PROVISIONAL, f"{limits}, provisional")):
        if standing in standings:
            entries.append(([Line(0, 0, 22, 0, QUIET, 1.3, dash)], words))
    if "none" in standings and any(record["low"] is not None for record in records):
        entries.append(([Line(0, 0, 22, 0, PALE, 9)], "95% interval, where there are no limits"))
    if any(record["outside"] for record in records):
        entries.append((_ring(11, 0, 6), "Outside its limits"))
    for special in sorted({record["special"] for record in records if record.get("special")}):
        kind, _, side = special.partition("_")
        entries.append((_ring(11, 0, 6, INKS[kind]), f"{side[0].upper()}: flagged as {side}"))
    if options.get("breaks"):
        entries.append(([Line(11, -8, 11, 8, ACCENT, 1.5, (3, 3))], "Break"))
    if options.get("target") is not None:
        target = text_of(Figure(options["target"], "reported", "target"))
        entries.append(([Line(0, 0, 22, 0, INK, 1.5)], f"Target {target}"))
    icons: list[str] = options.get("icons", [])
    # Breadths of letters are near enough, so a row is never filled to its end.
    room = WIDTHS[size] - (len(icons) * (ICON + 8) + 4 if icons else 16)
    marks: list[Mark] = []
    x, y = 0.0, 9.0
    for drawn, words in entries:
        needed = 30 + breadth(words, 12)
        if x and x + needed > room:
            x, y = 0.0, y + LINE + 4
        marks += [*moved(drawn, x, y), Words(x + 30, y, words, letters=12)]
        x += needed + 16
    top = y + LINE + 14
    for at, icon in enumerate(reversed(icons)):
        marks += moved(icon_marks(icon), WIDTHS[size] - ICON - at * (ICON + 8), 0)
        top = max(top, ICON + 18)
    return marks, top
