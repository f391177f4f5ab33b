"""The report as one HTML file: no script, nothing fetched, charts drawn inside it, fit for paper too."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from looped.renderers.charts import drawing
from looped.renderers.charts.style import Size
from looped.renderers.tree import anchors, number_columns
from looped.renderers.words import line, lines, pieces, stand_of
from looped.reports.nodes import Block, Chart, Figure, Report, Text

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
DEEPEST = 6
SIZES: tuple[Size, ...] = ("wide", "narrow")


def render(report: Report) -> bytes:
    """The page as UTF-8 HTML. Every word of the report is escaped; only our own drawings go in as they are."""
    named = anchors(report)
    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    page = _template().render(report=report, anchor=lambda block: named[id(block)], style=style)
    return page.encode()


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    place = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    place.globals.update(
        kind_of=_kind, pictures=_pictures, heading=_heading, number_columns=number_columns, stand_of=stand_of
    )
    place.filters.update(line=line, lines=lines, words=_words)
    return place.get_template("page.html.jinja")


def _kind(block: Block) -> str:
    return type(block).__name__.lower()


def _heading(depth: int) -> str:
    return f"h{min(depth + 1, DEEPEST)}"


def _words(text: Text) -> "Markup":
    """A run of text with each number marked by its value and code, so that it can be traced from the page."""
    from markupsafe import Markup

    return Markup().join(_piece(words, figure) for words, figure in pieces(text))


def _piece(words: str, figure: Figure | None) -> "Markup":
    from markupsafe import Markup, escape

    if figure is None or figure.value is None:
        return escape(words)
    return Markup('<data value="{}" data-code="{}">{}</data>').format(figure.value, line(figure.code), words)


def _pictures(chart: Chart) -> list[dict[str, str]]:
    """The chart drawn twice, for wide and for narrow pages; the page's style shows the one that fits."""
    return [{"size": size, **_drawn(chart, size)} for size in SIZES]


def _drawn(chart: Chart, size: Size) -> dict[str, str]:
    opening, inside = drawing(chart, size).svg.removesuffix("</svg>").removeprefix("<svg").split(">", 1)
    return {"attributes": opening, "inside": inside}
