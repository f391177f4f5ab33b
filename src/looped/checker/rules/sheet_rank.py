"""A column of places: each row has the place that its figure gives it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import ANY_END
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.sheets.around import Placed
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-rank"
MESSAGE = "The place of each row is that of its figure among the others."
GOOD = "Site\tVisits\tRank\nLeith\t80\t1\nAyr\t30\t4\nOban\t44\t3\nWick\t51\t2"
BAD = "Site\tVisits\tRank\nLeith\t80\t1\nAyr\t30\t4\nOban\t44\t2\nWick\t51\t2"

HEAD = pattern_of(r"\b(?:rank(?:ing|ed)?|position|place|order|standing|league)\b", re.I)
# What says which way the rows run, or which place is the best.
SAID = pattern_of(
    rf"\b(?:rank(?:ed|ing|s)?|listed|sorted|ordered|in order|shown|(?:{ANY_END}) first|"
    rf"from (?:the )?(?:{ANY_END})|"
    r"1 (?:=|is|has|being) )",
    re.I,
)
# "No." over rows that are listed "largest first".
NUMBERED = pattern_of(r"^(?:no\.?|number|#)$", re.I)
FIRST = pattern_of(rf"\b(?:{ANY_END}) first\b", re.I)
NTH = re.compile(r"=?(\d{1,2})(?:st|nd|rd|th)$")
NAMES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
ORDINALS = {word: at for at, word in enumerate(NAMES, start=1)}
LEAST, FEW = 4, 3


def check(context: Context) -> Iterator[Finding]:
    """Each column of places, at the edge or beside the names, with the figures that give all of them but one."""
    for placed in context.sheets:
        sheet = placed.sheet
        found = list(_places(sheet))
        for column, stated in found:
            yield from _column(context, placed, column, stated)


def _places(sheet: Sheet) -> Iterator[tuple[int | None, dict[int, int]]]:
    """The columns headed so with their places by row; None for that of the labels."""
    for column, head in enumerate(sheet.heads):
        if HEAD.search(head):
            places = {row: _place_told(sheet, row, column) for row in sheet.parts}
            yield column, {row: place for row, place in places.items() if place}
    if HEAD.search(sheet.corner) or (NUMBERED.match(sheet.corner.strip()) and FIRST.search(sheet.caption)):
        labels = {row: sheet.labels[row].strip(".= ") for row in sheet.parts}
        yield None, {row: int(label) for row, label in labels.items() if label.isdigit() and len(label) < FEW}


def _place_told(sheet: Sheet, row: int, column: int) -> int | None:
    """The place that a cell tells: "2", "2nd", "second", "last"."""
    cell, text = sheet.cells[row][column], sheet.texts[row][column].strip(" =.").lower()
    if cell:
        return cell.count
    if found := NTH.match(text):
        return int(found[1])
    return len(sheet.parts) if text in ("last", "bottom") else ORDINALS.get(text)


def _column(context: Context, placed: Placed, column: int | None, stated: Mapping[int, int]) -> Iterator[Finding]:
    sheet = placed.sheet
    rows = list(stated)
    beyond = sum(place > len(rows) for place in stated.values())
    least = FEW if _is_said(context, placed) else LEAST
    if len(rows) < max(least, len(sheet.parts)) or beyond > 1:
        return
    options = list(_figures(sheet, column, rows))
    over = next((row for row in rows if stated[row] > len(rows)), None)
    if over is not None:
        if len(set(stated.values())) < len(rows):
            return
    elif any(_in_order(stated, values, rows, down, column is None) for values in options for down in (True, False)):
        return
    for values in options if len(options) == 1 or len(rows) > LEAST else ():
        ways = [
            (row, down)
            for down in (True, False)
            for row in ((over,) if over is not None else rows)
            if _in_order(stated, values, [r for r in rows if r != row], down, column is None)
        ]
        if ways:
            # Where either of two may be the wrong one, the one whose place isn't the one that it should have.
            row, down = max(ways, key=lambda way: abs(_place(values, *way) - stated[way[0]]))
            yield _finding(sheet, (row, column), stated[row], _place(values, row, down))
            return


def _is_said(context: Context, placed: Placed) -> bool:
    """Whether the words around the table say how the rows are ranked."""
    blocks = context.document.blocks[max(0, placed.place - 1) : placed.place + 2]
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    return any(SAID.search(text) for text in (*texts, *placed.sheet.heads, placed.sheet.caption))


def _figures(sheet: Sheet, column: int | None, rows: Sequence[int]) -> Iterator[dict[int, Decimal]]:
    """The other columns that have a figure in each of the rows."""
    for at, head in enumerate(sheet.heads):
        values = {row: cell.value for row in rows if (cell := sheet.cells[row][at])}
        own = sheet.corner if column is None else sheet.heads[column]
        if at != column and len(values) == len(rows) and not HEAD.search(head) and _is_of(own, head):
            yield values


def _is_of(place: str, head: str) -> bool:
    """Whether places may be those of a column's figures: they say nothing of what else they go by."""
    by = [word for word in label_words(place) if not HEAD.search(word) and word.isalpha() and len(word) > 2]
    return not by or any(alike(word, other) for word in by for other in label_words(head))


def _in_order(
    stated: Mapping[int, int], values: Mapping[int, Decimal], rows: Sequence[int], down: bool, listed: bool
) -> bool:
    """Whether of any two rows the one with the better place has the better figure, and equals share a place.

    listed: the places number the rows, so that equals stand behind each other.
    """
    for a, b in combinations(rows, 2):
        apart = (values[a] - values[b]) * (-1 if down else 1)
        places = stated[a] - stated[b]
        if apart * places < 0 or (apart and not places) or (places and not apart and not (listed and abs(places) == 1)):
            return False
    return True


def _place(values: Mapping[int, Decimal], row: int, down: bool) -> int:
    return 1 + sum((each > values[row]) if down else (each < values[row]) for each in values.values())


def _finding(sheet: Sheet, place: tuple[int, int | None], stated: int, expected: int) -> Finding:
    row, column = place
    why = f"its figure has place {expected} among the others, printed as {stated}"
    slip = f"rank/{sheet.table.title}/{sheet.labels[row]}"
    where = sheet.where(row, column)
    return Finding(CODE, "wrong", where, str(stated), str(stated), str(expected), why, slip, "likely")
