"""A list that is said to stand in order of frequency, from most to least, or in descending order, does so."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.directions import FELL, ROSE
from looped.checker.document import Paragraph
from looped.checker.end_words import BUSIEST, HIGHEST, LOWEST, QUIETEST
from looped.checker.finding import Finding
from looped.checker.listing import Listing, listings
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.ranks import ORDERED

CODE = "order-told"
MESSAGE = "A list that is said to be in order of its figures is so."
GOOD = "In order of frequency, the faults found were rust (31), rot (22), dents (14) and stains (9)."
BAD = "In order of frequency, the faults found were rust (31), rot (14), dents (22) and stains (9)."

DENIED = pattern_of(
    r"\b(?:not|never|n[’']t)(?: (?:always|quite|in any|listed|given|shown|ranked|set out|arranged|presented|"
    r"told))*,? $|"
    r"\b(?:should|must|asked|please|to (?:put|list|rank|place))\b[^.;:]{0,40}$",
    re.I,
)
# "Ash scored highest (91%), followed by Elm (85%), Oak (80%) and Yew (71%)".
FOLLOWED = pattern_of(
    rf"\b(?:(?:{HIGHEST}|{BUSIEST}|most|top|first)|(?P<least>{LOWEST}|{QUIETEST}|least|rarest))\b[^.;:]{{2,60}}?\d[^.;:]{{0,25}}?"
    r"\b(?:followed by|then)\b",
    re.I,
)
THEN_AGAIN = pattern_of(
    rf"\b(?:while|whereas|but|in turn|with|{ROSE}|{FELL}|was|were|is|are|had|last|previous\w*|earlier|this|as now|"
    r"(?:19|20)\d\d|year|target|average|mean|overall)\b",
    re.I,
)
# "The top three faults were rust (29), rot (28) and wear (12), in that order".
IN_THAT_ORDER = pattern_of(
    r"\b(?:(?:top|leading|main|commonest)|(?P<least>lowest|rarest|least (?:common|frequent|often)))\b[^.;]{2,160}?\d"
    r"[^.;]*?\bin (?:that|this) order(?=[.,;)]|$)",
    re.I,
)
FEWEST, REACH, LINE = 3, 12, 120
BULLET = re.compile(r"\s*(?:[-*•–]|\(?\w[.)])\s+")


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the list of its sentence, of the next, or of the lines behind it."""
    blocks = context.document.blocks
    for at, paragraph in enumerate(blocks):
        if not isinstance(paragraph, Paragraph) or not ORDERED.search(paragraph.text):
            continue
        text = paragraph.text
        if text.rstrip().endswith(":"):
            text = f"{text.rstrip()} {'; '.join(_lines(blocks[at + 1 : at + 1 + REACH]))}."
        read = passage(text)
        for found in ORDERED.finditer(paragraph.text):
            yield from _judged(paragraph, read, found)
    for paragraph in context.paragraphs_with(IN_THAT_ORDER):
        for found in IN_THAT_ORDER.finditer(paragraph.text):
            yield from _in_that_order(paragraph, passage(paragraph.text), found)
    for paragraph in context.paragraphs_with(FOLLOWED):
        for found in FOLLOWED.finditer(paragraph.text):
            yield from _followed(paragraph, passage(paragraph.text), found)


def _in_that_order(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """A list whose names are said to stand in the order of their figures, behind them."""
    own = [
        each
        for each in listings(read)
        if len(each.items) >= FEWEST and found.start() <= each.items[0].entry.start < each.end <= found.end()
    ]
    for listed in own[:1]:
        right = any(_is_in_order(row, rising=bool(found["least"])) for row in _readings(listed))
        span = (found.end() - len("in that order"), found.end())
        why = f"{listed.shown}; the text says “{read.text[slice(*span)]}”"
        yield finding_of(CODE, paragraph, read, span, (right, "" if right else "another order"), why)


def _followed(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """A list that begins with the highest and goes on to those that follow it."""
    at = read.sentence_at(found.start())
    told = [each for each in listings(read) if len(each.items) >= FEWEST and each.items[1].entry.start >= found.end()]
    own = [
        each
        for each in told
        if each.items[0].entry.start < found.end() and {e.entry.sentence for e in each.items} == {at}
    ]
    for listed in own[:1]:
        gap = read.text[found.end() : listed.items[-1].entry.end]
        right = any(_is_in_order(row, rising=bool(found["least"])) for row in _readings(listed))
        if not THEN_AGAIN.search(gap):
            why = f"{listed.shown}; the text says “{found.group()}”"
            span = (found.end() - len("then"), found.end())
            yield finding_of(CODE, paragraph, read, span, (right, "" if right else "another order"), why)


def _lines(blocks: Sequence[object]) -> Iterator[str]:
    """The lines of a list, without their marks."""
    for each in blocks:
        if not isinstance(each, Paragraph) or len(each.text) > LINE or len(passage(each.text).entries) != 1:
            return
        yield BULLET.sub("", each.text).rstrip(" .;,")


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    if DENIED.search(read.text[read.starts[at] : found.start()]):
        return
    listed = _list(read, found, at)
    if listed is None:
        return
    rising = bool(found["rising"] or found["least"] or found["fewest"])
    right = any(_is_in_order(row, rising=rising) for row in _readings(listed))
    why = f"{listed.shown}; the text says “{found.group()}”"
    yield finding_of(CODE, paragraph, read, found.span(), (right, "" if right else "another order"), why)


def _list(read: Passage, found: re.Match[str], at: int) -> Listing | None:
    """The one list that is meant: of its sentence, else the next one behind it."""
    every = [each for each in listings(read) if len(each.items) >= FEWEST and any(item.name for item in each.items)]
    own = [each for each in every if at in {item.entry.sentence for item in each.items}]
    behind = [each for each in own if each.start >= found.end()]
    chosen = behind[:1] or own[-1:] or [each for each in every if each.sentence == at + 1][:1]
    return chosen[0] if chosen else None


def _is_in_order(row: Sequence[Decimal], *, rising: bool) -> bool:
    return all(a <= b if rising else a >= b for a, b in pairwise(row))


def _readings(listed: Listing) -> list[list[Decimal]]:
    """Its shares, and its counts where it has them."""
    counts = [each.entry.value for each in listed.items]
    return [listed.values, *([counts] if all(each.entry.kind == "count" for each in listed.items) else [])]
