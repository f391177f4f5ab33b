"""Word files: paragraphs and tables in the order of the body. Macros, links and pictures are never opened.

The XML is read as it stands: a library's object for each paragraph, cell and run takes four times as long.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from looped.checker.document import Document
from looped.checker.readers.building import Building
from looped.checker.readers.text import is_heading
from looped.checker.readers.word_parts import W, text_and_styles
from looped.errors import UnreadableError

UNPACKED = 400 << 20
P, R, T, LINK, TABLE, ROW, CELL = (f"{W}{name}" for name in ("p", "r", "t", "hyperlink", "tbl", "tr", "tc"))
VALUE, STYLE, SPAN = f"{W}val", f"{W}pPr/{W}pStyle", f"{W}tcPr/{W}gridSpan"
# What stands between the words of a run; a break that ends no line ends a page or a column.
BREAK = f"{W}br"
SIGNS = {BREAK: "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t", f"{W}tab": "\t"}


def read(path: Path) -> Document:
    """The document of a .docx file. Raises: UnreadableError for a file that is none or unpacks to too much."""
    from looped.files.sizes import check_unpacked

    check_unpacked(path, UNPACKED)
    try:
        body, styles = text_and_styles(path)
        return _built(body, styles, path.name)
    except MemoryError:
        raise
    except Exception as error:
        # A broken file may fail anywhere, and each library that reads a part of it has errors of its own.
        raise UnreadableError(f"{path.name}: this is no Word file. To mend it: save it again as .docx.") from error


def _built(body: Any, styles: dict[str | None, str] | None, name: str) -> Document:
    building = Building(name)
    for element in body.iterchildren(P, TABLE):
        if element.tag == TABLE:
            building.table([_cells(row) for row in element.iterchildren(ROW)])
        else:
            sign = own.get(VALUE) if (own := element.find(STYLE)) is not None else None
            _paragraph(building, _words(element), (sign or "") if styles is None else styles.get(sign, ""))
    return building.document()


def _paragraph(building: Building, words: str, style: str) -> None:
    if style.startswith(("Heading", "Title")) or (not style.startswith("List") and is_heading(words.strip())):
        building.heading(words)
    else:
        building.paragraph(words)


def _words(paragraph: Any) -> str:
    """The words of a paragraph's own runs and of those of its links: neither of text boxes nor of what was put in."""
    return "".join(
        words
        for part in paragraph.iterchildren(R, LINK)
        for run in ((part,) if part.tag == R else part.iterchildren(R))
        for words in _run(run)
    )


def _run(run: Any) -> Iterator[str]:
    for each in run.iterchildren(T, *SIGNS):
        if each.tag == T:
            yield each.text or ""
        elif each.tag != BREAK or each.get(f"{W}type", "textWrapping") == "textWrapping":
            yield SIGNS[each.tag]


def _cells(row: Any) -> list[str]:
    """A merged cell once with blanks behind it; a table inside a cell is read as its text."""
    cells: list[str] = []
    for cell in row.iterchildren(CELL):
        cells.append(" ".join("".join(each.itertext(T)) for each in cell.iter(P)))
        span = cell.find(SPAN)
        if span is not None:
            cells += [""] * (int(span.get(VALUE)) - 1)
    return cells
