"""A count in a sentence against the table's cell that it speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.claims import Sentence
from looped.checker.context import Context, bases_of
from looped.checker.finding import Finding
from looped.checker.grid import Grid
from looped.checker.linking import Mention
from looped.checker.quantities import quantities_in
from looped.checker.speaking import named_columns, named_grids, named_rows, of_one_kind, row_count, table_of

CODE = "count-and-table"
MESSAGE = "A count in a sentence is the one in the table."
GOOD = "Grade\tMay\tJune\nGood\t8\t7\nPoor\t22\t9\n\nIn May 8 audits were graded Good."
BAD = "Grade\tMay\tJune\nGood\t8\t7\nPoor\t22\t9\n\nIn May 6 audits were graded Good."

# Words that make a count another quantity than the cell's: a part of it, a change, a bound.
OTHER = re.compile(
    r"\b(?:more|fewer|less|than|at least|up to|over|under|about|around|nearly|between|increase|rise|fall|drop|"
    r"target|expected|planned|last|previous|minutes|days|weeks|hours|years?|per|aged?|remaining)\b",
    re.I,
)
NONE = re.compile(r"\b(?:there (?:were|was|are) (?P<a>no)|(?P<b>none|no(?= [a-z]+ (?:was|were|graded|rated)\b)))\b", re.I)


@dataclass(frozen=True)
class Count:
    """A count with its place, and the base that is printed with it."""

    text: str
    value: int
    base: int | None
    start: int
    end: int


def check(context: Context) -> Iterator[Finding]:
    """Each count whose sentence names a row of a table."""
    for sentence in context.sentences:
        counts = list(_counts(sentence))
        for at, count in enumerate(counts):
            low = counts[at - 1].end if at else 0
            high = counts[at + 1].start if at + 1 < len(counts) else len(sentence.text)
            yield from _judged(context, sentence, count, low, high)


def _counts(sentence: Sentence) -> Iterator[Count]:
    found = [
        Count(claim.quote, claim.count, claim.base, claim.start, claim.end)
        for claim in sentence.claims
        if claim.count is not None
    ]
    for each in quantities_in(sentence.text):
        taken = any(claim.start <= each.start < claim.end for claim in sentence.claims)
        if not taken and each.unit == "" and each.step == 1 and not each.is_year and each.value >= 0:
            found.append(Count(each.text, int(each.value), None, each.start, each.end))
    for none in NONE.finditer(sentence.text):
        name = "a" if none["a"] else "b"
        if not any(each.start <= none.start(name) < each.end for each in found):
            found.append(Count(none[name], 0, None, none.start(name), none.end(name)))
    yield from sorted(found, key=lambda each: each.start)


def _judged(context: Context, sentence: Sentence, count: Count, low: int, high: int) -> Iterator[Finding]:
    around = sentence.text[max(low, count.start - 25) : min(high, count.end + 25)]
    if OTHER.search(around) or re.match(r"\s*(?:/|%|months?\b|of the \w+ \w+s\b|domains?\b)", sentence.text[count.end :]):
        return
    options = [
        (grid, row, columns)
        for grid in _grids(context, sentence, low, high)
        for row in [_row(grid, sentence, count, low, high)]
        if row is not None
        for columns in [_columns(context, grid, sentence, count, low, high)]
        if columns is not None
    ]
    known = [(grid, row, columns, row_count(grid, row, columns)) for grid, row, columns in options]
    if not known or any(value is None for *_, value in known):
        return
    right = next((each for each in known if each[3] == count.value), None)
    if right:
        yield _finding(sentence, count, right[0], right[1], right[2], count.value)
    elif len(known) == 1:
        grid, row, columns, value = known[0]
        if _may_differ(grid, row, columns, count):
            return
        yield _finding(sentence, count, grid, row, columns, value or 0)


def _may_differ(grid: Grid, row: int, columns: tuple[int, ...], count: Count) -> bool:
    """Whether a smaller or greater whole may be meant: a base that is not the column's says so."""
    if count.base is None:
        return False
    bases = {total for column in (columns or range(len(grid.columns))) for total in [_base(grid, column)] if total}
    whole = sum(bases) if not columns else 0
    return bool(bases) and count.base not in bases | {whole}


