"""A row of a table that is called a strength or a weakness, and stands at the other end of all rows."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import measures
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING, Remark, lies, ranked_rows, value, within
from looped.checker.sheets.sheet import Sheet, is_time
from looped.checker.summaries import by_any_table

CODE = "sheet-standing"
MESSAGE = "What is called a strength isn't the lowest of a table's shares, nor a weakness the highest."
GOOD = "Area\tGood\nPlans\t82%\nVisits\t64%\nRecords\t41%\nCare\t70%\n\nPlans are a real strength."
BAD = "Area\tGood\nPlans\t82%\nVisits\t64%\nRecords\t41%\nCare\t70%\n\nRecords are a real strength."

ADVERB = r"(?:[a-z]+ ){0,2}?"
SAID = pattern_of(
    rf"\b(?:a|an|the|as|its|their|our|one|area of|particular|clear|real|main|chief|"
    rf"relative) {ADVERB}(?:(?P<up>strengths?|strong (?:points?|suits?|areas?))|"
    rf"(?P<down>weakness(?:es)?|weak (?:points?|spots?|areas?|links?)|shortcomings?))\b",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|n[’']t|no|never|neither|nor|no longer|if|whether|would|could|was once|used to|become|from a|than|"
    r"despite|"
    r"strengths and weaknesses|strengths? or)\b",
    re.I,
)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names one row."""
    return by_any_table(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    for found in SAID.finditer(remark.text):
        low, high = remark.clause(found.start())
        if DENIED.search(remark.text[low:high]) or BAD_THING.search(SAID.sub(" ", remark.told_of)):
            continue
        for sheet, names in ((remark.sheet, remark.rows), (lies(remark.sheet), remark.columns)):
            rows = within([each for each in names if each.whole], low, high)
            told = _judged(sheet, rows[0], bool(found["up"])) if len(rows) == 1 else None
            if told:
                verdict, why = told
                yield remark.finding(CODE, verdict, found.span(), "" if verdict == "ok" else "the other end", why)
                return


def _judged(sheet: Sheet, row: int, up: bool) -> tuple[Verdict, str] | None:
    """Where the row stands among the others: at the end that is said, at the other, or between (nothing then)."""
    rows = ranked_rows(sheet)
    if row not in rows or len(rows) < FEWEST or is_time(tuple(sheet.labels[at] for at in rows)):
        return None
    ends = []
    every = [each for each in measures(sheet, "share", ()) if each.by == "share" or sheet.kinds[each.column] == "mean"]
    for measure in every:
        known = {at: each for at in rows if (each := value(sheet, at, measure.column, measure.by)) is not None}
        if len(known) < len(rows) or len(set(known.values())) < 2:
            return None
        own = known[row]
        ends.append(1 if own == max(known.values()) else -1 if own == min(known.values()) else 0)
    if not ends or 0 in ends or len(set(ends)) > 1:
        return None
    column = every[0].column
    listed = ", ".join(f"{sheet.labels[at]} {sheet.texts[at][column]}" for at in rows)
    return "ok" if (ends[0] > 0) == up else "wrong", f"{sheet.heads[column]}: {listed}"
