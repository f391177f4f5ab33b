"""Guards agreement of looped audits: floor, fixed scale, symmetry, jackknife, not estimable, peers, cover."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.stats.agreement import FLOOR, Estimate, agreement, pair_tables, panel
from looped.stats.agreement_coefficients import ac2, alpha, kappa
from looped.stats.agreement_gwet import coefficients
from looped.stats.agreement_jackknife import jackknife, standard_error
from looped.stats.agreement_many import coefficients as of_many
from looped.stats.agreement_many import krippendorff
from looped.stats.intervals import wilson

TABLE = [[2, 1, 0, 0], [1, 38, 4, 0], [0, 5, 12, 0], [0, 0, 0, 0]]
NAMES = ("exact", "within_one", "ac2", "alpha", "kappa")
tables = st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=4, max_size=4)


def test_shares_are_counted_with_wilson_intervals():
    found = agreement(TABLE)

    assert found.exact == (52 / 63, *wilson(52, 63))
    assert found.within_one == (63 / 63, *wilson(63, 63))
    assert (found.second_higher, found.second_lower, found.direction) == (1 + 4, 1 + 5, 1.0)


def test_nothing_paired_has_counts_of_0_and_no_estimates():
    found = agreement(np.zeros((4, 4)))

    assert (found.pairs, found.direction, found.margins().p, found.symmetry().p) == (0, None, None, None)
    assert [getattr(found, name) for name in NAMES] == [Estimate()] * 5
    assert found.table == ((0,) * 4,) * 4


def test_below_10_pairs_there_are_shares_but_no_coefficients():
    nine = agreement([[FLOOR - 2, 1], [0, 0]])
    ten = agreement([[FLOOR - 2, 1], [0, 1]])

    assert nine.exact.value == 8 / 9
    assert nine.ac2 == nine.alpha == nine.kappa == Estimate()
    assert None not in (ten.ac2.value, ten.alpha.value, ten.kappa.value)


def test_all_agreeing_has_no_interval_since_no_pair_shows_how_far_off_it_may_be():
    found = agreement(np.diag([3, 5, 4, 0]))

    assert found.ac2 == found.alpha == found.kappa == Estimate(1.0, None, None)
    assert found.exact.low == wilson(12, 12).low


def test_a_pair_that_decides_whether_there_is_kappa_leaves_no_interval():
    """Without the one differing pair all grades are alike, and there is no kappa."""
    found = agreement([[12, 1], [0, 0]])

    assert found.kappa.value == pytest.approx(0.0)
    assert (found.kappa.low, found.kappa.high) == (None, None)


def test_ac2_knows_the_unused_grade_and_the_others_do_not_care():
    used = [row[:3] for row in TABLE[:3]]

    whole, cut = agreement(TABLE), agreement(used)

    assert whole.ac2.value == pytest.approx(0.950, abs=0.001)
    assert cut.ac2.value == pytest.approx(0.898, abs=0.001)
    assert whole.alpha == pytest.approx(cut.alpha)
    assert whole.kappa == pytest.approx(cut.kappa)


@given(tables)
def test_who_is_called_lead_only_turns_the_direction(table):
    found, turned = agreement(table), agreement(np.array(table).T)

    assert (turned.second_higher, turned.second_lower) == (found.second_lower, found.second_higher)
    assert turned.direction == found.direction
    for name in NAMES:
        assert getattr(turned, name) == pytest.approx(getattr(found, name), nan_ok=True)


@given(tables)
def test_the_scale_read_downwards_agrees_alike(table):
    found, turned = agreement(table), agreement(np.array(table)[::-1, ::-1])

    for name in NAMES:
        assert getattr(turned, name) == pytest.approx(getattr(found, name), abs=1e-9)


@given(tables)
def test_each_interval_holds_its_estimate_within_the_limits(table):
    found = agreement(table)
    for name in NAMES:
        value, low, high = getattr(found, name)
        if low is not None:
            assert -1 <= low <= value <= high <= 1
        assert value is None or value <= 1


@given(tables, st.integers(0, 2))
def test_jackknife_by_kinds_of_pair_is_the_jackknife_by_pairs(table, which):
    coefficient = (ac2, alpha, kappa)[which]
    counts = np.array([table], dtype=float)
    left_out = []
    for cell in zip(*np.nonzero(counts[0]), strict=True):
        without = counts[0].copy()
        without[cell] -= 1
        left_out += [float(coefficient(without))] * int(counts[0][cell])

    found = float(standard_error(coefficient, counts)[0])

    n = len(left_out)
    plain = math.sqrt((n - 1) / n * sum((x - np.mean(left_out)) ** 2 for x in left_out)) if n else math.nan
    assert found == pytest.approx(plain, rel=1e-6, abs=1e-9) or (math.isnan(found) and not plain > 1e-11)


def test_several_domains_at_once_are_as_each_alone():
    several = [TABLE, np.diag([3, 5, 4, 0]), np.zeros((4, 4)), [[1, 1, 0, 0]] * 4]

    assert panel(several) == [agreement(table) for table in several]
    assert panel(np.zeros((0, 4, 4))) == []


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 4), st.integers(1, 4))))
def test_pairs_are_counted_as_one_would_by_hand(pairs):
    expected = np.zeros((3, 4, 4), dtype=int)
    for place, lead, second in pairs:
        expected[place][lead - 1][second - 1] += 1

    columns = zip(*pairs, strict=True) if pairs else ([], [], [])
    assert pair_tables(*map(list, columns), 3, 4).tolist() == expected.tolist()


@pytest.mark.parametrize("pair", [(3, 1, 1), (-1, 1, 1), (0, 0, 1), (0, 1, 5)])
def test_a_grade_or_domain_outside_is_refused(pair):
    with pytest.raises(ValueError, match="lies outside"):
        pair_tables([pair[0]], [pair[1]], [pair[2]], 3, 4)


@pytest.mark.parametrize("wrong", [[[1, 2]], [[1]], [[1, -1], [0, 0]], [[0.5, 0], [0, 0]]])
def test_what_is_no_table_of_pairs_is_refused(wrong):
    with pytest.raises(ValueError, match="pairs"):
        agreement(wrong)


def test_a_level_outside_0_to_1_is_refused():
    with pytest.raises(ValueError, match="level"):
        jackknife(kappa, np.array([TABLE], dtype=float), 1.0)


@pytest.mark.slow
@given(tables.filter(lambda table: sum(map(sum, table)) > 0))
def test_kappa_agrees_with_scikit_learn(table):
    from sklearn.metrics import cohen_kappa_score

    pairs = [(i, j) for i in range(4) for j in range(4) for _ in range(table[i][j])]
    first, second = zip(*pairs, strict=True)
    if len({*first, *second}) == 1:
        return
    theirs = cohen_kappa_score(first, second, labels=[0, 1, 2, 3], weights="quadratic")
    assert float(kappa(np.array(table, dtype=float))) == pytest.approx(theirs, abs=1e-12)


@pytest.mark.slow
@given(tables)
def test_kappa_agrees_with_statsmodels_by_both_weights(table):
    from statsmodels.stats.inter_rater import cohens_kappa

    counts = np.array(table) + 1  # statsmodels warns where a standard error is 0
    for weighting in ("linear", "quadratic"):
        found = coefficients(counts, weighting)["cohen"]
        assert found.value == pytest.approx(cohens_kappa(counts, wt=weighting).kappa, abs=1e-9)


@pytest.mark.slow
@given(tables.filter(lambda table: sum(map(sum, table)) > 0))
def test_two_auditors_are_the_least_of_many(table):
    """The table's coefficients and those of any number of auditors are the same for two who graded everything."""
    units = [(i, j) for i in range(4) for j in range(4) for _ in range(table[i][j])]
    counts = np.array(table, dtype=float)
    ordinal = krippendorff(units)
    if ordinal is None:
        assert math.isnan(float(alpha(counts)))
        return
    assert float(alpha(counts)) == pytest.approx(ordinal, abs=1e-9)
    if len(units) > 1:
        two, many = coefficients(table, "ordinal"), of_many(units, range(4), "ordinal")
        for name, other in (("gwet", "gwet"), ("scott", "fleiss"), ("cohen", "conger"), ("bp", "bp"), ("pa", "pa")):
            assert many[other].value == pytest.approx(two[name].value, abs=1e-9)


