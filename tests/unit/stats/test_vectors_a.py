"""Every worked example of shares and change, each expected leaf of it, to its stated tolerance."""

import numpy as np
import pytest

from looped.stats.cochran_armitage import cochran_armitage, cochran_armitage_exact
from looped.stats.goodman import goodman, sison_glaz
from looped.stats.intervals import clopper_pearson, jeffreys, mid_p, wilson, wilson_cc
from looped.stats.jonckheere import from_values, jonckheere
from looped.stats.mann_whitney import mann_whitney
from looped.stats.proportional_odds import proportional_odds


def intervals(given):
    methods = {
        "wilson": wilson,
        "wilson_cc": wilson_cc,
        "clopper_pearson": clopper_pearson,
        "midp": mid_p,
        "jeffreys": jeffreys,
    }
    return [{name: method(one["x"], one["n"]) for name, method in methods.items()} for one in given]


def wilson_at_two_levels(given):
    return {level: [wilson(*one, level=float(level) / 100) for one in given] for level in ("95", "99.8")}


def trends(given):
    present, scores = given["agresti_present"], given["scores"]
    bases = [a + b for a, b in zip(given["agresti_absent"], present, strict=True)]
    seed = {
        "seed_good": given["seed_good_x"],
        "seed_inadequate": given["seed_inadequate_x"],
        "seed_dm": given["seed_dm_goodplus_x"],
    }
    found = {
        "agresti": cochran_armitage(present, bases, scores),
        "agresti_equal_scores": cochran_armitage(present, bases),
    }
    found |= {name: cochran_armitage(x, given["seed_n"]) for name, x in seed.items()}
    answers = {name: {"chi2": trend.chi2, "p": trend.p} for name, trend in found.items()}
    for name, x in seed.items():
        exact = cochran_armitage_exact(x, given["seed_n"])
        answers[f"exact_conditional_{name}"] = {
            "p_greater": exact.p_greater,
            "p_less": exact.p_less,
            "p_two_abs": exact.p,
        }
    other = cochran_armitage(given["seed_good_x"], given["seed_n"], variant="N-1")
    note = "statsmodels Table.test_ordinal_association uses (N-1): chi2=(N-1)/N * CA"
    answers["linear_by_linear_variant_seed_good"] = {"z": other.z, "p": other.p, "note": note}
    return answers


def jonckheeres(given):
    book = from_values(given["hollander_wolfe"]["groups"])
    x, g = np.array(given["no_ties"]["x"]), np.array(given["no_ties"]["g"])
    untied = from_values([x[g == group] for group in np.unique(g)])
    seed = jonckheere(given["seed_overall_counts_I_RI_G_O"], method="asymptotic")
    one_sided = jonckheere(book, "increasing", method="asymptotic")
    drawn = jonckheere(book, "increasing", method="permutation", draws=200_000)
    exact = jonckheere(untied, "increasing", method="exact")
    return {
        "hollander_wolfe": {
            "J": one_sided.statistic,
            "p_increasing_no_tie_correction": without_ties(book),
            "p_increasing_tie_corrected": one_sided.p,
            "E": one_sided.expected,
            "V_tie_corrected": one_sided.variance,
            "p_permutation_200k": drawn.p,
        },
        "no_ties": {"J": exact.statistic, "p_exact_increasing": exact.p},
        "seed_overall": {
            "J": seed.statistic,
            "E": seed.expected,
            "V": seed.variance,
            "z": seed.z,
            "p_two": seed.p,
        },
    }


def without_ties(table):
    """What a program that forgets the ties prints: the variance as if every value were different."""
    from statistics import NormalDist

    from looped.stats.jonckheere import moments, statistics_of

    expected, variance = moments(table.sum(axis=1), np.ones(table.sum(), dtype=int))
    return NormalDist().cdf(-(statistics_of(table[None])[0] - expected) / variance**0.5)


def pairs_of_months(given):
    answers = {}
    for name, months in given.items():
        found = mann_whitney(months["a"], months["b"])
        answers[name] = {
            "U_b": found.u,
            "theta": found.theta,
            "p_asym": found.p_asymptotic,
            "p_asym_cc": found.p_corrected,
            "p_exact": found.p_exact,
        }
    return answers


def wine(given):
    rows = given["wine"]
    covariates = np.array([[row["temp"] == "warm", row["contact"] == "yes"] for row in rows], dtype=float)
    found = proportional_odds([row["rating"] for row in rows], covariates, ["tempwarm", "contactyes"])
    return fitted(found) | {"logLik": found.log_likelihood}


def housing(given):
    rows = given["housing"]
    columns = [("Infl", "Medium"), ("Infl", "High"), ("Type", "Apartment"), ("Type", "Atrium"), ("Type", "Terrace")]
    columns.append(("Cont", "High"))
    covariates = np.array([[row[key] == value for key, value in columns] for row in rows], dtype=float)
    grades = ["Low", "Medium", "High"]
    names = [key + value for key, value in columns]
    weights = [row["Freq"] for row in rows]
    found = proportional_odds([grades.index(row["Sat"]) for row in rows], covariates, names, weights)
    answers = fitted(found)
    for part in ("coef", "se"):
        answers[part] |= {"Low|Medium": answers[part]["0|1"], "Medium|High": answers[part]["1|2"]}
    return answers | {"deviance": found.deviance}


def fitted(found):
    everything = found.slopes | found.thresholds
    return {
        "coef": {name: one.value for name, one in everything.items()},
        "se": {name: one.se for name, one in everything.items()},
    }


ANSWERS = {
    "a01_wilson_newcombe1998": intervals,
    "a03_wilson_phe": wilson_at_two_levels,
    "a05_cochran_armitage": trends,
    "a06_jonckheere": jonckheeres,
    "a08_mannwhitney_ordinal": pairs_of_months,
    "a09_ordinal_logit_wine": wine,
    "a10_ordinal_logit_housing": housing,
    "a12_multinomial_ci": lambda given: {
        "goodman": goodman(given["counts"]),
        "sison_glaz": sison_glaz(given["counts"]),
    },
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_worked_example_of_shares_and_change_comes_out(name, vector, differences):
    example = vector(name)
    wider = {"hollander_wolfe/p_permutation_200k": 0.002}  # drawn: the example states this tolerance

    found = ANSWERS[name](example["input"])

    assert differences(found, example["expected"], example["tolerance"], wider=wider) == []


def test_no_worked_example_of_shares_and_change_is_forgotten(ids_of):
    assert ids_of("a") == set(ANSWERS)
