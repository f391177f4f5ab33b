"""The further sheets: what they hold, what of it is text, and what refuses a row."""

from datetime import date, datetime

import pytest

from looped.figures.schema import TABLES
from looped.reports.material import ActionText, FeedbackWords, Step

RETURNS = [["Audit", "Month", "Returned", "Overall"], ["A1", "Apr-24", "3/5/2024", "Good"]]
ACTIONS = ["Audit", "Service area", "Action", "Owner's role", "Theme", "Due", "State", "Closed", "Checked by"]
FEEDBACK = ["Audit", "Date", "Route", "Who", "Outcome", "Theme", "Words", "Leave to publish", "Checked by"]
REPORTED = ["Period", "Domain", "Grade", "Count", "Base", "Share", "Document"]
MARKS = ["Figure", "Domain", "Grade", "Kind", "Value", "From", "To", "Set by", "Why"]
RAISED = datetime(2024, 5, 3, 22, 59, 59, 999999)


def end(month, day):
    return datetime(2024, month, day, 22, 59, 59, 999999)


@pytest.fixture
def further(read):
    """Reads one further sheet beside one return."""

    def read_further(*rows, name="Further", **sheets):
        return read({"Returns": RETURNS, name: list(rows), **sheets})

    return read_further


def refused(found):
    return [(problem.sheet, problem.cell, problem.row) for problem in found.problems if problem.level == "refused"]


def test_an_action_is_open_when_raised_then_closed_then_checked(further):
    found = further(ACTIONS, ["A1", "North", "Visit", "Manager", "Plans", "1/6/2024", "Closed", "30/5/2024", "W. S."])

    closed = date(2024, 5, 30)
    assert found.rows.tables["actions"] == [
        ("council", "A2", 1, "A1", "North", "Plans", date(2024, 6, 1), "open", None, None, RAISED),
        ("council", "A2", 2, "A1", "North", "Plans", date(2024, 6, 1), "closed", closed, closed, end(5, 30)),
    ]
    assert found.material.actions == (
        ActionText("A2", "A1", "North", "Visit", "Manager", "Plans", date(2024, 6, 1), "closed", closed, "W. S."),
    )


def test_an_action_checked_on_a_day_of_its_own_has_three_versions(further):
    head = ["Action", "Due", "Owner", "Closed", "Checked by", "Checked on", "Raised"]

    found = further(head, ["Visit", "", "TM", "30/5/2024", "W. S.", "8/6/2024", "20/5/2024"])

    assert [each[7:] for each in found.rows.tables["actions"]] == [
        ("open", None, None, end(5, 20)),
        ("closed", date(2024, 5, 30), None, end(5, 30)),
        ("closed", date(2024, 5, 30), date(2024, 6, 8), end(6, 8)),
    ]


def test_a_recorded_column_makes_one_version_of_an_action(further):
    found = further([*ACTIONS, "Recorded"], ["A1", "", "Visit", "", "", "", "", "30/5/2024", "", "1/7/2024"])

    assert [each[7:] for each in found.rows.tables["actions"]] == [("closed", date(2024, 5, 30), None, end(7, 1))]


@pytest.mark.parametrize(
    ("state", "checker", "told"),
    [("", "", ("open", None, None)), ("Open", "W. S.", ("open", None, None))]
    + [("Complete", "", ("closed", date(2024, 5, 3), None))]
    + [("Done", "W. S.", ("closed", date(2024, 5, 3), date(2024, 5, 3)))]
    + [("Checked", "", ("checked", date(2024, 5, 3), date(2024, 5, 3)))],
)
def test_an_action_without_days_is_as_its_state_says(further, state, checker, told):
    found = further(ACTIONS, ["A1", "", "Visit", "", "", "", state, "", checker])

    assert [each[7:] for each in found.rows.tables["actions"]] == [(*told, RAISED)]


def test_an_action_closed_before_its_return_was_open_before_that(further):
    found = further(ACTIONS, ["A1", "", "Visit", "", "", "", "Closed", "1/5/2024", ""])

    assert [each[7:] for each in found.rows.tables["actions"]] == [
        ("open", None, None, end(5, 1)),
        ("closed", date(2024, 5, 1), None, end(5, 1)),
    ]


def test_a_services_action_is_known_from_the_workbooks_first_return(further):
    found = further(ACTIONS, ["", "North", "Weekly list", "", "", "", "", "", ""])

    assert found.rows.tables["actions"][0][-1] == RAISED


