"""Fair grades: what an auditor of mean severity would be expected to give a case in a domain of mean difficulty.

A fair grade stands beside the awarded one, with its interval. It never overwrites it.
"""

from typing import Any, NamedTuple

import numpy as np

from looped.stats.intervals import normal_quantile
from looped.stats.severity_design import Design, Floats
from looped.stats.severity_errors import Centred
from looped.stats.severity_fitting import Fitted
from looped.stats.severity_model import Values, chances


class FairGrade(NamedTuple):
    """The grade expected for a case, on the scale from 1 (the lowest), with its interval."""

    case: Any
    grade: float
    low: float
    high: float


def fair_grades(design: Design, fitted: Fitted, told: Centred, level: float = 0.95) -> tuple[FairGrade, ...]:
    """Fair grades of the cases whose auditors can be compared, in the order of the cases.

    The interval holds what the gradings leave open about the case; the other values are taken as known.
    Source: Linacre, FACETS manual, Fair(M) average, from the case's posterior mean.
    """
    nodes, weight = fitted.seen.nodes, fitted.seen.weight
    middle = weight @ nodes
    spread = np.sqrt(np.maximum(weight @ nodes**2 - middle**2, 0.0))
    shift = told.shift[design.case_component]
    reach = normal_quantile(level) * spread
    at = [expected_grade(design, fitted.values, middle + part - shift) for part in (0.0, -reach, reach)]
    graded = np.isin(np.arange(len(design.cases)), design.case) & np.isfinite(shift)
    rows = np.stack(at, axis=1)
    found = [FairGrade(design.cases[place], *rows[place].tolist()) for place in np.flatnonzero(graded).tolist()]
    return tuple(sorted(found, key=_name))


def _name(fair: FairGrade) -> Any:
    return fair.case


def expected_grade(design: Design, values: Values, places: Floats) -> Floats:
    """The grade expected at each place (logits) from an auditor of severity 0, in the mean of the fitted domains."""
    fitted = design.fitted_domains
    difficulty = np.where(fitted, values.difficulty, 0.0)
    if design.model == "rating-scale":
        difficulty = np.full(design.domains, values.difficulty[fitted].mean())
    here = Values(np.zeros(1), difficulty, values.threshold, values.spread)
    chance = np.exp(chances(design, here, np.nan_to_num(places)).log_chance[0])
    by_domain = (chance * design.worth[:, :, None]).sum(axis=1)
    return np.asarray(by_domain[fitted].mean(axis=0))
