"""The return as its auditor writes it: task list, pages, saving, two tabs, check, hand in. Nothing typed is lost."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.signed_in import signed_in
from tests.unit.workflow.service_world import PAGES, typed

from looped.records.models import AuditInHand, DraftField, Submission
from looped.workflow.returning import save_draft
from looped.workflow.rounds import reopen_return


@pytest.fixture
def audit(world):
    return world.looped()


@pytest.fixture
def ann(world):
    return signed_in(world.id("Ann"))


def saved(audit):
    return dict(DraftField.objects.filter(audit=audit).values_list("field", "text"))


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def send(browser, world, audit, page, fields, *, go="", versions=None, to=""):
    """Press a button of a page's form. fields: text by name, made from version 0 unless said."""
    form = {"writer": world.id("Ann"), **fields}
    form |= {f"version.{name}": (versions or {}).get(name, 0) for name in fields}
    return browser.post(f"/audits/{audit}/return/{page}{to}", form | ({go: "1"} if go else {}))


def test_the_task_list_says_what_is_to_do(world, audit, ann):
    """Which case, by when, which window of the file, how far each page is."""
    some = typed(3) | {"plans.reason": "", "supervision.grade": ""}
    some = {name: text for name, text in some.items() if not name.startswith("diversity.")}
    save_draft(by=world.id("Ann"), audit=audit, fields={name: (text, 0) for name, text in some.items()})

    page = ann.get(f"/audits/{audit}/return")
    said = text_of(page)

    assert "Your return for case C-1" in said
    assert "Due 30 October 2026" in said
    assert "Amber, Safeguarding" in said
    assert "up to 30 September 2026" in said
    assert re.findall(r"(?:Completed|In progress|Not started)", said) == (
        ["Completed"] * 2 + ["In progress", "Completed", "Completed", "In progress", "Not started", "Completed"]
        + ["Not started"]  # the family's words
    )  # fmt: skip
    assert "5 of 8 pages completed" in said and "5 of 8 completed" in said


def test_it_says_why_it_came_back(world, ann):
    """The QA lead's reason stands on top, and what was typed is there again."""
    audit = world.single()
    world.submit(audit, "Ann", 3, "first")
    reopen_return(by=world.id("Queenie"), audit=audit, part="lead", reason="The wrong file was read")

    assert "because: The wrong file was read" in text_of(ann.get(f"/audits/{audit}/return"))
    assert "first of plans" in ann.get(f"/audits/{audit}/return/plans").content.decode()


@pytest.mark.parametrize(
    ("go", "to", "page", "leads"),
    [
        ("", "", "plans", "decisions_oversight"),
        ("previous", "", "plans", "assessments"),
        ("back", "", "plans", ""),
        ("", "", "overall", "check"),
        ("", "?to=check", "plans", "check"),
        ("", "", "all", "check"),
    ],
)
def test_each_button_saves_and_leads_on(world, audit, ann, go, to, page, leads):
    """To the next, the one before, the list, or back to where the answers are checked."""
    answer = send(ann, world, audit, page, {"plans.reason": "Late\r\nplan \0"}, go=go, to=to)

    assert answer.headers["Location"] == f"/audits/{audit}/return{'/' + leads if leads else ''}"
    assert saved(audit) == {"plans.reason": "Late\nplan "}


def test_every_page_shows_what_is_asked(audit, ann):
    """Questions, the descriptors beside the grades, the fields; each id once, on its own page and on the long one."""
    for page in (*PAGES, "all"):
        drawn = ann.get(f"/audits/{audit}/return/{page}").content.decode()
        ids = re.findall(r' id="([^"]+)"', drawn)
        assert len(ids) == len(set(ids))
        for code in PAGES if page == "all" else [page]:
            assert {f"{code}.{name}" for name in ("grade", "reason", "document", "document_date", "different")} <= set(
                ids
            )
        assert len(re.findall("<h1", drawn)) == 1
    assert ann.get(f"/audits/{audit}/return/nowhere").status_code == 404


def test_a_mistake_is_told_at_once_and_an_omission_isnt(world, audit, ann):
    """Everything is saved all the same; the way back to the list stays open."""
    answer = send(ann, world, audit, "plans", {"plans.document_date": "soon"})

    drawn = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error: " in drawn
    assert 'href="#plans.document_date"' in drawn
    assert 'id="plans.document_date-error"' in drawn
    assert 'href="#plans.reason"' not in drawn
    assert saved(audit) == {"plans.document_date": "soon"}
    back = send(ann, world, audit, "plans", {"plans.document_date": "soon"}, go="back")
    assert back.headers["Location"] == f"/audits/{audit}/return"


