"""The figure told with what is called the most or the least: whose it is, and whether it is that row's."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.end_words import BEST, BUSIEST, HIGHEST, LOWEST, NO_CELL, NO_END, QUIETEST, WORST
from looped.checker.finding import Finding, Verdict
from looped.checker.measures import Measure, measures
from looped.checker.pairs import listed
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import BAD_THING, Remark, by_statement, ranked_rows, value, within
from looped.checker.sheets.sheet import Sheet
from looped.checker.summaries import afar

CODE = "sheet-topmost"
MESSAGE = "The figure told with what is called the most or the least is that of the row that is named."
GOOD = "Month\tDue\tLate\nMay\t51\t15\nJune\t84\t10\nJuly\t42\t12\n\nThe busiest month was June, when 84 fell due."
BAD = "Month\tDue\tLate\nMay\t51\t15\nJune\t84\t10\nJuly\t42\t12\n\nThe busiest month was May, when 84 fell due."

END = pattern_of(
    rf"\b(?:(?P<high>{HIGHEST}|{BUSIEST}|(?:the|had|with) most)|"
    rf"(?P<low>{LOWEST}|{QUIETEST}|(?:the|had|with) least)|"
    rf"(?P<good>{BEST})|(?P<bad>{WORST}|poorest))\b|"
    r"\b(?P<more>more|higher|larger)(?: [a-z]+){0,3} than (?:in |at |on |for |with )?(?:any|every) other\b|"
    r"\b(?P<fewer>fewer|less|lower|smaller)(?: [a-z]+){0,3} than (?:in |at |on |for |with )?(?:any|every) other\b",
    re.I,
)
DENIED = pattern_of(
    rf"\b(?:{NO_END}|of)[- ]+(?:the |its |their |our )?$",
    re.I,
)
# Of what came in between, of several together, of another year or of a change, which no cell need hold.
ELSEWHERE = pattern_of(
    rf"\b(?:{NO_CELL}|rise|fall|increase|decrease|drop|gain|change|reduction|gap|difference|up|down|average|mean|"
    r"median|per)\b",
    re.I,
)
# Between the words and the figure told with them: "(28)", ", six", ": eight", ", at 90%", ", with 84", ", when 84".
APPOSED = pattern_of(
    r".*(?:\(|, |: | [–—-] )(?:(?:at|with|where|when|having|on|only|just|all of|by|named by|it was|n ?= ?) ?){0,2}",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each row that a sentence calls the first or the last, with one figure; a summary's too."""
    yield from by_statement(context, _of, END)
    for remark in afar(context, END):
        yield from _of(remark, far=True)


def _of(remark: Remark, far: bool = False) -> Iterator[Finding]:
    text = remark.text
    for found in END.finditer(text):
        low, high = remark.clause(found.start())
        rows = within(remark.rows, low, high)
        if len(rows) != 1 or rows[0] not in ranked_rows(remark.sheet) or ELSEWHERE.search(remark.unnamed[low:high]):
            continue
        if DENIED.search(text[: found.start()]) or len(list(END.finditer(text, low, high))) > 1:
            continue
        least = bool(found["low"] or found["fewer"] or found["bad"])
        best = bool(found["good"] or found["bad"])
        if best and BAD_THING.search(text):
            continue  # which end of a bad thing is the best
        told = _told(remark, low, high)
        result = _judge(remark, rows[0], told, least, (low, high), far=far, best=best) if told else None
        if result:
            verdict, expected, why = result
            yield remark.finding(CODE, verdict, (low, high), expected, why, remark.sheet.labels[rows[0]])


def _told(remark: Remark, low: int, high: int) -> Entry | None:
    """The one figure of a clause, where it is told right behind: or with "had", where it is more than any other's."""
    here = [e for e in remark.read.of_sentence(remark.at) if low <= e.start - remark.start < high]
    if len(here) != 1 or here[0].kind not in ("count", "share", "money"):
        return None
    place = here[0].start - remark.start
    any_other = END.search(remark.text, low, high)
    if any_other and (any_other["more"] or any_other["fewer"]):
        return here[0] if place < any_other.start() else None
    return here[0] if APPOSED.fullmatch(remark.text, low, place) else None


def _judge(
    remark: Remark, row: int, entry: Entry, least: bool, span: tuple[int, int], *, far: bool, best: bool
) -> tuple[Verdict, str, str] | None:
    """What the figure says: of the row where it is its own; else of the row that it is the end of."""
    sheet = remark.sheet
    by = "share" if entry.kind == "share" else "count"
    named = [at for at in within(remark.columns, *span) if not _is_base(sheet, row, at, entry)]
    every = [each for each in measures(sheet, "", []) if each.by == by and sheet.kinds[each.column] != "total"]
    every += [Measure(at, by) for at, kind in enumerate(sheet.kinds) if kind == "total" and by == "count"]
    every = [each for each in every if not (best and BAD_THING.search(sheet.heads[each.column]))]
    options = [each for each in every if each.column in named] or every
    own = [each for each in every if _says(sheet, row, each, entry)]
    firsts = {each: _firsts(sheet, each, least) for each in options}
    if own:
        if not far:
            return None  # told by another rule
        tops = {each: _firsts(sheet, each, least) for each in own}
        if any(row in first for first in tops.values()):
            return "ok", "", listed(sheet, own[0])
        first = next(iter(tops.values()))
        return ("wrong", sheet.labels[first[0]], listed(sheet, own[0])) if len(own) == 1 and first else None
    others = [each for each, first in firsts.items() if len(first) == 1 and _says(sheet, first[0], each, entry)]
    if len(others) == 1 and row not in firsts[others[0]]:
        return "wrong", sheet.labels[firsts[others[0]][0]], listed(sheet, others[0])
    if others or not options or any(each.column not in named or row not in firsts[each] for each in options):
        return None
    cells = [(figure, each) for each in options if (figure := sheet.cells[row][each.column])]
    if not cells:
        return None
    figure, nearest = min(cells, key=lambda cell: abs(cell[0].value - entry.value))
    return "wrong", figure.text, listed(sheet, nearest)


def _is_base(sheet: Sheet, row: int, column: int, entry: Entry) -> bool:
    """Whether a figure's base is what the row has in a column: "the most charts with gaps, four of 12"."""
    figure = sheet.cells[row][column]
    return bool(entry.base and figure and figure.count == entry.base)


def _firsts(sheet: Sheet, measure: Measure, least: bool) -> list[int]:
    """The rows with the most, or the least, of a column; none where a figure is missing."""
    rows = ranked_rows(sheet)
    values = {row: value(sheet, row, measure.column, measure.by) for row in rows}
    known: list[Decimal] = [each for each in values.values() if each is not None]
    if len(known) < len(rows) or len(known) < 2:
        return []
    end = min(known) if least else max(known)
    return [row for row, each in values.items() if each == end]


def _says(sheet: Sheet, row: int, measure: Measure, entry: Entry) -> bool:
    known = value(sheet, row, measure.column, measure.by)
    if known is None:
        return False
    if entry.kind == "share":
        return abs(known - entry.value) * 2 <= entry.step
    return known == entry.value
