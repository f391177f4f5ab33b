"""Figures of a sentence whose row and column of a table it names in full."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from looped.checker.measures import YES
from looped.checker.misplaced import is_in_name
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.quieting import SPELT
from looped.checker.quoting import UNITS, is_of_kind
from looped.checker.remarks import Remark
from looped.checker.said_besides import besides
from looped.checker.sheets.giving import head_base, may_hold
from looped.checker.sheets.naming import Named, alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

# Between a count and its column: what is counted, and a verb.
TO_COLUMN = pattern_of(r"^(?:\W{0,2}[a-z’'-]+){0,11}\W{0,2}$", re.I)
STOPS = re.compile(r"[,;:()]")
# Behind a column of one word: nothing that the word would go with.
CLOSED = pattern_of(
    r"^(?:\s*(?:[.,;:()]|$)|\s+(?:in|at|for|on|by|under|within|without|during|from|with|among|as|there|here|this|when|"
    r"where|according)\b|\s+(?:the|their|its|this|that) [a-z]+(?:[.,;]|$))",
    re.I,
)
COUNTED_BEHIND = pattern_of(
    r"^ (?:[a-z’'-]+ ){1,3}(?:was|were|is|are|had|has|have|in|at|for|on)\b|^ [a-z’'-]+[.,;]?\s*$"
)
# "The number graded Good for Planning was 31".
TO_FIGURE = pattern_of(
    r"^(?:\W{0,2}[a-z’'-]+){0,7} (?:was|were|is|are|stood at|came to|numbered|totalled|of)(?: only| just)? $", re.I
)
TIME_AHEAD = pattern_of(r"(?:^|[,;] )(?:in|during|for) (?:the )?$", re.I)
THERE = pattern_of(r"^,? there (?:was|were|had been)(?: only| just| a total of)? $", re.I)
CUT = pattern_of(rf"; |, (?:and|but|while|whereas|with) |, (?=\d|{SPELT}\b)|\b(?:while|whereas|but|and)\b")
# "Ayr (11 lost)".
BRACKET = re.compile(r"\([^()]*$")
TELLING, NEAR = 3, 12


@dataclass(frozen=True)
class Cited:
    """A figure with the row and the column that it is told of. piece: from where to where its clause goes."""

    entry: Entry
    row: int
    column: int
    piece: tuple[int, int]

    def at(self, column: int) -> "Cited":
        """The same of another column."""
        return replace(self, column=column)


def cited(remark: Remark) -> Iterator[Cited]:
    """Each figure of a sentence with one row and one column that are named in full."""
    entries = figures_of(remark) if remark.rows else []
    for low, high in _pieces(remark, entries) if entries else ():
        (entry,) = [each for each in entries if low <= each.start - remark.start < high]
        row = _row(remark, entry, low, high)
        column = None if row is None else _column(remark, entry, row, (low, high))
        if row is not None and column is not None:
            yield Cited(entry, row, column, (low, high))


def figures_of(remark: Remark) -> list[Entry]:
    """The figures of a sentence that are no numbers of names."""
    return [each for each in remark.read.of_sentence(remark.at) if not is_in_name(remark, each)]


def _pieces(remark: Remark, entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """The sentence, where it has one figure; else its stretches, if each has one."""
    if len(entries) == 1:
        return [(0, len(remark.text))]
    cuts = [each.span() for each in CUT.finditer(remark.text)]
    ends = [0, *(end for _, end in cuts), len(remark.text)]
    pieces = list(zip(ends, [*(start for start, _ in cuts), len(remark.text)], strict=False))
    alone = all(sum(low <= each.start - remark.start < high for each in entries) == 1 for low, high in pieces)
    return pieces if alone and len(pieces) == len(entries) else []


def _row(remark: Remark, entry: Entry, low: int, high: int) -> int | None:
    """The one row that is named, in full, and that no other has the name of."""
    sheet = remark.sheet
    place, end = entry.start - remark.start, entry.end - remark.start
    here = [each for each in remark.rows if low <= each.start < high] or [e for e in remark.rows if e.start < low]
    if bracket := BRACKET.search(remark.text, 0, place):
        here = [each for each in here if 0 <= bracket.start() - each.end <= NEAR]
    # "8 oars, two of them in Ayr": what stands behind a comma is of another figure.
    apart = any(each.start > end and re.search("[,;:]", remark.text[end : each.start]) for each in here)
    rows = {each.at for each in here}
    if apart or len(rows) != 1 or not any(each.whole for each in here):
        return None
    (row,) = rows
    return row if row in sheet.parts and sheet.labels.count(sheet.labels[row]) == 1 else None


def _column(remark: Remark, entry: Entry, row: int, piece: tuple[int, int]) -> int | None:
    """The one column named in full that can hold the figure; not the base's, nor one that heads what is counted."""
    based = _based(remark.sheet, row, entry.base) if entry.base else []
    if entry.kind not in ("share", "count") or (entry.base and not based):
        return None
    here = [each for each in remark.columns if piece[0] <= each.start < piece[1] and each.at not in based]
    named = [each for each in here if each.whole and _may_hold(remark, entry, each.at)]
    columns = {each.at for each in named}
    if len(columns) > 1:
        named = [each for each in named if not _is_what_is_counted(remark, entry, each, columns)]
    told = {each.at for each in named}
    if len(told) > 1:
        return None
    alone = all(each.at in told or _is_what_is_counted(remark, entry, each, told) for each in here)
    part = bool(entry.base) and len({each.at for each in here}) == 1  # "had a mast", under "Mast seen"
    if named and alone and _is_said_of(remark, entry, named[0]):
        return named[0].at
    return _beside_base(remark, entry, based, piece) if entry.base and (alone or part) else None


