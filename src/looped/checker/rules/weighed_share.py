"""A percentage that no count of its passage gives, where one of them plainly should."""

import re
from collections.abc import Iterator

from looped.checker.captions import is_of_a_caption
from looped.checker.context import Context
from looped.checker.evidence.points import SHARE
from looped.checker.evidence.reading import Reading
from looped.checker.evidence.shares import shares
from looped.checker.finding import Finding
from looped.checker.numbers import Percent
from looped.checker.prose import Passage
from looped.checker.weighing import weighed

CODE = "weighed-share"
MESSAGE = "A percentage beside counts is what one of them is of another."
GOOD = "Keys had been signed for in 56 vans, or 80% of the fleet of 70; the other books were missing."
BAD = "Keys had been signed for in 56 vans, or 85% of the fleet of 70; the other books were missing."
LEVEL = re.compile(r" (?:significance |confidence )?level\b")


def check(context: Context) -> Iterator[Finding]:
    """Each that weighs enough."""
    yield from weighed(
        context,
        CODE,
        SHARE,
        lambda read: (e for e in shares(read) if not _is_of_caption(context, read, e) and not _is_level(read, e)),
    )


def _is_level(read: Passage, reading: Reading) -> bool:
    """ "Tests were at the 5% level": of no count."""
    return bool(LEVEL.match(read.text, reading.stated.end))


def _is_of_caption(context: Context, read: Passage, reading: Reading) -> bool:
    """Whether a share is that of a count of its passage in a number that a heading or a caption gives."""
    stated = reading.stated
    printed = Percent(stated.value, max(0, -int(stated.step.as_tuple().exponent)))
    return any(is_of_a_caption(context, each.count, printed) for each in read.entries if each.kind == "count")
