"""Tables of Yes and No: which row a sentence speaks of in its own words, and how many of how many it has."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from looped.checker.measures import NO, NOT_MET, YES
from looped.checker.patterns import pattern_of
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.words import number_alike

NARROWED = pattern_of(
    r"\b(?:an?|the|their|its|any) (?P<kind>[a-z][a-z’'-]+) "
    r"(?P<thing>(?![a-z’'-]+ed\b)[a-z][a-z’'-]+)(?! (?:of|out of) \d)",
    re.I,
)
COUNTED = ("count", "total", "base")


@dataclass(frozen=True)
class Answer:
    """A row with those who answered yes, and all who answered. whole: every word of its name is said."""

    row: int
    yes: int
    base: int
    whole: bool


def answered(sheet: Sheet, text: str) -> Answer | None:
    """The one row that a sentence speaks of more than of any other; None where the table has no Yes and No."""
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in COUNTED]
    yes = [at for at in counted if YES.match(sheet.heads[at].strip())]
    no = [at for at in counted if NO.match(sheet.heads[at].strip())]
    rest = [at for at in counted if at not in (*yes, *no)]
    if not len(yes) == len(no) == 1 or len(rest) > 1 or "words" in sheet.kinds:
        return None
    row = _row(sheet, text)
    if row is None or NOT_MET.search(sheet.labels[row[0]]) or _is_narrower(label_words(sheet.labels[row[0]]), text):
        return None
    at, whole = row
    one, other = _count(sheet, at, yes[0]), _count(sheet, at, no[0])
    if one is None or other is None or (rest and _count(sheet, at, rest[0]) != one + other):
        return None
    return Answer(at, one, one + other, whole)


def _count(sheet: Sheet, row: int, column: int) -> int | None:
    cell = sheet.cells[row][column]
    return cell.count if cell else None


def _row(sheet: Sheet, text: str) -> tuple[int, bool] | None:
    """The row of which more words are said than of any other, half of its own or more."""
    said = label_words(text)
    labels = {row: label_words(sheet.labels[row]) for row in sheet.parts}
    hits = {row: number_alike(words, said) for row, words in labels.items()}
    best = max(hits, key=lambda row: (hits[row], hits[row] / max(1, len(labels[row]))), default=None)
    if best is None or not hits[best] or 2 * hits[best] < len(labels[best]):
        return None
    own = labels[best]
    for row, words in labels.items():
        # Another row that is spoken of too, in words of its own.
        apart = [word for word in words if not any(alike(word, other) for other in own)]
        if row != best and (hits[row] >= hits[best] or (number_alike(apart, said) and 2 * hits[row] >= len(words))):
            return None
    return best, hits[best] == len(labels[best])


def _is_narrower(words: Sequence[str], text: str) -> bool:
    """ "Two carried an old radio": of some of what the row is of."""
    for found in NARROWED.finditer(text):
        if any(alike(found["thing"].lower(), word) for word in words):
            parts = [part for part in found["kind"].lower().split("-") if part]
            if not any(alike(part, word) for part in parts for word in words):
                return True
    return False
