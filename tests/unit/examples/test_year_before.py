"""The year before as records and printed totals, consistent with the text of the seed."""

from collections import Counter
from pathlib import Path

import openpyxl

BOOK = Path(__file__).parents[3] / "examples/returns-2023-24.xlsx"
QUARTER_4 = ("2024-01", "2024-02", "2024-03")


def sheet(name):
    headings, *rows = openpyxl.load_workbook(BOOK)[name].iter_rows(min_row=4, values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def standing():
    """Month and standing overall grade by audit: the last of lead and moderation, in the order of the rows."""
    found = {}
    for row in sheet("Audits Oct-Mar"):
        typed = row["Overall judgement"]
        found[row["Audit no"]] = (f"{row['Audit month']:%Y-%m}", "Requires Improvement" if typed == "RI" else typed)
    return found


def test_quarter_4_rounds_to_the_shares_of_the_seeds_text():
    """Inadequate 24%, Requires Improvement 57%, Good 19%."""
    grades = Counter(grade for month, grade in standing().values() if month in QUARTER_4)

    assert grades == {"Inadequate": 6 + 7 + 5, "Requires Improvement": 13 + 14 + 15, "Good": 5 + 4 + 5}
    assert {grade: round(100 * count / 74) for grade, count in grades.items()} == {
        "Inadequate": 24,
        "Requires Improvement": 57,
        "Good": 19,
    }


def test_records_are_singles_of_october_to_march_with_three_dip_samples_a_month():
    roles = Counter((f"{row['Audit month']:%Y-%m}", row["Role"]) for row in sheet("Audits Oct-Mar"))

    assert {key: count for key, count in roles.items() if key[1] != "Lead"} == {
        (month, "Moderation"): 3 for month in ("2023-10", "2023-11", "2023-12", *QUARTER_4)
    }
    assert [roles[month, "Lead"] for month in ("2023-10", "2023-11", "2023-12", *QUARTER_4)] == [21, 20, 16, 24, 25, 25]


def test_first_half_is_printed_totals_alone_and_quarter_2_percentages_alone():
    rows = sheet("Earlier reports")

    assert [(row["Period"], row["Count"] is None) for row in rows] == 4 * [("2023-24/Q1", False)] + 4 * [
        ("2023-24/Q2", True)
    ]
    assert [row["Share"] for row in rows if row["Period"] == "2023-24/Q1"] == [
        round(row["Count"] / row["Base"], 2) for row in rows if row["Period"] == "2023-24/Q1"
    ]
    assert sum(row["Count"] for row in rows if row["Count"]) == 68


def test_quarter_workbook_carries_the_second_half_as_its_records_say():
    """The totals that the quarter's workbook takes over from the year before equal that year's records."""
    page = openpyxl.load_workbook(BOOK.with_name("returns-2024-25-q1.xlsx"))["Earlier reports"]
    printed = {(row[0], row[2]): row[3] for row in page.iter_rows(min_row=5, values_only=True)}
    counted = Counter(
        ("2023-24/Q4" if month in QUARTER_4 else "2023-24/Q3", grade) for month, grade in standing().values()
    )

    assert {key: count for key, count in printed.items() if key[0] in ("2023-24/Q3", "2023-24/Q4") and count} == counted
