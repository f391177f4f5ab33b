"""Reads our PDF by its tags: what assistive technology hears, not what lines on the page look like."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from looped.renderers.reading_back.marked_words import BREAK, words_of_page

Place = tuple[int, int]
Node = dict[str, Any]


def opened(content: bytes) -> tuple[list[Node], dict[Place, str]]:
    """The file's tags, and the words of each marked piece by page and number."""
    import pdfplumber

    with pdfplumber.open(BytesIO(content)) as file:
        words = {
            (page.page_number, number): found
            for page in file.pages
            for number, found in words_of_page(page.page_obj).items()
        }
        return file.structure_tree, words


def tables(file: tuple[list[Node], dict[Place, str]]) -> list[tuple[str, list[list[str]]]]:
    """Every table with its caption, from the tags Table, Caption, TR, TH and TD."""
    return list(_tables(*file))


def text(file: tuple[list[Node], dict[Place, str]]) -> str:
    """Every tagged word in reading order, and the alternative text of every picture."""
    return "\n".join(_all(*file))


def _tables(nodes: list[Node], words: dict[Place, str], caption: str = "") -> Iterator[tuple[str, list[list[str]]]]:
    """Tables with their captions: within the table, or beside it in one group, as Typst writes either."""
    for node in nodes:
        inside = node.get("children", [])
        own = "".join(_words(each, words) for each in inside if each["type"] == "Caption") or caption
        if node["type"] == "Table":
            rows = _tagged([node], ("TR",))
            yield own, [[_words(cell, words) for cell in _tagged([row], ("TH", "TD"))] for row in rows]
        else:
            yield from _tables(inside, words, own)


def _tagged(nodes: list[Node], tags: tuple[str, ...]) -> Iterator[Node]:
    for node in nodes:
        if node["type"] in tags:
            yield node
        else:
            yield from _tagged(node.get("children", []), tags)


def _words(node: Node, words: dict[Place, str]) -> str:
    return "".join(_pieces(node, words)).replace(BREAK, "").strip()


def _pieces(node: Node, words: dict[Place, str]) -> Iterator[str]:
    for number in node.get("mcids", []):
        yield words.get((node["page_number"], number), "")
    for child in node.get("children", []):
        yield from _pieces(child, words)


def _all(nodes: list[Node], words: dict[Place, str]) -> Iterator[str]:
    for node in nodes:
        if node.get("alt_text"):
            yield str(node["alt_text"])
        own = "".join(words.get((node["page_number"], number), "") for number in node.get("mcids", []))
        if own:
            yield own.replace(BREAK, "").strip()
        yield from _all(node.get("children", []), words)
