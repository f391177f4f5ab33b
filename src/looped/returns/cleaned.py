"""All that was read of a workbook, before tables are made of it."""

from dataclasses import dataclass, field

from looped.returns.model import Problem, RefusedRow
from looped.returns.taken import Taken


@dataclass(slots=True)
class Cleaned:
    """What reading gives, in the file's order. known: as in `schema.Rows`.  sheets_of_returns: by name."""

    document: str
    checksum: str
    taken: Taken = field(default_factory=Taken)
    problems: list[Problem] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    sheets_of_returns: list[str] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
