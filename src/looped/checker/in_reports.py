"""What is told of a whole report: there a rule that is seldom right alone says so, and leaves it to the reader.

In a passage or one table what a sentence means is near at hand. In a report of several sections and tables it may be of
any of them, and some rules take the wrong one more often than they find a slip that no other rule finds.
"""

from collections.abc import Iterable
from dataclasses import replace

from looped.checker.document import Document
from looped.checker.finding import Finding
from looped.checker.traits import SELDOM_ALONE

FEWEST_TABLES, FEWEST_SECTIONS = 2, 4
DOUBT = "if nothing else in the report is meant"


def told_in_report(document: Document, found: Iterable[Finding]) -> list[Finding]:
    """The findings; in a whole report those of rules that are seldom right alone as arguable."""
    found = list(found)
    if not is_report(document):
        return found
    sure = {(each.where.line, each.stated) for each in found if each.is_wrong and each.code not in SELDOM_ALONE}
    return [each if (each.where.line, each.stated) in sure else _doubted(each) for each in found]


def is_report(document: Document) -> bool:
    """Whether a document has the tables and the sections of a report.

    >>> is_report(Document(()))
    False
    """
    sections = {block.section for block in document.blocks}
    return len(document.tables) >= FEWEST_TABLES and len(sections) >= FEWEST_SECTIONS


def _doubted(finding: Finding) -> Finding:
    if not finding.is_wrong or finding.code not in SELDOM_ALONE or finding.where.row is not None:
        return finding
    return replace(finding, verdict="arguable", certainty="likely", why=f"{finding.why} ({DOUBT})")
