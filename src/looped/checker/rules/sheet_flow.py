"""A flow told in rows: who began, who went, who was left, once or several times over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.rules.sheet_sum import GONE, LEFT
from looped.checker.sheets.sheet import Sheet, is_total

CODE = "sheet-flow"
MESSAGE = "Those left at a step are those there were, without those who went."
GOOD = "Step\tPeople\nInvited\t90\nDeclined\t20\nInterviewed\t70\nLost\t6\nAnalysed\t64"
BAD = "Step\tPeople\nInvited\t90\nDeclined\t20\nInterviewed\t70\nLost\t6\nAnalysed\t46"

BEGAN = pattern_of(
    r"\b(?:screened|assessed|invited|enrolled|recruited|registered|randomi[sz]ed|allocated|referr\w+|approached|"
    r"issued|sent|received|start\w*|opening|beginning|consented|identified|distributed|listed|sampled|applied|"
    r"applications|eligible|began|admitted|interviewed|selected|booked|offered|delivered)\b",
    re.I,
)


@dataclass(frozen=True)
class Step:
    """A row of those left, with what there was before and those who went since."""

    row: int
    before: int
    gone: tuple[int, ...]
    left: int

    @property
    def rest(self) -> int:
        """Those who should be left."""
        return self.before - sum(self.gone)


def check(context: Context) -> Iterator[Finding]:
    """Each table whose first row is of those who began, column by column."""
    for placed in context.sheets:
        sheet = placed.sheet
        if len(sheet.labels) > 2 and BEGAN.search(sheet.labels[0]) and not GONE.search(sheet.labels[0]):
            for column in range(len(sheet.heads)):
                yield from _column(sheet, column)


def _column(sheet: Sheet, column: int) -> Iterator[Finding]:
    steps = list(_steps(sheet, column))
    wrong = [each for each in steps if each.rest != each.left]
    # One step alone may have losses that no row tells: only a slip of a digit is called wrong.
    believed = len(steps) > 1 and len(wrong) == 1
    for step in steps:
        right = step not in wrong
        if right or believed or (len(wrong) == 1 and slips(step.left, step.rest)):
            yield _told(sheet, column, step, "ok" if right else "wrong")


def _steps(sheet: Sheet, column: int) -> Iterator[Step]:
    before: int | None = None
    gone: list[int] = []
    for row, label in enumerate(sheet.labels):
        figure = sheet.cells[row][column]
        if figure is None or figure.count is None or is_total(label) or _is_deeper(sheet, row):
            if figure is None or figure.count is None:
                before, gone = None, []
            continue
        if GONE.search(label):
            gone.append(figure.count)
            continue
        taken = _once(gone, before, figure.count)
        if before is not None and taken and before >= sum(taken) and (BEGAN.search(label) or LEFT.search(label)):
            yield Step(row, before, taken, figure.count)
        before, gone = figure.count, []


def _is_deeper(sheet: Sheet, row: int) -> bool:
    return bool(sheet.indents) and sheet.indents[row] > sheet.indents[0]


def _once(gone: list[int], before: int | None, left: int) -> tuple[int, ...]:
    """Those who went, once: where the first row is the sum of its reasons it alone may count."""
    if len(gone) > 2 and gone[0] == sum(gone[1:]) and before != left + sum(gone):
        return (gone[0],)
    return tuple(gone)


def _told(sheet: Sheet, column: int, step: Step, verdict: Verdict) -> Finding:
    why = f"{step.before} less {' and '.join(map(str, step.gone))} is {step.rest}, printed as {step.left}"
    slip = f"flow/{sheet.table.title}/{sheet.labels[step.row]}/{sheet.heads[column]}"
    stated = str(step.left)
    return Finding(CODE, verdict, sheet.where(step.row, column), stated, stated, str(step.rest), why, slip, "likely")
