"""A number told of several months or years of a table, from one to another: their sum."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.quoting import speaks_of_it
from looped.checker.remarks import Remark, by_statement, lies, within
from looped.checker.rules.sheet_quoted import BEHIND, OTHER
from looped.checker.sheets.giving import in_thousands
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import Sheet, is_time

CODE = "sheet-span"
MESSAGE = "A number told from one month to another is what these months come to."
GOOD = "Month\tCalls\nMay\t30\nJune\t21\nJuly\t25\nAugust\t40\n\nFrom June to August 86 calls came in."
BAD = "Month\tCalls\nMay\t30\nJune\t21\nJuly\t25\nAugust\t40\n\nFrom June to August 68 calls came in."

JOINS = pattern_of(r"^(?:,? (?:19|20)\d\d)?\s?(?:to|until|till|and|through|up to|–|-)(?: the end of)?\s$", re.I)
FIRST = pattern_of(
    r"\bthe (?P<end>first|last|final|opening|closing) (?P<n>two|three|four|five|six) "
    r"(?:months|years|quarters|weeks|terms|days)\b",
    re.I,
)
MOVED = pattern_of(
    r"\b(?:rose|fell|grew|dropped|increas\w+|decreas\w+|declin\w+|went|up|down|change[sd]?|averag\w+|mean|"
    r"each|every(?! one\b)|"
    r"per|monthly|month on month|more|fewer|less|most|least|peak\w*|than|doubled|halved)\b",
    re.I,
)
POINTED = pattern_of(
    r"\b(?:the|this) table\b|\btable \w+\b|\b(?:every one|all(?: of them)?|each) (?:was|were|is|are)\b|"
    r"\b(?:below|above)\b",
    re.I,
)
NEAR = Decimal("1.5")


def check(context: Context) -> Iterator[Finding]:
    """Each count whose clause names a stretch of a table's times."""
    return by_statement(context, _of, JOINS, FIRST)


def _of(remark: Remark) -> Iterator[Finding]:
    for sheet in (remark.sheet, lies(remark.sheet)):
        parts = list(sheet.parts)
        if len(parts) < 3 or not is_time(tuple(sheet.labels[row] for row in parts)):
            continue
        names = remark.rows if sheet is remark.sheet else remark.columns
        if len(names) < 2 and not FIRST.search(remark.text):
            continue
        rows = _rows(remark, names, parts)
        counts = [e for e in remark.read.of_sentence(remark.at) if e.kind in ("count", "money")]
        if rows and not MOVED.search(remark.text) and len(counts) == 1:
            yield from _judged(remark, sheet, rows, counts[0])


def _rows(remark: Remark, names: Sequence[Named], parts: Sequence[int]) -> list[int]:
    """The rows from the first named to the second; or so many of the first or the last."""
    if found := FIRST.search(remark.text):
        many = whole(found["n"]) or 0
        first = found["end"].lower() in ("first", "opening")
        return list(parts[:many] if first else parts[-many:]) if many < len(parts) else []
    if len(names) != 2 or not JOINS.match(remark.text[names[0].end : names[1].start]):
        return []
    low, high = names[0].at, names[1].at
    between = remark.text[names[0].end : names[1].start].strip()
    # "May and June" are two; "between May and July" are three.
    if between == "and" and not re.search(r"\bbetween\s$", remark.text[: names[0].start], re.I):
        return []
    return [row for row in parts if low <= row <= high] if low < high else []


def _judged(remark: Remark, sheet: Sheet, rows: Sequence[int], printed: Entry) -> Iterator[Finding]:
    entry = in_thousands(sheet, printed)
    lead = remark.read.text[max(0, entry.start - 26) : entry.start]
    tail = remark.read.text[entry.end : entry.end + 26]
    if entry.base or entry.share or OTHER.search(lead) or BEHIND.match(tail):
        return
    others = remark.columns if sheet.turned == remark.sheet.turned else remark.rows
    named = within(others, 0, len(remark.text))
    columns = [c for c in named or range(len(sheet.heads)) if sheet.kinds[c] in ("count", "both")]
    whole_of = not named and sheet.total_column is not None and list(rows) == list(sheet.parts)
    if whole_of and sheet.total_column is not None and POINTED.search(remark.text):
        columns = [sheet.total_column]  # "64 files between May and July (see the table)"
    elif len(columns) != 1 or not speaks_of_it(remark, entry, strict=not named):
        return
    figures = [sheet.cells[row][columns[0]] for row in rows]
    summed = sum((each.value for each in figures if each), Decimal(0))
    cells = {f.value for row in range(len(sheet.labels)) if (f := sheet.cells[row][columns[0]])}
    if None in figures or not summed or not entry.value:
        return
    verdict: Verdict = "ok" if summed == entry.value else "wrong"
    far = max(summed, entry.value) / min(summed, entry.value) > NEAR
    if verdict == "wrong" and (entry.value in cells or far):
        return
    terms = " + ".join(each.text for each in figures if each)
    span = (printed.start - remark.start, printed.end - remark.start)
    yield remark.finding(CODE, verdict, span, f"{summed}", f"{terms} = {summed}")
