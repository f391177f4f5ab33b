"""Whether the number for the day or the one for out of hours is answered now. Both are always shown."""

from datetime import date, datetime, time, timedelta

OPENS, CLOSES = time(9), time(17)
SATURDAY = 5


def by_day(moment: datetime) -> bool:
    """Whether children's services are in their offices: working days of England, from nine to five.

    moment: London's, without a zone.

    >>> by_day(datetime(2026, 12, 24, 16, 59)), by_day(datetime(2026, 12, 28, 11, 0))
    (True, False)
    """
    working = moment.weekday() < SATURDAY and moment.date() not in bank_holidays(moment.year)
    return working and OPENS <= moment.time() < CLOSES


def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays by rule; those proclaimed for one year alone are not among them.

    Source: Banking and Financial Dealings Act 1971, schedule 1, and the proclamations each year of the first
    Monday in May, New Year's Day and days in place of weekends.
    """
    sunday = easter(year)
    moving = [sunday - timedelta(2), sunday + timedelta(1), _monday(year, 5, 1), _last_monday(year, 5)]
    return frozenset((*moving, _last_monday(year, 8), *_at_christmas(year), _weekday(date(year, 1, 1))))


def easter(year: int) -> date:
    """Easter Sunday. Source: Meeus, Astronomical Algorithms, 1991, chapter 8 (Gregorian calendar).

    >>> easter(2026), easter(2038)
    (datetime.date(2026, 4, 5), datetime.date(2038, 4, 25))
    """
    golden, century, of_century = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _weekday(day: date) -> date:
    return day + timedelta({5: 2, 6: 1}.get(day.weekday(), 0))


def _at_christmas(year: int) -> tuple[date, date]:
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    # Each that falls on a weekend is kept on the next day that neither is: the 27th, the 28th.
    moved = {5: (27, 28), 6: (27, 26), 4: (25, 28)}.get(christmas.weekday(), (25, 26))
    return christmas.replace(day=moved[0]), boxing.replace(day=moved[1])


def _monday(year: int, month: int, from_day: int) -> date:
    first = date(year, month, from_day)
    return first + timedelta(-first.weekday() % 7)


def _last_monday(year: int, month: int) -> date:
    return _monday(year, month, 25)  # both months have 31 days
