"""What each sign counts for, in points; decision 56 says how they were found and what they brought."""

from collections.abc import Mapping
from dataclasses import dataclass

from looped.checker.evidence.reading import Reading


@dataclass(frozen=True)
class Card:
    """start: before any sign; enough: from so many points on a reading is told; points: by sign."""

    start: int
    enough: int
    points: Mapping[str, int]

    def weight(self, reading: Reading) -> int:
        """The points of a reading; those of "slip, close" where both are there."""
        there = (points for signs, points in self.points.items() if reading.signs.issuperset(signs.split(", ")))
        return self.start + sum(there)


SHARE = Card(
    6,
    6,
    {
        "beside its count": 7,
        "base in sentence": 5,
        "rate": 5,
        "same words": 4,
        "bracket between": 3,
        "base beside": 2,
        "slip": 2,
        "base a sentence before": 1,
        "far": 1,
        "slip, only base": 1,
        "spelt": -4,
        "base behind": -5,
        "more shares": -11,
    },
)
SUM = Card(
    -1,
    7,
    {
        "total behind": 7,
        "in one bracket": 6,
        "colon": 5,
        "total before": 5,
        "only these": 4,
        "four or more": 3,
        "too much": 3,
        "and at last": 2,
        "slip, and at last": 2,
        "slip, three or more": 2,
        "close": 1,
        "slip, joined": 1,
        "three or more": 1,
        "to the end": -1,
        "near": -2,
        "no more": -2,
        "beside": -3,
        "comma": -3,
        "list behind": -3,
        "next sentence": -3,
        "stated in bracket": -3,
        "with shares": -3,
        "and between": -4,
        "told twice": -5,
        "accounted": -7,
    },
)
REST = Card(
    -9,
    6,
    {
        "slip, no other": 4,
        "none behind": 3,
        "slip, rest before": 3,
        "the": 3,
        "change before": 2,
        "denied": 2,
        "last": 2,
        "several": 2,
        "whole first": 2,
        "change": 1,
        "close": 1,
        "rest before": 1,
        "slip, denied": 1,
        "spelt": 1,
        "of a base": -1,
        "whole in sentence": -1,
        "expected told": -2,
        "slip, with its base": -3,
        "told twice": -6,
        "accounted": -9,
    },
)
MEAN = Card(
    -1,
    7,
    {
        "share": 8,
        "behind both": 5,
        "close": 4,
        "one in sentence": 3,
        "slip, behind both": 2,
        "slip, one in sentence": 1,
        "beside": -2,
        "count": -2,
        "one spelt": -2,
        "per hundred": -3,
        "bracket between": -4,
        "by spelt": -4,
        "money": -4,
        "change": -6,
        "several": -6,
    },
)
