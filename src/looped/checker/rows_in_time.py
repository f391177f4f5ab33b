"""The rows of a report's tables that have figures at several times: what a change that is told may be of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.document import Paragraph
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, stems
from looped.checker.remarks import Remark, lies
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import NOW, YEAR, Sheet, in_time, is_time, is_total

TIME_WORD = pattern_of(
    r"\b(?:last|this|previous|prior|first|second|third|earlier|before|ago|then|now|baseline|(?:19|20)\d\d|q[1-4]|round|"
    r"cycle|wave|year|quarter|spring|summer|autumn|winter|week|month)\b",
    re.I,
)
# A head that only says what the figures beside it are in.
SIGN = re.compile(r"\W*(?:%|share|rate|per ?cent)\W*", re.I)
BEFORE = pattern_of(r"\b(?:last|previous|prior|earlier|before|ago|then|first|baseline)\b", re.I)
BASED = re.compile(r"\((?:n ?= ?)?(\d[\d,]*)(?: [a-z]+)?\)")
# By all its words, or by some.
WHOLE, CALLED = 2, 1
FEWEST = 2


@dataclass(frozen=True)
class Line:
    """The figures of a row at its times. named: WHOLE where the sentence names the row.

    last: those of its latest time, where that can be told.
    """

    remark: Remark
    name: str
    values: tuple[tuple[str, Decimal, Decimal], ...]
    named: int
    last: tuple[tuple[str, Decimal, Decimal], ...] = ()

    def has(self, entry: Entry) -> bool:
        """Whether a figure is one of the row's, rounding allowed."""
        return any(is_figure(entry, *each) for each in self.values)

    def ends_with(self, entry: Entry) -> bool:
        """Whether a figure is the row's latest."""
        return any(is_figure(entry, *each) for each in self.last)


def rows_in_time(sheets: Iterable[Sheet], block: Paragraph, read: Passage, at: int) -> Iterator[Line]:
    """Each row of some tables that has figures at two times or more. sheets: as sentences speak of them."""
    for sheet in sheets:
        remark = Remark(block, read, at, sheet)
        if any(year not in " ".join(remark.sheet.heads) for year in YEAR.findall(remark.text)):
            continue
        yield from _of_side(remark, remark.sheet, remark.rows)
        yield from _of_side(remark, lies(remark.sheet), remark.columns)
        yield from _of_bases(remark)


def _of_side(remark: Remark, side: Sheet, names: Sequence[Named]) -> Iterator[Line]:
    """The rows of a table, or of it on its side."""
    times = times_of(side)
    now = latest_of(side, times) if times else None
    named = {each.at: WHOLE if each.whole else CALLED for each in sorted(names, key=lambda each: each.whole)}
    for at, mark in list(named.items()):
        if at + 1 < len(side.labels) and SIGN.fullmatch(side.labels[at + 1]):
            named.setdefault(at + 1, mark)
    for row in range(len(side.labels)) if len(times) >= FEWEST else ():
        values = tuple(each for column in times for each in figures_at(remark.sheet, side, row, column))
        last = tuple(figures_at(remark.sheet, side, row, now)) if now is not None else ()
        of_total = _is_of_total(remark, side, row, alone=WHOLE not in named.values())
        if len(values) >= FEWEST:
            mark = named.get(row, WHOLE if of_total else 0)
            yield Line(remark, side.labels[row], values, mark, last)


def _of_bases(remark: Remark) -> Iterator[Line]:
    """How many there were at each time, by the heads: "Last year (n = 60)", "This year (n = 75)"."""
    sheet, heads = remark.sheet, bases_in_heads(remark.sheet)
    if len(heads) == FEWEST and all(TIME_WORD.search(sheet.heads[c]) for c in heads):
        yield Line(remark, "n", tuple(("count", Decimal(n), Decimal(1)) for n in heads.values()), WHOLE)