def test_actions_of_several_sheets_have_names_of_their_own(further):
    found = further(ACTIONS, ["A1", "", "Visit"], Second=[ACTIONS, ["A1", "", "Call"]])

    assert [action.action for action in found.material.actions] == ["A2", "A2.2"]


def test_attempts_to_hear_a_family_are_counted_and_their_words_kept_apart(further):
    found = further(
        FEEDBACK, ["A1", "2/5/2024", "Visit", "Mum (Jane)", "Heard", "Meetings", "I was asked.", "Yes", "T. H."]
    )

    assert found.rows.tables["feedback"] == [
        ("council", 1, "A1", "attempt", "heard", "other", "Meetings", end(5, 2)),
    ]
    assert found.material.feedback == (
        FeedbackWords(
            audit="A1",
            month="2024-04",
            on=date(2024, 5, 2),
            route="Visit",
            who="Mum (Jane)",
            outcome="heard",
            theme="Meetings",
            words="I was asked.",
            leave_to_publish=True,
            checked_by="T. H.",
        ),
    )
    assert found.rows.known >= {"feedback"}


def test_no_words_of_anybody_are_in_a_table(further):
    secret = "Jane Doe of 4 Mill Lane said that she was never asked, not once in the whole of the year"

    found = further(FEEDBACK, ["A1", "2/5/2024", secret, secret, "Heard", secret, secret, "Yes", secret])

    assert secret not in str(found.rows.tables)


def test_feedback_of_no_audit_belongs_to_its_own_month(further):
    rows = [["", "2/6/2024", "Survey", "Parent", "Heard"], ["", "", "Survey", "Parent", "", "", "Good"]]

    found = further(
        [*FEEDBACK, "Month"], rows[0], [*rows[1], "", "", "May-24"], ["A9", "", "", "", "Heard", *[""] * 4, "May-24"]
    )

    assert [each.month for each in found.material.feedback] == ["2024-06", "2024-05", "2024-05"]
    assert sorted(each[-1] for each in found.rows.tables["feedback"]) == [end(5, 31), end(5, 31), end(6, 2)]


def test_sessions_and_steps_are_kept_as_typed(further):
    head = ["Kind", "What", "Date", "Owner's role", "Findings answered", "State", "Outcome"]

    found = further(head, ["Learning session", "Plans", "14/5/2024", "QA", "plans", "Held", "18 came"], ["", "Guide"])

    assert found.material.steps == (
        Step("Learning session", "Plans", date(2024, 5, 14), "QA", "plans", "Held", "18 came"),
        Step("Next step", "Guide", None, None, None, None, None),
    )
    assert found.material.recorded == {"steps"}


def test_earlier_reports_are_taken_as_printed(further):
    rows = [["2023-24/Q1", "Overall grade", "RI", 30, 68, "44%", "Report"], ["2023-24/Q1", "plans", "", "", "", 44, ""]]

    found = further(REPORTED, *rows)

    assert found.rows.tables["reported"] == [
        ("council", "2023-24/Q1", "overall", "Requires Improvement", 30, 68, 0.44, "Report"),
        ("council", "2023-24/Q1", "plans", None, None, None, 0.44, None),
    ]


def test_marks_are_baselines_and_targets(further):
    found = further(MARKS, ["feedback", "", "", "Target", 0.67, "1/4/2024", "31/3/2025", "Board", "Two in three"])

    assert found.rows.tables["marks"] == [
        (
            "council",
            "feedback",
            None,
            None,
            "target",
            0.67,
            date(2024, 4, 1),
            date(2025, 3, 31),
            "Board",
            "Two in three",
        )
    ]


