"""A report's cell as Excel's cells: each number a number, the words around it in its number format."""

import re
from dataclasses import dataclass
from decimal import Decimal

from looped.renderers.tree import number_columns
from looped.renderers.words import pieces
from looped.reports.nodes import Figure, Table, Text, figure_text

# A number as we print it, with its decimals and whether it is a percentage; anything else stays words.
PRINTED = re.compile(r"-?[\d,]+(?:\.(\d+))?(%?)")
UNIT_WORDS = {
    "count": "number",
    "share": "share",
    "reported": "share",
    "points": "points",
    "ratio": "ratio",
    "p": "p-value",
}
# Excel keeps number formats of 255 letters; longer words around a number stay text.
LONGEST_WORDS = 60


@dataclass(frozen=True)
class Number:
    """One numeric cell: its value and Excel's number format, words around it included."""

    value: float | int
    form: str
    unit: str


Part = str | Number | None


@dataclass(frozen=True)
class Split:
    """Where a table's columns lie in the sheet: first columns, how many each takes, all together.

    units: what the parts of each column's fullest cell are, "" for words.
    """

    starts: list[int]
    widths: list[int]
    numbers: list[bool]
    units: list[list[str]]

    @property
    def across(self) -> int:
        """How many columns the sheet has."""
        return sum(self.widths)

    def cell(self, column: int, cell: Text) -> list[Part]:
        """The cell's parts, one for each column of the sheet that its column takes.

        A share alone stands where the shares of counts stand, not under "number".
        """
        parts = parts_of(cell, self.numbers[column])
        before = self._place_of(column, parts[0]) if len(parts) == 1 else 0
        return [*[None] * before, *parts, *[None] * (self.widths[column] - len(parts) - before)]

    def _place_of(self, column: int, part: Part) -> int:
        unit = _unit(part)
        return self.units[column].index(unit) if unit and self.units[column].count(unit) == 1 else 0


def split(table: Table) -> Split:
    """The columns that a table takes in a sheet: as many for each as its cells have numbers, at the most.

    Without a header row nothing says which columns belong together; then a cell of two numbers stays text.
    """
    numbers = number_columns(table) if table.header_rows else [False] * max(map(len, table.rows), default=0)
    body = table.rows[table.header_rows :]
    fullest = [
        max((parts_of(row[at], number) for row in body if at < len(row)), key=len, default=[""])
        for at, number in enumerate(numbers)
    ]
    widths = [len(parts) for parts in fullest]
    units = [[_unit(part) for part in parts] for parts in fullest]
    return Split([sum(widths[:at]) for at in range(len(widths))], widths, numbers, units)


def _unit(part: Part) -> str:
    return UNIT_WORDS.get(part.unit, "") if isinstance(part, Number) else ""


def header_of(table: Table, parted: Split, place: int) -> str:
    """What a column of the sheet holds, where its table's column is split: "number", "share"; a range "from", "to"."""
    column = max(at for at, start in enumerate(parted.starts) if start <= place)
    if parted.widths[column] == 1:
        return ""
    inside = place - parted.starts[column]
    rows = [parted.cell(column, row[column]) for row in table.rows[table.header_rows :] if column < len(row)]
    return next((_title_of(row, inside) for row in rows if isinstance(row[inside], Number)), "")


def _title_of(parts: list[Part], inside: int) -> str:
    part, following = parts[inside], parts[inside + 1] if inside + 1 < len(parts) else None
    assert isinstance(part, Number), parts
    if part.form.startswith('"to "'):
        return "to"
    if isinstance(following, Number) and following.form.startswith('"to "'):
        return "from"
    return UNIT_WORDS.get(part.unit, "")


def parts_of(cell: Text, in_numbers: bool = True) -> list[Part]:
    """The cell as numbers, if words and numbers can be told apart again; else as one text.

    in_numbers: whether its column holds numbers; in a column of words only a lone number is one.

    >>> [part.form for part in parts_of((Figure(7, "count", "c"), " (", Figure(7 / 31, "share", "s", 7, 31), ")"))]
    ['#,##0', '"("0.0%")"']
    """
    found = list(pieces(cell))
    whole = "".join(words for words, _ in found)
    known = [figure for _, figure in found if figure is not None]
    lone = len(found) == len(known) == 1
    if not known or not all(map(_numeric, known)) or not (in_numbers or lone):
        return [whole]
    groups = _groups(found)
    return [whole] if groups is None else [_number(*group) for group in groups]


def _numeric(figure: Figure) -> bool:
    """Whether it is printed as a number; "not known" and "less than 0.001" are words."""
    return PRINTED.fullmatch(figure_text(figure)) is not None


def _groups(found: list[tuple[str, Figure | None]]) -> list[tuple[str, Figure, str]] | None:
    """Each number with the words before and after it; None where two numbers don't part at a space."""
    starts = [at for at, (_, figure) in enumerate(found) if figure is not None]
    groups: list[tuple[str, Figure, str]] = []
    before = "".join(words for words, _ in found[: starts[0]])
    for at, following in zip(starts, [*starts[1:], len(found)], strict=True):
        between = "".join(words for words, _ in found[at + 1 : following])
        after, space, rest = between.partition(" ") if following < len(found) else (between, " ", "")
        figure = found[at][1]
        if not space or figure is None or not (_short(before) and _short(after)):
            return None
        groups.append((before, figure, after))
        before = rest
    return groups


def _short(words: str) -> bool:
    return len(words) <= LONGEST_WORDS and '"' not in words


def _number(before: str, figure: Figure, after: str) -> Part:
    found = PRINTED.fullmatch(figure_text(figure))
    assert found and figure.value is not None, figure
    decimals, percent = found.groups(default="")
    whole = "#,##0" if figure.unit == "count" else "0"
    form = f"{whole}{'.' + '0' * len(decimals) if decimals else ''}{percent}"
    # Points of a share are printed times a hundred without a sign for it.
    value = float(Decimal(str(figure.value)) * 100) if figure.unit == "points" else figure.value
    return Number(value, _quoted(before) + form + _quoted(after), figure.unit)


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
