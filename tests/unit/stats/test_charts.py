"""Guards the charts over time: both dialects, breaks, provisional limits, icons, p and p' limits, rare events."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.laney import laney, sigma_z
from looped.stats.mdc_rules import (
    DIALECTS,
    Dialect,
    assurance,
    part_of_seven,
    plot_the_dots,
    run_ends,
    trend_ends,
    two_of_three,
)
from looped.stats.p_chart import p_chart
from looped.stats.rare_events import chance_of_none_since, exact_limits, exact_poisson_limits, g_chart
from looped.stats.segments import segments, standing
from looped.stats.t_chart import t_chart
from looped.stats.xmr import xmr_limits

SERIES = st.lists(st.integers(-9, 9), min_size=13, max_size=30)
WOBBLE = [1, -1] * 8


def rules_of(chart):
    return [point.rule for point in chart.points]


class TestXmr:
    @given(values=SERIES, moved=st.integers(-50, 50), stretched=st.integers(1, 9))
    def test_limits_move_and_stretch_with_the_values(self, values, moved, stretched):
        plain, other = xmr_limits(values), xmr_limits([moved + stretched * value for value in values])
        assert other.mean == pytest.approx(moved + stretched * plain.mean)
        assert other.upper - other.lower == pytest.approx(stretched * (plain.upper - plain.lower))

    def test_near_limits_lie_two_thirds_of_the_way(self):
        limits = xmr_limits([2, 1, 2, 1])
        assert limits.near_upper - limits.mean == pytest.approx(2 / 3 * (limits.upper - limits.mean))
        assert limits.mean - limits.near_lower == pytest.approx(2 / 3 * (limits.mean - limits.lower))

    def test_screening_narrows_limits_only_where_a_range_is_extreme(self):
        assert xmr_limits(WOBBLE, screened=True) == xmr_limits(WOBBLE)
        assert xmr_limits([*WOBBLE, 30], screened=True).upper < xmr_limits([*WOBBLE, 30]).upper
        assert xmr_limits([4, 4, 4], screened=True).moving_range == 0

    def test_a_range_of_three_averages_is_kept_and_one_of_four_is_not(self):
        three, four = [0, 1, 0, 1, 0, 1, 0, 4.5], [0, 1, 0, 1, 0, 1, 0, 1, 0, 7]
        assert xmr_limits(three, screened=True) == xmr_limits(three)
        assert xmr_limits(four, screened=True).moving_range == 1

    def test_one_point_has_no_range(self):
        with pytest.raises(ValueError, match="two points"):
            xmr_limits([3])


class TestRules:
    @given(values=SERIES)
    def test_upside_down_turns_improvement_into_concern(self, values):
        for dialect in DIALECTS:
            up = plot_the_dots(values, "increase", dialect=dialect)
            down = plot_the_dots([-value for value in values], "decrease", dialect=dialect)
            assert [point.kind for point in up.points] == [point.kind for point in down.points]

    @given(values=SERIES, improvement=st.sampled_from(["increase", "decrease"]))
    def test_the_better_direction_changes_the_kind_but_never_the_rule(self, values, improvement):
        chosen, neither = plot_the_dots(values, improvement), plot_the_dots(values, "neither")
        assert rules_of(chosen) == rules_of(neither)
        assert {point.kind for point in neither.points} <= {"common_cause", "neutral"}

    def test_a_point_outside_counts_towards_two_of_three_only_since_2023(self):
        values = [1, -1] * 10 + [10, 6.2, 1]
        new, old = (
            plot_the_dots(values, "increase"),
            plot_the_dots(values, "increase", dialect="nhsrplotthedots", screened=False),
        )
        assert rules_of(new)[-3:] == ["above_upper_limit", "two_of_three_high", None]
        assert rules_of(old)[-3:] == ["above_upper_limit", None, None]

    def test_the_third_point_may_lie_anywhere_only_since_2023(self):
        values = [1, -1] * 10 + [10, 6.2, -1]
        one_side = Dialect("one_side", counts_beyond_limits=True, one_side=True, screened=False, full_from=13)
        assert rules_of(plot_the_dots(values, "increase"))[-2] == "two_of_three_high"
        assert rules_of(plot_the_dots(values, "increase", dialect=one_side))[-2] is None

    def test_two_near_opposite_limits_are_nothing(self):
        assert two_of_three([1, 0, 1], [1, 1, -1], one_side=False) == [0, 0, 0]

    def test_a_point_on_the_mean_breaks_a_run_and_a_tie_breaks_a_trend(self):
        assert part_of_seven(run_ends([1] * 6 + [0] + [1] * 6)) == [0] * 13
        assert part_of_seven(trend_ends([1, 2, 3, 3, 4, 5, 6])) == [0] * 7
        assert part_of_seven(trend_ends([3, 1, 2, 3, 4, 5, 6, 7])) == [0] + [1] * 7
        assert part_of_seven(trend_ends([7, 6, 5, 4, 3, 2, 1, 2])) == [-1] * 7 + [0]

    def test_where_a_rise_turns_into_a_fall_the_peak_belongs_to_the_later(self):
        marks = part_of_seven(trend_ends([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]))
        assert marks == [1] * 6 + [-1] * 7

    def test_an_own_dialect_may_be_given_and_an_unknown_name_is_refused(self):
        screened = replace(DIALECTS["mdc2023"], name="ours", screened=True)
        assert plot_the_dots([*WOBBLE, 30], "increase", dialect=screened).dialect == "ours"
        with pytest.raises(ValueError, match="there are mdc2023, nhsrplotthedots"):
            plot_the_dots(WOBBLE, "increase", dialect="mdc2019")

    @given(share=st.sampled_from([0.1, 0.3, 100 / 3, 7 / 31, 22.6]), points=st.integers(13, 40))
    def test_values_all_alike_are_no_run_whatever_rounding_makes_of_their_mean(self, share, points):
        assert rules_of(plot_the_dots([share] * points, "increase")) == [None] * points
        assert {point.rule for point in p_chart([7] * points, [31] * points, rules=True).points} == {None}


class TestIcons:
    @pytest.mark.parametrize(
        ("last", "improvement", "icon"),
        [
            (9, "increase", "improvement_high"),
            (9, "decrease", "concern_high"),
            (-9, "increase", "concern_low"),
            (-9, "decrease", "improvement_low"),
            (9, "neither", "neutral_high"),
            (0, "increase", "common_cause"),
        ],
    )
    def test_variation_is_that_of_the_last_point(self, last, improvement, icon):
        assert plot_the_dots([*WOBBLE, last], improvement).variation == icon

    def test_assurance_compares_the_target_with_the_limits_of_the_last_part(self):
        values = [20 + wobble for wobble in WOBBLE] + WOBBLE
        assert plot_the_dots(values, "increase", target=10, breaks=[16]).assurance == "consistent_fail"
        assert plot_the_dots(values, "decrease", target=10, breaks=[16]).assurance == "consistent_pass"
        assert plot_the_dots(values, "increase", target=0, breaks=[16]).assurance == "inconsistent"
        assert plot_the_dots(values, "increase", breaks=[16]).assurance is None

    def test_a_target_on_a_limit_is_hit_and_miss_and_without_a_better_direction_there_is_none(self):
        assert assurance(1, 3, 1, "increase") == "inconsistent"
        assert assurance(1, 3, 5, "neither") is None


class TestParts:
    @given(points=st.integers(0, 40), breaks=st.sets(st.integers(0, 39)))
    def test_parts_cover_every_point_once(self, points, breaks):
        parts = segments(points, [place for place in breaks if place < points])
        assert [place for part in parts for place in part] == list(range(points))

    def test_a_break_outside_the_series_is_refused(self):
        with pytest.raises(ValueError, match="one of the points"):
            segments(3, [3])

    def test_three_months_have_no_limits_seven_provisional_ones_and_thirteen_full(self):
        assert [standing(n) for n in (3, 6, 7, 12, 13)] == ["none", "none", "provisional", "provisional", "full"]

    def test_few_points_have_neither_limits_nor_icons(self):
        chart = plot_the_dots([1, 9, 1], "increase", target=5)
        assert chart.parts[0].limits is None
        assert (chart.variation, chart.assurance, rules_of(chart)) == (None, None, [None] * 3)

    def test_provisional_limits_are_drawn_without_icons(self):
        chart = plot_the_dots(WOBBLE[:12], "increase", target=5)
        assert chart.parts[0].limits is not None
        assert (chart.parts[0].standing, chart.variation, chart.assurance) == ("provisional", None, None)
        assert plot_the_dots(WOBBLE[:12], "increase", dialect="nhsrplotthedots").variation == "common_cause"

    def test_limits_begin_anew_at_a_break_and_no_run_crosses_it(self):
        values = WOBBLE + [20 + wobble for wobble in WOBBLE]
        chart = plot_the_dots(values, "increase", breaks=[16])
        assert [part.limits.mean for part in chart.parts] == [0, 20]
        assert rules_of(chart) == [None] * 32
        assert rules_of(plot_the_dots(values, "increase")) != [None] * 32

    def test_no_points_make_an_empty_chart(self):
        assert plot_the_dots([], "increase").points == ()


class TestShares:
    def test_three_sigma_as_the_textbook_has_it(self):
        chart = p_chart([5] * 13, [20] * 13)
        point = chart.points[0]
        assert point.centre == 0.25
        assert point.upper == pytest.approx(0.25 + 3 * math.sqrt(0.25 * 0.75 / 20))
        assert (point.lower, point.low_can_signal, point.high_can_signal) == (0.0, False, True)

    @pytest.mark.slow
    @given(months=st.lists(st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=7))
    def test_misses_are_the_mirror_of_hits_and_limits_hold_the_centre(self, months):
        hits, bases = zip(*months, strict=True)
        chart, mirror = p_chart(hits, bases), p_chart([n - x for x, n in months], bases)
        for point, other in zip(chart.points, mirror.points, strict=True):
            assert 0 <= point.lower <= point.centre <= point.upper <= 1
            assert point.lower == pytest.approx(1 - other.upper)
            assert (point.rule is None) == (other.rule is None)

    def test_only_points_outside_are_named_unless_all_rules_are_asked_for(self):
        hits = [4] * 10 + [8] * 10
        assert {point.rule for point in p_chart(hits, [20] * 20).points} == {None}
        assert {point.rule for point in p_chart(hits, [20] * 20, rules=True).points} == {
            "seven_below_mean",
            "seven_above_mean",
        }

    def test_a_limit_at_nought_itself_cannot_signal(self):
        point = p_chart([8] * 13, [16] * 13).points[0]
        assert (point.lower, point.low_can_signal) == (0.125, True)
        edge = p_chart([8, 10] * 7, [18] * 14).points[0]
        assert (edge.lower, edge.low_can_signal, edge.high_can_signal) == (pytest.approx(0.146, abs=0.001), True, True)
        nine = p_chart([4, 5] * 7, [9] * 14).points[0]
        assert (nine.lower, nine.low_can_signal, nine.high_can_signal) == (0.0, False, False)

    def test_a_point_outside_is_named(self):
        assert p_chart([5] * 13 + [19], [20] * 14).points[-1].rule == "above_upper_limit"

    def test_a_month_without_audits_is_passed_over(self):
        chart = p_chart([5] * 7 + [0] + [5] * 6, [20] * 7 + [0] + [20] * 6)
        assert chart.points[7].share is None
        assert chart.points[7].centre is None
        assert chart.parts[0].standing == "full"

    def test_three_months_are_points_without_limits(self):
        chart = p_chart([7, 7, 7, 0], [31, 30, 16, 0])
        assert [point.upper for point in chart.points] == [None] * 4
        assert [point.share for point in chart.points] == [7 / 31, 7 / 30, 7 / 16, None]
        assert chart.parts[0].centre is None

    def test_a_break_gives_each_part_its_own_centre(self):
        chart = p_chart([2] * 13 + [10] * 13, [20] * 26, breaks=[13])
        assert [part.centre for part in chart.parts] == [0.1, 0.5]

    def test_all_or_none_has_no_spread(self):
        chart = p_chart([0] * 13, [20] * 13)
        assert {(point.lower, point.upper, point.sigmas) for point in chart.points} == {(0.0, 0.0, 0.0)}

    @pytest.mark.parametrize(("hits", "bases"), [([1], [1, 2]), ([3], [2]), ([-1], [2])])
    def test_impossible_counts_are_refused(self, hits, bases):
        with pytest.raises(ValueError, match="one a month"):
            p_chart(hits, bases)

    def test_false_alarms_are_as_rare_as_the_methods_page_says(self):
        """A stable 27% for 24 months of 16 to 31 audits: about 5 in 100 charts have a point outside."""
        chance = np.random.default_rng(6)
        alarms = 0
        for _ in range(300):
            bases = chance.integers(16, 32, size=24)
            chart = p_chart(chance.binomial(bases, 0.27).tolist(), bases.tolist())
            alarms += any(point.rule for point in chart.points)
        assert 3 <= alarms <= 36


class TestLaney:
    def test_binomial_swings_have_a_sigma_z_near_one(self):
        chance = np.random.default_rng(8)
        bases = [200] * 400
        assert sigma_z(chance.binomial(bases, 0.3).tolist(), bases) == pytest.approx(1, abs=0.1)

    def test_wide_swings_widen_limits_from_twenty_months(self):
        hits, bases = [20, 80] * 10, [100] * 20
        assert laney(hits, bases).parts[0].sigma_z > 5
        assert laney(hits, bases).points[0].upper > p_chart(hits, bases).points[0].upper
        assert laney(hits[:18], bases[:18]) == p_chart(hits[:18], bases[:18])

    def test_limits_are_never_narrowed_unless_asked(self):
        hits, bases = [50, 51] * 10, [100] * 20
        assert laney(hits, bases).parts[0].sigma_z == 1.0
        assert laney(hits, bases, floored=False).parts[0].sigma_z < 0.5

    def test_no_swing_to_measure(self):
        assert sigma_z([0, 0], [5, 5]) == sigma_z([5, 5], [5, 5]) == 1.0
        with pytest.raises(ValueError, match="two months"):
            sigma_z([1], [5])


class TestRareEvents:
    @given(share=st.floats(0, 1), base=st.integers(0, 80))
    def test_ordinary_counts_leave_out_at_most_the_tail_on_each_side(self, share, base):
        from scipy.special import bdtr, bdtrc

        limits = exact_limits(share, base)
        assert limits.least_expected == 0 or bdtr(limits.least_expected - 1, base, share) <= 0.00135
        assert limits.most_expected == base or bdtrc(limits.most_expected, base, share) <= 0.00135
        assert 0 <= limits.least_expected <= limits.most_expected <= base

    def test_no_inadequate_in_thirty_audits_is_never_a_signal_where_three_in_a_hundred_are(self):
        assert not exact_limits(0.03, 30).low_can_signal
        assert exact_limits(0.5, 30).low_can_signal

    @given(mean=st.floats(0, 60))
    def test_poisson_limits_are_those_of_the_binomial_with_a_huge_base(self, mean):
        poisson, binomial = exact_poisson_limits(mean), exact_limits(mean / 20_000, 20_000)
        assert abs(poisson.most_expected - binomial.most_expected) <= 1
        assert abs(poisson.least_expected - binomial.least_expected) <= 1

    @pytest.mark.parametrize("asked", [(1.1, 5, 0.01), (0.5, -1, 0.01), (0.5, 5, 0.6)])
    def test_impossible_limits_are_refused(self, asked):
        with pytest.raises(ValueError, match=r"share|base|tail"):
            exact_limits(*asked)
        with pytest.raises(ValueError, match="mean"):
            exact_poisson_limits(-1)

    def test_gaps_are_ordinary_as_often_as_the_geometric_law_says(self):
        chart = g_chart([10] * 6, share=0.05, tail=0.01)
        assert 0.95**chart.upper > 0.01 >= 0.95 ** (chart.upper + 1)
        assert 1 - 0.95 ** (chart.lower + 1) > 0.01
        assert chart.lower == 0 or 1 - 0.95**chart.lower <= 0.01

    def test_long_and_short_gaps_are_named(self):
        chart = g_chart([50, 0, 60, 400, 70, 20], share=0.02, tail=0.03)
        assert [gap.rare for gap in chart.points] == [None, "shorter", None, "longer", None, None]
        assert (chart.mean, chart.median) == (100, 55)

    def test_three_sigma_limits_of_benneyan_stand_beside(self):
        chart = g_chart([9] * 6)
        assert chart.share == pytest.approx(0.1)
        assert chart.sigma_upper == pytest.approx(9 + 3 * math.sqrt(90))
        assert chart.sigma_lower == 0.0

    def test_few_gaps_have_no_limits_unless_the_share_was_known(self):
        assert g_chart([9] * 5).upper is None
        assert g_chart([9] * 5, share=0.1).upper is not None
        assert g_chart([0] * 8).upper is None

    @pytest.mark.parametrize("gaps", [[], [3, -1]])
    def test_impossible_gaps_are_refused(self, gaps):
        with pytest.raises(ValueError, match="gaps"):
            g_chart(gaps)


class TestDaysBetween:
    def test_limits_are_those_of_the_xmr_chart_of_the_transformed_days(self):
        days = [30, 12, 45, 60, 8, 25, 33]
        limits, chart = xmr_limits([one ** (1 / 3.6) for one in days]), t_chart(days)
        assert (chart.centre, chart.upper) == pytest.approx((limits.mean**3.6, limits.upper**3.6))

    @given(days=st.lists(st.integers(1, 400), min_size=6, max_size=20), stretched=st.integers(2, 30))
    def test_counting_hours_instead_of_days_changes_only_the_unit(self, days, stretched):
        plain, other = t_chart(days), t_chart([stretched * one for one in days])
        assert other.upper == pytest.approx(stretched * plain.upper)
        assert other.lower == pytest.approx(stretched * plain.lower)
        assert [point.rare for point in other.points] == [point.rare for point in plain.points]

    def test_an_unusual_wait_is_named_and_few_have_no_limits(self):
        days = [30, 28, 33, 29, 31, 30, 32] * 3
        assert t_chart([*days, 90]).points[-1].rare == "longer"
        assert t_chart([*days, 2]).points[-1].rare == "shorter"
        assert t_chart(days[:5]).upper is None

    def test_exponential_waits_rarely_alarm(self):
        chance = np.random.default_rng(11)
        alarms = [p.rare for _ in range(50) for p in t_chart(chance.exponential(30, 24).tolist()).points]
        assert sum(rare is not None for rare in alarms) / len(alarms) < 0.02

    @pytest.mark.parametrize("days", [[], [3, -1]])
    def test_impossible_waits_are_refused(self, days):
        with pytest.raises(ValueError, match="days"):
            t_chart(days)


@pytest.mark.parametrize(("events", "audits", "since"), [(1, 10, 5), (3, 12, 4), (2, 7, 0), (0, 5, 5), (4, 9, 5)])
def test_none_since_is_the_share_of_all_orders_that_end_so(events, audits, since):
    """Counted over every order of the series."""
    from itertools import combinations

    orders = list(combinations(range(audits), events))
    empty = sum(all(place < audits - since for place in order) for order in orders)

    assert chance_of_none_since(events, audits, since) == pytest.approx(empty / len(orders))


@pytest.mark.parametrize(("events", "audits", "since"), [(-1, 5, 1), (2, 5, 4), (1, 5, -1)])
def test_none_since_needs_counts_that_can_be(events, audits, since):
    """Events and what follows them lie within the series."""
    with pytest.raises(ValueError, match="parts of the series"):
        chance_of_none_since(events, audits, since)
