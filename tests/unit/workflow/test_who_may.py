"""Every deed on an audit as everybody, in every stage; and lists that ask as often for thirty rows as for one."""

import ast
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.unit.workflow.service_world import PEOPLE, council

import looped.workflow
from looped.errors import LoopedError
from looped.loop.stages import MOVES
from looped.records.queries.boards import board, rounds
from looped.records.queries.first_page import first_page
from looped.records.queries.one_audit import one_audit
from looped.records.queries.people import people
from looped.workflow.feedback import record_feedback
from looped.workflow.moderating import Decision, arrange_meeting, challenge_grade, moderate
from looped.workflow.refusals import NotThere
from looped.workflow.returning import save_draft, submit_return
from looped.workflow.rounds import end_audit, name_auditors, reopen_return, stand_down_to_single
from looped.workflow.settling import accept_grade, ask_for_meeting

NAMES = tuple(name.split()[0] for name in PEOPLE) + ("Ada",)
STEERS = {"Queenie", "Cy"}
BOTH = {"Ann", "Ben"}


class _Undone(Exception):
    pass


def deeds(world, audit):
    """Each deed on an audit, as it would be done well."""
    decision = {"plans": Decision(3, 3, "weighed", "So.")}
    tomorrow = world.moment + timedelta(days=1)
    return {
        "save_draft": (save_draft, {"fields": {"plans.reason": ("x", 0)}}),
        "submit_return": (submit_return, {"declared": True}),
        "record_feedback": (record_feedback, {"who": "mother", "route": "call", "outcome": "declined"}),
        "accept_grade": (accept_grade, {"domain": "plans", "sentence": "Fair."}),
        "ask_for_meeting": (ask_for_meeting, {"domain": "plans", "why": "Hm."}),
        "moderate": (moderate, {"decisions": decision, "met_on": date(2026, 10, 5)}),
        "arrange_meeting": (
            arrange_meeting,
            {"starts": tomorrow, "minutes": 30, "place": "", "attendees": [world.id("Ann")]},
        ),
        "challenge_grade": (challenge_grade, {"reason": "The manager asks."}),
        "reopen_return:lead": (reopen_return, {"part": "lead", "reason": "A slip."}),
        "stand_down_to_single": (stand_down_to_single, {"reason": "Ill."}),
        "end_audit": (end_audit, {"state": "withdrawn", "reason": "other"}),
        "name_auditors": (name_auditors, {"lead": world.id("Ann"), "second": world.id("Ben")}),
    }


def answers(world, audit):
    """Who gets a deed done, and who hears that it isn't there; everybody else is too late."""
    done, not_there = {}, {}
    for name, (deed, values) in deeds(world, audit).items():
        for person in NAMES:
            with suppress(_Undone), transaction.atomic():
                try:
                    deed(by=world.id(person), audit=audit, now=world.moment + timedelta(minutes=5), **values)
                    done.setdefault(name, set()).add(person)
                except NotThere:
                    not_there.setdefault(name, set()).add(person)
                except LoopedError:
                    pass
                raise _Undone
    return done, not_there


def with_auditors(world):
    audit = world.looped()
    world.submit(audit, "Ann", 4)
    world.draft(audit, "Ben", {"plans": 3})
    return audit


def to_settle(world):
    return world.pair({"plans": 3}, {"plans": 2})


def meeting(world):
    return world.pair({"plans": 4}, {"plans": 2})


def settled(world):
    return world.pair(3, 3)


# Stage -> deed -> who can do it. Everything else, and everybody else, is refused.
EXPECTED = {
    with_auditors: {
        "save_draft": {"Ben"},
        "submit_return": {"Ben"},
        "record_feedback": {"Ann"},
        "reopen_return:lead": STEERS,
        "stand_down_to_single": STEERS,
        "end_audit": STEERS,
        "name_auditors": STEERS,
    },
    to_settle: {"accept_grade": BOTH, "ask_for_meeting": BOTH, "record_feedback": {"Ann"}},
    meeting: {"record_feedback": {"Ann"}, "moderate": {"Mo"}, "arrange_meeting": {"Mo"} | STEERS},
    settled: {"record_feedback": {"Ann"}, "challenge_grade": STEERS},
}


@pytest.mark.parametrize("stage", EXPECTED, ids=lambda stage: stage.__name__)
def test_each_deed_as_everybody(sqlite_record, stage):
    """Allowed exactly to these; and to whoever has nothing to do with the audit no deed is there at all."""
    world = council()
    audit = stage(world)

    done, not_there = answers(world, audit)

    assert done == EXPECTED[stage]
    strangers = set(NAMES) - BOTH - STEERS - {"Mo"}
    assert all(strangers <= not_there[name] for name in deeds(world, audit))


@pytest.mark.parametrize("stage", EXPECTED, ids=lambda stage: stage.__name__)
def test_what_is_offered_is_what_can_be_done(sqlite_record, stage):
    """The buttons of a page are the deeds that would be done."""
    world = council()
    audit = stage(world)
    done, _ = answers(world, audit)

    for person in NAMES:
        view = one_audit(world.viewer(person), audit)
        offered = set(view.row.may) if view else set()
        if view and not any(row.acceptable for row in view.outcomes):
            offered -= {"accept_grade", "ask_for_meeting"}  # offered domain by domain
        assert offered == {name for name in done if person in done[name]}, person


def test_every_deed_of_the_table_is_tried(sqlite_record):
    """A new deed makes its author say who may do it. The draw is of a round, and tried with it."""
    world = council()

    tried = {name.partition(":")[0] for name in deeds(world, "a-none")}

    assert tried | {"draw_dip_sample"} == MOVES.keys()


def test_no_deed_reads_an_audit_without_the_rule():
    """Whoever takes an audit in hand does so by `take`, or says here why not."""
    own_way = {
        "taking.py",  # it is the way
        "concerns.py",  # asks the rule by itself: a concern is raised at any stage
        "dip_sample.py",  # of a round, not of one audit
        "rounds.py",  # makes them, and takes each by the rule
        "returning.py",  # saves take without a lock
    }
    reading = {
        path.name
        for path in Path(looped.workflow.__file__).parent.glob("*.py")
        if "AuditInHand.objects" in ast.unparse(ast.parse(path.read_text()))
    }

    assert reading == own_way


def counted(ask):
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured.captured_queries)


def test_lists_ask_as_often_for_thirty_as_for_one(record):
    """First page, board, rounds, people: of looped and single audits in every stage that has a row."""
    world = council()
    counts = []
    for size in (1, 30):
        for number in range(size):
            world.pair({"plans": 3}, {"plans": 2}, f"P-{size}-{number}")
            world.pair(3, 3, f"S-{size}-{number}")
            world.looped(f"L-{size}-{number}")
        asks = {
            (name, ask.__name__): counted(lambda ask=ask, name=name: ask(world.viewer(name)))
            for name in ("Ann", "Queenie", "Sue", "Mo", "Pat", "Ada")
            for ask in (first_page, rounds, people)
        }
        boards = {
            name: counted(lambda name=name: board(world.viewer(name), world.round)) for name in ("Queenie", "Sue")
        }
        counts.append(asks | boards)
        assert len(board(world.viewer("Queenie"), world.round).audits) >= 3 * size

    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 20
