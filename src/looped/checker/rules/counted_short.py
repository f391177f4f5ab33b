"""What there should have been, what was found, and by how much that is short or too much."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "counted-short"
MESSAGE = "What is short or too much is how far what was found is from what there should have been, on that side."
GOOD = "There should have been £72 in the till. We counted £65, a shortage of £7."
BAD = "There should have been £72 in the till. We counted £65, a shortage of £9."

DUE_BEHIND = pattern_of(
    r"(?: [a-z’'-]+){0,3} (?:should|ought to) have been\b|(?: [a-z]+)? (?:was|were) expected\b", re.I
)
DUE_BEFORE = pattern_of(
    r"\b(?:(?:should|ought to) have (?:been|held|contained|come to|shown)|expected(?: to (?:find|see|have|be))?) "
    r"(?:about |exactly )?$",
    re.I,
)
FOUND = pattern_of(
    r"\b(?:counted|found|held|contained|there (?:was|were)|came to|showed) (?:only |just |in fact )?$", re.I
)
SIDE = pattern_of(
    r"\b(?:(?P<short>shortage|shortfall|deficit|deficiency|loss)|(?P<over>excess|surplus|overage)) of "
    r"(?:just |only |exactly )?$",
    re.I,
)
BEHIND = re.compile(r",? (?:which was |so |that is,? |making |leaving )?an? (?:cash |stock |small )?$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such size right behind what was found, with what was due in its sentence or the one before."""
    for paragraph in context.paragraphs_with(SIDE_WORD):
        read = passage(paragraph.text)
        for found, size in zip(read.entries, read.entries[1:], strict=False):
            yield from _judged(paragraph, read, found, size)


SIDE_WORD = pattern_of(r"\b(?:shortage|shortfall|deficit|deficiency|loss|excess|surplus|overage) of\b", re.I)


def _judged(paragraph: Paragraph, read: Passage, found: Entry, size: Entry) -> Iterator[Finding]:
    gap = read.text[found.end : size.start]
    side = SIDE.search(gap)
    if not side or not BEHIND.fullmatch(gap[: side.start()]) or not FOUND.search(read.text[: found.start]):
        return
    due = [e for e in read.entries if found.sentence - 1 <= e.sentence and e.end <= found.start and _is_due(read, e)]
    plain = all(e.step == 1 and not e.share and not e.base for e in (*due, found, size))
    if len(due) != 1 or not plain or len({(e.kind, e.unit) for e in (*due, found, size)}) > 1:
        return
    apart = due[0].value - found.value
    right = size.value == abs(apart) and (apart > 0) == bool(side["short"])
    side_told = "short of it" if apart > 0 else "above it" if apart < 0 else "the same"
    why = f"{found.text} against {due[0].text} is {printed(abs(apart))} {side_told}; printed: {side.group()}{size.text}"
    quote = f"{side.group()}{size.text}"
    slip = f"{CODE}/{paragraph.line}/{size.start}"
    verdict: Verdict = "ok" if right else "wrong"
    yield Finding(CODE, verdict, paragraph.where, quote, size.text, printed(abs(apart)), why, slip, "likely")


def _is_due(read: Passage, entry: Entry) -> bool:
    return bool(DUE_BEHIND.match(read.text, entry.end) or DUE_BEFORE.search(read.text[: entry.start]))
