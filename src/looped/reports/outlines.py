"""Which sections a report has, in which order. A new section is a file in `sections/` and a line here."""

from collections.abc import Callable

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


def board_report(book: Book, status: str = "Draft") -> Report:
    """The report that the board reads, whole."""
    sections = tuple(made for make in BOARD if (made := make(book)) is not None)
    return Report(
        title="Practice audits: report to the Improvement Board",
        organisation=book.organisation,
        period=(book.first, book.last),
        period_title=book.period_title,
        as_at=book.as_at,
        as_at_title=book.as_at_title,
        sections=sections,
        status=status,
    )
