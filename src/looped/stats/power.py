"""What could so many audits have shown? And how many audits would show 10 points?

Printed with every "no clear change": finding nothing in 77 audits says little, for they could hardly have found it.

>>> seed = [7 / 77, 49 / 77, 21 / 77, 0.0]
>>> print(f"{100 * chance_to_show(0.25, [31, 30, 16], seed, good_from=2):.0f}%")
34%
>>> smallest = smallest_change_shown([31, 30, 16], seed, good_from=2)
>>> print(f"{100 * smallest:.0f} points")
44 points

A change here is a steady rise (or fall) of the share at Good or better from the first month to the last, about the
share of the whole period, from the grade next below the line to the grade next above it, and from those further away
only when these are used up. The chances are those of the Jonckheere-Terpstra test by the normal curve;
`bench/claims.py` simulates them beside it.
"""

import math
from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from looped.stats.jonckheere import moments

Floats = NDArray[np.float64]

POWER = 0.8


def smallest_change_shown(
    sizes: Sequence[int],
    shares: Sequence[float],
    good_from: int,
    level: float = 0.05,
    tests: int = 1,
    power: float = POWER,
) -> float | None:
    """The smallest rise from the first month to the last that these audits would have shown.

    sizes: graded audits a month; shares: of each grade over the whole period, lowest first, adding up to 1;
    good_from: place in `shares` of the first grade that counts as good; level: two-sided; tests: size of the family
    (the level is divided by it, Holm's first step); power: chance of being shown.
    Gives a share (0.1 is 10 points). None where even a rise from none to all would not be shown.
    ValueError where shares don't add up to 1.
    """
    if chance_to_show(1.0, sizes, shares, good_from, level, tests) < power:
        return None
    low, high = 0.0, 1.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        shown = chance_to_show(middle, sizes, shares, good_from, level, tests) >= power
        low, high = (low, middle) if shown else (middle, high)
    return high


def audits_needed(
    change: float,
    months: int,
    shares: Sequence[float],
    good_from: int,
    level: float = 0.05,
    tests: int = 1,
    power: float = POWER,
) -> int:
    """How many graded audits, the same number every month, would show such a rise from the first to the last.

    change: a share, above 0 and up to 1 (0.1 is 10 points); months: how many the audits are spread over (2: one set
    against another); the rest as in `smallest_change_shown`. Gives all months together.
    ValueError for a change outside 0 to 1, fewer than two months, or a power of 1.
    """
    if not 0 < change <= 1 or months < 2 or not 0 < power < 1:
        raise ValueError("audits are needed for a change above 0 over at least two months, at a power under 1")
    few, many = 0, 1
    while chance_to_show(change, [many] * months, shares, good_from, level, tests) < power:
        few, many = many, many * 2
    while many - few > 1:
        middle = (few + many) // 2
        shown = chance_to_show(change, [middle] * months, shares, good_from, level, tests) >= power
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
    Months of no audits are left out, but keep their place in time. ValueError as there, and for a change over 1.
    """
    months = shifted(shares, good_from, change, len(sizes))
    audits = np.asarray(sizes, dtype=float)
    expected, variance = moments(audits, audits @ months)
    if variance <= 0:
        return 0.0
    mean, spread = _alternative(audits, months)
    toward = math.copysign(1.0, change) * (mean - expected)
    line = NormalDist().inv_cdf(1 - level / tests / 2) * math.sqrt(variance)
    if spread <= 0:
        return float(toward > line)
    return NormalDist().cdf((toward - line) / math.sqrt(spread))


def shifted(shares: Sequence[float], good_from: int, change: float, months: int) -> Floats:
    """Shares of grades, (months, grades): good or better moves by `change` from the first month to the last.

    It moves about its share of the whole period, or as near to that as 0 and 1 leave room for. Errors as above;
    ValueError too where the line leaves no grade on one side.
    """
    whole = np.asarray(shares, dtype=float)
    if (whole < 0).any() or not math.isclose(float(whole.sum()), 1, abs_tol=1e-9):
        raise ValueError("shares of the grades add up to 1")
    if abs(change) > 1 or not 0 < good_from < len(whole):
        raise ValueError("a share can't change by more than 1, and needs a grade on each side of the line")
    good = float(whole[good_from:].sum())
    lowest = min(max(0.0, good - abs(change) / 2), 1 - abs(change))
    steps = np.linspace(0, 1, months) if change >= 0 else np.linspace(1, 0, months)
    wanted = lowest + abs(change) * steps - good
    moved = np.repeat(whole[None], months, axis=0)
    for upwards in (True, False):
        _cross(moved, whole, good_from, np.maximum(wanted if upwards else -wanted, 0.0), upwards)
    return moved


def _cross(moved: Floats, whole: Floats, good_from: int, left: Floats, upwards: bool) -> None:
    """Move so much of each row across the line, from the grade next to it first. left: (months,), from 0 on."""
    givers = range(good_from - 1, -1, -1) if upwards else range(good_from, len(whole))
    moved[:, good_from if upwards else good_from - 1] += left
    for grade in givers:
        given = np.minimum(left, whole[grade])
        moved[:, grade] -= given
        left = left - given


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
