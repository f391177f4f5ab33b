"""Whether the tables of a report give a figure of its prose: a cell, a run of cells, what lies between two of them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.numbers import fits
from looped.checker.otherwise import (
    named_rows,
)
from looped.checker.prose import Entry, Passage
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet

MANY, TWO = 12, 2


def is_of_cell(context: Context, read: Passage, entry: Entry) -> bool:
    """ "Among social workers 13 posts (15%)": of a count in the row of a table that its sentence names."""
    rows = (
        placed.sheet.cells[at]
        for placed in context.sheets
        for at in named_rows(placed.sheet, read.sentence(entry.sentence))
    )
    counts = [figure.count for row in rows for figure in row if figure and figure.count]
    return entry.share is not None and any(entry.count <= n and fits(entry.count, n, entry.share) for n in counts)


def is_run(context: Context, entry: Entry) -> bool:
    """Whether a figure is what two or more rows of a column, one below the other, come to, or columns of a row."""
    wanted = entry.share.value if entry.share and entry.kind == "share" else entry.value
    for placed in context.sheets:
        rows = [_cells(placed.sheet, row, entry.kind == "share") for row in placed.sheet.cells]
        for values in (*zip(*rows, strict=True), *rows):
            for low in range(len(values) - 1):
                total = Decimal(0)
                for each in values[low : low + MANY]:
                    if each is None:
                        break
                    total += each
                    if total == wanted and each != wanted:
                        return True
    return False


def is_behind_name(context: Context, read: Passage, entry: Entry, finding: Finding) -> bool:
    """ "Most were in June (9)", of which the table tells 5, and 9 of July: in brackets behind the row that it is of."""
    lead = read.text[: entry.start].rstrip("(").rstrip(" ”’\"'")
    bracketed = read.text[: entry.start].endswith("(") and read.text[entry.end : entry.end + 1] == ")"
    row = next((label for label in _labels(context) if f"', {label}" in finding.why and lead.endswith(label)), "")
    return (
        bracketed
        and bool(row)
        and any(
            cell is not None and cell.value == entry.value
            for placed in context.sheets
            if row in placed.sheet.labels
            for cells in placed.sheet.cells
            for cell in cells
        )
    )


def _labels(context: Context) -> Iterator[str]:
    return (label for placed in context.sheets for label in placed.sheet.labels if len(label) > 2)


def _cell(figure: Figure | None, share: bool) -> Decimal | None:
    """A cell's share, or its value."""
    if figure is None:
        return None
    return figure.share.value if share and figure.share else figure.value


def _cells(sheet: Sheet, row: Sequence[Figure | None], share: bool) -> list[Decimal | None]:
    """The values of a row; of a share the shares, for no sum of counts is one."""
    counted = [share and kind in ("count", "total", "base") for kind in sheet.kinds]
    return [
        None if no_share and f and not f.share else _cell(f, share) for f, no_share in zip(row, counted, strict=True)
    ]


def is_between_cells(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a figure lies between two cells of a table: of one row, or of one that the sentence quotes."""
    value = abs(entry.figure)
    slack = Decimal(1).scaleb(-entry.share.decimals) if entry.share else entry.step
    own = {e.figure for e in read.of_sentence(entry.sentence) if e is not entry}
    return any(
        abs(apart - value) <= slack / 2
        for placed in context.sheets
        for apart in _apart(placed.sheet, own, relative=entry.kind == "share")
    )


def is_between_named(context: Context, read: Passage, entry: Entry) -> bool:
    """ "Nine points lie between the best and the worst": whether two shares of a row or a column are so far apart.

    Of the row that the sentence names, where it names one; of none, where it sets two against each other. Counts are
    no number of points.
    """
    sentence = read.sentence(entry.sentence)
    told = {e.figure for e in read.of_sentence(entry.sentence) if e is not entry}
    for sheet in (placed.sheet for placed in context.sheets):
        rows = [_scored(sheet, row) for row in sheet.cells]
        named = [rows[at] for at in named_rows(sheet, sentence)]
        own = (named or rows) if len(named) < TWO else []
        quoted = [[n for n in column if n is not None] for column in zip(*rows, strict=True)]
        lines = [(line, set(line)) for line in own] + [(line, told) for line in quoted]
        for line, first in lines:
            known = [n for n in line if n is not None][:MANY]
            apart = (abs(a - b) for a, b in permutations(known, 2) if a in first)
            if any(abs(each - abs(entry.figure)) <= entry.step / 2 for each in apart):
                return True
    return False


def _scored(sheet: Sheet, row: Sequence[Figure | None]) -> list[Decimal | None]:
    """The shares and the means of a row: what points may lie between."""
    return [
        None if kind in ("count", "total", "base", "words", "change") else _cell(each, share=True)
        for each, kind in zip(row, sheet.kinds, strict=True)
    ]


def is_between_rows(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a count lies between the cells that two rows named in its sentence have in a column."""
    for sheet in (placed.sheet for placed in context.sheets):
        for one, other in combinations(named_rows(sheet, read.sentence(entry.sentence)), 2):
            pairs = zip(sheet.cells[one], sheet.cells[other], strict=True)
            if any(a and b and abs(a.value - b.value) == entry.value for a, b in pairs):
                return True
    return False


def _apart(sheet: Sheet, told: set[Decimal], *, relative: bool) -> Iterator[Decimal]:
    """How far the cells of a row are apart, and of a column those that a sentence tells from the others."""
    columns = zip(*sheet.cells, strict=True)
    for line, quoted in (*((row, False) for row in sheet.cells), *((column, True) for column in columns)):
        values = [value for each in line if (value := _cell(each, not relative))]
        for one, other in permutations(values[:MANY], 2):
            if quoted and one not in told:
                continue
            if relative and not quoted:
                yield abs(other - one) * 100 / abs(one)
            elif not relative:
                yield abs(one - other)
