"""Parts of a document set against each other by their headings: "The share was higher in Masts than in Sails"."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.document import Paragraph
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage, stems
from looped.checker.worth import DURATIONS, UNWANTED

THING = pattern_of(
    r"\b(?:percentages?|proportions?|shares?|rates?|figures?|results?|scores?|numbers?|counts?|compliance|"
    r"performance)\b",
    re.I,
)
MORE = pattern_of(
    r"\b(?P<word>(?P<more>higher|greater|larger|better|more)|lower|smaller|worse|poorer|fewer)\b[^.;:]{0,80}?"
    r"(?P<than> than )",
    re.I,
)
MOST = pattern_of(r"\b(?P<word>(?P<more>highest|greatest|best)|lowest|worst|poorest)\b(?P<than>(?!))?", re.I)
# "More boats were": so many of them; "more common", "more likely": a greater share.
NUMBER = pattern_of(r"(?:more|fewer) (?!common|often|likely|frequent|usual|widespread|than|of)[a-z]+", re.I)
OFTEN = pattern_of(r"more (?:common|often|likely|frequent|usual|widespread)", re.I)
WORTH = pattern_of(r"better|best|worse|worst|poorer|poorest", re.I)
UNWANTED_THING = pattern_of(rf"\b(?:{UNWANTED}|{DURATIONS}|not|no|without)\b", re.I)
# What a comparison says besides what it is of.
COMMON = pattern_of(
    r"\b(?:percentages?|proportions?|shares?|rates?|figures?|results?|scores?|numbers?|counts?|compliance|performance|"
    r"higher|greater|larger|better|lower|smaller|worse|poorer|highest|greatest|best|lowest|worst|poorest|clearly|much|"
    r"slightly|somewhat|therefore|thus|than|areas?|teams?|services?|departments?|units?|sites?|shows?|shown|above|more|"
    r"fewer|common\w*|often|likely|frequent\w*|usual|here|there|these|those|that|this|overall)\b",
    re.I,
)
OF_NUMBER = pattern_of(r"\b(?:numbers?|counts?)\b", re.I)
HEDGED = pattern_of(
    r"\b(?:not|n[’']t|no|nor|than (?:last|before|in (?:19|20)\d\d|the (?:previous|national|average))|last|previous\w*|"
    r"target|expected|would|should|may|might|if|except|rest|others?|average|both|each|either)\b",
    re.I,
)
LEAST = 2
Parts = Mapping[str, Sequence[Paragraph]]


@dataclass(frozen=True)
class Compared:
    """A sentence that sets parts against each other. shown: what each has; right: whether it is as it says."""

    text: str
    word: str
    start: int
    shown: str
    right: bool


@dataclass(frozen=True)
class Told:
    """The one figure with a share or a base under a heading, and the words of its sentence."""

    share: Decimal
    count: Decimal | None
    words: frozenset[str]


def compared(paragraph: Paragraph, own: str, parts: Parts, named: Callable[[str], str]) -> Iterator[Compared]:
    """Each sentence of a paragraph on two parts, or on the one that is the first of all."""
    read = passage(paragraph.text)
    for at, text in enumerate(read.sentences):
        said = MORE.search(text) or MOST.search(text)
        if not said or read.of_sentence(at) or HEDGED.search(text):
            continue
        number, often = NUMBER.match(text, said.start()), OFTEN.match(text, said.start())
        if not (THING.search(text) or number or often):
            continue
        told = _told(text, said, own, parts, named)
        if len(told) < LEAST or not _are_of_one(list(told.values())) or not _is_of_these(text, told):
            continue
        scope = " ".join([text, *(each.text for name in told for each in parts[name])])
        # Of what nobody wants less is better.
        if WORTH.fullmatch(said["word"]) and UNWANTED_THING.search(scope):
            continue
        counts = [each.count for each in told.values() if each.count is not None]
        counted = bool(number or OF_NUMBER.search(text))
        if counted and len(counts) < len(told):
            continue
        shares = [each.share for each in told.values()]
        ways = [counts] if OF_NUMBER.search(text) else [counts, shares] if counted else [shares]
        shown = ", ".join(f"{name} {value:f}" for name, value in zip(told, ways[0], strict=True))
        right = any(_is_so(values, up=bool(said["more"])) for values in ways)
        yield Compared(text.strip(), said["word"], read.starts[at], shown, right)


def _is_so(values: Sequence[Decimal], *, up: bool) -> bool:
    first, *rest = values
    return all(first > each if up else first < each for each in rest)


def _told(text: str, said: re.Match[str], own: str, parts: Parts, named: Callable[[str], str]) -> dict[str, Told]:
    """What each of the parts has that a comparison is of, the one that it speaks of first; none if one has nothing."""
    if said["than"]:
        names = [named(part.lower()) for part in (text[: said.start("than")], text[said.end("than") :])]
    else:
        first = named(text.lower())
        names = [first, *(name for name in parts if name not in (first, own))]
    told = {name: _only(parts[name]) for name in names if name and name != own}
    found = {name: each for name, each in told.items() if each}
    return found if len(found) == len(names) else {}


def _only(told: Sequence[Paragraph]) -> Told | None:
    found = [(read, e) for each in told for read in [passage(each.text)] for e in read.entries if e.share or e.base]
    if len(found) != 1:
        return None
    read, entry = found[0]
    count = Decimal(entry.count) if entry.kind == "count" else None
    return Told(value_of(entry), count, _words(read.sentence(entry.sentence)))


def _words(text: str) -> frozenset[str]:
    return frozenset(each for each in stems(COMMON.sub(" ", text)) if each.isalpha())


def _are_of_one(told: Sequence[Told]) -> bool:
    """Whether the same is said under all the headings."""
    words = [each.words for each in told]
    return all(2 * len(words[0] & each) > max(len(words[0]), len(each)) for each in words[1:])


def _is_of_these(text: str, told: Mapping[str, Told]) -> bool:
    """Whether all that a comparison speaks of is told under the headings: "the share with a bell" is no other's."""
    return _words(text) <= _words(" ".join(told)).union(*(each.words for each in told.values()))
