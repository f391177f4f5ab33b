"""Which number is answered now: the day's on working days from nine to five, else that for out of hours."""

from datetime import date, datetime

import pytest

from looped.loop.office_hours import bank_holidays, by_day, easter

# As published for England and Wales.
PUBLISHED = {
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_as_published(year):
    """A day in place of one at the weekend stands where the government's list has it."""
    assert sorted(bank_holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in PUBLISHED[year].split()]


@pytest.mark.parametrize(
    ("year", "day"), [(2008, "03-23"), (2011, "04-24"), (2019, "04-21"), (2024, "03-31"), (2038, "04-25")]
)
def test_easter(year, day):
    """Its earliest and latest of these years among them."""
    assert easter(year) == date.fromisoformat(f"{year}-{day}")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-27T08:59", False),
        ("2026-11-27T09:00", True),
        ("2026-11-27T16:59", True),
        ("2026-11-27T17:00", False),
        ("2026-11-28T11:00", False),
        ("2026-11-29T11:00", False),
        ("2026-12-28T11:00", False),
        ("2026-12-29T11:00", True),
    ],
)
def test_which_number_is_answered(moment, day):
    """To the minute; weekends and bank holidays are out of hours all day."""
    assert by_day(datetime.fromisoformat(moment)) is day
