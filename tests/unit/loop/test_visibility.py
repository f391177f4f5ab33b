"""The rule of what may be seen: read as a table, and against what must never be on generated audits and viewers."""

import dataclasses
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.access.roles import ROLES, Holding, Thing
from looped.loop.doors import door, doors, reopenable
from looped.loop.stages import MOVES, STAGES, allowed
from looped.loop.visibility import (
    PARTS,
    AuditFacts,
    Sight,
    Viewer,
    alert,
    conflict,
    had_a_part,
    line_of,
    may_answer,
    may_moderate,
    see,
)

AT = datetime(2026, 10, 5, 12, tzinfo=UTC)
START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
PEOPLE = ("p-ann", "p-ben", "p-cy", "p-pat", "p-tam")
BOTH, NONE = frozenset(PARTS), frozenset()
AUDIT = AuditFacts(
    looped=True,
    stage="with_auditors",
    service_area="Help",
    team="Blue",
    lead="p-ann",
    second="p-ben",
    practitioner="p-pat",
    team_manager="p-tam",
)


def viewer(person, *roles, near=(), teams=(), area="*"):
    held = tuple(Holding(person, role, START, END, area, "Blue") for role in roles)
    return Viewer(person, held, AT, frozenset(teams), frozenset(near))


def audit(**changed):
    return dataclasses.replace(AUDIT, **changed)


BEFORE_BOTH = st.sampled_from([NONE, frozenset({"lead"}), frozenset({"second"})])
VIEWERS = st.builds(
    lambda person, roles, near, teams: viewer(person, *roles, near=near, teams=teams),
    st.sampled_from(PEOPLE),
    st.sets(st.sampled_from(sorted(ROLES))),
    st.sets(st.sampled_from(PEOPLE)),
    st.sets(st.sampled_from(["Blue", "Red"])),
)


@given(VIEWERS, st.sampled_from(PARTS))
def test_a_sealed_audit_is_the_same_to_the_other_auditor_whatever_came_in(looker, part):
    """Whatever else they hold: sight and doors don't depend on whether the other's return is in."""
    other = next(each for each in PARTS if each != part)
    own = dataclasses.replace(looker, person=AUDIT.lead if part == "lead" else AUDIT.second)
    own = dataclasses.replace(own, holdings=tuple(dataclasses.replace(h, person=own.person) for h in own.holdings))
    waiting, other_in = audit(), audit(given=frozenset({other}))

    assert see(waiting, own) == see(other_in, own)
    assert doors(waiting, see(waiting, own)) == doors(other_in, see(other_in, own))
    assert other not in see(other_in, own).returns
    assert not (see(other_in, own).progress or see(other_in, own).steers or see(other_in, own).moderates)


@given(VIEWERS, BEFORE_BOTH)
def test_nobody_sees_a_return_of_a_sealed_audit_but_its_own_auditor(looker, came_in):
    """No role reaches a grade before both are in."""
    sight = see(audit(given=came_in), looker)

    own = {AUDIT.part_of(looker.person)} & came_in
    assert sight.returns <= own
    assert not (sight.settled or sight.learning or sight.moderates)


@given(VIEWERS, BEFORE_BOTH)
def test_progress_is_told_to_who_steers_without_a_part_alone(looker, came_in):
    """To everybody else a sealed audit is the same at every step."""
    sight = see(audit(given=came_in), looker)
    if sight.progress:
        assert looker.may("return.steer") and looker.person not in (AUDIT.lead, AUDIT.second)
    elif looker.person not in (AUDIT.lead, AUDIT.second):
        assert sight == see(audit(), looker)


@given(VIEWERS, st.sampled_from(sorted(STAGES)))
def test_nobody_near_moderates(looker, stage):
    """Neither they, nor somebody of their line or team, had a part; nor had their team the case."""
    seen = audit(given=BOTH, stage=stage)
    if see(seen, looker).moderates:
        assert not ({looker.person} | looker.near) & had_a_part(seen)
        assert seen.team not in looker.teams
        assert "moderator" in {each.role for each in looker.holdings}


@given(VIEWERS, st.sampled_from(sorted(STAGES)), st.sampled_from([NONE, BOTH]), st.booleans())
def test_an_open_door_is_one_of_the_table(looker, stage, came_in, looped):
    """A deed that is offered is allowed in its stage, and of an audit that the viewer can see."""
    seen = audit(given=came_in, stage=stage, looped=looped, second="p-ben" if looped else None)
    sight = see(seen, looker)

    for deed in doors(seen, sight):
        assert allowed(deed.partition(":")[0], stage)
        assert door(deed, seen, sight) == "open"
        assert sight.there


