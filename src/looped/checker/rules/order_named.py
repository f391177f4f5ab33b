"""What is called the most, the least or the second of several, each told by name with its figure, in any order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import BUSIEST, HIGHEST, LOWEST, QUIETEST
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.listing import value_of
from looped.checker.numbers import whole
from looped.checker.other_subject import is_narrower
from looped.checker.parties import FEW, SHARED, Party, clause_of, finding_of, readings_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import SPELT
from looped.checker.ranks import ADVERB, RANK, UNDONE, Rank, ranks
from looped.checker.rules.order_first import is_elsewhere, is_of_opposite, may_follow, stands_at, ways_meant
from looped.checker.then_and_now import is_of_changes
from looped.checker.weighing import prose_alone
from looped.checker.whose import BEHIND, HEAVY, LIGHT, PLACE, Own, hit_by, parts, said_beside, told_alone, told_by_name

CODE = "order-named"
MESSAGE = "What is called the most, the least or the second of several is so by the figures told with their names."
GOOD = "Rust was the commonest fault, found in 26 gates. Rot occurred in 21 and moss in 19."
BAD = "Rust was the commonest fault, found in 26 gates. Rot occurred in 21 and moss in 29."

# Between the word and the figure beside it: what is counted, whose it is, and light words.
TO_FIGURE = pattern_of(
    rf"(?:[- ](?!(?:and|but|which|who|than|though|because|so)\b)\w[\w’'&/-]*){{0,12}}"
    rf"(?:,(?: (?:{LIGHT}|{PLACE}))*)?[\s:(–—=]*(?:n ?= ?)?[£$€]?",
    re.I,
)
# Of how large a thing is, and not of what is counted: "the largest boat".
OF_SIZE = pattern_of(r"(?:largest|smallest|biggest|longest|shortest|greatest|narrowest|lightest|deepest)", re.I)
MEASURED = pattern_of(
    r"[- ](?:[a-z]+ )?(?:numbers?|counts?|shares?|proportions?|percentages?|rates?|totals?|amounts?|sums?|scores?|"
    r"groups?|categor(?:y|ies)|part|figures?|cause|source|reason|category|concern|waits?|delays?|stays?)\b",
    re.I,
)
OFTEN = pattern_of(rf"(?:most|least) (?:{ADVERB})\b|commonest|rarest|(?:main|leading|chief|principal|commoner)\b", re.I)
# "The lowest of the northern piers": among others than are told.
OF_SOME = pattern_of(
    r"\b(?:of the (?!two|three|four|five|six|seven|eight|nine|ten)"
    r"[a-z]+ [a-z]+s)\b",
    re.I,
)
SIZE = pattern_of(rf"\b(?:(?:all|the|these|our|of|across|among) )+(?P<n>{SPELT}|\d+) [a-z]+s\b", re.I)
SEVERAL = pattern_of(
    rf"\b(?:the |our )(?P<n>two|three) (?:(?P<high>{HIGHEST}|{BUSIEST}|most (?:{ADVERB}))|"
    rf"(?P<low>{LOWEST}|{QUIETEST}|rarest|least (?:{ADVERB})))\b(?! (?:boats|sites|teams|groups) )",
    re.I,
)
APART = pattern_of(r"[;:–]|\b(?:while|whereas|against|compared|followed|ahead)\b", re.I)
FEWEST, WIDEST = 3, 3


@dataclass(frozen=True)
class Called:
    """What is said of one of several: the figures with their names, and which of them is meant."""

    row: tuple[Own, ...]
    mine: Own


def check(context: Context) -> Iterator[Finding]:
    """Each word of rank of one that is named, where all figures near it have names."""
    for paragraph in context.once(prose_alone):
        if not RANK.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        if len(read.entries) < FEWEST:
            continue
        for found in SEVERAL.finditer(read.text):
            yield from _several(paragraph, read, found)
        told = [each for each in ranks(read) if each.who is None]
        for said in told:
            at = read.sentence_at(said.start)
            if not (is_of_changes(read, at) or is_elsewhere(read, said, told) or is_of_opposite(read, said)):
                yield from _judged(paragraph, read, said, told)


def _judged(paragraph: Paragraph, read: Passage, said: Rank, told: Sequence[Rank]) -> Iterator[Finding]:
    every = list(_called(read, said, told))
    if said.of_two or not every:
        return
    found = []
    for each in every:
        row = [one.party for one in each.row]
        ways = ways_meant(read, said, row, told)
        ways = (True, False) if UNDONE.match(read.text, said.end) else ways
        if not ways:
            return
        if not each.mine.name and may_follow(said, row, each.mine.party, told):
            return
        at, readings = row.index(each.mine.party), readings_of(read, said.end, row)
        right = any(stands_at(values, at, said.place, low) for values in readings for low in ways)
        found.append((right, each))
    # Where others stand before it, only all of them together show which it is.
    right, each = max(found, key=lambda one: len(one[1].row)) if said.place else min(found, key=lambda one: one[0])
    figures = ", ".join(f"{one.name} {one.entry.text}".strip() for one in each.row)
    why = f"of {figures} it is {each.mine.entry.text}"
    yield finding_of(CODE, paragraph, read, (said.start, said.end), (right, "" if right else "another"), why)


def _called(read: Passage, said: Rank, told: Sequence[Rank]) -> Iterator[Called]:
    """The figures near a word of rank that all have names, in any of the ways in which sentences may tell them."""
    at = read.sentence_at(said.start)
    last = len(read.starts) - 1
    spans = [
        (low, high)
        for low in range(max(0, at - 2), min(last, at + 1) + 1)
        for high in range(max(low, at - 1), min(last, at + 2) + 1)
        if high - low < WIDEST and (low <= at <= high or low == at + 1 or high == at - 1)
    ]
    for low, high in spans:
        if is_narrower(read, high, at):
            continue
        alone = told_alone(read, low, high)
        beside = {each: party for each in told if (party := _beside(read, each, alone))}
        row = told_by_name(read, low, high, frozenset(each.entry.start for each in beside.values()))
        if not FEWEST <= len(row) < FEW or not _is_whole(read, said, row):
            continue
        mine = beside.get(said)
        own = next((e for e in row if e.party is mine), None) if mine else _by_name(read, said, row)
        rated = SHARED.match(read.text, said.end) and all(not e.entry.base and e.entry.kind == "count" for e in row)
        if own and not rated and _are_alike(read, said, row, own):
            yield Called(row, own)


def _is_of_next(read: Passage, row: Sequence[Party], at: int) -> bool:
    """ "Highest at Elm: 5.9% at Ash, 24.6% at Elm": whether the names stand behind the figures."""
    beside = [each for each in row[at : at + 2] if each.entry.sentence == row[at].entry.sentence]
    return len(beside) > 1 and all(BEHIND.fullmatch(parts(read, each)[1]) for each in beside)


def _beside(read: Passage, said: Rank, row: Sequence[Party]) -> Party | None:
    """The figure that stands behind a word of rank in its own part of the text."""
    for at, each in enumerate(row):
        before, behind = parts(read, each)
        low = each.entry.start - len(before)
        if not low <= said.start < said.end <= each.entry.start:
            continue
        gap = read.text[said.end : each.entry.start]
        if _is_of_next(read, row, at):
            return None
        lead = read.text[low : said.start]
        if HEAVY.search(f"{lead} {behind}") or not TO_FIGURE.fullmatch(gap) or OF_SOME.search(gap):
            return None
        word = read.text[said.start : said.end]
        if OF_SIZE.search(word) and not MEASURED.match(read.text, said.end):
            return None
        counted = said_beside(re.split(r"[,;.)]", behind)[0])
        shared = each.entry.kind == "share" or OFTEN.match(read.text, said.start) or said.is_nth
        return each if shared or not counted or counted & stems_of(before) else None
    return None


def _by_name(read: Passage, said: Rank, row: Sequence[Own]) -> Own | None:
    """The one that is named in the clause of what is said, outside the list."""
    at = read.sentence_at(said.start)
    low, high = clause_of(read, said.start, said.end)
    here = [each for each in row if each.entry.sentence == at]
    if here:
        last = here[-1].party
        if said.start < max(last.high, last.entry.end):
            return None
        low = max(low, last.high)
    text = read.text[low:high]
    word = read.text[said.start : said.end]
    if OF_SIZE.search(word) and not MEASURED.match(read.text, said.end):
        return None
    return None if HEAVY.search(text) or re.search(r"\d", text) else hit_by(row, text)


def _are_alike(read: Passage, said: Rank, row: Sequence[Own], mine: Own) -> bool:
    """Whether each sentence tells of what the word of rank is of: nothing else is counted in it."""
    at = read.sentence_at(said.start)
    own = stems_of(read.sentence(at))
    # "For short waits Ash was lowest": said of some of what is counted.
    beside = said_beside(read.sentence(at)) - mine.words
    others = [each.rest for each in row if each.entry.sentence != at]
    return all(not beside or rest <= own or bool(rest & beside) for rest in others)


def _several(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "The two lowest were Ash (59%) and Elm (58%). Oak had 71% and Fir 65%": none of the others stands among them."""
    at, size = read.sentence_at(found.start()), whole(found["n"]) or 0
    own = [e for e in read.of_sentence(at) if e.end > found.end()]
    if HEAVY.search(read.sentence(at)) or len(own) < len(read.of_sentence(at)) - 1:
        return
    for last in (at, at + 1):
        row = (
            told_by_name(read, at, last, frozenset(each.start for each in own[:size]))
            if last < len(read.starts)
            else ()
        )
        mine = [each for each in row if not each.name]
        others = [each.entry for each in row if each.name]
        if len(mine) != size or not others or any(each.start < found.end() for each in others):
            continue
        if others[0].sentence == at and not APART.search(read.text, mine[-1].entry.end, others[0].start):
            continue
        values, rivals = [e.party.value for e in mine], [value_of(each) for each in others]
        right = max(values) <= min(rivals) if found["low"] else min(values) >= max(rivals)
        figures = ", ".join(each.text for each in others)
        why = f"{', '.join(e.entry.text for e in mine)} beside {figures}"
        yield finding_of(CODE, paragraph, read, found.span(), (right, "" if right else "others"), why)
        return


def _is_whole(read: Passage, said: Rank, row: Sequence[Own]) -> bool:
    """Whether as many are told as there are said to be."""
    size = SIZE.search(read.sentence(read.sentence_at(said.start)))
    number = whole(size["n"]) if size else None
    return number is None or number == len(row) or number > FEW
