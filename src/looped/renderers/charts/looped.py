"""Where two auditors of the same file agreed and differed: a grid of the lead's grade by the second's.

Records: {"domain", "order", "lead", "lead_position", "second", "second_position", "count"}; position None: not graded.
Several domains: a grid each, with short names of the grades and what they stand for below. Options: "grades".
"""

from itertools import groupby

from looped.renderers.charts.canvas import Box, Mark, Words, moved, specification
from looped.renderers.charts.style import LINE, WIDTHS, Grades, Record, Size, breadth, wrapped
from looped.renderers.palette import ACCENT, INK, PAPER, QUIET, RULE, contrast

# Tints of a count, none to many; the count itself stands in the cell.
TINTS = (PAPER, "#fbe9d3", "#f3c48f", "#e59a4b", "#c66a1c")
AGREED = "#cfe3ea"


def looped_differences(records: list[Record], options: Record, size: Size) -> Record:
    """The specification: rows are the lead's grades, columns the second's, agreement on the outlined diagonal."""
    grades = _grades(records, options)
    ordered = sorted(records, key=lambda record: record["order"])
    grids = [(str(name), list(cells)) for name, cells in groupby(ordered, key=lambda record: record["domain"])]
    most = max((r["count"] for r in records if r["lead"] != r["second"]), default=0)
    if len(grids) == 1:
        return _alone(grids[0][1], grades, most, size)
    return _several(grids, grades, most, size)


def _grades(records: list[Record], options: Record) -> Grades:
    """Lowest first, not graded last: read like a graph, from the bottom left."""
    found = {r[side]: r[f"{side}_position"] for r in records for side in ("lead", "second")}
    found |= {name: at for at, name in enumerate(options.get("grades", ()), 1)}
    return sorted(found.items(), key=lambda pair: (pair[1] is None, pair[1] or 0))


def _alone(cells: list[Record], grades: Grades, most: int, size: Size) -> Record:
    width = WIDTHS[size]
    names = [name for name, _ in grades]
    left = max(breadth(part, 12) for name in names for part in wrapped(name, 92, 12)) + 14
    across = min(104.0, (width - left) / len(names))
    down = 44.0
    shorts = _short(names)
    fit = all(breadth(part, 12) < across - 4 for name in names for part in wrapped(name, across - 6, 12))
    heads = [wrapped(name, across - 6, 12) if fit else [shorts[name]] for name in names]
    top = LINE * (max(map(len, heads)) + 1) + 8
    marks: list[Mark] = [Words(left, LINE / 2, "Second auditor’s grade", ink=QUIET, letters=12)]
    marks.append(Words(0, top - LINE / 2 - 2, "Lead’s grade", ink=QUIET, letters=12))
    for at, rows in enumerate(heads):
        marks += [
            Words(left + across * (at + 0.5), top - 10 - LINE * (len(rows) - 1 - row), part, "center", letters=12)
            for row, part in enumerate(rows)
        ]
    for at, name in enumerate(reversed(names)):
        marks += _row_name(name, left - 10, top + down * (at + 0.5))
    marks += moved(_cells(cells, names, most, across, down), left, top)
    bottom = top + down * len(names) + 10
    if not fit:
        marks.append(Words(0, bottom + 6, "; ".join(f"{shorts[n]} {n}" for n in names), ink=QUIET, letters=11))
        bottom += LINE + 4
    feet, bottom = _legend(bottom, width)
    return specification(marks + feet, width, bottom)


def _row_name(name: str, right: float, middle: float) -> list[Mark]:
    rows = wrapped(name, 92, 12)
    top = middle - LINE * (len(rows) - 1) / 2
    return [Words(right, top + LINE * at, part, "right", letters=12) for at, part in enumerate(rows)]


