"""A table as sentences speak of it: rows for columns, or its words and not its numbers for labels."""

from dataclasses import replace
from functools import lru_cache

from looped.checker.sheets.sheet import Sheet, turned


@lru_cache(maxsize=2048)
def as_spoken_of(sheet: Sheet) -> Sheet:
    """The table as sentences speak of it: on its side where its rows are measures; by words and not by scores."""
    return turned(sheet) or _by_words(sheet) or sheet


def _by_words(sheet: Sheet) -> Sheet | None:
    """The table with its second column for labels, where the first only numbers what that one says; else None."""
    numbered = [label for label in sheet.labels if label.strip()]
    if len(numbered) < 3 or not all(label.strip().isdigit() for label in numbered) or len(sheet.heads) < 2:
        return None
    words = tuple(row[0].strip() for row in sheet.texts)
    if len({each.lower() for each in words}) < len(words) or not all(each[:1].isalpha() for each in words):
        return None
    cells, texts = tuple(row[1:] for row in sheet.cells), tuple(row[1:] for row in sheet.texts)
    return replace(sheet, corner=sheet.heads[0], heads=sheet.heads[1:], labels=words, cells=cells, texts=texts)
