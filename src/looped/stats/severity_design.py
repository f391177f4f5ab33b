"""Gradings made ready for the severity model: numbered, linked, grades that nobody used closed up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Model = Literal["rating-scale", "partial-credit"]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# Auditors whose chances at the nodes, 10 KB each, stay near the processor together.
AT_HAND = 128


@dataclass(frozen=True)
class Design:
    """n gradings of cases by auditors. steps: of each domain, how many steps its used grades make, shape (domains,).

    Cases that share auditors stand together: what is known of an auditor is then met again while it is at hand.

    case, auditor, domain, score: of each grading that can inform the model, shape (n,); score 0 is the lowest used.
    worth: grade that a domain's score stands for, shape (domains, most steps + 1).  component: of each auditor.
    gradings: of each auditor, all of them.  fitted, fitted_domains: who has a finite estimate.
    counts: sparse, cases by (auditor, domain, score).
    """

    cases: tuple[Any, ...]
    auditors: tuple[Any, ...]
    domains: int
    grades: int
    model: Model
    case: Integers
    auditor: Integers
    domain: Integers
    score: Integers
    steps: Integers
    worth: Integers
    component: Integers
    case_component: Integers
    gradings: Integers
    fitted: NDArray[np.bool_]
    fitted_domains: NDArray[np.bool_]
    counts: Any

    @property
    def most(self) -> int:
        """The most steps that a domain has."""
        return int(self.steps.max())


class NothingToFit(ValueError):
    """No gradings, or none that differ: there is nothing to compare."""


def design(
    cases: Sequence[Any],
    auditors: Sequence[Any],
    domains: ArrayLike,
    grades_given: ArrayLike,
    grades: int,
    model: Model,
    number: int,
) -> Design:
    """The gradings in the form that the model is fitted to.

    cases, auditors: of each grading, any sortable name, length n.  domains: of each, 0 to `number` - 1.
    grades_given: of each, 1 to `grades`.  model: with "rating-scale" all domains share their steps.
    An auditor or domain with only the lowest, or only the highest, grade has no finite estimate. The rest are best
    fitted without those gradings, for at the limit they tell nothing of them.
    Raises: ValueError where a grade lies outside the scale; NothingToFit where nothing is left to fit.
    """
    names_case, case = _numbered(cases)
    names_auditor, auditor = _numbered(auditors)
    names_case, case = _neighbours(names_case, case, auditor)
    domain, grade = np.asarray(domains, dtype=np.int64), np.asarray(grades_given, dtype=np.int64)
    if not grade.size:
        raise NothingToFit("there are no gradings")
    if grade.min() < 1 or grade.max() > grades:
        raise ValueError(f"a grade lies between 1 and {grades}")
    component, case_component = _components(case, auditor, len(names_case), len(names_auditor))
    kept = _informative(auditor, domain, grade, len(names_auditor), number, model)
    if not kept.any():
        raise NothingToFit("every auditor gave one grade alone: there is nothing to compare")
    steps, worth, score = _closed_up(domain, grade, kept, number, grades, model)
    keep = (case[kept], auditor[kept], domain[kept], score)
    return Design(
        names_case,
        names_auditor,
        number,
        grades,
        model,
        *keep,
        steps,
        worth,
        component,
        case_component,
        np.bincount(auditor, minlength=len(names_auditor)),
        np.bincount(keep[1], minlength=len(names_auditor)) > 0,
        np.bincount(keep[2], minlength=number) > 0,
        _counts(keep, len(names_case), len(names_auditor), number, int(steps.max()) + 1),
    )


def linked(cases: Sequence[Any], auditors: Sequence[Any]) -> tuple[tuple[Any, ...], Integers, Integers]:
    """Auditors in order, how many gradings each gave, and the component of each, from 1: who can be compared.

    cases, auditors: of each grading.

    >>> linked(["a", "a", "b"], ["P", "Q", "R"])[2].tolist()
    [1, 1, 2]
    """
    names_case, case = _numbered(cases)
    names, auditor = _numbered(auditors)
    if not names:
        return (), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    return names, np.bincount(auditor), _components(case, auditor, len(names_case), len(names))[0]


def _numbered(names: Sequence[Any]) -> tuple[tuple[Any, ...], Integers]:
    """Names in order, and the place of each grading's among them."""
    found = sorted(set(names))
    place = {name: index for index, name in enumerate(found)}
    return tuple(found), np.fromiter((place[name] for name in names), dtype=np.int64, count=len(names))