def _base(grid: Grid, column: int) -> int | None:
    if grid.bases[column]:
        return grid.bases[column]
    if grid.total is not None:
        return grid.values[grid.total][column].count
    counts = grid.counts(column)
    return None if None in counts else sum(count for count in counts if count is not None)


def _grids(context: Context, sentence: Sentence, low: int, high: int) -> list[Grid]:
    """Tables that the words around a count name; else the one remarked on; else the one in the section."""
    near = named_grids(context, sentence.text[low:high])
    if near:
        return [context.grids[_nearest(near, 10**6).at]]
    if anywhere := {each.at for each in named_grids(context, sentence.text)}:
        return [context.grids[at] for at in sorted(anywhere)]
    if own := table_of(context, sentence):
        return [own]
    return _by_row(context, sentence)


def _by_row(context: Context, sentence: Sentence) -> list[Grid]:
    """The table with a total of its own among those with a row that the sentence names; all of them otherwise."""
    here = [grid for grid in context.grids if named_rows(grid, sentence.text)]
    whole = [grid for grid in here if grid.total is not None]
    return whole if len(whole) == 1 else here


def _row(grid: Grid, sentence: Sentence, count: Count, low: int, high: int) -> int | None:
    after = named_rows(grid, sentence.text[count.end : high])
    before = named_rows(grid, sentence.text[low : count.start])
    if "either" in sentence.text[count.end : high] or re.search(r"\bor\b", sentence.text[count.end : high][:60]):
        return None
    rows = {each.at for each in after}
    if len(rows) == 1:
        return rows.pop()
    if len(rows) > 1:
        return None
    rows = {each.at for each in before}
    return rows.pop() if len(rows) == 1 else None


def _columns(
    context: Context, grid: Grid, sentence: Sentence, count: Count, low: int, high: int
) -> tuple[int, ...] | None:
    """The columns that the count is over: named around it, told by its base, or by the paragraph; () for all."""
    whole = sentence.text[low:high]
    near = tuple(dict.fromkeys(each.at for each in named_columns(grid, whole)))
    if near:
        return near
    if count.base is not None:
        fitting = [at for at in range(len(grid.columns)) if at != grid.total_column and count.base in bases_of(context, grid, at).all]
        if len(fitting) == 1:
            return tuple(fitting)
    elsewhere = {each.at for each in named_columns(grid, sentence.paragraph.text)}
    if len(elsewhere) == 1:
        return tuple(elsewhere)
    if elsewhere:
        return None
    countable = [at for at in range(len(grid.columns)) if any(row[at].count is not None for row in grid.values)]
    if len(countable) == 1:
        return (countable[0],)
    return () if of_one_kind(grid) else None


def _nearest(found: list[Mention], place: int) -> Mention:
    return min(found, key=lambda each: abs(each.start - place))


def _finding(
    sentence: Sentence, count: Count, grid: Grid, row: int, columns: tuple[int, ...], value: int
) -> Finding:
    over = ", ".join(grid.columns[at] for at in columns) or "all columns"
    cells = " + ".join(str(grid.values[row][at].count) for at in (columns or range(len(grid.columns))) if at != grid.total_column or columns)
    sums = f"{cells} = {value}" if "+" in cells else f"{value}"
    why = f"the table {grid.table.title!r}, row {grid.rows[row]!r}, {over}: {sums}"
    slip = f"fraction/{sentence.line}/{count.text.lower()}"
    verdict = "ok" if value == count.value else "wrong"
    return Finding(CODE, verdict, sentence.where, count.text, str(count.value), str(value), why, slip, "likely")  # type: ignore[arg-type]  # one of two verdicts
