"""Are the grades of one month better than those of another? The Mann-Whitney test, corrected for ties.

>>> found = mann_whitney([5, 18, 7, 0], [0, 9, 7, 0])
>>> print(found.u, round(found.theta, 3), round(found.p_asymptotic, 3), round(found.p_exact or 1, 3))
311.5 0.649 0.06 0.076

scipy's `mannwhitneyu(method="exact")` ignores ties, which is wrong for grades; this one deals the tied grades.
One pair picked out of many months is one of many tests: adjust it, or ask `jonckheere` once.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from looped.stats.jonckheere import moments, statistics_of
from looped.stats.margins import Counts, counted, reference


@dataclass(frozen=True)
class MannWhitney:
    """u: pairs in which the second month is better, ties a half; theta: u as a share of all pairs;
    p_asymptotic and p_corrected: two-sided, without and with continuity correction; p_exact: None where too large.
    """

    u: float
    theta: float
    z: float
    p_asymptotic: float
    p_corrected: float
    p_exact: float | None


def mann_whitney(first: Sequence[int], second: Sequence[int]) -> MannWhitney:
    """Two months compared on ordered grades.

    first, second: counts a grade, lowest grade first, of the same length.
    ValueError where they aren't, or one month has no audits. p_exact counts every dealt table whose statistic is
    at least as far from its mean either way. Source: Lehmann 1975, with the variance for ties.
    """
    seen = counted([list(first), list(second)])
    n_first, n_second = int(seen[0].sum()), int(seen[1].sum())
    if not n_first or not n_second:
        raise ValueError("each month needs at least one graded audit")
    u = float(statistics_of(seen[None])[0])
    expected, variance = moments(seen.sum(axis=1), seen.sum(axis=0))
    apart, spread = u - expected, math.sqrt(variance)
    p_asymptotic = 2 * NormalDist().cdf(-abs(apart) / spread) if spread else 1.0
    p_corrected = 2 * NormalDist().cdf(-max(0.0, abs(apart) - 0.5) / spread) if spread else 1.0
    theta = u / (n_first * n_second)
    return MannWhitney(u, theta, apart / spread if spread else 0.0, p_asymptotic, p_corrected, _exact(seen, apart))


def _exact(seen: Counts, apart: float) -> float | None:
    dealt = reference(seen, draws=1)
    if not dealt.exact:
        return None
    expected, _ = moments(seen.sum(axis=1), seen.sum(axis=0))
    return dealt.p_beyond(abs(statistics_of(dealt.tables) - expected), abs(apart))
