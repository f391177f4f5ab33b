"""How large is a trend? The chance that a later audit has the better grade, ties counting a half.

0.5 means no trend; 0.65 means that of 100 pairs of audits from different months the later one is ahead in 65.

>>> effect = probabilistic_index([[5, 18, 7, 0], [0, 9, 7, 0]])
>>> print(f"{effect.theta:.3f} ({effect.low:.3f} to {effect.high:.3f})")
0.649 (0.499 to 0.774)
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from looped.stats.intervals import normal_quantile, wilson
from looped.stats.jonckheere import statistics_of
from looped.stats.margins import Counts, counted


@dataclass(frozen=True)
class ProbabilisticIndex:
    """theta, low, high: chances, 0 to 1; se: standard error of theta; pairs: audits compared with each other."""

    theta: float
    low: float
    high: float
    se: float
    pairs: int


def probabilistic_index(table: ArrayLike, level: float = 0.95) -> ProbabilisticIndex:
    """The share of pairs of audits from two different months in which the later one is better, with its interval.

    table: (months, grades) counts, months in order, grades lowest first; level: coverage, 0 to 1.
    The interval is drawn on the logit scale, so it stays between 0 and 1. Where every audit of a month has one
    grade the data hold no spread to measure; the score interval of the smallest month's size is given instead.
    ValueError where fewer than two months have audits.
    Source: Brunner and Munzel 2000 for two months; the same placements summed over pairs of months for more.
    """
    seen = counted(table)
    seen = seen[seen.sum(axis=1) > 0]
    if len(seen) < 2:
        raise ValueError("a trend needs two months with audits")
    sizes = seen.sum(axis=1)
    pairs = (int(sizes.sum()) ** 2 - int((sizes**2).sum())) // 2
    theta = float(statistics_of(seen[None])[0]) / pairs
    se = math.sqrt(_variance(seen, pairs))
    if se < 1e-12 or not 0 < theta < 1:
        low, high = wilson(theta * int(sizes.min()), int(sizes.min()), level)
        return ProbabilisticIndex(theta, low, high, se, pairs)
    middle, reach = math.log(theta / (1 - theta)), normal_quantile(level) * se / (theta * (1 - theta))
    return ProbabilisticIndex(theta, _share(middle - reach), _share(middle + reach), se, pairs)


def _variance(seen: Counts, pairs: int) -> float:
    """Sum over months of n times the variance of what one audit adds to theta."""
    placed = _placements(seen) / pairs
    sizes = seen.sum(axis=1)
    means = (seen * placed).sum(axis=1) / sizes
    squares = (seen * (placed - means[:, None]) ** 2).sum(axis=1)
    return float(sum(n * square / (n - 1) for n, square in zip(sizes, squares, strict=True) if n > 1))


def _placements(seen: Counts) -> NDArray[np.float64]:
    """For an audit of each month and grade: earlier audits it beats and later ones that beat it, ties a half."""
    earlier = np.cumsum(seen, axis=0) - seen
    later = seen.sum(axis=0) - np.cumsum(seen, axis=0)
    beats = np.cumsum(earlier, axis=1) - earlier / 2
    beaten = later.sum(axis=1, keepdims=True) - np.cumsum(later, axis=1) + later / 2
    return np.asarray(beats + beaten)


def _share(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))
