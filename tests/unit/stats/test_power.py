"""Guards what so many audits could have shown: more audits show more, and simulation agrees."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.jonckheere import moments, statistics_of
from looped.stats.power import audits_needed, chance_to_show, shifted, smallest_change_shown

SEED = [7 / 77, 49 / 77, 21 / 77, 0.0]
SIZES = [31, 30, 16]
SHARES = st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(sum).map(lambda c: [x / sum(c) for x in c])


@given(shares=SHARES, good_from=st.integers(1, 3), change=st.floats(-1, 1), months=st.integers(2, 6))
def test_a_shift_moves_good_by_what_was_asked_and_stays_a_distribution(shares, good_from, change, months):
    moved = shifted(shares, good_from, change, months)
    goods = moved[:, good_from:].sum(axis=1)
    assert moved.sum(axis=1) == pytest.approx(1)
    assert moved.min() >= -1e-9
    assert goods[-1] - goods[0] == pytest.approx(change)


def test_a_shift_crosses_the_line_next_to_it_first():
    moved = shifted([0.1, 0.5, 0.4, 0.0], 2, 0.2, 2)
    assert moved.ravel() == pytest.approx([0.1, 0.6, 0.3, 0.0, 0.1, 0.4, 0.5, 0.0])
    further = shifted([0.3, 0.1, 0.6, 0.0], 2, 0.6, 2)
    assert further.ravel() == pytest.approx([0.3, 0.4, 0.3, 0.0, 0.1, 0.0, 0.9, 0.0])


@pytest.mark.parametrize(("change", "expected"), [(0.1, 0.09), (0.25, 0.34), (0.4, 0.71)])
def test_chances_agree_with_simulation(change, expected):
    """The method's page has 34 in 100 for a rise of 25 points."""
    chance = np.random.default_rng(4)
    months = shifted(SEED, 2, change, 3)
    tables = np.stack([chance.multinomial(n, p, size=1500) for n, p in zip(SIZES, months, strict=True)], axis=1)
    z = [
        (won - mean) / variance**0.5
        for won, table in zip(statistics_of(tables), tables, strict=True)
        for mean, variance in [moments(table.sum(axis=1), table.sum(axis=0))]
    ]
    simulated = np.mean(np.array(z) > 1.96)
    assert chance_to_show(change, SIZES, SEED, 2) == pytest.approx(simulated, abs=0.04)
    assert chance_to_show(change, SIZES, SEED, 2) == pytest.approx(expected, abs=0.01)


def test_more_audits_and_fewer_tests_show_smaller_changes():
    usual = smallest_change_shown(SIZES, SEED, 2)
    assert smallest_change_shown([62, 60, 32], SEED, 2) < usual < smallest_change_shown(SIZES, SEED, 2, tests=16)
    assert chance_to_show(usual, SIZES, SEED, 2) == pytest.approx(0.8, abs=0.001)


def test_too_few_audits_could_not_have_shown_anything():
    assert smallest_change_shown([2, 2, 1], SEED, 2) is None


def test_so_many_audits_show_the_change_and_one_a_month_fewer_do_not():
    needed = audits_needed(0.1, 3, SEED, 2, tests=16)
    assert chance_to_show(0.1, [needed // 3] * 3, SEED, 2, tests=16) >= 0.8
    assert chance_to_show(0.1, [needed // 3 - 1] * 3, SEED, 2, tests=16) < 0.8
    assert smallest_change_shown([needed // 3] * 3, SEED, 2, tests=16) == pytest.approx(0.1, abs=0.001)


def test_two_periods_need_about_what_the_textbook_says():
    """Two shares, 27 in 100 against 37, 80% power at 5%: about 340 a period (Fleiss, without correction)."""
    needed = audits_needed(0.1, 2, [0.68, 0.32], 1)
    assert needed / 2 == pytest.approx(340, rel=0.02)


def test_a_rise_and_a_fall_are_seen_alike_in_even_months():
    even = [25, 25, 25]
    rise, fall = (chance_to_show(change, even, [0.5, 0.5], 1) for change in (0.3, -0.3))
    assert rise == pytest.approx(fall)


def test_nothing_can_be_shown_where_all_has_one_grade_or_one_month_has_all_audits():
    assert chance_to_show(0.0, [20, 20], [1.0, 0.0], 1) == 0.0
    assert chance_to_show(0.3, [20, 0], [0.5, 0.5], 1) == 0.0


def test_a_change_from_none_to_all_is_sure_to_be_seen():
    assert chance_to_show(1.0, [20, 20], [0.5, 0.5], 1) == 1.0
    assert chance_to_show(1.0, [1, 1], [0.5, 0.5], 1) == 0.0


@pytest.mark.parametrize(("shares", "good_from", "change"), [([0.5, 0.4], 1, 0.1), ([1.5, -0.5], 1, 0.1)])
def test_shares_that_do_not_add_up_are_refused(shares, good_from, change):
    with pytest.raises(ValueError, match="add up"):
        chance_to_show(change, SIZES, shares, good_from)


@pytest.mark.parametrize(("good_from", "change"), [(1, 1.1), (0, 0.1), (2, 0.1)])
def test_impossible_changes_are_refused(good_from, change):
    with pytest.raises(ValueError, match="more than 1"):
        shifted([0.5, 0.5], good_from, change, 3)


@pytest.mark.parametrize(("change", "months", "power"), [(0, 3, 0.8), (0.1, 1, 0.8), (0.1, 3, 1.0)])
def test_impossible_wishes_are_refused(change, months, power):
    with pytest.raises(ValueError, match="audits are needed"):
        audits_needed(change, months, SEED, 2, power=power)
