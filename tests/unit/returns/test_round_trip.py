"""Any clean returns, written in any layout, are read back as they were."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from looped.returns.reading import read_returns
from looped.rubric.loading import framework_for, frameworks, load

OTHERS = Path(__file__).parents[1] / "rubric" / "frameworks"
CHOICES = {"shipped": frameworks(), "six grades": (load(OTHERS / "six-grades.toml"),)}
CHOICES["no overall"] = (load(OTHERS / "no-overall.toml"),)
REASONS = {"N/A": "not_applicable", "Not enough on file": "not_enough_on_file", "Not completed": "not_completed"}
HEADINGS = {
    "audit": ("Audit", "audit ID", "AUDIT REF."),
    "case": ("Case reference", "Child ID"),
    "month": ("Month", "Audit month"),
    "area": ("Service", "Service area"),
    "team": ("Team",),
    "source": ("Role", "Source"),
    "due": ("Due", "Due date"),
    "returned": ("Returned", "Date returned"),
    "comment": ("Comments", "Anything else?"),
}
MONTHS = ("2023-06", "2024-03", "2024-04", "2024-08", "2024-09", "2024-12")
DAYS = st.dates(date(2023, 6, 1), date(2025, 1, 31))


def month_cells(month):
    first = date.fromisoformat(f"{month}-01")
    return st.sampled_from([month, f"{first:%b-%y}", f"{first:%B %Y}", f"{first:%m/%Y}", first, f"{first:%d/%m/%Y}"])


def day_cells(day):
    return st.sampled_from(
        [day, f"{day:%d/%m/%Y}", f"{day:%-d %B %Y}", day.isoformat(), (day - date(1899, 12, 30)).days]
    )


@st.composite
def returns(draw, choice):
    """A return as plain values, and as the cells that somebody may type for it."""
    month = draw(st.sampled_from(MONTHS))
    framework = framework_for(month, choice)
    grades = {}
    for code in framework.graded_codes:
        may = code != "overall" and framework.domain(code).may_be_not_graded
        told = st.sampled_from(framework.scale.grades).map(lambda grade: (grade.position, grade.name))
        grades[code] = draw(
            st.one_of(told, st.sampled_from(list(REASONS)).map(lambda text: (None, text))) if may else told
        )
    number = draw(st.integers(1, 10**6))
    values = {
        "case": f"C{number}",
        "area": draw(st.sampled_from(["North", "South & East", None])),
        "team": draw(st.sampled_from(["Team 1", None])),
        "source": draw(st.sampled_from(["lead", "second", "moderation"])),
        "due": draw(st.none() | DAYS),
        "returned": draw(st.none() | DAYS),
    }
    typed = {"month": draw(month_cells(month)), "comment": draw(st.sampled_from(["", "well done", "see file"]))}
    for name in ("due", "returned"):
        typed[name] = "" if values[name] is None else draw(day_cells(values[name]))
    return values | {"month": month}, values | typed, grades


@st.composite
def layouts(draw):
    kind = draw(st.sampled_from(sorted(CHOICES)))
    choice = CHOICES[kind]
    rows = draw(st.lists(returns(choice), min_size=1, max_size=6))
    codes = list(dict.fromkeys(code for framework in choice for code in framework.graded_codes))
    columns = draw(st.permutations([*HEADINGS, *codes, "empty"]))
    heads = {name: draw(st.sampled_from(words)) for name, words in HEADINGS.items()}
    heads |= {code: next(each.title_of(code) for each in choice if code in each.graded_codes) for code in codes}
    gaps = [draw(st.integers(0, 2)) for _ in rows]
    return kind, rows, columns, heads | {"empty": ""}, draw(st.integers(0, 9)), draw(st.integers(0, 3)), gaps


def cells(number, typed, grades, columns):
    named = typed | {"audit": f"A{number}", "empty": ""} | {code: text for code, (_, text) in grades.items()}
    return [named.get(name) for name in columns]


def write(path, rows, above, left):
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Returns")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for title in range(above):
            sheet.write(title, left, "Practice audits of the quarter")
        for number, row in enumerate(rows, above):
            for column, cell in enumerate(row, left):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                elif cell not in ("", None):
                    sheet.write(number, column, cell)


@pytest.mark.slow
@given(layouts())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_clean_returns_in_any_layout_are_read_back_as_they_were(tmp_path, layout):
    kind, rows, columns, heads, above, left, gaps = layout
    lines = [[heads[name] for name in columns]]
    for number, ((_, typed, grades), gap) in enumerate(zip(rows, gaps, strict=True)):
        lines += [[]] * gap + [cells(number, typed, grades, columns)]
    path = tmp_path / "returns.xlsx"
    write(path, lines, above, left)

    found = read_returns(path, CHOICES[kind])

    assert [problem for problem in found.problems if "without the lead's return" not in problem.what] == []
    assert [
        {
            "case": r.case,
            "area": r.service_area,
            "team": r.team,
            "source": r.source,
            "due": r.due,
            "returned": r.returned,
        }
        | {"month": r.month}
        for r in found.returns
    ] == [values for values, _, _ in rows]
    assert [r.audit for r in found.returns] == [f"A{number}" for number in range(len(rows))]
    assert [r.grades for r in found.returns] == [{code: grade for code, (grade, _) in g.items()} for _, _, g in rows]
    assert [r.not_graded for r in found.returns] == [
        {code: REASONS[text] for code, (grade, text) in g.items() if grade is None} for _, _, g in rows
    ]
