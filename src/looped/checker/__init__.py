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
