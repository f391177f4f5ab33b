"""Guards disclosure control: no small count is worked out, as little as possible is withheld, everything linked counts."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from looped.stats.disclosure import SYMBOL, Known, attack, crossed, identifies, primary, protect, withheld_with
from looped.stats.disclosure_attack import Fact

GRADES = ("I", "RI", "G", "O")


def by_place(example):
    """Names of facts for the places of the worked examples: one beyond the last is the total."""
    rows, columns = [*example["rows"], "Total"], [*example["cols"], "Total"]
    return lambda place: f"{rows[place[0]]}, {columns[place[1]]}"


@pytest.mark.parametrize("name", ["g01_area_grade_zeros_protected", "g03_seed_months_zeros_protected"])
def test_a_worked_example_withholds_no_more_than_the_peer_and_nothing_is_worked_out(name, vector):
    example = vector(name)
    given_, expected = example["input"], example["expected"]
    facts, place = crossed(given_["rows"], given_["cols"], given_["table"]), by_place(given_)

    found = protect(facts, most=given_["maxN"], zeros=given_["zeros_primary"])

    assert found.primary == {place(each) for each in expected["primary"]}
    assert len(found.withheld) <= expected["n_suppressed"]
    assert (found.exposed, found.fewest) == (frozenset(), True)
    assert all(found.bounds[name][1] - found.bounds[name][0] >= 3 for name in found.primary)


@pytest.mark.parametrize("name", ["g01_area_grade_zeros_protected", "g03_seed_months_zeros_protected"])
def test_an_attack_on_the_peers_choice_finds_the_peers_bounds(name, vector):
    example = vector(name)
    given_, expected = example["input"], example["expected"]
    facts, place = crossed(given_["rows"], given_["cols"], given_["table"]), by_place(given_)
    withheld = {place(each) for each in expected["GaussSuppression_suppressed"]}

    found = attack(facts, withheld, withheld)

    bounds = {place(tuple(map(int, key.split(",")))): tuple(b) for key, b in expected["integer_attack_bounds"].items()}
    assert found == bounds
    assert [name for name, (low, high) in found.items() if low == high] == expected["recoverable_cells"]


def test_a_mark_for_small_counts_alone_gives_them_away(vector):
    example = vector("g06_known_rule_attack")
    given_, expected = example["input"], example["expected"]
    rows = ["0", "1", "2"]
    facts = crossed(rows, rows, given_["table"])
    withheld = {f"{i}, {j}" for i, j in given_["suppressed"]}
    small = {f"{i}, {j}": (1, given_["threshold"] - 1) for i, j in given_["primary"]}

    plain = attack(facts, withheld, withheld)
    marked = attack(facts, withheld, withheld, ranges=small)

    def shown(found):
        return {name.replace(", ", ","): list(bounds) for name, bounds in found.items()}

    assert shown(plain) == expected["bounds_one_symbol"]
    assert shown(marked) == expected["bounds_if_primary_marked_'<5'"]
    assert SYMBOL == "c"


def test_a_percentage_tells_the_count_at_the_sizes_of_a_month(vector):
    example = vector("g08_pct_identifies_count")

    found = {str(base): identifies(base) for base in example["input"]["n"]}

    assert found == example["expected"]["zero_dp_pct_unique"]
    assert not identifies(101)
    assert identifies(101, decimals=1)
    with pytest.raises(ValueError, match="base"):
        identifies(0)


@pytest.mark.parametrize(("most", "answer"), [(1, "result"), (3, "result_maxN3")])
def test_the_published_vignette_comes_out_or_one_as_small(most, answer, vector):
    example = vector("g10_gausssuppression_vignette")
    expected = example["expected"][answer]
    ages, places = ["old", "young"], ["Iceland", "Portugal", "Spain"]
    count = {(each["age"], each["geo"]): each["freq"] for each in example["input"]["data"]}
    facts = crossed(ages, places, [[count[age, place] for place in places] for age in ages])

    found = protect(facts, most=most, zeros=True, width=1)

    assert {fact.name: fact.value for fact in facts} == {f"{e['age']}, {e['geo']}": e["freq"] for e in expected}
    assert found.primary == {f"{each['age']}, {each['geo']}" for each in expected if each["primary"]}
    assert len(found.withheld) <= sum(each["suppressed"] for each in expected)
    assert found.exposed == frozenset()


def test_no_worked_example_of_disclosure_is_forgotten(ids_of):
    assert ids_of("g") == {
        "g01_area_grade_zeros_protected",
        "g03_seed_months_zeros_protected",
        "g06_known_rule_attack",
        "g08_pct_identifies_count",
        "g10_gausssuppression_vignette",
    }


@pytest.mark.slow
@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=3, max_size=3), st.booleans())
def test_whatever_the_table_each_small_count_keeps_its_range_or_is_named(table, zeros):
    facts = crossed(["a", "b", "c"], ["x", "y", "z"], table)

    found = protect(facts, zeros=zeros)

    again = attack(facts, found.withheld, found.withheld)
    assert again == found.bounds
    wide = {name for name, (low, high) in again.items() if high is None or high - low >= 3}
    assert found.exposed == found.primary - wide
    assert all(low <= fact.value for fact in facts for low, _ in [again.get(fact.name, (0, 0))])
    if not found.primary:
        assert found.withheld == frozenset()


@pytest.mark.slow
@settings(max_examples=15)
@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=2))
def test_fewest_is_fewest_by_trying_every_choice(table):
    facts = crossed(["a", "b"], ["x", "y"], table)

    found = protect(facts)

    if found.exposed or not found.primary:
        return
    names = [fact.name for fact in facts if fact.name not in found.primary]
    for number in range(len(found.withheld) - len(found.primary)):
        for more in itertools.combinations(names, number):
            bounds = attack(facts, found.primary | set(more), found.primary)
            assert any(high is not None and high - low < 3 for low, high in bounds.values())


def test_months_and_quarter_are_one_table():
    """June's 2 can't be hidden by May's count while the quarter's total is there to subtract from."""
    found = protect(crossed(["Apr", "May", "Jun"], GRADES, [[8, 12, 9, 6], [9, 11, 7, 8], [2, 9, 7, 6]]))

    assert len(found.withheld) >= 4
    assert found.exposed == frozenset()


def test_domains_that_share_no_count_are_protected_each_by_itself():
    one = crossed(["Apr", "May"], ["G", "RI"], [[9, 2], [8, 7]], "plans: ")
    other = crossed(["Apr", "May"], ["G", "RI"], [[9, 12], [8, 7]], "supervision: ")

    found = protect([*one, *other])

    assert found.withheld == protect(one).withheld
    assert all(name.startswith("plans: ") for name in found.withheld)


def test_what_an_earlier_edition_printed_is_said_to_be_exposed():
    facts = [Fact(f.name, f.cells, f.value, keep=True) for f in crossed(["a", "b"], ["x", "y"], [[9, 2], [8, 7]])]

    found = protect(facts)

    assert (found.withheld, found.exposed) == (frozenset(), frozenset({"a, y"}))


def test_an_earlier_total_and_an_earlier_percentage_are_known_to_readers():
    facts = crossed(["a", "b"], ["x", "y"], [[9, 2], [8, 7]])
    printed = Known(frozenset({"a, y"}), 1.5, 2.5)

    free = protect(facts)
    found = protect(facts, known=[printed])

    assert free.exposed == frozenset()
    assert found.exposed == {"a, y"}
    assert found.bounds["a, y"] == (2, 2)
    assert found.withheld == {"a, y"}


def test_a_count_that_nothing_holds_has_no_upper_limit():
    alone = [Fact("overall Outstanding", frozenset({"o"}), 3)]

    found = protect(alone)

    assert found.bounds == {"overall Outstanding": (0, None)}
    assert found.exposed == frozenset()


def test_facts_that_contradict_each_other_are_refused():
    wrong = [
        Fact("one", frozenset({"x"}), 3),
        Fact("same", frozenset({"x"}), 4),
        Fact("both", frozenset({"x", "y"}), 9),
    ]
    with pytest.raises(ValueError, match="contradict"):
        attack(wrong, {"both"}, ["both"])


def test_zero_is_small_only_where_it_is_said():
    facts = crossed(["a", "b"], ["x", "y"], [[0, 12], [8, 7]])

    assert primary(facts) == frozenset()
    assert primary(facts, zeros=True) == {"a, x"}


def test_everything_that_rests_on_a_withheld_count_goes_with_it():
    derived = {"12.9% Good": ["Good", "All"], "label": ["12.9% Good"], "sentence": ["label", "Poor"], "other": ["Poor"]}

    assert withheld_with(derived, {"Good"}) == {"12.9% Good", "label", "sentence"}
    assert withheld_with(derived, set()) == frozenset()


def test_an_earlier_range_that_leaves_room_is_kept_to():
    """Readers know that the two small counts together are 4 or 5: each is still open, within that."""
    facts = crossed(["a", "b", "c"], ["x", "y", "z"], [[9, 2, 11], [8, 3, 7], [9, 12, 8]])
    printed = Known(frozenset({"a, y", "b, y"}), 3.5, 5.5)

    found = protect(facts, known=[printed])

    assert found.exposed == frozenset()
    assert all(high <= 5 for high in (found.bounds["a, y"][1], found.bounds["b, y"][1]))


def test_without_time_everything_that_may_be_is_withheld():
    facts = crossed(["a", "b", "c"], ["x", "y", "z"], [[9, 2, 11], [8, 3, 7], [9, 12, 8]])

    found = protect(facts, seconds=0.0)

    assert (found.withheld, found.exposed, found.fewest) == ({fact.name for fact in facts}, frozenset(), False)


def test_a_range_that_is_left_but_too_narrow_is_exposed():
    facts = crossed(["a", "b"], ["x", "y"], [[9, 2], [8, 7]])

    found = protect(facts, known=[Known(frozenset({"a, y"}), 0.5, 3.5)])

    assert (found.exposed, found.bounds["a, y"]) == ({"a, y"}, (1, 3))
