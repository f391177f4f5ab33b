"""One looped audit from its round to what was learnt, by deeds, and what the quarter's figures make of it."""

from datetime import UTC, date, datetime

import pytest
from tests.unit.workflow.service_world import FRAMEWORK, PAGES, council

from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.sources import source_of
from looped.records import trail
from looped.records.fingerprint import changed_deeds
from looped.records.models import Letter
from looped.records.queries.boards import board, rounds
from looped.records.queries.first_page import first_page
from looped.records.queries.one_audit import one_audit
from looped.workflow.feedback import record_feedback
from looped.workflow.moderating import Decision, arrange_meeting, moderate
from looped.workflow.refusals import Incomplete, NotThere, TooLate
from looped.workflow.settling import accept_grade, ask_for_meeting

# They differ in two domains, one by two grades.
LEAD = {"plans": 3, "supervision": 4}
SECOND = {"plans": 2, "supervision": 2}


def figures_of(record, moment):
    """Every figure of the month that counts something, by figure, domain, grade and why."""
    cube = count(source_of(record, record.vendor), moment.astimezone(UTC).replace(tzinfo=None))
    rows = all_figures(cube, [FRAMEWORK], "2026-10", "2026-10")
    return {
        (row.figure, row.domain, row.grade, row.why): (row.count, row.provisional or 0)
        for row in rows
        if row.count and row.month is None
    }


def test_a_looped_audit_from_round_to_learning(record):
    """Two auditors, two differences: one accepted on the page, one settled in a meeting; each sees what was learnt."""
    world = council()
    audit = world.looped()
    before = figures_of(record, world.moment)

    world.submit(audit, "Ann", LEAD, "first")
    assert figures_of(record, world.moment) == before == {("planned", None, None, None): (1, 0)}

    world.submit(audit, "Ben", SECOND, "second")
    both = figures_of(record, world.moment)
    assert both["audits", None, None, None] == (1, 1)
    assert both["looped", None, None, None][0] == 1
    assert both["grades", "plans", "Good", None] == (1, 1)
    assert both["grades", "supervision", "Outstanding", None] == (1, 1)
    assert both["grades", "overall", "Good", None] == (1, 0)
    assert both["differed", "plans", None, None][0] == both["differed", "supervision", None, None][0] == 1

    view = one_audit(world.viewer("Ann"), audit)
    assert {row.domain: row.route for row in view.outcomes if row.route != "agreed"} == {
        "plans": "page",
        "supervision": "meeting",
    }
    assert view.row.stage == "meeting"
    with pytest.raises(TooLate, match="meeting"):
        accept_grade(by=world.id("Ben"), audit=audit, domain="supervision", sentence="Fair.", now=world.now())
    accept_grade(by=world.id("Ann"), audit=audit, domain="plans", sentence="I missed the review.", now=world.now())
    with pytest.raises(TooLate, match="settled already"):
        accept_grade(by=world.id("Ben"), audit=audit, domain="plans", sentence="Fair.", now=world.now())
    assert figures_of(record, world.moment)["grades", "plans", "Requires Improvement", None] == (1, 0)

    starts = datetime(2026, 10, 20, 13, tzinfo=UTC)
    people = [world.id("Ann"), world.id("Ben"), world.id("Mo")]
    arrange_meeting(
        by=world.id("Mo"), audit=audit, starts=starts, minutes=45, place="Room 2", attendees=people, now=world.now()
    )
    assert Letter.objects.filter(kind="meeting", calendar__contains="DTSTART:20261020T130000Z").count() == 3

    decision = Decision(3, 3, "weighed", "Monthly, with reflection, but late twice.")
    moderate(
        by=world.id("Mo"),
        audit=audit,
        decisions={"supervision": decision},
        met_on=date(2026, 10, 5),
        attended=people,
        learning={"lead": "Look at the dates.", "second": "Reflection counts."},
        now=world.now(),
    )

    settled = figures_of(record, world.moment)
    assert settled["grades", "supervision", "Good", None] == (1, 0)
    assert settled["audits", None, None, None] == (1, 0)
    assert settled["moderated", None, None, "differed"][0] == 1
    for name, own in (("Ann", "Look at the dates."), ("Ben", "Reflection counts.")):
        view = one_audit(world.viewer(name), audit)
        outcome = next(row for row in view.outcomes if row.domain == "supervision")
        assert (outcome.lead, outcome.second, outcome.grade, outcome.how) == (4, 2, 3, "meeting")
        assert outcome.words == "Monthly, with reflection, but late twice."
        assert set(view.learning.values()) == {own}
        assert [row.audit for row in first_page(world.viewer(name)).learnt] == [audit]
        assert set(view.returns["lead"].answers) == set(PAGES)
    _, faults = trail.verify()
    assert (faults, changed_deeds()) == ([], [])


