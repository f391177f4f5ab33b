"""Which of several rose or fell the most, and which of several steps was the largest, against each change."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding
from looped.checker.item_names import COMMON, stems_of
from looped.checker.numbers import NTH, whole
from looped.checker.parties import finding_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import SPELT
from looped.checker.then_and_now import Change, changes, named_changes
from looped.checker.weighing import prose_alone

CODE = "order-step"
MESSAGE = "What is said to have changed the most did so by its figures before and after."
GOOD = "Reading rose from 61 to 66 and maths from 58 to 69; maths rose the more."
BAD = "Reading rose from 61 to 66 and maths from 58 to 69; reading rose the more."

VERB = (
    r"(?:rose|risen|fell|fallen|gained|grew|grown|improved|dropped|moved|lost|changed|climbed|declined|increased|"
    r"decreased|shrank|went (?:up|down)|cut (?:its|their) [a-z]+)"
)
NOUN = (
    r"(?:rise|fall|increase|drop|step|change|gain|jump|improvement|decline|reduction|decrease|growth|movement|swing)s?"
)
MOST = rf"(?:{HIGHEST}|steepest|sharpest|most marked)"
LEAST = rf"(?:{LOWEST}|least marked|slightest)"
SAID = pattern_of(
    rf"\b{VERB} (?:by )?(?:the )?(?:(?P<more>more|most|further|furthest|faster|fastest)|(?P<less>less|least))\b"
    rf"(?! (?:than (?:\d|half|twice))|often)|"
    rf"\b(?:the )?(?:(?P<more2>{MOST}|steeper|sharper|larger|greater|bigger)|(?P<less2>{LEAST}|smaller|gentler)) "
    rf"(?:of the [a-z]+ )?{NOUN}\b|"
    rf"\b{NOUN}\b[^.;:,\d]{{0,40}}? (?:was|is|were) (?:by far )?(?:the )?(?:(?P<more3>{MOST}|steeper|sharper|larger|"
    rf"greater|"
    rf"bigger)|(?P<less3>{LEAST}|smaller|gentler))\b|"
    rf"\(.* to .*\) the (?P<nth>first|second|third|fourth|last) was the (?:(?P<more4>{MOST})|(?P<less4>{LEAST}))\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|second|next|whether|if|would|could|should|per ?cent(?:age)? (?:rise|"
    r"fall|increase)|relative|proportion\w*)\b",
    re.I,
)
THAN = pattern_of(r" than\b", re.I)
# "The fall being five points greater with exercise": by how much the one change is above the other.
APART = pattern_of(
    rf"\b{NOUN} (?:was|is|being|were) (?:by )?(?P<n>\d+(?:\.\d+)?|{SPELT})(?:(?: percentage)? points?| [a-z]+)? "
    r"(?:more|larger|greater|bigger|steeper|sharper|less|smaller|gentler)\b",
    re.I,
)
NEITHER = pattern_of(r"[;:.]")
PLACE = pattern_of(r"\b(?P<nth>first|second|third|fourth|last)\b", re.I)
TOLD_IN = pattern_of(
    r"(?: in (?:number|size|absolute terms|points|percentage points|cash terms))?,? (?:being|was|is|came|occurred|"
    r"fell|took place|"
    r"seen)(?: that)?(?: seen)? (?:in|at|on|by|for|of) (?:the )?(?P<who>[^.;:,()\d]{2,40})",
    re.I,
)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement beside two changes or more."""
    for paragraph in context.once(prose_alone):
        if not (SAID.search(paragraph.text) or APART.search(paragraph.text)):
            continue
        read = passage(paragraph.text)
        told = _changes(read)
        if len(told) >= FEWEST:
            for found in SAID.finditer(read.text):
                yield from _judged(paragraph, read, found, told)
            for found in APART.finditer(read.text) if len(told) == FEWEST else ():
                yield from _apart(paragraph, read, found, told)


def _changes(read: Passage) -> tuple[Change, ...]:
    """The changes of a passage: of several, or "from 210 to 240, to 290 and to 300" step by step."""
    return next((each for each in changes(read) if len(each) >= FEWEST), ())


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str], told: Sequence[Change]) -> Iterator[Finding]:
    low, high = _clause(read, found)
    if NOT.search(read.text[low:high]):
        return
    at = _named(read, found, (low, high), told)
    sizes = [abs(each.now - each.then) for each in told]
    if at is None or len(set(sizes)) == 1:
        return
    more = any(found[name] for name in ("more", "more2", "more3", "more4"))
    pick = max(sizes) if more else min(sizes)
    parts = [size / each.then if each.then else size for size, each in zip(sizes, told, strict=True)]
    # By their size, or as a part of what was before: nobody says which.
    right = sizes[at] == pick or parts[at] == (max(parts) if more else min(parts))
    why = "; ".join(f"{each.shown} is {size:f}" for each, size in zip(told, sizes, strict=True))
    yield finding_of(CODE, paragraph, read, found.span(), (right, "" if right else "another"), why)


def _apart(paragraph: Paragraph, read: Passage, found: re.Match[str], told: Sequence[Change]) -> Iterator[Finding]:
    """How far two changes are apart in size."""
    one, other = (abs(each.now - each.then) for each in told)
    spelt = whole(found["n"])
    stated = Decimal(spelt) if spelt is not None else Decimal(found["n"])
    why = f"{told[0].shown} is {one:f}; {told[1].shown} is {other:f}"
    yield finding_of(CODE, paragraph, read, found.span(), (abs(one - other) == stated, f"{abs(one - other):f}"), why)


def _clause(read: Passage, found: re.Match[str]) -> tuple[int, int]:
    """Where the clause of a statement begins and ends: at the strong marks beside it."""
    at = read.sentence_at(found.start())
    start, end = read.starts[at], read.starts[at] + len(read.sentence(at))
    low = max((each.end() for each in NEITHER.finditer(read.text, start, found.start())), default=start)
    return low, min((each.start() for each in NEITHER.finditer(read.text, found.end(), end)), default=end)


def _named(read: Passage, found: re.Match[str], span: tuple[int, int], told: Sequence[Change]) -> int | None:
    """Which change a statement is on: by its place, or by the words before each."""
    nth = found["nth"] or (PLACE.search(found.group()) or {"nth": None})["nth"]
    if nth:
        place = len(told) - 1 if nth.lower() == "last" else NTH.index(nth.lower())
        return place if place < len(told) else None
    # "The largest drop in number being in Leisure": told right behind.
    told_in = TOLD_IN.match(read.text, found.end())
    # "So wages grew faster than rents": behind the figures, and before whom it is set against.
    low = max(span[0], told[-1].end) if found.start() >= told[-1].end else span[0]
    than = THAN.match(read.text, found.end())
    text = told_in["who"] if told_in else read.text[low : than.start() if than else span[1]]
    names = named_changes(read, told)
    words = stems_of(text) - COMMON
    hits = [at for at, name in enumerate(names) if name & words]
    return hits[0] if len(hits) == 1 else None
