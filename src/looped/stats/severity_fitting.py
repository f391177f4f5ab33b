"""The values that make the gradings most probable, by Newton's method with the whole information matrix."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from looped.stats.severity_design import Design, Floats
from looped.stats.severity_information import Layout, Parts, Slopes, layout, slopes
from looped.stats.severity_model import (
    FINEST,
    REACH,
    Chances,
    Posterior,
    Values,
    chances,
    nodes_for,
    posterior,
    spacing_for,
)

STEPS = 60
NEAR = 1e-7
# A step of this many logits or less leaves the information the same but for a hundredth.
SAME_BEND = 0.01
# The spread of the cases, in logits, is sought below this, and within what the nodes can tell.
MOST = 12.0
# A fit at the edge of what its nodes can tell is fitted again on finer or wider ones, so often at most.
REFITS = 8


@dataclass(frozen=True)
class Fitted:
    """The most probable values, severities of all fitted auditors summing to 0; all at those values."""

    values: Values
    at: Chances
    seen: Posterior
    slopes: Slopes
    free: Floats
    converged: bool

    @property
    def alike(self) -> bool:
        """Whether the cases differ by no more than chance: their spread is the least that the nodes can tell."""
        return self.values.spread <= least(self.seen.nodes)


def fit(design: Design) -> Fitted:
    """The model fitted to a design. converged: whether the last step was below 1e-5 logits, and the cases' spread is
    less than the most that is sought.

    Where cases don't differ beyond chance the spread lies at its least: it is held there, and the rest fitted beside.
    """
    values = _start(design)
    for _ in range(REFITS):
        nodes = nodes_for(design, values.spread)
        found = _climb(design, layout(design, len(nodes)), values, nodes)
        if _resolved(design, found.values.spread, nodes):
            break
        values = replace(found.values, spread=max(found.values.spread, FINEST))
    return found


def _resolved(design: Design, spread: float, nodes: Floats) -> bool:
    """Whether cases of this spread neither reach beyond the nodes nor fall between them."""
    fine = float(nodes[1] - nodes[0]) <= 1.5 * spacing_for(design, spread)
    return fine and 5 * spread <= max(REACH, float(nodes[-1])) * 1.01


def _start(design: Design) -> Values:
    thresholds = np.zeros((design.domains, design.most))
    for place, steps in enumerate(design.steps.tolist()):
        here = slice(None) if design.model == "rating-scale" else design.domain == place
        count = np.bincount(design.score[here], minlength=steps + 1)[: steps + 1] + 0.5
        if steps:
            thresholds[place, :steps] = np.log(count[:-1] / count[1:])
            thresholds[place, :steps] -= thresholds[place, :steps].mean()
    return Values(np.zeros(len(design.auditors)), np.zeros(design.domains), thresholds, 1.0)


def _climb(design: Design, plan: Layout, values: Values, nodes: Floats) -> Fitted:
    at = chances(design, values, nodes)
    seen = posterior(design, values, nodes, at)
    length, towards, was_held = np.inf, None, False
    for _ in range(STEPS):
        told = slopes(design, plan, values, at, seen)
        now = _held(told, values.spread, nodes)
        # So near the top the likelihood is bent as it was a step ago.
        if towards is None or length > SAME_BEND or was_held != (now is not told):
            towards, was_held = towards_top(design, now), now is not told
        step = towards(now.slope)
        length = float(np.abs(step).max())
        if length < NEAR:
            break
        step *= min(1.0, 2.0 / length, 0.7 / max(abs(step[-1]), 0.1))
        tried = _uphill(design, plan, values, nodes, step, seen.deviance)
        if tried is None:
            break
        values, at, seen = tried
    return Fitted(values, at, seen, now, plan.free, length < 1e-5 and values.spread < MOST)


def least(nodes: Floats) -> float:
    """The least spread that these nodes can tell from none, in logits."""
    return float(nodes[1] - nodes[0]) / 2


def most(nodes: Floats) -> float:
    """The greatest spread sought on these nodes: beyond it cases would lie evenly over them rather than normally."""
    return min(MOST, float(nodes[-1]) / 2)


def _held(now: Slopes, spread: float, nodes: Floats) -> Slopes:
    """With the spread left out of what is sought where it is at an end of what the nodes can tell and would go on."""
    at_end = (spread <= least(nodes) and now.slope[-1] <= 0) or (spread >= most(nodes) and now.slope[-1] >= 0)
    if not at_end:
        return now
    slope = now.slope.copy()
    slope[-1] = 0.0
    known = Parts(now.known.severity, now.known.beside.copy(), _alone(now.known.common))
    known.beside[:, -1] = 0.0
    return replace(now, slope=slope, information=_alone(now.information), known=known)


def _alone(information: Floats) -> Floats:
    """With the last parameter, the log of the spread, tied to no other."""
    apart = information.copy()
    apart[-1] = apart[:, -1] = 0.0
    apart[-1, -1] = 1.0
    return apart


def towards_top(design: Design, now: Slopes) -> Callable[[Floats], Floats]:
    """Newton's step for a slope; where the likelihood isn't bent downwards, as if the cases were known: that climbs."""
    from scipy.linalg import LinAlgError, cho_factor, cho_solve

    for known_only in (False, True):
        try:
            # Turned, for LAPACK counts by columns: the matrix is the same either way, and needn't be copied.
            information = now.known.whole() if known_only else now.information
            factor = cho_factor(tied(design, information).T, lower=True, overwrite_a=True, check_finite=False)
            return partial(cho_solve, factor, check_finite=False)
        except LinAlgError:
            continue
    held = tied(design, now.known.whole())
    return lambda slope: np.asarray(np.linalg.lstsq(held, slope, rcond=None)[0])


def tied(design: Design, information: Floats) -> Floats:
    """With the fitted severities' sum held, and those of auditors without an estimate held at 0."""
    held = information.copy()
    auditors = len(design.auditors)
    scale = float(np.diag(information)[:auditors].max())
    left_out = np.flatnonzero(~design.fitted)
    if left_out.size:
        held[:auditors, :auditors] += np.where(design.fitted, scale, 0.0) * design.fitted[:, None]
        held[left_out, left_out] += scale
    else:
        held[:auditors, :auditors] += scale
    return held


def _uphill(
    design: Design, plan: Layout, values: Values, nodes: Floats, step: Floats, deviance: float
) -> tuple[Values, Chances, Posterior] | None:
    """The step, halved until the gradings are more probable; None where no part of it helps."""
    for halvings in range(12):
        tried = _moved(design, plan, values, step / 2**halvings, nodes)
        at = chances(design, tried, nodes)
        seen = posterior(design, tried, nodes, at)
        if seen.deviance <= deviance + 1e-9 * abs(deviance):
            return tried, at, seen
    return None


def _moved(design: Design, plan: Layout, values: Values, step: Floats, nodes: Floats) -> Values:
    auditors, domains = len(design.auditors), design.domains
    common = plan.free @ step[auditors:]
    thresholds = common[domains:-1].reshape(-1, design.most)
    return replace(
        values,
        severity=values.severity + step[:auditors],
        difficulty=values.difficulty + common[:domains],
        threshold=values.threshold + thresholds,
        spread=float(np.clip(values.spread * np.exp(common[-1]), least(nodes), most(nodes))),
    )
