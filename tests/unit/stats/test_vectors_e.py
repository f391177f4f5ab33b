"""Every worked example of like with like, each expected leaf of it, to its stated tolerance."""

import pytest

from looped.stats.rates import directly_standardised, gamma_interval
from looped.stats.standardise import Area, post_stratified, post_stratified_mean, stratified_mean


def rates(given):
    answers = {}
    for name, area in given["areas"].items():
        asked = (area["count"], area["pop"], given["stdpop_esp2013"], given["multiplier"])
        usual, wide = directly_standardised(*asked), directly_standardised(*asked, level=0.998)
        answers[name] = {
            "value": usual.value,
            "lower95": usual.low,
            "upper95": usual.high,
            "lower998": wide.low,
            "upper998": wide.high,
        }
        if usual.value is None:
            answers[name] = "suppressed: total count < 10"
    return answers


def gamma(given):
    found = gamma_interval(given["count"], given["pop"], given["stdpop"], per=1)
    return {"crude.rate": found.crude, "adj.rate": found.value, "lci": found.low, "uci": found.high}


def audits(given):
    caseload = dict(zip("123", given["area_N"], strict=True))
    months = {
        name: post_stratified(dict(zip("123", zip(month["x"], month["n"], strict=True), strict=True)), caseload)
        for name, month in given["months"].items()
    }
    return {
        "direct": {
            name: {"crude": m.crude, "std": m.share, "se_plugin": m.se_plain, "se_strat_fpc": m.se}
            for name, m in months.items()
        },
        "survey_package": {
            name: {"strat": m.share, "strat_se": m.se, "post": m.share, "post_se": m.se_after}
            for name, m in months.items()
        },
    }


def stratified(given):
    areas = {name: Area(one["N"], one["n"], one["mean"], one["var"]) for name, one in given["strata"].items()}
    found = stratified_mean(areas)
    return {"mean": found.mean, "se": found.se_mean}


def after_the_event(given):
    cells, sizes = given["cells"], given["N"]
    scores = {name: Area(sizes[name], one["n"], one["mean"], one["var"]) for name, one in cells.items()}
    enrolled = {name: Area(sizes[name], one["n"], one["mean_enroll"], one["var_enroll"]) for name, one in cells.items()}
    found, total = post_stratified_mean(scores), post_stratified_mean(enrolled)
    return {"mean": found.mean, "se": found.se_mean, "total_enroll": total.total, "total_se": total.se_total}


ANSWERS = {
    "e01_dsr_phe": rates,
    "e02_selvin_gamma": gamma,
    "e03_audit_standardised": audits,
    "e04_stratified_api": stratified,
    "e05_poststrat_api": after_the_event,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_worked_example_of_like_with_like_comes_out(name, vector, differences):
    example = vector(name)
    stated = example["tolerance"]
    wider = {"total_enroll": 0.01, "total_se": 0.01}  # totals of 3.6 million, from moments printed to 12 digits

    found = ANSWERS[name](example["input"])

    tolerance = stated["estimate"] if isinstance(stated, dict) else stated
    assert differences(found, example["expected"], tolerance, wider=wider) == []


def test_no_worked_example_of_like_with_like_is_forgotten(ids_of):
    assert ids_of("e") == set(ANSWERS)
