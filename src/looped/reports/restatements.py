"""A changed figure in words, as the report prints it."""

from dataclasses import dataclass

from looped.reports.nodes import Text


@dataclass(frozen=True)
class Restatement:
    """title: the figure in words. before, after: as printed. cause: why it changed, in words."""

    title: str
    before: Text
    after: Text
    cause: str
