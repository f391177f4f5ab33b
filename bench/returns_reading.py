"""Reading a workbook of returns, child process and cleaning included, against bare calamine in the same run.

    .venv/bin/python bench/returns_reading.py [ROWS]

The aim is under 3 times. 20 columns, one row a return, 100,000 rows; both files are made first and not timed.
"""

import csv
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

AIM = 3.0
ROUNDS = 3
HEADINGS = ("Audit", "Case ref", "Month", "Service area", "Team", "Auditor", "Role", "Why moderated", "Due", "Returned")
HEADINGS += (
    "Overall",
    "Seeing and hearing",
    "Assessments",
    "Plans",
    "Decisions",
    "Meetings",
    "Supervision",
    "Diversity",
)
HEADINGS += ("Family feedback", "Recorded")
GRADES = ("Outstanding", "Good", "RI", "Requires Improvement", "Inadequate")


def main(rows: int) -> None:
    """Prints the seconds of each way of reading, and the ratio that has an aim."""
    from looped.returns.child import read_returns_safely
    from looped.returns.reading import read_returns

    with tempfile.TemporaryDirectory() as folder:
        spreadsheet, text = Path(folder) / "returns.xlsx", Path(folder) / "returns.csv"
        _write(spreadsheet, text, rows)
        bare = _best(lambda: _bare(spreadsheet))
        print(f"{rows:,} rows, {spreadsheet.stat().st_size / 1e6:.1f} MB packed; best of {ROUNDS}")
        print(f"bare calamine              {bare:6.2f} s")
        aim = f" (aim: under {AIM:g})"
        for name, read, path in (
            ("in the child, cleaned", read_returns_safely, spreadsheet),
            ("here, cleaned", read_returns, spreadsheet),
            ("in the child, from .csv", read_returns_safely, text),
        ):
            seconds = _best(lambda read=read, path=path: read(path))
            print(f"{name:<26} {seconds:6.2f} s  {seconds / bare:5.2f} times bare calamine{aim}")
            aim = ""


def _bare(path: Path) -> None:
    from python_calamine import load_workbook

    load_workbook(path).get_sheet_by_index(0).to_python()


def _best(read) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        read()
        taken.append(time.perf_counter() - start)
    return min(taken)


def _write(spreadsheet: Path, text: Path, rows: int) -> None:
    import xlsxwriter

    chance = random.Random(7)
    with xlsxwriter.Workbook(spreadsheet, {"constant_memory": True}) as book, text.open("w", newline="") as file:
        sheet, day = book.add_worksheet("Returns"), book.add_format({"num_format": "dd/mm/yyyy"})
        lines = csv.writer(file)
        sheet.write_row(0, 0, HEADINGS)
        lines.writerow(HEADINGS)
        for number in range(1, rows + 1):
            cells = _cells(number, chance)
            lines.writerow(cells)
            for column, cell in enumerate(cells):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                else:
                    sheet.write_string(number, column, cell)


def _cells(number: int, chance: random.Random) -> list[str | date]:
    due = date(2024, 4, 30)
    cells = [
        f"A{number}",
        f"C{number}",
        "Apr-24",
        f"Area {number % 5}",
        f"Team {number % 40}",
        f"Auditor {number % 90}",
    ]
    grades = [chance.choice(GRADES) for _ in range(7)]
    grades += ["N/A" if chance.random() < 0.1 else chance.choice(GRADES)]
    return [*cells, "Lead", "", due, due - timedelta(days=number % 30), *grades, "Heard", "2024-05-01T10:00"]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
