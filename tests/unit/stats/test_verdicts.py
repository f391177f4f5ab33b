"""Guards the five verdicts, one family, and that the same counts always give the same words."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from looped.stats.holm import holm
from looped.stats.verdicts import pooled, verdicts

QUIET = [{2: 20, 3: 10}, {2: 20, 3: 10}, {2: 20, 3: 10}]
RISE = [{1: 9, 2: 18, 3: 4}, {1: 3, 2: 15, 3: 12}, {2: 2, 3: 14}]
DIP = [{1: 1, 2: 12, 3: 17, 4: 1}, {1: 15, 2: 14, 3: 1}, {1: 1, 2: 3, 3: 11, 4: 1}]
GRADES = {"Inadequate": 1, "Requires Improvement": 2, "Good": 3, "Outstanding": 4}


def seed_quarter():
    """The example report's own tables."""
    file = Path(__file__).parents[2] / "seed" / "quarter.json"
    quarter = json.loads(file.read_text(encoding="utf-8"))
    tables = quarter["domains"] | {"overall": quarter["overall"]}
    return {
        name: [{place: table[grade][month] for grade, place in GRADES.items()} for month in range(3)]
        for name, table in tables.items()
    }


def test_each_of_the_five_verdicts_is_reached():
    found = verdicts(
        {"up": RISE, "down": RISE[::-1], "dip": DIP, "quiet": QUIET, "few": [{2: 3}, {3: 3}, {3: 3}]},
    )
    assert {code: one.verdict for code, one in found.items()} == {
        "up": "improved",
        "down": "worsened",
        "dip": "months_differ",
        "quiet": "no_clear_change",
        "few": "too_few",
    }
    assert {one.family for one in found.values()} == {8}


def test_all_tests_of_all_domains_are_one_family():
    found = verdicts({"up": RISE, "dip": DIP, "quiet": QUIET})
    trials = [trial for one in found.values() for trial in (one.direction, one.any_difference)]
    assert [trial.p_adjusted for trial in trials] == holm([trial.p for trial in trials])
    assert len(trials) == 6


def test_a_verdict_carries_counts_bases_tests_and_effect():
    one = verdicts({"up": RISE}, not_graded={"up": [0, 1, 2]})["up"]
    assert one.counts == tuple(RISE)
    assert (one.bases, one.not_graded) == ((31, 30, 16), (0, 1, 2))
    assert (one.direction.name, one.any_difference.name) == ("Jonckheere-Terpstra", "Kruskal-Wallis")
    assert one.effect.theta > 0.5
    assert one.change.difference == pytest.approx(14 / 16 - 4 / 31)
    assert one.reason.startswith("Later audits have better grades than chance would give (p < 0.001 after allowing")


def test_no_clear_change_says_what_could_have_been_shown():
    one = verdicts({"quiet": QUIET})["quiet"]
    assert one.reason == (
        "Differences as large as these can arise by chance (p = 1.00 after allowing for the 2 tests of this report)."
    )
    assert 0.2 < one.could_show < 0.6
    assert one.ten_points > 500


def test_too_few_says_why_and_tests_nothing():
    few, lone = verdicts({"few": [{2: 3}, {3: 6}], "lone": [{}, {3: 40}]}).values()
    assert few.reason == "Only 9 graded audits: under 10 nothing is tested."
    assert lone.reason == "Only one month has graded audits, so there is nothing to compare it with."
    assert (few.direction, few.any_difference, few.effect, few.could_show, few.family) == (None,) * 4 + (0,)
    assert verdicts({"few": [{2: 3}, {3: 6}]}, floor=9)["few"].family == 2


def test_verdicts_do_not_depend_on_how_many_codes_are_tested_at_once(monkeypatch):
    """One after the other or side by side: the same p to the last digit, for every code in its own place."""
    sizes = [31, 30, 16]
    counts = {f"D{n}": [{1: 2 + n, 2: size - 9 - n, 3: 7} for size in sizes] for n in range(6)}
    together = verdicts(counts)

    monkeypatch.setattr("looped.stats.verdicts.THREADS", 1)
    assert verdicts(counts) == together
    assert list(together) == list(counts)


