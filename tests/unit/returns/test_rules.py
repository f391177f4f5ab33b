"""Strict in meaning: which rows are taken, which refused, what is warned of, and in what words."""

import pytest

from looped.rubric.loading import frameworks

HEAD = ["Audit", "Month", "Role", "Returned", "Overall", "Seeing", "Assessments", "Plans", "Decisions", "Meetings"]
HEAD += ["Supervision", "Diversity"]
GOOD = ["Good"] * 8


def told(read, level="refused"):
    return [(problem.cell, problem.row) for problem in read.problems if problem.level == level]


def row(audit="A1", month="Apr-24", role="Lead", returned="3/5/2024", grades=GOOD):
    return [audit, month, role, returned, *grades]


def test_a_good_row_is_taken_without_a_word(read):
    found = read([HEAD, row()])

    assert (found.taken, found.problems, found.skipped, found.refused) == (1, (), (), ())


@pytest.mark.parametrize(
    ("changed", "cell"),
    [({"audit": ""}, "A3"), ({"month": "Aprille"}, "B3"), ({"month": ""}, "B3"), ({"role": "third"}, "C3")]
    + [({"returned": "31/4/2024"}, "D3"), ({"grades": ["Goof", *GOOD[1:]]}, "E3"), ({"audit": "#N/A"}, "A3")],
)
def test_a_cell_that_cannot_be_read_refuses_its_row_and_no_other(read, changed, cell):
    found = read([HEAD, row("A0"), row(**changed), row("A2")])

    assert [taken.audit for taken in found.returns] == ["A0", "A2"]
    assert told(found) == [(cell, 3)]
    assert [refused.row for refused in found.refused] == [3]


def test_every_bad_cell_of_a_row_is_named_from_left_to_right(read):
    found = read([HEAD, row("", "?", "third", "never", ["Goof", *GOOD[1:7], "8"])])

    assert told(found) == [("A2", 2), ("B2", 2), ("C2", 2), ("D2", 2), ("E2", 2), ("L2", 2)]
    assert found.material.refused == 1


def test_a_problem_says_what_is_wrong_and_how_to_mend_it(read):
    found = read([HEAD, row(grades=["Goof", *GOOD[1:]])])

    problem = found.problems[0]
    assert problem.sheet == "Returns"
    assert problem.what == "Overall: “Goof” is not a grade of Practice audit framework, April 2024"
    assert problem.mend == "write Outstanding, Good, Requires Improvement, Inadequate, or Not graded with a reason"
    assert found.material.problems == (f"Returns E2: Refused: {problem.what}. To mend it: {problem.mend}.",)


def test_a_blank_grade_is_not_graded_in_a_return_with_a_warning(read):
    found = read([HEAD, row(grades=["Good", *[""] * 2, *GOOD[3:]])])

    assert found.returns[0].grades["seeing_hearing"] is None
    assert (found.taken, told(found)) == (1, [])
    assert told(found, "warning") == [("F2", 2), ("G2", 2)]


def test_a_blank_grade_is_not_moderated_in_a_moderation(read):
    found = read([HEAD, row(), row(role="Moderation", grades=["RI", *[""] * 6, "N/A"])])

    assert found.returns[1].grades == {"overall": 2, "diversity": None}
    assert found.returns[1].not_graded == {"diversity": "not_applicable"}
    assert found.problems == ()


def test_not_graded_with_a_reason_is_taken_in_silence(read):
    found = read([HEAD, row(grades=["Good", "Good", "N/A", "Not enough on file", "Not completed", *GOOD[5:]])])

    assert found.returns[0].not_graded == {
        "assessments": "not_applicable",
        "plans": "not_enough_on_file",
        "decisions_oversight": "not_completed",
    }
    assert found.problems == ()


def test_a_reason_may_stand_in_a_column_of_its_own(read):
    rows = [[*HEAD, "Reason not graded"], [*row(grades=["Good", "Not graded", *GOOD[2:]]), "Not applicable"]]
    rows.append([*row("A2", grades=["Good", "", "N/A", *GOOD[3:]]), "not completed"])
    rows.append([*row("A3", grades=["Good", "", *GOOD[2:]]), "hm"])

    found = read(rows)

    assert [each.not_graded for each in found.returns] == [
        {"seeing_hearing": "not_applicable"},
        {"seeing_hearing": "not_completed", "assessments": "not_applicable"},
        {},
    ]
    assert told(found, "warning") == [("F4", 4), ("M4", 4)]


