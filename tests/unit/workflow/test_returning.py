"""Saving and submitting, the family's words, settling and moderating: what is taken, what is refused and how."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.unit.workflow.service_world import PAGES, council

from looped.errors import UsageError
from looped.records.models import DraftField, Event, Feedback, FeedbackWording, Letter
from looped.records.queries.drafts import draft_of
from looped.records.queries.first_page import first_page
from looped.records.queries.letters import letters_to_send
from looped.records.queries.one_audit import one_audit
from looped.records.queries.settings import settings_now
from looped.workflow.feedback import record_feedback
from looped.workflow.letters.calendar import invitation
from looped.workflow.letters.posting import letter_sent
from looped.workflow.letters.wording import LETTERS, written
from looped.workflow.moderating import Decision, arrange_meeting, challenge_grade, moderate
from looped.workflow.refusals import Incomplete, NotThere, TooLate
from looped.workflow.returning import Conflict, save_draft, submit_return
from looped.workflow.settings_deeds import SETTINGS, change_setting
from looped.workflow.settling import accept_grade, ask_for_meeting


@pytest.fixture
def world(sqlite_record):
    return council()


def test_two_tabs_get_both_texts(world):
    """The later one hears what stands; what doesn't conflict is saved; a lost answer can be sent again."""
    audit, ann = world.looped(), world.id("Ann")
    save_draft(by=ann, audit=audit, fields={"plans.reason": ("one", 0)}, now=world.now())

    both = {"plans.reason": ("two", 0), "plans.grade": ("3", 0)}
    said = save_draft(by=ann, audit=audit, fields=both, now=world.now())

    assert said.conflicts == {"plans.reason": Conflict("two", "one", 1)}
    assert said.versions == {"plans.reason": 1, "plans.grade": 1}
    again = save_draft(by=ann, audit=audit, fields={"plans.grade": ("3", 0)}, now=world.now())
    assert (again.conflicts, again.versions) == ({}, {"plans.grade": 1})
    mended = save_draft(by=ann, audit=audit, fields={"plans.reason": ("two", 1)}, now=world.now())
    assert mended.versions == {"plans.reason": 2}
    draft = draft_of(world.viewer("Ann"), audit)
    assert {name: (each.text, each.version) for name, each in draft.fields.items()} == {
        "plans.reason": ("two", 2),
        "plans.grade": ("3", 1),
    }
    assert (draft.last_page, draft.saved_at) == ("plans", mended.saved_at)
    assert Event.objects.filter(what="save draft").count() == 4


def test_a_cleared_field_is_a_save_too(world):
    """An empty text is a text."""
    audit, ann = world.looped(), world.id("Ann")
    save_draft(by=ann, audit=audit, fields={"plans.reason": ("one", 0)}, now=world.now())

    said = save_draft(by=ann, audit=audit, fields={"plans.reason": ("", 1)}, now=world.now())

    assert said.versions == {"plans.reason": 2}
    assert DraftField.objects.get().text == ""


def test_what_cant_be_saved(world):
    """A field of nobody's, an audit of nobody's, and nothing once it is in."""
    audit, ann = world.looped(), world.id("Ann")
    with pytest.raises(UsageError, match="another framework"):
        save_draft(by=ann, audit=audit, fields={"made_up.reason": ("x", 0)}, now=world.now())
    for by, which in ((world.id("Cy"), audit), (ann, "a-none")):
        with pytest.raises(NotThere):
            save_draft(by=by, audit=which, fields={}, now=world.now())
    assert draft_of(world.viewer("Ann"), "a-none") is draft_of(world.viewer("Cy"), audit) is None

    world.submit(audit, "Ann", 3)
    with pytest.raises(TooLate, match="You submitted"):
        save_draft(by=ann, audit=audit, fields={}, now=world.now())
    assert draft_of(world.viewer("Ann"), audit) is None


def test_an_incomplete_return_isnt_taken(world):
    """Every problem at once, the declaration among them; nothing changes."""
    audit = world.looped()
    world.draft(audit, "Ann", {"plans": 5})

    with pytest.raises(Incomplete) as refused:
        submit_return(by=world.id("Ann"), audit=audit, declared=False, now=world.now())

    assert [problem.field for problem in refused.value.problems] == ["plans.grade", "declared"]
    assert draft_of(world.viewer("Ann"), audit) is not None
    with pytest.raises(NotThere):
        submit_return(by=world.id("Ann"), audit="a-none", declared=True, now=world.now())


def hear(world, audit, name="Ann", **changed):
    said = {"who": "mother", "route": "call", "outcome": "heard", "words": "They listened."} | changed
    record_feedback(by=world.id(name), audit=audit, **said, now=world.now())


