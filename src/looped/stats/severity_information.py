"""Slopes of the marginal likelihood and its whole information matrix, by Louis's formula.

Information = what the gradings would tell were the cases known, less what is lost because they are not.
Parameters: severities of all auditors, then the *common* ones: difficulties, free thresholds, log of the spread.
Source: Louis 1982, JRSS B 44:226-233.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from looped.stats.severity_design import Design, Floats, Integers
from looped.stats.severity_model import CHUNK, Chances, Posterior, Values, log_prior


@dataclass(frozen=True)
class Parts:
    """A symmetric matrix of parameters in its parts: severities among themselves, beside the common ones, and those.

    severity: (auditors, auditors), or its diagonal (auditors,) where it has no more.  beside: (auditors, common).
    common: (common, common).
    """

    severity: Floats
    beside: Floats
    common: Floats

    def freed(self, free: Floats) -> "Parts":
        """The same in the free parameters. free: as in the layout."""
        return Parts(self.severity, self.beside @ free, free.T @ self.common @ free)

    def whole(self) -> Floats:
        """The matrix in one piece."""
        auditors = len(self.beside)
        size = auditors + self.beside.shape[1]
        matrix = np.zeros((size, size))
        diagonal = self.severity.ndim == 1
        matrix[:auditors, :auditors] = np.diag(self.severity) if diagonal else self.severity
        matrix[:auditors, auditors:] = self.beside
        matrix[auditors:, :auditors] = self.beside.T
        matrix[auditors:, auditors:] = self.common
        return matrix


@dataclass(frozen=True)
class Slopes:
    """slope: (auditors + common,).  information: (same, same), observed.  known: were the cases known; always positive.

    of_case: each case's own slope, in severities (sparse) and common (dense), for errors clustered by case.
    """

    slope: Floats
    information: Floats
    known: Parts
    of_case: tuple[Any, Floats]


@dataclass(frozen=True)
class Batch:
    """b cases that k auditors each read: places of cases (b,), their auditors (b, k).

    by_read, by_domain: sparse, sums over (auditor, domain) for each read (b * k) and for each domain (b * domains).
    """

    cases: Integers
    who: Integers
    by_read: Any
    by_domain: Any


@dataclass(frozen=True)
class Layout:
    """What never changes between steps. free: maps free common parameters to difficulties, thresholds and log spread.

    seen_severity, seen_common: sums of scores and steps of each case.  graded: sparse, cases by (auditor, domain).
    """

    batches: tuple[Batch, ...]
    free: Floats
    seen_severity: Any
    seen_common: Floats
    graded: Any


def layout(design: Design, nodes: int) -> Layout:
    """The layout for this many nodes."""
    scores = design.most + 1
    at_least = np.tile(
        np.arange(scores)[:, None] > np.arange(design.most), (len(design.auditors), design.domains, 1, 1)
    )
    eye = np.eye(design.domains)
    total = at_least.sum(3, dtype=float)
    by_domain = total[..., None] * eye[None, :, None, :]
    steps = at_least.astype(float)
    if design.model == "partial-credit":
        steps = (steps[:, :, :, None, :] * eye[None, :, None, :, None]).reshape(*steps.shape[:3], -1)
    common = np.concatenate([by_domain, steps, np.zeros((*total.shape, 1))], axis=3)
    return Layout(
        tuple(_batches(design, nodes)),
        _free(design),
        _seen_severity(design),
        design.counts @ common.reshape(-1, common.shape[-1]),
        _graded(design),
    )


def _free(design: Design) -> Floats:
    """Thresholds of a scale sum to 0: the last is minus the others. Those beyond a domain's steps are left out."""
    scales = design.steps[:1] if design.model == "rating-scale" else design.steps
    blocks = []
    for steps in scales.tolist():
        block = np.zeros((design.most, max(steps - 1, 0)))
        block[: max(steps - 1, 0)] = np.eye(max(steps - 1, 0))
        block[steps - 1] = -1 if steps else 0
        blocks.append(block)
    fixed = [np.eye(design.domains)[:, design.fitted_domains], *blocks, np.eye(1)]
    free = np.zeros((sum(len(block) for block in fixed), sum(block.shape[1] for block in fixed)))
    row = column = 0
    for block in fixed:
        free[row : row + len(block), column : column + block.shape[1]] = block
        row, column = row + len(block), column + block.shape[1]
    return free


def _seen_severity(design: Design) -> Any:
    from scipy.sparse import csr_array

    shape = (len(design.cases), len(design.auditors))
    return csr_array((design.score.astype(float), (design.case, design.auditor)), shape=shape)


