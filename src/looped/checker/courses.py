"""What something was and what it became: figures of one thing in order of time, however a statement tells them.

"From 40 to 45", "45, against 40 last year", "40 then and 45 now", "to 45 from 40", a year, a month or a round beside
each, a bare list: which of them is the earlier their times tell, or how one is set against the other. Figures that say
how far others are apart are none of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from looped.checker.drawn import concludes
from looped.checker.entries import PLACED
from looped.checker.listing import value_of
from looped.checker.moving_shares import has_own_change
from looped.checker.numbers import fits
from looped.checker.parties import TIME, is_aside, kind_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, stems
from looped.checker.rivals import speaks_of
from looped.checker.sizes import FROM, TO, is_size
from looped.checker.when import EARLIER, LATER, THAN, by_moments, is_time

# Of two that are set against each other the second is the earlier, or what the first is measured by.
SET_ON = pattern_of(
    r"(?:\b(?:against|compared (?:with|to)|versus|rather than|instead of|in place of|as opposed to|than|"
    r"(?:up|down) (?:from|on)|having been|after|since|where (?:[a-z’'-]+ ){1,3}had (?:been|kept|stood|had)|"
    r"which (?:was|had been))\b[^.;:\d]{0,45}|\((?:(?:19|20)\d\d: )?[^()\d]{0,20})$",
    re.I,
)
# "On the 12 months before": what a change is set on, and not when it was.
OF_BEFORE = pattern_of(
    r"\b(?:on|than|from|over|compared (?:with|to)) (?:in )?(?:the )?(?:\d+ )?"
    r"(?:[a-z]+ )?(?:months?|years?|quarters?|terms?|previous|last|preceding|same)\b[^.;,()]{0,25}",
    re.I,
)
FROM_TIME = pattern_of(r"\b(?:from|between) [^.;,()\d]{0,20}(?:(?:19|20)\d\d(?:[/–-]\d\d)?)? ?\($", re.I)
TO_TIME = pattern_of(r"%?\) (?:to|and) [^.;,()\d]{0,20}(?:(?:19|20)\d\d(?:[/–-]\d\d)?)? ?\(", re.I)
GOES_TO = pattern_of(
    r"(?: [a-z’'%-]+){0,3}?,? ?(?:(?:and )?(?:then|later|finally)|(?:[a-z]+ )?to|→|->|became|before [a-z]+ing to)"
    r"(?: [a-z]+ed| fell| rose)?(?: (?:to|at|just|only|about|some))* $",
    re.I,
)
PRONOUN = pattern_of(
    r"\W*(?:[a-z\d/]+,? ){0,3}?(?:it|they|(?:this|that) (?:is|was|has|had)|these|there|we|he|she|"
    r"the (?:figure|number|rate|total|share|proportion|score|mean|median|average|count))\b",
    re.I,
)
GENERAL = pattern_of(r"\W*(?:there (?:was|were)|it|they|the (?:figure|number|rate|total|share|proportion)s?)\b", re.I)
TAKES_UP = pattern_of(
    r"\W*(?:the|this|that|these|its|their) (?:number|figure|rate|share|total|score|proportion|percentage|average|mean|"
    r"median|level|result|trend|count)s?\b",
    re.I,
)
SINCE = pattern_of(
    r"\b(?:since|than in|as in|on) [^.;:,\d]{0,20}(?:(?:19|20)\d\d|[A-Z][a-z]+)?, (?:when|where) [^.;:,\d]{0,30}$"
)
# "After dipping to 68%, it climbed to 77%".
AFTER = pattern_of(r"\W*(?:after|having) [a-z]+(?:ing|ed|en|n|t|d) [^.;:,\d]{0,30}$", re.I)
OVER_ALL = pattern_of(r"\b(?:in|over|for|across|during) (?:all|each of the|all of the|the last|the past) $", re.I)
# "40 in April, then 46": the time of the first alone.
ITS_TIME = re.compile(r"^\)? (?:in|at|by|on) (?:the )?[A-Z][a-z]+(?=,? (?:and )?then )")
# "With £790,000 expected next": what isn't yet.
TO_COME = pattern_of(
    r"[^.;,\d]{0,20}? (?:expected|forecast|planned|projected|predicted|budgeted|to (?:come|follow))(?: (?:next|soon|"
    r"later|for|by|in|from|this|at)\b|[.;,)])",
    re.I,
)
WITH_IT = pattern_of(r"(?:, |\b)with (?:another |a further |some |about |just |only )*[£$€]?$", re.I)
# What leads on from "from 40 to 45" to a third.
GOES_ON = pattern_of(
    r"\b(?:to|at|now|then|was|were|is|are|stood|stands|reached|became)\b[^.;:\d]{0,30}$|^\s*(?:,|,? and)\s*$", re.I
)
# "Is now above where it started, at 92%": what it is set against, and not when it was.
SET_AGAINST_START = pattern_of(
    r"\b(?:above|below|than|back|returned|short of|under|over) (?:to |at )?(?:where|what|when|its|their|the) "
    r"[^.;,:\d]{0,30}(?=,| to | of )",
    re.I,
)
# "It met eight times": how often something was done is set against nothing else.
TIMES = re.compile(r" times\b")
BARE = pattern_of(
    r"\s*(?:,|;|/|,? and|,? then|,? and then|,? to|,? followed by|→|(?:,? which )?became)\s*(?:(?:then|finally|"
    r"to|only|now|lastly|most recently) )*",
    re.I,
)
# "Higher at 24 weeks than at baseline", "At 24 weeks it was".
WHEN_SAID = pattern_of(
    r"(?:^\W*|\b(?:than|higher|lower|greater|smaller|larger|longer|shorter|better|worse|more|fewer|less) )"
    r"(?:at|after|by) (?:the )?$",
    re.I,
)
FEW, NEAR, SHORT = 9, 45, 7


@dataclass(frozen=True)
class Course:
    """Figures from the earliest to the latest.

    sure: whether the order of all of them is known, or the latest alone; timed: whether words of time tell it, or only
    how the one is set against the other.
    """

    entries: tuple[Entry, ...]
    sure: bool = True
    timed: bool = True

    @property
    def values(self) -> tuple[Decimal, ...]:
        """What they are, shares as such."""
        return tuple(value_of(each) for each in self.entries)

    @property
    def shown(self) -> str:
        """All of them, as printed."""
        return ", ".join(each.text for each in self.entries)

    @property
    def is_share(self) -> bool:
        """Whether they are percentages."""
        return kind_of(self.entries[0]) == ("share",)


def is_to_come(read: Passage, entry: Entry) -> bool:
    """Whether a figure is only expected: "8, then 6, with 4 expected next"."""
    lead = read.text[read.starts[entry.sentence] : entry.start]
    return bool(WITH_IT.search(lead) and TO_COME.match(read.text, entry.end))


def groups(read: Passage, sentences: Sequence[int]) -> list[list[Entry]]:
    """The figures of some sentences that something was, kind by kind; a unit may be told once."""
    entries = [e for e in read.entries if e.sentence in sentences]
    found: dict[object, list[Entry]] = {}
    for each in entries:
        if TIMES.match(read.text, each.end) or is_to_come(read, each):
            continue
        if not is_size(read, each) and not is_aside(read, each, entries):
            found.setdefault(kind_of(each), []).append(each)
    # "From 80 a month to 48": a measure of no unit and a count are told of one thing.
    if found.keys() == {("count", ""), ("measure", "")}:
        found = {("count", ""): sorted((e for each in found.values() for e in each), key=lambda e: e.start)}
    if len(found) == 2:
        found = _of_one_unit(read, found) if all(len(each) == 1 for each in found.values()) else _going_on(read, found)
    return [each for each in found.values() if 1 < len(each) < FEW]


def _of_one_unit(read: Passage, found: dict[object, list[Entry]]) -> dict[object, list[Entry]]:
    """ "To 17 minutes from 15": the second has no unit of its own."""
    (kind, (one,)), (bare, (other,)) = sorted(found.items(), key=lambda each: each[1][0].start)
    joined = bare == ("count", "") and isinstance(kind, tuple) and kind[0] in ("measure", "money")
    gap = read.text[one.end : other.start]
    set_on = FROM.search(gap) or TO.search(gap) or SET_ON.search(gap) or PLACED.match(read.text, other.end)
    near = one.sentence == other.sentence and one.end < other.start and len(gap) < NEAR and bool(set_on)
    return {kind: [one, other]} if joined and near else found


def _going_on(read: Passage, found: dict[object, list[Entry]]) -> dict[object, list[Entry]]:
    """ "From 41 days to 33 and then to 29": the first alone has a unit, and each leads on to the next."""
    told = sorted((e for each in found.values() for e in each), key=lambda e: e.start)
    first, *rest = told
    kind = kind_of(first)
    bare = found.get(("count", ""), [])
    joined = isinstance(kind, tuple) and kind[0] in ("measure", "money") and rest == bare
    gaps = [read.text[a.end : b.start] for a, b in pairwise(told)]
    along = all(TO.search(each) and not re.search(r"[.;:(]", each) for each in gaps)
    return {kind: told} if joined and along else found


@lru_cache(maxsize=16384)
def courses_on(read: Passage, at: int) -> tuple[Course, ...]:
    """The courses that a statement of a sentence is on, with nothing else told, of which the order is known."""
    return tuple(each for each in courses(read, at) if each.sure and is_on(read, at, each))


@lru_cache(maxsize=16384)
def courses(read: Passage, at: int) -> tuple[Course, ...]:
    """What a statement of a sentence may be on: the courses that it tells, else those of it and its neighbours."""
    entries = [e for e in read.of_sentence(at) if not _is_when(read, e)]
    own = [e for e in entries if not is_size(read, e) and not is_aside(read, e, entries)]
    for span in _spans(read, at, len(own)):
        if span[0] < 0 or span[-1] >= len(read.starts):
            continue
        told = [found for group in groups(read, span) if (found := course_of(read, group))]
        if any(e.kind == "points" for e in entries) and any(e.share and e.sentence in span for e in read.entries):
            told = [each for each in told if each.is_share]  # by so many points: of shares, where any are told
        if any(is_on(read, at, each) for each in told):
            return tuple(told)
    return ()


def _is_when(read: Passage, entry: Entry) -> bool:
    """Whether a length of time is only when something was."""
    timed = entry.kind == "measure" and TIME.match(entry.unit)
    return bool(timed and WHEN_SAID.search(read.text[read.starts[entry.sentence] : entry.start]))


def _spans(read: Passage, at: int, number: int) -> Sequence[tuple[int, ...]]:
    """Which sentences may tell what one is on. number: how many figures it has itself."""
    if number > 1:
        return [(at,)]
    if not number:
        return [(at - 1,), (at - 2, at - 1), (at + 1,)]
    words = stems(read.sentence(at))
    alike = at > 0 and bool(words & stems(read.sentence(at - 1)) or PRONOUN.match(read.sentence(at)))
    # A sentence on something else may stand between the two.
    beyond = at > 1 and len(words & stems(read.sentence(at - 2))) > 1
    return [(at - 1, at)] * alike + [(at - 2, at)] * beyond


def is_on(read: Passage, at: int, course: Course) -> bool:
    """Whether a sentence is on a course, its own or what it goes on about, and no other figures stand by it."""
    own = {each.sentence for each in course.entries}
    sentence = read.sentence(at)
    goes_on = bool(TAKES_UP.match(sentence)) or concludes(read, at) or len(sentence.split()) <= SHORT
    goes_on = goes_on or (min(own) > at and bool(GENERAL.match(read.sentence(min(own)))))
    if at not in own and not goes_on and not all(speaks_of(read, at, each) for each in own):
        return False
    others = [
        e
        for each in {at, *own}
        for e in read.of_sentence(each)
        if e not in course.entries and not is_size(read, e) and not _is_when(read, e)
    ]
    others = [
        e for e in others if e.text.lower() != "one" and not is_to_come(read, e) and not _is_span(read, e, course)
    ]
    return all(is_aside(read, e, read.of_sentence(e.sentence)) or _is_base(e, course) for e in others)


def _is_span(read: Passage, entry: Entry, course: Course) -> bool:
    """Whether a length of time only says over how many times it was: "in all three years"; "it took three months"."""
    if entry.kind != "measure" or not TIME.match(entry.unit):
        return False
    as_many = entry.value == len(course.entries) > 2 and entry.end <= course.entries[0].start
    return as_many or bool(OVER_ALL.search(read.text[: entry.start]))


def _is_base(entry: Entry, course: Course) -> bool:
    """Whether a count is what one of the figures is a share of."""
    told = [(e.count, e.share) for e in course.entries if e.share and e.kind == "count"]
    return (
        entry.kind == "count" and not entry.base and any(fits(n, entry.count, s) for n, s in told if s and entry.count)
    )


def course_of(read: Passage, group: Sequence[Entry]) -> Course | None:
    """Figures of one kind in order of time; None where nothing tells it.

    >>> from looped.checker.prose import passage
    >>> read = passage("There were 45 complaints in 2023, and 40 in 2021.")
    >>> course_of(read, read.entries).shown
    '40, 45'
    """
    order = _from_to(read, group) or _since(read, group)
    if order is not None:
        return Course(tuple(order))
    if any(has_own_change(read, each) for each in group[:-1]) and not _are_dated(read, group):
        return None  # "340 people, up 5% on last year, and 40 dogs, up 9%": two figures of now
    if (order := by_moments(read, group)) is not None:
        return Course(tuple(order))
    order = _of_two(read, *group) if len(group) == 2 else _in_text(read, group)
    if order is not None:
        return Course(tuple(order), timed=len(group) > 2)
    first, *rest = group
    if len(rest) > 1 and SET_ON.search(read.text[first.end : rest[0].start]) and _are_bare(read, rest):
        return Course((*rest, first), sure=False)
    return None


def _are_dated(read: Passage, group: Sequence[Entry]) -> bool:
    """Whether each figure has a year, a month or a round of its own near it."""
    return all(is_time(OF_BEFORE.sub(" ", _near(read, each))) for each in group)


def _near(read: Passage, entry: Entry) -> str:
    low = read.starts[entry.sentence]
    high = low + len(read.sentence(entry.sentence))
    return read.text[max(low, entry.start - 40) : min(high, entry.end + 60)]


def _from_to(read: Passage, group: Sequence[Entry]) -> list[Entry] | None:
    """ "From 40 to 45", "to 45 from 40", "from 40 to 45 and now 50"."""
    one, other, *rest = group
    lead, gap = read.text[read.starts[one.sentence] : one.start], read.text[one.end : other.start]
    if not rest and TO.search(lead) and FROM.search(gap):
        return [other, one]
    # "From 2020 (60) to 2024 (75)", "between 2020 (60) and 2024 (75)".
    if not rest and FROM_TIME.search(lead) and TO_TIME.fullmatch(gap):
        return [one, other]
    bracket = lead.endswith("(") and ")" not in gap
    if not ((FROM.search(lead) or bracket) and TO.search(gap)) or len(rest) > 2 or other.sentence != one.sentence:
        return None
    gaps = [read.text[a.end : b.start] for a, b in pairwise(group[1:])]
    gaps = [SET_AGAINST_START.sub(" at ", each) for each in gaps]
    return list(group) if all(GOES_ON.search(each) and not EARLIER.search(each) for each in gaps) else None


def _since(read: Passage, group: Sequence[Entry]) -> list[Entry] | None:
    """ "£310,000, twice what it was in 2019, when it came to £140,000": the second is told with its time."""
    if len(group) != 2 or group[0].sentence != group[1].sentence:
        return None
    found = SINCE.search(read.text[group[0].end : group[1].start])
    lead = read.text[read.starts[group[0].sentence] : group[0].start]
    if found:
        return list(group)[::-1]
    return list(group) if AFTER.match(lead) and "," in read.text[group[0].end : group[1].start] else None


def _of_two(read: Passage, one: Entry, other: Entry) -> list[Entry] | None:
    """Two figures by how the one is set against the other."""
    lead, gap = read.text[read.starts[one.sentence] : one.start], read.text[one.end : other.start]
    if GOES_TO.fullmatch(gap):
        return [one, other]
    early = bool(EARLIER.search(THAN.sub(" ", lead))) and not LATER.search(lead)
    return [other, one] if SET_ON.search(gap) and not early else None


def _in_text(read: Passage, group: Sequence[Entry]) -> list[Entry] | None:
    """Three figures or more that stand side by side: a list goes along in time unless its names say otherwise."""
    if not _are_bare(read, group):
        return None
    tail = read.text[group[-1].end : group[-1].end + 40]
    return None if EARLIER.match(tail.lstrip(" ,(")) else list(group)


def _are_bare(read: Passage, group: Sequence[Entry]) -> bool:
    gaps = [read.text[a.end : b.start] for a, b in pairwise(group)]
    return all(BARE.fullmatch(each) for each in (ITS_TIME.sub("", gaps[0]), *gaps[1:]))
