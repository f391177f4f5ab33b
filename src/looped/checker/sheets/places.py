"""Rows told by other words than their labels: by their place, by an end of their scale, by what stands in brackets."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from looped.checker.numbers import NTH
from looped.checker.patterns import pattern_of
from looped.checker.sheets.naming import Named, alike, label_words, named_in

ENDS = {"opening": 0, "initial": 0, "earliest": 0, "last": -1, "final": -1, "latest": -1, "closing": -1}
PLACED = pattern_of(
    rf"\b(?P<place>{'|'.join((*NTH, *ENDS))})[ -](?P<noun>[a-z]{{3,}})\b(?! (?:days|weeks|months|"
    rf"years)\b)(?: (?P<noun2>[a-z]{{3,}}))?",
    re.I,
)
HALVES = pattern_of(r"\b(?P<which>first|second|last) half of the (?:financial |calendar |school )?year\b", re.I)
# What a row of a point of time may be called, whatever heads the column.
POINTS = ("visit", "wave", "round", "quarter", "week", "month", "year", "term", "cycle", "survey", "audit", "session")
QUARTER, QUARTERS = pattern_of(r"^(?:Q(?P<n>[1-4])\b|(?:first|second|third|fourth)(?: quarter)?$)", re.I), range(4)
SCALED = pattern_of(
    r"\b(?:the (?P<middle>middle)(?: \w+)? (?:band|group|range|category|bracket)|(?P<low>youngest|nearest|closest|"
    r"newest)|"
    r"(?P<high>oldest|fur?thest|farthest))\b(?! of\b)",
    re.I,
)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
BELOW = pattern_of(r"^\W*(?:under|below|less than|up to|fewer than|<)", re.I)
NUMBERED = re.compile(r"\W*(?P<n>\d{1,2})[.):]? (?=[A-Za-z])")
BY_NUMBER = re.compile(r"\b(?P<noun>[A-Za-z]{3,}) (?P<n>\d{1,2})\b(?![.,]\d|%)")
# "A Gate shut", "B. Lamp lit": a letter each.
LETTERED = re.compile(r"\W*(?P<n>[A-Z])[.):]?\s+(?=[A-Za-z])")
BY_LETTER = re.compile(r"\b(?P<noun>[A-Za-z]{3,}) (?P<n>[A-Z])\b(?![’'.-]\w)")
BRACKETED = re.compile(r"\(([^()]{4,})\)")
OF_KIND = pattern_of(r"\b(?:n|of|%|per ?cent)\b|\d", re.I)


@lru_cache(maxsize=16384)
def otherwise_named(text: str, labels: tuple[str, ...], corner: str) -> tuple[Named, ...]:
    """The labels that a text tells by other words.

    >>> [each.at for each in otherwise_named("At the last visit", ("Baseline", "Week 4", "Week 8"), "Visit")]
    [2]
    >>> [each.at for each in otherwise_named("the youngest group", ("16 to 24", "25 to 64", "65 and over"), "Age")]
    [0]
    """
    ways = (_by_place(text, labels, corner), _by_scale(text, labels), _by_number(text, labels, corner))
    return (*(each for way in ways for each in way), *_in_brackets(text, labels))


def _by_place(text: str, labels: tuple[str, ...], corner: str) -> Iterator[Named]:
    """ "The last visit", "the second quarter": of what the table says its rows are."""
    for found in PLACED.finditer(text):
        word, nouns = found["place"].lower(), [name for name in ("noun", "noun2") if found[name]]
        own = next((name for name in nouns if _is_of_rows(found[name].lower(), labels, corner)), None)
        if own is None:
            continue
        at = ENDS[word] % len(labels) if word in ENDS else NTH.index(word)
        if at < len(labels):
            yield Named(at, found.start(), found.end(own), True, 2, (found.start(), found.end(own)))
    for half in HALVES.finditer(text) if len(labels) == len(QUARTERS) and all(map(QUARTER.match, labels)) else ():
        for at in (0, 1) if half["which"].lower() == "first" else (2, 3):
            yield Named(at, half.start(), half.end(), True, 2, half.span())


def _is_of_rows(noun: str, labels: tuple[str, ...], corner: str) -> bool:
    """Whether a noun is what the rows are, one behind the other: points of time with a number, or quarters."""
    kinds = [word for word in label_words(corner) if word.isalpha()] if corner else []
    own = noun in POINTS and any(alike(noun, word) for word in kinds)
    in_order = len(labels) > 2 and len({label.lower() for label in labels}) == len(labels)
    return in_order and (own or (noun == "quarter" and all(QUARTER.match(label) for label in labels)))


@lru_cache(maxsize=8192)
def scale_of(labels: tuple[str, ...]) -> tuple[int, ...]:
    """The rows of a scale of numbers, the least first: "under 30", "30 to 59", "60 and over"."""
    told = [(NUMBER.findall(label.replace(",", "")), bool(BELOW.match(label))) for label in labels]
    lows = [(float(numbers[0]) - (0.5 if below else 0), at) for at, (numbers, below) in enumerate(told) if numbers]
    if len(lows) < 3 or len({low for low, _ in lows}) < len(lows) or len(labels) - len(lows) > 1:
        return ()
    rows = [at for _, at in sorted(lows)]
    return tuple(rows) if rows in (sorted(rows), sorted(rows, reverse=True)) else ()


def _by_scale(text: str, labels: tuple[str, ...]) -> Iterator[Named]:
    """ "The youngest", "furthest from a stop", "the middle band": an end of a scale of numbers, or its middle."""
    for found in SCALED.finditer(text):
        rows = scale_of(labels)
        if not rows or (found["middle"] and len(rows) % 2 == 0):
            continue
        at = rows[len(rows) // 2] if found["middle"] else rows[0] if found["low"] else rows[-1]
        yield Named(at, found.start(), found.end(), True, 1, found.span())


@lru_cache(maxsize=8192)
def _numbered(labels: tuple[str, ...]) -> dict[str, int]:
    """The numbers or letters that all labels begin with: "1 Chart signed", "B. Lamp lit"."""
    for way in (NUMBERED, LETTERED):
        found = [way.match(label) for label in labels]
        told = [each["n"] for each in found if each]
        if len(told) == len(labels) == len(set(told)) > 1:
            return {n: at for at, n in enumerate(told)}
    return {}


def _by_number(text: str, labels: tuple[str, ...], corner: str) -> Iterator[Named]:
    """ "Standard 2", of rows that the table calls standards and numbers."""
    known = _numbered(labels) if corner else {}
    for found in (*BY_NUMBER.finditer(text), *BY_LETTER.finditer(text)) if known else ():
        at = known.get(found["n"])
        if at is not None and any(alike(found["noun"].lower(), word) for word in label_words(corner)):
            yield Named(at, found.start(), found.end(), True, 2, found.span())


@lru_cache(maxsize=8192)
def _bracketed(labels: tuple[str, ...]) -> tuple[str, ...]:
    """What the labels have in brackets, where most of them have words there."""
    inside = [
        found[1] if (found := BRACKETED.search(label)) and not OF_KIND.search(found[1]) else "" for label in labels
    ]
    told = [each for each in inside if each]
    # A single one must have words enough to be told by.
    enough = 2 * len(told) > len(labels) or (told and all(len(label_words(each)) > 1 for each in told))
    return tuple(inside) if enough and len(set(told)) == len(told) else ()


def _in_brackets(text: str, labels: tuple[str, ...]) -> Sequence[Named]:
    """ "The wing for vulnerable prisoners" of "B Wing (vulnerable prisoners)"."""
    inside = _bracketed(labels)
    return [each for each in named_in(text, inside) if each.whole] if inside else []
