"""Shares of a table whose base stands in a head, a caption, a note, the text before it, or another column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import gives_less_another
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fits, fitting_bases, near, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OF_WHICH
from looped.checker.prose import passage
from looped.checker.sheets.around import Placed, numbers_in
from looped.checker.sheets.sheet import SHARE_HEAD, Sheet, is_total, turned

CODE = "sheet-share"
MESSAGE = "A share is that of its count in the base that the table's other shares are of."
GOOD = "Visits made (base: 240 homes)\n\nReason | Homes | %\nRepairs | 96 | 40\nRent | 60 | 25\nDebt | 120 | 50"
BAD = "Visits made (base: 240 homes)\n\nReason | Homes | %\nRepairs | 96 | 40\nRent | 60 | 25\nDebt | 120 | 55"

SAID = pattern_of(r"(?:\bn\s?=\s?|\bof |\bbase:? (?:of )?|\bof the |\(|\ball )(\d[\d,]*)", re.I)


# "Abbey (40)", "Abbey (n = 40)".
LABEL_BASE = pattern_of(r"[(\[]\s*(?:n\s*=\s*)?(\d{1,6})\s*[)\]]\s*$", re.I)


OF_WHICH_ROW = pattern_of(r"\W*(?:of (?:which|whom|these)|including)\b", re.I)
WHOLES = pattern_of(r"(?:un)?(?:weighted )?(?:base|sample)(?: size)?\b", re.I)
SLIGHT = 12
# One cell alone may have anything in brackets.
FEWEST_CELLS = 2


@dataclass(frozen=True)
class Pair:
    """A share with its count, in a row of a sheet."""

    row: int
    column: int
    count: int
    share: Percent
    base: int | None = None


@dataclass(frozen=True)
class Base:
    """A way to the base of each row: one number for all, or a column; how well it is told.

    beside: three columns side by side of a few rows, the whole, the count and its share.
    """

    name: str
    of_row: dict[int, int]
    said: bool
    beside: bool = False


OF_THOSE = pattern_of(
    r"\b(?:of|among|base:?) (?:all |only )?(?:those|these|the \w+|\w+s) (?:who|with|whose|that|where|for)\b", re.I
)
# So many rows with one whole among them aren't chance.
HIDDEN, FEW = 5, 4
# How wide apart the wholes may lie that all of them are of.
NARROW, WIDE = 20, 10
OF_ROW_ABOVE = pattern_of(
    r"(?:\b(?:of|from|on)|%) (?:the |its |those (?:in|at) (?:the )?)?(?:(?:step|stage|row|line|one|"
    r"level) (?:before|above)|"
    r"(?:previous|preceding|prior) (?:step|stage|row|line|level|one))\b",
    re.I,
)
DONE = r"(?:tested|checked|made|applied|assessed|graded|asked|measured|scored|read|looked at|answered|examined|audited)"
ON_ONE = pattern_of(
    rf"\b(?:all|each|every|the)\b[^.;:]{{1,40}}?\b{DONE} (?:on|in|for|against|of|by|with|at) "
    r"(?:all(?: of (?:it|them)| (?:the )?[a-z]+|(?=[.,;)]|$))|every(?:body|one)? ?[a-z]*|each [a-z]+|the (?:same|"
    r"whole|full|entire) [a-z]+)|"
    rf"\bthe same (?:\d+ )?[a-z]+ (?:was|were) (?:used|{DONE})|\b(?:same|one) (?:base|denominator)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each column of shares, with the counts and bases that most of its rows fit."""
    for placed in context.sheets:
        for sheet in filter(None, (placed.sheet, turned(placed.sheet))):
            for column in range(len(sheet.heads)):
                yield from _column(context, placed, sheet, column)
        yield from _in_cells(placed.sheet)


def _column(context: Context, placed: Placed, sheet: Sheet, column: int) -> Iterator[Finding]:
    options = [
        (fit, base.said, pairs, base)
        for pairs in pairs_of(sheet, column)
        for base in _bases(context, placed, sheet, column, pairs)
        for fit in [_fit(pairs, base)]
        if _enough(fit, pairs, base)
    ]
    if not options:
        return
    _, _, pairs, base = max(options, key=lambda each: each[:2])
    for pair in pairs:
        if pair.row in base.of_row:
            yield from _judged(sheet, pair, base)
    yield from _two_ways(sheet, [(pair, base.of_row[pair.row]) for pair in pairs if pair.row in base.of_row])


