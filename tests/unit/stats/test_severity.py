"""Guards the severity model: who can be compared, what has no finite answer, unused grades, slopes, errors, fit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.stats.severity_worlds import TITLES, world

from looped.stats.severity import severity
from looped.stats.severity_design import NothingToFit, design, linked
from looped.stats.severity_fitting import fit
from looped.stats.severity_information import layout, slopes
from looped.stats.severity_model import Values, chances, nodes_for, posterior
from looped.stats.severity_separation import separation


def joined(*parts):
    return tuple(sum((list(part[place]) for part in parts), []) for place in range(4))


def named(gradings, audit, auditor):
    cases, auditors, domains, grades = gradings
    return [f"{audit}{c}" for c in cases], [f"{auditor}{a}" for a in auditors], domains, grades


@pytest.fixture(scope="module")
def two_groups():
    first, _ = world(1, audits=40, auditors=4)
    second, _ = world(2, audits=40, auditors=3)
    return joined(named(first, "x", "P"), named(second, "y", "Q"))


def test_groups_without_a_common_audit_each_have_mean_0(two_groups):
    found = severity(*two_groups, TITLES, 4)

    assert [each.component for each in found.auditors] == [1] * 4 + [2] * 3
    for component in (1, 2):
        told = [each.severity for each in found.auditors if each.component == component]
        assert sum(told) == pytest.approx(0.0, abs=1e-9)
    assert found.converged
    assert found.separation.freedom == 7 - 2


def test_errors_are_those_of_differences_within_the_group():
    """Two who are compared with nobody else are each as far from their mean as the other, and as surely."""
    first, _ = world(1, audits=40, auditors=4)
    second, _ = world(2, audits=40, auditors=2)

    *_, one, other = severity(*joined(named(first, "x", "P"), named(second, "y", "Q")), TITLES, 4).auditors

    assert (one.severity, one.se) == (pytest.approx(-other.severity), pytest.approx(other.se))
    assert one.se_clustered == pytest.approx(other.se_clustered)
    assert one.se == pytest.approx(severity(*second, TITLES, 4).auditors[0].se, rel=0.1)


def test_severities_of_one_group_hardly_change_with_another_beside_it(two_groups):
    first, _ = world(1, audits=40, auditors=4)
    alone = severity(*first, TITLES, 4)

    together = severity(*two_groups, TITLES, 4)

    for one, other in zip(alone.auditors, together.auditors, strict=False):
        assert one.severity == pytest.approx(other.severity, abs=0.1)


def test_an_auditor_below_15_gradings_or_alone_has_no_severity_but_is_listed():
    gradings, _ = world(3, audits=40, auditors=4)
    few = (["0", "0", "1"], ["new"] * 3, [0, 1, 0], [2, 3, 2])
    alone = ([f"s{n}" for n in range(20)], ["single"] * 20, [n % 7 for n in range(20)], [1 + n % 4 for n in range(20)])
    cases, auditors, domains, grades = joined(named(gradings, "", "P"), few, alone)

    found = {each.auditor: each for each in severity(cases, auditors, domains, grades, TITLES, 4).auditors}

    assert (found["new"].severity, found["new"].gradings, found["new"].infit) == (None, 3, None)
    assert (found["single"].severity, found["single"].gradings, found["single"].component) == (None, 20, 2)
    assert sum(found[f"P{n}"].severity for n in range(4)) == pytest.approx(0.0, abs=1e-9)


def test_one_who_gave_only_the_lowest_grade_has_no_severity_and_moves_nobody():
    gradings, _ = world(4, audits=40, auditors=4)
    lowest = ([str(n) for n in range(20)], ["never"] * 20, [0] * 20, [1] * 20)
    plain = named(gradings, "", "P")

    without = severity(*plain, TITLES, 4)
    found = severity(*joined(plain, lowest), TITLES, 4)

    by_name = {each.auditor: each for each in found.auditors}
    assert (by_name["never"].severity, by_name["never"].gradings) == (None, 20)
    for each in without.auditors:
        assert by_name[each.auditor].severity == pytest.approx(each.severity, abs=1e-6)
    assert found.deviance == pytest.approx(without.deviance, abs=1e-6)


def test_a_domain_with_one_end_of_the_scale_alone_has_no_difficulty():
    gradings, _ = world(5, audits=30, auditors=4)
    cases, auditors, domains, grades = gradings
    grades = [4 if domain == 2 else grade for domain, grade in zip(domains, grades, strict=True)]

    found = severity(cases, auditors, domains, grades, TITLES, 4)

    assert [each.difficulty is None for each in found.domains] == [place == 2 for place in range(7)]
    assert found.converged


@pytest.mark.parametrize(
    ("unused", "shown"), [(4, [True, True, False]), (2, [False, True, True]), (1, [False, True, True])]
)
def test_an_unused_grade_is_named_and_the_scale_closed_up(unused, shown):
    cases, auditors, domains, grades = world(6, audits=60, auditors=4)[0]
    kept = [place for place, grade in enumerate(grades) if grade != unused]
    part = [[column[place] for place in kept] for column in (cases, auditors, domains, grades)]

    found = severity(*part, TITLES, 4)

    assert {each.unused for each in found.domains} == {(unused,)}
    assert [threshold is not None for threshold in found.thresholds] == shown
    assert found.converged
    assert all(1 <= each.low <= each.grade <= each.high <= 4 for each in found.fair)


def test_partial_credit_closes_up_each_domain_by_itself():
    cases, auditors, domains, grades = world(7, audits=60, auditors=4)[0]
    grades = [3 if (domain, grade) == (1, 4) else grade for domain, grade in zip(domains, grades, strict=True)]

    found = severity(cases, auditors, domains, grades, TITLES, 4, "partial-credit")

    assert [each.unused for each in found.domains] == [(), (4,), (), (), (), (), ()]
    assert found.thresholds[1][2] is None
    assert sum(found.thresholds[1][:2]) == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("model", ["rating-scale", "partial-credit"])
def test_turning_the_scale_round_turns_every_sign(model):
    cases, auditors, domains, grades = world(8, audits=60, auditors=5)[0]

    found = severity(cases, auditors, domains, grades, TITLES, 4, model)
    turned = severity(cases, auditors, domains, [5 - grade for grade in grades], TITLES, 4, model)

    assert [-each.severity for each in turned.auditors] == pytest.approx([each.severity for each in found.auditors])
    assert [each.se for each in turned.auditors] == pytest.approx([each.se for each in found.auditors])
    assert turned.deviance == pytest.approx(found.deviance)


def test_order_and_names_of_gradings_do_not_matter():
    cases, auditors, domains, grades = world(9, audits=40, auditors=4)[0]
    mixed = np.random.default_rng(1).permutation(len(cases)).tolist()

    found = severity(cases, auditors, domains, grades, TITLES, 4)
    again = severity(*([column[n] for n in mixed] for column in (cases, auditors, domains, grades)), TITLES, 4)

    assert [each.severity for each in again.auditors] == pytest.approx([e.severity for e in found.auditors], abs=1e-7)


@pytest.mark.parametrize("model", ["rating-scale", "partial-credit"])
def test_slopes_and_information_are_those_of_the_likelihood(model):
    """Against differences of the deviance, which knows nothing of Louis's formula; one audit is read by three."""
    cases, auditors, domains, grades = world(10, audits=12, auditors=4)[0]
    third = next(a for a in range(4) if a not in {x for c, x in zip(cases, auditors, strict=True) if c == 0})
    made = design(cases + [0, 0], auditors + [third] * 2, domains + [0, 3], grades + [1, 4], 4, model, 7)
    nodes = nodes_for(made, 2.0)
    plan = layout(made, len(nodes))
    start = np.random.default_rng(2).normal(0, 0.3, 4 + plan.free.shape[1])

    def at(point):
        common = plan.free @ point[4:]
        threshold = np.broadcast_to(common[7:-1].reshape(-1, 3), (7, 3))
        values = Values(point[:4], common[:7], threshold, float(np.exp(common[-1])))
        chance = chances(made, values, nodes)
        return values, chance, posterior(made, values, nodes, chance)

    def slope(point):
        return slopes(made, plan, *at(point)).slope

    found = slopes(made, plan, *at(start))
    tiny = 1e-5 * np.eye(len(start))
    numeric = [-(at(start + d)[2].deviance - at(start - d)[2].deviance) / 4e-5 for d in tiny]
    curved = np.array([-(slope(start + d) - slope(start - d)) / 2e-5 for d in tiny])
    assert found.slope == pytest.approx(numeric, abs=1e-5)
    assert found.information == pytest.approx(curved, abs=1e-5)
    of_severity, of_common = found.of_case
    assert np.asarray(of_severity.sum(axis=0)).ravel() == pytest.approx(found.slope[:4])
    assert of_common.sum(axis=0) == pytest.approx(found.slope[4:])


