"""PDF files by their layout: ruled tables by their lines, others by the gaps between words; pages run on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from looped.checker.document import Block, Cell, Document, Paragraph, Table
from looped.checker.readers.text import read as read_text
from looped.errors import UnreadableError

PAGES = 400
# A gap this many letters wide parts two cells.
GAP = 1.6
Line = tuple[float, float, str]


def read(path: Path) -> Document:
    """The document of a PDF file. Raises: UnreadableError for a file that is none, is locked or holds no text."""
    import pdfplumber

    pages: list[list[Line]] = []
    try:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages[:PAGES]:
                pages.append(list(_lines(page)))
                page.close()
    except Exception as error:
        # The library has no error of its own for a broken file: any of its parts may fail.
        raise UnreadableError(f"{path.name}: this PDF can't be read. To mend it: save it again.") from error
    if not any(pages):
        raise UnreadableError(f"{path.name}: no text is in it. To mend it: check the file that it was made from.")
    return _document(_without_furniture(pages), path.name)


def _lines(page: Any) -> Iterator[Line]:
    """Lines of a page as (top, bottom, text), top to bottom; cells parted by tabs."""
    tables = [table for table in page.find_tables() if len(table.rows) > 1 and len(table.rows[0].cells) > 1]
    boxes = [table.bbox for table in tables]
    found: list[Line] = []
    for table in tables:
        texts = table.extract()
        for row, cells in zip(table.rows, texts, strict=True):
            joined = "\t".join(" ".join((cell or "").split()) for cell in cells)
            found.append((row.bbox[1], row.bbox[3], joined))
    words = [word for word in page.extract_words(keep_blank_chars=False) if not _inside(word, boxes)]
    found += _rows_of_words(words)
    return iter(sorted(found, key=lambda line: line[0]))


def _inside(word: dict[str, Any], boxes: list[tuple[float, float, float, float]]) -> bool:
    middle, height = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    return any(left <= middle <= right and top <= height <= bottom for left, top, right, bottom in boxes)


def _rows_of_words(words: list[dict[str, Any]]) -> list[Line]:
    """Words that stand at one height, with tabs where the gap is wider than a space can be."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda each: (round(each["bottom"]), each["x0"])):
        if rows and abs(rows[-1][-1]["bottom"] - word["bottom"]) < 3:
            rows[-1].append(word)
        else:
            rows.append([word])
    made = []
    for row in rows:
        row.sort(key=lambda each: each["x0"])
        text = row[0]["text"]
        for before, word in zip(row, row[1:], strict=False):
            letter = (word["bottom"] - word["top"]) * 0.5
            text += ("\t" if word["x0"] - before["x1"] > GAP * letter else " ") + word["text"]
        made.append((min(each["top"] for each in row), max(each["bottom"] for each in row), text))
    return made


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without page numbers and what heads or foots most of them."""
    ends = Counter(
        _shape(line[2]) for lines in pages for line in {id(each): each for each in (*lines[:1], *lines[-1:])}.values()
    )
    often = {words for words, number in ends.items() if number > 2 and 2 * number > len(pages)}
    kept = []
    for lines in pages:
        first = 1 if lines and (_shape(lines[0][2]) in often) else 0
        last = len(lines) - 1 if lines and (_shape(lines[-1][2]) in often or _is_number(lines[-1][2])) else len(lines)
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
    for number, lines in enumerate(pages, start=1):
        bottom = None
        for top, low, words in lines:
            if bottom is not None and top - bottom > 0.75 * max(low - top, 6) and "\t" not in words:
                texts.append("")
                numbers.append(number)
            texts.append(words)
            numbers.append(number)
            bottom = low
    document = read_text("\n".join(texts), name)
    return Document(tuple(_paged(block, numbers) for block in document.blocks), name)


def _paged(block: Block, numbers: list[int]) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, page=numbers[(block.line or 1) - 1])
    rows = [tuple(replace(cell, page=numbers[(cell.line or 1) - 1]) for cell in row) for row in block.rows]
    # A table that runs on to another page says its header again.
    heads = [cell.text for cell in rows[0]]
    kept: list[tuple[Cell, ...]] = [rows[0], *(row for row in rows[1:] if [cell.text for cell in row] != heads)]
    return Table(tuple(kept), block.title, block.section, rows[0][0].page)