def _in_cells(sheet: Sheet) -> Iterator[Finding]:
    """ "79/380 (21.6)", under a head that says "%" or beside others of which it is so: each of its own base."""
    based = [
        (f, Pair(row, column, f.count, f.share, f.base))
        for row, cells in enumerate(sheet.cells)
        for column, f in enumerate(cells)
        if f and f.count is not None and f.share and f.base and f.count <= f.base
    ]
    told = [pair for figure, pair in based if "%" not in figure.text]
    fit = sum(fits(each.count, each.base or 0, each.share) for each in told)
    named = told and SHARE_HEAD.search(sheet.heads[told[0].column])
    if len(told) >= FEWEST_CELLS and (2 * fit > len(told) or (fit and named)):
        for pair in told:
            yield from _judged(sheet, pair, Base("what stands beside it", {pair.row: pair.base or 0}, True))
    yield from _two_ways(sheet, [(pair, pair.base or 0) for _, pair in based])


def _two_ways(sheet: Sheet, told: list[tuple[Pair, int]]) -> Iterator[Finding]:
    """ "5 of 40" printed as 13% in one row and as 12% in another: either may be, but not both."""
    for pair, whole in told:
        up = rounded(share(pair.count, whole), pair.share.decimals) if whole else pair.share.value
        same = [
            e
            for e, base in told
            if e.count * whole == pair.count * base and e.share.decimals == pair.share.decimals and base
        ]
        shown = {e.share.value for e in same}
        if pair.share.value == up or up not in shown or not fits(pair.count, whole, pair.share):
            continue
        figure, other = sheet.cells[pair.row][pair.column], next(e for e in same if e.share.value == up)
        why = f"{pair.count} of {whole} is printed as {pair.share}, and as {other.share} in “{sheet.labels[other.row]}”"
        slip = f"cell/{sheet.table.title}/{sheet.labels[pair.row]}/{sheet.heads[pair.column]}"
        where, text = sheet.where(pair.row, pair.column), figure.text if figure else ""
        yield Finding(CODE, "rounding", where, text, str(pair.share), str(other.share), why, slip, "likely")


def pairs_of(sheet: Sheet, column: int) -> Iterator[list[Pair]]:
    """The column's own counts, or those of any column of counts beside it."""
    rows = [row for row in range(len(sheet.labels)) if sheet.cells[row][column]]
    if sheet.kinds[column] == "both":
        own = [(row, sheet.cells[row][column]) for row in rows]
        yield [
            Pair(row, column, f.count, f.share)
            for row, f in own
            if f and f.count is not None and f.share and not f.base
        ]
    elif sheet.kinds[column] == "share":
        for other in range(len(sheet.heads)):
            if WHOLES.match(sheet.heads[other].strip()):
                continue  # what shares are of, and none of them
            if other != column and sheet.kinds[other] in ("count", "total", "base", "mean"):
                yield [
                    Pair(row, column, figure.count, part, figure.base)
                    for row in rows
                    for figure, part in [(sheet.cells[row][other], sheet.share_at(row, column))]
                    if figure and figure.count is not None and part
                ]


def _bases(context: Context, placed: Placed, sheet: Sheet, column: int, pairs: list[Pair]) -> Iterator[Base]:
    rows = [pair.row for pair in pairs]
    if len(rows) < 2:
        return
    own = {pair.row: pair.base for pair in pairs if pair.base}
    if own:
        yield Base("what stands beside it", own, True)
    labelled = {row: int(found[1]) for row in rows if (found := LABEL_BASE.search(sheet.labels[row]))}
    yield Base("its label", labelled, True)
    for number in _said(sheet, column):
        yield Base(str(number), _but_noted(sheet, rows, number), True)
    parts = [pair for pair in pairs if pair.row in sheet.parts]
    summed = sum(pair.count for pair in parts)
    if summed:
        yield Base(f"their sum, {summed}", dict.fromkeys(rows, summed), _is_of_some(sheet, column, pairs))
    if OF_ROW_ABOVE.search(sheet.heads[column]) or OF_ROW_ABOVE.search(f"{sheet.caption} {' '.join(sheet.notes)}"):
        at = {pair.row: sheet.cells[pair.row - 1][_counted_in(sheet, pair)] for pair in pairs if pair.row}
        yield Base("the row above", {row: f.count for row, f in at.items() if f and f.count}, True)
    if hidden := _hidden(pairs, said=_is_of_one(context, placed)):
        yield Base(str(hidden), dict.fromkeys(rows, hidden), False)
    # The whole stands among the rows: with a share of a hundred.
    first = next(
        (pair for pair in pairs if pair.share.value == 100 and pair.count == max(p.count for p in pairs)), None
    )
    if first and first.count:
        yield Base(sheet.labels[first.row], dict.fromkeys(rows, first.count), False)
    for number in _told(context, placed, sheet):
        yield Base(str(number), _but_noted(sheet, rows, number), False)
    for other in range(len(sheet.heads)):
        if other != column and sheet.kinds[other] in ("count", "total", "base"):
            figures = {row: figure.count for row in rows if (figure := sheet.cells[row][other]) and figure.count}
            yield Base(sheet.heads[other], figures, sheet.kinds[other] != "count", _is_beside(sheet, pairs, other))
            yield from _two_columns(sheet, pairs, other)
    yield from _elsewhere(context, sheet, rows)
    if sheet.kinds[column] == "both":
        sums = {row: sum(each.count or 0 for each in sheet.cells[row] if each) for row in rows}
        yield Base("the row's sum", {row: each for row, each in sums.items() if each}, False)


