"""The tables of a document with the paragraphs that belong to them: a caption before, notes behind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from looped.checker.document import Block, Document, Paragraph, Table
from looped.checker.patterns import pattern_of
from looped.checker.readers.building import CAPTION
from looped.checker.sheets.laid_out import sheet_of
from looped.checker.sheets.naming import label_words
from looped.checker.sheets.sheet import Sheet

NOTE = pattern_of(
    # "All patients: 102. * Five were left out of these rows".
    r"^\W{0,3}(?:[^*†‡§¶]{1,60}?[.;] [*†‡§¶] ?[A-Z\d]|[*†‡§¶^¹²³]|\((?:[a-z]|i{1,3}|\d)\)|\[(?:[a-z]|\d)\]|"
    r"notes?\b|base\b|bases\b|source\b|n ?=|"
    r"percentages?\b|"
    r"figures\b|shares?\b|key\b|denominators?\b|each (?:row|line)\b|rows\b|columns\b|totals?\b|numbers?\b|"
    r"respondents could\b)(?! (?:[a-z’'-]+ ){0,2}?(?:had|have|has|rose|fell|went|grew|increased|dropped|remained|"
    r"improved)\b)",
    re.I,
)
# "All patients: 80.", before a note with a mark in the same paragraph.
WHOLE = pattern_of(r"^(?:all|total) [a-z]+(?: [a-z]+)?: ?\d[\d,]*[.;]? [*†‡§]", re.I)
MARKED = re.compile(r"(?<=[.;]) (?=[*†‡§]{1,3} ?[\w(])")
NUMBER = pattern_of(r"(?<![\d.,£/-])(\d{1,3}(?:,\d{3})+|\d+)(?![\d%/]|[.,]\d|-\d| ?per ?cent)")
LONGEST_CAPTION, LONGEST_TITLE = 240, 160
# "Row percentages; base in the second column.", "All figures are percentages of those who came."
FIGURES_ARE = pattern_of(
    r"^\W{0,3}(?:(?:row|column|all)[ -])?(?:percentages?|per cent)\b(?! (?:of|who|that|had|were|was|said|rose|fell)\b)|"
    r"^\W{0,3}(?:all |the )?(?:figures|numbers|cells|entries)(?: in the table| below| here)? (?:are|show|give) "
    r"(?:the )?(?:row |column )?(?:percentages?|per cent|shares)\b",
    re.I,
)


@dataclass(frozen=True)
class Placed:
    """A table and its place among the blocks of the document."""

    place: int
    sheet: Sheet


def placed_in(document: Document) -> tuple[Placed, ...]:
    """Each table that can be understood, with its caption and notes."""
    blocks = document.blocks
    about = _title_words(blocks)
    found = []
    for place, block in enumerate(blocks):
        if isinstance(block, Table):
            sheet = sheet_of(block, _caption(blocks, place, block), _notes(blocks, place))
            if sheet:
                found.append(Placed(place, replace(sheet, about=about)))
    return tuple(found)


def _title_words(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The telling words of a title, which everything in the document is of."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or len(first.text) > LONGEST_TITLE or re.search(r"[.!?]\s*$", first.text):
        return ()
    return tuple(word for word in label_words(first.text) if len(word) > len("abc"))


def _caption(blocks: Sequence[Block], place: int, table: Table) -> str:
    before = blocks[place - 1] if place else None
    words = table.title
    if isinstance(before, Paragraph) and len(before.text) < LONGEST_CAPTION and _captions(before.text):
        words = f"{before.text} {words}"
    return words


def _captions(text: str) -> bool:
    """Whether a paragraph before a table is its caption: named so, no full sentence, or what says what figures are."""
    return bool(CAPTION.match(text)) or bool(FIGURES_ARE.match(text)) or not re.search(r"[.!?]\s*$", text)


def _notes(blocks: Sequence[Block], place: int) -> tuple[str, ...]:
    found = []
    for block in blocks[place + 1 : place + 5]:
        if not isinstance(block, Paragraph) or not (NOTE.match(block.text) or WHOLE.match(block.text)):
            break
        found += MARKED.split(block.text)
    return tuple(found)


def numbers_in(text: str) -> list[int]:
    """The whole numbers of a note or a caption that may be bases.

    >>> numbers_in("* Of the other 1,204; 3% unknown")
    [1204]
    """
    return [int(found.replace(",", "")) for found in NUMBER.findall(text) if len(found) < 10]
