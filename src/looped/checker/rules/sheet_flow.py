"""A flow told in rows: who began, who went, who was left, once or several times over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.remarks import lies
from looped.checker.rules.sheet_sum import GONE, LEFT
from looped.checker.sheets.naming import BRACKETS
from looped.checker.sheets.sheet import WITHIN, Sheet, is_total

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


# Heads of an account: what there was at first, what came, what went, what was left.
OPENING = pattern_of(
    r"\bb/?\s?(?:fwd|f|d)\b|\bbrought forward\b|\bopening\b|\b(?:at|in hand at|open at) (?:the )?(?:start|beginning)\b|"
    r"^(?:start|beginning)\b",
    re.I,
)
CLOSING = pattern_of(
    r"\bc/?\s?(?:fwd|f|d)\b|\bcarried (?:forward|over|down)\b|\bclosing\b|"
    r"\b(?:at|in hand at|open at) (?:the )?end\b|^end\b",
    re.I,
)
CAME = pattern_of(
    r"\b(?:raised|new|received|receipts|added|additions?|income|opened|admi\w+|joined|joiners|starters|referr\w+|"
    r"arriv\w+|bought|purchases|delivered|deliveries|made|logged|recruited|granted|in)\b",
    re.I,
)
WENT = pattern_of(
    r"\b(?:closed|cleared|implemented|expenditure|spent|payments|paid|disposals?|disposed|leavers|left|discharged?s?|"
    r"resolved|completed|written off|sold|removed|used|issued|deaths|died|withdrawn|"
    r"answered|settled|cancelled|lost|out)\b",
    re.I,
)


NEAR = 5


@dataclass(frozen=True)
class Account:
    """A row told from its opening to its close. at: the column of the close."""

    row: int
    at: int
    left: int
    rest: int


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
            yield from _made_of_rest(sheet)
        for way in (sheet, lies(sheet)):
            yield from _accounts(way)


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


def _accounts(sheet: Sheet) -> Iterator[Finding]:
    """Each row, where the heads tell what there was at first, what came, what went and what was left of it."""
    signs = _signs(sheet)
    if signs is None:
        return
    *_, last = signs
    told = []
    for row, cells in enumerate(sheet.cells):
        figures = [cells[at] for at in signs]
        if all(each is not None and each.count is not None for each in figures):
            counts = [each.count or 0 for each in figures if each]
            rest = sum(sign * count for sign, count in zip(signs.values(), counts, strict=True) if sign)
            told.append(Account(row, last, counts[-1], rest))
    wrong = [each for each in told if each.left != each.rest]
    # The heads leave no doubt; most rows must bear them out, or a slip of a key explains the only one.
    believed = len(wrong) * 2 <= len(told) and len(told) > 1
    for each in told:
        right = each not in wrong
        if right or believed or (len(wrong) == 1 and slips(each.left, each.rest)):
            yield _account(sheet, each, signs, "ok" if right else "wrong")


def _signs(sheet: Sheet) -> dict[int, int] | None:
    """The columns of an account in their order with what each does to it; 0 is the close."""
    heads = sheet.heads
    if len(heads) < 3 or not OPENING.search(heads[0]) or not CLOSING.search(heads[-1]):
        return None
    signs = {0: 1}
    for at, head in enumerate(heads[1:-1], start=1):
        came, went = bool(CAME.search(head)), bool(WENT.search(head))
        if came == went:
            return None
        signs[at] = 1 if came else -1
    return {**signs, len(heads) - 1: 0}


def _account(sheet: Sheet, told: Account, signs: dict[int, int], verdict: Verdict) -> Finding:
    figures = [(sign, sheet.texts[told.row][at]) for at, sign in signs.items() if sign]
    terms = "".join(f" {'+' if sign > 0 else '-'} {text}" for sign, text in figures).removeprefix(" + ")
    why = f"{terms} is {told.rest}, printed as {told.left}"
    slip = f"flow/{sheet.table.title}/{sheet.labels[told.row]}/{sheet.heads[told.at]}"
    where = sheet.where(told.row, told.at)
    return Finding(CODE, verdict, where, str(told.left), str(told.left), str(told.rest), why, slip, "likely")


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
    for row, full in enumerate(sheet.labels):
        figure = sheet.cells[row][column]
        label = BRACKETS.sub(" ", full) if row else full  # "Completed (entered less lost)"
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
