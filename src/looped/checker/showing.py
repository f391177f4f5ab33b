"""The findings shown: the document back with its findings marked, and a page with the text and what was found."""

import re
from dataclasses import dataclass
from html import escape
from itertools import chain, count
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
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem;overflow-wrap:anywhere}h2{font-size:1.25rem;margin:2rem 0 .5rem}
h3,h4,h5,h6{font-size:1.1rem;margin:1.2rem 0 .4rem}nav{border-bottom:1px solid #b6c0c8;margin:0 0 1rem}
nav h2{margin-top:0}nav ol{margin:0 0 1.5rem;padding-left:2.2rem}nav li{margin:.3rem 0;overflow-wrap:anywhere}
a{color:#1c4f72}a:focus-visible,.note:target,.at:target+mark,.at:target+.at+mark,.at:target+.at+.at+mark{
  outline:3px solid #14212b}[id]{scroll-margin-top:30vh}
.sum{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding:0;list-style:none;margin:0 0 1.5rem}
.row{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:0 2rem}
.row.alone{grid-template-columns:minmax(0,1fr)}
.row>div{min-width:0;overflow-x:auto}
.row>div[tabindex]{background:linear-gradient(90deg,#fff 1rem,#fff0) left/2rem 100% no-repeat local,
  linear-gradient(-90deg,#fff 1rem,#fff0) right/2rem 100% no-repeat local,
  linear-gradient(90deg,#14212b38,#14212b00) left/.6rem 100% no-repeat scroll,
  linear-gradient(-90deg,#14212b38,#14212b00) right/.6rem 100% no-repeat scroll}
.row p{margin:.35rem 0}
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
    content = marked(path, judgement.told)
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / f"{path.stem}-checked.html"
    page.write_text(as_page(document, judgement), encoding="utf-8")
    written = [page]
    if content is not None:
        copy = folder / f"{path.stem}-checked{path.suffix.lower()}"
        copy.write_bytes(content)
        written.append(copy)
    return written


@dataclass(frozen=True)
class Shown:
    """One note: findings that say the same of the same words. number: by which the list and the note name it."""

    number: int
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """Whose words stand for all."""
        return self.findings[0]


def as_page(document: Document, judgement: Judgement) -> str:
    """One page without scripts or links out: what was found as a list, then the text with it beside."""
    title = escape(f"{document.name or 'Document'}: checked")
    lost, of_blocks = _shown(document, judgement.told)
    rows = "".join(_row(block, shown) for block, shown in zip(document.blocks, of_blocks, strict=True))
    elsewhere = f"<section aria-label='Elsewhere'>{_notes(lost)}</section>" if lost else ""
    listed = _listed([*lost, *chain.from_iterable(of_blocks)], rows)
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f"<body><main><h1>{title}</h1>{_summary(judgement)}{listed}{elsewhere}"
        f"<section aria-label='The document'>{rows}</section></main></body></html>"
    )


def _shown(document: Document, found: list[Finding]) -> tuple[list[Shown], list[list[Shown]]]:
    """The notes of no block, then those of each block, numbered as they stand on the page."""
    of_blocks = [[each for each in found if each.where.line in _lines(block)] for block in document.blocks]
    placed = {id(each) for findings in of_blocks for each in findings}
    numbers = count(1)
    lost, *others = (
        [Shown(next(numbers), same) for same in _alike(findings)]
        for findings in ([each for each in found if id(each) not in placed], *of_blocks)
    )
    return lost, others


def _alike(findings: list[Finding]) -> list[tuple[Finding, ...]]:
    """The findings of a block; those that say the same in several places, together."""
    alike: dict[tuple[str, str, str], list[Finding]] = {}
    for each in findings:
        alike.setdefault((each.verdict, each.quote, each.why), []).append(each)
    return [tuple(same) for same in alike.values()]


def _listed(shown: list[Shown], rows: str) -> str:
    """What was found, each with a link to its words, or to its note where they can't be marked."""
    if not shown:
        return ""
    items = "".join(_item(each, rows) for each in shown)
    return f'<nav aria-labelledby="found"><h2 id="found">What was found</h2><ol>{items}</ol></nav>'


def _item(shown: Shown, rows: str) -> str:
    first = shown.first
    at = f"at-{shown.number}" if f'id="at-{shown.number}"' in rows else f"note-{shown.number}"
    place = (f"page {first.where.page}" if first.where.page else "", first.where.section or "", first.where.table or "")
    where = escape(", ".join(dict.fromkeys(each for each in place if each)))
    said = f' <span class="where">{where}</span>' if where else ""
    return f'<li><a href="#{at}">{WORDS[first.verdict]}: {escape(first.quote)}</a>{said}</li>'


def _summary(judgement: Judgement) -> str:
    """How many of each; findings with one cause are one mistake."""
    wrong = [each for each in judgement.told if each.verdict == "wrong"]
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


def _row(block: Block, shown: list[Shown]) -> str:
    text = f"<div{_reachable(block)}>{_text(block, shown)}</div>"
    if isinstance(block, Table) and not shown:
        # Wide tables take the room where no note stands.
        return f'<div class="row alone">{text}</div>'
    return f'<div class="row">{text}<div>{_notes(shown)}</div></div>'


def _reachable(block: Block) -> str:
    """A wide table scrolls within its place: so it must be reachable by keyboard, and have a name."""
    return (
        f' tabindex="0" role="region" aria-label="{escape(block.title or "Table")}"' if isinstance(block, Table) else ""
    )


def _text(block: Block, shown: list[Shown]) -> str:
    if isinstance(block, Table):
        return _table(block, shown)
    marks = re.match(r"(#{0,6})\s*(.*)", block.text, re.DOTALL)
    assert marks  # no mark at all is one of its forms
    if marks[2].strip() == block.section:
        # The page's own title is the first level; marked headings keep their order below it.
        level = min(max(len(marks[1]), 1) + 1, 6)
        return f"<h{level}>{_quoted(marks[2], shown)}</h{level}>"
    return f"<p>{_quoted(block.text, shown)}</p>"


def _table(block: Table, shown: list[Shown]) -> str:
    placed: set[int] = set()
    return f"<table>{''.join(_line(row, shown, placed) for row in block.rows)}</table>"


def _line(row: tuple[Cell, ...], shown: list[Shown], placed: set[int]) -> str:
    """placed: notes to which a cell belongs already; each leads to the first of its cells."""
    cells = ""
    for cell in row:
        mine = [each for each in shown if any(_is_at(finding, cell, row) for finding in each.findings)]
        new = [each.number for each in mine if each.number not in placed]
        placed.update(new)
        cells += f"<td>{_marked(cell.text, new) if mine else escape(cell.text)}</td>"
    return f"<tr>{cells}</tr>"


def _is_at(finding: Finding, cell: Cell, row: tuple[Cell, ...]) -> bool:
    return finding.quote == cell.text and row[0].text in (finding.where.row, finding.quote)


def _quoted(text: str, shown: list[Shown]) -> str:
    """The text with the first place of each quote marked; of quotes that overlap, the first."""
    spans = sorted(
        (at, at + len(each.first.quote), each.number)
        for each in shown
        for at in [text.find(each.first.quote)]
        if each.first.quote and at >= 0
    )
    marks: list[tuple[int, int, list[int]]] = []
    for start, stop, number in spans:
        if marks and start < marks[-1][1]:
            marks[-1][2].append(number)
        else:
            marks.append((start, stop, [number]))
    said, end = "", 0
    for start, stop, numbers in marks:
        said += escape(text[end:start]) + _marked(text[start:stop], numbers)
        end = stop
    return said + escape(text[end:])


def _marked(words: str, numbers: list[int]) -> str:
    """Marked words, with the places that the list's links lead to."""
    places = "".join(f'<span class="at" id="at-{number}"></span>' for number in numbers)
    return f"{places}<mark>{escape(words)}</mark>"


def _notes(shown: list[Shown]) -> str:
    return "".join(map(_note, shown))


def _note(shown: Shown) -> str:
    first = shown.first
    places = " / ".join(dict.fromkeys(p for each in shown.findings for p in (each.where.row, each.where.column) if p))
    where = f'<span class="where">{escape(places)}</span>' if places else ""
    expected = f" Expected: {escape(first.expected)}." if first.expected else ""
    return (
        f'<div class="note {first.verdict}" id="note-{shown.number}">'
        f"<b>{shown.number}. {WORDS[first.verdict]}: {escape(first.quote)}</b>{where}"
        f"<div>{escape(first.why)}.{expected}</div></div>"
    )
