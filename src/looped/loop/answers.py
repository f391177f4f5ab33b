"""A return as it is typed: text by "<page>.<field>", checked against the framework. A page is a domain or `overall`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from looped.rubric.framework import OVERALL, Framework

NOT_GRADED = "not_graded"
REASONS = ("not_applicable", "not_enough_on_file", "not_completed")
FIELDS = ("grade", "reason_not_graded", "reason", "document", "document_date", "why_not_above", "different")
IF_ASKED = ("why_not_above", "different")
LONGEST = 20_000

Fields = Mapping[str, str]


@dataclass(frozen=True)
class Problem:
    """What keeps a form from being taken. field: as in "plans.reason"; what: a sentence for its author."""

    field: str
    what: str


@dataclass(frozen=True)
class Answer:
    """One page of a return. grade: position on the scale, None = not graded."""

    grade: int | None
    reason_not_graded: str | None = None
    reason: str = ""
    document: str = ""
    document_date: date | None = None
    why_not_above: str = ""
    different: str = ""


def asked(framework: Framework) -> tuple[str, ...]:
    """The fields of each page that this framework asks for."""
    return tuple(name for name in FIELDS if framework.rules.ask_why_not_above or name not in IF_ASKED)


def known_fields(framework: Framework) -> frozenset[str]:
    """Every name that a draft may hold."""
    return frozenset(f"{page}.{name}" for page in framework.graded_codes for name in FIELDS)


def problems(fields: Fields, framework: Framework, today: date) -> tuple[Problem, ...]:
    """What must be mended before the return can be submitted, in the order of the pages. Empty: it can."""
    return tuple(problem for page in framework.graded_codes for problem in _page(fields, page, framework, today))


def _page(fields: Fields, page: str, framework: Framework, today: date) -> Iterator[Problem]:
    title = framework.title_of(page)
    typed = {name: fields.get(f"{page}.{name}", "").strip() for name in FIELDS}
    yield from _grade_problems(page, title, typed, framework)
    if not typed["reason"]:
        yield Problem(f"{page}.reason", f"{title}: say why you chose this grade")
    if typed["grade"] != NOT_GRADED:
        yield from _evidence_problems(page, title, typed, today)
        yield from _further_problems(page, title, typed, framework)
    for name in FIELDS:
        if len(typed[name]) > LONGEST:
            yield Problem(f"{page}.{name}", f"{title}: this is longer than {LONGEST:,} characters; shorten it")


def _grade_problems(page: str, title: str, typed: Fields, framework: Framework) -> Iterator[Problem]:
    grade = typed["grade"]
    if grade == NOT_GRADED:
        if not may_be_not_graded(page, framework):
            yield Problem(f"{page}.grade", f"{title}: this framework asks for a grade here")
        elif typed["reason_not_graded"] not in REASONS:
            yield Problem(f"{page}.reason_not_graded", f"{title}: say why it isn't graded")
    elif grade not in {str(each.position) for each in framework.scale.grades}:
        yield Problem(f"{page}.grade", f"{title}: choose a grade")


def _evidence_problems(page: str, title: str, typed: Fields, today: date) -> Iterator[Problem]:
    if not typed["document"]:
        yield Problem(f"{page}.document", f"{title}: name the document in the case system that shows it best")
    day = day_of(typed["document_date"])
    if day is None and typed["document_date"]:
        yield Problem(f"{page}.document_date", f"{title}: that isn't a day of the calendar; write it as in 27/3/2024")
    elif day is None:
        yield Problem(f"{page}.document_date", f"{title}: give the date of that document, for example 27/3/2024")
    elif day > today:
        yield Problem(f"{page}.document_date", f"{title}: the date of that document is still to come")


def _further_problems(page: str, title: str, typed: Fields, framework: Framework) -> Iterator[Problem]:
    if not framework.rules.ask_why_not_above:
        return
    if typed["grade"] != top_of(framework) and not typed["why_not_above"]:
        yield Problem(f"{page}.why_not_above", f"{title}: say why it isn't the grade above")
    if not typed["different"]:
        yield Problem(f"{page}.different", f"{title}: say what is different for this child")


def top_of(framework: Framework) -> str:
    """The highest grade, as a field holds it."""
    return str(max(each.position for each in framework.scale.grades))


def may_be_not_graded(page: str, framework: Framework) -> bool:
    """Whether the framework lets a page go without a grade."""
    if page == OVERALL:
        return framework.rules.overall_may_be_not_graded
    return framework.domain(page).may_be_not_graded


MONTHS = (
    ("january", "february", "march", "april", "may", "june", "july", "august")
    + ("september", "october", "november", "december")
)  # fmt: skip
_BY_NUMBERS = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4}|\d\d)", re.ASCII)
_BY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.,/-]*([a-z]{3,9})[\s.,/-]*(\d{4}|\d\d)", re.ASCII | re.IGNORECASE)


def day_of(text: str) -> date | None:
    """A date as people type it, the day before the month; None where it is none. Two digits of a year: 20...

    >>> day_of("2024-03-27") == day_of("27/3/2024") == day_of("27th March 24") == date(2024, 3, 27)
    True
    >>> day_of("31/2/2024"), day_of("3 May")
    (None, None)
    """
    typed = text.strip()
    numbers, named = _BY_NUMBERS.fullmatch(typed), _BY_NAME.fullmatch(typed)
    try:
        if numbers:
            return _day(numbers[3], int(numbers[2]), numbers[1])
        if named:
            return _day(named[3], _month(named[2]), named[1])
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _day(year: str, month: int, day: str) -> date:
    return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))


def _month(name: str) -> int:
    """From its first three letters on. 0, which no date has, for anything else."""
    return next((number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower())), 0)


def answers_of(fields: Fields, framework: Framework) -> dict[str, Answer]:
    """The return, page by page, of fields in which there are no problems."""
    return {page: _answer(fields, page, framework) for page in framework.graded_codes}


def _answer(fields: Fields, page: str, framework: Framework) -> Answer:
    typed = {name: fields.get(f"{page}.{name}", "").strip() for name in FIELDS}
    if typed["grade"] == NOT_GRADED:
        return Answer(
            None, typed["reason_not_graded"], typed["reason"], typed["document"], day_of(typed["document_date"])
        )
    wanted = {name: typed[name] for name in IF_ASKED if name in asked(framework)}
    if typed["grade"] == top_of(framework):
        wanted |= {"why_not_above": ""}  # there is none above, so nobody was asked
    day = day_of(typed["document_date"])
    return Answer(int(typed["grade"]), None, typed["reason"], typed["document"], day, **wanted)


def fields_of(answers: Mapping[str, Answer]) -> dict[str, str]:
    """A return as text by field again, to go on from where it was given back."""
    return {f"{page}.{name}": text for page, answer in answers.items() for name, text in _typed(answer).items() if text}


def _typed(answer: Answer) -> dict[str, str]:
    day = answer.document_date
    return {
        "grade": NOT_GRADED if answer.grade is None else str(answer.grade),
        "reason_not_graded": answer.reason_not_graded or "",
        "reason": answer.reason,
        "document": answer.document,
        "document_date": day.isoformat() if day else "",
        "why_not_above": answer.why_not_above,
        "different": answer.different,
    }


def at_odds(fields: Fields, framework: Framework) -> str | None:
    """A question to ask of an overall grade that doesn't fit its domains; None where it fits. It never blocks."""
    known = {str(grade.position): grade.position for grade in framework.scale.grades}
    grades = {page: known.get(fields.get(f"{page}.grade", "")) for page in framework.graded_codes}
    overall = grades.pop(OVERALL, None)
    of_domains = [grade for grade in grades.values() if grade is not None]
    if overall is None or not of_domains:
        return None
    scale = framework.scale
    named = framework.overall_title
    if overall > max(of_domains) or overall < min(of_domains):
        return f"{named} is {scale.name(overall)}, which no domain is. Is that what you mean?"
    if overall >= scale.good_from and scale.ladder in of_domains:
        return f"{named} is {scale.name(overall)} and a domain is {scale.name(scale.ladder)}. Is that what you mean?"
    if abs(overall - median(of_domains)) >= 1.5:
        return f"{named} is {scale.name(overall)}, far from most domains. Is that what you mean?"
    return None
