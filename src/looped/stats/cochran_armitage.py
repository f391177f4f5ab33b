"""Does one share, such as Good or better, rise or fall from month to month? The Cochran-Armitage test.

>>> found = cochran_armitage([7, 7, 7], [31, 30, 16])
>>> print(round(found.chi2, 3), round(found.p, 3), round(cochran_armitage_exact([7, 7, 7], [31, 30, 16]).p, 3))
1.914 0.166 0.182

Two forms are in use, and they differ at small numbers: the usual one divides by N (R's prop.trend.test), the other
by N - 1 (linear by linear association; statsmodels' test_ordinal_association). `variant` names which.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

Variant = Literal["N", "N-1"]

STEPS_AT_MOST = 4_000_000


@dataclass(frozen=True)
class CochranArmitage:
    """chi2: on one degree of freedom; z: its root, above 0 for a rise; p: two-sided; p_greater, p_less: one-sided."""

    chi2: float
    z: float
    p: float
    p_greater: float
    p_less: float
    variant: str


def cochran_armitage(
    hits: Sequence[int], bases: Sequence[int], scores: Sequence[float] | None = None, variant: Variant = "N"
) -> CochranArmitage:
    """The trend of a share over months, by the normal curve.

    hits of bases: counts a month, in order; scores: where the months lie (0, 1, 2, ... unless given);
    variant: "N" or "N-1". ValueError where the lists differ in length or hits exceed their base.
    With no hits, all hits or one month there is nothing to test: chi2 is 0 and p is 1.
    At n under 50, or an expected count under 5, use `cochran_armitage_exact`.
    Source: Armitage 1955; Agresti, Categorical Data Analysis, on linear trend in proportions.
    """
    places = _checked(hits, bases, scores)
    n, total = sum(bases), sum(hits)
    middle = sum(b * s for b, s in zip(bases, places, strict=True)) / n
    spread = sum(b * (s - middle) ** 2 for b, s in zip(bases, places, strict=True))
    divisor = n if variant == "N" else n - 1
    variance = spread * total * (n - total) / n / divisor if divisor else 0.0
    apart = sum(x * (s - middle) for x, s in zip(hits, places, strict=True))
    z = apart / math.sqrt(variance) if variance > 0 else 0.0
    upper, curve = NormalDist().cdf(-z), NormalDist()
    return CochranArmitage(z * z, z, 2 * curve.cdf(-abs(z)), upper, curve.cdf(z), variant)


def _checked(hits: Sequence[int], bases: Sequence[int], scores: Sequence[float] | None) -> list[float]:
    places = list(scores) if scores is not None else [float(month) for month in range(len(bases))]
    if not len(hits) == len(bases) == len(places):
        raise ValueError("hits, bases and scores are one a month each")
    if any(not 0 <= x <= n for x, n in zip(hits, bases, strict=True)):
        raise ValueError("hits lie between 0 and their base")
    if sum(bases) == 0:
        raise ValueError("no audits, so no trend")
    return places


@dataclass(frozen=True)
class ExactTrend:
    """p: chance of a sum of scores at least as far from its mean either way; p_greater, p_less: one-sided."""

    p: float
    p_greater: float
    p_less: float


def cochran_armitage_exact(
    hits: Sequence[int], bases: Sequence[int], scores: Sequence[float] | None = None
) -> ExactTrend:
    """The same trend, exactly: over all ways to deal this many hits out to the months.

    Arguments and errors as `cochran_armitage`; ValueError too where the work would be too long.
    Source: conditional on both margins, Agresti 1992, Stat Sci 7:131.
    """
    places = _checked(hits, bases, scores)
    if len(set(places)) * sum(bases) * max(bases) * (sum(hits) + 1) > STEPS_AT_MOST:
        raise ValueError("too many tables for an exact trend: use cochran_armitage")
    seen = sum(x * s for x, s in zip(hits, places, strict=True))
    chances = _chances_of_sums(sum(hits), bases, places)
    mean = sum(chance * value for value, chance in chances.items())
    grain = 1e-7 * max(1.0, abs(seen))
    greater = sum(chance for value, chance in chances.items() if value >= seen - grain)
    less = sum(chance for value, chance in chances.items() if value <= seen + grain)
    apart = sum(chance for value, chance in chances.items() if abs(value - mean) >= abs(seen - mean) - grain)
    return ExactTrend(min(1.0, apart), min(1.0, greater), min(1.0, less))


def _chances_of_sums(total: int, bases: Sequence[int], places: Sequence[float]) -> dict[float, float]:
    """Chance of each sum of scores over the hits, months dealt one after the other."""
    ways: dict[tuple[int, float], float] = {(total, 0.0): 1.0}
    left = sum(bases)
    for base, place in zip(bases, places, strict=True):
        ways = _deal(ways, base, place, left)
        left -= base
    chances: dict[float, float] = {}
    for (_, value), chance in ways.items():
        chances[value] = chances.get(value, 0.0) + chance
    return chances


def _deal(ways: dict[tuple[int, float], float], base: int, place: float, left: int) -> dict[tuple[int, float], float]:
    dealt: dict[tuple[int, float], float] = {}
    for (hits_left, value), chance in ways.items():
        every = math.comb(left, base)
        for x in range(max(0, base - (left - hits_left)), min(base, hits_left) + 1):
            # Sums of the same scores in another order must meet in one key.
            key = (hits_left - x, round(value + x * place, 9))
            share = math.comb(hits_left, x) * math.comb(left - hits_left, base - x) / every
            dealt[key] = dealt.get(key, 0.0) + chance * share
    return dealt
