"""What of a file is news: pure comparing."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from looped.records.queries.latest import Given
from looped.returns.model import ReturnRow
from looped.workflow.news import audit_now, new_feedback, new_returns

ROW = ReturnRow(
    sheet="s",
    row=2,
    audit="A1",
    source="lead",
    month="2024-04",
    framework="f",
    case=None,
    service_area=None,
    team=None,
    auditor="A. Auditor",
    due=None,
    returned=date(2024, 5, 10),
    why_moderated=None,
    feedback=None,
    grades={"plans": 3, "overall": None},
    not_graded={"overall": "not_applicable"},
    recorded_at=datetime(2024, 5, 10, 23),
)
GIVEN = Given("p-1", date(2024, 5, 10), None, {"plans": 3, "overall": None}, {"overall": "not_applicable"})
NAMES = {"p-1": "A. Auditor"}


def is_news(row=ROW, given=GIVEN, names=NAMES):
    return new_returns([row], {("A1", "lead"): given}, names, history=False) == [row]


def test_what_stands_is_no_news():
    """The same grades, reasons, day and auditor."""
    assert not is_news()


@pytest.mark.parametrize(
    "changed",
    [
        {"grades": {"plans": 2, "overall": None}},
        {"grades": {"plans": 3}},
        {"not_graded": {}},
        {"returned": date(2024, 5, 11)},
        {"returned": None},
        {"auditor": "N. Other"},
        {"auditor": None},
        {"why_moderated": "rule"},
    ],
)
def test_any_change_is_news(changed):
    """One is enough."""
    assert is_news(replace(ROW, **changed))


def test_a_new_audit_or_source_is_news():
    """Nothing was recorded of it."""
    assert is_news(replace(ROW, audit="A2"))
    assert is_news(replace(ROW, source="second"))


def test_auditors_that_cant_be_compared():
    """An erased name; none then and none now; one that was left out before."""
    assert not is_news(names={})
    assert not is_news(replace(ROW, auditor=None), replace(GIVEN, auditor=None))
    assert is_news(given=replace(GIVEN, auditor=None))


def test_order_of_recording():
    """By moment, then the day returned, then the place in the file; the last of a return counts."""
    early = replace(ROW, recorded_at=datetime(2024, 5, 1), grades={"plans": 1})
    undated = replace(ROW, returned=None, grades={"plans": 2})
    other = replace(ROW, audit="A2", recorded_at=datetime(2024, 4, 1))
    rows = [ROW, undated, early, other]

    assert new_returns(rows, {}, NAMES, history=False) == [other, ROW]
    assert new_returns(rows, {}, NAMES, history=True) == [other, early, undated, ROW]
    assert new_returns(rows, {("A1", "lead"): GIVEN}, NAMES, history=True) == [other]


SAID = {
    "audit": "A1",
    "case": "c-1",
    "service_area": "North",
    "team": "Team 1",
    "month": "2024-04",
    "kind": "monthly",
    "selection": "random",
    "framework": "f",
    "looped": False,
    "due": date(2024, 5, 31),
    "returned": date(2024, 5, 10),
    "state": "settled",
    "reason": None,
}
LEAD, OTHER = Given(None, None, None, {"plans": 3}), Given(None, None, None, {"plans": 1})


def now(given, known=None, **said):
    return audit_now(SAID | (known or {}), SAID | said, given)


def test_a_new_audit_is_what_the_file_says():
    """A copy of it."""
    assert audit_now(None, SAID, {}) == SAID


def test_an_empty_cell_says_nothing():
    """What was known stays; what is said anew holds."""
    kept = now({"lead": LEAD}, case=None, service_area=None, team="Team 2", due=None, selection=None)

    assert kept == {name: SAID[name] for name in kept} | {"team": "Team 2"}


def test_the_first_return_is_kept():
    """Whichever file brought it."""
    assert now({}, returned=date(2024, 5, 12))["returned"] == date(2024, 5, 10)
    assert now({}, returned=date(2024, 5, 2))["returned"] == date(2024, 5, 2)
    assert now({}, known={"returned": None}, returned=None)["returned"] is None


@pytest.mark.parametrize(
    ("given", "known", "said", "looped", "state"),
    [
        ({"lead": LEAD}, {}, {}, False, "settled"),
        ({"lead": LEAD, "second": LEAD}, {}, {}, True, "settled"),
        ({"lead": LEAD, "second": OTHER}, {}, {}, True, "returned"),
        ({"lead": LEAD, "second": OTHER, "moderation": OTHER}, {}, {}, True, "settled"),
        ({"second": OTHER}, {"looped": True}, {}, True, "returned"),
        ({"lead": LEAD}, {}, {"looped": True}, True, "returned"),
        ({}, {"state": "planned"}, {"state": "planned"}, False, "planned"),
        ({}, {"state": "returned"}, {"state": "planned"}, False, "returned"),
        ({"lead": LEAD}, {}, {"state": "withdrawn"}, False, "withdrawn"),
        ({"lead": LEAD}, {"state": "not_done"}, {}, False, "settled"),
    ],
)
def test_looped_and_state_follow_from_the_returns(given, known, said, looped, state):
    """Those of all files together."""
    told = now(given, known, **said)

    assert (told["looped"], told["state"]) == (looped, state)


def test_feedback_of_a_return():
    """Its last word counts, and is news when it differs from the last on record."""
    lead = ("A1", "lead", "heard", None, None)
    before = ("A1", "lead", "declined", None, None)

    assert new_feedback([lead], []) == [0]
    assert new_feedback([lead], [before]) == [0]
    assert new_feedback([lead], [before, lead]) == []
    assert new_feedback([before, lead], [lead]) == []
    assert new_feedback([before, lead], []) == [1]
    assert new_feedback([("A1", "second", "heard", None, None)], [lead]) == [0]


def test_other_attempts_stand_beside_each_other():
    """As often as the file has them, no oftener."""
    once = (None, "attempt", "heard", "mother", "plans")

    assert new_feedback([once, once], [once]) == [1]
    assert new_feedback([once], [once, once]) == []
