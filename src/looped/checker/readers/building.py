"""Blocks put together in reading order; where a format has no lines, paragraphs and rows are counted instead."""

import re
from collections.abc import Sequence

from looped.checker.document import Block, Cell, Document, Paragraph, Table

CAPTION = re.compile(r"^(?:table|tab\.)\s*[\w.]+\s*[:.–—-]?\s*", re.I)


class Building:
    """A document being put together: headings, paragraphs and tables are added as they come."""

    def __init__(self, name: str = "") -> None:
        """name: of the file."""
        self.name = name
        self.blocks: list[Block] = []
        self.section = ""
        self.caption = ""
        self.line = 0

    def heading(self, words: str, page: int | None = None) -> None:
        """A heading begins a section."""
        if words.strip():
            self.section = words.strip()
            self.paragraph(words, page)

    def paragraph(self, words: str, page: int | None = None) -> None:
        """A run of prose. One that captions a table names the next table."""
        text = " ".join(words.split())
        if not text:
            return
        self.line += 1
        if CAPTION.match(text) and len(text) < 200:
            self.caption = CAPTION.sub("", text)
        self.blocks.append(Paragraph(text, self.section, self.line, (self.line,), page))

    def table(self, rows: Sequence[Sequence[str]], title: str = "", page: int | None = None) -> None:
        """Rows of cells; empty rows are left out."""
        made = []
        for row in rows:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells):
                self.line += 1
                made.append(tuple(Cell(cell, self.line, page) for cell in cells))
        if made:
            name = title or self.caption or made[0][0].text or self.section
            self.blocks.append(Table(tuple(made), name, self.section, page))
            self.caption = ""

    def document(self) -> Document:
        """What has been put together."""
        return Document(tuple(self.blocks), self.name)
