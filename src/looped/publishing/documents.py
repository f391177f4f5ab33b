"""Anybody's written document, opened to be proof-read: with words in it, or refused with what to do."""

from pathlib import Path

from looped.checker.document import Block, Document, Table
from looped.checker.opening import open_document
from looped.errors import UnreadableError


def document_at(path: Path) -> Document:
    """The document that a file holds. Raises: UnreadableError for a folder, a file without words, one of no kind."""
    if path.is_dir():
        raise UnreadableError(f"{path.name}: this is a folder, not a document. To mend it: name one document in it.")
    document = open_document(path)
    if not any(map(_has_words, document.blocks)):
        # Exit 0 would say that all of it was proof-read.
        raise UnreadableError(
            f"{path.name}: nothing in it could be read: it is empty, or has no words and figures as text. "
            "To mend it: check that it is the right file, and saved whole; of pictures nothing is read."
        )
    return document


def _has_words(block: Block) -> bool:
    texts = [cell.text for row in block.rows for cell in row] if isinstance(block, Table) else [block.text]
    return any(text.strip() for text in texts)
