"""Figures that a passage lists, each with its name: "Elm 7, Cedar 30 and Hazel 11", "46 (October)", "3 of 20 in Ash".

Rules ask a listing which of its names stands highest, whether all of them pass a limit, or what one of them has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, pairwise

from looped.checker.item_names import BARE, LEAD, MARKS, names_of, stems_of, telling_of
from looped.checker.limit_words import NOT_MET_BY
from looped.checker.numbers import NTH
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage

GAP = 75
# What stands before a figure that bounds others and is none of them.
LIMIT = pattern_of(
    r"\b(?:other [a-z]+ (?:reached|had|exceeded)|above|below|over|under|exceed(?:ed|s|ing)?|at least|at most|"
    r"more than|less than|fewer than|within|beyond|"
    r"(?:target|standard|benchmark|threshold|limit|goal|tolerance)s?(?: of)?|"
    rf"{NOT_MET_BY}(?:target|standard|benchmark|threshold|limit|goal|tolerance)s?(?: is| was|:)|"
    r"(?:rose|risen|fell|fallen|\w+(?:crease|duce)[ds]?|grew|grown|drop\w*|cut|improv\w+|widen\w*|narrow\w*|"
    r"exceed\w*|declin\w+|up|down|higher|lower|"
    r"more|fewer|divided|multiplied|out|ahead|behind|short)\b[^.;,\d]{0,30}\bby|out of|of (?:the|"
    r"these|those|all|its|our|their))\s+"
    r"(?:the |its |our |their |a |an |just |only )*$|(?:^|[.;:,]\s|\b(?:and|but) )of (?:the |these |those |all )*$",
    re.I,
)
NOUGHT = pattern_of(
    r"(?:[,;:(]\s?|\band |\bbut |\b(?:shows?|showed|has|had|lists?|gives?|records) )(?:and |but )?(?P<word>none|"
    r"nil)(?= (?:in|at|on|for|from|among|"
    r"by) (?:the )?(?P<of>[A-Za-z]+))",
    re.I,
)
RANGED = re.compile(r"\b(?:rang|var)(?:ed|ies|ied|es|ing|ying|e|y) (?:widely )?(?:from|between) ")
SHARE_FIRST = pattern_of(r"[\d.]+\s?(?:%|per ?cent)", re.I)
BY_NUMBER = pattern_of(r"\b(?:numbers?|counts?|totals?)\b", re.I)
BY_RATE = pattern_of(
    r"\b(?:performance|compliance|adherence|achievement|achieved|uptake|coverage|rates?|shares?|proportions?|"
    r"percentages?|"
    r"improv\w+|worsen\w*|deteriorat\w+)\b",
    re.I,
)
UNIT_LEFT_OUT = re.compile(r" (?:at|in|on|for|by|from) (?:the )?[A-Z]")
# "East, 40%. Central, 93%.": each item its own sentence.
HEADED = pattern_of(r"[.]\s+[A-Z][^.;]{1,40}[:,–—]\s*(?:\d+/\d+[^.;:]{0,40}\(?)?$")
IN_PLACE = re.compile(r"(?: [a-z]+)? (?:in|at|on|for|from) (?:the )?[A-Z]")
# Something done names nobody: "the middle group borrowed 9".
DONE = re.compile(r"\b[a-z]{3,}ed\b")


@dataclass(frozen=True)
class Named:
    """A figure with what it is of. words: the stems that tell it from the others of its list; empty if it has "
    "none."""

    entry: Entry
    name: str
    words: frozenset[str]
    value: Decimal
    telling: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """Name and figure as they are told."""
        return f"{self.name} {self.entry.text}".strip()


@dataclass(frozen=True)
class Listing:
    """Figures of one kind that stand side by side. start, end: from the first name to the last figure or name."""

    items: tuple[Named, ...]
    start: int
    end: int
    sentence: int

    @property
    def values(self) -> list[Decimal]:
        """Its figures in the order in which they are told."""
        return [each.value for each in self.items]

    @property
    def is_share(self) -> bool:
        """Whether they are percentages."""
        return self.items[0].entry.share is not None

    @property
    def shown(self) -> str:
        """The whole list, as a finding quotes it."""
        return ", ".join(each.text for each in self.items)

    def named(self, text: str) -> list[Named]:
        """The items that a run of words names: of several the one named most fully, where there is one."""
        words = stems_of(text) | _numbered(text)
        hits = [each for each in self.items if each.words and each.words <= words]
        if hits:
            return hits
        part = [each for each in self.items if (each.words & words) - stems_of(" ".join(DONE.findall(each.name)))]
        # "Achieved" beside "partly achieved": it has no word of its own, and all its words are said.
        plain = [each for each in self.items if not each.words and each.telling and each.telling <= words]
        return part if len(part) == 1 else plain if not part and len(plain) == 1 else self._by_age(text)

    def _by_age(self, text: str) -> list[Named]:
        """The youngest or the oldest of age groups."""
        at = aged([each.name for each in self.items], text)
        return [] if at is None else [self.items[at]]


