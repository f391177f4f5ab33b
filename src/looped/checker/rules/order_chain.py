"""Rises and falls told one after the other by their sizes, against the figures that they are said to have led to."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.courses import Course, courses_on, is_size
from looped.checker.directions import FELL, FELL_BESIDE, ROSE, ROSE_BESIDE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.weighing import prose_alone

CODE = "order-chain"
MESSAGE = "Figures follow each other as far apart as each rise and fall between them is large."
GOOD = "Cases rose by 14 in the first half and fell by 9 in the second, so that 50 became 64 and then 55."
BAD = "Cases rose by 14 in the first half and fell by 9 in the second, so that 50 became 64 and then 59."

MOVED = pattern_of(
    rf"\b(?:(?P<up>{ROSE}|added|up)|(?P<down>{FELL}|lost|shed|cut|down))\b[^.;:\d]{{0,25}}? (?:by )?(?:another "
    rf"|a further )?"
    r"[£$€]?$",
    re.I,
)
TURN = pattern_of(rf"\b(?:(?P<up>{ROSE}|{ROSE_BESIDE})|(?P<down>(?!falls\b)(?:{FELL}|{FELL_BESIDE})))\b", re.I)
DENIED = pattern_of(r"\b(?:not|never|n[’']t|while|whereas|although|than|which|who|would|should)\b", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with sizes and one figure more than there are of them."""
    for paragraph in context.once(prose_alone):
        read = passage(paragraph.text)
        for at in range(len(read.starts) if len(read.entries) > FEWEST else 0):
            yield from _sentence(paragraph, read, at)


def _sentence(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    sizes = [e for e in read.of_sentence(at) if is_size(read, e)]
    if not sizes:
        yield from _ways(paragraph, read, at)
    if len(sizes) < FEWEST - 1:
        return
    told = [e for e in courses_on(read, at) if len(e.entries) == len(sizes) + 1]
    signs = [_sign(read, each) for each in sizes]
    if len(told) != 1 or None in signs or sizes[-1].end > told[0].entries[0].start:
        return
    held = _held(told[0], sizes, signs)
    # One figure is out; where more are, they are of something else.
    if sum(held) < len(held) - 1:
        return
    why = f"{told[0].shown}, after {', '.join(each.text for each in sizes)}"
    span = (told[0].entries[0].start, told[0].entries[-1].end)
    yield finding_of(CODE, paragraph, read, span, (all(held), "" if all(held) else "another"), why)


def _ways(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "It rose in May, fell in June and rose again in July: 40 in April, then 46, 43 and 49"."""
    if not TURN.search(read.text, read.starts[at]):
        return
    told = [e for e in courses_on(read, at) if len(e.entries) >= FEWEST]
    if len(told) != 1:
        return
    low, first = read.starts[at], min(each.start for each in told[0].entries)
    said = list(TURN.finditer(read.text, low, max(low, first)))
    steps = [b - a for a, b in pairwise(told[0].values)]
    if len(said) != len(steps) or len({bool(each["up"]) for each in said}) < 2 or DENIED.search(read.text, low, first):
        return
    right = all((step > 0) if each["up"] else (step < 0) for step, each in zip(steps, said, strict=True))
    why = f"{told[0].shown}; the text says {', '.join(each.group() for each in said)}"
    yield finding_of(
        CODE, paragraph, read, (said[0].start(), said[-1].end()), (right, "" if right else "otherwise"), why
    )


def _held(course: Course, sizes: Sequence[Entry], signs: Sequence[int | None]) -> list[bool]:
    steps = [b - a for a, b in pairwise(course.values)]
    return [step == (sign or 0) * abs(size.value) for step, size, sign in zip(steps, sizes, signs, strict=True)]


def _sign(read: Passage, size: Entry) -> int | None:
    """1 for a rise and -1 for a fall of that size."""
    said = MOVED.search(read.text[read.starts[size.sentence] : size.start])
    return None if said is None else 1 if said["up"] else -1
