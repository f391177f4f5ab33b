"""Months ("2024-04") and financial quarters ("2024-25/Q1", April to March)."""

import re
from datetime import date

from looped.errors import UsageError

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def months(first: str, last: str) -> tuple[str, ...]:
    """Every month from `first` to `last`, both included.

    Raises: UsageError for a text that isn't a month, or a last month before the first.

    >>> months("2024-11", "2025-01")
    ('2024-11', '2024-12', '2025-01')
    """
    start, end = _number(first), _number(last)
    if end < start:
        raise UsageError(f"The period ends in {last}, before it begins in {first}. Swap the two.")
    return tuple(_month(number) for number in range(start, end + 1))


def quarter(text: str) -> tuple[str, str]:
    """First and last month of a financial quarter. Raises: UsageError for a text that isn't one.

    >>> quarter("2024-25/Q4")
    ('2025-01', '2025-03')
    """
    found = re.fullmatch(r"(\d{4})-(\d{2})/Q([1-4])", text.strip(), re.IGNORECASE)
    if not found or (int(found[1]) + 1) % 100 != int(found[2]):
        raise UsageError(f"{text!r} is not a quarter. Write one as 2024-25/Q1, which is April to June 2024.")
    start = _number(f"{found[1]}-04") + 3 * (int(found[3]) - 1)
    return _month(start), _month(start + 2)


def quarter_of(first: str, last: str) -> str | None:
    """The name of the financial quarter that the two months are, or None.

    >>> quarter_of("2024-04", "2024-06")
    '2024-25/Q1'
    """
    start = _number(first)
    if _number(last) - start != 2 or start % 3:
        return None
    year, month = divmod(start - 3, 12)
    return f"{year}-{(year + 1) % 100:02}/Q{month // 3 + 1}"


def previous_quarters(first: str, how_many: int) -> tuple[tuple[str, str], ...]:
    """The `how_many` runs of three months that end just before the month `first`, earliest first.

    >>> previous_quarters("2024-04", 2)
    (('2023-10', '2023-12'), ('2024-01', '2024-03'))
    """
    start = _number(first)
    return tuple((_month(start - 3 * n), _month(start - 3 * n + 2)) for n in range(how_many, 0, -1))


def month_of(day: date) -> str:
    """The month of a date.

    >>> month_of(date(2024, 4, 9))
    '2024-04'
    """
    return f"{day:%Y-%m}"


def month_title(month: str) -> str:
    """A month in words.

    >>> month_title("2024-04")
    'April 2024'
    """
    year, index = divmod(_number(month), 12)
    return f"{MONTHS[index]} {year}"


def title_of_period(first: str, last: str) -> str:
    """A period in words, with the quarter's name where it is one.

    >>> title_of_period("2024-04", "2024-06")
    'April to June 2024 (2024-25, Quarter 1)'
    >>> title_of_period("2023-11", "2024-02")
    'November 2023 to February 2024'
    """
    if first == last:
        return month_title(first)
    start = month_title(first)
    if first[:4] == last[:4]:
        start = start.split()[0]
    name = quarter_of(first, last)
    ending = f" ({name.replace('/Q', ', Quarter ')})" if name else ""
    return f"{start} to {month_title(last)}{ending}"


def _number(month: str) -> int:
    """Months since the year 0, January being 0."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise UsageError(f"{month!r} is not a month. Write one as 2024-04.")
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
