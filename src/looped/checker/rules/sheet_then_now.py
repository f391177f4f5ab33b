"""How many there were then and how many there are now, told in one breath, where a table has both as its wholes."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.sheets.giving import head_base
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.workings import is_near

CODE = "sheet-then-now"
MESSAGE = "Of two wholes of a table that are told in one breath, then and now, both are as the table has them."
_TABLE = "Ropes by pier\n\nPier\tLast year\tThis year\nEast\t21\t16\nWest\t19\t32\nAll ropes\t40\t48\n\n"
GOOD = _TABLE + "We read 48 ropes (up from 40 last year)."
BAD = _TABLE + "We read 48 ropes (up from 44 last year)."

TO = re.compile(r"(?: [a-z]+){0,3} to ", re.I)
AGAINST = re.compile(
    r" [a-z][a-z’' -]{2,45}?(?:,|;| \()? ?\(?(?:(?:up|down) from|against|compared (?:with|to)|vs\.?|versus) (?:the )?",
    re.I,
)
BRACKET = re.compile(r" [a-z][a-z’' -]{2,45}? \(", re.I)
THAT_TIME = pattern_of(
    r"^(?: [a-z]+)? (?:in |at |a )?(?:the )?(?:last|previous|prior|first|earlier|year|quarter|round|before)\b", re.I
)
# Heads of times.
TIMED = pattern_of(
    r"\b(?:last|previous|prior|first|second|this|now|then|before|earlier|latest|round|cycle|wave|quarter|q[1-4]|year|"
    r"spring|summer|autumn|winter|survey|audit|inspection|ago)\b|\b(?:19|20)\d\d\b",
    re.I,
)
EARLIER = pattern_of(r"\b(?:last|previous|prior|first|earlier|before|ago|baseline)\b", re.I)
BACK_THEN = pattern_of(
    r"\b(?:in|at) (?:the|our|its) (?:earlier|previous|prior|last|first) (?:survey|audit|round|cycle|wave|inspection|"
    r"year|report|review|count)\b|\b(?:(?:two|three|five|a|one) years?|last time|last year)(?: ago| before)?\b",
    re.I,
)
LEAST = 10
Told = Counter[int]


def check(context: Context) -> Iterator[Finding]:
    """Each pair of counts told so, with every table that may have it."""
    tables = [(placed.sheet, pairs) for placed in context.sheets if (pairs := _wholes(placed.sheet))]
    for paragraph in context.document.paragraphs if tables else ():
        read = passage(paragraph.text)
        for one, other in pairwise(read.entries):
            told = _then_and_now(read.text, one, other)
            if told:
                own = [pairs for sheet, pairs in tables if _is_named(sheet, read.sentence(one.sentence))]
                yield from _judged(context, paragraph, *told, [pair for pairs in own for pair in pairs])
    yield from _of_then(context)


def _of_then(context: Context) -> Iterator[Finding]:
    """ "In the earlier survey 590 of 1,180 answered": the one count of such a sentence, and the base of that time."""
    bases = {
        base
        for placed in context.sheets
        for at, head in enumerate(placed.sheet.heads)
        if re.search(r"\bn ?=", head) and EARLIER.search(head) and (base := head_base(placed.sheet, at))
    }
    for paragraph in context.paragraphs_with(BACK_THEN) if bases else ():
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = [e for e in read.of_sentence(at) if e.kind == "count" and e.value >= LEAST]
            if len(own) != 1 or int(own[0].value) in bases or not BACK_THEN.search(read.sentence(at)):
                continue
            times = context.once(_times_told)
            want = [n for n in bases if slips(n, int(own[0].value)) and times[n] > 1]
            if len(want) == 1 and times[int(own[0].value)] == 1:
                why = f"{want[0]} were asked then, as heads of tables tell"
                slip = f"{CODE}/{paragraph.line}/{own[0].start}"
                text, expected = own[0].text, str(want[0])
                yield Finding(CODE, "wrong", paragraph.where, text, text, expected, why, slip, "likely")


def _wholes(sheet: Sheet) -> list[tuple[int, int]]:
    """The wholes of two columns that are of two times: as their heads or the total row tell them."""
    found = []
    for column, head in enumerate(sheet.heads):
        figure = sheet.cells[sheet.total][column] if sheet.total is not None else None
        counted = figure.count if figure and sheet.kinds[column] in ("count", "both", "total", "base") else None
        own = head_base(sheet, column) if re.search(r"\bn ?=", head) else counted
        if own and TIMED.search(head):
            found.append(own)
    return [(a, b) for a, b in pairwise(found) if a != b]


def _then_and_now(text: str, one: Entry, other: Entry) -> tuple[Entry, Entry] | None:
    """Two counts of one sentence, the earlier first, where words between them say which is which."""
    if one.sentence != other.sentence or any(e.kind != "count" or e.base or e.value < LEAST for e in (one, other)):
        return None
    gap, tail = text[one.end : other.start], text[other.end :]
    if re.match(r" ?(?:%|per cent|points?\b|\(?\d)", tail):
        return None
    if text[: one.start].endswith("from ") and TO.fullmatch(gap):
        return one, other
    return (other, one) if AGAINST.fullmatch(gap) or (BRACKET.fullmatch(gap) and THAT_TIME.match(tail)) else None


def _is_named(sheet: Sheet, sentence: str) -> bool:
    """Whether a sentence has a word for what a table counts."""
    label = sheet.labels[sheet.total] if sheet.total is not None else ""
    words = label_words(f"{sheet.corner} {sheet.caption} {label} {sheet.table.section}")
    return any(alike(each.plain, word) for each in tokens_of(sentence) for word in words if len(word) > 3)


def _judged(
    context: Context, paragraph: Paragraph, then: Entry, now: Entry, pairs: list[tuple[int, int]]
) -> Iterator[Finding]:
    """Right where both are a table's; wrong where the one is, and the other, told nowhere else, is a slip of it."""
    told = {int(then.value), int(now.value)}
    right = any(told == {*pair} for pair in pairs)
    wanted = [(each, want) for pair in pairs for each, want in _slips(then, now, pair)]
    if right or len({want for _, want in wanted}) != 1:
        return
    entry, want = wanted[0]
    if context.once(_times_told)[int(entry.value)] > 1:
        return
    verdict: Verdict = "wrong"
    why = f"the table has {want}, beside {then.text if entry is now else now.text}"
    slip = f"{CODE}/{paragraph.line}/{entry.start}"
    yield Finding(CODE, verdict, paragraph.where, entry.text, entry.text, str(want), why, slip, "likely")


def _slips(then: Entry, now: Entry, pair: tuple[int, int]) -> Iterator[tuple[Entry, int]]:
    """The one of two figures that isn't as a table has it, where the other is, with what it should be."""
    for own, entry in ((then, now), (now, then)):
        if own.value in pair:
            want = pair[1 - pair.index(int(own.value))]
            if want != entry.value and is_near(Decimal(want), entry.value):
                yield entry, want


def _times_told(context: Context) -> Told:
    """How often the document tells each number, in prose and in tables."""
    told = [e for p in context.document.paragraphs for e in passage(p.text).entries]
    prose = [n for e in told for n in (int(e.value) if e.kind == "count" else 0, e.base or 0) if n]
    cells = [f.count for placed in context.sheets for row in placed.sheet.cells for f in row if f and f.count]
    heads = [head_base(placed.sheet, at) or 0 for placed in context.sheets for at in range(len(placed.sheet.heads))]
    return Counter((*prose, *cells, *heads))
