"""Erasure: links and words go, bytes and all; gradings and figures stay; the trail holds."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection
from tests.unit.workflow.sheets import line, returns_of
from tests.unit.workflow.test_issuing import EIGHTH, END, TWELFTH, figures_of

from looped.errors import UsageError
from looped.records import trail
from looped.records.libraries import PERSONAL
from looped.records.models import (
    ActionWording,
    Audit,
    CaseReference,
    EditionTree,
    Erasure,
    FeedbackWording,
    Grading,
    PersonName,
    StepWording,
)
from looped.records.privacy import personal_columns
from looped.records.scrubbing import scrub
from looped.workflow.erasing import WORDS, Erased, erase_case, erase_person, erase_words
from looped.workflow.importing import import_returns

QUOTE = "We were heard at canary quarter"


@pytest.fixture
def two_cases(record, tmp_path):
    """Two audits, words beside the first."""
    lines = (line("A1", case="CANARY-CASE", auditor="Canary Auditor", feedback="heard"), line("A2"))
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, *lines), now=EIGHTH)
    common = {"authority": "council", "deed": "d", "recorded_at": EIGHTH}
    said = {"leave_to_publish": True, "outcome": "heard"}
    FeedbackWording.objects.create(audit="A1", words=QUOTE, who="canary mother", **said, **common)
    FeedbackWording.objects.create(audit="A2", words="Other words", **said, **common)
    ActionWording.objects.create(action="1", audit="A1", what="canary visit", **common)
    return record


def test_erasing_a_case_leaves_figures_bit_equal(two_cases):
    """The link and the words of its audits go; every figure is what it was."""
    before, gradings = figures_of(two_cases, END), list(Grading.objects.order_by("id").values())

    done = erase_case(by="Privacy", why="request 7", reference="CANARY-CASE", now=TWELFTH)

    assert done == Erased({"records_casereference": 1, "records_feedbackwording": 1, "records_actionwording": 1})
    assert figures_of(two_cases, END) == before
    assert list(Grading.objects.order_by("id").values()) == gradings
    assert list(CaseReference.objects.values_list("reference", flat=True)) == ["C-A2"]
    assert list(FeedbackWording.objects.values_list("words", flat=True)) == ["Other words"]
    assert Audit.objects.get(audit="A1").case.startswith("c-")


def test_each_row_that_goes_has_its_warrant(two_cases):
    """Who, why and when, by identifiers."""
    link = CaseReference.objects.get(reference="CANARY-CASE")
    erase_case(by="Privacy", why="request 7", reference="CANARY-CASE", now=TWELFTH)

    warrants = Erasure.objects.order_by("row_table")
    assert [warrant.row_table for warrant in warrants] == [
        "records_actionwording",
        "records_casereference",
        "records_feedbackwording",
    ]
    assert warrants[1].row_id == link.id
    who = PersonName.objects.get(name="Privacy").identifier
    assert {(each.who, each.why, each.recorded_at) for each in warrants} == {(who, "request 7", TWELFTH)}
    assert trail.verify()[1] == []


def test_no_bytes_stay_in_sqlite_files(sqlite_record, tmp_path):
    """Nor in the write-ahead log, nor in its index."""
    lines = [line(f"A{number}", case="CANARY-CASE", auditor="Canary Auditor") for number in range(300)]
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, *lines), now=EIGHTH)
    for number in range(50):
        FeedbackWording.objects.create(
            authority="council", audit="A1", words=f"{QUOTE} {number}" * 50, leave_to_publish=False, deed="d", recorded_at=EIGHTH
        )  # fmt: skip
    files = sorted(tmp_path.glob("looped.sqlite3*"))
    canaries = (b"CANARY-CASE", b"Canary Auditor", QUOTE.encode())
    assert all(any(canary in path.read_bytes() for path in files) for canary in canaries)

    erase_case(by="Privacy", why="request 7", reference="CANARY-CASE", now=TWELFTH)
    erase_person(by="Privacy", why="request 8", name="Canary Auditor", now=TWELFTH)

    assert scrub(connection) is True
    assert [path.name for path in files for canary in canaries if canary in path.read_bytes()] == []


def test_scrubbing_says_when_a_reader_is_in_the_way(sqlite_record, tmp_path):
    """The log can't be emptied under somebody who reads from it."""
    from pysqlite3 import dbapi2

    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1")), now=EIGHTH)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 10")
    reader = dbapi2.connect(tmp_path / "looped.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM records_grading").fetchone()
    erase_case(by="Privacy", why="request 7", reference="C-A1", now=TWELFTH)

    assert scrub(connection) is False
    reader.close()
    assert scrub(connection) is True


