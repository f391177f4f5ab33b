"""A report's cell as Excel's cells: each number a number, the words around it in its number format."""

from dataclasses import dataclass

from looped.renderers.words import figures_of, pieces
from looped.reports.nodes import Figure, Table, Text, figure_text

# How Excel prints a number of each unit. Points are written as they are printed, times 100.
FORMS = {"count": "#,##0", "share": "0.0%", "points": "0.0", "ratio": "0.00", "p": "0.000"}
TIMES = {"points": 100}
UNIT_WORDS = {"count": "number", "share": "share", "points": "points", "ratio": "ratio", "p": "p-value"}
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
    """Where a table's columns lie in the sheet: first columns, how many each takes, all together."""

    starts: list[int]
    widths: list[int]

    @property
    def across(self) -> int:
        """How many columns the sheet has."""
        return sum(self.widths)

    def cell(self, column: int, cell: Text) -> list[Part]:
        """The cell's parts, one for each column of the sheet that its column takes."""
        parts = parts_of(cell)
        return [*parts, *[None] * (self.widths[column] - len(parts))]


def split(table: Table) -> Split:
    """The columns that a table takes in a sheet: as many for each as its cells have numbers, at the most."""
    across = max((len(row) for row in table.rows), default=1)
    body = table.rows[table.header_rows :]
    widths = [max((len(parts_of(row[at])) for row in body if at < len(row)), default=1) for at in range(across)]
    return Split([sum(widths[:at]) for at in range(across)], widths)


def header_of(table: Table, parted: Split, place: int) -> str:
    """What a column of the sheet holds, where its table's column is split: "number", "share"."""
    column = max(at for at, start in enumerate(parted.starts) if start <= place)
    if parted.widths[column] == 1:
        return ""
    rows = [parts_of(row[column]) for row in table.rows[table.header_rows :] if column < len(row)]
    units = [row[place - parted.starts[column]] for row in rows if len(row) > place - parted.starts[column]]
    return next((UNIT_WORDS[part.unit] for part in units if isinstance(part, Number)), "")


def parts_of(cell: Text) -> list[Part]:
    """The cell as numbers, if words and numbers can be told apart again; else as one text.

    >>> [part.form for part in parts_of((Figure(7, "count", "c"), " (", Figure(7 / 31, "share", "s", 7, 31), ")"))]
    ['#,##0', '"("0.0%")"']
    """
    found = list(pieces(cell))
    whole = "".join(words for words, _ in found)
    known = [figure for _, figure in found if figure is not None]
    if not known or len(known) != len(figures_of(cell)) or any(not _numeric(figure) for figure in known):
        return [whole]
    groups = _groups(found)
    if groups is None:
        return [whole]
    return [_number(before, figure, after) for before, figure, after in groups]


def _numeric(figure: Figure) -> bool:
    """Whether Excel prints the number exactly as we do; "not known" and "less than 0.001" stay words."""
    return figure.value is not None and not (figure.unit == "p" and figure.value < 0.001)


def _groups(found: list[tuple[str, Figure | None]]) -> list[tuple[str, Figure, str]] | None:
    """Each number with the words before and after it; None where two numbers don't part at a space."""
    groups: list[tuple[str, Figure, str]] = []
    before = ""
    for words, figure in found:
        if figure is not None:
            groups.append((before, figure, ""))
            before = ""
        elif not groups:
            before += words
        else:
            after, space, before = words.partition(" ")
            last = groups[-1]
            groups[-1] = (last[0], last[1], last[2] + after)
            if not space and found[-1][0] != words:
                return None
    if before:
        last = groups[-1]
        groups[-1] = (last[0], last[1], f"{last[2]} {before}")
    fine = all(len(words) <= LONGEST_WORDS and '"' not in words for group in groups for words in (group[0], group[2]))
    return groups if fine else None


def _number(before: str, figure: Figure, after: str) -> Number:
    value = figure.value or 0
    form = _quoted(before) + FORMS[figure.unit] + _quoted(after)
    return Number(_printed(figure) if figure.unit in TIMES else value, form, figure.unit)


def _printed(figure: Figure) -> float:
    return float(figure_text(figure).replace(",", ""))


def _quoted(words: str) -> str:
    return f'"{words}"' if words else ""
