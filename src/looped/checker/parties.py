"""Figures of one kind that a short passage tells side by side, each with the words of whose it is.

Told in any of the ways in which authors do: a list, a sentence each, in brackets, the first with what is said of it and
the others behind it. What says how many there are, when something was, or a limit is no party's figure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from looped.checker.document import Paragraph
from looped.checker.earlier import STAGE
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import COMMON, stems_of
from looped.checker.listing import DONE, LIMIT, aged, value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.quantities import names
from looped.checker.subgroups import taken_up

# What parts two figures, the strongest first.
PARTS = tuple(
    pattern_of(mark, re.I)
    for mark in (
        r"[.;](?=\s|$)",
        r"\s[–—]\s|:(?=\s)",
        r",(?=\s)",
        r"\b(?:and|but|while|whereas|as against|against|versus|vs?|compared (?:with|to)|than|ahead of|followed "
        r"by|to(?=\s*(?:just |only |about |some |nearly |over )*[£$€(]*$))\b",
    )
)
# How many of them there are: "the three kitchens", "all five", "of the two areas".
NUMBER_OF = pattern_of(
    r"\b(?:the|all|both|these|those|our|its|their|of|other|in|at|for|across|over|every|each of(?: the)?)\s*$", re.I
)
PLURAL = pattern_of(
    r"\s+(?:[a-z’'-]+ ){0,2}?[a-z’'-]+(?:s|ren|men|people)\b|\s*(?:[,.;:)]|$|"
    r" (?:was|were|before|after|following|preceding)\b)",
    re.I,
)
BY_HOW_MUCH = pattern_of(
    r"(?!\s(?:[a-z]+ed|left|came|went|ran|were|was|had|began) (?:early|late)\b)"  # "20 stopped early"
    r"\s+(?:[a-z]+ )?(?:points? )?(?:more|fewer|less|higher|lower|longer|shorter|better|worse|"
    r"(?:early|late)(?! [a-z]{3,}s\b)|ahead|behind)\b",  # but "20 late files"
    re.I,
)
# "33 leaks among 125 boats": of how many.
AMONG = pattern_of(r"\d [a-z][a-z -]{2,40} among(?:st)? (?:the |all |our )?$", re.I)
# "The unmet one", "the one at Ash".
ONE = pattern_of(
    r"\b(?:the|this|that|which|each|every|only|any|another|but|bar|except|save|all but)(?: (?!(?:had|has|was|"
    r"got)\b)[a-z-]+)? $",
    re.I,
)
# "Each could pick one subject: ...".
CHOICE = pattern_of(r"\b(?:pick|choose|name|select|tick|vote for|give|mark|nominate)(?: just| only| up to)? $", re.I)
ONE_OF = pattern_of(r" (?:of|or) ", re.I)
# When it was so: "at 6 months", "over eight weeks".
WHEN = pattern_of(
    r"\b(?:at|after|over|by|in|for|during|within|from|last|past|first|next|every)\s+(?:the |about )*$", re.I
)
TIME = re.compile(r"(?:sec|min|hour|hr|h$|day|night|week|month|year|yr|decade)", re.I)
# Where the words behind the last figure end.
CLOSE = pattern_of(r"[,;:](?=\s)|[.](?=\s|$)|\s[–—]\s|\s\(|\b(?:so|thus|hence|therefore)\b")
CLAUSE = pattern_of(
    r"[;:](?=\s)|[.](?=\s|$)|\s[–—]\s|\b(?:but|while|whereas|although|though|because|and)\b|\(|,(?=\s)", re.I
)
FORMER = pattern_of(r"\b(?:former|earlier|first)\b", re.I)
LATTER = pattern_of(r"\b(?:latter|later|second)\b", re.I)
SHARED = pattern_of(r"\s?(?:[a-z]+ )?(?:shares?|proportions?|rates?|percentages?|per cent|likel\w+|coverage)\b", re.I)
COUNTED = pattern_of(r"\s?(?:[a-z]+ )?(?:numbers?|counts?|totals?)\b", re.I)
# "Elm, with 20, had the most".
HAVING = re.compile(r"\)?, (?:had|has|took|got|showed|was|is|were|had by far) (?:the |a )?$")
SET_BEFORE = re.compile(r"[, ](?:with|at|on) (?:only |just )?$")
POINTS = re.compile(r"[\d,.]+ points?")
STAGED = pattern_of(
    rf"(?<!last )(?<!this )(?<!the )(?<!each )(?<!a )(?<!every )(?<!next )(?<!previous )\b{STAGE} $", re.I
)
WHOLE_BEFORE = pattern_of(r"^\W*(?:of|among|out of|from|between)(?: the| all| these| our)* $", re.I)
OF_EACH = pattern_of(
    r"(?: [a-z]+)? (?:(?:in|from|on|at|to|for|per) each\b|each\)|(?:per|a) (?:group|arm|side|team)\b)", re.I
)
IN_BRACKET = re.compile(r" [a-z’' -]+ [(]")
FEW, DOZEN, PAIR = 9, 12, 2


@dataclass(frozen=True)
class Party:
    """A figure and the words that are its own. every: all the words of its part of the text; low, high: where it is."""

    entry: Entry
    words: frozenset[str]
    every: frozenset[str]
    value: Decimal
    text: str
    low: int
    high: int


@lru_cache(maxsize=8192)
def clause_of(read: Passage, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends that something of a sentence stands in."""
    at = read.sentence_at(start)
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    cuts = list(CLAUSE.finditer(read.text, low, high))
    before = [each.end() for each in cuts if each.end() <= start]
    after = [each.start() for each in cuts if each.start() >= end]
    return max(before, default=low), min(after, default=high)


