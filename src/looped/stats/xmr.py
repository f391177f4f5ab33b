"""The limits of an XmR chart: the mean of the points and 2.66 times their average moving range.

>>> limits = xmr_limits([2, 1, 2, 1, 2, 1, 2, 1])
>>> print(f"{limits.lower:.2f} {limits.mean:.2f} {limits.upper:.2f}")
-1.16 1.50 4.16

It is the chart people know. For shares of few audits it cries wolf (a third of its alarms at 20 audits a month come
from the changing size), so `p_chart` decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LIMIT = 2.66
NEAR = LIMIT * 2 / 3
# Beyond this many average ranges a moving range is itself out of the ordinary (Nelson 1982).
EXTREME = 3.267


@dataclass(frozen=True)
class XmrLimits:
    """mean; lower, upper: process limits; near_lower, near_upper: two thirds of the way; all in the values' unit.
    moving_range: the average one used; points: how many values made the limits.
    """

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    moving_range: float
    points: int


def xmr_limits(values: Sequence[float], screened: bool = False) -> XmrLimits:
    """Limits of one stretch of values.

    values: at least two, in order, all to be used; screened: leave out, once, moving ranges of 3.267 times the
    average or more, as NHSRplotthedots does and Making Data Count's workbook doesn't.
    Limits are not held within 0 to 100: that is for the picture, and it has to say so.
    ValueError for fewer than two values. Source: Shewhart 1931; Wheeler 1993; Nelson 1982 for screening.
    """
    if len(values) < 2:
        raise ValueError("a moving range needs two points")
    mean = sum(values) / len(values)
    ranges = [abs(later - earlier) for earlier, later in zip(values, values[1:], strict=False)]
    average = sum(ranges) / len(ranges)
    if screened and average > 0:
        kept = [one for one in ranges if one < EXTREME * average]
        average = sum(kept) / len(kept)
    reach, near = LIMIT * average, NEAR * average
    return XmrLimits(mean, mean - reach, mean + reach, mean - near, mean + near, average, len(values))
