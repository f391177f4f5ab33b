"""The largest rise, fall, overspend or gap among a table's rows."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from looped.checker.context import Context
from looped.checker.end_words import HIGHEST
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, lies, ranked_rows, value, within
from looped.checker.rules.sheet_spent import planned_and_spent
from looped.checker.sheets.sheet import Sheet, is_time
from looped.checker.summaries import by_any_table
from looped.checker.worth import DURATIONS, UNWANTED

CODE = "sheet-swing"
MESSAGE = "What rose or fell the most of a table's rows is what is said to have."
GOOD = "Item\t2021\t2023\nLetters\t40\t82\nCalls\t60\t45\nVisits\t50\t55\n\nThe largest increase was in letters."
BAD = "Item\t2021\t2023\nLetters\t40\t82\nCalls\t60\t45\nVisits\t50\t55\n\nThe largest increase was in visits."

MOST = rf"(?:{HIGHEST}|sharpest|steepest|most marked|fastest)"
RISE = r"(?:upturn|increases?|rises?|growth|gains?|improvements?|overspends?|jump)"
FALL = r"(?:decreases?|falls?|drops?|reductions?|declines?|decline|underspends?|deterioration)"
SAID = pattern_of(
    rf"\b{MOST} (?:(?:forecast|percentage|projected|overall|relative|single|annual) )?(?:(?P<up>{RISE})|"
    rf"(?P<down>{FALL}))\b|"
    r"\b(?:(?P<up2>rose|risen|increased|grew|grown|improved|went up|gone up|gained)|(?P<down2>fell|fallen|"
    r"declined|dropped|"
    r"decreased|went down|gone down)) (?:the )?(?:most|furthest|fastest)\b|"
    r"\b(?:(?P<up3>overspent)|(?P<down3>underspent)) (?:by )?(?:the )?most\b|"
    rf"\b{MOST} (?:[a-z]+ )?(?P<size>changes?|movements?|swings?|shifts?|variances?)\b|"
    r"\bsmallest (?:(?P<least>increases?|rises?|gains?|improvements?)|(?P<least2>falls?|drops?|decreases?|reductions?))"
    r"\b|\b(?:changes?|differences?|movements?)\b[^.;]{0,40}\b(?:did|was|fared) (?:(?P<best>best)|(?P<worst>worst))\b",
    re.I,
)
# What moved: a row, or two times of one.
Step = TypeVar("Step", int, tuple[int, int])
FEWEST = 3
LESS = pattern_of(rf"\b(?:{UNWANTED}|{DURATIONS})\b", re.I)
DENIED = pattern_of(r"\b(?:not|second|third|next|one of|among|n[’']t|neither)\b", re.I)


MOVED = pattern_of(r"\b(?:gains?|rise|fall|increase|decrease|growth|drop|reduction|improvement|loss)\b", re.I)
# "By about a fifth", "by 21%".
IN_PARTS = pattern_of(
    r",? by (?:about |nearly |almost |over |just over |more than )*(?:\d[\d.]*\s?(?:%|per ?cent)|(?:an?|one|two|three) "
    r"(?:half|thirds?|quarters?|fifths?|sixths?|tenths?)\b)",
    re.I,
)
OVER = pattern_of(r"\b(?:over|under)[- ]?(?:budget|spen\w+)\b|\bvariance\b|\+/[-–]", re.I)
TO_NEXT = pattern_of(r"\b(?:from|between) one (?:[a-z]+ )?(?:to|and) (?:the )?(?:next|other|another)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such superlative that names one row."""
    return by_any_table(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    for found in SAID.finditer(remark.text):
        low, high = remark.clause(found.start())
        if DENIED.search(TO_NEXT.sub(" ", remark.text[low:high])):
            continue
        up = bool(found["up"] or found["up2"] or found["up3"] or found["best"])
        yield from _of_steps(remark, found, up)
        for sheet, names in ((remark.sheet, remark.rows), (lies(remark.sheet), remark.columns)):
            rows = within(names, low, high)
            others = remark.columns if sheet is remark.sheet else remark.rows
            named = within(others, low, high)
            swings = list(_told_in_head(sheet, named)) or list(_swings(sheet, named))
            swings += list(_in_parts(sheet)) if IN_PARTS.match(remark.text, found.end()) else []
            less = bool(LESS.search(" ".join((remark.sheet.texts_before, *remark.sheet.heads))))
            if len(rows) == 1 and rows[0] in ranked_rows(sheet) and swings:
                right = _is_end_of_its_own(sheet, rows[0]) or any(
                    _is_so(found, each, rows[0], up, less) for each in swings
                )
                verdict: Verdict = "ok" if right else "wrong"
                why = ", ".join(f"{sheet.labels[row]} {step:+.4g}" for row, step in swings[0].items())
                yield remark.finding(CODE, verdict, (low, high), "" if right else "another", why, sheet.labels[rows[0]])
                return


# "Between July and August", "from the first week to the second": two times, one next to the other.
BETWEEN, AND = pattern_of(r"\b(?:between|from) (?:the )?$", re.I), pattern_of(r" (?:and|to) (?:the )?", re.I)


def _of_steps(remark: Remark, found: re.Match[str], up: bool) -> Iterator[Finding]:
    """ "The biggest rise from one month to the next came between July and August"."""
    for sheet, names, others in (
        (remark.sheet, remark.rows, remark.columns),
        (lies(remark.sheet), remark.columns, remark.rows),
    ):
        rows = [row for row in sheet.parts if sheet.labels[row]]
        low, high = remark.clause(found.start())
        told = [each for each in names if low <= each.start < high]
        if len(told) != 2 or len(rows) < FEWEST or not is_time(tuple(sheet.labels[row] for row in rows)):
            continue
        first, last = told
        joined = BETWEEN.search(remark.text[: first.start]) and AND.fullmatch(remark.text[first.end : last.start])
        if not joined or (first.at, last.at) not in pairwise(rows):
            continue
        named = within(others, low, high)
        columns = [
            at
            for at, kind in enumerate(sheet.kinds)
            if kind not in ("change", "target", "total", "words", "base") and (not named or at in named)
        ]
        runs = [
            own
            for at in columns
            for by in ("share", "count")
            if len(own := [v for row in rows if (v := value(sheet, row, at, by)) is not None]) == len(rows)
        ]
        steps = [dict(zip(pairwise(rows), (b - a for a, b in pairwise(run)), strict=True)) for run in runs]
        if steps:
            right = any(_is_so(found, each, (first.at, last.at), up, less=False) for each in steps)
            verdict: Verdict = "ok" if right else "wrong"
            why = ", ".join(f"{sheet.labels[a]} to {sheet.labels[b]} {n:+.4g}" for (a, b), n in steps[0].items())
            yield remark.finding(CODE, verdict, (low, high), "" if right else "another", why, sheet.labels[first.at])
            return


def _is_so(found: re.Match[str], steps: dict[Step, Decimal], row: Step, up: bool, less: bool) -> bool:
    """less: whether of what the table counts less is better."""
    own = steps[row]
    if found["size"]:
        return abs(own) == max(map(abs, steps.values()))
    if found["least"] or found["least2"]:
        same = [each for each in steps.values() if (each > 0 if found["least"] else each < 0)]
        return own in same and abs(own) == min(map(abs, same))
    if "improve" in found.group().lower() and less:
        up = False  # fewer errors are an improvement
    return own == (max if up else min)(steps.values())


def _is_end_of_its_own(sheet: Sheet, row: int) -> bool:
    """Whether a column of its own tells by how much each is over or under, and the row has the most there."""
    for column in (at for at, head in enumerate(sheet.heads) if OVER.search(head)):
        values = {at: figure.value for at in sheet.parts if (figure := sheet.cells[at][column])}
        if row in values and values[row] in (max(values.values()), min(values.values())):
            return True
    return False


def _told_in_head(sheet: Sheet, named: Sequence[int]) -> Iterator[dict[int, Decimal]]:
    """ "In the north the cooks gained most", under "North: gain": the column named that tells how far each moved."""
    rows = ranked_rows(sheet)
    own = [at for at in dict.fromkeys(named) if MOVED.search(sheet.heads[at]) and sheet.kinds[at] != "change"]
    values = {row: figure.value for row in rows for at in own[:1] if (figure := sheet.cells[row][at])}
    if len(own) == 1 and len(values) == len(rows):
        yield values


def _in_parts(sheet: Sheet) -> Iterator[dict[int, Decimal]]:
    """ "Ash grew fastest, by a fifth": of what there was before, where a column tells the change."""
    rows = ranked_rows(sheet)
    changes = [at for at, kind in enumerate(sheet.kinds) if kind == "change"]
    for change in changes:
        for column in (at for at, kind in enumerate(sheet.kinds) if kind == "count"):
            pairs = {row: (sheet.cells[row][change], sheet.cells[row][column]) for row in rows}
            known = {row: a.value / b.value for row, (a, b) in pairs.items() if a and b and b.value}
            if len(known) == len(rows):
                yield known


def _swings(sheet: Sheet, named: Sequence[int] = ()) -> Iterator[dict[int, Decimal]]:
    """How far each row moved: as a column of changes says, or between two times, in size and in per cent."""
    rows = ranked_rows(sheet)
    for column, kind in enumerate(sheet.kinds):
        changes = {row: figure.value for row in rows if (figure := sheet.cells[row][column])}
        if kind == "change" and len(changes) == len(rows):
            yield changes
    if (planned := planned_and_spent(sheet)) is not None:
        spent = {row: tuple(sheet.cells[row][at] for at in planned) for row in rows}
        both = {row: (a.value, b.value) for row, (a, b) in spent.items() if a and b}
        if len(both) == len(rows) > 1:
            yield {row: b - a for row, (a, b) in both.items()}
        return
    times = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words", "base")]
    if len(times) < 2 or not is_time(tuple(sheet.heads[at] for at in times)):
        return
    chosen = [at for at in times if at in named]
    pairs = {(chosen[0], chosen[1])} if len(chosen) == 2 else {(times[0], times[-1]), (times[-2], times[-1])}
    for first, last in pairs:
        for by in ("share", "count"):
            steps = {row: (value(sheet, row, first, by), value(sheet, row, last, by)) for row in rows}
            known = {row: (a, b) for row, (a, b) in steps.items() if a is not None and b is not None}
            if len(known) == len(rows) > 1:
                yield {row: b - a for row, (a, b) in known.items()}
                if all(a for a, _ in known.values()):
                    yield {row: (b - a) / a for row, (a, b) in known.items()}
