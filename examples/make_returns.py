"""Makes the two example workbooks of returns: python examples/make_returns.py [--out DIR].

Everything in them is invented, from fixed seeds: the same each time. See README.md.
"""

import argparse
from datetime import date
from pathlib import Path

from audit import Audit
from follow_up import (
    ACTIONS_HEADER,
    EARLIER_HEADER,
    MARKS,
    MARKS_HEADER,
    STEPS,
    STEPS_HEADER,
    action_rows,
)
from grading import COLUMNS, TITLES, typed
from quarter import audits_of_the_quarter
from voices import HEADER as FEEDBACK_HEADER
from voices import feedback_rows
from workbook import Sheet, write
from year_before import FIRST_HALF, SECOND_HALF, audits_of_the_year_before

RETURNS_HEADER = (
    ("Audit", "Case reference", "Month", "Service area", "Team", "Auditor", "Role", "Due", "Returned", "Overall grade")
    + tuple(TITLES.values())
    + ("Family feedback outcome", "Why moderated")
)
# The year before was kept by somebody else, with words of their own.
OLDER_HEADER = (
    ("Audit no", "Case ref", "Audit month", "Service", "Team", "Auditor", "Role", "Date due")
    + ("Date returned", "Overall judgement", "Seeing & hearing the child", "Assessment", "Plan")
    + ("Decision making & mgmt oversight", "Meetings", "Supervision", "Diversity", "Why moderated")
)
CASELOAD_HEADER = ("Service area", "Open cases", "List date")
LISTED = date(2024, 6, 28)
CASELOAD = (
    ("Assessment", 310, LISTED),
    ("Children in Care", 420, LISTED),
    ("Disabled Children", 190, LISTED),
    ("Leaving Care", 270, LISTED),
    ("Safeguarding", 560, LISTED),
)
INVENTED = "Everything here is invented: cases, areas, teams, people and words."


def main() -> None:
    """Writes both workbooks into the folder given, else beside this file."""
    parser = argparse.ArgumentParser(description="Makes the example workbooks of returns.")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    folder: Path = parser.parse_args().out
    write(folder / "returns-2024-25-q1.xlsx", "Audit returns, quarter 1 2024-25", quarter_sheets())
    write(folder / "returns-2023-24.xlsx", "Audit returns 2023-24", year_before_sheets())


def quarter_sheets() -> list[Sheet]:
    """Sheets of April to June 2024."""
    audits = audits_of_the_quarter()
    returns = [row for audit in audits for row in _rows(audit)]
    earlier = FIRST_HALF + SECOND_HALF
    return [
        _sheet("Returns", "Case file audits, quarter 1 2024-25", RETURNS_HEADER, returns, months={2}),
        _sheet("Actions", "Actions from audits", ACTIONS_HEADER, action_rows(audits)),
        _sheet(
            "Feedback", "What families said, and when we tried to hear them", FEEDBACK_HEADER, feedback_rows(audits)
        ),
        _sheet("Sessions and next steps", "Learning sessions and next steps", STEPS_HEADER, STEPS),
        _sheet("Earlier reports", "Totals as earlier reports printed them", EARLIER_HEADER, earlier, shares={5}),
        _sheet("Marks", "Baselines and targets", MARKS_HEADER, MARKS, shares={4}),
        _sheet("Caseload", "Open cases at the end of the quarter", CASELOAD_HEADER, CASELOAD),
    ]


def year_before_sheets() -> list[Sheet]:
    """Sheets of 2023-24: records from October, printed totals before that, and a page of notes."""
    rows = [row[:-2] + row[-1:] for audit in audits_of_the_year_before() for row in _rows(audit)]
    notes = "April to September 2023: the files were lost in a change of system; the printed reports are all there is."
    return [
        Sheet("Notes", "About this workbook", notes, (), ()),
        _sheet("Audits Oct-Mar", "Case file audits 2023-24, October to March", OLDER_HEADER, rows, months={2}),
        _sheet("Earlier reports", "Totals as printed", EARLIER_HEADER, FIRST_HALF, shares={5}),
    ]


def _sheet(
    name: str,
    title: str,
    header: tuple[str, ...],
    rows: object,
    months: set[int] = frozenset(),
    shares: set[int] = frozenset(),
) -> Sheet:
    return Sheet(name, title, INVENTED, header, tuple(rows), frozenset(months), frozenset(shares))


def _rows(audit: Audit) -> list[tuple[object, ...]]:
    """The rows of one audit, in the order of RETURNS_HEADER: the lead's, the second's, the moderation."""
    year, month = (int(part) for part in audit.month.split("-"))
    known = (audit.audit, audit.case, date(year, month, 1), audit.service_area, audit.team)
    rows = []
    for one in audit.returns:
        grades = tuple(
            typed(one.grades[code], one.auditor, code, audit.audit) if code in one.grades else "" for code in COLUMNS
        )
        feedback = audit.feedback if one.role == "Lead" else ""
        rows.append((*known, one.auditor, one.role, audit.due, one.returned, *grades, feedback, one.why))
    return rows


if __name__ == "__main__":
    main()
