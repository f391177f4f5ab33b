"""The findings shown: the document back with its findings marked, and a page with the text and what was found."""

from html import escape
from itertools import groupby
from pathlib import Path

from looped.checker.document import Block, Cell, Document, Table
from looped.checker.finding import Finding
from looped.checker.judging import Judgement
from looped.checker.marking import marked

WORDS = {"wrong": "Wrong", "rounding": "Rounding", "arguable": "Arguable"}
STYLE = """
*{box-sizing:border-box}
body{font:1rem/1.5 system-ui,Arial,sans-serif;color:#14212b;background:#fff;margin:0 auto;
     padding:1.5rem;max-width:78rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}
.sum{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding:0;list-style:none;margin:0 0 1.5rem}
.row{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 2rem}
.row>div{min-width:0;overflow-x:auto}.row p{margin:.35rem 0}
.note{border-left:6px solid #6b7780;background:#f0f4f7;padding:.5rem .75rem;margin:.35rem 0 .7rem;
      overflow-wrap:anywhere}
.note b{display:block}.wrong{border-color:#8f1d2c}.rounding{border-color:#8a5a00}.arguable{border-color:#1c4f72}
.where{color:#4a5963;font-size:.9rem}mark{background:#ffe08a;color:inherit;padding:0 .1em}
table{border-collapse:collapse;margin:.35rem 0 .9rem;font-size:.92rem}
td+td{white-space:nowrap}td{border-bottom:1px solid #b6c0c8;padding:.25rem .6rem .25rem 0;vertical-align:top}
@media(max-width:46rem){body{padding:1rem}.row{grid-template-columns:minmax(0,1fr)}}
"""


def write(path: Path, document: Document, judgement: Judgement, folder: Path) -> list[Path]:
    """Writes the page, and a marked copy of a Word file or a PDF. Gives the paths written. Raises: UnreadableError."""
    content = marked(path, judgement.amiss)
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / f"{path.stem}-checked.html"
    page.write_text(as_page(document, judgement), encoding="utf-8")
    written = [page]
    if content is not None:
        copy = folder / f"{path.stem}-checked{path.suffix.lower()}"
        copy.write_bytes(content)
        written.append(copy)
    return written


def as_page(document: Document, judgement: Judgement) -> str:
    """One page without scripts or links out: the text on the left, what was found beside it."""
    title = escape(f"{document.name or 'Document'}: checked")
    found = judgement.amiss
    rows = "".join(
        _row(block, [each for each in found if each.where.line in _lines(block)]) for block in document.blocks
    )
    lost = [each for each in found if not any(each.where.line in _lines(block) for block in document.blocks)]
    elsewhere = f"<section aria-label='Elsewhere'>{_notes(lost)}</section>" if lost else ""
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f"<body><main><h1>{title}</h1>{_summary(judgement)}{elsewhere}{rows}</main></body></html>"
    )


def _summary(judgement: Judgement) -> str:
    """How many of each; findings with one cause are one mistake."""
    wrong = [each for each in judgement.findings if each.verdict == "wrong"]
    numbers = [
        f"<b>{len({each.slip for each in wrong})}</b> wrong, in {len(wrong)} place{'' if len(wrong) == 1 else 's'}"
    ]
    for verdict, words in (("rounding", "cut off or rounded the other way"), ("arguable", "arguable")):
        numbers.append(f"<b>{sum(each.verdict == verdict for each in judgement.findings)}</b> {words}")
    numbers.append(f"<b>{sum(each.verdict == 'ok' for each in judgement.findings)}</b> worked out and right")
    numbers.append(f"<b>{judgement.not_judged}</b> that nothing in the document can judge")
    return '<ul class="sum">' + "".join(f"<li>{each}</li>" for each in numbers) + "</ul>"


def _lines(block: Block) -> set[int | None]:
    if isinstance(block, Table):
        return {row[0].line for row in block.rows if row}
    return {block.line, *block.lines}


def _row(block: Block, findings: list[Finding]) -> str:
    return f'<div class="row"><div{_reachable(block)}>{_text(block, findings)}</div><div>{_notes(findings)}</div></div>'


def _reachable(block: Block) -> str:
    """A wide table scrolls within its place: so it must be reachable by keyboard, and have a name."""
    return (
        f' tabindex="0" role="region" aria-label="{escape(block.title or "Table")}"' if isinstance(block, Table) else ""
    )


def _text(block: Block, findings: list[Finding]) -> str:
    if isinstance(block, Table):
        return f"<table>{''.join(_line(row, findings) for row in block.rows)}</table>"
    if block.text == block.section:
        return f"<h2>{escape(block.text)}</h2>"
    return f"<p>{_quoted(block.text, [each.quote for each in findings])}</p>"


def _line(row: tuple[Cell, ...], findings: list[Finding]) -> str:
    mine = {each.quote for each in findings if each.where.row == row[0].text or each.quote == row[0].text}
    cells = (f"<mark>{escape(cell.text)}</mark>" if cell.text in mine else escape(cell.text) for cell in row)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _quoted(text: str, quotes: list[str]) -> str:
    """The text with the first place of each quote marked."""
    spans = sorted((at, at + len(quote)) for quote in quotes for at in [text.find(quote)] if quote and at >= 0)
    said, end = "", 0
    for start, stop in spans:
        if start >= end:
            said += f"{escape(text[end:start])}<mark>{escape(text[start:stop])}</mark>"
            end = stop
    return said + escape(text[end:])


def _notes(findings: list[Finding]) -> str:
    """The findings of a block; those that say the same in several places, once."""
    found = sorted(findings, key=lambda each: (each.verdict, each.why))
    return "".join(
        _note(list(same)) for _, same in groupby(found, key=lambda each: (each.verdict, each.quote, each.why))
    )


def _note(same: list[Finding]) -> str:
    first = same[0]
    places = " / ".join(dict.fromkeys(p for each in same for p in (each.where.row, each.where.column) if p))
    where = f'<span class="where">{escape(places)}</span>' if places else ""
    expected = f" Expected: {escape(first.expected)}." if first.expected else ""
    return (
        f'<div class="note {first.verdict}"><b>{WORDS[first.verdict]}: {escape(first.quote)}</b>{where}'
        f"<div>{escape(first.why)}.{expected}</div></div>"
    )
