"""Counts told with a share behind them, and the counts that they may be out of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from looped.checker.document import Paragraph
from looped.checker.moving_shares import is_change
from looped.checker.numbers import Percent, fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import DOSES, Entry, Passage
from looped.checker.spoken_of import DEMONSTRATIVE

LINK = pattern_of(
    r"\b(?:this|that|the) (?:proportion|share|percentage|figure)\b[^.;\d]{0,20}$|\b(?:that|this|which) (?:is|was|"
    r"makes|gives|represents|equates to|"
    r"amounts to)\b[^.;\d]{0,20}$|\b(?:i\.e\.|in other words|equivalent to|representing),? (?:about |around )?$",
    re.I,
)
THAN = pattern_of(r"\b(?:than|against|from|compared|up on|down on)\b", re.I)
MEASURED = pattern_of(
    r"\b(?:mean|median|average|averag\w+|ages?|aged|typical\w*|range[ds]?|ranging)\b[^.;]{0,60}$", re.I
)
# What leads from counts to their shares: "72 by night. As shares these are 17%, 46% and 38%".
JOINED = pattern_of(
    r":\s*$|\(\s*$|\b(?:that is|i\.e\.|or|respectively)\b,? *$|"
    r"\b(?:these|those|they|which|shares?|percentages?|proportions?|percentage terms)\b[^.;:\d]{0,40}$",
    re.I,
)
# "A slightly smaller one (31%)": no count.
A_SMALLER = pattern_of(r"\b(?:an?|the|this|that|every|each|any|no) (?:[a-z-]+ ){0,3}$", re.I)
# "Crews with fewer than ten boats made up 60%": what they had, and not how many they were.
BOUNDED = pattern_of(r"\b(?:with|had|have|has|having|of) (?:fewer|more|less) than $", re.I)
# "34 crews passed all 5 checks (45%)": of the crews.
CREWS_DID = r" (?:[a-z’'-]+ ){1,3}(?:passed|met|did|had|kept|made|saw|took|gave|completed) "
DID_ALL = re.compile(rf"{CREWS_DID}(?:all|both)(?: the)? ")
# "62 had two signatures (65%)": the share is of those who had so many.
HAD_SO_MANY = re.compile(r" (?:had|have|has|held|bore|carried|with|showed|needed|took|gave|got)(?: at least| only)? ")


@dataclass(frozen=True)
class Told:
    """A count with a share to judge, where it stands. whole: what it is of, where the others of its list tell."""

    paragraph: Paragraph
    entry: Entry
    count: int
    share: Percent
    whole: int | None = None

    @property
    def lead(self) -> str:
        """The words before it."""
        return self.paragraph.text[: self.entry.start]


# "At 48 and at 36, or 89% and 67%": the first share is not of the last count.
IN_ORDER = pattern_of(r" and \d+(?:\.\d+)?\s?(?:%|per ?cent)(?: respectively)?(?! \()", re.I)


def wholes_of(read: Passage, entries: Sequence[Entry]) -> list[int]:
    """The counts of a paragraph that others may be out of."""
    return [n for each in entries if is_counted(read, each) for n in (each.count, each.base or 0) if n > 1]


def is_counted(read: Passage, entry: Entry) -> bool:
    """Whether it is a count, or days and nights that were counted: "the mean age was 64 years" counts nobody."""
    if entry.kind == "count":
        return True
    counted = entry.kind == "measure" and entry.step == 1 and entry.unit not in DOSES
    return counted and not MEASURED.search(read.text[read.starts[entry.sentence] : entry.start])


def told_in(paragraph: Paragraph, read: Passage) -> Iterator[Told]:
    """Each count of a paragraph that is told with a share."""
    for at, entry in enumerate(read.entries):
        if BOUNDED.search(read.text[: entry.start]) and "(" not in entry.text:
            continue
        if is_change(read, entry) or (entry.text.startswith("one ") and A_SMALLER.search(read.text[: entry.start])):
            continue
        counted = _counted_before(read, at)
        if counted and entry.share:
            yield Told(paragraph, entry, counted.count, entry.share)
        elif entry.kind in ("count", "measure") and entry.share and not entry.base and entry.step == 1:
            if not IN_ORDER.match(read.text[entry.end :]):
                yield Told(paragraph, entry, entry.count, entry.share)
        elif entry.kind == "share" and entry.share and at and read.entries[at - 1].kind == "count":
            before = read.entries[at - 1]
            if at + 1 < len(read.entries) and read.entries[at + 1].kind == "share":
                continue
            if THAN.search(read.text[before.end : entry.start]):
                continue
            whole = DEMONSTRATIVE.search(read.text[: before.start]) and at > 1
            if whole and read.entries[at - 2].kind == "count" and LINK.search(read.text[before.end : entry.start]):
                yield Told(paragraph, entry, read.entries[at - 2].count, entry.share)
            elif LINK.search(read.text[before.end : entry.start]) and not before.share and not before.base:
                yield Told(paragraph, entry, before.count, entry.share)
    yield from _runs(paragraph, read)


def _counted_before(read: Passage, at: int) -> Entry | None:
    """ "394 completed 12 months (75%)": whose share it is that stands behind a length of time."""
    entry, before = read.entries[at], read.entries[at - 1] if at else None
    if before is None or before.kind != "count" or before.share or before.base:
        return None
    if entry.kind == "count" and not entry.base and DID_ALL.fullmatch(read.text[before.end : entry.start]):
        return before
    if entry.kind == "count" and entry.text[0].isalpha() and not entry.base:
        had = before.count > entry.count and HAD_SO_MANY.fullmatch(read.text[before.end : entry.start])
        return before if had else None
    if entry.kind != "measure":
        return None
    return before if re.fullmatch(r"(?: [a-z’'-]+){1,4} ", read.text[before.end : entry.start]) else None


def _runs(paragraph: Paragraph, read: Passage) -> Iterator[Told]:
    """ "41 monthly, 9 less often and 6 never. That is 73%, 16% and 11%": counts and shares, each in its order."""
    entries = read.entries
    for at in range(len(entries) - 3):
        counts = _run(entries, at, "count")
        shares = _run(entries, at + len(counts), "share")
        # "At 65% better than the 58% of all": another's.
        apart = (n for n, (a, b) in enumerate(pairwise(shares), 1) if THAN.search(read.text[a.end : b.start]))
        shares = shares[: next(apart, len(shares))]
        gap = read.text[entries[at + len(counts) - 1].end : shares[0].start] if shares and counts else ""
        if len(gap) > 60 or (re.search(r"[.]\s", gap) and gap.rstrip().endswith("(")):
            continue
        joined = JOINED.search(gap) and not re.search(r"\bfrom\b", gap)
        if shares and is_change(read, shares[0]):
            return  # "these were up 21% and 31%"
        if len(shares) > 1 and len(counts) in (len(shares), len(shares) + 1) and joined:
            told = list(zip(counts[-len(shares) :], shares, strict=True))
            for count, each in told:
                if each.share:
                    yield Told(paragraph, each, count.count, each.share, _whole_of_run(read, told))
            return


def _whole_of_run(read: Passage, told: Sequence[tuple[Entry, Entry]]) -> int | None:
    """The whole told before a run that most of its shares are of: then all are."""
    before = wholes_of(read, [e for e in read.entries if e.end <= told[0][0].start])
    fitting = {n: sum(n >= c.count and bool(s.share and fits(c.count, n, s.share)) for c, s in told) for n in before}
    best = max(fitting, key=lambda n: fitting[n], default=None)
    return best if best and fitting[best] > 1 and fitting[best] >= len(told) - 1 else None


def _run(entries: Sequence[Entry], at: int, kind: str) -> list[Entry]:
    taken: list[Entry] = []
    for each in entries[at:]:
        if each.kind != kind or (kind == "count" and (each.share or each.base)):
            break
        taken.append(each)
    return taken
