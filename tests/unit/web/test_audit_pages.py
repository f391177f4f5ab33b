"""The audit's page as each role may see it, and settling small differences on it."""

import pytest
from tests.signed_in import signed_in
from tests.unit.web.reading import links_of, text_of
from tests.unit.web.test_people_pages import errors_of

from looped.records.models import Settlement
from looped.workflow.feedback import record_feedback
from looped.workflow.rounds import reopen_return

SMALL = ({"plans": 2}, {"plans": 3})


def page(world, name, audit):
    return signed_in(world.id(name)).get(f"/audits/{audit}")


def test_a_sealed_audit_tells_what_may_be_told(world):
    """Own words once they are in, nothing of the other's; the lead of the programme sees who is still to return."""
    audit = world.looped()
    world.submit(audit, "Ann", 3, "canary")

    own, other = text_of(page(world, "Ann", audit)), text_of(page(world, "Ben", audit))
    assert "Your return is in. Until both are in, neither of you sees anything of the other’s." in own
    assert "canary of plans" in own
    assert "Settled" not in own
    assert "canary" not in other
    assert "It is yours to read and grade." in other
    lead = text_of(page(world, "Queenie", audit))
    assert "Ann First Return is in" in lead
    assert "Ben Second Still to return" in lead
    assert "canary" not in lead


def test_two_who_differ_see_both_and_how_to_settle(world):
    """Side by side, what differs first, each button with what it does; nobody else is offered them."""
    audit = world.pair(*SMALL)
    record_feedback(
        by=world.id("Ann"),
        audit=audit,
        who="mother",
        route="telephone",
        outcome="heard",
        words="Nobody told me.",
        now=world.now(),
    )

    said = text_of(page(world, "Ann", audit))
    assert "1 domain differs a little. Either of you can settle it below." in said
    assert "Accept Good for Quality of Plans" in said
    assert "Ask for a meeting over Quality of Plans" in said
    assert "first of plans" in said and "second of plans" in said
    assert "mother, telephone Heard Nobody told me. Not to be published" in said
    assert f"/audits/{audit}/settle/plans" not in links_of(page(world, "Queenie", audit))


def test_accepting_settles_and_says_why(world):
    """An empty sentence is refused beside its field; a good one is settled, and read by those whose work it was."""
    audit, browser = world.pair(*SMALL), signed_in(world.id("Ann"))
    where = f"/audits/{audit}/settle/plans"

    refused = browser.post(where, {"accept": "1", "why": " "})
    assert (refused.status_code, errors_of(refused)) == (422, ["Say in a sentence why you accept this grade."])
    assert 'id="why-plans-error"' in refused.content.decode()
    assert not Settlement.objects.exists()

    done = browser.post(where, {"accept": "1", "why": "The plan has dates."})
    assert done.headers["Location"] == f"/audits/{audit}#domain-plans"
    theirs = text_of(page(world, "Pat", audit))
    assert "Why Good: The plan has dates." in theirs
    assert "first of plans" not in theirs and "Requires Improvement" not in theirs
    assert "Ann First" not in theirs and "Ben Second" not in theirs


def test_asking_for_a_meeting(world):
    """It needs its reason, which both and the moderator read; then nothing can be accepted there."""
    audit, browser = world.pair(*SMALL), signed_in(world.id("Ben"))
    where = f"/audits/{audit}/settle/plans"

    assert errors_of(browser.post(where, {"meet": "1"})) == ["Say why you ask to meet."]
    browser.post(where, {"meet": "1", "why": "I read it otherwise."})

    assert "over Quality of Plans: I read it otherwise. (Ben Second)" in text_of(page(world, "Ann", audit))
    assert where not in links_of(page(world, "Ann", audit))


def test_the_slower_of_two_keeps_their_sentence(world):
    """One clear result: 409, what happened, and the sentence to copy from."""
    audit = world.pair({"plans": 2, "supervision": 2}, {})
    where = f"/audits/{audit}/settle/plans"
    signed_in(world.id("Ann")).post(where, {"accept": "1", "why": "Quick."})

    late = signed_in(world.id("Ben")).post(where, {"accept": "1", "why": "My slow sentence."})

    assert late.status_code == 409
    assert "You had written: My slow sentence." in text_of(late)
    assert Settlement.objects.count() == 1


def test_an_address_that_is_opened_instead_of_sent_to(small_world):
    """After signing in again a browser asks for the form's address: it shows the audit."""
    audit = small_world.pair(*SMALL)

    assert (
        signed_in(small_world.id("Ann")).get(f"/audits/{audit}/settle/plans").headers["Location"] == f"/audits/{audit}"
    )


def test_an_earlier_return_stays_readable_to_its_author(world):
    """Given back and handed in again: the first is there for whoever wrote it, superseded."""
    audit = world.single()
    world.submit(audit, "Ann", 2, "before")
    reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason="No date.", now=world.now())
    assert "Your return came back to you. No date." in text_of(page(world, "Ann", audit))
    from looped.workflow.returning import submit_return

    submit_return(by=world.id("Ann"), audit=audit, declared=True, now=world.now())

    assert "since superseded" in text_of(page(world, "Ann", audit))
    assert "since superseded" not in text_of(page(world, "Queenie", audit))


@pytest.mark.parametrize("name", ["Mia", "Bo", "Priv", "Ada", "Mo"])
def test_what_is_not_theirs_looks_like_what_is_not_there(world, name):
    """Byte for byte but for the token of the sign-out form."""
    from re import sub

    audit, browser = world.pair(3, 3), signed_in(world.id(name))
    drop = r'value="[A-Za-z0-9]{64}"'

    answers = [browser.get(f"/audits/{each}") for each in (audit, "a-none")]

    assert [each.status_code for each in answers] == [404, 404]
    assert sub(drop, "", answers[0].content.decode()) == sub(drop, "", answers[1].content.decode())
