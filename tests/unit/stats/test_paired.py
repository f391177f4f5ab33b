"""Guards the tests of direction: exactness, unused grades, empty pairs of cells, statsmodels as a peer."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.paired import bowker, higher_and_lower, sign_test, stuart_maxwell

TABLE = [[3, 4, 0, 0], [1, 30, 12, 0], [0, 3, 20, 1], [0, 0, 0, 1]]
tables = st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=4, max_size=4)


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_sign_test_is_exact(higher, lower):
    n, few = higher + lower, min(higher, lower)
    plain = min(1.0, 2 * sum(math.comb(n, k) for k in range(few + 1)) / 2**n)

    found = sign_test(higher, lower)

    assert found == (pytest.approx(plain, rel=1e-9) if n else None)


def test_the_sign_test_agrees_with_scipy():
    from scipy.stats import binomtest

    assert sign_test(17, 4) == pytest.approx(binomtest(17, 21).pvalue, rel=1e-12)


def test_counts_below_0_and_oblong_tables_are_refused():
    with pytest.raises(ValueError, match="below 0"):
        sign_test(-1, 2)
    for test in (stuart_maxwell, bowker, higher_and_lower):
        with pytest.raises(ValueError, match="below 0"):
            test([[0, -1], [0, 0]])
        with pytest.raises(ValueError, match="as many rows"):
            test([[0, 1]])


def test_higher_and_lower_are_the_corners_of_the_table():
    assert higher_and_lower(TABLE) == (4 + 12 + 1, 1 + 3)


def test_both_tests_agree_with_statsmodels_once_its_shift_is_off():
    from statsmodels.stats.contingency_tables import SquareTable

    full = np.array([[8, 4, 2, 1], [1, 30, 12, 3], [2, 3, 20, 5], [1, 2, 6, 7]])
    peer = SquareTable(full, shift_zeros=False)

    margins, symmetry = stuart_maxwell(full), bowker(full)

    assert margins[:2] == (pytest.approx(peer.homogeneity().statistic), peer.homogeneity().df)
    assert margins.p == pytest.approx(peer.homogeneity().pvalue)
    assert symmetry[:2] == (pytest.approx(peer.symmetry().statistic), peer.symmetry().df)
    assert symmetry.p == pytest.approx(peer.symmetry().pvalue)


def test_an_unused_grade_changes_neither_test():
    wider = np.insert(np.insert(np.array(TABLE), 2, 0, axis=0), 2, 0, axis=1)

    for test in (stuart_maxwell, bowker):
        assert test(wider) == (pytest.approx(test(TABLE).statistic), 3, pytest.approx(test(TABLE).p))


@given(tables)
def test_only_differing_pairs_count_and_direction_of_reading_does_not(table):
    counts = np.array(table)
    for test in (stuart_maxwell, bowker):
        found = test(counts)
        agreeing = test(counts + np.diag([5, 0, 2, 1]))
        turned = test(counts.T)
        assert found.statistic >= -1e-9
        assert (agreeing.freedom, turned.freedom) == (found.freedom, found.freedom)
        assert agreeing.statistic == pytest.approx(found.statistic, abs=1e-6)
        assert turned.statistic == pytest.approx(found.statistic, abs=1e-6)


def test_no_differing_pair_is_nothing_to_test():
    for test in (stuart_maxwell, bowker):
        assert test(np.diag([3, 4, 5])) == (0.0, 0, None)
        assert test(np.zeros((3, 3))) == (0.0, 0, None)


def test_two_grades_are_mcnemars_test():
    found = stuart_maxwell([[10, 15], [5, 20]])

    assert found[:2] == (pytest.approx((15 - 5) ** 2 / (15 + 5)), 1)
    assert bowker([[10, 15], [5, 20]]) == pytest.approx(found)
