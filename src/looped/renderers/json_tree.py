"""The report as JSON: the tree itself, words as printed, each number also with its value and where it comes from."""

import json
from collections.abc import Callable
from typing import Any

from looped.renderers.words import figures_of, line, lines, stand_of
from looped.reports.nodes import (
    Block,
    Bullets,
    Chart,
    Figure,
    Note,
    Paragraph,
    Quote,
    Report,
    Section,
    Table,
    Text,
    text_of,
)

Shape = dict[str, Any]


def render(report: Report) -> bytes:
    """The report as UTF-8 JSON, shaped as the design's "The report tree" says, with further keys beside."""
    return (json.dumps(shape(report), ensure_ascii=False, indent=1, allow_nan=False, default=str) + "\n").encode()


def shape(report: Report) -> Shape:
    """The report as dicts and lists; what the JSON holds and what Typst is given."""
    return {
        "title": line(report.title),
        "organisation": line(report.organisation),
        "status": line(report.status),
        "audience": report.audience,
        "language": report.language,
        "period": line(report.period_title),
        "from": report.period[0],
        "to": report.period[1],
        "as_at": report.as_at.isoformat(),
        "as_at_title": stand_of(report),
        "sections": [_section(section) for section in report.sections],
    }


def _section(section: Section) -> Shape:
    return {
        "kind": "section",
        "code": section.code,
        "title": line(section.title),
        "page_break": section.page_break,
        "blocks": _blocks(section.blocks),
    }


def _blocks(blocks: tuple[Block, ...]) -> list[Shape]:
    return [SHAPES[type(block)](block) for block in blocks]


def _paragraph(paragraph: Paragraph) -> Shape:
    return {"kind": "paragraph", "style": paragraph.style, **_words(paragraph.text)}


def _bullets(bullets: Bullets) -> Shape:
    return {"kind": "bullets", "ordered": bullets.ordered, "items": [_words(item) for item in bullets.items]}


def _note(note: Note) -> Shape:
    opened = {"opened": line(note.opened), "opened_figures": _figures(note.opened)}
    return {"kind": "note", "title": line(note.title), "tone": note.tone, **_words(note.text), **opened}


def _quote(quote: Quote) -> Shape:
    return {"kind": "quote", "text": "\n".join(lines(quote.words)), "who": line(quote.who)}


def _table(table: Table) -> Shape:
    return {
        "kind": "table",
        "code": table.code,
        "title": line(table.title),
        "rows": [[line(cell) for cell in row] for row in table.rows],
        "figures": [[_figures(cell) for cell in row] for row in table.rows],
        "header_rows": table.header_rows,
        "header_columns": table.header_columns,
        "total_rows": list(table.total_rows),
        "note": line(table.note),
        "note_figures": _figures(table.note),
    }


def _chart(chart: Chart) -> Shape:
    return {
        "kind": "chart",
        "code": chart.code,
        "title": line(chart.title),
        "drawing": chart.kind,
        "alt": line(chart.alt),
        "alt_figures": _figures(chart.alt),
        "data": [dict(record) for record in chart.data],
        "options": dict(chart.options),
        "note": line(chart.note),
        "note_figures": _figures(chart.note),
    }


def _words(text: Text) -> Shape:
    return {"text": line(text), "figures": _figures(text)}


def _figures(text: Text) -> list[Shape]:
    return [_figure(figure) for figure in figures_of(text)]


def _figure(figure: Figure) -> Shape:
    return {
        "text": text_of(figure),
        "value": figure.value,
        "unit": figure.unit,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "code": figure.code,
    }


SHAPES: dict[type[Block], Callable[[Any], Shape]] = {
    Section: _section,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Note: _note,
    Quote: _quote,
    Table: _table,
    Chart: _chart,
}
