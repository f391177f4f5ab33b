"""Where a chart over time begins anew: a change of framework, descriptors, sampling or scope is a break.

>>> segments(6, breaks=[4])
[range(0, 4), range(4, 6)]

Each part has limits of its own, and no rule looks across a break.
"""

from collections.abc import Sequence
from typing import Literal

Standing = Literal["full", "provisional", "none"]

# Making Data Count's tools show limits and icons from 13 points.
FULL_FROM = 13
# Fewer than a run of seven can show nothing but noise: no lines at all.
PROVISIONAL_FROM = 7


def segments(points: int, breaks: Sequence[int] = ()) -> list[range]:
    """The parts of a series between breaks.

    points: how many there are; breaks: places (0 the first point) at which a new part begins, in any order.
    ValueError for a break outside the series.
    """
    if any(not 0 <= place < points for place in breaks):
        raise ValueError("a break lies at one of the points")
    edges = sorted({0, *breaks, points})
    return [range(start, end) for start, end in zip(edges, edges[1:], strict=False)]


def standing(points: int, full_from: int = FULL_FROM, provisional_from: int = PROVISIONAL_FROM) -> Standing:
    """How far limits drawn from so many points may be trusted: "full", "provisional" (drawn as such), or "none"."""
    if points >= full_from:
        return "full"
    return "provisional" if points >= provisional_from else "none"