def test_not_graded_where_the_framework_forbids_it_is_a_warning(read):
    found = read([HEAD, row(grades=["N/A", *GOOD[1:]])])

    assert (found.taken, told(found, "warning")) == (1, [("E2", 2)])
    assert "does not allow" in found.problems[0].what


def test_a_row_without_any_grade_is_refused(read):
    found = read([HEAD, row(), row("A2", grades=[""] * 8), row("A3", grades=["Not graded", *[""] * 7])])

    assert [each.audit for each in found.returns] == ["A1", "A3"]
    assert told(found) == [(None, 3)]


def test_without_a_source_column_every_row_is_a_leads(read):
    found = read([["Audit", "Month", "Overall"], ["A1", "Apr-24", "Good"], ["A2", "Apr-24", "RI"]])

    assert [each.source for each in found.returns] == ["lead", "lead"]


def test_a_column_whose_every_word_tells_a_source_is_taken_for_it_and_said(read):
    head = ["Audit", "Month", "Children", "Type", "Overall"]
    rows = [["A1", "Apr-24", "1", "First auditor", "Good"], ["A1", "Apr-24", "2", "Moderation", "RI"]]
    rows.append(["A2", "Apr-24", "1", " ", "Good"])

    found = read([head, *rows])

    assert [each.source for each in found.returns] == ["lead", "moderation", "lead"]
    assert "the column Type (D1) is taken to tell whose each row is" in found.problems[0].what


@pytest.mark.parametrize(
    "words", [("Looped", "Single"), ("Lead", "Lead"), ("Lead", "Second", "Chair"), (1, 2), ("1", "2")]
)
def test_a_column_that_tells_something_else_is_not_taken_for_the_source(read, words):
    rows = [["Audit", "Month", "Type", "Overall"], *([f"A{n}", "Apr-24", word, "Good"] for n, word in enumerate(words))]

    found = read(rows)

    assert {each.source for each in found.returns} == {"lead"}
    assert [each.what for each in found.problems if "Type" in each.what] == []


def test_an_empty_source_is_a_leads(read):
    assert read([HEAD, row(role="")]).returns[0].source == "lead"


def test_a_column_of_second_auditors_names_makes_no_second_gradings(read):
    head = ["Audit", "Month", "Auditor", "2nd auditor", "Overall"]

    found = read([head, ["A1", "Apr-24", "J. Penhallow", "M. Castleden", "Good"]])

    assert [(each.source, each.auditor) for each in found.returns] == [("lead", "J. Penhallow")]


def test_in_a_seconds_row_the_second_auditor_is_the_rows_auditor(read):
    head = ["Audit", "Month", "Role", "Auditor", "2nd auditor", "Overall"]
    rows = [["A1", "Apr-24", "1st", "J. P.", "M. C.", "Good"], ["A1", "Apr-24", "2nd", "J. P.", "M. C.", "Good"]]
    rows.append(["A2", "Apr-24", "2nd", "E. T.", "", "Good"])

    assert [each.auditor for each in read([head, *rows]).returns] == ["J. P.", "M. C.", "E. T."]


def test_a_second_auditor_column_of_yes_and_no_tells_whose_a_row_is(read):
    head = ["Audit", "Month", "2nd auditor", "Overall"]
    rows = [["A1", "Apr-24", "", "Good"], ["A1", "Apr-24", "Yes", "RI"], ["A2", "Apr-24", "No", "RI"]]

    assert [each.source for each in read([head, *rows]).returns] == ["lead", "second", "lead"]


def test_without_an_audit_column_a_case_in_a_month_is_one_audit(read):
    head = ["Child ID", "Month", "Overall"]

    found = read(
        [head, ["C1", "Apr-24", "Good"], ["C1", "May-24", "Good"], ["", "May-24", "Good"], ["C2", "x", "Good"]]
    )

    assert [each.audit for each in found.returns] == ["C1 2024-04", "C1 2024-05"]
    assert told(found) == [(None, 4), ("B5", 5)]
    assert [problem.what for problem in found.problems if problem.row is None][:1] == [
        "no column names the audit; each Child ID with its month is taken as one audit"
    ]


def test_without_a_month_column_the_date_of_the_audit_gives_it(read):
    found = read([["Audit", "Date of audit", "Overall"], ["A1", "12/4/2024", "Good"], ["A2", "", "Good"]])

    assert [each.month for each in found.returns] == ["2024-04"]
    assert told(found) == [("B3", 3)]


