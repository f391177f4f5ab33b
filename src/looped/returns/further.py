"""The further sheets: actions, feedback, sessions and steps, earlier reports, marks, caseload. Read row by row."""

import re
from collections.abc import Callable
from typing import Any

from looped.returns.asides import aside
from looped.returns.cells import (
    UNREADABLE,
    cases_of,
    date_of,
    moment_of,
    month_of,
    number_of,
    text_of,
    words_of,
    yes_of,
)
from looped.returns.cleaned import FurtherRow
from looped.returns.columns import Kind
from looped.returns.header import Header
from looped.returns.model import Problem, RefusedRow
from looped.returns.problems import cell_problem, mend_of, row_problem, unreadable
from looped.returns.sheets import Cell, Sheet
from looped.returns.words import action_state_of, feedback_of, mark_of
from looped.rubric.framework import Framework
from looped.rubric.recognise import domain_of, grade_of

Reader = Callable[[Cell], Any]

# How each column is read; the others are text. "type" names the words of problems where the column's own won't do.
READERS: dict[Kind, dict[str, Reader]] = {
    "feedback": {"month": month_of, "on": date_of, "outcome": feedback_of, "leave": yes_of, "recorded": moment_of},
    "actions": {
        "due": date_of,
        "state": action_state_of,
        "closed_at": date_of,
        "checked_at": date_of,
        "raised": date_of,
        "recorded": moment_of,
    },
    "steps": {"on": date_of},
    "reported": {"count": number_of, "base": number_of, "share": number_of},
    "marks": {"kind": mark_of, "value": number_of, "valid_from": date_of, "valid_to": date_of},
    "caseload": {"cases": cases_of, "opened": date_of, "closed": date_of, "listed_at": date_of},
}
# A row must fill at least one column of each group; a row that fills none of the first is asked whether it is a row.
FILLED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "feedback": (("outcome", "words"),),
    "actions": (("what",),),
    "steps": (("what",),),
    "reported": (("period",), ("count", "share")),
    "marks": (("figure",), ("value",)),
    "caseload": (("case", "cases"),),
}
# What stands under a column of numbers, and is no service area.
SUM = re.compile(r"^(grand |sub)?-?totals?$|^all( (service )?areas| services)?$|^whole service$", re.IGNORECASE)
MISSING = {
    "outcome": ("the row says neither an outcome nor words", "write the outcome: heard, not reached, declined"),
    "what": ("the row doesn't say what is to be done", "write it, or delete the row"),
    "period": ("the row names no period", "write the period as the report had it, such as 2023-24/Q1"),
    "count": ("the row has neither a count nor a share", "write what the report printed"),
    "figure": ("the row names no figure", "write the figure's code, such as good_or_better"),
    "value": ("the row has no value", "write a number such as 0.5 or 50%"),
    "case": ("the row names no case and no number of open cases", "write one of them, or delete the row"),
}


def read_further(
    sheet: Sheet, header: Header, frameworks: tuple[Framework, ...]
) -> tuple[list[FurtherRow], list[Problem], list[RefusedRow]]:
    """Rows of a further sheet by its columns' names; problems; rows refused: those with a cell that can't be read."""
    readers = _readers(header.kind, frameworks)
    rows: list[FurtherRow] = []
    problems: list[Problem] = []
    refused: list[RefusedRow] = []
    for index in range(header.below, sheet.height):
        cells = sheet.row(index)
        found = {name: readers.get(name, words_of)(cells[column]) for name, column in header.columns.items()}
        wrong = _wrong(sheet, header, index, found)
        if wrong is None:
            continue
        problems.extend(wrong)
        if any(problem.level == "refused" for problem in wrong):
            refused.append(RefusedRow(sheet.name, sheet.number(index), header.headings, tuple(cells)))
        elif not wrong:
            rows.append(found | {"sheet": sheet.name, "row": sheet.number(index)})
    return rows, problems, refused


def _wrong(sheet: Sheet, header: Header, index: int, found: FurtherRow) -> list[Problem] | None:
    """What is wrong with a row; nothing for a good one; None for an empty one."""
    unread = [name for name, value in found.items() if value is UNREADABLE]
    empty = [group for group in FILLED[header.kind] if all(found.get(name) is None for name in group)]
    if empty:
        told = aside(sheet.row(index), header)
        if told is not None:
            what = f"{told}: taken for no row of its own, and not read"
            return [row_problem(sheet, index, "warning", what, "nothing, if so it is")] if told else None
    if header.kind == "caseload" and SUM.match(str(found.get("service_area") or "")):
        what = f"{found['service_area']}: taken for a sum of the rows above it, and not read"
        return [row_problem(sheet, index, "warning", what, "nothing, if so it is")]
    problems = [
        cell_problem(
            sheet,
            header.columns[name],
            index,
            "refused",
            unreadable(_words_of(header.kind, name), sheet.row(index)[header.columns[name]], _heading(header, name)),
            mend_of(_words_of(header.kind, name)),
        )
        for name in unread
    ]
    return problems + [row_problem(sheet, index, "refused", *MISSING[group[0]]) for group in empty]


def _words_of(kind: Kind, name: str) -> str:
    return "mark" if (kind, name) == ("marks", "kind") else name


def _heading(header: Header, name: str) -> str:
    return header.headings[header.columns[name]]


def _readers(kind: Kind, frameworks: tuple[Framework, ...]) -> dict[str, Reader]:
    if kind not in ("reported", "marks"):
        return READERS[kind]

    def domain(cell: Cell) -> Any:
        text = text_of(cell)
        return None if text is None else _domain(text, frameworks) or UNREADABLE

    def grade(cell: Cell) -> Any:
        text = text_of(cell)
        return None if text is None else _grade(text, frameworks) or UNREADABLE

    return READERS[kind] | {"domain": domain, "grade": grade}


def _domain(text: str, frameworks: tuple[Framework, ...]) -> str | None:
    codes = {code for framework in frameworks for code in framework.graded_codes}
    if text in codes:
        return text
    return next(filter(None, (domain_of(text, framework) for framework in reversed(frameworks))), None)


def _grade(text: str, frameworks: tuple[Framework, ...]) -> str | None:
    """The scale's name of a grade, by the latest framework that knows it."""
    for framework in reversed(frameworks):
        found = grade_of(text, framework.scale)
        if isinstance(found, int):
            return framework.scale.name(found)
    return None
