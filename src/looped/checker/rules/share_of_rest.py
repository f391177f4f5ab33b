"""A share of those who are left once some fell away: "of 60 forms five were blank. Of the usable ones 44 (80%)"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.narrowed import LEFT, OF_ALL, Narrowed, narrowed
from looped.checker.numbers import fits, rounded, share
from looped.checker.prose import Entry, Passage, passage

CODE = "share-of-rest"
MESSAGE = "A share of those who are left is of those, and not of all that there were."
GOOD = "Sixty forms came back, but five were blank. Of the usable ones, 44 (80%) were signed."
BAD = "Sixty forms came back, but five were blank. Of the usable ones, 44 (73%) were signed."


def check(context: Context) -> Iterator[Finding]:
    """Each share behind a whole that was made smaller."""
    for paragraph in context.document.paragraphs:
        if "%" not in paragraph.text and " cent" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        for each in read.entries:
            if each.share and not each.base:
                yield from _judged(paragraph, read, each)


def _judged(paragraph: Paragraph, read: Passage, stated: Entry) -> Iterator[Finding]:
    for rest in narrowed(read):
        if not _is_of(read, stated, rest) or stated.share is None:
            continue
        counts = [n for n in _parts(read, stated, rest) if 0 < n <= rest.left]
        # "71 of the 75 did; four (5%) did not": the rest itself, of all.
        if not counts or rest.left in counts or any(fits(n, rest.left, stated.share) for n in counts):
            continue
        for part in counts:
            if fits(part, rest.wide, stated.share) and not _is_part(read, stated, part):
                yield _finding(paragraph, stated, part, rest)
                return


def _is_of(read: Passage, stated: Entry, rest: Narrowed) -> bool:
    """Whether the sentence of a share speaks of those who are left, and of no wider whole."""
    if not (0 <= stated.sentence - rest.sentence <= 1) or stated.end <= rest.start:
        return False
    words = read.text[max(rest.start, read.starts[stated.sentence]) : stated.end]
    behind = re.split(r"[.;]", read.text[stated.end :])[0]
    if OF_ALL.search(f"{words} {behind}"):
        return False
    own = [e for e in read.of_sentence(stated.sentence) if e.start > rest.place]
    if any(rest.wide in (e.count, e.base) for e in own if e.kind == "count"):
        return False
    return rest.is_told or (stated.sentence > rest.sentence and bool(LEFT.search(words + behind)))


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
