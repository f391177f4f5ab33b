"""What is called the second or the third most of a list that is told right before it or behind it."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.listing import Listing, Named, listings
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OTHER_TIME
from looped.checker.prose import Passage, passage

CODE = "second-of-list"
MESSAGE = "What is called the second or the third most stands so in the list."
GOOD = "The faults named were rust, 69; rot, 138; wear, 146; and leaks, 56. The second most common was rot."
BAD = "The faults named were rust, 69; rot, 138; wear, 146; and leaks, 56. The second most common was leaks."

NTH = (
    r"(?P<nth>second|third)[- ](?:most (?:common|frequent|often|popular|cited|named|used|mentioned)\w*|commonest|"
    r"highest|largest|greatest)"
)
SAID = pattern_of(rf"\bthe {NTH}(?: [a-z’'-]+){{0,3}}? (?:was|were|is|are|being) (?P<name>[^.;:,()\d]{{2,60}})", re.I)
SUBJECT = pattern_of(rf"(?:^|[.;] )(?P<name>[^.;:,()\d]{{2,60}}?) (?:was|were|is|are|came) (?:the |as )?{NTH}\b", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such statement in a paragraph with one list of three figures or more."""
    for paragraph in context.paragraphs_with(SAID, SUBJECT):
        read = passage(paragraph.text)
        lists = [each for each in listings(read) if len(each.items) >= FEWEST]
        if len(lists) != 1 or not all(each.words for each in lists[0].items) or not _is_whole(read, lists[0]):
            continue
        for pattern in (SAID, SUBJECT):
            for found in pattern.finditer(paragraph.text):
                sentence = read.sentence(read.sentence_at(found.start("nth")))
                if not OTHER_TIME.search(sentence) and not lists[0].start <= found.start("nth") < lists[0].end:
                    yield from _judged(paragraph, read, lists[0], found)


def _is_whole(read: Passage, told: Listing) -> bool:
    """Whether the list has all figures of its kind that its sentence tells: no first one that stands apart from it."""
    own = [each.entry for each in told.items]
    return all(e in own or e.kind != own[0].kind for e in read.of_sentence(told.sentence))


def _judged(paragraph: Paragraph, read: Passage, told: Listing, found: re.Match[str]) -> Iterator[Finding]:
    named = told.named(found["name"])
    if len(named) != 1:
        return
    place = 1 if found["nth"].lower() == "second" else 2
    ordered = sorted({each.value for each in told.items}, reverse=True)
    above = [each for each in told.items if each.value > named[0].value]
    right = len(above) == place or (len(above) < place and _is_joint(told, named[0]))
    why = f"of {told.shown} it is number {len(above) + 1} of {len(ordered)}"
    yield finding_of(CODE, paragraph, read, found.span(), (right, "" if right else "another"), why)


def _is_joint(told: Listing, own: Named) -> bool:
    return sum(each.value == own.value for each in told.items) > 1
