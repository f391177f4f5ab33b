"""Two auditors' grades side by side in one row are two returns; a moderation beside them is a third."""

import pytest

from looped.returns.columns import Headings
from looped.rubric.loading import frameworks

DOMAINS = ["Overall", "Seeing", "Assessments", "Plans", "Decisions", "Meetings", "Supervision", "Diversity"]
GOOD, RI, NONE = ["Good"] * 8, ["RI"] * 8, [""] * 8
LEAD = ["Audit", "Month", "Service", "Auditor", "Date returned", "Feedback", *DOMAINS]
SECOND = ["2nd auditor", "Date returned (2nd)", *[f"{domain} (2nd auditor)" for domain in DOMAINS]]
MODERATION = ["Why moderated", "Date moderated", "Moderated by", "Overall moderated", "Moderated plans"]


def lead(audit, grades=GOOD, month="Apr-24"):
    return [audit, month, "North", "J. P.", "3/5/2024", "Heard", *grades]


def second(grades=RI, name="M. C.", returned="7/5/2024"):
    return [name, returned, *grades]


def taken(found):
    return [
        (each.audit, each.source, each.auditor, str(each.returned), each.grades["overall"]) for each in found.returns
    ]


@pytest.mark.parametrize(
    ("heading", "column"),
    [("Plans (2nd)", "grade:plans@second"), ("Second auditor overall grade", "grade:overall@second")]
    + [("Lead: Plans", "grade:plans"), ("Moderated overall grade", "grade:overall@moderation")]
    + [
        ("Date moderated", "returned@moderation"),
        ("Moderated by", "auditor@moderation"),
        ("2nd auditor", "second_auditor"),
    ]
    + [("1st auditor name", "auditor"), ("Overall after moderation", "grade:overall@moderation")],
)
def test_a_heading_tells_whose_column_it_is(heading, column):
    assert Headings(frameworks()).name_of("returns", heading).column == column


@pytest.mark.parametrize("heading", ["Moderated", "Second language", "Plans comments (2nd)"])
def test_a_heading_that_only_speaks_of_a_side_is_no_grade(heading):
    assert Headings(frameworks()).name_of("returns", heading) is None


def test_a_row_with_two_auditors_grades_is_two_returns(read):
    rows = [[*LEAD, *SECOND], [*lead("A1"), *second()], [*lead("A2"), *second(NONE, "", "")]]

    found = read(rows)

    assert taken(found) == [
        ("A1", "lead", "J. P.", "2024-05-03", 3),
        ("A2", "lead", "J. P.", "2024-05-03", 3),
        ("A1", "second", "M. C.", "2024-05-07", 2),
    ]
    assert [each.row for each in found.returns] == [2, 3, 2]
    assert [each.feedback for each in found.returns] == ["heard", "heard", None]
    assert found.problems == ()


def test_a_moderation_beside_them_moderates_what_it_names(read):
    rows = [[*LEAD, *SECOND, *MODERATION]]
    rows.append([*lead("A1"), *second(), "Differed", "9/5/2024", "A. B.", "RI", ""])
    rows.append([*lead("A2"), *second(), "", "", "", "", ""])

    found = read(rows)

    assert taken(found)[-1] == ("A1", "moderation", "A. B.", "2024-05-09", 2)
    assert (found.returns[-1].grades, found.returns[-1].why_moderated) == ({"overall": 2}, "differed")
    assert (found.taken, found.problems) == (5, ())


def test_headings_of_the_sides_may_stand_in_a_row_above(read):
    groups = ["", "", *["Lead auditor"] * 8, *["Second auditor"] * 8]
    rows = [groups, ["Audit", "Month", *DOMAINS, *DOMAINS], ["A1", "Apr-24", *GOOD, *RI]]

    found = read(rows)

    assert [(each.source, each.grades["overall"], each.grades["plans"]) for each in found.returns] == [
        ("lead", 3, 3),
        ("second", 2, 2),
    ]


def test_a_bad_cell_on_either_side_refuses_the_whole_row_and_is_named_once(read):
    rows = [[*LEAD, *SECOND], [*lead("A1"), *second(["Goof", *RI[1:]])], [*lead("", month="?"), *second()]]
    rows += [[*lead("A3"), *second()], ["Total", "", "", "", "", "", 3.0]]

    found = read(rows)

    assert [(each.audit, each.source) for each in found.returns] == [("A3", "lead"), ("A3", "second")]
    assert [(each.cell, each.row, each.level) for each in found.problems] == [
        ("Q2", 2, "refused"),
        ("A3", 3, "refused"),
        ("B3", 3, "refused"),
        (None, 5, "warning"),
    ]
    assert [each.row for each in found.refused] == [2, 3]


def test_where_a_column_tells_whose_a_row_is_the_other_side_is_said_to_be_not_read(read):
    found = read([[*LEAD, "Role", "Overall (2nd)"], [*lead("A1"), "Lead", "RI"]])

    assert [each.source for each in found.returns] == ["lead"]
    assert [each.what for each in found.problems] == ["the column Overall (2nd) (P1) holds grades and was not read"]


def test_a_sheet_of_seconds_grades_alone_is_a_sheet_of_seconds(read):
    found = read([["Audit", "Month", *SECOND], ["A1", "Apr-24", *second()]])

    assert taken(found) == [("A1", "second", "M. C.", "2024-05-07", 2)]