def _counted_in(sheet: Sheet, pair: Pair) -> int:
    """The column that holds a pair's count."""
    own = [at for at, figure in enumerate(sheet.cells[pair.row]) if figure and figure.count == pair.count]
    return next((at for at in own if at != pair.column or sheet.kinds[at] == "both"), pair.column)


def _is_of_one(context: Context, placed: Placed) -> bool:
    """Whether the words around a table say that all of its rows are of the same things."""
    near = context.document.blocks[max(0, placed.place - 2) : placed.place + 3]
    texts = [block.text for block in near if isinstance(block, Paragraph)]
    return any(ON_ONE.search(text) for text in (placed.sheet.caption, *placed.sheet.notes, *texts))


def _elsewhere(context: Context, sheet: Sheet, rows: list[int]) -> Iterator[Base]:
    """What another table counts under the same labels."""
    if sheet.turned or not rows:
        return
    tables = context.once(_by_label)
    # Only a table with the label that fewest have may have them all.
    few = min((tables.get(sheet.labels[row], []) for row in rows), key=len)
    for placed, at in few:
        if placed.sheet.table is sheet.table or any(sheet.labels[row] not in at for row in rows):
            continue
        for column, kind in enumerate(placed.sheet.kinds):
            cells = {row: placed.sheet.cells[at[sheet.labels[row]]][column] for row in rows}
            counts = {row: figure.count for row, figure in cells.items() if figure and figure.count}
            if kind in ("count", "base", "total") and len(counts) == len(rows):
                yield Base(placed.sheet.heads[column], counts, False)


def _by_label(context: Context) -> dict[str, list[tuple[Placed, dict[str, int]]]]:
    """By each label the tables that have a row of it, with where their rows stand."""
    found: dict[str, list[tuple[Placed, dict[str, int]]]] = {}
    for placed in context.sheets:
        at = {label: row for row, label in enumerate(placed.sheet.labels)}
        for label in at:
            found.setdefault(label, []).append((placed, at))
    return found


def _is_of_some(sheet: Sheet, column: int, pairs: list[Pair]) -> bool:
    """Whether a note says that the shares are of some only, and the other rows have a count and no share."""
    told = any(OF_THOSE.search(note) for note in (*sheet.notes, sheet.heads[column], sheet.caption))
    rows = {pair.row for pair in pairs}
    others = [row for row in sheet.parts if row not in rows and any(each for each in sheet.cells[row])]
    return told and bool(others)


def _hidden(pairs: list[Pair], *, said: bool = False) -> int:
    """The whole that isn't told and that every share but one is of; nought where chance may have made it.

    said: whether words say that all rows are of one whole; then fewer are enough.
    """
    ranges = [fitting_bases(pair.count, pair.share) for pair in pairs if pair.count > 0]
    fewest = HIDDEN - all(pair.share.decimals for pair in pairs) - said
    if len(ranges) < fewest or len(ranges) != len(pairs) or len({pair.count for pair in pairs}) < fewest:
        return 0
    most = max(pair.count for pair in pairs)
    lows, highs = sorted(each[0] for each in ranges)[-2:], sorted(each[1] for each in ranges)[:2]
    for least, greatest in ranges:
        # Of all the others: where it is the outermost itself, the next one counts.
        low = max(most, lows[0] if least == lows[1] else lows[1])
        high = highs[1] if greatest == highs[0] else highs[0]
        if low <= high and (least > high or greatest < low):
            return low if high - low <= low // (WIDE if said else NARROW) else 0
    return 0


