"""How a count of a passage is accounted for by the others: as what some of them make, or as what they leave of one.

A count that is said to be a total or a rest has such an account. If no reading gives one, and a slip of the pen
would, the count is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from looped.checker.adding import opened_at
from looped.checker.explaining import is_accounted_for
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import DOSES, Entry, Passage

# A count behind these is one of those told right before it, and no further part of what they are of.
WITHIN = pattern_of(
    rf"\b(?:of (?:{WHICH})|including|(?<!were )(?<!was )(?<!been )included?|"
    rf"among (?:{WHICH})|"
    r"as many as|at least|up to|than|every|each of|out of)\b",
    re.I,
)
BEHIND_WITHIN = pattern_of(rf"^(?: [a-z]+){{0,2}} of (?:{WHICH})\b|^ or more\b", re.I)
# "The two arms", "both", "these three": things that were told of, not counted.
NAMING = pattern_of(r"\b(?:the|these|those|both|all|our|its|their|each of the|either of the)\s+$", re.I)
# Figures near which nothing is sure.
LOOSE = pattern_of(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|over|under|more than|fewer than|less than|up to|"
    r"at least|at most|average(?: of)?|mean(?: of)?|every|per|target(?: of)?|maximum(?: of)?|minimum(?: of)?)\s+$",
    re.I,
)
ELIDED = pattern_of(
    r"^(?: (?:on|in|at|from|by|for|more|others?|further|to|with|during|over|after|last|this|the)\b|\s*[,.;)])", re.I
)
STAGES = pattern_of(
    r"\b(?:screened|assessed|approached|invited|eligible|consent\w*|agreed|enrolled|recruited|randomi[sz]ed|took part|"
    r"completed|responded|replied|attended|analysed|allocated)\b",
    re.I,
)
REACH, SMALL, LEAST, SHARE, FEWEST, TWO_DIGITS = 2, 5, 3, 4, 2, 9


@dataclass(frozen=True)
class Account:
    """What a count should be. terms: the sum as it is told in a finding; most: the greatest that is added up."""

    expected: int
    terms: str
    most: int = 0


def counts_near(read: Passage, each: Entry, ahead: int = 0) -> list[Entry]:
    """The counts of its sentence and the two before, without those that only name things; ahead: sentences behind."""
    low, high = each.sentence - REACH, each.sentence + ahead
    near = [e for e in read.entries if low <= e.sentence <= high and e is not each and e.kind == "count"]
    return [e for e in near if not _names(read, e)]


def _names(read: Passage, entry: Entry) -> bool:
    small = entry.text.isalpha() and entry.count <= SMALL
    return not entry.base and not entry.share and small and bool(NAMING.search(read.text[: entry.start]))


def is_within(read: Passage, entry: Entry) -> bool:
    """Whether a count is told of the one before it: "sixteen were closed, four of them late"."""
    before = [e for e in read.of_sentence(entry.sentence) if e.end <= entry.start]
    start = before[-1].end if before else entry.start
    lead = read.text[start : entry.start]
    return bool(WITHIN.search(lead) or BEHIND_WITHIN.match(read.text[entry.end :]))


def parts_of(read: Passage, near: Sequence[Entry]) -> list[Entry]:
    """The counts that may be added up: those that aren't told of another, nor in a bracket where others stand free."""
    # "On three accounts: 5, 8 and 13": how many are told.
    near = [e for at, e in enumerate(near) if at or e.count != len(near) - 1 or e.base]
    free = [e for e in near if opened_at(read.text, e.start) < 0]
    chosen = free if len(free) >= FEWEST else _beside(read, near)
    most = max((e.base or e.count for e in chosen), default=0)
    whole = next((e for e in chosen if (e.base or e.count) == most), None)
    # "95 came, of whom 12 left": of the whole.
    return [
        e for at, e in enumerate(chosen) if e is whole or not is_within(read, e) or (at and chosen[at - 1] is whole)
    ]


def _beside(read: Passage, near: Sequence[Entry]) -> list[Entry]:
    """The counts of the bracket that the last stands in; all, where it holds no other."""
    own = opened_at(read.text, near[-1].start) if near else -1
    same = [e for e in near if opened_at(read.text, e.start) == own]
    return same if own >= 0 and len(same) >= FEWEST else list(near)


