"""'A child may be at risk now': whom to ring stands on the page at once; whoever answers takes it on by name."""

import json
import re
from datetime import datetime

import pytest
from tests.signed_in import signed_in

from looped.records.models import ConcernStep
from looped.web.components import numbers
from looped.workflow.concerns import raise_concern
from looped.workflow.settings_deeds import change_setting


@pytest.fixture
def ready(world):
    """Numbers and names are set."""
    for name, value in (
        ("ring_by_day", "Front door, 01632 960001"),
        ("ring_out_of_hours", "Emergency team, 01632 960002"),
        ("alert_steps", json.dumps([[world.id("Di")]])),
    ):
        change_setting(by=world.id("Queenie"), name=name, value=value, now=world.now())
    return world


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def raised():
    return ConcernStep.objects.filter(step="raised").count()


def at(monkeypatch, moment):
    monkeypatch.setattr("looped.web.pages.concerns.now", lambda: datetime.fromisoformat(moment))


@pytest.mark.parametrize(
    ("moment", "first", "then"),
    [
        ("2026-07-06T08:00", "960001", "960002"),  # nine in London's summer
        ("2026-07-06T16:00", "960002", "960001"),
        ("2026-08-31T11:00", "960002", "960001"),
        ("2026-11-27T09:30", "960001", "960002"),
    ],
)
def test_whom_to_ring_now_stands_first(ready, monkeypatch, moment, first, then):
    """By London's clock; the other number stands below it, and 999 above both."""
    at(monkeypatch, moment)
    audit = ready.looped()
    ann = signed_in(ready.id("Ann"))

    pressed = ann.post(f"/audits/{audit}/risk")
    said = text_of(ann.get(pressed.headers["Location"]))

    assert said.index("999") < said.index(first) < said.index(then)
    assert said.count("Now ") == 1
    assert "by case reference alone: Di Rector" in said
    assert "Nobody has acknowledged it yet. After 30 minutes" in said


def test_pressed_again_it_is_the_same_unless_they_say_otherwise(ready):
    """By accident nothing is raised twice; on purpose it is. Opening the address raises nothing."""
    audit = ready.looped()
    ann = signed_in(ready.id("Ann"))

    assert "Nobody has been alerted yet" in text_of(ann.get(f"/audits/{audit}/risk"))
    assert raised() == 0
    first, second = (ann.post(f"/audits/{audit}/risk").headers["Location"] for _ in range(2))
    assert (first, raised()) == (second, 1)
    another = ann.post(f"/audits/{audit}/risk", {"again": "1"}).headers["Location"]
    assert (another != first, raised()) == (True, 2)


def test_whom_they_rang_is_asked(ready):
    """Nobody named is refused beside the field; who was rung stands there afterwards, and for whoever answers."""
    audit = ready.looped()
    ann, di = signed_in(ready.id("Ann")), signed_in(ready.id("Di"))
    where = ann.post(f"/audits/{audit}/risk").headers["Location"]

    empty = ann.post(where, {"whom": " "})
    assert (empty.status_code, 'href="#whom"' in empty.content.decode()) == (422, True)
    assert ann.post(where, {"whom": "Duty manager"}).headers["Location"] == where
    assert "Duty manager" in text_of(ann.get(where))

    listed = di.get("/concerns")
    assert "They rang: Duty manager" in text_of(listed)
    assert "by Ann First" in text_of(listed)
    concern = where.rpartition("/")[2]
    assert di.post(f"/concerns/{concern}/acknowledge").headers["Location"] == "/concerns"
    assert "Di Rector has taken this on" in text_of(ann.get(where)).replace(" ,", ",")
    assert "Taken on by Di Rector" in text_of(di.get("/concerns"))
    assert di.post(f"/concerns/{concern}/acknowledge").status_code == 409


def test_it_isnt_there_for_others(ready):
    """Neither for the other auditor nor for who has no part; its page is for whoever raised it alone."""
    audit = ready.looped()
    ann, ben, pat = (signed_in(ready.id(name)) for name in ("Ann", "Ben", "Pat"))
    where = ann.post(f"/audits/{audit}/risk").headers["Location"]
    concern = where.rpartition("/")[2]

    for other in (ben, pat):
        assert other.get(where).status_code == other.post(where, {"whom": "x"}).status_code == 404
        assert other.post(f"/concerns/{concern}/acknowledge").status_code == 404
        assert "C-1" not in text_of(other.get("/concerns"))
    assert pat.get(f"/audits/{audit}/risk").status_code == pat.post(f"/audits/{audit}/risk").status_code == 404
    assert signed_in(ready.id("Di")).get(where).status_code == 404
    assert ann.get(where.replace(audit, ready.single())).status_code == 404
    assert "Raised" in text_of(ann.get("/concerns")) and "by you" in text_of(ann.get("/concerns"))


def test_what_is_not_set_is_said_plainly(world):
    """No number: ring your manager. Somebody who answers is alerted all the same."""
    audit = world.looped()
    ann = signed_in(world.id("Ann"))

    said = text_of(ann.get(ann.post(f"/audits/{audit}/risk").headers["Location"]))

    assert said.count("Not set here. Ring your manager, and tell your QA lead") == 2


def test_concerns_stand_in_the_menu_of_those_who_answer(ready):
    """Offered by role, never by whether there is one."""
    assert 'href="/concerns"' in signed_in(ready.id("Di")).get("/").content.decode()
    raise_concern(by=ready.id("Ann"), audit=ready.looped(), now=ready.now())
    assert 'href="/concerns"' not in signed_in(ready.id("Ben")).get("/concerns").content.decode()


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Front door, 01632 960001", ["01632960001"]),
        ("+44 1632 960001 or 01632-960002, from 9 to 5", ["+441632960001", "01632960002"]),
        ("Ext. 4711, room 12", []),
        ("<b>", []),
    ],
)
def test_numbers_can_be_pressed(text, links):
    """Whole telephone numbers only; everything else stays text."""
    drawn = numbers(text)

    assert re.findall(r'href="tel:([^"]+)"', drawn) == links
    assert "<b>" not in drawn
    assert re.sub(r"<[^>]+>", "", drawn).replace("&lt;", "<").replace("&gt;", ">") == text
