"""Rounds, lists of audits, auditors, standing down, ending, reopening: what is taken and what is refused."""

from datetime import date

import pytest
from tests.unit.workflow.service_world import council, typed

from looped.errors import UsageError
from looped.loop.answers import Problem
from looped.records.models import (
    Audit,
    AuditInHand,
    CaseReference,
    DraftField,
    GivenBack,
    Grading,
    Letter,
    ReasonGiven,
    Return,
    Submission,
)
from looped.records.queries.drafts import draft_of
from looped.records.queries.one_audit import one_audit
from looped.workflow.audit_list import NewAudit, list_problems, read_list
from looped.workflow.refusals import Incomplete, NotThere, TooLate
from looped.workflow.returning import save_draft, submit_return
from looped.workflow.rounds import (
    add_audits,
    add_round,
    end_audit,
    name_auditors,
    reopen_return,
    stand_down_to_single,
)

DAYS = {"due": date(2026, 10, 30), "cut_off": date(2026, 9, 30)}


@pytest.fixture
def world(sqlite_record):
    return council()


@pytest.mark.parametrize(
    ("values", "match"),
    [
        ({"kind": "weekly"}, "Choose a kind"),
        ({"selection": "by luck"}, "Choose a kind"),
        ({"cut_off": date(2026, 10, 31)}, "comes after"),
        ({"look_back_months": 0}, "between 1 and 120"),
        ({"month": "October"}, "is not a month"),
        ({"framework": "1999"}, "There is no framework"),
    ],
)
def test_a_round_that_makes_no_sense(world, values, match):
    """Each said in its words."""
    with pytest.raises(UsageError, match=match):
        add_round(by=world.id("Queenie"), **{"month": "2026-10"} | DAYS | values, now=world.now())


def test_only_who_makes_rounds_makes_them(world):
    """Neither a director nor an auditor; and none is added to."""
    for name in ("Di", "Ann"):
        with pytest.raises(NotThere):
            add_round(by=world.id(name), month="2026-10", **DAYS, now=world.now())
        with pytest.raises(NotThere):
            add_audits(by=world.id(name), round_=world.round, audits=[], now=world.now())
    with pytest.raises(NotThere):
        add_audits(by=world.id("Queenie"), round_="r-none", audits=[], now=world.now())


def test_a_list_is_read_as_it_is_pasted():
    """From a spreadsheet or typed; empty lines are nothing; a strange word is kept to be told."""
    pasted = "C-1\tHelp\tBlue\tLooped\n\nC-2\tHelp\tBlue\n"

    assert read_list(pasted) == [NewAudit("C-1", "Help", "Blue", True), NewAudit("C-2", "Help", "Blue", False)]
    assert read_list('C-3,"Help, early", Red ,single\n') == [NewAudit("C-3", "Help, early", "Red", False)]
    assert read_list("C-4,Help,Red,twice")[0].looped == "twice"
    assert read_list("C-5")[0] == NewAudit("C-5", "", "", False)
    with pytest.raises(UsageError, match="can't be read"):
        read_list('"' + "x" * 200_000 + '",a,b')


def test_a_list_with_mistakes_names_each():
    """By number and column."""
    audits = [NewAudit("", "Help", "Blue"), NewAudit("C-1", "", "Blue", "twice"), NewAudit("C-1", "Help", "")]

    assert [problem.field for problem in list_problems(audits, {"C-9"})] == [
        "1.case",
        "2.service_area",
        "2.looped",
        "3.team",
        "3.case",
    ]
    without = list_problems([NewAudit("C-1", "a", "b", True)], [], may_be_looped=False)
    assert [problem.field for problem in without] == ["1.looped"]
    assert list_problems([], []) == (Problem("audits", "Give at least one audit"),)
    assert list_problems([NewAudit("C-9", "a", "b")], {"C-9"})[0].what == "Audit 1: case C-9 is in this round already"


