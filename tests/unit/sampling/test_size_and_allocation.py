"""Guards how many audits, and where: worked examples, sums that hold, floors, files, ties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.sampling.allocation import (
    Stratum,
    for_budget,
    for_variance,
    neyman,
    proportional,
    standard_error,
    whole,
)
from looped.sampling.size import sample_size


def test_worked_sample_sizes_come_out(vector):
    example = vector("f01_sample_size_fpc")
    for asked, expected in zip(example["input"], example["expected"], strict=True):
        found = sample_size(asked["e"], asked["N"], asked["p"])
        assert found.unlimited == pytest.approx(expected["n0"], abs=1e-6)
        assert found.needed == pytest.approx(expected["n"], abs=1e-6)
        assert found.needed == pytest.approx(expected["practools"], abs=1e-6)
        assert found.whole == expected["n_ceil"]


def test_worked_allocations_come_out(vector):
    example = vector("f02_allocation")
    asked, expected = example["input"], example["expected"]
    columns = zip(asked["Nh"], asked["Sh"], asked["ch"], strict=True)
    strata = {str(place): Stratum(*each) for place, each in enumerate(columns)}
    files = {name: each.files for name, each in strata.items()}
    parts = neyman(strata, asked["n"])

    found = {
        "neyman": list(parts.values()),
        "prop": list(proportional(files, asked["n"]).values()),
        "totcost": list(for_budget(strata, asked["cost"]).values()),
        "totvar": list(for_variance(strata, (asked["CV0"] * asked["ybarU"]) ** 2).values()),
    }

    for name, numbers in found.items():
        assert numbers == pytest.approx(expected[name], abs=1e-6)
    assert standard_error(strata, parts) == pytest.approx(expected["neyman_se"], abs=1e-6)


def test_no_worked_example_of_sampling_is_forgotten(ids_of):
    assert ids_of("f") == {"f01_sample_size_fpc", "f02_allocation"}


def test_variance_and_budget_are_met_and_met_best():
    strata = {"a": Stratum(200, 0.5, 3), "b": Stratum(80, 0.3, 1), "c": Stratum(20, 0.4, 2)}

    cheapest = for_variance(strata, 0.03**2)
    price = sum(cheapest[name] * one.cost for name, one in strata.items())
    best = for_budget(strata, price)

    assert standard_error(strata, cheapest) == pytest.approx(0.03)
    assert best == pytest.approx(cheapest)
    assert standard_error(strata, neyman(strata, 60)) < standard_error(
        strata, proportional({name: one.files for name, one in strata.items()}, 60)
    )


files_of_strata = st.lists(st.integers(1, 300), min_size=1, max_size=6)


@given(files_of_strata, st.integers(0, 4), st.data())
def test_whole_numbers_keep_the_sum_the_floor_and_the_files(numbers, floor, data):
    files = {f"s{place}": number for place, number in enumerate(numbers)}
    least = {name: min(floor, number) for name, number in files.items()}
    size = data.draw(st.integers(max(1, sum(least.values())), max(sum(files.values()), 1)))
    parts = proportional(files, size)

    found = whole(parts, files, floor)

    assert sum(found.values()) == size
    assert all(least[name] <= found[name] <= files[name] for name in files)
    if all(least[name] <= part for name, part in parts.items()):
        assert all(abs(found[name] - part) < 1 for name, part in parts.items())


def test_the_largest_remainder_gets_the_odd_audit_and_the_first_listed_a_tie():
    assert whole({"a": 4.2, "b": 3.5, "c": 2.3}, {}, floor=0) == {"a": 4, "b": 4, "c": 2}
    assert whole({"z": 1.5, "a": 1.5}, {}, floor=0) == {"z": 2, "a": 1}


def test_a_small_stratum_is_raised_to_the_floor_at_the_cost_of_the_others():
    assert whole({"a": 14.5, "b": 14.5, "c": 1.0}, {"a": 145, "b": 145, "c": 10}, floor=2) == {"a": 14, "b": 14, "c": 2}
    assert whole({"a": 14.5, "b": 14.5, "c": 1.0}, {"a": 145, "b": 145, "c": 1}, floor=2) == {"a": 15, "b": 14, "c": 1}


def test_neymans_parts_never_exceed_the_files():
    parts = neyman({"a": Stratum(100, 0.1), "b": Stratum(10, 5.0)}, 40)

    assert parts["b"] > 10
    assert whole(parts, {"a": 100, "b": 10}) == {"a": 30, "b": 10}


@pytest.mark.parametrize("parts", [{"a": 1.0, "b": 1.0}, {"a": 30.0, "b": 30.0}])
def test_what_can_not_be_spread_is_refused(parts):
    with pytest.raises(ValueError, match="can't be spread"):
        whole(parts, {"a": 20, "b": 20}, floor=2)


def test_strata_without_files_are_refused():
    with pytest.raises(ValueError, match="nothing to spread"):
        proportional({"a": 0}, 5)


@given(st.integers(1, 5000))
def test_never_more_than_all_and_never_more_than_of_an_endless_caseload(files):
    found = sample_size(0.05, files)

    assert 1 <= found.whole <= files
    assert found.whole <= sample_size(0.05).whole


@pytest.mark.parametrize(("margin", "files"), [(0.0, 10), (1.0, 10), (0.05, 0)])
def test_margins_and_files_that_make_no_sense_are_refused(margin, files):
    with pytest.raises(ValueError, match=r"between 0 and 1|no files"):
        sample_size(margin, files)
