"""A number that is shared out among those named right behind it: "138 were randomised, 69 to oil and 69 to wax"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "dealt-out"
MESSAGE = "Those shared out among several are as many as each was given."
GOOD = "Of 173 sailors 35 were left out; the remaining 138 were randomised, 69 to oil and 69 to wax."
BAD = "Of 173 sailors 35 were left out; the remaining 138 were randomised, 69 to oil and 73 to wax."

DEALT = pattern_of(
    r"[^.;:()\d]{0,50}\b(?:randomi[sz]ed|allocated|assigned|shared out|split|divided|distributed|dealt out|handed out|"
    r"sent|allotted)(?: equally| evenly| at random)?[,:]? ?(?:[–—(] ?)?(?:with )?$",
    re.I,
)
TO = pattern_of(r"(?: [a-z’'-]+){0,2}? (?P<to>to|between|among|for|into) ", re.I)
JOINED = pattern_of(r"[^.;:\d]{1,60}?(?:,|;|,? and|,? with) $", re.I)
# Of others besides, or in one of several ways.
ELSE = pattern_of(
    r"\b(?:of (?:whom|which|these|those|them)|at least|more|than|per|each|ratio|including|also|further)\b", re.I
)
ENDS = pattern_of(r"[^.;:,()\d]{1,60}(?:[.;,)]|$)")


def check(context: Context) -> Iterator[Finding]:
    """Each number that is said to be dealt out, with as many parts as follow at once."""
    for paragraph in context.paragraphs_with(DEALT):
        read = passage(paragraph.text)
        for at, whole in enumerate(read.entries):
            if whole.kind == "count" and not whole.base and not whole.share and (parts := _parts(read, at)):
                yield from _judged(paragraph, whole, parts)


def _parts(read: Passage, at: int) -> list[Entry]:
    """The counts right behind a number, each with whom it went to; none where anything else is told."""
    whole = read.entries[at]
    behind = [e for e in read.entries[at + 1 :] if e.sentence == whole.sentence]
    if not behind or not DEALT.fullmatch(read.text, whole.end, behind[0].start):
        return []
    parts = behind[:1]
    for one, other in pairwise(behind):
        if not JOINED.fullmatch(read.text, one.end, other.start):
            break
        parts.append(other)
    plain = all(e.kind == "count" and not e.base and TO.match(read.text, e.end) for e in parts)
    words = read.text[whole.start : parts[-1].end + 60]
    # "At seven ports 185 sailors were shared out": not the ports.
    if (
        len(parts) < 2
        or whole.count <= max(e.count for e in parts)
        or not plain
        or ELSE.search(words)
        or not ENDS.match(read.text, parts[-1].end)
    ):
        return []
    return parts


def _judged(paragraph: Paragraph, whole: Entry, parts: Sequence[Entry]) -> Iterator[Finding]:
    summed = sum(each.count for each in parts)
    verdict: Verdict = "ok" if summed == whole.count else "wrong"
    why = f"{' + '.join(str(e.count) for e in parts)} = {summed}, of {whole.text} that are shared out"
    quote = paragraph.text[parts[0].start : parts[-1].end]
    slip = f"parts/{paragraph.line}/{parts[0].start}"
    yield Finding(CODE, verdict, paragraph.where, quote, str(summed), str(whole.count), why, slip, "likely")
