"""Dates as cells and sentences tell them: "5 August 2024", "05/08/2024", "Aug 2024", "2024"."""

import re
from datetime import date

from looped.checker.earlier import MONTH, MONTHS
from looped.checker.patterns import pattern_of

DATE = pattern_of(rf"(?:(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)? )?(?P<month>{MONTH})\.?,? (?P<year>(?:19|20)\d\d)")
PLAIN = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)")
BARE = re.compile(r"(?:19|20)\d\d")
DAY = pattern_of(
    rf"\b(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)? {MONTH}\.?,? (?:19|20)\d\d\b|"
    r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b",
    re.I,
)


def date_of(text: str) -> date | None:
    """A date, or the first of a month or a year that is told alone.

    >>> date_of("5 August 2024") == date_of("05/08/2024") == date(2024, 8, 5)
    True
    """
    plain = text.strip()
    if found := DATE.fullmatch(plain):
        return made(int(found["year"]), MONTHS.index(found["month"].lower()[:3]) + 1, int(found["day"] or 1))
    if found := PLAIN.fullmatch(plain):
        return made(int(found["year"]), int(found["month"]), int(found["day"]))
    return date(int(plain), 1, 1) if BARE.fullmatch(plain) else None


def made(year: int, month: int, day: int) -> date | None:
    """A date of its numbers, where there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
