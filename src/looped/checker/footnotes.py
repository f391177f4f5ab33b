"""Bases that a note at the foot gives: "49 (26.5%)*", and "* of the 185 whose data we have"."""

import re
from collections.abc import Sequence

from looped.checker.document import Document
from looped.checker.patterns import pattern_of
from looped.checker.sheets.around import numbers_in

PLAIN_SIGN = r"\*{1,3}|[†‡§¹²³]"
SIGN = rf"{PLAIN_SIGN}|\[[a-z1-9]\]|\([a-z1-9]\)"
ENDS = pattern_of(rf"(?<=[A-Za-z.;,)])\s?(?P<mark>{SIGN})(?=[\s.,;]|$)")
MARK = pattern_of(rf"\s?(?P<mark>{SIGN})(?![\w*])")
NOTE = pattern_of(rf"(?:^|\n)\s*(?:Notes? )?(?P<mark>{SIGN})(?P<text>[^\n]*)")
# A number in brackets may be a work that is cited or one of a list: it leads to a note that speaks of shares.
OF_SHARES = pattern_of(
    r"\b(?:percentages?|per cent|shares?|base|denominator|proportions?|out of|exclud\w+|left out)\b|%|\bn ?=|"
    r"^\W*(?:(?:out )?of |from |for )?(?:the |all )?\d+ [a-z]",
    re.I,
)


def notes_of(document: Document) -> list[str]:
    """The notes of a document, each with its mark: at the start of a paragraph, or of a line of it."""
    found = [each for paragraph in document.paragraphs for each in NOTE.finditer(paragraph.text)]
    return [
        f"{each['mark']}{each['text']}"
        for each in found
        if each["mark"][0] not in "[(" or OF_SHARES.search(each["text"])
    ]


def bases_noted(notes: Sequence[str], text: str, end: int) -> list[int]:
    """The numbers in the notes that the mark behind a figure leads to. end: of the figure, its bracket included.

    >>> bases_noted(["* Of the 212 asked."], "Pain was told by 81 (38.2%)* then.", 27)
    [212]
    """
    found = MARK.match(text, end) if notes else None
    return [number for note in notes if found and note.startswith(found["mark"]) for number in numbers_in(note)]


SAID = pattern_of(
    r"\b(?:percentages|shares|proportions) (?:here |shown |given |in this [a-z]+ )?(?:are|were) (?:therefore |"
    r"thus |all )?"
    r"(?:based on|of|out of|calculated (?:on|from|out of)) (?:the |all )?(?:remaining |other )?(?P<n>\d[\d,]*)\b",
    re.I,
)


def base_said(notes: Sequence[str], text: str, start: int) -> int | None:
    """The one base that shares are said to have in a note to which a mark before a figure leads. start: of the figure.

    >>> note = "* Six left none; percentages are based on the remaining 206."
    >>> base_said([note], "We saw 212.* Of those, 81 (38%) did.", 23)
    206
    """
    marks = {found["mark"] for found in ENDS.finditer(text, 0, start)} if notes else set()
    said = [found for note in notes if any(map(note.startswith, marks)) for found in SAID.finditer(note)]
    return int(said[0]["n"].replace(",", "")) if len(said) == 1 else None


def bases_anywhere(notes: Sequence[str], text: str) -> list[int]:
    """The numbers in the notes that marks on words of a text lead to: they may be the base of any of its shares.

    >>> bases_anywhere(["* Of the 212 asked."], "We saw all.* Pain was told by 81 (38.2%) then.")
    [212]
    """
    marks = {found["mark"] for found in ENDS.finditer(text)} if notes else set()
    return [number for note in notes for mark in marks if note.startswith(mark) for number in numbers_in(note)]
