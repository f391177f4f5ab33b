"""What could so many audits have shown? And how many audits would show 10 points?

Printed with every "no clear change": finding nothing in 77 audits says little, for they could hardly have found it.

>>> seed = [7 / 77, 49 / 77, 21 / 77, 0.0]
>>> print(f"{100 * chance_to_show(0.25, [31, 30, 16], seed, good_from=2):.0f}%")
36%
>>> smallest = smallest_change_shown([31, 30, 16], seed, good_from=2)
>>> print(f"{100 * smallest:.0f} points")
43 points

A change here is a steady rise (or fall) of the share at Good or better from the first month to the last; what rises
is taken from the lower grades in their proportion. The chances are those of the Jonckheere-Terpstra test by the
normal curve; `bench/claims.py` simulates them beside it.
"""

import math
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from looped.stats.jonckheere import moments

Floats = NDArray[np.float64]

POWER = 0.8
MOST_A_MONTH = 1_000_000


def smallest_change_shown(
    sizes: Sequence[int],
    shares: Sequence[float],
    good_from: int,
    level: float = 0.05,
    tests: int = 1,
    power: float = POWER,
) -> float | None:
    """The smallest change from the first month to the last that these audits would have shown.

    sizes: graded audits a month; shares: of each grade where the change starts, lowest first, adding up to 1;
    good_from: place in `shares` of the first grade that counts as good; level: two-sided; tests: size of the family
    (the level is divided by it, Holm's first step); power: chance of being shown.
    Gives a share (0.1 is 10 points), the same for a rise or a fall: the one with more room. None where no change,
    however large, would be shown. ValueError where shares don't add up to 1.
    """
    start = _start(shares)
    room = _room(start, good_from)
    if chance_to_show(room, sizes, shares, good_from, level, tests) < power:
        return None
    low, high = 0.0, room
    while abs(high - low) > 1e-4:
        middle = (low + high) / 2
        shown = chance_to_show(middle, sizes, shares, good_from, level, tests) >= power
        low, high = (low, middle) if shown else (middle, high)
    return abs(high)


def audits_needed(
    change: float,
    months: int,
    shares: Sequence[float],
    good_from: int,
    level: float = 0.05,
    tests: int = 1,
    power: float = POWER,
) -> int | None:
    """How many graded audits, the same number every month, would show such a change from the first to the last.

    change: a share, above 0 (0.1 is 10 points); months: how many the audits are spread over (2: one set against
    another); the rest as in `smallest_change_shown`. Gives all months together.
    None where there is no room for such a change. ValueError where change isn't above 0 or months under 2.
    """
    if change <= 0 or months < 2:
        raise ValueError("audits are needed for a change above 0 over at least two months")
    room = _room(_start(shares), good_from)
    if change > abs(room):
        return None
    wanted = math.copysign(change, room)
    few, many = 1, 2
    while chance_to_show(wanted, [many] * months, shares, good_from, level, tests) < power:
        few, many = many, many * 2
        if many > MOST_A_MONTH:
            return None
    while many - few > 1:
        middle = (few + many) // 2
        shown = chance_to_show(wanted, [middle] * months, shares, good_from, level, tests) >= power
        few, many = (few, middle) if shown else (middle, many)
    return many * months


def chance_to_show(
    change: float,
    sizes: Sequence[int],
    shares: Sequence[float],
    good_from: int,
    level: float = 0.05,
    tests: int = 1,
) -> float:
    """The chance that the trend test, two-sided, finds such a change and its right direction.

    change: a share, above 0 a rise, below 0 a fall; the rest as in `smallest_change_shown`.
    Months of no audits are left out, but keep their place in time. ValueError as there.
    """
    months = shifted(shares, good_from, change, len(sizes))
    audits = np.asarray(sizes, dtype=float)
    pooled = audits @ months
    expected, variance = moments(audits, pooled)
    if variance <= 0:
        return 0.0
    mean, spread = _alternative(audits, months)
    toward = math.copysign(1.0, change) * (mean - expected)
    line = NormalDist().inv_cdf(1 - level / tests / 2) * math.sqrt(variance)
    if spread <= 0:
        return float(toward > line)
    return NormalDist().cdf((toward - line) / math.sqrt(spread))


def shifted(shares: Sequence[float], good_from: int, change: float, months: int) -> Floats:
    """Shares of grades, (months, grades): as given in the first month, good or better changed by the last.

    Errors as in `smallest_change_shown`; ValueError too where there is no room for the change.
    """
    start = _start(shares)
    good = float(start[good_from:].sum())
    if not -1e-9 <= good + change <= 1 + 1e-9:
        raise ValueError("the share would leave 0 to 1")
    below, above = _profile(start[:good_from], -1), _profile(start[good_from:], 0)
    goods = np.clip(good + change * np.linspace(0, 1, months), 0, 1)[:, None]
    return np.hstack([(1 - goods) * below, goods * above])


def _start(shares: Sequence[float]) -> Floats:
    start = np.asarray(shares, dtype=float)
    if (start < 0).any() or not math.isclose(float(start.sum()), 1, abs_tol=1e-9):
        raise ValueError("shares of the grades add up to 1")
    return start


def _profile(shares: Floats, nearest: int) -> Floats:
    """How a part of the scale divides; an unused part is put on its grade nearest to the line."""
    if shares.sum() > 0:
        return np.asarray(shares / shares.sum())
    profile = np.zeros(len(shares))
    profile[nearest] = 1.0
    return profile


def _room(start: Floats, good_from: int) -> float:
    good = float(start[good_from:].sum())
    return 1 - good if good <= 0.5 else -good


def _alternative(audits: Floats, months: Floats) -> tuple[float, float]:
    """Mean and variance of the statistic when the months truly differ."""
    weighted = audits[:, None] * months
    earlier = np.cumsum(weighted, axis=0) - weighted
    later = weighted.sum(axis=0) - np.cumsum(weighted, axis=0)
    beats = np.cumsum(earlier, axis=1) - earlier / 2
    beaten = later.sum(axis=1, keepdims=True) - np.cumsum(later, axis=1) + later / 2
    mean = float((weighted * beats).sum())
    placed = beats + beaten
    middle = (months * placed).sum(axis=1, keepdims=True)
    return mean, float((weighted * (placed - middle) ** 2).sum())