def test_more_nodes_change_nothing():
    made = design(*world(11, audits=40, auditors=4)[0], 4, "rating-scale", 7)
    found = fit(made)
    many = np.linspace(-12, 12, 241)

    deviance = posterior(made, found.values, many, chances(made, found.values, many)).deviance

    assert deviance == pytest.approx(found.seen.deviance, abs=1e-3)


def test_widely_spread_cases_get_a_wider_net():
    gradings, true = world(12, audits=80, auditors=4, spread=3.5, thresholds=(-5.0, 0.0, 5.0))

    found = severity(*gradings, TITLES, 4)

    assert found.converged
    assert found.person_sd == pytest.approx(3.5, rel=0.25)
    assert np.corrcoef([each.severity for each in found.auditors], true)[0, 1] > 0.7


def test_fit_is_1_under_the_model_and_high_for_one_who_grades_by_dice():
    cases, auditors, domains, grades = world(13, audits=150, auditors=6)[0]
    dice = np.random.default_rng(5).integers(1, 5, len(grades)).tolist()
    grades = [
        dice[n] if auditor == 2 else grade for n, (auditor, grade) in enumerate(zip(auditors, grades, strict=True))
    ]

    found = severity(cases, auditors, domains, grades, TITLES, 4).auditors

    assert max(found, key=lambda each: each.infit).auditor == 2
    assert found[2].infit > 1.5
    assert found[2].outfit > 1.5


