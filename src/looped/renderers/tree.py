"""Walks over a report: its blocks in order, and an anchor of its own for each."""

import re
from collections.abc import Iterator
from typing import TypeVar

from looped.renderers.words import figures_of, line
from looped.reports.nodes import Block, Chart, Report, Section, Table, Text
from looped.stats.disclosure import SYMBOL

Kind = TypeVar("Kind", Section, Table, Chart)


def walk(blocks: tuple[Block, ...] | tuple[Section, ...], depth: int = 1) -> Iterator[tuple[Block, int]]:
    """Every block in reading order with its depth; a section comes before what it holds. Top sections have depth 1."""
    for block in blocks:
        yield block, depth
        if isinstance(block, Section):
            yield from walk(block.blocks, depth + 1)


def of_kind(report: Report, kind: type[Kind]) -> list[Kind]:
    """Every section, table or chart of the report in reading order."""
    return [block for block, _ in walk(report.sections) if isinstance(block, kind)]


def anchors(report: Report) -> dict[int, str]:
    """An anchor for each section, table and chart, by `id(block)`: its code in safe letters, made unique.

    A block that stands twice in the tree is one object with one anchor only in its first place; sections don't do so.
    """
    taken: dict[str, int] = {}
    named: dict[int, str] = {}
    for block, _ in walk(report.sections):
        if isinstance(block, Section | Table | Chart):
            named[id(block)] = _unique(f"{_prefix(block)}{_safe(block.code)}", taken)
    return named


def _prefix(block: Section | Table | Chart) -> str:
    return {Section: "", Table: "table-", Chart: "chart-"}[type(block)]


def _safe(code: str) -> str:
    return re.sub("[^a-z0-9]+", "-", code.lower()).strip("-") or "part"


def _unique(wanted: str, taken: dict[str, int]) -> str:
    taken[wanted] = taken.get(wanted, 0) + 1
    if taken[wanted] == 1:
        return wanted
    return _unique(f"{wanted}-{taken[wanted]}", taken)


# A cell of more letters is a sentence with numbers in it, not a number.
NUMBER_LETTERS = 28


def number_columns(table: Table) -> list[bool]:
    """For each column, whether it is set as numbers: half or more of its filled cells are short and hold one.

    A mark for a withheld number stands where the number would.
    """
    across = range(max((len(row) for row in table.rows), default=0))
    return [_holds_numbers([row[at] for row in table.rows[table.header_rows :] if at < len(row)]) for at in across]


def _holds_numbers(cells: list[Text]) -> bool:
    filled = [cell for cell in cells if line(cell) not in ("", SYMBOL)]
    numbers = [cell for cell in filled if figures_of(cell) and len(line(cell)) <= NUMBER_LETTERS]
    return bool(numbers) and 2 * len(numbers) >= len(filled)
