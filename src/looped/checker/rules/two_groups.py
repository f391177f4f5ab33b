"""Of two groups with a figure each, the one that is said to have more of it: over sentences, before or behind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.listing import COMMON, LIMIT, stems_of, value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import NUMBER

CODE = "two-groups"
MESSAGE = "Of two groups the one said to have more has the higher figure."
GOOD = "Of the 80 hens 30 (38%) laid; of the 50 ducks 10 (20%) did. Laying was more widespread among hens."
BAD = "Of the 80 hens 30 (38%) laid; of the 50 ducks 10 (20%) did. Laying was more widespread among ducks."

KINDS = (
    r"common|frequent|often|likely|widespread|prevalent|usual|popular|numerous|apt|inclined|ready|willing|prone|"
    r"frequently|commonly"
)
OF_WHAT = (
    r"(?= (?:shares?|proportions?|percentages?|rates?|numbers?|figures?|scores?|means?|averages?|totals?|in|among|for|"
    r"at|on|with|than)\b|[.,;)]|$)"
)
CUE = pattern_of(
    rf"\b(?:(?P<up>(?:higher|greater|larger|bigger){OF_WHAT}|commoner|likelier|more (?:{KINDS})|more(?= (?:of|"
    rf"were|was|had|in|among)\b))|"
    rf"(?P<raised>increased|raised|boosted)(?= the (?:[a-z]+ ){{0,2}}?(?:rate|share|proportion|percentage|"
    rf"number|risk)\b)|"
    rf"(?P<cut>reduced|lowered|cut|decreased)(?= the (?:[a-z]+ ){{0,2}}?(?:rate|share|proportion|percentage|"
    rf"number|risk)\b)|"
    rf"(?P<down>(?:lower|smaller){OF_WHAT}|rarer|less (?:{KINDS})|fewer(?= (?:of|were|had|in|among)\b)))\b",
    re.I,
)
# By number, whatever the share: neither order can then be held against it.
EITHER = pattern_of(r"more$|fewer$|greater$|larger$|bigger$|smaller$", re.I)
OF_SHARE = pattern_of(r"\b(?:rates?|shares?|proportions?|percentages?|likel\w+|common\w*|frequen\w+)\b", re.I)
DENIED = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|whether|if|hardly|should|would|could|might|may|expect\w*|target|aim\w*|"
    r"rather|any|even|the (?:two|three)|than|hop\w+|plan\w*)\b[^.;:]{0,24}$",
    re.I,
)
BOUND = pattern_of(
    r"(?:[a-z]+ ){0,4}than (?:[£\d]|half|a (?:third|quarter)|one\b|two\b|expected|planned|usual|average|"
    r"the (?:national|average|target|mean)|last|before|previous|ever|any|all|in (?:the )?(?:previous|last|19|20))",
    re.I,
)
# What parts two figures, the strongest first.
PARTS = tuple(
    pattern_of(mark, re.I)
    for mark in (
        r"[.;](?=\s|$)",
        r"\s[–—]\s|:",
        r",(?=\s)",
        r"\b(?:and|but|while|whereas|against|versus|vs?|compared (?:with|to)|than|to)\b",
    )
)
CLAUSE = pattern_of(r"[;:.](?=\s|$)|,(?=\s)|\s[–—]\s|\b(?:and|but|while|whereas|although|though|so|because)\b", re.I)
LATER, EARLIER = pattern_of(r"\b(?:latter|later|second)\b", re.I), pattern_of(r"\b(?:former|earlier|first)\b", re.I)
PLACED = pattern_of(r"(?: [a-z’'-]+){0,5}? (?:in|among(?:st)?|for|on|at|with|under|by|from) (?P<who>.*)$", re.I)
COUNTED = re.compile(rf"(?:\b{NUMBER}|\b(?:some|many|several|no|few)) $", re.I)
NUMBER_OF = pattern_of(r" (?:numbers?|counts?|totals?)\b", re.I)
BOUNDS = re.compile(r"\b(?:at least|at most|more than|less than|fewer than|over|under|above|below|up to) $", re.I)
THAN = pattern_of(r"\bthan\b", re.I)


@dataclass(frozen=True)
class Group:
    """A figure with the words that are its group's alone."""

    entry: Entry
    words: frozenset[str]


def check(context: Context) -> Iterator[Finding]:
    """Each comparison near two figures that are of two groups."""
    before = ""
    for paragraph in context.document.paragraphs:
        if CUE.search(paragraph.text):
            read = passage(paragraph.text)
            # A conclusion without figures is drawn from the paragraph before.
            if not read.entries and before and paragraph.text[:1].isupper():
                read = passage(f"{before} {paragraph.text}")
            if len(read.entries) > 1:
                for cue in CUE.finditer(read.text, len(read.text) - len(paragraph.text)):
                    yield from _judged(paragraph, read, cue)
        before = paragraph.text


