"""Grades on month and service area together: the proportional-odds (ordinal logit) model.

An odds ratio of 1.5 a month means that the odds of any better grade against the grades below it grow by half from one
month to the next, service areas held level.

>>> import numpy as np
>>> grades = [1] * 2 + [2] * 22 + [3] * 7 + [1] * 5 + [2] * 18 + [3] * 7 + [2] * 9 + [3] * 7
>>> month = [0] * 31 + [1] * 30 + [2] * 16
>>> model = proportional_odds(grades, np.array([month]).T, ["month"])
>>> print(round(np.exp(model.slopes["month"].value), 2), round(model.slopes["month"].se, 3))
1.47 0.305

A grade never used has no threshold. Where some mix of the covariates parts the grades cleanly the likelihood has no
top and a slope would run off to infinity: the model is then "not estimable" and says why; use Jonckheere-Terpstra.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from looped.stats.intervals import Interval

Floats = NDArray[np.float64]
ROUNDS = 60


@dataclass(frozen=True)
class Coefficient:
    """value and se: in logits; a slope above 0 raises the grade."""

    value: float
    se: float


@dataclass(frozen=True)
class ProportionalOdds:
    """estimable: whether there is a fit; why_not: one sentence otherwise. slopes: by name; thresholds: one between
    each two used grades, named "1|2"; covariance: of thresholds, then slopes; log_likelihood: at the top.
    """

    estimable: bool
    why_not: str | None = None
    slopes: dict[str, Coefficient] = field(default_factory=dict)
    thresholds: dict[str, Coefficient] = field(default_factory=dict)
    covariance: Floats | None = None
    log_likelihood: float | None = None

    @property
    def deviance(self) -> float | None:
        """Minus twice the log likelihood; None where there is no fit."""
        return None if self.log_likelihood is None else -2 * self.log_likelihood


@dataclass(frozen=True)
class _Rows:
    """place: used grade of each row, 0 up; weights: audits it stands for; covariates: (rows, names)."""

    place: NDArray[np.int64]
    weights: Floats
    covariates: Floats
    grades: list[int]


def proportional_odds(
    grades: Sequence[int], covariates: ArrayLike, names: Sequence[str], weights: Sequence[float] | None = None
) -> ProportionalOdds:
    """Fit the model by maximum likelihood.

    grades: position on the scale, one a row; covariates: (rows, names), categories as 0/1 columns without their
    reference; names: of the columns; weights: audits that each row stands for, 1 unless given.
    Standard errors come from the observed information. ValueError where shapes don't match.
    Source: McCullagh 1980; Agresti, Categorical Data Analysis, section 8.2.
    """
    rows = _rows(grades, covariates, names, weights)
    why_not = _why_not(rows, names)
    if why_not:
        return ProportionalOdds(False, why_not)
    parameters, log_likelihood, information = _climb(rows, _start(rows), np.zeros(len(rows.place)))
    covariance = np.asarray(np.linalg.inv(information), dtype=np.float64)
    found = [Coefficient(float(v), float(s)) for v, s in zip(parameters, np.sqrt(np.diag(covariance)), strict=True)]
    between = [f"{low}|{high}" for low, high in zip(rows.grades, rows.grades[1:], strict=False)]
    return ProportionalOdds(
        True,
        slopes=dict(zip(names, found[len(between) :], strict=True)),
        thresholds=dict(zip(between, found, strict=False)),
        covariance=covariance,
        log_likelihood=log_likelihood,
    )


def profile_interval(
    name: str,
    grades: Sequence[int],
    covariates: ArrayLike,
    names: Sequence[str],
    weights: Sequence[float] | None = None,
    level: float = 0.95,
) -> Interval | None:
    """The profile-likelihood interval of one slope, in logits: where the deviance rises by the chi-square quantile.

    name: the slope; the rest as in `proportional_odds`. None where the model is not estimable.
    ValueError where there is no such slope. Source: Venzon and Moolgavkar 1988.
    """
    from scipy.optimize import brentq
    from scipy.special import chdtri

    if name not in names:
        raise ValueError(f"no covariate is called {name!r}")
    model = proportional_odds(grades, covariates, names, weights)
    if not model.estimable or model.log_likelihood is None:
        return None
    rows, place = _rows(grades, covariates, names, weights), list(names).index(name)
    held, kept = rows.covariates[:, place], np.delete(rows.covariates, place, axis=1)
    others = _Rows(rows.place, rows.weights, kept, rows.grades)
    top, allowed = model.log_likelihood, float(chdtri(1, 1 - level)) / 2

    def short_of(slope: float) -> float:
        return top - _climb(others, _start(others), slope * held)[1] - allowed

    middle, step = model.slopes[name].value, model.slopes[name].se
    limits = []
    for side in (-1, 1):
        far = middle + 2 * side * step
        while short_of(far) < 0:
            far += 2 * side * step
        limits.append(float(brentq(short_of, middle, far, xtol=1e-9)))
    return Interval(*limits)


def _rows(grades: Sequence[int], covariates: ArrayLike, names: Sequence[str], weights: Sequence[float] | None) -> _Rows:
    columns = np.asarray(covariates, dtype=float).reshape(len(grades), -1) if len(grades) else np.zeros((0, len(names)))
    stands_for = np.ones(len(grades)) if weights is None else np.asarray(weights, dtype=float)
    if columns.shape[1] != len(names) or len(stands_for) != len(grades):
        raise ValueError("grades, covariates and weights need one row each, and each covariate a name")
    kept = stands_for > 0
    used, place = np.unique(np.asarray(grades, dtype=np.int64)[kept], return_inverse=True)
    # Audits alike in everything are one row with a larger weight: it is much faster.
    alike, where = np.unique(np.column_stack([place, columns[kept]]), axis=0, return_inverse=True)
    together = np.bincount(where.ravel(), weights=stands_for[kept]).astype(np.float64)
    return _Rows(alike[:, 0].astype(np.int64), together, alike[:, 1:], [int(grade) for grade in used])


def _why_not(rows: _Rows, names: Sequence[str]) -> str | None:
    if not rows.grades:
        return "there are no audits"
    if len(rows.grades) < 2:
        return "every audit has the same grade"
    design = np.column_stack([np.ones(len(rows.place)), rows.covariates])
    if np.linalg.matrix_rank(design) < design.shape[1]:
        return "the covariates repeat each other: " + ", ".join(names)
    parted = _parted(rows, names)
    return f"the grades are parted cleanly by {', '.join(parted)}" if parted else None


def _parted(rows: _Rows, names: Sequence[str]) -> list[str]:
    """The covariates along which the likelihood rises for ever, by a linear programme.

    A direction that takes no audit's grade further from it, and some audit's closer, has no top.
    Source: Albert and Anderson 1984; Konis 2007.
    """
    from scipy.optimize import linprog

    upper, lower = _corners(rows)
    last, first = rows.place == len(rows.grades) - 1, rows.place == 0
    closer = np.vstack([upper[~last], -lower[~first]])
    found = linprog(-closer.sum(axis=0), A_ub=-closer, b_ub=np.zeros(len(closer)), bounds=(-1, 1), method="highs")
    if -found.fun < 1e-7:
        return []
    slopes = found.x[len(rows.grades) - 1 :]
    return [name for name, slope in zip(names, slopes, strict=True) if abs(slope) > 1e-7]


def _corners(rows: _Rows) -> tuple[Floats, Floats]:
    """Rows of derivatives of each audit's upper and lower threshold less its linear part."""
    thresholds = len(rows.grades) - 1
    steps = np.eye(thresholds + 1)[:, :thresholds]
    upper = np.hstack([steps[rows.place], -rows.covariates])
    lower = np.hstack([np.vstack([np.zeros(thresholds), steps])[rows.place], -rows.covariates])
    return upper, lower


