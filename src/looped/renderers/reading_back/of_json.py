"""Reads our JSON."""

import json
from collections.abc import Iterator
from typing import Any

# Keys whose values are words that a reader sees.
WORDS = ("title", "text", "who", "note", "alt", "opened")


def opened(content: bytes) -> dict[str, Any]:
    """The tree."""
    report: dict[str, Any] = json.loads(content)
    return report


def tables(report: dict[str, Any]) -> list[tuple[str, list[list[str]]]]:
    """Every table with its title."""
    return [(block["title"], block["rows"]) for block in _blocks(report["sections"]) if block["kind"] == "table"]


def text(report: dict[str, Any]) -> str:
    """Every word of the tree in its order."""
    words = [report[key] for key in ("organisation", "title", "period", "status", "as_at_title")]
    return "\n".join([*words, *(line for block in _blocks(report["sections"]) for line in _words(block))])


def _blocks(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        yield block
        yield from _blocks(block.get("blocks", []))


def _words(block: dict[str, Any]) -> Iterator[str]:
    yield from (block[key] for key in WORDS if block.get(key))
    yield from (item["text"] for item in block.get("items", []))
    yield from (cell for row in block.get("rows", []) for cell in row)
