"""Two tables that give the same rows under the same head: where all the others are the same, so is each."""

import re
from collections.abc import Iterator
from itertools import combinations

from looped.checker.context import Context, plain
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet, is_total

CODE = "sheet-twice"
MESSAGE = "What two tables give under the same head for the same rows is the same in both."
_ONE = "Staff\n\nSite\tStaff\nLeith\t80\nAyr\t30\nOban\t44\nWick\t51\n\nStaff who left\n\n"
_TWO = "Site\tStaff\tLeft\nLeith\t80\t9\nAyr\t30\t4\nOban\t{}\t5\nWick\t51\t6"
GOOD = _ONE + _TWO.format(44)
BAD = _ONE + _TWO.format(46)
LEAST = 3
SMALL = 5
# Heads under which those are counted whom the other columns are of.
PEOPLE = pattern_of(
    r"^(?:number|count|n|base|total|(?:number of |all )?(?:respondents|replies|responses|people|participants|patients|"
    r"residents|interviews|interviewed|answered|asked|cases|files|records|returns|staff|pupils|members))$",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each pair of tables with a head in common, whose figures under it are all the same but one."""
    for one, other in combinations([placed.sheet for placed in context.sheets][:24], 2):
        for column, head in enumerate(one.heads):
            at = next((at for at, each in enumerate(other.heads) if each and plain(each) == plain(head)), None)
            at = _same_people(one, column, other) if at is None else at
            if at is not None and one.kinds[column] == other.kinds[at] in ("count", "total", "base"):
                yield from _compared(one, column, other, at)


def _same_people(one: Sheet, column: int, other: Sheet) -> int | None:
    """The column that counts the same under another head: those who answered, in tables of the same rows."""
    rows = [{plain(label) for label in each.labels if label and not is_total(label)} for each in (one, other)]
    if not PEOPLE.match(one.heads[column].strip()) or rows[0] != rows[1] or len(rows[0]) < LEAST:
        return None
    found = [at for at, head in enumerate(other.heads) if PEOPLE.match(head.strip())]
    return found[0] if len(found) == 1 else None


def _compared(one: Sheet, column: int, other: Sheet, at: int) -> Iterator[Finding]:
    rows = {plain(label): row for row, label in enumerate(other.labels) if label and not is_total(label)}
    pairs = [(row, rows[plain(label)]) for row, label in enumerate(one.labels) if plain(label) in rows]
    known = [
        (a, b, x.count, y.count)
        for a, b in pairs
        for x, y in [(one.cells[a][column], other.cells[b][at])]
        if x and y and x.count is not None and y.count is not None
    ]
    apart = [each for each in known if each[2] != each[3]]
    # Several that differ are of another time or of other people.
    least = LEAST if plain(one.heads[column]) == plain(other.heads[at]) else LEAST - 1
    if len(known) - len(apart) < least or len(apart) > 1:
        return
    if least < LEAST and any(min(x, y) < SMALL or max(x, y) > 2 * min(x, y) for *_, x, y in known + apart):
        return
    for _, b, x, y in apart:
        why = f"the table {one.table.title!r} gives {x}, this table {y}"
        slip = f"twice/{plain(other.table.title)}/{plain(other.labels[b])}/{plain(other.heads[at])}"
        yield Finding(CODE, "wrong", other.where(b, at), str(y), str(y), str(x), why, slip, "likely")
