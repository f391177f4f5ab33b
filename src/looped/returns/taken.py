"""The rows of returns that were taken, as columns: small to hold, quick to hand from one process to another."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from looped.figures.schema import REASONS_NOT_GRADED

Value = str | int | float | date | datetime | None

# A grade's position is kept as itself; what is no grade, in a form that fits the same column of small numbers.
NOT_GRADED = 0
NOT_GRADED_FOR = {reason: -number for number, reason in enumerate(REASONS_NOT_GRADED, 1)}
REASON_OF = {number: reason for reason, number in NOT_GRADED_FOR.items()}

NAMES: tuple[str, ...] = ("sheet", "row", "audit", "source", "month", "framework", "case", "service_area", "team")
NAMES += ("auditor", "due", "returned", "why_moderated", "feedback", "recorded_at", "kind", "selection")


@dataclass(slots=True)
class Taken:
    """Rows as columns, in the file's order. values: by NAMES, all of one length.

    grades: by domain code, a position (1 the lowest), NOT_GRADED, one of NOT_GRADED_FOR, or None: the row says
    nothing of it (a domain that was not moderated, or that its framework doesn't have).
    """

    values: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in NAMES})
    grades: dict[str, list[int | None]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.values["audit"])

    def add(self, other: "Taken") -> None:
        """Puts the rows of another sheet under these."""
        before, more = len(self), len(other)
        for name, column in other.values.items():
            self.values[name].extend(column)
        for code in dict.fromkeys([*self.grades, *other.grades]):
            column = self.grades.setdefault(code, [None] * before)
            column.extend(other.grades.get(code) or [None] * more)


def picked(column: list[Any], keep: Iterable[int] | None) -> list[Any]:
    """The rows of a column that are kept; all of them where `keep` is None."""
    return column if keep is None else [column[index] for index in keep]
