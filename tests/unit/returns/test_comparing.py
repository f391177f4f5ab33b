"""Rows compared with each other: what doesn't fit together is said, and nothing is refused for it."""

HEAD = ["Audit", "Month", "Service", "Role", "Returned", "Feedback", "Overall", "Seeing", "Assessments", "Plans"]
HEAD += ["Decisions", "Meetings", "Supervision", "Diversity"]
FEEDBACK = ["Audit", "Date", "Who", "Outcome"]


def row(audit="A1", month="Apr-24", area="North", role="Lead", returned="3/5/2024", feedback=""):
    return [audit, month, area, role, returned, feedback, *["Good"] * 8]


def said(found):
    assert {problem.level for problem in found.problems} <= {"warning"}
    return [(problem.sheet, problem.cell, problem.what) for problem in found.problems]


def test_rows_that_fit_together_are_passed_in_silence(read):
    rows = [row(feedback="Heard"), row(role="Second"), row(role="Moderation"), row("A2", feedback="No answer")]
    attempts = [
        ["A1", "", "", "Not reached"],
        ["A1", "", "", "Heard"],
        ["A2", "", "", "Declined"],
        ["", "", "Mum", "Heard"],
    ]

    assert said(read({"R": [HEAD, *rows], "F": [FEEDBACK, *attempts]})) == []


def test_two_rows_of_one_audit_and_source_are_said_and_the_later_stands(read):
    found = read({"R": [HEAD, row(returned="9/5/2024"), row(), row("A2"), row("A2", role="Second")]})

    assert said(found) == [("R", "A3", "A1: row 2 of R is the lead's return too, and stands")]


def test_doubles_in_two_sheets_name_both(read):
    found = read({"R": [HEAD, row(role="Mod")], "S": [HEAD, row(role="Mod"), row()]})

    assert said(found) == [("R", "A2", "A1: row 2 of S is a moderation too, and stands")]


def test_rows_that_differ_in_month_or_service_area_are_said_and_the_leads_is_taken(read):
    found = read({"R": [HEAD, row(), row(role="Second", month="May-24", area="South"), row(role="Mod", area="")]})

    assert said(found) == [
        ("R", "B3", "A1: the month is 2024-05 here and 2024-04 in R B2; 2024-04 is taken"),
        ("R", "C3", "A1: the service area is South here and North in R C2; North is taken"),
    ]
    assert found.rows.tables["audits"][-1][4:7] == ("North", None, "2024-04")


def test_a_contradiction_without_a_column_of_its_own_names_the_row(read):
    head = ["Audit", "Overall"]

    found = read({"Apr-24": [head, ["A1", "Good"]], "May-24": [head, ["A1", "Good"]]})

    assert said(found)[-1] == (
        "Apr-24",
        None,
        "A1: the month is 2024-04 here and 2024-05 in row 2 of May-24; 2024-05 is taken",
    )


def test_references_that_differ_only_in_signs_or_capitals_are_said(read):
    found = read({"R": [HEAD, row("QA-24-1"), row("qa 24 1"), row("QA-24-2"), row("-", returned="1/5/2024")]})

    assert said(found) == [("R", "A3", "qa 24 1 is taken for another audit than QA-24-1 in R A2")]


def test_a_second_return_or_a_moderation_without_the_leads_is_said(read):
    found = read({"R": [HEAD, row(role="Second"), row("A2", role="Mod"), row("A3", role="External"), row("A4")]})

    assert said(found) == [
        ("R", "A2", "A1: the second's return is here without the lead's return"),
        ("R", "A3", "A2: a moderation is here without the lead's return"),
    ]


def test_a_family_heard_in_one_place_only_is_said(read):
    rows = [row(feedback="No answer"), row("A2", feedback="Heard"), row("A3")]
    attempts = [
        ["A1", "", "", "No answer"],
        ["A1", "", "", "Heard"],
        ["A2", "", "", "Declined"],
        ["A3", "", "", "Heard"],
    ]

    found = read({"R": [HEAD, *rows], "F": [FEEDBACK, *attempts]})

    assert said(found) == [
        ("R", "F2", "A1: the family is not reached here and heard in F D3; heard is taken"),
        ("R", "F3", "A2: the family is heard here and declined in F D4; heard is taken"),
    ]


def test_a_row_about_an_audit_without_a_return_is_said(read):
    actions = [["Audit", "Action", "Due"], ["A9", "Visit", ""], ["A1", "Call", ""]]

    found = read({"R": [HEAD, row()], "F": [FEEDBACK, ["A8", "", "", "Heard"]], "A": actions})

    assert [each[:2] for each in said(found)] == [("F", "A2"), ("A", "A2")]
    assert len(found.material.actions) == 2
