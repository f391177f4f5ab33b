"""What is told of a table's columns as a whole: one column's sum out of another's, a mean over its rows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement, within
from looped.checker.sheets.giving import whole_of
from looped.checker.sheets.sheet import is_time

CODE = "sheet-whole"
MESSAGE = "What is told of a column as a whole is what its rows come to."
GOOD = "Site\tSeen\tMet\nLeith\t80\t40\nAyr\t30\t27\nOban\t50\t30\n\nAt the three sites 97 of 160 standards were met."
BAD = "Site\tSeen\tMet\nLeith\t80\t40\nAyr\t30\t27\nOban\t50\t30\n\nAt the three sites 107 of 160 standards were met."

OTHER = pattern_of(
    r"\b(?:more|fewer|less|than|at least|up to|over|under|about|around|nearly|almost|by|a further|another|"
    r"additional)\W*$",
    re.I,
)
OF_THESE = pattern_of(r"\bof (?:these|those|them|whom|which)\b", re.I)
MEAN = pattern_of(r"\b(?:on average|averag(?:e|ed|ing)|mean)\b", re.I)
PER = pattern_of(r"\b(?:a|per|each|every) (?:day|week|month|quarter|year|term|[a-z]+)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names no row."""
    return by_statement(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    """Where no row is named; that is asked last, for it costs the most."""
    counts = sum(kind in ("count", "total", "base") for kind in remark.sheet.kinds)
    based = counts == 2 and any(each.base for each in remark.read.of_sentence(remark.at))
    if (based or MEAN.search(remark.text)) and not remark.rows:
        yield from _of_two_columns(remark)
        yield from _mean(remark)


def _of_two_columns(remark: Remark) -> Iterator[Finding]:
    """ "17 of 58 charts" under two columns of counts: where one adds up to the base, the other does to the count."""
    sheet = remark.sheet
    counts = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base")]
    if (
        len(counts) != 2
        or remark.rows
        or OF_THESE.search(remark.text)
        or is_time(tuple(sheet.heads[c] for c in counts))
    ):
        return
    wholes = {c: whole_of(sheet, c) for c in counts}
    for entry in remark.read.of_sentence(remark.at):
        if entry.base and entry.share and fits(entry.count, entry.base, entry.share):
            continue  # right in itself: "103 of 214, or 48%" may be some of the rows
        bases_ = [c for c in counts if wholes[c] is not None and wholes[c] == entry.base]
        if entry.kind != "count" or len(bases_) != 1:
            continue
        other = next(c for c in counts if c != bases_[0])
        expected = wholes[other]
        lead = remark.read.text[max(0, entry.start - 26) : entry.start]
        if expected is None or OTHER.search(lead) or expected > (entry.base or 0):
            continue
        own = {figure.count for row in sheet.cells if (figure := row[bases_[0]])}
        if entry.count in own:
            continue  # of a row that it doesn't name in the table's words
        if entry.count not in (expected, (entry.base or 0) - expected):
            yield _told(remark, entry, "wrong", str(expected), f"{sheet.heads[other]} comes to {expected}")


def _mean(remark: Remark) -> Iterator[Finding]:
    """ "On average 43.8 a month": of the one column of counts, over its rows."""
    sheet = remark.sheet
    counts = [c for c, kind in enumerate(sheet.kinds) if kind == "count"]
    named = [c for c in within(remark.columns, 0, len(remark.text)) if c in counts]
    counts = named if len(named) == 1 else counts
    if not MEAN.search(remark.text) or len(counts) != 1:
        return
    figures = [sheet.cells[row][counts[0]] for row in sheet.parts]
    if any(each is None for each in figures) or len(figures) < 3:
        return
    exact = sum((each.value for each in figures if each), Decimal(0)) / len(figures)
    for entry in remark.read.of_sentence(remark.at):
        behind = remark.read.text[entry.end : entry.end + 40]
        lead = remark.read.text[max(0, entry.start - 40) : entry.start]
        if entry.base or entry.share or not (PER.search(behind) or MEAN.search(lead) or MEAN.search(behind)):
            continue
        if not entry.value or not Decimal("0.6") < exact / entry.value < Decimal("1.7"):
            continue  # of something else
        right = abs(exact - entry.value) <= entry.step / 2 or (entry.step == 1 and abs(exact - entry.value) < 1)
        shown = f"{exact:.1f}"
        yield _told(remark, entry, "ok" if right else "wrong", shown, f"{sheet.heads[counts[0]]}: the mean is {shown}")
        return


def _told(remark: Remark, entry: Entry, verdict: Verdict, expected: str, why: str) -> Finding:
    span = (entry.start - remark.start, entry.end - remark.start)
    return remark.finding(CODE, verdict, span, expected, why)