def test_audits_come_all_or_none(world):
    """A list with one mistake adds nothing; a case is in a round once, and named once in the record."""
    world.audits("C-1")
    with pytest.raises(Incomplete) as refused:
        world.audits("C-2", "C-1")

    assert [problem.field for problem in refused.value.problems] == ["2.case"]
    assert AuditInHand.objects.count() == Audit.objects.count() == 1
    with pytest.raises(Incomplete, match="at least one"):
        add_audits(by=world.id("Queenie"), round_=world.round, audits=[], now=world.now())
    assert list(CaseReference.objects.values_list("reference", flat=True)) == ["C-1"]


def named(world, audit, lead, second=None, by="Queenie"):
    second = world.id(second) if second else None
    name_auditors(by=world.id(by), audit=audit, lead=world.id(lead), second=second, now=world.now())


def test_who_can_be_named(world):
    """Two for a looped one, one for a single; auditors; nobody whose work it was."""
    (looped,), (single,) = world.audits("C-1"), world.audits("C-2", looped=False)
    for audit, lead, second, match in (
        (looped, "Ann", None, "two auditors"),
        (single, "Ann", "Ben", "has one auditor"),
        (looped, "Ann", "Ann", "two people"),
        (looped, "Ann", "Di", "isn't an auditor"),
    ):
        with pytest.raises(UsageError, match=match):
            named(world, audit, lead, second)
    with pytest.raises(NotThere):
        named(world, looped, "Ann", "Ben", by="Di")
    own = NewAudit("C-3", "Help", "Blue", False, practitioner=world.id("Ann"))
    (audit,) = add_audits(by=world.id("Queenie"), round_=world.round, audits=[own], now=world.now())
    with pytest.raises(UsageError, match="worked on this case"):
        named(world, audit, "Ann")


def test_naming_somebody_else(world):
    """Who isn't in yet can be replaced, is told to the new one alone, and had a part all the same."""
    audit = world.looped()
    world.submit(audit, "Ann", 4)
    letters = Letter.objects.count()

    named(world, audit, "Ann", "Cy")

    row = AuditInHand.objects.get(audit=audit)
    assert (row.former, row.stage) == ([world.id("Ben")], "with_auditors")
    assert list(Letter.objects.order_by("id")[letters:].values_list("person", flat=True)) == [world.id("Cy")]
    assert one_audit(world.viewer("Ben"), audit) is None
    with pytest.raises(TooLate, match="stays its auditor's"):
        named(world, audit, "Ben", "Cy")


def test_whoever_reads_it_doesnt_steer_it(world):
    """Cy runs the programme, and is the second: somebody else chases, reopens and stands down."""
    audit = world.looped(second="Cy")
    world.submit(audit, "Ann", 4)
    cy = {"by": world.id("Cy"), "audit": audit, "now": world.now()}
    for deed, values in (
        (name_auditors, {"lead": world.id("Ben"), "second": world.id("Cy")}),
        (reopen_return, {"part": "lead", "reason": "x"}),
        (stand_down_to_single, {"reason": "x"}),
        (end_audit, {"state": "withdrawn", "reason": "other"}),
    ):
        with pytest.raises(NotThere):
            deed(**cy, **values)


@pytest.mark.parametrize("submits", [None, "Ann", "Ben"])
def test_standing_down_keeps_the_return_there_is(world, submits):
    """The lead's, the second's, or the lead's to come."""
    audit = world.looped()
    if submits:
        world.submit(audit, submits, 2)
    assert Return.objects.count() == 0

    stand_down_to_single(by=world.id("Queenie"), audit=audit, reason="Ben is ill.", now=world.now())

    row, known = AuditInHand.objects.get(audit=audit), Audit.objects.filter(audit=audit).latest("id")
    kept = "second" if submits == "Ben" else "lead"
    assert (row.looped, known.looped) == (False, False)
    assert (row.lead is None, row.second is None) == (kept == "second", kept == "lead")
    assert row.stage == ("returned" if submits else "with_auditors")
    assert list(Return.objects.values_list("source", flat=True)) == ([kept] if submits else [])
    assert ReasonGiven.objects.get().why == "Ben is ill."
    with pytest.raises(TooLate):
        stand_down_to_single(by=world.id("Queenie"), audit=audit, reason="again", now=world.now())


