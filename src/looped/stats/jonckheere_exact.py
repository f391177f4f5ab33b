"""The whole distribution of the Jonckheere-Terpstra statistic for small tables, ties included.

Grades are dealt to the months from the lowest up. What matters of the past is only how many places each month
has filled, so all ways that lead to the same filling are added up as one.

>>> values, chances = distribution(np.array([2, 2]), np.array([1, 1, 1, 1]))
>>> [(float(v), round(float(c) * 6)) for v, c in zip(values, chances) if c]
[(0.0, 1), (1.0, 1), (2.0, 2), (3.0, 1), (4.0, 1)]
"""

import itertools
import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from looped.stats.margins import Counts

Filled = tuple[int, ...]
STEPS_AT_MOST = 60_000_000


def distribution(months: Counts, grades: Counts) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each value that the statistic can take, in halves, and its chance, given both margins.

    months, grades: counts, adding up to the same. ValueError where the work would be too long.
    Source: the recursion of Streitberg and Roehmel 1986, carried from two samples to several.
    """
    sizes = [int(size) for size in months]
    length = 2 * sum(a * b for a, b in itertools.combinations(sizes, 2)) + 1
    if math.prod(size + 1 for size in sizes) * length > STEPS_AT_MOST:
        raise ValueError("too many tables for an exact distribution: use method='permutation'")
    ways = {tuple([0] * len(sizes)): np.eye(1, length)[0]}
    for grade in grades:
        ways = _deal(ways, sizes, int(grade), length)
    final = ways[tuple(sizes)]
    return np.arange(length) / 2, final / final.sum()


def _deal(
    ways: dict[Filled, NDArray[np.float64]], sizes: list[int], count: int, length: int
) -> dict[Filled, NDArray[np.float64]]:
    dealt: dict[Filled, NDArray[np.float64]] = {}
    for filled, so_far in ways.items():
        free = [size - used for size, used in zip(sizes, filled, strict=True)]
        for share in _shares(free, count):
            now = tuple(a + b for a, b in zip(filled, share, strict=True))
            chance = math.prod(math.comb(a, b) for a, b in zip(free, share, strict=True))
            into = dealt.setdefault(now, np.zeros(length))
            gain = _gain(filled, share)
            into[gain:] += chance / math.comb(sum(free), count) * so_far[: length - gain]
    return dealt


def _shares(free: list[int], count: int) -> Iterator[Filled]:
    """Every way to put `count` audits into months with so many free places, never more than there are."""
    if len(free) == 1:
        yield (count,)
        return
    for here in range(max(0, count - sum(free[1:])), min(free[0], count) + 1):
        for rest in _shares(free[1:], count - here):
            yield (here, *rest)


def _gain(filled: Filled, share: Filled) -> int:
    """What this grade adds to twice the statistic: pairs with lower grades in earlier months, ties a half."""
    gain = lower = same = 0
    for used, here in zip(filled, share, strict=True):
        gain += here * (2 * lower + same)
        lower, same = lower + used, same + here
    return gain
