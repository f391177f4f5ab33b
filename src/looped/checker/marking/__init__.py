"""The document back with what was found in it: comments in a Word file's margin, notes on a PDF's pages.

The file is hostile still: it is opened again in a limited process, and never in ours.
"""

import json
from pathlib import Path

from looped.checker.finding import Finding
from looped.files.limited import Limits, run_limited

LIMITS = Limits(memory=2 << 30, seconds=300)


def marked(path: Path, findings: list[Finding]) -> bytes | None:
    """The file's copy with a mark at each finding; None for a kind that can't be marked. Raises: UnreadableError."""
    from looped.checker.marking import pdf, word

    mark = {".docx": word.mark, ".pdf": pdf.mark}.get(path.suffix.lower())
    if mark is None:
        return None
    told = json.dumps([_told(finding) for finding in findings])
    return bytes(run_limited(mark, str(path.resolve()), told, subject=path.name, limits=LIMITS))


def note_of(finding: Finding) -> str:
    """A finding as a note in a margin."""
    place = " / ".join(part for part in (finding.where.row, finding.where.column) if part)
    head = f"{finding.verdict.capitalize()}: {finding.quote}" + (f" ({place})" if place else "")
    expected = f" Expected: {finding.expected}." if finding.expected else ""
    return f"{head}. {finding.why}.{expected}"


def _told(finding: Finding) -> dict[str, str | int | None]:
    place = finding.where
    return {
        "quote": finding.quote,
        "row": place.row,
        "column": place.column,
        "table": place.table,
        "page": place.page,
        "verdict": finding.verdict,
        "note": note_of(finding),
    }
