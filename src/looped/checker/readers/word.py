"""Word files: paragraphs and tables in the order of the body. Macros, links and pictures are never opened."""

from pathlib import Path
from typing import Any

from looped.checker.document import Document
from looped.checker.readers.building import Building
from looped.checker.readers.text import is_heading
from looped.errors import UnreadableError

UNPACKED = 400 << 20


def read(path: Path) -> Document:
    """The document of a .docx file. Raises: UnreadableError for a file that is none or unpacks to too much."""
    from looped.files.sizes import check_unpacked

    check_unpacked(path, UNPACKED)
    import docx

    try:
        word = docx.Document(str(path))
    except Exception as error:
        # The library has no error of its own for a broken file: any of its parts may fail.
        raise UnreadableError(f"{path.name}: this is no Word file. To mend it: save it again as .docx.") from error
    return _built(word, path.name)


def _built(word: Any, name: str) -> Document:
    from docx.table import Table

    building = Building(name)
    # Asked of each paragraph, the library goes through all styles: four fifths of the time of reading.
    styles = {style.style_id: style.name or "" for style in word.styles}
    for element in word.element.body.iterchildren():
        if element.tag.endswith("}p"):
            _paragraph(building, element.text, styles.get(element.style, ""))
        elif element.tag.endswith("}tbl"):
            building.table(_rows(Table(element, word)))
    return building.document()


def _paragraph(building: Building, words: str, style: str) -> None:
    if style.startswith(("Heading", "Title")) or (not style.startswith("List") and is_heading(words.strip())):
        building.heading(words)
    else:
        building.paragraph(words)


def _rows(table: Any) -> list[list[str]]:
    """Cells by their XML: a merged cell once with blanks behind it; a table inside a cell is read as its text."""
    from docx.oxml.ns import qn

    rows = []
    for row in table._tbl.tr_lst:
        cells: list[str] = []
        for cell in row.tc_lst:
            cells.append(" ".join("".join(p.itertext(qn("w:t"))) for p in cell.iter(qn("w:p"))))
            cells += [""] * (cell.grid_span - 1)
        rows.append(cells)
    return rows