def test_what_each_sees_of_a_sealed_audit():
    """Read as a table."""
    sealed = audit(given=frozenset({"lead"}))

    assert see(sealed, viewer("p-ann", "auditor")) == Sight(
        there=True, part="lead", writes=True, returns=frozenset({"lead"}), words=True, auditors=True
    )
    assert see(sealed, viewer("p-ben", "auditor", "qa_lead", "moderator", "director")) == Sight(
        there=True, part="second", writes=True, words=True, auditors=True
    )
    assert see(sealed, viewer("p-ben", "service_manager")) == Sight(there=True, part="second")
    assert see(sealed, viewer("p-cy", "qa_lead")) == Sight(there=True, progress=True, auditors=True, steers=True)
    assert see(sealed, viewer("p-cy", "director")) == Sight(there=True)
    for role in ("auditor", "moderator", "board_reader", "privacy_officer", "administrator", "report_approver"):
        assert see(sealed, viewer("p-cy", role)) == Sight()
    assert see(sealed, viewer("p-pat", "practitioner")) == Sight()


def test_what_each_sees_once_both_are_in():
    """The auditors and who may read originals both returns; the practitioner nothing yet."""
    opened = audit(given=BOTH, stage="meeting")

    ann = see(opened, viewer("p-ann", "auditor"))
    assert (ann.returns, ann.settled, ann.learning, ann.moderates) == (BOTH, True, frozenset({"lead"}), False)
    mo = see(opened, viewer("p-mo", "moderator"))
    assert (mo.there, mo.returns, mo.moderates, mo.steers) == (True, BOTH, True, False)
    assert see(opened, viewer("p-mo", "moderator", area="Courts")) == Sight()
    assert see(opened, viewer("p-ines", "inspector")).returns == BOTH
    assert see(opened, viewer("p-di", "director")) == Sight(there=True)
    assert see(opened, viewer("p-pat", "practitioner")) == Sight()
    assert see(opened, viewer("p-ann")) == Sight(part="lead")


def test_what_each_sees_once_it_is_settled():
    """The practitioner sees grade and reasons, not the originals; who moderated keeps what they saw."""
    settled = audit(given=BOTH, stage="settled", moderators=frozenset({"p-mo"}))

    for person, role in (("p-pat", "practitioner"), ("p-tam", "team_manager"), ("p-di", "director")):
        assert see(settled, viewer(person, role)) == Sight(there=True, settled=True, words=True)
    assert see(settled, viewer("p-cy", "practitioner")) == Sight()
    assert see(settled, viewer("p-mo", "moderator")).returns == BOTH
    assert see(settled, viewer("p-xy", "moderator")) == Sight()


def test_an_audit_that_ended_before_both_were_in_stays_sealed():
    """Withdrawn, and one return in: nobody ever sees it but its author."""
    ended = audit(given=frozenset({"lead"}), stage="withdrawn")

    assert see(ended, viewer("p-cy", "qa_lead", "inspector")).returns == NONE
    assert see(ended, viewer("p-ann", "auditor")).returns == {"lead"}
    assert see(audit(given=BOTH, stage="withdrawn"), viewer("p-ines", "inspector")).returns == NONE


def test_doors_of_each():
    """Who can do what, stage by stage."""
    ann, ben = viewer("p-ann", "auditor"), viewer("p-ben", "auditor")
    queenie, mo = viewer("p-q", "qa_lead"), viewer("p-mo", "moderator")

    def open_to(seen, who):
        return doors(seen, see(seen, who))

    sealed = audit(given=frozenset({"lead"}))
    assert open_to(sealed, ann) == {"record_feedback"}
    assert open_to(sealed, ben) == {"save_draft", "submit_return"}
    assert open_to(sealed, queenie) == {"name_auditors", "stand_down_to_single", "end_audit", "reopen_return:lead"}
    assert open_to(sealed, mo) == frozenset()
    apart = audit(given=BOTH, stage="to_settle")
    assert open_to(apart, ben) == {"accept_grade", "ask_for_meeting"}
    assert open_to(apart, queenie) == frozenset()
    assert open_to(audit(given=BOTH, stage="meeting"), mo) == {"moderate", "arrange_meeting"}
    assert open_to(audit(given=BOTH, stage="settled"), queenie) == {"challenge_grade"}
    single = audit(looped=False, second=None)
    assert open_to(single, ann) == {"save_draft", "submit_return", "record_feedback"}
    assert open_to(single, queenie) == {"name_auditors", "end_audit"}
    only_second = audit(looped=False, lead=None, given=frozenset({"second"}), stage="returned")
    assert open_to(only_second, ben) == {"record_feedback"}
    assert reopenable(only_second) == ("second",)


