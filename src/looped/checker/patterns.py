"""Patterns that are tried only where the letters stand that any match must have.

A rule's pattern fits few sentences, and trying it costs tens of times what looking for a few letters does. What any
match must have is read from the pattern itself, so no list can fall behind; what nothing is sure of is tried always.
The texts that every rule asks for are read once (`known`, `lexicon.py`); in others the letters are looked for.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, reduce
from operator import or_
from sys import maxsize
from typing import Any, Generic, TypeVar

from looped.checker.letters import FAR, all_needs_of, bare, reach_of
from looped.checker.lexicon import Lexicon
from looped.checker.needed import kept

Read = TypeVar("Read")


class Shelf:
    """Every pattern there is, by number, and what has been read of texts for them."""

    def __init__(self) -> None:
        """Patterns put themselves on it as modules are loaded."""
        self.patterns: list[Pattern] = []
        self.lexicon = Lexicon(())

    def read(self, text: str) -> int:
        """Which of all patterns a text may have a match of, bit by bit; the text is known from then on."""
        return self.whole().read(text)

    def whole(self) -> Lexicon:
        """What has been read, for every pattern that there is by now."""
        if self.lexicon.size != len(self.patterns):
            # A new one instead of more in the old: who reads in it at this moment finds it whole.
            self.lexicon = Lexicon([each.all_needs for each in self.patterns])
        return self.lexicon


SHELF = Shelf()


def known(text: str) -> str:
    """A text that many patterns will be put to: it is read for all of them."""
    SHELF.read(text)
    return text


class Texts(Generic[Read]):
    """Things that have a text each, such as sentences: every rule asks for those that may have what it looks for."""

    def __init__(self, things: Iterable[Read], of: Callable[[Read], str]) -> None:
        """of: the text of each."""
        self.things, self.of = tuple(things), of
        self.lexicon: Lexicon | None = None
        self.read: list[int] = []
        self.union = 0

    def with_any(self, patterns: Sequence["Pattern"]) -> list[Read]:
        """Those whose text may have a match of one of the patterns."""
        if self.lexicon is not SHELF.whole():
            self.lexicon = SHELF.whole()
            self.read = [self.lexicon.read(self.of(each)) for each in self.things]
            self.union = reduce(or_, self.read, 0)
        bits = reduce(or_, (each.bit for each in patterns))
        if not self.union & bits:
            return []
        return [each for each, read in zip(self.things, self.read, strict=True) if read & bits]


def those_in(text: str, patterns: Iterable["Pattern"]) -> list["Pattern"]:
    """Those of several patterns that a text may have a match of."""
    read = SHELF.read(text)
    return [each for each in patterns if read & each.bit]


class Pattern:
    """A compiled pattern with the methods of `re.Pattern` that rules use. needs: one of these is in any match."""

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keeps the source: it is read when the pattern is first tried, and compiled when a text has what it needs."""
        self.pattern, self.flags = source, flags
        self.number = len(SHELF.patterns)
        self.bit = 1 << self.number
        SHELF.patterns.append(self)

    @cached_property
    def all_needs(self) -> list[tuple[str, ...]]:
        """Lists of letters: any match has one of each."""
        known = kept(self.pattern, self.flags)
        return all_needs_of(self.pattern, self.flags) if known is None else known

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """What any match must have one of, the most telling list; nothing where that can't be told."""
        return bare(self.all_needs)

    @cached_property
    def least(self) -> int:
        """How many letters any match has at least."""
        return min(map(len, self.needs), default=0)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self.flags)

    def may_be_in(self, text: str) -> bool:
        """Whether a text has what any match must have."""
        lexicon = SHELF.lexicon
        read = lexicon.texts.get(text)
        if read is not None and self.number < lexicon.size:
            return read & self.bit != 0
        return len(text) >= self.least and (not self.needs or any(map(text.lower().__contains__, self.needs)))

    @cached_property
    def reach(self) -> int | None:
        """How far before the end of a text a match can begin, for a pattern that ends there; None for others."""
        return reach_of(self.pattern, self.flags)

    def search(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.search`; what stands at the end of a text is looked for near it."""
        if len(text) > FAR and self.reach is not None:
            pos = max(pos, min(len(text), endpos) - self.reach)
        within = text[pos:endpos] if pos or endpos < len(text) else text
        return self.compiled.search(text, pos, endpos) if self.may_be_in(within) else None

    def match(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        # Tried at one place only, which costs less than asking; but it isn't compiled for texts that have none.
        ready = "compiled" in self.__dict__
        return self.compiled.match(text, pos, endpos) if ready or self.may_be_in(text) else None

    def fullmatch(self, text: str, pos: int = 0, endpos: int = maxsize) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, pos, endpos) if self.may_be_in(text) else None

    def finditer(self, text: str, pos: int = 0, endpos: int = maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, pos, endpos) if self.may_be_in(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """As `re.Pattern.findall`."""
        return self.compiled.findall(text) if self.may_be_in(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """As `re.Pattern.split`."""
        return self.compiled.split(text, maxsplit) if self.may_be_in(text) else [text]

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(by, text, count) if self.may_be_in(text) else text


@cache
def pattern_of(source: str, flags: int = 0) -> Pattern:
    """A pattern to be put to many texts: one for each source, or each new one would have all texts read anew.

    >>> pattern_of(r"\\bdoubl\\w+|trebl\\w+").needs
    ('doubl', 'trebl')
    """
    return Pattern(source, flags)


def needs_of(source: str, flags: int) -> tuple[str, ...]:
    """Letters of which any match has one, in small letters; none where nothing is sure.

    >>> needs_of(r"\\b(?:rose|r(?:ise|isen)|gr[eo]w) by \\d+", 0)
    ('rose by ', 'rise by ', 'risen by ', 'grew by ', 'grow by ')
    """
    return bare(all_needs_of(source, flags))
