"""Which points of a chart are more than noise: the rules and icons of NHS Making Data Count.

>>> chart = plot_the_dots([2, 1] * 7 + [9], improvement="increase")
>>> chart.points[-1].rule, chart.points[-1].kind, chart.variation
('above_upper_limit', 'improvement', 'improvement_high')

The four rules, the first that holds names the point: outside the limits; seven points rising or falling without a
pause; two of three near or beyond a limit; seven in a row on one side of the mean.

Two dialects are alive and differ in the third rule, so figures made with one may not match the other:
`mdc2023` (the default: Making Data Count's own tools since November 2023) counts every point beyond two sigma;
`nhsrplotthedots` (the R package) only those between two and three, and leaves extreme moving ranges out of the limits
once, and wants all three points on one side of the mean, where `mdc2023` lets the third lie anywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from looped.stats.segments import Standing, segments, standing
from looped.stats.xmr import XmrLimits, xmr_limits

Improvement = Literal["increase", "decrease", "neither"]
Kind = Literal["common_cause", "improvement", "concern", "neutral"]
Rule = Literal[
    "above_upper_limit",
    "below_lower_limit",
    "seven_rising",
    "seven_falling",
    "two_of_three_high",
    "two_of_three_low",
    "seven_above_mean",
    "seven_below_mean",
]

RUN = 7


@dataclass(frozen=True)
class Dialect:
    """title: whose rules they are, in words; counts_beyond_limits: a point outside the limits counts towards two of
    three; one_side: all three points lie on one side of the mean; screened: extreme moving ranges are left out;
    full_from: points for full limits.
    """

    name: str
    counts_beyond_limits: bool
    one_side: bool
    screened: bool
    full_from: int
    title: str = "rules of one's own"


DIALECTS = {
    "mdc2023": Dialect(
        "mdc2023",
        counts_beyond_limits=True,
        one_side=False,
        screened=False,
        full_from=13,
        title="its own tools since November 2023",
    ),
    "nhsrplotthedots": Dialect(
        "nhsrplotthedots",
        counts_beyond_limits=False,
        one_side=True,
        screened=True,
        full_from=12,
        title="the R package NHSRplotthedots",
    ),
}
DEFAULT = "mdc2023"

HIGH: dict[Rule, bool] = {
    "above_upper_limit": True,
    "below_lower_limit": False,
    "seven_rising": True,
    "seven_falling": False,
    "two_of_three_high": True,
    "two_of_three_low": False,
    "seven_above_mean": True,
    "seven_below_mean": False,
}


@dataclass(frozen=True)
class Point:
    """value: in its unit; rule: the rule that names it, None for none; kind: what that means for the service."""

    value: float
    rule: Rule | None
    kind: Kind


@dataclass(frozen=True)
class Part:
    """The points between two breaks (places in the series), their limits, and how far these may be trusted."""

    places: range
    limits: XmrLimits | None
    standing: Standing


@dataclass(frozen=True)
class Chart:
    """points: one a value; parts: between breaks; variation: the icon of the last point ("common_cause",
    "improvement_high", "concern_low", "neutral_high" ...); assurance: the icon of the target ("consistent_pass",
    "consistent_fail", "inconsistent"). Icons are None where the last part has no full limits, assurance also without
    a target or where neither direction is better.
    """

    points: tuple[Point, ...]
    parts: tuple[Part, ...]
    variation: str | None
    assurance: str | None
    dialect: str


def plot_the_dots(
    values: Sequence[float],
    improvement: Improvement,
    target: float | None = None,
    breaks: Sequence[int] = (),
    fixed_from_first: int | None = None,
    dialect: str | Dialect = DEFAULT,
    screened: bool | None = None,
) -> Chart:
    """An XmR chart with its special points and icons.

    values: one a month, in order; improvement: which direction is better; target: in the same unit;
    breaks: places where a new part begins; fixed_from_first: limits from only so many first points of each part;
    dialect: a name in `DIALECTS`, or one of your own; screened: overrides its treatment of extreme moving ranges.
    ValueError for an unknown dialect or a break outside the series.
    Source: NHS England, Making Data Count; NHSRplotthedots, issue 194, for the change of November 2023.
    """
    rules = dialect if isinstance(dialect, Dialect) else _dialect(dialect)
    leave_out = rules.screened if screened is None else screened
    parts, points = [], []
    for places in segments(len(values), breaks):
        here = [float(values[place]) for place in places]
        trusted = standing(len(here), rules.full_from)
        limits = xmr_limits(here[:fixed_from_first], leave_out) if trusted != "none" else None
        named = special_causes(here, limits, rules) if limits else [None] * len(here)
        points += [Point(y, rule, _kind(rule, improvement)) for y, rule in zip(here, named, strict=True)]
        parts.append(Part(places, limits, trusted))
    last = parts[-1].limits if parts and parts[-1].standing == "full" else None
    variation = icon_of(points[-1]) if last else None
    found = assurance(last.lower, last.upper, target, improvement) if last and target is not None else None
    return Chart(tuple(points), tuple(parts), variation, found, rules.name)


def _dialect(name: str) -> Dialect:
    if name not in DIALECTS:
        raise ValueError(f"no dialect {name!r}; there are {', '.join(DIALECTS)}")
    return DIALECTS[name]


def special_causes(values: Sequence[float], limits: XmrLimits, rules: Dialect) -> list[Rule | None]:
    """The rule that names each point of one part, None for common cause. values: in order; limits: of the part."""
    grain = grain_of(limits)
    sides = [side_of(value, limits.mean, grain) for value in values]
    close = [_close(value, limits, rules) for value in values]
    trends, runs = part_of_seven(trend_ends(values)), part_of_seven(run_ends(sides))
    pairs = two_of_three(close, sides, rules.one_side)
    found: list[Rule | None] = []
    for place, value in enumerate(values):
        rule: Rule | None = None
        if outside(value, limits):
            rule = "above_upper_limit" if value > limits.upper else "below_lower_limit"
        elif trends[place]:
            rule = "seven_rising" if trends[place] > 0 else "seven_falling"
        elif pairs[place] and close[place]:
            rule = "two_of_three_high" if sides[place] > 0 else "two_of_three_low"
        elif runs[place]:
            rule = "seven_above_mean" if sides[place] > 0 else "seven_below_mean"
        found.append(rule)
    return found


def grain_of(limits: XmrLimits) -> float:
    """What rounding alone can put between a value and its mean: alike values must not look like a run."""
    return 1e-9 * max(abs(limits.mean), limits.upper - limits.lower)


def outside(value: float, limits: XmrLimits) -> bool:
    """Whether a value lies beyond its process limits, by more than rounding."""
    grain = grain_of(limits)
    return value > limits.upper + grain or value < limits.lower - grain


def side_of(value: float, mean: float, grain: float = 0.0) -> int:
    """1 above the mean, -1 below, 0 on it (within the grain)."""
    return (value > mean + grain) - (value < mean - grain)


def _close(value: float, limits: XmrLimits, rules: Dialect) -> bool:
    if outside(value, limits):
        return rules.counts_beyond_limits
    grain = grain_of(limits)
    return value > limits.near_upper + grain or value < limits.near_lower - grain


def trend_ends(values: Sequence[float]) -> list[int]:
    """For each point 1 where it completes seven that rise without a pause, -1 where they fall, else 0."""
    steps = [side_of(later, earlier) for earlier, later in zip(values, values[1:], strict=False)]
    ends = [0] * len(values)
    for place in range(RUN - 1, len(values)):
        rises = sum(steps[place - RUN + 1 : place])
        ends[place] = side_of(rises, 0) if abs(rises) == RUN - 1 else 0
    return ends


def run_ends(sides: Sequence[int]) -> list[int]:
    """For each point 1 where it completes seven in a row on one side of the mean, else 0. sides: 1, -1 or 0."""
    return [
        int(place >= RUN - 1 and abs(sum(sides[place - RUN + 1 : place + 1])) == RUN) for place in range(len(sides))
    ]


def part_of_seven(ends: Sequence[int]) -> list[int]:
    """The mark of a completed seven carried back to all its points (where two meet, the later one's)."""
    marks = [0] * len(ends)
    for place, mark in enumerate(ends):
        if mark:
            marks[place - RUN + 1 : place + 1] = [mark] * RUN
    return marks


def two_of_three(close: Sequence[int], sides: Sequence[int], one_side: bool = True) -> list[int]:
    """For each point 1 where it is one of three in a row of which two are close to a limit, on the same side.

    close: whether near a limit; sides: 1, -1 or 0; one_side: whether the third must lie on that side too.
    The third point is marked here; a chart names only the close ones.
    """
    marks = [0] * len(sides)
    for start in range(len(sides) - 2):
        window = range(start, start + 3)
        for side in (1, -1):
            near = sum(bool(close[place]) and sides[place] == side for place in window)
            if near >= 2 and (not one_side or all(sides[place] == side for place in window)):
                marks[start : start + 3] = [1] * 3
    return marks


def _kind(rule: Rule | None, improvement: Improvement) -> Kind:
    if rule is None:
        return "common_cause"
    if improvement == "neither":
        return "neutral"
    return "improvement" if HIGH[rule] == (improvement == "increase") else "concern"


def icon_of(point: Point) -> str:
    """The variation icon of one point: "common_cause", or its kind and whether it lies high or low."""
    if point.rule is None:
        return "common_cause"
    return f"{point.kind}_{'high' if HIGH[point.rule] else 'low'}"


def assurance(lower: float, upper: float, target: float, improvement: Improvement) -> str | None:
    """Whether a stable process would meet its target: always, never, or hit and miss ("inconsistent").

    lower, upper: process limits, of the last part; target: in the same unit. None where neither direction is better.
    """
    if improvement == "neither":
        return None
    above, below = lower > target, upper < target
    if not above and not below:
        return "inconsistent"
    return "consistent_pass" if above == (improvement == "increase") else "consistent_fail"
