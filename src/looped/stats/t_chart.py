"""Days between rare events, where nobody counted the audits between them.

>>> chart = t_chart([30, 12, 45, 60, 8, 25, 33, 160])
>>> print(f"{chart.lower:.0f} to {chart.upper:.0f} days, in the middle {chart.centre:.0f}")
0 to 268 days, in the middle 35

Waiting times lean far to one side; their 3.6th root is close to a normal curve, so that is charted and turned back.
Where the audits between two events are known, `rare_events.g_chart` is exact and better.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from looped.stats.mdc_rules import outside
from looped.stats.xmr import XmrLimits, xmr_limits

ROOT = 3.6
FEWEST_WAITS = 6


@dataclass(frozen=True)
class Wait:
    """days: since the event before; rare: "longer" or "shorter" than the limits."""

    days: float
    rare: Literal["longer", "shorter"] | None


@dataclass(frozen=True)
class TChart:
    """centre, lower, upper: days, None under six waits; points: one a wait."""

    centre: float | None
    lower: float | None
    upper: float | None
    points: tuple[Wait, ...]


def t_chart(days: Sequence[float]) -> TChart:
    """Waits between events, with XmR limits on the scale of their 3.6th root.

    days: in order, 0 or more, any unit of time. ValueError without waits or below 0.
    Source: Nelson 1994, J Qual Technol 26:24; Montgomery, Statistical Quality Control.
    """
    if not days or min(days) < 0:
        raise ValueError("a chart of waits needs days of 0 and more")
    if len(days) < FEWEST_WAITS:
        return TChart(None, None, None, tuple(Wait(one, None) for one in days))
    roots = [one ** (1 / ROOT) for one in days]
    limits = xmr_limits(roots)
    points = tuple(Wait(one, _rare(root, limits)) for one, root in zip(days, roots, strict=True))
    return TChart(limits.mean**ROOT, max(0.0, limits.lower) ** ROOT, limits.upper**ROOT, points)


def _rare(root: float, limits: XmrLimits) -> Literal["longer", "shorter"] | None:
    if not outside(root, limits):
        return None
    return "longer" if root > limits.mean else "shorter"
