"""Erasing a case or a person of the service: every word of its audits goes, and every figure stays."""

from datetime import date, timedelta

from django.db import connection
from tests.unit.workflow.service_world import PAGES, council
from tests.unit.workflow.test_looped_audit import figures_of

from looped.records.models import Account, AuditInHand, Erasure
from looped.records.privacy import personal_columns
from looped.records.queries.boards import board
from looped.records.queries.one_audit import one_audit
from looped.workflow.concerns import raise_concern, record_ring
from looped.workflow.erasing import OF_AUDITS, erase_case, erase_person
from looped.workflow.feedback import record_feedback
from looped.workflow.moderating import Decision, arrange_meeting, challenge_grade, moderate
from looped.workflow.returning import submit_return
from looped.workflow.rounds import reopen_return

CANARY = "canary9d1c"


def told_everywhere(world):
    """An audit with words of each kind, settled; and another of the same case's round that is in draft."""
    audit = world.looped("CASE-CANARY9D1C")
    world.submit(audit, "Ann", 4, CANARY)
    reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason=CANARY, now=world.now())
    said = {"who": CANARY, "route": "call", "outcome": "heard", "words": CANARY}
    record_feedback(by=world.id("Ann"), audit=audit, **said, now=world.now())
    concern = raise_concern(by=world.id("Ann"), audit=audit, now=world.now())
    record_ring(by=world.id("Ann"), concern=concern, whom=CANARY, now=world.now())
    return audit


def settle(world, audit):
    submit_return(by=world.id("Ann"), audit=audit, declared=True, now=world.now())
    world.submit(audit, "Ben", 2, CANARY)
    starts = world.moment + timedelta(days=1)
    people = [world.id("Ann")]
    where = {"starts": starts, "minutes": 30, "place": CANARY, "attendees": people}
    arrange_meeting(by=world.id("Mo"), audit=audit, **where, now=world.now())
    decisions = {page: Decision(3, 3, "weighed", CANARY) for page in PAGES}
    notes = {"met_on": date(2026, 10, 5), "learning": {"lead": CANARY}}
    moderate(by=world.id("Mo"), audit=audit, decisions=decisions, **notes, now=world.now())
    challenge_grade(by=world.id("Queenie"), audit=audit, reason=CANARY, now=world.now())


def tables_with_canary():
    found = set()
    with connection.cursor() as cursor:
        for table, columns in personal_columns().items():
            for column in columns:
                cursor.execute(
                    f'SELECT count(*) FROM {table} WHERE lower(CAST("{column}" AS TEXT)) LIKE %s', [f"%{CANARY}%"]
                )
                if cursor.fetchone()[0]:
                    found.add(table)
    return found


def test_every_word_of_a_case_goes_and_every_figure_stays(record):
    """Settled or in draft; pages go on, without reference and words."""
    world = council()
    audit = told_everywhere(world)
    assert "records_draftfield" in tables_with_canary()
    settle(world, audit)
    assert tables_with_canary() >= {model._meta.db_table for model in OF_AUDITS.values()} - {"records_draftfield"}
    before = figures_of(record, world.moment)

    erase_case(by="Priv Officer", why="request 7", reference="CASE-CANARY9D1C", now=world.now())

    assert tables_with_canary() == set()
    assert figures_of(record, world.moment) == before
    view = one_audit(world.viewer("Ann"), audit)
    assert (view.row.case, view.returns["lead"].answers["plans"].reason, view.feedback) == (None, "", ())
    assert view.returns["lead"].answers["plans"].grade == 4


def test_a_return_of_an_erased_case_can_still_be_given_back(record):
    """Its grades are there again, its words are not."""
    world = council()
    audit = told_everywhere(world)
    submit_return(by=world.id("Ann"), audit=audit, declared=True, now=world.now())
    erase_case(by="Priv Officer", why="request 7", reference="CASE-CANARY9D1C", now=world.now())

    reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason="A slip.", now=world.now())

    assert AuditInHand.objects.get().lead_in is False
    assert tables_with_canary() == set()


def test_a_persons_account_goes_with_the_name(record):
    """What they did stays, by identifier alone."""
    world = council()
    audit = world.pair(3, 3)

    erase_person(by="Priv Officer", why="request 8", name="Ben Second", now=world.now())

    assert not Account.objects.filter(person=world.id("Ben")).exists()
    assert set(Erasure.objects.values_list("row_table", flat=True)) == {"records_account", "records_personname"}
    assert one_audit(world.viewer("Ann"), audit).row.auditors == {"lead": "Ann First", "second": None}
    assert board(world.viewer("Queenie"), "r-none") is None
