"""A change whose one figure is of a row of a table at one time, and whose other is of no time of that row."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph, Table
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.remarks import lies
from looped.checker.rows_in_time import CALLED, WHOLE, Line, figures_at, figures_of, is_figure, rows_in_time
from looped.checker.sheets.sheet import Sheet
from looped.checker.tables_having import tables_having

CODE = "pair-in-row"
MESSAGE = "The two figures of a change stand in one row of the table that has the one."
_TABLE = "Check | Last year | This year\nRopes | 61.4% | 72.5%\nSails | 52.1% | 58.0%\nMasts | 66.0% | 67.3%\n\n"
GOOD = _TABLE + "Sound ropes rose from 61.4% to 72.5%."
BAD = _TABLE + "Sound ropes rose from 52.1% to 72.5%."

WORDS = r"\)?(?: (?!and\b|but\b|of\b|while\b|which\b)[A-Za-z’'-]+){0,8}?"
# Between the two: "from A in May to B", "B, up from A", "B, compared with A", "B (A".
# "Within the panel it rose from 40% to 55%": of some of those that a row is of.
OF_SOME = pattern_of(r"\W*(?:within|excluding|leaving out)\b", re.I)
FROM = pattern_of(r"\bfrom (?:only |just |about )?$|\($", re.I)
TO = pattern_of(rf"{WORDS} to (?:only |just |now )?", re.I)
UP_FROM = pattern_of(rf"{WORDS},? ?\(?(?:up|down|risen|fallen|rising|falling|having risen|a (?:rise|fall)) from ", re.I)
AGAINST = pattern_of(rf"{WORDS},? ?\(?(?:as )?(?:against|compared (?:with|to)|vs\.?|versus) (?:only |just )?", re.I)
THEN_ONE = pattern_of(rf"{WORDS} \(", re.I)
# Right behind the second of two that are set against each other: of an earlier time.
THEN = pattern_of(
    r"(?: [a-z]+){0,2}? ?(?:last (?:year|time|quarter|month|term|round|survey|audit|autumn|spring)|(?:in )?the "
    r"(?:first|previous|earlier|last) [a-z]+|(?:the |a )?(?:year|quarter|month|two years) (?:before|ago|earlier)|"
    r"previously|before|at baseline|in (?:quarter|q|round|wave|cycle) ?\d)\b",
    re.I,
)
ASIDE = pattern_of(r"\b(?:target|would|should|if|budget|forecast|expected|planned|national\w*|mean|median)\b", re.I)
LARGE, FAR = 100, 2


def check(context: Context) -> Iterator[Finding]:
    """Each pair of figures of a change."""
    if not context.sheets:
        return
    told = [(block, passage(block.text)) for block in context.document.blocks if not isinstance(block, Table)]
    for block, read in told:
        if block.text.lstrip("# ") == block.section or "\t" in block.text:
            continue
        for one, other in pairs_in(read):
            lines = list(rows_in_time(tables_having(context, (one, other)), block, read, one.sentence))
            if not lines or OF_SOME.match(read.sentence(one.sentence)):
                continue
            if both := [line for line in lines if line.has(one) and line.has(other)]:
                yield from _in_order(both, read, one, other)
                continue
            if _are_told(told, block, one, other) or _are_in_any(context, one, other):
                continue
            yield from _judged(lines, one, other)


def _in_order(both: Sequence[Line], read: Passage, one: Entry, other: Entry) -> Iterator[Finding]:
    """ "From A to B", where the rows that have both have A at the latest time: the other way round."""
    line, gap = both[0], read.text[one.end : other.start]
    is_to = FROM.search(read.text[: one.start]) and TO.fullmatch(gap)
    then, now = (one, other) if is_to else (other, one)
    back = all(each.ends_with(then) and not each.ends_with(now) for each in both)
    if back and (is_to or UP_FROM.fullmatch(gap)) and one.value != other.value:
        yield _finding(line, other, "wrong", one.text, f"it has {now.text} before and {then.text} now")
    else:
        yield _finding(line, other, "ok", "", f"it has {one.text} and {other.text}")


def pairs_in(read: Passage) -> Iterator[tuple[Entry, Entry]]:
    """Two figures of one kind of which words say that they are of one thing at two times."""
    for one, other in pairwise(read.entries):
        if (
            one.sentence != other.sentence
            or one.kind != other.kind
            or one.kind not in ("share", "count", "measure", "money")
        ):
            continue
        gap, behind = read.text[one.end : other.start], read.text[other.end :]
        is_to = FROM.search(read.text[: one.start]) and TO.fullmatch(gap)
        against = (AGAINST.fullmatch(gap) or THEN_ONE.fullmatch(gap)) and THEN.match(behind)
        if (is_to or UP_FROM.fullmatch(gap) or against) and not ASIDE.search(read.sentence(one.sentence)):
            yield one, other


def _are_told(told: Sequence[tuple[Paragraph, Passage]], block: Paragraph, one: Entry, other: Entry) -> bool:
    """Whether another sentence tells both."""
    for each, read in told:
        for at, own in enumerate(read.by_sentence):
            if each is block and at == one.sentence:
                continue
            values = {(e.kind, e.value) for e in own}
            if {(one.kind, one.value), (other.kind, other.value)} <= values:
                return True
    return False


def _are_in_any(context: Context, one: Entry, other: Entry) -> bool:
    """Whether a row or a column of a table has both, times or not."""
    for sheet in tables_having(context, (one,)):
        for side in (sheet, lies(sheet)):
            for row in range(len(side.labels)):
                every = [each for column in range(len(side.heads)) for each in figures_at(sheet, side, row, column)]
                if any(is_figure(one, *e) for e in every) and any(is_figure(other, *e) for e in every):
                    return True
    return False


def _judged(lines: Sequence[Line], one: Entry, other: Entry) -> Iterator[Finding]:
    """The figure that the row of the other one doesn't have, where the sentence names it or nothing else has that."""
    for mark in (WHOLE, CALLED, 0):
        for known, odd in ((one, other), (other, one)):
            having = [line for line in lines if line.has(known)]
            chosen = [line for line in having if line.named == mark]
            distinct = known.step < 1 or known.value >= LARGE
            if len(chosen) == 1 and (mark == WHOLE or (distinct and len(having) == 1)):
                found = _amiss(chosen[0], known, odd)
                if found:
                    yield found
                    return