@pytest.mark.parametrize(
    ("name", "title"), [("Apr-24", "x"), ("Audits April 2024", "x"), ("S", "April 2024"), ("S", "Audits of April 2024")]
)
def test_a_sheet_a_month_may_name_it_in_its_name_or_title(read, name, title):
    found = read({name: [[title, 3.0], ["Audit", "Overall"], ["A1", "Good"]]})

    assert [each.month for each in found.returns] == ["2024-04"]
    assert [problem.level for problem in found.problems if "2024-04" in problem.what] == ["warning"]


def test_without_any_month_each_row_is_refused(read):
    found = read({"S": [["April 2024", "May 2024"], ["Audit", "Overall"], ["A1", "Good"], ["A2", "Good"]]})

    assert (found.taken, told(found)) == (0, [(None, 3), (None, 4)])


def test_several_sheets_of_returns_are_one_workbook(read):
    april = [HEAD, row("A1")]
    may = [["May"], HEAD[::-1], row("A2", "May-24")[::-1]]

    found = read({"April": april, "May": may, "Notes": [["Nothing here"]]})

    assert [(each.audit, each.sheet, each.row) for each in found.returns] == [("A1", "April", 2), ("A2", "May", 3)]
    assert (found.skipped, found.problems) == (("Notes",), ())


def test_a_domain_without_a_column_is_not_graded_and_said_once(read):
    found = read(
        [["Audit", "Month", "Role", "Overall"], ["A1", "Apr-24", "Lead", "Good"], ["A1", "Apr-24", "Mod", "RI"]]
    )

    assert found.returns[0].grades == dict.fromkeys(frameworks()[1].domain_codes) | {"overall": 3}
    assert found.returns[1].grades == {"overall": 2}
    titles = ", ".join(domain.title for domain in frameworks()[1].domains)
    assert [(problem.row, problem.what) for problem in found.problems] == [
        (None, f"no column gives {titles}; not graded in any return of the sheet")
    ]


def test_grades_under_a_heading_that_names_no_domain_are_said(read):
    found = read([[*HEAD, "Asessmnts", "Plan", "Team", ""], [*row(), "Good", "RI", "Blue", "RI"]])

    assert [problem.what for problem in found.problems] == [
        "the column Asessmnts (M1) holds grades and was not read",
        "the column Plan (N1) holds grades and was not read",
        "the column without a heading (P1) holds grades and was not read",
    ]
    assert len({problem.mend for problem in found.problems}) == 2


def test_empty_rows_totals_notes_and_repeated_headers_are_no_returns(read):
    rows = [
        HEAD,
        row(),
        [],
        [" "],
        HEAD,
        row("A2"),
        ["Total", "", "", "", 2.0],
        ["Run by the QA team in July"],
        ["Sum", "May-24"],
    ]

    found = read(rows)

    assert [each.audit for each in found.returns] == ["A1", "A2"]
    assert told(found, "warning") == [(None, 5), (None, 7), (None, 8)]
    assert told(found) == [(None, 9)]


def test_a_lone_reference_is_a_return_that_someone_forgot(read):
    assert told(read([HEAD, row(), ["A2"]])) == [("B3", 3)]


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [("Heard", "heard"), ("Yes", "heard"), ("Spoke to mum on 3 May", "heard"), ("No answer", "not_reached")]
    + [
        ("Attempted twice", "not_reached"),
        ("Not reached", "not_reached"),
        ("Declined", "declined"),
        ("Refused", "declined"),
    ]
    + [("Not appropriate", "not_appropriate"), ("N/A", "not_appropriate"), ("", None)],
)
def test_outcomes_of_feedback_are_read_as_people_type_them(read, typed, outcome):
    found = read([[*HEAD, "Feedback"], [*row(), typed]])

    assert (found.returns[0].feedback, found.problems) == (outcome, ())


@pytest.mark.parametrize("typed", ["No", "Spoke to mum, who declined", "To be done", "mum spoke to us"])
def test_an_outcome_that_does_not_say_what_happened_is_a_warning(read, typed):
    found = read([[*HEAD, "Feedback"], [*row(), typed], [*row("A2", "x"), typed]])

    assert (found.taken, found.returns[0].feedback) == (1, None)
    assert told(found, "warning") == [("M2", 2)]


def test_a_month_without_a_framework_in_force_refuses_its_rows(read):
    old = frameworks()[0]

    found = read([HEAD, row(), row("A2", "Apr-23")], frameworks=(old,))

    assert [(each.audit, each.framework) for each in found.returns] == [("A2", old.code)]
    assert told(found) == [(None, 2)]


