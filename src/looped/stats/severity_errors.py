"""Standard errors of the severity model: from the whole information matrix, and clustered by case.

The information is inverted whole: errors that ignore how the parameters hang together are about half the truth.
Severities are told as differences from the mean of their component, so errors are those of the differences.
"""

from dataclasses import dataclass

import numpy as np

from looped.stats.severity_design import Design, Floats, Integers
from looped.stats.severity_fitting import Fitted, tied


@dataclass(frozen=True)
class Centred:
    """Severity of each auditor against the mean of those told in the component, nan where none is told; difficulty.

    *_error: from the information; *_clustered: robust to dependence within a case. Domains: nan where none.
    shift: mean severity of the component, of each component from 1 on (place 0 is empty); nan where none is told.
    """

    severity: Floats
    severity_error: Floats
    severity_clustered: Floats
    difficulty: Floats
    difficulty_error: Floats
    difficulty_clustered: Floats
    shift: Floats


def centred(design: Design, fitted: Fitted, told: Integers) -> Centred:
    """Values and errors of the auditors in `told` (places) and of the domains, in logits.

    Source: sandwich as in White 1982, Econometrica 50:1-25, times cases / (cases - 1).
    """
    auditors, parameters = len(design.auditors), fitted.slopes.slope.size
    groups = np.zeros((int(design.component.max()) + 1, parameters))
    groups[design.component[told], told] = 1.0
    size = groups.sum(axis=1)
    groups /= np.maximum(size, 1)[:, None]
    shift = groups[:, :auditors] @ fitted.values.severity
    domains = auditors + np.arange(int(design.fitted_domains.sum()))
    spread = np.zeros((parameters, len(groups)))
    spread[told, design.component[told]] = -1.0
    spread[domains] = size / max(size.sum(), 1)
    error, clustered = _errors(design, fitted, groups, spread)
    difficulty = fitted.values.difficulty + shift @ spread[domains[:1]].sum(axis=0)
    return Centred(
        _at(auditors, told, fitted.values.severity - shift[design.component]),
        _at(auditors, told, error[:auditors]),
        _at(auditors, told, clustered[:auditors]),
        _at(design.domains, design.fitted_domains, difficulty),
        _put(design.fitted_domains, error[domains]),
        _put(design.fitted_domains, clustered[domains]),
        np.where(size > 0, shift, np.nan),
    )


def _errors(design: Design, fitted: Fitted, groups: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """Errors of parameters + spread @ (groups @ parameters); nan throughout where the information isn't positive."""
    variance = covariance(design, fitted)
    moved = variance + spread @ (groups @ variance)
    whole = np.diag(moved) + np.einsum("ij,ij->i", moved @ groups.T, spread)
    robust = np.einsum("ij,ij->i", moved @ _meat(fitted), moved)
    cases = len(np.unique(design.case))
    return np.sqrt(np.maximum(whole, 0.0)), np.sqrt(np.maximum(robust, 0.0) * cases / max(cases - 1, 1))


def covariance(design: Design, fitted: Fitted) -> Floats:
    """Covariance of severities and common parameters, severities of fitted auditors summing to 0."""
    held = tied(design, fitted.slopes.information)
    variance = _inverse(held)
    if variance is None:
        return np.full_like(fitted.slopes.information, np.nan)
    auditors, many = len(design.auditors), int(design.fitted.sum())
    same = np.zeros(len(variance))
    same[:auditors][design.fitted] = 1.0
    same[auditors : auditors + int(design.fitted_domains.sum())] = -1.0
    tie = float(np.diag(fitted.slopes.information)[:auditors].max())
    # The tie holds the sum only loosely: what it leaves along the direction of no information is taken off.
    variance -= np.outer(same, same) / (tie * many**2)
    return variance


def _inverse(matrix: Floats) -> Floats | None:
    """The inverse of a symmetric matrix, which is written over; None where it isn't positive."""
    from scipy.linalg.lapack import dpotrf, dpotri

    # LAPACK counts by columns: its upper half is the lower of ours, and the matrix is the same either way.
    factor, failed = dpotrf(matrix.T, overwrite_a=True, clean=False)
    if failed:
        return None
    upper, _ = dpotri(factor, overwrite_c=True)
    half = np.triu(upper)
    return np.asarray(half + np.triu(half, 1).T)


def _meat(fitted: Fitted) -> Floats:
    severity, common = fitted.slopes.of_case
    beside = severity.T @ common
    return np.block([[(severity.T @ severity).toarray(), beside], [beside.T, common.T @ common]])


def _at(size: int, places: Integers | np.ndarray, values: Floats) -> Floats:
    found = np.full(size, np.nan)
    found[places] = values[places]
    return found


def _put(where: np.ndarray, values: Floats) -> Floats:
    found = np.full(len(where), np.nan)
    found[where] = values
    return found
