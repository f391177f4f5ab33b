"""Paragraphs in one way of writing figures: whatever means the same is read alike by every rule.

"12 per cent" is read as "12%", "8 files – 13% – were late" and "8 files, 13%, were late" as "8 files (13%) were late",
and the mark of a source behind a full stop ("late.[4] The") isn't read. A finding quotes the paragraph as it stands.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from looped.checker.document import Block, Document, Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.quieting import SPELT

PER_CENT = pattern_of(r"(?:(?<=\d)\s?|(?<=[(\[]))per ?cent\b(?!-)", re.I)
MIDDLE_DOT = pattern_of(r"(?<=\d)·(?=\d)")
SOURCE = pattern_of(r"(?<=[.,;:!?a-z%)”\"])\[(?:\d{1,3}(?:(?:, ?|–|-)\d{1,3})*|\^\w{1,3})\](?=\s|$)")
# "[1] Base: the 62 in the sample": what a share is of, and no source.
NOTE = pattern_of(
    r"\s*(?P<mark>\[(?:\d{1,3}|\^\w{1,3})\])[^.]*?(?:\b(?:percentages?|per cent|shares?|base|denominator|proportions?|"
    r"out of|applicable|"
    r"excludes?|excluding|\d+ of (?:the )?\d+)\b|%)",
    re.I,
)
COUNTED = rf"(?<![\w.,£%])(?:\d[\d,]*|{SPELT})(?: (?!(?:and|or|to|than|from|by|in|of)\b)[a-z’'-]+){{0,4}}"
# "13 audits out of 50".
THINGS_OUT_OF = pattern_of(
    rf"(?<![\w.,£%])(?P<n>\d[\d,]*|{SPELT}) (?P<what>(?:[a-z-]+ )?(?:[a-z-]+s|people|staff|children|men|women)) out of "
    r"(?P<m>(?:the |these |our |all )?\d[\d,]*)(?![\w%.])",
    re.I,
)
# "A sample of 25 journals from 1,704".
SAMPLED = pattern_of(
    rf"(?P<lead>\b(?:samples?|selection) of {COUNTED}|\b(?:sampled|selected|drew|picked) {COUNTED})"
    r",? (?:(?:drawn|taken|selected|chosen|picked)(?: at random)? )?from (?=(?:the |a total of |all |a list of )?\d)",
    re.I,
)
DONE = r"(?=(?:were|was|had|have|has|did|do|said|say|lacked|who|which|that|met|made|came|went|are|is|[a-z]+ed)\b)"
SHARE = r"\d+(?:\.\d+)?%"
BETWEEN_DASHES = pattern_of(rf"(?P<lead>{COUNTED}) [–—-] (?P<share>{SHARE}) [–—-] ", re.I)
BETWEEN_COMMAS = pattern_of(rf"(?P<lead>{COUNTED}), (?P<share>{SHARE}), {DONE}", re.I)
# "29%† (34)": the mark of a note between a share and its count.
MARKED_WITHIN = pattern_of(
    rf"(?P<first>(?<![\w.,£]){SHARE}|(?<![\w.,£%])\d[\d,]*)(?P<mark>\*{{1,3}}|[†‡§¹²³]) ?"
    rf"(?P<second>\((?:{SHARE}|\d[\d,]*)\))"
)
# "19.7% Less than satisfactory": the name of a grade, and nothing less.
LESS_THAN_GOOD = pattern_of(
    r"(?P<lead>\d(?: ?%)?\)?(?: (?:were|was|rated|graded|"
    r"judged))* )(?P<a>less) (?P<b>than) (?P<c>satisfactory|adequate|good|effective)\b",
    re.I,
)
# "GBP 9,640": the sign of a currency in letters.
CURRENCIES = {"GBP": "£", "EUR": "€", "USD": "$"}
# "4.2 Two of the six did": a paragraph's number, which is nothing that it tells of.
PARAGRAPH = pattern_of(r"^\s*\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z“\"‘(])")
CURRENCY = pattern_of(r"\b(?P<code>GBP|EUR|USD)\s?(?=\d)")
Way = tuple[Pattern, Callable[[re.Match[str]], str]]
WAYS: tuple[Way, ...] = (
    (PARAGRAPH, lambda _: ""),
    (PER_CENT, lambda _: "%"),
    (MIDDLE_DOT, lambda _: "."),
    (CURRENCY, lambda found: CURRENCIES[found["code"]]),
    (SOURCE, lambda _: ""),
    (MARKED_WITHIN, lambda found: f"{found['first']} {found['second']}{found['mark']}"),
    (LESS_THAN_GOOD, lambda found: f"{found['lead']}{found['a']}{found['b']}-{found['c']}"),
    (THINGS_OUT_OF, lambda found: f"{found['n']} out of {found['m']} {found['what']}"),
    (SAMPLED, lambda found: f"{found['lead']} out of "),
    (BETWEEN_DASHES, lambda found: f"{found['lead']} ({found['share']}) "),
    (BETWEEN_COMMAS, lambda found: f"{found['lead']} ({found['share']}) "),
)


@dataclass(frozen=True)
class Evened:
    """A text in one way of writing. origin: of each of its characters, and of its end, the place in the first text."""

    first: str
    text: str
    origin: tuple[int, ...]

    def quoted(self, words: str) -> str:
        """Words of this text as the first one has them."""
        start = self.text.find(words)
        return (
            (self.first[self.origin[start] : self.origin[start + len(words)]].strip() or words) if start >= 0 else words
        )


Changed = dict[int | None, list[Evened]]


def evened(text: str, noted: frozenset[str] = frozenset()) -> Evened:
    """A text in one way of writing. noted: the marks that a note at the foot explains, which are no sources.

    >>> evened("Of 60 files 8 – 13 per cent – were late.[2]").text
    'Of 60 files 8 (13%) were late.'
    """
    read = Evened(text, text, ())
    for pattern, by in WAYS:
        if found := [each for each in pattern.finditer(read.text) if each.group() not in noted]:
            read = _written(read, found, by)
    return read


def _written(read: Evened, found: Iterable[re.Match[str]], by: Callable[[re.Match[str]], str]) -> Evened:
    """A text with what was found written otherwise."""
    parts: list[str] = []
    places: list[int] = []
    origin = read.origin or tuple(range(len(read.text) + 1))
    last = 0
    for each in found:
        parts += [read.text[last : each.start()], by(each)]
        moved = sorted(parts[-1]) == sorted(each.group())
        places += [*origin[last : each.start()], *(_turned if moved else _spread)(origin, each, len(parts[-1]))]
        last = each.end()
    return Evened(read.first, "".join((*parts, read.text[last:])), (*places, *origin[last:]))


def _spread(origin: tuple[int, ...], found: re.Match[str], length: int) -> list[int]:
    """For each character written instead its place: the same from the start as long as there are any."""
    return [origin[min(found.start() + at, found.end())] for at in range(length)]


def _turned(origin: tuple[int, ...], found: re.Match[str], length: int) -> list[int]:
    """For what is told in another order: whoever quotes from its start quotes all of it."""
    return [origin[found.start()], *[origin[found.end()]] * (length - 1)]


def in_one_way(document: Document) -> tuple[Document, Changed]:
    """A document with its paragraphs in one way of writing, and those that were changed, by their lines."""
    changed: Changed = {}
    notes = (NOTE.match(each.text) for each in document.paragraphs)
    noted = frozenset(found["mark"] for found in notes if found)

    def written(block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.text.lstrip("# ") == block.section:
            return block
        read = evened(block.text, noted)
        if read.text == block.text:
            return block
        changed.setdefault(block.line, []).append(read)
        return replace(block, text=read.text)

    return replace(document, blocks=tuple(map(written, document.blocks))), changed


def as_printed(finding: Finding, changed: Changed) -> Finding:
    """A finding that quotes its paragraph as it stands there."""
    if finding.where.row is not None:
        return finding
    # Where a document has no lines, several paragraphs may be meant: it is the one that has the words.
    for read in changed.get(finding.where.line, ()):
        if finding.quote in read.text:
            return replace(finding, quote=read.quoted(finding.quote), stated=read.quoted(finding.stated))
    return finding
