"""A table whose figures tell how its columns or its rows are worked out: one of them that isn't is wrong."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from looped.checker.cells import value_of
from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.grid import AGAIN
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.remarks import lies
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.workings import Believed, Line, workings_of

CODE = "sheet-worked"
MESSAGE = "What nearly every row of a table bears out, a sum, a difference or a ratio of its columns, is so in all."
GOOD = "Shift\tNurses\tHelpers\tOn duty\nEarly\t2\t7\t9\nLate\t4\t3\t7\nNight\t3\t5\t8"
BAD = "Shift\tNurses\tHelpers\tOn duty\nEarly\t2\t7\t7\nLate\t4\t3\t7\nNight\t3\t5\t8"


TWO_AND_SUM, LEAST, MANY = 3, 2, 5
EXCUSES = pattern_of(
    r"\d|\b(?:exclud\w*|includ\w*|left out|without|only|based|base|estimat\w*|revis\w*|provisional|partial\w*|part|"
    r"incomplete|rounded|rounding|not|some|missing|adjust\w*|correct\w*|approximate\w*|counted|data|figures?)\b",
    re.I,
)
SIGNED = re.compile(r"[+−–-] ?£?\d")


def check(context: Context) -> Iterator[Finding]:
    """Each table, by its columns and by its rows."""
    for placed in context.sheets:
        told: set[int] = set()
        for sheet in filter(None, (placed.sheet, lies(placed.sheet), _in_shares(placed.sheet))):
            for believed in (each for each in workings_of(sheet) if not _counts_again(sheet, each)):
                for line in believed.missed:
                    # A row that one working accuses already isn't accused by another.
                    free = line.row not in told or sheet.turned
                    if free and not _is_excused(sheet, line.row) and not _is_by_another(sheet, believed, line):
                        told.add(line.row)
                        yield _finding(sheet, believed, line)


def _is_excused(sheet: Sheet, row: int) -> bool:
    """Whether a row's mark may lead to why its figures don't come out: not to a note that says nothing of figures."""
    mark, note = sheet.marks[row], sheet.noted(row)
    return bool(mark) and (not note or bool(EXCUSES.search(note[len(mark) :])))


def _in_shares(sheet: Sheet) -> Sheet | None:
    """The table with the share alone of each count that has one, where a column tells how far they are apart."""
    both = [at for at, kind in enumerate(sheet.kinds) if kind == "both"]
    if len(both) < LEAST or "change" not in sheet.kinds:
        return None
    cells = tuple(tuple(_share(each) if at in both else each for at, each in enumerate(row)) for row in sheet.cells)
    return replace(sheet, cells=cells)


def _share(figure: Figure | None) -> Figure | None:
    """The share of a count, as a figure of its own."""
    share = figure.share if figure else None
    if figure is None or share is None:
        return None
    return Figure(figure.text, share.value, Decimal(1).scaleb(-share.decimals), "%", None, share, None, True)


def _counts_again(sheet: Sheet, believed: Believed) -> bool:
    """Whether a sum takes in what is "of which", beside what isn't: it is in the others already."""
    again = [bool(AGAIN.match(sheet.heads[at])) for at, _ in believed.working.terms]
    return believed.working.kind == "sum" and any(again) and not all(again)


def _is_by_another(sheet: Sheet, believed: Believed, line: Line) -> bool:
    """Whether it misses by just what another column of its row has: one more part, nought in the other rows."""
    if _is_of_rounded(sheet, believed, line):
        return True
    used = {believed.working.target, *(at for at, _ in believed.working.terms)}
    others = {abs(each.value) for at, each in enumerate(sheet.cells[line.row]) if each and at not in used}
    if believed.working.kind != "sum":
        return False
    if any(value_of(text).withheld for at, text in enumerate(sheet.texts[line.row]) if at not in used):
        return True  # a part that isn't printed
    # How far two columns are apart, whichever of them is the greater: a sum in the rows where it is the one. Not where
    # signs say which is.
    if any(SIGNED.match(texts[believed.working.target].strip()) for texts in sheet.texts):
        return abs(line.exact - line.stated) in others
    values = [each.value for at in used if (each := sheet.cells[line.row][at])]
    apart = len(values) == len(used) == TWO_AND_SUM and 2 * max(values) == sum(values)
    return apart or abs(line.exact - line.stated) in others


def _is_of_rounded(sheet: Sheet, believed: Believed, line: Line) -> bool:
    """Whether whole percentages are one off where few others bear them out: taken from each other before rounding."""
    working = believed.working
    shares = all(sheet.kinds[at] == "share" for at, _ in working.terms) and any(sign < 0 for _, sign in working.terms)
    cells = [sheet.cells[line.row][at] for at, _ in working.terms]
    whole = not sheet.turned and all(each and each.step == 1 for each in cells)
    return shares and whole and abs(line.exact - line.stated) == 1 and believed.fitting < MANY


def _finding(sheet: Sheet, believed: Believed, line: Line) -> Finding:
    working = believed.working
    text = sheet.texts[line.row][working.target]
    own = sheet.cells[line.row][working.target]
    rounded = own is not None and working.kind in ("ratio", "part", "over", "portion")
    expected = printed(line.exact.quantize(own.step) if own and rounded else line.exact)
    sources = ", ".join(f"{sheet.heads[at]} {sheet.texts[line.row][at]}" for at, _ in working.terms)
    why = f"{sources}: {working.kind} {expected}, printed as {text}"
    slip = f"worked/{sheet.table.title}/{sheet.labels[line.row]}/{sheet.heads[working.target]}"
    where = sheet.where(line.row, working.target)
    return Finding(CODE, "wrong", where, text, text, expected, why, slip, "likely")
