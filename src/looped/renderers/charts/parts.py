"""Parts that several drawings have: the key of the grades, names of rows, columns of records."""

from dataclasses import dataclass
from itertools import groupby

from looped.renderers.charts.canvas import Box, Mark, Words
from looped.renderers.charts.style import LINE, Grades, Record, Size, breadth, colours, wrapped
from looped.renderers.palette import INK, PAPER, QUIET

SWATCH = 14
NAMES = 190


def key(grades: Grades, width: float, left: float = 0) -> tuple[list[Mark], float]:
    """The grades' names with their fills, in the order of the segments, flowing into lines; and the height taken."""
    marks: list[Mark] = []
    needed = sum(SWATCH + 20 + breadth(name) for name, _ in grades) - 14
    left = left if left + needed <= width else 0
    x, y = left, LINE / 2 + 1
    for name, position in grades:
        needed = SWATCH + 6 + breadth(name)
        if x > left and x + needed > width:
            x, y = left, y + LINE + 6
        fill = colours(position, grades).fill
        marks += [
            Box(x + 0.5, y - SWATCH / 2, x + SWATCH, y + SWATCH / 2, fill),
            Words(x + SWATCH + 6, y + 1, name),
        ]
        x += needed + 14
    return marks, y + LINE / 2 + 8


def on_paper(words: Words) -> list[Mark]:
    """Lettering on a white ground, so that no line runs through it."""
    half = breadth(words.text, words.letters) / 2 + 2
    middle = words.x + {"left": half, "center": 0, "right": -half}[words.align]
    return [Box(middle - half, words.y - 7, middle + half, words.y + 6, PAPER, PAPER, 0), words]


@dataclass(frozen=True)
class Row:
    """One row of a drawing: its name in lines, what stands quietly under it, and its records."""

    name: str
    under: str
    records: list[Record]


def rows_of(records: list[Record], name: str, base_under: bool = True) -> list[Row]:
    """Rows in the order given, each named by the field `name`, with its base under it where that is wanted."""
    ordered = sorted(records, key=lambda record: record["order"])
    grouped = ((str(title), list(alike)) for title, alike in groupby(ordered, key=lambda record: record[name]))
    return [Row(title, f"n = {alike[0]['base']:,}" if base_under else "", alike) for title, alike in grouped]


@dataclass(frozen=True)
class Frame:
    """Where rows lie: the band from left to right, and how wide all is."""

    size: Size
    width: float
    left: float
    right: float


def frame(rows: list[Row], size: Size, width: float, at_right: float) -> Frame:
    """Room for the names at the left of a wide picture, for figures at the right of the rows."""
    if size == "narrow":
        return Frame(size, width, 0, width)
    longest = max(breadth(part) for row in rows for part in [*wrapped(row.name, NAMES), row.under])
    return Frame(size, width, round(longest) + 14, width - at_right)


def named(row: Row, room: Frame, top: float, thick: float) -> tuple[list[Mark], float, float]:
    """The marks of a row's name, the top of its bar and the top of the next row. thick: the bar's height."""
    if room.size == "narrow":
        return _above(row, room, top, thick)
    parts = wrapped(row.name, NAMES)
    lines = len(parts) + bool(row.under)
    tall = max(thick, lines * LINE)
    y = top + (tall - lines * LINE) / 2 + LINE / 2
    marks: list[Mark] = [
        *(Words(room.left - 12, y + LINE * at, part, "right") for at, part in enumerate(parts)),
        Words(room.left - 12, y + LINE * len(parts), row.under, "right", QUIET, letters=12),
    ]
    return marks, top + (tall - thick) / 2, top + tall + 12


def _above(row: Row, room: Frame, top: float, thick: float) -> tuple[list[Mark], float, float]:
    parts = wrapped(row.name, room.width - 110)
    marks: list[Mark] = [Words(0, top + LINE / 2 + LINE * at, part, "left", INK) for at, part in enumerate(parts)]
    marks.append(Words(breadth(parts[-1]) + 10, top + LINE * (len(parts) - 0.5), row.under, "left", QUIET, letters=12))
    bar = top + LINE * len(parts) + 2
    return marks, bar, bar + thick + 12
