"""Rounds and steering on pages: made, filled, shared out, drawn, ended; who is offered what; what is refused in words."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.signed_in import signed_in
from tests.unit.web.reading import links_of, text_of
from tests.unit.web.test_people_pages import errors_of

from looped.records.models import AuditInHand, DipDraw, GivenBack, Round
from looped.records.queries.audit_rows import visible
from looped.workflow.rounds import end_audit

ROUND = {
    "month": "11/2026",
    "kind": "monthly",
    "selection": "random",
    "framework": "",
    "due": "30/11/2026",
    "cut_off": "31/10/2026",
    "look_back": "12",
}


@pytest.fixture
def lead(world):
    return signed_in(world.id("Queenie"))


def test_a_round_is_made(world, lead):
    """It stands on the list at once, with the framework in force."""
    made = lead.post("/rounds/new", ROUND)

    row = Round.objects.get(month="2026-11")
    assert made.headers["Location"] == f"/rounds/{row.round}"
    assert (row.framework, row.due, row.cut_off, row.look_back_months) == (
        "2024-09",
        date(2026, 11, 30),
        date(2026, 10, 31),
        12,
    )
    assert "Monthly round, November 2026 Drawn at random 30 November 2026 0 0 0" in text_of(lead.get("/rounds"))
    assert "No audits here yet. Paste a list" in text_of(lead.get(f"/rounds/{row.round}"))


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"month": "13/2026"}, "Write the month as in 11/2024."),
        ({"selection": ""}, "Choose how its cases were chosen."),
        ({"due": "31/11/2026"}, "Write the day as in 29/11/2024."),
        ({"cut_off": "1/12/2026"}, "The day up to which files are read comes after the day on which returns are due."),
        ({"look_back": "0"}, "Look back between 1 and 120 months."),
        ({"look_back": "x"}, "Give the months as a number, as in 12."),
    ],
)
def test_a_round_that_cannot_be(small_world, more, what):
    """Said in words; nothing is made."""
    refused = signed_in(small_world.id("Queenie")).post("/rounds/new", ROUND | more)

    assert errors_of(refused) == [what]
    assert Round.objects.count() == 1


def test_one_audit_is_added(world, lead):
    """With those whose work it is, chosen by name; a case that is there already is refused beside its field."""
    where = f"/rounds/{world.round}/audits/new"
    sent = {"case": "C-9", "service_area": "Help", "team": "Blue", "looped": "looped", "practitioner": world.id("Pat")}
    done = lead.post(where, sent | {"team_manager": world.id("Tam")})

    row = AuditInHand.objects.get()
    assert done.headers["Location"] == f"/audits/{row.audit}"
    assert (row.looped, row.practitioner, row.team_manager) == (True, world.id("Pat"), world.id("Tam"))
    again = lead.post(where, sent)
    assert errors_of(again) == ["Case c-9 is in this round already."]
    assert 'id="case-error"' in again.content.decode()


def test_a_list_is_added_whole_or_not_at_all(world, lead):
    """Each wrong line is named with how to mend it; typed rows stay; mended, all of them are there."""
    where = f"/rounds/{world.round}/audits/list"
    rows = "C-1, Help, Blue, looped\nC-2, , Blue, both\nC-1, Help, Blue, single\nC-3, Help, Blue, single, Nobody Here"

    refused = lead.post(where, {"rows": rows})
    wrong = [
        "Audit 2: give the service area.",
        "Audit 2: write looped or single, not &#39;both&#39;.",
        "Audit 3: case C-1 is in this round already.",
    ]
    nobody = "Audit 4: there is no practitioner called Nobody Here. Mend the name, or leave it out."
    assert errors_of(refused) == [*wrong, nobody]
    rows = rows.replace("Nobody Here", "Pat Ractitioner")
    refused = lead.post(where, {"rows": rows})
    assert errors_of(refused) == wrong
    assert "C-2, , Blue, both" in refused.content.decode()
    assert not AuditInHand.objects.exists()

    good = rows.replace("C-2, , Blue, both", "C-2, Help, Blue,").replace("C-1, Help, Blue, single\n", "")
    assert lead.post(where, {"rows": good}).headers["Location"] == f"/rounds/{world.round}"
    assert AuditInHand.objects.count() == 3
    assert errors_of(lead.post(where, {"rows": ""})) == ["Give at least one audit."]


@pytest.mark.parametrize(
    ("content", "added", "what"),
    [
        ("\ufeffCase,Area,Team,Kind\nC-1,Help,Blue,single\n".encode(), 1, []),
        ("C-1,Help,Bl\u00e9,single".encode("cp1252"), 1, []),
        (b"PK\0\0", 0, ["This isn&#39;t a text file. Save the list as CSV, or paste its rows."]),
        (b"C" * 500_001, 0, ["This file is too long for a list of audits."]),
        (b'C-1,"Help', 0, None),
    ],
)
def test_a_list_from_a_file(small_world, content, added, what):
    """As spreadsheets save them; whatever isn't a list is said."""
    sent = {"rows": "", "file": SimpleUploadedFile("list.csv", content)}

    answer = signed_in(small_world.id("Queenie")).post(f"/rounds/{small_world.round}/audits/list", sent)

    assert AuditInHand.objects.count() == added
    assert what is None or [each.replace("’", "&#39;") for each in errors_of(answer)] == what


