"""What changed since an earlier moment or edition: each changed figure, old, new and why."""

from looped.reports.book import Book
from looped.reports.nodes import Block, Paragraph, Section, Table, Text

TITLE = "Figures restated"


def section(book: Book) -> Section | None:
    """A row a changed figure; None where the report wasn't asked to compare."""
    if book.restatements is None:
        return None
    lead = Paragraph((f"Compared with the figures as at {book.since_title}.",))
    if not book.restatements:
        return Section("restated", TITLE, (lead, Paragraph(("No figure has changed.",))))
    rows: list[tuple[Text, ...]] = [(("Figure",), ("Was",), ("Is",), ("Cause",))]
    rows += [((r.title,), r.before, r.after, (r.cause,)) for r in book.restatements]
    blocks: tuple[Block, ...] = (lead, Table("restated", "Changed figures", tuple(rows)))
    return Section("restated", TITLE, blocks)
