"""Teams, areas or councils beside each other: which lie further from the common share than chance would put them.

>>> chart = funnel([7, 12, 4, 21, 9, 30, 3, 15], [31, 30, 16, 40, 28, 44, 22, 25])
>>> [unit.place for unit in chart]
['below 95%', 'inside', 'inside', 'inside', 'inside', 'above 99.8%', 'below 95%', 'inside']

The default limits are those of the exact binomial: the lowest and highest share that are still ordinary, so a unit is
named only where chance would put it so far out in at most 2.5 (0.1) of 100 on that side. They step with the base.
Three smooth ways are in use and disagree at small numbers: `interpolated` draws the exact one as a line (and so names
a few more), `arcsine` is FunnelPlotR's, `normal` that of England's public health tools (they call it Wilson).
The lines are for 95 and 99.8 in 100, that is 1.96 and 3.09 standard deviations.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from looped.stats.intervals import Interval, normal_quantile
from looped.stats.rare_events import exact_limits

Place = Literal["below 99.8%", "below 95%", "inside", "above 95%", "above 99.8%", "no audits"]
Method = Literal["exact", "interpolated", "arcsine", "normal"]

INNER, OUTER = 0.95, 0.998
# Fewer units say nothing about how much units differ beyond chance.
FEWEST_UNITS = 10


@dataclass(frozen=True)
class Unit:
    """share: hits of base; inner, outer: the 95% and 99.8% limits for its base; place: where its share lies."""

    hits: int
    base: int
    share: float | None
    inner: Interval | None
    outer: Interval | None
    place: Place


def funnel(
    hits: Sequence[int],
    bases: Sequence[int],
    target: float | None = None,
    method: Method = "exact",
    tau2: float = 0.0,
) -> list[Unit]:
    """Each unit against the common share.

    hits of bases: counts a unit; target: the share to compare with, 0 to 1 (all units together unless given);
    method: how limits are drawn; tau2: spread between units beyond chance, for "arcsine" only (see
    `overdispersion`). ValueError where lists differ, hits exceed a base, or tau2 is given to another method.
    """
    if len(hits) != len(bases) or any(not 0 <= x <= n for x, n in zip(hits, bases, strict=True)) or not sum(bases):
        raise ValueError("hits and bases are one a unit each, hits between 0 and the base, some base above 0")
    if tau2 and method != "arcsine":
        raise ValueError("only the arcsine limits can be widened by tau2")
    common = sum(hits) / sum(bases) if target is None else target
    limits = LINES.get(method, _widened(tau2))
    return [_unit(x, n, common, limits) for x, n in zip(hits, bases, strict=True)]


def _widened(tau2: float) -> Callable[[float, int, float], Interval]:
    return lambda target, base, level: arcsine_funnel(target, base, level, tau2)


def _unit(hits: int, base: int, target: float, limits: Callable[[float, int, float], Interval]) -> Unit:
    if not base:
        return Unit(hits, base, None, None, None, "no audits")
    share, inner, outer = hits / base, limits(target, base, INNER), limits(target, base, OUTER)
    return Unit(hits, base, share, inner, outer, _place(share, inner, outer))


def _place(share: float, inner: Interval, outer: Interval) -> Place:
    if share < outer.low or share > outer.high:
        return "below 99.8%" if share < outer.low else "above 99.8%"
    if share < inner.low or share > inner.high:
        return "below 95%" if share < inner.low else "above 95%"
    return "inside"


def exact_funnel(target: float, base: int, level: float) -> Interval:
    """The lowest and the highest share that are still ordinary by the binomial law.

    target: share, 0 to 1; base: audits; level: 0.95 or 0.998. ValueError outside these.
    """
    _check(target, base, level)
    ordinary = exact_limits(target, base, (1 - level) / 2)
    return Interval(ordinary.least_expected / base, ordinary.most_expected / base)


def interpolated_funnel(target: float, base: int, level: float) -> Interval:
    """Limits by the binomial law, drawn smoothly between counts.

    Arguments as `exact_funnel`. A count on the step itself lies outside this line though chance would pass it more
    often than the level says. Source: Spiegelhalter 2005, Stat Med 24:1185, A.1.1.
    """
    _check(target, base, level)
    tail = (1 - level) / 2
    return Interval(_between_counts(target, base, tail), _between_counts(target, base, 1 - tail))


def _check(target: float, base: int, level: float) -> None:
    if not 0 <= target <= 1 or base <= 0 or not 0 < level < 1:
        raise ValueError("a target and a level lie between 0 and 1, a base above 0")


def _between_counts(target: float, base: int, chance: float) -> float:
    from scipy.special import bdtr

    counts = np.arange(base + 1)
    up_to = np.asarray(bdtr(counts, base, target))
    first = int(np.argmax(up_to >= chance))
    before = float(up_to[first - 1]) if first else 0.0
    part = (float(up_to[first]) - chance) / (float(up_to[first]) - before)
    return min(1.0, max(0.0, (first - part) / base))


def normal_funnel(target: float, base: int, level: float) -> Interval:
    """Limits by the normal curve about the target, cut off at 0 and 1: a score test turned round.

    Arguments as `exact_funnel`. Source: PHEindicatormethods, where the method is called Wilson.
    """
    _check(target, base, level)
    reach = normal_quantile(level) * math.sqrt(target * (1 - target) / base)
    return Interval(max(0.0, target - reach), min(1.0, target + reach))


def arcsine_funnel(target: float, base: int, level: float, tau2: float = 0.0) -> Interval:
    """Limits on the scale of the arcsine of the root, where a share's spread depends on the base alone.

    Arguments as `exact_funnel`; tau2: spread between units beyond chance on that scale.
    Past either end of the scale the limit stays at 0 or 1. Source: Spiegelhalter 2005; FunnelPlotR.
    """
    _check(target, base, level)
    middle = math.asin(math.sqrt(target))
    reach = normal_quantile(level) * math.sqrt(1 / (4 * base) + tau2)
    return Interval(_share(middle - reach), _share(middle + reach))


LINES: dict[str, Callable[[float, int, float], Interval]] = {
    "exact": exact_funnel,
    "interpolated": interpolated_funnel,
    "normal": normal_funnel,
}


def _share(angle: float) -> float:
    return math.sin(min(math.pi / 2, max(0.0, angle))) ** 2


@dataclass(frozen=True)
class Overdispersion:
    """z: each unit's distance from the target in standard errors; pulled_in: the same with the extreme tenths pulled
    in; phi: their mean square (1 where units differ by chance alone); tau2: variance between units on the arcsine
    scale; trusted: False under ten units, when it must not be used to widen limits.
    """

    z: tuple[float, ...]
    pulled_in: tuple[float, ...]
    phi: float
    tau2: float
    trusted: bool


def overdispersion(
    hits: Sequence[int], bases: Sequence[int], target: float | None = None, pull_in: float = 0.1
) -> Overdispersion:
    """How much units differ beyond chance.

    hits of bases: counts a unit, each base above 0; target as in `funnel`; pull_in: share of units at each end whose
    distance is set to that quantile (0 for none). ValueError for a base of 0 or fewer than two units.
    Source: Spiegelhalter 2005, section 4; variance between units after DerSimonian and Laird 1986.
    """
    counted, of = np.asarray(hits, dtype=float), np.asarray(bases, dtype=float)
    if len(of) < 2 or (of <= 0).any():
        raise ValueError("spread between units needs two, each with audits")
    common = counted.sum() / of.sum() if target is None else target
    se = 1 / (2 * np.sqrt(of))
    z = (np.arcsin(np.sqrt(counted / of)) - math.asin(math.sqrt(common))) / se
    pulled_in = np.clip(z, *np.quantile(z, [pull_in, 1 - pull_in]))
    units, weights = len(of), 1 / se**2
    phi = float((pulled_in**2).mean())
    spare = weights.sum() - (weights**2).sum() / weights.sum()
    tau2 = max(0.0, (units * phi - (units - 1)) / float(spare))
    return Overdispersion(tuple(z.tolist()), tuple(pulled_in.tolist()), phi, tau2, units >= FEWEST_UNITS)
