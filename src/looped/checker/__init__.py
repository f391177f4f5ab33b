"""Proof-reads written reports: one file a rule."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from looped.checker.finding import Finding
    from looped.reports.nodes import Report


def check_document(path: str | Path) -> "list[Finding]":
    """Findings on a file that aren't ok, in reading order. The file is read in a limited process of its own.

    Raises: UnreadableError for a file that can't be read, of a kind we don't know, or past a limit.
    """
    from looped.checker.judging import judge
    from looped.checker.opening import open_document

    return judge(open_document(Path(path))).amiss


def check_bytes(suffix: str, content: bytes) -> "list[Finding]":
    """Findings on the content of a file. suffix: ".docx", ".pdf", ".html", ".md" or ".txt". Raises as above."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / f"document{suffix}"
        path.write_bytes(content)
        return check_document(path)


def check_report(report: "Report") -> "list[Finding]":
    """Findings on a report tree of our own."""
    from looped.checker.judging import judge
    from looped.checker.readers.tree import document_of

    return judge(document_of(report)).amiss


def check_upload(name: str, content: bytes) -> "tuple[list[Finding], str]":
    """Findings on an uploaded document, and the page that shows its text with them beside it. Nothing is kept.

    name: as the sender gave it; only its ending is used, to know how to read it.  content: the file's bytes.
    The file is read in the limited process of `files`: no network, no writing, limits of size, memory and time. It is
    put down in a folder of its own, only while it is read. The page is one HTML text without scripts or addresses, to
    be sent with a policy that allows nothing else.
    Raises: UnreadableError, in one line for the sender, for what can't be read, is of no kind we know, or is too large.
    """
    from tempfile import TemporaryDirectory

    from looped.checker.judging import judge
    from looped.checker.opening import open_document
    from looped.checker.showing import as_page
    from looped.errors import UnreadableError

    with TemporaryDirectory(prefix="looped-check-") as folder:
        path = Path(folder) / f"document{Path(name).suffix.lower()}"
        path.write_bytes(content)
        try:
            document = open_document(path)
        except UnreadableError as error:
            raise UnreadableError(str(error).replace(path.name, "This document")) from error
    judgement = judge(document)
    return judgement.amiss, as_page(document, judgement)
