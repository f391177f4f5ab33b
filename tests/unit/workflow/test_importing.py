"""The deed of importing: once a file, only what is news, all or nothing."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from tests.unit.workflow.sheets import line, returns_of

from looped.errors import UsageError
from looped.records.models import Audit, CaseReference, Event, Feedback, Grading, ImportedFile, PersonName, Return
from looped.records.queries.extent import extent
from looped.workflow.importing import import_returns
from looped.workflow.issuing import issue_edition

NOW = datetime(2024, 7, 8, 11, tzinfo=UTC)
LATER = datetime(2024, 7, 12, 9, tzinfo=UTC)


def test_first_import_records_every_row_now(record, tmp_path):
    """Each row's moment is that of the import, whatever the file says of its days."""
    returns = returns_of(tmp_path, line("A1"), line("A2", "Inadequate", returned="2024-05-12"))

    done = import_returns(by="Q. Lead", returns=returns, now=NOW)

    assert done.added == {"returns": 2, "gradings": 16, "audits": 2}
    assert set(Grading.objects.values_list("recorded_at", flat=True)) == {NOW}
    rows = Grading.objects.filter(domain="plans").order_by("audit").values_list("audit", "grade", "source")
    assert list(rows) == [("A1", 3, "lead"), ("A2", 1, "lead")]
    audit = Audit.objects.get(audit="A2")
    assert (audit.month, audit.service_area, audit.team, audit.kind) == ("2024-04", "Safeguarding", "Team 1", "monthly")
    assert (audit.looped, audit.returned, audit.state) == (False, date(2024, 5, 12), "settled")


def test_names_and_references_stand_once(record, tmp_path):
    """Everything else carries random identifiers."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1"), line("A2")), now=NOW)

    assert sorted(PersonName.objects.values_list("name", flat=True)) == ["A. Auditor", "Q. Lead"]
    assert sorted(CaseReference.objects.values_list("reference", flat=True)) == ["C-A1", "C-A2"]
    auditor = PersonName.objects.get(name="A. Auditor").identifier
    assert set(Grading.objects.values_list("auditor", flat=True)) == {auditor}
    cases = set(CaseReference.objects.values_list("identifier", flat=True))
    assert set(Audit.objects.values_list("case", flat=True)) == cases


def test_the_same_file_again_changes_nothing(record, tmp_path):
    """Whatever came since: no row, no event, no name."""
    first = returns_of(tmp_path, line("A1"))
    import_returns(by="Q. Lead", returns=first, now=NOW)
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1", "Inadequate")), now=LATER)
    before = extent(LATER), Event.objects.count(), PersonName.objects.count()

    done = import_returns(by="Somebody else", returns=first, now=LATER)

    assert (done.before, done.added) == (NOW, {})
    assert (extent(LATER), Event.objects.count(), PersonName.objects.count()) == before
    assert Grading.objects.filter(domain="plans").order_by("id").last().grade == 1


def test_a_row_that_stands_already_adds_nothing(record, tmp_path):
    """A file with one corrected row and one new one adds these two alone."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1"), line("A2")), now=NOW)

    more = returns_of(tmp_path, line("A1"), line("A2", grades={3: "Inadequate"}), line("A3"))
    done = import_returns(by="Q. Lead", returns=more, now=LATER)

    assert done.added == {"returns": 2, "gradings": 16, "audits": 1}
    assert sorted(Return.objects.filter(recorded_at=LATER).values_list("audit", flat=True)) == ["A2", "A3"]
    plans = Grading.objects.filter(audit="A2", domain="plans").order_by("id")
    assert [row.grade for row in plans] == [3, 1]


def test_two_rows_of_one_file_for_one_return(record, tmp_path):
    """The later returned stands, then the lower row; a second import of the same rows adds nothing."""
    lines = (line("A1", "Inadequate", returned="2024-05-12"), line("A1", "Good", returned="2024-05-10"), line("A2"))
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, *lines), now=NOW)
    again = import_returns(by="Q. Lead", returns=returns_of(tmp_path, *lines, line("A3")), now=LATER)

    assert [row.grade for row in Grading.objects.filter(audit="A1", domain="plans")] == [1]
    assert again.added == {"returns": 1, "gradings": 8, "audits": 1}


def test_a_second_return_makes_an_audit_looped(record, tmp_path):
    """Also when it comes alone in a later file; what was known of the audit stays."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1")), now=NOW)

    second = line("A1", "Inadequate", source="second", area="", team="", case="", auditor="S. Second")
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, second), now=LATER)

    before, after = Audit.objects.filter(audit="A1").order_by("id")
    assert (before.looped, before.state) == (False, "settled")
    assert (after.looped, after.state) == (True, "returned")
    assert (after.service_area, after.team, after.case) == ("Safeguarding", "Team 1", before.case)


def test_a_moderation_settles(record, tmp_path):
    """And only the domains that it names are graded by it."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1"), line("A1", "RI", source="second")), now=NOW)

    moderated = line("A1", "", source="moderation", grades={0: "RI"})
    done = import_returns(by="Q. Lead", returns=returns_of(tmp_path, moderated), now=LATER)

    assert done.added == {"returns": 1, "gradings": 1, "audits": 1}
    assert Audit.objects.order_by("id").last().state == "settled"