def finding_of(
    code: str, paragraph: Paragraph, read: Passage, span: tuple[int, int], judged: tuple[bool, str], why: str
) -> Finding:
    """What is found of words of order at a span. judged: whether they are right, and what is expected where not."""
    low, high = clause_of(read, *span)
    verdict: Verdict = "ok" if judged[0] else "wrong"
    said, quote = read.text[span[0] : span[1]], read.text[low:high].strip()
    slip = f"{code}/{paragraph.line}/{span[0]}"
    return Finding(code, verdict, paragraph.where, quote, said, judged[1], why, slip, "likely")


def finding_of_size(code: str, paragraph: Paragraph, size: Entry, verdict: Verdict, expected: str, why: str) -> Finding:
    """What is found of a figure that says how far two others are apart."""
    slip = f"{code}/{paragraph.line}/{size.start}"
    return Finding(code, verdict, paragraph.where, size.text, size.text, expected, why, slip, "likely")


@lru_cache(maxsize=16384)
def parties(read: Passage, first: int, last: int) -> tuple[tuple[Party, ...], ...]:
    """The figures that the sentences from one to another tell, kind by kind; none where there are too many.

    >>> from looped.checker.prose import passage
    >>> found = parties(passage("The hall had 14, the attic 6 and the shed 3."), 0, 0)
    >>> [sorted(each.words) for each in found[0]]
    [['hall'], ['attic'], ['shed']]
    """
    entries = [e for e in read.entries if first <= e.sentence <= last]
    own = [e for e in entries if not is_aside(read, e, entries) and not AMONG.search(read.text[: e.start])]
    kinds: dict[object, list[Entry]] = {}
    for each in own:
        kinds.setdefault(kind_of(each), []).append(each)
    _join_bare(kinds)
    found = [group for group in kinds.values() if 1 < len(group) < FEW]
    return tuple(tuple(_told(read, group, first, last)) for group in found)


def kind_of(entry: Entry) -> tuple[object, ...]:
    """What can be set against each other: shares, counts, sums, measures of one unit."""
    if entry.share or (entry.base and entry.kind == "count"):
        return ("share",)
    if entry.kind == "points" and POINTS.fullmatch(entry.text):
        return ("count", "")  # "88 points", scored
    return (entry.kind, entry.unit)