def test_two_tabs_never_overwrite_each_other(world, audit, ann):
    """Both texts are shown; nothing is kept until one is chosen; the other fields are saved."""
    send(ann, world, audit, "plans", {"plans.reason": "from one tab", "plans.grade": "2"})
    answer = send(ann, world, audit, "plans", {"plans.reason": "from another", "plans.document": "Review"})

    drawn = answer.content.decode()
    assert answer.status_code == 409
    assert "<title>Error: " in drawn
    assert "from another</textarea>" in drawn
    assert '<p class="looped-theirs">from one tab</p>' in drawn
    assert 'href="#choose.plans.reason"' in drawn and 'id="choose.plans.reason"' in drawn
    # The version it was made from stays: pressing the button without choosing overwrites nothing.
    assert 'name="version.plans.reason" value="0"' in drawn and 'name="against.plans.reason" value="1"' in drawn
    assert saved(audit) == {"plans.reason": "from one tab", "plans.grade": "2", "plans.document": "Review"}

    again = {"plans.reason": "from another"}
    assert send(ann, world, audit, "plans", again).status_code == 409  # nothing chosen
    against = {"choose.plans.reason": "mine", "against.plans.reason": "1"}
    assert send(ann, world, audit, "plans", again | against).status_code == 302
    assert saved(audit)["plans.reason"] == "from another"


def test_the_other_tabs_text_can_be_chosen(world, audit, ann):
    """Then one's own isn't saved, and the page goes on."""
    send(ann, world, audit, "plans", {"plans.grade": "2"})
    answer = send(ann, world, audit, "plans", {"plans.grade": "3"})
    assert '<p class="looped-theirs">Requires Improvement</p>' in answer.content.decode()

    chosen = {"plans.grade": "3", "choose.plans.grade": "theirs", "against.plans.grade": "1"}
    assert send(ann, world, audit, "plans", chosen).status_code == 302
    assert saved(audit) == {"plans.grade": "2"}


def test_a_choice_counts_against_what_was_seen_alone(world, audit, ann):
    """A third text, saved while one was choosing, is shown before anything is overwritten."""
    for number, text in enumerate(("one", "two", "three")):
        send(ann, world, audit, "plans", {"plans.reason": text}, versions={"plans.reason": number})

    chosen = {"plans.reason": "mine", "choose.plans.reason": "mine", "against.plans.reason": "2"}
    assert send(ann, world, audit, "plans", chosen).status_code == 409
    assert saved(audit) == {"plans.reason": "three"}


def test_saving_as_it_is_typed(world, audit, ann):
    """The script is told when, which versions stand, and where another tab was quicker."""
    first = send(ann, world, audit, "save", {"plans.reason": "A"}).json()
    second = send(ann, world, audit, "save", {"plans.reason": "B", "plans.grade": "3"}).json()

    moment = DraftField.objects.get(field="plans.reason").saved_at
    assert first == {"saved_at": moment.isoformat(), "versions": {"plans.reason": 1}, "conflicts": {}}
    assert second["versions"] == {"plans.grade": 1, "plans.reason": 1}
    assert second["conflicts"] == {"plans.reason": {"theirs": "A", "version": 1}}
    assert saved(audit) == {"plans.reason": "A", "plans.grade": "3"}


def test_only_what_the_framework_asks_is_taken(world, audit, ann):
    """Unknown names are left alone, and versions that are no numbers count as none."""
    odd = {"plans.reason": "A", "plans.author": "x", "none.reason": "x", "audit": "x"}
    answer = send(ann, world, audit, "save", odd, versions={"plans.reason": "9" * 30})

    assert answer.json()["versions"] == {"plans.reason": 1}
    assert saved(audit) == {"plans.reason": "A"}


def test_somebody_else_signed_in_meanwhile(world, audit, ann):
    """On one machine the other auditor signs in: the first one's text never ends up in the second's return."""
    ben = signed_in(world.id("Ben"))
    scripted = send(ben, world, audit, "save", {"plans.reason": "Ann's"})
    pressed = send(ben, world, audit, "plans", {"plans.reason": "Ann's"})

    assert (scripted.status_code, pressed.status_code) == (401, 409)
    assert "Somebody else is signed in" in scripted.json()["what"]
    assert "Somebody else is signed in" in text_of(pressed)
    assert "Ann&#39;s" in pressed.content.decode()
    assert saved(audit) == {}


def test_signed_out_meanwhile(world, audit):
    """A script is told so; a form's text is held by the page that says so, and can be sent again."""
    nobody = Client()
    scripted = nobody.post(f"/audits/{audit}/return/save", {"writer": "x"}, headers={"Accept": "application/json"})
    pressed = send(nobody, world, audit, "plans", {"plans.reason": "Not\nlost <b>"})

    assert (scripted.status_code, scripted.json()) == (401, {"what": "You are signed out."})
    assert pressed.status_code == 401
    drawn = pressed.content.decode()
    assert "Not\nlost &lt;b&gt;</textarea>" in drawn
    assert f'action="/audits/{audit}/return/plans"' in drawn
    assert nobody.post(f"/audits/{audit}/risk").headers["Location"] == "/sign-in"


