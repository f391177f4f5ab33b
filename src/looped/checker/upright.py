"""Tables that lie on their side: categories over one row of counts, or over counts with their shares below."""

import re
from collections.abc import Sequence
from dataclasses import replace

from looped.checker.document import Cell, Table
from looped.checker.patterns import pattern_of
from looped.checker.sheets.figures import figure_of

COUNTED = pattern_of(r"^(?:(?:the )?(?:total )?number\b.*|n|no\.?|counts?|frequency|how many)$", re.I)
SHARED = pattern_of(r"^(?:\(?%\)?(?: .*)?|per ?cent\w*(?: .*)?|shares?(?: .*)?|proportion(?: .*)?|.* \(?%\)?)$", re.I)
# What heads a column of names that are numbers.
NAMES = pattern_of(
    r"^(?:year|month|week|day|date|quarter|term|age|wave|round|cycle|ref\w*|no\.?|number|item|id|case|visit|site|"
    r"centre|room|ward|band|class|group|question|q|score|grade|rank)\b|^$",
    re.I,
)
YEAR = pattern_of(r"(?:19|20)\d\d\b")
NUMBER, SHARE = "Number", "Per cent"
FEWEST = 3


def upright(table: Table) -> Table:
    """The table with its categories as rows; as it is where it doesn't lie on its side."""
    rows = table.rows
    if not 2 <= len(rows) <= FEWEST or len({len(row) for row in rows}) != 1 or len(rows[0]) < FEWEST:
        return table
    heads, body = rows[0], rows[1:]
    if any(re.search(r"\d", cell.text) or not cell.text.strip() for cell in heads[1:]):
        return table
    if _has_no_labels(heads, body):
        names = [NUMBER, SHARE][: len(body)]
        return _turned(table, Cell("", heads[0].line, heads[0].page), names, heads, body)
    if _has_labels(heads, body):
        return _turned(table, heads[0], [row[0].text for row in body], heads[1:], [row[1:] for row in body])
    return table


def _has_no_labels(heads: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Whether every column has a head over a count, and shares stand below or nothing."""
    counts = [figure_of(cell.text) for cell in body[0]]
    if NAMES.match(heads[0].text.strip()) or re.search(r"\d", heads[0].text) or YEAR.match(body[0][0].text):
        return False
    if any(each is None or each.count is None or each.unit for each in counts):
        return False
    return len(body) == 1 or _are_shares(body[1])


def _are_shares(row: Sequence[Cell]) -> bool:
    filled = [cell.text for cell in row if cell.text.strip(" -–")]
    return len(filled) > 1 and all((each := figure_of(text)) and each.unit == "%" for text in filled)


def _has_labels(heads: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Whether the rows are called the number and its share, and the columns aren't."""
    labels = [row[0].text.strip() for row in body]
    called = len(labels) == FEWEST - 1 and COUNTED.match(labels[0]) and SHARED.match(labels[1])
    counts = [figure_of(cell.text) for cell in body[0][1:]]
    counted = all(each is not None and each.count is not None for each in counts)
    return bool(called) and counted and not any(SHARED.match(cell.text) for cell in heads[1:])


def _turned(
    table: Table, corner: Cell, names: Sequence[str], labels: Sequence[Cell], body: Sequence[Sequence[Cell]]
) -> Table:
    """Each category a row, on the line of its count."""
    first = (corner, *(Cell(name, corner.line, corner.page) for name in names))
    rest = [(replace(label, line=body[0][at].line), *(row[at] for row in body)) for at, label in enumerate(labels)]
    return replace(table, rows=(first, *rest))
