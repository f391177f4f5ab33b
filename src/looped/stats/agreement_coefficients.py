"""Coefficients of agreement between two auditors, from tables of counts: lead's grade down, second's across.

Every function takes a stack of tables, shape (..., q, q) with q the grades of the fixed scale, unused ones included,
and gives one coefficient a table, shape (...); nan where it is 0/0, which a reader is told as "not estimable".
They are at most 1; below 0 the two agree less than chance would have them.
"""

import numpy as np
from numpy.typing import NDArray

Tables = NDArray[np.float64]


def ac2(tables: Tables) -> Tables:
    """Gwet's AC2 with ordinal weights. It rises with the number of grades, used or not: never compare across scales.

    Source: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., chapter 4.

    >>> float(ac2(np.array([[13.0, 0, 0], [0, 20, 7], [0, 4, 56]])).round(6))
    0.925192
    """
    grades = tables.shape[-1]
    weights = ordinal_weights(grades)
    total = tables.sum((-1, -2))
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = _weighted(tables, weights) / total
        used = (tables.sum(-1) + tables.sum(-2)) / (2 * total[..., None])
        chance = weights.sum() / (grades * (grades - 1)) * (used * (1 - used)).sum(-1)
        return _beyond(observed, chance)


def alpha(tables: Tables) -> Tables:
    """Krippendorff's alpha with his ordinal metric, which depends on how often each grade was used.

    Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability (section D, ordinal metric).

    >>> float(alpha(np.array([[4.0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 6]])))
    1.0
    """
    used = tables.sum(-1) + tables.sum(-2)
    middle = np.cumsum(used, axis=-1) - used / 2
    apart = (middle[..., :, None] - middle[..., None, :]) ** 2
    observed = 2 * (tables * apart).sum((-1, -2))
    expected = (used[..., :, None] * used[..., None, :] * apart).sum((-1, -2))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(1 - (used.sum(-1) - 1) * observed / expected)


def kappa(tables: Tables) -> Tables:
    """Cohen's kappa with quadratic weights on the whole scale.

    Source: Cohen 1968, Psychol Bull 70:213-220.

    >>> float(kappa(np.array([[2.0, 1, 0], [1, 3, 0], [0, 0, 4]])).round(4))
    0.8553
    """
    places = np.arange(tables.shape[-1], dtype=float)
    apart = (places[:, None] - places) ** 2
    expected = np.einsum("...i,...j,ij->...", tables.sum(-1), tables.sum(-2), apart, optimize=False)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(1 - tables.sum((-1, -2)) * _weighted(tables, apart) / expected)


def ordinal_weights(grades: int) -> Tables:
    """Gwet's ordinal weights, shape (grades, grades): 1 on the diagonal, 0 in the far corners.

    Source: Gwet 2014, section 3.5.

    >>> ordinal_weights(4)[0].round(3).tolist()
    [1.0, 0.833, 0.5, 0.0]
    """
    apart = np.abs(np.arange(grades)[:, None] - np.arange(grades))
    return np.asarray(1 - (apart + 1) * apart / (grades * (grades - 1)))


def _weighted(tables: Tables, weights: Tables) -> Tables:
    return np.asarray((tables * weights).sum((-1, -2)))


def _beyond(observed: Tables, chance: Tables) -> Tables:
    return (observed - chance) / (1 - chance)
