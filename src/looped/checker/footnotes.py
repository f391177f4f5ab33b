"""Bases that a note at the foot gives: "49 (26.5%)*", and "* of the 185 whose data we have"."""

from collections.abc import Sequence

from looped.checker.document import Document
from looped.checker.patterns import pattern_of
from looped.checker.sheets.around import numbers_in

# A number in square brackets may be a work that is cited: only some rules read it as a note.
PLAIN_SIGN = r"\*{1,3}|[†‡§¹²³]"
SIGN = rf"{PLAIN_SIGN}|\[[a-z1-9]\]"
ENDS = pattern_of(rf"(?<=[A-Za-z.;,])(?P<mark>{PLAIN_SIGN})(?=\s|$)")
MARK = pattern_of(rf"\s?(?P<mark>{SIGN})(?![\w*])")
NOTE = pattern_of(rf"\s*(?:{SIGN})")


def notes_of(document: Document) -> list[str]:
    """The paragraphs that begin with the mark of a note."""
    return [each.text.lstrip() for each in document.paragraphs if NOTE.match(each.text)]


def bases_noted(notes: Sequence[str], text: str, end: int) -> list[int]:
    """The numbers in the notes that the mark behind a figure leads to. end: of the figure, its bracket included.

    >>> bases_noted(["* Of the 212 asked."], "Pain was told by 81 (38.2%)* then.", 27)
    [212]
    """
    found = MARK.match(text, end) if notes else None
    return [number for note in notes if found and note.startswith(found["mark"]) for number in numbers_in(note)]


def bases_anywhere(notes: Sequence[str], text: str) -> list[int]:
    """The numbers in the notes that marks on words of a text lead to: they may be the base of any of its shares.

    >>> bases_anywhere(["* Of the 212 asked."], "We saw all.* Pain was told by 81 (38.2%) then.")
    [212]
    """
    marks = {found["mark"] for found in ENDS.finditer(text)} if notes else set()
    return [number for note in notes for mark in marks if note.startswith(mark) for number in numbers_in(note)]
