"""Guards Newcombe's interval for a change: published values, symmetry, limits at nought and one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.differences import newcombe
from looped.stats.intervals import wilson

COUNTS = st.integers(1, 120).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("counted", "plain", "corrected"),
    [
        ((48, 80, 56, 70), (0.0524, 0.3339), (0.0428, 0.3422)),
        ((3, 10, 9, 10), (0.1705, 0.8090), (0.1013, 0.8387)),
        ((0, 20, 0, 10), (-0.1611, 0.2775), (-0.2005, 0.3445)),
        ((0, 10, 10, 10), (0.6075, 1.0), (0.5128, 1.0)),
    ],
)
def test_published_examples_of_methods_10_and_11(counted, plain, corrected):
    """Newcombe 1998, Stat Med 17:873, table II (a), (c), (g), (h): there first less second, so turned here."""
    assert newcombe(*counted)[1:] == pytest.approx(plain, abs=6e-5)
    assert newcombe(*counted, corrected=True)[1:] == pytest.approx(corrected, abs=6e-5)


@given(first=COUNTS, second=COUNTS)
def test_swapping_the_months_turns_the_sign(first, second):
    there = newcombe(*first, *second)
    back = newcombe(*second, *first)
    assert there.difference == pytest.approx(-back.difference, abs=1e-12)
    assert there.low == pytest.approx(-back.high, abs=1e-12)
    assert -1 <= there.low <= there.difference <= there.high <= 1


def test_agrees_with_statsmodels():
    from statsmodels.stats.proportion import confint_proportions_2indep

    assert newcombe(7, 31, 7, 16)[1:] == pytest.approx(
        confint_proportions_2indep(7, 16, 7, 31, method="newcomb"), abs=1e-9
    )


@pytest.mark.parametrize("counted", [(0, 0, 1, 2), (1, 2, 0, 0), (3, 2, 0, 1)])
def test_a_month_without_audits_has_no_change(counted):
    with pytest.raises(ValueError, match=r"base|count"):
        newcombe(*counted)


def test_against_a_huge_month_only_the_small_one_is_uncertain():
    change = newcombe(0, 10**9, 7, 31)
    assert change[1:] == pytest.approx(wilson(7, 31), abs=1e-4)