def test_fleiss_agrees_with_statsmodels():
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

    units = np.random.default_rng(4).integers(0, 4, (30, 5))

    found = of_many(units.tolist(), range(4), "identity")["fleiss"].value

    assert found == pytest.approx(fleiss_kappa(aggregate_raters(units)[0]), abs=1e-12)


def test_no_pairs_no_coefficients_of_the_books():
    with pytest.raises(ValueError, match="no pairs"):
        coefficients(np.zeros((4, 4)), "ordinal")
    for compare in (krippendorff, lambda units: of_many(units, range(1, 5), "ordinal")):
        with pytest.raises(ValueError, match="two grades"):
            compare([[1, None], [None, 2]])


@pytest.mark.slow
@pytest.mark.parametrize("pairs", [25, 60])
def test_intervals_cover_the_true_coefficient_as_often_as_they_say(pairs):
    """A fixed true table; what its coefficients would be on endless pairs is what intervals should hold."""
    chance = np.array([[4, 2, 0, 0], [2, 40, 8, 0], [0, 9, 25, 3], [0, 0, 3, 4]]) / 100
    drawn = np.random.default_rng(8).multinomial(pairs, chance.ravel(), 3000).reshape(-1, 4, 4).astype(float)
    for coefficient in (ac2, alpha, kappa):
        truth = float(coefficient(chance * 1e9))
        _, low, high = jackknife(coefficient, drawn)
        assert np.nanmean((low <= truth) & (truth <= high)) == pytest.approx(0.95, abs=0.025)
