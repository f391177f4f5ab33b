"""Moments that a text tells - dates, months, years, times of the day, ages - and lengths of time.

Numbers that claim nothing are blanked elsewhere; here they are what is counted from and to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from looped.checker.earlier import MONTH, MONTHS
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import SPELT

DATE = pattern_of(
    r"(?=[\dADFJMNOS])(?<![\d.,/–-])"
    rf"(?:(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?:(?: (?:and|to|or) (?:the )?|[–-])(?P<other>[12]?\d|"
    rf"3[01])(?:st|nd|rd|th)?)? (?:of )?)?(?P<month>{MONTH})\b\.?(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
YEAR = pattern_of(
    r"(?<![\d,.£/–-])(?P<year>(?:18|19|20)\d\d)(?![\d,]\d|\.\d|[/–-]\d|\s?%| (?!(?:and|to|or|in|at|on|by)\b)[a-z]+s\b)"
)
CLOCK = pattern_of(
    r"(?<![\d.,:£])(?:(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)|(?:(?<=\bat )|(?<=\bby )|(?<=\bfrom )|(?<=\bto )|"
    r"(?<=\buntil )|(?<=\bbetween )|(?<=\band )|(?<=\btill ))(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)|"
    r"(?P<full>1[0-2]|[1-9])(?:\.(?P<past>[0-5]\d))?(?= ?[ap]\.?m\b))(?!\d|:\d|\.\d|"
    r"\s?%)(?: ?(?P<half>[ap])\.?m\b\.?)?|"
    r"\b(?P<named>noon|midday|midnight)\b",
    re.I,
)
# "The youngest was 19 and the oldest 74", "ages ran from 18 to 76".
AGE = pattern_of(
    r"\b(?:youngest|oldest|eldest)\b[^.;,\d]{0,40}?\b(?P<one>\d{1,3})\b(?! ?%)|"
    r"\b(?:ages?|aged)\b[^.;,]{0,40}?\b(?:(?:from|between) )?(?P<low>\d{1,3}) (?:to|and) (?P<high>\d{1,3})\b",
    re.I,
)
NUMBER = rf"(?:\d{{1,3}}|{SPELT}|an?)"
UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year)"
LONG = pattern_of(
    rf"(?<![\w.,£–-])(?P<hedge>(?:just|only|exactly|about|around|almost|nearly|over|more than|less than|under|some|"
    rf"roughly|within|fully|a full|at least|up to|not quite) ){{0,2}}(?P<n>{NUMBER}) (?:and (?P<over>a half|"
    rf"a quarter|three[- ]quarters) )?(?P<kind>working |school |"
    rf"calendar |clear |whole |full )?(?P<unit>{UNIT})s?\b(?![’'-])(?:,? and (?:(?P<more>{NUMBER}) (?P<small>minute|"
    rf"day|"
    rf"week|month)s?\b|(?P<part>a half|a quarter|three[- ]quarters)\b))?",
    re.I,
)
LOOSE = pattern_of(
    r"\b(?:about|around|almost|nearly|over|more than|less than|under|some|roughly|within|at least|up to|not quite)\b",
    re.I,
)
DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
MINUTES = {"minute": 1.0, "hour": 60.0}
SLACK = {
    "day": 1.0,
    "night": 1.0,
    "week": 4.0,
    "fortnight": 5.0,
    "month": 20.0,
    "year": 200.0,
    "minute": 0.0,
    "hour": 9.0,
}
ROUGH = {"day": 0.0, "month": 31.0, "year": 0.0, "clock": 0.0, "age": 0.0}
NAMED = {"noon": 720, "midday": 720, "midnight": 1440}
PARTS = {"a half": 0.5, "a quarter": 0.25, "three quarters": 0.75}
HOLIDAYS, HALF_DAY, DAY, HALF_YEAR = 4, 720, 1440, 183


@dataclass(frozen=True)
class Moment:
    """When something was. value: in days, in minutes of the day, or in years of age; kind: how exactly it is told."""

    value: int
    kind: str
    start: int
    end: int
    text: str
    is_first_of_two: bool = False

    @property
    def scale(self) -> str:
        """What it can be set against: another date, time of the day or age."""
        return self.kind if self.kind in ("clock", "age") else "date"


@dataclass(frozen=True)
class Length:
    """How long something was. amount: in days or minutes; slack: how far it may be off."""

    amount: float
    slack: float
    unit: str
    working: bool
    loose: bool
    is_within: bool
    start: int
    end: int
    text: str


def moments(text: str) -> list[Moment]:
    """The moments of a text, in order.

    >>> [(each.kind, each.text) for each in moments("On 3 May 2021, at 9.15, she was told; by 2023 he was.")]
    [('day', '3 May 2021'), ('clock', '9.15'), ('year', '2023')]
    """
    found = [*_dates(text), *_clocks(text), *_ages(text)]
    taken = [(each.start, each.end) for each in found]
    for each in YEAR.finditer(text):
        if not any(low < each.end() and each.start() < high for low, high in taken):
            found.append(Moment(date(int(each["year"]), 7, 1).toordinal(), "year", *each.span(), each.group()))
    return sorted(found, key=lambda each: each.start)


def _dates(text: str) -> list[Moment]:
    """Dates and months; one without a year is of the year of the date told before it, or behind it, or of one year."""
    found = [each for each in DATE.finditer(text) if each["day"] or each["year"]]
    years = [int(each["year"]) if each["year"] else None for each in found]
    told: list[Moment] = []
    for at, each in enumerate(found):
        last = date.fromordinal(told[-1].value) if told else None
        year = years[at] or (last.year if last else next((year for year in years[at:] if year), 2023))
        made = _date(each, each["day"], year)
        # "On 12 December 2023, and on 9 January": of the next year.
        if made and last and not years[at] and (last - made).days > HALF_YEAR:
            year, made = year + 1, _date(each, each["day"], year + 1)
        if made:
            told += _told(each, made, _date(each, each["other"], year) if each["other"] else None)
    return told


def _told(found: re.Match[str], made: date, second: date | None) -> Iterator[Moment]:
    """A date, or the two of "9 and 10 April"."""
    kind, (start, end) = "day" if found["day"] else "month", found.span()
    if second is None:
        yield Moment(made.toordinal(), kind, start, end, found.group())
        return
    cut, text = found.start("other"), found.group()
    yield Moment(made.toordinal(), kind, start, found.end("day"), text, is_first_of_two=True)
    yield Moment(second.toordinal(), kind, cut, end, text[cut - start :])


def _date(found: re.Match[str], day: str | None, year: int) -> date | None:
    try:
        return date(year, MONTHS.index(found["month"][:3].lower()) + 1, int(day or 15))
    except ValueError:
        return None


def _clocks(text: str) -> Iterator[Moment]:
    for each in CLOCK.finditer(text):
        if each["named"]:
            value = NAMED[each["named"].lower()]
        else:
            hour = int(each["h"] or each["hour"] or each["full"])
            value = hour * 60 + int(each["m"] or each["minute"] or each["past"] or 0)
            if each["half"] and each["half"].lower() == "p" and hour < 12:
                value += HALF_DAY
        yield Moment(value, "clock", *each.span(), each.group())


def _ages(text: str) -> Iterator[Moment]:
    for each in AGE.finditer(text):
        for name in ("one", "low", "high"):
            if each[name]:
                yield Moment(int(each[name]), "age", *each.span(name), each[name])


def length_of(found: re.Match[str]) -> Length:
    """A length of time as LONG found it."""
    unit, loose = found["unit"].lower(), bool(LOOSE.search(found["hedge"] or ""))
    scale = MINUTES if unit in MINUTES else DAYS
    amount, slack = _count(found["n"]) * scale[unit], SLACK[unit]
    if found["more"] and found["small"].lower() in scale:
        amount += _count(found["more"]) * scale[found["small"].lower()]
        slack = SLACK[found["small"].lower()]
    if part := found["part"] or found["over"]:
        amount += PARTS[part.lower().replace("-", " ")] * scale[unit]
        slack = min(slack, scale[unit] / 6)
    slack += max(amount * 0.15, SLACK[unit]) if loose else 0.0
    working = (found["kind"] or "").strip().lower() in ("working", "school", "clear")
    within = "within" in (found["hedge"] or "").lower()
    return Length(amount, slack, unit, working, loose, within, *found.span(), found.group())


def _count(text: str) -> int:
    return 1 if text.lower() in ("a", "an") else whole(text) or 0


def fits(length: Length, first: Moment, last: Moment) -> bool:
    """Whether so long lies between two moments."""
    if first.scale != last.scale or (length.unit in MINUTES) != (first.scale == "clock"):
        return False
    if first.scale == "age":
        return length.unit == "year" and abs(last.value - first.value) * DAYS["year"] == length.amount
    apart = last.value - first.value
    if first.scale == "clock":
        return any(abs(apart + more - length.amount) <= length.slack for more in (0, HALF_DAY, DAY))
    if apart < 0:
        return False
    if length.working:
        days = [date.fromordinal(n).weekday() < 5 for n in range(first.value + 1, last.value + 1)]
        more = length.slack - SLACK[length.unit]
        return length.amount - 1 <= sum(days) + more and sum(days) - HOLIDAYS <= length.amount + more
    kinds = {first.kind, last.kind}
    rough = HALF_YEAR if "year" in kinds and len(kinds) > 1 else max(ROUGH[kind] for kind in kinds)
    return abs(apart - length.amount) <= length.slack + rough


def apart(first: Moment, last: Moment) -> str:
    """How long lies between two moments, in words."""
    if first.scale == "clock":
        return f"{(last.value - first.value) % DAY} minutes"
    if first.scale == "age":
        return f"{abs(last.value - first.value)} years"
    if {first.kind, last.kind} == {"year"}:
        return f"{round(abs(last.value - first.value) / DAYS['year'])} years"
    return f"{abs(last.value - first.value)} days"


def alike(told: Sequence[Moment], length: Length) -> list[Moment]:
    """The moments that a length may lie between."""
    if length.unit in MINUTES:
        return [each for each in told if each.scale == "clock"]
    ages = length.unit == "year"
    return [each for each in told if each.scale == "date" or (ages and each.scale == "age")]
