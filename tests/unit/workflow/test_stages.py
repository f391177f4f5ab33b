"""A machine that does any deed at any time: stages move only as the table says, and what is sealed stays out."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.records_fixtures import point_at
from tests.unit.workflow.service_world import FRAMEWORK, PAGES, council

from looped.errors import LoopedError
from looped.loop.settling import routes, still_apart
from looped.loop.stages import MOVES, STAGES
from looped.records import trail
from looped.records.address import embedded
from looped.records.fingerprint import changed_deeds
from looped.records.models import Audit, AuditInHand, DraftField, Event, Return, Submission
from looped.workflow.dip_sample import draw_dip_sample
from looped.workflow.feedback import record_feedback
from looped.workflow.moderating import Decision, arrange_meeting, challenge_grade, moderate
from looped.workflow.pairs import pair_of
from looped.workflow.returning import submit_return
from looped.workflow.rounds import end_audit, name_auditors, reopen_return, stand_down_to_single
from looped.workflow.settling import accept_grade, ask_for_meeting

AUDITORS = st.sampled_from(["Ann", "Ben"])
GRADES = st.fixed_dictionaries(
    {
        "plans": st.sampled_from([1, 2, 3, 4]),
        "overall": st.sampled_from([2, 3]),
        "supervision": st.sampled_from([2, 3, None]),
    }
)
DOMAINS = st.sampled_from(["plans", "supervision", "overall"])


# Apart a little, apart by two, apart both ways, at one.
PAIRS = (
    ({"plans": 3}, {"plans": 2}),
    ({"plans": 4}, {"plans": 2}),
    ({"plans": 4}, {"plans": 2, "supervision": 2}),
    (3, 3),
)


class AnyDeedAnyTime(RuleBasedStateMachine):
    """One audit, looped or single, and everybody who can do something to it."""

    template = Path()
    reached: ClassVar[set[tuple[str, str]]] = set()

    @initialize(looped=st.booleans(), start=st.integers(0, 3), pair=st.sampled_from(PAIRS))
    def begin(self, looped, start, pair):
        """From nobody named to both returns in: left to chance alone, few runs would come so far."""
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "looped.sqlite3"
        shutil.copy(self.template, path)
        self.pointing = point_at(embedded(path))
        self.pointing.__enter__()
        self.world = council()
        (self.audit,) = self.world.audits("C-1", looped=looped)
        if start:
            self.name(both=True)
        for name, grades in zip(("Ann", "Ben")[: start - 1], pair, strict=False) if start else ():
            self.submit(name, grades)

    def teardown(self):
        if hasattr(self, "pointing"):
            _, faults = trail.verify()
            assert (faults, changed_deeds()) == ([], [])
            connection.close()
            self.pointing.__exit__(None, None, None)
            self.folder.cleanup()

    def row(self):
        return AuditInHand.objects.get(audit=self.audit)

    def do(self, deed, *words, **values):
        """Do a deed; whether it was refused or not, the stage is where the table lets it be, and no half is left."""
        before, events = self.row(), Event.objects.count()
        try:
            deed(*words, **values)
        except LoopedError:
            assert vars(self.row()) | {"_state": None} == vars(before) | {"_state": None}
            assert Event.objects.count() == events
            return False
        move = MOVES[deed.__name__]
        assert before.stage in move.at, (deed.__name__, before.stage)
        assert self.row().stage in move.to, (deed.__name__, self.row().stage)
        assert Event.objects.count() == events + 1
        self.reached.add((deed.__name__, self.row().stage))
        return True

    def by(self, name):
        return {"by": self.world.id(name), "now": self.world.now()}

    @rule(both=st.booleans())
    def name(self, both):
        second = self.world.id("Ben") if self.row().looped and both else None
        self.do(name_auditors, **self.by("Queenie"), audit=self.audit, lead=self.world.id("Ann"), second=second)

    @rule(name=AUDITORS, grades=GRADES)
    def submit(self, name, grades):
        try:
            self.world.draft(self.audit, name, grades)
        except LoopedError:
            return
        assert self.do(submit_return, **self.by(name), audit=self.audit, declared=True)

    @rule(part=st.sampled_from(["lead", "second"]))
    def reopen(self, part):
        self.do(reopen_return, **self.by("Queenie"), audit=self.audit, part=part, reason="A slip.")

    @rule()
    def stand_down(self):
        self.do(stand_down_to_single, **self.by("Queenie"), audit=self.audit, reason="Ill.")

    @rule(name=AUDITORS, domain=DOMAINS)
    def accept(self, name, domain):
        self.do(accept_grade, **self.by(name), audit=self.audit, domain=domain, sentence="Fair.")

    @rule(name=AUDITORS, domain=DOMAINS)
    def ask(self, name, domain):
        self.do(ask_for_meeting, **self.by(name), audit=self.audit, domain=domain, why="Hm.")

    @rule(name=st.sampled_from(["Mo", "Mia", "Queenie"]), grade=st.sampled_from([1, 2, 3]))
    def moderate(self, name, grade):
        decisions = {page: Decision(grade, grade, "weighed", "So.") for page in PAGES}
        self.do(moderate, **self.by(name), audit=self.audit, decisions=decisions, met_on=date(2026, 10, 5))

    @rule()
    def arrange(self):
        starts = self.world.moment + timedelta(days=1)
        people = [self.world.id("Ann")]
        self.do(
            arrange_meeting, **self.by("Mo"), audit=self.audit, starts=starts, minutes=30, place="x", attendees=people
        )

    @rule(share=st.sampled_from([0, 100]))
    def draw(self, share):
        self.do(draw_dip_sample, **self.by("Queenie"), round_=self.world.round, share=share)

    @rule()
    def challenge(self):
        self.do(challenge_grade, **self.by("Queenie"), audit=self.audit, reason="The manager asks.")

    @rule(name=AUDITORS)
    def hear(self, name):
        said = {"who": "mother", "route": "call", "outcome": "not_reached"}
        self.do(record_feedback, **self.by(name), audit=self.audit, **said)

    # Now and then: an audit that ended says no more.
    @precondition(lambda self: self.row().stage == "with_auditors" and Event.objects.count() % 4 == 0)
    @rule(state=st.sampled_from(["not_done", "withdrawn"]))
    def end(self, state):
        self.do(end_audit, **self.by("Queenie"), audit=self.audit, state=state, reason="other")

    @invariant()
    def what_is_sealed_stays_out(self):
        row = self.row()
        asked = {"lead", "second"} if row.looped else {"lead"} if row.lead else {"second"}
        came_in = {part for part in ("lead", "second") if getattr(row, f"{part}_in")}
        recorded = set(Return.objects.filter(audit=self.audit).values_list("source", flat=True))
        if row.looped and came_in < asked:
            assert recorded == set()
            assert Audit.objects.filter(audit=self.audit).latest("id").returned is None
        if row.stage not in ("to_name", "with_auditors", "not_done", "withdrawn"):
            assert asked == came_in <= recorded
        for part in came_in:
            assert Submission.objects.filter(audit=self.audit, part=part).exists()

    @invariant()
    def what_is_settled_has_a_grade_for_everything(self):
        row = self.row()
        assert Audit.objects.filter(audit=self.audit).latest("id").state == STAGES[row.stage].state
        if row.looped and row.stage in ("to_settle", "meeting", "to_moderate", "settled"):
            pair = pair_of(row)
            waiting = still_apart(routes(*pair.plain, FRAMEWORK), pair.decided)
            assert bool(waiting) is (row.stage in ("to_settle", "meeting"))
            assert DraftField.objects.filter(audit=self.audit).count() == 0


@pytest.mark.slow
def test_any_deed_at_any_time(migrated_file):
    """Fifty runs of thirty deeds in any order."""
    AnyDeedAnyTime.template = migrated_file
    slow_ok = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        AnyDeedAnyTime,
        settings=settings(
            max_examples=50, stateful_step_count=30, deadline=None, suppress_health_check=slow_ok, derandomize=True
        ),
    )
    # Chance passes some by, and other tests do those; a machine that came nowhere would tell nothing.
    assert len({deed for deed, _ in AnyDeedAnyTime.reached}) >= 6
    assert len({stage for _, stage in AnyDeedAnyTime.reached}) >= 6
