"""Figures of one kind told side by side, each with the words that are its own."""

import re

from looped.checker.linking import STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage

# "At Ash cakes were named most often, by 48 of 100": of a list of its own.
OWN_FIGURE = pattern_of(r",? (?:by|with|at) \d+ (?:of|out of) (?:the )?\d", re.I)


def stems_of(text: str) -> frozenset[str]:
    """The telling stems of a text, its numbers too."""
    words = re.findall(r"[A-Za-z’']{2,}|\d+(?:[-–]\d+)?\+?|\b[A-Z]\b", text)
    return frozenset(stem(word) for word in words) - STOP - {"most", "half", "only"}


def speaks_of(read: Passage, at: int, other: int) -> bool:
    """Whether a sentence goes on about what the one beside it tells: it says so, or has a telling word of it."""
    if not 0 <= other < len(read.starts):
        return False
    says = re.match(r"\W*(?:it|this|that|there|these|those|they|both|all|so)\b", read.sentence(at), re.I)
    return bool(says) or bool(stems_of(read.sentence(at)) & stems_of(read.sentence(other)))
