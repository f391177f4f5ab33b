"""What is said of all or of none, against the count told of the same before, in the same words."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "all-as-counted"
MESSAGE = "Where all are said to be so, as many were counted so as there are."
GOOD = "We checked 12 boats. 12 carried flares and 11 a radio. All the boats carried flares."
BAD = "We checked 12 boats. 11 carried flares and 12 a radio. All the boats carried flares."

SAID = pattern_of(
    r"(?:^|[.;:]\s+|, (?:so|that is|which means that) )"
    r"(?:(?:so|thus|therefore|hence|in other words|this means that|that is),? )?"
    r"(?P<said>(?:all|each|every|none)\b(?: one)?(?: of)?(?: (?:the|these|those|our|its))?) (?P<noun>[a-z-]{3,}) "
    r"(?P<what>[^.;:,()\d]{3,70})(?=[.;:,]|$)",
    re.I,
)
BEHIND = pattern_of(
    r" (?:of (?:the|these|those|them) ?)?(?P<what>[^.;:,()\d]{3,90}?)(?= and (?:\d|\w+ \w+ed)|[.;:,]|$)"
)
THEREFORE = stems("therefore thus so hence also then each all the of a an")
REACH = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement behind one count told in its words, and the number of all."""
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for found in SAID.finditer(read.text):
            yield from _judged(paragraph, read, found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at, what = read.sentence_at(found.start("said")), stems(found["what"]) - THEREFORE
    before = [e for e in read.entries if e.end <= found.start("said") and at - e.sentence <= REACH]
    told = [e for e in before if what and _tells(read, e, found["noun"]) == what]
    if len(told) != 1 or EARLIER.search(read.text[told[0].end : found.end()]):
        return
    number = told[0].base or _number(read, told[0], found["noun"])
    if number is None or told[0].count > number:
        return
    none = found["said"].lower().startswith("none")
    verdict: Verdict = "ok" if told[0].count == (0 if none else number) else "wrong"
    why = f"{told[0].count} of {number} is not {'none' if none else 'all'}" if verdict == "wrong" else ""
    quote, slip = found.group().strip(" .;:,"), f"{CODE}/{paragraph.line}/{found.start('said')}"
    expected = f"{told[0].count} of {number}"
    yield Finding(CODE, verdict, paragraph.where, quote, found["said"], expected, why, slip, "likely")


def _tells(read: Passage, entry: Entry, noun: str) -> frozenset[str]:
    """What a count is told of, without the name of what is counted."""
    behind = BEHIND.match(read.text, entry.end) if entry.kind == "count" and not entry.share else None
    return stems(behind["what"]) - THEREFORE - stems(noun) if behind else frozenset()


def _number(read: Passage, told: Entry, noun: str) -> int | None:
    """How many there are, by the count before that names them; None where two do."""
    named = {
        e.base or e.count
        for e in read.entries
        if e.kind == "count"
        and e.end <= told.start
        and stem(noun) in map(stem, re.findall(r"[a-z-]+", read.text[e.end :])[:3])
    }
    return next(iter(named)) if len(named) == 1 else None