def _cells(cells: list[Record], names: list[str], most: int, across: float, down: float) -> list[Mark]:
    """The grid from its top left corner; the lead's highest grade is the top row."""
    counts = {(cell["lead"], cell["second"]): cell["count"] for cell in cells}
    boxes: list[Mark] = []
    outlines: list[Mark] = []
    words: list[Mark] = []
    for row, lead in enumerate(reversed(names)):
        for column, second in enumerate(names):
            count, same = counts.get((lead, second), 0), lead == second
            fill = AGREED if same else _tint(count, most)
            box = Box(across * column, down * row, across * (column + 1), down * (row + 1), fill,
                      ACCENT if same else RULE, 2 if same else 0.7)  # fmt: skip
            (outlines if same else boxes).append(box)
            words.append(_count(count, fill, across * (column + 0.5), down * (row + 0.5) + 1))
    return boxes + outlines + words


def _count(count: int, fill: str, x: float, y: float) -> Mark:
    if not count:
        return Words(x, y, "0", "center", QUIET if fill == AGREED else "#6b7780", letters=12)
    ink = max((INK, PAPER), key=lambda ink: contrast(fill, ink))
    return Words(x, y, f"{count:,}", "center", ink, bold=True, letters=15)


def _tint(count: int, most: int) -> str:
    if not count:
        return TINTS[0]
    return TINTS[max(1, -(-count * (len(TINTS) - 1) // most))]


def _legend(top: float, width: float) -> tuple[list[Mark], float]:
    marks: list[Mark] = [Box(1, top + 2, 15, top + 16, AGREED, ACCENT, 2)]
    marks.append(Words(22, top + 10, "Both gave the same grade", letters=12))
    narrow = width < 400
    left, y = (0.0, top + 22) if narrow else (210.0, top)
    marks += [
        Box(left + 14 * at + 0.5, y + 2, left + 14 * (at + 1), y + 16, tint, RULE) for at, tint in enumerate(TINTS[1:])
    ]
    marks.append(Words(left + 64, y + 10, "They differed: darker, more often", letters=12))
    return marks, y + 22


def _several(grids: list[tuple[str, list[Record]]], grades: Grades, most: int, size: Size) -> Record:
    width = WIDTHS[size]
    names = [name for name, _ in grades]
    shorts = _short(names)
    many = 3 if size == "wide" else 1
    room = width / many
    cell = min(34.0, (room - 60) / len(names))
    tall = LINE * 2 + 12 + cell * len(names) + 22
    marks: list[Mark] = []
    for at, (title, cells) in enumerate(grids):
        grid = _small(title, cells, names, shorts, most, cell, room - 16)
        marks += moved(grid, room * (at % many), tall * (at // many))
    bottom = tall * -(-len(grids) // many)
    words = "Rows: lead’s grade. Columns: second auditor’s. Empty: none. " + "; ".join(
        f"{shorts[name]} {name}" for name in names
    )
    for part in wrapped(words, width, 12):
        marks.append(Words(0, bottom + LINE / 2, part, ink=QUIET, letters=12))
        bottom += LINE
    feet, bottom = _legend(bottom + 6, width)
    return specification(marks + feet, width, bottom)


def _small(
    title: str, cells: list[Record], names: list[str], shorts: dict[str, str], most: int, cell: float, room: float
) -> list[Mark]:
    left, top = 30.0, LINE * 3 + 4
    rows = wrapped(title, room)[:2]
    marks: list[Mark] = [Words(0, LINE * (at + 0.5 + 2 - len(rows)), part, bold=True) for at, part in enumerate(rows)]
    marks += [
        Words(left + cell * (at + 0.5), top - 8, shorts[name], "center", letters=12) for at, name in enumerate(names)
    ]
    marks += [
        Words(left - 8, top + cell * (at + 0.5), shorts[name], "right", letters=12)
        for at, name in enumerate(reversed(names))
    ]
    filled = [
        mark for mark in _cells(cells, names, most, cell, cell) if not (isinstance(mark, Words) and mark.text == "0")
    ]
    return marks + moved(filled, left, top)


def _short(names: list[str]) -> dict[str, str]:
    """The first letters of each word, as people write them: RI for Requires Improvement."""
    initials = {name: "".join(word[0].upper() for word in name.split()) for name in names}
    taken = list(initials.values())
    return {name: short if taken.count(short) == 1 else name[:3] for name, short in initials.items()}
