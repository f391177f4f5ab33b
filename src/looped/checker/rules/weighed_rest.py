"""What is left of a whole, where the figures before it leave something else."""

from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.evidence.points import REST
from looped.checker.evidence.rests import rests
from looped.checker.finding import Finding
from looped.checker.weighing import weighed

CODE = "weighed-rest"
MESSAGE = "What remains is the whole less what was told."
GOOD = "The previous report listed thirteen faults. Seven are now mended. The six that have not been mended are listed."
BAD = (
    "The previous report listed thirteen faults. Seven are now mended. The eight that have not been mended are listed."
)


def check(context: Context) -> Iterator[Finding]:
    """Each that weighs enough."""
    yield from weighed(context, CODE, REST, rests)
