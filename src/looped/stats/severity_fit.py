"""How well an auditor's gradings keep to the model: infit and outfit, 1 as expected, above erratic, below tame."""

import numpy as np

from looped.stats.severity_design import Design, Floats
from looped.stats.severity_fitting import Fitted
from looped.stats.severity_information import expected_counts


def infit_and_outfit(design: Design, fitted: Fitted) -> tuple[Floats, Floats]:
    """Infit and outfit mean squares of each auditor, shape (auditors,); nan for one not fitted.

    Squared residuals are averaged over where each case may lie, not taken at one best guess of it: under the model both
    are then 1 on average, however few gradings a case has.
    Source: Wright and Masters 1982, Rating Scale Analysis, chapter 5; over the posterior as in Adams and Wu 2007.
    """
    number = expected_counts(design, fitted.seen)
    score = np.arange(design.most + 1.0)
    expected = fitted.at.at_least.sum(axis=2)
    square = (fitted.at.at_least * (2 * score[:-1] + 1)[:, None]).sum(axis=2)
    variance = np.maximum(square - expected**2, 1e-12)
    residual = (number * (score[:, None] - expected[:, :, None]) ** 2).sum(axis=2)
    given = number.sum(axis=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        infit = residual.sum(axis=(1, 2)) / (given * variance).sum(axis=(1, 2))
        outfit = (residual / variance).sum(axis=(1, 2)) / given.sum(axis=(1, 2))
    return infit, outfit
