"""What rules ask of a document: its tables understood, and the base that each column stands on."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from looped.checker.claims import Claim, Sentence, sentences_of
from looped.checker.document import Document, Paragraph, Table
from looped.checker.grid import Grid, grid_of
from looped.checker.numbers import fitting_bases
from looped.checker.patterns import Pattern, Texts
from looped.checker.prose import Passage, passage
from looped.checker.sheets.around import Placed, numbers_in, placed_in
from looped.checker.sheets.sheet import Sheet

Read = TypeVar("Read")


@dataclass(frozen=True, eq=False)
class Context:
    """A document with its tables understood. kept: what several rules read alike, by what reads it."""

    document: Document
    kept: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    def once(self, read: "Callable[[Context], Read]") -> "Read":
        """What a function reads of this document: read when first asked for, and kept for every other rule."""
        if read not in self.kept:
            self.kept[read] = read(self)
        found: Read = self.kept[read]
        return found

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables that hold numbers, in order."""
        return tuple(grid for table in self.document.tables if (grid := grid_of(table)))

    @cached_property
    def sheets(self) -> tuple[Placed, ...]:
        """The tables with their captions and notes, and where they stand."""
        return placed_in(self.document)

    @cached_property
    def _sheets_of(self) -> dict[int, list[Sheet]]:
        found: dict[int, list[Sheet]] = {}
        for placed in self.sheets:
            found.setdefault(id(placed.sheet.table), []).append(placed.sheet)
        return found

    @cached_property
    def columns_of_shares(self) -> dict[int, frozenset[int]]:
        """Of each table the columns that tell no counts: shares by its caption, or by what they make."""
        return {
            id(each.sheet.table): frozenset(at for at, kind in enumerate(each.sheet.kinds) if kind == "share")
            for each in self.sheets
        }

    def noted(self, table: Table, label: str) -> frozenset[int]:
        """The numbers of the notes that a row's mark leads to: its own base may be among them."""
        marked = [
            sheet.noted(row)
            for sheet in self._sheets_of.get(id(table), ())
            for row, own in enumerate(sheet.labels)
            if own and label.startswith(own) and sheet.marks[row]
        ]
        return frozenset(n for note in marked for n in numbers_in(note))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence of the prose, in order, with its claims."""
        return tuple(sentence for paragraph in self.document.paragraphs for sentence in sentences_of(paragraph))

    def sentences_with(self, *patterns: Pattern) -> list[Sentence]:
        """The sentences in which one of the patterns may have a match."""
        return self._sentence_texts.with_any(patterns)

    def paragraphs_with(self, *patterns: Pattern) -> list[Paragraph]:
        """The paragraphs in which one of the patterns may have a match."""
        return self._paragraph_texts.with_any(patterns)

    @cached_property
    def _sentence_texts(self) -> Texts[Sentence]:
        return Texts(self.sentences, lambda each: each.text)

    @cached_property
    def _paragraph_texts(self) -> Texts[Paragraph]:
        return Texts(self.document.paragraphs, lambda each: each.text)

    @cached_property
    def _claims(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for sentence in self.sentences:
            found.setdefault(id(sentence.paragraph), []).extend(sentence.claims)
        return found

    def claims_of(self, paragraph: Paragraph) -> list[Claim]:
        """The claims of a paragraph."""
        return self._claims.get(id(paragraph), [])

    @cached_property
    def told(self) -> list[int]:
        """Every whole number over one that the document tells, in prose and in tables, once, the least first."""
        prose = {
            n
            for paragraph in self.document.paragraphs
            for each in passage(paragraph.text).entries
            if each.kind == "count"
            for n in (each.count, each.base or 0)
        }
        cells = {value.count for grid in self.grids for row in grid.values for value in row if value.count}
        heads = {base for grid in self.grids for base in grid.bases if base}
        return sorted(n for n in prose | cells | heads if n > 1)

    @cached_property
    def totals(self) -> dict[str, int]:
        """By what heads a column: the total that tables with a total row give it, where they agree."""
        found: dict[str, Counter[int]] = {}
        for grid in self.grids:
            if grid.total is None:
                continue
            for at, label in enumerate(grid.columns):
                count = grid.values[grid.total][at].count
                if count is not None and plain(label):
                    found.setdefault(plain(label), Counter())[count] += 1
        return {label: counts.most_common(1)[0][0] for label, counts in found.items() if len(counts) == 1}


def with_shares(context: Context) -> Iterator[tuple[Paragraph, Passage]]:
    """The paragraphs that may tell a share in figures, read."""
    for paragraph in context.document.paragraphs:
        if "%" in paragraph.text or " cent" in paragraph.text:
            yield paragraph, passage(paragraph.text)


@lru_cache(maxsize=16384)
def plain(label: str) -> str:
    """A label without case, base and stray signs, for comparison."""
    return re.sub(r"\(?\bn\s*=\s*[\d,]+\)?|[^\w%]+", " ", label.lower()).strip()


@dataclass(frozen=True)
class Bases:
    """What a column's shares may be out of. stated: by the document for this column, by a header, a total row or
    another table; summed: what its parts add up to; seeming: the one base that most of its shares fit.
    """

    stated: int | None
    summed: int | None
    seeming: int | None

    @property
    def all(self) -> tuple[int, ...]:
        """Each of them once, the stated first."""
        return tuple(dict.fromkeys(base for base in (self.stated, self.summed, self.seeming) if base))


def bases_of(context: Context, grid: Grid, column: int) -> Bases:
    """The bases that a column may stand on."""
    counts = grid.counts(column)
    summed = None if None in counts or len(counts) < 2 else sum(count for count in counts if count is not None)
    return Bases(_stated(context, grid, column), summed, seeming_base(grid, column))


def _stated(context: Context, grid: Grid, column: int) -> int | None:
    if grid.bases[column] is not None:
        return grid.bases[column]
    if grid.total is not None and grid.values[grid.total][column].count is not None:
        return grid.values[grid.total][column].count
    if column == grid.total_column:
        others = [context.totals.get(plain(label)) for at, label in enumerate(grid.columns) if at != column]
        return sum(each for each in others if each is not None) if others and None not in others else None
    return context.totals.get(plain(grid.columns[column]))


def seeming_base(grid: Grid, column: int) -> int | None:
    """The base that the shares of a column fit best: one that at least three distinct shares, and most of them, fit."""
    if column not in grid.seeming:
        grid.seeming[column] = _fitting_best(grid, column)
    return grid.seeming[column]


def _fitting_best(grid: Grid, column: int) -> int | None:
    shares = [v for row in grid.parts for v in [grid.values[row][column]] if v.count and v.percent]
    if len({value.text for value in shares}) < 3:
        return None
    most = max(value.count or 0 for value in shares)
    tally: Counter[int] = Counter()
    for value in shares:
        low, high = fitting_bases(value.count or 0, value.percent) if value.percent else (1, 0)
        tally.update(range(max(low, most, 2), min(high, 4 * most + 59) + 1))
    best = max(tally.values(), default=0)
    bases = [base for base, number in tally.items() if number == best]
    enough = best >= 3 and best >= len(shares) - 1
    return bases[0] if enough and len(bases) == 1 else None
