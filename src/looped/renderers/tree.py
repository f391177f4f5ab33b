"""Walks over a report: its blocks in order, and an anchor of its own for each."""

import re
from collections.abc import Iterator
from typing import TypeVar

from looped.reports.nodes import Block, Chart, Report, Section, Table

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
