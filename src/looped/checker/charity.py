"""Another reading of a claim: what is said of two figures may be true of two others that stand near it.

A figure that is wrong seldom comes out of other figures of its passage by chance; a true one nearly always comes out of
those that it is of, whichever the rule took them to be. So a rule asks here before it calls a claim wrong.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations

from looped.checker.prose import Entry, Passage


def differs_elsewhere(read: Passage, size: Entry, slack: Decimal) -> bool:
    """Whether two other figures of the passage are as far apart as a size says: in its unit, in points or in percent.

    slack: how far rounding of the size itself may put it.
    """
    stated = abs(size.share.value if size.share and size.kind == "share" else size.value)
    near = [e for e in read.entries if e is not size and size.sentence - 2 <= e.sentence <= size.sentence + 1]
    if size.kind in ("share", "points"):
        pairs = permutations([*_told(near)], 2)
        return any(_is_relative(a, b, stated, slack, size.kind) for a, b in pairs)
    values = [e.value for e in near if e.kind == size.kind or e.unit == size.unit == ""]
    if any(abs(abs(a - b) - stated) <= slack for a, b in permutations(values, 2)):
        return True
    # "An overspend of £12k. The forecast was one of £20k, £8k more": the sum of what is told beside it.
    beside = [e.value for e in near if e.kind == size.kind and abs(e.sentence - size.sentence) <= 1]
    return size.kind == "money" and any(abs(a + b - stated) <= slack for a, b in permutations(beside, 2))


def _told(entries: Iterable[Entry]) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Every value that entries tell, with its kind and how far rounding may put it: counts, shares, exact shares."""
    for each in entries:
        if each.share:
            yield "share", each.share.value, Decimal(1).scaleb(-each.share.decimals) / 2
        if each.kind != "share":
            yield each.kind + each.unit, each.value, each.step / 2 if each.step != 1 else Decimal(0)
        if each.base:
            yield "base", Decimal(each.base), Decimal(0)
            yield "share", Decimal(each.count) * 100 / each.base, Decimal(0)


def _is_relative(
    one: tuple[str, Decimal, Decimal], other: tuple[str, Decimal, Decimal], stated: Decimal, slack: Decimal, kind: str
) -> bool:
    (kind_one, a, loose_a), (kind_other, b, loose_b) = one, other
    if kind_one == kind_other == "share" and abs(abs(a - b) - stated) <= slack + loose_a + loose_b:
        return kind == "points" or a != b
    if kind != "share" or not a:
        return False
    # The size itself may have been told: "14 more than the 147 before, an increase of 10%".
    loose = slack + (loose_a + loose_b) * 100 / abs(a)
    alike = kind_one == kind_other and abs(abs(a - b) * 100 / abs(a) - stated) <= loose
    return alike or (abs(b) < abs(a) and kind_other != "share" and abs(b * 100 / a - stated) <= loose)
