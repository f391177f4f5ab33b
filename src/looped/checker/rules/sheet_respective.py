"""Figures told of rows in their order, "Ash, Elm and Oak had 4, 7 and 9 respectively", against the rows of a table."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement, lies, measures, value
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-respective"
MESSAGE = "Figures told of several rows in their order are those of the rows."
GOOD = "Site\tSeen\nLeith\t80\nAyr\t30\nOban\t44\n\nAyr, Oban and Leith saw 30, 44 and 80 people respectively."
BAD = "Site\tSeen\nLeith\t80\nAyr\t30\nOban\t44\n\nAyr, Oban and Leith saw 44, 30 and 80 people respectively."

ORDER = pattern_of(r"\b(?:respectively|in that order)\b", re.I)
BETWEEN_FIGURES = re.compile(r"\s?%?\s?(?:,|,? and|;)\s?[£$€]?")
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with as many figures in a run as rows, or columns, named before them."""
    return by_statement(context, _of, ORDER)


def _of(remark: Remark) -> Iterator[Finding]:
    run = _run(remark)
    if len(run) < FEWEST:
        return
    low, high = run[0].start - remark.start, run[-1].end - remark.start
    for sheet, names, others in (
        (remark.sheet, remark.rows, remark.columns),
        (lies(remark.sheet), remark.columns, remark.rows),
    ):
        named = _named(names, low, high)
        if len(named) != len(run):
            continue
        columns = list(dict.fromkeys(each.at for each in others))
        stated = [e.share.value if e.share and e.kind == "share" else e.value for e in run]
        rows = [each.at for each in named]
        if told := _judged(sheet, rows, columns, stated, share=run[0].kind == "share"):
            verdict, why = told
            start = min(named[0].start, low)
            yield remark.finding(CODE, verdict, (start, max(high, named[-1].end)), why if verdict != "ok" else "", why)
            return


def _run(remark: Remark) -> list[Entry]:
    """The figures of the sentence, where they stand side by side and are of one kind."""
    found = remark.read.of_sentence(remark.at)
    runs: list[list[Entry]] = []
    for each in found:
        gap = remark.read.text[runs[-1][-1].end : each.start] if runs else ""
        if runs and BETWEEN_FIGURES.fullmatch(gap):
            runs[-1].append(each)
        else:
            runs.append([each])
    several = [run for run in runs if len(run) >= FEWEST]
    if len(several) != 1 or any(e.base for e in several[0]):
        return []
    run = several[0]
    # "60, 65 and 89%": the sign may stand behind the last only.
    kinds = {e.kind for e in run}
    return run if len(kinds) == 1 else []


def _named(names: list[Named], low: int, high: int) -> list[Named]:
    """The rows named before the run, or else behind it, each once."""
    for found in ([e for e in names if e.end <= low], [e for e in names if e.start >= high]):
        once = [e for at, e in enumerate(found) if e.at not in {other.at for other in found[:at]}]
        if len(once) >= FEWEST:
            return once
    return []


def _judged(
    sheet: Sheet, rows: list[int], columns: list[int], stated: list[Decimal], *, share: bool
) -> tuple[Verdict, str] | None:
    """Right if any column has these figures in this order; wrong if one has them in another, or all but one."""
    near = []
    for measure in measures(sheet, "share" if share else "", columns):
        if share != (measure.by == "share"):
            continue
        known = [value(sheet, row, measure.column, measure.by) for row in rows]
        if None in known:
            continue
        figures = [each for each in known if each is not None]
        hits = sum(_is(a, b) for a, b in zip(figures, stated, strict=True))
        listed = ", ".join(f"{sheet.labels[row]} {each:.6g}" for row, each in zip(rows, figures, strict=True))
        if hits == len(stated):
            return "ok", f"{sheet.heads[measure.column]}: {listed}"
        if sorted(figures) == sorted(stated) or (hits == len(stated) - 1 and hits > 1):
            near.append(f"{sheet.heads[measure.column]}: {listed}")
    return ("wrong", near[0]) if len(near) == 1 else None


def _is(known: Decimal, stated: Decimal) -> bool:
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    return abs(known - stated) * 2 <= step