def test_both_auditors_see_the_familys_words_alike(world):
    """Without author or time; from the lead alone; each attempt counted."""
    audit = world.looped()
    hear(world, audit)
    hear(world, audit, who="child", outcome="declined", words=None, on=date(2026, 10, 1), theme="visits")

    lines = {name: one_audit(world.viewer(name), audit).feedback for name in ("Ann", "Ben")}
    assert lines["Ann"] == lines["Ben"]
    assert [(line.who, line.outcome, line.words) for line in lines["Ben"]] == [
        ("mother", "heard", "They listened."),
        ("child", "declined", None),
    ]
    assert not {"author", "on", "recorded_at"} & set(vars(lines["Ann"][0]))
    assert Feedback.objects.count() == 2
    assert FeedbackWording.objects.filter(month="2026-10").count() == 1 + 2
    with pytest.raises(NotThere):
        hear(world, audit, "Ben")


@pytest.mark.parametrize(
    ("changed", "match"),
    [
        ({"outcome": "maybe"}, "how it ended"),
        ({"who": " "}, "No name"),
        ({"words": " "}, "in their words"),
        ({"on": date(2026, 10, 6)}, "still to come"),
    ],
)
def test_what_isnt_feedback(world, changed, match):
    """Each said."""
    with pytest.raises(UsageError, match=match):
        hear(world, world.looped(), **changed)


def test_settling_on_the_page_asks_for_a_sentence(world):
    """And for a domain that there is."""
    audit = world.pair({"plans": 3}, {"plans": 2})
    ann = {"by": world.id("Ann"), "audit": audit}
    with pytest.raises(UsageError, match="in a sentence"):
        accept_grade(**ann, domain="plans", sentence=" ", now=world.now())
    with pytest.raises(UsageError, match="why you ask"):
        ask_for_meeting(**ann, domain="plans", why="", now=world.now())
    with pytest.raises(NotThere):
        accept_grade(**ann, domain="made_up", sentence="x", now=world.now())
    for domain in ("supervision",):
        with pytest.raises(TooLate, match="settled already"):
            accept_grade(**ann, domain=domain, sentence="x", now=world.now())
    accept_grade(**ann, domain="plans", sentence="Fair.", now=world.now())
    assert one_audit(world.viewer("Ann"), audit).row.stage == "settled"


def test_some_are_accepted_and_the_next_waits(world):
    """Accepting the first of two leaves it where it is; asking twice to meet keeps it in the meeting."""
    audit = world.pair(
        {"plans": 3, "assessments": 3, "supervision": 3}, {"plans": 2, "assessments": 2, "supervision": 2}
    )
    ann = {"by": world.id("Ann"), "audit": audit}
    accept_grade(**ann, domain="plans", sentence="Fair.", now=world.now())
    assert one_audit(world.viewer("Ann"), audit).row.stage == "to_settle"
    for domain in ("assessments", "supervision"):
        ask_for_meeting(**ann, domain=domain, why="Let's talk.", now=world.now())
    assert one_audit(world.viewer("Ann"), audit).row.stage == "meeting"


def test_an_agreed_inadequate_after_accepting_goes_to_a_moderator_by_rule(world):
    """Where the setting asks for it."""
    change_setting(by=world.id("Queenie"), name="moderate_ladder", value="yes", now=world.now())
    audit = world.pair({"plans": 3, "overall": 1}, {"plans": 2, "overall": 1})

    accept_grade(by=world.id("Ben"), audit=audit, domain="plans", sentence="Fair.", now=world.now())

    assert one_audit(world.viewer("Mo"), audit).row.stage == "to_moderate"
    decisions = {"overall": Decision(2, 2, "weighed", "Not at risk.")}
    moderate(by=world.id("Mo"), audit=audit, decisions=decisions, now=world.now())
    outcome = one_audit(world.viewer("Ann"), audit).outcomes[-1]
    assert (outcome.domain, outcome.grade, outcome.how) == ("overall", 2, "moderation")


