"""Guards the trend with service areas held level: it sees a change of mix for what it is."""

import pytest

from looped.stats.month_odds import month_odds


def test_the_seed_without_areas_is_the_odds_ratio_of_the_methods_page():
    months = [{1: 2, 2: 22, 3: 7}, {1: 5, 2: 18, 3: 7}, {2: 9, 3: 7}]
    found = month_odds([{"all": counts} for counts in months])
    assert [round(value, 2) for value in (found.odds_ratio, found.low, found.high)] == [1.47, 0.81, 2.7]
    assert (found.areas, found.audits, found.why_not) == (("all",), 77, None)


def test_a_rise_that_is_only_a_change_of_mix_disappears_with_areas_held_level():
    strong, weak = {2: 5, 3: 20}, {2: 20, 3: 5}
    months = [{"strong": {2: 1, 3: 4}, "weak": weak}, {"strong": strong, "weak": {2: 4, 3: 1}}]
    mixed = [{"all": {2: 21, 3: 9}}, {"all": {2: 9, 3: 21}}]
    assert month_odds(mixed).low > 1.5
    assert month_odds(months).odds_ratio == pytest.approx(1, abs=1e-6)


def test_months_without_audits_keep_their_place_in_time():
    gap = month_odds([{"a": {2: 9, 3: 4}}, {}, {"a": {2: 5, 3: 9}}])
    near = month_odds([{"a": {2: 9, 3: 4}}, {"a": {2: 5, 3: 9}}])
    assert gap.odds_ratio**2 == pytest.approx(near.odds_ratio)


def test_a_wider_level_gives_a_wider_interval():
    months = [{"a": {2: 9, 3: 4}}, {"a": {2: 5, 3: 9}}]
    assert month_odds(months, level=0.99).low < month_odds(months).low


@pytest.mark.parametrize(
    ("months", "why_not"),
    [
        ([{"a": {2: 9}}, {"a": {3: 9}}], "the grades are parted cleanly by the month"),
        ([{"a": {2: 9}}, {"b": {2: 9}}], "every audit has the same grade"),
        ([{"a": {2: 9, 3: 2}}, {"b": {2: 2, 3: 9}}], "the covariates repeat each other: the month, b"),
        ([], "there are no audits"),
    ],
)
def test_without_an_estimate_it_says_why(months, why_not):
    found = month_odds(months)
    assert (found.odds_ratio, found.low, found.high, found.why_not) == (None, None, None, why_not)
