"""Guards the exact interval against the plain sum of chances, and against scipy."""

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from looped.sampling.exact import hypergeometric


def plain(hits, drawn, files, level=0.95):
    """Every number of such files for which neither tail is too small."""

    def tails(such):
        chance = [comb(such, k) * comb(files - such, drawn - k) / comb(files, drawn) for k in range(drawn + 1)]
        return sum(chance[hits:]), sum(chance[: hits + 1])

    fits = [such for such in range(files + 1) if min(tails(such)) > (1 - level) / 2 + 1e-12]
    return min(fits), max(fits)


@settings(max_examples=60)
@given(st.integers(1, 40), st.data())
def test_the_limits_are_the_last_numbers_that_do_not_surprise(files, data):
    drawn = data.draw(st.integers(1, files))
    hits = data.draw(st.integers(0, drawn))

    assert hypergeometric(hits, drawn, files) == plain(hits, drawn, files)


def test_agrees_with_scipys_distribution():
    from scipy.stats import hypergeom

    low, high = hypergeometric(12, 60, 350)

    assert hypergeom.sf(11, 350, low, 60) > 0.025 >= hypergeom.sf(11, 350, low - 1, 60)
    assert hypergeom.cdf(12, 350, high, 60) > 0.025 >= hypergeom.cdf(12, 350, high + 1, 60)


def test_all_files_read_leave_no_doubt():
    assert hypergeometric(3, 10, 10) == (3, 3)


@given(st.integers(1, 60), st.data())
def test_turned_round_the_limits_turn(files, data):
    drawn = data.draw(st.integers(1, files))
    hits = data.draw(st.integers(0, drawn))
    low, high = hypergeometric(hits, drawn, files)

    assert hypergeometric(drawn - hits, drawn, files) == (files - high, files - low)


@pytest.mark.parametrize("asked", [(3, 2, 10), (-1, 2, 10), (1, 11, 10), (0, 0, 10)])
def test_what_is_no_sample_is_refused(asked):
    with pytest.raises(ValueError, match="not a sample"):
        hypergeometric(*asked)