@pytest.mark.parametrize(
    ("decisions", "values", "fields"),
    [
        ({}, {}, ["plans.grade", "decisions"]),
        ({"supervision": Decision(3, 3, "none", "So.")}, {}, ["plans.grade"]),
        ({"made_up": Decision(3, 3, "none", "So.")}, {}, ["plans.grade", "made_up.grade"]),
        ({"plans": Decision(9, 3, "none", "So.")}, {}, ["plans.grade"]),
        ({"plans": Decision(3, 3, "none", "So.", "not_applicable")}, {}, ["plans.grade"]),
        ({"plans": Decision(None, None, "none", "So.")}, {}, ["plans.grade"]),
        ({"plans": Decision(None, 9, "none", "So.", "not_applicable")}, {}, ["plans.descriptor"]),
        ({"plans": Decision(3, None, "none", "So.")}, {}, ["plans.descriptor"]),
        ({"plans": Decision(3, 3, "made_up", "So.")}, {}, ["plans.difference"]),
        ({"plans": Decision(3, 3, "none", " ")}, {}, ["plans.words"]),
        ({"plans": Decision(3, 3, "none", "So.")}, {"met_on": None}, ["met_on"]),
        ({"plans": Decision(3, 3, "none", "So.")}, {"met_on": date(2026, 10, 6)}, ["met_on"]),
        ({"plans": Decision(3, 3, "none", "So.")}, {"learning": {"third": "x"}}, ["learning.third"]),
    ],
)
def test_a_moderation_that_isnt_whole(world, decisions, values, fields):
    """Every problem at its field."""
    audit = world.pair({"plans": 4}, {"plans": 2})

    with pytest.raises(Incomplete) as refused:
        moderate(
            by=world.id("Mo"),
            audit=audit,
            decisions=decisions,
            **{"met_on": date(2026, 10, 5)} | values,
            now=world.now(),
        )

    assert [problem.field for problem in refused.value.problems] == fields


def test_a_moderation_may_settle_on_no_grade(world):
    """With a reason, where the framework lets it; and it may settle more than must be."""
    audit = world.pair({"plans": 4}, {"plans": 2})
    decisions = {
        "plans": Decision(None, None, "outside", "Not in the time.", "not_applicable"),
        "supervision": Decision(4, 4, "missed", "Both missed it."),
    }

    moderate(
        by=world.id("Mo"),
        audit=audit,
        decisions=decisions,
        met_on=date(2026, 10, 5),
        learning={"lead": " "},
        now=world.now(),
    )

    view = one_audit(world.viewer("Mo"), audit)
    found = {row.domain: (row.grade, row.difference) for row in view.outcomes if row.difference}
    assert found == {"plans": (None, "outside"), "supervision": (4, "missed")}
    assert view.learning == {}
    assert view.meeting.met_on == date(2026, 10, 5)


def test_a_challenge_opens_it_again(world):
    """Moderated anew; why says challenge."""
    audit = world.pair(3, 3)
    with pytest.raises(UsageError, match="by their role"):
        challenge_grade(by=world.id("Queenie"), audit=audit, reason="", now=world.now())
    challenge_grade(by=world.id("Queenie"), audit=audit, reason="The team manager: the review.", now=world.now())

    assert one_audit(world.viewer("Pat"), audit) is None
    decisions = {"overall": Decision(3, 3, "none", "Retained.")}
    moderate(by=world.id("Mo"), audit=audit, decisions=decisions, now=world.now())
    assert one_audit(world.viewer("Pat"), audit).outcomes[-1].words == "Retained."


def test_a_meeting_that_cant_be(world):
    """Past, too long, nobody, somebody unknown; and nobody without a part in it arranges one."""
    audit = world.pair(4, 2)
    good = {"starts": world.moment + timedelta(days=1), "minutes": 30, "place": "", "attendees": [world.id("Ann")]}
    for changed, match in (
        ({"starts": world.moment}, "past"),
        ({"minutes": 1}, "between 5"),
        ({"attendees": []}, "who"),
    ):
        with pytest.raises(UsageError, match=match):
            arrange_meeting(by=world.id("Queenie"), audit=audit, **good | changed, now=world.now())
    for by, changed in (("Queenie", {"attendees": ["p-none"]}), ("Di", {})):
        with pytest.raises(NotThere):
            arrange_meeting(by=world.id(by), audit=audit, **good | changed, now=world.now())

    arrange_meeting(by=world.id("Queenie"), audit=audit, **good, now=world.now())
    meeting = one_audit(world.viewer("Ann"), audit).meeting
    assert (meeting.attendees, meeting.met_on) == (("Ann First",), None)


def test_names_can_be_hidden_from_the_moderator(world):
    """First and second, until it is settled; those who steer see them all the same."""
    change_setting(by=world.id("Queenie"), name="hide_names", value="yes", now=world.now())
    audit = world.pair(4, 2)

    view = one_audit(world.viewer("Mo"), audit)
    assert [each.auditor for each in view.returns.values()] == ["First auditor", "Second auditor"]
    assert view.row.auditors is None
    assert "Ann" not in repr(view)
    assert one_audit(world.viewer("Queenie"), audit).row.auditors == {"lead": "Ann First", "second": "Ben Second"}
    decisions = {page: Decision(3, 3, "weighed", "So.") for page in PAGES}
    moderate(by=world.id("Mo"), audit=audit, decisions=decisions, met_on=date(2026, 10, 5), now=world.now())
    assert one_audit(world.viewer("Mo"), audit).returns["lead"].auditor == "Ann First"


