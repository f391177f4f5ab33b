"""Shares of each grade, quarter by quarter: a band of columns for each grade, breaks and marks drawn and named.

A band a grade rather than one stacked column a quarter: each grade then starts from a line of its own, so that its
columns compare, a target has one place, and nothing is joined across a break.

Records: {"period", "order", "grade", "position", "share" (None: not stated), "count", "base" (None: not stated),
"reported" (True: printed in an earlier report, not counted by us)}.
Options: "grades" (names, lowest first); "breaks" ({"before": order, "label"}, ...);
"marks" ({"label", "grade", "value", "from", "to", "kind": "target" | "baseline"}, ...), from and to being orders,
or None for the first and the last.
"""

from dataclasses import dataclass

from looped.renderers.charts.canvas import Box, Line, Mark, Words, specification
from looped.renderers.charts.parts import on_paper
from looped.renderers.charts.style import (
    LINE,
    SHADE,
    WIDTHS,
    Grades,
    Record,
    Size,
    breadth,
    colours,
    scale_of,
    wrapped,
)
from looped.renderers.palette import ACCENT, INK, QUIET, RULE
from looped.reports.nodes import Figure, text_of

BAND = 62
HEAD = 22
GAP = 14
DASHES = {"target": (), "baseline": (5, 4)}


@dataclass(frozen=True)
class Plan:
    """Where things lie: the records, their periods by order, the width, the share that a full band stands for."""

    records: list[Record]
    orders: list[int]
    grades: Grades
    size: Size
    width: float
    most: float

    @property
    def step(self) -> float:
        """The room of one period."""
        return self.width / len(self.orders)

    def middle(self, order: int) -> float:
        """The middle of a period."""
        return (self.orders.index(order) + 0.5) * self.step


def quarters_over_time(records: list[Record], options: Record, size: Size) -> Record:
    """The specification: one band of columns for each grade, from the highest."""
    grades = [pair for pair in scale_of(records, options) if pair[1] is not None]
    marks = options.get("marks", [])
    most = max([0.1, *(r["share"] or 0 for r in records), *(mark["value"] for mark in marks)])
    plan = Plan(records, sorted({r["order"] for r in records}), grades, size, WIDTHS[size], most)
    drawn, top = _top(plan, options.get("breaks", []))
    first = top
    for name, position in grades:
        drawn += _band(plan, name, position, [mark for mark in marks if mark["grade"] == name], top)
        top += HEAD + BAND + GAP
    drawn = _break_lines(plan, options.get("breaks", []), first, top - GAP) + drawn
    feet, bottom = _periods(plan, top - GAP + 6)
    return specification(drawn + feet, plan.width, bottom)


def _top(plan: Plan, breaks: list[Record]) -> tuple[list[Mark], float]:
    """What hatching means, and the name of each break on a line of its own."""
    marks: list[Mark] = []
    top = 0.0
    if any(record["reported"] for record in plan.records):
        marks += [
            Box(0.5, 2, 14, 16, QUIET),
            Box(0.5, 2, 14, 16, SHADE),
            Words(20, 10, "As reported: taken from earlier reports, not counted again"
                  if plan.size == "wide" else "As reported in earlier reports", ink=INK),
        ]  # fmt: skip
        top = 26
    for each in breaks:
        for part in _break_words(plan, each):
            marks.append(_break_label(plan, each, part, top + LINE / 2))
            top += LINE
    return marks, top + 4


def _break_words(plan: Plan, each: Record) -> list[str]:
    x = _break_at(plan, each)
    return wrapped(f"Break: {each['label']}", max(x, plan.width - x) - 12, 12)


def _break_label(plan: Plan, each: Record, part: str, y: float) -> Mark:
    x = _break_at(plan, each)
    if x > plan.width / 2:
        return Words(x - 6, y, part, "right", ACCENT, letters=12, bold=True)
    return Words(x + 6, y, part, "left", ACCENT, letters=12, bold=True)


def _break_at(plan: Plan, each: Record) -> float:
    return len([order for order in plan.orders if order < each["before"]]) * plan.step


