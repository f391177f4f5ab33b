"""Those who are left of a number once all that fell away are told: "of 412, 96 were unfit and 58 away. The other"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "after-those"
MESSAGE = "What remains in the next sentence is the number told before, less each of those that it lists."
GOOD = "We saw 212 moths, of which 46 were dead, 31 too small and nine escaped. The remaining 126 were ringed."
BAD = "We saw 212 moths, of which 46 were dead, 13 too small and nine escaped. The remaining 126 were ringed."

REMAINING = pattern_of(
    r"^\W*(?:(?:the|all|this left|these left|leaving|that left) )?(?:the )?(?:remaining|other|rest,?|others,?|"
    r"remainder,?|"
    r"leaving|left) (?:the |us |with )*$|^\W*(?:this|that|which) left (?:us )?(?:with )?$",
    re.I,
)
OF_WHICH = pattern_of(
    r"[^.;:()\d]{0,60}?(?:,? (?:and )?of (?:whom|which|these|those|them)|:|;| -| –|—)[^.;:()\d]{0,30}", re.I
)
NESTED = pattern_of(
    r"\b(?:including|of (?:them|these|those|whom|which)|both|twice|than|another|also|again|among them|each|per|at "
    r"least|"
    r"more than|up to|about|some)\b",
    re.I,
)
OPENS = pattern_of(r"^\W*(?:of|from|out of) (?:the |these |our |all |a total of |a sample of )*$", re.I)
FEWEST, FAR = 2, 3


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that opens with what remains, behind one that lists what went."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for each in read.entries:
            start = read.starts[each.sentence]
            if each.kind == "count" and each.sentence and REMAINING.search(read.text[start : each.start]):
                yield from _judged(paragraph, read, each)


def _judged(paragraph: Paragraph, read: Passage, rest: Entry) -> Iterator[Finding]:
    told = read.of_sentence(rest.sentence - 1)
    counts = [e for e in told if e.kind == "count"]
    if len(counts) < FEWEST + 1 or len(counts) != len(told) or any(e.base for e in counts):
        return
    whole, *parts = counts
    gap = read.text[whole.end : parts[0].start]
    listed = read.text[parts[0].start : read.starts[rest.sentence]]
    opens = OPENS.match(read.text[read.starts[whole.sentence] : whole.start])
    if (
        not (OF_WHICH.fullmatch(gap) or (opens and not re.search(r"[.;:()]", gap)))
        or NESTED.search(listed)
        or whole.share
    ):
        return
    left = whole.count - sum(e.count for e in parts)
    right = rest.count == left
    if not right and (left <= 0 or not _is_slip(whole.count, [e.count for e in parts], rest.count)):
        return
    why = (
        f"{whole.text} less {' and '.join(e.text.split(' (')[0] for e in parts)} leaves {left}, printed as {rest.text}"
    )
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"left/{paragraph.line}/{rest.start}"
    yield Finding(CODE, verdict, paragraph.where, rest.text, rest.text, str(left), why, slip, "likely")


def _is_slip(whole: int, parts: Sequence[int], rest: int) -> bool:
    """Whether one slip of the pen mends the sum, and no part or two of them left out would."""
    left = whole - sum(parts)
    if any(whole - sum(some) == rest for size in range(len(parts)) for some in combinations(parts, size)):
        return False
    if abs(left - rest) <= FAR or slips(rest, left):
        return True
    missing = left - rest
    return slips(whole, whole - missing) or any(part + missing > 0 and slips(part, part + missing) for part in parts)
