"""The family's words: the lead records them, both auditors read the same list, nobody else's text gets in."""

import re
from datetime import date, timedelta

import pytest
from tests.signed_in import signed_in

from looped.records.models import FeedbackWording

HEARD = {"who": "Mother", "route": "Telephone", "outcome": "heard", "words": "She listened.", "theme": "The worker"}


@pytest.fixture
def audit(world):
    return world.looped()


def send(browser, world, audit, **fields):
    return browser.post(f"/audits/{audit}/family", {"writer": world.id("Ann"), **fields})


def listed(answer):
    found = answer.content.decode().partition("Recorded so far")[2].partition("Add an attempt")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", found).split()).partition(" looped:")[0]


def test_an_attempt_is_recorded_and_both_read_the_same(world, audit):
    """Without author and time, to the word."""
    ann, ben = signed_in(world.id("Ann")), signed_in(world.id("Ben"))

    done = send(ann, world, audit, **HEARD, on="5 October 2024", leave_to_publish="on")
    assert done.headers["Location"] == f"/audits/{audit}/family?recorded=1"
    assert send(ann, world, audit, who="Father", route="In person", outcome="not_reached").status_code == 302

    said = listed(ann.get(f"/audits/{audit}/family"))
    assert said == listed(ben.get(f"/audits/{audit}/family"))
    assert said == (
        "Mother , telephone: they were heard (the worker). She listened. May be printed in a report. "
        "Father , in person: nobody could be reached."
    )
    kept = FeedbackWording.objects.order_by("id").last()
    assert (kept.who, kept.on) == ("Father", date.today())
    assert "1 recorded" not in ann.get(f"/audits/{audit}/return").content.decode()
    assert "2 recorded" in ann.get(f"/audits/{audit}/return").content.decode()
    assert "(2)" in ben.get(f"/audits/{audit}/return").content.decode()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"who": ""}, "who"),
        ({"who": "Jane"}, "who"),
        ({"route": ""}, "route"),
        ({"outcome": ""}, "outcome"),
        ({"words": ""}, "words"),
        ({"on": "soon"}, "on"),
        ({"on": (date.today() + timedelta(3)).isoformat()}, "on"),
    ],
)
def test_what_is_missing_is_said_at_its_field(world, audit, changed, field):
    """Nothing is recorded, what was typed stays."""
    answer = send(signed_in(world.id("Ann")), world, audit, **(HEARD | changed))

    drawn = answer.content.decode()
    assert answer.status_code == 422
    assert re.findall(r'govuk-error-summary.*?href="#([^"]+)"', drawn, re.DOTALL) == [field]
    assert f'id="{field}"' in drawn
    assert field == "words" or "She listened." in drawn
    assert FeedbackWording.objects.count() == 0


def test_only_the_lead_records(world, audit):
    """The second reads; who has no part finds nothing; whoever signed in meanwhile writes nothing for the lead."""
    ben, cy = signed_in(world.id("Ben")), signed_in(world.id("Cy"))

    assert ben.get(f"/audits/{audit}/family").status_code == 200
    assert '<form method="post" action="/audits' not in ben.get(f"/audits/{audit}/family").content.decode()
    assert send(ben, world, audit, **HEARD).status_code == 404
    assert cy.get(f"/audits/{audit}/family").status_code == send(cy, world, audit, **HEARD).status_code == 404
    other = signed_in(world.id("Ann")).post(f"/audits/{audit}/family", HEARD | {"writer": world.id("Ben")})
    assert (other.status_code, "Somebody else is signed in" in other.content.decode()) == (422, True)
    assert FeedbackWording.objects.count() == 0


def test_words_can_come_after_the_return(world, audit):
    """A family that answers late is heard all the same."""
    ann = signed_in(world.id("Ann"))
    world.submit(audit, "Ann")

    page = ann.get(f"/audits/{audit}/family").content.decode()
    assert f'href="/audits/{audit}"' in page
    assert send(ann, world, audit, **HEARD).status_code == 302
