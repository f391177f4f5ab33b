"""The figures of a passage one by one: a count, its base and its share are three."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from looped.checker.adding import opened_at
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

FEWEST, MOST = 2, 60
LOOSE = pattern_of(
    r"\b(?:about|around|roughly|approximately|nearly|almost|over|under|some|at least|at most|up to|"
    r"(?:more|fewer|less|greater|better) than|above|below|just|close to|exceed\w*)\s+(?:the )?$",
    re.I,
)
LEAD, BEHIND = 25, 8
LISTED = pattern_of(r"\d,? (?:and|to|or) $")
RANGE_BEHIND = pattern_of(r"\s?%?\s?(?:to|-|–)\s?[-\d]")
RANGE_BEFORE = pattern_of(r"\d\s?%?\s?(?:to|–|-)\s?$")


@dataclass(frozen=True, eq=False)
class Figure:
    """A number as stated. kind: as an entry's, "share" for percentages. role: "count", "base", "attached" (a share
    beside its count), "lone" (a share alone) or "own". step: of its last printed digit. place: its entry's, in order.
    bracket: where the bracket that it stands in opens; -1 outside brackets.
    """

    value: Decimal
    kind: str
    role: str
    step: Decimal
    entry: Entry
    place: int
    bracket: int

    @property
    def start(self) -> int:
        """Where it begins, or the entry that it is part of."""
        return self.entry.start

    @property
    def end(self) -> int:
        """Where that ends."""
        return self.entry.end

    @property
    def sentence(self) -> int:
        """Which sentence it stands in."""
        return self.entry.sentence

    @property
    def is_spelt(self) -> bool:
        """Whether it is written in letters."""
        return self.entry.text[:3].isalpha()

    @property
    def printed(self) -> str:
        """As a person writes it."""
        return f"{self.value:,f}%" if self.kind == "share" else f"{self.value:,f}"


@lru_cache(maxsize=8192)
def figures_of(read: Passage) -> tuple[Figure, ...]:
    """The figures of a passage in order; none of a passage with too few to compare, or too many to be read so.

    >>> from looped.checker.prose import passage
    >>> [f.printed for f in figures_of(passage("Of 30 files, 7 (23%) were late and 5 of 12 lost."))]
    ['30', '7', '23%', '5', '12']
    """
    found = [each for place, entry in enumerate(read.entries) for each in _of_entry(read, entry, place)]
    return tuple(found) if FEWEST <= len(found) <= MOST else ()


def _of_entry(read: Passage, entry: Entry, place: int) -> list[Figure]:
    bracket = opened_at(read.text, entry.start)
    if entry.kind == "share":
        return [Figure(entry.value, "share", "lone", entry.step, entry, place, bracket)]
    if entry.kind != "count":
        return [Figure(entry.value, entry.kind + entry.unit, "own", entry.step, entry, place, bracket)]
    one = Decimal(1)
    found = [Figure(Decimal(entry.count), "count", "count", one, entry, place, bracket)]
    if entry.base:
        found.append(Figure(Decimal(entry.base), "count", "base", one, entry, place, bracket))
    if entry.share:
        step = one.scaleb(-entry.share.decimals)
        found.append(Figure(entry.share.value, "share", "attached", step, entry, place, bracket))
    return found


OF_SO_MANY = pattern_of(r"\bof the $", re.I)
ENDS = pattern_of(r"\s*(?:[.,;:)]|$)")


def is_loose(text: str, figure: Figure) -> bool:
    """Whether it is told roughly, or is a limit."""
    # "The higher share of the two": how many there are.
    return _is_loose_at(text, figure.start) or bool(
        OF_SO_MANY.search(text, 0, figure.start) and ENDS.match(text, figure.end)
    )


@lru_cache(maxsize=16384)
def _is_loose_at(text: str, place: int) -> bool:
    return bool(LOOSE.search(text[max(0, place - LEAD) : place]))


def is_one_of_many(text: str, figure: Figure) -> bool:
    """Whether it is the last of a list of bare numbers, or the end of a range: "65, 68 and 59 per cent"."""
    before, behind = text[max(0, figure.start - BEHIND) : figure.start], text[figure.end : figure.end + BEHIND]
    return bool(LISTED.search(before) or RANGE_BEHIND.match(behind) or RANGE_BEFORE.search(before))
