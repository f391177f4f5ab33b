"""Gradings made from known severities, to see whether they are found again."""

import numpy as np


def world(seed, *, audits=120, auditors=10, missing=0.03, spread=1.4, thresholds=(-2.2, -0.1, 2.3)):
    """audits read by two of the auditors in 7 domains: (audit, auditor, domain, grade) and the severities, sum 0."""
    rng = np.random.default_rng(seed)
    severity = rng.normal(0, 0.55, auditors)
    severity -= severity.mean()
    difficulty = np.array([-2, 2, 0, 1, -3, 3, -1]) / 6
    audit = np.repeat(np.arange(audits), 14)
    first = rng.integers(0, auditors, audits)
    second = (first + rng.integers(1, auditors, audits)) % auditors
    auditor = np.repeat(np.stack([first, second], axis=1).ravel(), 7)
    domain = np.tile(np.arange(7), 2 * audits)
    place = rng.normal(0, spread, audits)[audit] - severity[auditor] - difficulty[domain]
    height = np.cumsum(place[:, None] - np.array(thresholds), axis=1)
    chance = np.exp(np.concatenate([np.zeros((len(place), 1)), height], axis=1))
    chance /= chance.sum(axis=1, keepdims=True)
    grade = 1 + (rng.random(len(place))[:, None] > np.cumsum(chance, axis=1)).sum(axis=1)
    kept = rng.random(len(place)) > missing
    return (audit[kept].tolist(), auditor[kept].tolist(), domain[kept].tolist(), grade[kept].tolist()), severity


TITLES = [f"D{number}" for number in range(7)]
