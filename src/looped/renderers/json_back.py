"""A stored report.json back as the report tree, so that an edition can be drawn again in any format, word for word."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, get_args

from looped.errors import UnreadableError
from looped.reports.nodes import (
    Block,
    Bullets,
    Chart,
    Figure,
    Note,
    Paragraph,
    Part,
    Quote,
    Report,
    Section,
    Table,
    Text,
    Unit,
)

Shape = dict[str, Any]


def restore(stored: str) -> Report:
    """The report that `json_tree.render` was given, its numbers bound to their sources again.

    Raises: UnreadableError for anything that isn't a report of ours.
    """
    try:
        return _report(json.loads(stored))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableError("This isn't the tree of a report of ours, or it was cut short.") from error


def _report(told: Shape) -> Report:
    return Report(
        title=told["title"],
        organisation=told["organisation"],
        period=(told["from"], told["to"]),
        period_title=told["period"],
        as_at=datetime.fromisoformat(told["as_at"]),
        as_at_title=told["as_at_title"].removeprefix("Figures as at "),
        sections=tuple(_section(each) for each in told["sections"]),
        status=told["status"],
        language=told["language"],
    )


def _section(told: Shape) -> Section:
    return Section(told["code"], told["title"], _blocks(told["blocks"]), told["page_break"])


def _blocks(told: list[Shape]) -> tuple[Block, ...]:
    return tuple(BACK[each["kind"]](each) for each in told)


def _text(words: str, figures: list[Shape]) -> Text:
    """Words with their figures in their places, which are told in order."""
    parts: list[Part] = []
    for each in figures:
        # A 24 isn't the end of 2024, nor a 2 its beginning.
        found = re.search(rf"(?<![\d.,-]){re.escape(each['text'])}(?!\d)", words)
        if found is None:
            raise ValueError(each["text"])
        before, words = words[: found.start()], words[found.end() :]
        parts += [before, _figure(each)] if before else [_figure(each)]
    return (*parts, words) if words else tuple(parts)


def _figure(told: Shape) -> Figure:
    if told["unit"] not in get_args(Unit):
        raise ValueError(told["unit"])
    return Figure(told["value"], told["unit"], told["code"], told["numerator"], told["denominator"])


def _paragraph(told: Shape) -> Paragraph:
    return Paragraph(_text(told["text"], told["figures"]), told["style"])


def _bullets(told: Shape) -> Bullets:
    return Bullets(tuple(_text(each["text"], each["figures"]) for each in told["items"]), told["ordered"])


def _note(told: Shape) -> Note:
    opened = _text(told["opened"], told["opened_figures"])
    return Note(told["title"], _text(told["text"], told["figures"]), told["tone"], opened)


def _quote(told: Shape) -> Quote:
    return Quote(told["text"], told["who"])


def _table(told: Shape) -> Table:
    pairs = zip(told["rows"], told["figures"], strict=True)
    rows = tuple(tuple(_text(*cell) for cell in zip(row, figures, strict=True)) for row, figures in pairs)
    return Table(
        code=told["code"],
        title=told["title"],
        rows=rows,
        header_rows=told["header_rows"],
        header_columns=told["header_columns"],
        note=_text(told["note"], told["note_figures"]),
        total_rows=tuple(told["total_rows"]),
    )


def _chart(told: Shape) -> Chart:
    return Chart(
        code=told["code"],
        title=told["title"],
        kind=told["drawing"],
        alt=_text(told["alt"], told["alt_figures"]),
        data=tuple(told["data"]),
        options=tuple(told["options"].items()),
        note=_text(told["note"], told["note_figures"]),
    )


BACK: dict[str, Callable[[Shape], Block]] = {
    "section": _section,
    "paragraph": _paragraph,
    "bullets": _bullets,
    "note": _note,
    "quote": _quote,
    "table": _table,
    "chart": _chart,
}
