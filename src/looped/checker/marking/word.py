"""Comments in a copy of a Word file, each at the paragraph or cell that it speaks of."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any


@dataclass(frozen=True)
class Spot:
    """A paragraph that may get a comment; in a table with the words at its table's corner, row and column heads."""

    paragraph: Any
    table: str = ""
    row: str = ""
    column: str = ""

    @property
    def words(self) -> str:
        """What it says."""
        return str(self.paragraph.text).strip()


def mark(path: str, told: str) -> bytes:
    """The copy's content. told: the notes as JSON, each with its place. In a limited process."""
    import docx

    word = docx.Document(path)
    spots = [*(Spot(each) for each in word.paragraphs if each.runs), *_cells(word)]
    for note in json.loads(told):
        here = max(spots, key=lambda spot: _fit(spot, note), default=None)
        if here is not None:
            word.add_comment(here.paragraph.runs, text=note["note"], author="looped check", initials="LC")
    kept = BytesIO()
    word.save(kept)
    return kept.getvalue()


def _cells(word: Any) -> Iterator[Spot]:
    """Each filled paragraph of a table's cells."""
    for table in word.tables:
        rows = [row.cells for row in table.rows if row.cells]
        heads = [cell.text.strip() for cell in rows[0]] if rows else []
        for cells in rows:
            for cell, column in zip(cells, heads, strict=False):
                for each in cell.paragraphs:
                    if each.runs:
                        yield Spot(each, heads[0], cells[0].text.strip(), column)


def _fit(spot: Spot, note: dict[str, Any]) -> tuple[int, ...]:
    """How well a note belongs to a paragraph: by its words first, then by its place in a table."""
    quote, row = note["quote"], note["row"] or ""
    said = 2 if spot.words == quote else 1 if quote in spot.words else 0
    placed = [spot.row == row, spot.table == note["table"], spot.column == note["column"]] if row else [not spot.row]
    # Where the words themselves can't be found, the row's head is the next best place.
    return (said, sum(placed)) if said else (0, sum(placed) if row and spot.words == row else 0)
