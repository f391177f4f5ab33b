"""Moments as typed, and as the tables hold them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from looped.errors import UsageError
from looped.figures.moments import end_of_day, from_engine, iso, local_day, now, parse_moment, to_utc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-07-31T12:00", datetime(2024, 7, 31, 11)),
        ("2024-01-31T12:00", datetime(2024, 1, 31, 12)),
        (" 2024-07-31 12:00:30 ", datetime(2024, 7, 31, 11, 0, 30)),
        ("2024-07-31T12:00+05:00", datetime(2024, 7, 31, 7)),
        ("2024-07-31T12:00Z", datetime(2024, 7, 31, 12)),
        ("2024-07-31", datetime(2024, 7, 31, 22, 59, 59, 999999)),
        ("2024-01-31", datetime(2024, 1, 31, 23, 59, 59, 999999)),
    ],
)
def test_moment_without_an_offset_is_londons_and_a_date_is_its_end(text, expected):
    """Summer time is taken off; an offset is honoured."""
    assert parse_moment(text) == expected


@pytest.mark.parametrize("text", ["", "yesterday", "2024-02-30", "31/07/2024", "2024-07-31T25:00"])
def test_a_text_that_is_no_moment_says_the_forms(text):
    """All three forms are shown."""
    with pytest.raises(UsageError, match="Write 2024-07-31, 2024-07-31T12:00 or"):
        parse_moment(text)


def test_days_on_which_the_clocks_change_end_at_midnight():
    """31 March 2024 has 23 hours, 27 October 25."""
    assert end_of_day(date(2024, 3, 31)) == datetime(2024, 3, 31, 22, 59, 59, 999999)
    assert end_of_day(date(2024, 3, 30)) == datetime(2024, 3, 30, 23, 59, 59, 999999)
    assert end_of_day(date(2024, 10, 27)) == datetime(2024, 10, 27, 23, 59, 59, 999999)


def test_moments_are_shown_with_londons_offset():
    """An hour ahead in summer, none in winter."""
    assert iso(datetime(2024, 7, 31, 11)) == "2024-07-31T12:00:00+01:00"
    assert iso(datetime(2024, 1, 31, 12)) == "2024-01-31T12:00:00+00:00"


def test_the_day_is_londons():
    """Half past eleven at night in UTC is tomorrow in summer."""
    assert local_day(datetime(2024, 7, 31, 23, 30)) == date(2024, 8, 1)


def test_to_utc_takes_off_any_offset():
    """And gives it without zone."""
    assert to_utc(datetime(2024, 7, 31, 12, tzinfo=timezone(timedelta(hours=2)))) == datetime(2024, 7, 31, 10)


def test_now_is_in_utc_without_zone():
    """Comparable with what the tables hold."""
    assert now().tzinfo is None
    assert abs(now() - datetime.now(UTC).replace(tzinfo=None)) < timedelta(minutes=1)


def test_an_engine_gives_a_moment_or_its_text():
    """SQLite gives text, with or without fractions."""
    moment = datetime(2024, 7, 31, 11, 0, 0, 500000)

    assert from_engine(moment) == moment
    assert from_engine("2024-07-31 11:00:00.500000") == moment
    assert from_engine("2024-07-31 11:00:00") == datetime(2024, 7, 31, 11)
