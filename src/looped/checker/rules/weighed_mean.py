"""A mean or a rate that no two figures of its passage give, where two plainly should."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.evidence.means import means
from looped.checker.evidence.points import MEAN
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.weighing import weighed

CODE = "weighed-mean"
MESSAGE = "A mean is a sum by how many there are."
GOOD = "The 62 callers who rated the line out of ten gave it 434 points between them, a mean of 7.00."
BAD = "The 62 callers who rated the line out of ten gave it 434 points between them, a mean of 6.25."

SPREAD = pattern_of(r"(?: [a-z]+)? ?[(\[](?:sd|iqr|range|interquartile|standard deviation)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each that weighs enough."""
    # "6.4 hours (SD 3.1)": of what each took, and no figure before it.
    yield from weighed(
        context, CODE, MEAN, lambda read: (e for e in means(read) if not SPREAD.match(read.text, e.stated.end))
    )
