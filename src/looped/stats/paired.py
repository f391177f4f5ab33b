"""Who of two is the more generous: tests for pairs of grades of the same audits."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Test(NamedTuple):
    """A chi-squared statistic, its degrees of freedom and p; p is None where there is nothing to test."""

    statistic: float
    freedom: int
    p: float | None


def sign_test(higher: int, lower: int) -> float | None:
    """Exact two-sided p that differing pairs fall to either side alike; None where no pair differs.

    higher, lower: pairs in which the second is above, below the lead.  Raises: ValueError for counts below 0.
    Source: Arbuthnott 1710; Conover 1999, section 3.4.

    >>> sign_test(17, 4).__round__(4)
    0.0072
    """
    if min(higher, lower) < 0:
        raise ValueError("a count can't be below 0")
    if higher + lower == 0:
        return None
    if abs(higher - lower) <= 1:
        return 1.0
    from scipy.special import bdtr

    return min(1.0, 2 * float(bdtr(min(higher, lower), higher + lower, 0.5)))


def stuart_maxwell(table: ArrayLike) -> Test:
    """Whether the two use the grades alike as a whole (marginal homogeneity).

    table: counts, shape (q, q), lead down and second across. Grades that neither used are dropped. The degrees
    of freedom are the rank of the covariance: a set of grades never confused with the rest costs one more.
    Raises: ValueError for a table that isn't square or has counts below 0.
    Source: Stuart 1955; Maxwell 1970, Br J Psychiatry 116:651-655.

    >>> stuart_maxwell([[3, 4, 0, 0], [1, 30, 12, 0], [0, 3, 20, 1], [0, 0, 0, 1]]).statistic.__round__(2)
    8.2
    """
    counts = _checked(table)
    shift = counts.sum(1) - counts.sum(0)
    spread = np.diag(counts.sum(1) + counts.sum(0)) - counts - counts.T
    freedom = int(np.linalg.matrix_rank(spread, hermitian=True)) if counts.any() else 0
    statistic = float(shift @ np.linalg.pinv(spread, hermitian=True) @ shift)
    return _chi_squared(statistic, freedom)


def bowker(table: ArrayLike) -> Test:
    """Whether differing pairs are symmetric grade by grade. Degrees of freedom: kinds of differing pairs that occur.

    table: as for `stuart_maxwell`.  Source: Bowker 1948, JASA 43:572-574, empty pairs of cells left out.

    >>> bowker([[3, 4, 0, 0], [1, 30, 12, 0], [0, 3, 20, 1], [0, 0, 0, 1]]).freedom
    3
    """
    counts = _checked(table)
    above, below = counts[np.triu_indices_from(counts, 1)], counts.T[np.triu_indices_from(counts, 1)]
    there = above + below > 0
    gap = (above - below)[there]
    return _chi_squared(float((gap**2 / (above + below)[there]).sum()), int(there.sum()))


def higher_and_lower(table: Sequence[Sequence[float]] | NDArray[np.float64]) -> tuple[int, int]:
    """In how many pairs the second's grade is above the lead's, and below it."""
    counts = _checked(table)
    return int(np.triu(counts, 1).sum()), int(np.tril(counts, -1).sum())


def _checked(table: ArrayLike) -> NDArray[np.float64]:
    counts = np.asarray(table, dtype=float)
    if counts.ndim != 2 or counts.shape[0] != counts.shape[1]:
        raise ValueError("a table of pairs has as many rows as columns")
    if (counts < 0).any():
        raise ValueError("a count can't be below 0")
    return counts


def _chi_squared(statistic: float, freedom: int) -> Test:
    from scipy.special import chdtrc

    return Test(statistic, freedom, float(chdtrc(freedom, statistic)) if freedom else None)