def _judged(paragraph: Paragraph, read: Passage, cue: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(cue.start())
    lead = read.text[read.starts[at] : cue.start()]
    if (
        DENIED.search(lead)
        or lead.endswith((" or ", " and "))
        or COUNTED.search(lead)
        or BOUND.match(read.text, cue.end() + 1)
    ):
        return
    groups = _groups(read, cue, at)
    who = _who(read, cue, groups) if groups else None
    if groups is None or who is None:
        return
    first, other = groups[who].entry, groups[1 - who].entry
    more = bool(cue["up"] or cue["raised"])
    right = any((a > b) if more else (a < b) for a, b in _readings(read, cue, first, other))
    if right:
        return
    a, b = value_of(first), value_of(other)
    relation = "more than" if a > b else "less than" if a < b else "as much as"
    why = f"{first.text} is {relation} {other.text}; the sentence says “{cue.group()}”"
    quote = read.sentence(at).strip()
    slip = f"likened/{paragraph.line}/{cue.start()}"
    yield Finding(CODE, "wrong", paragraph.where, quote, cue.group(), relation, why, slip, "likely")


def _readings(read: Passage, cue: re.Match[str], one: Entry, other: Entry) -> list[tuple[Decimal, Decimal]]:
    """The shares against each other; where only number is said, the counts too."""
    if NUMBER_OF.match(read.text, cue.end()) and one.kind == other.kind == "count":
        return [(one.value, other.value)]
    readings = [(value_of(one), value_of(other))]
    behind = read.text[cue.end() : cue.end() + 30]
    if EITHER.search(cue.group()) and not OF_SHARE.search(behind) and one.kind == other.kind == "count":
        readings.append((one.value, other.value))
    return readings


def _groups(read: Passage, cue: re.Match[str], at: int) -> tuple[Group, Group] | None:
    """The two figures that can be set against each other: of the sentence, else of those before it."""
    for low in (at, at - 1, at - 2):
        if low < 0:
            break
        for high in (at - 1, at) if low < at else (at,):
            own = [e for e in read.entries if low <= e.sentence <= high]
            pair = _pair(read, own)
            if pair:
                return _told_apart(read, cue, *pair)
    return None


def _pair(read: Passage, own: Sequence[Entry]) -> tuple[Entry, Entry] | None:
    # "At least 80% of doses": a bound is no group's figure.
    own = [e for e in own if not BOUNDS.search(read.text[: e.start])]
    shares = [e for e in own if e.share or (e.base and e.kind == "count")]
    if shares:
        return (shares[0], shares[1]) if len(shares) == 2 and shares[0].text != shares[1].text else None
    plain = [e for e in own if e.kind != "points" and not LIMIT.search(read.quiet[: e.start])]
    alike = len(plain) == 2 and (plain[0].kind, plain[0].unit) == (plain[1].kind, plain[1].unit)
    return (plain[0], plain[1]) if alike else None


def _told_apart(read: Passage, cue: re.Match[str], one: Entry, other: Entry) -> tuple[Group, Group] | None:
    """Both with the words that only the one has in its part of the text."""
    gap = read.text[one.end : other.start]
    cut = _cut(gap)
    end = re.search(r"[;.](?:\s|$)", read.text[other.end :])
    stop = other.end + end.start() if end else len(read.text)
    if cue.start() >= other.end:
        # The words of the comparison itself are nobody's.
        clauses = [each.start() for each in CLAUSE.finditer(read.text, other.end, cue.start())]
        stop = min(stop, clauses[-1] if clauses else cue.start())
    first = stems_of(_plain(read, read.starts[one.sentence], one.end + cut[0])) - COMMON
    last = stems_of(_plain(read, one.end + cut[1], stop)) - COMMON
    if not (first - last or last - first):
        return None
    return Group(one, first - last), Group(other, last - first)


def _cut(gap: str) -> tuple[int, int]:
    """Where the words behind the first figure end and those before the second begin."""
    for mark in PARTS:
        found = list(mark.finditer(gap))
        if found:
            return found[0].start(), found[-1].end()
    return len(gap), len(gap)


def _plain(read: Passage, low: int, high: int) -> str:
    """A run of words without the figures that are told in it; numbers that name something stay."""
    text = list(read.text[low:high])
    for each in read.entries:
        for place in range(max(low, each.start), min(high, each.end)):
            if read.text[place].isdigit() or read.text[place] in ".,%":
                text[place - low] = " "
    return "".join(text)


def _who(read: Passage, cue: re.Match[str], groups: tuple[Group, Group]) -> int | None:
    """Which of the two is said to have more or less: by its words before and behind the comparison."""
    at = read.sentence_at(cue.start())
    start, end = read.starts[at], read.starts[at] + len(read.sentence(at))
    subject = CLAUSE.split(read.text[start : cue.start()])[-1]
    behind = re.split(r"[;:(]|[.,](?=\s|$)", read.text[cue.end() : end])[0]
    than = THAN.search(behind)
    if cue["raised"] or cue["cut"]:
        return _hit(subject, "", groups)
    if than:
        return _hit(subject + " " + behind[: than.start()], behind[than.end() :], groups)
    # "the higher share of late forms": of whom it is said stands behind "in", "among", "at".
    placed = PLACED.match(behind)
    found = _hit(placed["who"], "", groups) if placed else None
    return found if found is not None else _hit(subject, "", groups)


def _hit(subject: str, other: str, groups: tuple[Group, Group]) -> int | None:
    said, against = stems_of(subject), stems_of(other)
    mine = [bool(each.words & said) for each in groups]
    theirs = [bool(each.words & against) for each in groups]
    if not any(mine + theirs) and not other:
        mine = [bool(EARLIER.search(subject)), bool(LATER.search(subject))]
    for place in (0, 1):
        told = (mine[place] and not mine[1 - place]) or (theirs[1 - place] and not theirs[place] and not any(mine))
        if told and not (theirs[place] or mine[1 - place]):
            return place
    return None
