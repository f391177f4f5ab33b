"""The formats of a report, by the ending of the file. A format is a file here and a line in this table."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from looped.errors import UsageError
from looped.reports.nodes import Report

Render = Callable[[Report], bytes]


class Format(NamedTuple):
    """What a format is called, its media type, and what draws it."""

    title: str
    media_type: str
    render: Render


def render(suffix: str, report: Report) -> bytes:
    """The report's file in the format of that ending. Raises: UsageError when there is none."""
    if suffix not in FORMATS:
        raise UsageError(f"There is no format {suffix!r}. There are: {', '.join(FORMATS)}.")
    return FORMATS[suffix].render(report)


def _by(file: str) -> Render:
    """The `render` of a file of this room; the file and its libraries are imported when it is first used."""

    def drawn(report: Report) -> bytes:
        draw: Render = import_module(f"looped.renderers.{file}").render
        return draw(report)

    return drawn


OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: dict[str, Format] = {
    "html": Format("Web page", "text/html; charset=utf-8", _by("html_page")),
    "pdf": Format("PDF", "application/pdf", _by("pdf")),
    "docx": Format("Word", f"{OFFICE}.wordprocessingml.document", _by("word")),
    "xlsx": Format("Excel", f"{OFFICE}.spreadsheetml.sheet", _by("excel")),
    "json": Format("JSON", "application/json", _by("json_tree")),
}