def _graded(design: Design) -> Any:
    from scipy.sparse import csr_array

    counts = design.counts
    shape = (counts.shape[0], counts.shape[1] // (design.most + 1))
    return csr_array((counts.data, counts.indices // (design.most + 1), counts.indptr), shape=shape)


def _batches(design: Design, nodes: int) -> Iterator[Batch]:
    """Cases with equally many auditors together, so many that what is held for them stays small."""
    reads, inverse = np.unique(design.case * len(design.auditors) + design.auditor, return_inverse=True)
    case, auditor = np.divmod(reads, len(design.auditors))
    cases, first, number = np.unique(case, return_index=True, return_counts=True)
    grading = np.argsort(inverse, kind="stable")
    begins = np.concatenate([[0], np.cumsum(np.bincount(inverse))])
    for many in np.unique(number).tolist():
        alike = np.flatnonzero(number == many)
        width = (many + design.domains) * design.most * nodes
        for part in np.array_split(alike, 1 + len(alike) * width // CHUNK):
            places = first[part, None] + np.arange(many)
            rows = [grading[begins[place] : begins[place + many]] for place in first[part].tolist()]
            yield _batch(design, cases[part], auditor[places], inverse, np.concatenate(rows), places)


def _batch(
    design: Design, cases: Integers, who: Integers, read_of: Integers, gradings: Integers, places: Integers
) -> Batch:
    from scipy.sparse import csr_array

    many, domains = who.shape[1], design.domains
    column = design.auditor[gradings] * domains + design.domain[gradings]
    at = np.searchsorted(cases, design.case[gradings])
    read = at * many + read_of[gradings] - places[at, 0]
    one = np.ones(len(gradings))
    return Batch(
        cases,
        who,
        csr_array((one, (read, column)), shape=(len(cases) * many, len(design.auditors) * domains)),
        csr_array(
            (one, (at * domains + design.domain[gradings], column)),
            shape=(len(cases) * domains, len(design.auditors) * domains),
        ),
    )


def slopes(design: Design, plan: Layout, values: Values, at: Chances, seen: Posterior) -> Slopes:
    """Slopes and information at these values."""
    auditors, natural = len(design.auditors), plan.free.shape[0]
    lost = Parts(np.zeros((auditors, auditors)), np.zeros((auditors, natural)), np.zeros((natural, natural)))
    mean_common = np.zeros((len(design.cases), natural))
    mean_common[:, -1] = seen.weight @ (seen.nodes**2) / values.spread**2
    tables = (at.at_least.sum(axis=2).reshape(-1, len(seen.nodes)), at.at_least.reshape(auditors * design.domains, -1))
    of_spread = seen.nodes**2 / values.spread**2
    severity = []
    for batch in plan.batches:
        slope = _over_nodes(design, batch, tables, of_spread)
        severity.append(_lose(lost, mean_common, slope, seen.weight[batch.cases], batch))
    prior = np.exp(log_prior(seen.nodes, values.spread))
    mean_common[:, -1] -= prior @ seen.nodes**2 / values.spread**2
    mean_common[:, :-1] -= plan.seen_common[:, :-1]
    of_severity = _sparse(severity, (len(design.cases), auditors)) - plan.seen_severity
    known = _known(design, plan, values, at, seen, prior).freed(plan.free)
    slope = np.concatenate([np.asarray(of_severity.sum(axis=0)).ravel(), mean_common.sum(axis=0) @ plan.free])
    information = _left(known, lost.freed(plan.free)).whole()
    # Observed, the spread's part can be negative far from the top; expected, it never is.
    square = seen.nodes**2 / values.spread**2
    known.common[-1, -1] = len(seen.weight) * (prior @ square**2 - (prior @ square) ** 2)
    return Slopes(slope, information, known, (of_severity, mean_common @ plan.free))


def _left(known: Parts, lost: Parts) -> Parts:
    """What is known less what is lost, which is written over."""
    severity = np.negative(lost.severity, out=lost.severity)
    severity[np.diag_indices(len(severity))] += known.severity
    return Parts(severity, known.beside - lost.beside, known.common - lost.common)


def _over_nodes(design: Design, batch: Batch, tables: tuple[Floats, Floats], of_spread: Floats) -> Floats:
    """Expected sums of scores and steps at each node: (b, auditors of the case + common, nodes).

    tables: expected score and chance of each step, of each auditor and domain.
    """
    (number, many), nodes = batch.who.shape, len(of_spread)
    rating_scale = design.model == "rating-scale"
    by_domain = (batch.by_domain @ tables[1]).reshape(number, design.domains, design.most, nodes)
    slope = np.empty((number, many + design.domains + design.most * (1 if rating_scale else design.domains) + 1, nodes))
    slope[:, :many] = (batch.by_read @ tables[0]).reshape(number, many, nodes)
    slope[:, many : many + design.domains] = by_domain.sum(axis=2)
    steps = by_domain.sum(axis=1) if rating_scale else by_domain.reshape(number, -1, nodes)
    slope[:, many + design.domains : -1] = steps
    slope[:, -1] = of_spread
    return slope


def _lose(
    lost: Parts, mean_common: Floats, slope: Floats, weight: Floats, batch: Batch
) -> tuple[Integers, Integers, Floats]:
    """Adds a batch's variance of slopes over its cases' nodes to `lost`. Gives its mean slopes for severities."""
    many = batch.who.shape[1]
    mean = np.matmul(slope, weight[:, :, None])[:, :, 0]
    slope -= mean[:, :, None]
    slope *= np.sqrt(weight)[:, None, :]
    square = np.matmul(slope, slope.transpose(0, 2, 1))
    mean_common[batch.cases, :-1] = mean[:, many:-1]
    flat = np.ravel(batch.who)
    np.add(lost.common, square[:, many:, many:].sum(axis=0), out=lost.common)
    np.add.at(lost.beside, flat, square[:, :many, many:].reshape(len(flat), -1))
    np.add.at(lost.severity, (batch.who[:, :, None], batch.who[:, None, :]), square[:, :many, :many])
    return np.repeat(batch.cases, many), flat, mean[:, :many].ravel()


def _sparse(parts: list[tuple[Integers, Integers, Floats]], shape: tuple[int, int]) -> Any:
    from scipy.sparse import csr_array

    case, auditor, value = (np.concatenate(each) for each in zip(*parts, strict=True))
    return csr_array((value, (case, auditor)), shape=shape)


def expected_counts(design: Design, seen: Posterior) -> Floats:
    """How often each score lies at each node, in expectation: (auditors, domains, steps + 1, nodes)."""
    shape = (len(design.auditors), design.domains, design.most + 1, len(seen.nodes))
    return np.asarray(design.counts.T @ seen.weight).reshape(shape)


def _known(design: Design, plan: Layout, values: Values, at: Chances, seen: Posterior, prior: Floats) -> Parts:
    """The information were the cases known: auditors meet only the common parameters, never each other."""
    number = np.asarray(plan.graded.T @ seen.weight).reshape(*at.at_least.shape[:2], -1)
    parts = 1 + 6 * at.at_least.size // CHUNK
    blocks = zip(np.array_split(number, parts), np.array_split(at.at_least, parts), strict=True)
    spread = np.concatenate([_spread(*block) for block in blocks])
    of_step, of_score = spread.sum(axis=3), spread.sum(axis=(2, 3))
    steps = of_step.sum(axis=1) if design.model == "rating-scale" else of_step.reshape(len(of_step), -1)
    beside = np.concatenate([of_score, steps, np.zeros((len(of_step), 1))], axis=1)
    common = _known_common(design, spread)
    square = seen.nodes**2 / values.spread**2
    middle = prior @ square
    common[-1, -1] = 2 * (seen.weight @ square).sum() - 2 * len(seen.weight) * middle
    common[-1, -1] += len(seen.weight) * (prior @ square**2 - middle**2)
    return Parts(of_score.sum(axis=1), beside, common)


def _spread(number: Floats, at_least: Floats) -> Floats:
    """Variances and covariances of steps, (auditors, domains, steps, steps), from how many cases lie at each node."""
    weighted = number[:, :, None] * at_least
    steps = np.arange(at_least.shape[2])
    # A case that takes the later of two steps takes the earlier one too.
    both = weighted.sum(axis=3)[:, :, np.maximum.outer(steps, steps)]
    return np.asarray(both - weighted @ at_least.transpose(0, 1, 3, 2))


def _known_common(design: Design, spread: Floats) -> Floats:
    """What the gradings tell of difficulties and steps. spread: of steps, (auditors, domains, steps, steps)."""
    domains, most = design.domains, design.most
    rating_scale = design.model == "rating-scale"
    size = domains + most * (1 if rating_scale else domains) + 1
    known = np.zeros((size, size))
    known[range(domains), range(domains)] = spread.sum(axis=(0, 2, 3))
    if rating_scale:
        known[:domains, domains:-1] = spread.sum(axis=(0, 3))
        known[domains:-1, domains:-1] = spread.sum(axis=(0, 1))
    else:
        for place in range(domains):
            block = slice(domains + place * most, domains + (place + 1) * most)
            known[place, block] = spread[:, place].sum(axis=(0, 2))
            known[block, block] = spread[:, place].sum(axis=0)
    known[domains:, :domains] = known[:domains, domains:].T
    return known
