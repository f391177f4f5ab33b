"""Which sections a report has, in which order. A new section is a file in `sections/` and a line here."""

from collections.abc import Callable
from dataclasses import replace

from looped.reports.book import Book
from looped.reports.nodes import Report, Section
from looped.reports.sections import (
    analysis,
    coverage,
    domains,
    feedback,
    front,
    ladder,
    method,
    moderation,
    over_time,
    overall,
    published,
    restated,
    services,
    steps,
    strongest,
    summary,
)

BOARD: tuple[Callable[[Book], Section | None], ...] = (
    front.section,
    restated.section,
    summary.section,
    overall.section,
    moderation.section,
    domains.section,
    strongest.section,
    feedback.section,
    ladder.section,
    over_time.section,
    services.section,
    analysis.section,
    steps.section,
    coverage.section,
    method.section,
)


PUBLISHED: tuple[Callable[[Book], Section | None], ...] = (
    published.read,
    published.overall,
    published.domains,
    published.method,
)


def board_report(book: Book, status: str = "Draft") -> Report:
    """The report that the board reads, whole."""
    return _report(book, "Practice audits: report to the Improvement Board", BOARD, status)


def published_report(book: Book, status: str = "Draft") -> Report:
    """The edition for publication: small numbers withheld, as `book.withheld` says."""
    return replace(_report(book, "Practice audits: figures for publication", PUBLISHED, status), audience="public")


def _report(book: Book, title: str, outline: tuple[Callable[[Book], Section | None], ...], status: str) -> Report:
    sections = tuple(made for make in outline if (made := make(book)) is not None)
    return Report(
        title=title,
        organisation=book.organisation,
        period=(book.first, book.last),
        period_title=book.period_title,
        as_at=book.as_at,
        as_at_title=book.as_at_title,
        sections=sections,
        status=status,
    )
