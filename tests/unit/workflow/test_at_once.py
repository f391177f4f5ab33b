"""People who press at the same second: one clear result, on SQLite and on PostgreSQL."""

import threading
from datetime import date

from django.db import connections
from tests.unit.workflow.service_world import council

from looped.errors import LoopedError
from looped.records import trail
from looped.records.fingerprint import changed_deeds
from looped.records.models import AuditInHand, DraftField, Event, Grading, Return, Settlement, Submission
from looped.workflow.concerns import acknowledge_concern, raise_concern
from looped.workflow.moderating import Decision, moderate
from looped.workflow.people import hold_role
from looped.workflow.refusals import TooLate
from looped.workflow.returning import save_draft, submit_return
from looped.workflow.rounds import reopen_return
from looped.workflow.settling import accept_grade

TIMES = range(6)


def at_once(*deeds):
    """Do deeds in threads of their own that begin together; what each gave or refused, in order."""
    ready = threading.Barrier(len(deeds))
    said = [None] * len(deeds)

    def do(index, deed):
        ready.wait()
        try:
            said[index] = deed()
        except LoopedError as error:
            said[index] = error
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=do, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said


def refused(said):
    return [type(each) for each in said if isinstance(each, Exception)]


def whole():
    """The trail verifies, with every grading that it vouches for."""
    _, faults = trail.verify()
    return (faults, changed_deeds()) == ([], [])


def test_both_auditors_submit_at_once(record):
    """The second of the two opens it, whoever that is, and its grades are recorded once."""
    world = council()
    audits = [world.looped(f"C-{number}") for number in TIMES]
    for audit in audits:
        world.draft(audit, "Ann", 4)
        world.draft(audit, "Ben", 3)
        now = world.now()

        said = at_once(
            lambda audit=audit, now=now: submit_return(by=world.id("Ann"), audit=audit, declared=True, now=now),
            lambda audit=audit, now=now: submit_return(by=world.id("Ben"), audit=audit, declared=True, now=now),
        )

        assert sorted(each.open for each in said) == [False, True]
        assert sorted(Return.objects.filter(audit=audit).values_list("source", flat=True)) == ["lead", "second"]
        assert AuditInHand.objects.get(audit=audit).stage == "meeting"
    assert whole()


def test_one_auditor_submits_in_two_tabs(record):
    """Once is enough; the other tab hears so."""
    world = council()
    for number in TIMES:
        audit = world.single(f"C-{number}")
        world.draft(audit, "Ann", 4)
        now = world.now()

        said = at_once(
            *[lambda audit=audit, now=now: submit_return(by=world.id("Ann"), audit=audit, declared=True, now=now)] * 3
        )

        assert refused(said) == [TooLate, TooLate]
        assert Submission.objects.filter(audit=audit).count() == 1
        assert DraftField.objects.filter(audit=audit).count() == 0


def test_both_accept_at_once(record):
    """One of them takes the other's grade; they don't swap."""
    world = council()
    for number in TIMES:
        audit = world.pair({"plans": 3}, {"plans": 2}, f"C-{number}")
        now = world.now()

        said = at_once(
            *[
                lambda name=name, audit=audit, now=now: accept_grade(
                    by=world.id(name), audit=audit, domain="plans", sentence=name, now=now
                )
                for name in ("Ann", "Ben")
            ]
        )

        assert refused(said) == [TooLate]
        assert Settlement.objects.filter(audit=audit).count() == 1
        assert Grading.objects.filter(audit=audit, source="moderation").count() == 1
    assert whole()


def test_two_moderate_at_once(record):
    """The first one's grades stand."""
    world = council()
    hold_role(by=world.id("Ada"), person=world.id("Di"), role="moderator", service_area="*", now=world.now())
    for number in TIMES:
        audit = world.pair({"plans": 4}, {"plans": 2}, f"C-{number}")
        now = world.now()

        said = at_once(
            *[
                lambda name=name, grade=grade, audit=audit, now=now: moderate(
                    by=world.id(name),
                    audit=audit,
                    decisions={"plans": Decision(grade, grade, "weighed", name)},
                    met_on=date(2026, 10, 5),
                    now=now,
                )
                for name, grade in (("Mo", 3), ("Di", 2))
            ]
        )

        assert len(refused(said)) == 1
        assert Settlement.objects.filter(audit=audit).count() == 1
    assert whole()


def test_reopening_and_the_others_submitting_at_once(record):
    """Either it was given back first, and stays sealed; or the other was in first, and it stays open."""
    world = council()
    for number in TIMES:
        audit = world.looped(f"C-{number}")
        world.submit(audit, "Ann", 4)
        world.draft(audit, "Ben", 3)
        now = world.now()

        reopened, submitted = at_once(
            lambda audit=audit, now=now: reopen_return(
                by=world.id("Queenie"), audit=audit, part="lead", reason="A slip.", now=now
            ),
            lambda audit=audit, now=now: submit_return(by=world.id("Ben"), audit=audit, declared=True, now=now),
        )

        row = AuditInHand.objects.get(audit=audit)
        was_back = reopened is None
        assert was_back or isinstance(reopened, TooLate)
        assert submitted.open is not was_back
        assert (row.lead_in, row.second_in) == (not was_back, True)
        assert Return.objects.filter(audit=audit).count() == (0 if was_back else 2)
    assert whole()


def test_tabs_never_overwrite_each_other(record):
    """Of eight tabs that save a field from the same version one is taken; versions, saves and events agree."""
    world = council()
    audit = world.looped()
    now, ann = world.now(), world.id("Ann")
    before = Event.objects.filter(what="save draft").count()

    for version in TIMES:
        said = at_once(
            *[
                lambda tab=tab, version=version: save_draft(
                    by=ann, audit=audit, fields={"plans.reason": (f"tab {tab} of {version}", version)}, now=now
                )
                for tab in range(8)
            ]
        )

        taken = [each for each in said if not each.conflicts]
        theirs = {each.conflicts["plans.reason"].theirs for each in said if each.conflicts}
        assert len(taken) == 1
        assert theirs == {DraftField.objects.get(audit=audit).text}
    assert DraftField.objects.get(audit=audit).version == len(TIMES)
    assert Event.objects.filter(what="save draft").count() == before + 8 * len(TIMES)
    assert whole()


def test_saving_while_submitting(record):
    """A save that was shown as saved is in what was submitted, or came too late and says so."""
    world = council()
    ann = world.id("Ann")
    for number in TIMES:
        audit = world.single(f"C-{number}")
        world.draft(audit, "Ann", 3)
        now = world.now()

        saved, submitted = at_once(
            lambda audit=audit, now=now: save_draft(by=ann, audit=audit, fields={"plans.grade": ("4", 1)}, now=now),
            lambda audit=audit, now=now: submit_return(by=ann, audit=audit, declared=True, now=now),
        )

        grade = Grading.objects.get(audit=audit, domain="plans").grade
        assert submitted.open
        assert grade == (3 if isinstance(saved, TooLate) else 4)
        assert DraftField.objects.filter(audit=audit).count() == 0


def test_a_concern_is_acknowledged_once(record):
    """Whoever is first has it."""
    world = council()
    audit = world.looped()
    for _ in TIMES:
        concern = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
        now = world.now()

        said = at_once(
            *[
                lambda name=name, concern=concern, now=now: acknowledge_concern(
                    by=world.id(name), concern=concern, now=now
                )
                for name in ("Queenie", "Di", "Cy")
            ]
        )

        assert refused(said) == [TooLate, TooLate]
