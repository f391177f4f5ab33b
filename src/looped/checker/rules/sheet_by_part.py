"""By what part of itself a row of a table is said to have moved: "cut by two thirds", "a third more than before"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from looped.checker.context import Context
from looped.checker.directions import FELL, FELL_BESIDE, LESS, MORE, ROSE, ROSE_BESIDE
from looped.checker.finding import Finding, Verdict
from looped.checker.going import times_of
from looped.checker.patterns import pattern_of
from looped.checker.remarks import OF_CHANGES, Remark, by_statement, lies, value, within
from looped.checker.rules.sheet_changed import TIMES
from looped.checker.rules.sheet_fraction import is_change
from looped.checker.rules.sheet_steps import subject
from looped.checker.saying import FRACTION, Said, said_in
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-by-part"
MESSAGE = "The part of itself by which something moved is what two times in the table give."
GOOD = "Item\t2021\t2023\nLetters\t40\t60\nCalls\t60\t45\nVisits\t50\t55\n\nCalls were cut by a quarter."
BAD = "Item\t2021\t2023\nLetters\t40\t60\nCalls\t60\t45\nVisits\t50\t55\n\nCalls were cut by a third."

UP = pattern_of(rf"\b(?:{ROSE}|{ROSE_BESIDE}|up|{MORE}|extra|again)\b", re.I)
DOWN = pattern_of(rf"\b(?:{FELL}|{FELL_BESIDE}|cut|trimmed|lowered|slashed|down|{LESS})\b", re.I)
UNSURE = pattern_of(
    r"\b(?:would|could|should|might|if|hoped|wanted|aimed|target|plan(?:ned|s)?|expected|forecast|than (?:the )?"
    r"(?:target|average|plan)|not|never|national\w*)\b|n[’']t\b",
    re.I,
)
# What a table of one column tells of, without its name.
ITSELF = pattern_of(
    r"^\W*(?:[a-z ,]+, )?(?:it|this|they|(?:the |our |its |their )?(?:figures?|numbers?|totals?))\b", re.I
)
OVER_ALL = pattern_of(
    r"\b(?:over|in|during|across) (?:the|these|those|this|all) (?:[a-z]+ )?(?:period|years|months|"
    r"quarters|weeks|terms)\b|"
    r"\b(?:over|in) (?:two|three|four|five|six|\d+) (?:years|months|quarters|terms)\b",
    re.I,
)
NEAR, LOOSE = 40, Fraction(15, 100)
SLACK = Fraction(1, 100)


def check(context: Context) -> Iterator[Finding]:
    """Each change told as a part, in a sentence that names one row of a table of times."""
    return by_statement(context, _of, FRACTION, TIMES)


def _of(remark: Remark) -> Iterator[Finding]:
    if UNSURE.search(remark.text) or OF_CHANGES.search(remark.text):
        return
    sheet = remark.sheet if times_of(remark.sheet) else lies(remark.sheet)
    times = times_of(sheet)
    row = subject(remark, sheet) if len(times) > 1 else None
    named, others = (remark.columns, remark.rows) if sheet is remark.sheet else (remark.rows, remark.columns)
    if row is None or not (within(others, 0, len(remark.text)) or ITSELF.search(remark.text)):
        return
    two = sorted(at for at in within(named, 0, len(remark.text)) if at in times)
    for said, up in _moves(remark.text, doubled=len(times) > 2 > len(two)):
        ends = [times[0], times[-1]] if OVER_ALL.search(remark.text) else times
        found = _results(sheet, row, two if len(two) == 2 else ends, up)
        if found:
            right = any(said.low - SLACK <= part <= said.high + SLACK for part in found)
            figures = ", ".join(f"{sheet.heads[at]} {cell.text}" for at in times if (cell := sheet.cells[row][at]))
            verdict: Verdict = "ok" if right else "wrong"
            span = (said.start, said.end)
            yield remark.finding(CODE, verdict, span, "" if right else "another part", figures, sheet.labels[row])


def _moves(text: str, *, doubled: bool) -> Iterator[tuple[Said, bool]]:
    """Each part by which something moved, with its way. doubled: what doubled, trebled or halved too."""
    for said in said_in(text):
        up = _way(text, said)
        if said.exact is not None and is_change(text, said) and up is not None:
            yield said, up
    for found in TIMES.finditer(text) if doubled else ():
        part = Fraction(1, 2) if found["half"] else Fraction(next(n for n in (2, 3, 4) if found[f"n{n}"]) - 1)
        slack = part * LOOSE
        yield Said(*found.span(), found.group(), part - slack, part + slack, part), not found["half"]


def _way(text: str, said: Said) -> bool | None:
    """Whether it went up: as the word behind the part says, or the verb before it."""
    behind = re.match(r"\s*[a-z]+", text[said.end :])
    near = text[said.end : said.end + behind.end()] if behind else ""
    lead = text[max(0, said.start - NEAR) : said.start]
    for words in (near, lead):
        up, down = bool(UP.search(words)), bool(DOWN.search(words))
        if up != down:
            return up
    return None


def _results(sheet: Sheet, row: int, times: list[int], up: bool) -> list[Fraction]:
    """By what part a row moved between any two times; against the way that is told, below nought."""
    pairs = [
        (value(sheet, row, a, by), value(sheet, row, b, by)) for a, b in _pairs(times) for by in ("share", "count")
    ]
    known = [(a, b) for a, b in pairs if a is not None and b is not None and a > 0]
    return [_part(a, b, up) for a, b in known]


def _pairs(times: list[int]) -> Iterator[tuple[int, int]]:
    return combinations(times, 2)


def _part(then: Decimal, now: Decimal, up: bool) -> Fraction:
    return Fraction(now - then if up else then - now) / Fraction(then)
