"""Intervals for one share: how far the true share may lie from the one that was counted.

>>> low, high = wilson(7, 31)
>>> print(f"{low:.3f} to {high:.3f}")
0.114 to 0.398

Use `wilson` everywhere. The others are there for a reader who asks for a named method:
`clopper_pearson` is what people mean by "exact" (never covers less than the level, so it is wide).
"""

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import NamedTuple


class Interval(NamedTuple):
    """Two limits, in the unit of the thing estimated (for a share: 0 to 1). Unpacks as (low, high)."""

    low: float
    high: float


def wilson(hits: float, n: float, level: float = 0.95) -> Interval:
    """The score interval without continuity correction.

    hits: how many of n (may be fractional where n is an effective size); n: the base; level: coverage, 0 to 1.
    Gives shares. With no hits the lower limit is exactly 0, with all hits the upper limit is exactly 1.
    ValueError where n is 0 or hits lie outside 0 to n.
    Source: Wilson 1927; Newcombe 1998, Stat Med 17:857, method 3.
    """
    _check(hits, n, level)
    z = normal_quantile(level)
    share = hits / n
    centre = share + z * z / (2 * n)
    reach = z * math.sqrt((share * (1 - share) + z * z / (4 * n)) / n)
    return _closed((centre - reach) / (1 + z * z / n), (centre + reach) / (1 + z * z / n), hits, n)


def normal_quantile(level: float) -> float:
    """The two-sided normal quantile of a level: 1.96 for 0.95. ValueError outside 0 to 1."""
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    return NormalDist().inv_cdf((1 + level) / 2)


def _check(hits: float, n: float, level: float) -> None:
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    if not n > 0:
        raise ValueError("no base, so no interval")
    if not 0 <= hits <= n:
        raise ValueError(f"{hits} of {n} is not a count")


def _closed(low: float, high: float, hits: float, n: float) -> Interval:
    return Interval(0.0 if hits == 0 else max(0.0, low), 1.0 if hits == n else min(1.0, high))


def wilson_cc(hits: float, n: float, level: float = 0.95) -> Interval:
    """The score interval with a continuity correction of half an audit: wider than `wilson`.

    Arguments and errors as `wilson`. Source: Newcombe 1998, method 4 (R's prop.test).
    """
    _check(hits, n, level)
    z = normal_quantile(level)
    share = hits / n
    spread, twice = 2 * hits + z * z, 2 * (n + z * z)
    below = z * z - 2 - 1 / n + 4 * share * (n * (1 - share) + 1)
    above = z * z + 2 - 1 / n + 4 * share * (n * (1 - share) - 1)
    low = (spread - 1 - z * math.sqrt(max(0.0, below))) / twice
    return _closed(low, (spread + 1 + z * math.sqrt(max(0.0, above))) / twice, hits, n)


def clopper_pearson(hits: int, n: int, level: float = 0.95) -> Interval:
    """The exact interval: each limit is where the count seen would be the last not to surprise.

    Arguments and errors as `wilson`. Source: Clopper and Pearson 1934.
    """
    from scipy.special import betaincinv

    _check(hits, n, level)
    tail = (1 - level) / 2
    low = 0.0 if hits == 0 else float(betaincinv(hits, n - hits + 1, tail))
    high = 1.0 if hits == n else float(betaincinv(hits + 1, n - hits, 1 - tail))
    return Interval(low, high)


def jeffreys(hits: int, n: int, level: float = 0.95) -> Interval:
    """The equal-tailed interval of a Beta(1/2, 1/2) prior, its limits left as they fall at 0 and n hits.

    Arguments and errors as `wilson`. Source: Brown, Cai and DasGupta 2001, without their change at the ends.
    """
    from scipy.special import betaincinv

    _check(hits, n, level)
    tail = (1 - level) / 2
    low, high = betaincinv(hits + 0.5, n - hits + 0.5, [tail, 1 - tail])
    return Interval(float(low), float(high))


def mid_p(hits: int, n: int, level: float = 0.95) -> Interval:
    """The exact interval that counts only half of the probability of the count seen: shorter, exact on average.

    Arguments and errors as `wilson`. Source: Newcombe 1998, method 6; Lancaster 1961.
    """
    from scipy.special import bdtr

    _check(hits, n, level)
    tail = (1 - level) / 2

    def up_to(share: float) -> float:
        below = float(bdtr(hits - 1, n, share)) if hits else 0.0
        return (below + float(bdtr(hits, n, share))) / 2

    low = 0.0 if hits == 0 else _crossing(lambda share: 1 - tail - up_to(share))
    return Interval(low, 1.0 if hits == n else _crossing(lambda share: tail - up_to(share)))


def _crossing(gap: Callable[[float], float]) -> float:
    from scipy.optimize import brentq

    return float(brentq(gap, 0.0, 1.0, xtol=1e-14, rtol=1e-14))
