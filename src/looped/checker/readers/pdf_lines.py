"""The lines of a PDF's page from its words: cells by wide gaps, wrapped cells as one, headings by their type.

Lengths are in points; a page's top is 0.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from looped.checker.readers.building import CAPTION

# A gap this many letters wide parts two cells.
GAP = 1.6
# And as far from it as so many times the height of its letters, at most.
TAB = 4.0
# So many lines up and down are asked how far labels reach.
AROUND = 12
# Lines of one cell stand nearer than this part of their height, and nearer by so much than row stands to row.
WITHIN, NEARER = 0.6, 2.0
# A heading's letters are larger by so much than those of the body, and it has no more words than this.
LARGER, LONGEST = 1.08, 18
# A paragraph's last line ends so much of the text's width before its edge.
SHORT = 0.12
BOLD = re.compile(r"bold|black|heavy|semib|demib", re.I)
# What stands before an item of a list, set apart by a tab.
BULLET = re.compile(r"[•▪●○◦·–—*o\uf0a7\uf0b7-]")
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
ITEM = re.compile(rf"{BULLET.pattern}|{NUMBER.pattern}")
FIGURE = re.compile(r"[£$€(<>+−±–-]{0,2}\s?\d")
GOES_ON = re.compile(r"[a-z(&]")


@dataclass(frozen=True)
class Cell:
    """Words between two wide gaps, and where they begin and end."""

    left: float
    right: float
    text: str


@dataclass(frozen=True)
class Line:
    """What stands at one height. size: of its letters; is_ruled: a row of a table that has lines drawn."""

    top: float
    bottom: float
    cells: tuple[Cell, ...]
    size: float = 0.0
    is_bold: bool = False
    is_ruled: bool = False

    @property
    def text(self) -> str:
        """Its cells, parted by tabs."""
        return "\t".join(cell.text for cell in self.cells)

    @property
    def figures(self) -> int:
        """How many of its cells but the first begin with a figure."""
        return sum(bool(FIGURE.match(cell.text)) for cell in self.cells[1:])


def lines_of(words: Iterable[dict[str, Any]]) -> list[Line]:
    """Words that stand at one height, with the gaps that are wider than a space can be."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda each: (round(each["bottom"]), each["x0"])):
        if rows and abs(rows[-1][-1]["bottom"] - word["bottom"]) < 3:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_line(sorted(row, key=lambda each: float(each["x0"]))) for row in rows]


def _line(row: Sequence[dict[str, Any]]) -> Line:
    cells: list[list[dict[str, Any]]] = [[row[0]]]
    for before, word in pairwise(row):
        letter = (word["bottom"] - word["top"]) * 0.5
        if word["x0"] - before["x1"] > GAP * letter:
            cells.append([word])
        else:
            cells[-1].append(word)
    gap = cells[1][0]["x0"] - cells[0][-1]["x1"] if len(cells) > 1 else 0.0
    marked = len(cells) > 1 and len(cells[0]) == 1 and gap < TAB * (row[0]["bottom"] - row[0]["top"])
    if marked and (BULLET if len(cells) > 2 else ITEM).fullmatch(cells[0][0]["text"]):
        sign = cells[0][0]
        sign = sign | {"text": "•" if BULLET.fullmatch(sign["text"]) else sign["text"]}
        cells[:2] = [[sign, *cells[1]]]
    sizes = Counter({round(word["bottom"] - word["top"], 1): 0 for word in row})
    for word in row:
        sizes[round(word["bottom"] - word["top"], 1)] += len(word["text"])
    return Line(
        min(each["top"] for each in row),
        max(each["bottom"] for each in row),
        tuple(Cell(cell[0]["x0"], cell[-1]["x1"], " ".join(word["text"] for word in cell)) for cell in cells),
        sizes.most_common(1)[0][0],
        all(BOLD.search(word.get("fontname", "")) for word in row),
    )


def with_whole_cells(lines: Sequence[Line]) -> list[Line]:
    """Lines of a page, those that one row of a table fills as one: its cells are wrapped.

    Lines belong to one row where they stand nearer to each other than to those above and below; or where what stands
    under cells of a row goes on with them, as far as can be told without drawn lines.
    """
    made: list[Line] = []
    at = 0
    while at < len(lines):
        reach = _reach(lines, at)
        while reach > at + 1 and not _is_apart(lines, at, reach):
            reach -= 1
        whole = _merged(lines[at:reach]) if reach > at + 1 else None
        if whole is None and made and _goes_on(made[-1], lines, at):
            whole = _merged([made[-1], lines[at]])
            reach = at + 1
            if whole is not None:
                made.pop()
        made.append(whole or lines[at])
        at = reach if whole else at + 1
    return made


