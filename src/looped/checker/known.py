"""Every whole number that a document tells or its tables come to: what a count may be a share of."""

import re
from collections import Counter

from looped.checker.context import Context
from looped.checker.prose import passage
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.sheet import Sheet

NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.])|(?<![\d.,])\d{1,7}(?![\d,]|\.\d)")
# "2024-25", "2022/23": years, and not two numbers.
YEARS = re.compile(r"\b(?:19|20)\d\d[/–-]\d\d(?:\d\d)?\b")


def known_numbers(context: Context) -> frozenset[int]:
    """All of them, in figures and in words, in prose, captions, heads, notes and cells; sums of rows and columns."""
    found: set[int] = set()
    for paragraph in context.document.paragraphs:
        found |= _numbers_in(paragraph.text)
        read = passage(paragraph.text)
        found |= {each.count for each in read.entries if each.value % 1 == 0}
        found |= {each.base for each in read.entries if each.base}
    for placed in context.sheets:
        found |= _of_table(placed.sheet)
    return frozenset(found)


def _numbers_in(text: str) -> set[int]:
    return {int(each.replace(",", "")) for each in NUMBER.findall(text)}


def _of_table(sheet: Sheet) -> set[int]:
    found = {whole for column in range(len(sheet.heads)) if (whole := whole_of(sheet, column))}
    for text in (sheet.caption, sheet.corner, *sheet.heads, *sheet.labels, *sheet.notes):
        found |= _numbers_in(text)
    for row in sheet.cells:
        counts = [figure.count for figure in row if figure and figure.count is not None]
        found |= {*counts, sum(counts), *(figure.base for figure in row if figure and figure.base)}
    return found


def numbers_elsewhere(context: Context) -> Counter[int]:
    """How often each whole number stands in the document, in prose and in cells, heads and captions of its tables."""
    found: Counter[int] = Counter()
    for paragraph in context.document.paragraphs:
        text = YEARS.sub(" ", paragraph.text)
        found.update(int(each.replace(",", "")) for each in NUMBER.findall(text))
    for placed in context.sheets:
        sheet = placed.sheet
        for text in (sheet.caption, *sheet.heads, *sheet.labels):
            found.update(_numbers_in(YEARS.sub(" ", text)))
        found.update(cell.count for row in sheet.cells for cell in row if cell and cell.count)
    return found
