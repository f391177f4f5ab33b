"""From marks placed in pixels to one Vega-Lite specification.

Labels of several lines, bars under their names and counts that leave a segment when it is too small are beyond
Vega-Lite's own axes and legends; so each drawing places its marks, and Altair writes them down.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import cache
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
Kind = tuple[Any, ...]


def moved(marks: list[Mark], right: float, down: float) -> list[Mark]:
    """The same marks elsewhere."""
    return [_moved(mark, right, down) for mark in marks]


def _moved(mark: Mark, right: float, down: float) -> Mark:
    if isinstance(mark, Box | Line):
        return replace(mark, x=mark.x + right, x2=mark.x2 + right, y=mark.y + down, y2=mark.y2 + down)
    return replace(mark, x=mark.x + right, y=mark.y + down)


def specification(marks: list[Mark], width: float, height: float) -> Record:
    """The Vega-Lite specification of these marks: boxes, lines over them, then white grounds, dots and words."""
    alike: dict[Kind, list[Mark]] = {}
    for mark in marks:
        alike.setdefault(_alike(mark), []).append(mark)
    ordered = sorted(alike, key=lambda key: ORDER[key[0]])
    return {
        **_frame(),
        "width": round(width),
        "height": round(height),
        "layer": [{**_layer(key), "data": {"name": f"marks{at}"}} for at, key in enumerate(ordered)],
        "datasets": {f"marks{at}": [asdict(mark) for mark in alike[key]] for at, key in enumerate(ordered)},
    }


@cache
def _frame() -> Record:
    """What every specification has: its schema, its letters, its ground."""
    import altair as alt

    empty = alt.Chart(alt.NamedData(name="none")).mark_point()
    framed = empty.configure(font=FONT, aria=False, background=PAPER, padding=1).configure_view(stroke=None)
    whole = framed.to_dict(validate=False)
    return {key: whole[key] for key in ("$schema", "config")}


ORDER = {"box": 0, "line": 1, "ground": 2, "dot": 3, "words": 4}


def _alike(mark: Mark) -> Kind:
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


@cache
def _layer(kind: Kind) -> Record:
    """The layer that draws marks of a kind. Made once: describing it takes Altair longer than drawing it."""
    from altair.utils.schemapi import debug_mode

    # Altair's check of every part against its schema is done in the tests.
    with debug_mode(False):
        drawn = LAYERS[kind[0]](*kind[1:])
        made: Record = drawn.to_dict(validate=False)
    return {key: made[key] for key in ("mark", "encoding", "transform") if key in made}


def _words(align: Align, bold: bool, letters: float) -> Any:
    import altair as alt

    weight: Any = "bold" if bold else "normal"
    drawn = _marks().mark_text(align=align, baseline="middle", fontSize=letters, fontWeight=weight, font=FONT)
    return drawn.encode(**_place(), text="text:N", color=alt.Color("ink:N", scale=None, legend=None))


def _line(dash: tuple[int, ...]) -> Any:
    import altair as alt

    drawn = _marks().mark_rule(strokeDash=list(dash) or [1, 0])
    ink = alt.Color("ink:N", scale=None, legend=None)
    return drawn.encode(**_place(), x2="x2", y2="y2", color=ink, strokeWidth=_thickness())


def _box() -> Any:
    import altair as alt

    return _ground().encode(stroke=alt.Stroke("stroke:N", scale=None, legend=None), strokeWidth=_thickness())


def _ground() -> Any:
    import altair as alt

    fill = alt.Fill("fill:N", scale=None, legend=None)
    return _marks().mark_rect().encode(**_place(), x2="x2", y2="y2", fill=fill)


def _dot() -> Any:
    import altair as alt

    area = alt.Size("area:Q", scale=None, legend=None)
    drawn = _marks().transform_calculate(area="0.7854 * datum.size * datum.size").mark_circle(opacity=1)
    return drawn.encode(**_place(), color=alt.Color("fill:N", scale=None, legend=None), size=area)


LAYERS: dict[str, Callable[..., Any]] = {"words": _words, "line": _line, "box": _box, "ground": _ground, "dot": _dot}


def _marks() -> Any:
    import altair as alt

    return alt.Chart(alt.NamedData(name="marks"))


def _place() -> dict[str, Any]:
    """Pixels from the top left, as they are."""
    import altair as alt

    return {"x": alt.X("x:Q", axis=None, scale=None), "y": alt.Y("y:Q", axis=None, scale=None)}


def _thickness() -> Any:
    import altair as alt

    return alt.StrokeWidth("width:Q", scale=None, legend=None)
