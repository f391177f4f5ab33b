"""Guards the trend test: ties, exact against drawn, symmetry, small numbers, and nothing to compare."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.jonckheere import from_values, is_small, jonckheere, moments, statistics_of
from looped.stats.jonckheere_exact import distribution
from looped.stats.margins import reference

SEED = [[2, 22, 7, 0], [5, 18, 7, 0], [0, 9, 7, 0]]
TABLES = (
    st.integers(2, 3)
    .flatmap(
        lambda grades: st.lists(st.lists(st.integers(0, 4), min_size=grades, max_size=grades), min_size=2, max_size=3)
    )
    .filter(lambda table: sum(map(sum, table)) > 0)
)


def counted_pairwise(table):
    """The statistic as its definition reads: every pair of audits from two months."""
    audits = [(month, grade) for month, row in enumerate(table) for grade, n in enumerate(row) for _ in range(n)]
    pairs = [(a, b) for a, b in itertools.permutations(audits, 2) if a[0] < b[0]]
    return sum(1.0 if b[1] > a[1] else 0.5 * (b[1] == a[1]) for a, b in pairs)


@given(table=TABLES)
def test_statistic_is_the_count_of_pairs(table):
    assert jonckheere(table).statistic == counted_pairwise(table)


@given(table=TABLES)
def test_moments_are_those_of_all_dealt_tables(table):
    dealt = reference(table)
    values = statistics_of(dealt.tables)
    mean, variance = moments(np.sum(table, axis=1), np.sum(table, axis=0))
    assert dealt.weights @ values == pytest.approx(mean)
    assert dealt.weights @ (values - mean) ** 2 == pytest.approx(variance, abs=1e-9)


@given(table=TABLES)
def test_listing_every_table_and_the_recursion_agree(table):
    seen = np.array(table)
    dealt = reference(seen)
    values, chances = distribution(seen.sum(axis=1), seen.sum(axis=0))
    listed = np.bincount(np.round(2 * statistics_of(dealt.tables)).astype(int), dealt.weights, len(values))
    assert chances == pytest.approx(listed, abs=1e-12)


@given(table=TABLES)
def test_time_backwards_or_the_scale_upside_down_turns_the_trend(table):
    there = jonckheere(table, "increasing", method="asymptotic")
    for turned in (table[::-1], [row[::-1] for row in table]):
        back = jonckheere(turned, "decreasing", method="asymptotic")
        assert there.z == pytest.approx(-back.z, abs=1e-12)
        assert there.p == pytest.approx(back.p)


def test_exact_p_turns_with_time_too():
    up, down = jonckheere(SEED, "increasing"), jonckheere(SEED[::-1], "decreasing")
    assert up.method == down.method == "exact"
    assert up.p == pytest.approx(down.p)


@given(table=TABLES)
def test_unused_grades_and_months_without_audits_change_nothing(table):
    padded = [[0, *row, 0] for row in table]
    padded.insert(1, [0] * len(padded[0]))
    plain, wide = jonckheere(table), jonckheere(padded)
    assert (plain.statistic, plain.p) == pytest.approx((wide.statistic, wide.p))


@pytest.mark.parametrize("table", [[[3, 4]], [[3, 0], [5, 0]], [[0, 0], [2, 9]], [[1, 0], [0, 0]]])
def test_one_month_or_one_grade_leaves_nothing_to_compare(table):
    found = jonckheere(table)
    assert (found.z, found.p, found.method) == (0.0, 1.0, "nothing to compare")


def test_small_months_or_rare_grades_go_by_permutation_and_large_ones_by_the_curve():
    assert is_small(SEED)
    assert is_small([[30, 30, 2], [30, 30, 2]])
    assert not is_small([[10, 10, 0], [20, 20, 0]])
    assert jonckheere(SEED).method == "exact"
    assert jonckheere([[7, 14, 9, 1], [7, 10, 9, 4], [1, 7, 3, 5]]).method == "permutation, 20,000 draws"
    assert jonckheere([[10, 10], [20, 20]]).method == "asymptotic"


def test_drawn_p_is_near_the_exact_one_and_the_same_for_one_seed():
    exact = jonckheere(SEED, method="exact").p
    drawn = jonckheere(SEED, method="permutation", dealt=reference(SEED, listed_at_most=1))
    assert drawn.method == "permutation, 20,000 draws"
    assert drawn.p == pytest.approx(exact, abs=0.01)
    assert drawn.p == jonckheere(SEED, method="permutation", dealt=reference(SEED, listed_at_most=1)).p


def test_one_sided_and_two_sided_by_every_method():
    for method in ("asymptotic", "exact", "permutation"):
        up, down = (jonckheere(SEED, tail, method=method).p for tail in ("increasing", "decreasing"))
        assert up < 0.2 < 0.8 < down
        assert jonckheere(SEED, method=method).p == pytest.approx(2 * up, rel=0.1)


def test_exact_work_that_would_never_end_is_refused():
    with pytest.raises(ValueError, match="permutation"):
        jonckheere([[50, 50, 50], [50, 50, 50], [50, 50, 50]], method="exact")


def test_two_months_are_the_mann_whitney_test_of_scipy():
    from scipy.stats import mannwhitneyu

    first, second = [2, 22, 7], [0, 9, 7]
    values = [np.repeat([1, 2, 3], counts) for counts in (first, second)]
    expected = mannwhitneyu(values[1], values[0], method="asymptotic", use_continuity=False)
    found = jonckheere([first, second], method="asymptotic")
    assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue))


def test_values_become_a_table_in_order():
    assert from_values([[3, 1, 3], [2]]).tolist() == [[1, 0, 2], [0, 1, 0]]
