"""Reads our web page."""

import re
from typing import Any

WIDTH = re.compile(r"-(?:wide|narrow)(?=-)")


def opened(content: bytes) -> Any:
    """The page."""
    from lxml import html

    return html.document_fromstring(content.decode())


def tables(page: Any) -> list[tuple[str, list[list[str]]]]:
    """Every table with its caption."""
    return [
        (_words(table.find("caption")), [[_words(cell) for cell in row] for row in table.iter("tr")])
        for table in page.iter("table")
    ]


def text(page: Any) -> str:
    """Every word of the page's body, charts' titles included, and their descriptions.

    A chart stands there twice, wide and narrow; one of its two descriptions is read, where both say the same.
    """
    body = page.find("body")
    told: dict[str, list[str]] = {}
    for each in body.iter("desc"):
        told.setdefault(WIDTH.sub("", each.get("id", "")), []).append(_words(each))
        each.text = None
    once = [words[0] for words in told.values() if len(set(words)) == 1]
    return "\n".join([*(part.strip() for part in body.itertext() if part.strip()), *once])


def _words(element: Any) -> str:
    return str(element.text_content()).strip()