@pytest.mark.slow
def test_clustered_errors_hold_where_one_auditors_gradings_of_an_audit_hang_together():
    """An auditor's mood on an audit moves all seven domains: plain errors are too small, clustered ones hold."""
    covered = {"se": [], "se_clustered": []}
    for seed in range(60):
        gradings, true = moody(seed)
        found = severity(*gradings, TITLES, 4).auditors
        for name, kept in covered.items():
            kept += [abs(each.severity - true[each.auditor]) < 1.96 * getattr(each, name) for each in found]

    assert np.mean(covered["se_clustered"]) > 0.90
    assert np.mean(covered["se"]) < np.mean(covered["se_clustered"]) - 0.05


def moody(seed):
    (cases, auditors, domains, _), true = world(seed, audits=150, auditors=8, missing=0.0)
    rng = np.random.default_rng(1000 + seed)
    mood = rng.normal(0, 1.0, (150, 8))
    place = rng.normal(0, 1.4, 150)[cases] - true[auditors] + mood[cases, auditors]
    height = np.cumsum(place[:, None] - np.array([-2.2, -0.1, 2.3]), axis=1)
    chance = np.exp(np.concatenate([np.zeros((len(place), 1)), height], axis=1))
    chance /= chance.sum(axis=1, keepdims=True)
    grades = 1 + (rng.random(len(place))[:, None] > np.cumsum(chance, axis=1)).sum(axis=1)
    return (cases, auditors, domains, grades.tolist()), true


def test_fair_grades_lie_around_the_awarded_ones_and_do_not_replace_them():
    cases, auditors, domains, grades = world(14, audits=60, auditors=4)[0]

    found = severity(cases, auditors, domains, grades, TITLES, 4)

    assert [each.case for each in found.fair] == sorted(set(cases))
    awarded = [np.mean([g for c, g in zip(cases, grades, strict=True) if c == each.case]) for each in found.fair]
    assert np.corrcoef(awarded, [each.grade for each in found.fair])[0, 1] > 0.95
    assert all(each.low < each.grade < each.high for each in found.fair)


def test_nothing_to_compare_is_said_and_not_made_up():
    for model, thresholds in (("rating-scale", (None,) * 3), ("partial-credit", ((None,) * 3,) * 7)):
        found = severity(["a", "a"], ["P", "Q"], [0, 0], [3, 3], TITLES, 4, model)
        assert [(each.auditor, each.severity, each.component) for each in found.auditors] == [
            ("P", None, 1),
            ("Q", None, 1),
        ]
        assert (found.thresholds, found.deviance, found.converged) == (thresholds, None, False)
    assert severity([], [], [], [], TITLES, 4).auditors == ()
    assert linked([], [])[0] == ()


