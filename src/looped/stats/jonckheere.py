"""Do grades rise or fall from month to month? The Jonckheere-Terpstra test, corrected for ties.

It counts, over all pairs of audits from two different months, how often the later one has the better grade
(a tie counts a half), and asks whether that is more than chance would deal.

>>> found = jonckheere([[2, 22, 7, 0], [5, 18, 7, 0], [0, 9, 7, 0]], method="asymptotic")
>>> print(found.statistic, found.expected, round(found.p, 3))
1052.5 953.0 0.267

Most programs leave out the correction for ties. With four grades nearly every pair is tied, so their p is wrong.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from looped.stats.margins import DRAWS, LISTED_AT_MOST, SEED, Counts, Reference, counted, every_table, reference

Tail = Literal["two-sided", "increasing", "decreasing"]
Method = Literal["auto", "asymptotic", "permutation", "exact"]

# How far a table is out, in the direction asked about.
TURNS: dict[Tail, Callable[[Any], Any]] = {
    "increasing": np.positive,
    "decreasing": np.negative,
    "two-sided": np.abs,
}

SMALL_MONTH = 20
SMALL_GRADE = 5


@dataclass(frozen=True)
class Jonckheere:
    """statistic: pairs in which the later audit is better, ties a half; expected and variance: under chance;
    z: its distance in standard deviations; p: the one to report, by `method`; p_asymptotic: from z.
    """

    statistic: float
    expected: float
    variance: float
    z: float
    p: float
    p_asymptotic: float
    method: str


def jonckheere(
    table: ArrayLike,
    tail: Tail = "two-sided",
    method: Method = "auto",
    draws: int = DRAWS,
    seed: int = SEED,
    dealt: Reference | None = None,
) -> Jonckheere:
    """The trend of ordered grades over ordered months.

    table: (months, grades) counts, months in order, grades lowest first; rows and columns of nothing are let be.
    tail: "two-sided" counts tables as far from the expected statistic either way.
    method: "auto" goes by permutation where `is_small`, else by the normal curve; "permutation" lists every table
    or draws `draws` with `seed`; "exact" works the whole distribution out (for small tables).
    dealt: tables under chance made before (`margins.reference`), to share between tests.
    ValueError where it is no table of counts, or exact work would be too long.
    Where one month or one grade holds all audits there is nothing to test: z is 0 and p is 1.
    Source: Hollander and Wolfe 1999, eq. 6.19; SAS PROC FREQ, Jonckheere-Terpstra test.
    """
    seen = counted(table)
    seen = seen[seen.sum(axis=1) > 0][:, seen.sum(axis=0) > 0]
    statistic = float(statistics_of(seen[None])[0])
    expected, variance = moments(seen.sum(axis=1), seen.sum(axis=0))
    if variance <= 0:
        return Jonckheere(statistic, expected, 0.0, 0.0, 1.0, 1.0, "nothing to compare")
    z = (statistic - expected) / math.sqrt(variance)
    p_asymptotic = _normal_tail(z, tail)
    used: str = ("permutation" if is_small(seen) else "asymptotic") if method == "auto" else method
    p, told = p_asymptotic, used
    if used == "permutation":
        dealt = dealt or reference(seen, draws, seed)
        p = _dealt_tail(dealt, statistic, expected, tail)
        told = "exact" if dealt.exact else f"permutation, {len(dealt.tables):,} draws"
    elif used == "exact":
        p = _exact_tail(seen, statistic, expected, tail)
    return Jonckheere(statistic, expected, variance, z, p, p_asymptotic, told)


def from_values(groups: Sequence[Sequence[float]]) -> Counts:
    """Values in groups as a table: a row a group, a column for each different value in order."""
    values, places = np.unique(np.concatenate([np.asarray(group) for group in groups]), return_inverse=True)
    group = np.repeat(np.arange(len(groups)), [len(values_here) for values_here in groups])
    table = np.zeros((len(groups), len(values)), dtype=np.int64)
    np.add.at(table, (group, places), 1)
    return table


def is_small(table: ArrayLike) -> bool:
    """Whether the normal curve is not to be trusted: a month under 20 audits, or a used grade under 5 in all."""
    seen = counted(table)
    months, grades = seen.sum(axis=1), seen.sum(axis=0)
    return bool((months[months > 0] < SMALL_MONTH).any() or (grades[grades > 0] < SMALL_GRADE).any())


def statistics_of(tables: Counts) -> NDArray[np.float64]:
    """The statistic of each of many tables, (tables, months, grades) counts."""
    won = np.zeros(len(tables))
    earlier = [np.zeros(len(tables), dtype=np.int64) for _ in range(tables.shape[2])]
    for month in range(tables.shape[1]):
        lower = np.zeros(len(tables), dtype=np.int64)
        for grade, before in enumerate(earlier):
            here = tables[:, month, grade]
            won += here * (lower + before / 2)
            lower = lower + before
            earlier[grade] = before + here
    return won


def moments(months: NDArray[Any], grades: NDArray[Any]) -> tuple[float, float]:
    """Mean and tie-corrected variance of the statistic under chance. months, grades: the margins (may be expected)."""
    n = round(float(months.sum()))
    sizes, ties = months.astype(float), grades.astype(float)
    expected = (n * n - float((sizes**2).sum())) / 4
    if n < 2:
        return expected, 0.0
    whole = n * (n - 1) * (2 * n + 5) - _sum_of(sizes, 2) - _sum_of(ties, 2)
    triples = float((sizes * (sizes - 1) * (sizes - 2)).sum() * (ties * (ties - 1) * (ties - 2)).sum())
    pairs = float((sizes * (sizes - 1)).sum() * (ties * (ties - 1)).sum())
    third = triples / (36 * n * (n - 1) * (n - 2)) if n > 2 else 0.0
    variance = whole / 72 + third + pairs / (8 * n * (n - 1))
    # Rounding leaves a grain of sand where every audit has the same grade.
    return expected, variance if variance > 1e-9 * n * n else 0.0


def _sum_of(sizes: NDArray[np.float64], factor: int) -> float:
    return float((sizes * (sizes - 1) * (factor * sizes + 5)).sum())


def _normal_tail(z: float, tail: Tail) -> float:
    upper = NormalDist().cdf(-z)
    return {"increasing": upper, "decreasing": 1 - upper, "two-sided": 2 * NormalDist().cdf(-abs(z))}[tail]


def _dealt_tail(dealt: Reference, statistic: float, expected: float, tail: Tail) -> float:
    turn = TURNS[tail]
    return dealt.p_beyond(turn(statistics_of(dealt.tables) - expected), float(turn(statistic - expected)))


def _exact_tail(seen: Counts, statistic: float, expected: float, tail: Tail) -> float:
    from looped.stats.jonckheere_exact import distribution

    months, grades = seen.sum(axis=1), seen.sum(axis=0)
    if every_table(months, grades, LISTED_AT_MOST) is not None:
        return _dealt_tail(reference(seen), statistic, expected, tail)
    values, chances = distribution(months, grades)
    turn = TURNS[tail]
    return min(1.0, float(chances[turn(values - expected) >= float(turn(statistic - expected)) - 1e-9].sum()))
