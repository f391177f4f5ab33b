"""Which columns of a row a figure may be told of, where the words leave several open: not its base's."""

import re

from looped.checker.measures import NOT_MET, YES
from looped.checker.patterns import pattern_of
from looped.checker.placing import Spot
from looped.checker.quoting import (
    is_of_kind,
)
from looped.checker.remarks import Remark, within
from looped.checker.sheets.naming import alike, label_words, tokens_of

SO = pattern_of(
    r"\b(?:this|that|it|which) (?:was|is|were) (?:so|the case|true|done)\b|\bthe same was (?:so|true)\b", re.I
)


def but_base(remark: Remark, spot: Spot, columns: list[int]) -> list[int]:
    """ "35 of 45 visits": the columns without the base's; others that the clause names; else the base's alone."""
    sheet, entry = remark.sheet, spot.entry
    if not entry.base or len(spot.rows) != 1 or entry.kind != "count":
        return columns
    cells = sheet.cells[spot.rows[0]]
    of_base = [c for c, figure in enumerate(cells) if figure and figure.count == entry.base]
    if len(of_base) != 1 or entry.base == entry.count:
        return columns
    low, high = remark.clause(entry.start - remark.start)
    rest = [c for c in columns if c not in of_base] if spot.columns else []
    named = [c for c in within(remark.columns, low, high) if c not in of_base and is_of_kind(remark, c, entry)]
    # What no head names is a part that the table doesn't tell; "this was so" is of what the sentence before told.
    rest = rest or _told_before(remark, of_base[0]) or _met_of(remark, of_base[0])
    others = [c for c in range(len(sheet.heads)) if c not in of_base and is_of_kind(remark, c, entry)]
    return rest or named or _loosely(remark, others, (low, high)) or of_base


def of_which(remark: Remark, spot: Spot, columns: list[int]) -> list[int]:
    """ "They graded 15 files as poor": under files, which their grades make, it is the grade."""
    sheet, entry = remark.sheet, spot.entry
    if done := _done(remark, spot, columns):
        return done
    if len(spot.rows) != 1 or len(columns) != 1 or entry.kind != "count" or entry.base:
        return columns
    counts = {
        c: figure.count for c, figure in enumerate(sheet.cells[spot.rows[0]]) if figure and figure.count is not None
    }
    whole = counts.pop(columns[0], None)
    behind = remark.clause(entry.start - remark.start)[1]
    named = {each.at for each in remark.columns if each.whole and entry.end - remark.start <= each.start < behind}
    parts = [c for c in named if c in counts]
    return parts if len(parts) == 1 and sum(counts.values()) == whole else columns


def _done(remark: Remark, spot: Spot, columns: list[int]) -> list[int]:
    """ "Ayr and Oban sold 30 boats", under boats and sold: the verb right before the figure, and not what it is of."""
    sheet, low = remark.sheet, spot.entry.start - remark.start
    verbs = {each.at for each in remark.columns if each.whole and each.end + 1 == low}
    if spot.entry.kind != "count" or spot.entry.base or len(verbs) != 1 or len(columns) != 1 or verbs == set(columns):
        return []
    (verb,) = verbs
    pairs = [(sheet.cells[row][columns[0]], sheet.cells[row][verb]) for row in sheet.parts]
    held = all(a and b and a.count is not None and b.count is not None and a.count >= b.count for a, b in pairs)
    return [verb] if held and sheet.kinds[verb] == "count" else []


def _met_of(remark: Remark, base: int) -> list[int]:
    """ "Weight was recorded in 35 of 50 cases": the one column of counts beside the base's, if it heads what was so."""
    sheet = remark.sheet
    counted = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "both") and c != base]
    met = [c for c in counted if YES.match(sheet.heads[c].strip())]
    return met if len(counted) == 1 and not NOT_MET.search(remark.text) else []


def _told_before(remark: Remark, base: int) -> list[int]:
    """The column that the sentence before quotes, of the same base in another row, where this one only points at it."""
    sheet = remark.sheet
    if not SO.search(remark.text):
        return []
    based = [e for e in remark.read.of_sentence(remark.at - 1) if e.base and e.kind == "count"]
    rows = range(len(sheet.labels))
    found = [
        c
        for each in based
        for row in rows
        if (whole := sheet.cells[row][base]) and whole.count == each.base
        for c in range(len(sheet.heads))
        if c != base and (part := sheet.cells[row][c]) and part.count == each.count
    ]
    return found if len(set(found)) == 1 else []


def _loosely(remark: Remark, columns: list[int], clause: tuple[int, int]) -> list[int]:
    """Of two columns of counts the one that isn't the base's, where a word of its head is in the clause."""
    said = [each.plain for each in tokens_of(remark.text[clause[0] : clause[1]]) if len(each.plain) > 3]
    heads = remark.sheet.heads
    told = [c for c in columns if any(alike(word, other) for word in label_words(heads[c]) for other in said)]
    return told if len(columns) == 1 else []
