"""Guards post-stratification and standardised rates: refusals, limits, and agreement with plain sums."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.intervals import wilson
from looped.stats.rates import byar, directly_standardised, gamma_interval
from looped.stats.standardise import (
    Area,
    AreaMissingError,
    like_with_like,
    post_stratified,
    post_stratified_mean,
    stratified_mean,
)

CASELOAD = {"north": 350, "south": 400, "care": 250}
MONTH = {"north": (6, 20), "south": (1, 6), "care": (0, 5)}
COUNTS = st.integers(2, 30).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


class TestPostStratified:
    @given(north=COUNTS, south=COUNTS, care=COUNTS)
    def test_share_is_the_weighted_mean_and_its_interval_holds_it(self, north, south, care):
        month = {"north": north, "south": south, "care": care}
        found = post_stratified(month, CASELOAD)
        expected = sum(CASELOAD[area] / 1000 * hits / audits for area, (hits, audits) in month.items())
        assert found.share == pytest.approx(expected)
        assert 0 <= found.interval.low <= found.share + 1e-9
        assert found.share - 1e-9 <= found.interval.high <= 1
        assert 0 < found.effective_base <= sum(audits for _, audits in month.values())

    @given(hits=st.integers(0, 40), areas=st.integers(1, 4))
    def test_a_sample_spread_as_the_caseload_is_its_own_standard(self, hits, areas):
        caseload = {str(area): 400 for area in range(areas)}
        found = post_stratified(dict.fromkeys(caseload, (hits, 40)), caseload)
        assert found.share == pytest.approx(found.crude)
        assert found.heaviest == pytest.approx(1)

    def test_the_effective_base_knows_as_much_as_the_sample(self):
        found = post_stratified(MONTH, CASELOAD)
        assert found.se > found.se_plain
        assert found.share * (1 - found.share) / found.effective_base == pytest.approx(found.se**2)

    def test_misses_mirror_hits(self):
        there = post_stratified(MONTH, CASELOAD)
        back = post_stratified({area: (n - x, n) for area, (x, n) in MONTH.items()}, CASELOAD)
        assert (there.share, there.se) == pytest.approx((1 - back.share, back.se))
        assert there.interval.low == pytest.approx(1 - back.interval.high)

    def test_reading_the_whole_caseload_leaves_no_error(self):
        found = post_stratified({"north": (3, 9), "south": (2, 8)}, {"north": 9, "south": 8})
        assert (found.se, found.se_after) == (0.0, 0.0)

    def test_all_or_nothing_areas_do_not_make_a_share_certain(self):
        found = post_stratified({"north": (20, 20), "south": (0, 10)}, {"north": 300, "south": 300})
        assert (found.share, found.se) == (0.5, 0.0)
        assert found.interval == pytest.approx(wilson(15, 30))
        none = post_stratified({"north": (0, 20), "south": (0, 10)}, {"north": 300, "south": 300})
        assert none.interval == wilson(0, 30)

    def test_a_month_that_lacks_an_area_is_refused_and_names_it(self):
        with pytest.raises(AreaMissingError, match="no audits from south, care") as refused:
            post_stratified({"north": (6, 20), "care": (0, 0)}, CASELOAD)
        assert refused.value.areas == ["south", "care"]

    def test_an_area_without_open_cases_is_no_part_of_the_standard(self):
        found = post_stratified(MONTH | {"closed": (0, 0)}, CASELOAD | {"closed": 0})
        assert found.share == post_stratified(MONTH, CASELOAD).share

    def test_one_audit_in_an_area_has_no_spread_and_says_so(self):
        found = post_stratified({"north": (5, 20), "south": (1, 1)}, {"north": 300, "south": 300})
        assert found.se is None
        assert found.warnings == (
            "An area has only one audit, so its spread is unknown.",
            "An audit stands for 10.5 times its due.",
        )

    def test_an_area_whose_only_case_was_read_is_known(self):
        assert post_stratified({"north": (5, 20), "south": (1, 1)}, {"north": 300, "south": 1}).se is not None

    def test_few_audits_in_an_area_are_warned_of(self):
        assert post_stratified(MONTH, CASELOAD).warnings == ()
        assert post_stratified(MONTH | {"care": (0, 3)}, CASELOAD).warnings == ("An area has only 3 audits.",)

    @pytest.mark.parametrize(
        ("month", "caseload", "match"),
        [
            ({"north": (3, 2)}, {"north": 9}, "not a count"),
            ({"north": (1, 10)}, {"north": 9}, "more audits than open cases"),
            ({"north": (1, 2), "south": (1, 2)}, {"north": 9}, "more audits than open cases"),
            ({}, {}, "open cases"),
        ],
    )
    def test_impossible_months_are_refused(self, month, caseload, match):
        with pytest.raises(ValueError, match=match):
            post_stratified(month, caseload)

    def test_a_series_says_what_each_month_covered_and_refuses_some(self):
        first, second = like_with_like([MONTH, {"north": (6, 20)}], CASELOAD)
        assert (first.covered, first.refused) == (("north", "south", "care"), None)
        assert first.standardised == post_stratified(MONTH, CASELOAD)
        assert (second.covered, second.standardised) == (("north",), None)
        assert second.refused == "No audits from south, care."

    def test_intervals_hold_the_truth_about_as_often_as_they_say(self):
        """Areas with different shares, sampled unevenly."""
        chance, truth = np.random.default_rng(2), {"north": 0.3, "south": 0.5, "care": 0.7}
        expected = sum(CASELOAD[area] / 1000 * share for area, share in truth.items())
        held = 0
        for _ in range(600):
            sizes = {"north": 20, "south": 12, "care": 8}
            month = {area: (int(chance.binomial(n, truth[area])), n) for area, n in sizes.items()}
            low, high = post_stratified(month, CASELOAD).interval
            held += low <= expected <= high
        assert 0.93 < held / 600 < 0.99


class TestMeans:
    AREAS = {"north": Area(400, 20, 5.0, 4.0), "south": Area(600, 30, 7.0, 9.0)}

    def test_one_area_is_a_simple_random_sample(self):
        area = {"all": Area(1000, 50, 3.0, 2.0)}
        expected = math.sqrt((1 - 50 / 1000) * 2.0 / 50)
        assert stratified_mean(area).se_mean == pytest.approx(expected)
        assert post_stratified_mean(area).se_mean == pytest.approx(expected)
        assert stratified_mean(area).total == 3000

    def test_the_mean_is_weighted_by_cases(self):
        for estimate in (stratified_mean(self.AREAS), post_stratified_mean(self.AREAS)):
            assert estimate.mean == pytest.approx(0.4 * 5 + 0.6 * 7)

    def test_agrees_with_statsmodels_for_weights_alone(self):
        from statsmodels.stats.weightstats import DescrStatsW

        values, weights = [1.0, 3.0, 2.0, 8.0], [200, 200, 300, 300]
        peer = DescrStatsW(values, weights=weights)
        areas = {"a": Area(400, 2, 2.0, 2.0), "b": Area(600, 2, 5.0, 18.0)}
        assert stratified_mean(areas).mean == pytest.approx(peer.mean)

    @pytest.mark.parametrize("area", [Area(10, 1, 0, 0), Area(10, 11, 0, 0), Area(10, 5, 0, -1)])
    @pytest.mark.parametrize("mean", [stratified_mean, post_stratified_mean])
    def test_impossible_areas_are_refused(self, mean, area):
        with pytest.raises(ValueError, match="two audits"):
            mean({"a": area})
        with pytest.raises(ValueError, match="two audits"):
            mean({})


class TestRates:
    EVENTS, PEOPLE, STANDARD = [12, 30, 8], [2000, 3000, 1000], [25, 50, 25]

    def test_standardising_to_the_people_themselves_changes_nothing(self):
        found = directly_standardised(self.EVENTS, self.PEOPLE, self.PEOPLE, per=100)
        assert found.value == pytest.approx(found.crude)
        low, high = byar(50)
        assert (found.low, found.high) == pytest.approx((low / 60, high / 60))

    def test_the_size_of_the_standard_does_not_matter(self):
        small = directly_standardised(self.EVENTS, self.PEOPLE, self.STANDARD)
        large = directly_standardised(self.EVENTS, self.PEOPLE, [40 * one for one in self.STANDARD])
        assert small.value == pytest.approx(large.value)

    def test_under_ten_events_no_rate_is_given(self):
        assert directly_standardised([4, 5], [100, 100], [1, 1]).value is None
        assert directly_standardised([4, 6], [100, 100], [1, 1]).value == pytest.approx(50)
        assert directly_standardised([0, None], [100, 100], [1, 1], fewest=0).value is None

    def test_gamma_limits_of_one_group_are_the_exact_poisson_ones(self):
        from scipy.stats import chi2

        found = gamma_interval([7], [100], [1], per=100)
        assert (found.low, found.high) == pytest.approx((chi2.ppf(0.025, 14) / 2, chi2.ppf(0.975, 16) / 2))
        assert gamma_interval([0], [100], [1], per=100).low == 0.0

    @given(events=st.integers(0, 2000))
    def test_byar_is_near_the_exact_limits(self, events):
        from scipy.special import gammaincinv

        low, high = byar(events)
        assert high == pytest.approx(gammaincinv(events + 1, 0.975), rel=0.02)
        assert low == pytest.approx(gammaincinv(events, 0.025) if events else 0, rel=0.1, abs=0.1)

    @pytest.mark.parametrize(
        "asked", [([1], [1, 2], [1]), ([], [], []), ([1], [0], [1]), ([-1], [1], [1]), ([1], [1], [0])]
    )
    @pytest.mark.parametrize("rate", [directly_standardised, gamma_interval])
    def test_impossible_groups_are_refused(self, rate, asked):
        with pytest.raises(ValueError, match="group"):
            rate(*asked)

    def test_events_below_nought_are_refused(self):
        with pytest.raises(ValueError, match="below 0"):
            byar(-1)
