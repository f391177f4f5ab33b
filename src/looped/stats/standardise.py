"""Like with like: a month's share as it would be had its audits been spread over service areas as the caseload is.

>>> month = {"Assessment": (6, 20), "Children in care": (1, 6), "Disability": (0, 5)}
>>> caseload = {"Assessment": 350, "Children in care": 400, "Disability": 250}
>>> found = post_stratified(month, caseload)
>>> print(f"{found.crude:.3f} as counted, {found.share:.3f} like with like, se {found.se:.3f}")
0.226 as counted, 0.172 like with like, se 0.075

The standard is the open caseload, and is named in the report. A month that lacks an area is refused, not guessed:
nobody read a file there. Areas may be put together, but before the figures are seen, and the same for every month.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from looped.stats.intervals import Interval, wilson

# One file standing for more than five times its due makes the share hang on single audits.
HEAVY = 5.0
FEW = 5


@dataclass(frozen=True)
class Standardised:
    """crude: hits of base as counted; share: like with like; se: its standard error for a stratified sample, with
    finite population; se_plain: the same without finite population or small-sample correction; se_after: for a simple
    random sample stratified afterwards; interval: score interval on the effective base; effective_base: audits of a
    simple random sample that would know as much; heaviest: the largest weight, 1 is an audit that stands for its due.
    se and se_after are None where an area has one audit only: one file has no spread.
    warnings: sentences to print beside it.
    """

    crude: float
    share: float
    se: float | None
    se_plain: float
    se_after: float
    interval: Interval
    effective_base: float
    heaviest: float
    warnings: tuple[str, ...]


class AreaMissingError(ValueError):
    """A month without audits from an area of the standard. areas: which."""

    def __init__(self, areas: list[str]) -> None:
        super().__init__("no audits from " + ", ".join(areas) + ": the month can't be set beside others")
        self.areas = areas


def post_stratified(
    counted: Mapping[str, tuple[int, int]], caseload: Mapping[str, int], level: float = 0.95
) -> Standardised:
    """One month's share, weighted to the open caseload.

    counted: area -> (hits, audits); caseload: area -> open cases, the standard, at least as many as audits there;
    level: coverage. Areas without open cases are left out of the standard and may not have audits.
    AreaMissingError (a ValueError) where an area of the caseload has no audits; ValueError for impossible counts.
    Source: Cochran, Sampling Techniques, 5.A and 5A.9; Lumley, survey.
    """
    sizes = {area: cases for area, cases in caseload.items() if cases}
    _check(counted, sizes)
    whole, n = sum(sizes.values()), sum(audits for _, audits in counted.values())
    cells = [(cases / whole, *counted[area], cases) for area, cases in sizes.items()]
    share = sum(weight * hits / audits for weight, hits, audits, _ in cells)
    plain = sum(w * w * _spread(x, m) / m for w, x, m, _ in cells)
    single = any(m == 1 and cases > 1 for _, _, m, cases in cells)
    proper = sum(w * w * (1 - m / cases) * _spread(x, m) / max(1, m - 1) for w, x, m, cases in cells)
    after = (1 - n / whole) * n / max(1, n - 1) * plain
    heaviest = max(w * n / m for w, _, m, _ in cells)
    base = _effective(share, max(proper, plain) if single else proper, n)
    return Standardised(
        sum(hits for _, hits, _, _ in cells) / n,
        share,
        None if single else math.sqrt(proper),
        math.sqrt(plain),
        math.sqrt(max(0.0, after)),
        wilson(min(base, max(0.0, share * base)), base, level),
        base,
        heaviest,
        _warnings(single, heaviest, min(m for _, _, m, _ in cells)),
    )


def _check(counted: Mapping[str, tuple[int, int]], sizes: Mapping[str, int]) -> None:
    if not sizes:
        raise ValueError("a standard needs open cases")
    missing = [area for area in sizes if counted.get(area, (0, 0))[1] == 0]
    if missing:
        raise AreaMissingError(missing)
    for area, (hits, audits) in counted.items():
        if not 0 <= hits <= audits:
            raise ValueError(f"{hits} of {audits} in {area} is not a count")
        if audits > sizes.get(area, 0):
            raise ValueError(f"{area} has more audits than open cases in the standard")


def _spread(hits: int, audits: int) -> float:
    return hits / audits * (1 - hits / audits)


def _effective(share: float, variance: float, n: int) -> float:
    """Audits of a plain random sample with the same standard error, never more than there are.

    Where every area is all or nothing the standard error is 0 and says nothing: the count itself is used.
    """
    if variance <= 0 or not 0 < share < 1:
        return float(n)
    return min(float(n), share * (1 - share) / variance)


def _warnings(single: bool, heaviest: float, fewest: int) -> tuple[str, ...]:
    found = []
    if single:
        found.append("An area has only one audit, so its spread is unknown.")
    elif fewest < FEW:
        found.append(f"An area has only {fewest} audits.")
    if heaviest > HEAVY:
        found.append(f"An audit stands for {heaviest:.1f} times its due.")
    return tuple(found)


@dataclass(frozen=True)
class Month:
    """covered: areas that the month's audits came from; standardised: None where the month is refused;
    refused: why, one sentence, None where it isn't.
    """

    covered: tuple[str, ...]
    standardised: Standardised | None
    refused: str | None


def like_with_like(
    months: Sequence[Mapping[str, tuple[int, int]]], caseload: Mapping[str, int], level: float = 0.95
) -> list[Month]:
    """Every month of a series against one standard, refusing those that lack an area.

    months: in order, area -> (hits, audits); the rest, and errors other than a missing area, as `post_stratified`.
    """
    return [_month(counted, caseload, level) for counted in months]


def _month(counted: Mapping[str, tuple[int, int]], caseload: Mapping[str, int], level: float) -> Month:
    covered = tuple(area for area, (_, audits) in counted.items() if audits)
    try:
        return Month(covered, post_stratified(counted, caseload, level), None)
    except AreaMissingError as missing:
        return Month(covered, None, f"No audits from {', '.join(missing.areas)}.")


@dataclass(frozen=True)
class Area:
    """cases: open in the caseload; audits: read; mean and variance: of what was measured on them (n - 1 below)."""

    cases: int
    audits: int
    mean: float
    variance: float


@dataclass(frozen=True)
class Estimate:
    """mean, total: over the whole caseload; se_mean, se_total: their standard errors."""

    mean: float
    se_mean: float
    total: float
    se_total: float


def stratified_mean(areas: Mapping[str, Area]) -> Estimate:
    """Mean of a number over the caseload, where each area was sampled on its own.

    areas: name -> what was found there. ValueError for an area with fewer than two audits or more than its cases.
    Source: Cochran, Sampling Techniques, 5.4; R's survey, svymean of a stratified design.
    """
    _check_areas(areas)
    whole = sum(area.cases for area in areas.values())
    variance = sum((a.cases / whole) ** 2 * (1 - a.audits / a.cases) * a.variance / a.audits for a in areas.values())
    return _estimate(areas, whole, variance)


def post_stratified_mean(areas: Mapping[str, Area]) -> Estimate:
    """Mean of a number over the caseload, where one random sample was divided into areas afterwards.

    Arguments and errors as `stratified_mean`. The standard error is survey's linearisation: residuals from the
    area's mean, weighted, over the whole sample. Source: Lumley, survey::postStratify.
    """
    _check_areas(areas)
    whole, n = sum(area.cases for area in areas.values()), sum(area.audits for area in areas.values())
    residuals = sum((a.cases / whole / a.audits) ** 2 * (a.audits - 1) * a.variance for a in areas.values())
    return _estimate(areas, whole, (1 - n / whole) * n / (n - 1) * residuals)


def _check_areas(areas: Mapping[str, Area]) -> None:
    if not areas or any(not 2 <= area.audits <= area.cases or area.variance < 0 for area in areas.values()):
        raise ValueError("each area needs at least two audits, no more than its cases, and a variance from 0")


def _estimate(areas: Mapping[str, Area], whole: int, variance: float) -> Estimate:
    mean = sum(area.cases / whole * area.mean for area in areas.values())
    return Estimate(mean, math.sqrt(variance), mean * whole, math.sqrt(variance) * whole)
