"""Guards the funnel: exact limits are exact, three conventions, and when spread between units may be used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.funnel import (
    arcsine_funnel,
    exact_funnel,
    funnel,
    interpolated_funnel,
    normal_funnel,
    overdispersion,
)

SHARES, BASES = st.floats(0.02, 0.98), st.integers(1, 200)
WAYS = [exact_funnel, interpolated_funnel, normal_funnel, arcsine_funnel]
HITS, OF = [7, 12, 4, 21, 9, 30, 3, 15], [31, 30, 16, 40, 28, 44, 22, 25]


@pytest.mark.slow
@pytest.mark.parametrize("limits", WAYS)
@given(share=SHARES, base=BASES)
def test_limits_lie_about_the_target_and_the_outer_outside_the_inner(limits, share, base):
    inner, outer = limits(share, base, 0.95), limits(share, base, 0.998)
    assert 0 <= outer.low <= inner.low <= inner.high <= outer.high <= 1
    assert limits in (exact_funnel, interpolated_funnel) or inner.low <= share <= inner.high


@given(share=SHARES, base=BASES)
def test_a_unit_outside_exact_limits_is_there_by_chance_at_most_as_often_as_they_say(share, base):
    from scipy.special import bdtr, bdtrc

    inner = exact_funnel(share, base, 0.95)
    least, most = round(inner.low * base), round(inner.high * base)
    assert least == 0 or bdtr(least - 1, base, share) <= 0.025
    assert most == base or bdtrc(most, base, share) <= 0.025
    assert bdtr(least, base, share) > 0.025
    assert most == 0 or bdtrc(most - 1, base, share) > 0.025


@given(share=SHARES, base=BASES)
def test_the_interpolated_line_is_within_one_audit_of_the_exact_step(share, base):
    exact, line = exact_funnel(share, base, 0.95), interpolated_funnel(share, base, 0.95)
    assert abs(exact.low - line.low) <= 1 / base + 1e-12
    assert abs(exact.high - line.high) <= 1 / base + 1e-12


@pytest.mark.slow
@given(share=SHARES)
def test_the_ways_meet_at_large_numbers(share):
    ways = [limits(share, 40_000, 0.95) for limits in WAYS]
    for way in ways[1:]:
        assert way == pytest.approx(ways[0], abs=2e-4)


def test_a_target_of_none_or_all_has_no_room():
    assert normal_funnel(0.0, 20, 0.95) == (0.0, 0.0)
    assert exact_funnel(1.0, 20, 0.95) == (1.0, 1.0)
    assert exact_funnel(0.5, 1, 0.95) == (0.0, 1.0)
    assert arcsine_funnel(0.001, 5, 0.95).low == 0.0


def test_units_are_placed_by_the_limits_of_their_own_size():
    placed = funnel([50, 40, 33, 20, 5, 0], [100, 100, 100, 100, 100, 0], target=0.3)
    assert [unit.place for unit in placed] == [
        "above 99.8%",
        "above 95%",
        "inside",
        "below 95%",
        "below 99.8%",
        "no audits",
    ]
    assert placed[-1].share is None


def test_a_unit_on_the_line_is_inside():
    low, high = exact_funnel(0.3, 40, 0.95)
    placed = funnel(
        [round(low * 40), round(high * 40), round(low * 40) - 1, round(high * 40) + 1], [40] * 4, target=0.3
    )
    assert [unit.place for unit in placed] == ["inside", "inside", "below 95%", "above 95%"]


def test_the_common_share_is_that_of_all_units_together():
    assert funnel(HITS, OF)[0].inner == exact_funnel(sum(HITS) / sum(OF), 31, 0.95)
    assert funnel(HITS, OF, method="normal")[0].inner == normal_funnel(sum(HITS) / sum(OF), 31, 0.95)


def test_spread_between_units_widens_arcsine_limits_only():
    spread = overdispersion(HITS, OF)
    wide = funnel(HITS, OF, method="arcsine", tau2=spread.tau2)
    assert wide[0].inner.low < funnel(HITS, OF, method="arcsine")[0].inner.low
    with pytest.raises(ValueError, match="tau2"):
        funnel(HITS, OF, tau2=spread.tau2)


def test_under_ten_units_spread_is_not_to_be_used():
    assert not overdispersion(HITS, OF).trusted
    assert overdispersion(HITS + [10, 11], [*OF, 30, 30]).trusted


def test_units_alike_have_no_spread():
    found = overdispersion([10] * 12, [30] * 12)
    assert (found.phi, found.tau2) == (pytest.approx(0), 0.0)


@pytest.mark.parametrize(("hits", "bases"), [([1], [1, 2]), ([3], [2]), ([0], [0])])
def test_impossible_units_are_refused(hits, bases):
    with pytest.raises(ValueError, match="one a unit"):
        funnel(hits, bases)


@pytest.mark.parametrize(("hits", "bases"), [([1], [2]), ([1, 0], [2, 0])])
def test_spread_needs_two_units_with_audits(hits, bases):
    with pytest.raises(ValueError, match="two"):
        overdispersion(hits, bases)


@pytest.mark.parametrize("limits", WAYS)
@pytest.mark.parametrize("asked", [(1.2, 5, 0.95), (0.5, 0, 0.95), (0.5, 5, 1.0)])
def test_impossible_limits_are_refused(limits, asked):
    with pytest.raises(ValueError, match="target"):
        limits(*asked)
