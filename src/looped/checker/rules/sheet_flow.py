"""A flow told in rows: who began, who went, who was left, once or several times over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.rules.sheet_sum import GONE, LEFT
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import WITHIN, Sheet, is_total
from looped.checker.sheets.words import BRACKETS
from looped.checker.sheets.workings import is_near

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
ALL_WENT = pattern_of(
    r"\b(?:all|every(?:one)?|each|the (?:rest|others|remaining|remainder))\b[^.;:]{0,90}?\b(?:was|were|went on to be|"
    r"has been|had been) (?:then |duly |therefore |either [^.;:]{2,90}?\bor )?(?P<what>[a-z]{5,}ed)\b",
    re.I,
)
LOST_SINCE = pattern_of(
    r"\b(?:lost|left|withdr[ae]wn?|dropp?ed out|dropouts?|leavers|died|discontinued|gone|fallen out|closed|losses)\b"
    r"[^.;:]{0,20}?\b(?:since|after|from) (?:the )?(?:last|previous|preceding|prior|[a-z]+ before)\b",
    re.I,
)
NEAR, LEAST, MOST, FEW = 5, 5, 11, 10


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
                yield from _column(sheet, column, _all_went_on(context, sheet))
            yield from _made_of_rest(sheet)
        for column in range(len(sheet.heads)):
            yield from _by_turns(sheet, column)
        yield from _lost_since(sheet)


def _lost_since(sheet: Sheet) -> Iterator[Finding]:
    """A column of those lost since the row before, beside the one column of those who were there."""
    lost = [at for at, head in enumerate(sheet.heads) if LOST_SINCE.search(head)]
    there = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "base") and at not in lost]
    if len(lost) != 1 or len(there) != 1:
        return
    rows = [(cells[there[0]], cells[lost[0]]) for cells in sheet.cells]
    left = [one.count for one, _ in rows if one and one.count is not None]
    gone = [other.count or 0 if other else 0 for _, other in rows]
    if len(left) != len(rows):
        return
    steps = [Step(at, left[at - 1], (gone[at],), left[at]) for at in range(1, len(left))]
    off = [step for step in steps if step.rest != step.left]
    if len(off) == 1 and len(steps) > 2:
        # Of those lost: what the two rows leave.
        yield _told(sheet, lost[0], replace(off[0], gone=(off[0].left,), left=off[0].gone[0]), "wrong")
    # A slip among those who were there puts the next row out as well.
    next_too = len(off) == 2 and off[0].row + 1 == off[1].row and off[0].rest - off[1].gone[0] == off[1].left
    if next_too and len(steps) > LEAST - 2:
        yield _told(sheet, there[0], off[0], "wrong")


def _by_turns(sheet: Sheet, column: int) -> Iterator[Finding]:
    """Those there were, those who went, those left, and again: as the figures of all steps but one bear out."""
    figures = [cells[column] for cells in sheet.cells]
    counts = [each.count for each in figures if each and each.count is not None]
    if len(counts) != len(sheet.labels) or len(counts) % 2 == 0 or not LEAST <= len(counts) <= MOST:
        return
    steps = [Step(at, counts[at - 2], (counts[at - 1],), counts[at]) for at in range(2, len(counts), 2)]
    off = [step for step in steps if step.rest != step.left]
    fits = [step for step in steps if step not in off and min(step.gone[0], step.left) >= FEW]
    # A slip among those left puts the next step out as well.
    carried = (
        len(off) == 2
        and off[0].row + 2 == off[1].row
        and off[0].rest - off[1].gone[0] == off[1].left
        and min(min(step.gone[0], step.left) for step in off) >= FEW
    )
    if (len(off) == 1 and fits) or carried:
        step = off[0]
        if step.rest > 0 and is_near(Decimal(step.left), Decimal(step.rest)):
            yield _told(sheet, column, step, "wrong")


def _made_of_rest(sheet: Sheet) -> Iterator[Finding]:
    """The first row, of those who began, where the rows below it are all of them in another column."""
    counts = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "base")]
    below = [row for row in range(1, len(sheet.labels)) if any(sheet.texts[row])]
    if (
        sheet.total is not None
        or len(below) < 2
        or len(counts) < 2
        or any(WITHIN.search(each) for each in sheet.labels)
    ):
        return
    whole: dict[int, int] = {}
    sums: dict[int, int] = {}
    for column in counts:
        figures = [sheet.cells[row][column] for row in (0, *below)]
        if any(each is None or each.count is None for each in figures):
            return
        whole[column], *parts = [each.count or 0 for each in figures if each]
        sums[column] = sum(parts)
    wrong = [column for column in counts if sums[column] != whole[column]]
    near = all(abs(sums[at] - whole[at]) * NEAR <= whole[at] or slips(sums[at], whole[at]) for at in wrong)
    if len(wrong) * 2 > len(counts) or not near:
        return
    for column in counts:
        terms = " + ".join(sheet.texts[row][column] for row in below)
        why = f"{terms} = {sums[column]}, printed as {whole[column]}"
        stated, slip = str(whole[column]), f"flow/{sheet.table.title}/{sheet.labels[0]}/{sheet.heads[column]}"
        verdict: Verdict = "wrong" if column in wrong else "ok"
        where = sheet.where(0, column)
        yield Finding(CODE, verdict, where, stated, stated, str(sums[column]), why, slip, "likely")


def _all_went_on(context: Context, sheet: Sheet) -> frozenset[int]:
    """The rows of which the text says that all who weren't lost are in them: "all who consented were randomised"."""
    texts = [each.text for each in context.document.paragraphs if each.section == sheet.table.section]
    said = [found["what"] for text in texts for found in ALL_WENT.finditer(text)]
    labels = enumerate(sheet.labels)
    return frozenset(at for at, label in labels for each in said if alike(each.lower(), label_words(label)[0]))


def _column(sheet: Sheet, column: int, whole: frozenset[int]) -> Iterator[Finding]:
    steps = list(_steps(sheet, column))
    wrong = [each for each in steps if each.rest != each.left]
    # One step alone may have losses that no row tells: only a slip of a digit is called wrong.
    believed = len(steps) > 1 and len(wrong) == 1
    for step in steps:
        right = step not in wrong
        sure = len(wrong) == 1 and (slips(step.left, step.rest) or (step.row in whole and _is_near(step)))
        if right or believed or sure:
            yield _told(sheet, column, step, "ok" if right else "wrong")


def _is_near(step: Step) -> bool:
    return is_near(Decimal(step.left), Decimal(step.rest))


def _steps(sheet: Sheet, column: int) -> Iterator[Step]:
    before: int | None = None
    gone: list[int] = []
    for row, full in enumerate(sheet.labels):
        figure = sheet.cells[row][column]
        label = BRACKETS.sub(" ", full) if row else full  # "Completed (entered less lost)"
        if figure is None or figure.count is None or is_total(label) or _is_within(sheet, row):
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


def _is_within(sheet: Sheet, row: int) -> bool:
    """Whether a row is of those of another: set in, or "of whom ..."."""
    return bool(WITHIN.search(sheet.labels[row])) or (bool(sheet.indents) and sheet.indents[row] > sheet.indents[0])


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
