"""How far the two auditors of looped audits agree: shares, three coefficients side by side, who is more generous.

>>> found = agreement([[3, 4, 0, 0], [1, 30, 12, 0], [0, 3, 20, 1], [0, 0, 0, 1]])
>>> found.pairs, round(found.exact.value, 2), found.second_higher, found.second_lower
(75, 0.72, 17, 4)
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from looped.stats.agreement_coefficients import ac2, alpha, kappa
from looped.stats.agreement_jackknife import jackknife
from looped.stats.intervals import wilson
from looped.stats.paired import Test, bowker, sign_test, stuart_maxwell

FLOOR = 10
COEFFICIENTS = {"ac2": ac2, "alpha": alpha, "kappa": kappa}


class Estimate(NamedTuple):
    """A share or coefficient with its interval; None where it is not estimable."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Agreement:
    """What the pairs of one domain show. Shares 0 to 1; coefficients at most 1; table: lead down, second across.

    Below `FLOOR` pairs there are shares but no coefficients. direction: exact sign test on the differing pairs.
    """

    pairs: int
    table: tuple[tuple[int, ...], ...]
    second_higher: int = 0
    second_lower: int = 0
    direction: float | None = None
    exact: Estimate = field(default=Estimate())
    within_one: Estimate = field(default=Estimate())
    ac2: Estimate = field(default=Estimate())
    alpha: Estimate = field(default=Estimate())
    kappa: Estimate = field(default=Estimate())

    def margins(self) -> Test:
        """Stuart and Maxwell's test: whether both use the grades alike as a whole."""
        return stuart_maxwell(self.table)

    def symmetry(self) -> Test:
        """Bowker's test: whether the differing pairs are symmetric, grade by grade."""
        return bowker(self.table)


def agreement(table: ArrayLike, level: float = 0.95) -> Agreement:
    """The agreement in one table of counts, shape (q, q) on the fixed scale. Otherwise as `panel`."""
    return panel([table], level)[0]


def panel(tables: Sequence[ArrayLike] | NDArray[np.int64], level: float = 0.95) -> list[Agreement]:
    """The agreement in each of several domains.

    tables: counts, shape (m, q, q): lead's grade down, second's across, all q grades of the scale (2 or more).
    level: of the intervals: Wilson for shares, jackknife-t for coefficients.
    Raises: ValueError for tables that aren't square, or have parts or counts below 0.
    Source: `agreement_coefficients`, `agreement_jackknife`, `intervals.wilson`, `paired.sign_test`.
    """
    counts = _checked(tables)
    enough = counts.sum((1, 2)) >= FLOOR
    found = {name: _estimates(counts, enough, name, level) for name in COEFFICIENTS}
    return [
        _one(table, level, **{name: estimates[place] for name, estimates in found.items()})
        for place, table in enumerate(counts.astype(int).tolist())
    ]


def pair_tables(
    places: ArrayLike, leads: ArrayLike, seconds: ArrayLike, domains: int, grades: int
) -> NDArray[np.int64]:
    """Tables of pairs, shape (domains, grades, grades), in one pass.

    places: domain of each pair, 0 to domains - 1.  leads, seconds: grades as positions, 1 is the lowest.
    Raises: ValueError where a place or grade lies outside.

    >>> pair_tables([0, 0, 0], [1, 2, 2], [1, 2, 1], 1, 2).tolist()
    [[[1, 0], [1, 1]]]
    """
    at, lead, second = (np.asarray(each, dtype=np.int64) for each in (places, leads, seconds))
    for given, first, last in ((at, 0, domains - 1), (lead, 1, grades), (second, 1, grades)):
        if given.size and not (first <= given.min() and given.max() <= last):
            raise ValueError(f"a domain or grade lies outside {first} to {last}")
    cell = (at * grades + lead) * grades + second - (grades + 1)
    return np.bincount(cell, minlength=domains * grades * grades).reshape(domains, grades, grades)


def _checked(tables: Sequence[ArrayLike] | NDArray[np.int64]) -> NDArray[np.float64]:
    counts = np.asarray(tables, dtype=float)
    if counts.ndim != 3 or counts.shape[1] != counts.shape[2] or counts.shape[1] < 2:
        raise ValueError("a table of pairs has as many rows as columns, two or more")
    if (counts < 0).any() or (counts != np.round(counts)).any():
        raise ValueError("pairs are counted in whole numbers from 0")
    return counts


def _estimates(counts: NDArray[np.float64], enough: NDArray[np.bool_], name: str, level: float) -> list[Estimate]:
    found = [Estimate()] * len(counts)
    numbers = np.array(jackknife(COEFFICIENTS[name], counts[enough], level)).T.tolist()
    for place, estimate in zip(np.flatnonzero(enough).tolist(), numbers, strict=True):
        found[place] = Estimate(*(None if number != number else number for number in estimate))
    return found


def _one(table: list[list[int]], level: float, **coefficients: Estimate) -> Agreement:
    places = range(len(table))
    apart = [0] * (2 * len(table) - 1)
    for row in places:
        for column in places:
            apart[column - row] += table[row][column]
    higher, lower = sum(apart[1 : len(table)]), sum(apart[len(table) :])
    pairs = apart[0] + higher + lower
    kept = tuple(map(tuple, table))
    if pairs == 0:
        return Agreement(0, kept)
    near = apart[0] + apart[1] + apart[-1]
    shares = {"exact": _share(apart[0], pairs, level), "within_one": _share(near, pairs, level)}
    return Agreement(pairs, kept, higher, lower, sign_test(higher, lower), **shares, **coefficients)


def _share(hits: int, pairs: int, level: float) -> Estimate:
    return Estimate(hits / pairs, *wilson(hits, pairs, level))