def _neighbours(names: tuple[Any, ...], case: Integers, auditor: Integers) -> tuple[tuple[Any, ...], Integers]:
    """Cases anew in the order of their auditors, and the place of each grading's among them."""
    first, last = np.full(len(names), auditor.max(initial=0)), np.zeros(len(names), dtype=np.int64)
    np.minimum.at(first, case, auditor)
    np.maximum.at(last, case, auditor)
    order = np.lexsort((last, first // AT_HAND))
    return tuple(names[each] for each in order.tolist()), np.argsort(order)[case]


def _components(case: Integers, auditor: Integers, cases: int, auditors: int) -> tuple[Integers, Integers]:
    """Component of each auditor and case, from 1 in the order of the auditors: linked by cases that both graded."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    size = auditors + cases
    links = coo_array((np.ones(len(case)), (auditor, auditors + case)), shape=(size, size))
    _, label = connected_components(links, directed=False)
    _, first, number = np.unique(label[:auditors], return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first)) + 1
    lookup = np.zeros(label.max() + 1, dtype=np.int64)
    lookup[label[:auditors]] = order[number]
    return lookup[label[:auditors]], lookup[label[auditors:]]


def _informative(
    auditor: Integers, domain: Integers, grade: Integers, auditors: int, domains: int, model: Model
) -> NDArray[np.bool_]:
    """Gradings of auditors and domains that have more than one end of the scale in use."""
    kept = np.ones(len(grade), dtype=bool)
    while kept.any():
        low, high = _ends(domain, grade, kept, domains, model)
        extreme = np.zeros(len(grade), dtype=bool)
        for place, number in ((auditor, auditors), (domain, domains)):
            there = np.bincount(place[kept], minlength=number)
            lowest = np.bincount(place[kept], (grade == low)[kept], minlength=number) == there
            highest = np.bincount(place[kept], (grade == high)[kept], minlength=number) == there
            extreme |= (lowest | highest)[place]
        if not (extreme & kept).any():
            break
        kept &= ~extreme
    return kept


def _ends(
    domain: Integers, grade: Integers, kept: NDArray[np.bool_], domains: int, model: Model
) -> tuple[Integers, Integers]:
    """Lowest and highest grade in use where each grading stands: in its domain, or anywhere on a shared scale."""
    if model == "rating-scale":
        return np.full(len(grade), grade[kept].min()), np.full(len(grade), grade[kept].max())
    low, high = np.full(domains, grade.max() + 1), np.zeros(domains, dtype=np.int64)
    np.minimum.at(low, domain[kept], grade[kept])
    np.maximum.at(high, domain[kept], grade[kept])
    return low[domain], high[domain]


def _closed_up(
    domain: Integers, grade: Integers, kept: NDArray[np.bool_], domains: int, grades: int, model: Model
) -> tuple[Integers, Integers, Integers]:
    """Steps and worth of each domain, and the score of each kept grading: places among the grades in use."""
    used = np.zeros((domains, grades), dtype=bool)
    used[domain[kept], grade[kept] - 1] = True
    if model == "rating-scale":
        used[:] = used.any(0)
    steps = np.maximum(used.sum(1) - 1, 0)
    worth = np.zeros((domains, steps.max() + 1), dtype=np.int64)
    for place, row in enumerate(used):
        worth[place, : row.sum()] = np.flatnonzero(row) + 1
    score = np.cumsum(used, axis=1)[domain[kept], grade[kept] - 1] - 1
    return steps, worth, score


def _counts(keep: tuple[Integers, ...], cases: int, auditors: int, domains: int, scores: int) -> Any:
    from scipy.sparse import csr_array

    case, auditor, domain, score = keep
    column = (auditor * domains + domain) * scores + score
    return csr_array((np.ones(len(case)), (case, column)), shape=(cases, auditors * domains * scores))
