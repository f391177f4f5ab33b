"""A figure told of one row under either of two columns: "In Oban 17 were sold or lent", "17 were good or better"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from looped.checker.phrases import OR_BETTER
from looped.checker.placing import or_better
from looped.checker.plainly_named import blanked, figures_of
from looped.checker.prose import Entry
from looped.checker.remarks import Remark
from looped.checker.said_besides import besides

OR = re.compile(r",? or (?:(?:were|was|as|the) )?", re.I)
NOUN = re.compile(r"(?<=q) [a-z]+s(?= (?:was|were|are|is|had been|(?:in|at|on|for) q)|,)")
LEAST = 2


@dataclass(frozen=True)
class Either:
    """A figure with its row and the columns that it takes together. plain: the sentence, all these blanked."""

    entry: Entry
    row: int
    columns: tuple[int, ...]
    plain: str
    some: bool


def either_of(remark: Remark) -> Either | None:
    """The only figure of a sentence, its base left out, of one row and of columns that "or" joins; all in full."""
    sheet = remark.sheet
    rows = {each.at for each in remark.rows}
    if len(rows) != 1 or not any(each.whole for each in remark.rows) or not rows <= set(sheet.parts):
        return None
    (row,) = rows
    columns = _joined(remark)
    if len(columns) < LEAST or any(sheet.kinds[at] != "count" or sheet.cells[row][at] is None for at in columns):
        return None
    whole = _whole(remark, row)
    entries = figures_of(remark)
    bases = [each for each in entries if each.kind == "count" and each.count == whole and not each.base]
    rest = [each for each in entries if each not in bases]
    if len(rest) != 1 or len(bases) > 1 or rest[0].kind != "count" or rest[0].base not in (None, whole):
        return None
    based = [(each.start - remark.start, each.end - remark.start) for each in bases]
    # "Of the 50": what stands before it goes with it.
    based = [(max(0, remark.text.rfind("f ", 0, low) - 1), high) for low, high in based]
    spans = [(each.start, each.end) for each in (*remark.rows, *remark.columns)]
    own = (rest[0].start - remark.start, rest[0].end - remark.start)
    plain = OR_BETTER.sub(lambda found: "q" * len(found.group()), blanked(remark, [*spans, *based, own]))
    plain = re.sub(r"q or (?=q)", "q    ", plain)
    # Where no caption says what is counted, the noun behind a figure does.
    told = plain if sheet.caption.strip() not in ("", sheet.corner) else NOUN.sub("", plain)
    return Either(rest[0], row, columns, plain, bool(besides(remark, told)))


def _joined(remark: Remark) -> tuple[int, ...]:
    """The columns named, all in full and with "or" between them; or one grade with those above or below it."""
    named = [each for each in remark.columns if each.whole]
    if len(named) != len(remark.columns) or not named:
        return ()
    if len(named) == 1:
        at = named[0].at
        found = or_better(remark, [at], remark.sheet.heads) if OR_BETTER.match(remark.text, named[0].end + 1) else []
        return tuple(found) if -1 not in found else ()
    joined = all(OR.fullmatch(remark.text[a.end : b.start]) for a, b in pairwise(named))
    return tuple(dict.fromkeys(each.at for each in named)) if joined else ()


def _whole(remark: Remark, row: int) -> int | None:
    """What all of a row's counts come to, where nothing else stands in it; or what its column of totals has."""
    sheet = remark.sheet
    counts: Sequence[int] = [
        f.count
        for f, kind in zip(sheet.cells[row], sheet.kinds, strict=True)
        if f and f.count is not None and kind == "count"
    ]
    total = sheet.cells[row][sheet.total_column] if sheet.total_column is not None else None
    return total.count if total else sum(counts)