def test_a_token_from_before_the_last_sign_in(world, audit):
    """The text is held too; of a form that doesn't say whose text it is nothing is."""
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in(world.id("Ann")).cookies

    pressed = send(strict, world, audit, "plans", {"plans.reason": "Held"})
    assert pressed.status_code == 403
    assert "Held</textarea>" in pressed.content.decode()
    other = strict.post(f"/audits/{audit}/risk", {"again": "1"})
    assert other.status_code == 403
    assert "<textarea" not in other.content.decode()


def test_check_shows_all_and_leads_to_each_field(world, audit, ann):
    """Each answer as people read it, with a way to change it that comes back; anchors exist on the page they lead to."""
    some = typed({"plans": 4, "diversity": None}) | {"plans.document_date": "1/9/2026", "supervision.reason": ""}
    save_draft(by=world.id("Ann"), audit=audit, fields={name: (text, 0) for name, text in some.items()})

    page = ann.get(f"/audits/{audit}/return/check")
    said = text_of(page)
    assert "Something is still missing on 1 page: Supervision" in said.replace("Quality of ", "")
    assert "Outstanding" in said and "There isn’t enough on the file" in said and "1 September 2026" in said
    assert said.count("Why it isn’t the grade above") == 6  # not of the highest grade, nor where nothing is graded

    wrong = ann.post(f"/audits/{audit}/return/check")
    assert wrong.status_code == 422
    drawn = wrong.content.decode()
    assert "<title>Error: " in drawn and 'href="#declared"' in drawn
    for address in re.findall(rf'href="(/audits/{audit}/return/[^"]+#[^"]+)"', drawn):
        where, _, target = address.replace("&amp;", "&").partition("#")
        assert f'id="{target}"' in ann.get(where).content.decode(), address
    mend = next(each for each in re.findall(r'href="([^"]+mend[^"]+)"', drawn))
    there = ann.get(mend.replace("&amp;", "&").partition("#")[0]).content.decode()
    assert 'id="supervision.reason-error"' in there and "<title>Error: " in there


def test_an_overall_at_odds_is_asked_about_and_never_blocks(world, audit, ann):
    """A question; submitted as it stands."""
    world.draft(audit, "Ann", {"overall": 4})

    assert "which no domain is" in text_of(ann.get(f"/audits/{audit}/return/check"))
    answer = ann.post(f"/audits/{audit}/return/check", {"declared": "on"})
    assert answer.headers["Location"] == f"/audits/{audit}/return/submitted"


def test_handed_in(world, audit, ann):
    """What happens next, the same however far the other is. Pressed twice it is in once; Back says what to do."""
    ben = signed_in(world.id("Ben"))
    world.draft(audit, "Ann")
    assert ann.get(f"/audits/{audit}/return/submitted").status_code == 404
    for _ in range(2):
        pressed = ann.post(f"/audits/{audit}/return/check", {"declared": "on"})
        assert pressed.headers["Location"] == f"/audits/{audit}/return/submitted"
    assert Submission.objects.count() == 1

    before = text_of(ann.get(f"/audits/{audit}/return/submitted"))
    assert "sealed" in before and "Ben" not in before
    for page in ("", "/plans", "/all", "/check"):
        gone = ann.get(f"/audits/{audit}/return{page}")
        assert gone.status_code == 409
        assert "ask your QA lead to give it back" in text_of(gone)
    late = send(ann, world, audit, "save", {"plans.reason": "more"})
    assert (late.status_code, "ask your QA lead" in late.json()["what"]) == (409, True)

    world.draft(audit, "Ben")
    ben.post(f"/audits/{audit}/return/check", {"declared": "on"})
    assert text_of(ann.get(f"/audits/{audit}/return/submitted")) == before


def test_a_return_that_nobody_writes_any_more(world, audit, ann):
    """A withdrawn audit says so; somebody else's isn't there."""
    AuditInHand.objects.filter(audit=audit).update(stage="withdrawn")
    gone = ann.get(f"/audits/{audit}/return")
    assert (gone.status_code, "Nothing can be written" in text_of(gone)) == (409, True)
    assert signed_in(world.id("Cy")).get(f"/audits/{audit}/return").status_code == 404
    assert ann.post(f"/audits/{audit}/return/check").status_code == 409


def test_queries_dont_grow_with_what_is_typed(world, audit, ann):
    """As many for a whole return as for an empty one, on every page of it."""
    addresses = [f"/audits/{audit}/return{page}" for page in ("", "/plans", "/all", "/check")]

    def counted():
        found = []
        for address in addresses:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                ann.get(address)
            found.append(len(queries))
        return found

    empty = counted()
    world.draft(audit, "Ann")
    assert counted() == empty
    assert max(empty) <= 14, empty
