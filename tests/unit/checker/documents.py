"""The seed's text in other formats, made for tests."""

import html
from functools import cache
from pathlib import Path

from looped.checker.document import Document, Table
from looped.checker.readers.text import read

REPORT = Path(__file__).parents[2] / "seed" / "report.txt"


@cache
def source() -> Document:
    return read(REPORT.read_text())


def padded(table: Table) -> list[list[str]]:
    width = max(map(len, table.rows))
    return [[cell.text for cell in row] + [""] * (width - len(row)) for row in table.rows]


def as_word(path: Path) -> None:
    import docx

    word = docx.Document()
    for block in source().blocks:
        if isinstance(block, Table):
            rows = padded(block)
            made = word.add_table(len(rows), len(rows[0]))
            for cells, texts in zip((row.cells for row in made.rows), rows, strict=True):
                for cell, text in zip(cells, texts, strict=True):
                    cell.text = text
        else:
            word.add_paragraph(block.text)
    word.save(str(path))


def as_pdf(path: Path) -> None:
    import typst

    def quoted(text: str) -> str:
        return '[#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"]'

    parts = []
    for block in source().blocks:
        if isinstance(block, Table):
            rows = padded(block)
            cells = ", ".join(quoted(text) for row in rows for text in row)
            parts.append(f"#table(columns: {len(rows[0])}, {cells})")
        else:
            parts.append(f"#par{quoted(block.text)}")
    typst.compile("\n\n".join(parts).encode(), output=str(path))


def as_html(path: Path) -> None:
    parts = []
    for block in source().blocks:
        if isinstance(block, Table):
            rows = ["".join(f"<td>{html.escape(text)}</td>" for text in row) for row in padded(block)]
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            tag = "h2" if block.text == block.section else "p"
            parts.append(f"<{tag}>{html.escape(block.text)}</{tag}>")
    path.write_text("<html><body>" + "".join(parts) + "</body></html>", encoding="utf-8")
