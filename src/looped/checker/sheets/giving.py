"""What a table gives for rows and columns that are named: its cells, their sums, what is left of a whole, shares."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise, permutations

from looped.checker.grid import BASE
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.sheets.sheet import Sheet, is_time

MANY = 12
# "Met (of 39)".
OF_SO_MANY = re.compile(r"\((?:out )?of (\d[\d,]*)\)")
# Heads that another column may stand beside as the rest: "Missed" beside "Attended", men beside women.
OF_TWO = pattern_of(
    r"\b(?:not|no|non|un[a-z]{3,}|missed|missing|absent|lost|failed|late|refused|rejected|without|wom[ae]n|m[ae]n|girls|"
    r"boys|females?|males?|day|night|open|closed|for|against|new|old|other|before|after)\b",
    re.I,
)
# "Score" beside "Out of": no mean.
OUT_OF = pattern_of(
    r"^\W*(?:out of|of|possible|available|maximum|max\.?|full marks|(?:marks|points|score) (?:available|possible)|"
    r"(?:maximum|possible|available) (?:marks|points|score))\W*$",
    re.I,
)
THOUSANDS = pattern_of(r"£\s?[’']?000|£k\b|\bthousands?\b", re.I)
MILLIONS = pattern_of(r"£\s?m\b|£ ?millions?\b", re.I)


def bases(sheet: Sheet, row: int, column: int) -> list[int]:
    """The wholes that a cell may be of: its own, its head's, its column's total or sum, those of its row."""
    figure = sheet.cells[row][column]
    if figure and figure.base:
        return [figure.base]
    found = [head_base(sheet, column), whole_of(sheet, column)]
    found += [began_with(sheet, column)]
    others = [at for at in range(len(sheet.heads)) if at != column and may_hold(sheet, at, column)]
    found += [f.count for at in others if (f := sheet.cells[row][at])]
    if sheet.kinds[column] in ("count", "total", "both"):
        counts = [each.count for each in sheet.cells[row] if each and each.count]
        # Where one of them is the total of the others, all together are nothing.
        found += [sum(counts)] if len(counts) == 2 or (len(counts) > 2 and 2 * max(counts) != sum(counts)) else []
    return [each for each in dict.fromkeys(found) if each]


def began_with(sheet: Sheet, column: int) -> int | None:
    """What a column of counts began with that nowhere rises along its rows: those still there are of these."""
    counts = [each.count for row in sheet.parts if (each := sheet.cells[row][column]) and each.count is not None]
    falling = len(counts) == len(sheet.parts) > 2 and all(a >= b for a, b in pairwise(counts))
    return counts[0] if falling and sheet.total is None and sheet.kinds[column] == "count" else None


@lru_cache(maxsize=2048)
def may_hold(sheet: Sheet, whole: int, part: int) -> bool:
    """Whether one column may be what another is of: no share, and hardly ever the smaller."""
    pairs = [(row[whole], row[part]) for row in sheet.cells]
    less = sum(a.count < b.count for a, b in pairs if a and b and a.count is not None and b.count is not None)
    return sheet.kinds[whole] != "share" and less <= len(pairs) // 4


@lru_cache(maxsize=2048)
def pair_of(sheet: Sheet) -> tuple[int, int] | None:
    """The whole and its part in a table that counts both row by row, and nothing else: "Beds" and "Occupied"."""
    scored = len(sheet.heads) == 2 and any(OUT_OF.match(head) for head in sheet.heads)
    kinds = ("count", "total", "base", "mean") if scored else ("count", "total", "base")
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in kinds]
    if len(counted) != 2 or any(kind in ("share", "both", "target") for kind in sheet.kinds):
        return None
    rows = [(a.count, b.count) for r in sheet.parts for a, b in [[sheet.cells[r][c] for c in counted]] if a and b]
    known = [(a, b) for a, b in rows if a is not None and b is not None]
    if len(known) < 2 or len({a + b for a, b in known}) == 1:
        return None  # two parts of one whole
    if all(a >= b for a, b in known) and any(a > b for a, b in known):
        return counted[0], counted[1]
    turned = all(a <= b for a, b in known) and any(a < b for a, b in known)
    return (counted[1], counted[0]) if turned else None


@lru_cache(maxsize=2048)
def shared_out(sheet: Sheet) -> tuple[int, int, int] | None:
    """The whole, its part and what share it is, of a table whose only column of shares is told row by row so."""
    shares = [at for at, kind in enumerate(sheet.kinds) if kind == "share"]
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base")]
    if len(shares) != 1 or len(counted) < 2:
        return None
    for whole, part in permutations(counted, 2):
        rows = [(sheet.cells[r][whole], sheet.cells[r][part], sheet.share_at(r, shares[0])) for r in sheet.parts]
        known = [(a, b, share) for a, b, share in rows if a and a.value and b and share]
        fit = sum(abs(b.value * 100 / a.value - share.value) <= 1 for a, b, share in known)
        if len(known) == len(rows) > 1 and fit >= len(rows) - 1:
            return whole, part, shares[0]
    return None


def worked_shares(sheet: Sheet, row: int) -> list[Decimal]:
    """In such a table what part of its whole a row's part is, or of both together, and what is left of it."""
    pair = pair_of(sheet)
    cells = [sheet.cells[row][at] for at in pair] if pair else []
    if len(cells) != 2 or not cells[0] or not cells[1] or not cells[0].value:
        return []
    whole, part = cells[0].value, cells[1].value
    found = [part * 100 / whole]
    if pair and any(OF_TWO.search(sheet.heads[at]) for at in pair):
        found.append(part * 100 / (whole + part))
    return [*found, *(100 - each for each in found)]


