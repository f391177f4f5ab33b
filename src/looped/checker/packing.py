"""A document as JSON and back, to cross from the process that read it."""

from dataclasses import asdict
from typing import Any

from looped.checker.document import Block, Cell, Document, Paragraph, Table


def packed(document: Document) -> dict[str, Any]:
    """The document as lists and dicts."""
    return {"name": document.name, "blocks": [asdict(block) for block in document.blocks]}


def unpacked(told: dict[str, Any]) -> Document:
    """The document that was packed."""
    return Document(tuple(_block(block) for block in told["blocks"]), told["name"])


def _block(told: dict[str, Any]) -> Block:
    if "rows" in told:
        rows = tuple(tuple(Cell(**cell) for cell in row) for row in told["rows"])
        return Table(**{**told, "rows": rows})
    return Paragraph(**{**told, "lines": tuple(told["lines"])})
