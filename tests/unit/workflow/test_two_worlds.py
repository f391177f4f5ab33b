"""Two worlds that differ only in the first auditor's return are one and the same to whoever may not know.

Everything that can be asked is asked, as everybody, in each world: the answers are equal to the byte, and so is every
SQL statement with its values, so that neither a count, an order, a length nor a time can tell.
"""

import dataclasses
import re
import shutil
from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.records_fixtures import point_at
from tests.unit.workflow.service_world import FRAMEWORK, START, Service, council

from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.sources import source_of
from looped.loop import visibility
from looped.records.address import embedded
from looped.records.models import Letter
from looped.records.queries.boards import board, rounds
from looped.records.queries.concerns import concern_of, concerns_for
from looped.records.queries.drafts import draft_of
from looped.records.queries.extent import extent
from looped.records.queries.first_page import first_page
from looped.records.queries.material import material
from looped.records.queries.one_audit import one_audit
from looped.records.queries.people import auditors, moderators, people, viewer_of
from looped.workflow.concerns import acknowledge_concern, raise_concern, record_ring
from looped.workflow.moderating import Decision, arrange_meeting, challenge_grade, moderate
from looped.workflow.people import hold_role
from looped.workflow.refusals import Incomplete, NotThere, TooLate
from looped.workflow.returning import save_draft, submit_return
from looped.workflow.rounds import end_audit, name_auditors, reopen_return, stand_down_to_single
from looped.workflow.settling import accept_grade, ask_for_meeting

pytestmark = pytest.mark.slow
LATER = START + timedelta(days=3)
CANARY = "canary7f3a"


def outstanding(world, audit):
    world.submit(audit, "Ann", 4, CANARY)


def inadequate(world, audit):
    world.submit(audit, "Ann", {"overall": 1, "plans": None}, CANARY)


def drafted(world, audit):
    world.draft(audit, "Ann", {"plans": 1}, CANARY)


def not_started(world, audit):
    """Nothing yet."""


def worried(world, audit):
    concern = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    record_ring(by=world.id("Ann"), concern=concern, whom=CANARY, now=world.now())
    acknowledge_concern(by=world.id("Queenie"), concern=concern, now=world.now())


def given_back(world, audit):
    outstanding(world, audit)
    reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason=CANARY, now=world.now())


WORLDS = (outstanding, inadequate, drafted, not_started, worried, given_back)
# Second auditors of three kinds: one alone, one who runs the programme too, one who manages the area too.
SECONDS = ("Ben", "Cy", "Sue")
# Queenie and Cy steer: they may know who is in, of audits of others. They and Di answer for concerns, and everybody else may know nothing.
KNOWING = {"Ann", "Queenie", "Cy"}
ANSWERING = {"Di"}


@pytest.fixture
def worlds(tmp_path, request):
    """One beginning, and from it a database for each way the first auditor went on."""
    template = request.getfixturevalue("migrated_file")

    def made(second, ways=WORLDS, then=lambda world, audit: None):
        begun = tmp_path / "begun.sqlite3"
        shutil.copy(template, begun)
        with point_at(embedded(begun)) as database:
            world = council()
            audit = world.looped(second=second)
            world.draft(audit, second, {"plans": 2}, "own")
            database.close()
        for way in ways:
            path = tmp_path / f"{way.__name__}.sqlite3"
            shutil.copy(begun, path)
            with point_at(embedded(path)):
                own = Service(world.moment, dict(world.people), world.round)
                way(own, audit)
                own.moment = LATER
                then(own, audit)
                yield way.__name__, own, audit

    return made


def everything(world, name, audit):
    """All that can be asked as somebody, with every statement that it took."""
    with CaptureQueriesContext(connection) as captured:
        viewer = viewer_of(world.id(name), LATER)
        told = [
            first_page(viewer),
            rounds(viewer),
            board(viewer, world.round),
            one_audit(viewer, audit),
            draft_of(viewer, audit),
            concerns_for(viewer),
            people(viewer),
            auditors(viewer),
            moderators(viewer),
        ]
        # What a world wrote after the beginning has names of its own at random.
        statements = [re.sub("'s-[0-9a-f]{32}'", "'s-'", query["sql"]) for query in captured.captured_queries]
    letters = Letter.objects.filter(person=world.id(name)).order_by("id").values_list("subject", "text", "recorded_at")
    return repr(told), statements, list(letters)


def unknowing(world, second):
    return {name.split()[0] for name in world.people} - KNOWING - ANSWERING | {second}


def figures(database):
    moment = LATER.replace(tzinfo=None)
    cube = count(source_of(database, "sqlite"), moment)
    # How far the record goes is told to nobody; a report reads it, and it must not move either.
    return all_figures(cube, [FRAMEWORK], "2026-10", "2026-10", by="team"), material(moment), extent(LATER), cube


