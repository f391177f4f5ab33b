"""The many-facet Rasch model at given values: chances of each grade, and how probable the gradings are.

log P(score k) - log P(k - 1) = case - difficulty of the domain - severity of the auditor - threshold k; all in logits.
Cases are spread normally around 0; they are summed out over nodes that all cases share.
Source: Linacre 1989, Many-Facet Rasch Measurement; Bock and Aitkin 1981 for the marginal likelihood.
"""

import math
from dataclasses import dataclass

import numpy as np

from looped.stats.severity_design import Design, Floats

# The farthest nodes, in logits, while the cases' spread is under a fifth of it.
REACH = 8.0
# Spreads under this, in logits, are near enough to none: nodes don't stand closer for their sake.
FINEST = 0.1
# Numbers held at once where many auditors or cases are gone through: 1 MB a table stays near the processor.
CHUNK = 120_000


@dataclass(frozen=True)
class Values:
    """Values of the model, in logits. severity: (auditors,); difficulty: (domains,); threshold: (domains, steps).

    spread: standard deviation of the cases. Thresholds beyond a domain's steps are 0 and mean nothing.
    """

    severity: Floats
    difficulty: Floats
    threshold: Floats
    spread: float


@dataclass(frozen=True)
class Chances:
    """At each node: log_chance of each score, shape (auditors, domains, steps + 1, nodes), and at_least, the chance of
    that many steps or more, shape (auditors, domains, steps, nodes)."""

    log_chance: Floats
    at_least: Floats


@dataclass(frozen=True)
class Posterior:
    """What the gradings say of each case. weight: over the nodes, shape (cases, nodes); deviance: -2 log likelihood."""

    nodes: Floats
    weight: Floats
    deviance: float


def nodes_for(design: Design, spread: float) -> Floats:
    """Nodes in logits, evenly spaced, dense enough for the case with most gradings (error under 1e-6 of a likelihood).

    Source: the trapezoid rule on a normal of deviation s errs by exp(-2 (pi s / spacing)^2).
    """
    spacing = spacing_for(design, spread)
    half = math.ceil(max(REACH, 5.5 * spread) / spacing)
    return np.asarray(np.arange(-half, half + 1) * spacing)


def spacing_for(design: Design, spread: float) -> float:
    """Logits between nodes: within the spread of the cases, and of what their gradings leave open."""
    busiest = int(np.bincount(design.case).max())
    return max(1 / math.sqrt(1 / min(1.0, max(FINEST, spread)) ** 2 + busiest / 2), 0.04)


def chances(design: Design, values: Values, nodes: Floats) -> Chances:
    """The chance of each score for each auditor, domain and node."""
    of_one = design.domains * design.most * len(nodes)
    parts = np.array_split(values.severity, 1 + 6 * len(values.severity) * of_one // CHUNK)
    log_chance, at_least = zip(*(_chances(design, values, nodes, part) for part in parts), strict=True)
    return Chances(np.concatenate(log_chance), np.concatenate(at_least))


def _chances(design: Design, values: Values, nodes: Floats, severity: Floats) -> tuple[Floats, Floats]:
    """Log chance of each score and chance of each step, of auditors of these severities."""
    steps = np.arange(design.most)
    easier = nodes - values.difficulty[None, :, None, None] - severity[:, None, None, None]
    logit = easier - values.threshold[None, :, :, None]
    logit = np.where((steps < design.steps[:, None])[None, :, :, None], logit, -np.inf)
    score = np.concatenate([np.zeros_like(logit[:, :, :1]), np.cumsum(logit, axis=2)], axis=2)
    score -= score.max(axis=2, keepdims=True)
    size = np.exp(score)
    total = size.sum(axis=2, keepdims=True)
    at_least = np.cumsum((size / total)[:, :, ::-1], axis=2)[:, :, ::-1][:, :, 1:]
    return score - np.log(total), at_least


def posterior(design: Design, values: Values, nodes: Floats, at: Chances) -> Posterior:
    """Where each case lies, given its gradings and the values."""
    rows = np.maximum(at.log_chance, -1e30).reshape(-1, len(nodes))  # a score beyond a domain's steps never occurs
    weight = design.counts @ rows
    prior = log_prior(nodes, values.spread)
    blocks = np.array_split(weight, 1 + 6 * weight.size // CHUNK)
    return Posterior(nodes, weight, -2 * sum(_normed(block, prior) for block in blocks))


def _normed(joint: Floats, prior: Floats) -> float:
    """Log likelihoods at the nodes, shape (cases, nodes), made into weights where they stand; their log likelihood."""
    joint += prior
    most = joint.max(axis=1, keepdims=True)
    joint -= most
    np.exp(joint, out=joint)
    total = joint.sum(axis=1, keepdims=True)
    joint /= total
    return float((np.log(total) + most).sum())


def log_prior(nodes: Floats, spread: float) -> Floats:
    """Log weights of the nodes for cases normal around 0; they sum to 1."""
    height = -0.5 * (nodes / spread) ** 2
    return np.asarray(height - np.log(np.exp(height - height.max()).sum()) - height.max())