def test_scrubbing_postgresql(postgresql_record, tmp_path):
    """The tables' files hold nothing of it afterwards."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1", case="CANARY-CASE")), now=EIGHTH)
    erase_case(by="Privacy", why="request 7", reference="CANARY-CASE", now=TWELFTH)

    assert scrub(connection) is True
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT current_setting('data_directory') || '/' || pg_relation_filepath('records_casereference')"
        )
        assert b"CANARY-CASE" not in Path(cursor.fetchone()[0]).read_bytes()


def test_erasing_a_person_cuts_the_name_everywhere(two_cases):
    """The identifier stays in gradings and trail."""
    auditor = PersonName.objects.get(name="Canary Auditor").identifier
    before = figures_of(two_cases, END)

    assert erase_person(by="Privacy", why="left", name="Canary Auditor", now=TWELFTH) == Erased(
        {"records_personname": 1}
    )

    assert Grading.objects.filter(auditor=auditor).count() == 8
    assert figures_of(two_cases, END) == before


def test_a_file_that_still_holds_it_brings_nothing_back(two_cases, tmp_path):
    """A corrected workbook comes with the reference and the name again."""
    erase_case(by="Privacy", why="request 7", reference="CANARY-CASE", now=TWELFTH)
    erase_person(by="Privacy", why="left", name="Canary Auditor", now=TWELFTH)
    before = Audit.objects.get(audit="A1").case

    lines = (line("A1", case="CANARY-CASE", auditor="Canary Auditor", feedback="heard"), line("A2"), line("A3"))
    done = import_returns(by="Q. Lead", returns=returns_of(tmp_path, *lines), now=TWELFTH)

    assert done.added == {"returns": 1, "gradings": 8, "audits": 1}
    assert Audit.objects.get(audit="A1").case == before
    assert not CaseReference.objects.filter(reference="CANARY-CASE").exists()
    assert not PersonName.objects.filter(name="Canary Auditor").exists()


def test_editions_that_print_the_words_are_named(two_cases):
    """A person decides whether the tree goes too; then it can."""
    for number, tree in ((1, '{"words": "' + QUOTE + '"}'), (2, "{}")):
        EditionTree.objects.create(number=number, tree=tree, checksum="x", recorded_at=EIGHTH)

    done = erase_case(by="Privacy", why="request 7", reference="CANARY-CASE", now=TWELFTH)

    assert done.editions == (1,)


def test_one_piece_of_text(two_cases):
    """By its kind and id; the others stay."""
    row = FeedbackWording.objects.get(audit="A1")

    assert erase_words(by="Privacy", why="no leave", kind="feedback", row=row.id) == Erased(
        {"records_feedbackwording": 1}
    )

    assert FeedbackWording.objects.count() == 1


@pytest.mark.parametrize(
    "erase",
    [
        lambda: erase_case(by="P", why="w", reference="none"),
        lambda: erase_person(by="P", why="w", name="none"),
        lambda: erase_words(by="P", why="w", kind="feedback", row=99),
        lambda: erase_words(by="P", why="w", kind="other", row=1),
    ],
)
def test_what_isnt_there_is_said(record, erase):
    """And no warrant is left behind."""
    with pytest.raises(UsageError, match="on record"):
        erase()

    assert Erasure.objects.count() == 0


def test_every_personal_table_can_be_erased():
    """A new personal column makes its author say how it goes."""
    reached = {CaseReference, PersonName, *WORDS.values()}

    # Accounts and sessions go with the person; attempts to sign in by themselves, within minutes.
    theirs = {*PERSONAL, "records_signinattempt"}
    assert set(personal_columns()) == {model._meta.db_table for model in reached} | theirs
    assert StepWording in reached


def test_dates_are_not_needed(record):
    """A moment is taken when none is given."""
    StepWording.objects.create(authority="x", kind="step", what="w", on=date(2024, 7, 1), deed="d", recorded_at=EIGHTH)

    erase_words(by="P", why="w", kind="step", row=StepWording.objects.get().id)

    assert Erasure.objects.get().recorded_at.date() == datetime.now(UTC).date()
