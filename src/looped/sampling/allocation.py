"""How many audits each stratum gets: in proportion, by Neyman, by cost; then in whole numbers.

>>> whole(proportional({"Assessment": 200, "Looked after": 90, "Fostering": 10}, 30), {"Fostering": 10}, floor=2)
{'Assessment': 19, 'Looked after': 9, 'Fostering': 2}
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Stratum:
    """files: how many there are; deviation: of the thing measured; cost: of one audit, in any unit."""

    files: float
    deviation: float
    cost: float = 1.0


def proportional(files: Mapping[str, float], size: float) -> dict[str, float]:
    """Parts of a sample in proportion to the strata, unrounded. Raises: ValueError where there are no files."""
    return _spread(dict(files), size)


def neyman(strata: Mapping[str, Stratum], size: float) -> dict[str, float]:
    """Parts that make the estimate most precise for this many audits, unrounded.

    Raises: ValueError where nothing varies.  Source: Neyman 1934; Cochran 1977, 5.5.
    """
    return _spread({name: one.files * one.deviation for name, one in strata.items()}, size)


def for_budget(strata: Mapping[str, Stratum], budget: float) -> dict[str, float]:
    """Parts that make the estimate most precise for this money, unrounded. Source: Cochran 1977, 5.5."""
    weights = _by_cost(strata)
    price = sum(weights[name] * one.cost for name, one in strata.items())
    return {name: budget * weight / price for name, weight in weights.items()}


def for_variance(strata: Mapping[str, Stratum], variance: float) -> dict[str, float]:
    """The cheapest parts whose mean has this variance, unrounded. Source: Cochran 1977, 5.5."""
    total = sum(one.files for one in strata.values())
    weights = _by_cost(strata)
    price = sum(weights[name] * one.cost for name, one in strata.items()) / total
    spread = sum(one.files * one.deviation**2 for one in strata.values()) / total**2
    size = price * sum(weights.values()) / total / (variance + spread)
    return _spread(weights, size)


def standard_error(strata: Mapping[str, Stratum], sizes: Mapping[str, float]) -> float:
    """Standard error of the mean over all strata with these sizes, drawn without putting back."""
    total = sum(one.files for one in strata.values())
    parts = (
        (one.files / total) ** 2 * one.deviation**2 / sizes[name] * (1 - sizes[name] / one.files)
        for name, one in strata.items()
    )
    return math.sqrt(sum(parts))


def whole(parts: Mapping[str, float], files: Mapping[str, int], floor: int = 2) -> dict[str, int]:
    """Parts in whole numbers with the same sum: largest remainders first, ties to the first listed.

    parts: unrounded.  files: how many a stratum has (one not named has enough); it never gives more.  floor: at least
    so many from each stratum, or all that it has: with 2 the spread within it can be estimated.
    Raises: ValueError where the floors or the files don't allow the sum.
    Source: Hamilton's method of largest remainders, after fixing the strata below the floor or above their files.
    """
    size = round(sum(parts.values()))
    most = {name: files.get(name, size) for name in parts}
    least = {name: min(floor, most[name]) for name in parts}
    if not sum(least.values()) <= size <= sum(most.values()):
        limits = f"the floors need {sum(least.values())}, the files allow {sum(most.values())}"
        raise ValueError(f"{size} audits can't be spread: {limits}")
    return _rounded(_between(parts, size, least, most), size, most)


def _between(
    parts: Mapping[str, float], size: int, least: Mapping[str, int], most: Mapping[str, int]
) -> dict[str, float]:
    """Parts moved within their limits: those short of the floor first, then those beyond their files."""
    fixed: dict[str, float] = {}
    while True:
        left = {name: part for name, part in parts.items() if name not in fixed}
        found = _spread(left, size - sum(fixed.values())) if left else {}
        short = {name: float(least[name]) for name in left if found[name] < least[name]}
        over = {name: float(most[name]) for name in left if found[name] > most[name]}
        if not short and not over:
            return {name: fixed.get(name, found.get(name, 0.0)) for name in parts}
        # Raising the short takes more than capping the long gives back, or less: the heavier side is certain.
        lacking = sum(short[name] - found[name] for name in short)
        spare = sum(found[name] - over[name] for name in over)
        fixed |= short if lacking >= spare else over


def _rounded(parts: Mapping[str, float], size: int, most: Mapping[str, int]) -> dict[str, int]:
    found = {name: math.floor(part + 1e-9) for name, part in parts.items()}
    by_remainder = sorted(parts, key=lambda name: -round(parts[name] - found[name], 9))
    for name in [name for name in by_remainder if found[name] < most[name]][: size - sum(found.values())]:
        found[name] += 1
    return found


def _by_cost(strata: Mapping[str, Stratum]) -> dict[str, float]:
    return {name: one.files * one.deviation / math.sqrt(one.cost) for name, one in strata.items()}


def _spread(weights: Mapping[str, float], size: float) -> dict[str, float]:
    total = sum(weights.values())
    if size == 0:
        return dict.fromkeys(weights, 0.0)
    if not total > 0 or min(weights.values()) < 0:
        raise ValueError("there is nothing to spread the audits over")
    return {name: size * weight / total for name, weight in weights.items()}
