"""Do the months' whole distributions differ, in any way at all? The likelihood-ratio test of a table.

It also sees a month with more Inadequate *and* more Outstanding, which has no better or worse in it. It pays for that:
it spreads its attention over every grade, and so sees less of a plain dip than `omnibus`, which reports use.

>>> print(round(homogeneity([[5, 9, 17], [9, 15, 6], [1, 4, 11]], method="asymptotic").p, 4))
0.0083
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from looped.stats.jonckheere import is_small
from looped.stats.margins import DRAWS, SEED, Counts, Reference, counted, reference

Method = Literal["auto", "asymptotic", "permutation"]


@dataclass(frozen=True)
class Homogeneity:
    """g2: likelihood-ratio chi-square; pearson: Pearson's, for comparison; df: degrees of freedom;
    p: the one to report, by `method`; p_asymptotic: from the chi-square curve of g2.
    """

    g2: float
    pearson: float
    df: int
    p: float
    p_asymptotic: float
    method: str


def homogeneity(
    table: ArrayLike,
    method: Method = "auto",
    draws: int = DRAWS,
    seed: int = SEED,
    dealt: Reference | None = None,
) -> Homogeneity:
    """Whether the months' distributions of grades differ, in no particular direction.

    table: (months, grades) counts; method, draws, seed, dealt: as in `jonckheere`. Unused grades and months
    without audits are left out of the degrees of freedom. ValueError where it is no table of counts.
    With one month or one grade p is 1. Source: Agresti, Categorical Data Analysis, section 3.2.
    """
    from scipy.special import chdtrc

    seen = counted(table)
    seen = seen[seen.sum(axis=1) > 0][:, seen.sum(axis=0) > 0]
    df = max(0, (seen.shape[0] - 1) * (seen.shape[1] - 1))
    if df == 0:
        return Homogeneity(0.0, 0.0, 0, 1.0, 1.0, "nothing to compare")
    g2, pearson = max(0.0, float(likelihood_ratios(seen[None])[0])), _pearson(seen)
    p_asymptotic = float(chdtrc(df, g2))
    if method == "asymptotic" or (method == "auto" and not is_small(seen)):
        return Homogeneity(g2, pearson, df, p_asymptotic, p_asymptotic, "asymptotic")
    dealt = dealt or reference(seen, draws, seed)
    told = "exact" if dealt.exact else f"permutation, {len(dealt.tables):,} draws"
    return Homogeneity(g2, pearson, df, dealt.p_beyond(likelihood_ratios(dealt.tables), g2), p_asymptotic, told)


def likelihood_ratios(tables: Counts) -> NDArray[np.float64]:
    """The likelihood-ratio chi-square of each of many tables with the same margins, (tables, months, grades)."""
    first = tables[0]
    n = int(first.sum())
    terms = np.arange(n + 1, dtype=float)
    terms[1:] *= np.log(terms[1:])
    margins = terms[first.sum(axis=0)].sum() + terms[first.sum(axis=1)].sum() - terms[n]
    return np.asarray(2 * (terms[tables].sum(axis=(1, 2)) - margins))


def _pearson(seen: Counts) -> float:
    expected = np.outer(seen.sum(axis=1), seen.sum(axis=0)) / seen.sum()
    return float(((seen - expected) ** 2 / expected).sum())
