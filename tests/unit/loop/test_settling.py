"""From two returns to settled grades, domain by domain."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.loop.settling import (
    DIFFERENCES,
    is_on_ladder,
    must_be_decided,
    on_the_page,
    routes,
    settled_grades,
    stage_of_pair,
    stage_of_single,
    still_apart,
)
from looped.rubric.loading import framework

USED = framework("2024-09")
CODES = USED.graded_codes
WITHOUT_OVERALL = dataclasses.replace(USED, rules=dataclasses.replace(USED.rules, overall="absent"))
GRADES = st.fixed_dictionaries({code: st.sampled_from([None, 1, 2, 3, 4]) for code in CODES})


def all_good(**changed):
    return {**dict.fromkeys(CODES, 3), **changed}


@pytest.mark.parametrize(
    ("domain", "lead", "second", "route"),
    [
        ("plans", 3, 3, "agreed"),
        ("plans", None, None, "agreed"),
        ("plans", 3, 2, "page"),
        ("plans", 4, 3, "page"),
        ("plans", 4, 2, "meeting"),
        ("plans", 2, 1, "meeting"),
        ("plans", 1, None, "meeting"),
        ("plans", 3, None, "page"),
        ("overall", 3, 2, "meeting"),
        ("overall", 3, 3, "agreed"),
    ],
)
def test_where_a_difference_goes(domain, lead, second, route):
    """Overall differs, two grades apart, or one says Inadequate: a meeting. Less: the page."""
    ways = routes(all_good(**{domain: lead}), all_good(**{domain: second}), USED)

    assert ways == {**dict.fromkeys(CODES, "agreed"), domain: route}
    assert list(ways) == list(CODES)


def test_what_waits_and_what_the_page_may_settle():
    """A domain over which somebody asked to meet leaves the page, and doesn't stop waiting."""
    ways = routes(
        all_good(plans=3, assessments=3, supervision=4), all_good(plans=2, assessments=2, supervision=2), USED
    )

    assert still_apart(ways, []) == ("assessments", "plans", "supervision")
    assert still_apart(ways, ["plans"]) == ("assessments", "supervision")
    assert on_the_page(ways, [], []) == ("assessments", "plans")
    assert on_the_page(ways, ["plans"], ["assessments"]) == ()


@pytest.mark.parametrize(
    ("second", "decided", "asked", "on_ladder", "stage"),
    [
        ({}, [], [], False, "settled"),
        ({}, [], [], True, "to_moderate"),
        ({"plans": 2}, [], [], False, "to_settle"),
        ({"plans": 2}, [], [], True, "to_settle"),
        ({"plans": 2}, [], ["plans"], False, "meeting"),
        ({"plans": 2, "supervision": 1}, [], [], False, "meeting"),
        ({"plans": 2, "supervision": 1}, ["supervision"], [], False, "to_settle"),
        ({"plans": 2}, ["plans"], [], False, "settled"),
        ({"plans": 2}, ["plans"], [], True, "to_moderate"),
    ],
)
def test_stage_of_a_pair(second, decided, asked, on_ladder, stage):
    """Each case named."""
    ways = routes(all_good(), all_good(**second), USED)

    assert stage_of_pair(ways, decided, asked, on_ladder=on_ladder) == stage


def test_stage_of_a_single():
    """It waits for the draw, or goes to a moderator by rule."""
    assert (stage_of_single(on_ladder=False), stage_of_single(on_ladder=True)) == ("returned", "to_moderate")


def test_ladder_is_asked_of_the_whole_audit():
    """A domain at the lowest grade doesn't make the audit so, unless there is no overall grade."""
    assert is_on_ladder(all_good(overall=1), USED)
    assert not is_on_ladder(all_good(plans=1), USED)
    assert is_on_ladder(all_good(plans=1), WITHOUT_OVERALL)
    assert not is_on_ladder(all_good(), WITHOUT_OVERALL)


def test_what_a_moderation_must_decide():
    """What is apart; else the overall grade, where there is one."""
    ways = routes(all_good(), all_good(plans=2), USED)

    assert must_be_decided(ways, [], USED) == ("plans",)
    assert must_be_decided(ways, ["plans"], USED) == ("overall",)
    assert must_be_decided(None, [], USED) == ("overall",)
    assert must_be_decided(None, [], WITHOUT_OVERALL) == ()


@given(GRADES, GRADES, st.sets(st.sampled_from(CODES)))
def test_grades_that_hold_and_those_apart_are_all_there_are(lead, second, done):
    """No domain is both settled and waiting, none is neither, and an agreed one holds what both gave."""
    decided = dict.fromkeys(done, 3)
    ways = routes(lead, second, USED)
    held = settled_grades(lead, second, decided, USED)
    waiting = still_apart(ways, decided)

    assert set(held) | set(waiting) == set(CODES)
    assert not set(held) & set(waiting)
    for code in held:
        assert held[code] == (decided[code] if code in decided else lead[code])
    stage = stage_of_pair(ways, decided, [], on_ladder=False)
    assert (stage == "settled") is (not waiting)
    assert (stage == "meeting") is any(ways[code] == "meeting" for code in waiting)


@given(GRADES, GRADES)
def test_it_doesnt_matter_who_is_lead(one, other):
    """The routes are the same the other way round."""
    assert routes(one, other, USED) == routes(other, one, USED)


def test_reasons_for_a_difference_end_in_something_else():
    """The list is there to choose from, with a door for what it lacks."""
    assert list(DIFFERENCES)[-1] == "other"
