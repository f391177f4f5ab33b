"""What a list tells of one name with its base, told again of that name alone: "as said, at Oban 6 of the 15 had it"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER
from looped.checker.listing import Listing, Named, listings
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.retelling import negated

FEWEST = 2
# What is said of any count, and of those who are told.
COMMON = stems(
    "found seen was were had have has been recorded noted shown showed in of at the and for on said reported "
    "all as above "
    "that a an to by with set out earlier stated told out already this section report summary short brief there it"
)
SOME = pattern_of(
    r"\b(?:only|new|now|also|other|if|would|should|who|whose|except|again|since|last|by then|this time|at least)\b",
    re.I,
)


@dataclass(frozen=True)
class Again:
    """A count told again with another number, and the one in the list."""

    paragraph: Paragraph
    read: Passage
    entry: Entry
    first: Named


@dataclass(frozen=True)
class Listed:
    """A list with what its sentence says: before the first of its names, and in all."""

    listing: Listing
    said: frozenset[str]
    denied: bool
    words: frozenset[str]


def listed_again(paragraphs: Sequence[Paragraph]) -> Iterator[Again]:
    """Each count with its base, in a sentence that says the same of one name of a list before it, that is another."""
    known: list[Listed] = []
    for paragraph in paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = [each for each in read.of_sentence(at) if each.base and each.kind == "count"]
            if len(own) == 1 and known:
                yield from _told(paragraph, read, own[0], known)
            known += _lists(read, at)


def _lists(read: Passage, at: int) -> Iterator[Listed]:
    """The lists of a sentence in which each has its base and its name, with what is said of them."""
    for each in listings(read):
        based = all(item.entry.base and item.entry.kind == "count" and item.telling for item in each.items)
        apart = len({item.telling for item in each.items}) == len(each.items) >= FEWEST
        if each.sentence == at and based and apart:
            lead = read.text[read.starts[at] : each.items[0].entry.start]
            said = frozenset(word for word in stems(lead.replace("-", " ")) if word.isalpha()) - COMMON
            yield Listed(each, said, negated(read.sentence(at)), stems(read.sentence(at).replace("-", " ")))


def _told(paragraph: Paragraph, read: Passage, entry: Entry, known: Sequence[Listed]) -> Iterator[Again]:
    text = read.sentence(entry.sentence)
    if EARLIER.search(text) or SOME.search(text):
        return
    words = stems(text.replace("-", " "))
    found = []
    for listed in known:
        named = [each for each in listed.listing.items if each.telling <= words]
        # "Young care team" has all the words of "Care team".
        most = max((len(each.telling) for each in named), default=0)
        named = [each for each in named if len(each.telling) == most]
        if len(named) != 1 or named[0].entry.base != entry.base or negated(text) != listed.denied:
            continue
        own = listed.said - named[0].telling
        more = {word for word in words if word.isalpha()} - listed.words - COMMON
        if own and 2 * len(own & words) >= len(own) and len(more) < FEWEST:
            found.append(Again(paragraph, read, entry, named[0]))
    # Of two lists, of two times say, either may be meant.
    yield from found[:1] if all(each.first.entry.count != entry.count for each in found) else ()
