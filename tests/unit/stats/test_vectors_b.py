"""Every worked example of charts over time and funnels, each expected leaf of it, to its stated tolerance."""

import pytest

from looped.stats.funnel import INNER, OUTER, arcsine_funnel, interpolated_funnel, normal_funnel, overdispersion
from looped.stats.laney import laney
from looped.stats.mdc_rules import assurance, plot_the_dots, run_ends, trend_ends, two_of_three
from looped.stats.p_chart import p_chart

RULES = {
    None: "Common Cause",
    "above_upper_limit": "Above UCL",
    "below_lower_limit": "Below LCL",
    "seven_rising": "7 Point Trend (Increasing)",
    "seven_falling": "7 Point Trend (Decreasing)",
    "two_of_three_high": "2 in 3 Above CL",
    "two_of_three_low": "2 in 3 Below CL",
    "seven_above_mean": "7 Points Above CL",
    "seven_below_mean": "7 Points Below CL",
}
KINDS = {
    "common_cause": "common_cause",
    "improvement": "special_cause_improvement",
    "concern": "special_cause_concern",
}


def drawn(values, improvement="increase", **options):
    chart = plot_the_dots(values, improvement, dialect="nhsrplotthedots", **options)
    limits = chart.parts[-1].limits
    return {
        "mean": limits.mean,
        "lpl": limits.lower,
        "upl": limits.upper,
        "point_type": [KINDS[point.kind] for point in chart.points],
        "special_cause_type": [RULES[point.rule] for point in chart.points],
    }


def snapshot(given):
    return {
        "clean": drawn(given["y"]),
        "outlier_screened": drawn(given["y_outlier"], screened=True),
        "outlier_unscreened": drawn(given["y_outlier"], screened=False),
    }


def deviation(given):
    return {name: drawn(given["y"], screened=name == "screened") for name in ("screened", "unscreened")}


def attendances(given):
    shares = [100 * (1 - late / all_) for late, all_ in zip(given["breaches"], given["attendances"], strict=True)]
    chart = plot_the_dots(shares, "increase", target=given["target"], dialect="nhsrplotthedots")
    return {
        "perf": drawn(shares),
        "perf_assurance": chart.assurance,
        "perf_fixed_first12": drawn(shares, fixed_from_first=12),
        "breaches_decrease": drawn(given["breaches"], "decrease"),
    }


def rule_units(given, expected):
    """The expected part holds the inputs of two of its rules beside their answers."""
    pairs = [unit | {"out": two_of_three(unit["close"], unit["rel"])} for unit in expected["two_in_three_unit"]]
    targets = [
        unit | {"out": assurance(unit["lpl"], unit["upl"], unit["target"], unit["improve"])}
        for unit in expected["assurance_unit"]
    ]
    return {
        "seven_side": [run_ends(case) for case in given["seven_side_cases"]],
        "trend": [trend_ends(case) for case in given["trend_cases"]],
        "synthetic": {name: drawn(values, given["improvement"]) for name, values in given["synthetic"].items()},
        "two_in_three_unit": pairs,
        "assurance_unit": targets,
    }


def accidents(given):
    charts = {"p": p_chart(given["num"], given["den"]), "p_prime": laney(given["num"], given["den"])}
    return {
        name: {
            "cl": [point.centre for point in chart.points],
            "lcl": [point.lower for point in chart.points],
            "ucl": [point.upper for point in chart.points],
        }
        for name, chart in charts.items()
    }


def funnels(given):
    counted, of = given["num"], given["den"]
    target = sum(counted) / sum(of)
    spread, plain = overdispersion(counted, of), overdispersion(counted, of, pull_in=0)
    inner, outer = ("ll95", "ul95", "ll998", "ul998"), ("odll95", "odul95", "odll998", "odul998")
    return {
        "target": target,
        "arcsine_FunnelPlotR": [arcsine_row(target, n, inner) for n in sorted(of)],
        "arcsine_den_order": sorted(of),
        "overdispersion": {
            "uz": spread.z,
            "wz": spread.pulled_in,
            "phi": spread.phi,
            "tau2": spread.tau2,
            "phi_nowin": plain.phi,
            "tau2_nowin": plain.tau2,
        },
        "od_limits": [arcsine_row(target, n, outer, spread.tau2) for n in sorted(of)],
        "wilson_inverse_PHE_pct": [{"n": n} | percentages(target, n) for n in of],
        "exact_binomial_spiegelhalter_interpolated": [{"n": n} | exact_row(target, n) for n in of],
    }


def arcsine_row(target, base, names, tau2=0.0):
    limits = (*arcsine_funnel(target, base, INNER, tau2), *arcsine_funnel(target, base, OUTER, tau2))
    return {"number_seq": base, "s": 1 / (2 * base**0.5)} | dict(zip(names, limits, strict=True))


def percentages(target, base):
    limits = (*normal_funnel(target, base, INNER), *normal_funnel(target, base, OUTER))
    return {name: 100 * limit for name, limit in zip(("l2", "u2", "l3", "u3"), limits, strict=True)}


def exact_row(target, base):
    limits = (*interpolated_funnel(target, base, INNER), *interpolated_funnel(target, base, OUTER))
    return dict(zip(("l95", "u95", "l998", "u998"), limits, strict=True))


def published_funnel(given):
    rows = [percentages(given["baseline_pct"] / 100, n) for n in given["populations"]]
    names = {"lower_2s": "l2", "upper_2s": "u2", "lower_3s": "l3", "upper_3s": "u3"}
    return {name: [row[ours] for row in rows] for name, ours in names.items()}


ANSWERS = {
    "b01_xmr_snapshot": snapshot,
    "b02_xmr_deviation_vignette": deviation,
    "b03_mdc_ae_RJZ": attendances,
    "b03_mdc_ae_RQM": attendances,
    "b03_mdc_ae_RRK": attendances,
    "b04_rule_units": rule_units,
    "b07_laney_nhs_accidents": accidents,
    "b08_funnel": funnels,
    "b09_funnel_phe_published": published_funnel,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_worked_example_of_charts_comes_out(name, vector, differences):
    example = vector(name)
    given = (example["input"], example["expected"]) if name == "b04_rule_units" else (example["input"],)

    found = ANSWERS[name](*given)

    assert differences(found, example["expected"], example["tolerance"]) == []


def test_no_worked_example_of_charts_is_forgotten(ids_of):
    assert ids_of("b") == set(ANSWERS)
