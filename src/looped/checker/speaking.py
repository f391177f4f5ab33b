"""What a claim speaks of: the table, row and column that its sentence names."""

import re
from collections.abc import Sequence

from looped.checker.claims import Sentence
from looped.checker.context import Context, plain
from looped.checker.document import Block, Paragraph
from looped.checker.grid import Grid
from looped.checker.linking import Mention, Titles, labels_of, mentions, signs_of, titles_in, titles_of


def overall_grid(context: Context) -> Grid | None:
    """The table that stands for the whole: the only one, or the first with a total row that others lack."""
    if len(context.grids) == 1:
        return context.grids[0]
    withtotal = [grid for grid in context.grids if grid.total is not None]
    return withtotal[0] if len(withtotal) == 1 else None


def table_of(context: Context, sentence: Sentence) -> Grid | None:
    """The table that a sentence is a remark on: it follows it, with no other table or heading between."""
    return context.once(_remarked_on).get(id(sentence.paragraph))


def _remarked_on(context: Context) -> dict[int, Grid]:
    """By paragraph the table that it is a remark on."""
    grids = {id(grid.table): grid for grid in context.grids}
    blocks = context.document.blocks
    found: dict[int, Grid] = {}
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (grid := _before(blocks, place, block.section, grids)):
            found.setdefault(id(block), grid)
    return found


def _before(blocks: Sequence[Block], place: int, section: str, grids: dict[int, Grid]) -> Grid | None:
    """The table that comes last before a paragraph of a section, where it is of that section too."""
    for block in (blocks[at] for at in range(place - 1, -1, -1)):
        if grid := grids.get(id(block)):
            return grid if grid.table.section == section else None
        if isinstance(block, Paragraph) and block.text and block.section != section:
            return None
    return None


def named_grids(context: Context, text: str) -> list[Mention]:
    """Tables that a text names by their titles."""
    return list(titles_in(text, context.once(_titles)))


def _titles(context: Context) -> Titles:
    return titles_of([grid.table.title for grid in context.grids])


def grids_of_rows(context: Context, text: str) -> list[Grid]:
    """The tables with a row that a text names."""
    begun = context.once(_by_sign)
    places = sorted({at for sign in signs_of(text) if sign in begun for at in begun[sign]})
    return [context.grids[at] for at in places if named_rows(context.grids[at], text)]


def _by_sign(context: Context) -> dict[str, list[int]]:
    """The places of tables by what one of their rows begins with: a long report has hundreds of tables."""
    found: dict[str, list[int]] = {}
    for at, grid in enumerate(context.grids):
        for sign in labels_of(tuple(grid.rows)).by_sign:
            found.setdefault(sign, []).append(at)
    return found


def named_columns(grid: Grid, text: str) -> list[Mention]:
    """Columns of a table that a text names, its total column left out."""
    return [
        each
        for each in mentions(text, grid.columns)
        if each.at != grid.total_column
        and grid.columns[each.at]
        and not re.fullmatch(r"(?i)(?:number|count|n|no|percent\w*|share|%)\W*", grid.columns[each.at].strip())
    ]


def named_rows(grid: Grid, text: str) -> list[Mention]:
    """Rows of a table that a text names, its total row left out."""
    # A label of digits alone ("7", for Year 7) is met by any number.
    found = mentions(text, grid.rows)
    return [each for each in found if each.at != grid.total and not grid.rows[each.at].strip().isdigit()]


def row_count(grid: Grid, row: int, columns: tuple[int, ...]) -> int | None:
    """The count of a row over columns; over none named, its total: printed, or the sum of what is there."""
    if columns:
        counts = [grid.values[row][column].count for column in columns]
        return None if None in counts else sum(count for count in counts if count is not None)
    if grid.total_column is not None:
        return grid.values[row][grid.total_column].count
    every = [value.count for value in grid.values[row]]
    return None if None in every or not every else sum(count for count in every if count is not None)


def of_one_kind(grid: Grid) -> bool:
    """Whether columns may be summed: they are parts of one whole, such as months, and don't mix counts with others."""
    labels = [plain(label) for label in grid.columns]
    return not any(re.search(r"%|per cent|share|rate|mean|median|change|difference|target", label) for label in labels)
