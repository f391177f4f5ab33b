"""What a report tells beside what sums it up: its figures with their words, and what its sentences and tables make."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import accumulate, pairwise, permutations

from looped.checker.counted import numbers
from looped.checker.document import Paragraph
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.sheet import Sheet
from looped.checker.telling_words import stems

MOST = 14
WORD = re.compile(r"[A-Za-z’']{3,}")
# "From 38% on placebo to 56%".
FROM = pattern_of(r"\bfrom (?:just |only )?$", re.I)
TO = pattern_of(r"(?: [a-z’'-]+){0,4} to (?:just |only )?", re.I)
AND = re.compile(r"(?: [a-z’'-]+){0,2} and (?:in |the |another )?")
TABLE = stems("table")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Told:
    """A figure of the report with the words told with it. shown: where it stands; whole: of all that a table counts."""

    kind: str
    value: Decimal
    words: frozenset[str]
    shown: str
    whole: bool = False
    base: int | None = None
    unit: str = ""
    clause: str = ""
    step: Decimal = Decimal(1)
    row: int | None = None
    name: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Report:
    """What a report tells beside what sums it up: each of it read when it is first asked for."""

    rest: Sequence[Paragraph]
    sheets: Sequence[Sheet]

    @cached_property
    def stated(self) -> frozenset[Decimal]:
        """Every number in it."""
        return frozenset(_stated(self.rest, self.sheets))

    @cached_property
    def made(self) -> frozenset[Decimal]:
        """What its sentences and tables make."""
        return frozenset(_made_known(self.rest, self.sheets))

    @cached_property
    def known(self) -> frozenset[Decimal]:
        """Every number in it, and what is made of them."""
        return self.stated | self.made

    @cached_property
    def shares(self) -> frozenset[Decimal]:
        """The numbers that may be shares."""
        return frozenset([*_shares(self.rest, self.sheets), *(n for n in _stated((), self.sheets) if n % 1)])

    @cached_property
    def pairs(self) -> Sequence[tuple[Decimal, Decimal]]:
        """Its figures that stand together."""
        return [*_pairs(self.rest, self.sheets)]

    @cached_property
    def told(self) -> Sequence[Told]:
        """Its figures with their words."""
        return [*told_in(self.rest), *_told_by(self.sheets)]

    @cached_property
    def lines(self) -> Sequence[Sequence[Told]]:
        """Those of its sentences and rows."""
        return [*_lines(self.rest, self.sheets)]


def clause_of(read: Passage, entry: Entry) -> str:
    """The words about a figure; of one that something went to, those about what it came from; of a lone one, all."""
    own = read.of_sentence(entry.sentence)
    if len(own) == 1:
        sentence, low = read.sentence(entry.sentence), read.starts[entry.sentence]
        return f"{sentence[: entry.start - low]} {sentence[entry.end - low :]}"
    at = place_in(own, entry)
    last = own[at - 1] if at else None
    if last and FROM.search(read.text[: last.start]) and TO.fullmatch(read.text[last.end : entry.start]):
        return f"{last.before} {entry.before} {entry.after}"
    return f"{entry.before} {entry.after}"


def place_in(own: Sequence[Entry], entry: Entry) -> int:
    """Which figure of its sentence it is."""
    return next(at for at, each in enumerate(own) if each.start == entry.start)


def _lines(rest: Iterable[Paragraph], sheets: Iterable[Sheet]) -> Iterator[Sequence[Told]]:
    """The figures of each sentence and of each row."""
    for paragraph in rest:
        read = passage(paragraph.text)
        yield from ([_told(read, each) for each in read.of_sentence(at)] for at in range(len(read.starts)))
    for sheet in sheets:
        told = [*_told_by([sheet])]
        yield from ([each for each in told if each.row == at] for at in range(len(sheet.labels)))


def _stated(rest: Iterable[Paragraph], sheets: Iterable[Sheet]) -> set[Decimal]:
    """Every number that stands in the report."""
    texts = [paragraph.text for paragraph in rest]
    for sheet in sheets:
        texts += [*sheet.labels, *(cell for row in sheet.texts for cell in row)]
    found = {Decimal(each.replace(",", "")) for text in texts for each in NUMBER.findall(text)}
    return found | {Decimal(n) for paragraph in rest for n in numbers(passage(paragraph.text))}


def _made_known(rest: Iterable[Paragraph], sheets: Iterable[Sheet]) -> set[Decimal]:
    """What the sentences and the tables of a report make."""
    found = {each for sheet in sheets for each in _made(sheet)}
    for paragraph in rest:
        read = passage(paragraph.text)
        found |= {Decimal(entry.base) - entry.value for entry in read.entries if entry.base}
        for at in range(len(read.starts)):
            own = [e.value for e in read.of_sentence(at)]
            found |= {sum(own, Decimal(0)), *(own[0] - n for n in own[1:2])}
            # "So that 117 and 112 were analysed".
            pairs = pairwise(e for e in read.of_sentence(at) if e.kind == "count")
            found |= {a.value + b.value for a, b in pairs if AND.fullmatch(read.text, a.end, b.start)}
    return found


def _made(sheet: Sheet) -> Iterator[Decimal]:
    """What a table gives: how many rows it has, and the sums of its rows and columns and of cells side by side."""
    yield from (Decimal(len(sheet.labels)), Decimal(len(sheet.labels) - 1))
    rows = [row for at, row in enumerate(sheet.cells) if at != sheet.total]
    for column in zip(*rows, strict=True):
        values = [each.value for each in column if each and each.unit != "%"]
        yield from list(accumulate(values))[1:]
        yield from list(accumulate(reversed(values)))[1:]
    # "Very or fairly satisfied": of two shares side by side.
    for column in zip(*rows, strict=True):
        shares = [each.share.value for each in column if each and each.share]
        # What two rounded shares make may be one more or less.
        yield from (one + other + off for one, other in pairwise(shares) for off in (-1, 0, 1))
        counts = [each.count for each in column if each and each.count is not None]
        every = sum(counts)
        yield from (_rounded(one + other, every) for one, other in pairwise(counts) if every)
    if sheet.total is not None:
        whole = [each.value for each in sheet.cells[sheet.total] if each and each.unit != "%"]
        yield from (abs(a - b) for a, b in permutations(whole, 2))


def _rounded(part: int, whole: int) -> Decimal:
    """A share in whole per cent."""
    return (Decimal(part) * 100 / whole).quantize(Decimal(1), ROUND_HALF_UP)


def _pairs(rest: Iterable[Paragraph], sheets: Iterable[Sheet]) -> Iterator[tuple[Decimal, Decimal]]:
    """The figures that stand together in a paragraph, a row or a column: one may be a share of another."""
    for paragraph in rest:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = [*read.of_sentence(at - 1), *read.of_sentence(at)]
            yield from permutations([e.value for e in own if e.kind != "share"][:MOST], 2)
            yield from ((e.value, Decimal(e.base)) for e in own if e.base)
    for sheet in sheets:
        for row in sheet.cells:
            values = [each.value for each in row if each][:MOST]
            yield from permutations([*values, sum(values, Decimal(0))], 2)
        for column in zip(*sheet.cells, strict=True):
            values = [each.value for each in column if each]
            wholes = {sum(values, Decimal(0)), max(values, default=Decimal(0))}
            yield from ((each, whole) for each in (*values, *accumulate(values)) for whole in wholes)


def _shares(rest: Iterable[Paragraph], sheets: Iterable[Sheet]) -> Iterator[Decimal]:
    """The shares of the prose and of the tables, those beside their counts too."""
    for entry in (entry for paragraph in rest for entry in passage(paragraph.text).entries):
        if entry.kind == "share":
            yield entry.value
        elif entry.kind == "count" and entry.share:
            yield entry.share.value
    yield from (each.value for sheet in sheets for row in sheet.cells for each in _of_share_columns(sheet, row))
    for cell in (cell for sheet in sheets for row in sheet.cells for cell in row if cell):
        if _kind(cell) == "share":
            yield cell.value
        if cell.count is not None and cell.share:
            yield cell.share.value


def _of_share_columns(sheet: Sheet, row: Sequence[Figure | None]) -> Iterator[Figure]:
    return (cell for cell, kind in zip(row, sheet.kinds, strict=True) if cell and kind == "share")


def told_in(rest: Iterable[Paragraph]) -> Iterator[Told]:
    """The figures of the prose, with the words of their clauses."""
    for paragraph in rest:
        read = passage(paragraph.text)
        for entry in read.entries:
            told = _told(read, entry)
            if entry.kind == "count" and entry.base:
                yield replace(told, value=Decimal(entry.base), base=None)
            if entry.kind == "count" and entry.share:
                yield replace(told, kind="share", value=entry.share.value)
            yield told


def _told(read: Passage, entry: Entry) -> Told:
    clause = clause_of(read, entry)
    shown = read.sentence(entry.sentence).strip()
    return Told(
        entry.kind,
        entry.value,
        stems(clause),
        shown,
        base=entry.base,
        unit=entry.unit,
        clause=clause,
        step=entry.step,
        nouns=_nouns(clause),
    )


def _nouns(text: str) -> frozenset[str]:
    return frozenset(map(stem, WORD.findall(text)))


def _told_by(sheets: Iterable[Sheet]) -> Iterator[Told]:
    """The figures of tables, with their row, their column and the table's caption."""
    for sheet in sheets:
        caption = stems(sheet.caption) - TABLE
        for at, (label, row) in enumerate(zip(sheet.labels, sheet.cells, strict=True)):
            own = frozenset[str]() if at == sheet.total else stems(label)
            for column, (head, cell) in enumerate(zip(sheet.heads, row, strict=True)):
                if cell:
                    words, shown = own | stems(head) | caption, f"{label}, {head}: {cell.text}"
                    nouns = _nouns(f"{sheet.caption} {sheet.corner} {head}")
                    told = Told(
                        _kind_at(sheet, column, cell),
                        cell.value,
                        words,
                        shown,
                        at == sheet.total,
                        row=at,
                        name=own,
                        nouns=nouns,
                    )
                    yield told
                    if cell.count is not None and cell.share:
                        yield replace(told, kind="share", value=cell.share.value)


def _kind_at(sheet: Sheet, column: int, cell: Figure) -> str:
    """A number without a sign is a share under a head or a caption that says so."""
    return "share" if sheet.kinds[column] == "share" else _kind(cell)


def _kind(cell: Figure) -> str:
    return "share" if cell.unit == "%" else "money" if cell.unit in ("£", "€", "$") else "count"