def test_settings_are_checked_and_read_back(world):
    """Each kind; what must be made before going live is told."""
    queenie = world.id("Queenie")
    assert settings_now().missing == ("council", "ring_by_day", "ring_out_of_hours", "alert_steps")
    for name, value in (
        ("council", " "),
        ("dip_share", "101"),
        ("dip_share", "many"),
        ("alert_minutes", "1"),
        ("hide_names", "perhaps"),
        ("xmr_rules", "mine"),
        ("alert_steps", "me"),
        ("alert_steps", "[[]]"),
        ("alert_steps", "{}"),
        ("alert_steps", '[["p-none"]]'),
    ):
        with pytest.raises(UsageError, match=SETTINGS[name].title):
            change_setting(by=queenie, name=name, value=value, now=world.now())
    for by, name in ((world.id("Di"), "council"), (queenie, "made_up")):
        with pytest.raises(NotThere):
            change_setting(by=by, name=name, value="x", now=world.now())

    for name, value in (
        ("council", "Northshire"),
        ("ring_by_day", "Duty 01234"),
        ("ring_out_of_hours", "Night 01234"),
        ("alert_steps", f'[["{queenie}"]]'),
        ("dip_share", "20"),
        ("hide_names", "yes"),
        ("xmr_rules", "nhsrplotthedots"),
    ):
        change_setting(by=queenie, name=name, value=value, now=world.now())
    now = settings_now()
    assert now.xmr_rules == "nhsrplotthedots"
    assert (now.missing, now.council, now.alert_steps, now.dip_share, now.hide_names) == (
        (),
        "Northshire",
        ((queenie,),),
        20,
        True,
    )


def test_a_letter_goes_once(world):
    """The oldest first, to people with an account; noted by whoever sends it."""
    world.looped()
    first, second = letters_to_send(world.now())
    assert (first.account, first.subject) == (first.account, "An audit for you: case C-1")
    assert {first.person, second.person} == {world.id("Ann"), world.id("Ben")}

    letter_sent(by="post", letter=first.letter, now=world.now())

    assert [row.letter for row in letters_to_send(world.now())] == [second.letter]
    with pytest.raises(TooLate):
        letter_sent(by="post", letter=first.letter, now=world.now())
    with pytest.raises(NotThere):
        letter_sent(by="post", letter="l-none", now=world.now())
    assert Letter.objects.count() == 2


def test_a_value_is_never_an_instruction_or_a_header():
    """Dollar signs and line breaks in a case reference stay what they are, and out of the subject."""
    subject, text = written("given_back", {"case": "C-1\r\nBcc: x@example.org", "reason": "$case {0} ${due}"})

    assert "\n" not in subject and "\r" not in subject
    assert "$case {0} ${due}" in text
    assert all(text.isascii() for _, text in LETTERS.values())


def test_an_invitation_is_one_that_calendars_read():
    """Lines end in CRLF, none is longer than 75 octets, signs are escaped, moments are UTC."""
    starts = datetime(2026, 10, 26, 9, tzinfo=UTC)
    title = "Settling; the audit, of case C-1\nund so weiter " + "ä" * 60
    text = invitation(meeting="m-1", starts=starts, minutes=45, place="Room 1", title=title, made=starts)

    lines = text.split("\r\n")
    assert lines[-1] == "" and all(len(line.encode()) <= 75 for line in lines)
    assert "DTSTART:20261026T090000Z" in lines and "DTEND:20261026T094500Z" in lines
    unfolded = text.replace("\r\n ", "")
    assert "SUMMARY:Settling\\; the audit\\, of case C-1\\nund so weiter " + "ä" * 60 in unfolded


def test_the_first_page_is_ones_own_work(world):
    """Due, waiting, to settle, to moderate, learnt: each where it belongs."""
    due, apart, agreed = world.looped("C-1"), world.pair({"plans": 3}, {"plans": 2}, "C-2"), world.pair(3, 3, "C-3")
    waiting, single, meeting = world.looped("C-4"), world.single("C-5"), world.pair(4, 2, "C-6")
    world.submit(waiting, "Ann", 3)
    world.submit(single, "Ann", 3)

    page = first_page(world.viewer("Ann"))

    def audits(rows):
        return {row.audit for row in rows}

    assert audits(page.due) == {due}
    assert audits(page.waiting) == {waiting, single}
    assert audits(page.settle) == {apart, meeting}
    assert audits(page.learnt) == {agreed}
    assert (page.came_back, page.moderate, page.concerns) == ((), (), ())
    assert audits(first_page(world.viewer("Mo")).moderate) == {meeting}
    assert first_page(world.viewer("Bo")) == type(page)((), (), (), (), (), (), ())