def head_base(sheet: Sheet, column: int) -> int | None:
    """The base that the head of a column states, or the caption."""
    for text in (sheet.heads[column], sheet.corner, sheet.caption):
        if found := BASE.search(text) or OF_SO_MANY.search(text):
            return int(found[1].replace(",", ""))
    return None


def whole_of(sheet: Sheet, column: int) -> int | None:
    """The total of a column of counts: as printed, or the sum of its parts."""
    if sheet.total is not None and (total := sheet.cells[sheet.total][column]) is not None:
        return total.count
    counts = [figure.count if figure else None for row in sheet.parts for figure in [sheet.cells[row][column]]]
    return None if None in counts or len(counts) < 2 else sum(each for each in counts if each is not None)


def is_value(entry: Entry, exact: Decimal, step: Decimal) -> bool:
    """Whether a value is the one stated, at the coarser of the two roundings."""
    stated = entry.value
    if (entry.kind == "count" and step == 1) or step == entry.step:
        return exact == stated  # printed alike
    return abs(exact - stated) <= max(entry.step, step) / 2 + min(entry.step, step) / 2


def cell_says(sheet: Sheet, row: int, column: int, entry: Entry) -> bool:
    """Whether a cell states an entry's count, share or amount."""
    figure = sheet.cells[row][column]
    if figure is None:
        return False
    if entry.kind == "share":
        printed = sheet.share_at(row, column)
        values = [(each, Decimal(0)) for each in [figure.exact] if each is not None]
        values += [(printed.value, Decimal(1).scaleb(-printed.decimals))] if printed else []
        return any(is_value(entry, value, step) for value, step in values)
    if figure.unit == "%" or sheet.kinds[column] == "share":
        return False
    return is_value(entry, abs(figure.value) if entry.kind == "money" else figure.value, figure.step)


def in_thousands(sheet: Sheet, entry: Entry) -> Entry:
    """A sum of money as a table in thousands or millions writes it."""
    words = sheet.texts_before
    scale = 1000 if THOUSANDS.search(words) else 1_000_000 if MILLIONS.search(words) else 1
    if entry.kind != "money" or scale == 1 or entry.value < scale / 100:
        return entry
    return replace(entry, value=entry.value / scale, step=entry.step / scale)


def derived(sheet: Sheet, rows: Sequence[int], columns: Sequence[int], entry: Entry) -> bool:
    """Whether something else that the table gives for these rows and columns is what an entry states."""
    if entry.kind == "share":
        return any(is_value(entry, value, Decimal(0)) for value in _shares(sheet, rows, columns))
    counted = entry.kind == "count"
    return any(is_value(entry, value, Decimal(1)) for value in _amounts(sheet, rows, columns, counted))


