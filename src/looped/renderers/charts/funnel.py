"""Service areas, teams or councils, each a point by its audits and share, between limits that narrow as audits grow.

Records: {"label", "base", "hits", "share", "few" (too few to say), "place" ("inside", "below 95%", "above 99.8%" ...)}.
Options: "common" (the share of all together), "limits" ({"base", "inner_low", "inner_high", "outer_low",
"outer_high"}, ..., by base), "unit" (what one point is: "area", "team", "council").
"""

from dataclasses import dataclass

from looped.renderers.charts.canvas import Dot, Line, Mark, Words, moved, specification
from looped.renderers.charts.parts import on_paper
from looped.renderers.charts.style import LINE, WIDTHS, Record, Size, breadth
from looped.renderers.palette import ACCENT, CAUTION, INK, PAPER, QUIET, RULE

TALL = 260.0
AXIS = 40.0
FOOT = 40.0
LETTERS = 12
DASHES: dict[str, tuple[int, ...]] = {"inner": (5, 3), "outer": ()}
FAR = {"below 99.8%", "above 99.8%"}
KEY = {"inner": "Chance puts 95% of {unit}s inside", "outer": "Chance puts nearly all inside"}


@dataclass(frozen=True)
class Plot:
    """Where things lie: the width and the number of audits at the right end."""

    width: float
    end: float

    def x(self, base: float) -> float:
        """The place of a number of audits."""
        return AXIS + (self.width - AXIS) * base / self.end

    def y(self, share: float) -> float:
        """The height of a share."""
        return TALL * (1 - share)


def funnel_chart(records: list[Record], options: Record, size: Size) -> Record:
    """The specification: the funnel, the common share, a named point for each area."""
    plot = Plot(WIDTHS[size], options["limits"][-1]["base"])
    unit = options.get("unit", "area")
    marks = _scale(plot, unit) + _curves(plot, options["limits"])
    common = plot.y(options["common"])
    marks.append(Line(AXIS, common, plot.width, common, QUIET, 1.1))
    names = _names(plot, records)
    marks += [mark for record in records for mark in _point(plot, record)]
    marks += [mark for words in names for mark in on_paper(words)]
    head, top = _key(records, size, unit)
    return specification(head + moved(marks, 0, top), plot.width, top + TALL + FOOT)


def _scale(plot: Plot, unit: str) -> list[Mark]:
    marks: list[Mark] = []
    for at in range(5):
        y = plot.y(at / 4)
        marks.append(Line(AXIS, y, plot.width, y, RULE, 0.7, () if at == 0 else (2, 3)))
        marks.append(Words(AXIS - 6, y, f"{at * 25}%", "right", QUIET, letters=11))
    step = _step(plot.end)
    for audits in range(0, int(plot.end) + 1, step):
        marks.append(Words(plot.x(audits), TALL + 11, f"{audits:,}", "center", QUIET, letters=11))
    return [
        *marks,
        Words((AXIS + plot.width) / 2, TALL + 11 + LINE, f"Audits of the {unit}", "center", QUIET, letters=11),
    ]


def _step(end: float) -> int:
    """A round step with at most six ticks."""
    steps = (first * int(10**power) for power in range(9) for first in (1, 2, 5))
    return next(step for step in steps if end / step <= 6)


def _curves(plot: Plot, limits: list[Record]) -> list[Mark]:
    return [
        Line(plot.x(a["base"]), plot.y(a[end]), plot.x(b["base"]), plot.y(b[end]), QUIET, 1.2, DASHES[end[:5]])
        for end in ("inner_low", "inner_high", "outer_low", "outer_high")
        for a, b in zip(limits, limits[1:], strict=False)
        if 0 < a[end] < 1 or 0 < b[end] < 1
    ]


def _point(plot: Plot, record: Record) -> list[Mark]:
    x, y = plot.x(record["base"]), plot.y(record["share"])
    if record["few"]:
        return [Dot(x, y, 9, QUIET), Dot(x, y, 6, PAPER)]
    if record["place"] == "inside":
        return [Dot(x, y, 10, ACCENT)]
    return _ring(x, y) if record["place"] in FAR else [Dot(x, y, 11, CAUTION)]


def _ring(x: float, y: float) -> list[Mark]:
    return [Dot(x, y, 17, CAUTION), Dot(x, y, 13, PAPER), Dot(x, y, 10, CAUTION)]


def _names(plot: Plot, records: list[Record]) -> list[Words]:
    """Each area's name beside its point where it meets no other name or point; else the table alone has it."""
    taken = [_around(plot.x(r["base"]), plot.y(r["share"])) for r in records]
    found: list[Words] = []
    for record in sorted(records, key=lambda each: (each["place"] == "inside", each["few"], -each["base"])):
        words = _beside(plot, record, taken)
        if words is not None:
            found.append(words)
            taken.append(_ground(words))
    return found


Ground = tuple[float, float, float, float]


def _around(x: float, y: float) -> Ground:
    return (x - 7, y - 7, x + 7, y + 7)


def _ground(words: Words) -> Ground:
    wide = breadth(words.text, LETTERS)
    left = {"left": words.x, "right": words.x - wide, "center": words.x - wide / 2}[words.align]
    return (left - 2, words.y - 7, left + wide + 2, words.y + 7)


def _beside(plot: Plot, record: Record, taken: list[Ground]) -> Words | None:
    x, y, ink = plot.x(record["base"]), plot.y(record["share"]), QUIET if record["few"] else INK
    mine = _around(x, y)
    for words in (
        Words(x + 12, y, record["label"], "left", ink, letters=LETTERS),
        Words(x - 12, y, record["label"], "right", ink, letters=LETTERS),
        Words(x + 9, y - 13, record["label"], "left", ink, letters=LETTERS),
        Words(x - 9, y - 13, record["label"], "right", ink, letters=LETTERS),
        Words(x, y - 17, record["label"], "center", ink, letters=LETTERS),
        Words(x, y + 17, record["label"], "center", ink, letters=LETTERS),
    ):
        ground = _ground(words)
        inside = ground[0] >= AXIS and ground[2] <= plot.width and ground[1] >= 0 and ground[3] <= TALL
        if inside and not any(_meet(ground, other) for other in taken if other != mine):
            return words
    return None


def _meet(one: Ground, other: Ground) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _key(records: list[Record], size: Size, unit: str) -> tuple[list[Mark], float]:
    entries: list[tuple[list[Mark], str]] = [
        ([Line(0, 0, 22, 0, QUIET, 1.2, DASHES[name])], words.format(unit=unit)) for name, words in KEY.items()
    ]
    if any(record["few"] for record in records):
        entries.append(([Dot(11, 0, 9, QUIET), Dot(11, 0, 6, PAPER)], "Too few to say"))
    places = {record["place"] for record in records}
    if places & FAR:
        entries.append((_ring(11, 0), "Further off than chance gives"))
    if places - FAR - {"inside"}:
        entries.append(([Dot(11, 0, 11, CAUTION)], "Somewhat off"))
    marks: list[Mark] = []
    x, y = 0.0, 9.0
    for drawn, words in entries:
        needed = 28 + breadth(words, LETTERS)
        if x and x + needed > WIDTHS[size]:
            x, y = 0.0, y + LINE + 4
        marks += [*moved(drawn, x, y), Words(x + 28, y, words, letters=LETTERS)]
        x += needed + 16
    return marks, y + LINE + 8
