"""Whether other figures of a paragraph give a figure of it: as a part, a change, what they leave or come to."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, permutations, product

from looped.checker.at_hand import undivided
from looped.checker.context import Context
from looped.checker.explaining import counts_of
from looped.checker.numbers import fits
from looped.checker.pairing import in_time
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.rules.balance import CAME, WENT
from looped.checker.sheets.sheet import Sheet
from looped.checker.traits import OF_THE_EARLIER

TARGET = re.compile(r"(?:target|standard|goal|threshold)(?: of| was| is)? (\d+(?:\.\d+)?)\s?(?:%|per ?cent)", re.I)
POOLED = pattern_of(r"\b(?:overall|together|combined|in all|as a whole|altogether)\b", re.I)
TAKEN_UP = pattern_of(r"(?:they|these|those|this|that|it|such|both|all of (?:them|these)) ", re.I)
FLOW, REACH, MANY = 6, 2, 12


def is_part(context: Context, read: Passage, entry: Entry) -> bool:
    """Whether a share is a count of its sentence in a count that the paragraph or a table tells."""
    assert entry.share
    own = [e for e in read.of_sentence(entry.sentence) if e is not entry]
    # "They were 25% of all jobs": of those that the sentence before tells.
    if TAKEN_UP.match(read.sentence(entry.sentence)):
        own += read.of_sentence(entry.sentence - 1)
    parts = counts_of(own)[:MANY] if entry.kind == "share" else [entry.count]
    if entry.kind == "share" and POOLED.search(read.sentence(entry.sentence)):
        both = [a + b for a, b in combinations(parts, 2)]
        if any(fits(part, whole, entry.share) for part in both for whole in context.told if part < whole):
            return True
        parts = [*parts, *both]
    others = counts_of(e for e in read.entries if e is not entry)
    wholes = [*others, *(n for placed in context.sheets for n in _totals(placed.sheet))]
    return any(0 < part < whole and fits(part, whole, entry.share) for part in parts for whole in wholes)


def _totals(sheet: Sheet) -> Iterator[int]:
    """The counts of a table's row of totals."""
    for figure in sheet.cells[sheet.total] if sheet.total is not None else ():
        if figure and figure.count:
            yield figure.count


def is_change(context: Context, read: Passage, entry: Entry, code: str, of_table: bool) -> bool:
    """Whether a share is by how much one figure of its sentence is more or less than another, or than a table's."""
    assert entry.share
    slack = Decimal(1).scaleb(-entry.share.decimals) / 2
    own = [e for e in read.of_sentence(entry.sentence) if e.kind in ("count", "money", "measure") and e.value]
    alike = [(a, b) for a, b in permutations(own[:MANY], 2) if (a.kind, a.unit) == (b.kind, b.unit)]
    # "18 in 2024 and 25 in 2023, a fall of 39%": a change is of the earlier, where the times are told.
    pairs = [(a.value, b.value) for a, b in alike if code not in OF_THE_EARLIER or not _is_later(read, a, b)]
    if of_table:
        cells = {f.value for placed in context.sheets for row in placed.sheet.cells for f in row if f and f.value > 0}
        pairs += [(a.value, b) for a in own[:MANY] for b in cells]
    return any(abs(abs(b - a) * 100 / a - abs(entry.share.value)) <= slack for a, b in pairs if a != b)


def _is_later(read: Passage, one: Entry, other: Entry) -> bool:
    """Whether the words of time tell that the one is the later."""
    pair = in_time(read, *sorted((one, other), key=lambda each: each.start))
    return pair.ordered and pair.last is one


def is_left(read: Passage, entry: Entry, fewest: int) -> bool:
    """Whether a figure is what of the greatest of some told near it the others leave, or what two make of a table."""
    before = [e for e in read.entries if e is not entry and abs(entry.sentence - e.sentence) <= REACH]
    if fewest > 2:
        before = undivided(read, [e for e in before if e.end <= entry.start])
    values = [Decimal(n) for n in counts_of(before)] if entry.kind == "count" else [e.value for e in before]
    if entry.kind == "money":
        values = [e.value for e in before if e.kind == "money"]
    if fewest == 2 and any(a + b == entry.value for a, b in combinations(values[-MANY:], 2)):
        return True
    sizes = range(fewest, 5)
    return any(_rest(some) == entry.value for size in sizes for some in combinations(values[-MANY:], size))


def is_balance(read: Passage, entry: Entry) -> bool:
    """Whether it is what there was with what came and without what went: "41 then; nine came, ten left; so 40"."""
    near = [e for e in read.entries if 0 <= entry.sentence - e.sentence <= REACH and e.end <= entry.start]
    values = [e.value for e in near if e.kind == entry.kind and not e.base and not e.share][-FLOW:]
    words = read.text[near[0].start : entry.start] if near else ""
    if len(values) < 3 or not CAME.search(words) or not WENT.search(words):
        return False
    first, *moves = values
    ways = product((1, -1), repeat=len(moves))
    return any(first + sum(s * v for s, v in zip(signs, moves, strict=True)) == entry.value for signs in ways)


def _rest(some: Iterable[Decimal]) -> Decimal:
    """What the others leave of the greatest."""
    values = list(some)
    return 2 * max(values) - sum(values, Decimal(0))


def makes_share(read: Passage, entry: Entry) -> bool:
    """Whether with another count it makes a share that its sentence tells: "726 of the 870, an occupancy of 83.4%"."""
    own = [e for e in read.of_sentence(entry.sentence) if e is not entry]
    shares = [e.share for e in own if e.kind == "share" and e.share]
    counts = counts_of(own)
    return any(n > entry.count > 0 and fits(entry.count, n, share) for share in shares for n in counts)


def is_between_shares(read: Passage, entry: Entry) -> bool:
    """Whether so many points lie between a target of its sentence and a share told: "77% was missed by seven"."""
    targets = [Decimal(each) for each in TARGET.findall(read.sentence(entry.sentence))]
    told = [e.share.value for e in read.entries if e.share]
    return any(abs(abs(a - b) - entry.value) <= entry.step / 2 for a in targets for b in told)
