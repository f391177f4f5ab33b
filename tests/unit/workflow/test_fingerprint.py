"""The trail vouches for gradings: one changed behind the guard is found, with its deed."""

from datetime import UTC, datetime

import pytest
from tests.unit.workflow.sheets import line, returns_of

from looped.records.fingerprint import changed_deeds
from looped.records.guarding import lifted
from looped.records.models import Return
from looped.workflow.importing import import_returns

NOW = datetime(2024, 7, 8, 11, tzinfo=UTC)
CHANGES = (
    "UPDATE records_grading SET grade = 4 WHERE id = 3",
    "UPDATE records_grading SET grade = NULL WHERE id = 3",
    "UPDATE records_grading SET auditor = 'p-2' WHERE id = 3",
    "UPDATE records_grading SET auditor = NULL WHERE id = 3",
    "UPDATE records_grading SET audit = 'A9' WHERE id = 3",
    "UPDATE records_grading SET source = 'second' WHERE id = 3",
    "UPDATE records_grading SET domain = 'plans2' WHERE domain = 'plans' AND audit = 'A1'",
    "UPDATE records_grading SET recorded_at = '2024-07-08 10:00:00.000000' WHERE id = 3",
    "UPDATE records_grading SET authority = 'x' WHERE id = 3",
    "DELETE FROM records_grading WHERE id = 3",
    "DELETE FROM records_grading WHERE audit = 'A1'",
    "INSERT INTO records_grading (authority, audit, domain, grade, source, given_in_id, recorded_at) "
    "VALUES ('council', 'A1', 'extra', 1, 'lead', 1, '2024-07-08 11:00:00.000000')",
)


@pytest.fixture
def two_files(record, tmp_path):
    """Two deeds; the deed of the first file."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1"), line("A2", "N/A")), now=NOW)
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A3")), now=NOW)
    return Return.objects.get(audit="A1").deed


def test_what_was_recorded_is_vouched_for(two_files):
    """On either engine, in whichever order it gives the rows."""
    assert changed_deeds() == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_by_hand_is_found(two_files, record, change):
    """By somebody who may do all with the database, and puts the guard back."""
    with lifted(record), record.cursor() as cursor:
        cursor.execute(change)

    assert changed_deeds() == [two_files]


def test_gradings_without_a_deed_are_found(two_files, record):
    """A whole return made up by hand."""
    with record.cursor() as cursor:
        cursor.execute(
            "INSERT INTO records_return (authority, audit, source, deed, recorded_at) "
            "VALUES ('council', 'A4', 'lead', 'made-up', '2024-07-08 11:00:00.000000')"
        )
        cursor.execute(
            "INSERT INTO records_grading (authority, audit, domain, grade, source, given_in_id, recorded_at) "
            "SELECT 'council', 'A4', 'plans', 1, 'lead', id, '2024-07-08 11:00:00.000000' "
            "FROM records_return WHERE audit = 'A4'"
        )

    assert changed_deeds() == ["made-up"]
