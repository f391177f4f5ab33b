"""Altair's description of each kind of layer and of what every chart has, kept in `described.json`.

Marks come placed in pixels, so a layer needs to be described once, not once a chart; and a report's first second
isn't spent on importing Altair. After a change here write the file anew; a test compares the two.

    python -m looped.renderers.charts.described
"""

import json
from collections.abc import Callable
from typing import Any

from looped.renderers.charts.canvas import DESCRIBED
from looped.renderers.charts.style import FONT, LETTERS
from looped.renderers.palette import PAPER

Record = dict[str, Any]


def described() -> Record:
    """Each kind of layer by its name, and the frame around all, checked by Altair against Vega-Lite's schema."""
    layers = {name: _parts(describe(), ("mark", "encoding", "transform")) for name, describe in LAYERS.items()}
    return {"frame": _parts(_frame(), ("$schema", "config")), **layers}


def _parts(chart: Any, wanted: tuple[str, ...]) -> Record:
    whole: Record = chart.to_dict()
    return {key: whole[key] for key in wanted if key in whole}


def _frame() -> Any:
    framed = _marks().mark_point().configure(font=FONT, aria=False, background=PAPER, padding=1)
    return framed.configure_view(stroke=None)


def _words() -> Any:
    import altair as alt

    drawn = _marks().mark_text(align="left", baseline="middle", fontSize=LETTERS, fontWeight="normal", font=FONT)
    return drawn.encode(**_place(), text="text:N", color=alt.Color("ink:N", scale=None, legend=None))


def _line() -> Any:
    import altair as alt

    ink = alt.Color("ink:N", scale=None, legend=None)
    drawn = _marks().mark_rule(strokeDash=[1, 0])
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


LAYERS: dict[str, Callable[[], Any]] = {
    "words": _words,
    "line": _line,
    "box": _box,
    "ground": _ground,
    "dot": _dot,
}


def _marks() -> Any:
    import altair as alt

    return alt.Chart(alt.NamedData(name="marks"))


def _place() -> Record:
    """Pixels from the top left, as they are."""
    import altair as alt

    return {"x": alt.X("x:Q", axis=None, scale=None), "y": alt.Y("y:Q", axis=None, scale=None)}


def _thickness() -> Any:
    import altair as alt

    return alt.StrokeWidth("width:Q", scale=None, legend=None)


if __name__ == "__main__":
    DESCRIBED.write_text(json.dumps(described(), indent=1) + "\n", encoding="utf-8")
