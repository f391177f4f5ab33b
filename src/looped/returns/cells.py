"""One cell read: text, date, month, moment, number, yes or no. What can't be read is UNREADABLE, never guessed."""

import re
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo

from looped.returns.sheets import Cell

LONDON = ZoneInfo("Europe/London")
DAY_END = time(23, 59, 59, 999999)
# Day 0 of a spreadsheet's serial dates, and the numbers that can mean a date of an audit (1990 to 2100).
SERIAL_START = date(1899, 12, 30)
SERIALS = range(32_874, 73_416)
YEARS = range(1990, 2100)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FULL_MONTHS: tuple[str, ...] = ("january", "february", "march", "april", "may", "june", "july", "august", "september")
FULL_MONTHS += ("october", "november", "december")
WEEKDAY = re.compile(r"^(mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?\.?,?\s+", re.IGNORECASE)
UNSOLVED_FORMULA = "a formula without a value"
FAILED_FORMULAS = frozenset(("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"))
FAILED_FORMULAS |= {UNSOLVED_FORMULA}
# More open cases in one service than any council has: a slip of typing.
MOST_CASES = 100_000
YES = frozenset(("yes", "y", "true", "1", "given", "agreed", "ok", "x", "✓", "✔"))
NO = frozenset(("no", "n", "false", "0", "not given", "refused", "none", "not asked"))


class Unread(Enum):
    """What a reader gives for a cell that it can't make out."""

    UNREADABLE = "unreadable"


UNREADABLE = Unread.UNREADABLE


def text_of(cell: Cell) -> str | None:
    """A cell as text with single spaces; whole numbers without a point; None for an empty one.

    >>> text_of(" A  1 "), text_of(12.0), text_of(" ")
    ('A 1', '12', None)
    """
    if isinstance(cell, str):
        if not cell.isascii():
            cell = cell.replace("\u200b", "").replace("\ufeff", "")
        return " ".join(cell.split()) or None
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)


def words_of(cell: Cell) -> str | Unread | None:
    """A cell as text, like `text_of`; the text of a formula that failed is UNREADABLE.

    >>> words_of("#N/A")
    <Unread.UNREADABLE: 'unreadable'>
    """
    text = text_of(cell)
    return UNREADABLE if text in FAILED_FORMULAS else text


def date_of(cell: Cell) -> date | Unread | None:
    """The day in a cell: a date, a date's serial number, or text in British order. None for an empty cell.

    >>> date_of("3 May 2024"), date_of("4/5/24"), date_of(45388.0)
    (datetime.date(2024, 5, 3), datetime.date(2024, 5, 4), datetime.date(2024, 4, 6))
    """
    if isinstance(cell, datetime):
        return _checked(cell.date())
    if isinstance(cell, date):
        return _checked(cell)
    text = text_of(cell)
    if text is None:
        return None
    if isinstance(cell, bool | time | timedelta):
        return UNREADABLE
    moment = _iso_moment(text)
    return _checked(moment.date()) if moment else _typed_date(text)


def month_of(cell: Cell) -> str | Unread | None:
    """The month in a cell as "2024-04": a month in words or figures, or any date in it. None for an empty cell.

    >>> month_of("Apr-24"), month_of("April 2024"), month_of("04/2024"), month_of("12 April 2024")
    ('2024-04', '2024-04', '2024-04', '2024-04')
    """
    text = text_of(cell)
    if text is None or isinstance(cell, bool):
        return text and UNREADABLE
    if isinstance(cell, str):
        month = _typed_month(text)
        if month:
            return month
    day = date_of(cell)
    return f"{day:%Y-%m}" if isinstance(day, date) else UNREADABLE


def moment_of(cell: Cell) -> datetime | Unread | None:
    """The moment in a cell, in UTC without a zone. Without an offset: Europe/London; a date alone: its end."""
    moment: datetime | None
    if isinstance(cell, datetime):
        # A spreadsheet shows a date alone as midnight when its column is formatted with a time.
        moment = cell if cell.time() != time() else None
    else:
        text = text_of(cell)
        moment = _iso_moment(text) or _typed_moment(text) if isinstance(cell, str) and text else None
        if isinstance(cell, float) and SERIALS.start <= cell < SERIALS.stop and not cell.is_integer():
            moment = datetime.combine(SERIAL_START, time()) + timedelta(days=cell)
    if moment is None:
        day = date_of(cell)
        return end_of_day(day) if isinstance(day, date) else day
    if not isinstance(_checked(moment.date()), date):
        return UNREADABLE
    return _utc(moment if moment.tzinfo else moment.replace(tzinfo=LONDON))


@cache
def end_of_day(day: date) -> datetime:
    """The last microsecond of a day in London, in UTC without a zone."""
    return _utc(datetime.combine(day, DAY_END, LONDON))


