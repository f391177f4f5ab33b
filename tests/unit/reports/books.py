"""Books of small invented worlds, counted by the real cube."""

from pathlib import Path

from factories import World
from looped.figures.cube import count
from looped.figures.moments import parse_moment
from looped.figures.sources import open_source
from looped.publishing.booking import book_of
from looped.publishing.request import Request
from looped.reports.book import Book
from looped.reports.material import Material
from looped.reports.nodes import Bullets, Chart, Note, Paragraph, Quote, Section, Table, text_of
from looped.rubric.loading import frameworks

ALL_SHEETS = frozenset({"feedback", "actions", "steps", "reported", "marks"})


def book(world: World, first: str = "2024-04", last: str = "2024-06", material: Material | None = None) -> Book:
    """The book of a world's quarter as at the end of 2024."""
    moment = parse_moment("2024-12-31")
    known = (world.framework,) if world.framework else frameworks()
    with open_source(world.rows()) as source:
        cube = count(source, moment, known)
    request = Request(None, first, last, moment, Path("unused"))
    return book_of(request, cube, material or Material("returns.xlsx", recorded=ALL_SHEETS), tuple(known))


def words(part) -> list[str]:
    """Everything a part says, a line a block, tables a line a row with bars between cells."""
    if isinstance(part, Section):
        return [part.title, *(line for block in part.blocks for line in words(block))]
    if isinstance(part, Bullets):
        return [text_of(item) for item in part.items]
    if isinstance(part, Table):
        return [part.title, *(" | ".join(text_of(cell) for cell in row) for row in part.rows)]
    if isinstance(part, Note):
        return [f"{part.title}: {text_of(part.text)}"]
    if isinstance(part, Quote):
        return [f"“{part.words}” {part.who}"]
    if isinstance(part, Chart):
        return [f"[{part.kind}] {part.title}"]
    assert isinstance(part, Paragraph)
    return [text_of(part.text)]
