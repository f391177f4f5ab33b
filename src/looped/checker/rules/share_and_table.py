"""Shares in a sentence, each with the row that it is of, against the column of shares that the others are from."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import labels_of, mentions, signs_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.tabled import Tabled, tabled

CODE = "share-and-table"
MESSAGE = "Shares told of rows of a table are those in its column."
GOOD = "Year\tChildren\tShare\n2021\t16\t75%\n2022\t20\t70%\n2023\t15\t60%\n\nIt fell from 75% in 2021 to 60% in 2023."
BAD = "Year\tChildren\tShare\n2021\t16\t75%\n2022\t20\t70%\n2023\t15\t60%\n\nIt fell from 75% in 2021 to 65% in 2023."

OTHER = pattern_of(r"\b(?:target|national\w*|england|expected|points?|of (?:these|those|them|which|whom))\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with two such shares or more, one of which at least is the table's."""
    tables = [each for table in context.document.tables if (each := tabled(table))]
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            shares = [e for e in read.of_sentence(at) if e.kind == "share" and e.share]
            if len(shares) > 1 and not OTHER.search(read.sentence(at)):
                yield from _judged(paragraph, read, shares, tables)


def _judged(paragraph: Paragraph, read: Passage, shares: list[Entry], tables: list[Tabled]) -> Iterator[Finding]:
    """Against the one column in which the others stand: with one share the table's, no more than one may differ."""
    names = [_name(read, each) for each in shares]
    signs = frozenset[str]().union(*(signs_of(name) for name in names))
    for table in tables:
        if labels_of(table.labels).by_sign.keys().isdisjoint(signs):
            continue
        rows = [_row(name, table) for name in names]
        told = [(each, row) for each, row in zip(shares, rows, strict=True) if row is not None]
        for column in sorted(table.shares):
            cells = [(each, table.cells[row][column], row) for each, row in told]
            hits = [each for each, cell, _ in cells if cell and _is(each, cell.value)]
            misses = [(each, row) for each, cell, row in cells if cell and not _is(each, cell.value)]
            if not hits or len(misses) > 1 or len({row for *_, row in cells}) < 2:
                continue
            for each, row in misses:
                # The row's other shares may be meant, and the table's other rows.
                if any(_is(each, cell.value) for line in table.cells for cell in line if cell):
                    continue
                yield _finding(paragraph, each, table, row, column)
            for each in hits:
                yield _finding(paragraph, each, table, dict(told)[each], column)


def _is(entry: Entry, value: Decimal) -> bool:
    """Whether a share is the cell's, at the decimals that it is told with."""
    assert entry.share
    return abs(entry.share.value - value) <= Decimal(1).scaleb(-entry.share.decimals) / 2


def _name(read: Passage, entry: Entry) -> str:
    """What stands right behind a share, or in brackets behind it: "75% in 2021", "75% (2021)"."""
    behind = re.match(
        r"\s*(?:\(?(?:in|for|at|among|on|of)?\s?(?:the )?)(?P<name>[^,;:.()]{1,40})", read.text[entry.end :], re.I
    )
    return re.split(r"\b(?:to|and|from|against|but|while|than|compared)\b", behind["name"])[0] if behind else ""


def _row(name: str, table: Tabled) -> int | None:
    """The one row that a name is of."""
    named = {each.at for each in mentions(name, table.labels) if each.at != table.total}
    return named.pop() if len(named) == 1 else None


def _finding(paragraph: Paragraph, entry: Entry, table: Tabled, row: int, column: int) -> Finding:
    cell = table.cells[row][column]
    assert cell
    verdict: Verdict = "ok" if _is(entry, cell.value) else "wrong"
    why = f"the table has {cell.text} for {table.labels[row]}, {table.heads[column]}"
    slip = f"fraction/{paragraph.line}/{entry.text.lower()}"
    return Finding(CODE, verdict, paragraph.where, entry.text, entry.text, cell.text, why, slip, "likely")
