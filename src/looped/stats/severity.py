"""How severe each auditor is, compared through the cases that they read with others: the many-facet Rasch model.

>>> reads = [(c, a) for c in range(60) for a in ("P", "Q")]
>>> given = [1 + (c * 7 % 5 > 1) + (c % 3 > 1) - (a == "Q" and c % 4 == 0 and c * 7 % 5 > 1) for c, a in reads]
>>> found = severity([c for c, _ in reads], [a for _, a in reads], [0] * 120, given, ["plans"], 4)
>>> [(each.auditor, each.severity > 0) for each in found.auditors]
[('P', False), ('Q', True)]

Nobody is ranked by this: it says where two auditors should talk, and how far grades depend on who gave them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from looped.stats.severity_design import Design, Model, NothingToFit, design, linked
from looped.stats.severity_errors import Centred, centred
from looped.stats.severity_fair import FairGrade, fair_grades
from looped.stats.severity_fit import infit_and_outfit
from looped.stats.severity_fitting import Fitted, fit
from looped.stats.severity_separation import Separation, separation

FLOOR = 15
Thresholds = tuple[float | None, ...]


@dataclass(frozen=True)
class AuditorSeverity:
    """One auditor, in logits; higher is harsher; None where it can't be told. component: who can be compared.

    se: from the whole information; se_clustered: where gradings of one audit depend on each other beyond the model.
    """

    auditor: Any
    severity: float | None
    se: float | None
    se_clustered: float | None
    gradings: int
    component: int
    infit: float | None
    outfit: float | None


@dataclass(frozen=True)
class DomainDifficulty:
    """One domain, in logits: higher is harder to do well in. unused: grades that nobody gave in it.

    gradings: how many inform the model; those at one end of the scale by an auditor or in a domain with no other don't.
    """

    domain: str
    difficulty: float | None
    se: float | None
    se_clustered: float | None
    unused: tuple[int, ...]
    gradings: int = 0


@dataclass(frozen=True)
class Severity:
    """What the gradings show. thresholds: into each grade from the second on, None into one not used or at the bottom;
    with partial credit such a row for each domain; all None where fewer than 15 gradings inform them.
    person_sd: spread of the cases in logits, 0 where they differ by no more than chance.
    deviance: None where nothing could be fitted.
    """

    auditors: tuple[AuditorSeverity, ...]
    domains: tuple[DomainDifficulty, ...]
    thresholds: Thresholds | tuple[Thresholds, ...]
    person_sd: float | None
    deviance: float | None
    separation: Separation | None
    converged: bool
    fair: tuple[FairGrade, ...]


def severity(
    cases: Sequence[Any],
    auditors: Sequence[Any],
    domains: ArrayLike,
    grades_given: ArrayLike,
    titles: Sequence[str],
    grades: int,
    model: Model = "rating-scale",
) -> Severity:
    """Severity of every auditor, by marginal maximum likelihood.

    cases, auditors, domains, grades_given: of each of n gradings; domains as places in `titles`, grades from 1 to
    `grades`. What was not graded is left out. An auditor below 15 gradings, with one end of the scale only, or whose
    component holds nobody to compare with, has no severity. Severities told have mean 0 in each component.
    Raises: ValueError for a grade or domain outside.
    Source: Linacre 1989; marginal likelihood as in TAM (Robitzsch, Kiefer and Wu); see `severity_model`.
    """
    place = np.asarray(domains, dtype=np.int64)
    if place.size and not (place.min() >= 0 and place.max() < len(titles)):
        raise ValueError("a domain is not among the titles")
    try:
        made = design(cases, auditors, place, grades_given, grades, model, len(titles))
    except NothingToFit:
        return _nothing(cases, auditors, titles, grades, model)
    fitted = fit(made)
    told = centred(made, fitted, _told(made))
    return Severity(
        _auditors(made, fitted, told),
        _domains(made, told, titles),
        _thresholds(made, fitted),
        0.0 if fitted.alike else fitted.values.spread,
        fitted.seen.deviance,
        _separation(made, told),
        fitted.converged,
        fair_grades(made, fitted, told),
    )


def _told(made: Design) -> NDArray[np.int64]:
    """Auditors with gradings enough and another such in their component."""
    enough = made.fitted & (made.gradings >= FLOOR)
    beside = np.bincount(made.component[enough], minlength=int(made.component.max()) + 1)
    return np.flatnonzero(enough & (beside[made.component] > 1))


def _auditors(made: Design, fitted: Fitted, told: Centred) -> tuple[AuditorSeverity, ...]:
    there = np.isfinite(told.severity)
    infit, outfit = (np.where(there, each, np.nan) for each in infit_and_outfit(made, fitted))
    return tuple(
        AuditorSeverity(
            name,
            _known(told.severity[place]),
            _known(told.severity_error[place]),
            _known(told.severity_clustered[place]),
            int(made.gradings[place]),
            int(made.component[place]),
            _known(infit[place]),
            _known(outfit[place]),
        )
        for place, name in enumerate(made.auditors)
    )


def _domains(made: Design, told: Centred, titles: Sequence[str]) -> tuple[DomainDifficulty, ...]:
    return tuple(
        DomainDifficulty(
            title,
            _known(told.difficulty[place]),
            _known(told.difficulty_error[place]),
            _known(told.difficulty_clustered[place]),
            _unused(made, place),
            int(np.count_nonzero(made.domain == place)),
        )
        for place, title in enumerate(titles)
    )


def _unused(made: Design, place: int) -> tuple[int, ...]:
    return tuple(grade for grade in range(1, made.grades + 1) if grade not in made.worth[place].tolist())


def _thresholds(made: Design, fitted: Fitted) -> Thresholds | tuple[Thresholds, ...]:
    if made.model == "rating-scale":
        return _row(made, 0, fitted.values.threshold[0], len(made.domain))
    number = np.bincount(made.domain, minlength=made.domains)
    return tuple(_row(made, at, fitted.values.threshold[at], int(number[at])) for at in range(made.domains))


def _row(made: Design, place: int, values: NDArray[np.float64], gradings: int) -> Thresholds:
    row: list[float | None] = [None] * (made.grades - 1)
    for step in range(int(made.steps[place]) if gradings >= FLOOR else 0):
        row[int(made.worth[place, step + 1]) - 2] = float(values[step])
    return tuple(row)


def _separation(made: Design, told: Centred) -> Separation | None:
    there = np.isfinite(told.severity) & np.isfinite(told.severity_error)
    groups = [there & (made.component == each) for each in np.unique(made.component[there])]
    return separation(
        [list(zip(told.severity[one].tolist(), told.severity_error[one].tolist(), strict=True)) for one in groups]
    )


def _known(number: float) -> float | None:
    return float(number) if np.isfinite(number) else None


def _nothing(
    cases: Sequence[Any], auditors: Sequence[Any], titles: Sequence[str], grades: int, model: Model
) -> Severity:
    names, gradings, component = linked(cases, auditors)
    none: Thresholds = (None,) * (grades - 1)
    return Severity(
        tuple(
            AuditorSeverity(name, None, None, None, int(number), int(part), None, None)
            for name, number, part in zip(names, gradings, component, strict=True)
        ),
        tuple(DomainDifficulty(title, None, None, None, ()) for title in titles),
        none if model == "rating-scale" else (none,) * len(titles),
        None,
        None,
        None,
        False,
        (),
    )