def test_auditors_are_named(world, lead):
    """From the list, and changed; who worked on the case isn't in it; a return that is in stays its auditor's."""
    (audit,) = world.audits("C-1")
    where = f"/audits/{audit}/auditors"
    assert "Name the auditors" in text_of(lead.get(f"/audits/{audit}"))
    assert errors_of(lead.post(where, {"lead": "", "second": ""})) == ["Choose somebody.", "Choose somebody."]
    assert errors_of(lead.post(where, {"lead": world.id("Ann"), "second": world.id("Ann")})) == [
        "The two auditors of a looped audit are two people."
    ]

    named = {"lead": world.id("Ann"), "second": world.id("Ben")}
    assert lead.post(where, named).headers["Location"] == f"/audits/{audit}"
    world.submit(audit, "Ann", 3)
    assert "A return that is in stays its auditor’s." in text_of(lead.get(where))
    lead.post(where, {"lead": world.id("Cy"), "second": world.id("Cy")})
    row = AuditInHand.objects.get()
    assert (row.lead, row.second) == (world.id("Ann"), world.id("Cy"))


def test_a_conflict_of_interest_is_pointed_out(world, lead):
    """Sue is the line of those whose work it is: said in the list, asked about once, and then taken."""
    (audit,) = world.audits("C-1", looped=False)
    where = f"/audits/{audit}/auditors"
    assert "Sue Service (Safeguarding) – in the line of those whose work it is" in text_of(lead.get(where))

    asked = lead.post(where, {"lead": world.id("Sue")})
    assert errors_of(asked) == [
        "Sue Service is in the line of those whose work it is. Choose somebody else, or tick below that you mean it."
    ]
    assert not AuditInHand.objects.filter(lead=world.id("Sue")).exists()
    lead.post(where, {"lead": world.id("Sue"), "sure": "on"})
    assert AuditInHand.objects.get().lead == world.id("Sue")


def test_two_of_one_line_are_pointed_out(world, lead):
    """Ann's line manager Mia is no auditor; made one, the two are asked about."""
    from looped.workflow.people import hold_role

    hold_role(by=world.id("Ada"), person=world.id("Mia"), role="auditor", now=world.now())
    (audit,) = world.audits("C-1")

    asked = lead.post(f"/audits/{audit}/auditors", {"lead": world.id("Ann"), "second": world.id("Mia")})

    assert errors_of(asked) == [
        "Ann First and Mia Line are of one line or team. Choose somebody else, or tick below that you mean it."
    ]


def test_a_return_is_reopened(world, lead):
    """With a reason, which its auditor reads; without one it is refused; once both are in it isn't offered."""
    audit = world.looped()
    world.submit(audit, "Ann", 3)
    where = f"/audits/{audit}/reopen/lead"
    assert "Reopen the return of Ann First" in text_of(lead.get(f"/audits/{audit}"))
    assert errors_of(lead.post(where, {"reason": " "})) == ["Give a reason."]
    lead.post(where, {"reason": "The date is missing."})

    assert GivenBack.objects.get().reason == "The date is missing."
    assert "It came back: The date is missing." in text_of(signed_in(world.id("Ann")).get("/"))
    world.submit(audit, "Ben", 3)
    assert lead.get(where).status_code == 404
    assert lead.get(f"/audits/{audit}/reopen/nobody").status_code == 404