def attempts(world, name, audit):
    """What each deed says to somebody, none of them kept."""
    by, now = world.id(name), {"now": LATER}
    decisions = {"plans": Decision(3, 3, "weighed", "So.")}
    deeds = (
        lambda: accept_grade(by=by, audit=audit, domain="plans", sentence="x", **now),
        lambda: ask_for_meeting(by=by, audit=audit, domain="plans", why="x", **now),
        lambda: reopen_return(by=by, audit=audit, part="lead", reason="x", **now),
        lambda: stand_down_to_single(by=by, audit=audit, reason="x", **now),
        lambda: end_audit(by=by, audit=audit, state="withdrawn", reason="other", **now),
        lambda: name_auditors(by=by, audit=audit, lead=world.id("Ben"), second=world.id("Cy"), **now),
        lambda: moderate(by=by, audit=audit, decisions=decisions, met_on=date(2026, 10, 7), **now),
        lambda: challenge_grade(by=by, audit=audit, reason="x", **now),
        lambda: arrange_meeting(by=by, audit=audit, starts=LATER, minutes=5, place="", attendees=[by], **now),
        lambda: save_draft(by=by, audit=audit, fields={"plans.reason": ("own new", 1)}, **now),
        lambda: save_draft(by=by, audit=audit, fields={"plans.reason": ("own new", 7)}, **now),
        lambda: submit_return(by=by, audit=audit, declared=False, **now),
    )
    return [_said(deed) for deed in deeds]


def _said(deed):
    with suppress(_Undone), transaction.atomic():
        try:
            said = repr(deed())
        except (NotThere, TooLate, Incomplete) as error:
            said = f"{type(error).__name__}: {error}"
        raise _Undone
    return said


class _Undone(Exception):
    pass


@pytest.mark.parametrize("second", SECONDS)
def test_worlds_are_one_to_whoever_may_not_know(worlds, second):
    """Pages, boards, lists, letters, figures, refusals, and the SQL behind them."""
    seen = {}
    for way, world, audit in worlds(second):
        told = {
            name.split()[0]: everything(world, name, audit)
            for name in world.people
            if name.split()[0] in unknowing(world, second)
        }
        told["figures"] = figures(connection)
        told["refusals"] = {name: attempts(world, name, audit) for name in (second, "Tam", "Mo", "Bo", "Ines")}
        seen[way] = told

    first = seen.pop("not_started")
    for way, told in seen.items():
        assert told.keys() == first.keys()
        for who in first:
            assert told[who] == first[who], (way, who)
        assert CANARY not in repr(told)


@pytest.mark.parametrize("second", SECONDS)
def test_whoever_steers_knows_who_is_in_and_no_more(worlds, second):
    """To Queenie all submitted returns are alike, and all that aren't in are alike; no word of either."""
    seen = {way: everything(world, "Queenie", audit)[0] for way, world, audit in worlds(second, WORLDS[:4])}

    assert seen["outstanding"] == seen["inadequate"] != seen["not_started"] == seen["drafted"]
    assert CANARY not in repr(seen)


@pytest.mark.parametrize("second", SECONDS)
def test_the_second_who_is_in_first_waits_alike(worlds, second):
    """Until the first is in too, what it is that they wait for isn't told."""
    ways = (drafted, not_started, given_back)
    seen = {}
    for way, world, audit in worlds(second, ways, lambda world, audit: world.submit(audit, second, 2, "own")):
        seen[way] = {name: everything(world, name, audit) for name in unknowing(world, second)}

    first = seen.pop("not_started")
    for told in seen.values():
        assert told == first


def test_the_director_knows_of_the_concern_alone(worlds):
    """Who answers for children at risk is told, and of the return nothing."""
    seen = {way: everything(world, "Di", audit) for way, world, audit in worlds("Ben")}

    worried_ = seen.pop("worried")
    assert len({repr(told) for told in seen.values()}) == 1
    assert worried_ != seen["drafted"]
    assert CANARY in worried_[0]


def test_a_concern_is_kept_from_the_other_auditor(worlds):
    """Cy runs the programme too, and isn't told what the first auditor fears."""
    for _, world, _ in worlds("Cy", (worried,)):
        concern = concerns_for(world.viewer("Queenie"))[0].concern

        assert concern_of(world.viewer("Cy"), concern) is None
        with pytest.raises(NotThere):
            acknowledge_concern(by=world.id("Cy"), concern=concern, now=LATER)


@pytest.mark.parametrize("leak", ["returns", "progress"])
def test_a_planted_leak_is_found(worlds, leak, monkeypatch):
    """The comparison does tell worlds apart: each thing that a rule might let through shows."""
    honest = visibility._of_an_auditor

    def leaking(audit, viewer, part):
        shown = {"returns": audit.given, "progress": True}[leak]
        sight = honest(audit, viewer, part)
        return dataclasses.replace(sight, **{leak: shown})

    monkeypatch.setattr(visibility, "_of_an_auditor", leaking)
    seen = {way: everything(world, "Ben", audit) for way, world, audit in worlds("Ben", (outstanding, not_started))}

    assert seen["outstanding"] != seen["not_started"]


def test_roles_given_later_break_no_seal(worlds):
    """Ben is made a service manager, director and inspector while he audits: of this audit he sees no more."""
    seen = {}
    for way, world, audit in worlds("Ben"):
        for role in ("service_manager", "director", "principal_social_worker", "qa_lead", "moderator"):
            hold_role(by=world.id("Ada"), person=world.id("Ben"), role=role, service_area="*", now=world.now())
        viewer = viewer_of(world.id("Ben"), world.moment + timedelta(days=1))
        assert viewer.may("return.steer") and viewer.may("audit.originals")
        seen[way] = repr([first_page(viewer), board(viewer, world.round), one_audit(viewer, audit)])

    assert len(set(seen.values())) == 1
