"""Two tables that give the same rows under the same head: where all the others are the same, so is each."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context, plain
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.readers.building import CAPTION
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet, is_total
from looped.checker.sheets.workings import is_near

CODE = "sheet-twice"
MESSAGE = "What two tables give under the same head for the same rows is the same in both."
_ONE = "Staff\n\nSite\tStaff\nLeith\t80\nAyr\t30\nOban\t44\nWick\t51\n\nStaff who left\n\n"
_TWO = "Site\tStaff\tLeft\nLeith\t80\t9\nAyr\t30\t4\nOban\t{}\t5\nWick\t51\t6"
GOOD = _ONE + _TWO.format(44)
BAD = _ONE + _TWO.format(46)
# How a table is divided, behind what it counts.
BY = re.compile(r",? (?:by|per|for each|at each|in each|across) .*$", re.I)
LEAST = 3
SMALL, TWO_DIGITS = 5, 10
DATED = pattern_of(
    r"\b(?:19|20)\d\d(?:[/-]\d\d)?\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|q[1-4]|before|after|first|second|third|last|previous|planned|actual|men|women|boys|girls|baseline)\b",
    re.I,
)
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
            at = _by_caption(one, column, other) if at is None else at
            if at is not None and one.kinds[column] == other.kinds[at] in ("count", "total", "base"):
                yield from _compared(one, column, other, at)
                yield from _whole_of_row(one, column, other, at)
                yield from _whole_of_row(other, at, one, column)
        yield from _titled(one, other)
        yield from _titled(other, one)


def _same_people(one: Sheet, column: int, other: Sheet) -> int | None:
    """The column that counts the same under another head: those who answered, in tables of the same rows."""
    rows = [{plain(label) for label in each.labels if label and not is_total(label)} for each in (one, other)]
    if not PEOPLE.match(one.heads[column].strip()) or rows[0] != rows[1] or len(rows[0]) < LEAST:
        return None
    found = [at for at, head in enumerate(other.heads) if PEOPLE.match(head.strip())]
    return found[0] if len(found) == 1 else None


def _by_caption(one: Sheet, column: int, other: Sheet) -> int | None:
    """The column whose head says what the caption of a table of one column says: "Table 2. Randomised"."""
    if len(one.heads) != 1 or _of_another_time(one, other):
        return None
    said = [*label_words(one.caption), *label_words(one.heads[0])]
    found = [
        at
        for at, head in enumerate(other.heads)
        if (words := label_words(head)) and len(words[0]) > 3 and all(any(alike(w, s) for s in said) for w in words)
    ]
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
    same = plain(one.heads[column]) == plain(other.heads[at])
    least = LEAST if same else LEAST - 1
    agreed = len(known) - len(apart)
    all_told = agreed and (same or len(one.heads) == 1) and _are_all(one, other, known)
    if len(apart) > 1 or (agreed < least and not all_told):
        return
    if least < LEAST and any(min(x, y) < SMALL or max(x, y) > 2 * min(x, y) for *_, x, y in known + apart):
        return
    for _, b, x, y in apart:
        why = f"the table {one.table.title!r} gives {x}, this table {y}"
        slip = f"twice/{plain(other.table.title)}/{plain(other.labels[b])}/{plain(other.heads[at])}"
        yield Finding(CODE, "wrong", other.where(b, at), str(y), str(y), str(x), why, slip, "likely")


def _are_all(one: Sheet, other: Sheet, known: Sequence[tuple[int, int, int, int]]) -> bool:
    """Whether two tables tell of the same few rows, at one time, in figures that are alike by no chance."""
    rows = [[label for label in each.labels if label and not is_total(label)] for each in (one, other)]
    figures = [(Decimal(x), Decimal(y)) for *_, x, y in known]
    near = all(min(pair) >= TWO_DIGITS and is_near(*pair) for pair in figures)
    return len(rows[0]) == len(rows[1]) == len(known) and near and not _of_another_time(one, other)


def _whole_of_row(one: Sheet, column: int, other: Sheet, at: int) -> Iterator[Finding]:
    """A row of one table that the other tells in its parts: "Parks", and "All parks" or the total of "Parks: spend"."""
    if other.total is None or (whole := other.cells[other.total][at]) is None or whole.count is None:
        return
    named = {stem(each.plain) for each in tokens_of(f"{other.labels[other.total]} {other.caption} {other.table.title}")}
    rows = [row for row in one.parts if {stem(word) for word in label_words(one.labels[row])} <= named]
    figure = one.cells[rows[0]][column] if len(rows) == 1 else None
    if figure is None or figure.count in (None, whole.count) or one.labels == other.labels:
        return
    if is_near(figure.value, whole.value) and not _of_another_time(one, other):
        why = f"the table {other.table.title!r} gives {whole.count} for all of it, this table {figure.count}"
        slip = f"twice/{plain(one.table.title)}/{plain(one.labels[rows[0]])}/{plain(one.heads[column])}"
        where, stated = one.where(rows[0], column), str(figure.count)
        yield Finding(CODE, "wrong", where, stated, stated, str(whole.count), why, slip, "likely")


def _titled(one: Sheet, other: Sheet) -> Iterator[Finding]:
    """A row of one table that is called as the other is, up to how it is divided: "Files moderated, by quarter"."""
    columns = [[c for c, kind in enumerate(each.kinds) if kind in ("count", "total")] for each in (one, other)]
    if any(len(each) != 1 for each in columns) or other.total is None or _of_another_time(one, other):
        return
    whole = other.cells[other.total][columns[1][0]]
    parts = [other.cells[row][columns[1][0]] for row in other.parts]
    if whole is None or whole.count is None or whole.count != sum(each.count or 0 for each in parts if each):
        return
    titles = [label_words(BY.sub("", text)) for text in (other.corner, CAPTION.sub("", other.table.title))]
    rows = [row for row, label in enumerate(one.labels) if label_words(label) in [t for t in titles if len(t) > 1]]
    figure = one.cells[rows[0]][columns[0][0]] if len(rows) == 1 else None
    if figure is not None and figure.count is not None and figure.count != whole.count:
        why = f"the table {one.table.title!r} gives {figure.count}, this table {whole.count}"
        slip = f"twice/{plain(other.table.title)}/{plain(one.labels[rows[0]])}"
        where, stated = other.where(other.total, columns[1][0]), str(whole.count)
        yield Finding(CODE, "wrong", where, stated, stated, str(figure.count), why, slip, "likely")


def _of_another_time(one: Sheet, other: Sheet) -> bool:
    first, second = (set(DATED.findall(f"{each.caption} {each.table.title}".lower())) for each in (one, other))
    return first != second
