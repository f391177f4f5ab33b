"""Rows set in under another: together they are that row, where they are so elsewhere in the table."""

from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.sheets.giving import head_base
from looped.checker.sheets.sheet import WITHIN, Sheet, is_total

CODE = "sheet-nested"
MESSAGE = "Rows set in under another add up to it, where others of the table do."
GOOD = "Stage | Men | Women\nSeen | 60 | 80\n  By day | 40 | 50\n  By night | 20 | 30\nAway | 9 | 7"
BAD = "Stage | Men | Women\nSeen | 60 | 80\n  By day | 40 | 50\n  By night | 20 | 20\nAway | 9 | 7"


@dataclass(frozen=True)
class Block:
    """A row with those set in directly under it, in one column. whole: of the row, else of the column's head."""

    row: int
    parts: tuple[int, ...]
    column: int
    whole: int
    summed: int


def check(context: Context) -> Iterator[Finding]:
    """Each table with rows set in, where at least as many blocks add up as don't."""
    for placed in context.sheets:
        sheet = placed.sheet
        if len(set(sheet.indents)) < 2 or sheet.turned:
            continue
        blocks = list(_blocks(sheet))
        right = [each for each in blocks if each.whole == each.summed]
        if right and len(blocks) - len(right) <= min(2, len(right)):
            for each in blocks:
                yield _told(sheet, each)


def _blocks(sheet: Sheet) -> Iterator[Block]:
    for row, indent in enumerate(sheet.indents):
        parts = _under(sheet, row, indent)
        if len(parts) < 2 or is_total(sheet.labels[row]):
            continue
        for column in (at for at, kind in enumerate(sheet.kinds) if kind not in ("share", "mean", "change")):
            own = sheet.cells[row][column]
            figures = [sheet.cells[at][column] for at in parts]
            counts = [each.count for each in figures if each and each.count is not None]
            empty = not any(sheet.texts[row])
            whole = own.count if own else head_base(sheet, column) if empty else None
            if whole and len(counts) == len(parts) and (not empty or all(each and each.share for each in figures)):
                yield Block(row, parts, column, whole, sum(counts))


def _under(sheet: Sheet, row: int, indent: int) -> tuple[int, ...]:
    """The rows one step in, down to the next that isn't; none where they say that they are only some."""
    below: list[int] = []
    for at in range(row + 1, len(sheet.labels)):
        if sheet.indents[at] <= indent:
            break
        below.append(at)
    step = min((sheet.indents[at] for at in below), default=0)
    if any(WITHIN.match(sheet.labels[at]) for at in below):
        return ()
    return tuple(at for at in below if sheet.indents[at] == step)


def _told(sheet: Sheet, block: Block) -> Finding:
    verdict: Verdict = "ok" if block.whole == block.summed else "wrong"
    terms = " + ".join(str(cell.count) for at in block.parts if (cell := sheet.cells[at][block.column]))
    why = f"{terms} = {block.summed}, against {block.whole}"
    label, head = sheet.labels[block.row], sheet.heads[block.column]
    slip = f"nested/{sheet.table.title}/{label}/{head}"
    where = sheet.where(block.row, block.column)
    return Finding(CODE, verdict, where, label, str(block.whole), str(block.summed), why, slip, "likely")
