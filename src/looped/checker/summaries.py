"""Sentences of sections without tables, with the table of the report that they speak of."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from looped.checker.context import Context
from looped.checker.document import Paragraph, Table
from looped.checker.patterns import Texts
from looped.checker.prose import Passage, passage, stems
from looped.checker.remarks import Remark, sheets_near
from looped.checker.sheets.around import Placed
from looped.checker.sheets.spoken import as_spoken_of

FEWEST, FEW, MANY = 2, 12, 40


def afar(context: Context) -> Texts[Remark]:
    """Each sentence of a section without tables, with the one table of the report that has a row it names in full."""
    return Texts(tuple(_afar(context)), lambda each: each.text)


def _afar(context: Context) -> Iterator[Remark]:
    sheets = context.sheets
    if len(sheets) < FEWEST:
        return
    by_stem = _by_stem(sheets) if len(sheets) > FEW else None
    for place, block in enumerate(context.document.blocks):
        if isinstance(block, Table) or block.text.lstrip("# ") == block.section:
            continue
        if sheets_near(sheets, place, block.section):
            continue
        read = passage(block.text)
        for at in range(len(read.starts)):
            near = sheets if by_stem is None else _that_may_be_named(by_stem, read.sentence(at))
            named = list(islice(_named(block, read, at, near), FEWEST))
            if len(named) == 1 and all(row.whole for row in named[0].rows):
                yield named[0]


def _named(block: Paragraph, read: Passage, at: int, sheets: Iterable[Placed]) -> Iterator[Remark]:
    """A sentence with each table of which it names a row."""
    every = (Remark(block, read, at, as_spoken_of(each.sheet)) for each in sheets)
    return (each for each in every if each.rows)


def _by_stem(sheets: Sequence[Placed]) -> dict[str, dict[int, Placed]]:
    """The tables by the words of their rows: of many tables not each is put to each sentence."""
    found: dict[str, dict[int, Placed]] = {}
    for each in sheets:
        for stem in stems(" ".join(each.sheet.labels)):
            found.setdefault(stem, {})[each.place] = each
    return found


def _that_may_be_named(by_stem: dict[str, dict[int, Placed]], sentence: str) -> list[Placed]:
    """The tables that have a word of a sentence in a row's name; none where they are too many to mean one of them."""
    found: dict[int, Placed] = {}
    for stem in stems(sentence):
        found |= by_stem.get(stem, {})
    return list(found.values()) if len(found) <= MANY else []
