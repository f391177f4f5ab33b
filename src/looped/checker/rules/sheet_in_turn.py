"""Figures that a sentence tells of one row in turn, where all but one are as they stand: "to 60, to 57, to 64"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement, lies
from looped.checker.sheets.giving import cell_says
from looped.checker.sheets.sheet import Sheet, is_time

CODE = "sheet-in-turn"
MESSAGE = "Figures told one after the other of one row are those that it has one after the other."
_TABLE = "Asked, %\tMay\tJune\tJuly\tAugust\nRopes\t58\t60\t57\t64\nLamps\t61\t63\t65\t68\n\n"
GOOD = _TABLE + "Ropes rose to 60%, fell back to 57% and then jumped to 64%."
BAD = _TABLE + "Ropes rose to 60%, fell back to 55% and then jumped to 64%."

MOVED = pattern_of(
    r"\b(?:rose|fell|fallen|risen|dropped|jumped|climbed|crept|went|grew|dipped|slipped|recovered|from|to|then)\b", re.I
)
# Another row's, or another time's or place's.
ELSE = pattern_of(
    r"\b(?:targets?|limits?|national\w*|england|average|mean|than|compared|against|while|whereas|respectively|by|both|"
    r"each|every|between|difference|gap|overall|total)\b",
    re.I,
)
LEAST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with three such figures or more, with the tables near it."""
    return by_statement(context, _of, MOVED)


def _of(remark: Remark) -> Iterator[Finding]:
    told = [e for e in remark.read.of_sentence(remark.at) if e.kind == "share" and not e.base]
    if len(told) < LEAST:
        return
    gaps = remark.text[told[0].start - remark.start : told[-1].end - remark.start]
    if ELSE.search(re.sub(r"\bby (?:[a-z-]+|\d+) points?\b", "", gaps)):
        return
    found = [
        (sheet.labels[row], entry, want)
        for sheet in (remark.sheet, lies(remark.sheet))
        for row in range(len(sheet.labels))
        for entry, want in _off(sheet, row, told)
    ]
    if len({(entry.start, want) for _, entry, want in found}) != 1:
        return
    label, entry, want = found[0]
    span = (entry.start - remark.start, entry.end - remark.start)
    others = ", ".join(e.text for e in told if e is not entry)
    yield remark.finding(CODE, "wrong", span, want, f"{want} stands there, beside {others}", label)


def _off(sheet: Sheet, row: int, told: Sequence[Entry]) -> Iterator[tuple[Entry, str]]:
    """The one figure that isn't the row's in its turn, all others being it: of all columns, or between two of them."""
    columns = [at for at, kind in enumerate(sheet.kinds) if kind == "share" and sheet.cells[row][at]]
    if not is_time(tuple(sheet.heads[at] for at in columns)):
        return
    for low in range(len(columns) - len(told) + 1):
        pairs = list(zip(columns[low : low + len(told)], told, strict=True))
        missed = [(at, entry) for at, entry in pairs if not cell_says(sheet, row, at, entry)]
        every = len(told) == len(columns)
        if len(missed) == 1 and (every or missed[0] not in (pairs[0], pairs[-1])):
            figure = sheet.cells[row][missed[0][0]]
            yield missed[0][1], figure.text if figure else ""
