"""Jackknife-t intervals of coefficients of agreement: leave out each pair once, but each kind of pair only once."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Tables = NDArray[np.float64]
Coefficient = Callable[[Tables], Tables]


def jackknife(coefficient: Coefficient, tables: Tables, level: float = 0.95) -> tuple[Tables, Tables, Tables]:
    """Estimate, low and high of a coefficient for each table; nan where it is not estimable.

    coefficient: takes shape (..., q, q), gives shape (...).  tables: counts, shape (m, q, q).  level: between 0 and 1.
    An interval is nan where a pair decides whether there is an estimate at all, or where every pair left out gives the
    same (all agree): the jackknife then can't see how far it might be off. High is at most 1, low at least -1.
    Raises: ValueError for a level outside 0 to 1.
    Source: Efron and Tibshirani 1993, chapter 11; Student's t with pairs - 1 degrees of freedom.

    >>> from looped.stats.agreement_coefficients import kappa
    >>> estimate, low, high = jackknife(kappa, np.array([[[5.0, 1], [1, 8]]]))
    >>> [round(float(x[0]), 2) for x in (estimate, low, high)]
    [0.72, 0.31, 1.0]
    """
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    estimate = coefficient(tables)
    reach = _student(level, tables.sum((-1, -2))) * standard_error(coefficient, tables)
    return estimate, np.maximum(estimate - reach, -1.0), np.minimum(estimate + reach, 1.0)


def standard_error(coefficient: Coefficient, tables: Tables) -> Tables:
    """The jackknife's standard error for each table, shape (m,); nan as for `jackknife`."""
    pairs = tables.sum((-1, -2))
    times = tables.reshape(len(tables), tables.shape[-1] ** 2)
    without = np.where(times > 0, coefficient(_each_left_out(tables)), 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = (times * without).sum(-1) / pairs
        spread = (times * (without - middle[:, None]) ** 2).sum(-1)
        error = np.sqrt((pairs - 1) / pairs * spread)
    return np.where(error > 1e-12, error, np.nan)


def _each_left_out(tables: Tables) -> Tables:
    """Each table once without one pair of each cell, shape (m, q * q, q, q). Empty cells are not used later."""
    cells = tables.shape[-1] ** 2
    one = np.eye(cells).reshape(cells, *tables.shape[-2:])
    return np.maximum(tables[:, None] - one, 0.0)


def _student(level: float, pairs: Tables) -> Tables:
    from scipy.special import stdtrit

    return np.asarray(stdtrit(np.maximum(pairs - 1, 1), (1 + level) / 2))
