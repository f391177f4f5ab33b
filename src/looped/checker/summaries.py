"""Sentences of sections without tables, with the table of the report that they speak of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from looped.checker.context import Context
from looped.checker.document import Paragraph, Table
from looped.checker.finding import Finding
from looped.checker.patterns import Pattern, Texts
from looped.checker.prose import Passage, passage, stems
from looped.checker.remarks import Check, Remark, of_each, remarks_with, sheets_near
from looped.checker.sheets.around import Placed
from looped.checker.sheets.naming import alike, label_words, may_name_in_full, tokens_of
from looped.checker.sheets.places import otherwise_named
from looped.checker.sheets.sheet import YEAR
from looped.checker.sheets.spoken import as_spoken_of

FEWEST, FEW, MANY, FEW_LETTERS = 2, 12, 40, 2
LISTED = 3
# "3.2 Debt recovery", "Theme 2: Debt recovery".
HEADED = re.compile(
    r"^\W*(?:(?:section|part|theme|chapter|annex|appendix|area|objective) )?(?:\d[\d.]*|[a-z]\b)?[.:)–-]*\s+", re.I
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a section without tables, with the tables that it may speak of."""

    paragraph: Paragraph
    read: Passage
    at: int
    near: Sequence[Placed]

    @cached_property
    def remarks(self) -> Sequence[Remark]:
        """It with each table that has a row or a column that it names in full, or rows of the kind that it tells of."""
        every = (Remark(self.paragraph, self.read, self.at, as_spoken_of(each.sheet)) for each in self.near)
        return [each for each in every if _is_named(each)]

    @property
    def is_of_its_own(self) -> bool:
        """Whether it stands in one paragraph with a list of figures of one kind, of whatever names or times."""
        # "Up in two of the six, down in three": how many they are is no list of what each has.
        return any(
            sum(each.kind == kind and not each.text[0].isalpha() for each in own) >= LISTED
            for own in self.read.by_sentence
            for kind in ("count", "share")
        )

    @cached_property
    def remark(self) -> Remark | None:
        """It with the one table of the report that has a row it names in full; None where none or several have."""
        named = list(islice(_named(self.paragraph, self.read, self.at, self.near), FEWEST))
        return named[0] if len(named) == 1 and all(row.whole for row in named[0].rows) else None


def afar(context: Context, *needed: Pattern) -> Iterator[Remark]:
    """The sentences of sections without tables that remark on one table of the report, and may have a pattern."""
    every = context.once(_afar).with_any(needed)
    return (remark for each in every if (remark := each.remark))


def by_any_table(context: Context, check: Check, *needed: Pattern) -> Iterator[Finding]:
    """A check put to each sentence and table near it; in sections without tables, to each that it names.

    A paragraph that tells a list of its own speaks of that: "teaching 57%; safety 87%; it was highest for safety".
    """
    every = (each for each in context.once(_afar).with_any(needed) if not each.is_of_its_own)
    far = (remark for each in every for remark in each.remarks)
    return of_each((*remarks_with(context, *needed), *far), check)


def is_of_other_year(remark: Remark, words: str) -> bool:
    """Whether words tell a year that heads nothing in the table."""
    heads = " ".join((*remark.sheet.heads, remark.sheet.caption, *remark.sheet.labels))
    return any(year not in heads for year in YEAR.findall(words))


def _is_named(remark: Remark) -> bool:
    """Whether a sentence names something of a table in full, or says what its rows are."""
    sheet = remark.sheet
    if _may_be_named(remark) and any(each.whole for each in (*remark.rows, *remark.columns)):
        return True
    kinds = label_words(sheet.corner) if sheet.corner else ()
    return any(alike(word.plain, kind) for word in tokens_of(remark.text) for kind in kinds if len(kind) > 3)


def _may_be_named(remark: Remark) -> bool:
    """Whether a sentence may name something of a table in full."""
    sheet, text = remark.sheet, remark.text
    labels = tuple(sheet.labels[: sheet.total])
    return (
        may_name_in_full(text, tuple(sheet.labels))
        or may_name_in_full(text, tuple(sheet.heads))
        or bool(otherwise_named(text, labels, sheet.corner))
    )


def _afar(context: Context) -> Texts[Sentence]:
    return Texts(tuple(_sentences(context)), lambda each: each.read.sentence(each.at))


def _sentences(context: Context) -> Iterator[Sentence]:
    sheets = context.sheets
    if len(sheets) < FEWEST:
        return
    by_stem = _by_stem(sheets) if len(sheets) > FEW else None
    for place, block in enumerate(context.document.blocks):
        if isinstance(block, Table) or block.text.lstrip("# ") == block.section or "\t" in block.text:
            continue
        if sheets_near(context, place):
            continue
        read = passage(block.text)
        for at in range(len(read.starts)):
            near = sheets if by_stem is None else _that_may_be_named(by_stem, read.sentence(at))
            near = _under_named_heads(read.sentence(at), near) or near
            if near:
                yield Sentence(block, read, at, near)


def _under_named_heads(sentence: str, sheets: Sequence[Placed]) -> list[Placed]:
    """ "For debt recovery, more bills were late": of the tables those under a heading that a sentence names."""
    words = f" {re.sub(r'[^a-z0-9]+', ' ', sentence.lower())} "
    heads = {
        each.place: re.sub(r"[^a-z0-9]+", " ", HEADED.sub("", each.sheet.table.section).lower()) for each in sheets
    }
    return [
        each for each in sheets if len(heads[each.place]) > FEW_LETTERS and f" {heads[each.place].strip()} " in words
    ]


def _named(block: Paragraph, read: Passage, at: int, sheets: Iterable[Placed]) -> Iterator[Remark]:
    """A sentence with each table of which it names a row."""
    every = (Remark(block, read, at, as_spoken_of(each.sheet)) for each in sheets)
    return (each for each in every if each.rows)


def _by_stem(sheets: Sequence[Placed]) -> dict[str, dict[int, Placed]]:
    """The tables by the words of their rows: of many tables not each is put to each sentence."""
    found: dict[str, dict[int, Placed]] = {}
    for each in sheets:
        for stem in stems(" ".join((*each.sheet.labels, *each.sheet.heads, each.sheet.corner))):
            found.setdefault(stem, {})[each.place] = each
    return found


def _that_may_be_named(by_stem: dict[str, dict[int, Placed]], sentence: str) -> list[Placed]:
    """The tables that have a word of a sentence in a row's name; none where they are too many to mean one of them."""
    found: dict[int, Placed] = {}
    for stem in stems(sentence):
        found |= by_stem.get(stem, {})
    return [found[place] for place in sorted(found)] if len(found) <= MANY else []