def test_a_looped_audit_stands_down(world, lead):
    """With a reason, which whoever steers reads on its page."""
    audit = world.looped()
    world.submit(audit, "Ben", 3)
    lead.post(f"/audits/{audit}/stand-down", {"reason": "Ann is ill."})

    assert not AuditInHand.objects.get().looped
    said = text_of(lead.get(f"/audits/{audit}"))
    assert "Why it was stood down to single: Ann is ill. (Queenie Lead)" in said
    assert "Ann is ill" not in text_of(signed_in(world.id("Ben")).get(f"/audits/{audit}"))


def test_an_audit_ends(world, lead):
    """Not done or withdrawn, with why; then it is offered no more."""
    (audit,) = world.audits("C-1")
    where = f"/audits/{audit}/end"
    assert errors_of(lead.post(where, {})) == ["Choose whether it was not done or is withdrawn.", "Choose why."]
    lead.post(where, {"state": "withdrawn", "reason": "wrong_case", "words": "Twice on the list."})

    assert AuditInHand.objects.get().stage == "withdrawn"
    assert "Why it ended: Twice on the list." in text_of(lead.get(f"/audits/{audit}"))
    assert lead.get(where).status_code == 404


def test_a_settled_grade_is_challenged(world, lead):
    """It goes to a moderator with the reason; those whose work it was don't see it meanwhile."""
    audit = world.pair(3, 3)
    lead.post(f"/audits/{audit}/challenge", {"reason": "The team manager found another plan."})

    assert "The team manager found another plan." in text_of(signed_in(world.id("Mo")).get(f"/audits/{audit}/moderate"))
    assert signed_in(world.id("Pat")).get(f"/audits/{audit}").status_code == 404


def test_the_dip_sample_is_drawn(world, lead):
    """Share, how many, which, and the seed stand on the board; a wrong share is refused; then none waits."""
    for number in range(3):
        world.submit(world.single(f"C-{number}"), "Ann", 3)
    where = f"/rounds/{world.round}/draw"
    assert "3 single audits are in and not drawn before." in text_of(lead.get(where))
    assert errors_of(lead.post(where, {"share": "101"})) == ["The share is between 0 and 100 percent."]
    assert lead.post(where, {"share": "34"}).headers["Location"] == f"/rounds/{world.round}#draws"

    draw = DipDraw.objects.get()
    assert "34% of 3 single audits: 2 drawn ( case C-" in text_of(lead.get(f"/rounds/{world.round}"))
    assert f"Seed {draw.seed}" in text_of(lead.get(f"/rounds/{world.round}"))
    assert lead.get(where).status_code == 404
    assert draw.seed not in signed_in(world.id("Di")).get(f"/rounds/{world.round}").content.decode()


def test_the_board_is_filtered_without_script(world, lead):
    """By stage and by area; a service manager finds their own area alone."""
    world.audits("C-1")
    world.audits("C-2", area="Help", team="Blue")
    world.submit(world.looped("C-3"), "Ann", 3)
    where = f"/rounds/{world.round}"

    assert "1 of 3 shown" in text_of(lead.get(f"{where}?area=Help"))
    named = text_of(lead.get(f"{where}?stage=with_auditors"))
    assert "Ann First (in) Ben Second (not in)" in named and "C-1 " not in named
    assert "No audit of this round is at that stage" in text_of(lead.get(f"{where}?stage=settled&area=Help"))
    theirs = text_of(signed_in(world.id("Sue")).get(where))
    assert "2 audits" in theirs and "C-2" not in theirs and "(in)" not in theirs


def compared(browser, world):
    """What the round's page says of comparing auditors; nothing where it has no such part."""
    page = text_of(browser.get(f"/rounds/{world.round}"))
    return page.partition("Can auditors be compared? ")[2].split(" Dip samples")[0]


def test_the_board_says_whether_auditors_can_be_compared(world, lead):
    """First who falls short, then that all are linked; whoever makes no rounds isn't told who reads with whom."""
    single = world.single("S-1", "Sue")
    assert compared(lead, world) == ""  # nothing looped

    for number, (one, other) in enumerate([("Ann", "Ben"), ("Ben", "Cy"), ("Cy", "Ann")]):
        world.looped(f"L-{number}", one, other)
    said = compared(lead, world)
    assert said.startswith("Not from this round as it stands: severity can’t be compared. It takes at least 3 looped ")
    for name in ("Ann First", "Ben Second", "Cy Third"):
        assert f"{name} has 2 looped audits with 2 others." in said
    assert "Sue Service has 0 looped audits." in said
    assert "No looped audit links these groups: Ann First, Ben Second, Cy Third; Sue Service." in said

    end_audit(by=world.id("Queenie"), audit=single, state="withdrawn", reason="case_closed", now=world.now())
    for number, (one, other) in enumerate([("Ann", "Ben"), ("Ben", "Cy"), ("Cy", "Ann")], 3):
        world.looped(f"L-{number}", one, other)
    assert compared(lead, world).startswith(
        "Yes. The looped audits of this round link all 3 auditors, each with at least 3 looped audits with at least 2 "
    )

    world.audits("N-1")
    assert compared(lead, world).startswith("Yes, with those named so far. 1 of 7 looped audits lack an auditor.")
    assert compared(signed_in(world.id("Di")), world) == ""


