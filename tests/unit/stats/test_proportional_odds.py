"""Guards the ordinal model: statsmodels agrees, clean splits are named, intervals follow the likelihood."""

import math

import numpy as np
import pytest

from looped.stats.proportional_odds import profile_interval, proportional_odds

MONTHS = np.repeat([0, 1, 2], [31, 30, 16])
GRADES = [1] * 2 + [2] * 22 + [3] * 7 + [1] * 5 + [2] * 18 + [3] * 7 + [2] * 9 + [3] * 7
AREA = np.arange(77) % 2


def test_agrees_with_statsmodels_with_a_covariate():
    from statsmodels.miscmodels.ordinal_model import OrderedModel

    covariates = np.column_stack([MONTHS, AREA]).astype(float)
    peer = OrderedModel(np.array(GRADES), covariates, distr="logit").fit(method="newton", disp=False)
    found = proportional_odds(GRADES, covariates, ["month", "area"])
    slopes = [found.slopes["month"].value, found.slopes["area"].value]
    assert slopes == pytest.approx(peer.params[:2], abs=1e-4)
    assert [found.slopes["month"].se, found.slopes["area"].se] == pytest.approx(peer.bse[:2], abs=1e-3)
    assert found.log_likelihood == pytest.approx(peer.llf)


def test_the_seed_has_the_odds_ratio_of_the_methods_page():
    found = proportional_odds(GRADES, MONTHS[:, None], ["month"])
    low, high = profile_interval("month", GRADES, MONTHS[:, None], ["month"])
    assert [round(math.exp(value), 2) for value in (found.slopes["month"].value, low, high)] == [1.47, 0.81, 2.7]


def test_published_profile_interval_of_the_wine(vector):
    """Christensen's vignette of clm: 1.510 to 3.595 for warm."""
    rows = vector("a09_ordinal_logit_wine")["input"]["wine"]
    covariates = np.array([[row["temp"] == "warm", row["contact"] == "yes"] for row in rows], dtype=float)
    found = profile_interval("warm", [row["rating"] for row in rows], covariates, ["warm", "yes"])
    assert found == pytest.approx((1.5098, 3.5952), abs=1e-4)


def test_profile_limits_lie_where_the_deviance_has_risen_by_the_quantile():
    covariates = np.column_stack([MONTHS, AREA]).astype(float)
    top = proportional_odds(GRADES, covariates, ["month", "area"])
    narrow = profile_interval("area", GRADES, covariates, ["month", "area"], level=0.8)
    wide = profile_interval("area", GRADES, covariates, ["month", "area"], level=0.99)
    assert wide.low < narrow.low < top.slopes["area"].value < narrow.high < wide.high


def test_rows_alike_may_be_given_once_with_a_weight():
    cells = [(month, grade) for month in range(3) for grade in (1, 2, 3)]
    weights = [sum(m == month and g == grade for m, g in zip(MONTHS, GRADES, strict=True)) for month, grade in cells]
    short = proportional_odds([g for _, g in cells], [[m] for m, _ in cells], ["month"], weights)
    full = proportional_odds(GRADES, MONTHS[:, None], ["month"])
    assert short.slopes["month"].value == pytest.approx(full.slopes["month"].value)
    assert short.thresholds.keys() == full.thresholds.keys()


def test_a_grade_never_used_has_no_threshold():
    skipped = [4 if grade == 3 else grade for grade in GRADES]
    found = proportional_odds(skipped, MONTHS[:, None], ["month"])
    assert list(found.thresholds) == ["1|2", "2|4"]
    assert found.deviance == pytest.approx(proportional_odds(GRADES, MONTHS[:, None], ["month"]).deviance)


def test_turning_the_scale_turns_the_slope():
    there = proportional_odds(GRADES, MONTHS[:, None], ["month"])
    back = proportional_odds([4 - grade for grade in GRADES], MONTHS[:, None], ["month"])
    assert there.slopes["month"].value == pytest.approx(-back.slopes["month"].value)
    assert there.slopes["month"].se == pytest.approx(back.slopes["month"].se)


def test_a_cutpoint_far_from_its_start_is_still_found():
    """One grade fills nearly everything, and the slope is steep: Newton's first steps overshoot."""
    months = np.repeat([0, 1, 2, 3], 40)
    grades = [1] * 39 + [2] + [1] * 30 + [2] * 10 + [1] * 2 + [2] * 38 + [2] * 39 + [3]
    found = proportional_odds(grades, months[:, None], ["month"])
    step = 1e-4
    assert found.slopes["month"].value > 2
    near = profile_interval("month", grades, months[:, None], ["month"], level=step)
    assert near == pytest.approx((found.slopes["month"].value,) * 2, abs=1e-3)


@pytest.mark.parametrize(
    ("grades", "months", "why_not"),
    [
        ([1, 1, 2, 2, 3], [0, 0, 1, 1, 2], "the grades are parted cleanly by month"),
        ([1, 2, 2, 2], [0, 0, 1, 1], "the grades are parted cleanly by month"),
        ([2, 2], [0, 1], "every audit has the same grade"),
        ([1, 2], [0, 0], "the covariates repeat each other: month"),
    ],
)
def test_what_has_no_estimate_says_why(grades, months, why_not):
    covariates = [[month] for month in months]
    found = proportional_odds(grades, covariates, ["month"])
    assert (found.estimable, found.why_not, found.deviance) == (False, why_not, None)
    assert profile_interval("month", grades, covariates, ["month"]) is None


def test_only_the_covariate_that_parts_is_named():
    grades = [1, 2, 1, 2, 2, 2, 2, 2]
    covariates = [[0, 0], [0, 0], [1, 0], [1, 0], [0, 1], [0, 1], [1, 1], [1, 1]]
    assert proportional_odds(grades, covariates, ["month", "area"]).why_not == "the grades are parted cleanly by area"


@pytest.mark.parametrize(("covariates", "names", "weights"), [([[0], [1]], [], None), ([[0], [1]], ["month"], [1.0])])
def test_shapes_that_do_not_match_are_refused(covariates, names, weights):
    with pytest.raises(ValueError, match="one row each"):
        proportional_odds([1, 2], covariates, names, weights)


def test_an_unknown_slope_is_refused():
    with pytest.raises(ValueError, match="area"):
        profile_interval("area", GRADES, MONTHS[:, None], ["month"])


def test_no_audits_are_no_fit():
    assert proportional_odds([], [], []).why_not == "there are no audits"
    assert proportional_odds([2, 3], [[0], [1]], ["month"], [0, 0]).why_not == "there are no audits"
