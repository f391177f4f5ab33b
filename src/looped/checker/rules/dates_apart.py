"""So many days, weeks, months or years between two dates: "on 4 March and on 25 March, three weeks later"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH, MONTHS
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import SENTENCE
from looped.checker.quieting import SPELT

CODE = "dates-apart"
MESSAGE = "So long as is said lies between two dates that are told."
GOOD = "The plan was made on 4 March 2024 and reviewed on 25 March, three weeks later."
BAD = "The plan was made on 4 March 2024 and reviewed on 25 March, five weeks later."

DATE = pattern_of(
    r"(?=[\dADFJMNOS])(?<![\d.,/–-])"
    rf"(?:(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?: (?:and|to|or) [12]?\d|[–-][123]?\d)? )?"
    rf"(?P<month>{MONTH})\b\.?(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
NUMBER = rf"(?:\d{{1,3}}|{SPELT}|an?)"
UNIT = r"(?:day|night|week|fortnight|month|year)"
LONG = (
    rf"(?P<hedge>(?:just|only|exactly|about|around|almost|nearly|over|more than|less than|under|some|roughly|within|"
    rf"fully|a full|at least|up to|not quite) ){{0,2}}(?P<n>{NUMBER}) (?P<kind>working |school |calendar |clear |"
    rf"whole |"
    rf"full )?(?P<unit>{UNIT})s?(?: and (?P<more>{NUMBER}) (?P<small>day|week|month)s?)?"
)
# Behind the later of two dates: how long after the one before it.
LATER = pattern_of(
    rf"\s?[,;(–—-]{{1,2}} ?(?:(?:that is|which (?:is|was)|i\.e\.|came|took place|followed|was held|was) )?{LONG},? "
    rf"(?:later(?! than\b)|to the day|apart|afterwards|on)\b(?! the)",
    re.I,
)
# "16 May, ten days after they were sent back on 6 May".
AFTER = pattern_of(
    rf"\s?[,;(–—-]{{0,2}} ?(?:and |which was |that is |came )?{LONG} (?P<way>after|"
    rf"before)\b(?P<gap>[^.;:()\d]{{0,90}}?)\b(?:on|in|of|at|from|by|until)? ?$",
    re.I,
)
# "Each was followed for 12 months, so the last visit was on 30 June".
FOR = pattern_of(
    rf"\bfor {LONG},? (?:so|and so|which|making|hence|thus|meaning)\b[^.;:()\d]{{0,70}}?\b(?:on|in|to) $", re.I
)
LOOSE = pattern_of(
    r"\b(?:about|around|almost|nearly|over|more than|less than|under|some|roughly|within|at least|up to|not quite)\b",
    re.I,
)
DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
SLACK = {"day": 1.0, "night": 1.0, "week": 4.0, "fortnight": 5.0, "month": 20.0, "year": 200.0}
HOLIDAYS, NEAR = 4, 140


@dataclass(frozen=True)
class Told:
    """A date as told. rough: only its month is."""

    day: date
    rough: bool
    start: int
    end: int


def check(context: Context) -> Iterator[Finding]:
    """Each length of time beside a date, with the date before it."""
    for paragraph in context.paragraphs_with(DATE):
        dates = _dates(paragraph.text)
        if len(dates) > 1:
            for at, each in enumerate(dates):
                yield from _behind(paragraph, dates, at, each)
                yield from _from_other(paragraph, dates, at, each)
                yield from _lasted(paragraph, dates, at, each)


def _dates(text: str) -> list[Told]:
    """The dates of a text; one without a year is of the year of the date told before it, or behind it."""
    found = [each for each in DATE.finditer(text) if each["day"] or each["year"]]
    years = [int(each["year"]) if each["year"] else None for each in found]
    told: list[Told] = []
    for at, each in enumerate(found):
        behind = next((year for year in years[at:] if year), None)
        year = years[at] or (told[-1].day.year if told else behind)
        if year is None:
            return []
        made = _date(each, year)
        # "On 12 December 2023, and on 9 January": of the next year.
        if made and not years[at] and told and made < told[-1].day and (told[-1].day - made).days > 183:
            made = _date(each, year + 1)
        if made:
            told.append(Told(made, not each["day"], each.start(), each.end()))
    return told


def _date(found: re.Match[str], year: int) -> date | None:
    try:
        return date(year, MONTHS.index(found["month"][:3].lower()) + 1, int(found["day"] or 15))
    except ValueError:
        return None


def _behind(paragraph: Paragraph, dates: Sequence[Told], at: int, last: Told) -> Iterator[Finding]:
    said = LATER.match(paragraph.text, last.end)
    before = [e for e in dates[:at] if _near(paragraph.text, e, last)]
    if said and before:
        yield from _finding(
            paragraph, said, [(e, last) for e in before[-1:]], [(e, last) for e in dates if e is not last]
        )


def _from_other(paragraph: Paragraph, dates: Sequence[Told], at: int, last: Told) -> Iterator[Finding]:
    """ "On 16 May, ten days after 6 May": the date before it and the one behind it."""
    if not at:
        return
    first = dates[at - 1]
    said = AFTER.fullmatch(paragraph.text[first.end : last.start])
    if said:
        pair = (last, first) if said["way"].lower() == "after" else (first, last)
        yield from _finding(paragraph, said, [pair], [pair])


def _lasted(paragraph: Paragraph, dates: Sequence[Told], at: int, last: Told) -> Iterator[Finding]:
    said = FOR.search(paragraph.text[: last.start])
    before = [e for e in dates[:at] if said and e.end <= said.start()]
    if said and before and _near(paragraph.text, before[-1], last):
        yield from _finding(paragraph, said, [(before[-1], last)], [(e, last) for e in before])


def _near(text: str, first: Told, last: Told) -> bool:
    """Whether two dates stand in one sentence, or in two that follow each other."""
    between = text[first.end : last.start]
    return len(between) < NEAR * 2 and len(SENTENCE.findall(between)) <= 1


def _finding(
    paragraph: Paragraph,
    said: re.Match[str],
    chosen: Sequence[tuple[Told, Told]],
    every: Sequence[tuple[Told, Told]],
) -> Iterator[Finding]:
    """Right where any pair of dates is so far apart; wrong where the pair that is meant is not."""
    right = any(_fits(said, first, last) for first, last in every)
    first, last = chosen[0]
    apart = abs((last.day - first.day).days)
    verdict: Verdict = "ok" if right else "wrong"
    words = re.sub(r"^\W+", "", said.group()).strip()
    expected = f"{apart} days"
    why = f"from {_shown(first)} to {_shown(last)} it is {apart} days; the text says “{words}”"
    slip = f"{CODE}/{paragraph.line}/{last.start}"
    yield Finding(CODE, verdict, paragraph.where, words, words, expected, why, slip, "likely")


def _shown(told: Told) -> str:
    return f"{told.day:%B %Y}" if told.rough else f"{told.day.day} {told.day:%B %Y}"


def _count(text: str) -> int:
    return 1 if text.lower() in ("a", "an") else whole(text) or 0


def _fits(said: re.Match[str], first: Told, last: Told) -> bool:
    number, unit = _count(said["n"]), said["unit"].lower()
    apart = (last.day - first.day).days
    if apart < 0:
        return False
    rough = 31.0 if first.rough or last.rough else 0.0
    loose = max(number * DAYS[unit] * 0.15, SLACK[unit]) if LOOSE.search(said["hedge"] or "") else 0.0
    if (said["kind"] or "").strip().lower() in ("working", "school", "clear"):
        days = [date.fromordinal(n).weekday() < 5 for n in range(first.day.toordinal() + 1, last.day.toordinal() + 1)]
        return number - 1 <= sum(days) + loose and sum(days) - HOLIDAYS <= number + loose
    length = number * DAYS[unit]
    slack = SLACK[unit]
    if said["more"]:
        length += _count(said["more"]) * DAYS[said["small"].lower()]
        slack = SLACK[said["small"].lower()]
    return abs(apart - length) <= slack + rough + loose