def _amiss(line: Line, known: Entry, odd: Entry) -> Finding | None:
    """What is wrong with the odd one of two, where the row has something near it or another row has it."""
    others = [each for each in line.values if not is_figure(known, *each)]
    near = [value for kind, value, _ in others if _may_be(odd, kind) and _is_near(odd.value, value)]
    near.sort(key=lambda value: (not is_slip(odd.value, value), abs(odd.value - value)))
    if not near or not (line.named == WHOLE or is_slip(odd.value, near[0]) or _is_cell(line.remark.sheet, odd)):
        return None
    if line.named < WHOLE and _are_ends(line.remark.sheet, known, odd):
        return None
    return _finding(line, odd, "wrong", f"{near[0]}", f"it has {known.text} and {near[0]}")


def _are_ends(sheet: Sheet, one: Entry, other: Entry) -> bool:
    """ "The best rose from 72.5% to 78.9%": whether both are the most, or both the least, of their columns."""
    for end in (max, min):
        ends = []
        for column in range(len(sheet.heads)):
            cells = [each for row in sheet.parts for each in figures_of(sheet, row, column)]
            ends += [end((e for e in cells if e[0] == kind), key=lambda e: e[1]) for kind in {e[0] for e in cells}]
        if any(is_figure(one, *each) for each in ends) and any(is_figure(other, *each) for each in ends):
            return True
    return False


def _finding(line: Line, entry: Entry, verdict: Verdict, expected: str, why: str) -> Finding:
    span = (entry.start - line.remark.start, entry.end - line.remark.start)
    return line.remark.finding(CODE, verdict, span, expected, why, line.name)


def _is_cell(sheet: Sheet, entry: Entry) -> bool:
    """Whether another row of the table has a figure."""
    places = ((row, column) for row in range(len(sheet.labels)) for column in range(len(sheet.heads)))
    return any(is_figure(entry, *each) for row, column in places for each in figures_of(sheet, row, column))


def _may_be(entry: Entry, kind: str) -> bool:
    return kind == entry.kind or {kind, entry.kind} == {"count", "measure"}


def _is_near(stated: Decimal, exact: Decimal) -> bool:
    return is_slip(stated, exact) or (exact > 0 and max(stated, exact) <= FAR * min(stated, exact))