def test_standing_down_before_anybody_is_named(world):
    """It goes on waiting for a name."""
    (audit,) = world.audits("C-1")
    with pytest.raises(UsageError, match="Give a reason"):
        stand_down_to_single(by=world.id("Queenie"), audit=audit, reason=" ", now=world.now())

    stand_down_to_single(by=world.id("Queenie"), audit=audit, reason="Few auditors.", now=world.now())

    assert AuditInHand.objects.get().stage == "to_name"
    named(world, audit, "Ann")


def test_an_ended_audit_says_why_by_code(world):
    """Figures read the code; the words stay beside; drafts go."""
    audit = world.looped()
    world.draft(audit, "Ann")
    queenie = {"by": world.id("Queenie"), "audit": audit}
    for state, reason in (("settled", "other"), ("withdrawn", "just so")):
        with pytest.raises(UsageError, match="and why"):
            end_audit(**queenie, state=state, reason=reason, now=world.now())

    end_audit(**queenie, state="not_done", reason="case_closed", words="In May.", now=world.now())

    assert Audit.objects.latest("id").reason == "case_closed"
    assert (ReasonGiven.objects.get().why, DraftField.objects.count()) == ("In May.", 0)
    with pytest.raises(TooLate, match="Not done"):
        end_audit(**queenie, state="withdrawn", reason="other", now=world.now())


def test_a_return_given_back_is_there_as_it_was(world):
    """The auditor goes on from what they wrote; the first is kept, the second supersedes it, and it counts alone."""
    audit = world.looped()
    world.submit(audit, "Ann", {"plans": 1, "supervision": None}, "first")
    with pytest.raises(UsageError, match="Give a reason"):
        reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason="", now=world.now())

    reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason="The wrong child.", now=world.now())

    draft = draft_of(world.viewer("Ann"), audit)
    assert draft.came_back == "The wrong child."
    assert {name: each.text for name, each in draft.fields.items()} == typed({"plans": 1, "supervision": None}, "first")
    assert one_audit(world.viewer("Ann"), audit).row.own.state == "came_back"
    assert len(one_audit(world.viewer("Ann"), audit).returns) == 0
    assert Letter.objects.filter(kind="given_back", person=world.id("Ann")).count() == 1
    with pytest.raises(TooLate):
        reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason="x", now=world.now())

    save_draft(by=world.id("Ann"), audit=audit, fields={"plans.grade": ("2", 1)}, now=world.now())
    submit_return(by=world.id("Ann"), audit=audit, declared=True, now=world.now())
    world.submit(audit, "Ben", 3, "second")

    assert list(Submission.objects.filter(part="lead").values_list("number", flat=True)) == [1, 2]
    assert Grading.objects.get(source="lead", domain="plans").grade == 2
    view = one_audit(world.viewer("Ann"), audit)
    assert [each.answers["plans"].grade for each in view.earlier] == [1]
    assert view.returns["lead"].answers["plans"].grade == 2
    assert one_audit(world.viewer("Ben"), audit).earlier == ()
    assert GivenBack.objects.count() == 1


def test_a_single_return_given_back_is_superseded(world):
    """Until the draw; then it is settled and stays."""
    audit = world.single()
    world.submit(audit, "Ann", 3)
    reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason="A slip.", now=world.now())
    assert AuditInHand.objects.get().stage == "with_auditors"

    save_draft(by=world.id("Ann"), audit=audit, fields={"plans.grade": ("2", 1)}, now=world.now())
    submit_return(by=world.id("Ann"), audit=audit, declared=True, now=world.now())

    assert list(Grading.objects.filter(domain="plans").order_by("id").values_list("grade", flat=True)) == [3, 2]
    assert Audit.objects.latest("id").returned == date(2026, 10, 5)