def _start(rows: _Rows) -> Floats:
    below = np.cumsum(np.bincount(rows.place, weights=rows.weights))[:-1] / rows.weights.sum()
    return np.concatenate([np.log(below / (1 - below)), np.zeros(rows.covariates.shape[1])])


def _climb(rows: _Rows, start: Floats, held: Floats) -> tuple[Floats, float, Floats]:
    """Newton's climb to the top: parameters, log likelihood, information. held: a fixed part of the linear part."""
    corners = _corners(rows)
    here = start
    value, slope, information = _likelihood(rows, corners, here, held)
    for _ in range(ROUNDS):
        step = np.linalg.solve(information, slope)
        if float(slope @ step) < 1e-14 * max(1.0, abs(value)):
            break
        size = 1.0
        while True:
            there = here + size * step
            tried = _likelihood(rows, corners, there, held)
            # A step can cross two thresholds or overshoot: the log likelihood is concave, so half of it will do.
            if tried[0] >= value or size < 1e-8:
                break
            size /= 2
        here, (value, slope, information) = there, tried
    return here, value, information


def _likelihood(
    rows: _Rows, corners: tuple[Floats, Floats], parameters: Floats, held: Floats
) -> tuple[float, Floats, Floats]:
    """Log likelihood, its slope, and minus its curvature."""
    (upper, lower), last, first = corners, rows.place == len(rows.grades) - 1, rows.place == 0
    high = np.where(last, np.inf, upper @ parameters - held)
    low = np.where(first, -np.inf, lower @ parameters - held)
    above, below = _logistic(high), _logistic(low)
    chance = above - below
    if (chance <= 0).any():
        return -np.inf, np.zeros(len(parameters)), np.eye(len(parameters))
    rise, fall = above * (1 - above), below * (1 - below)
    weights = rows.weights
    slope = upper.T @ (weights * rise / chance) - lower.T @ (weights * fall / chance)
    both = weights * rise * fall / chance**2
    curve = upper.T @ ((weights * (rise * (1 - 2 * above) / chance - (rise / chance) ** 2))[:, None] * upper)
    curve += lower.T @ ((weights * (-fall * (1 - 2 * below) / chance - (fall / chance) ** 2))[:, None] * lower)
    cross = upper.T @ (both[:, None] * lower)
    return float(weights @ np.log(chance)), slope, -(curve + cross + cross.T)


def _logistic(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -700, 700))))
