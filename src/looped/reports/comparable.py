"""Whether the months of a period can stand side by side: which service areas each of them covered."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from looped.reports.book import Book

UNNAMED = "Service area not given"


def coverage_differs(book: "Book") -> bool:
    """Whether the months that have audits covered different sets of service areas."""
    sets = {areas for month in book.months if (areas := areas_of(book, month))}
    return len(sets) > 1


def areas_of(book: "Book", month: str) -> frozenset[str]:
    """Service areas with at least one audit in the month."""
    return frozenset(area or UNNAMED for area, count in book.details.coverage.get(month, {}).items() if count)
