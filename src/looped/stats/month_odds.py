"""The trend with service areas held level: the odds of a better grade from one month to the next.

>>> april = {"Assessment": {2: 15, 3: 5}, "Children in care": {2: 8, 3: 3}}
>>> may = {"Assessment": {2: 12, 3: 7}, "Children in care": {2: 6, 3: 5}}
>>> june = {"Assessment": {2: 3, 3: 3}, "Children in care": {2: 5, 3: 5}}
>>> found = month_odds([april, may, june])
>>> print(f"{found.odds_ratio:.2f} ({found.low:.2f} to {found.high:.2f}) a month, {', '.join(found.areas)} held level")
1.68 (0.90 to 3.23) a month, Assessment, Children in care held level

A rise that comes from reading other areas' files disappears here; a rise within areas stays. It explains a verdict and
never makes one: that is `verdicts`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from looped.stats.proportional_odds import profile_interval, proportional_odds

Areas = Mapping[str, Mapping[int, int]]
MONTH = "the month"


@dataclass(frozen=True)
class MonthOdds:
    """odds_ratio, low, high: of any better grade, a month on; None where there is no estimate, and why_not then says
    why in a sentence's end; areas: held level; audits: that were used.
    """

    odds_ratio: float | None
    low: float | None
    high: float | None
    why_not: str | None
    areas: tuple[str, ...]
    audits: int


def month_odds(months: Sequence[Areas], level: float = 0.95) -> MonthOdds:
    """The proportional-odds slope on the month (as a line: 0, 1, 2 ...), with a profile interval.

    months: in order, service area -> grade position (1 the lowest) -> audits; level: coverage.
    Areas without audits are left out; one area alone makes the model of the month only.
    Source: `proportional_odds`.
    """
    cells = [
        (month, area, grade, audits)
        for month, areas in enumerate(months)
        for area, counts in areas.items()
        for grade, audits in counts.items()
        if audits
    ]
    areas = tuple(sorted({area for _, area, _, _ in cells}))
    names = [MONTH, *areas[1:]]
    covariates = np.array(
        [[month, *(area == other for other in areas[1:])] for month, area, _, _ in cells], dtype=float
    )
    asked = ([grade for _, _, grade, _ in cells], covariates, names, [audits for *_, audits in cells])
    audits = sum(asked[3])
    model, interval = proportional_odds(*asked), profile_interval(MONTH, *asked, level=level)
    if interval is None:
        return MonthOdds(None, None, None, model.why_not, areas, audits)
    slope = model.slopes[MONTH].value
    return MonthOdds(math.exp(slope), math.exp(interval.low), math.exp(interval.high), None, areas, audits)
