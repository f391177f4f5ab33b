"""Every whole number that a document tells or its tables come to: what a count may be a share of."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from looped.checker.context import Context
from looped.checker.prose import passage
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.sheet import Sheet

NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.])|(?<![\d.,])\d{1,7}(?![\d,]|\.\d)")
# "2024-25", "2022/23": years, and not two numbers.
YEARS = re.compile(r"\b(?:19|20)\d\d[/–-]\d\d(?:\d\d)?\b")


def known_numbers(context: Context) -> frozenset[int]:
    """All of them, in figures and in words, in prose, captions, heads, notes and cells; sums of rows and columns."""
    found = set(_printed(context))
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        found |= {each.count for each in read.entries if each.value % 1 == 0}
        found |= {each.base for each in read.entries if each.base}
    for placed in context.sheets:
        found |= _made_by(placed.sheet)
    return frozenset(found)


def numbers_elsewhere(context: Context) -> Counter[int]:
    """How often each whole number stands in the document, in prose and in cells, heads and captions of its tables."""
    cells = (cell for placed in context.sheets for row in placed.sheet.cells for cell in row)
    return Counter([*_printed(context), *(cell.count for cell in cells if cell and cell.count)])


def _printed(context: Context) -> Iterator[int]:
    """Every whole number that is printed in prose or around the cells of a table, as often as it is, without years."""
    prose = (paragraph.text for paragraph in context.document.paragraphs)
    sheets = (placed.sheet for placed in context.sheets)
    around = (text for s in sheets for text in (s.caption, s.corner, *s.heads, *s.labels, *s.notes))
    for text in chain(prose, around):
        yield from (int(each.replace(",", "")) for each in NUMBER.findall(YEARS.sub(" ", text)))


def _made_by(sheet: Sheet) -> set[int]:
    """The counts of a table, what they are counted out of, and what its rows and columns come to."""
    found = {whole for column in range(len(sheet.heads)) if (whole := whole_of(sheet, column))}
    for row in sheet.cells:
        counts = [figure.count for figure in row if figure and figure.count is not None]
        found |= {*counts, sum(counts), *(figure.base for figure in row if figure and figure.base)}
    return found
