"""A column of verdicts - pass and fail, red, amber and green - against the limits that a note gives these words."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.bounds import Bound, bands, limit_columns
from looped.checker.context import Context
from looped.checker.document import Block, Paragraph
from looped.checker.finding import Finding
from looped.checker.sheets.around import Placed
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-banded"
MESSAGE = "Each row has the verdict that its figure has by the limits told."
GOOD = "Fridge\tReading\tResult\nA\t4.1\tPass\nB\t9.0\tFail\nC\t3.2\tPass\n\nPass: 5 or below."
BAD = "Fridge\tReading\tResult\nA\t4.1\tPass\nB\t9.0\tPass\nC\t3.2\tPass\n\nPass: 5 or below."

LEAST, MOST_WORDS, LONGEST = 2, 5, 24
REACH = 2
Kept = dict[int, bool]


def check(context: Context) -> Iterator[Finding]:
    """Each column of a few words of which one at least is given a limit near the table."""
    for placed in context.sheets:
        sheet = placed.sheet
        for column, kind in enumerate(sheet.kinds):
            if kind == "words" and (names := _names(sheet, column)):
                told = bands(_around(context, placed), names)
                if told and all(len(each) == 1 for each in told.values()):
                    yield from _column(sheet, column, {name: next(iter(each)) for name, each in told.items()}, names)


def _names(sheet: Sheet, column: int) -> list[str]:
    """The words of a column, where they are few and short."""
    words = [texts[column].strip(" .*").lower() for texts in sheet.texts]
    names = sorted({word for word in words if word})
    few = len(names) <= MOST_WORDS and len(words) > LEAST and (len(names) < len(words))
    return names if few and all(len(each) < LONGEST and re.match(r"[a-z]", each) for each in names) else []


def _around(context: Context, placed: Placed) -> str:
    """What stands near a table: its heads, caption and notes, and the paragraphs before and behind it."""
    blocks: Sequence[Block] = context.document.blocks
    near = blocks[max(0, placed.place - REACH) : placed.place + REACH + 1]
    prose = (each.text for each in near if isinstance(each, Paragraph))
    return ". ".join((*prose, *placed.sheet.notes, placed.sheet.caption, *placed.sheet.heads))


def _column(sheet: Sheet, column: int, told: dict[str, Bound], names: list[str]) -> Iterator[Finding]:
    """The one row whose word is not the one of its figure, in the column of figures that fits all the others."""
    limits = limit_columns(sheet)
    options = []
    for at, kind in enumerate(sheet.kinds):
        if kind == "words" or at in limits:
            continue
        kept = _kept(sheet, at, column, told, names)
        if len(kept) > LEAST:
            options.append(([row for row, right in kept.items() if not right], at))
    if not options:
        return
    least = min(len(missed) for missed, _ in options)
    best = [each for each in options if len(each[0]) == least]
    if least != 1 or len({missed[0] for missed, _ in best}) != 1:
        return
    (row,), at = best[0]
    word, figure = sheet.texts[row][column], sheet.texts[row][at]
    limit = "; ".join(f"{name}: {bound.text}" for name, bound in told.items())
    why = f"{sheet.labels[row]}: {sheet.heads[at]} {figure}, printed as {word}; {limit}"
    slip = f"verdict/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[column]}"
    yield Finding(CODE, "wrong", sheet.where(row, column), word, word, "another", why, slip, "likely")


def _kept(sheet: Sheet, at: int, column: int, told: dict[str, Bound], names: list[str]) -> Kept:
    """By row whether its figure is where its word is; of two words the one is what the other isn't."""
    found: Kept = {}
    for row, cells in enumerate(sheet.cells):
        word = sheet.texts[row][column].strip(" .*").lower()
        figure = cells[at]
        if figure is None or not word:
            continue
        value: Decimal = figure.exact if figure.unit == "%" and figure.exact is not None else figure.value
        if word in told:
            others = [name for name, bound in told.items() if name != word and bound.holds(value)]
            found[row] = told[word].holds(value) and not others
        elif len(told) == 1 and len(names) == 2:
            found[row] = not next(iter(told.values())).holds(value)
        else:
            found[row] = not any(bound.holds(value) for bound in told.values())
    return found
