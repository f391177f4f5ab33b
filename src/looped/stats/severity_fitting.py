"""The values that make the gradings most probable, by Newton's method with the whole information matrix."""

from dataclasses import dataclass, replace

import numpy as np

from looped.stats.severity_design import Design, Floats
from looped.stats.severity_information import Layout, Slopes, layout, slopes
from looped.stats.severity_model import REACH, Chances, Posterior, Values, chances, nodes_for, posterior

STEPS = 60
NEAR = 1e-7
# The spread of the cases, in logits, is sought between these.
LEAST, MOST = 0.02, 12.0


@dataclass(frozen=True)
class Fitted:
    """The most probable values, severities of all fitted auditors summing to 0; all at those values."""

    values: Values
    at: Chances
    seen: Posterior
    slopes: Slopes
    free: Floats
    converged: bool


def fit(design: Design) -> Fitted:
    """The model fitted to a design. converged: whether the last step was below 1e-7 logits, away from any bound."""
    values = _start(design)
    while True:
        nodes = nodes_for(design, values.spread)
        found = _climb(design, layout(design, len(nodes)), values, nodes)
        if 5 * found.values.spread <= max(REACH, float(nodes[-1])) * 1.01 or not found.converged:
            return found
        values = found.values


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
    for _ in range(STEPS):
        now = slopes(design, plan, values, at, seen)
        step = newton_step(design, now)
        length = float(np.abs(step).max())
        if length < NEAR:
            break
        step *= min(1.0, 2.0 / length, 0.7 / max(abs(step[-1]), 0.1))
        tried = _uphill(design, plan, values, nodes, step, seen.deviance)
        if tried is None:
            break
        values, at, seen = tried
    inside = LEAST < values.spread < MOST
    return Fitted(values, at, seen, now, plan.free, length < 1e-5 and inside)


def newton_step(design: Design, now: Slopes) -> Floats:
    """Towards the top; where the likelihood isn't bent downwards, as if the cases were known (which always climbs)."""
    from scipy.linalg import LinAlgError, cho_factor, cho_solve

    for information in (now.information, now.known):
        try:
            return np.asarray(cho_solve(cho_factor(tied(design, information)), now.slope))
        except LinAlgError:
            continue
    return np.asarray(np.linalg.lstsq(tied(design, now.known), now.slope, rcond=None)[0])


def tied(design: Design, information: Floats) -> Floats:
    """With the fitted severities' sum held, and those of auditors without an estimate held at 0."""
    held = information.copy()
    scale = float(np.diag(information)[: len(design.auditors)].max())
    fitted = np.flatnonzero(design.fitted)
    held[np.ix_(fitted, fitted)] += scale
    left_out = np.flatnonzero(~design.fitted)
    held[left_out, left_out] += scale
    return held


def _uphill(
    design: Design, plan: Layout, values: Values, nodes: Floats, step: Floats, deviance: float
) -> tuple[Values, Chances, Posterior] | None:
    """The step, halved until the gradings are more probable; None where no part of it helps."""
    for halvings in range(12):
        tried = _moved(design, plan, values, step / 2**halvings)
        at = chances(design, tried, nodes)
        seen = posterior(design, tried, nodes, at)
        if seen.deviance <= deviance + 1e-9 * abs(deviance):
            return tried, at, seen
    return None


def _moved(design: Design, plan: Layout, values: Values, step: Floats) -> Values:
    auditors, domains = len(design.auditors), design.domains
    common = plan.free @ step[auditors:]
    thresholds = common[domains:-1].reshape(-1, design.most)
    return replace(
        values,
        severity=values.severity + step[:auditors],
        difficulty=values.difficulty + common[:domains],
        threshold=values.threshold + thresholds,
        spread=float(np.clip(values.spread * np.exp(common[-1]), LEAST, MOST)),
    )
