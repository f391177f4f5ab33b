"""'A child may be at risk now': alerted at once, whom they rang, acknowledged by name; until then it climbs."""

import json
from datetime import timedelta

import pytest
from django.db.models import Q
from tests.unit.workflow.service_world import council

from looped.errors import UsageError
from looped.records.models import ConcernStep, Event, Letter, RoleEnded, RoleHeld
from looped.records.queries.concerns import concern_of, concerns_due, concerns_for
from looped.workflow.concerns import acknowledge_concern, climb_concern, raise_concern, record_ring
from looped.workflow.refusals import NotThere, TooLate
from looped.workflow.settings_deeds import change_setting


@pytest.fixture
def world(record):
    made = council()
    rungs = json.dumps([[made.id("Cy")], [made.id("Queenie"), made.id("Di")]])
    change_setting(by=made.id("Queenie"), name="alert_steps", value=rungs, now=made.now())
    return made


def alerted():
    return list(Letter.objects.filter(kind="concern").order_by("id").values_list("person", flat=True))


def test_it_is_raised_rung_and_acknowledged(world):
    """Alerted by case reference alone; the auditor sees who has it."""
    audit = world.looped()
    concern = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    record_ring(by=world.id("Ann"), concern=concern, whom="The duty manager", now=world.now())

    letter = Letter.objects.get(kind="concern")
    assert letter.person == world.id("Cy")
    assert "C-1" in letter.subject and "Ann" not in letter.text + letter.subject
    seen = concern_of(world.viewer("Cy"), concern)
    assert (seen.raised_by, seen.rang, seen.alerted, seen.acknowledged_by) == (
        "Ann First",
        ("The duty manager",),
        ("Cy Third",),
        None,
    )
    assert (seen.may_acknowledge, seen.mine) == (True, False)

    acknowledge_concern(by=world.id("Cy"), concern=concern, now=world.now())

    own = concern_of(world.viewer("Ann"), concern)
    assert (own.acknowledged_by, own.mine, own.may_acknowledge) == ("Cy Third", True, False)
    with pytest.raises(TooLate):
        acknowledge_concern(by=world.id("Di"), concern=concern, now=world.now())
    assert concern_of(world.viewer("Ben"), concern) is None
    assert concern_of(world.viewer("Mo"), concern) is None


def test_it_climbs_until_somebody_has_it(world):
    """Not before its time; the second rung; then the top again and again; never once it is acknowledged."""
    audit = world.looped()
    concern = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    raised, events = world.moment, Event.objects.count()
    assert concerns_due(raised + timedelta(minutes=29)) == []
    assert not climb_concern(by="looped", concern=concern, now=raised + timedelta(minutes=29))
    assert Event.objects.count() == events

    for rung in (1, 2):
        later = raised + timedelta(minutes=30 * rung)
        assert concerns_due(later) == [concern]
        assert climb_concern(by="looped", concern=concern, now=later)
        assert concerns_due(later) == []
    assert alerted() == [world.id("Cy"), *[world.id("Queenie"), world.id("Di")] * 2]

    acknowledge_concern(by=world.id("Di"), concern=concern, now=raised + timedelta(minutes=61))
    assert concerns_due(raised + timedelta(days=1)) == []
    assert not climb_concern(by="looped", concern=concern, now=raised + timedelta(days=1))


def test_a_button_pressed_twice_raises_one(world):
    """Until it is acknowledged, unless they say that it is another; the other auditor's own is another anyway."""
    audit, ann, ben = world.looped(), world.id("Ann"), world.id("Ben")

    first = raise_concern(by=ann, audit=audit, again=False, now=world.now())
    events, letters = Event.objects.count(), len(alerted())
    assert raise_concern(by=ann, audit=audit, again=False, now=world.now()) == first
    assert (Event.objects.count(), len(alerted())) == (events, letters)

    other, more = (raise_concern(by=by, audit=audit, again=by == ann, now=world.now()) for by in (ben, ann))
    assert len({first, other, more}) == 3
    for concern in (first, more):
        acknowledge_concern(by=world.id("Di"), concern=concern, now=world.now())
    assert raise_concern(by=ann, audit=audit, again=False, now=world.now()) not in (first, other, more)


def test_the_other_auditor_is_passed_over(world):
    """Cy is on the first rung and reads the same audit: the second rung is alerted at once."""
    audit = world.looped(second="Cy")

    raise_concern(by=world.id("Ann"), audit=audit, now=world.now())

    assert alerted() == [world.id("Queenie"), world.id("Di")]
    assert concerns_for(world.viewer("Cy")) == ()
    assert len(concerns_for(world.viewer("Queenie"))) == 1


def test_before_anybody_was_set_all_who_answer_are_alerted(record):
    """And where there is nobody at all it is kept for whoever comes."""
    world = council()
    audit = world.looped()
    raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    assert set(alerted()) == {world.id("Queenie"), world.id("Cy"), world.id("Di")}

    for held in RoleHeld.objects.filter(role__in=("qa_lead", "director")):
        RoleEnded.objects.create(holding=held.holding, deed=held.holding, recorded_at=world.now())
    concern = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    assert len(alerted()) == 3
    assert list(ConcernStep.objects.filter(concern=concern).values_list("step", flat=True)) == ["raised"]
    assert concern_of(world.viewer("Ann"), concern).alerted == ()


def test_who_may_not(world):
    """Only who reads the audit raises; only who raised says whom they rang; nobody answers unasked."""
    audit = world.looped()
    concern = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    for deed in (
        lambda: raise_concern(by=world.id("Queenie"), audit=audit, now=world.now()),
        lambda: raise_concern(by=world.id("Ann"), audit="a-none", now=world.now()),
        lambda: record_ring(by=world.id("Ben"), concern=concern, whom="x", now=world.now()),
        lambda: acknowledge_concern(by=world.id("Ann"), concern=concern, now=world.now()),
        lambda: acknowledge_concern(by=world.id("Di"), concern="k-none", now=world.now()),
    ):
        with pytest.raises(NotThere):
            deed()
    with pytest.raises(UsageError, match="whom you rang"):
        record_ring(by=world.id("Ann"), concern=concern, whom=" ", now=world.now())


def test_those_not_acknowledged_stand_first(world):
    """Then the newest; acknowledged ones go after thirty days."""
    audit = world.looped()
    old = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    new = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    acknowledge_concern(by=world.id("Di"), concern=new, now=world.now())

    assert [each.concern for each in concerns_for(world.viewer("Di"))] == [old, new]
    world.moment += timedelta(days=31)
    assert [each.concern for each in concerns_for(world.viewer("Di"))] == [old]


def test_the_rule_decides_whatever_was_read(world, monkeypatch):
    """What is asked of the database only spares reading; the rule still keeps the other auditor out."""
    audit = world.looped(second="Cy")
    raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    monkeypatch.setattr("looped.records.queries.concerns._within_reach", lambda viewer: Q())

    assert {name: len(concerns_for(world.viewer(name))) for name in ("Ann", "Cy", "Ben", "Di")} == {
        "Ann": 1,
        "Cy": 0,
        "Ben": 0,
        "Di": 1,
    }
