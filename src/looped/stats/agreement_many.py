"""Agreement of many auditors who need not all have graded every audit: Gwet's coefficients, Krippendorff's alpha.

For exercises in which a whole team grades the same files. Looped audits have two auditors: use `agreement`.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from looped.stats.agreement_gwet import Coefficient, weights

Floats = NDArray[np.float64]
Grade = float | None


def krippendorff(units: Sequence[Sequence[Grade]], metric: str = "ordinal") -> float | None:
    """Krippendorff's alpha; None where every grade is the same, so that there is nothing to compare.

    units: for each audit the grades given, None for none; any number of auditors.  metric: nominal, ordinal, interval
    or ratio.  Raises: ValueError where no audit has two grades; KeyError for another metric.
    Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability.

    >>> krippendorff([[1, 1], [2, 3], [3, 3], [4, 4]], "interval").__round__(3)
    0.911
    """
    given = [[grade for grade in unit if grade is not None] for unit in units]
    paired = [unit for unit in given if len(unit) > 1]
    if not paired:
        raise ValueError("no audit has two grades")
    grades = np.array(sorted({grade for unit in paired for grade in unit}))
    together = np.zeros((len(grades), len(grades)))
    for unit in paired:
        count = (np.array(unit)[:, None] == grades).sum(0)
        together += (np.outer(count, count) - np.diag(count)) / (len(unit) - 1)
    used = together.sum(0)
    apart = _apart(metric, grades, used)
    expected = float(used @ apart @ used)
    return None if expected == 0 else 1 - (float(used.sum()) - 1) * float((together * apart).sum()) / expected


def _apart(metric: str, grades: Floats, used: Floats) -> Floats:
    middle = np.cumsum(used) - used / 2
    size = grades[:, None] + grades
    found = {
        "nominal": 1 - np.eye(len(grades)),
        "ordinal": (middle[:, None] - middle) ** 2,
        "interval": (grades[:, None] - grades) ** 2,
        "ratio": ((grades[:, None] - grades) / np.where(size == 0, 1, size)) ** 2,
    }
    return np.asarray(found[metric])


def coefficients(units: Sequence[Sequence[Grade]], grades: Sequence[float], weighting: str) -> dict[str, Coefficient]:
    """Gwet's, Krippendorff's, Fleiss', Conger's, Brennan and Prediger's coefficients and plain agreement ("pa").

    units: for each audit one entry an auditor, None where not graded; audits with no grade at all are left out.
    grades: the whole scale.  weighting: identity, linear, quadratic or ordinal. "kripp" is Gwet's reading of it.
    Raises: ValueError where no audit has two grades.
    Source: Gwet 2014, chapters 2 to 5: values and variances for any number of raters with missing ratings.
    """
    table = np.array([[np.nan if grade is None else grade for grade in unit] for unit in units])
    table = table[~np.isnan(table).all(axis=1)]
    counts = (table[:, :, None] == np.asarray(grades)).sum(1).astype(float)
    if not (counts.sum(1) > 1).any():
        raise ValueError("no audit has two grades")
    w = weights(weighting, len(grades))
    used = (counts / counts.sum(1, keepdims=True)).mean(0)
    scale, q = w.sum(), len(grades)
    gwet = scale / (q * (q - 1))
    readers = counts.sum(1)
    conger, conger_of = _conger(table, np.asarray(grades), w)
    return {
        "gwet": _made(counts, w, gwet * float((used * (1 - used)).sum()), gwet * (counts @ (1 - used)) / readers),
        "fleiss": _made(counts, w, float(used @ w @ used), counts @ (w @ used) / readers),
        "conger": _made(counts, w, conger, conger_of),
        "bp": _made(counts, w, float(scale / q**2), np.full(len(counts), scale / q**2)),
        "pa": _made(counts, w, 0.0, np.zeros(len(counts))),
        "kripp": _kripp(counts[readers > 1], w),
    }


def _made(counts: Floats, w: Floats, chance: float, chance_of: Floats) -> Coefficient:
    """chance_of: each audit's part in the chance agreement. The variance is that of the audits' parts in the value."""
    readers, number = counts.sum(1), len(counts)
    two = readers > 1
    agreed = (counts * (counts @ w - 1)).sum(1) / np.where(two, readers * (readers - 1), 1)
    observed = float(agreed[two].mean())
    value = (observed - chance) / (1 - chance)
    part = number / two.sum() * np.where(two, agreed - chance, 0.0) / (1 - chance)
    part -= 2 * (1 - value) * (chance_of - chance) / (1 - chance)
    return Coefficient(value, _standard_error(part, value), observed, chance)


def _standard_error(parts: Floats, value: float) -> float:
    number = len(parts)
    return math.sqrt(float(((parts - value) ** 2).sum()) / (number * max(number - 1, 1)))


def _kripp(counts: Floats, w: Floats) -> Coefficient:
    readers = counts.sum(1)
    mean = float(readers.mean())
    agreed = (counts * (counts @ w - 1)).sum(1) / (mean * (readers - 1))
    used = (counts / mean).mean(0)
    chance, plain = float(used @ w @ used), float(agreed.mean())
    observed = (1 - 1 / readers.sum()) * plain + 1 / readers.sum()
    more = (readers - mean) / mean
    prime = (plain - chance) / (1 - chance)
    part = (agreed - observed * more - chance) / (1 - chance)
    part -= 2 * (1 - prime) * (counts @ (w @ used) / mean - chance * more - chance) / (1 - chance)
    return Coefficient((observed - chance) / (1 - chance), _standard_error(part, prime), float(observed), chance)


def _conger(table: Floats, grades: Floats, w: Floats) -> tuple[float, Floats]:
    """Chance agreement from each auditor's own use of the grades, and each audit's part in it."""
    number, readers = table.shape
    gave = table[:, :, None] == grades
    graded = ~np.isnan(table)
    times = graded.sum(0)
    own = gave.sum(0) / times[:, None]
    mean = own.mean(0)
    spread = (own.T @ own - readers * np.outer(mean, mean)) / (readers - 1)
    chance = float((w * (np.outer(mean, mean) - spread / readers)).sum())
    moved = (gave - (graded - times / number)[:, :, None] * own) @ w.T
    others = readers * mean - own
    parts = (moved * (number / times)[:, None] * others).sum((1, 2)) / (readers * (readers - 1))
    return chance, parts
