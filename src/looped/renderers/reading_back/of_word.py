"""Reads our Word file."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any


def opened(content: bytes) -> Any:
    """The document's body."""
    from docx import Document

    return Document(BytesIO(content)).element.body


def tables(body: Any) -> list[tuple[str, list[list[str]]]]:
    """Every table with the caption above it."""
    found: list[tuple[str, list[list[str]]]] = []
    caption = ""
    for part in body:
        if _is(part, "tbl"):
            found.append((caption, [[_words(cell) for cell in _each(row, "tc")] for row in _each(part, "tr")]))
        elif _style(part) == "Caption":
            caption = _words(part)
    return found


def text(body: Any) -> str:
    """Every paragraph and cell, and the alternative text of every picture."""
    words = [_words(paragraph) for paragraph in body.iter(_name("p"))]
    pictures = [part.get("descr", "") for part in body.iter() if part.tag.endswith("}docPr")]
    return "\n".join([*words, *pictures])


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{tag}"))


def _is(part: Any, tag: str) -> bool:
    return bool(part.tag == _name(tag))


def _each(part: Any, tag: str) -> Iterator[Any]:
    yield from part.iterchildren(_name(tag))


def _style(part: Any) -> str:
    return next((str(style.get(_name("val"))) for style in part.iter(_name("pStyle"))), "")


def _words(part: Any) -> str:
    texts = (_name("t"), _name("br"))
    return "".join("\n" if _is(each, "br") else each.text or "" for each in part.iter(*texts))
