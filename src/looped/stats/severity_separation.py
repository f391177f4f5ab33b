"""How well the auditors can be told apart. High is bad news here: it means that auditors differ."""

import math
from collections.abc import Sequence
from typing import NamedTuple


class Separation(NamedTuple):
    """sd: of the measures, with n - 1; rmse: root mean square error; true_sd: what is left of sd without error.

    ratio: true_sd / rmse.  strata: levels told apart.  reliability: share of the variance that isn't error, 0 to 1.
    chi_squared: that all are alike, with `freedom` degrees of freedom.
    """

    sd: float
    rmse: float
    true_sd: float
    ratio: float
    strata: float
    reliability: float
    chi_squared: float
    freedom: int


def separation(groups: Sequence[Sequence[tuple[float, float]]]) -> Separation | None:
    """Separation of measures, each with its error; None where no group has two, or an error is 0.

    groups: (measure, error) in logits, a sequence for each set whose members can be compared.
    Source: Linacre, FACETS manual, reliability: G = true SD / RMSE, strata (4 G + 1) / 3, reliability G^2 / (1 + G^2).

    >>> separation([[(0.0, 0.1), (1.0, 0.1)]]).reliability.__round__(3)
    0.98
    """
    kept = [group for group in groups if len(group) > 1]
    number = sum(map(len, kept))
    freedom = number - len(kept)
    if not freedom or any(not error > 0 for group in kept for _, error in group):
        return None
    variance = sum(_squares(group, [1.0] * len(group)) for group in kept) / freedom
    noise = sum(error**2 for group in kept for _, error in group) / number
    true = max(variance - noise, 0.0)
    ratio = math.sqrt(true / noise)
    return Separation(
        math.sqrt(variance),
        math.sqrt(noise),
        math.sqrt(true),
        ratio,
        (4 * ratio + 1) / 3,
        ratio**2 / (1 + ratio**2),
        sum(_squares(group, [1 / error**2 for _, error in group]) for group in kept),
        freedom,
    )


def _squares(group: Sequence[tuple[float, float]], weights: Sequence[float]) -> float:
    """Weighted sum of squares around the weighted mean."""
    middle = sum(w * measure for w, (measure, _) in zip(weights, group, strict=True)) / sum(weights)
    return sum(w * (measure - middle) ** 2 for w, (measure, _) in zip(weights, group, strict=True))
