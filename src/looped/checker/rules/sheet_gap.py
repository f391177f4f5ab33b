"""Where a difference between two columns of a table is called the widest or the narrowest of its rows."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, ranked_rows, value
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet, is_total
from looped.checker.summaries import by_any_table, is_of_other_year

CODE = "sheet-gap"
MESSAGE = "The difference that is called the widest or the narrowest is so between two columns of the table."
TABLE = "Port\tBoats, %\tRafts, %\nLeith\t60\t50\nAyr\t70\t44\nOban\t51\t49\n\n"
GOOD = TABLE + "The gap was widest at Ayr and narrowest at Oban."
BAD = TABLE + "The gap was widest at Leith and narrowest at Oban."

GAP = r"(?:differences?|gaps?|distance|spread|margin|advantage|lead|disparity|excess)"
HIGH = r"widest|largest|greatest|biggest|highest|most marked|at (?:its|their) (?:widest|largest|greatest)"
LOW = r"narrowest|smallest|least|lowest|slightest|least marked|at (?:its|their) (?:narrowest|smallest|least)"
END = pattern_of(rf"\b(?:(?P<high>{HIGH})|(?P<low>{LOW}))(?= (?:at|in|on|for|among|with|by)\b)", re.I)
SUBJECT = pattern_of(rf"\b(?:the|this|that|their|its|a) (?:[a-z’'-]+ ){{0,2}}?{GAP}\b(?! (?:from|to|with|in)\b)", re.I)
IT = re.compile(r"\W*(?:It|This|They) (?:was|is|were|are) (?:also |again |thus |therefore )?$")
# Between what differs and its end: nothing else begins that could be the largest.
OTHER_SUBJECT = pattern_of(
    r"[.;:]|\b(?:which|who|whose|while|whereas)\b|,? (?:and|but) (?:the|its|their|that|those|our|in|at|[A-Z])\b|"
    rf"\b(?!{GAP})[a-z]+s? (?:was|were|had|has|have) (?!$|{HIGH}|{LOW}|then|also|therefore|thus|again|in |at )",
    re.I,
)
TO_ROW = re.compile(r" (?:at|in|on|for|among|with|by)(?: (?:the|those|people|age|month|week|year))* [“\"‘']?$", re.I)
ELSE = pattern_of(
    r"\b(?:not|n[’']t|previous\w*|last (?:year|time|round|cycle)|changes?|rises?|falls?|gains?|expected|would|second|"
    r"interval|than)\b",
    re.I,
)
FEWEST = 3
KINDS = ("share", "both", "mean", "count")


def check(context: Context) -> Iterator[Finding]:
    """Each end of a difference with the row behind it, against every table that has the row."""
    return by_any_table(context, _of, END)


def _of(remark: Remark) -> Iterator[Finding]:
    text, rows = remark.text, ranked_rows(remark.sheet)
    if ELSE.search(remark.unnamed) or is_of_other_year(remark, text) or len(rows) < FEWEST:
        return
    for said in END.finditer(text):
        own = _row(remark, said)
        if own is None or own.at not in rows or not _is_of_gap(remark, said):
            continue
        options = list(_gaps(remark.sheet, rows))
        if not options:
            continue
        place = rows.index(own.at)
        holds = [each for each in options if each[place] == (max(each) if said["high"] else min(each))]
        verdict: Verdict = "ok" if holds else "wrong"
        told = holds[0] if holds else options[0]
        why = ", ".join(f"{remark.sheet.labels[row]} {gap:.4g}" for row, gap in zip(rows, told, strict=True))
        expected = "" if holds else remark.sheet.labels[rows[told.index((max if said["high"] else min)(told))]]
        yield remark.finding(CODE, verdict, (said.start(), own.end), expected, why, remark.sheet.labels[own.at])


def _row(remark: Remark, said: re.Match[str]) -> Named | None:
    """The row right behind the words; none where two are named there."""
    found = [each for each in remark.rows if TO_ROW.fullmatch(remark.text[said.end() : each.start])]
    return found[0] if len(found) == 1 else None


def _is_of_gap(remark: Remark, said: re.Match[str]) -> bool:
    """Whether it is a difference that is called so: told before it in its sentence, or in the one before it."""
    before = remark.text[: said.start()]
    told = list(SUBJECT.finditer(before))
    if told:
        return not OTHER_SUBJECT.search(before[told[-1].end() :])
    first = remark.at and SUBJECT.search(remark.read.sentence(remark.at - 1))
    return bool(first and IT.match(before) and first.start() < 3)


def _gaps(sheet: Sheet, rows: Sequence[int]) -> Iterator[list[Decimal]]:
    """How far two columns of one kind are apart in each row, and what a column of differences tells."""
    changes = [at for at, kind in enumerate(sheet.kinds) if kind == "change"]
    for column in changes:
        told = [figure.value for row in rows if (figure := sheet.cells[row][column])]
        if len(told) == len(rows):
            yield [abs(each) for each in told]
    if changes:
        return
    columns = [at for at, head in enumerate(sheet.heads) if sheet.kinds[at] in KINDS and not is_total(head)]
    pairs = [(a, b) for a, b in combinations(columns, 2) if _family(sheet, a) == _family(sheet, b)]
    for a, b in sorted(pairs, key=lambda pair: _family(sheet, pair[0]) != "share"):
        for by in ("share", "count"):
            values = [(value(sheet, row, a, by), value(sheet, row, b, by)) for row in rows]
            known = [abs(x - y) for x, y in values if x is not None and y is not None]
            if len(known) == len(rows):
                yield known


def _family(sheet: Sheet, column: int) -> str:
    kind = sheet.kinds[column]
    return "share" if kind == "both" else kind
