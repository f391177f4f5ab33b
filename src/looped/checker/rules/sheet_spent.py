"""What a row of a budget is said to have spent too much or too little, and by how much."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.quantities import printed
from looped.checker.remarks import Remark, by_statement, within
from looped.checker.sheets.giving import in_thousands, is_value
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-spent"
MESSAGE = "What is said to be over or under budget is so in the table, and by as much."
GOOD = "£000\n\nTeam\tBudget\tActual\nParks\t412\t431\nRoads\t655\t630\n\nParks overspent by £19,000."
BAD = "£000\n\nTeam\tBudget\tActual\nParks\t412\t431\nRoads\t655\t630\n\nParks overspent by £29,000."

PLANNED = pattern_of(r"\b(?:budget|allocat\w+|allowance|estimate\w*|forecast|plan(?:ned)?|approved|provision)\b", re.I)
SPENT = pattern_of(r"\b(?:outturn|out-turn|actuals?|spend|spent|spending|expenditure|cost|paid|used)\b", re.I)
OWN = r"(?: (?:its|the|their|that|agreed|approved|annual|planned|set))*"
BUDGET = r"(?:budgets?|allocations?|allowances?|estimates?|plans?|forecasts?)"
SAID = pattern_of(
    rf"\b(?:(?P<over>overspen[dt]\w*|(?:over|above|beyond|in excess of|exceed(?:s|ed|ing)?|more than){OWN} {BUDGET})|"
    rf"(?P<under>underspen[dt]\w*|(?:under|below|less than){OWN} {BUDGET})|(?P<within>within{OWN} {BUDGET}))\b",
    re.I,
)
UNSURE = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|if|whether|would|could|expected|likely|risk|projected|last year|previous\w*|"
    r"nearly|almost)\b",
    re.I,
)
# "The other three underspent by £69,000 in total": of some rows.
SOME = pattern_of(r"\b(?:others?|remaining|rest)\b|\b(?:two|three|four|five|six) of the\b", re.I)
TOTAL = pattern_of(r"\b(?:overall|in total|altogether|as a whole|total|combined|together)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that says so of one row of a table with a column of budgets and one of what was spent."""
    return by_statement(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    columns = planned_and_spent(remark.sheet)
    if columns is None:
        return
    for said in SAID.finditer(remark.text):
        low, high = remark.clause(said.start())
        rows = within(remark.rows, low, high)
        whole = remark.sheet.total is not None and not SOME.search(remark.text[low:high])
        if not rows and whole and remark.sheet.total is not None and TOTAL.search(remark.text[low:high]):
            rows = [remark.sheet.total]
        if len(rows) == 1 and not UNSURE.search(remark.text[low:high]):
            yield from _judged(remark, said, (low, high), rows[0], columns)


def planned_and_spent(sheet: Sheet) -> tuple[int, int] | None:
    """The column of what was planned and that of what was spent, where there is one of each."""
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "target", "total")]
    planned = [at for at in counted if PLANNED.search(sheet.heads[at])]
    spent = [at for at in counted if SPENT.search(sheet.heads[at]) and at not in planned]
    return (planned[0], spent[0]) if len(planned) == len(spent) == 1 else None


def _judged(
    remark: Remark, said: re.Match[str], span: tuple[int, int], row: int, columns: tuple[int, int]
) -> Iterator[Finding]:
    """The way, and then each sum of money or share of the clause that says by how much."""
    planned, spent = (remark.sheet.cells[row][at] for at in columns)
    if planned is None or spent is None:
        return
    apart = spent.value - planned.value
    shown = f"{remark.sheet.heads[columns[0]]} {planned.text}, {remark.sheet.heads[columns[1]]} {spent.text}"
    right = apart > 0 if said["over"] else apart < 0 if said["under"] else apart <= 0
    verdict: Verdict = "ok" if right else "wrong"
    yield remark.finding(CODE, verdict, said.span(), "" if right else "not so", shown, remark.sheet.labels[row])
    known = (planned.value, spent.value)
    for entry in remark.read.of_sentence(remark.at):
        place = entry.start - remark.start
        if not span[0] <= place < span[1] or said["within"] or not _is_size(remark, said, entry):
            continue
        told = in_thousands(remark.sheet, entry)
        if told.value in known:
            continue  # what was planned or spent itself
        gap = abs(apart) * 100 / planned.value if entry.kind == "share" and planned.value else abs(apart)
        verdict = "ok" if is_value(told, gap, Decimal(0) if entry.kind == "share" else planned.step) else "wrong"
        near = (place, entry.end - remark.start)
        yield remark.finding(CODE, verdict, near, printed(gap.quantize(told.step)), shown, remark.sheet.labels[row])


def _is_size(remark: Remark, said: re.Match[str], entry: Entry) -> bool:
    """Whether a figure stands beside the words as how far it is: "by £3,000", "of 4%", "£3,000 over budget"."""
    start, end = entry.start - remark.start, entry.end - remark.start
    if entry.kind not in ("money", "share"):
        return False
    if end <= said.start():
        return bool(re.fullmatch(r"\s*", remark.text[end : said.start()]))
    return bool(
        re.fullmatch(
            rf"(?:{OWN} {BUDGET})?(?: (?:in|on|for|at|of|by) (?:the )?[A-Za-z][A-Za-z ,&’'-]{{1,40}}?)?,?\s*"
            r"(?:\(|by|of|was|is|came to|stood at|amounted to|totalled)(?: (?:by|of|just|only|some))*\s*",
            remark.text[said.end() : start],
        )
    )