def _break_lines(plan: Plan, breaks: list[Record], top: float, bottom: float) -> list[Mark]:
    return [Line(x, top - LINE, x, bottom, ACCENT, 1.5, (3, 3)) for x in (_break_at(plan, each) for each in breaks)]


def _band(plan: Plan, name: str, position: int | None, marks: list[Record], top: float) -> list[Mark]:
    """One grade: its name, its marks named beside it, its columns with their shares."""
    floor = top + HEAD + BAND
    drawn: list[Mark] = [Words(0, top + HEAD / 2 - 4, name, bold=True)]
    drawn += _named_marks(plan, marks, top + HEAD / 2 - 4)
    drawn += [_mark_line(plan, mark, floor) for mark in marks]
    for record in plan.records:
        if record["grade"] == name:
            drawn += _bar(plan, record, colours(position, plan.grades).fill, floor)
    return [*drawn, Line(0, floor, plan.width, floor, RULE)]


def _height(plan: Plan, share: float) -> float:
    return share / plan.most * (BAND - LINE)


def _bar(plan: Plan, record: Record, fill: str, floor: float) -> list[Mark]:
    x, half = plan.middle(record["order"]), min(64, plan.step * 0.74) / 2
    if record["share"] is None:
        return [Words(x, floor - 8, "–", "center", QUIET)]
    top = floor - _height(plan, record["share"])
    label = _printed(record)
    letters = 12 if breadth(label, 12) < plan.step else 10
    boxes: list[Mark] = [Box(x - half, top, x + half, floor, fill)] if record["share"] else []
    hatching: list[Mark] = [Box(x - half, top, x + half, floor, SHADE)] if boxes and record["reported"] else []
    return [*boxes, *hatching, *on_paper(Words(x, top - 8, label, "center", letters=letters))]


def _printed(record: Record) -> str:
    """The share as the table beside prints it: ours from its counts, an earlier report's as it was printed."""
    if record["reported"]:
        return text_of(Figure(record["share"], "reported", "reported"))
    return text_of(Figure(record["share"], "share", "grades", record["count"], record["base"]))


def _mark_line(plan: Plan, mark: Record, floor: float) -> Mark:
    y = floor - _height(plan, mark["value"])
    start = plan.orders[0] if mark["from"] is None else max(mark["from"], plan.orders[0])
    end = plan.orders[-1] if mark["to"] is None else min(mark["to"], plan.orders[-1])
    left, right = plan.middle(start) - plan.step / 2, plan.middle(end) + plan.step / 2
    return Line(left, y, right, y, INK, 1.5, DASHES[mark["kind"]])


def _named_marks(plan: Plan, marks: list[Record], y: float) -> list[Mark]:
    """Each mark's name at the right of the band's heading, with a piece of its line."""
    drawn: list[Mark] = []
    right = plan.width
    for mark in reversed(marks):
        words = f"{mark['label']} {text_of(Figure(mark['value'], 'reported', 'mark'))}"
        left = right - breadth(words, 12)
        drawn += [
            *on_paper(Words(right, y, words, "right", letters=12)),
            Line(left - 28, y, left - 6, y, INK, 1.5, DASHES[mark["kind"]]),
        ]
        right = left - 40
    return drawn


def _periods(plan: Plan, top: float) -> tuple[list[Mark], float]:
    """The periods' names under the columns, and how many audits each has where that is known."""
    marks: list[Mark] = []
    lowest = top
    for order in plan.orders:
        record = next(r for r in plan.records if r["order"] == order)
        small = 12 if plan.step >= 50 else 10
        rows = wrapped(record["period"], plan.step - 4, small)
        under = f"n = {record['base']:,}" if record["base"] is not None else "n not stated"
        if breadth(under, 11) > plan.step:
            under = "n = ?"
        for at, part in enumerate(rows):
            marks.append(Words(plan.middle(order), top + LINE * (at + 0.5), part, "center", letters=small))
        marks.append(
            Words(plan.middle(order), top + LINE * (len(rows) + 0.5), under, "center", QUIET, letters=min(small, 11))
        )
        lowest = max(lowest, top + LINE * (len(rows) + 1))
    return marks, lowest