def test_each_row_is_read_by_the_framework_of_its_month(read):
    found = read([HEAD, row("A1", "Mar-24"), row("A2", "Apr-24"), row("A3", "Oct-24", grades=["x", *GOOD[1:]])])

    assert [each.framework for each in found.returns] == [frameworks()[0].code, frameworks()[1].code]
    assert frameworks()[2].title in found.problems[0].what


def test_kind_and_selection_are_kept_where_they_are_known(read):
    head = [*HEAD, "Kind", "Selection"]

    found = read([head, [*row(), "Thematic", "Random"], [*row("A2"), "?", "whatever"], [*row("A3"), "", ""]])

    assert [each[7:9] for each in found.rows.tables["audits"]] == [
        ("thematic", "random"),
        ("monthly", None),
        ("monthly", None),
    ]
    assert told(found, "warning") == [("M3", 3), ("N3", 3)]


def test_a_hidden_sheet_is_read_and_said(workbook, tmp_path):
    from openpyxl import load_workbook

    from looped.returns.reading import read_returns

    path = workbook({"A": [HEAD, row()], "B": [HEAD, row("A2")]})
    book = load_workbook(path)
    book["B"].sheet_state = "hidden"
    book.save(path)

    found = read_returns(path)

    assert found.taken == 2
    assert [(problem.sheet, problem.what) for problem in found.problems] == [
        ("B", "the sheet is hidden; it is read all the same")
    ]


def test_a_formula_that_failed_is_not_an_empty_cell(read):
    rows = [HEAD, row(), row("A2", grades=[("=NA()", "#N/A"), *GOOD[1:]]), row(("=1/0", "#DIV/0!"))]

    found = read({"Notes": [["x"]], "Returns": rows})

    assert [each.audit for each in found.returns] == ["A1"]
    assert told(found) == [("E3", 3), ("A4", 4)]


def test_failed_formulas_are_found_whatever_program_wrote_the_file(tmp_path):
    """openpyxl names its parts otherwise than Excel does."""
    from openpyxl import Workbook

    from looped.returns.reading import read_returns

    book = Workbook()
    for cells in (HEAD, row(), row("A2", grades=["#N/A", *GOOD[1:]])):
        book.active.append(cells)
    book.save(tmp_path / "returns.xlsx")

    assert [(each.cell, each.level) for each in read_returns(tmp_path / "returns.xlsx").problems] == [("E3", "refused")]


def test_a_formula_that_was_never_worked_out_is_not_an_empty_cell(tmp_path):
    """openpyxl saves formulas without their values; Excel saves an empty text as the value it is."""
    from openpyxl import Workbook

    from looped.returns.reading import read_returns

    book = Workbook()
    for cells in (HEAD, row(), row("A2", grades=['="Go"&"od"', *GOOD[1:]])):
        book.active.append(cells)
    book.save(tmp_path / "returns.xlsx")

    problem = read_returns(tmp_path / "returns.xlsx").problems[0]

    assert (problem.cell, problem.level) == ("E3", "refused")
    assert "“a formula without a value”" in problem.what


def test_dates_of_a_workbook_from_an_old_mac_are_the_days_they_show(tmp_path):
    from datetime import date

    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    from looped.returns.reading import read_returns

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    for cells in (HEAD, row(month=date(2024, 4, 1), returned=date(2024, 5, 3))):
        book.active.append(cells)
    book.save(tmp_path / "returns.xlsx")

    found = read_returns(tmp_path / "returns.xlsx").returns[0]

    assert (found.month, found.returned) == ("2024-04", date(2024, 5, 3))


def test_a_grade_under_what_the_months_framework_does_not_grade_is_refused(read, tmp_path):
    """The first framework of two grades all; the later one drops the overall grade."""
    from dataclasses import replace
    from datetime import date

    early = replace(frameworks()[0], valid_to=date(2024, 3, 31))
    late = replace(early, code="late", title="Late", valid_from=date(2024, 4, 1), valid_to=None)
    late = replace(late, rules=replace(late.rules, overall="absent"))
    rows = [
        HEAD,
        row("A1", "Mar-24"),
        row("A2"),
        row("A3", grades=["", *GOOD[1:]]),
        row("A4", grades=["N/A", *GOOD[1:]]),
    ]

    found = read(rows, frameworks=(early, late))

    assert [each.audit for each in found.returns] == ["A1", "A3", "A4"]
    assert [each.grades.get("overall", "none") for each in found.returns] == [3, "none", "none"]
    assert [(each.cell, each.what) for each in found.problems] == [
        ("E3", "Overall: “Good” stands under what is not graded by Late")
    ]
