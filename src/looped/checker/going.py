"""Which rows of a table went up, down, better or worse between two of its times."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.directions import BETTER, FELL, NEXT, ROSE, WORSE
from looped.checker.measures import BY_SHARE
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING, DEALT_WITH, value
from looped.checker.sheets.giving import head_base
from looped.checker.sheets.sheet import Sheet, in_time, is_time

GOOD = rf"{BETTER}(?=[ .,;]|$)|strengthened|made progress"
BAD = rf"{WORSE}(?=[ .,;]|$)|slipp(?:ed|ing)|weakened|slid(?:den)?"
MOVED = pattern_of(
    rf"\b(?:(?P<up>{ROSE}|up(?! to\b){NEXT}|raised|lifted)|(?P<down>{FELL}|down{NEXT}|lowered|lost(?= [a-z]))|"
    rf"(?P<good>{GOOD})|(?P<bad>{BAD}))(?:(?<= )|(?!\w))",
    re.I,
)
NOT = pattern_of(r"\b(?:not|never|n[’']t|failed to|nowhere|without)\s+(?:\w+\s+){0,2}$", re.I)
LEFT = pattern_of(r"\b(?:not|never|late|over(?:due)?|outside|un\w+ed|missed|without|exceed\w*|beyond)\b", re.I)
EXCEPT = pattern_of(r"\b(?:with )?(?:the|one|a|no) (?:\w+ )?exceptions?\b(?: of| was| being)?", re.I)
EVERY = pattern_of(
    r"\b(?:at|in|on|from|with|by|across|between) (?:each|every)\b|\b(?:each|every) (?:time|year|month|"
    r"quarter|week|term|"
    r"visit|round|wave)\b|\b(?:steadily|continuously|throughout|consistently|without a break)\b|"
    r"\b(?:year on year|month on month|quarter on quarter)\b",
    re.I,
)
DEGREE = pattern_of(
    r"\b(?:markedly|significant(?:ly)?|substantial(?:ly)?|sharp(?:ly)?|material(?:ly)?|much|slight(?:ly)?|a lot|"
    r"notabl[ey]|marginal(?:ly)?|considerabl[ey]|strongly|clearly|large|small|great|more than|by (?:at least|over))\b",
    re.I,
)


def times_of(sheet: Sheet) -> list[int]:
    """The columns that are times, one after the other; none where not all are."""
    found = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words")]
    return in_time(sheet, found) if is_time(tuple(sheet.heads[at] for at in found)) else []


def moved(sheet: Sheet, rows: list[int], text: str, columns: list[int]) -> Iterator[tuple[frozenset[int], str]]:
    """For each pair of times that a sentence may mean the rows that went its way, with the figures."""
    found = MOVED.search(text)
    if not found:
        return
    up = _is_up(sheet, found, text)
    if up is None or NOT.search(text[: found.start()]) or DEGREE.search(text):
        return  # nothing sure, or of how much and not of which way
    times = times_of(sheet)
    if EVERY.search(text) and len(times) > 2:
        yield from _all_along(sheet, rows, times, up)
        return
    for a, b in _pairs(sheet, columns):
        for by in ("share",) if _by_share(sheet, found, text, a, b) else ("share", "count"):
            if known := steps(sheet, rows, (a, b), by):
                yield went(known, up=up), _listed(sheet, known, a, b)
    yield from _by_change(sheet, rows, up)


def steps(sheet: Sheet, rows: Sequence[int], times: tuple[int, int], by: str) -> dict[int, tuple[Decimal, Decimal]]:
    """What each of some rows had at two times; nothing where a figure of any of them is missing."""
    found = {row: (at_time(sheet, row, times[0], by), at_time(sheet, row, times[1], by)) for row in rows}
    known = {row: (then, now) for row, (then, now) in found.items() if then is not None and now is not None}
    return known if len(known) == len(rows) else {}


def changes(sheet: Sheet, rows: Sequence[int], column: int) -> dict[int, tuple[Decimal, Decimal]]:
    """What a column of changes tells of each of some rows, as steps from nought; nothing where one is missing."""
    known = {row: (Decimal(0), figure.value) for row in rows if (figure := sheet.cells[row][column])}
    return known if len(known) == len(rows) else {}


def went(known: dict[int, tuple[Decimal, Decimal]], *, up: bool) -> frozenset[int]:
    """The rows that went up, or down."""
    return frozenset(row for row, (then, now) in known.items() if (now > then if up else now < then))


def at_time(sheet: Sheet, row: int, column: int, by: str) -> Decimal | None:
    """What a row had at a time: a count under a head that tells of how many as its share of these."""
    base = head_base(sheet, column) if sheet.kinds[column] != "share" else None
    figure = sheet.cells[row][column]
    if by == "share" and base and figure and figure.count is not None and not figure.share:
        return Decimal(figure.count * 100) / base
    return None if by == "count" and base else value(sheet, row, column, by)


def _all_along(sheet: Sheet, rows: list[int], times: list[int], up: bool) -> Iterator[tuple[frozenset[int], str]]:
    """The rows that went one way from each time to the next."""
    for by in ("share", "count"):
        series = {row: [value(sheet, row, at, by) for at in times] for row in rows}
        known = {row: [each for each in own if each is not None] for row, own in series.items()}
        if all(len(own) == len(times) for own in known.values()):
            held = frozenset(
                row for row, own in known.items() if all((b > a) if up else (b < a) for a, b in pairwise(own))
            )
            yield (
                held,
                "; ".join(f"{sheet.labels[row]} {', '.join(map(str, own))}" for row, own in known.items()),
            )


def _is_up(sheet: Sheet, found: re.Match[str], text: str) -> bool | None:
    if found["up"] or found["down"]:
        return bool(found["up"])
    before = sheet.texts_before
    dealt = DEALT_WITH.search(before) and not LEFT.search(before)
    if BAD_THING.search(EXCEPT.sub(" ", text)) or (BAD_THING.search(before) and not dealt):
        return None
    return bool(found["good"])


def _pairs(sheet: Sheet, columns: list[int]) -> list[tuple[int, int]]:
    """The two times named; of one named it and the one before; else the first and the last, the last two."""
    times = times_of(sheet)
    if len(times) < 2:
        return []
    named = sorted((at for at in columns if at in times), key=times.index)
    if len(named) == 2:
        return [(named[0], named[1])]
    if len(named) == 1 and len(times) > 2:
        at = times.index(named[0])
        others = [(times[at - 1], named[0])] if at else []
        return [*others, (times[0], named[0])] if at else [(named[0], times[-1])]
    return list(dict.fromkeys([(times[0], times[-1]), (times[-2], times[-1])]))


def _by_share(sheet: Sheet, found: re.Match[str], text: str, a: int, b: int) -> bool:
    """Whether only the shares count: what got better of two numbers out of bases of their own."""
    return sheet.kinds[a] == sheet.kinds[b] == "both" and bool(found["good"] or found["bad"] or BY_SHARE.search(text))


def _by_change(sheet: Sheet, rows: list[int], up: bool) -> Iterator[tuple[frozenset[int], str]]:
    """A column of changes tells it by its signs."""
    columns = [at for at, kind in enumerate(sheet.kinds) if kind == "change"]
    known = changes(sheet, rows, columns[0]) if len(columns) == 1 and not times_of(sheet) else {}
    if went(known, up=False):
        listed = ", ".join(f"{sheet.labels[row]} {change}" for row, (_, change) in known.items())
        yield went(known, up=up), f"{sheet.heads[columns[0]]}: {listed}"


def _listed(sheet: Sheet, known: dict[int, tuple[Decimal, Decimal]], a: int, b: int) -> str:
    listed = ", ".join(f"{sheet.labels[row]} {then:g} and {now:g}" for row, (then, now) in known.items())
    return f"{sheet.heads[a]} and {sheet.heads[b]}: {listed}"