def test_a_door_that_is_shut_says_which_way():
    """Late is told to whom the deed belongs; to everybody else it isn't there."""
    seen = audit(given=frozenset({"second"}))
    ben = viewer("p-ben", "auditor")

    assert door("submit_return", seen, see(seen, ben)) == "late"
    assert door("reopen_return:second", seen, see(seen, ben)) == "not there"
    mo = viewer("p-mo", "moderator")
    assert door("moderate", seen, see(seen, mo)) == "not there"


def test_line_goes_up_and_down_and_round_once():
    """Everybody above and below; two entered as each other's managers don't hang it."""
    managers = {"a": "b", "b": "c", "c": None, "d": "b", "e": "a", "x": "y", "y": "x"}

    assert line_of("b", managers) == {"c", "a", "d", "e"}
    assert line_of("e", managers) == {"a", "b", "c"}
    assert line_of("x", managers) == {"y"}
    assert line_of("new", managers) == frozenset()


@pytest.mark.parametrize(
    ("changed", "looker", "near"),
    [
        ({}, viewer("p-mo"), False),
        ({}, viewer("p-mo", near={"p-ann"}), True),
        ({}, viewer("p-mo", near={"p-pat"}), True),
        ({}, viewer("p-mo", teams={"Blue"}), True),
        ({"former": frozenset({"p-mo"})}, viewer("p-mo"), True),
        ({}, viewer("p-tam"), True),
    ],
)
def test_who_is_near(changed, looker, near):
    """Each way of having had a part."""
    assert conflict(audit(**changed), looker) is near


def test_without_the_role_nobody_moderates():
    """Distance alone isn't enough."""
    assert not may_moderate(AUDIT, viewer("p-mo", "qa_lead"))


def test_who_answers_for_a_concern():
    """Whoever was alerted; and others who answer, but not of the sealed audit that they read themselves."""
    queenie, cy = viewer("p-q", "qa_lead"), viewer("p-ben", "qa_lead", "auditor")

    assert may_answer(AUDIT, queenie, [])
    assert not may_answer(AUDIT, cy, [])
    assert may_answer(AUDIT, cy, ["p-ben"])
    assert may_answer(audit(given=BOTH), cy, [])
    assert not may_answer(AUDIT, viewer("p-mo", "moderator"), [])


@pytest.mark.parametrize(
    ("rungs", "start", "found"),
    [
        ((("p-q",), ("p-di",)), 0, (0, ("p-q",))),
        ((("p-q",), ("p-di",)), 1, (1, ("p-di",))),
        ((("p-q",), ("p-di",)), 9, (1, ("p-di",))),
        ((("p-ben",), ("p-di",)), 0, (1, ("p-di",))),
        ((("p-ben", "p-q"),), 0, (0, ("p-q",))),
        ((("p-ben",),), 0, (0, ("p-ben",))),
    ],
)
def test_whom_an_alert_reaches(rungs, start, found):
    """The other auditor is passed over, unless there is nobody else: a child comes before the seal."""
    assert alert(AUDIT, rungs, start) == found


def test_an_open_or_single_audit_passes_nobody_over():
    """There is nothing to keep from anybody."""
    assert alert(audit(given=BOTH), (("p-ben",), ("p-di",)), 0) == (0, ("p-ben",))
    assert alert(audit(looped=False, second=None), (("p-ann",), ("p-di",)), 0) == (0, ("p-ann",))


def test_a_viewer_asks_for_the_whole_council_where_nothing_is_named():
    """For menus and for deeds that belong to no area."""
    assert viewer("p-q", "qa_lead").may("rounds.make")
    assert not viewer("p-s", "service_manager", area="Help").may("board.see")
    assert viewer("p-s", "service_manager", area="Help").may("board.see", Thing("Help"))
    assert viewer("p-s", "service_manager", area="Help").may_anywhere("board.see")


def test_every_stage_can_be_reached_and_every_move_is_between_stages():
    """The table hangs together."""
    reached = {stage for move in MOVES.values() for stage in move.to}

    assert reached | {"to_name"} == set(STAGES)
    assert {stage for move in MOVES.values() for stage in move.at} <= set(STAGES)
    assert all(MOVES[deed].deed == deed for deed in MOVES)