def test_the_first_return_date_stays(record, tmp_path):
    """Lateness is of the lead's first return."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1", returned="2024-05-10")), now=NOW)
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1", returned="2024-06-10")), now=LATER)

    assert Audit.objects.order_by("id").last().returned == date(2024, 5, 10)


def test_feedback_is_recorded_once(record, tmp_path):
    """A changed outcome of the same return supersedes the earlier one."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1", feedback="not reached")), now=NOW)
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1", feedback="not reached"), line("A2")), now=NOW)
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1", feedback="heard")), now=LATER)

    assert list(Feedback.objects.order_by("id").values_list("outcome", flat=True)) == ["not_reached", "heard"]


def test_history_records_when_the_file_says(record, tmp_path):
    """The end of the returned day in London; a corrected row of the same file as well as the first."""
    lines = (line("A1", returned="2024-05-10"), line("A1", "Inadequate", returned="2024-05-12"))

    done = import_returns(by="Q. Lead", returns=returns_of(tmp_path, *lines), history=True, now=NOW)

    moments = Grading.objects.filter(domain="plans").order_by("id").values_list("grade", "recorded_at")
    assert list(moments) == [
        (3, datetime(2024, 5, 10, 22, 59, 59, 999999, tzinfo=UTC)),
        (1, datetime(2024, 5, 12, 22, 59, 59, 999999, tzinfo=UTC)),
    ]
    assert done.added == {"returns": 2, "gradings": 16, "audits": 1}


def test_history_records_nothing_in_the_future(record, tmp_path):
    """A mistyped year would hide the row from every report until then."""
    returns = returns_of(tmp_path, line("A1", returned="2027-05-10"))

    import_returns(by="Q. Lead", returns=returns, history=True, now=NOW)

    assert set(Grading.objects.values_list("recorded_at", flat=True)) <= {NOW}


def test_history_is_refused_once_an_edition_exists(record, tmp_path):
    """Its figures would change behind it. Nothing is recorded."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1")), now=NOW)
    issue_edition(
        by="Q. Lead",
        first="2024-04",
        last="2024-06",
        as_at=NOW,
        figures="[]",
        tree="{}",
        counted=extent(NOW),
        now=LATER,
    )

    with pytest.raises(UsageError, match="first load"):
        import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A2")), history=True, now=LATER)

    assert ImportedFile.objects.count() == 1
    assert Grading.objects.filter(audit="A2").count() == 0


def test_it_is_all_or_nothing(record, tmp_path, monkeypatch):
    """A fault at the very end leaves no row of the file."""
    monkeypatch.setattr(ImportedFile.objects, "create", lambda **_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1")), now=NOW)

    assert set(extent(LATER).values()) == {0}
    assert (PersonName.objects.count(), CaseReference.objects.count(), Event.objects.count()) == (0, 0, 0)


def test_one_event_says_what_was_done(record, tmp_path):
    """Who by identifier, which by checksum, and how much."""
    returns = returns_of(tmp_path, line("A1"))
    import_returns(by="Q. Lead", returns=returns, now=NOW)

    event = Event.objects.get()
    assert (event.chain, event.number, event.what) == ("imports", 1, "import returns")
    assert event.which == f"file:{returns.checksum}"
    assert event.who == PersonName.objects.get(name="Q. Lead").identifier
    assert set(Return.objects.values_list("deed", flat=True)) == {event.deed}
    assert "C-A1" not in event.details


def test_progress_is_told(record, tmp_path):
    """Rows added of rows to add; the last call says that all are in."""
    told = []

    import_returns(
        by="Q. Lead",
        returns=returns_of(tmp_path, *(line(f"A{number}") for number in range(3))),
        now=NOW,
        progress=lambda done, of: told.append((done, of)),
    )

    assert told[-1] == (3, 3)


def test_progress_is_told_on_the_way(sqlite_record, tmp_path):
    """Every thousand returns, so that a long import isn't silent."""
    told = []
    returns = returns_of(tmp_path, *(line(f"A{number}") for number in range(1001)))

    import_returns(by="Q. Lead", returns=returns, now=NOW, progress=lambda done, of: told.append((done, of)))

    assert told == [(1000, 1001), (1001, 1001)]


def test_import_within_a_transaction_goes_with_it(record, tmp_path):
    """A deed inside somebody's transaction is undone with it."""
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1")), now=NOW)
        raise ZeroDivisionError

    assert Grading.objects.count() == 0
