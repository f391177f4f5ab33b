"""Intervals for a whole distribution of grades at once, so that all of them hold together.

>>> for low, high in goodman([7, 49, 21, 0]):
...     print(f"{low:.3f} to {high:.3f}")
0.037 to 0.206
0.494 to 0.758
0.167 to 0.413
0.000 to 0.075
"""

import math
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from looped.stats.intervals import Interval, wilson


def goodman(counts: Sequence[int], level: float = 0.95) -> list[Interval]:
    """Goodman's simultaneous intervals: a score interval for each grade, the error shared over all of them.

    counts: audits at each grade, unused grades as 0 (they count as grades); level: chance that all hold together.
    Gives an interval of shares a grade, in order. ValueError where fewer than two grades or no audits are given.
    Source: Goodman 1965, Technometrics 7:247, with his chi-square of one degree of freedom at alpha / k.
    """
    n = _base(counts)
    each = 1 - (1 - level) / len(counts)
    return [wilson(count, n, each) for count in counts]


def _base(counts: Sequence[int]) -> int:
    if len(counts) < 2:
        raise ValueError("a distribution has at least two grades")
    if min(counts) < 0:
        raise ValueError("a count below 0")
    if sum(counts) == 0:
        raise ValueError("no audits, so no interval")
    return sum(counts)


def sison_glaz(counts: Sequence[int], level: float = 0.95) -> list[Interval]:
    """Sison and Glaz's simultaneous intervals, one width for all grades: shorter than `goodman` for many grades.

    Arguments and errors as `goodman`, and ValueError where one grade took all. Not for a share
    near 0: an unused grade gets the same width as the rest.
    Source: Sison and Glaz 1995, JASA 90:366 (Edgeworth approximation); May and Johnson 2000, J Stat Softw 5(6).
    """
    n = _base(counts)
    if max(counts) == n:
        raise ValueError("every audit has one grade, so this method has no width: use goodman")
    reach, here, before = 0, _coverage(counts, 0), 0.0
    while here < level and reach < n:
        reach, before, here = reach + 1, here, _coverage(counts, reach + 1)
    inner = max(reach - 1, 0)
    part = (level - before) / (here - before) if here > before else 0.0
    return [Interval(max(0.0, (x - inner) / n), min(1.0, (x + inner + 2 * part) / n)) for x in counts]


def _coverage(counts: Sequence[int], reach: int) -> float:
    """Chance that every count of a new sample falls within `reach` of the one seen."""
    n = sum(counts)
    inside, moments = zip(*(_truncated(x, reach) for x in counts), strict=True)
    mean, variance, third, fourth = np.sum(moments, axis=0)
    if variance <= 0:
        return 0.0
    log_whole = n * math.log(n) - n - math.lgamma(n + 1)
    density = _edgeworth((n - mean) / math.sqrt(variance), third / variance**1.5, fourth / variance**2)
    return float(math.prod(inside) * density / math.sqrt(variance) / math.exp(log_whole))


def _truncated(centre: int, reach: int) -> tuple[float, NDArray[np.float64]]:
    """Of a Poisson about a count, kept within reach: the chance kept, mean, and 2nd to 4th cumulants."""
    from scipy.special import gammaln, xlogy

    values = np.arange(max(0, centre - reach), centre + reach + 1, dtype=float)
    chances = np.exp(xlogy(values, centre) - centre - gammaln(values + 1))
    kept = float(chances.sum())
    chances /= kept
    mean = float(values @ chances)
    second, third, fourth = (float((values - mean) ** power @ chances) for power in (2, 3, 4))
    return kept, np.array([mean, second, third, fourth - 3 * second**2])


def _edgeworth(x: float, skew: float, excess: float) -> float:
    density = NormalDist().pdf(x)
    sixth = x**6 - 15 * x**4 + 45 * x**2 - 15
    return density * (1 + skew / 6 * (x**3 - 3 * x) + excess / 24 * (x**4 - 6 * x**2 + 3) + skew**2 / 72 * sixth)