def test_names_that_a_viewer_may_not_see_are_in_no_comparison(world, lead, monkeypatch):
    """Audits whose auditors are kept from whoever looks are counted, and that is all."""
    from looped.records.queries import boards

    world.looped("L-1", "Ann", "Cy")
    world.looped("L-2", "Cy", "Ben")
    kept = AuditInHand.objects.order_by("id").first().audit

    def without_names(viewer, rows):
        found = visible(viewer, rows)
        return [replace(each, sight=replace(each.sight, auditors=each.row.audit != kept)) for each in found]

    monkeypatch.setattr(boards, "visible", without_names)
    said = compared(lead, world)

    assert "1 looped audit in which you have a part is not counted here: who else reads it isn’t shown to you." in said
    assert "Ann" not in said
    assert "Cy Third has 1 looped audit with 1 other." in said


def test_who_reads_an_audit_chases_nobody_about_it(world):
    """Cy runs the programme too: of the sealed audit they read, board and first page tell no progress."""
    audit = world.looped("C-1", lead="Ann", second="Cy")
    cy = signed_in(world.id("Cy"))
    before = text_of(cy.get(f"/rounds/{world.round}")), text_of(cy.get("/"))
    world.submit(audit, "Ann", 3)

    assert (text_of(cy.get(f"/rounds/{world.round}")), text_of(cy.get("/"))) == before
    assert "not in)" not in before[0]
    assert not {link for link in links_of(cy.get(f"/audits/{audit}")) if "reopen" in link or "auditors" in link}


@pytest.mark.parametrize("name", ["Ann", "Mo", "Pat", "Bo", "Priv", "Ada", "Sue", "Di", "Ines"])
def test_nobody_else_steers(world, name):
    """Every page and deed of steering is not there for them."""
    audit = world.looped()
    world.submit(audit, "Ben", 3)
    browser, sees = signed_in(world.id(name)), name in ("Sue", "Di", "Ines")
    for where in (f"/rounds/{world.round}", "/rounds"):
        assert browser.get(where).status_code == (200 if sees else 404)
    for part in ("auditors", "reopen/second", "stand-down", "end", "challenge", "meeting", "moderate"):
        assert browser.get(f"/audits/{audit}/{part}").status_code == 404
        assert browser.post(f"/audits/{audit}/{part}", {"reason": "x"}).status_code == 404
    for part in ("audits/new", "audits/list", "draw"):
        assert browser.post(f"/rounds/{world.round}/{part}", {"rows": "C-9,A,B,single"}).status_code == 404
    assert browser.post("/rounds/new", ROUND).status_code == 404
    assert AuditInHand.objects.count() == 1
    assert signed_in(world.id("Queenie")).get("/rounds/r-none").status_code == 404


def queries(browser, where):
    browser.get(where)  # what is kept between requests is kept
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(where).status_code == 200
    return len(captured)


def test_lists_ask_as_much_for_one_row_as_for_thirty(world):
    """The first page, the rounds and the board: whoever steers, audits, moderates or reads."""

    def more(first, last):
        for number in range(first, last):
            world.submit(world.single(f"S-{number}"), "Ann", 3)
            world.looped(f"L-{number}")
            world.pair({"overall": 2}, {"overall": 3}, case=f"M-{number}")
            world.pair(3, 3, case=f"D-{number}")

    def asked():
        return {
            (name, where): queries(signed_in(world.id(name)), where)
            for name in ("Queenie", "Ann", "Mo", "Di")
            for where in ("/", "/rounds", f"/rounds/{world.round}")
            if where == "/" or name in ("Queenie", "Di")
        }

    more(0, 1)
    few = asked()
    more(1, 8)
    world.audits(*(f"N-{number}" for number in range(30)))

    assert asked() == few
