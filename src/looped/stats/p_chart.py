"""The chart that decides about a share over time: limits from the binomial law, wider for months with fewer audits.

>>> chart = p_chart([7, 7, 7, 9, 8, 6, 7, 8, 7, 9, 6, 7, 8, 0], [31, 30, 16] + [28] * 11)
>>> last = chart.points[-1]
>>> print(f"{last.share:.3f} against {last.lower:.3f} to {last.upper:.3f}: {last.rule}")
0.000 against 0.004 to 0.495: below_lower_limit

On a stable share of 27% with 16 to 31 audits a month an XmR chart raises some alarm in 19 of 100 two-year series,
this one (points outside its limits) in 5.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from looped.stats.mdc_rules import DEFAULT, DIALECTS, Rule, special_causes
from looped.stats.segments import FULL_FROM, Standing, segments, standing
from looped.stats.xmr import XmrLimits

Widening = Callable[[Sequence[int], Sequence[int]], float]

SIGMAS = 3.0
# In units of its own sigma every point has the same limits, so one set of rules reads all charts.
IN_SIGMAS = XmrLimits(0.0, -SIGMAS, SIGMAS, -2.0, 2.0, 0.0, 0)


@dataclass(frozen=True)
class SharePoint:
    """share: hits of base, None where the base is 0; centre, lower, upper: shares, None where no limits are drawn;
    sigmas: how far from the centre; rule: what names it, None for common cause;
    low_can_signal, high_can_signal: False where the limit was cut off at 0 or 1, so that no count could pass it.
    """

    hits: int
    base: int
    share: float | None
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    sigmas: float | None = None
    rule: Rule | None = None
    low_can_signal: bool = False
    high_can_signal: bool = False


@dataclass(frozen=True)
class SharePart:
    """The points between two breaks: their places, centre, how far limits may be trusted, and the widening used."""

    places: range
    centre: float | None
    standing: Standing
    sigma_z: float


@dataclass(frozen=True)
class ShareChart:
    """points: one a month; parts: between breaks."""

    points: tuple[SharePoint, ...]
    parts: tuple[SharePart, ...]


def p_chart(
    hits: Sequence[int],
    bases: Sequence[int],
    breaks: Sequence[int] = (),
    full_from: int = FULL_FROM,
    rules: bool = False,
) -> ShareChart:
    """Shares with three-sigma limits.

    hits of bases: counts a month, in order; breaks: places where a new part begins; full_from: months with audits
    for full limits (fewer: provisional, under seven: none); rules: also name runs, trends and two of three, which
    raises more false alarms. A month without audits has no share and is passed over.
    ValueError where hits exceed their base or the lists differ. Source: Montgomery, Statistical Quality Control.
    """
    return share_chart(hits, bases, breaks, full_from, rules, lambda _hits, _bases: 1.0)


def share_chart(
    hits: Sequence[int],
    bases: Sequence[int],
    breaks: Sequence[int],
    full_from: int,
    rules: bool,
    widening: Widening,
) -> ShareChart:
    """The chart behind `p_chart` and `laney`. widening: from hits and bases of a part to a factor on its sigma."""
    if len(hits) != len(bases) or any(not 0 <= x <= n for x, n in zip(hits, bases, strict=True)):
        raise ValueError("hits and bases are one a month each, hits between 0 and the base")
    points: list[SharePoint] = []
    parts: list[SharePart] = []
    for places in segments(len(bases), breaks):
        here = [(hits[place], bases[place]) for place in places]
        audited = [(x, n) for x, n in here if n]
        trusted = standing(len(audited), full_from)
        if trusted == "none":
            points += [SharePoint(x, n, x / n if n else None) for x, n in here]
            parts.append(SharePart(places, None, trusted, 1.0))
            continue
        centre = sum(x for x, _ in audited) / sum(n for _, n in audited)
        sigma_z = widening([x for x, _ in audited], [n for _, n in audited])
        points += _named([_point(x, n, centre, sigma_z) for x, n in here], rules)
        parts.append(SharePart(places, centre, trusted, sigma_z))
    return ShareChart(tuple(points), tuple(parts))


def _point(hits: int, base: int, centre: float, sigma_z: float) -> SharePoint:
    if not base:
        return SharePoint(hits, base, None)
    share, sigma = hits / base, sigma_z * math.sqrt(centre * (1 - centre) / base)
    lower, upper = centre - SIGMAS * sigma, centre + SIGMAS * sigma
    return SharePoint(
        hits,
        base,
        share,
        centre,
        max(0.0, lower),
        min(1.0, upper),
        (share - centre) / sigma if sigma else 0.0,
        low_can_signal=lower > 0,
        high_can_signal=upper < 1,
    )


def _named(points: list[SharePoint], rules: bool) -> list[SharePoint]:
    seen = [point for point in points if point.sigmas is not None]
    found = special_causes([point.sigmas or 0.0 for point in seen], IN_SIGMAS, DIALECTS[DEFAULT])
    if not rules:
        found = [rule if rule in ("above_upper_limit", "below_lower_limit") else None for rule in found]
    named = iter(found)
    return [replace(point, rule=next(named)) if point.sigmas is not None else point for point in points]
