"""Everyone's first page: the soonest first, overdue in words, one press to go on; something for every role."""

import json
from datetime import date

import pytest
from tests.signed_in import signed_in
from tests.unit.web.reading import links_of, text_of

from looped.web.pages.first import due_told
from looped.workflow.concerns import raise_concern
from looped.workflow.moderating import arrange_meeting
from looped.workflow.rounds import add_audits, add_round, name_auditors
from looped.workflow.settings_deeds import change_setting

# What must be set before going live.
SET = {
    "council": lambda _: "Northmere Council",
    "ring_by_day": lambda _: "The front door",
    "ring_out_of_hours": lambda _: "The night desk",
    "alert_steps": lambda world: json.dumps([[world.id("Queenie")]]),
}


def first(world, name):
    return text_of(signed_in(world.id(name)).get("/"))


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2024, 5, 1), "Due 3 May 2024"),
        (date(2024, 5, 2), "Due 3 May 2024, tomorrow"),
        (date(2024, 5, 3), "Due today, 3 May 2024"),
        (date(2024, 5, 4), "Was due 3 May 2024: 1 day overdue"),
    ],
)
def test_due_in_words(today, told):
    """Counted in days, never by colour alone."""
    assert due_told(date(2024, 5, 3), today) == told


def test_what_an_auditor_has_to_do(world):
    """The soonest due first; where they stopped, one press away."""
    late = world.single("C-LATE")
    later = add_round(
        by=world.id("Queenie"), month="2099-01", due=date(2099, 2, 1), cut_off=date(2099, 1, 1), now=world.now()
    )
    from looped.workflow.audit_list import NewAudit

    (far,) = add_audits(
        by=world.id("Queenie"), round_=later, audits=[NewAudit("C-FAR", "Help", "Blue")], now=world.now()
    )
    name_auditors(by=world.id("Queenie"), audit=far, lead=world.id("Ann"), now=world.now())
    world.draft(late, "Ann", 3)

    said = first(world, "Ann")
    assert said.index("Case C-LATE") < said.index("Case C-FAR")
    assert "Case C-LATE Go on where you stopped" in said
    assert "overdue Case C-FAR Start" in said
    assert f"/audits/{late}/return/overall" in links_of(signed_in(world.id("Ann")).get("/"))


def test_what_waits_to_be_settled_and_moderated(world):
    """With the meeting, once there is one; for both auditors and the moderator."""
    audit = world.pair({"overall": 1}, {"overall": 3})
    assert "No meeting is arranged yet." in first(world, "Ann")
    assert "No meeting is arranged yet." in first(world, "Mo")
    world.moment = world.moment.replace(year=2027)
    from datetime import timedelta

    arrange_meeting(
        by=world.id("Mo"),
        audit=audit,
        starts=world.now() + timedelta(days=2),
        minutes=30,
        place="",
        attendees=[world.id("Ann")],
        now=world.now(),
    )
    assert "Meeting on" in first(world, "Ben") and "Meeting on" in first(world, "Mo")


def test_empty_states_help(world):
    """Whoever has nothing to do is told what comes, and whoever has no role is told whom to ask."""
    assert "You get a letter when an audit is named for you." in first(world, "Ann")
    assert "Nothing to moderate just now." in first(world, "Mo")
    assert "None of the audits you may see here was settled in the last 90 days." in first(world, "Pat")
    for name, value in SET.items():
        change_setting(by=world.id("Queenie"), name=name, value=value(world), now=world.now())
    assert "nothing is overdue, and every meeting is arranged" in first(world, "Queenie")


def test_what_waits_in_the_programme(world):
    """Counted, with a link to the board where it stands; settings that are missing are named."""
    world.audits("C-1", "C-2")
    world.looped("C-3")
    world.pair({"overall": 1}, {"overall": 3}, case="C-4")
    world.submit(world.single("C-5"), "Ann", 3)

    said, links = first(world, "Queenie"), links_of(signed_in(world.id("Queenie")).get("/"))
    assert "2 audits without auditors" in said
    assert "1 audit past the due date and not all in" in said
    assert "1 audit for which no meeting is arranged" in said
    assert "1 audit waiting for the dip sample to be drawn" in said
    assert "Settings to make before going live:" in said
    assert f"/rounds/{world.round}?stage=to_name" in links
    assert "0 of 5 settled or ended; 3 overdue" in first(world, "Di")
    assert "without auditors" not in first(world, "Di")


@pytest.mark.parametrize(
    ("name", "where"),
    [("Bo", "/reports"), ("Ada", "/people"), ("Priv", "/privacy"), ("Ines", "/trail"), ("Di", "/figures")],
)
def test_something_for_every_role(world, name, where):
    """A link to their own work; nothing that isn't theirs."""
    links = links_of(signed_in(world.id(name)).get("/"))

    assert where in links
    assert all(signed_in(world.id(name)).get(link).status_code == 200 for link in links if "sign-out" not in link)


def test_a_child_at_risk_stands_on_top(world):
    """Until it is acknowledged; not for the other auditor of a sealed audit."""
    audit = world.looped()
    raise_concern(by=world.id("Ann"), audit=audit, now=world.now())

    assert first(world, "Queenie").startswith("Your work A child may be at risk now: case C-1 .")
    assert "Acknowledge it" in first(world, "Queenie")
    assert "Whom to ring, and whom you rang" in first(world, "Ann")
    assert "at risk" not in first(world, "Ben")
