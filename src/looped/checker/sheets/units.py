"""What the figures of a column are in: minutes, bar, pounds, per cent, or things counted; told in its head or cells."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from looped.checker.patterns import pattern_of
from looped.checker.sheets.figures import MARK
from looped.checker.sheets.naming import alike, tokens_of
from looped.checker.sheets.sheet import Sheet

# "64 kg", "4.0 °C", "35 minutes".
WITH_UNIT = pattern_of(
    r"(?P<n>[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?)\s?(?P<unit>°\s?[CF]|[a-zµ]+(?:/[a-z]+)?)", re.I
)
DEGREES = re.compile(r"°\s?[CF]\b")
SHORT = {
    "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "h": "hour", "kilos": "kg", "kilograms": "kg",
    "milligrams": "mg", "grams": "g", "litre": "l", "litres": "l", "mm": "millimetre", "cm": "centimetre",
    "miles": "mile", "yrs": "year", "yr": "year", "degrees": "°c", "°c": "°c", "°f": "°f", "metres": "m",
}  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """A cell's number with its last digit; unit: as printed with it, in small letters."""

    text: str
    value: Decimal
    step: Decimal
    unit: str = ""


@lru_cache(maxsize=8192)
def cell_of(sheet: Sheet, row: int, column: int) -> Cell | None:
    """A cell's figure, also where it stands with its unit."""
    figure = sheet.cells[row][column]
    if figure is not None:
        return Cell(figure.text, figure.value, figure.step, "%" if figure.unit == "%" else figure.unit)
    text = sheet.texts[row][column]
    found = WITH_UNIT.fullmatch(MARK.sub("", text).strip())
    if not found:
        return None
    plain = found["n"].replace(",", "").replace("−", "-")
    step = Decimal(1).scaleb(-len(plain.partition(".")[2]))
    return Cell(text, Decimal(plain), step, unit_word(found["unit"]))


def unit_word(word: str) -> str:
    """A unit in one form.

    >>> unit_word("mins"), unit_word("° C"), unit_word("bar")
    ('minute', '°c', 'bar')
    """
    plain = word.lower().replace(" ", "")
    return SHORT.get(plain, plain)


@lru_cache(maxsize=2048)
def holds_figures(sheet: Sheet, column: int) -> bool:
    """Whether most cells of a column are figures."""
    known = [cell_of(sheet, row, column) for row in range(len(sheet.labels))]
    return 2 * sum(each is not None for each in known) > len(known)


def is_in(sheet: Sheet, column: int, unit: str) -> bool:
    """Whether a column's head or cells tell the unit of a figure, a word that stands behind it."""
    own = unit_word(unit)
    cells = {each.unit for row in range(len(sheet.labels)) if (each := cell_of(sheet, row, column))}
    if own in cells or any(len(own) > 3 and len(each) > 3 and alike(own, each) for each in cells):
        return True
    head = sheet.heads[column]
    if own.startswith("°"):
        return bool(DEGREES.search(head)) or bool(re.search(r"\btemperature", head, re.I))
    words = [unit_word(each.plain) for each in tokens_of(head)]
    return any(own == word or (len(own) > 2 and len(word) > 2 and alike(own, word)) for word in words)


@lru_cache(maxsize=2048)
def is_money(sheet: Sheet, column: int) -> bool:
    """Whether a column is of money: by its head, its cells or what stands over the table."""
    cells = (cell_of(sheet, row, column) for row in range(len(sheet.labels)))
    if any(each and each.unit == "£" for each in cells) or "£" in sheet.heads[column]:
        return True
    return "£" in f"{sheet.caption} {sheet.corner}" and sheet.kinds[column] not in ("share", "words")
