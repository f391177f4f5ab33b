"""Whose each figure of a few sentences is, read strictly: a name and a figure each, and light words between them.

Unlike `parties.py`, which asks what words only one figure has beside it, a name here stands where a name can stand:
before its figure with nothing but light words between ("Ash had 12", "at Ash, 12", "Ash (12)"), or behind it ("12 at
Ash", "12% of the clerks"). Where one figure has no such name, or is of another kind, nothing is read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from looped.checker.item_names import COMMON, stems_of
from looped.checker.parties import Party, is_aside, kind_of, parties
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.respective import names_in_order

# Words that stand between a name and its figure and tell nothing.
LIGHT = (
    r"(?:was|were|is|are|had|has|have|been|being|did|do|does|stood|came|come|got|took|gave|made|saw|led|drew|held|lay|"
    r"brought|"
    r"sent|won|lost|sold|found|seen|given|put|met|kept|at|in|to|by|on|with|for|of|from|an?|the|its?|they|them|their|there|this|that|those|who|which|"
    r"only|just|"
    r"about|some|"
    r"almost|up|out|rates?|shares?|scores?|figures?|totals?|means?|averages?|numbers?|counts?|proportions?|percentages?|"
    r"results?|"
    r"corresponding|equivalent|same|also|too|then|next|second|third|last|first|being|namely|"
    r"(?!(?:need|seed|speed|feed|breed|shed|bed|red|weed)\b)[a-z]{2,}ed|[a-z]{3,}ing)"
)
JOIN = (
    r"(?:and|but|while|whereas|whilst|with|then|as|so|only|both|next|followed by|compared (?:with|to)|against|"
    r"(?:the |all )?others? (?:[a-z]+ )?(?:was|were|are|is|included?)|(?:the )?(?:rest|remaining [a-z]+) (?:was|were|"
    r"are)|second|third|last|came|come)"
)
PLACE = r"(?:in|at|on|for|among(?:st)?|with|by|from|of|to|under|about|due to|because of|through|over|after)"
WORD = r"[A-Za-z][\w’'&/-]*"
VERBAL = r"(?:it|they|there|was|were|is|are|had|has|have|did|than|which|who)"
NAME = (
    r"(?:the |our |its |an? |all )?(?P<name>(?!(?:it|they|this|that|there|these|those)\b)"
    rf"(?:{WORD}|\d+)(?: (?!{VERBAL}\b)(?:{WORD}|\d+)){{0,6}}?)"
)
AHEAD = pattern_of(
    rf"[\s,;:–—(.)]*(?:{JOIN}[\s,:]+)*(?:{PLACE} )?{NAME}(?:,? {LIGHT})*\s*[,:(–—=]*\s*(?:n ?= ?)?[£$€]?\s*", re.I
)
BEHIND = pattern_of(
    rf"\)?(?:,? (?!(?:of|in|at|on|for|than)\b)[a-z’'-]+){{0,3}}?(?: {LIGHT})*? {PLACE} {NAME}"
    rf"(?:,? (?:was|were|had|did|gave|said|[a-z]+ed)\b[^,;:()\d]{{0,60}})?[\s).,]*",
    re.I,
)
# "215 of 327 women, 66%": its name is inside.
INSIDE = re.compile(r"\d (?:of|out of) (?:the )?[\d,]+ (?P<name>[A-Za-z][A-Za-z’' -]*?)(?=[,:(]| \()")
LED = pattern_of(r"(?:^|[.;:] )\W*(?:of|among|out of|from|in all|across)(?: the| all| these| our)* $", re.I)
BOUNDED = pattern_of(r" or (?:more|less|fewer|over|under|above|below|higher|lower|better|worse)\b", re.I)
IN_ORDER = pattern_of(r"\b(?:respectively|in that order)\b", re.I)
# What makes of a figure something else than what one of several has.
HEAVY = pattern_of(
    r"\b(?:(?:was|were|is|are|did|do|does|had|have|has|could) not|never|n[’']t|previous\w*|earlier|before|target|"
    r"last (?:year|time|month|audit|round)|standard|benchmark|national\w*|england|overall|altogether|in all|together|"
    r"combined|including|included|excluding|except|apart from|per|each|every|would|should|could|expected|if|rose|fell|"
    r"risen|fallen|increase\w*|decrease\w*|ago|since|than|both|total of|other than|of whom|of which|of these|of them|"
    r"gap|difference|change|(?:19|20)\d\d)\b",
    re.I,
)
LIGHTS = re.compile(rf"(?:{LIGHT}|{JOIN}|{PLACE}|respectively)", re.I)
FEWEST_OF_A_LIST = 2


@dataclass(frozen=True)
class Own:
    """A figure and whose it is. words: the stems of the name; rest: what else its part of the text says."""

    party: Party
    name: str
    words: frozenset[str]
    rest: frozenset[str]

    @property
    def entry(self) -> Entry:
        """The figure."""
        return self.party.entry


@lru_cache(maxsize=8192)
def told_by_name(
    read: Passage, first: int, last: int, but: frozenset[int] = frozenset(), start: int = 0
) -> tuple[Own, ...]:
    """Every figure that the sentences from one to another tell, with its name; none where one has no name.

    but: where figures begin whose names are not asked for, since what is said of them stands with them; start: from
    where on the first of them is told, behind what is said of one.

    >>> from looped.checker.prose import passage
    >>> [each.name for each in told_by_name(passage("Rust was found in 9 gates, rot in 6 and moss in 14."), 0, 0)]
    ['Rust', 'rot', 'moss']
    """
    row = told_alone(read, first, last)
    named = [
        each
        for _, own in groupby(row, key=lambda e: e.entry.sentence)
        for each in _of_sentence(read, [from_on(e, start) for e in own], but)
    ]
    if len(named) != len(row) or len({each.words for each in named}) != len(named):
        return ()
    return tuple(named) if all(each.words for each in named) else ()


@lru_cache(maxsize=8192)
def told_alone(read: Passage, first: int, last: int) -> tuple[Party, ...]:
    """The figures of some sentences where all are of one kind, without how many there are; none where others are."""
    entries = [e for e in read.entries if first <= e.sentence <= last]
    own = [e for e in entries if not (is_aside(read, e, entries) or is_led(read, e))]
    rows = [row for row in parties(read, first, last) if row[0].entry in own]
    if len(rows) != 1 or len({kind_of(e) for e in own}) != 1 or len(own) < FEWEST_OF_A_LIST:
        return ()
    return tuple(each for each in rows[0] if each.entry in own)


def is_led(read: Passage, entry: Entry) -> bool:
    """Whether a figure is of all that the others are of, or a bound of what is counted: "of 40", "seven or more"."""
    whole = entry.kind == "count" and not entry.base and LED.search(read.text[: entry.start])
    return bool(whole or BOUNDED.match(read.text, entry.end))


def from_on(party: Party, start: int) -> Party:
    """A figure with the words from a place on only, where that stands before it."""
    return replace(party, low=max(party.low, start)) if party.low < start <= party.entry.start else party


def parts(read: Passage, party: Party) -> tuple[str, str]:
    """What stands before a figure in its part of the text, from where its sentence begins, and behind it."""
    low = max(party.low, read.starts[party.entry.sentence])
    return read.text[low : party.entry.start], read.text[party.entry.end : party.high]


def _of_sentence(read: Passage, every: Sequence[Party], but: frozenset[int]) -> list[Own]:
    """The names of a sentence's figures, all before them or all behind them; none where one has none there."""
    row = [each for each in every if each.entry.start not in but]
    alone = [Own(each, "", frozenset([f"*{each.entry.start}"]), frozenset()) for each in every if each not in row]
    return sorted([*alone, *_named(read, row)], key=lambda each: each.entry.start)


