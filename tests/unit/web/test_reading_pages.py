"""Figures, editions, the trail, permissions, an auditor's own page: who reads what, and that numbers are the record's."""

import re

import pytest
from tests.signed_in import signed_in
from tests.unit.web.reading import text_of
from tests.unit.web.test_people_pages import errors_of

from looped.access.roles import ROLES
from looped.errors import LoopedError
from looped.records.queries.editions import editions
from looped.web.pages import issuing, reports
from looped.workflow.people import hold_role
from looped.workflow.settings_deeds import change_setting


def cells(answer, caption):
    """Rows of the table with this caption."""
    table = re.search(rf"<caption[^>]*>{caption}</caption>(.*?)</table>", answer.content.decode(), re.DOTALL)[1]
    rows = re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    return [[" ".join(each.split()) for each in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


def hidden_in(answer):
    """What the page's form sends, but for its token."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', answer.content.decode())
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


OVERALL, DOMAINS = "Overall grades by month of the round", "Good or better over the quarter, by domain"


def test_figures_change_when_both_are_in_and_not_before(world):
    """One looped audit: in no figure with one return, in them with two."""
    director = signed_in(world.id("Di"))
    audit = world.looped()
    world.submit(audit, "Ann", 3)
    before = director.get("/figures?quarter=2026-27/Q3")
    world.submit(audit, "Ben", 3)
    after = director.get("/figures?quarter=2026-27/Q3")

    assert "No audit of this quarter counts yet." in before.content.decode()
    assert cells(after, OVERALL)[-1] == ["Audits", "1", "0", "0", "1"]
    good = next(row for row in cells(after, OVERALL) if row[0] == "Good")
    assert good == ["Good", "1 of 1 (100.0%)", "0", "0", "1 of 1 (100.0%)"]
    assert all(row[1] == "1 of 1 (100.0%)" for row in cells(after, DOMAINS)[1:])


def test_a_service_manager_sees_their_area_alone(world):
    """Another area's audit isn't in their figures."""
    world.submit(world.single(), "Ann", 3)
    (other,) = world.audits("C-9", looped=False, area="Help", team="Blue")
    from looped.workflow.rounds import name_auditors

    name_auditors(by=world.id("Queenie"), audit=other, lead=world.id("Ben"), now=world.now())
    world.submit(other, "Ben", 2)
    page = signed_in(world.id("Sue")).get("/figures?quarter=2026-27/Q3")

    assert cells(page, OVERALL)[-1] == ["Audits", "1", "0", "0", "1"]
    assert "Help" not in page.content.decode().partition("<main")[2]
    assert "/reports/draft" not in page.content.decode()
    assert signed_in(world.id("Sue")).get("/reports/draft").status_code == 404


def test_a_quarter_that_is_none_is_said(small_world):
    """The forms of a quarter, beside the field, and what was typed stays."""
    answer = signed_in(small_world.id("Di")).get("/figures?quarter=spring")

    assert answer.status_code == 422
    assert errors_of(answer) == [
        "&#39;spring&#39; is not a quarter. Write one as 2024-25/Q1, which is April to June 2024."
    ]
    assert 'value="spring"' in answer.content.decode()


@pytest.mark.slow
def test_an_edition_is_issued_and_read_in_every_format(world):
    """The approver issues, the board reads; each file is a real one of its kind."""
    world.submit(world.single(), "Ann", 3)
    approver = world.id("Di")
    hold_role(by=world.id("Ada"), person=approver, role="report_approver", now=world.now())
    sent = {"quarter": "2026-27/Q3", "board": "Improvement Board", "for_date": "18/01/2027"}
    asked = signed_in(approver).post("/reports/issue", sent)
    assert editions() == []
    issued = signed_in(approver).post("/reports/issue", hidden_in(asked))
    assert issued.headers["Location"] == "/reports"

    (kept,) = editions()
    board = signed_in(world.id("Bo"))
    page = board.get("/reports").content.decode()
    assert "Edition 1: October to December 2026 (2026-27, Quarter 3)" in page
    assert "for Improvement Board, 18 January 2027" in page
    starts = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "json": b"{"}
    for suffix, start in starts.items():
        answer = board.get(f"/reports/1.{suffix}")
        assert answer.content.startswith(start), suffix
    shown = board.get("/reports/1.html")
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert board.get("/reports/1.json").content.decode() == kept.tree
    assert board.get("/reports/2.html").status_code == board.get("/reports/1.exe").status_code == 404
    assert board.get("/reports/issue").status_code == 404


def test_reports_follow_the_rules_that_are_set(small_world):
    """As a QA lead chose them; until then the usual ones."""
    asked = [reports.asked_for("2026-27/Q3", small_world.now(), ("json",)).xmr_rules]
    change_setting(by=small_world.id("Queenie"), name="xmr_rules", value="nhsrplotthedots", now=small_world.now())
    asked.append(reports.asked_for("2026-27/Q3", small_world.now(), ("json",)).xmr_rules)

    assert asked == ["mdc2023", "nhsrplotthedots"]


@pytest.mark.slow
def test_a_draft_is_the_report_as_it_stands(small_world):
    """Made anew for whoever may see it before it is issued."""
    small_world.submit(small_world.single(), "Ann", 3)
    director = signed_in(small_world.id("Di"))

    drawn = director.get("/reports/draft?quarter=2026-27/Q3")

    assert drawn.content.startswith(b"<!DOCTYPE html>")
    assert "Draft" in drawn.content.decode()
    assert director.get("/reports/draft?quarter=x").status_code == 422


def test_issuing_says_what_is_wrong(small_world):
    """A moment to come; a quarter that is none."""
    approver = approving(small_world)

    assert "spring" in errors_of(approver.post("/reports/issue", {"quarter": "spring"}))[0]
    assert errors_of(approver.post("/reports/issue", {"quarter": "2026-27/Q3", "as_at": "then"})) == [
        "Write the day as in 10/7/2024."
    ]


def approving(world):
    """A browser of somebody who issues."""
    hold_role(by=world.id("Ada"), person=world.id("Di"), role="report_approver", now=world.now())
    return signed_in(world.id("Di"))


def test_what_is_missing_is_shown_and_asked_once_more(small_world):
    """A looped audit with one return in, one that waits for its meeting, a quarter that isn't over; nothing is issued."""
    small_world.submit(small_world.looped("C-1"), "Ann", 3)
    small_world.pair(3, 1, "C-2")
    small_world.audits("C-3")
    sent = {"quarter": "2026-27/Q3", "as_at": "31/10/2026", "board": "Improvement Board", "for_date": "18/01/2027"}

    asked = approving(small_world).post("/reports/issue", sent)

    assert asked.status_code == 200
    said = text_of(asked)
    for each in (
        "Issue edition 1?",
        "October to December 2026 (2026-27, Quarter 3)",
        "the end of 31 October 2026",
        "Improvement Board, 18 January 2027",
        "The period isn’t over: its last day is 31 December 2026.",
        "Returns are outstanding of 2 audits (October 2026: 2). No grade of theirs is in this edition.",
        "1 audit is in and not settled (October 2026: 1). Its grades may still change.",
        "No audit is in for November 2026 or December 2026.",
        "can’t be taken back",
    ):
        assert each in said
    assert hidden_in(asked) == sent | {"number": "1", "moment": "2026-10-31T23:59:59.999999+00:00"}
    assert "/reports/issue?quarter=2026-27%2FQ3&amp;as_at=31%2F10%2F2026" in asked.content.decode()
    assert editions() == []


def test_a_wrong_quarter_is_named_with_the_other_mistakes(small_world):
    """Both at once, each beside its field."""
    sent = {"quarter": "2026/Q3", "as_at": "31/31/2026"}

    assert errors_of(approving(small_world).post("/reports/issue", sent)) == [
        "&#39;2026/Q3&#39; is not a quarter. Write one as 2024-25/Q1, which is April to June 2024.",
        "Write the day as in 10/7/2024.",
    ]


def test_pressed_twice_asks_again_instead_of_issuing_twice(small_world, monkeypatch):
    """The number that was confirmed is another edition's by now."""
    issued = []
    monkeypatch.setattr(issuing, "_issue", lambda by, asked, said: issued.append(said["quarter"]))
    browser = approving(small_world)
    sent = hidden_in(browser.post("/reports/issue", {"quarter": "2026-27/Q3"}))
    assert browser.post("/reports/issue", sent).headers["Location"] == "/reports"
    monkeypatch.setattr(issuing, "last_edition_of_all", lambda: (1, "2026-10", "2026-12"))

    again = browser.post("/reports/issue", sent)

    assert issued == ["2026-27/Q3"]
    assert "Edition 1 was issued meanwhile" in text_of(again)
    assert hidden_in(again) == sent | {"number": "2"}


def test_what_came_in_while_it_was_made_is_said(small_world, monkeypatch):
    """Nothing is issued; the form is there again, with what was typed."""

    def too_late(**_):
        raise LoopedError("Something was recorded up to that moment. Make it again.")

    monkeypatch.setattr("looped.workflow.issuing_report.issue_report", too_late)
    browser = approving(small_world)
    sent = hidden_in(browser.post("/reports/issue", {"quarter": "2026-27/Q3"}))

    assert errors_of(browser.post("/reports/issue", sent)) == [
        "Something was recorded up to that moment. Make it again."
    ]
    assert editions() == []


def test_a_day_to_come_is_refused_before_anything_is_asked(small_world):
    """And what was typed comes back from the page that asks."""
    browser = approving(small_world)

    assert errors_of(browser.post("/reports/issue", {"quarter": "2026-27/Q3", "as_at": "1/1/2099"})) == [
        "That day isn’t over. Give an earlier one, or leave it empty: then it is this moment."
    ]
    assert 'value="31/10/2026"' in browser.get("/reports/issue?as_at=31/10/2026").content.decode()


def test_the_trail_tells_nothing_of_what_is_sealed(world):
    """The inspector may not know who is in; a QA lead may, but not of the audit that they read themselves."""
    audit = world.looped(second="Cy")
    world.submit(audit, "Ann", 3)
    told = {name: signed_in(world.id(name)).get("/trail?saves").content.decode() for name in ("Ines", "Queenie", "Cy")}

    named = f"audit:{audit[:12]}"
    assert named in told["Queenie"]
    assert "submit return" in told["Queenie"]
    for name in ("Ines", "Cy"):
        assert named not in told[name], name
        assert "submit return" not in told[name], name

    world.submit(audit, "Cy", 3)
    assert named in signed_in(world.id("Ines")).get("/trail").content.decode()


def test_the_trail_in_pages(small_world):
    """Fifty a page, the newest first; a page that can't be is not found."""
    lead = signed_in(small_world.id("Queenie"))
    for number in range(30):
        small_world.audits(f"C-{number}")
    first, second = lead.get("/trail").content.decode(), lead.get("/trail?page=2").content.decode()

    assert "page=2" in first
    assert "page=1" in second
    assert first.count("<tr") == 51
    assert lead.get("/trail?page=99").content.decode().count("Nothing here.") == 1
    assert [lead.get(f"/trail?page={bad}").status_code for bad in ("0", "x", "9999999")] == [404, 404, 404]


def test_permissions_are_those_of_the_table(small_world):
    """Every role, to everybody."""
    page = signed_in(small_world.id("Bo")).get("/permissions").content.decode()

    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page) == [role.title for role in ROLES.values()]


def test_an_auditor_s_own_page(world):
    """Too few to say anything, said so; nothing of anybody else's; nobody without returns gets a number."""
    for number in range(3):
        world.submit(world.single(f"C-{number}"), "Ann", 3)
    ann, ben = (signed_in(world.id(name)).get("/your-grading").content.decode() for name in ("Ann", "Ben"))

    assert "You gave 21 grades in 3 audits." in ann
    assert "None of your returns counts yet" in ben
    assert signed_in(world.id("Bo")).get("/your-grading").status_code == 404
