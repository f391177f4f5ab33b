"""Moments: what people write after `--as-at`, and UTC without zone, which is what every table holds."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from looped.errors import UsageError

HERE = ZoneInfo("Europe/London")
FORMS = "2024-07-31, 2024-07-31T12:00 or 2024-07-31T12:00+01:00"


def parse_moment(text: str) -> datetime:
    """The moment in UTC, without zone. Without an offset it is London time; a date alone is the end of that day.

    Raises: UsageError that says the forms.

    >>> parse_moment("2024-07-31T12:00")
    datetime.datetime(2024, 7, 31, 11, 0)
    """
    try:
        if len(text.strip()) == len("2024-07-31"):
            return end_of_day(date.fromisoformat(text.strip()))
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"{text!r} is not a moment. Write {FORMS}.") from error
    return to_utc(moment)


def end_of_day(day: date) -> datetime:
    """The last moment of a day in London, in UTC without zone.

    >>> end_of_day(date(2024, 7, 31))
    datetime.datetime(2024, 7, 31, 22, 59, 59, 999999)
    """
    midnight = datetime.combine(day + timedelta(days=1), time(), HERE).astimezone(UTC)
    return midnight.replace(tzinfo=None) - timedelta(microseconds=1)


def to_utc(moment: datetime) -> datetime:
    """A moment in UTC without zone; one without an offset is London time."""
    located = moment if moment.tzinfo else moment.replace(tzinfo=HERE)
    return located.astimezone(UTC).replace(tzinfo=None)


def now() -> datetime:
    """This moment, in UTC without zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def in_london(moment: datetime) -> datetime:
    """A moment of the tables (UTC without zone) as London's clock shows it, with its offset."""
    return moment.replace(tzinfo=UTC).astimezone(HERE)


def local_day(moment: datetime) -> date:
    """The date in London at a moment of the tables."""
    return in_london(moment).date()


def iso(moment: datetime) -> str:
    """A moment of the tables in ISO 8601 with London's offset.

    >>> iso(datetime(2024, 7, 31, 11))
    '2024-07-31T12:00:00+01:00'
    """
    return in_london(moment).isoformat()


def from_engine(value: Any) -> datetime:
    """A moment as an engine gave it: SQLite gives text."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def day_from_engine(value: Any) -> date | None:
    """A date as an engine gave it: SQLite gives text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
