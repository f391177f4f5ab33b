"""Charts: one file a drawing, one specification each, drawn once for all formats.

What a drawing needs in `Chart.data` and `Chart.options` is said in its own file; `DRAWINGS` names them.
Titles, alternative text and notes stay with the report's words: a drawing holds the picture alone.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from looped.renderers.charts.style import Record, Size, finished
from looped.reports.nodes import Chart

# Kind of drawing -> (file, function). Two kinds may share one.
DRAWINGS: dict[str, tuple[str, str]] = {
    "grades_by_month": ("stacked", "grades_by_column"),
    "grades_by_domain": ("stacked", "grades_by_column"),
    "domain_months": ("stacked", "grades_by_column"),
    "quarters_over_time": ("quarters", "quarters_over_time"),
    "looped_differences": ("looped", "looped_differences"),
    "control_chart": ("control", "control_chart"),
    "funnel": ("funnel", "funnel_chart"),
    "shares_with_intervals": ("intervals", "shares_with_intervals"),
}
# Pictures kept between formats and reports of one run; a report has some 20, each in two sizes.
KEPT = 128


@dataclass(frozen=True)
class Drawing:
    """A drawn chart: SVG text without an XML declaration; width and height in CSS pixels."""

    svg: str
    width: int
    height: int

    def png(self, scale: float = 2) -> bytes:
        """The same picture as PNG. scale: pixels for one CSS pixel."""
        return _png(self.svg, scale)


def drawing(chart: Chart, size: Size = "wide") -> Drawing:
    """The picture of a chart node. size: "wide" for paper and screens, "narrow" for a telephone.

    Raises: KeyError when there is no drawing of the chart's kind.
    """
    return _drawn(chart.kind, _asked(chart), size)


def specified(chart: Chart, size: Size = "wide") -> Record:
    """The Vega-Lite specification of a chart node. Raises: KeyError as `drawing`."""
    records, options = json.loads(_asked(chart))
    return _drawer(chart.kind)(records, options, size)


def _asked(chart: Chart) -> str:
    """What a drawing depends on, as one word to keep pictures by."""
    return json.dumps([chart.data, dict(chart.options)], default=str)


@lru_cache(maxsize=KEPT)
def _drawn(kind: str, asked: str, size: Size) -> Drawing:
    import vl_convert

    records, options = json.loads(asked)
    specification = _drawer(kind)(records, options, size)
    svg = finished(vl_convert.vegalite_to_svg(specification))
    opening = dict(part.split("=", 1) for part in svg.split(">", 1)[0].split() if "=" in part)
    width, height = (round(float(opening[side].strip('"'))) for side in ("width", "height"))
    return Drawing(svg, width, height)


def _drawer(kind: str) -> Callable[[list[Record], Record, Size], Record]:
    file, name = DRAWINGS[kind]
    found: Callable[[list[Record], Record, Size], Record] = getattr(import_module(f"{__name__}.{file}"), name)
    return found


@lru_cache(maxsize=KEPT)
def _png(svg: str, scale: float) -> bytes:
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg, scale=scale))
