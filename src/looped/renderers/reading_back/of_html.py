"""Reads our web page."""

from typing import Any


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
    """Every word of the page's body, charts' titles and descriptions included."""
    body = page.find("body")
    return "\n".join(part.strip() for part in body.itertext() if part.strip())


def _words(element: Any) -> str:
    return str(element.text_content()).strip()