def is_loose(read: Passage, entry: Entry) -> bool:
    """Whether a count is told roughly, or is a limit."""
    return bool(LOOSE.search(read.text[: entry.start]))


def is_explained(figure: int, near: Sequence[Entry], more: Sequence[int] = ()) -> bool:
    """Whether the counts near it, or more that were told, give a figure in any way."""
    told = [*(n for e in near for n in (e.count, e.base) if n is not None), *more]
    return figure in told or is_accounted_for(figure, told)


def spans_near(read: Passage, each: Entry) -> list[int]:
    """Days, weeks and the like that are told near it: "40 of the 52 weeks were dry, and the other 12 wet"."""
    near = [e for e in read.entries if abs(e.sentence - each.sentence) <= REACH and e.kind == "measure"]
    return [e.count for e in near if e.step == 1 and e.unit not in DOSES]


def condensed(read: Passage, parts: Sequence[Entry]) -> list[Entry]:
    """Counts of which a later one says what they make, told by that one alone: "two, six and nine; these 17"."""
    kept: list[Entry] = []
    for each in parts:
        made = next(
            (at for at in range(len(kept) - 1) if sum(e.count for e in kept[at:]) == each.count and not each.base), None
        )
        if made is not None and NAMING.search(read.text[: each.start]):
            kept = kept[:made]
        kept.append(each)
    return kept


def is_one_list(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether three counts or more are of one thing, which only the first names: "three on Monday, six on Friday"."""
    behind = [read.text[e.end :] for e in parts[1:]]
    one = len({e.sentence for e in parts}) == 1 and not any(e.base or e.share for e in parts)
    return (
        len(parts) > FEWEST and one and all(map(ELIDED.match, behind)) and not ELIDED.match(read.text[parts[0].end :])
    )


def is_narrowing(read: Passage, whole: Entry, parts: Sequence[Entry]) -> bool:
    """Whether each count is of those before it: "684 were screened, 402 were eligible and 340 consented"."""
    falling = all(one.value >= other.value for one, other in pairwise((whole, *parts)))
    words = read.text[min(whole.start, parts[0].start) : parts[-1].end + 40]
    return falling and sum(e.count for e in parts) > whole.count and len(STAGES.findall(words)) > 1


def is_a_slip(stated: int, expected: int) -> bool:
    """Whether one may stand where the other was meant: not far from it, or with its digits changed."""
    apart = abs(stated - expected)
    if expected > TWO_DIGITS and (slips(stated, expected) or sorted(str(stated)) == sorted(str(expected))):
        return True
    return expected > 0 and (apart <= LEAST or apart * SHARE <= max(stated, expected))


def sums(parts: Sequence[Entry]) -> Iterator[Account]:
    """What the last two or more make."""
    for at in range(len(parts) - FEWEST, -1, -1):
        terms = [e.count for e in parts[at:]]
        yield Account(sum(terms), f"{' + '.join(map(str, terms))} = {sum(terms)}", max(terms))


def rests(parts: Sequence[Entry]) -> Iterator[Account]:
    """What of the greatest count, or of a base, the others behind it leave: all of them, or the last."""
    wholes = [e.base or e.count for e in parts]
    if not wholes:
        return
    at = wholes.index(max(wholes))
    whole, first = wholes[at], parts[at]
    before = [e for e in parts[:at] if e.sentence == first.sentence]
    less = [*([first] if first.base else []), *(parts[at + 1 :] or before)]
    for terms in ([e.count for e in less], [e.count for e in less[-1:]]):
        left = whole - sum(terms)
        if terms and left > 0:
            yield Account(left, f"{whole} less {' and '.join(map(str, terms))} leaves {left}")


def nearest(stated: int, accounts: Sequence[Account]) -> Account | None:
    """The account that a slip would have turned into what is stated."""
    able = [each for each in accounts if is_a_slip(stated, each.expected)]
    return min(able, key=lambda each: abs(each.expected - stated), default=None)
