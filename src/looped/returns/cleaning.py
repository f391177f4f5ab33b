"""A sheet of returns cleaned column by column: what is taken, what is refused, and why.

Each different cell of a column is read once, for a column of 100,000 cells holds few different ones.
"""

from collections.abc import Callable
from typing import Any

from looped.returns.asides import aside
from looped.returns.cells import UNREADABLE, date_of, moment_of, month_of, words_of
from looped.returns.grading import read_grades, set_empty_sides_apart
from looped.returns.header import Header
from looped.returns.model import Problem, RefusedRow
from looped.returns.months import frameworks_of, month_of_sheet
from looped.returns.problems import MENDS, mend_of, unreadable
from looped.returns.returns_sheet import ReturnsSheet
from looped.returns.sheets import Cell, Sheet
from looped.returns.sides import sides_of
from looped.returns.taken import NAMES, Taken, picked
from looped.returns.whose import auditors, find_source, sources
from looped.returns.words import feedback_of, kind_of, reason_of, selection_of, source_of, why_moderated_of
from looped.rubric.framework import Framework

READERS: dict[str, Callable[[Cell], Any]] = {
    "audit": words_of,
    "case": words_of,
    "month": month_of,
    "service_area": words_of,
    "team": words_of,
    "auditor": words_of,
    "second_auditor": words_of,
    "source": source_of,
    "why_moderated": why_moderated_of,
    "due": date_of,
    "returned": date_of,
    "recorded": moment_of,
    "feedback": feedback_of,
    "not_graded_reason": reason_of,
    "kind": kind_of,
    "selection": selection_of,
}
# An unreadable cell of these refuses its row; of the others it is a warning, and the cell counts as empty.
REFUSING = frozenset(("audit", "month", "source", "due", "returned", "recorded"))


def clean(
    sheet: Sheet, header: Header, frameworks: tuple[Framework, ...]
) -> tuple[Taken, list[Problem], list[RefusedRow]]:
    """The returns of a sheet: rows taken, problems in the sheet's order, rows refused with their cells as typed."""
    read = [_read(ReturnsSheet(sheet, one, frameworks, side)) for side, one in sides_of(header)]
    refused = set().union(*(reading.refused for reading, _ in read))
    taken = Taken()
    for reading, grades in read:
        reading.refused = refused
        keep = _kept(reading)
        _warn(reading)
        taken.add(Taken(_values(reading, keep), {code: picked(column, keep) for code, column in grades.items()}))
    noted = dict.fromkeys(noted for reading, _ in read for noted in reading.problems)
    problems = [problem for _, _, problem in sorted(noted, key=lambda each: each[:2])]
    return taken, problems, _refused_rows(sheet, header, refused)


def _read(reading: ReturnsSheet) -> tuple[ReturnsSheet, dict[str, list[int | None]]]:
    find_source(reading)
    _read_columns(reading)
    _complete(reading)
    set_empty_sides_apart(reading)
    _set_apart(reading)
    _refuse(reading)
    return reading, read_grades(reading)


def _read_columns(reading: ReturnsSheet) -> None:
    for name in READERS:
        if name in reading.header.columns:
            cells = reading.raw(name)
            memo = {cell: READERS[name](cell) for cell in set(cells)}
            reading.columns[name] = list(map(memo.__getitem__, cells))


def _complete(reading: ReturnsSheet) -> None:
    """What the sheet says in another place than its own column: whose a row is, its month, its audit."""
    columns, height = reading.columns, reading.height
    if "month" not in columns:
        columns["month"] = month_of_sheet(reading)
    columns["source"] = [reading.side] * height if reading.side else sources(columns, height)
    columns["auditor"] = auditors(columns, height)
    if "audit" not in columns:
        columns["audit"] = [
            (f"{case} {month}" if isinstance(month, str) else case) if isinstance(case, str) else None
            for case, month in zip(columns["case"], columns["month"], strict=True)
        ]
        reading.of_sheet(
            f"no column names the audit; each {reading.heading('case')} with its month is taken as one audit",
            "add a column Audit with a reference of its own for each audit",
        )


def _set_apart(reading: ReturnsSheet) -> None:
    """Empty rows, and rows that are no returns: totals, headings repeated, notes. Only rows that lack something."""
    for row, (audit, month) in enumerate(zip(reading.columns["audit"], reading.columns["month"], strict=True)):
        if (audit is None or not isinstance(month, str)) and row not in reading.apart:
            told = aside(reading.sheet.row(row + reading.header.below), reading.header)
            if told is not None:
                reading.apart.add(row)
            if told:
                reading.of_row(row, "warning", f"{told}: taken for no return, and not read", "nothing, if so it is")


def _refuse(reading: ReturnsSheet) -> None:
    for name in READERS:
        if name in REFUSING and name in reading.header.columns:
            cells = reading.raw(name)
            for row in _unreadable_rows(reading, name):
                what = unreadable(name, cells[row], reading.heading(name))
                reading.of_cell(name, row, "refused", what, mend_of(name))
    _refuse_empty(reading, "audit", "audit", "write the audit's reference")
    _refuse_empty(reading, "month", "month", MENDS["month"])
    reading.in_force = frameworks_of(reading)


def _refuse_empty(reading: ReturnsSheet, name: str, noun: str, mend: str) -> None:
    for row, value in enumerate(reading.columns[name]):
        if value is None and row not in reading.apart:
            if name in reading.header.columns:
                reading.of_cell(name, row, "refused", f"the row names no {noun}", mend)
            else:
                reading.of_row(row, "refused", f"the row names no {noun}", mend)


def _unreadable_rows(reading: ReturnsSheet, name: str) -> list[int]:
    column = reading.columns[name]
    if UNREADABLE not in set(column):
        return []
    return [row for row, value in enumerate(column) if value is UNREADABLE and row not in reading.apart]


def _warn(reading: ReturnsSheet) -> None:
    for name in READERS:
        if name in REFUSING or name not in reading.header.columns:
            continue
        cells = reading.raw(name)
        for row in _unreadable_rows(reading, name):
            what = unreadable(name, cells[row], reading.heading(name))
            reading.columns[name][row] = None
            if row not in reading.refused:
                reading.of_cell(name, row, "warning", f"{what}; the row is taken without it", mend_of(name))


def _kept(reading: ReturnsSheet) -> list[int] | None:
    dropped = reading.refused | reading.apart
    return [row for row in range(reading.height) if row not in dropped] if dropped else None


def _values(reading: ReturnsSheet, keep: list[int] | None) -> dict[str, list[Any]]:
    columns, height = reading.columns, reading.height
    columns["sheet"] = [reading.sheet.name] * height
    columns["row"] = list(range(reading.sheet.number(reading.header.below), reading.sheet.number(reading.sheet.height)))
    columns["framework"] = [framework.code for framework in reading.in_force]
    columns["recorded_at"] = columns.get("recorded", [None] * height)
    return {name: picked(columns.get(name) or [None] * height, keep) for name in NAMES}


def _refused_rows(sheet: Sheet, header: Header, refused: set[int]) -> list[RefusedRow]:
    below = header.below
    return [
        RefusedRow(sheet.name, sheet.number(row + below), header.headings, tuple(sheet.row(row + below)))
        for row in sorted(refused)
    ]
