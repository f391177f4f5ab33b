"""Causes: what was recorded between two moments, found by three questions on the rows."""

from datetime import date, datetime

import pytest

from looped.figures.schema import TABLES, Rows
from looped.figures.sources import open_source
from looped.publishing.causes import Cause, causes_between

THEN, SINCE, BETWEEN, MOMENT, AFTER = (datetime(2024, 7, day) for day in (1, 10, 12, 31, 1 + 30))
PLACE = {"month": "2024-04", "service_area": "North", "team": "Team 1"}


class Told:
    """Rows in the making, a line each."""

    def __init__(self):
        self.tables = {name: [] for name in TABLES}

    def add(self, name, **values):
        number = sum(map(len, self.tables.values())) + 1
        values = {"authority": "x", "seq": number, **values}
        self.tables[name].append(tuple(values.get(column) for column in TABLES[name]))
        return self

    def audit(self, at=THEN, audit="A1", **values):
        common = PLACE | {"kind": "monthly", "framework": "f", "looped": 0, "due": date(2024, 5, 31)}
        common |= {"returned": date(2024, 5, 10), "state": "settled"}
        return self.add("audits", audit=audit, recorded_at=at, **(common | values))

    def grade(self, grade, at=THEN, source="lead", domain="plans", audit="A1"):
        return self.add("gradings", audit=audit, domain=domain, grade=grade, source=source, recorded_at=at)

    def causes(self):
        with open_source(Rows(self.tables)) as source:
            return causes_between(source, SINCE, MOMENT)


def cause(kind, domain=None, audit="A1", months=("2024-04",), areas=("North",), teams=("Team 1",)):
    return Cause(kind, audit, domain, frozenset(months), frozenset(areas), frozenset(teams))


def test_nothing_recorded_has_no_cause():
    """Before and after the two moments doesn't count; the later moment itself does."""
    told = Told().audit().grade(3).grade(1, at=datetime(2024, 7, 31, 0, 0, 1))

    assert told.causes() == []
    assert told.grade(2, at=MOMENT).causes() == [cause("correction", "plans")]


def test_an_audit_that_came_late():
    """Its second return and the lead's are one cause."""
    told = Told().audit(at=BETWEEN, looped=1).grade(3, at=BETWEEN).grade(1, at=BETWEEN, source="second")

    assert told.causes() == [cause("late return", "plans")]


def test_a_second_return_and_a_moderation():
    """Each is a cause where it is the first of its kind."""
    told = Told().audit(looped=1).grade(3).grade(1, BETWEEN, "second").grade(2, BETWEEN, "moderation")

    assert told.causes() == [cause("moderation", "plans"), cause("second return", "plans")]


def test_the_same_grade_again_is_no_cause():
    """A corrected return says all its grades again; only a changed one counts, not graded among them."""
    told = (
        Told()
        .audit()
        .grade(3)
        .grade(3, BETWEEN)
        .grade(3, domain="assessments")
        .grade(None, BETWEEN, domain="assessments")
    )

    assert told.causes() == [cause("correction", "assessments")]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"state": "withdrawn"}, cause("withdrawal")),
        ({"state": "not_done"}, cause("withdrawal")),
        ({"team": "Team 2"}, cause("reassignment", teams=("Team 1", "Team 2"))),
        ({"service_area": "South"}, cause("reassignment", areas=("North", "South"))),
        ({"month": "2024-05"}, cause("reassignment", months=("2024-04", "2024-05"))),
        ({"due": date(2024, 6, 1)}, cause("correction")),
        ({"returned": None}, cause("correction")),
    ],
)
def test_what_became_of_the_audit_itself(now, expected):
    """Where it stood then and now, so that both places' figures find it."""
    assert Told().audit().audit(at=BETWEEN, **now).causes() == [expected]


def test_an_audit_taken_back_up():
    """Withdrawn by mistake, and put right."""
    assert Told().audit(state="withdrawn").audit(at=BETWEEN).causes() == [cause("correction")]


def test_feedback_and_actions_recorded_later():
    """Of an audit, and a service's own. Feedback given in a return has the return as its cause."""
    told = Told().audit().add("feedback", audit="A1", source="attempt", outcome="heard", recorded_at=BETWEEN)
    told.add("feedback", audit="A1", source="lead", outcome="heard", recorded_at=BETWEEN)
    told.add("actions", action="1", service_area="South", state="open", recorded_at=BETWEEN)
    told.add("actions", action="2", audit="A9", state="open", recorded_at=BETWEEN)

    of_service = Cause("feedback or action recorded later", None, None, frozenset(), frozenset({"South"}), frozenset())
    assert sorted(told.causes(), key=str) == sorted([of_service, cause("feedback or action recorded later")], key=str)


def test_gradings_without_their_audit_are_passed_over():
    """A folder may lack the audit's row: then nobody knows which figures it touched."""
    assert Told().grade(3, BETWEEN).causes() == []
