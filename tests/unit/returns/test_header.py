"""The header is found wherever it stands, and its headings are told by their words."""

import pytest

from looped.returns.columns import COLUMNS, Headings
from looped.returns.header import header_of
from looped.returns.sheets import Sheet, columns_of, letters
from looped.rubric.loading import frameworks

SHIPPED = frameworks()


def sheet_of(*rows, across=()):
    return Sheet("S", columns_of([list(row) for row in rows], len(rows)), across=list(across))


@pytest.mark.parametrize(
    ("heading", "column"),
    [("Child ID", "case"), ("Case ref.", "case"), ("AUDIT REF", "audit"), ("Audit Month", "month"), ("Role", "source")]
    + [("2nd auditor", "second_auditor"), ("Service", "service_area"), ("Assessment", "grade:assessments")]
    + [("Quality of Plans", "grade:plans"), ("Overall grade", "grade:overall"), ("Family feedback", "feedback")]
    + [("Name of the auditor", "auditor"), ("Due by (date)", "due"), ("Date the form was returned", "returned")]
    + [("Servise area", "service_area"), ("Recieved", "returned"), ("Month of the audit", "month")],
)
def test_a_heading_of_returns_is_told_by_its_words(heading, column):
    assert Headings(SHIPPED).name_of("returns", heading).column == column


@pytest.mark.parametrize(
    "heading", ["", "  ", "Assessment comments", "Notes on plans", "Colour", "Tea", "What is wrong"]
)
def test_a_heading_about_something_else_names_nothing(heading):
    assert Headings(SHIPPED).name_of("returns", heading) is None


def test_no_phrase_names_two_columns_of_one_kind():
    """The table of words can't contradict itself."""
    for columns in COLUMNS.values():
        phrases = [phrase for listed in columns.values() for phrase in listed]

        assert sorted(phrases) == sorted(set(phrases))


def test_the_header_may_stand_under_titles_in_any_order_of_columns():
    sheet = sheet_of(
        ["Audits"], [], ["", "Run on 3 May"], ["Plans", "", "Month", "Audit ID"], ["Good", "", "Apr-24", "A1"]
    )

    header = header_of(sheet, SHIPPED)

    assert (header.kind, header.below) == ("returns", 4)
    assert header.columns == {"grade:plans": 0, "month": 2, "audit": 3}


def test_headings_may_be_in_two_rows_with_merged_groups():
    sheet = sheet_of(
        ["Audit", "Round", "Grades", "", ""],
        ["ID", "Month", "Plans", "Supervision", "Overall"],
        ["A1", "Apr-24", "Good", "Good", "Good"],
        across=[(0, 2, 4)],
    )

    header = header_of(sheet, SHIPPED)

    assert header.below == 2
    assert header.columns == {"audit": 0, "month": 1, "grade:plans": 2, "grade:supervision": 3, "grade:overall": 4}
    assert header.headings[0] == "Audit ID"


def test_of_two_columns_of_one_name_the_plainer_then_the_left_is_taken():
    sheet = sheet_of(
        ["The audit we did", "Audit", "Month", "Plans", "Plan", "Quality of plans"], ["x", "A1", "Apr-24", "G"]
    )

    header = header_of(sheet, SHIPPED)

    assert (header.columns["audit"], header.columns["grade:plans"], header.doubled) == (1, 3, (4, 5))


def test_a_sheet_without_an_audit_or_a_grade_has_no_header():
    assert header_of(sheet_of(["Month", "Team", "Plans"]), SHIPPED) is None
    assert header_of(sheet_of(["Audit", "Month", "Team"]), SHIPPED) is None
    assert header_of(sheet_of(), SHIPPED) is None


def test_a_header_below_the_first_fifty_rows_is_not_looked_for():
    empty = [["x"]] * 50

    assert header_of(sheet_of(*empty[1:], ["Audit", "Month", "Plans"]), SHIPPED).below == 50
    assert header_of(sheet_of(*empty, ["Audit", "Month", "Plans"]), SHIPPED) is None


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        (
            "actions",
            ["Audit", "Service area", "Action", "Owner's role", "Theme", "Due", "State", "Closed", "Checked by"],
        ),
        ("feedback", ["Audit", "Date", "Route", "Who", "Outcome", "Theme", "Words", "Leave to publish", "Checked by"]),
        ("steps", ["Kind", "What", "Date", "Owner's role", "Findings answered", "State", "Outcome"]),
        ("reported", ["Period", "Domain", "Grade", "Count", "Base", "Share", "Document"]),
        ("marks", ["Figure", "Domain", "Grade", "Kind", "Value", "From", "To", "Set by", "Why"]),
    ],
)
def test_a_further_sheet_is_told_by_its_header_alone(kind, headings):
    header = header_of(sheet_of(["Anything"], headings), SHIPPED)

    assert header.kind == kind
    assert sorted(header.columns.values()) == list(range(len(headings)))


def test_columns_are_lettered_as_spreadsheets_do():
    assert [letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_rows_of_different_lengths_become_columns_of_one_length():
    assert columns_of([["a"], ["b", "c"], []], 3) == [["a", "b", ""], ["", "c", ""]]
    assert columns_of([], 0) == []


@pytest.mark.slow
def test_long_columns_are_kept_in_order_whether_their_cells_repeat_or_not():
    rows = [[f"A{number}", "Good", str(number // 9)] for number in range(45_000)]
    told = []

    columns = columns_of([list(row) for row in rows], 50_000, lambda *progress: told.append(progress))

    assert columns == [list(column) for column in zip(*rows, strict=True)]
    assert told == [(20_000, 50_000), (40_000, 50_000), (45_000, 50_000), (45_000, 45_000)]
