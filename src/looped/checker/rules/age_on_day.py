"""Somebody's age on a day that is told with the day of birth."""

import re
from collections.abc import Iterator
from datetime import date

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import SPELT
from looped.checker.sheets.dates import days_in

CODE = "age-on-day"
MESSAGE = "An age is the years from the day of birth to the day that it is told of."
GOOD = "The tenant, born on 3 May 1950, was 71 years old when the lease was signed on 9 June 2021."
BAD = "The tenant, born on 3 May 1950, was 73 years old when the lease was signed on 9 June 2021."

BORN = pattern_of(r"\b(?:born|date of birth|dob)\b[^.;\d]{0,12}$", re.I)
AGE = pattern_of(
    rf"\b(?:was|were|is|then|aged|at the age of|turned)(?: (?:then|just|only|already|aged))* "
    rf"(?P<n>\d{{1,3}}|{SPELT})\b(?: years?(?: old| of age)?|(?= (?:when|at|on)\b)|(?=[,.;)]))(?! [a-z]+ later)",
    re.I,
)
ABOUT = pattern_of(r"\b(?:nearly|almost|about|over|under|would|will|not|if|until|turned)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with a day of birth, one other day and one age."""
    for sentence in context.sentences_with(AGE):
        days = list(days_in(sentence.text))
        ages = list(AGE.finditer(sentence.text))
        if len(days) != 2 or len(ages) != 1 or ABOUT.search(sentence.text):
            continue
        born = [day for day, found in days if BORN.search(sentence.text[: found.start()])]
        if len(born) == 1:
            other = next((day for day, _ in days if day != born[0]), born[0])
            yield from _judged(sentence, ages[0], born[0], other)


def _judged(sentence: Sentence, age: re.Match[str], born: date, day: date) -> Iterator[Finding]:
    told = whole(age["n"])
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    if told is None or years < 0:
        return
    verdict: Verdict = "ok" if told == years else "wrong"
    why = f"born {born:%d/%m/%Y}, {years} on {day:%d/%m/%Y}, printed as {age['n']}"
    slip = f"{CODE}/{sentence.line}/{age.start()}"
    yield Finding(CODE, verdict, sentence.where, age.group(), age["n"], str(years), why, slip, "likely")