def _named(read: Passage, row: Sequence[Party]) -> list[Own]:
    """The figures with their names; none where one has none."""
    if not row:
        return []
    inside = [INSIDE.search(each.entry.text) for each in row]
    if all(inside):
        return [_own(read, each, found["name"]) for each, found in zip(row, inside, strict=True) if found]
    if IN_ORDER.search(read.sentence(row[0].entry.sentence)):
        names = names_in_order(read, [each.entry for each in row])
        every = frozenset(word for each in names for word in stems_of(each))
        found = [_own(read, each, _plain(name)) for each, name in zip(row, names, strict=False)]
        return [replace(each, rest=each.rest - every) for each in found]
    texts = [parts(read, each) for each in row]
    if any(HEAVY.search(f"{before} {behind}") for before, behind in texts):
        return []
    ahead = [AHEAD.fullmatch(before) for before, _ in texts]
    behind = [BEHIND.fullmatch(after) for _, after in texts]
    chosen = ahead if all(ahead) else behind if all(behind) else []
    return [_own(read, each, found["name"]) for each, found in zip(row, chosen, strict=False) if found]


def _plain(name: str) -> str:
    """A name of a list without the light words behind it."""
    return re.sub(rf"(?:\s+{LIGHT})+\s*$", "", name.strip(), flags=re.I)


def _own(read: Passage, party: Party, name: str) -> Own:
    words = stems_of(name)
    return Own(party, name, words, said_beside(" ".join(parts(read, party))) - words)


def said_beside(text: str) -> frozenset[str]:
    """The stems of what a text says besides light words."""
    plain = [each for each in re.findall(r"[A-Za-z][\w’'-]*", text) if not LIGHTS.fullmatch(each)]
    return stems_of(" ".join(plain)) - COMMON


def hit_by(row: Sequence[Own], text: str) -> Own | None:
    """The one whose name a run of words has, the longest of several, or the last word of it that is its alone."""
    words = stems_of(text)
    found = [each for each in row if each.words <= words]
    most = [e for e in found if not any(e.words < other.words for other in found)]
    if found:
        return most[0] if len(most) == 1 else None
    heads = [stems_of(each.name.rpartition(" ")[2]) for each in row]
    alone = [e for e, head in zip(row, heads, strict=True) if head and head <= words and heads.count(head) == 1]
    return alone[0] if len(alone) == 1 else None
