"""Two figures that stand together and are divided together: "27 faults in 19 homes: 16 in 11 of brick, 11 in eight"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "pairs-together"
MESSAGE = "Where so many of one thing in so many of another are divided, both make their sum."
GOOD = "There were 27 leaks in 19 homes: 16 leaks in 11 homes of brick and 11 leaks in eight of timber."
BAD = "There were 27 leaks in 17 homes: 16 leaks in 11 homes of brick and 11 leaks in eight of timber."

IN = pattern_of(r"(?: [a-z’'-]+){0,4}? (?P<in>in|from|for|by|at|among|on|to|across|over) (?:the |just |only )?", re.I)
OPENS = pattern_of(r"[^.;:()\d]{0,40}?(?::|\(|,|;|\s[–—-])[^.;:()\d]{0,30}", re.I)
JOINS = pattern_of(r"[^.;:()\d]{0,70}?(?:,|;|\band\b)[^.;:()\d]{0,30}", re.I)
OTHERS = pattern_of(r"\b(?:both|twice|some of (?:them|whom)|overlap\w*|more than one|respectively|than|each)\b", re.I)
FEWEST, MOST = 6, 12


def check(context: Context) -> Iterator[Finding]:
    """Each sentence whose counts are pairs, the first of them the whole of the others."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            counts = read.of_sentence(at)
            if FEWEST <= len(counts) <= MOST and not OTHERS.search(read.sentence(at)):
                yield from _judged(paragraph, read, counts)


def _judged(paragraph: Paragraph, read: Passage, counts: Sequence[Entry]) -> Iterator[Finding]:
    pairs = _pairs(read, counts)
    if len(pairs) < FEWEST // 2:
        return
    (first, second), *rest = pairs
    for here, there, at in ((first, second, 0), (second, first, 1)):
        own = sum((pair[at].value for pair in rest), Decimal(0))
        other = sum((pair[1 - at].value for pair in rest), Decimal(0))
        # The one makes its sum, so the list is of all; the other doesn't.
        if other == there.value and own != here.value and abs(own - here.value) * 3 <= max(own, here.value):
            why = f"{' + '.join(pair[at].text for pair in rest)} = {printed(own)}, printed as {here.text}"
            slip = f"parts/{paragraph.line}/{here.start}"
            yield Finding(CODE, "wrong", paragraph.where, here.text, here.text, printed(own), why, slip, "likely")


def _pairs(read: Passage, counts: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """The counts two by two, where each two are joined by one preposition, and a mark or "and" parts them."""
    pairs: list[tuple[Entry, Entry]] = []
    joined = ""
    for one, other in zip(counts[::2], counts[1::2], strict=False):
        found = IN.fullmatch(read.text[one.end : other.start])
        plain = all(e.kind == "count" and not e.base and not e.share for e in (one, other))
        if not found or not plain or (joined and found["in"].lower() != joined):
            return []
        if pairs:
            gap = read.text[pairs[-1][1].end : one.start]
            if not (OPENS if len(pairs) == 1 else JOINS).fullmatch(gap):
                return []
        joined = found["in"].lower()
        pairs.append((one, other))
    return pairs if len(counts) % 2 == 0 else []


__all__ = ["CODE", "check"]