AGED = pattern_of(r"\b(?:(?P<young>youngest)|(?P<mid>middle)|(?P<old>oldest|eldest))\b", re.I)


def aged(names: Sequence[str], text: str) -> int | None:
    """Which of some age groups is called the youngest, the middle or the oldest.

    >>> aged(["16 to 34", "35 to 54", "55 or over"], "The oldest band")
    2
    """
    found = AGED.search(text)
    ages = [int(first[0]) for each in names if (first := re.search(r"\d+", each))]
    if not found or len(set(ages)) < len(names) or (found["mid"] and len(ages) != len(NTH) // 2):
        return None
    return ages.index(min(ages) if found["young"] else max(ages) if found["old"] else sorted(ages)[1])


def _numbered(text: str) -> frozenset[str]:
    """ "The second quarter" is quarter 2."""
    found = re.findall(
        r"\b(first|second|third|fourth|fifth|sixth) (?:quarter|week|term|wave|round|ward|phase|stage|cycle|year)\b",
        text,
        re.I,
    )
    return frozenset(str(NTH.index(each.lower()) + 1) for each in found)


@lru_cache(maxsize=16384)
def is_limit(quiet: str, start: int) -> bool:
    """Whether the figure that begins at a place of a quiet text bounds others, or tells by how much they moved.

    >>> is_limit("None was over 15 minutes", 14), is_limit("They took 15 minutes", 10)
    (True, False)
    """
    return bool(LIMIT.search(quiet[:start]))


@lru_cache(maxsize=8192)
def listings(read: Passage) -> tuple[Listing, ...]:
    """The lists of a passage, of two figures or more.

    >>> from looped.checker.prose import passage
    >>> [listing.shown for listing in listings(passage("Lapses by ward were: Elm 7, Cedar 30 and Hazel 11."))]
    ['Elm 7, Cedar 30, Hazel 11']
    """
    return tuple(found for run in _runs(read, read.entries) if (found := _listing(read, run)))


@lru_cache(maxsize=8192)
def with_noughts(read: Passage) -> tuple[Listing, ...]:
    """The lists of a passage; one that has "none in June" in it is a list with a nought."""
    entries = _with_noughts(read)
    if entries is read.entries:
        return listings(read)
    return tuple(found for run in _runs(read, entries) if (found := _listing(read, run)))


def _runs(read: Passage, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries of one kind, one behind the other."""
    for group in _together(read, entries):
        if len(group) > 1:
            yield from _runs_of(read, group)


def _together(read: Passage, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries sentence by sentence, with those of the sentences behind it that may go on with a list of it."""
    group: list[Entry] = []
    for _, found in groupby(entries, key=lambda each: each.sentence):
        own = list(found)
        if group and not any(HEADED.search(read.text[group[0].end : each.start]) for each in own):
            yield group
            group = []
        group += own
    yield group


def _runs_of(read: Passage, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    run: list[Entry] = []
    for each in entries:
        if each.kind == "points" or is_limit(read.quiet, each.start):
            continue
        if run and (not _is_alike(read, run, each) or not _beside(read, run, each)):
            yield from [run] if len(run) > 1 else []
            run = []
        run.append(each)
    yield from [run] if len(run) > 1 else []


def _is_alike(read: Passage, run: Sequence[Entry], each: Entry) -> bool:
    """Whether a figure is of the kind of a run; "31 days at Ash, 24 at Elm": the unit is told once."""
    bare = each.kind == "count" and not each.base and UNIT_LEFT_OUT.match(read.text[each.end :])
    return _kind(run[-1]) == _kind(each) or bool(run[0].unit and run[0].step == each.step and bare)


def _with_noughts(read: Passage) -> Sequence[Entry]:
    """The entries, and each "none in June" that stands in a list as a nought; not where June has a figure too."""
    if not NOUGHT.search(read.text):
        return read.entries
    noughts = []
    for found in NOUGHT.finditer(read.text):
        at = read.sentence_at(found.start())
        if len(re.findall(rf"\b{re.escape(found['of'])}\b", read.sentence(at))) == 1:
            start, end = found.span("word")
            noughts.append(Entry("count", found["word"], Decimal(0), Decimal(1), "", start, end, at))
    return sorted((*read.entries, *noughts), key=lambda each: each.start)


def _kind(entry: Entry) -> tuple[object, ...]:
    if entry.share:
        return ("share",)
    return ("count", "", entry.base is not None) if entry.kind == "count" else (entry.kind, entry.unit, False)


def _beside(read: Passage, run: Sequence[Entry], entry: Entry) -> bool:
    # "Named by 43 of them, damp by 52".
    gap = re.sub(rf"^ of (?:{THEM})(?=,)", "", read.text[run[-1].end : entry.start])
    if len(gap) > GAP or (run[-1].sentence != entry.sentence and not HEADED.search(gap)):
        return False
    # "38% to 58% between the sites: Ash 44%": what stands before a colon alone is no item.
    if ":" in gap and not re.search(r"[;,.)]", gap.split(":")[0]):
        return False
    if RANGED.search(gap):
        return False  # "Ash 32, Elm 24; it ranged from 24 to 32"
    # "32, 24 and 62 in the three weeks, 118 in all": bare figures end where words begin.
    # "In the five homes 32, 24 and 62": how many there are stands before.
    bare = [bool(BARE.fullmatch(read.text[a.end : b.start])) for a, b in pairwise(run)]
    if len(bare) > 1 and all(bare[len(bare) > 2 :]) and not BARE.fullmatch(gap):
        return False
    # "£400 to £850 (Ash £400": a bracket with figures of its own begins another list.
    if "(" in gap and ")" not in gap and run[-1].text[-1:] != ")":
        return False
    return not re.search(
        r"[.][^.]*[.]|\bof (?:these|whom|which|them|those(?! (?:in|aged|with|at|on|from|between|over|under|"
        r"who)\b))\b|\b(?:rising|falling|up|down) (?:from|to)\b(?! date)",
        gap,
    )


def _listing(read: Passage, run: Sequence[Entry]) -> Listing | None:
    """A run with its names; without the first or the last where only the others are alike."""
    for chosen in _without_whole(read, run):
        if len(chosen) < 2:
            continue
        gaps = [read.text[a.end : b.start] for a, b in pairwise(chosen)]
        names = names_of(read, chosen, gaps)
        if names is not None:
            return _of(chosen, names, read)
    return None


def _without_whole(read: Passage, run: Sequence[Entry]) -> tuple[Sequence[Entry], ...]:
    """ "33 falls, twelve in July, eleven in August and ten in September": the whole is no part, nor is it behind."""
    if len(run) > 3 and run[0].kind == "count" and not run[0].base:
        if _sum(run[1:]) == run[0].value:
            return (run[1:],)
        every = [e for e in read.of_sentence(run[-1].sentence) if e.kind == "count" and not e.base]
        # "5, 18, 4 and 27 (54 patients)": four parts, though the last is as much as the others together.
        told = any(each.value == _sum(run) for each in every)
        if 2 * run[-1].value in (_sum(run), _sum(every)) and not told and not _are_placed_alike(read, run):
            return (run[:-1],)
    return (run, run[1:], run[:-1])


def _are_placed_alike(read: Passage, run: Sequence[Entry]) -> bool:
    """ "3 in April, 0 in May, 5 in June and 8 in July": each has a name in capitals behind it, the last one too."""
    return all(IN_PLACE.match(read.text, each.end) for each in run)


def _sum(run: Sequence[Entry]) -> Decimal:
    return sum((each.value for each in run), Decimal(0))


def _of(run: Sequence[Entry], names: Sequence[str], read: Passage) -> Listing:
    words = [telling_of(name) for name in names]
    own = [
        each - frozenset(w for at, other in enumerate(words) if at != place for w in other)
        for place, each in enumerate(words)
    ]
    items = tuple(
        Named(entry, name, mine, value_of(entry), every)
        for entry, name, mine, every in zip(run, names, own, words, strict=True)
    )
    ahead = read.text.rfind(names[0], max(0, run[0].start - LEAD), run[0].start) if names[0] else -1
    # A name that stands some way before the figure is spoken of there, and not listed.
    start = ahead if ahead >= 0 and len(read.text[ahead + len(names[0]) : run[0].start].strip(MARKS)) < 2 else -1
    behind = read.text.find(names[-1], run[-1].end, run[-1].end + LEAD) if names[-1] else -1
    # A name that comes after a mark is spoken of again.
    named = behind >= 0 > start and not re.search(r"[.;:,]\s", read.text[run[-1].end : behind])
    end = behind + len(names[-1]) if named else run[-1].end
    return Listing(items, start if start >= 0 else run[0].start, end, run[0].sentence)


def value_of(entry: Entry) -> Decimal:
    """What is compared: the share where one is printed, else the count, of its base where it has one."""
    if entry.share:
        return entry.share.value
    return Decimal(entry.count) * 100 / entry.base if entry.base else entry.value


def are_told_by_share(read: Passage, entries: Sequence[Entry]) -> bool:
    """ "From 61% (25 of 41) to 51% (38 of 74)": it is shares that went, unless "the number" is said to have gone."""
    low, high = min(e.sentence for e in entries), max(e.sentence for e in entries)
    words = " ".join(read.sentences[max(0, low - 1) : high + 2])
    first = all(each.share and SHARE_FIRST.match(each.text) for each in entries)
    # "Compliance rose: 20/30 (67%) and 31/85 (36%)": of so many each, so that the counts say nothing.
    based = len({each.base for each in entries}) > 1 and all(each.share and each.base for each in entries)
    told = first or (based and bool(BY_RATE.search(words)))
    return told and not any(BY_NUMBER.search(read.sentence(each.sentence)) for each in entries)


def near(read: Passage, sentence: int, reach: int = 1) -> list[Listing]:
    """The lists of a sentence and of those beside it, its own first."""
    told = [(min(abs(e.entry.sentence - sentence) for e in each.items), each) for each in listings(read)]
    return [each for far, each in sorted(told, key=lambda one: one[0]) if far <= reach]