@cache
def end_of_month(month: str) -> datetime:
    """The last microsecond of a month ("2024-04") in London, in UTC without a zone."""
    year, number = map(int, month.split("-"))
    following = date(year + number // 12, number % 12 + 1, 1)
    return end_of_day(following - timedelta(days=1))


def number_of(cell: Cell) -> float | Unread | None:
    """The number in a cell; "55%" is 0.55. None for an empty cell.

    >>> number_of("1,204"), number_of("55%"), number_of(3.0)
    (1204.0, 0.55, 3.0)
    """
    text = text_of(cell)
    if text is None:
        return None
    plain = text.replace(",", "").replace(" ", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?%?", plain):
        return UNREADABLE
    return float(plain[:-1]) / 100 if plain.endswith("%") else float(plain)


def cases_of(cell: Cell) -> int | Unread | None:
    """A number of open cases: whole, and no more than a council can have. None for an empty cell.

    >>> cases_of("1,204"), cases_of(2.5) is UNREADABLE
    (1204, True)
    """
    number = number_of(cell)
    if number is None or number is UNREADABLE:
        return number
    assert isinstance(number, float)
    return int(number) if number.is_integer() and 0 <= number <= MOST_CASES else UNREADABLE


def yes_of(cell: Cell) -> bool | Unread | None:
    """Yes or no in a cell, None for an empty one."""
    text = text_of(cell)
    if text is None:
        return None
    typed = text.lower().rstrip(".!")
    return True if typed in YES else False if typed in NO else UNREADABLE


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def _checked(day: date) -> date | Unread:
    return day if day.year in YEARS else UNREADABLE


def _iso_moment(text: str) -> datetime | None:
    """ISO only with its hyphens: Python reads 20240405 too, which may be any number."""
    if not re.match(r"\d{4}-\d\d-\d\d[T ]\d", text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _typed_moment(text: str) -> datetime | None:
    """A date in British order and a time of day: "5/4/2024 14:30"."""
    match = re.fullmatch(r"(.+?),?(?: at)? (\d{1,2})[:.](\d\d)(?::(\d\d))?", text)
    if not match:
        return None
    day = _typed_date(match[1])
    hour, minute, second = int(match[2]), int(match[3]), int(match[4] or 0)
    if not isinstance(day, date) or hour > 23 or minute > 59 or second > 59:
        return None
    return datetime.combine(day, time(hour, minute, second))


def _typed_date(text: str) -> date | Unread:
    if re.fullmatch(r"\d{5}", text):
        return SERIAL_START + timedelta(days=int(text)) if int(text) in SERIALS else UNREADABLE
    if re.fullmatch(r"\d{5}\.\d+", text):
        return _typed_date(text[:5])
    bare = WEEKDAY.sub("", text)
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", bare):
        return _day(match[1], match[2], match[3])
    if match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)", bare):
        return _day(match[3], match[2], match[1])
    if match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/. ]*([A-Za-z]{3,9})\.?,?[-/. ]*(\d{4}|\d\d)", bare):
        return _day(match[3], _month_number(match[2]), match[1])
    if match := re.fullmatch(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", bare):
        return _day(match[3], _month_number(match[1]), match[2])
    if re.match(r"\d{1,4}[-/. ]", bare) and (
        match := re.fullmatch(r"(.+),? ([01]?\d|2[0-3])[:.][0-5]\d(:[0-5]\d)?", bare)
    ):
        return _typed_date(match[1])
    return UNREADABLE


def _typed_month(text: str) -> str | None:
    if match := re.fullmatch(r"([A-Za-z]{3,9})\.?[-/,'’ ]*(\d{4}|\d\d)", text):
        return _month(match[2], _month_number(match[1]))
    if match := re.fullmatch(r"(\d{4})[-/. ]+([A-Za-z]{3,9})", text):
        return _month(match[1], _month_number(match[2]))
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})", text):
        return _month(match[1], match[2])
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text):
        return _month(match[2], match[1])
    return None


def _month_number(word: str) -> str:
    """A month's number as text: its name, or at least its first three letters; "0" where it is none."""
    low = word.lower()
    if low == "sept":
        return "9"
    for number, (short, full) in enumerate(zip(MONTHS, FULL_MONTHS, strict=True), 1):
        if low in (short, full):
            return str(number)
    return "0"


def _month(year: str, month: str) -> str | None:
    day = _day(year, month, "1")
    return f"{day:%Y-%m}" if isinstance(day, date) else None


def _day(year: str, month: str, day: str) -> date | Unread:
    full = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return _checked(date(full, int(month), int(day)))
    except ValueError:
        return UNREADABLE
