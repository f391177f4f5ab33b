"""How far two shares are apart whose counts and bases are told: exactly, and as they are printed."""

from decimal import Decimal

from looped.checker.prose import Entry


def misses(one: Entry, other: Entry, size: Entry) -> bool:
    """Whether a size in points is neither how far two shares are apart as worked out, nor as printed.

    False where either's count, base or share isn't told: rounding may then explain what is out by a point.

    >>> from looped.checker.prose import passage
    >>> told = passage("From 52% (13 of 25) to 72% (18 of 25), a gain of 19 percentage points.").entries
    >>> misses(*told)
    True
    """
    if size.kind != "points":
        return False
    gaps = []
    for each in (one, other):
        if not each.base or not each.share:
            return False
        gaps.append((Decimal(each.count) * 100 / each.base, each.share.value))
    apart = [abs(a - b) for a, b in zip(*gaps, strict=True)]
    return all(abs(each - abs(size.figure)) * 2 > size.step for each in apart)
