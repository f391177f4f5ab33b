"""From marks placed in pixels to one Vega-Lite specification.

Labels of several lines, bars under their names and counts that leave a segment when it is too small are beyond
Vega-Lite's own axes and legends; so each drawing places its marks, and Altair writes them down.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from looped.renderers.charts.style import FONT, LETTERS, Record
from looped.renderers.palette import INK, PAPER

Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Box:
    """A filled oblong. Corners in pixels from the top left."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str
    stroke: str = INK
    width: float = 0.7


@dataclass(frozen=True)
class Words:
    """One line of lettering; y is its middle."""

    x: float
    y: float
    text: str
    align: Align = "left"
    ink: str = INK
    bold: bool = False
    letters: float = LETTERS


@dataclass(frozen=True)
class Line:
    """A straight line; dash () is solid."""

    x: float
    y: float
    x2: float
    y2: float
    ink: str = INK
    width: float = 1
    dash: tuple[int, ...] = ()


@dataclass(frozen=True)
class Dot:
    """A filled circle; size is its diameter."""

    x: float
    y: float
    size: float
    fill: str = INK


Mark = Box | Words | Line | Dot


def moved(marks: list[Mark], right: float, down: float) -> list[Mark]:
    """The same marks elsewhere."""
    return [_moved(mark, right, down) for mark in marks]


def _moved(mark: Mark, right: float, down: float) -> Mark:
    if isinstance(mark, Box | Line):
        return replace(mark, x=mark.x + right, x2=mark.x2 + right, y=mark.y + down, y2=mark.y2 + down)
    return replace(mark, x=mark.x + right, y=mark.y + down)


def specification(marks: list[Mark], width: float, height: float) -> Record:
    """The Vega-Lite specification of these marks: boxes, lines over them, then white grounds, dots and words."""
    import altair as alt
    from altair.utils.schemapi import debug_mode

    alike: dict[tuple[Any, ...], list[Mark]] = {}
    for mark in marks:
        alike.setdefault(_alike(mark), []).append(mark)
    # Altair's check of every part against its schema takes longer than the drawing; the tests do it.
    with debug_mode(False):
        ordered = sorted(alike, key=lambda key: ORDER[key[0]])
        layers = [_layer(f"marks{at}", alike[key][0], width, height) for at, key in enumerate(ordered)]
        drawn = alt.layer(*layers).properties(width=round(width), height=round(height))
        drawn = drawn.configure(font=FONT, aria=False, background=PAPER, padding=1).configure_view(stroke=None)
        # Records are added last: Altair copies what a layer holds again and again.
        records = {f"marks{at}": [asdict(mark) for mark in alike[key]] for at, key in enumerate(ordered)}
        return {**drawn.to_dict(validate=False), "datasets": records}


ORDER = {"box": 0, "line": 1, "ground": 2, "dot": 3, "words": 4}


def _alike(mark: Mark) -> tuple[Any, ...]:
    """Marks that one layer can draw: what Vega-Lite can't take from a record must be the same."""
    match mark:
        case Words():
            return ("words", mark.align, mark.bold, mark.letters)
        case Line():
            return ("line", mark.dash)
        case Box():
            return ("box",) if mark.width else ("ground",)
        case Dot():
            return ("dot",)


def _layer(records: str, first: Mark, width: float, height: float) -> Any:
    """The layer of the named records, all of them like the first mark."""
    import altair as alt

    drawn = alt.Chart(alt.NamedData(name=records))
    match first:
        case Words():
            weight: Any = "bold" if first.bold else "normal"
            words = drawn.mark_text(
                align=first.align, baseline="middle", fontSize=first.letters, fontWeight=weight, font=FONT,
            )  # fmt: skip
            return words.encode(**_place(width, height), text="text:N", color=_as_given("ink"))
        case Line():
            rule = drawn.mark_rule(strokeDash=list(first.dash) or [1, 0])
            return rule.encode(
                **_place(width, height), x2="x2", y2="y2", color=_as_given("ink"), strokeWidth=_size("width")
            )
        case Box():
            box = drawn.mark_rect().encode(**_place(width, height), x2="x2", y2="y2")
            box = box.encode(fill=alt.Fill("fill:N", scale=None, legend=None))
            stroke = alt.Stroke("stroke:N", scale=None, legend=None)
            return box.encode(stroke=stroke, strokeWidth=_size("width")) if first.width else box
        case Dot():
            area = alt.Size("area:Q", scale=None, legend=None)
            dot = drawn.transform_calculate(area="0.7854 * datum.size * datum.size").mark_circle(opacity=1)
            return dot.encode(**_place(width, height), color=_as_given("fill"), size=area)


def _place(width: float, height: float) -> dict[str, Any]:
    import altair as alt

    return {
        "x": alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, width], nice=False, zero=False)),
        "y": alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False, zero=False)),
    }


def _as_given(field: str) -> Any:
    import altair as alt

    return alt.Color(f"{field}:N", scale=None, legend=None)


def _size(field: str) -> Any:
    import altair as alt

    return alt.StrokeWidth(f"{field}:Q", scale=None, legend=None)
