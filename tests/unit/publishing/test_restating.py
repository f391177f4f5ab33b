"""Restatements as a pure comparison: what differs, in words, with the causes that touch it."""

import pytest

from looped.figures.every import FigureRow
from looped.publishing.causes import CORRECTION, FOLLOW_UP, LATE, MODERATION, Cause
from looped.publishing.restating import UNKNOWN, cause_in_words, changes
from looped.reports.nodes import text_of


def row(figure="audits", count=3, base=3, **keys):
    """One row of the grid; keys left out don't apply."""
    rest = dict.fromkeys(("domain", "month", "service_area", "team", "grade", "why"))
    share = count / base if count is not None and base else None
    return FigureRow(figure=figure, count=count, base=base, share=share, provisional=0, **(rest | keys))


def cause(kind=LATE, audit="A1", domain=None, month="2024-04", area="North", team="Team 1"):
    return Cause(kind, audit, domain, frozenset({month}), frozenset({area}), frozenset({team}))


def told(before, after, causes=(), titles=None):
    """Title, before, after and cause of each restatement, as text."""
    found = changes(before, after, causes, titles)
    return [(each.title, text_of(each.before), text_of(each.after), each.cause) for each in found]


def test_equal_grids_restate_nothing():
    """Provisional counts and shares alone are no restatement."""
    assert told([row(), row("late", 1)], [row(), row("late", 1)]) == []


def test_a_changed_count_or_base_is_told_from_and_to():
    """The share follows from the two."""
    before = [row("late", 1, 3, month="2024-04")]
    after = [row("late", 1, 4, month="2024-04")]

    assert told(before, after, [cause()]) == [
        ("Returned late, April 2024", "1 of 3 (33.3%)", "1 of 4 (25.0%)", "late return (1)")
    ]


def test_the_title_says_every_key():
    """Domain by its title, grade, why, area, team, and the month or the whole period."""
    keys = {"domain": "plans", "grade": "Good", "service_area": "North", "team": "Team 1"}
    moderated = {"domain": "plans", "why": "dip_sample"}
    before = [row("grades", 1, **keys), row("moderated", 0, **moderated), row("other", 1)]
    after = [row("grades", 2, **keys), row("moderated", 1, **moderated), row("other", 2)]

    assert [each[0] for each in told(before, after, titles={"plans": "Plans"})] == [
        "Grades, Plans, Good, North, Team 1, whole period",
        "Moderated, Plans, dip sample, whole period",
        "other, whole period",
    ]


def test_rows_of_one_grid_alone():
    """A new area's zeros are no news; what it counts is, and so is what went."""
    before = [row("late", 2, 2, service_area="Old"), row("late", 0, 0, service_area="Empty")]
    after = [row("late", 1, 1, service_area="New"), row("late", 0, 0, service_area="Nothing")]

    assert told(before, after) == [
        ("Returned late, New, whole period", "not printed", "1 of 1 (100.0%)", UNKNOWN),
        ("Returned late, Old, whole period", "2 of 2 (100.0%)", "not printed", UNKNOWN),
    ]


def test_what_became_known_is_told():
    """A count that couldn't be known is printed so."""
    assert told([row("late", None, 3)], [row("late", 1, 3)])[0][1:3] == ("not known", "1 of 3 (33.3%)")
    assert told([row("planned", 1, None)], [row("planned", 2, None)])[0][1:3] == ("1", "2")
    assert told([row("late", 0, 0)], [row("late", 0, 1)])[0][1:3] == ("0 of 0", "0 of 1 (0.0%)")


@pytest.mark.parametrize(
    ("figure", "causes", "expected"),
    [
        (row("grades", domain="plans"), [cause(CORRECTION, domain="plans")], "correction (1)"),
        (row("grades", domain="plans"), [cause(CORRECTION, domain="assessments")], UNKNOWN),
        (row("audits"), [cause(LATE, domain="plans"), cause(LATE, domain="assessments")], "late return (1)"),
        (row("audits", month="2024-05"), [cause()], UNKNOWN),
        (row("audits", month="2024-04"), [cause()], "late return (1)"),
        (row("audits", service_area="South"), [cause()], UNKNOWN),
        (row("audits", service_area="North"), [cause()], "late return (1)"),
        (row("audits", team="Team 2"), [cause()], UNKNOWN),
        (row("audits", team="Team 1"), [cause()], "late return (1)"),
        (row("audits"), [cause(MODERATION)], UNKNOWN),
        (row("moderated"), [cause(MODERATION)], "moderation (1)"),
        (row("feedback"), [cause(FOLLOW_UP)], "feedback or action recorded later (1)"),
        (row("grades", domain="plans"), [cause(FOLLOW_UP)], UNKNOWN),
        (row("inadequate_open"), [cause(FOLLOW_UP), cause(MODERATION)], f"{FOLLOW_UP} (1), moderation (1)"),
        (row("audits"), [cause(CORRECTION), cause(audit="A2"), cause(audit="A3")], "late return (2), correction (1)"),
    ],
)
def test_causes_touch_only_their_figures(figure, causes, expected):
    """By kind, domain, month, area and team; each with its number of audits, the most frequent first."""
    assert cause_in_words(figure, causes) == expected


def test_a_services_own_action():
    """It has no audit: it moves the actions of its area and of all."""
    of_service = Cause(FOLLOW_UP, None, None, frozenset(), frozenset({"North"}), frozenset())

    assert cause_in_words(row("actions_open"), [of_service]) == f"{FOLLOW_UP} (1)"
    assert cause_in_words(row("actions_open", service_area="North"), [of_service]) == f"{FOLLOW_UP} (1)"
    assert cause_in_words(row("actions_open", service_area="South"), [of_service]) == UNKNOWN
    assert cause_in_words(row("feedback"), [of_service]) == UNKNOWN
