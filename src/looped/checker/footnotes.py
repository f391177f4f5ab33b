"""Bases that a note at the foot gives: "49 (26.5%)*", and "* of the 185 whose data we have"."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Generic, TypeVar

from looped.checker.document import Document, Paragraph
from looped.checker.patterns import pattern_of
from looped.checker.sheets.around import numbers_in

Read = TypeVar("Read")
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


class Notes(Generic[Read]):
    """The notes of a document by their marks, which may stand again on every page."""

    def __init__(self, document: Document, read: Callable[[Paragraph], Iterable[tuple[str, Read]]]) -> None:
        """read: the notes of a paragraph, each with its mark."""
        self.places = {id(each): at for at, each in enumerate(document.paragraphs)}
        self.by_mark: dict[str, list[tuple[int, Read]]] = {}
        for at, paragraph in enumerate(document.paragraphs):
            for mark, note in read(paragraph):
                self.by_mark.setdefault(mark, []).append((at, note))

    def near(self, paragraph: Paragraph) -> dict[str, Read]:
        """What each mark leads to from a paragraph of the document: the next note behind it, else the last before."""
        place = self.places[id(paragraph)]
        return {
            mark: next((note for at, note in every if at >= place), every[-1][1])
            for mark, every in self.by_mark.items()
        }


def notes_of(document: Document) -> Notes[str]:
    """The notes that may tell a base, each with its mark: at the start of a paragraph, or of a line of it."""
    return Notes(document, _of_shares)


def _of_shares(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    for each in NOTE.finditer(paragraph.text):
        if each["mark"][0] not in "[(" or OF_SHARES.search(each["text"]):
            yield each["mark"], f"{each['mark']}{each['text']}"


def bases_noted(notes: Collection[str], text: str, end: int) -> list[int]:
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


def base_said(notes: Collection[str], text: str, start: int) -> int | None:
    """The one base that shares are said to have in a note to which a mark before a figure leads. start: of the figure.

    >>> note = "* Six left none; percentages are based on the remaining 206."
    >>> base_said([note], "We saw 212.* Of those, 81 (38%) did.", 23)
    206
    """
    marks = {found["mark"] for found in ENDS.finditer(text, 0, start)} if notes else set()
    said = [found for note in notes if any(map(note.startswith, marks)) for found in SAID.finditer(note)]
    return int(said[0]["n"].replace(",", "")) if len(said) == 1 else None


def bases_anywhere(notes: Collection[str], text: str) -> list[int]:
    """The numbers in the notes that marks on words of a text lead to: they may be the base of any of its shares.

    >>> bases_anywhere(["* Of the 212 asked."], "We saw all.* Pain was told by 81 (38.2%) then.")
    [212]
    """
    marks = {found["mark"] for found in ENDS.finditer(text)} if notes else set()
    return [number for note in notes for mark in marks if note.startswith(mark) for number in numbers_in(note)]
