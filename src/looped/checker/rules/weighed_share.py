"""A percentage that no count of its passage gives, where one of them plainly should."""

from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.evidence.points import SHARE
from looped.checker.evidence.shares import shares
from looped.checker.finding import Finding
from looped.checker.weighing import weighed

CODE = "weighed-share"
MESSAGE = "A percentage beside counts is what one of them is of another."
GOOD = "Keys had been signed for in 56 vans, or 80% of the fleet of 70; the other books were missing."
BAD = "Keys had been signed for in 56 vans, or 85% of the fleet of 70; the other books were missing."


def check(context: Context) -> Iterator[Finding]:
    """Each that weighs enough."""
    yield from weighed(context, CODE, SHARE, shares)
