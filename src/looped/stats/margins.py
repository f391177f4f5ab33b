"""All the tables that chance could have dealt: the same months' sizes, the same grades in all.

If months did not differ, every way of dealing the grades out to the months would be equally likely.
A test then asks how many of those tables look at least as extreme as the one seen. Few tables are
listed one by one (exact); many are drawn with a seed, so that the same report gives the same p.

>>> dealt = reference([[3, 1], [0, 4]])
>>> dealt.exact, len(dealt.tables)
(True, 4)
>>> print(round(dealt.p_beyond(dealt.tables[:, 1, 1], observed=4), 4))
0.0714
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Counts = NDArray[np.int64]

DRAWS = 20_000
LISTED_AT_MOST = 50_000
SEED = 20_240_401  # any fixed number will do: it makes a report's p repeatable


@dataclass(frozen=True)
class Reference:
    """Tables under chance. tables: (tables, months, grades) counts; weights: their chances, None where drawn."""

    tables: Counts
    weights: NDArray[np.float64] | None

    @property
    def exact(self) -> bool:
        """Whether every possible table is here, with its own chance."""
        return self.weights is not None

    def p_beyond(self, values: NDArray[np.float64], observed: float) -> float:
        """Chance of a statistic at least as large as the one observed.

        values: the statistic of each table, in their order. Drawn tables count the one seen as one more draw,
        so p is never 0. Source: Phipson and Smyth 2010.
        """
        beyond = values >= observed - 1e-9 * max(1.0, abs(observed))
        if self.weights is not None:
            return min(1.0, float(self.weights[beyond].sum()))
        return float((beyond.sum() + 1) / (len(values) + 1))


def reference(
    table: ArrayLike, draws: int = DRAWS, seed: int = SEED, listed_at_most: int = LISTED_AT_MOST
) -> Reference:
    """The tables with the margins of this one: all of them where they are few, else a seeded draw.

    table: (months, grades) counts; draws: how many where they are too many to list; seed: any whole number;
    listed_at_most: tables that may be listed. ValueError where the table is not one of counts.
    """
    seen = counted(table)
    months, grades = seen.sum(axis=1), seen.sum(axis=0)
    listed = every_table(months, grades, listed_at_most)
    if listed is not None:
        return Reference(listed, _chances(listed))
    return Reference(random_tables(months, grades, draws, seed), None)


def counted(table: ArrayLike) -> Counts:
    """The table as whole counts, (months, grades). ValueError where it isn't one."""
    given = np.asarray(table)
    counts = given.astype(np.int64)
    if given.ndim != 2 or given.size == 0 or (counts != given).any() or (counts < 0).any():
        raise ValueError("a table of counts has a row a month and a column a grade, whole numbers from 0")
    return counts


def random_tables(months: Sequence[int] | Counts, grades: Sequence[int] | Counts, draws: int, seed: int) -> Counts:
    """Tables with these margins, drawn as a shuffle of all grades over all audits would deal them.

    months, grades: the margins, adding up to the same; draws: tables wanted. Gives (draws, months, grades).
    """
    chance = np.random.default_rng(seed)
    left = [np.full(draws, size) for size in np.asarray(grades, dtype=np.int64)]
    # Each cell's draws lie side by side in memory: everything downstream goes along them.
    cells = np.zeros((len(months), len(grades), draws), dtype=np.int64)
    for month, size in enumerate(months[:-1]):
        wanted, others = np.full(draws, size), sum(left)
        for grade in range(len(grades) - 1):
            others = others - left[grade]
            taken = cells[month, grade] = chance.hypergeometric(left[grade], others, wanted)
            wanted = wanted - taken
            left[grade] = left[grade] - taken
        cells[month, -1] = wanted
        left[-1] = left[-1] - wanted
    cells[-1] = left
    return np.moveaxis(cells, -1, 0)


def every_table(months: Sequence[int] | Counts, grades: Sequence[int] | Counts, at_most: int) -> Counts | None:
    """Every table with these margins, or None where there are more than `at_most`. Gives (tables, months, grades)."""
    left = np.asarray(grades, dtype=np.int64)[None, :]
    rows: list[Counts] = []
    for size in months[:-1]:
        grown = _every_row(left, int(size), at_most)
        if grown is None:
            return None
        parents, row = grown
        rows = [earlier[parents] for earlier in rows] + [row]
        left = left[parents] - row
    return np.stack([*rows, left], axis=1)


def _every_row(left: Counts, size: int, at_most: int) -> tuple[Counts, Counts] | None:
    """Every way to deal one month from what is left: which table it continues, and the month's counts."""
    parents = np.arange(len(left))
    row = np.zeros((len(left), 0), dtype=np.int64)
    wanted = np.full(len(left), size)
    for grade in range(left.shape[1]):
        here = left[parents]
        least = np.maximum(0, wanted - here[:, grade + 1 :].sum(axis=1))
        ways = np.minimum(here[:, grade], wanted) - least + 1
        if ways.sum() > at_most:
            return None
        first = np.repeat(np.cumsum(ways) - ways, ways)
        taken = np.repeat(least, ways) + np.arange(ways.sum()) - first
        row = np.column_stack([np.repeat(row, ways, axis=0), taken])
        parents, wanted = np.repeat(parents, ways), np.repeat(wanted, ways) - taken
    return parents, row


def _chances(tables: Counts) -> NDArray[np.float64]:
    from scipy.special import gammaln

    largest = int(tables.max())
    score = -gammaln(np.arange(largest + 1) + 1.0)[tables].sum(axis=(1, 2))
    chances = np.exp(score - score.max())
    return np.asarray(chances / chances.sum())
