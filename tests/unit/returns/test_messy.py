"""The workbook as it really comes: everything at once, and exactly the bad rows are named."""

import re
import zipfile
from datetime import date, datetime

from looped.returns.reading import read_returns

HEADINGS = ["", "Child ID", "AUDIT ref", "Role", "Audit month", "Service", "Team name", "Auditor", "2nd auditor"]
HEADINGS += [
    "Date due",
    "Returned on",
    "Overall judgement",
    "Voice of the child",
    "Assessment",
    "Plans",
    "Management oversight",
]
HEADINGS += ["Meetings", "Supervision", "Diversity", "Family feedback", "Comments"]


def row(case, audit, role, month, area, due, returned, overall, *grades, feedback="", second=""):
    filled = [*grades, *["Good"] * (7 - len(grades))]
    return [
        "",
        case,
        audit,
        role,
        month,
        area,
        "T1",
        "J. P.",
        second,
        due,
        returned,
        overall,
        *filled,
        feedback,
        "well done",
    ]


APRIL = [
    ["Practice audits, April 2024"],
    ["Sent by the north; please return by 15 May"],
    [],
    HEADINGS,
    row("C1", "A1", "Lead", "Apr-24", "North", "15/5/2024", "3 May 2024", "Req Imp", "good ", "O", "Inadeq.", "RI"),
    row(
        "C1",
        "A1",
        "2nd auditor",
        date(2024, 4, 1),
        "",
        "15.5.24",
        45417.0,
        "requires improvement to be good",
        second="M. C.",
    ),
    [],
    row(
        "C2", "A2", "first auditor", "April 2024", "North", datetime(2024, 5, 15), "2024-05-04", "Goood", feedback="Yes"
    ),
    row("C3", "A3", "", 45383.0, "", "15/05/24", date(2024, 5, 7), ("=1", "Good"), "N/A", feedback="Spoke to mum"),
    row("C4", "A4", "Lead", "12 April 2024", "", "", "8th May 2024", "Requires Improvment", feedback="no answer"),
    row("C2", "A2", "first auditor", "04/2024", "North", "15/5/2024", "9/5/24", "G"),
    [" "],
    row("C5", "", "Lead", "Apr-24", "South", "15/5/2024", "3 May 2024", "Good"),
    row("C4", "A4", "Moderated", "2024-04", "", "", "9 May 2024", "Inadequate", *[""] * 7),
    ["", "Total", "", "", "", "", "", "", "", "", "", 7.0],
]
MAY = [
    [*HEADINGS[:0:-1]],
    row("C6", "A6", "Lead", "May-24", "South", "", "31/6/2024", "Good")[:0:-1],
    row(1007.0, 2007.0, "Lead", ("=DATE(2024,5,1)", 45413.0), "South", "15/6/2024", "3/6/2024", "Outstanding")[:0:-1],
]


def test_a_messy_workbook_gives_the_right_rows_and_names_exactly_the_bad_ones(read):
    sheets = {"Read me": [["How to fill this in"]], "April": APRIL, "May": MAY}

    found = read(sheets, {"April": ["F9:F10"]})

    assert [(each.audit, each.case, each.source, each.month, each.grades["overall"]) for each in found.returns] == [
        ("A1", "C1", "lead", "2024-04", 2),
        ("A1", "C1", "second", "2024-04", 2),
        ("A3", "C3", "lead", "2024-04", 3),
        ("A4", "C4", "lead", "2024-04", 2),
        ("A2", "C2", "lead", "2024-04", 3),
        ("A4", "C4", "moderation", "2024-04", 1),
        ("2007", "1007", "lead", "2024-05", 4),
    ]
    assert [(each.sheet, each.cell, each.row) for each in found.problems if each.level == "refused"] == [
        ("April", "L8", 8),
        ("April", "C13", 13),
        ("May", "K2", 2),
    ]
    assert [(each.sheet, each.cell, each.row) for each in found.problems if each.level == "warning"] == [
        ("April", None, 15)
    ]
    assert found.skipped == ("Read me",)


def test_the_messy_rows_hold_what_their_cells_say(read):
    first, second, third, *_ = read({"April": APRIL}, {"April": ["F9:F10"]}).returns

    assert list(first.grades.values()) == [3, 4, 1, 2, 3, 3, 3, 2]
    assert (first.due, first.returned, first.auditor) == (date(2024, 5, 15), date(2024, 5, 3), "J. P.")
    assert (second.auditor, second.returned, second.service_area) == ("M. C.", date(2024, 5, 5), None)
    assert (third.not_graded, third.feedback) == ({"seeing_hearing": "not_applicable"}, "heard")


def test_a_merged_cells_value_fills_its_rows(read):
    rows = [["Audit", "Service", "Month", "Overall"], ["A1", "North", "Apr-24", "Good"], ["A2", "", "", "RI"]]

    found = read(rows, {"Returns": ["B2:B3", "C2:C3"]})

    assert [(each.service_area, each.month) for each in found.returns] == [("North", "2024-04")] * 2


def test_a_merged_heading_names_its_first_column_where_words_below_name_the_others(read):
    rows = [
        ["Audit", "Month", "Grades", "", ""],
        ["", "", "Overall", "Plans", "Meetings"],
        ["A1", "Apr-24", "G", "RI", "O"],
    ]

    found = read(rows, {"Returns": ["A1:A2", "B1:B2", "C1:E1"]})

    assert [found.returns[0].grades[code] for code in ("overall", "plans", "meetings_reviews")] == [3, 2, 4]


def test_a_merged_range_beyond_the_used_cells_does_no_harm(read):
    rows = [["Audit", "Month", "Overall"], ["A1", "Apr-24", "Good"]]

    found = read({"Returns": rows, "Empty": [["", "", "", "x"]]}, {"Returns": ["A3:C9"], "Empty": ["D1:D4"]})

    assert found.taken == 1


def test_a_sheet_that_lies_about_its_size_loses_no_row(workbook, tmp_path):
    """A sheet may say itself how far it goes; a reader that believes it drops every row beyond."""
    honest = workbook({"Returns": [["Audit", "Month", "Overall"], *([f"A{n}", "Apr-24", "Good"] for n in range(500))]})
    lying = tmp_path / "lying.xlsx"
    with zipfile.ZipFile(honest) as old, zipfile.ZipFile(lying, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text, lies = re.subn(rb'<dimension ref="[^"]+"', b'<dimension ref="A1:C3"', old.read(part))
            assert lies == (part == "xl/worksheets/sheet1.xml")
            new.writestr(part, text)

    found = read_returns(lying)

    assert len(found.rows.tables["gradings"]) == len(read_returns(honest).rows.tables["gradings"]) >= 500