def test_only_what_is_settled_reaches_those_whose_work_it_was(record):
    """The practitioner and their manager see grade and reasons once settled, and never the two originals."""
    world = council()
    audit = world.pair(LEAD, SECOND)
    for name in ("Pat", "Tam"):
        assert one_audit(world.viewer(name), audit) is None

    accept_grade(by=world.id("Ann"), audit=audit, domain="plans", sentence="I missed the review.", now=world.now())
    decisions = {"supervision": Decision(3, 3, "weighed", "Both have a point.")}
    moderate(by=world.id("Mo"), audit=audit, decisions=decisions, met_on=date(2026, 10, 5), now=world.now())

    for name in ("Pat", "Tam"):
        view = one_audit(world.viewer(name), audit)
        assert (view.returns, view.learning, view.meeting, view.row.auditors) == ({}, {}, None, None)
        assert {row.domain: row.grade for row in view.outcomes} == {**dict.fromkeys(PAGES, 3), "plans": 2}
        assert {row.words for row in view.outcomes if row.domain == "plans"} == {"I missed the review."}
        assert not any((row.lead, row.second, row.by) != (None, None, None) for row in view.outcomes)
        assert [row.audit for row in first_page(world.viewer(name)).learnt] == [audit]
    assert one_audit(world.viewer("Bo"), audit) is None
    assert one_audit(world.viewer("Priv"), audit) is None


def test_nobody_near_to_it_moderates(record):
    """Mia is the first auditor's line manager; Tam's team held the case; neither finds it to moderate."""
    world = council()
    audit = world.pair(4, 2)

    assert [row.audit for row in first_page(world.viewer("Mo")).moderate] == [audit]
    assert first_page(world.viewer("Mia")).moderate == ()
    decisions = {page: Decision(3, 3, "weighed", "So.") for page in PAGES}
    for name in ("Mia", "Ann", "Queenie", "Tam"):
        with pytest.raises(NotThere):
            moderate(by=world.id(name), audit=audit, decisions=decisions, met_on=date(2026, 10, 5), now=world.now())
    with pytest.raises(Incomplete, match="when they met"):
        moderate(by=world.id("Mo"), audit=audit, decisions=decisions, now=world.now())


def test_asking_to_meet_takes_it_off_the_page(record):
    """Then neither accepts alone."""
    world = council()
    audit = world.pair({"plans": 3}, {"plans": 2})
    assert one_audit(world.viewer("Ben"), audit).row.stage == "to_settle"

    ask_for_meeting(by=world.id("Ben"), audit=audit, domain="plans", why="It is the third time.", now=world.now())

    assert one_audit(world.viewer("Ben"), audit).row.stage == "meeting"
    with pytest.raises(TooLate):
        accept_grade(by=world.id("Ann"), audit=audit, domain="plans", sentence="Fair.", now=world.now())


def test_two_that_agree_are_settled_at_once(record):
    """Both letters say so little that they tell nothing to anybody else."""
    world = council()

    audit = world.pair(3, 3)

    assert one_audit(world.viewer("Ann"), audit).row.stage == "settled"
    assert board(world.viewer("Di"), world.round).audits[0].grade == 3
    assert board(world.viewer("Bo"), world.round) is None
    assert len(rounds(world.viewer("Sue"))) == 1


def test_a_board_tells_no_grade_before_it_is_settled(record):
    """A director sees that there is an audit and how far it is: no grade, no word, no name."""
    world = council()
    audit = world.looped()
    said = {"who": "mother", "route": "call", "outcome": "heard", "words": "They listened."}
    record_feedback(by=world.id("Ann"), audit=audit, **said, now=world.now())
    world.submit(audit, "Ann", LEAD, "first")
    world.submit(audit, "Ben", SECOND, "second")

    for name in ("Di", "Sue"):
        view = one_audit(world.viewer(name), audit)
        assert (view.outcomes, view.returns, view.feedback, view.learning, view.meeting) == ((), {}, (), {}, None)
        assert (view.row.stage, view.row.grade, view.row.auditors, view.row.progress) == ("meeting", None, None, None)
