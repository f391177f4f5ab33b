"""Figures near a statement with the words of whose they are, and which of them a run of words means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from looped.checker.item_names import COMMON, stems_of
from looped.checker.listing import Listing, is_limit, near
from looped.checker.numbers import near as near_by
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.statements import CLAUSE

# What parts two figures, the strongest first.
PARTS = tuple(
    pattern_of(mark, re.I)
    for mark in (
        r"[.;](?=\s|$)",
        r"\s[–—]\s|:",
        r",(?=\s)",
        r"\b(?:and|but|while|whereas|against|versus|vs?|compared (?:with|to)|than|to)\b",
    )
)
OPENS = pattern_of(r"[:(;–—]|,(?=\s)|\b(?:with|where|logg\w+|record\w+|receiv\w+|had)\b", re.I)
BOUNDS = re.compile(
    r"(?<!and )(?<!or )\b(?:at least|at most|more than|less than|fewer than|over|under|above|below|up to) $", re.I
)
AGE = pattern_of(r"\b(?:(?P<young>younger|youngest)|older|oldest|elder(?:ly|est)?)\b", re.I)
IT = pattern_of(r"\s*(?:it|this|that|these|they|the (?:rate|share|figure|number|proportion))\b", re.I)
REST = pattern_of(r"\b(?:others?|rest|elsewhere|counterparts?|remainder)\b", re.I)
LATER, EARLIER = pattern_of(r"\b(?:latter|later|second)\b", re.I), pattern_of(r"\b(?:former|earlier|first)\b", re.I)


# "The mean was higher", "the rate was lower": of figures that are called that.
CALLED = pattern_of(r"\b(?P<name>mean|average|median|rate)(?: [a-z]+){0,2}? (?:was|is|were|stood|stands)\b", re.I)
PER = pattern_of(r" per (?:1,?000|10,?000|100,?000|100|thousand|million)\b", re.I)


@dataclass(frozen=True)
class Group:
    """A figure with the words that are its group's alone."""

    entry: Entry
    words: frozenset[str]


def groups(read: Passage, at: int, low: int, high: int) -> Iterator[tuple[Group, ...]]:
    """Figures that a statement in a sentence may be on, the nearest first. low, high: where the statement stands."""
    called = _called(read, at)
    if called:
        yield _told_apart(read, *called, low, high)
    for first, last in ((at, at), (at - 1, at - 1), (at - 1, at), (at - 2, at - 1), (at - 2, at), (at + 1, at + 1)):
        if first < 0 or last >= len(read.starts) or (first > at and read.of_sentence(at)):
            continue
        pair = _pair(read, [e for e in read.entries if first <= e.sentence <= last])
        if pair:
            yield _told_apart(read, *pair, low, high)
            break
    for listing in near(read, at):
        if (listing.end <= low or listing.start >= high) and all(each.words for each in listing.items):
            yield _listed(listing)


def _called(read: Passage, at: int) -> tuple[Entry, Entry] | None:
    """ "The mean was lower in May": the only two figures of the sentence before that are called so, or are rates."""
    said = CALLED.search(read.sentence(at))
    if not said or not at or any(e.step < 1 or e.share for e in read.of_sentence(at)):
        return None
    before = read.of_sentence(at - 1)
    name = said["name"].lower()
    found = [
        e for e in before if re.search(rf"\b{name}\w*,? (?:[a-z]+ )?(?:of |was |is )?$", read.text[: e.start], re.I)
    ]
    if name == "rate":
        found = [e for e in before if PER.match(read.text, e.end)] or found
    alike = len(found) == 2 and (found[0].kind, found[0].unit) == (found[1].kind, found[1].unit)
    return (found[0], found[1]) if alike and found[0].value != found[1].value else None


def _listed(listing: Listing) -> tuple[Group, ...]:
    return tuple(Group(each.entry, each.words) for each in listing.items)


def told_once(found: Sequence[Entry]) -> list[Entry]:
    """Figures without the counts whose share stands beside them: "13 of 31 (42%)"."""
    twice = {id(count) for count, _ in _twice(found)}
    return [e for e in found if id(e) not in twice]


