"""A share in words said of both or all of several, with the count and whole of each: "in both (12 of 19, 14 of 32)"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.saying import said_in

CODE = "share-in-each"
MESSAGE = "A share in words that is said of each of several is so by the count and the whole of each."
GOOD = "In both harbours more than half of the owners were content (12 of 19 and 20 of 32)."
BAD = "In both harbours more than half of the owners were content (12 of 19 and 14 of 32)."

EACH = pattern_of(r"\b(?:both|either|each|every|all (?:two|three|four|five|six)) (?!of (?:the )?\d)", re.I)
# "All of the 49 were safe: 24 of 24 here and 25 of 25 there".
ALL = pattern_of(r"(?:^|[.;] )(?:all|every one)(?: of)?(?: the| our| these)? (?:\d+ )?[a-z][^.;:()\d]{2,60}: $", re.I)
ELSE = pattern_of(
    r"\b(?:not|neither|than in|together|combined|overall|between them|in all|except|but|"
    r"apart from)\b",
    re.I,
)
DIGIT = re.compile(r"\d")
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Sentence by sentence, with the counts that close it."""
    for paragraph in context.paragraphs_with(EACH, ALL):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            parts = _parts(read, at)
            if len(parts) >= FEWEST and not ELSE.search(read.text, read.starts[at], parts[0].start):
                yield from _judged(paragraph, read, at, parts)


def _parts(read: Passage, at: int) -> list[Entry]:
    """The counts with a whole of their own at the end of a sentence, where nothing else is counted behind the first."""
    own = read.of_sentence(at)
    first = next((n for n, each in enumerate(own) if each.base and _is_pair(each)), len(own))
    return list(own[first:]) if all(each.base and _is_pair(each) for each in own[first:]) else []


def _is_pair(each: Entry) -> bool:
    return each.kind == "count" and each.base is not None and 0 <= each.count <= each.base


def _judged(paragraph: Paragraph, read: Passage, at: int, parts: Sequence[Entry]) -> Iterator[Finding]:
    low, start = read.starts[at], parts[0].start
    lead = read.text[low:start]
    shares = [Fraction(each.count, each.base or 1) for each in parts]
    if ALL.search(lead):
        low_most, high_most, said = Fraction(1), Fraction(1), lead.strip(" :")
    else:
        if any(parts[0].end <= each.start < parts[-1].start for each in said_in(read.text)):
            return  # "more than half were dry (12 of 19), and fewer than half were old (7 of 19)": of each its own
        told = [each for each in said_in(read.text) if low <= each.start and each.end <= start]
        if len(told) != 1 or not EACH.search(lead) or DIGIT.search(told[0].text):
            return
        low_most, high_most, said = told[0].low, told[0].high, told[0].text
    verdict: Verdict = "ok" if all(low_most <= each <= high_most for each in shares) else "wrong"
    listed = " and ".join(f"{each.count} of {each.base}" for each in parts)
    slip = f"{CODE}/{paragraph.line}/{low}"
    why = f"it is said of each, and they are {listed}"
    yield Finding(CODE, verdict, paragraph.where, said, said, listed, why, slip, "likely")
