"""What changed since an earlier moment or edition: each changed figure, old, new and why."""

from looped.reports.book import Book
from looped.reports.nodes import Block, Figure, Paragraph, Section, Table, Text
from looped.reports.wording import counted

TITLE = "Figures restated"


def section(book: Book) -> Section | None:
    """A row a changed figure; None where the report wasn't asked to compare."""
    if book.restatements is None:
        return None
    lead = Paragraph((f"Compared with the figures as at {book.since_title}.",))
    if not book.restatements:
        return Section("restated", TITLE, (lead, Paragraph(("No figure has changed.",))))
    rows: list[tuple[Text, ...]] = [(("Figure",), ("Was",), ("Is",), ("Cause",))]
    counted_anew = [r for r in book.restatements if not r.base_only]
    rows += [((r.title,), r.before, r.after, (r.cause,)) for r in counted_anew]
    blocks: list[Block] = [lead]
    if counted_anew:
        blocks.append(Table("restated", "Figures whose count has changed", tuple(rows)))
    return Section("restated", TITLE, (*blocks, *_base_only(len(book.restatements) - len(counted_anew))))


def _base_only(number: int) -> list[Block]:
    if not number:
        return []
    figures = counted(Figure(number, "count", "restated/base_only"), "figure has", "figures have")
    words = " the same count as before, but out of another number of audits, so their shares have changed too."
    return [Paragraph((*figures, words), "small")]
