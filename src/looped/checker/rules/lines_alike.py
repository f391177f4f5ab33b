"""Lines of a list that each divide one whole in two: all come to as many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, passage
from looped.checker.rules.bulleted import BULLET
from looped.checker.sheets.around import numbers_in
from looped.checker.sheets.ways import are_opposed

CODE = "lines-alike"
MESSAGE = "Lines that divide the same cases in two come to the same number."
GOOD = (
    "Testing (40 payments)\n\n- Order raised: 37 yes, 3 no\n- Invoice seen: 38 yes, 2 no\n- Paid on time: 34 yes, 6 no"
)
BAD = (
    "Testing (40 payments)\n\n- Order raised: 37 yes, 3 no\n- Invoice seen: 38 yes, 4 no\n- Paid on time: 34 yes, 6 no"
)

# Between and behind the two figures of a line.
SHAPE = pattern_of(r"[\s,;:()/–-]*(?P<word>[a-z]+(?: [a-z]+){0,2})?[\s,;:()/.–-]*", re.I)
PEOPLE = pattern_of(r"\b(?:men|women|boys|girls|males?|females?|for|against|won|lost|passed|failed)\b", re.I)
FEWEST, MOST = 3, 3


@dataclass(frozen=True)
class Line:
    """A line with its figures, and the words behind each."""

    paragraph: Paragraph
    entries: tuple[Entry, ...]
    words: tuple[str, ...]

    @property
    def whole(self) -> int:
        """What its figures come to."""
        return sum(each.count for each in self.entries)


def check(context: Context) -> Iterator[Finding]:
    """Each run of lines with the same words behind their figures."""
    run: list[Line] = []
    before: list[Paragraph] = []
    for block in (*context.document.blocks, None):
        line = _line(block) if isinstance(block, Paragraph) else None
        if line and (not run or line.words == run[-1].words):
            run.append(line)
            continue
        yield from _judged(run, before)
        run = [line] if line else []
        if isinstance(block, Paragraph) and not line:
            before.append(block)


def _line(paragraph: Paragraph) -> Line | None:
    """A line of a list with two or three counts, each with its word behind it."""
    bullet = BULLET.match(paragraph.text)
    if not bullet:
        return None
    read = passage(paragraph.text)
    entries = [e for e in read.entries if e.start >= bullet.end()]
    if not 2 <= len(entries) <= MOST or any(e.kind != "count" or e.base or e.share for e in entries):
        return None
    ends = [*(e.start for e in entries[1:]), len(read.text)]
    found = [SHAPE.fullmatch(read.text, e.end, end) for e, end in zip(entries, ends, strict=True)]
    words = tuple((each["word"] or "").lower() for each in found if each)
    return Line(paragraph, tuple(entries), words) if len(words) == len(entries) and all(words) else None


def _are_opposed(words: tuple[str, ...]) -> bool:
    """Whether the words can only divide the same cases, and are no two kinds of people."""
    return are_opposed(words) and not any(PEOPLE.search(word) for word in words)


def _judged(run: Sequence[Line], before: Sequence[Paragraph]) -> Iterator[Finding]:
    wholes = [each.whole for each in run]
    if len(run) < FEWEST:
        return
    usual = max(set(wholes), key=wholes.count)
    off = [each for each in run if each.whole != usual]
    told = usual in [n for each in before[-2:] for n in numbers_in(each.text)]
    # Where nobody tells how many there were, the words must be yes and no, and all lines but one agree.
    enough = 2 if told else FEWEST
    if len(off) > 1 or wholes.count(usual) < enough or not (told or _are_opposed(run[0].words)):
        return
    for line in run:
        verdict: Verdict = "wrong" if line in off else "ok"
        first, last = line.entries[0], line.entries[-1]
        quote = line.paragraph.text[first.start : last.end]
        terms = " + ".join(str(each.count) for each in line.entries)
        why = f"{terms} = {line.whole}, where the other lines come to {usual}"
        slip = f"lines/{line.paragraph.line}"
        yield Finding(CODE, verdict, line.paragraph.where, quote, quote, str(usual), why, slip, "likely")