def together(sheet: Sheet, rows: Sequence[int], columns: Sequence[int], entry: Entry) -> bool:
    """Whether rows taken together give what an entry states: their sum, what it leaves, its share; in any column."""
    every = list(columns) or list(range(len(sheet.heads)))
    for some in (*([each] for each in every), every):
        figures = [sheet.cells[row][column] for row in rows for column in some]
        summed = sum((each.value for each in figures if each), Decimal(0))
        wholes = [n for column in some for n in (whole_of(sheet, column), head_base(sheet, column)) if n]
        if entry.kind == "share":
            shares = [p.value for row in rows for column in some if (p := sheet.share_at(row, column))]
            values = [sum(shares, Decimal(0)), 100 - sum(shares, Decimal(0)), *(summed * 100 / n for n in wholes)]
            values += [100 - summed * 100 / n for n in wholes]
            if any(is_value(entry, value, Decimal(len(rows)) / 2) for value in values):
                return True
        elif any(is_value(entry, value, Decimal(1)) for value in (summed, *(n - summed for n in wholes))):
            return True
    return False


def _shares(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> Iterator[Decimal]:
    """Shares of rows in their wholes, of several together, what is left to a hundred, and how far they are apart."""
    every = [
        (row, column) for row in rows for column in range(len(sheet.heads)) if sheet.cells[row][column] is not None
    ]
    told = [p.value for row, column in every if (p := sheet.share_at(row, column))]
    for value in told:
        yield from (value, 100 - value)
    for size in (2, 3, 4):
        for some in combinations(told[:MANY], size):
            yield sum(some, Decimal(0))
    for a, b in combinations(told[:MANY], 2):
        yield abs(a - b)
    for row, column in every:
        figure = sheet.cells[row][column]
        if figure and figure.count is not None:
            for base in bases(sheet, row, column):
                yield Decimal(figure.count) * 100 / base
                yield Decimal(base - figure.count) * 100 / base
    for column in columns or range(len(sheet.heads)):
        counts = [f.count for row in rows for f in [sheet.cells[row][column]] if f and f.count is not None]
        for whole in {whole_of(sheet, column), head_base(sheet, column)}:
            if whole and len(counts) > 1:
                yield Decimal(sum(counts)) * 100 / whole
                yield Decimal(whole - sum(counts)) * 100 / whole
    if sheet.total is None or sheet.total in rows:
        yield from _of_columns(sheet)
    if is_time(sheet.labels):
        yield from _of_those_before(sheet, rows)


def _of_those_before(sheet: Sheet, rows: Sequence[int]) -> Iterator[Decimal]:
    """What is left, of how many there were at an earlier time: "84% of those who started"."""
    for row in rows:
        for column in range(len(sheet.heads)):
            own = sheet.cells[row][column]
            earlier = [f.count for at in range(row) if (f := sheet.cells[at][column]) and f.count]
            if own and own.count is not None:
                yield from (Decimal(own.count) * 100 / count for count in earlier if count >= own.count)


def of_columns(sheet: Sheet, entry: Entry) -> bool:
    """Whether a share is that of one column's total in another's, or what is left of it."""
    return any(is_value(entry, value, Decimal(0)) for value in _of_columns(sheet))


def _of_columns(sheet: Sheet) -> Iterator[Decimal]:
    """The total of one column in that of another."""
    counted = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "both", "total", "base")]
    wholes = [w for column in counted if (w := whole_of(sheet, column))]
    for a in wholes:
        for b in wholes:
            if a < b:
                yield Decimal(a) * 100 / b
                yield Decimal(b - a) * 100 / b


def _amounts(sheet: Sheet, rows: Sequence[int], columns: Sequence[int], counted: bool) -> Iterator[Decimal]:
    """Sums and differences of what rows and columns hold, and what is left of their wholes; counted: no shares."""
    for column in range(len(sheet.heads)):
        if counted and sheet.kinds[column] == "share":
            continue
        values = [f.value for row in rows for f in [sheet.cells[row][column]] if f]
        yield from _together(values)
        for whole in {whole_of(sheet, column), head_base(sheet, column)}:
            if whole:
                yield Decimal(whole)
                yield from (whole - value for value in values)
                yield whole - sum(values, Decimal(0))
    for row in rows:
        held = [(f.value, kind) for f, kind in zip(sheet.cells[row], sheet.kinds, strict=True) if f]
        yield from _together([value for value, kind in held if not (counted and kind == "share")])
    chosen = [f.value for row in rows for column in columns for f in [sheet.cells[row][column]] if f]
    yield sum(chosen, Decimal(0))


def _together(values: Sequence[Decimal]) -> Iterator[Decimal]:
    yield from values
    for size in (2, 3, 4):
        for some in combinations(values[:MANY], size):
            yield sum(some, Decimal(0))
    for a, b in combinations(values[:MANY], 2):
        yield abs(a - b)
    if values:
        yield sum(values, Decimal(0))
