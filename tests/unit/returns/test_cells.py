"""One cell read: what is known is read exactly, what isn't is never guessed."""

from datetime import date, datetime, time, timedelta

import pytest

from looped.returns.cells import (
    UNREADABLE,
    date_of,
    end_of_day,
    end_of_month,
    moment_of,
    month_of,
    number_of,
    text_of,
    words_of,
    yes_of,
)

MAY = date(2024, 5, 3)


@pytest.mark.parametrize(
    ("cell", "text"),
    [("", None), (" \xa0\u200b", None), (" A  1\n", "A 1"), (12.0, "12"), (1.5, "1.5"), (7, "7"), (True, "yes")]
    + [(False, "no"), (MAY, "2024-05-03"), (time(9, 30), "09:30:00")],
)
def test_text_is_single_spaced_and_numbers_are_whole_where_they_can_be(cell, text):
    assert text_of(cell) == text


def test_the_text_of_a_failed_formula_is_unreadable():
    assert [words_of(cell) for cell in ("#N/A", "#REF!", "N/A", "")] == [UNREADABLE, UNREADABLE, "N/A", None]


@pytest.mark.parametrize(
    "cell",
    [MAY, datetime(2024, 5, 3, 14, 0), 45415.0, 45415, "45415", "45415.6", "3/5/2024", "03/05/24", "3.5.2024", "3-5-24"]
    + ["2024-05-03", "2024/5/3", "2024-05-03T10:00:00", "2024-05-03 10:00", "3 May 2024", "3rd May 2024", "3-May-24"]
    + [
        "Friday 3 May 2024",
        "Fri, 3 May 24",
        "May 3, 2024",
        "03 MAY 2024",
        "3rd of May 2024",
        "3/5/2024 14:30",
        "3May2024",
    ],
)
def test_dates_are_read_in_british_order_in_words_and_as_numbers(cell):
    assert date_of(cell) == MAY


@pytest.mark.parametrize(
    "cell",
    ["31/02/2024", "2024", "tomorrow", "3 Mai 2024", "13/13/2024", "3/5", "12.5", 12.0, True, time(9, 0), "99999"]
    + [timedelta(days=1), date(1890, 1, 1), datetime(2190, 1, 1), "1/1/1066", "week 3 2024", "3/5/2024 25 o'clock"],
)
def test_what_is_no_date_is_unreadable(cell):
    assert date_of(cell) is UNREADABLE


def test_an_empty_cell_is_no_date_no_month_no_moment_no_number_and_neither_yes_nor_no():
    assert [reader(" ") for reader in (date_of, month_of, moment_of, number_of, yes_of)] == [None] * 5


@pytest.mark.parametrize(
    "cell",
    [
        "Apr-24",
        "Apr 24",
        "April 2024",
        "APRIL 2024",
        "apr 2024",
        "April, 2024",
        "2024-04",
        "2024/4",
        "04/2024",
        "4-2024",
    ]
    + [
        "2024 April",
        "Apr'24",
        date(2024, 4, 1),
        date(2024, 4, 30),
        45383.0,
        "12/04/2024",
        "2024-04-30",
        "12 April 2024",
    ],
)
def test_months_are_read_in_words_in_figures_and_from_any_date(cell):
    assert month_of(cell) == "2024-04"


def test_september_has_two_short_forms():
    assert month_of("Sept 2024") == month_of("Sep-24") == "2024-09"


@pytest.mark.parametrize("cell", ["April", "24", "Apl-24", "13/2024", "2024-13", "soon", True, "Q1 2024", 4.0])
def test_what_is_no_month_is_unreadable(cell):
    assert month_of(cell) is UNREADABLE


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2024-07-08T10:00", datetime(2024, 7, 8, 9, 0)),  # London, summer
        ("2024-07-08T10:00Z", datetime(2024, 7, 8, 10, 0)),
        ("2024-07-08T10:00:00+02:00", datetime(2024, 7, 8, 8, 0)),
        ("8/7/2024 10:00", datetime(2024, 7, 8, 9, 0)),
        ("8 July 2024 at 10.00", datetime(2024, 7, 8, 9, 0)),
        ("8/7/2024, 10:00:05", datetime(2024, 7, 8, 9, 0, 5)),
        (datetime(2024, 1, 8, 10, 0), datetime(2024, 1, 8, 10, 0)),  # London, winter
        (datetime(2024, 7, 8), datetime(2024, 7, 8, 22, 59, 59, 999999)),
        (45481.5, datetime(2024, 7, 8, 11, 0)),
        (date(2024, 7, 8), datetime(2024, 7, 8, 22, 59, 59, 999999)),
        (45481.0, datetime(2024, 7, 8, 22, 59, 59, 999999)),
        ("8 January 2024", datetime(2024, 1, 8, 23, 59, 59, 999999)),
    ],
)
def test_moments_are_londons_unless_they_say_otherwise_and_a_date_is_its_end(cell, moment):
    assert moment_of(cell) == moment


@pytest.mark.parametrize(
    "cell",
    [
        "8/7/2024 25:00",
        "2024-07-08T99:00",
        "noon",
        3.5,
        float("nan"),
        datetime(1066, 1, 1),
        "1066-10-14T10:00",
        "never at 10:00",
        True,
    ],
)
def test_what_is_no_moment_is_unreadable(cell):
    assert moment_of(cell) is UNREADABLE


def test_days_and_months_end_in_london():
    assert end_of_day(date(2024, 3, 30)) == datetime(2024, 3, 30, 23, 59, 59, 999999)
    assert end_of_day(date(2024, 3, 31)) == datetime(2024, 3, 31, 22, 59, 59, 999999)
    assert end_of_month("2024-12") == datetime(2024, 12, 31, 23, 59, 59, 999999)
    assert end_of_month("2024-06") == datetime(2024, 6, 30, 22, 59, 59, 999999)


@pytest.mark.parametrize(
    ("cell", "number"), [("1,204", 1204.0), ("55 %", 0.55), (3.0, 3.0), ("-2", -2.0), ("a", UNREADABLE)]
)
def test_numbers_may_have_commas_and_per_cent(cell, number):
    assert number_of(cell) == number


@pytest.mark.parametrize(
    ("cell", "yes"), [("Y", True), ("yes.", True), (True, True), ("No", False), ("maybe", UNREADABLE)]
)
def test_yes_and_no(cell, yes):
    assert yes_of(cell) is yes
