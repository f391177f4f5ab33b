"""Rows that count upwards, "none, one, two, three or more", and how far up or down words reach among them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.sheets.naming import alike, label_words

N = rf"\d{{1,3}}|{WORDS}|an?|once|twice"
UNIT = r"(?: full| whole| working)?"
# "At least a day", "two visits or more", "within two days", "no more than once".
REACH = pattern_of(
    rf"\b(?:(?P<least>at least|no (?:fewer|less) than|a minimum of)|(?P<over>more than|over|longer than)|"
    rf"(?P<most>at most|no more than|up to|not more than|within|a maximum of)|(?P<under>fewer than|less than|under)) "
    rf"(?P<n>{N})\b(?:{UNIT} (?P<unit>[a-z]{{3,}}))?|"
    rf"\b(?P<m>{N})\b(?:{UNIT} (?P<unit2>(?!or\b)[a-z]{{3,}}))? or (?:(?P<more>more|longer|over|above|greater|later)|"
    rf"(?P<less>less|fewer|under|below|sooner))\b",
    re.I,
)
NOUGHT = pattern_of(r"^(?:none|never|nil|no\b.*|(?:the )?same day|at once|not at all)$", re.I)
LABEL = pattern_of(rf"^(?P<n>\d{{1,3}}|{WORDS}|once|twice)(?! ?[–—-] ?\d)\b(?P<rest>.*)$", re.I)
UPWARDS = pattern_of(r"\b(?:or|and) (?:more|over|longer|above)\b|\+", re.I)
ADVERBS = {"once": 1, "twice": 2, "a": 1, "an": 1}
LEAST = 3
BEFORE = re.compile(r"\b(?:baseline|before|start|first)\b", re.I)
AFTER = re.compile(r"\b(?:after|end|last|follow-?up|weeks?|months?|years?|days?)\b", re.I)


@dataclass(frozen=True)
class Reach:
    """Words that reach from a step up, or down: the rows that they take in."""

    start: int
    end: int
    rows: tuple[int, ...]


def _number(word: str) -> int | None:
    return ADVERBS.get(word.lower(), whole(word))


@lru_cache(maxsize=8192)
def steps_of(labels: tuple[str, ...]) -> tuple[int, ...]:
    """The number of each label, where they count on one by one and the last may be open; else nothing.

    >>> steps_of(("Same day", "1 day", "2 days", "3 days or more")), steps_of(("1 mile", "5 miles", "Unknown"))
    ((0, 1, 2, 3), ())
    """
    found = []
    for at, label in enumerate(labels):
        told = LABEL.match(label.strip())
        number = 0 if NOUGHT.match(label.strip()) else _number(told["n"]) if told else None
        if number is None or (told and UPWARDS.search(told["rest"]) and at < len(labels) - 1):
            return ()
        found.append(number)
    counted = len(found) >= LEAST and all(b == a + 1 for a, b in zip(found, found[1:], strict=False))
    return tuple(found) if counted and UPWARDS.search(labels[-1]) else ()


def reached(text: str, labels: tuple[str, ...], words: Sequence[str]) -> Iterator[Reach]:
    """The rows that words of a text take in. words: those that say what is counted, a unit among them."""
    steps = steps_of(labels)
    for found in REACH.finditer(text) if steps else ():
        bare = found["n"] or found["m"]
        number, unit = _number(bare), found["unit"] or found["unit2"]
        known = [*words, *(word for label in labels for word in label_words(label))]
        adverb = bare.lower() in ("once", "twice")
        if number is None or (unit and not adverb and not any(alike(unit.lower(), word) for word in known)):
            continue
        if not unit and not adverb:
            continue  # of what, nobody says
        up = bool(found["least"] or found["over"] or found["more"])
        bound = number + 1 if found["over"] else number - 1 if found["under"] else number
        rows = tuple(at for at, step in enumerate(steps) if (step >= bound if up else step <= bound))
        if 1 < len(rows) < len(steps):
            yield Reach(*found.span(), rows)


def are_of_one(one: str, other: str) -> bool:
    """Whether two labels are of one thing at two times.

    >>> are_of_one("Score, baseline", "Score, week 12"), are_of_one("Before", "After"), are_of_one("Seen", "Met")
    (True, True, False)
    """
    first, second = [re.split(r",| at |\(| [–—-] ", each, maxsplit=1)[0].strip().lower() for each in (one, other)]
    return one != other and (first == second or bool(BEFORE.search(one) and AFTER.search(other)))
