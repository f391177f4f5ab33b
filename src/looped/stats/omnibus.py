"""Do the months differ at all, direction or not? Kruskal-Wallis, with the likelihood ratio beside it.

A trend test is blind to a dip and a recovery: May bad, April and June good, has no direction. So "months differ" is
asked on its own.

>>> decisions = [[1, 12, 17, 1], [7, 14, 9, 0], [1, 3, 11, 1]]
>>> found = omnibus(decisions)
>>> print(round(found.p, 3), found.method, round(likelihood_ratio(decisions).p, 3))
0.003 permutation, 20,000 draws 0.002

Which test, and why: the model is proportional odds with the month as a factor. Its likelihood-ratio test is the one
to quote where months are large. At the sizes of a monthly round its chi-square curve is not to be trusted, so p comes
from dealt tables; there the model's score test, which is Kruskal-Wallis corrected for ties, says the same and needs no
fit for each of 20,000 tables. It has one degree of freedom a month less one, where a test of the whole distribution
(`homogeneity`) spends one on every grade too: for a dip it is the sharper.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from looped.stats.jonckheere import is_small
from looped.stats.margins import DRAWS, SEED, Counts, Reference, counted, reference
from looped.stats.proportional_odds import proportional_odds

Method = Literal["auto", "asymptotic", "permutation"]


@dataclass(frozen=True)
class Omnibus:
    """h: Kruskal-Wallis, corrected for ties; df: degrees of freedom; p: the one to report, by `method`;
    p_asymptotic: from the chi-square curve of h.
    """

    h: float
    df: int
    p: float
    p_asymptotic: float
    method: str


def omnibus(
    table: ArrayLike,
    method: Method = "auto",
    draws: int = DRAWS,
    seed: int = SEED,
    dealt: Reference | None = None,
) -> Omnibus:
    """Whether grades are better in some months than in others, in whatever order the months come.

    table: (months, grades) counts, grades lowest first; method, draws, seed, dealt: as in `jonckheere`. Unused grades
    and months without audits are left out. ValueError where it is no table of counts.
    With one month or one grade p is 1. Source: Kruskal and Wallis 1952; McCullagh 1980 for the model.
    """
    from scipy.special import chdtrc

    seen = counted(table)
    seen = seen[seen.sum(axis=1) > 0][:, seen.sum(axis=0) > 0]
    df = len(seen) - 1
    if min(seen.shape) < 2:
        return Omnibus(0.0, max(0, df), 1.0, 1.0, "nothing to compare")
    h = max(0.0, float(kruskal_wallis(seen[None])[0]))
    p_asymptotic = float(chdtrc(df, h))
    if method == "asymptotic" or (method == "auto" and not is_small(seen)):
        return Omnibus(h, df, p_asymptotic, p_asymptotic, "asymptotic")
    dealt = dealt or reference(seen, draws, seed)
    told = "exact" if dealt.exact else f"permutation, {len(dealt.tables):,} draws"
    return Omnibus(h, df, dealt.p_beyond(kruskal_wallis(dealt.tables), h), p_asymptotic, told)


def kruskal_wallis(tables: Counts) -> NDArray[np.float64]:
    """The statistic of each of many tables with the same margins, (tables, months, grades), two grades used or more."""
    months, grades = tables[0].sum(axis=1), tables[0].sum(axis=0).astype(float)
    n = float(months.sum())
    ranks = np.cumsum(grades) - (grades - 1) / 2
    cells = np.moveaxis(tables, 0, -1)
    sums = np.repeat(-months[:, None] * (n + 1) / 2, len(tables), axis=1)
    for grade, rank in enumerate(ranks):
        sums += cells[:, grade] * rank
    ties = 1 - float((grades**3 - grades).sum()) / (n**3 - n)
    return np.asarray(12 / (n * (n + 1)) * (sums**2 / months[:, None]).sum(axis=0) / ties)


@dataclass(frozen=True)
class LikelihoodRatio:
    """statistic: chi-square on df degrees of freedom; p: by its curve."""

    statistic: float
    df: int
    p: float


def likelihood_ratio(table: ArrayLike) -> LikelihoodRatio | None:
    """The likelihood-ratio test of the proportional-odds model with the month as a factor, for months of 20 and more.

    table: as in `omnibus`. None where the model is not estimable, such as a month whose audits all have the lowest
    grade. ValueError where it is no table of counts. Source: McCullagh 1980.
    """
    from scipy.special import chdtrc

    seen = counted(table)
    seen = seen[seen.sum(axis=1) > 0][:, seen.sum(axis=0) > 0]
    month, grade = np.indices(seen.shape).reshape(2, -1)
    factor = np.eye(len(seen))[month][:, 1:]
    names = [f"month {place + 1}" for place in range(1, len(seen))]
    model = proportional_odds(grade.tolist(), factor, names, seen.ravel().tolist())
    if model.log_likelihood is None or not names:
        return None
    alike = float(seen.sum(axis=0) @ np.log(seen.sum(axis=0) / seen.sum()))
    ratio = max(0.0, 2 * (model.log_likelihood - alike))
    return LikelihoodRatio(ratio, len(names), float(chdtrc(len(names), ratio)))
