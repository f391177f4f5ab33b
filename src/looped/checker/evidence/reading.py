"""A way in which a figure could have come out of others, and the signs that speak for it or against it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, permutations
from math import ceil, floor

from looped.checker.evidence.figures import Figure
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Passage

CLAUSE = pattern_of(
    r"[;:.](?=\s|$)|,(?=\s)|[()]|–\s|—|\b(?:and|but|while|whereas|whilst|although|though)\b",
    re.I,
)
# Of another time or place, or an aim: nothing here need give it.
ASIDE = pattern_of(
    r"\b(?:targets?|standards?|goals?|thresholds?|benchmarks?|national\w*|regional\w*|england|sector|planned|expected|"
    r"assum\w+|forecast\w*|tolerance|last|previous\w*|before|earlier|ago|prior|year|baseline|elsewhere|interval|confidence|than|against|"
    r"compared|higher|lower|from|to|rose|risen|fell|fallen|up|down|increas\w+|decreas\w+|improv\w+|(?:19|20)\d\d)\b",
    re.I,
)
NEGATED = pattern_of(
    r"\b(?:not|no|never|without|all but|except|bar|other than|neither|none|fail\w*|un\w+)\b|n[’']t\b",
    re.I,
)
ALONE = pattern_of(r" (?:was|had|is|has|died|not|other|[a-z]+ed)\b|[,.;)]", re.I)
EVERY = pattern_of(r"\b(?:every|each|any|no|at|in|by|only) $", re.I)
CHANGE = pattern_of(
    r"\b(?:rose|rise|risen|fell|fall|fallen|increas\w+|decreas\w+|grew|grown|up|down|drop\w*|declin\w+|reduc\w+|cut|"
    r"gain\w*|improv\w+|more|fewer|less|higher|lower|difference|gap|change\w*)\b",
    re.I,
)
MANY, MANY_SUMS = 14, 9
FAR, LEAST = 12, 3
ROUND = (10, 100)


@dataclass(frozen=True)
class Reading:
    """stated: the figure that should come out; terms: of these; expected: what does; told: the sum written out."""

    stated: Figure
    terms: tuple[Figure, ...]
    expected: Decimal
    told: str
    signs: frozenset[str]


def chosen(signs: Mapping[str, object]) -> frozenset[str]:
    """The signs that are there."""
    return frozenset(name for name, is_there in signs.items() if is_there)


def is_slip(stated: Decimal, expected: Decimal) -> bool:
    """Whether one may stand where the other was meant: close by, one digit changed, or the same digits.

    >>> is_slip(Decimal(51), Decimal(61)), is_slip(Decimal(9), Decimal(19)), is_slip(Decimal(20), Decimal(35))
    (True, True, False)
    """
    apart = abs(stated - expected)
    digits = sorted(str(stated)) == sorted(str(expected))
    greatest = max(abs(stated), abs(expected), Decimal(1))
    near = apart <= LEAST or apart in ROUND or apart * FAR <= greatest
    return near or digits or slips(int(stated), int(expected))


def bounds(read: Passage, sentence: int) -> tuple[int, int]:
    """Where a sentence begins and ends."""
    return read.starts[sentence], read.starts[sentence + 1] if sentence + 1 < len(read.starts) else len(read.text)


def clause(read: Passage, figure: Figure) -> str:
    """The words round a figure, up to the next comma, bracket or "and"."""
    low, high = bounds(read, figure.sentence)
    cuts = _cuts(read.text, low, high)
    begin = max((end for _, end in cuts if end <= figure.start), default=low)
    end = min((start for start, _ in cuts if start >= figure.end), default=high)
    return read.text[begin:end].lower()


@lru_cache(maxsize=8192)
def _cuts(text: str, low: int, high: int) -> tuple[tuple[int, int], ...]:
    return tuple(each.span() for each in CLAUSE.finditer(text, low, high))


def before(read: Passage, figure: Figure, reach: int = 30) -> str:
    """The last signs before a figure in its sentence, in small letters."""
    return read.text[max(bounds(read, figure.sentence)[0], figure.start - reach) : figure.start].lower()


def behind(read: Passage, figure: Figure, reach: int = 30) -> str:
    """The first signs behind a figure in its sentence, in small letters."""
    return read.text[figure.end : min(bounds(read, figure.sentence)[1], figure.end + reach)].lower()


def between(read: Passage, one: Figure, other: Figure) -> str:
    """What stands between two figures."""
    return read.text[min(one.end, other.end) : max(one.start, other.start)]


def is_counted(read: Passage, figure: Figure) -> bool:
    """Whether a "one" counts something: "one was lost", not "one of them", "a way", "every one"."""
    if figure.value != 1 or not figure.is_spelt:
        return True
    return bool(ALONE.match(read.text[figure.start + len("one") :])) and not EVERY.search(read.text[: figure.start])


@dataclass(frozen=True)
class Given:
    """What counts give: parts of wholes, what several make and what two leave among them."""

    counts: tuple[int, ...]
    made: tuple[int, ...]

    def gives(self, stated: Figure) -> bool:
        """Whether one of them of another is a percentage, at the decimals printed."""
        low, high = stated.value - stated.step / 2, stated.value + stated.step / 2
        return any(self._has(whole, low, high) for whole in self.made)

    def _has(self, whole: int, low: Decimal, high: Decimal) -> bool:
        least, most = ceil(low * whole / 100), min(whole, floor(high * whole / 100))
        at = bisect_left(self.made, max(least, 1))
        return at < len(self.made) and self.made[at] <= most


def given(figures: Iterable[Figure]) -> Given:
    """What the counts among these give.

    >>> given([])
    Given(counts=(), made=())
    """
    counts = tuple(dict.fromkeys(int(each.value) for each in figures if each.kind == "count" and each.value > 0))[:MANY]
    made = set(counts) | {a + b for a, b in combinations(counts, 2)} | {abs(a - b) for a, b in combinations(counts, 2)}
    if len(counts) <= MANY_SUMS:
        made |= {sum(several) for size in (3, 4) for several in combinations(counts, size)}
    return Given(counts, tuple(sorted(made - {0})))


# "A rise of 15": how far others are apart.
RISE_OF = pattern_of(rf"\b(?:rise|fall|increase|decrease|drop|reduction|growth|decline) of (?:{ONLY})?$", re.I)
RATE_OF = re.compile(rf"\ba rate of (?:{ONLY})?$")
NOUN = re.compile(r" (?:[a-z-]+ )?([a-z]{3,}s)\b")


def is_rate_of_others(read: Passage, stated: Figure, part: Figure, base: Figure) -> bool:
    """ "208 calls. 22 fires led to a charge, a rate of 15%": of fires, whose number isn't told, and not of calls."""
    if base.sentence == stated.sentence or not RATE_OF.search(before(read, stated)):
        return False
    own, other = NOUN.match(behind(read, part)), NOUN.match(behind(read, base))
    return bool(own and other and own[1] != other[1] and other[1] not in read.sentence(stated.sentence))


def is_change(stated: Figure, counts: Sequence[int]) -> bool:
    """Whether a percentage is by how much one count is more or less than another."""
    return any(
        abs(Decimal(abs(later - first) * 100) / first - stated.value) <= stated.step
        for first, later in permutations(counts, 2)
    )