def _reach(lines: Sequence[Line], at: int) -> int:
    """Up to where the lines stand near each other, one of them at most having figures."""
    end, figures = at + 1, lines[at].figures > 0
    while end < len(lines) and _is_near(lines[end - 1], lines[end]):
        if any(FIGURE.match(cell.text) and not _is_bracket_of(lines[at], cell) for cell in lines[end].cells[1:]):
            if figures:
                break
            figures = True
        end += 1
    return end


def _is_near(above: Line, below: Line) -> bool:
    height = max(above.size, 1.0)
    alike = abs(above.size - below.size) < 0.5
    return alike and not (above.is_ruled or below.is_ruled) and below.top - above.bottom < WITHIN * height


def _is_apart(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether some lines stand nearer to each other than to what is above and below, which are rows or nothing."""
    inner = max(below.top - above.bottom for above, below in pairwise(lines[start:end]))
    before = lines[start].top - lines[start - 1].bottom if start else inner + 2 * NEARER
    after = lines[end].top - lines[end - 1].bottom if end < len(lines) else inner + 2 * NEARER
    return min(before, after) > inner + NEARER


def _goes_on(row: Line, lines: Sequence[Line], at: int) -> bool:
    """Whether a line without figures goes on with cells of the row above it.

    Words under heads or other cells do; those under the row's label alone only where they begin small, or where their
    first would have stood in the row if it had had room there.
    """
    line = lines[at]
    return _is_near(row, line) and _is_under(row, line, lines[max(0, at - AROUND) : at + AROUND])


def _is_under(row: Line, line: Line, near: Sequence[Line]) -> bool:
    if (
        len(row.cells) < 2
        or line.is_ruled
        or any(FIGURE.match(c.text) and not _is_bracket_of(row, c) for c in line.cells)
    ):
        return False
    label, others = row.cells[0], row.cells[1:]
    if line.cells[0].left >= label.right and len(line.cells) < len(row.cells):
        return len(row.cells) > 2 or not any(other.text[-1] in ".,;:" for other in others)
    if line.cells[0].right >= others[0].left or len(line.cells) == len(row.cells) > 2:
        return False
    if all(GOES_ON.match(cell.text) for cell in line.cells):
        return True
    reach = max((each.cells[0].right for each in near if len(each.cells) > 2), default=label.right)
    letter = (label.right - label.left) / max(len(label.text), 1)
    first = line.cells[0].text.split()[0]
    return len(line.cells) == 1 and label.right + letter * (1 + len(first)) > reach + 1


def _is_torn(row: Line, rest: Line) -> bool:
    """Whether a page's first row with lines drawn is the rest of the one before: words alone, and some cells empty."""
    both = row.is_ruled and rest.is_ruled and len(row.cells) == len(rest.cells)
    empty = sum(not cell.text for cell in rest.cells)
    return both and 0 < empty < len(rest.cells) and not rest.figures and not FIGURE.match(rest.cells[0].text)


def _is_bracket_of(row: Line, cell: Cell) -> bool:
    """Whether words go on with a bracket of the cell above them, "(n =" over "62)", or are the figure's: "(40%)"."""
    above = next((other.text for other in row.cells if cell.left < other.right and other.left < cell.right), "")
    if above.count("(") > above.count(")"):
        return ")" in cell.text
    return bool(FIGURE.match(above)) and "(" not in above and cell.text[0] == "(" and cell.text[-1] == ")"


def across_pages(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Pages, what begins one going up to the row that ends the one before where it goes on with its cells."""
    made = [list(lines) for lines in pages]
    for above, below in pairwise(made):
        if above and below and _is_torn(above[-1], below[0]):
            cells = [_joined(pair) for pair in zip(above[-1].cells, below[0].cells, strict=True)]
            above[-1] = replace(above[-1], cells=tuple(cells))
            del below[0]
        while len(above) > 1 and below and len(above[-1].cells) > 2 and _is_under(above[-1], below[0], above[-AROUND:]):
            whole = _merged([above[-1], below[0]])
            if whole is None:
                break
            above[-1] = replace(whole, bottom=above[-1].bottom)
            del below[0]
    return made


def _merged(lines: Sequence[Line]) -> Line | None:
    """Lines as one row, each cell under the one that it goes on with; None where they are no row of a table."""
    widest = max(lines, key=lambda line: len(line.cells))
    if len(widest.cells) < 2 or (len(widest.cells) == 2 and not widest.figures):
        return None
    full = sum(len(line.cells) == len(widest.cells) for line in lines)
    if full > 1 and any(line.figures for line in lines):
        return None  # heads and a row, or two rows
    columns: list[list[Cell]] = [[] for _ in widest.cells]
    spare: list[Cell] = []
    for line in lines:
        taken: set[int] = set()
        for cell in line.cells:
            over = [at for at, other in enumerate(widest.cells) if cell.left < other.right and other.left < cell.right]
            if len(over) > 1 or taken & set(over):
                return None
            if over:
                columns[over[0]].append(cell)
                taken.add(over[0])
            else:
                spare.append(cell)
    cells = [_joined(each) for each in columns] + [_joined(each) for each in _stacks(spare)]
    return replace(
        widest, top=lines[0].top, bottom=lines[-1].bottom, cells=tuple(sorted(cells, key=lambda cell: cell.left))
    )


def _stacks(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells that stand over one another, together."""
    stacks: list[list[Cell]] = []
    for cell in cells:
        for stack in stacks:
            if any(cell.left < other.right and other.left < cell.right for other in stack):
                stack.append(cell)
                break
        else:
            stacks.append([cell])
    return stacks


def _joined(cells: Sequence[Cell]) -> Cell:
    text = " ".join(cell.text for cell in cells if cell.text)
    return Cell(min(cell.left for cell in cells), max(cell.right for cell in cells), text)


def headings_of(pages: Sequence[Sequence[Line]]) -> set[int]:
    """The lines, by id, that are set as headings: larger than the body, or bold where it isn't."""
    prose = [line for lines in pages for line in lines if not line.is_ruled]
    sizes: Counter[float] = Counter()
    for line in prose:
        sizes[line.size] += len(line.text)
    if not sizes:
        return set()
    body = sizes.most_common(1)[0][0]
    bold = sum(len(line.text) for line in prose if line.is_bold) * 2 > sizes.total()
    return {id(line) for line in prose if _is_heading(line, body, bold)}


def _is_heading(line: Line, body: float, is_bold: bool) -> bool:
    if len(line.cells) > 1 or len(line.text.split()) > LONGEST or CAPTION.match(line.text):
        return False
    if not re.search(r"[A-Za-z]{2}", line.text) or re.match(r"[a-z•*-]", line.text):
        return False
    larger = line.size > LARGER * body
    # A sentence or an item in bold is what its author wants to be read, and no heading.
    return larger or (line.is_bold and not is_bold and line.size > 0.95 * body and line.text[-1] not in ".;,:%)")


def ends_paragraph(lines: Sequence[Line]) -> bool:
    """Whether the last of a page's lines ends a paragraph: a sentence ends in it well before its right edge."""
    prose = [line for line in lines if not line.is_ruled and len(line.cells) == 1]
    if not prose or prose[-1] is not lines[-1]:
        return False
    last, edge = prose[-1].cells[0], max(line.cells[0].right for line in prose)
    return last.text.endswith((".", "!", "?", ":", ")")) and last.right < edge - SHORT * (edge - last.left)


def in_turn(lines: Sequence[Line], headings: set[int]) -> Iterator[tuple[Line, bool]]:
    """The lines with whether each is a heading, one that fills two lines as one."""
    held: Line | None = None
    for line in lines:
        is_heading = id(line) in headings
        if held is not None:
            alike = is_heading or (len(line.cells) == 1 and line.is_bold == held.is_bold)
            same = alike and line.size == held.size and line.top - held.bottom < WITHIN * held.size
            if same:
                text = f"{held.text} {line.text}"
                held = replace(held, bottom=line.bottom, cells=(replace(held.cells[0], text=text),))
                continue
            yield held, True
            held = None
        if is_heading:
            held = line
        else:
            yield line, False
    if held is not None:
        yield held, True
