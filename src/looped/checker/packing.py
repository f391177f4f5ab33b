"""A document as JSON and back, to cross from the process that read it."""

from typing import Any

from looped.checker.document import Block, Cell, Document, Paragraph, Table


def packed(document: Document) -> dict[str, Any]:
    """The document as lists and dicts; what a long one has thousands of by place, without names."""
    return {"name": document.name, "blocks": [_packed(block) for block in document.blocks]}


def unpacked(told: dict[str, Any]) -> Document:
    """The document that was packed."""
    return Document(tuple(_block(block) for block in told["blocks"]), told["name"])


def _packed(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {
            "text": block.text,
            "section": block.section,
            "line": block.line,
            "lines": block.lines,
            "page": block.page,
        }
    rows = [[(cell.text, cell.line, cell.page, cell.indent) for cell in row] for row in block.rows]
    return {"rows": rows, "title": block.title, "section": block.section, "page": block.page}


def _block(told: dict[str, Any]) -> Block:
    if "rows" in told:
        rows = tuple(tuple(Cell(*cell) for cell in row) for row in told["rows"])
        return Table(**{**told, "rows": rows})
    return Paragraph(**{**told, "lines": tuple(told["lines"])})