def _is_beside(sheet: Sheet, pairs: list[Pair], other: int) -> bool:
    """Whether the whole, its count and their share stand side by side, and each share may be a slip for theirs."""
    column = pairs[0].column
    rows = {pair.row: figure.count for pair in pairs if (figure := sheet.cells[pair.row][other]) and figure.count}
    side = sheet.kinds[column] == "share" and other == column - 2 and sheet.kinds[other + 1] == "count"
    own = (
        all(f and f.count == pair.count for pair in pairs for f in [sheet.cells[pair.row][other + 1]])
        if side
        else False
    )
    return own and all(
        pair.row in rows and abs(share(pair.count, rows[pair.row]) - pair.share.value) <= SLIGHT for pair in pairs
    )


def _but_noted(sheet: Sheet, rows: list[int], whole: int) -> dict[int, int]:
    """The whole for each row, but those that a note gives a base of their own."""
    return {row: (_noted(sheet, row, whole) if sheet.marks[row] else 0) or whole for row in rows}


def _noted(sheet: Sheet, row: int, whole: int) -> int:
    """The base of its own that a note gives a row, with how many are left out of the whole."""
    noted = numbers_in(sheet.noted(row))
    return max((n for n in noted if n < whole and whole - n in noted), default=0)


def _two_columns(sheet: Sheet, pairs: list[Pair], other: int) -> Iterator[Base]:
    """What was and what was not, in two columns."""
    rest = {p.row: f.count for p in pairs if (f := sheet.cells[p.row][other]) and f.count is not None}
    if len(rest) == len(pairs) and any(rest[p.row] != p.count for p in pairs):
        yield Base(f"with {sheet.heads[other]}", {p.row: p.count + rest[p.row] for p in pairs if p.count}, False)


def _said(sheet: Sheet, column: int) -> list[int]:
    """Bases that the head of the column says, or those of columns beside it, the caption and the notes."""
    texts = (sheet.heads[column], *sheet.heads, sheet.caption, *(note for note in sheet.notes if not _is_marked(note)))
    return list(dict.fromkeys(int(n.replace(",", "")) for text in texts for n in SAID.findall(text) if len(n) < 9))


def _is_marked(note: str) -> bool:
    return bool(re.match(r"\W{0,2}(?:[*†‡§¶^]|\([a-z]\)|\[[a-z\d]\])", note))


def _told(context: Context, placed: Placed, sheet: Sheet) -> list[int]:
    """Counts that a total row gives, or that the caption and the paragraphs around the table tell."""
    found = [figure.count for figure in (sheet.cells[sheet.total] if sheet.total is not None else ()) if figure]
    found += numbers_in(sheet.caption)
    blocks = context.document.blocks
    for block in blocks[max(0, placed.place - 3) : placed.place + 3]:
        if isinstance(block, Paragraph) and block.section == sheet.table.section:
            found += [
                n for each in passage(block.text).entries if each.kind == "count" for n in (each.base or each.count,)
            ]
    return list(dict.fromkeys(n for n in found if n and n > 4))[:40]


def _fit(pairs: list[Pair], base: Base) -> int:
    """How many shares a base gives, but those that any base would: noughts and wholes."""
    return sum(
        fits(pair.count, base.of_row[pair.row], pair.share)
        for pair in pairs
        if pair.row in base.of_row and 0 < pair.count < base.of_row[pair.row]
    )


