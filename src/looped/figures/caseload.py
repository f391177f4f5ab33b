"""The open caseload by service area at the end of each month: the standard that like is compared with like by."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from looped.figures.asking import Source
from looped.figures.moments import local_day


@dataclass(frozen=True)
class Caseload:
    """Open cases at one month's end. areas: service area (None: not given) -> cases; listed: days of the lists used."""

    areas: dict[str | None, int]
    listed: tuple[date, ...] = ()

    @property
    def cases(self) -> int:
        """All open cases."""
        return sum(self.areas.values())


def caseload_of(
    source: Source, months: Iterable[str], moment: datetime, authority: str | None = None
) -> dict[str, Caseload]:
    """Open cases at the end of each month, as known at `moment` (UTC, without zone); {} where none are recorded.

    months: "2024-04". authority: of one council alone. Of several lists a month's is the latest up to its end, else
    the first after it.
    """
    if "caseload" not in source.tables:
        return {}
    found = {month: _at_end(source, month, moment, authority) for month in months}
    return found if any(caseload.areas for caseload in found.values()) else {}


def _at_end(source: Source, month: str, moment: datetime, authority: str | None) -> Caseload:
    rows = source.ask("caseload", month_end=end_of(month), day=local_day(moment))
    areas: dict[str | None, int] = {}
    listed: set[date] = set()
    for row_authority, area, day, number in rows:
        if authority in (None, row_authority):
            areas[area] = areas.get(area, 0) + number
            listed |= {_date(day)} if day is not None else set()
    return Caseload(areas, tuple(sorted(listed)))


def end_of(month: str) -> date:
    """The last day of a month.

    >>> end_of("2024-02")
    datetime.date(2024, 2, 29)
    """
    year, number = map(int, month.split("-"))
    return date(year, number, monthrange(year, number)[1])


def _date(day: Any) -> date:
    """SQLite gives days as text."""
    return date.fromisoformat(day[:10]) if isinstance(day, str) else day
