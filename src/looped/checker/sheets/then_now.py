"""Which columns of a table tell one measure at two times: "Met, Q3 | Met, Q2", "Agree | Agree last year"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
NUMBERS = ("one", "two", "three", "four", "five", "six")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ROUND = (
    r"(?:rounds?|cycles?|audits?|waves?|quarters?|terms?|visits?|surveys?|inspections?|periods?|phases?|counts?|"
    r"reviews?|years?|months?|weeks?|times?|half|census(?:es)?)"
)
NUMBERED = pattern_of(
    rf"\b(?P<ordinal>{'|'.join(ORDINALS)}|[1-6](?:st|nd|rd|th)) {ROUND}\b|"
    rf"\b{ROUND} (?P<number>[1-9]\d?|{'|'.join(NUMBERS)})\b|\bq(?P<quarter>[1-4])\b",
    re.I,
)
YEAR = pattern_of(r"\b(?P<year>(?:19|20)\d\d)(?:\s?[/–-]\s?\d\d(?:\d\d)?)?\b", re.I)
THEN = pattern_of(
    rf"\b(?:(?:(?:last|previous|prior|earlier|past|preceding) (?:{ROUND}|spring|summer|autumn|winter)|"
    r"(?:the )?(?:year|quarter|month|term|round) before|(?:a|one|two|three|five|ten|\d+) (?:years?|months?|terms?) "
    r"(?:ago|before|earlier)|previously|before(?:hand)?|then|baseline|previous|earlier|prior)\b|"
    rf"(?:spring|summer|autumn|winter) {ROUND}\b)",
    re.I,
)
NOW = pattern_of(
    rf"\b(?:(?:this|current|latest|present) (?:{ROUND}|spring|summer|autumn|winter)|now|currently|current|latest|"
    r"re-?audit|follow-?up|after(?:wards)?)\b",
    re.I,
)
MONTH = pattern_of(rf"\b(?P<month>{'|'.join(MONTHS)})(?:[a-z]*)\b", re.I)
SEASONS = ("spring", "summer", "autumn", "winter")
SEASON = pattern_of(rf"\b(?:{'|'.join(SEASONS)})\b", re.I)
# What a head says of how it is counted, and not of what.
UNIT = re.compile(
    r"\([^)]*\)|\b(?:n/n|n|no|number|count|percentage|per ?cent|shares?|rates?|proportion|of|the|in)\b", re.I
)
BARE = re.compile(r"^\W*(?:%|n|per ?cent|shares?|rates?|proportion)?\W*$", re.I)
BASE = re.compile(r"\(n ?= ?[\d,]+\)", re.I)
WORD = re.compile(r"[a-z]+")
# Kinds whose figures may be set beside each other.
ALIKE = {"both": "share", "base": "count"}
COMPARED = ("count", "share", "both", "mean", "base")


@dataclass(frozen=True)
class Told:
    """What a head says. words: of the measure; how: which kind of time it tells; order: of that kind the earlier."""

    words: frozenset[str]
    how: str
    order: int


@lru_cache(maxsize=2048)
def two_times(sheet: Sheet) -> tuple[tuple[int, int], ...]:
    """Each two columns of one measure at two times, the earlier first."""
    told = _told(sheet)
    pairs = []
    for a, one in enumerate(told):
        for b in range(a + 1, len(told)):
            other = told[b]
            if _kind(sheet, a) != _kind(sheet, b) or sheet.kinds[a] not in COMPARED or not _is_one(told, sheet, a, b):
                continue
            pairs.append((b, a) if _is_back(one, other) else (a, b))
    return tuple(pairs)


@lru_cache(maxsize=2048)
def in_two_times(sheet: Sheet) -> tuple[Sheet, ...]:
    """The table narrowed to each measure that it tells at two times, with these for heads, the earlier first."""
    return tuple(_narrowed(sheet, pair) for pair in two_times(sheet))


def _narrowed(sheet: Sheet, pair: tuple[int, int]) -> Sheet:
    told = [_time(sheet, at) or plain for at, plain in zip(pair, ("last time", "now"), strict=True)]
    return replace(
        sheet,
        heads=tuple(f"{each}{_unit(sheet, at)}" for each, at in zip(told, pair, strict=True)),
        cells=tuple(tuple(row[at] for at in pair) for row in sheet.cells),
        texts=tuple(tuple(row[at] for at in pair) for row in sheet.texts),
    )


def _time(sheet: Sheet, column: int) -> str:
    """What tells the time in a column's head, or in the one that its share belongs to."""
    for at in (column, column - 1):
        found = [each.search(sheet.heads[at]) for each in (NUMBERED, YEAR, THEN, NOW, MONTH, SEASON) if at >= 0]
        if told := next((each for each in found if each), None):
            return told.group()
        if not BARE.match(sheet.heads[at]):
            break
    return ""