def bases_in_heads(sheet: Sheet) -> dict[int, int]:
    """By column how many its head says that there were: "(n = 60)"."""
    found = {column: BASED.search(head) for column, head in enumerate(sheet.heads)}
    return {column: int(each[1].replace(",", "")) for column, each in found.items() if each}


def times_of(sheet: Sheet) -> list[int]:
    """The columns that are times: all of them by their heads, or those that have a word of time."""
    heads = [sheet.heads[c - 1] if c and SIGN.fullmatch(head) else head for c, head in enumerate(sheet.heads)]
    own = [c for c, head in enumerate(heads) if not is_total(head)]
    if is_time(tuple(heads[c] for c in own)):
        return own
    kinds = ("count", "share", "both", "mean")
    timed = [c for c in own if TIME_WORD.search(heads[c]) and sheet.kinds[c] in kinds]
    return [*_now(sheet, own, timed[0]), *timed] if len(timed) == 1 else timed


def latest_of(sheet: Sheet, times: Sequence[int]) -> int | None:
    """Which of several times is now: by its head, or the last of a series; None where it can't be told."""
    heads = {
        column: sheet.heads[column - 1] if SIGN.fullmatch(sheet.heads[column]) else sheet.heads[column]
        for column in times
    }
    now = [column for column, head in heads.items() if NOW.match(head)]
    others = [column for column, head in heads.items() if not BEFORE.search(head)]
    if len(now) == 1 or len(others) == 1:
        return (now or others)[0]
    # "Wave 2, autumn".
    series = (
        is_time(tuple(head.partition(",")[0] for head in heads.values()))
        and len({sheet.kinds[column] for column in times}) == 1
    )
    return in_time(sheet, times)[-1] if series else None


def _now(sheet: Sheet, own: Sequence[int], then: int) -> list[int]:
    """ "Agree" beside "Agree last year": the one column of the same name, or of shares; none where it can't be told."""
    rest = [c for c in own if c != then and sheet.kinds[c] == sheet.kinds[then]]
    named = [c for c in rest if sheet.heads[c].lower() in sheet.heads[then].lower()]
    chosen = named or (rest if sheet.kinds[then] == "share" else [])
    return chosen if len(chosen) == 1 else []


def figures_of(sheet: Sheet, row: int, column: int) -> Iterator[tuple[str, Decimal, Decimal]]:
    cell = sheet.cells[row][column]
    if cell is None:
        return
    if printed := sheet.share_at(row, column):
        yield "share", printed.value, Decimal(1).scaleb(-printed.decimals)
    if cell.unit != "%" and sheet.kinds[column] != "share":
        yield "count" if cell.step == 1 else "measure", cell.value, cell.step


def figures_at(sheet: Sheet, side: Sheet, row: int, column: int) -> Iterator[tuple[str, Decimal, Decimal]]:
    """The figures of a cell of a table, or of it on its side: of which kind they are its columns say."""
    return figures_of(sheet, row, column) if side.turned == sheet.turned else figures_of(sheet, column, row)


def _is_of_total(remark: Remark, sheet: Sheet, row: int, *, alone: bool) -> bool:
    """Whether a row is of all, and its own word stands behind a figure; or the sentence tells what the table is of."""
    if sheet.turned != remark.sheet.turned or not (row == sheet.total or is_total(sheet.labels[row])):
        return False
    own = next((w for w in re.findall(r"[a-z]{4,}", sheet.labels[row].lower()) if not is_total(w)), "")
    if own and re.search(rf"\d {own}\b", remark.text, re.I):
        return True
    return alone and bool(stems(remark.text) & stems(f"{sheet.caption} {sheet.corner}"))


def is_figure(entry: Entry, kind: str, value: Decimal, step: Decimal) -> bool:
    alike = kind == entry.kind or {kind, entry.kind} == {"count", "measure"}
    return alike and abs(entry.value - value) <= (max(entry.step, step) / 2 if entry.step != step else 0)
