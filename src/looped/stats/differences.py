"""The interval for a change between two shares, later less earlier.

>>> change = newcombe(7, 31, 7, 16)
>>> print(f"{change.difference:+.3f}, {change.low:+.3f} to {change.high:+.3f}")
+0.212, -0.057 to +0.468
"""

import math
from typing import NamedTuple

from looped.stats.intervals import wilson, wilson_cc


class Difference(NamedTuple):
    """A change of shares with its limits: shares of 1, later less earlier, so a rise is above 0."""

    difference: float
    low: float
    high: float


def newcombe(
    hits_before: int, n_before: int, hits_after: int, n_after: int, level: float = 0.95, corrected: bool = False
) -> Difference:
    """Newcombe's hybrid score interval for the share after less the share before.

    hits_before of n_before, hits_after of n_after: counts; level: coverage, 0 to 1;
    corrected: False is method 10, True its continuity-corrected form, method 11.
    ValueError where a base is 0 or hits lie outside it. Two independent sets of audits are assumed.
    Source: Newcombe 1998, Stat Med 17:873, methods 10 and 11.
    """
    interval = wilson_cc if corrected else wilson
    first, second = interval(hits_before, n_before, level), interval(hits_after, n_after, level)
    before, after = hits_before / n_before, hits_after / n_after
    fall = math.hypot(after - second.low, first.high - before)
    rise = math.hypot(second.high - after, before - first.low)
    return Difference(after - before, max(-1.0, after - before - fall), min(1.0, after - before + rise))
