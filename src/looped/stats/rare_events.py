"""Rare grades, such as Inadequate: counts a month are too few for three-sigma limits, so count exactly, or count gaps.

>>> limits = exact_limits(0.03, 30)
>>> limits.most_expected, limits.low_can_signal
(5, False)
>>> chart = g_chart([12, 40, 25, 33, 18, 29, 260], share=0.03)
>>> chart.points[-1].rare
'longer'

In 30 audits with 3 in 100 Inadequate, none at all happens in 4 months of 10: no month can ever be "significantly
fewer". Only the gap between two can show that they became rarer.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

# A point beyond three sigma of a normal curve on one side.
TAIL = 0.00135
FEWEST_GAPS = 6


@dataclass(frozen=True)
class ExactLimits:
    """least_expected, most_expected: counts that are still ordinary; the chance of fewer, or of more, is at most the
    tail each. low_can_signal, high_can_signal: whether any count at all lies beyond.
    """

    least_expected: int
    most_expected: int
    low_can_signal: bool
    high_can_signal: bool


def exact_limits(share: float, base: int, tail: float = TAIL) -> ExactLimits:
    """The ordinary counts of a month by the binomial law.

    share: the long-run one, 0 to 1; base: audits in the month; tail: chance left out on each side.
    ValueError for a share outside 0 to 1 or a base below 0.
    """
    from scipy.special import bdtr, bdtrc

    _check(share, tail)
    if base < 0:
        raise ValueError("a base is not below 0")
    counts = np.arange(base + 1)
    least = int(np.argmax(bdtr(counts, base, share) > tail))
    most = int(np.sum(bdtrc(counts[:-1], base, share) > tail))
    return ExactLimits(least, most, least > 0, most < base)


def exact_poisson_limits(mean: float, tail: float = TAIL) -> ExactLimits:
    """The ordinary counts of a month where events have no base, by the Poisson law.

    mean: events a month in the long run, 0 or above; tail: chance left out on each side. ValueError below 0.
    """
    from scipy.special import pdtr, pdtrc

    _check(0.5, tail)
    if mean < 0:
        raise ValueError("a mean count is not below 0")
    least = 0
    while float(pdtr(least, mean)) <= tail:
        least += 1
    most = max(least, math.floor(mean))
    while float(pdtrc(most, mean)) > tail:
        most += 1
    return ExactLimits(least, most, least > 0, high_can_signal=True)


def _check(share: float, tail: float) -> None:
    if not 0 <= share <= 1:
        raise ValueError("a share lies between 0 and 1")
    if not 0 < tail < 0.5:
        raise ValueError("a tail lies between 0 and a half")


@dataclass(frozen=True)
class Gap:
    """audits: how many without the event before it came; rare: "longer" or "shorter" than chance would give."""

    audits: int
    rare: Literal["longer", "shorter"] | None


@dataclass(frozen=True)
class GChart:
    """mean, median: of the gaps, in audits; share: of the event, from them or as given; lower, upper: the shortest and
    longest gap that are still ordinary, exactly; sigma_lower, sigma_upper: the usual three-sigma ones, for comparison;
    points: one a gap. Limits are None under six gaps, unless the share was given.
    """

    mean: float
    median: float
    share: float
    lower: int | None
    upper: int | None
    sigma_lower: float | None
    sigma_upper: float | None
    points: tuple[Gap, ...]


def g_chart(gaps: Sequence[int], share: float | None = None, tail: float = TAIL) -> GChart:
    """Gaps between rare events.

    gaps: audits without the event before each one, in order (0 where two follow at once); share: of the event as it
    was before, 0 to 1, where limits are to come from then (else from these gaps); tail: chance left out each side.
    ValueError without gaps or below 0. A gap still open at the end is not one: leave it out.
    Source: Benneyan 2001 for three sigma; the exact limits are the quantiles of the geometric law.
    """
    if not gaps or min(gaps) < 0:
        raise ValueError("gaps are counts of audits, at least one of them")
    _check(0.5 if share is None else share, tail)
    mean, ordered = sum(gaps) / len(gaps), sorted(gaps)
    known, share = share is not None, 1 / (mean + 1) if share is None else share
    median = (ordered[(len(gaps) - 1) // 2] + ordered[len(gaps) // 2]) / 2
    if (len(gaps) < FEWEST_GAPS and not known) or share in (0, 1):
        return GChart(mean, median, share, None, None, None, None, tuple(Gap(gap, None) for gap in gaps))
    lower = math.floor(math.log1p(-tail) / math.log1p(-share))
    upper = max(lower, math.ceil(math.log(tail) / math.log1p(-share)) - 1)
    usual = 1 / share - 1
    reach = 3 * math.sqrt(usual * (usual + 1))
    points = tuple(Gap(gap, "longer" if gap > upper else "shorter" if gap < lower else None) for gap in gaps)
    return GChart(mean, median, share, lower, upper, max(0.0, usual - reach), usual + reach, points)


def chance_of_none_since(events: int, audits: int, since: int) -> float:
    """How often the last audits of a series hold no event by chance alone: a gap that is still open, judged exactly.

    events: how many the whole series has; audits: its length; since: audits after the last event, at least so many.
    No share is needed: events lie anywhere in the series with equal chance. ValueError where the counts can't be.

    >>> round(chance_of_none_since(1, 10, 5), 9)
    0.5
    """
    if not 0 <= since <= audits - events or events < 0:
        raise ValueError("events and the audits since the last one are parts of the series")
    return math.exp(
        math.lgamma(audits - since + 1)
        - math.lgamma(audits - since - events + 1)
        - math.lgamma(audits + 1)
        + math.lgamma(audits - events + 1)
    )
