"""Moderation on the page: who gets it, what can't be left open, everything typed stays; the meeting and its invitation."""

import pytest
from tests.signed_in import signed_in
from tests.unit.web.reading import links_of, text_of
from tests.unit.web.test_people_pages import errors_of

from looped.records.models import Learning, Letter, Meeting, MeetingHeld, Settlement
from looped.workflow.settings_deeds import change_setting

BIG = ({"plans": 1, "overall": 2}, {"plans": 3, "overall": 3})


@pytest.fixture
def big(world):
    return world.pair(*BIG)


def decided(code, grade="3", **more):
    said = {"grade": grade, "difference": "missed", "words": f"settled {code}", **more}
    return {f"{code}.{name}": value for name, value in said.items()}


def whole(**more):
    return decided("plans") | decided("overall") | {"met_on": "5/10/2026", "attended": ["lead", "second"], **more}


def test_only_who_is_free_of_conflict_gets_the_form(world, big):
    """Mia is the line of an auditor; the lead of the programme, the auditors and all others find nothing."""
    free = [name for name in ("Mo", "Mia", "Queenie", "Ann", "Ben", "Pat", "Di", "Ines") if _gets(world, name, big)]

    assert free == ["Mo"]


def _gets(world, name, audit):
    browser = signed_in(world.id(name))
    answers = {
        browser.get(f"/audits/{audit}/moderate").status_code,
        browser.post(f"/audits/{audit}/moderate").status_code,
    }
    assert answers in ({404}, {200, 422}), (name, answers)
    return answers == {200, 422}


def test_what_is_missing_is_said_and_nothing_typed_is_lost(world, big):
    """Each domain that waits, the reason, the words, the day; a changed grade elsewhere is looked at too."""
    sent = {
        "plans.grade": "2",
        "plans.words": "long and dear",
        "learning.lead": "kept too",
        "met_on": "32/10/2026",
        "attended": ["lead"],
    }
    refused = signed_in(world.id("Mo")).post(f"/audits/{big}/moderate", sent)
    assert errors_of(refused) == ["Write the day on which they met as in 18/11/2024"]

    refused = signed_in(world.id("Mo")).post(f"/audits/{big}/moderate", sent | {"met_on": ""})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert set(errors_of(refused)) >= {
        "Quality of Plans: choose why they differed",
        "Overall grade: choose a grade, or say why there is none",
        "Overall grade: say why it is so settled",
        "Say when they met",
    }
    for kept in ("long and dear", "kept too"):
        assert kept in page
    assert 'id="plans.grade-2" value="2" checked' in page
    assert not Settlement.objects.exists()


def test_settled_with_everything(world, big):
    """Grades, descriptors, differences, words, meeting, learning; each auditor reads their own note alone."""
    sent = whole(**{"plans.descriptor": "2", "learning.lead": "For Ann", "learning.second": "For Ben"})
    done = signed_in(world.id("Mo")).post(f"/audits/{big}/moderate", sent)

    assert done.headers["Location"] == f"/audits/{big}"
    rows = {row.domain: (row.grade, row.descriptor, row.difference) for row in Settlement.objects.all()}
    assert rows == {"plans": (3, 2, "missed"), "overall": (3, 3, "missed")}
    assert MeetingHeld.objects.get().attended == sorted([world.id("Ann"), world.id("Ben")])
    assert Learning.objects.count() == 2
    ann, ben = (text_of(signed_in(world.id(name)).get(f"/audits/{big}")) for name in ("Ann", "Ben"))
    assert "For you For Ann" in ann and "For Ben" not in ann
    assert "For you For Ben" in ben and "For Ann" not in ben
    assert "Why Good: settled plans (Mo Derator)" in ann
    assert "Why it differed: One of them didn&#39;t find something" in ann.replace("'", "&#39;")
    first = text_of(signed_in(world.id("Ann")).get("/"))
    assert "Case C-1 See why" in first and "For Ann" in first


def test_not_graded_with_its_reason(world, big):
    """A domain may be settled without a grade where the framework lets it."""
    sent = whole() | decided("plans", "not_graded")
    browser = signed_in(world.id("Mo"))
    assert "Quality of Plans: choose a grade, or say why there is none" in errors_of(
        browser.post(f"/audits/{big}/moderate", sent)
    )

    browser.post(f"/audits/{big}/moderate", sent | {"plans.reason_not_graded": "not_enough_on_file"})

    assert Settlement.objects.get(domain="plans").grade is None


def test_who_is_too_late_gets_their_words_back(world, big):
    """Two moderators at once: one result, and the slower one's words to copy. Whoever it wasn't finds nothing."""
    from looped.workflow.people import add_person, hold_role

    other = add_person(by=world.id("Ada"), name="Max Free", account="99", now=world.now())
    hold_role(by=world.id("Ada"), person=other, role="moderator", service_area="*", now=world.now())
    signed_in(world.id("Mo")).post(f"/audits/{big}/moderate", whole())

    late = signed_in(other).post(f"/audits/{big}/moderate", whole(**{"plans.words": "dear words"}))

    assert late.status_code == 409
    assert "Plans dear words" in text_of(late)
    assert signed_in(world.id("Mia")).post(f"/audits/{big}/moderate", whole()).status_code == 404
    assert signed_in(other).get(f"/audits/{big}/moderate").status_code == 404


