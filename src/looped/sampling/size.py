"""How many audits a margin of error asks for.

>>> sample_size(0.05).whole, sample_size(0.05, population=1000).whole
(385, 278)
"""

import math
from statistics import NormalDist
from typing import NamedTuple


class Size(NamedTuple):
    """unlimited: audits needed from an endless caseload; needed: from this one; whole: needed, rounded up."""

    unlimited: float
    needed: float
    whole: int


def sample_size(margin: float, population: int | None = None, share: float = 0.5, level: float = 0.95) -> Size:
    """How many files to draw at random so that a share is known to within the margin.

    margin: half the width of the interval, as a share (0.05 is 5 points).  population: files to draw from, None for
    endless.  share: the share expected; 0.5 needs most.  level: of the interval, between 0 and 1.
    Raises: ValueError for a margin, share or level outside 0 to 1, or a population below 1.
    Source: Cochran 1977, Sampling Techniques, 4.4: n0 = z^2 p q / e^2, n = n0 / (1 + (n0 - 1) / N).
    """
    if not (0 < margin < 1 and 0 < share < 1 and 0 < level < 1):
        raise ValueError("margin, share and level lie between 0 and 1")
    if population is not None and population < 1:
        raise ValueError("there are no files to draw from")
    z = NormalDist().inv_cdf((1 + level) / 2)
    unlimited = z * z * share * (1 - share) / margin**2
    needed = unlimited if population is None else unlimited / (1 + (unlimited - 1) / population)
    # A hair above a whole number is rounding, not one more audit.
    return Size(unlimited, needed, max(1, math.ceil(needed - 1e-9)))
