"""Names with a figure each, told one behind the other and called by their very names later: "Sound 14; Partly worn 3".

Unlike `listing.py`, which asks what tells an item from the others, a name here is all of its words: "Agree" is no part
of "Strongly agree".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import Entry, Passage

WORDS = r"[A-Za-z“‘\"'][^.;:()\d,%]{1,44}?"
PART = r"\)?(?:[,;]|,? and|[;,] and|,? while|,? but)\s+(?:and |the |in )?"
# What is done to things that get a grade.
OF_IT = (
    r"(?:called|found|thought|rated|graded|judged|considered|described|scored) (?:it|them|this|(?:the|their|our) "
    r"[a-z’'-]+)(?: was| were)?(?: as| to be)?"
)
GRADED = (
    rf"(?:{OF_IT}|(?:(?:were|was|are|is|being|had been|have been) )?(?:rated|graded|judged|classed|coded|recorded|"
    r"scored|marked|"
    r"assessed|found|placed|put|described|given|deemed|considered|ranked|classified|categorised|labelled|answered|said|"
    r"chose|in)(?: as| to be| in| under| an?| the| band)?)"
)
# "38 about cost, 14 due to delay".
ABOUT = r"(?:(?:about|due to|because of|caused by|to do with|related to|concerning|down to) (?:the )?)?"
MARK = r"(?:[:,]? | ?[–—=-] ?|:? ?\(| (?:was|were|had|at|with) )[£$€]?"
# "Sound: 14. Worn: 20.": each a sentence of its own.
AHEAD = pattern_of(rf"{PART}(?P<name>{WORDS}){MARK}|\)?[.]\s+(?P<own>{WORDS})(?:[:,] | ?[–—=] ?|:? ?\()[£$€]?")
BEHIND = pattern_of(rf" (?:(?:[a-z]+ ){{0,2}}?{GRADED} |(?:were|was|are) )?{ABOUT}(?P<name>{WORDS}){PART}[£$€]?", re.I)
FIRST = pattern_of(
    rf"(?s:.*)(?:^|[.:;–—\n]\s*|\b(?:were|was|are|is|namely|as follows|included|results|gave|comprised):? )"
    rf"(?P<name>{WORDS}){MARK}"
)
LAST = pattern_of(
    rf" (?:(?:[a-z]+ ){{0,2}}?{GRADED} |(?:were|was|are) )?{ABOUT}(?P<name>{WORDS})(?=[.,;:)]|\s\(|$|\s[–—]|"
    r" (?:out )?of (?:the |all )?\d)",
    re.I,
)
COMMON = pattern_of(
    r"(?:the (?:others?|rest|remaining.*|remainder)|others?|in (?:all|total)|total|all|base|then|again|it|they|"
    r"of (?:these|"
    r"them|whom|which)|(?:of|at|in|by|from|to|on|than|with) .*|.* (?:of|at|in|by|from|to|on|than|with))",
    re.I,
)
WHOLE = pattern_of(r"\b(?:of|among|out of|from) (?:the |all |our |these )*$", re.I)
NONE = pattern_of(r"(?:.* )?and (?:none|no|nil|nobody)\b.*", re.I)


@dataclass(frozen=True)
class One:
    """A figure of a list with its name, as it is printed."""

    name: str
    entry: Entry

    @property
    def plain(self) -> str:
        """The name to compare: in small letters, with single spaces."""
        return plain(self.name)


def plain(name: str) -> str:
    """A name in small letters without quotation marks.

    >>> plain("“Partly  worn”")
    'partly worn'
    """
    return " ".join(name.strip(" “”‘’\"'").lower().split())


@lru_cache(maxsize=4096)
def told_lists(read: Passage) -> tuple[tuple[One, ...], ...]:
    """The lists of a passage, of two names or more.

    >>> from looped.checker.prose import passage
    >>> [[each.name for each in one] for one in told_lists(passage("12 were rated Sound, 20 Partly worn and 8 Worn."))]
    [['Sound', 'Partly worn', 'Worn']]
    """
    ahead = (_ahead(read, run) for run in _runs(read, AHEAD))
    behind = (_behind(read, run) for run in _runs(read, BEHIND))
    found = [one for one in (*ahead, *behind) if len(one) > 1]
    return tuple(tuple(one) for one in found if len({each.plain for each in one}) == len(one))


def _runs(read: Passage, gap: Pattern) -> Iterator[list[Entry]]:
    """Figures of one kind with a gap of a kind between each two."""
    run: list[Entry] = []
    for one in read.entries:
        joined = run and (one.kind, one.unit, one.base) == (run[-1].kind, run[-1].unit, run[-1].base)
        if joined and gap.fullmatch(read.text, run[-1].end, one.start):
            run.append(one)
            continue
        if len(run) > 1:
            yield run
        run = [one]
    if len(run) > 1:
        yield run


def _ahead(read: Passage, run: Sequence[Entry]) -> list[One]:
    """Names before their figures; the first one's only where it is plain where it begins."""
    gaps = [AHEAD.fullmatch(read.text, a.end, b.start) for a, b in pairwise(run)]
    found = [One((gap["name"] or gap["own"]).strip(), e) for gap, e in zip(gaps, run[1:], strict=True) if gap]
    first = FIRST.fullmatch(read.text, 0, run[0].start)
    named = [One(first["name"].strip(), run[0])] if first else []
    return _proper([*named, *found])


def _behind(read: Passage, run: Sequence[Entry]) -> list[One]:
    """Names behind their figures; not that of the whole, "of 40 boats 12 were sound"."""
    run = run[1:] if WHOLE.search(read.text[: run[0].start]) else run
    gaps = [BEHIND.fullmatch(read.text, a.end, b.start) for a, b in pairwise(run)]
    found = [One(gap["name"].strip(), e) for gap, e in zip(gaps, run, strict=False) if gap]
    last = LAST.match(read.text, run[-1].end)
    return _proper([*found, *([One(last["name"].strip(), run[-1])] if last else [])])


def _proper(found: list[One]) -> list[One]:
    """The list, where all of its names can be names."""
    return [] if any(COMMON.fullmatch(each.name) or NONE.fullmatch(each.name) for each in found) else found


def named_in(listed: Sequence[One], text: str) -> list[tuple[int, One]]:
    """Which names of a list a text has, each with where it begins; of one within another only the longer.

    >>> from looped.checker.prose import passage
    >>> [one] = told_lists(passage("Agree: 4. Strongly agree: 9. Disagree: 2."))
    >>> [each.name for _, each in named_in(one, "Nobody would Strongly agree.")]
    ['Strongly agree']
    """
    lower = text.lower()
    found = [
        (each.start(), each.end(), one)
        for one in listed
        if all(word in lower for word in one.plain.lower().split())
        for each in re.finditer(rf"(?<![\w-]){re.escape(one.plain)}(?![\w-])".replace("\\ ", r"\s+"), text, re.I)
    ]
    return [
        (start, one)
        for start, end, one in sorted(found, key=lambda each: each[:2])
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in found)
    ]