def _twice(found: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    return [pair for a, b in pairwise(found) for pair in ((a, b), (b, a)) if _is_twice(*pair)]


def _is_twice(count: Entry, share: Entry) -> bool:
    printed = share.share if share.kind == "share" and count.kind == "count" and not count.share else None
    return bool(printed and count.base and near_by(count.count, count.base, printed))


def _pair(read: Passage, own: Sequence[Entry]) -> tuple[Entry, Entry] | None:
    """The only two that can be set against each other: shares, where there are any."""
    # "At least 80% of doses": a bound is no group's figure.
    own = [e for e in own if not BOUNDS.search(read.text[: e.start])]
    shares = [e for e in own if e.share or (e.base and e.kind == "count")]
    # "120 of 261 cooks over 65 (46%)": the count stands where its words begin.
    twice = {id(share) for _, share in _twice(shares)}
    shares = [e for e in shares if id(e) not in twice]
    if shares:
        return (shares[0], shares[1]) if len(shares) == 2 and shares[0].text != shares[1].text else None
    plain = [e for e in own if e.kind != "points" and not is_limit(read.quiet, e.start)]
    alike = len(plain) == 2 and (plain[0].kind, plain[0].unit) == (plain[1].kind, plain[1].unit)
    return (plain[0], plain[1]) if alike else None


def _told_apart(read: Passage, one: Entry, other: Entry, low: int, high: int) -> tuple[Group, ...]:
    """Both with the words that only the one has in its part of the text; those of the statement are nobody's."""
    cut = _cut(read.text[one.end : other.start])
    end = re.search(r"[;.](?:\s|$)", read.text[other.end :])
    start, stop = read.starts[one.sentence], other.end + end.start() if end else len(read.text)
    if low >= other.end:
        clauses = [each.start() for each in CLAUSE.finditer(read.text, other.end, low)]
        stop = min(stop, clauses[-1] if clauses else low)
    elif start <= low and high <= one.start:
        opened = [each.end() for each in OPENS.finditer(read.text, high, one.start)]
        start = opened[-1] if opened else one.start
    first = stems_of(_plain(read, start, one.end + cut[0])) - COMMON
    last = stems_of(_plain(read, one.end + cut[1], stop)) - COMMON
    return Group(one, first - last), Group(other, last - first)


def _cut(gap: str) -> tuple[int, int]:
    """Where the words behind the first figure end and those before the second begin."""
    for mark in PARTS:
        found = list(mark.finditer(gap))
        if found:
            return found[0].start(), found[-1].end()
    return len(gap), len(gap)


def _plain(read: Passage, low: int, high: int) -> str:
    """A run of words without the figures that are told in it; numbers that name something stay."""
    text = list(read.text[low:high])
    for each in read.entries:
        for place in range(max(low, each.start), min(high, each.end)):
            if read.text[place].isdigit() or read.text[place] in ".,%":
                text[place - low] = " "
    return "".join(text)


def meant(chosen: Sequence[Group], said: Sequence[str], other: str) -> tuple[Entry, Entry] | None:
    """Of whom something is said, and against whom. said: where its name may stand, the likeliest first."""
    theirs = _hits(chosen, other)
    told = [(found, text) for text in said if (found := [e for e in _hits(chosen, text) if e not in theirs])]
    # "Ash had the higher share of X without Y": its whole name goes before a word or two of what is counted.
    whole = [found for found, text in told if len(found) == 1 and found[0].words <= stems_of(text)]
    mine = next(iter(whole), next((found for found, _ in told), []))
    if len(chosen) > 2 or len(theirs) == len(chosen):
        return (mine[0].entry, theirs[0].entry) if len(mine) == len(theirs) == 1 else None
    if len(theirs) == 1:
        first = next(each for each in chosen if each is not theirs[0])
        # "It was lower than among men": of whom it is said need not be named again.
        spoken = first in _hits(chosen, " ".join(said)) or IT.match(" ".join(said))
        return (first.entry, theirs[0].entry) if spoken else None
    named = all(each.words for each in chosen)
    if len(mine) == 1 and named and (not other.strip() or REST.search(other)):
        return mine[0].entry, next(each.entry for each in chosen if each is not mine[0])
    return _by_place(chosen, " ".join(said)) if not mine and not other else None


def _hits(chosen: Sequence[Group], text: str) -> list[Group]:
    """The groups that a run of words names; of several that one the words of which it has all."""
    words = stems_of(text)
    found = [each for each in chosen if each.words & words]
    whole = [each for each in found if each.words <= words]
    if len(found) > 1 and len(whole) == 1 and len(chosen) > 2:
        return whole
    return found or _by_age(chosen, text)


def _by_age(chosen: Sequence[Group], text: str) -> list[Group]:
    """ "The younger" of two that are told apart by ages."""
    said = AGE.search(text)
    ages = [min((int(n) for word in each.words for n in re.findall(r"^\d\d", word)), default=0) for each in chosen]
    if not said or len(chosen) != 2 or 0 in ages or ages[0] == ages[1]:
        return []
    return [chosen[ages.index(min(ages) if said["young"] else max(ages))]]


def _by_place(chosen: Sequence[Group], text: str) -> tuple[Entry, Entry] | None:
    """The first or the second of two, the former or the latter."""
    first, last = bool(EARLIER.search(text)), bool(LATER.search(text))
    one, other = (each.entry for each in chosen)
    return None if first == last else (one, other) if first else (other, one)
