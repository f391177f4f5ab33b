"""Every worked example of severity: our own kind of fit to its stated tolerance, TAM's to its own."""

import csv
from pathlib import Path

import numpy as np
import pytest
from tests.unit.stats.severity_worlds import TITLES, world

from looped.stats.severity import severity
from looped.stats.severity_design import design
from looped.stats.severity_fitting import fit
from looped.stats.severity_separation import separation

# Other estimators of the same example, kept to be looked at: pairwise, joint likelihood, other thresholds.
NOT_OURS = {
    "recovery_mml",
    "recovery_theta_eap",
    "raschpy_pairwise",
    "immer_jml",
    "immer_eps_adj",
    "sirt_rm_facets",
    "mfrmr_jml",
}


def small(given):
    path = Path(__file__).parents[2] / "vectors" / given["csv"]
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    domains = [TITLES.index(row["domain"]) for row in rows]
    return [row["audit"] for row in rows], [row["rater"] for row in rows], domains, [int(r["grade"]) + 1 for r in rows]


def test_the_marginal_fit_of_the_worked_example_comes_out(vector, differences):
    example = vector("d01_mfrm_small")
    expected, stated = example["expected"], example["tolerance"]
    gradings = small(example["input"])

    found = severity(*gradings, TITLES, 4)

    made = design(*gradings, 4, "rating-scale", 7)
    fitted = fit(made)
    middle = fitted.seen.weight @ fitted.seen.nodes
    spread = np.sqrt(fitted.seen.weight @ fitted.seen.nodes**2 - middle**2)
    ours = {
        "deviance": found.deviance,
        "rater": {each.auditor: each.severity for each in found.auditors},
        "rater_se_full_information": {each.auditor: each.se for each in found.auditors},
        "domain": {each.domain: each.difficulty for each in found.domains},
        "domain_se": {each.domain: each.se for each in found.domains},
        "tau": [list(found.thresholds)],
        "sd_theta": found.person_sd,
        "eap": dict(zip(made.cases, middle, strict=True)),
        "eap_sd": dict(zip(made.cases, spread, strict=True)),
    }
    assert found.converged
    assert differences(ours, expected["mml"], stated["mml_vs_numpy_mml"]) == []
    steps = {f"step{place + 1}": step for place, step in enumerate(found.thresholds)}
    parameters = ours["domain"] | steps | {f"rater{name}": value for name, value in ours["rater"].items()}
    tam = ours | {"all_xsi": parameters, "EAP_reliability": middle.var() / (middle.var() + (spread**2).mean())}
    assert differences(tam, expected["tam_mml"], stated["mml_vs_tam"]) == []


def test_partial_credit_has_the_severities_of_a_peer_with_thresholds_of_each_domain(vector):
    example = vector("d01_mfrm_small")
    peer = example["expected"]["sirt_rm_facets"]

    found = severity(*small(example["input"]), TITLES, 4, "partial-credit")

    assert found.deviance == pytest.approx(peer["deviance"], abs=0.02)
    assert {a.auditor: a.severity for a in found.auditors} == pytest.approx(peer["rater"], abs=0.003)
    assert [sum(row) for row in found.thresholds] == pytest.approx([0.0] * 7, abs=1e-12)


@pytest.mark.slow
def test_intervals_cover_the_true_severity_as_often_as_they_say(vector):
    example = vector("d05_mfrm_se_coverage")
    expected = example["expected"]
    off, errors = [], []
    for seed in range(example["input"]["replications"]):
        gradings, true = world(seed)
        found = severity(*gradings, TITLES, 4).auditors
        off.append([each.severity - true[each.auditor] for each in found])
        errors.append([each.se for each in found])

    covered = np.mean(np.abs(off) < 1.96 * np.array(errors))

    assert example["tolerance"]["coverage"][0] <= covered <= example["tolerance"]["coverage"][1]
    assert 0.93 <= covered <= 0.97
    assert np.std(off) == pytest.approx(expected["empirical_sd_of_severity"], rel=0.08)
    assert np.mean(errors) == pytest.approx(expected["mean_full_information_se"], rel=0.05)


def test_separation_and_its_kin_come_out(vector, differences):
    example = vector("d06_separation_formula")
    given = example["input"]

    found = separation([list(zip(given["measure"], given["se"], strict=True))])

    ours = {
        "SD_sample": found.sd,
        "RMSE": found.rmse,
        "true_SD": found.true_sd,
        "separation": found.ratio,
        "strata": found.strata,
        "reliability": found.reliability,
        "fixed_chisq": found.chi_squared,
    }
    # Measures and errors are printed to 8 places: their squares' ratio is known to 5 only.
    wider = {"fixed_chisq": 1e-5}
    assert differences(ours, example["expected"], example["tolerance"], wider=wider) == []


def test_no_worked_example_of_severity_is_forgotten(ids_of, vector):
    assert ids_of("d") == {"d01_mfrm_small", "d05_mfrm_se_coverage", "d06_separation_formula"}
    assert set(vector("d01_mfrm_small")["expected"]) == {"mml", "tam_mml"} | NOT_OURS