@pytest.mark.parametrize(("domain", "grade"), [(7, 2), (-1, 2), (0, 0), (0, 5)])
def test_grades_and_domains_outside_are_refused(domain, grade):
    with pytest.raises(ValueError, match="domain is not|grade lies"):
        severity(["a"], ["P"], [domain], [grade], TITLES, 4)


def test_nothing_to_fit_is_an_error_of_its_own():
    with pytest.raises(NothingToFit):
        design([], [], [], [], 4, "rating-scale", 7)


@pytest.mark.slow
@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(0, 6), st.integers(1, 4)), max_size=60))
def test_whatever_was_graded_there_is_an_answer(rows):
    found = severity([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows], [r[3] for r in rows], TITLES, 4)

    assert [each.auditor for each in found.auditors] == sorted({row[1] for row in rows})
    assert sum(each.gradings for each in found.auditors) == len(rows)
    told = [each.severity for each in found.auditors if each.severity is not None]
    assert all(np.isfinite(told))


def test_separation_needs_two_who_can_be_compared():
    assert separation([[(0.3, 0.1)], []]) is None
    assert separation([[(0.3, 0.0), (0.1, 0.1)]]) is None
    assert separation([[(0.1, 1.0), (-0.1, 1.0)]]).reliability == 0.0


def test_fair_grades_are_those_of_the_mean_auditor_of_the_group(two_groups):
    """A group of harsh auditors beside one of mild: each group's fair grades are as if it were alone."""
    cases, auditors, domains, grades = two_groups
    harsher = [max(1, grade - (name[0] == "Q")) for name, grade in zip(auditors, grades, strict=True)]
    alone = [place for place, name in enumerate(auditors) if name[0] == "Q"]
    part = [[column[place] for place in alone] for column in (cases, auditors, domains, harsher)]

    together = {each.case: each.grade for each in severity(cases, auditors, domains, harsher, TITLES, 4).fair}
    apart = severity(*part, TITLES, 4).fair

    assert np.mean([abs(together[each.case] - each.grade) for each in apart]) < 0.08


@pytest.mark.slow
def test_without_spread_the_model_is_a_logistic_regression():
    """Two grades, audits all alike: what statsmodels finds for auditors and domains, errors included."""
    from statsmodels.api import Logit

    rng = np.random.default_rng(8)
    case, auditor, domain = (np.ravel(each) for each in np.meshgrid(range(60), range(3), range(4), indexing="ij"))
    # Every audit is graded alike but for chance, and balanced so that none stands out: no spread at all is best.
    good = (rng.permuted(np.tile([0, 1], (len(case) // 2, 1)), axis=1).ravel() + (auditor == 2) * (case % 4 == 0)) > 0

    found = severity(case.tolist(), auditor.tolist(), domain, 1 + good, list("abcd"), 2)

    columns = [(auditor == 0) * 1.0 - (auditor == 2), (auditor == 1) * 1.0 - (auditor == 2)]
    columns += [(domain == each) * 1.0 for each in range(4)]
    peer = Logit(good.astype(float), np.column_stack(columns)).fit(disp=0)
    assert (found.converged, found.person_sd) == (True, 0.0)
    assert [each.severity for each in found.auditors[:2]] == pytest.approx(-peer.params[:2], abs=0.01)
    assert [each.se for each in found.auditors[:2]] == pytest.approx(peer.bse[:2], rel=0.01)
    assert found.deviance == pytest.approx(-2 * peer.llf, rel=0.001)


@pytest.mark.parametrize("spread", [0.3, 0.5])
def test_a_small_spread_is_found_as_exactly_as_a_large_one(spread):
    """Nodes stand close enough: the deviance at the spread found is that of a much finer sum."""
    gradings, _ = world(4, audits=80, auditors=4, spread=spread)
    fitted = fit(design(*gradings, 4, "rating-scale", len(TITLES)))

    fine = np.arange(-4000, 4001) / 1000 * 2
    made = design(*gradings, 4, "rating-scale", len(TITLES))
    exact = posterior(made, fitted.values, fine, chances(made, fitted.values, fine)).deviance
    assert fitted.seen.deviance == pytest.approx(exact, abs=1e-4)
