"""A share of those who are left once some fell away: "of 60 forms five were blank. Of the usable ones 44 (80%)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.narrowed import LEFT, OF_ALL, TO_THAT, Narrowed, narrowed
from looped.checker.numbers import fits, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "share-of-rest"
MESSAGE = "A share of those who are left is of those, and not of all that there were."
GOOD = "Sixty forms came back, but five were blank. Of the usable ones, 44 (80%) were signed."
BAD = "Sixty forms came back, but five were blank. Of the usable ones, 44 (73%) were signed."

BELOW = pattern_of(
    r"\b(?:below|that follow|throughout|in this (?:report|section|chapter|note|paper)|"
    r"all (?:the )?(?:percentages|shares|"
    r"figures)|from here on)\b",
    re.I,
)
# For how many sentences it holds what shares are said to be of.
SAID_OF = 5


def check(context: Context) -> Iterator[Finding]:
    """Each share behind a whole that was made smaller, in its paragraph or for all of its section."""
    of_section: dict[str, list[Narrowed]] = {}
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        earlier = of_section.setdefault(paragraph.section, [])
        rests = [*narrowed(read), *earlier]
        if rests and ("%" in paragraph.text or " cent" in paragraph.text):
            for each in read.entries:
                if each.share and not each.base:
                    yield from _judged(paragraph, read, each, rests)
        earlier += [_of_all_below(rest) for rest in narrowed(read) if rest.is_said and BELOW.search(read.text)]


def _of_all_below(rest: Narrowed) -> Narrowed:
    """What is said of all that follows, as it stands before another paragraph."""
    return replace(rest, start=-1, place=-1, sentence=-1)


def _judged(paragraph: Paragraph, read: Passage, stated: Entry, rests: Sequence[Narrowed]) -> Iterator[Finding]:
    for rest in rests:
        if not _is_of(read, stated, rest) or stated.share is None:
            continue
        counts = [n for n in _parts(read, stated, rest) if 0 < n <= rest.left]
        # "71 of the 75 did; four (5%) did not": the rest itself, of all.
        if not counts or rest.left in counts:
            continue
        if any(fits(n, other.left, stated.share) for n in counts for other in rests):
            continue
        for part in counts:
            if fits(part, rest.wide, stated.share) and not _is_part(read, stated, part):
                yield _finding(paragraph, stated, part, rest)
                return


def _is_of(read: Passage, stated: Entry, rest: Narrowed) -> bool:
    """Whether the sentence of a share speaks of those who are left, and of no wider whole."""
    far = SAID_OF if rest.is_said else 1
    if not (0 <= stated.sentence - rest.sentence <= far) or stated.end <= rest.start:
        return False
    words = read.text[max(rest.start, read.starts[stated.sentence]) : stated.end]
    behind = re.split(r"[.;]", read.text[stated.end :])[0]
    if OF_ALL.search(f"{words} {behind}"):
        return False
    own = [e for e in read.of_sentence(stated.sentence) if e.start > rest.place]
    if any(rest.wide in (e.count, e.base) for e in own if e.kind == "count"):
        return False
    if rest.is_said:
        return stated.start > rest.place and (not rest.is_told or _is_asked(read, stated, rest))
    return rest.is_told or (stated.sentence > rest.sentence and bool(LEFT.search(words + behind)))


def _is_asked(read: Passage, stated: Entry, rest: Narrowed) -> bool:
    """Whether a share is of what only those were asked: in the next sentence, or where that is taken up."""
    return stated.sentence - rest.sentence <= 1 or bool(TO_THAT.search(read.sentence(stated.sentence)))


def _parts(read: Passage, stated: Entry, rest: Narrowed) -> list[int]:
    """The counts that a share may be of: its own, else those of its sentence."""
    if stated.kind == "count":
        return [stated.count]
    own = [e for e in read.of_sentence(stated.sentence) if e.kind == "count" and not e.share]
    return [e.count for e in own if e.count not in (rest.left, rest.wide, rest.fell)]


def _is_part(read: Passage, stated: Entry, part: int) -> bool:
    """Whether a share is that part of another count of its passage than the whole there was."""
    assert stated.share
    fitting = {n for e in read.entries if e.kind == "count" for n in (e.count, e.base or 0) if n >= part}
    return sum(fits(part, n, stated.share) for n in fitting) > 1


def _finding(paragraph: Paragraph, stated: Entry, part: int, rest: Narrowed) -> Finding:
    assert stated.share
    exact = rounded(share(part, rest.left), max(stated.share.decimals, 1))
    why = f"{rest.wide} less {rest.fell} leave {rest.left}; {part} of {rest.left} is {exact}%, not {stated.share}"
    slip = f"fraction/{paragraph.line}/{stated.text.lower()}"
    return Finding(CODE, "wrong", paragraph.where, stated.text, str(stated.share), f"{exact}%", why, slip, "likely")
