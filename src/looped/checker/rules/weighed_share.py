"""A percentage that no count of its passage gives, where one of them plainly should."""

from collections.abc import Iterator

from looped.checker.captions import numbers_in_captions
from looped.checker.context import Context
from looped.checker.evidence.points import SHARE
from looped.checker.evidence.reading import Reading
from looped.checker.evidence.shares import shares
from looped.checker.finding import Finding
from looped.checker.numbers import Percent, fits
from looped.checker.prose import Passage
from looped.checker.weighing import weighed

CODE = "weighed-share"
MESSAGE = "A percentage beside counts is what one of them is of another."
GOOD = "Keys had been signed for in 56 vans, or 80% of the fleet of 70; the other books were missing."
BAD = "Keys had been signed for in 56 vans, or 85% of the fleet of 70; the other books were missing."


def check(context: Context) -> Iterator[Finding]:
    """Each that weighs enough."""
    told = numbers_in_captions(context)
    yield from weighed(
        context, CODE, SHARE, lambda read: (each for each in shares(read) if not _is_of(told, read, each))
    )


def _is_of(told: frozenset[int], read: Passage, reading: Reading) -> bool:
    """Whether a share is that of a count of its passage in a number that a heading or a caption tells."""
    stated = reading.stated
    printed = Percent(stated.value, max(0, -int(stated.step.as_tuple().exponent)))
    counts = [each.count for each in read.entries if each.kind == "count"]
    return any(count <= whole and fits(count, whole, printed) for whole in told for count in counts)