def _enough(fit: int, pairs: list[Pair], base: Base) -> bool:
    """Whether so many fit that chance can't have done it, and few miss."""
    known = [p for p in pairs if p.row in base.of_row and p.count > 0]
    over = [p for p in known if p.count > base.of_row[p.row]]
    if len(over) > 1 or len(known) < 2:
        return False
    missed = len(known) - fit
    if missed == 1 and fit >= (1 if base.said or base.beside else 2):
        return True
    # Of a whole that nothing names a few may fit by chance.
    return (
        fit > 1 and 2 * fit >= len(known) and (not base.name.startswith("with ") or missed <= max(1, len(known) // FEW))
    )


def _judged(sheet: Sheet, pair: Pair, base: Base) -> Iterator[Finding]:
    if pair.row == sheet.total and pair.share.value == 100:
        return  # of those that are left out too, or not: all of them either way
    whole = base.of_row[pair.row]
    figure = sheet.cells[pair.row][pair.column]
    text = figure.text if figure else ""
    noted = numbers_in(sheet.noted(pair.row))
    # Its base, or how many are left out of it.
    options = [*noted, *(whole - n for n in noted)]
    own = next((n for n in options if n >= pair.count and n > 0 and fits(pair.count, n, pair.share)), None)
    verdict: Verdict
    if own:
        verdict, whole = "ok", own
    elif _wanted(noted, whole, pair):
        whole = _wanted(noted, whole, pair)
        verdict = "wrong"
    elif fits(pair.count, whole, pair.share) or _is_of_all_told(sheet, pair, whole):
        verdict = "ok"
    else:
        verdict = "rounding" if near(pair.count, whole, pair.share) else "wrong"
    noted_so = bool(noted) and whole in noted
    if verdict != "ok" and pair.row == sheet.total and pair.count > whole and _is_of_own_row(sheet, pair):
        return  # "all checks", each row being out of as many boats: of what its own row comes to
    if verdict != "ok" and _is_unmarked(sheet, pair):
        return
    if verdict != "ok" and sheet.marks[pair.row] and not noted_so and _fits_fewer(pair, whole):
        return  # its mark says that something is missing
    cells = zip(sheet.cells[pair.row], sheet.kinds, strict=True)
    bare = [each.count for each, kind in cells if each and each.count and not each.share and kind != "share"]
    others = [count for count in bare if count != pair.count]
    if not whole or (
        verdict != "ok" and (_is_aside(sheet, pair) or gives_less_another(pair.count, [whole, *others], pair.share))
    ):
        return
    expected = f"{rounded(share(pair.count, whole), pair.share.decimals)}%"
    exact = rounded(share(pair.count, whole), max(1, pair.share.decimals))
    why = f"{pair.count} of {whole} is {exact}%, printed as {pair.share}"
    slip = f"cell/{sheet.table.title}/{sheet.labels[pair.row]}/{sheet.heads[pair.column]}"
    where = sheet.where(pair.row, pair.column)
    yield Finding(CODE, verdict, where, text, str(pair.share), expected, why, slip, "likely")


def _is_of_own_row(sheet: Sheet, pair: Pair) -> bool:
    """Whether a share is that of its count in all the counts of its row."""
    cells = zip(sheet.cells[pair.row], sheet.kinds, strict=True)
    own = sum(each.count for each, kind in cells if each and each.count and kind == "count")
    return own > pair.count and fits(pair.count, own, pair.share)


def _is_of_all_told(sheet: Sheet, pair: Pair, whole: int) -> bool:
    """Whether a last row's share is of all that its rows are of together: six matters, each asked of 48."""
    row = sheet.cells[pair.row]
    counted = [each.count for each, kind in zip(row, sheet.kinds, strict=True) if each and kind == "count"]
    options = (whole * len(sheet.parts), sum(each for each in counted if each is not None))
    return pair.row == sheet.total and any(n >= pair.count and fits(pair.count, n, pair.share) for n in options if n)


def _is_unmarked(sheet: Sheet, pair: Pair) -> bool:
    """Whether the base of the marked rows was put to one without a mark, and a note tells the one that it is of."""
    if sheet.marks[pair.row] or not any(sheet.marks):
        return False
    return any(n >= pair.count and fits(pair.count, n, pair.share) for note in sheet.notes for n in numbers_in(note))


def _fits_fewer(pair: Pair, whole: int) -> bool:
    return any(fits(pair.count, n, pair.share) for n in range(whole, whole * 4 // 5, -1))


def _wanted(noted: list[int], whole: int, pair: Pair) -> int:
    """The smaller base that a note gives its row, where the share is still of the whole."""
    less = [n for n in noted if pair.count <= n < whole and whole - n in noted] or [
        n for n in noted if whole / 2 < n < whole and n >= pair.count
    ]
    return less[0] if len(less) == 1 and fits(pair.count, whole, pair.share) else 0


def _is_aside(sheet: Sheet, pair: Pair) -> bool:
    """Whether a row is of another kind than those above: a mean, a range, a part of a part."""
    label = sheet.labels[pair.row]
    if all(OF_WHICH_ROW.match(each) for each in sheet.labels[1:]) and is_total(sheet.labels[0]):
        return False  # the parts of the first row, each called one
    # "Changed (of those moderated)": of another row.
    rows = [figure.count for row in sheet.cells for figure in row if figure and figure.count]
    if OF_WHICH.search(label) and any(fits(pair.count, n, pair.share) for n in rows if n > pair.count):
        return True
    if re.search(
        r"\b(?:mean|median|average|range|sd|score(?! [a-z]{2,}(?:ed|en|ne)\b))\b|^\s*(?:of which|including|base|n)\b",
        label,
        re.I,
    ):
        return True
    return bool(re.search(r"\btarget\b", sheet.heads[pair.column], re.I)) and not SHARE_HEAD.search(
        sheet.heads[pair.column]
    )
