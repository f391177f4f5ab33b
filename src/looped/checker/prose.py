"""A paragraph read as entries: each a count, a share, a sum of money or a measure, with its base and its words.

Numbers that claim nothing (dates, ages, intervals, limits, names of things) are blanked out first, so that whatever
is left is a figure that somebody states. Rules reason on entries, never on the wording around one number.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from looped.checker.entries import Entry, entries_in, stems, worded
from looped.checker.numbers import percent
from looped.checker.patterns import known, pattern_of
from looped.checker.printed_beside import DOSES, changed, merged
from looped.checker.quieting import LENGTH, MONTH, NUMBER, has_figure, quieted

CLAUSE = pattern_of(
    r"[;:.](?=\s|$)|,(?=\s)|[()]|–\s|—|\b(?:and|but|while|whereas|whilst|although|though|against|compared (?:with|"
    r"to)|than|"
    r"versus|vs?|followed by|then)\b"
)
SENTENCE = pattern_of(
    r"(?<=[.!?])(?<!\bi\.e\.)(?<!\be\.g\.)(?<!\bapprox\.)"
    # "Qtr. 1", "para. 12": what is numbered.
    r"(?<!\b(?:No|pp|vs|cf)\.(?=\s\d))(?<!\b(?:[Qq]tr|[Ff]ig|[Vv]ol|[Aa]rt|[Rr]eg|[Rr]ef|Nos)\.(?=\s\d))"
    r"(?<!\b[Pp]ara\.(?=\s\d))[”\"')]*\s+(?=[*_]{0,2}[A-Z“\"'(£\d])"
)


# "Within 20 working days": how long something took.
TIMED = pattern_of(
    rf"\b(?:within|inside|under|after|for|less than|more than|at least|up to) (?:the )?(?P<n>{NUMBER})[ -]"
    rf"(?:working |calendar |school )?{LENGTH}(?= of |\s?\(| [a-z]+\s?\()",
    re.I,
)


@dataclass(frozen=True)
class Passage:
    """A paragraph with its figures. quiet: its text, numbers that claim nothing blanked; starts: of its sentences."""

    text: str
    quiet: str
    starts: tuple[int, ...]
    entries: tuple[Entry, ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences, with the blanks behind them."""
        ends = (*self.starts[1:], len(self.text))
        return tuple(known(self.text[start:end]) for start, end in zip(self.starts, ends, strict=True))

    @cached_property
    def by_sentence(self) -> tuple[tuple[Entry, ...], ...]:
        """The entries of each sentence."""
        found: list[list[Entry]] = [[] for _ in self.starts]
        for each in self.entries:
            found[each.sentence].append(each)
        return tuple(map(tuple, found))

    def __hash__(self) -> int:
        """By its text, which tells the rest: passages are asked for very often in what is kept of them."""
        return hash(self.text)

    def sentence(self, at: int) -> str:
        """The words of a sentence; none before the first."""
        return self.sentences[at] if at >= 0 else ""

    def of_sentence(self, at: int) -> list[Entry]:
        """The entries of a sentence; none of one that there isn't."""
        return list(self.by_sentence[at]) if 0 <= at < len(self.starts) else []

    def sentence_at(self, place: int) -> int:
        """Which sentence a place of the text is in."""
        return bisect_right(self.starts, place) - 1


@lru_cache(maxsize=16384)
def passage(text: str) -> Passage:
    """A paragraph read.

    >>> [(e.count, e.base, str(e.share)) for e in passage("Of 30 files, 7 (23%) were late; 5 of 12 (42%) not.").entries]
    [(30, None, 'None'), (7, None, '23%'), (5, 12, '42%')]
    """
    quiet = known(quieted(known(text)))
    starts = (0, *(found.end() for found in SENTENCE.finditer(text)))
    found = merged(_timed(text, quiet), entries_in(quiet, starts)) if has_figure(quiet) else []
    return Passage(text, quiet, starts, tuple(_worded(text, found)))


def _timed(text: str, quiet: str) -> str:
    """ "94 were seen within one day (80%)": a length of time that was blanked stands between a count and its share."""
    if "(" not in text:
        return quiet
    for found in TIMED.finditer(text):
        low, high = found.span()
        if not quiet[found.start("n") : high].strip():
            quiet = quiet[:low] + re.sub(r"\d", "x", found.group()).replace(",", "x") + quiet[high:]
    return quiet


def _worded(text: str, found: list[Entry]) -> list[Entry]:
    """Entries with the words of their clauses."""
    cuts = [each.span() for each in CLAUSE.finditer(text)] if found else []
    ends, starts = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    told = []
    for at, each in enumerate(found):
        low = ends[bisect_right(ends, each.start) - 1]
        high = starts[bisect_left(starts, each.end)]
        if at:
            low = max(low, found[at - 1].end)
        if at + 1 < len(found):
            high = min(high, found[at + 1].start)
        told.append(changed(each, before=text[low : each.start], after=text[each.end : high]))
    return told


__all__ = ["DOSES", "LENGTH", "MONTH", "NUMBER", "Entry", "Passage", "passage", "percent", "quieted", "stems", "worded"]
