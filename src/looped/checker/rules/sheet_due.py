"""A table of dates with how often something falls due: the last date and the interval give the next."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.sheets.dates import BARE, date_of, made
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-due"
MESSAGE = "The next date is the last one and the interval."
GOOD = "Item\tSeen\tMonths\tDue\nLift\tMay 2024\t6\tNov 2024\nTap\tJan 2024\t12\tJan 2025\nCar\tMay 2024\t3\tAug 2024"
BAD = "Item\tSeen\tMonths\tDue\nLift\tMay 2024\t6\tNov 2024\nTap\tJan 2024\t12\tJan 2026\nCar\tMay 2024\t3\tAug 2024"

LENGTH = pattern_of(
    r"(?:every )?(?P<n>\d{1,3}|[a-z]+)[ -]?(?P<unit>days?|weeks?|months?|mths?|years?|yrs?)?(?:ly)?", re.I
)
UNIT = pattern_of(r"\b(?P<unit>day|week|month|mth|year|yr)s?\b", re.I)
NAMED = {
    "annual": (1, "year"), "annually": (1, "year"), "yearly": (1, "year"), "monthly": (1, "month"),
    "quarterly": (3, "month"), "six-monthly": (6, "month"), "weekly": (1, "week"), "biennial": (2, "year"),
}  # fmt: skip
NEXT = pattern_of(r"\b(?:next|due|expir\w+|renew\w*|review|until|end\w*|by)\b", re.I)
LEAST, YEAR = 2, 12


def check(context: Context) -> Iterator[Finding]:
    """Each table with two columns of dates and one of intervals."""
    for placed in context.sheets:
        yield from _of(placed.sheet)


def _of(sheet: Sheet) -> Iterator[Finding]:
    rows = range(len(sheet.labels))
    dates = [at for at in range(len(sheet.heads)) if all(date_of(sheet.texts[row][at]) for row in rows)]
    spans = [at for at in range(len(sheet.heads)) if at not in dates and all(_length(sheet, row, at) for row in rows)]
    if len(dates) != 2 or len(spans) != 1 or not NEXT.search(sheet.heads[dates[1]]):
        return
    lines = [(row, _added(sheet, row, dates[0], spans[0])) for row in rows]
    off = [row for row, due in lines if not _is(due, sheet.texts[row][dates[1]])]
    if len(lines) - len(off) < LEAST or 2 * len(off) > len(lines) - len(off):
        return
    for row, due in lines:
        text = sheet.texts[row][dates[1]]
        verdict: Verdict = "wrong" if row in off else "ok"
        shown = f"{due:%B %Y}" if due.day == 1 else f"{due.day} {due:%B %Y}"
        why = f"{sheet.texts[row][dates[0]]} and {sheet.texts[row][spans[0]]}: {shown}, printed as {text}"
        slip = f"due/{sheet.table.title}/{sheet.labels[row]}"
        yield Finding(CODE, verdict, sheet.where(row, dates[1]), text, text, shown, why, slip, "likely")


def _length(sheet: Sheet, row: int, column: int) -> tuple[int, str] | None:
    """How long an interval is, in days, weeks, months or years."""
    text = sheet.texts[row][column].strip().lower()
    if text in NAMED:
        return NAMED[text]
    found, head = LENGTH.fullmatch(text), UNIT.search(sheet.heads[column])
    unit = (found["unit"] if found else None) or (head["unit"] if head else "")
    number = whole(found["n"]) if found else None
    if not number or not unit:
        return None
    return number, {"mth": "month", "yr": "year"}.get(unit.lower().rstrip("s"), unit.lower().rstrip("s"))


def _added(sheet: Sheet, row: int, column: int, span: int) -> date:
    first, length = date_of(sheet.texts[row][column]), _length(sheet, row, span)
    assert first is not None and length is not None
    number, unit = length
    if unit in ("day", "week"):
        return first + timedelta(days=number * (7 if unit == "week" else 1))
    months = first.year * YEAR + first.month - 1 + number * (YEAR if unit == "year" else 1)
    return made(months // YEAR, months % YEAR + 1, first.day) or date(months // YEAR, months % YEAR + 1, 28)


def _is(due: date, text: str) -> bool:
    """Whether a cell tells that date: to a day or two where it tells a day, else its month or year."""
    stated = date_of(text)
    assert stated is not None
    if BARE.fullmatch(text.strip()):
        return due.year == stated.year
    told = re.match(r"\d{1,2}(?:st|nd|rd|th)?[ /.]", text.strip())
    return abs((due - stated).days) <= LEAST if told else (due.year, due.month) == (stated.year, stated.month)
