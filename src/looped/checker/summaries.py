"""Sentences of sections without tables, with the table of the report that they speak of."""

from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Table
from looped.checker.patterns import Texts
from looped.checker.prose import passage
from looped.checker.remarks import Remark, sheets_near
from looped.checker.sheets.spoken import as_spoken_of


def afar(context: Context) -> Texts[Remark]:
    """Each sentence of a section without tables, with the one table of the report that has a row it names in full."""
    return Texts(tuple(_afar(context)), lambda each: each.text)


def _afar(context: Context) -> Iterator[Remark]:
    sheets = context.sheets
    if len(sheets) < 2:
        return
    for place, block in enumerate(context.document.blocks):
        if isinstance(block, Table) or block.text.lstrip("# ") == block.section:
            continue
        if sheets_near(sheets, place, block.section):
            continue
        read = passage(block.text)
        for at in range(len(read.starts)):
            every = [Remark(block, read, at, as_spoken_of(each.sheet)) for each in sheets]
            named = [each for each in every if each.rows]
            if len(named) == 1 and all(row.whole for row in named[0].rows):
                yield named[0]
