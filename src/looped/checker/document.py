"""A written document as the checker sees it: paragraphs and tables, each with where it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import accumulate, pairwise
from typing import TypeVar


@dataclass(frozen=True)
class Paragraph:
    """A run of prose. line: 1 is the first line of the text; lines: all the lines that it fills."""

    text: str
    section: str = ""
    line: int | None = None
    lines: tuple[int, ...] = ()
    page: int | None = None

    @property
    def where(self) -> "Where":
        """Where it stands."""
        lines = self.lines or ((self.line,) if self.line else ())
        return Where(self.page, self.section or None, line=self.line, lines=lines)


@dataclass(frozen=True)
class Cell:
    """One cell of a table. line: of the text that it was read from, page: of the file; None where there is none.

    indent: by how many spaces the label of a row is set in.
    """

    text: str
    line: int | None = None
    page: int | None = None
    indent: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of cells, header rows among them. title: the caption, or the header's first words."""

    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    section: str = ""
    page: int | None = None


Block = Paragraph | Table
# So many blocks from a table what is said may be said of it.
NEAR = 8
Read = TypeVar("Read")


def kept_with_table(read: Callable[[Table], Read]) -> Callable[[Table], Read]:
    """What a function reads of a table, kept with the table: many rules ask for it, and a table never changes."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def reading(table: Table) -> Read:
        own = table.__dict__
        if name not in own:
            own[name] = read(table)
        found: Read = own[name]
        return found

    return reading


@dataclass(frozen=True)
class Document:
    """The blocks of a document in reading order. name: of the file it came from."""

    blocks: tuple[Block, ...]
    name: str = ""

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Its tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its prose, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @cached_property
    def sections(self) -> tuple[int, ...]:
        """Which section each block is in, by number: several may have one name, as "Results" in every chapter."""
        changes = (int(one.section != other.section) for one, other in pairwise(self.blocks))
        return tuple(accumulate(changes, initial=0)) if self.blocks else ()

    @cached_property
    def beside_tables(self) -> frozenset[Paragraph]:
        """The prose of sections with tables, as far as it stands near one: a text without headings is one section."""
        tables = [at for at, block in enumerate(self.blocks) if isinstance(block, Table)]
        near = {at for table in tables for at in range(table - NEAR, table + NEAR + 1) if self._are_of_one(at, table)}
        return frozenset(block for at in near if isinstance(block := self.blocks[at], Paragraph))

    def _are_of_one(self, one: int, other: int) -> bool:
        """Whether two places are of one section."""
        return 0 <= one < len(self.blocks) and self.sections[one] == self.sections[other]


@dataclass(frozen=True)
class Where:
    """Where a finding stands. line: the first line that it rests on; lines: all of them."""

    page: int | None = None
    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    line: int | None = None
    lines: tuple[int, ...] = field(default=())
