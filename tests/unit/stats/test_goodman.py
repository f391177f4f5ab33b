"""Guards the intervals of a whole distribution: unused grades, agreement with statsmodels, true cover."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.goodman import goodman, sison_glaz
from looped.stats.intervals import wilson


@given(counts=st.lists(st.integers(0, 60), min_size=2, max_size=6).filter(sum))
def test_each_interval_holds_its_share_and_is_wider_than_one_alone(counts):
    n = sum(counts)
    for count, interval in zip(counts, goodman(counts), strict=True):
        alone = wilson(count, n)
        assert interval.low <= alone.low <= count / n <= alone.high <= interval.high
        assert count or interval.low == 0.0


@pytest.mark.parametrize("interval", [goodman, sison_glaz])
@pytest.mark.parametrize("counts", [[5], [0, 0, 0], [3, -1]])
def test_no_distribution_no_interval(interval, counts):
    with pytest.raises(ValueError, match=r"two grades|no audits|below 0"):
        interval(counts)


def test_one_grade_that_took_all_is_left_to_goodman():
    assert goodman([16, 0, 0, 0])[0].high == 1.0
    with pytest.raises(ValueError, match="goodman"):
        sison_glaz([16, 0, 0, 0])


@pytest.mark.parametrize("counts", [[2, 22, 7, 0], [56, 72, 73, 59, 62, 87, 58], [5, 18, 7]])
@pytest.mark.parametrize(("ours", "theirs"), [(goodman, "goodman"), (sison_glaz, "sison-glaz")])
def test_agrees_with_statsmodels(counts, ours, theirs):
    from statsmodels.stats.proportion import multinomial_proportions_confint

    expected = multinomial_proportions_confint(counts, method=theirs)
    assert np.array(ours(counts)) == pytest.approx(expected, abs=1e-9)


def test_order_of_the_grades_does_not_matter():
    counts = [2, 22, 7]
    for interval in (goodman, sison_glaz):
        assert np.array(interval(counts)) == pytest.approx(np.array(interval(counts[::-1])[::-1]))


@pytest.mark.slow
def test_together_they_hold_about_as_often_as_they_say():
    """Simulated with shares like the seed's: both methods keep all grades inside about 19 times in 20."""
    shares = np.array([0.1, 0.6, 0.3])
    samples = np.random.default_rng(5).multinomial(60, shares, size=400)
    for interval in (goodman, sison_glaz):
        held = [all(low <= p <= high for p, (low, high) in zip(shares, interval(s), strict=True)) for s in samples]
        assert 0.91 < np.mean(held) < 0.995
