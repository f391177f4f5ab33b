"""Erasing and answering: for the privacy officer, without grades, nothing sealed, everything in the trail."""

import pytest
from tests.signed_in import signed_in
from tests.unit.web.test_people_pages import errors_of

from looped.figures.every import all_figures
from looped.figures.moments import now
from looped.records.models import CaseReference, Event, PersonName, SubmittedWords
from looped.records.queries.as_source import as_source
from looped.rubric.loading import frameworks
from looped.workflow.answering_access import answer_access
from looped.workflow.refusals import NotThere


@pytest.fixture
def officer(world):
    return signed_in(world.id("Priv"))


def figures():
    return all_figures(as_source(now()).count(now()), list(frameworks()), "2026-10", "2026-12")


def test_what_is_held_of_a_case_without_grades(world, officer):
    """All words of an audit that is open; its grades aren't among them; that it was shown is in the trail."""
    world.submit(world.single("C-77"), "Ann", 1, "canary")

    page = officer.post("/privacy/access", {"reference": " C-77 ", "why": "request 7"}).content.decode()

    assert "canary of plans" in page
    assert "October 2026, Safeguarding, Amber" in page
    assert "Inadequate" not in page
    assert "Ann First" not in page
    event = Event.objects.get(what="answer access")
    assert "request 7" in event.details
    assert "C-77" not in event.details + event.which


def test_what_is_sealed_stays_sealed(world, officer):
    """Of a looped audit not a word until both are in; that one waits is said, whatever of it is in."""
    audit = world.looped("C-77")
    sent = {"reference": "C-77", "why": "request 7"}
    empty = officer.post("/privacy/access", sent).content
    world.submit(audit, "Ann", 1, "canary")
    one = officer.post("/privacy/access", sent).content
    world.submit(audit, "Ben", 1, "second")
    both = officer.post("/privacy/access", sent).content.decode()

    assert b"still sealed" in empty
    assert b"canary" not in one
    assert len(one) == len(empty)
    assert "canary of plans" in both
    assert "still sealed" not in both


def test_erasing_a_case_leaves_every_figure(world, officer):
    """Link and words go; the figures are the same to the bit."""
    world.submit(world.single("C-77"), "Ann", 1, "canary")
    before = figures()
    sent = {"kind": "case", "what": "C-77", "why": "request 7", "sure": "on"}

    page = officer.post("/privacy/erase", sent).content.decode()

    assert "Every figure is as it was." in page
    assert not CaseReference.objects.filter(reference="C-77").exists()
    assert not SubmittedWords.objects.exists()
    assert figures() == before
    assert errors_of(officer.post("/privacy/erase", sent)) == [
        "No case with this reference is on record. It may have been erased already."
    ]


def test_erasing_a_person(world, officer):
    """The name goes; what they did stays."""
    officer.post("/privacy/erase", {"kind": "person", "what": "Ben Second", "why": "request 8", "sure": "on"})

    assert not PersonName.objects.filter(name="Ben Second").exists()


def test_nothing_is_erased_by_half_a_form(world, officer):
    """Every field is asked for, and that they are sure."""
    world.looped("C-77")

    assert len(errors_of(officer.post("/privacy/erase", {}))) == 4
    refused = officer.post("/privacy/erase", {"kind": "case", "what": "C-77", "why": "request 7"})
    assert errors_of(refused) == ["Say that you know it can’t be undone."]
    assert CaseReference.objects.filter(reference="C-77").exists()
    unasked = officer.post("/privacy/access", {"reference": "C-77", "why": " "})
    assert errors_of(unasked) == ["Say which request it is, without a name in it."]
    unknown = officer.post("/privacy/access", {"reference": "C-404", "why": "request 7"})
    assert errors_of(unknown) == ["No case with this reference is on record. It may have been erased."]


def test_nobody_else(world):
    """Not even whoever runs the programme."""
    lead = signed_in(world.id("Queenie"))

    assert {lead.get(f"/privacy{page}").status_code for page in ("", "/access", "/erase")} == {404}
    world.looped("C-77")
    with pytest.raises(NotThere):
        answer_access(by=world.id("Queenie"), reference="C-77", why="request 7", now=world.now())
    assert not Event.objects.filter(what="answer access").exists()
