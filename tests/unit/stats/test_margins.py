"""Guards the tables dealt by chance: right margins, right chances, the same each time, honest p values."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.margins import Reference, counted, every_table, random_tables, reference

TABLES = st.integers(1, 3).flatmap(
    lambda grades: st.lists(st.lists(st.integers(0, 4), min_size=grades, max_size=grades), min_size=1, max_size=3)
)


@given(table=TABLES)
def test_listed_tables_are_all_different_keep_the_margins_and_have_chances_adding_up_to_one(table):
    seen = np.array(table)
    dealt = reference(seen)
    assert dealt.exact
    assert len(np.unique(dealt.tables.reshape(len(dealt.tables), -1), axis=0)) == len(dealt.tables)
    assert (dealt.tables.sum(axis=1) == seen.sum(axis=0)).all()
    assert (dealt.tables.sum(axis=2) == seen.sum(axis=1)).all()
    assert math.isclose(dealt.weights.sum(), 1)


def test_chances_of_two_by_two_tables_are_hypergeometric():
    from scipy.stats import hypergeom

    dealt = reference([[3, 5], [6, 2]])
    expected = hypergeom.pmf(dealt.tables[:, 0, 0], 16, 9, 8)
    assert dealt.weights == pytest.approx(expected)


def test_drawn_tables_keep_the_margins_and_come_out_alike_for_one_seed():
    months, grades = [31, 30, 16], [10, 40, 20, 7]
    drawn = random_tables(months, grades, 500, seed=7)
    assert (drawn.sum(axis=1) == grades).all()
    assert (drawn.sum(axis=2) == months).all()
    assert (drawn == random_tables(months, grades, 500, seed=7)).all()
    assert (drawn != random_tables(months, grades, 500, seed=8)).any()


def test_drawn_tables_have_the_mean_that_chance_gives():
    months, grades = np.array([31, 30, 16]), np.array([10, 40, 27])
    drawn = random_tables(months, grades, 4000, seed=1)
    assert drawn.mean(axis=0) == pytest.approx(np.outer(months, grades) / 77, abs=0.15)


def test_many_tables_are_drawn_and_not_listed():
    dealt = reference([[9, 9, 9], [9, 9, 9]], draws=100, listed_at_most=50)
    assert not dealt.exact
    assert dealt.tables.shape == (100, 2, 3)
    assert every_table([9, 9], [9, 9], at_most=9) is None
    assert len(every_table([9, 9], [9, 9], at_most=10)) == 10


def test_a_drawn_p_counts_the_table_seen_and_so_is_never_nought():
    drawn = Reference(np.zeros((99, 1, 1), dtype=np.int64), None)
    values = np.arange(99.0)
    assert drawn.p_beyond(values, 1000.0) == 1 / 100
    assert drawn.p_beyond(values, 98.0) == 2 / 100


@pytest.mark.parametrize("table", [[], [1, 2], [[1.5, 2]], [[-1, 2]]])
def test_what_is_no_table_of_counts_is_refused(table):
    with pytest.raises(ValueError, match="table of counts"):
        counted(table)