def test_the_seed_quarter_has_no_improvement_and_one_dip():
    found = verdicts(seed_quarter())
    said = {name: one.verdict for name, one in found.items()}
    assert said.pop("Decision Making and Management Oversight") == "months_differ"
    assert set(said.values()) == {"no_clear_change"}
    assert found["Quality of Plans"].direction.p == pytest.approx(0.024, abs=0.002)
    assert found["overall"].could_show == pytest.approx(0.6, abs=0.01)
    assert {one.family for one in found.values()} == {16}
    assert found["Decision Making and Management Oversight"].reason == (
        "The months differ more than chance would give (p = 0.041 after allowing for the 16 tests of this report), "
        "but in no clear direction (p = 1.00)."
    )


@pytest.mark.slow
def test_the_same_counts_give_the_same_p_and_a_p_near_the_line_gets_more_draws():
    first, second = verdicts(seed_quarter()), verdicts(seed_quarter())
    assert first == second
    near = first["Decision Making and Management Oversight"].any_difference
    assert near.method == "permutation, 200,000 draws"
    assert first["Supervision"].direction.method == "permutation, 20,000 draws"


def test_months_without_audits_are_passed_over():
    gap = [RISE[0], {}, RISE[1], {1: 0}, RISE[2]]
    there, here = verdicts({"up": gap})["up"], verdicts({"up": RISE})["up"]
    assert there.direction == here.direction
    assert there.bases == (31, 0, 30, 0, 16)
    assert there.could_show == here.could_show


@settings(max_examples=20)
@given(months=st.lists(st.dictionaries(st.integers(1, 4), st.integers(0, 12), min_size=1), min_size=2, max_size=3))
def test_any_counts_get_a_verdict_and_time_backwards_turns_it(months):
    turned = {"improved": "worsened", "worsened": "improved"}
    there = verdicts({"a": months}, draws=200)["a"]
    back = verdicts({"a": months[::-1]}, draws=200)["a"]
    if there.direction is None or there.direction.method == "exact":
        assert back.verdict == turned.get(there.verdict, there.verdict)
    assert there.could_show is None or 0 < there.could_show <= 1


def test_pooled_adds_up_months_and_quarters():
    first, second = {"a": [{2: 1}, {2: 2, 3: 1}], "b": [{3: 1}]}, {"a": [{4: 5}]}
    assert pooled([first, second]) == {"a": {2: 3, 3: 1, 4: 5}, "b": {3: 1}}
    assert pooled([]) == {}


def test_a_year_against_the_year_before_shows_what_a_quarter_cannot():
    before = pooled([{"a": [{2: 50, 3: 25}]}] * 4)
    after = pooled([{"a": [{2: 35, 3: 40}]}] * 4)
    one = verdicts({"a": [before["a"], after["a"]]})["a"]
    assert one.verdict == "improved"
    assert (one.direction.method, one.bases) == ("asymptotic", (300, 300))
    assert one.could_show < 0.15


def test_the_line_of_good_may_be_the_lowest_or_no_grade_used():
    only = [{1: 8, 2: 8}, {1: 8, 2: 8}]
    assert verdicts({"a": only}, good_from=2)["a"].change.difference == 0
    assert verdicts({"a": [{4: 8}, {4: 8}]})["a"].verdict == "no_clear_change"


def test_domains_with_different_months_or_counts_below_nought_are_refused():
    with pytest.raises(ValueError, match="same months"):
        verdicts({"a": [{2: 5}], "b": [{2: 5}, {3: 5}]})
    with pytest.raises(ValueError, match="fewer than none"):
        verdicts({"a": [{2: -5}, {3: 50}]})


def test_no_domains_no_verdicts():
    assert verdicts({}) == {}
