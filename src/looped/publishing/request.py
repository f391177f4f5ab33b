"""What somebody asks for when they ask for a report, and what they get."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from looped.figures.every import FigureRow
from looped.reports.nodes import Report
from looped.reports.withholding import SMALL
from looped.returns.model import Problem

FORMATS = ("html", "pdf", "docx", "xlsx", "json")


@dataclass(frozen=True)
class Request:
    """source: a workbook, folder or address; None is the embedded database. first, last: months, "2024-04".

    as_at, since: moments in UTC without zone; since None compares with nothing. out: the folder to write to.
    disclosure: an edition for publication, counts up to `small` withheld. published: the report.json of each report
    that is published already, as text. xmr_rules: the dialect of Making Data Count's rules (`stats/mdc_rules.py`); None
    is the usual one.
    """

    source: str | None
    first: str
    last: str
    as_at: datetime
    out: Path
    since: datetime | None = None
    formats: tuple[str, ...] = FORMATS
    organisation: str = "Children’s services"
    status: str = "Draft"
    disclosure: bool = False
    small: int = SMALL
    published: tuple[str, ...] = ()
    xmr_rules: str | None = None


@dataclass(frozen=True)
class Drawn:
    """A report drawn and read back, not yet written. contents: each file by its suffix.

    exposed: withheld small counts that what was published before gives away.
    """

    report: Report
    figures: tuple[FigureRow, ...]
    contents: dict[str, bytes]
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...]
    exposed: int = 0

    @property
    def empty(self) -> bool:
        """Whether not one audit is counted in it."""
        return not any(row.count for row in self.figures if row.figure == "audits")


@dataclass(frozen=True)
class Made:
    """The files written, the tree they draw, and what was wrong in what was read. empty: no audit is of its period."""

    files: tuple[Path, ...]
    report: Report
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...]
    exposed: int = 0
    empty: bool = False
