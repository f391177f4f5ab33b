"""Turns of phrase that sections share: lists in words, shares with their counts and intervals."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from looped.reports.nodes import SMALLEST_P, Figure, Part, Text
from looped.stats.intervals import wilson

if TYPE_CHECKING:
    from looped.figures.every import FigureRow

# Below this many audits a share says too little to be put into a sentence.
FEW = 10
# Below this many audits a share in a sentence carries its interval.
INTERVAL_BELOW = 200
# From this many whole words read worse than digits.
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def joined(items: Sequence[Text | Part], last: str = "and") -> Text:
    """Several runs of text as one list in words: a, b and c."""
    runs = [item if isinstance(item, tuple) else (item,) for item in items]
    if not runs:
        return ()
    out: list[Part] = list(runs[0])
    for place, run in enumerate(runs[1:], start=2):
        out += [f" {last} " if place == len(runs) else ", ", *run]
    return tuple(out)


def of(row: "FigureRow", code: str) -> Text:
    """`21 of 77`."""
    return (Figure(row.count, "count", code), " of ", Figure(row.base, "count", f"{code}/base"))


def of_with_share(row: "FigureRow", code: str, noun: str = "", *, interval: bool = True) -> Text:
    """`21 of 77 audits (27.3%; 95% interval 18.6% to 38.1%)`; counts alone where there are too few to say.

    noun: what is counted, in the plural, where the sentence doesn't say it already.
    """
    if row.count is None or not row.base:
        return ("not known",)
    counts = (*of(row, code), f" {noun}") if noun else of(row, code)
    if row.base < FEW:
        return counts
    share = Figure(row.share, "share", f"{code}/share", row.count, row.base)
    if not interval or row.base >= INTERVAL_BELOW:
        return (*counts, " (", share, ")")
    return (*counts, " (", share, "; 95% interval ", *interval_of(row, code), ")")


def interval_of(row: "FigureRow", code: str) -> Text:
    """`18.6% to 38.1%`: the 95% Wilson interval of a share; a dash where there is no base."""
    if row.count is None or not row.base:
        return ("–",)
    low, high = wilson(row.count, row.base)
    return (Figure(low, "share", f"{code}/low"), " to ", Figure(high, "share", f"{code}/high"))


def counted(number: Figure, one: str, many: str) -> Text:
    """`1 audit`, `2 audits`: a count with its noun."""
    return (number, f" {one if number.value == 1 else many}")


def p_of(value: float, code: str) -> Text:
    """`p = 0.041`, or `p less than 0.001`."""
    return ("p " if value < SMALLEST_P else "p = ", Figure(value, "p", code))


def sentence_case(text: str) -> str:
    """The text with its first letter large; the rest as it is."""
    return text[:1].upper() + text[1:]
