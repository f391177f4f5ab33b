""" "The 610 tenants who had one. That is 65% of all who answered": a count, and what share of all it is said to be."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.known import known_numbers
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "that-share"
MESSAGE = "What the sentence before counts is the share that it is said to be, of a number that the document tells."
GOOD = (
    "We asked 936 rowers.\n\nThese questions were put to the 610 rowers who had a boat. That is 65% "
    "of all who answered.\n\n"
    "Of 60 oars 12 were lost, 30 old and 18 new; 9 of 20 masts, 3 of 15 sails and 8 of 25 ropes were worn."
)
BAD = (
    "We asked 936 rowers.\n\nThese questions were put to the 610 rowers who had a boat. That is 56% "
    "of all who answered.\n\n"
    "Of 60 oars 12 were lost, 30 old and 18 new; 9 of 20 masts, 3 of 15 sails and 8 of 25 ropes were worn."
)

SAID = pattern_of(
    r"\W*(?:that|this|which|they|these|those|it) (?:is|was|are|were|makes?|made|represents?|"
    r"represented|(?:comes?|came|amounts?|"
    r"amounted) to|make up|made up|accounts? for)(?: (?:just|only|some|about|nearly|almost|over|under))* $",
    re.I,
)
OF_ALL = pattern_of(r" of (?:all\b|the total\b|the whole\b|every|those who|the \d)", re.I)
LEAST, SLACK = 12, 1


def check(context: Context) -> Iterator[Finding]:
    """Each share that opens its sentence so, with the one count before it."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for share in read.entries:
            opens = share.kind == "share" and share.sentence and OF_ALL.match(read.text, share.end)
            if opens and SAID.fullmatch(read.text, read.starts[share.sentence], share.start):
                yield from _judged(context, paragraph, read, share)


def _judged(context: Context, paragraph: Paragraph, read: Passage, share: Entry) -> Iterator[Finding]:
    told = [e for e in read.of_sentence(share.sentence - 1) if e.kind == "count"]
    known = context.once(known_numbers)
    if len(told) != SLACK or told[0].base or told[0].share or len(known) < LEAST or not share.share:
        return
    part = told[0].count
    if any(n > part and fits(part, n, share.share) for n in known):
        return
    why = f"{part} is {share.share} of no number that the document tells"
    slip = f"fraction/{paragraph.line}/{share.start}"
    yield Finding(CODE, "wrong", paragraph.where, share.text, str(share.share), "another", why, slip, "likely")
