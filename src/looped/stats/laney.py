"""The p'-chart: limits widened where the share swings more from month to month than the binomial law allows.

>>> print(round(sigma_z([10, 90, 12, 88, 9, 91], [100] * 6), 1))
14.0
"""

import math
from collections.abc import Sequence

from looped.stats.p_chart import ShareChart, share_chart
from looped.stats.segments import FULL_FROM

# The mean range of two draws from a normal curve, in standard deviations.
RANGE_OF_TWO = 1.128
# With 12 months sigma_z is anywhere between 0.6 and 1.5 where it should be 1.
TRUSTED_FROM = 20


def laney(
    hits: Sequence[int],
    bases: Sequence[int],
    breaks: Sequence[int] = (),
    full_from: int = FULL_FROM,
    rules: bool = False,
    trusted_from: int = TRUSTED_FROM,
    floored: bool = True,
) -> ShareChart:
    """Shares with three-sigma limits times sigma_z.

    trusted_from: months that a part needs before sigma_z is used (under them it is 1, so the chart is a p-chart);
    floored: never narrow the limits. Everything else, errors too, as in `p_chart`.
    Each part of the chart states the sigma_z that it used. Source: Laney 2002, Quality Engineering 14:531.
    """

    def widening(counted: Sequence[int], of: Sequence[int]) -> float:
        if len(of) < trusted_from:
            return 1.0
        found = sigma_z(counted, of)
        return max(1.0, found) if floored else found

    return share_chart(hits, bases, breaks, full_from, rules, widening)


def sigma_z(hits: Sequence[int], bases: Sequence[int]) -> float:
    """How much more (above 1) or less the share swings than the binomial law says, from one month to the next.

    hits of bases: at least two months, each with audits. The mean absolute step of the standardised shares over
    1.128; some programs take their standard deviation, which a slow drift inflates.
    With no hits or all hits there is no swing to measure: 1. ValueError for fewer than two months.
    """
    if len(bases) < 2:
        raise ValueError("a step needs two months")
    centre = sum(hits) / sum(bases)
    if centre in (0, 1):
        return 1.0
    z = [(x / n - centre) / math.sqrt(centre * (1 - centre) / n) for x, n in zip(hits, bases, strict=True)]
    steps = [abs(later - earlier) for earlier, later in zip(z, z[1:], strict=False)]
    return sum(steps) / len(steps) / RANGE_OF_TWO