@pytest.mark.parametrize(
    ("head", "row", "cells"),
    [
        (ACTIONS, ["A1", "", "Visit", "", "", "soon", "perhaps", "never", ""], ["F3", "G3", "H3"]),
        (ACTIONS, ["A1", "", "", "TM", "", "", "", "", ""], [None]),
        (FEEDBACK, ["A1", "never", "", "", "maybe", "", "", "perhaps", ""], ["B3", "E3", "H3"]),
        (FEEDBACK, ["A1", "2/5/2024", "Visit", "Mum", "", "", "", "", ""], [None]),
        (FEEDBACK, ["#REF!", "", "", "", "Heard"], ["A3"]),
        (REPORTED, ["2023-24/Q1", "Cooking", "Great", "many", "x", "y", ""], ["B3", "C3", "D3", "E3", "F3"]),
        (REPORTED, ["", "Plans", "Good", "", "", "", ""], [None, None]),
        (MARKS, ["feedback", "", "", "Wish", "much", "x", "y", "", ""], ["D3", "E3", "F3", "G3"]),
        (MARKS, ["", "plans", "", "", "", "", "", "", ""], [None, None]),
    ],
)
def test_a_cell_that_cannot_be_read_refuses_its_row_of_a_further_sheet(further, head, row, cells):
    found = further(head, [], row)

    assert refused(found) == [("Further", cell, 3) for cell in cells]
    assert [(each.sheet, each.row, each.headings) for each in found.refused] == [("Further", 3, tuple(head))]
    assert {len(found.rows.tables.get(table, [])) for table in ("actions", "feedback", "reported", "marks")} <= {0}


def test_notes_and_totals_of_a_further_sheet_are_said_and_not_read(further):
    found = further(ACTIONS, ["A1", "", "Visit"], ["Total", "", "", 1], ["Run by the QA team"], ["", " "])

    assert [(problem.row, problem.level) for problem in found.problems if problem.sheet == "Further"] == [
        (3, "warning"),
        (4, "warning"),
    ]
    assert refused(found) == []


def test_every_further_row_has_the_schemas_columns(further):
    found = further(
        ACTIONS, ["A1", "", "Visit"], F=[FEEDBACK, ["A1", "", "", "", "Heard"]], R=[REPORTED, ["Q1", "", "", 3]]
    )

    assert {name: {len(row) - len(TABLES[name]) for row in rows} for name, rows in found.rows.tables.items()} == {
        name: {0} for name in ("gradings", "audits", "actions", "feedback", "reported")
    }


CASELOAD = ["Service area", "Open cases", "List date"]
LISTED = date(2024, 6, 28)


def caseload_of(found):
    """Case, service area, opened, closed, day of the list."""
    return [(row[1], row[3], *row[9:]) for row in found.rows.tables["caseload"]]


def test_a_caseload_counted_by_service_area(further):
    """So many cases without a reference; the sum under them is no area, and that is said."""
    found = further(CASELOAD, ["North", 2, "28/6/2024"], ["South", "1", "28/6/2024"], ["Total", 3, ""], name="Caseload")

    assert caseload_of(found) == [
        ("counted:North//1", "North", None, None, LISTED),
        ("counted:North//2", "North", None, None, LISTED),
        ("counted:South//1", "South", None, None, LISTED),
    ]
    assert [(each.level, each.what) for each in found.problems if each.sheet == "Caseload"] == [
        ("warning", "Total: taken for a sum of the rows above it, and not read")
    ]


def test_a_caseload_case_by_case(further):
    head = ["Case reference", "Service area", "Team", "Opened", "Closed"]

    found = further(head, ["C1", "North", "T1", "3/5/2023", ""], ["C2", "", "", "1/6/2024", "20/6/2024"])

    assert caseload_of(found) == [
        ("C1", "North", date(2023, 5, 3), None, None),
        ("C2", None, date(2024, 6, 1), date(2024, 6, 20), None),
    ]


@pytest.mark.parametrize(
    ("row", "cell", "what"),
    [
        (["North", "many", ""], "B2", "Open cases: “many” is not a number of open cases"),
        (["North", 2.5, ""], "B2", "Open cases: “2.5” is not a number of open cases"),
        (["North", 10**9, ""], "B2", "Open cases: “1000000000” is not a number of open cases"),
        (["North", 3, "June"], "C2", "List date: “June” is not a date"),
        (["North", "", "28/6/2024"], None, "the row names no case and no number of open cases"),
    ],
)
def test_a_row_of_the_caseload_that_cant_be_read_is_refused(further, row, cell, what):
    found = further(CASELOAD, row)

    assert [(each.cell, each.level, each.what) for each in found.problems if each.sheet == "Further"] == [
        (cell, "refused", what)
    ]
    assert caseload_of(found) == []


def test_without_the_sheet_there_is_no_caseload(further):
    """Absent is not recorded, never nought."""
    assert "caseload" not in further(MARKS).rows.tables
