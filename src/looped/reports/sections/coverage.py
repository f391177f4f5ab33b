"""Which service areas each month covered, and what that does to comparison."""

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.comparable import UNNAMED, areas_of, coverage_differs
from looped.reports.nodes import Block, Figure, Note, Paragraph, Section, Table, Text
from looped.reports.tables import header
from looped.reports.wording import joined

TITLE = "Service areas covered"


def section(book: Book) -> Section:
    """A table of service areas by month, and whether the months can stand side by side."""
    blocks: list[Block] = [
        _table(book),
        *_comparison(book),
        Note("How the files were chosen", (selection_words(book),)),
    ]
    return Section("coverage", TITLE, tuple(blocks))


def _table(book: Book) -> Table:
    areas = sorted({area for month in book.months for area in areas_of(book, month)})
    rows: list[tuple[Text, ...]] = [header(book, "Service area", interval=False)]
    for area in areas:
        counts = [_count(book, month, area) for month in book.months]
        rows.append(_row(area, area, counts))
    totals = [sum(_count(book, month, area) for area in areas) for month in book.months]
    rows.append(_row("Total audits", "all", totals))
    return Table("coverage", "Audits by service area and month", tuple(rows), total_rows=(len(rows) - 1,))


def _row(label: str, code: str, counts: list[int]) -> tuple[Text, ...]:
    numbers = counts if len(counts) == 1 else [*counts, sum(counts)]
    return ((label,), *((Figure(number, "count", f"audits/{code}"),) for number in numbers))


def _count(book: Book, month: str, area: str) -> int:
    return sum(n for name, n in book.details.coverage.get(month, {}).items() if (name or UNNAMED) == area)


def _comparison(book: Book) -> list[Block]:
    if len(book.months) < 2:
        return []
    if not coverage_differs(book):
        return [Paragraph(("Every month covered the same service areas, so the months can stand side by side.",))]
    listed: list[Text] = [
        (f"{month_title(month)}: ", *joined([(area,) for area in sorted(areas_of(book, month))]))
        for month in book.months
        if areas_of(book, month)
    ]
    semicolons: list[Text] = [listed[0], *(("; ", *item) for item in listed[1:])]
    words = tuple(part for item in semicolons for part in item)
    tail = (
        ". The months covered different service areas. They can't be compared with each other, and none of them "
        "speaks for the whole service."
    )
    return [Paragraph((*words, tail))]


def selection_words(book: Book) -> str:
    """How the files were chosen, and what their shares can stand for then."""
    chosen = book.details.selections
    if chosen == ("random",):
        return "The files were drawn at random, so the shares estimate the practice of the areas covered."
    if not any(chosen):
        return (
            "The source doesn't say how the files were chosen. The shares describe the files that were read; they "
            "don't estimate the whole service."
        )
    return (
        "The files were not all drawn at random. The shares describe the files that were read; they don't estimate "
        "the whole service."
    )
