"""Every worked example of agreement, each expected leaf of it, to its stated tolerance."""

import pytest

from looped.stats import agreement_gwet, agreement_many
from looped.stats.agreement import agreement
from looped.stats.agreement_gwet import Coefficient
from looped.stats.paired import bowker, sign_test, stuart_maxwell

# Peers print these to so many places.
THREE, FIVE = 0.0005 + 1e-9, 0.000005 + 1e-9


def limits(found: Coefficient, units: int) -> list[float]:
    from scipy.special import stdtrit

    reach = stdtrit(units - 1, 0.975) * found.se
    return [found.value - reach, min(1.0, found.value + reach)]


def of_table(given):
    table = given["table"]
    pairs = sum(map(sum, table))
    return {
        weighting: {
            name: {"est": each.value, "se": each.se, "ci3dp": limits(each, pairs)}
            for name, each in agreement_gwet.coefficients(table, weighting).items()
        }
        for weighting in ("identity", "linear", "quadratic", "ordinal")
    }


def of_many(given):
    units = [list(unit.values()) for unit in given["data"]]
    grades = sorted({grade for unit in units for grade in unit if grade is not None})
    found = {}
    for name in ("unweighted", "linear", "quadratic", "ordinal"):
        weighting = "identity" if name == "unweighted" else name
        found[name] = {
            coefficient: {"pa": each.observed, "pe": each.chance, "coeff.val": each.value, "coeff.se": each.se}
            for coefficient, each in agreement_many.coefficients(units, grades, weighting).items()
        }
        for coefficient, each in agreement_many.coefficients(units, grades, weighting).items():
            paired = [unit for unit in units if sum(grade is not None for grade in unit) > 1]
            low, high = limits(each, len(paired if coefficient == "kripp" else units))
            shown = ",".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in (low, high))
            found[name][coefficient]["conf.int"] = f"({shown})"
    return found


def krippendorff(given):
    units = list(zip(*given["raters_by_units"], strict=True))
    return {m: agreement_many.krippendorff(units, m) for m in ("nominal", "ordinal", "interval", "ratio")}


def direction(given):
    whole, pairs = agreement(given["table"]), {}
    for name, test in (("stuart_maxwell", whole.margins()), ("bowker_nonempty_pairs", whole.symmetry())):
        pairs[name] = {"chi2": test.statistic, "df": test.freedom, "p": test.p}
    pairs["sign_test_17_of_21"] = {"p": whole.direction}
    return pairs | {"agreement": of_table(given)}


ANSWERS = {
    "c01_gwet_3x3_abstractors": of_table,
    "c03_paradox_spine": of_table,
    "c08_audit_skewed_4x4": of_table,
    "c10_gwet_raw4raters": of_many,
    "c11_gwet_raw5obs": of_many,
    "c12_krippendorff_4x12": krippendorff,
    "c15_looped_direction": direction,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_worked_example_of_agreement_comes_out(name, vector, differences):
    example = vector(name)
    expected = example["expected"]
    # The trap: empty pairs counted among the degrees of freedom. It is not ours.
    expected.pop("bowker_statsmodels_all_pairs", None)
    wider = dict.fromkeys(rounded_limits(expected), THREE)

    found = ANSWERS[name](example["input"])

    assert differences(found, expected, example["tolerance"], wider=wider) == []


def rounded_limits(expected, path=""):
    if isinstance(expected, dict):
        return [line for key, value in expected.items() for line in rounded_limits(value, f"{path}/{key}".strip("/"))]
    return [f"{path}/{place}" for place in (0, 1)] if path.endswith("ci3dp") else []


def test_pairs_all_alike_have_agreement_but_no_kappa_and_no_alpha(vector):
    first, second = vector("c18_edge_cases")["input"]["all_same"]
    found = agreement(counted(first, second, lowest=1))

    assert (found.exact.value, found.ac2.value) == (1.0, 1.0)
    assert found.kappa == found.alpha == (None, None, None)


def test_a_grade_that_nobody_used_stays_in_the_scale(vector):
    example = vector("c18_edge_cases")
    given, expected = example["input"]["middle_empty"], example["expected"]["middle_empty"]
    table = counted(given["a"], given["b"], lowest=0)
    gwet = {name: agreement_gwet.coefficients(table, name) for name in ("linear", "quadratic")}

    found = agreement(table)

    assert found.kappa.value == pytest.approx(expected["kappa_quadratic_q4"], abs=1e-9)
    assert found.alpha.value == pytest.approx(expected["krippendorff_ordinal"], abs=1e-9)
    assert gwet["linear"]["cohen"].value == pytest.approx(expected["kappa_linear_q4"], abs=1e-9)
    assert gwet["quadratic"]["gwet"].value == pytest.approx(expected["ac2_quadratic_q4"], abs=FIVE)


def counted(first, second, lowest):
    table = [[0] * 4 for _ in range(4)]
    for one, other in zip(first, second, strict=True):
        table[one - lowest][other - lowest] += 1
    return table


def test_no_worked_example_of_agreement_is_forgotten(ids_of):
    assert ids_of("c") == {*ANSWERS, "c18_edge_cases"}


def test_the_product_gives_the_coefficients_of_the_books(vector):
    table = vector("c15_looped_direction")["input"]["table"]
    gwet = agreement_gwet.coefficients(table, "ordinal")["gwet"]

    found = agreement(table)

    assert found.ac2.value == pytest.approx(gwet.value, abs=1e-12)
    assert found.kappa.value == pytest.approx(agreement_gwet.coefficients(table, "quadratic")["cohen"].value, abs=1e-12)
    assert (found.second_higher, found.second_lower) == (4 + 12 + 1, 1 + 3)
    assert found.direction == sign_test(17, 4)
    assert (found.margins(), found.symmetry()) == (stuart_maxwell(table), bowker(table))
