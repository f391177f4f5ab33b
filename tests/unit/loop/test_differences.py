"""Two grades to one outcome, and when a difference needs a meeting."""

from dataclasses import replace

import pytest

from looped.loop.differences import domains_apart, meeting_needed, outcome
from looped.rubric.loading import framework

SHIPPED = framework("2024-04")


def with_rules(**rules):
    return replace(SHIPPED, rules=replace(SHIPPED.rules, **rules))


NO_RULE = {"meeting_if_overall_differs": False, "meeting_from_apart": 2, "meeting_if_ladder": False}


@pytest.mark.parametrize(
    ("lead", "second", "expected"),
    [
        (None, None, "incomplete"),
        ({"plans": 3}, None, "incomplete"),
        (None, {"plans": 3}, "incomplete"),
        ({"plans": 3}, {"plans": 3}, "agreed"),
        ({"plans": None}, {"plans": None}, "agreed"),
        ({}, {"plans": None}, "agreed"),
        ({"plans": 3}, {"plans": 2}, "apart"),
        ({"plans": 3}, {"plans": None}, "apart"),
        ({}, {"plans": 3}, "apart"),
    ],
)
def test_outcome_of_two_returns(lead, second, expected):
    """Every case by name."""
    assert outcome(lead, second, "plans") == expected


def test_domains_apart_are_named_in_order():
    """Those of the lead's return first, then those that only the second has."""
    lead, second = (
        {"overall": 3, "plans": 2, "supervision": 1},
        {"supervision": 2, "plans": 2, "overall": 2, "diversity": 4},
    )

    assert domains_apart(lead, second) == ("overall", "supervision", "diversity")


@pytest.mark.parametrize(
    ("rules", "lead", "second", "expected"),
    [
        ({}, {"plans": 3, "overall": 3}, {"plans": 3, "overall": 3}, False),
        ({"meeting_if_overall_differs": True}, {"overall": 3}, {"overall": 4}, True),
        ({"meeting_if_overall_differs": True}, {"plans": 3}, {"plans": 4}, False),
        ({}, {"overall": 3}, {"overall": 4}, False),
        ({}, {"plans": 2}, {"plans": 4}, True),
        ({}, {"plans": 2}, {"plans": 3}, False),
        ({}, {"plans": 2}, {"plans": None}, False),
        ({}, {"plans": None}, {"plans": 2}, False),
        ({"meeting_from_apart": 1}, {"plans": 2}, {"plans": 3}, True),
        ({"meeting_if_ladder": True}, {"plans": 1}, {"plans": 2}, True),
        ({"meeting_if_ladder": True}, {"plans": None}, {"plans": 1}, True),
        ({"meeting_if_ladder": True}, {"plans": 2}, {"plans": 3}, False),
    ],
)
def test_meeting_is_needed_by_the_frameworks_rules(rules, lead, second, expected):
    """Overall, from so many steps apart, or the ladder's grade given by one of the two."""
    assert meeting_needed(lead, second, with_rules(**NO_RULE | rules)) is expected
