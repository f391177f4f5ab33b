"""Dates and moments as a report prints them."""

from datetime import date, datetime, time

from looped.figures.moments import in_london
from looped.figures.periods import MONTHS


def day(on: date | None) -> str:
    """A date: `3 June 2024`; a dash where there is none.

    >>> day(date(2024, 6, 3))
    '3 June 2024'
    """
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}" if on else "–"


def moment_title(moment: datetime) -> str:
    """A moment of the tables (UTC without zone) on London's clock; the last moment of a day is that day's end.

    >>> moment_title(datetime(2024, 7, 31, 11))
    '12:00 on 31 July 2024'
    """
    here = in_london(moment)
    if here.time() == time.max:
        return f"the end of {day(here.date())}"
    return f"{here:%H:%M} on {day(here.date())}"
