"""Guards the intervals of one share: exact ends, order between methods, and agreement with statsmodels."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.intervals import clopper_pearson, jeffreys, mid_p, normal_quantile, wilson, wilson_cc

METHODS = [wilson, wilson_cc, clopper_pearson, mid_p]
COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize("interval", METHODS)
@pytest.mark.parametrize("n", [1, 2, 16, 31, 5000])
def test_no_hits_start_at_nought_and_all_hits_end_at_one(interval, n):
    assert interval(0, n).low == 0.0
    assert interval(n, n).high == 1.0


@pytest.mark.parametrize("interval", [*METHODS, jeffreys])
@pytest.mark.parametrize(("hits", "n", "level"), [(0, 0, 0.95), (-1, 5, 0.95), (6, 5, 0.95), (1, 5, 0), (1, 5, 1)])
def test_impossible_counts_and_levels_are_refused(interval, hits, n, level):
    with pytest.raises(ValueError, match=r"base|count|level"):
        interval(hits, n, level)


def test_a_level_outside_nought_to_one_has_no_quantile():
    with pytest.raises(ValueError, match="level"):
        normal_quantile(1.0)
    assert math.isclose(normal_quantile(0.95), 1.959963984540054)


@pytest.mark.slow
@pytest.mark.parametrize("interval", [*METHODS, jeffreys])
@given(counted=COUNTS)
def test_an_interval_holds_its_share_and_mirrors_when_hits_and_misses_swap(interval, counted):
    hits, n = counted
    low, high = interval(hits, n)
    mirrored = interval(n - hits, n)
    assert 0 <= low <= high <= 1
    if interval is not jeffreys or 0 < hits < n:
        assert low <= hits / n + 1e-12
        assert hits / n <= high + 1e-12
    assert math.isclose(low, 1 - mirrored.high, abs_tol=1e-9)


@given(counted=COUNTS)
def test_wider_levels_and_corrections_give_wider_intervals(counted):
    hits, n = counted
    narrow, wide, corrected = wilson(hits, n, 0.9), wilson(hits, n, 0.99), wilson_cc(hits, n, 0.9)
    assert wide.low <= narrow.low <= narrow.high <= wide.high
    assert corrected.low <= narrow.low + 1e-12
    assert narrow.high <= corrected.high + 1e-12
    exact, halved = clopper_pearson(hits, n), mid_p(hits, n)
    assert exact.low <= halved.low + 1e-9
    assert halved.high <= exact.high + 1e-9


@pytest.mark.parametrize(("hits", "n"), [(7, 31), (0, 16), (16, 16), (1, 2), (130, 400)])
def test_limits_agree_with_statsmodels(hits, n):
    from statsmodels.stats.proportion import proportion_confint

    assert wilson(hits, n) == pytest.approx(proportion_confint(hits, n, method="wilson"), abs=1e-12)
    if 0 < hits < n:
        assert clopper_pearson(hits, n) == pytest.approx(proportion_confint(hits, n, method="beta"), abs=1e-12)
        assert jeffreys(hits, n) == pytest.approx(proportion_confint(hits, n, method="jeffreys"), abs=1e-12)


def test_wilson_takes_an_effective_base():
    low, high = wilson(3.5, 12.25)
    assert 0 < low < 3.5 / 12.25 < high < 1
