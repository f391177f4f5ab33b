"""A SOURCE as typed: a workbook is read and its rows handed over, everything else is opened where it lies."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from looped.errors import UnreadableError
from looped.figures.caseload import Caseload, caseload_of
from looped.figures.cube import Cube, count
from looped.figures.schema import Rows
from looped.figures.sources import open_source
from looped.reports.material import Material
from looped.returns.model import Problem
from looped.rubric.framework import Framework

DATABASES = (".sqlite3", ".sqlite", ".db")


@dataclass(frozen=True)
class Opened:
    """What a SOURCE holds. what: rows, or the address to count at. material: words around the figures.

    problems, skipped: what was wrong in a workbook, and its sheets passed over. checksum: of the workbook, SHA-256.
    """

    what: Rows | str
    title: str
    material: Material = field(default_factory=Material)
    problems: tuple[Problem, ...] = ()
    skipped: tuple[str, ...] = ()
    checksum: str | None = None

    @property
    def refused(self) -> int:
        """How many rows aren't in any figure because they couldn't be read."""
        return len({(each.sheet, each.row) for each in self.problems if each.level == "refused"})

    def count(self, moment: datetime, frameworks: Iterable[Framework] | None = None) -> Cube:
        """The cube as at `moment` (UTC without zone). frameworks: left out, those that ship."""
        with open_source(self.what) as source:
            return count(source, moment, frameworks)

    def caseload(self, month: str, moment: datetime) -> Caseload | None:
        """The open caseload at the end of a month, as known at `moment`; None where none is recorded."""
        if isinstance(self.what, Rows) and not self.what.tables.get("caseload"):
            return None
        with open_source(self.what) as source:
            return caseload_of(source, (month,), moment).get(month)


def open_for(source: str | None) -> Opened:
    """What a SOURCE of the command line holds.

    source: a workbook, a folder of Parquet files or a database address; None is the record: the embedded database, or
    that of DATABASE_URL.
    Raises: UnreadableError where nothing is there, or nothing in it can be read.
    """
    if source is None:
        kept_in = os.environ.get("DATABASE_URL", "")
        if kept_in.startswith(("postgresql://", "postgres://")):
            return Opened(kept_in, "the record")
        return _embedded(embedded_database())
    path = Path(source)
    if source.startswith("spark:") or "://" in source or path.is_dir() or path.suffix in DATABASES:
        return Opened(source, source)
    return _workbook(path)


def embedded_database() -> Path:
    """Where the embedded database is: DATABASE_URL's file, else LOOPED_HOME/looped.sqlite3, else in ./looped-data."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("sqlite:///"):
        return Path(given.removeprefix("sqlite:///"))
    return Path(os.environ.get("LOOPED_HOME") or "looped-data") / "looped.sqlite3"


def _embedded(path: Path) -> Opened:
    if not path.is_file():
        raise UnreadableError(
            f"There is no database at {path} yet. Name a workbook of returns, or take one in with `looped import`."
        )
    return Opened(f"sqlite:///{path}", "the record")


def _workbook(path: Path) -> Opened:
    from looped.returns.child import read_returns_safely

    read = read_returns_safely(path, tables_only=True)
    return Opened(read.rows, read.document, read.material, read.problems, read.skipped, read.checksum)
