"""The sentences on what is wrong with a cell, and how to mend it."""

from looped.returns.cells import text_of
from looped.returns.model import Level, Problem
from looped.returns.sheets import Cell, Sheet
from looped.rubric.framework import Scale

LONGEST_QUOTE = 40

DATE_MEND = "write the day as 31/05/2024 or 31 May 2024, or leave it empty"
MENDS = {
    "month": "write the month as Apr-24, April 2024 or 2024-04",
    "due": DATE_MEND,
    "returned": DATE_MEND,
    "recorded": "write the moment as 31/05/2024 or 2024-05-31 14:30, or leave it empty",
    "source": "write lead, second or moderation",
    "feedback": "write heard, not reached, declined or not appropriate",
    "why_moderated": "write dip sample, differed, rule or challenge",
    "kind": "write monthly, thematic, re-audit, multi-agency, external or inspection",
    "selection": "write random, targeted or chosen by name",
    "not_graded_reason": "write not applicable, not enough on file or not completed",
    "on": DATE_MEND,
    "closed_at": DATE_MEND,
    "checked_at": DATE_MEND,
    "valid_from": DATE_MEND,
    "valid_to": DATE_MEND,
    "state": "write open, closed or checked",
    "outcome": "write heard, not reached, declined or not appropriate",
    "leave": "write yes or no",
    "count": "write a whole number, or leave it empty",
    "base": "write a whole number, or leave it empty",
    "share": "write a percentage such as 54.8%, or leave it empty",
    "value": "write a number such as 0.5 or 50%",
    "raised": DATE_MEND,
    "domain": "write the domain's title as the framework has it",
    "grade": "write a grade as the framework names it",
    "mark": "write baseline or target",
    "cases": "write how many cases are open, a whole number",
    "opened": DATE_MEND,
    "closed": DATE_MEND,
    "listed_at": DATE_MEND,
}
NOUNS = {
    "month": "a month",
    "due": "a date",
    "returned": "a date",
    "recorded": "a date or moment",
    "source": "lead, second or moderation",
    "feedback": "an outcome of family feedback",
    "why_moderated": "a reason for moderating",
    "kind": "a kind of audit",
    "selection": "a way of selecting",
    "not_graded_reason": "a reason for not grading",
    "on": "a date",
    "closed_at": "a date",
    "checked_at": "a date",
    "valid_from": "a date",
    "valid_to": "a date",
    "state": "a state of an action",
    "outcome": "an outcome of family feedback",
    "leave": "yes or no",
    "count": "a whole number",
    "base": "a whole number",
    "share": "a percentage",
    "value": "a number",
    "raised": "a date",
    "domain": "a domain",
    "grade": "a grade",
    "mark": "baseline or target",
    "cases": "a number of open cases",
    "opened": "a date",
    "closed": "a date",
    "listed_at": "a date",
}


def cell_problem(sheet: Sheet, column: int, index: int, level: Level, what: str, mend: str) -> Problem:
    """A problem of one cell. column, index: within the sheet, from 0."""
    return Problem(sheet.name, sheet.address(column, index), sheet.number(index), level, what, mend)


def row_problem(sheet: Sheet, index: int, level: Level, what: str, mend: str) -> Problem:
    """A problem of a whole row. index: within the sheet, from 0."""
    return Problem(sheet.name, None, sheet.number(index), level, what, mend)


def sheet_problem(sheet: Sheet, level: Level, what: str, mend: str) -> Problem:
    """A problem of a whole sheet."""
    return Problem(sheet.name, None, None, level, what, mend)


def unreadable(name: str, cell: Cell, heading: str) -> str:
    """What is wrong with a cell that can't be read. name: of the column, as in `columns.COLUMNS`."""
    return f"{heading}: {quoted(cell)} is not {NOUNS.get(name, 'words that can be read')}"


def mend_of(name: str) -> str:
    """How to mend a cell of this column."""
    return MENDS.get(name, "write the words themselves, or leave it empty")


def quoted(cell: Cell) -> str:
    """The words of a cell in quotation marks, shortened.

    >>> quoted("Goof")
    '“Goof”'
    """
    text = text_of(cell) or ""
    return f"“{text}”" if len(text) <= LONGEST_QUOTE else f"“{text[:LONGEST_QUOTE]}…”"


def grade_mend(scale: Scale) -> str:
    """How to write a grade of this scale."""
    names = ", ".join(grade.name for grade in reversed(scale.grades))
    return f"write {names}, or Not graded with a reason"
