"""What a period still lacks at a moment: asked about once before its report is issued, for that can't be taken back."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from looped.figures.cube import Cube
from looped.figures.every import part_of
from looped.figures.moments import local_day
from looped.figures.periods import month_title, months
from looped.reports.dates import day


@dataclass(frozen=True)
class Unfinished:
    """Of monthly audits, as headline figures are. outstanding, open_: months with how many audits, the first first.

    ends: the period's last day, where it isn't over.  outstanding: asked for, and not everything in.  open_: in, and
    not settled.  without: months of which no audit is in.  plan: whether it is recorded what was asked for.
    """

    ends: date | None = None
    outstanding: Mapping[str, int] = field(default_factory=dict)
    open_: Mapping[str, int] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    plan: bool = True

    @property
    def anything(self) -> bool:
        """Whether anything is missing, or could be without being known."""
        return bool(self.ends or self.outstanding or self.open_ or self.without or not self.plan)

    def told(self) -> tuple[str, ...]:
        """A sentence for each thing that is missing; none where nothing is."""
        return tuple(filter(None, (self._end(), self._awaited(), self._unsettled(), self._empty(), self._unplanned())))

    def _end(self) -> str:
        return f"The period isn’t over: its last day is {day(self.ends)}." if self.ends else ""

    def _awaited(self) -> str:
        number = sum(self.outstanding.values())
        what, whose = ("audit", "it") if number == 1 else ("audits", "theirs")
        told = f"Returns are outstanding of {number} {what} ({_by_month(self.outstanding)}). No grade of {whose} is in"
        return f"{told} this edition." if number else ""

    def _unsettled(self) -> str:
        number = sum(self.open_.values())
        what, whose = ("audit is", "Its") if number == 1 else ("audits are", "Their")
        told = f"{number} {what} in and not settled ({_by_month(self.open_)}). {whose} grades may still change."
        return told if number else ""

    def _empty(self) -> str:
        named = list(map(month_title, self.without))
        if not named:
            return ""
        return f"No audit is in for {' or '.join(filter(None, (', '.join(named[:-1]), named[-1])))}."

    def _unplanned(self) -> str:
        told = "What was asked for isn’t on record, only what came back: whether returns are outstanding can’t be told."
        return "" if self.plan else told


def _by_month(found: Mapping[str, int]) -> str:
    return ", ".join(f"{month_title(month)}: {number}" for month, number in found.items())


def unfinished(cube: Cube, first: str, last: str) -> Unfinished:
    """What the months `first` to `last` still lack at the cube's moment.

    Of a looped audit nothing is told but that not both returns are in: the record itself says no more.
    Raises: UsageError where they are no period.
    """
    in_period = months(first, last)
    part = part_of(cube, in_period, "monthly", None)
    read = {row.month for row in part.counts if row.part == "audit" and not row.sealed}
    return Unfinished(
        _last_day(last) if local_day(cube.moment) <= _last_day(last) else None,
        _in_state(part, "planned"),
        _in_state(part, "returned"),
        tuple(month for month in in_period if month not in read),
        "plan" in cube.known,
    )


def _in_state(part: Cube, state: str) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in part.planned:
        if row.state == state and row.month:
            found[row.month] += row.number
    return dict(sorted(found.items()))


def _last_day(month: str) -> date:
    year, number = map(int, month.split("-"))
    return date(year, number, monthrange(year, number)[1])
