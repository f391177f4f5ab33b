"""A total that the figures listed with it do not make."""

from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.evidence.points import SUM
from looped.checker.evidence.sums import sums
from looped.checker.finding import Finding
from looped.checker.weighing import weighed

CODE = "weighed-sum"
MESSAGE = "A total is what the figures told with it make."
GOOD = "There were 926 lost keys in 2022/23 (spring: 157; summer: 264; autumn: 200; winter: 305)."
BAD = "There were 1,026 lost keys in 2022/23 (spring: 157; summer: 264; autumn: 200; winter: 305)."


def check(context: Context) -> Iterator[Finding]:
    """Each that weighs enough."""
    yield from weighed(context, CODE, SUM, sums)
