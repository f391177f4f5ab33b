"""The findings shown: the Word file back with comments in its margin, and a page with the text and findings."""

import html
from pathlib import Path

from looped.checker.document import Block, Document, Table
from looped.checker.finding import Finding
from looped.checker.judging import Judgement

STYLE = (
    "body{font:16px/1.5 sans-serif;margin:2rem;max-width:75rem}"
    ".row{display:grid;grid-template-columns:3fr 2fr;gap:2rem}"
    "aside p{border-left:4px solid #1d70b8;padding-left:.6rem;margin:0 0 .6rem}aside .wrong{border-color:#d4351c}"
    "table{border-collapse:collapse}td{border:1px solid #b1b4b6;padding:.2rem .5rem}"
)


def write(path: Path, document: Document, judgement: Judgement, folder: Path) -> list[Path]:
    """Writes the page, and for a Word file its copy with comments. Gives the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / f"{path.stem}-checked.html"
    page.write_text(as_page(document, judgement.amiss), encoding="utf-8")
    written = [page]
    if path.suffix.lower() == ".docx":
        written.append(folder / f"{path.stem}-checked.docx")
        _commented(path, judgement.amiss, written[-1])
    return written


def as_page(document: Document, findings: list[Finding]) -> str:
    """One page without scripts or links: the text on the left, what was found beside it."""
    left = {line: finding for finding in findings for line in [finding.where.line]}
    rows = "".join(_row(block, [f for f in findings if f.where.line in _lines(block)]) for block in document.blocks)
    title = html.escape(document.name or "Document")
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}: checked</title>'
        f"<style>{STYLE}</style></head><body><h1>{title}: checked</h1><p>{len(left)} places.</p>{rows}</body></html>"
    )


def _lines(block: Block) -> set[int | None]:
    if isinstance(block, Table):
        return {row[0].line for row in block.rows if row}
    return {block.line}


def _row(block: Block, findings: list[Finding]) -> str:
    if isinstance(block, Table):
        cells = ("".join(f"<td>{html.escape(cell.text)}</td>" for cell in row) for row in block.rows)
        text = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    else:
        text = f"<p>{html.escape(block.text)}</p>"
    notes = "".join(f'<p class="{each.verdict}">{html.escape(note_of(each))}</p>' for each in findings)
    return f'<div class="row"><div>{text}</div><aside>{notes}</aside></div>'


def note_of(finding: Finding) -> str:
    """A finding as a note in a margin."""
    place = " / ".join(part for part in (finding.where.row, finding.where.column) if part)
    head = f"{finding.verdict.capitalize()}: {finding.quote}" + (f" ({place})" if place else "")
    return f"{head}. {finding.why}. Expected: {finding.expected}."


def _commented(path: Path, findings: list[Finding], to: Path) -> None:
    """A copy of the file with a comment at each paragraph or cell that a finding quotes."""
    import docx

    word = docx.Document(str(path))
    cells = [p for table in word.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    paragraphs = [each for each in (*word.paragraphs, *cells) if each.runs]
    for finding in findings:
        here = next((each for each in paragraphs if finding.quote in each.text), paragraphs[0] if paragraphs else None)
        if here is not None:
            word.add_comment(here.runs, text=note_of(finding), author="looped check", initials="LC")
    word.save(str(to))
