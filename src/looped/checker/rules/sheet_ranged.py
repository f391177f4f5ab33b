"""From what to what a column of a table is said to range: its least figure and its greatest."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import Measure, measures
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, lies, ranked_rows, value, within
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet
from looped.checker.silent import MONTH

CODE = "sheet-ranged"
MESSAGE = "What a column is said to range from and to is its least figure and its greatest."
GOOD = "Site\tSeen\nLeith\t80\nAyr\t30\nOban\t44\n\nThe number seen ranged from 30 at Ayr to 80 at Leith."
BAD = "Site\tSeen\nLeith\t80\nAyr\t30\nOban\t44\n\nThe number seen ranged from 44 at Oban to 80 at Leith."

UNIT = r"(?:\s?°\s?[CF]|\s(?!(?:to|and|in|at|for|on|with|by|among)\b)[a-z/]{1,8})?"
FIRST, LAST = (
    rf"[£$€]?(?P<{name}>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{WORDS})"
    rf"(?:(?:\s?(?P<u{name}>%|per ?cent))|{UNIT})"
    for name in ("a", "b")
)
BETWEEN = r"(?:,? \(?(?:in|at|for|on|with|by|among) [^.;:,()\d]{2,40}\)?,?)?"
SAID = pattern_of(
    rf"\b(?:rang(?:ed|es|ing)|var(?:ied|ies|ying)|ran|running|went|goes|stretched|(?:lay|lies|lie|fell|"
    rf"sat)(?= between))\b[^.;:\d]{{0,30}}?"
    rf"\b(?:from|between) (?:just |only |as (?:few|low|little) as )?{FIRST}{BETWEEN} (?:to|and) "
    rf"(?:just |as (?:many|high|much) as )?{LAST}(?![\d,.]*\d)",
    re.I,
)
SOME = pattern_of(
    r"\b(?:except|apart from|other than|excluding|most|typically|usually|mostly|normally|generally|target|expected|"
    r"confidence|CI|interquartile|age[ds]?|since|over time)\b",
    re.I,
)
CROSSES = pattern_of(r"\bwent\b", re.I)


# A length of time, of money or of way, which a column of counts doesn't hold.
MEASURED = pattern_of(r"(?P<unit>day|week|month|year|hour|minute|second|mile|metre|kilometre)s?$", re.I)
DATED = pattern_of(rf"\d{{1,2}} {MONTH}\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such range whose two figures a column holds in part."""
    return by_statement(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    for said in SAID.finditer(remark.text):
        if DATED.match(remark.text, said.start("a")):
            continue  # "ran from 6 May to 17 June"
        if "°" in said.group() and "°" not in " ".join(
            (remark.sheet.caption, *remark.sheet.heads, *remark.sheet.labels)
        ):
            continue  # degrees, and the table tells none
        if SOME.search(remark.text) or CROSSES.match(said.group()):
            continue
        for sheet, rows, columns in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            told = _judged(sheet, rows, columns, said)
            if told:
                verdict, expected, why = told
                yield remark.finding(CODE, verdict, said.span(), expected, why)
                break


def _judged(
    sheet: Sheet, rows: Sequence[Named], columns: Sequence[Named], said: re.Match[str]
) -> tuple[Verdict, str, str] | None:
    """Right if any column meant has such ends; wrong if one of the two figures is in it, and it hasn't."""
    if [each for each in rows if not said.start() <= each.start < said.end() + 40]:
        return None  # of some rows
    share = bool(said["ua"] or said["ub"])
    low, high = _number(said["a"]), _number(said["b"])
    named = within(columns, 0, said.end() + 40)
    options = [m for m in measures(sheet, "share" if share else "", named) if (m.by == "share") == share]
    ends = {m: known for m in options if len(known := _values(sheet, m)) > 2}
    right = [m for m, known in ends.items() if _is(min(known), low) and _is(max(known), high)]
    near = [m for m, known in ends.items() if any(_is(v, low) for v in known) or any(_is(v, high) for v in known)]
    if not right and (len(near) != 1 or (not named and len(ends) > 1 and not _is_end(ends[near[0]], low, high))):
        return None
    measure = (right or near)[0]
    unit = MEASURED.search(said.group())
    if not right and unit and unit["unit"].lower() not in f"{sheet.heads[measure.column]} {sheet.caption}".lower():
        return None
    least, most = min(ends[measure]), max(ends[measure])
    why = f"{sheet.heads[measure.column]}: from {least:.4g} to {most:.4g}"
    return ("ok", "", why) if right else ("wrong", f"{least:.4g} to {most:.4g}", why)


def _is_end(known: Sequence[Decimal], low: Decimal, high: Decimal) -> bool:
    return _is(min(known), low) or _is(max(known), high)


def _values(sheet: Sheet, measure: Measure) -> list[Decimal]:
    """The figures of a column, where no row lacks one."""
    rows = ranked_rows(sheet)
    known = [each for row in rows if (each := value(sheet, row, measure.column, measure.by)) is not None]
    return known if len(known) == len(rows) else []


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "")) if text[0].isdigit() else Decimal(whole(text) or 0)


def _is(known: Decimal, stated: Decimal) -> bool:
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    return abs(known - stated) * 2 <= step if known != known.to_integral_value() else known == stated
