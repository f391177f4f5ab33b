"""A table whose figures tell how its columns or its rows are worked out: one of them that isn't is wrong."""

from collections.abc import Iterator
from itertools import combinations

from looped.checker.cells import value_of
from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.grid import AGAIN
from looped.checker.quantities import printed
from looped.checker.remarks import lies
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.workings import Believed, Line, workings_of

CODE = "sheet-worked"
MESSAGE = "What nearly every row of a table bears out, a sum, a difference or a ratio of its columns, is so in all."
GOOD = "Shift\tNurses\tHelpers\tOn duty\nEarly\t2\t7\t9\nLate\t4\t3\t7\nNight\t3\t5\t8"
BAD = "Shift\tNurses\tHelpers\tOn duty\nEarly\t2\t7\t7\nLate\t4\t3\t7\nNight\t3\t5\t8"


TWO_AND_SUM = 3


def check(context: Context) -> Iterator[Finding]:
    """Each table, by its columns and by its rows."""
    for placed in context.sheets:
        told: set[int] = set()
        for sheet in (placed.sheet, lies(placed.sheet)):
            for believed in (each for each in workings_of(sheet) if not _counts_again(sheet, each)):
                for line in believed.missed:
                    # A row that one working accuses already isn't accused by another.
                    free = line.row not in told or sheet.turned
                    if free and not sheet.marks[line.row] and not _is_by_another(sheet, believed, line):
                        told.add(line.row)
                        yield _finding(sheet, believed, line)


def _counts_again(sheet: Sheet, believed: Believed) -> bool:
    """Whether a sum takes in what is "of which", beside what isn't: it is in the others already."""
    again = [bool(AGAIN.match(sheet.heads[at])) for at, _ in believed.working.terms]
    return believed.working.kind == "sum" and any(again) and not all(again)


def _is_by_another(sheet: Sheet, believed: Believed, line: Line) -> bool:
    """Whether it misses by just what another column of its row has: one more part, nought in the other rows."""
    used = {believed.working.target, *(at for at, _ in believed.working.terms)}
    others = {abs(each.value) for at, each in enumerate(sheet.cells[line.row]) if each and at not in used}
    if believed.working.kind != "sum":
        return False
    if any(value_of(text).withheld for at, text in enumerate(sheet.texts[line.row]) if at not in used):
        return True  # a part that isn't printed
    # How far two columns are apart, whichever of them is the greater: a sum in the rows where it is the one.
    values = [each.value for at in used if (each := sheet.cells[line.row][at])]
    apart = len(values) == len(used) == TWO_AND_SUM and any(abs(a - b) in values for a, b in combinations(values, 2))
    return apart or abs(line.exact - line.stated) in others


def _finding(sheet: Sheet, believed: Believed, line: Line) -> Finding:
    working = believed.working
    text = sheet.texts[line.row][working.target]
    expected = printed(line.exact.quantize(line.slack * 2) if working.kind in ("ratio", "part") else line.exact)
    sources = ", ".join(f"{sheet.heads[at]} {sheet.texts[line.row][at]}" for at, _ in working.terms)
    why = f"{sources}: {working.kind} {expected}, printed as {text}"
    slip = f"worked/{sheet.table.title}/{sheet.labels[line.row]}/{sheet.heads[working.target]}"
    where = sheet.where(line.row, working.target)
    return Finding(CODE, "wrong", where, text, text, expected, why, slip, "likely")
