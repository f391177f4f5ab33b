"""HTML pages: headings, paragraphs, list items and tables. Nothing is fetched and no script is run."""

from pathlib import Path
from typing import Any

from looped.checker.document import Document
from looped.checker.readers.building import Building
from looped.errors import UnreadableError

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
RUNS = ("p", "li", "dd", "dt", "figcaption", "blockquote", "summary", "td", "th", "pre")
LEFT_OUT = ("script", "style", "template", "noscript", "svg", "head", "nav", "object", "iframe")
DEEPEST = 200


def read(path: Path) -> Document:
    """The document of an HTML file. Raises: UnreadableError where nothing is in it."""
    from lxml import etree, html

    content = path.read_bytes()
    parser = html.HTMLParser(
        encoding=_encoding(content), no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    if not content.strip():
        raise UnreadableError(f"{path.name}: it is empty.")
    building = Building(path.name)
    try:
        root = html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"{path.name}: this page can't be read. To mend it: save it again.") from error
    _walk(building, root, 0)
    return building.document()


def _encoding(content: bytes) -> str | None:
    """UTF-8 where it is that, whatever the page says; else what the page says."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _walk(building: Building, element: Any, depth: int) -> None:
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in LEFT_OUT or depth > DEEPEST:
            continue
        if tag in HEADINGS:
            building.heading(child.text_content())
        elif tag == "table":
            _table(building, child)
        elif tag in RUNS and not child.xpath(".//table|.//p|.//li") or len(child) == 0 or _has_own_words(child):
            building.paragraph(child.text_content())
        else:
            _walk(building, child, depth + 1)


def _has_own_words(element: Any) -> bool:
    """Whether words stand in it beside its children, and no block is among these."""
    own = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
    blocks = element.xpath(".//table|.//p|.//li|.//div|.//section|.//h1|.//h2|.//h3|.//h4")
    return bool(own) and not blocks


def _table(building: Building, table: Any) -> None:
    caption = " ".join("".join(each.text_content() for each in table.xpath("./caption")).split())
    rows = []
    for row in table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr"):
        cells: list[str] = []
        for cell in row.xpath("./td|./th"):
            span = cell.get("colspan", "1")
            cells.append(cell.text_content())
            cells += [""] * (min(int(span), 50) - 1 if span.isdigit() else 0)
        rows.append(cells)
    from looped.checker.readers.building import CAPTION

    building.table(rows, CAPTION.sub("", caption))