def _may_hold(remark: Remark, entry: Entry, column: int) -> bool:
    """Whether a column holds counts or shares, as the figure is."""
    kinds = ("share", "both") if entry.kind == "share" else ("count", "both")
    return remark.sheet.kinds[column] in kinds and is_of_kind(remark, column, entry)


def _based(sheet: Sheet, row: int, base: int) -> list[int]:
    """The columns of a row that hold a base; -1 for one that a head states."""
    found = [at for at, figure in enumerate(sheet.cells[row]) if figure and figure.count == base]
    stated = any(
        head_base(sheet, at) == base or ((f := sheet.cells[row][at]) and f.base == base)
        for at in range(len(sheet.heads))
    )
    return [*found, -1] if stated else found


def _beside_base(remark: Remark, entry: Entry, based: Sequence[int], piece: tuple[int, int]) -> int | None:
    """The only column of counts beside the base's, where nothing is said but what its head, caption or row says."""
    sheet = remark.sheet
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "both", "total") and at not in based]
    rows = [each for each in remark.rows if piece[0] <= each.start < piece[1]]
    text = blanked(remark, [(each.start, each.end) for each in rows])[slice(*piece)]
    if len(counted) != 1 or besides(remark, text):
        return None
    head = sheet.heads[counted[0]]
    kinds = label_words(f"{sheet.heads[based[0]] if based[0] >= 0 else ''} {sheet.corner}")
    own = [each.plain for each in tokens_of(f"{head} {sheet.caption}") if len(each.plain) > TELLING]
    telling = [word for word in own if not any(alike(word, other) for other in kinds)]
    said = [each.plain for each in tokens_of(text) if not UNITS.match(each.plain)]
    told = any(alike(word, other) for word in said for other in telling)
    # "Radio tested", under "Met": the row itself is what is said.
    met = rows and YES.match(head.strip()) and all(len(label_words(sheet.labels[each.at])) > 1 for each in rows)
    return counted[0] if told or met else None


def _is_what_is_counted(remark: Remark, entry: Entry, named: Named, columns: set[int]) -> bool:
    """Whether a column's name is the noun of the figure: "33 of 51 patients met it", under patients and met."""
    low, high = entry.start - remark.start, entry.end - remark.start
    noun = low < named.start <= high + 1
    return noun and any(at != named.at and may_hold(remark.sheet, named.at, at) for at in columns)


def _is_said_of(remark: Remark, entry: Entry, column: Named) -> bool:
    """Whether a column's name is what is said of the figure, with nothing else that it would go with."""
    low, high = entry.start - remark.start, entry.end - remark.start
    if column.start >= high:
        between, behind = remark.text[high : column.start], remark.text[column.end :]
        if not TO_COLUMN.match(between) or STOPS.search(between.strip()):
            return False
        return bool(CLOSED.match(behind)) or (not between.strip() and bool(COUNTED_BEHIND.match(behind)))
    between = remark.text[column.end : low]
    # "In July there were 11 faults at Oban".
    if TIME_AHEAD.search(remark.text[: column.start]) and THERE.match(between):
        return True
    # "Oban lost 11 oars".
    if between == " " and any(each.whole and each.end + 1 == column.start for each in remark.rows):
        return True
    return bool(TO_FIGURE.match(between)) and bool(CLOSED.match(remark.text[high:]))


def blanked(remark: Remark, spans: Sequence[tuple[int, int]]) -> str:
    """The sentence with stretches taken out, each other place as it was."""
    text = remark.text
    for start, end in spans:
        text = text[:start] + "q" * (end - start) + text[end:]
    return text
