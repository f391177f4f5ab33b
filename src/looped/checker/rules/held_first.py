"""What is said to stand first or last always: in each of several lists of the same things, told one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from looped.checker.called_most import ALWAYS
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.first_of_list import SAID, Called, called_in, is_so_called, item_called
from looped.checker.listing import Listing, Named, listings
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.ranks import ONE_OF_THEM

CODE = "held-first"
MESSAGE = "What is said to stand first or last always does so in each list of the same things."
_LISTS = (
    "In spring 60% passed at Ash, 52% at Elm and 40% at Oak. In autumn 65% passed at Ash, {}% at Elm and 44% at Oak."
)
GOOD = f"{_LISTS.format(61)} The share was highest at Ash both times."
BAD = f"{_LISTS.format(71)} The share was highest at Ash both times."

EVERY_TIME = pattern_of(
    rf"{ALWAYS.pattern}|\b(?:both (?:times|years|rounds|quarters|waves|cycles)|every (?:single )?[a-z]+|"
    r"on (?:each|every) occasion|without exception|in (?:all|each|both|every) (?:of )?(?:the )?(?:[a-z]+ )?[a-z]+s?)\b",
    re.I,
)
BUT = pattern_of(r"\b(?:but|except(?:ing)?|apart from|other than|save|bar|although|though|while|not|n[’']t)\b", re.I)
# How far the lists may stand from what is said of them, in paragraphs, and how long such a paragraph is at most.
REACH, LONGEST, FEWEST = 4, 700, 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement, with the lists of its paragraph or of those right before or behind it."""
    blocks = context.document.blocks
    for at, paragraph in enumerate(blocks):
        if not isinstance(paragraph, Paragraph) or not SAID.search(paragraph.text):
            continue
        if EVERY_TIME.search(paragraph.text):
            for lead, tail in _surroundings(blocks, at):
                found = list(_judged(paragraph, lead, tail))
                yield from found
                if found:
                    break


def _surroundings(blocks: Sequence[object], at: int) -> Iterator[tuple[str, str]]:
    """What stands before and behind a paragraph: nothing, the paragraphs before it, those behind it."""
    yield "", ""
    before, behind = blocks[max(0, at - REACH) : at], blocks[at + 1 : at + 1 + REACH]
    yield " ".join(reversed(_run(list(reversed(before))))), ""
    yield "", " ".join(_run(behind))


def _run(blocks: Sequence[object]) -> list[str]:
    """The short paragraphs with figures that stand side by side, each closed."""
    found = []
    for each in blocks:
        if not isinstance(each, Paragraph) or len(each.text) > LONGEST or not passage(each.text).entries:
            break
        found.append(each.text if each.text.rstrip()[-1:] in ".:" else f"{each.text.rstrip(' ;,')}.")
    return found


def _judged(paragraph: Paragraph, lead: str, tail: str) -> Iterator[Finding]:
    text = f"{lead} {paragraph.text} {tail}".strip()
    start = len(lead) + 1 if lead else 0
    read = passage(text)
    for found in SAID.finditer(text, start, start + len(paragraph.text)):
        at = read.sentence_at(found.start())
        if (
            not EVERY_TIME.search(read.sentence(at))
            or BUT.search(read.sentence(at))
            or any(map(_is_figure, read.of_sentence(at)))
        ):
            continue
        said = called_in(text, found)
        told = _verdicts(read, said) if said else []
        if len(told) >= FEWEST and None not in [right for right, _ in told]:
            short = [why for right, why in told if not right]
            why = "; ".join(short) or "it is so in each list"
            yield finding_of(CODE, paragraph, read, found.span(), (not short, "not always" if short else ""), why)


def _is_figure(entry: Entry) -> bool:
    """Whether it is more than how many times or places there are: "in all three"."""
    return entry.kind != "count" or bool(entry.base) or not entry.text.isalpha()


def _verdicts(read: Passage, said: Called) -> list[tuple[bool | None, str]]:
    """Of each list of the same things whether it is so there."""
    lists = [part for each in listings(read) for part in _parted(read, each) if all(item.words for item in part.items)]
    found, ends = [], list[int]()
    for each in lists:
        item = item_called(read, said, each)
        if item and _are_alike(each, lists[0]):
            right = is_so_called(read, said, each, item)
            if right is None:  # "in autumn it was": of what the first list is headed with
                headed = replace(each, start=lists[0].start, sentence=lists[0].sentence)
                right = is_so_called(read, said, headed, item)
            found.append((right, f"of {each.shown} it is {item.entry.text}"))
            ends.append(_end(each, item))
    if len(found) != len(lists):
        return []
    own = 1 if said.good else -1
    if said.low is not None or set(ends) == {-own} or ONE_OF_THEM.search(read.text[: said.start]):
        return found
    # Whether much of it is good or bad: what is at one end always is so, and what isn't is not.
    return [(end == own, why) for end, (_, why) in zip(ends, found, strict=True)]


def _end(listing: Listing, item: Named) -> int:
    """Which end of a list one of its items is at: 1 for the most, -1 for the least, 0 for neither."""
    own = listing.values[listing.items.index(item)]
    return 1 if own == max(listing.values) else -1 if own == min(listing.values) else 0


def _parted(read: Passage, listing: Listing) -> list[Listing]:
    """The lists that semicolons make of one: "in May Ash 60%, Elm 52%; in June Ash 61%, Elm 55%"."""
    parts = [[listing.items[0]]]
    for one, each in pairwise(listing.items):
        if ";" in read.text[one.entry.end : each.entry.start]:
            parts.append([])
        parts[-1].append(each)
    if len(parts) < FEWEST or len({len(part) for part in parts}) > 1 or len(parts[0]) < FEWEST:
        return [listing] if len(listing.items) > 1 else []
    return [_alone(part) for part in parts]


def _alone(items: Sequence[Named]) -> Listing:
    """Some items of a list as a list of their own, each with the words that tell it from the others of these."""
    own = [
        replace(
            each, words=each.telling - frozenset(word for other in items if other is not each for word in other.telling)
        )
        for each in items
    ]
    return Listing(tuple(own), own[0].entry.start, own[-1].entry.end, own[0].entry.sentence)


def _are_alike(one: Listing, other: Listing) -> bool:
    """Whether two lists tell of the same things."""
    pairs = [[bool(a.words & b.words) for b in other.items] for a in one.items]
    return len(one.items) == len(other.items) and all(map(any, pairs)) and all(map(any, zip(*pairs, strict=True)))
