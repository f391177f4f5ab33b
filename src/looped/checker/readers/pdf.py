"""PDF files by their layout: ruled tables by their lines, others by the gaps between words; pages run on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from looped.checker.document import Block, Cell, Document, Paragraph, Table
from looped.checker.halves import in_halves
from looped.checker.readers import pdf_lines
from looped.checker.readers.building import CAPTION
from looped.checker.readers.pdf_lines import (
    Line,
    across_pages,
    ends_paragraph,
    headings_of,
    in_turn,
    lines_of,
    with_whole_cells,
)
from looped.checker.readers.text import read as read_text
from looped.errors import UnreadableError

PAGES = 400
# So many pages take longer than a fork.
LONG = 10
# What marks a line as a heading for the reader of texts.
MARK = "### "


def read(path: Path) -> Document:
    """The document of a PDF file. Raises: UnreadableError for a file that is none, is locked or holds no text."""
    import pdfplumber

    try:
        # From memory: two processes would move one file's place under each other.
        with pdfplumber.open(BytesIO(path.read_bytes())) as pdf:
            every = pdf.pages[:PAGES]
            pages = in_halves(lambda at: _read_page(every[at]), len(every), is_long=len(every) > LONG)
    except Exception as error:
        # The library has no error of its own for a broken file: any of its parts may fail.
        raise UnreadableError(f"{path.name}: this PDF can't be read. To mend it: save it again.") from error
    if not any(pages):
        raise UnreadableError(f"{path.name}: no text is in it. To mend it: check the file that it was made from.")
    return _document(across_pages(_without_furniture(pages)), path.name)


def _read_page(page: Any) -> list[Line]:
    """The lines of a page, of which the library then keeps nothing."""
    lines = list(_lines(page))
    page.close()
    return lines


def _lines(page: Any) -> Iterator[Line]:
    """Lines of a page from top to bottom."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.rows[0].cells) > 1]
    boxes = [table.bbox for table in tables]
    found: list[Line] = []
    for table in tables:
        texts = table.extract()
        for row, cells in zip(table.rows, texts, strict=True):
            left, top, right, bottom = row.bbox
            own = tuple(pdf_lines.Cell(left, right, " ".join((cell or "").split())) for cell in cells)
            found.append(Line(top, bottom, own, is_ruled=True))
    words = page.extract_words(keep_blank_chars=False, extra_attrs=["fontname"])
    found += lines_of(word for word in words if not _inside(word, boxes))
    return iter(with_whole_cells(sorted(found, key=lambda line: line.top)))


def _inside(word: dict[str, Any], boxes: list[tuple[float, float, float, float]]) -> bool:
    middle, height = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return any(left <= middle <= right and top <= height <= bottom for left, top, right, bottom in boxes)


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without page numbers and what heads or foots most of them."""
    ends = Counter(
        _shape(line.text) for lines in pages for line in {id(each): each for each in (*lines[:1], *lines[-1:])}.values()
    )
    often = {words for words, number in ends.items() if number > 2 and 2 * number > len(pages)}
    kept = []
    for lines in pages:
        first = 1 if lines and (_shape(lines[0].text) in often) else 0
        last = (
            len(lines) - 1 if lines and (_shape(lines[-1].text) in often or _is_number(lines[-1].text)) else len(lines)
        )
        kept.append(lines[first : max(first, last)])
    return kept


def _shape(words: str) -> str:
    return re.sub(r"\d+", "0", words)


def _is_number(words: str) -> bool:
    return bool(re.fullmatch(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", words.strip(), re.I))


def _document(pages: list[list[Line]], name: str) -> Document:
    """The pages as one text with blank lines where the gaps are, read as text is; each block told its page."""
    texts: list[str] = []
    numbers: list[int] = []
    headings = headings_of(pages)
    for number, lines in enumerate(pages, start=1):
        bottom, after_heading = None, number > 1 and (ends_paragraph(pages[number - 2]) or _begins_anew(lines))
        for line, is_heading in in_turn(lines, headings):
            apart = bottom is not None and line.top - bottom > 0.75 * max(line.bottom - line.top, 6)
            if after_heading or is_heading or (apart and "\t" not in line.text):
                texts.append("")
                numbers.append(number)
            texts.append(MARK + line.text.lstrip("#") if is_heading else line.text)
            numbers.append(number)
            bottom, after_heading = line.bottom, is_heading
    document = read_text("\n".join(texts), name)
    return Document(tuple(_paged(block, numbers) for block in document.blocks), name)


def _begins_anew(lines: list[Line]) -> bool:
    """Whether a page begins with a caption."""
    return bool(lines) and bool(CAPTION.match(lines[0].text))


def _paged(block: Block, numbers: list[int]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=block.text.removeprefix(MARK), page=numbers[(block.line or 1) - 1])
    rows = [tuple(replace(cell, page=numbers[(cell.line or 1) - 1]) for cell in row) for row in block.rows]
    # A table that runs on to another page says its header again.
    heads = [cell.text for cell in rows[0]]
    kept: list[tuple[Cell, ...]] = [rows[0], *(row for row in rows[1:] if [cell.text for cell in row] != heads)]
    return Table(tuple(kept), block.title, block.section, rows[0][0].page)
