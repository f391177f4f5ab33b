"""The report's words as rows of a sheet: what each part is, and what it says."""

from collections.abc import Iterator

from looped.renderers.tree import walk
from looped.renderers.words import line, lines
from looped.reports.nodes import Block, Bullets, Chart, Note, Paragraph, Quote, Report, Section, Table

Row = tuple[str, str]


def text_rows(report: Report) -> Iterator[Row]:
    """(part, words) for everything in the report's order; a table by its title, its cells have a sheet."""
    for block, _ in walk(report.sections):
        yield from _rows(block)


def _rows(block: Block) -> Iterator[Row]:
    match block:
        case Section():
            yield "Heading", line(block.title)
        case Paragraph():
            yield "Paragraph", line(block.text)
        case Bullets():
            yield from (("Point", line(item)) for item in block.items)
        case Note():
            yield "Note", f"{line(block.title)}: {line(block.text)}"
            if block.opened:
                yield "Reason", line(block.opened)
        case Quote():
            yield "Quote", "\n".join(lines(block.words))
            yield "Said by", line(block.who)
        case Table():
            yield "Table", line(block.title)
        case Chart():
            yield "Chart", f"{line(block.title)}: {line(block.alt)} {line(block.note)}".strip()
