"""The example quarter's workbook, read by a second library and a plain rule, has the seed's counts in every cell."""

import json
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

ROOT = Path(__file__).parents[3]
SEED = json.loads((ROOT / "tests/seed/quarter.json").read_text("utf-8"))
MONTHS = tuple(SEED["months"])
GRADES = tuple(SEED["grades"])
DOMAINS = tuple(SEED["domains"])
NOT_GRADED = "Not graded"
TYPED = {"RI": "Requires Improvement", "N/A": NOT_GRADED, "Not enough on file": NOT_GRADED}

Row = dict[str, Any]


def rows_of(sheet: str, workbook: str = "returns-2024-25-q1.xlsx", header: int = 4) -> list[Row]:
    """The rows of a sheet, each as a dict by its column's heading; the header stands in row 4."""
    page = openpyxl.load_workbook(ROOT / "examples" / workbook)[sheet]
    headings, *rows = page.iter_rows(min_row=header, values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def by_audit(rows: list[Row]) -> dict[str, list[Row]]:
    """Rows of returns by their audit."""
    grouped = defaultdict(list)
    for row in rows:
        grouped[row["Audit"]].append(row)
    return grouped


def grade(row: Row, column: str) -> str | None:
    """A grade by its full name; None where the cell is empty."""
    typed = row[column]
    return TYPED.get(typed, typed)


def role(rows: list[Row], wanted: str) -> Row | None:
    """The audit's return of that role; None where there is none."""
    return next((row for row in rows if row["Role"] == wanted), None)


def stands(rows: list[Row], column: str) -> str:
    """The standing grade: the moderation's where it settled the column, else the lead's, agreed or provisional."""
    moderation, lead = role(rows, "Moderation"), role(rows, "Lead")
    assert lead is not None
    return (grade(moderation, column) if moderation else None) or grade(lead, column) or NOT_GRADED


def month_of(row: Row) -> str:
    return f"{row['Month']:%Y-%m}"


@pytest.fixture(scope="module")
def audits() -> dict[str, list[Row]]:
    return by_audit(rows_of("Returns"))


def counts(audits: dict[str, list[Row]], column: str, named: str) -> list[int]:
    """Audits standing at a grade in each month."""
    found = Counter(month_of(rows[0]) for rows in audits.values() if stands(rows, column) == named)
    return [found[month] for month in MONTHS]


@pytest.mark.parametrize("named", GRADES)
def test_overall_grades_are_the_seeds(audits, named):
    assert counts(audits, "Overall grade", named) == SEED["overall"][named]


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("named", GRADES)
def test_domain_grades_are_the_seeds(audits, domain, named):
    assert counts(audits, domain, named) == SEED["domains"][domain][named]


@pytest.mark.parametrize("domain", [domain for domain in DOMAINS if domain != "Quality of Assessments"])
def test_not_graded_is_the_seeds_and_none_where_it_prints_none(audits, domain):
    printed = [count or 0 for count in SEED["domains"][domain]["Not graded"]]

    assert counts(audits, domain, NOT_GRADED) == printed


def test_assessments_not_graded_make_each_month_whole(audits):
    """The seed prints 3, 0, 0, which makes 32 of 31 audits in April and 29 of 30 in May."""
    found = counts(audits, "Quality of Assessments", NOT_GRADED)

    assert found == [31 - (1 + 11 + 13 + 4), 30 - (1 + 5 + 14 + 9), 16 - (0 + 8 + 8 + 0)] == [2, 1, 0]


def test_plans_in_may_are_as_counted(audits):
    """The seed's shares of May are of 29; its counts make 30."""
    may = [counts(audits, "Quality of Plans", named)[1] for named in (*GRADES, NOT_GRADED)]

    assert may == [1, 8, 10, 4, 7]
    assert sum(may) == 30


def test_audits_and_moderations_by_month_are_the_seeds(audits):
    asked = Counter(month_of(rows[0]) for rows in audits.values())
    moderated = Counter(month_of(rows[0]) for rows in audits.values() if role(rows, "Moderation"))

    assert [asked[month] for month in MONTHS] == SEED["overall"]["Total Audits"] == [31, 30, 16]
    assert [moderated[month] for month in MONTHS] == SEED["overall"]["Moderated"] == [7, 4, 5]


def test_two_of_sixteen_moderations_changed_the_overall_grade(audits):
    pairs = [(role(rows, "Lead"), role(rows, "Moderation")) for rows in audits.values() if role(rows, "Moderation")]
    changed = [
        (grade(lead, "Overall grade"), grade(moderation, "Overall grade"))
        for lead, moderation in pairs
        if grade(lead, "Overall grade") != grade(moderation, "Overall grade")
    ]

    assert len(pairs) == 7 + 4 + 5
    assert all(grade(moderation, "Overall grade") for _, moderation in pairs)
    assert sorted(changed) == [("Good", "Requires Improvement"), ("Requires Improvement", "Good")]


def test_why_moderated_is_given_in_moderations_alone():
    why = Counter((row["Role"], row["Why moderated"]) for row in rows_of("Returns"))

    assert why == {
        ("Lead", None): 77,
        ("Second", None): 24,
        ("Moderation", "Differed"): 7,
        ("Moderation", "Dip sample"): 8,
        ("Moderation", "Challenge"): 1,
    }


def differing(rows: list[Row]) -> list[str]:
    lead, second = role(rows, "Lead"), role(rows, "Second")
    return [column for column in ("Overall grade", *DOMAINS) if grade(lead, column) != grade(second, column)]


def test_looped_audits_that_differ_were_settled_but_for_two_of_june(audits):
    looped = {audit: rows for audit, rows in audits.items() if role(rows, "Second")}
    apart = {audit: differing(rows) for audit, rows in looped.items() if differing(rows)}
    unsettled = [audit for audit in apart if role(looped[audit], "Moderation") is None]

    assert (len(looped), len(apart), len(unsettled)) == (24, 7 + 2, 2)
    assert [len(apart[audit]) for audit in unsettled] == [1, 1]
    assert {month_of(looped[audit][0]) for audit in unsettled} == {"2024-06"}
    assert "Overall grade" not in [column for audit in unsettled for column in apart[audit]]


def test_each_meeting_settled_what_differed_and_overall(audits):
    for rows in audits.values():
        moderation = role(rows, "Moderation")
        if moderation and moderation["Why moderated"] == "Differed":
            settled = {column for column in ("Overall grade", *DOMAINS) if grade(moderation, column)}
            assert settled == {"Overall grade", *differing(rows)}


def test_returns_of_an_audit_agree_on_what_it_is(audits):
    same = ("Case reference", "Month", "Service area", "Team", "Due")
    for rows in audits.values():
        assert len({tuple(row[key] for key in same) for row in rows}) == 1
        assert len({row["Auditor"] for row in rows}) == len(rows)
        assert [row["Returned"] for row in rows] == sorted(row["Returned"] for row in rows)

    assert len({rows[0]["Case reference"] for rows in audits.values()}) == 77


def test_44_of_77_families_were_heard_and_the_feedback_sheet_agrees(audits):
    from_column = {audit: rows[0]["Family feedback outcome"] for audit, rows in audits.items()}
    last = {}
    for row in sorted(rows_of("Feedback"), key=lambda row: row["Date"]):
        if row["Audit"]:
            last[row["Audit"]] = row["Outcome"]

    assert Counter(from_column.values()) == {
        "Heard": 18 + 17 + 9,
        "Not reached": 15,
        "Declined": 7,
        "Not appropriate": 6,
        None: 5,
    }
    assert last == {audit: outcome for audit, outcome in from_column.items() if outcome}


def test_words_with_leave_have_a_checker_and_some_words_have_no_leave():
    spoken = [row for row in rows_of("Feedback") if row["Words"]]

    assert all(row["Checked by"] for row in spoken if row["Leave to publish"] == "Yes")
    assert {row["Leave to publish"] for row in spoken} == {"Yes", "No"}
    assert len({row["Words"] for row in spoken}) == len(spoken)


def test_inadequate_audits_have_five_finished_one_overdue_and_one_without_action(audits):
    inadequate = [audit for audit, rows in audits.items() if stands(rows, "Overall grade") == "Inadequate"]
    actions = by_audit([row for row in rows_of("Actions") if row["Audit"]])
    finished = [a for a in inadequate if actions[a] and all(r["Closed"] and r["Checked by"] for r in actions[a])]
    overdue = [
        a for a in inadequate if any(r["State"] == "Open" and r["Due"] < datetime(2024, 8, 1) for r in actions[a])
    ]

    assert len(inadequate) == 2 + 5
    assert (len(finished), len(overdue), len([a for a in inadequate if not actions[a]])) == (5, 1, 1)


def test_no_audit_ever_stood_at_inadequate_but_the_seven_of_the_seed(audits):
    """A lead's Inadequate that a moderation lifted would still ask for the safety ladder."""
    ever = [a for a, rows in audits.items() if any(grade(row, "Overall grade") == "Inadequate" for row in rows)]

    assert ever == [a for a, rows in audits.items() if stands(rows, "Overall grade") == "Inadequate"]


def test_readers_who_do_not_grade_a_domain_give_one_reason(audits):
    for rows in audits.values():
        if role(rows, "Second"):
            typed = [[row[domain] for domain in DOMAINS] for row in rows if row["Role"] != "Moderation"]
            absent = [[cell for cell in cells if TYPED.get(cell) == NOT_GRADED] for cells in typed]
            assert absent[0] == absent[1]


def test_eleven_leads_came_late(audits):
    late = [rows[0] for rows in audits.values() if rows[0]["Returned"] > rows[0]["Due"]]

    assert len(late) == 4 + 5 + 2