def _join_bare(kinds: dict[object, list[Entry]]) -> None:
    """ "4 minutes at Ash; Birch had 6, Cedar 9": the unit is told once, with the first."""
    bare = kinds.get(("count", ""), [])
    units = [kind for kind in kinds if isinstance(kind, tuple) and kind[0] == "measure" and kind[1]]
    if len(units) == 1 and bare:
        told = kinds[units[0]]
        if told[-1].end <= bare[0].start and all(e.step == told[0].step for e in bare):
            kinds[units[0]] = [*told, *kinds.pop(("count", ""))]


GOES_TO = re.compile(r" to (?:just |only )?\d")


def is_aside(read: Passage, entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether it is no party's figure: how many there are, when it was, a limit, a name."""
    return _is_aside_alone(read, entry) or (
        entry.kind == "measure"
        and bool(TIME.match(entry.unit))
        and any(kind_of(each) != kind_of(entry) and not each.text.isalpha() for each in entries)
        and _is_when(read, entry)
    )


def _is_when(read: Passage, entry: Entry) -> bool:
    """Whether a length of time beside other figures is when something was, and not what it took."""
    before = read.text[: entry.start]
    ends = before.endswith("from ") and GOES_TO.match(read.text, entry.end)  # "from 21 days to 16"
    return bool(WHEN.search(before) and not ends)


@lru_cache(maxsize=16384)
def _is_aside_alone(read: Passage, entry: Entry) -> bool:
    """Whether its own words say so, whatever figures stand beside it."""
    before, behind = read.text[: entry.start], read.text[entry.end :]
    if LIMIT.search(read.quiet[: entry.start]) or BY_HOW_MUCH.match(behind):
        return True
    if before.endswith(" each of "):
        return True  # "six here and five there, each of 143 people"
    if entry.text.lower() == "one" and (ONE.search(before) or ONE_OF.match(behind) or CHOICE.search(before)):
        return True
    if entry.kind == "count" and (
        names(read.text, entry.start) or (entry.value <= DOZEN and not entry.base and STAGED.search(before))
    ):
        return True  # "wave two", "month six"
    small = entry.kind == "count" and not entry.base and not entry.share and entry.value < FEW
    several = small and entry.text.isalpha() and (NUMBER_OF.search(before) or not before.strip())
    return bool(several and PLURAL.match(behind))


def _told(read: Passage, group: Sequence[Entry], first: int, last: int) -> list[Party]:
    start = read.starts[first]
    end = read.starts[last] + len(read.sentence(last))
    closed = CLOSE.search(read.text, group[-1].end, end)
    cuts = [_cut(read.text, a.end, b.start) for a, b in pairwise(group)]
    lows = [start, *(high for _, high in cuts)]
    highs = [*(low for low, _ in cuts), closed.start() if closed else end]
    return named(read, [(e, low, high) for e, low, high in zip(group, lows, highs, strict=True)])


def named(read: Passage, parts: Sequence[tuple[Entry, int, int]]) -> list[Party]:
    """Each figure with the words of its part of the text that no other has in its own."""
    texts = [_without(read, low, high) for _, low, high in parts]
    words = [stems_of(each) - COMMON for each in texts]
    found = []
    for at, (each, low, high) in enumerate(parts):
        others = frozenset(word for place, other in enumerate(words) if place != at for word in other)
        found.append(Party(each, words[at] - others, words[at], value_of(each), texts[at], low, high))
    return found


def parts_of(read: Passage, row: Sequence[Party]) -> Sequence[Party]:
    """A row without the wholes that it is told of: "of 240 people (120 in each group), 20 left here and 54 there"."""
    kept = [e for e in row if e.entry.share or e.entry.base or not _is_divided(read, e.entry)]
    return row if len(kept) in (1, len(row)) else named(read, [(e.entry, e.low, e.high) for e in kept])


def _is_divided(read: Passage, entry: Entry) -> bool:
    """Whether a count is of all of them, or of those in each part: "80 files (40 from each team)"."""
    if OF_EACH.match(read.text, entry.end):
        return True
    inside = next((e for e in read.of_sentence(entry.sentence) if e.start >= entry.end), None)
    opened = inside and IN_BRACKET.fullmatch(read.text[entry.end : inside.start])
    lead = read.text[read.starts[entry.sentence] : entry.start]
    return bool(WHOLE_BEFORE.search(lead) or (inside and opened and OF_EACH.match(read.text, inside.end)))


def from_place(read: Passage, row: Sequence[Party], low: int) -> list[Party]:
    """The row with the words of its first figure from a place on only."""
    return named(read, [(e.entry, max(e.low, low) if e is row[0] else e.low, e.high) for e in row])


def told_behind(read: Passage, row: Sequence[Party], place: int) -> Sequence[Party]:
    """The row, its first figure with the words behind a place only, where that stands before it."""
    return from_place(read, row, place) if row[0].low <= place <= row[0].entry.start else row


def _cut(text: str, low: int, high: int) -> tuple[int, int]:
    """Where the words behind the one figure end and those before the next begin."""
    gap = text[low:high]
    for mark in PARTS:
        found = list(mark.finditer(gap))
        # "Infection led to 29 and pain to 11": the name stands between the two marks.
        found = found[:-1] if len(found) > 1 and found[-1].group() == "to" else found
        if found:
            return low + found[0].start(), low + found[-1].end()
    return high, high


def _without(read: Passage, low: int, high: int) -> str:
    """A run of words without the figures told in it; numbers that name something stay."""
    text = list(read.text[low:high])
    for each in read.entries:
        if low <= each.start and each.end <= high:
            text[each.start - low : each.end - low] = " " * (each.end - each.start)
    return "".join(text)


def hits(row: Sequence[Party], text: str) -> list[Party]:
    """Whom a run of words names: of several the ones whose words it has all, where there are such."""
    words = stems_of(text) - COMMON
    # In part a name is met by what names, and not by what was done: "the middle group borrowed 9".
    found = [e for e in row if e.words <= words or (e.words & words) - stems_of(" ".join(DONE.findall(e.text)))]
    found = [e for e in found if e.words]
    whole = [each for each in found if each.words <= words]
    if not found and (at := aged([each.text for each in row], text)) is not None:
        return [row[at]]
    if not found and len(row) == 2:
        first, last = bool(FORMER.search(text)), bool(LATTER.search(text))
        return [row[0] if first else row[1]] if first != last else []
    return whole if len(found) > 1 and whole else found


@lru_cache(maxsize=16384)
def nearby(read: Passage, at: int) -> tuple[tuple[Party, ...], ...]:
    """The rows that a statement of a sentence may be on: its own, those with the sentence before, those behind."""
    return tuple(_nearby(read, at))


def _nearby(read: Passage, at: int) -> Iterator[tuple[Party, ...]]:
    spans = ((at, at), (at - 1, at), (at, at + 1), (at - 1, at - 1), (at - 2, at - 1), (at - 2, at), (at + 1, at + 1))
    for first, last in spans:
        if first < 0 or last >= len(read.starts):
            continue
        yield from (row for row in parties(read, first, last) if not _is_whole_and_part(read, row))


def _is_whole_and_part(read: Passage, row: Sequence[Party]) -> bool:
    """ "30 were eligible. Of the eligible ones 13 came": no two of a kind."""
    places = {each.entry.start for each in row}
    return len(row) == PAIR and any({each.part.start, each.told.start} == places for each in taken_up(read))


def readings_of(read: Passage, end: int, row: Sequence[Party]) -> list[list[Decimal]]:
    """What may be compared, by the words behind a place: shares or numbers where these are said, else either."""
    shares, counts = [each.value for each in row], [each.entry.value for each in row]
    if not all(each.entry.kind == "count" for each in row) or SHARED.match(read.text, end):
        return [shares]
    return [counts] if COUNTED.match(read.text, end) else [shares, counts]


def is_set_in(read: Passage, entry: Entry, place: int) -> bool:
    """Whether a figure is set in between a name and what is said of it at a place: "Elm, with 20, had the most"."""
    return bool(SET_BEFORE.search(read.text[: entry.start]) and HAVING.fullmatch(read.text[entry.end : place]))
