"""Guards Cochran-Armitage, the likelihood ratio, Mann-Whitney, the probabilistic index and Holm."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from looped.stats.cochran_armitage import cochran_armitage, cochran_armitage_exact
from looped.stats.holm import holm
from looped.stats.homogeneity import homogeneity, likelihood_ratios
from looped.stats.jonckheere import jonckheere
from looped.stats.mann_whitney import mann_whitney
from looped.stats.omnibus import likelihood_ratio, omnibus
from looped.stats.probabilistic_index import probabilistic_index

MONTHS = st.lists(st.integers(1, 9).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=4)
ROWS = st.lists(st.lists(st.integers(0, 6), min_size=3, max_size=3).filter(sum), min_size=2, max_size=4)


def split(months):
    return [x for x, _ in months], [n for _, n in months]


class TestCochranArmitage:
    @given(months=MONTHS)
    def test_scores_may_be_moved_and_stretched(self, months):
        hits, bases = split(months)
        plain = cochran_armitage(hits, bases)
        moved = cochran_armitage(hits, bases, [2020 + 0.25 * month for month in range(len(bases))])
        assert plain.chi2 == pytest.approx(moved.chi2, abs=1e-6)

    @given(months=MONTHS)
    def test_the_other_variant_is_n_less_one_over_n_and_misses_mirror_hits(self, months):
        hits, bases = split(months)
        n = sum(bases)
        usual, other = cochran_armitage(hits, bases), cochran_armitage(hits, bases, variant="N-1")
        misses = cochran_armitage([b - x for x, b in months], bases)
        assert other.chi2 == pytest.approx(usual.chi2 * (n - 1) / n)
        assert misses.z == pytest.approx(-usual.z, abs=1e-9)
        assert misses.p_greater == pytest.approx(usual.p_less)

    @given(months=MONTHS)
    def test_exact_chances_are_those_of_every_way_to_deal_the_hits(self, months):
        hits, bases = split(months)
        total, seen = sum(hits), sum(month * x for month, x in enumerate(hits))
        ways = [
            (sum(m * x for m, x in enumerate(dealt)), math.prod(map(math.comb, bases, dealt)))
            for dealt in itertools.product(*(range(b + 1) for b in bases))
            if sum(dealt) == total
        ]
        every = sum(way for _, way in ways)
        exact = cochran_armitage_exact(hits, bases)
        assert exact.p_greater == pytest.approx(sum(way for t, way in ways if t >= seen) / every)
        assert exact.p_less == pytest.approx(sum(way for t, way in ways if t <= seen) / every)
        assert max(exact.p_greater, exact.p_less) <= 1
        assert exact.p <= 1

    def test_agrees_with_statsmodels_in_its_variant(self):
        import statsmodels.api as sm

        table = sm.stats.Table(np.array([[24, 7], [23, 7], [9, 7]]))
        peer = table.test_ordinal_association(row_scores=np.arange(3), col_scores=np.arange(2))
        assert cochran_armitage([7, 7, 7], [31, 30, 16], variant="N-1").p == pytest.approx(peer.pvalue)

    @pytest.mark.parametrize(("hits", "bases"), [([0, 0], [5, 5]), ([5, 5], [5, 5]), ([2], [5]), ([0], [1])])
    def test_nothing_to_compare(self, hits, bases):
        found = cochran_armitage(hits, bases, variant="N-1")
        assert (found.chi2, found.p) == (0.0, 1.0)
        assert cochran_armitage_exact(hits, bases).p == 1.0

    @pytest.mark.parametrize(
        ("hits", "bases", "scores"), [([1], [1, 2], None), ([1], [2], [0, 1]), ([3], [2], None), ([], [], None)]
    )
    @pytest.mark.parametrize("test", [cochran_armitage, cochran_armitage_exact])
    def test_impossible_months_are_refused(self, test, hits, bases, scores):
        with pytest.raises(ValueError, match=r"one a month|between 0|no audits"):
            test(hits, bases, scores)

    def test_exact_work_that_would_never_end_is_refused(self):
        with pytest.raises(ValueError, match="too many tables"):
            cochran_armitage_exact([500] * 9, [1000] * 9)


class TestOmnibus:
    @given(rows=ROWS)
    def test_the_order_of_months_does_not_matter_nor_which_end_of_the_scale_is_up(self, rows):
        plain, turned = omnibus(rows, "asymptotic"), omnibus([row[::-1] for row in rows[::-1]], "asymptotic")
        assert plain.h == pytest.approx(turned.h, abs=1e-9)
        assert plain.df == turned.df

    @pytest.mark.parametrize("table", [[[2, 22, 7], [5, 18, 7], [1, 9, 7]], [[30, 40, 2], [20, 60, 9]]])
    def test_agrees_with_scipy(self, table):
        from scipy.stats import kruskal

        peer = kruskal(*(np.repeat([1, 2, 3], row) for row in table))
        found = omnibus(table, "asymptotic")
        assert (found.h, found.p) == pytest.approx((peer.statistic, peer.pvalue))

    def test_likelihood_ratio_agrees_with_statsmodels(self):
        from statsmodels.miscmodels.ordinal_model import OrderedModel

        table = [[2, 22, 7], [5, 18, 7], [1, 9, 7]]
        grades = np.concatenate([np.repeat([0, 1, 2], row) for row in table])
        months = np.repeat([0, 1, 2], [sum(row) for row in table])
        factor = np.column_stack([months == 1, months == 2]).astype(float)
        peer = OrderedModel(grades, factor, distr="logit").fit(method="bfgs", disp=False)
        shares = np.bincount(grades) / len(grades)
        expected = 2 * (peer.llf - np.bincount(grades) @ np.log(shares))
        assert likelihood_ratio(table).statistic == pytest.approx(expected, abs=1e-4)

    def test_likelihood_ratio_of_large_months_says_the_same(self):
        table = [[20, 220, 70], [50, 180, 70], [10, 90, 70]]
        found = likelihood_ratio(table)
        assert found.df == omnibus(table).df
        assert math.log(found.p) == pytest.approx(math.log(omnibus(table).p), rel=0.05)

    def test_a_dip_and_recovery_differ_without_direction(self):
        dip = [[5, 10, 15], [15, 10, 5], [5, 10, 15]]
        assert omnibus(dip).p < 0.01
        assert jonckheere(dip).p > 0.9

    def test_two_months_are_the_two_sided_mann_whitney_test(self):
        assert omnibus([[5, 18, 7], [1, 9, 7]]).p == pytest.approx(mann_whitney([5, 18, 7], [1, 9, 7]).p_exact)

    def test_a_month_of_one_grade_has_no_likelihood_ratio_but_still_a_p(self):
        table = [[0, 0, 30], [5, 5, 20], [5, 5, 20]]
        assert likelihood_ratio(table) is None
        assert likelihood_ratio([[3, 4]]) is None
        assert omnibus(table).p < 0.01

    def test_small_numbers_go_by_dealt_tables(self):
        assert omnibus([[3, 4], [1, 6]]).method == "exact"
        assert omnibus([[9] * 4, [9, 5, 8, 9], [5, 5, 5, 1]]).method == "permutation, 20,000 draws"
        assert omnibus([[10, 20], [20, 20]]).method == "asymptotic"

    @pytest.mark.parametrize("table", [[[3, 4]], [[3, 0], [5, 0]], [[0, 0]]])
    def test_nothing_to_compare(self, table):
        assert omnibus(table).p == 1.0


class TestHomogeneity:
    @given(rows=ROWS)
    def test_the_order_of_months_and_grades_does_not_matter(self, rows):
        turned = [[row[1], row[0], row[2]] for row in rows[::-1]]
        plain, other = homogeneity(rows, "asymptotic"), homogeneity(turned, "asymptotic")
        assert plain.g2 == pytest.approx(other.g2, abs=1e-9)
        assert plain.df == other.df

    @pytest.mark.parametrize("table", [[[2, 22, 7], [5, 18, 7], [1, 9, 7]], [[30, 40], [20, 60]]])
    def test_agrees_with_scipy(self, table):
        from scipy.stats import chi2_contingency

        found = homogeneity(table, "asymptotic")
        likelihood = chi2_contingency(table, correction=False, lambda_="log-likelihood")
        pearson = chi2_contingency(table, correction=False)
        assert (found.g2, found.p, found.df) == pytest.approx((*likelihood[:2], likelihood.dof))
        assert found.pearson == pytest.approx(pearson.statistic)

    def test_sees_a_spread_that_has_no_better_or_worse(self):
        spread = [[0, 40, 0], [20, 0, 20]]
        assert homogeneity(spread).p < 0.001
        assert omnibus(spread).p == pytest.approx(1.0)

    def test_small_numbers_go_by_dealt_tables(self):
        assert homogeneity([[3, 4], [1, 6]]).method == "exact"
        assert homogeneity([[9] * 4, [9, 5, 8, 9], [5, 5, 5, 1]]).method == "permutation, 20,000 draws"
        assert homogeneity([[10, 20], [20, 20]]).method == "asymptotic"

    @pytest.mark.parametrize("table", [[[3, 4]], [[3, 0], [5, 0]]])
    def test_nothing_to_compare(self, table):
        assert homogeneity(table).p == 1.0

    def test_alike_months_have_no_ratio(self):
        assert likelihood_ratios(np.array([[[2, 4], [3, 6]]]))[0] == pytest.approx(0, abs=1e-9)


class TestMannWhitney:
    @given(rows=st.lists(st.lists(st.integers(0, 6), min_size=4, max_size=4).filter(sum), min_size=2, max_size=2))
    def test_swapping_the_months_turns_it(self, rows):
        there, back = mann_whitney(*rows), mann_whitney(*rows[::-1])
        assert there.theta == pytest.approx(1 - back.theta)
        assert there.p_exact == pytest.approx(back.p_exact)
        assert there.p_asymptotic <= there.p_corrected

    @given(table=st.lists(st.integers(1, 9), min_size=4, max_size=4))
    def test_two_grades_are_fishers_test_by_distance(self, table):
        """With two grades every dealt table is a point of one hypergeometric law."""
        from scipy.stats import hypergeom

        a, b, c, d = table
        dealt = hypergeom(sum(table), b + d, c + d)
        counts = np.arange(sum(table) + 1)
        beyond = abs(counts - dealt.mean()) >= abs(d - dealt.mean()) - 1e-9
        assert mann_whitney([a, b], [c, d]).p_exact == pytest.approx(dealt.pmf(counts)[beyond].sum())

    def test_one_grade_is_no_difference_and_many_tables_have_no_exact_p(self):
        assert mann_whitney([3, 0], [2, 0]).p_asymptotic == 1.0
        assert mann_whitney([90] * 5, [90] * 5).p_exact is None

    def test_a_month_without_audits_is_refused(self):
        with pytest.raises(ValueError, match="at least one"):
            mann_whitney([0, 0], [1, 2])


class TestProbabilisticIndex:
    @given(rows=ROWS)
    def test_stays_within_nought_and_one_and_turns_with_time(self, rows):
        there, back = probabilistic_index(rows), probabilistic_index(rows[::-1])
        assert 0 <= there.low <= there.theta <= there.high <= 1
        assert there.theta == pytest.approx(1 - back.theta)
        assert there.low == pytest.approx(1 - back.high)

    def test_two_months_have_the_error_of_brunner_and_munzel(self):
        from statsmodels.stats.nonparametric import rank_compare_2indep

        first, second = [2, 22, 7], [1, 9, 7]
        values = [np.repeat([1, 2, 3], counts) for counts in (first, second)]
        peer = rank_compare_2indep(values[1], values[0])
        found = probabilistic_index([first, second])
        assert found.theta == pytest.approx(peer.prob1)
        assert found.se == pytest.approx(math.sqrt(peer.var_prob))

    def test_clean_separation_still_has_an_interval(self):
        found = probabilistic_index([[12, 0], [0, 16]])
        assert (found.theta, found.high) == (1.0, 1.0)
        assert 0.7 < found.low < 1

    def test_interval_holds_the_truth_about_as_often_as_it_says(self):
        chance = np.random.default_rng(3)
        months = np.array([[0.2, 0.6, 0.2], [0.15, 0.55, 0.3], [0.1, 0.5, 0.4]])
        truth = probabilistic_index(np.round(months * 10_000).astype(int)).theta
        samples = [[chance.multinomial(25, shares) for shares in months] for _ in range(500)]
        held = [found.low <= truth <= found.high for found in map(probabilistic_index, samples)]
        assert 0.92 < np.mean(held) < 0.98

    def test_one_month_has_no_trend(self):
        with pytest.raises(ValueError, match="two months"):
            probabilistic_index([[3, 4], [0, 0]])


class TestHolm:
    @pytest.mark.slow
    @pytest.mark.parametrize("size", [1, 2, 7, 16])
    def test_agrees_with_statsmodels(self, size):
        p_values = np.random.default_rng(size).beta(0.3, 1, size)
        expected = multipletests(p_values, method="holm")[1]
        assert holm(p_values.tolist()) == pytest.approx(expected.tolist())

    @given(p_values=st.lists(st.floats(0, 1), max_size=12))
    def test_adjusting_never_lowers_a_p_nor_changes_their_order(self, p_values):
        adjusted = holm(p_values)
        assert all(p <= new <= 1 for p, new in zip(p_values, adjusted, strict=True))
        places = sorted(range(len(p_values)), key=p_values.__getitem__)
        assert [adjusted[place] for place in places] == sorted(adjusted)

    def test_tests_that_could_not_be_run_may_count(self):
        assert holm([0.01, 0.02], tests=16) == [0.16, 0.3]

    @pytest.mark.parametrize(("p_values", "tests"), [([1.1], None), ([-0.1], None), ([0.1, 0.2], 1)])
    def test_impossible_families_are_refused(self, p_values, tests):
        with pytest.raises(ValueError, match=r"family|between"):
            holm(p_values, tests)