def test_names_are_hidden_where_the_setting_says(world, big):
    """From the moderator, everywhere: the audit, the form, the meeting, whom to invite. Not from others."""
    change_setting(by=world.id("Queenie"), name="hide_names", value="yes", now=world.now())
    mo = signed_in(world.id("Mo"))
    mo.post(f"/audits/{big}/meeting", _meeting(world, people=["lead", "second", world.id("Mo")]))

    for where in ("", "/moderate", "/meeting"):
        said = text_of(mo.get(f"/audits/{big}{where}"))
        assert "Ann First" not in said and "Ben Second" not in said, where
        assert "First auditor" in said, where
    assert "Ann First" in text_of(signed_in(world.id("Queenie")).get(f"/audits/{big}"))
    assert "Ann First" not in text_of(mo.get("/"))


def _meeting(world, **more):
    return {
        "on": "18/11/2099",
        "at": "14:30",
        "minutes": "45",
        "place": "Room 2",
        "people": ["lead", world.id("Mo")],
        **more,
    }


def test_a_meeting_is_arranged_in_londons_time(world, big):
    """In July the clock in London is an hour ahead; letters go to those chosen, and the file says the same."""
    mo, where = signed_in(world.id("Mo")), f"/audits/{big}/meeting"
    assert mo.post(where, _meeting(world, on="1/7/2099", at="9:00")).headers["Location"] == f"/audits/{big}"

    made = Meeting.objects.get()
    assert f"{made.starts:%Y-%m-%d %H:%M}" == "2099-07-01 08:00"
    assert set(made.attendees) == {world.id("Ann"), world.id("Mo")}
    assert Letter.objects.filter(kind="meeting").count() == 2
    file = signed_in(world.id("Ben")).get(f"{where}.ics")
    assert file.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"DTSTART:20990701T080000Z\r\nDTEND:20990701T084500Z" in file.content
    assert b"Ann" not in file.content
    for name in ("Pat", "Mia", "Bo", "Di"):
        assert signed_in(world.id(name)).get(f"{where}.ics").status_code == 404
    assert f"/audits/{big}/meeting.ics" in links_of(signed_in(world.id("Ann")).get(f"/audits/{big}"))
    assert "Meeting on 1 July 2099 at 9:00am" in text_of(mo.get("/"))


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"on": ""}, "Give the date."),
        ({"on": "32/1/2099"}, "Write the date as in 18/11/2024."),
        ({"at": "half past"}, "Write the time as in 14:30."),
        ({"on": "30/3/2098", "at": "1:30"}, "The clock skips this hour on that day. Choose another time."),
        ({"on": "1/1/2020"}, "The meeting begins in the past."),
        ({"minutes": "x"}, "Give the minutes as a number, as in 45."),
        ({"minutes": "900"}, "A meeting lasts between 5 minutes and 8 hours."),
        ({"people": []}, "Choose who is invited."),
        ({"people": ["p-none"]}, "Choose from the list."),
    ],
)
def test_a_meeting_that_cannot_be(small_world, more, what):
    """Said beside the field; what was typed stays; nobody is invited."""
    audit = small_world.pair(*BIG)

    refused = signed_in(small_world.id("Mo")).post(f"/audits/{audit}/meeting", _meeting(small_world, **more))

    assert errors_of(refused) == [what]
    assert 'value="Room 2"' in refused.content.decode()
    assert not Meeting.objects.exists()


def test_no_invitation_without_a_meeting(small_world):
    """Nor a form for a meeting over what is settled."""
    audit = small_world.pair(3, 3)

    assert signed_in(small_world.id("Ann")).get(f"/audits/{audit}/meeting.ics").status_code == 404
    assert signed_in(small_world.id("Queenie")).get(f"/audits/{audit}/meeting").status_code == 404


def test_a_single_audit_that_was_drawn(world):
    """The overall grade must be looked at; other domains may; what is left stays as it was given."""
    audit = world.single()
    world.submit(audit, "Ann", 2)
    signed_in(world.id("Queenie")).post(f"/rounds/{world.round}/draw", {"share": "100"})
    mo = signed_in(world.id("Mo"))
    assert "It was drawn in the dip sample." in text_of(mo.get(f"/audits/{audit}/moderate"))
    sent = decided("overall", "2", difference="none") | decided("plans", "3")

    assert mo.post(f"/audits/{audit}/moderate", sent).status_code == 302
    assert {row.domain: row.grade for row in Settlement.objects.all()} == {"overall": 2, "plans": 3}
