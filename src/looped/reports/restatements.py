"""A changed figure in words, as the report prints it."""

from dataclasses import dataclass

from looped.reports.nodes import Text


@dataclass(frozen=True)
class Restatement:
    """title: the figure in words. before, after: as printed. cause: why it changed, in words.

    base_only: its count is the same, only what it is out of has changed.
    """

    title: str
    before: Text
    after: Text
    cause: str
    base_only: bool = False