def _unit(sheet: Sheet, column: int) -> str:
    """What a head says of how its figures are counted: in per cent, or of how many."""
    base = BASE.search(sheet.heads[column])
    return f"{' %' if sheet.kinds[column] == 'share' else ''}{' ' + base.group() if base else ''}"


def _kind(sheet: Sheet, column: int) -> str:
    return ALIKE.get(sheet.kinds[column], sheet.kinds[column])


def _told(sheet: Sheet) -> list[Told]:
    """What each head says; a bare share is of what stands before it."""
    found: list[Told] = []
    for at, head in enumerate(sheet.heads):
        own = _read(head)
        bare = not own.how and not own.words and at and sheet.kinds[at] == "share"
        # "Seen last year | %": of that year.
        found.append(found[-1] if bare and sheet.kinds[at - 1] in ("count", "both", "base") else own)
    return found


def _read(head: str) -> Told:
    text = UNIT.sub(" ", head.lower())
    how, order, rest = "", 0, text
    if found := NUMBERED.search(text):
        how, order = "number", _number(found)
        # "Wave 1, spring": beside its number the season names no measure.
        text = SEASON.sub(lambda season: " " * len(season.group()), text)
    elif found := YEAR.search(text):
        how, order = "year", int(found["year"])
    elif found := THEN.search(text):
        how, order = "sense", -1
    elif found := NOW.search(text):
        how, order = "sense", 1
    elif found := MONTH.search(text):
        how, order = "month", MONTHS.index(found["month"])
    elif found := SEASON.search(text):
        how, order = "season", SEASONS.index(found.group())
    if found:
        rest = text[: found.start()] + " " + text[found.end() :]
    return Told(frozenset(WORD.findall(rest)), how, order)


def _number(found: re.Match[str]) -> int:
    if found["quarter"]:
        return int(found["quarter"])
    told = (found["ordinal"] or found["number"]).lower()
    if told[0].isdigit():
        return int(re.sub(r"\D", "", told))
    return (ORDINALS if told in ORDINALS else NUMBERS).index(told) + 1


def _is_one(told: Sequence[Told], sheet: Sheet, a: int, b: int) -> bool:
    """Whether two columns tell one measure at two times: both by their heads, or one that tells no time and then."""
    one, other = told[a], told[b]
    if one.how and other.how:
        return one.words == other.words and (one.how, one.order) != (other.how, other.order)
    if not (one.how or other.how):
        return False
    timed, plain = (one, other) if one.how else (other, one)
    if timed.words:
        return timed.words == plain.words
    # "Rate % | Last year %": of the measure right before it, where no other column is of now.
    alone = sum(each.how != "" and _kind(sheet, at) == _kind(sheet, a) for at, each in enumerate(told)) == 1
    between = [at for at in range(a + 1, b) if _kind(sheet, at) == _kind(sheet, a)]
    return alone and not between and plain is one


def _is_back(one: Told, other: Told) -> bool:
    """Whether of two columns the later stands first."""
    if one.how and other.how:
        # May and spring may be those of the next year: they stand in their order.
        return one.how == other.how and one.how not in ("month", "season") and one.order > other.order
    timed = one if one.how else other
    is_then = timed.how != "sense" or timed.order < 0
    return (timed is other) == is_then
