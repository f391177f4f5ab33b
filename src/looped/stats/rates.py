"""Rates standardised to a population, such as events per 1,000 children of each age.

>>> rate = directly_standardised([12, 30, 8], [2000, 3000, 1000], [25, 50, 25], per=1000)
>>> print(f"{rate.value:.2f} ({rate.low:.2f} to {rate.high:.2f})")
8.50 (6.25 to 11.28)

Under 10 events in all no rate is given: its interval would be wider than anything it could say.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from looped.stats.intervals import normal_quantile

FEWEST_EVENTS = 10


@dataclass(frozen=True)
class Rate:
    """crude: all events over all people; value: standardised; low, high: limits; all per `per` people.
    value, low and high are None where there are fewer than ten events.
    """

    crude: float
    value: float | None
    low: float | None
    high: float | None
    events: int


def directly_standardised(
    events: Sequence[int | None],
    people: Sequence[float],
    standard: Sequence[float],
    per: float = 1000,
    level: float = 0.95,
    fewest: int = FEWEST_EVENTS,
) -> Rate:
    """A rate with Dobson's interval on Byar's limits, as England's public health tools print it.

    events of people: by group (None counts as no events); standard: people of the standard population by group;
    per: 1000 for a rate per 1,000; level: coverage; fewest: events below which no rate is given.
    ValueError where lists differ or a group has no people. Source: Dobson 1991; Breslow and Day 1987 for Byar.
    """
    counts, crude, value, variance = _weighted(events, people, standard)
    total = sum(counts)
    if total < max(1, fewest):
        return Rate(crude * per, None, None, None, total)
    low, high = byar(total, level)
    stretch = math.sqrt(variance / total)
    return Rate(
        crude * per,
        value * per,
        (value + stretch * (low - total)) * per,
        (value + stretch * (high - total)) * per,
        total,
    )


def byar(events: int, level: float = 0.95) -> tuple[float, float]:
    """Byar's limits for a Poisson count. events: 0 or above, whole. Source: Breslow and Day 1987, p. 69."""
    if events < 0:
        raise ValueError("events are not below 0")
    z, above = normal_quantile(level), events + 1
    low = events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3 if events else 0.0
    return low, above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3


def _weighted(
    events: Sequence[int | None], people: Sequence[float], standard: Sequence[float]
) -> tuple[list[int], float, float, float]:
    """Counts, crude rate, standardised rate and its variance, per person."""
    counts = [count or 0 for count in events]
    if not len(counts) == len(people) == len(standard) or not counts:
        raise ValueError("events, people and standard are one a group each")
    if min(people) <= 0 or min(standard) < 0 or sum(standard) <= 0 or min(counts) < 0:
        raise ValueError("every group needs people, the standard needs some, and events are not below 0")
    weights = [size / sum(standard) for size in standard]
    value = sum(w * x / n for w, x, n in zip(weights, counts, people, strict=True))
    variance = sum(w * w * x / n**2 for w, x, n in zip(weights, counts, people, strict=True))
    return counts, sum(counts) / sum(people), value, variance


def gamma_interval(
    events: Sequence[int | None],
    people: Sequence[float],
    standard: Sequence[float],
    per: float = 1000,
    level: float = 0.95,
) -> Rate:
    """A standardised rate with the gamma interval, which keeps its promise where events are few.

    Arguments and errors as `directly_standardised`; it has no floor, so the caller decides what may be shown.
    Source: Fay and Feuer 1997, Stat Med 16:791.
    """
    from scipy.special import gammaincinv

    counts, crude, value, variance = _weighted(events, people, standard)
    tail = (1 - level) / 2
    largest = max(size / sum(standard) / n for size, n in zip(standard, people, strict=True))
    low = variance / value * float(gammaincinv(value**2 / variance, tail)) if value else 0.0
    above, spread = value + largest, variance + largest**2
    high = spread / above * float(gammaincinv(above**2 / spread, 1 - tail))
    return Rate(crude * per, value * per, low * per, high * per, sum(counts))
