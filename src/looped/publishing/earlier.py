"""What is published already: editions issued for publication before, and any other report that is named."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from looped.errors import UnreadableError, UsageError
from looped.figures.every import all_figures
from looped.figures.periods import months
from looped.publishing.booking import frameworks_used
from looped.publishing.opening import Opened
from looped.reports.book import Book, indexed
from looped.reports.withholding import Published, Withheld, counts_of, withheld_of
from looped.rubric.framework import Framework


def withheld_in(
    book: Book, source: Opened, published: Iterable[str], small: int, frameworks: tuple[Framework, ...]
) -> Withheld:
    """What an edition for publication withholds of a book.

    published: each report published before, as the text of its report.json. Counted again as at its own moment, the
    source tells what its withheld counts were.
    Raises: UsageError where the period's audits were read by several frameworks; UnreadableError for another file.
    """
    if len(book.frameworks) > 1:
        raise UsageError("An edition for publication takes a period of one framework. Give a shorter period.")
    earlier = sorted(map(_tree, published), key=lambda tree: str(tree["as_at"]))
    now = Published(book.months, counts_of(book.rows, book.framework, book.months))
    return withheld_of(book.framework, now, [_before(tree, book, source, frameworks) for tree in earlier], small)


def _tree(text: str) -> dict[str, Any]:
    try:
        tree = json.loads(text)
        datetime.fromisoformat(tree["as_at"])
        months(tree["from"], tree["to"])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            "--published takes the report.json that `looped report` wrote beside the published report; this is none."
        ) from error
    found: dict[str, Any] = tree
    return found


def _before(tree: dict[str, Any], book: Book, source: Opened, frameworks: tuple[Framework, ...]) -> Published:
    """One published report. Of a period that another framework shares only the months in common are held together."""
    first, last = tree["from"], tree["to"]
    cube = source.count(datetime.fromisoformat(tree["as_at"]), frameworks)
    period = months(first, last)
    if frameworks_used(cube, frameworks, first, last) != book.frameworks:
        period = tuple(month for month in period if month in book.months)
        first, last = (period[0], period[-1]) if period else (book.first, book.first)
    shown = {code: value for code, value in _shown(tree) if len(period) > 1 or _of_a_month(code, period)}
    rows = indexed(all_figures(cube, frameworks, first, last))
    return Published(period, counts_of(rows, book.framework, period), shown)


def _of_a_month(code: str, period: tuple[str, ...]) -> bool:
    return any(f"/{month}" in code for month in period)


def _shown(tree: Any) -> Iterator[tuple[str, int]]:
    """Every count that a report prints, with its code: in tables, sentences and notes."""
    if isinstance(tree, list):
        for each in tree:
            yield from _shown(each)
    elif isinstance(tree, dict):
        if tree.get("unit") == "count" and isinstance(tree.get("value"), int):
            yield str(tree["code"]), tree["value"]
        else:
            for each in tree.values():
                yield from _shown(each)
