"""Coefficients of two auditors with any weights and Gwet's own standard errors, for who wants to compare with books.

The product's intervals are the jackknife's (`agreement_jackknife`): they hold better at the sizes of a quarter.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from looped.stats.agreement_coefficients import ordinal_weights

Floats = NDArray[np.float64]


class Coefficient(NamedTuple):
    """A coefficient with its standard error; observed and chance: weighted agreement seen, and expected by chance."""

    value: float
    se: float
    observed: float
    chance: float


def weights(name: str, grades: int) -> Floats:
    """Weights of agreement, shape (grades, grades). name: identity, linear, quadratic or ordinal.

    Raises: KeyError for another name.  Source: Gwet 2014, section 3.5.

    >>> weights("linear", 3)[0].tolist()
    [1.0, 0.5, 0.0]
    """
    apart = np.abs(np.arange(grades)[:, None] - np.arange(grades))
    made: dict[str, Callable[[], Floats]] = {
        "identity": lambda: np.eye(grades),
        "linear": lambda: 1 - apart / (grades - 1),
        "quadratic": lambda: 1 - (apart / (grades - 1)) ** 2,
        "ordinal": lambda: ordinal_weights(grades),
    }
    return np.asarray(made[name]())


def coefficients(table: ArrayLike, weighting: str) -> dict[str, Coefficient]:
    """Cohen's, Scott's, Gwet's, Brennan and Prediger's, Krippendorff's coefficients and plain agreement ("pa").

    table: counts, shape (q, q) on the whole scale.  weighting: as for `weights`. "kripp" is Gwet's reading of
    Krippendorff's alpha, with the weights given; Krippendorff's own ordinal alpha is `agreement_coefficients.alpha`.
    Raises: ValueError for an empty table.
    Source: Gwet 2014, chapters 2 to 6, variances 5.3.1 to 5.3.4 for two raters and many subjects.

    >>> coefficients([[13, 0, 0], [0, 20, 7], [0, 4, 56]], "ordinal")["gwet"].se.__round__(4)
    0.0222
    """
    counts = np.asarray(table, dtype=float)
    pairs = float(counts.sum())
    if not pairs:
        raise ValueError("there are no pairs")
    share, w = counts / pairs, weights(weighting, len(counts))
    first, second = share.sum(1), share.sum(0)
    used = (first + second) / 2
    scale = w.sum() / (len(w) * (len(w) - 1))
    flat = np.zeros((len(w), len(w)))
    both = (w @ used)[:, None] + (w @ used)
    scott = _made(share, w, float(used @ w @ used), both, pairs)
    return {
        "cohen": _made(share, w, float(first @ w @ second), (w @ second)[:, None] + w.T @ first, pairs),
        "scott": scott,
        "gwet": _made(
            share, w, float(scale * (used * (1 - used)).sum()), 2 * scale * (1 - (used[:, None] + used) / 2), pairs
        ),
        "bp": _made(share, w, float(w.mean()), flat + 2 * w.mean(), pairs),
        "kripp": _small_sample(scott, pairs),
        "pa": _made(share, w, 0.0, flat, pairs),
    }


def _made(share: Floats, w: Floats, chance: float, slope: Floats, pairs: float) -> Coefficient:
    """slope: how the chance agreement rises with each cell of the table."""
    observed = float((share * w).sum())
    value = (observed - chance) / (1 - chance)
    part = w - (1 - value) * slope
    spread = float((share * part**2).sum()) - (observed - 2 * (1 - value) * chance) ** 2
    return Coefficient(value, math.sqrt(max(spread, 0.0) / pairs) / (1 - chance), observed, chance)


def _small_sample(scott: Coefficient, pairs: float) -> Coefficient:
    """Krippendorff's correction: agreement counts a little more, by one in twice the pairs."""
    observed = (1 - 1 / (2 * pairs)) * scott.observed + 1 / (2 * pairs)
    return scott._replace(value=(observed - scott.chance) / (1 - scott.chance), observed=observed)
