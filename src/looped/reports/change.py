"""Whether a change can be claimed: the verdicts of the statistics, in words that can be opened."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from looped.reports.nodes import Block, Note, Text

if TYPE_CHECKING:
    from looped.reports.book import Book


@dataclass(frozen=True)
class Change:
    """One verdict in words. sentence: what may be said; because: test, counts and reason, opened on demand."""

    verdict: str
    sentence: Text
    because: Text


def change_blocks(book: "Book", code: str) -> list[Block]:
    """The verdict on one domain or `overall`; nothing where none was reached for this report."""
    change = book.change.get(code)
    return [Note("Change over the quarter", (*change.sentence, " ", *change.because))] if change else []
