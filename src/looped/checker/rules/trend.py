"""A trend in words against the direction of the counts and shares."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context, plain
from looped.checker.directions import DOWNWARDS, FELL, ROSE, UPWARDS
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.patterns import pattern_of
from looped.checker.series import good_rows, grade_standing, is_time, series
from looped.checker.speaking import named_grids, named_rows, table_of

CODE = "trend"
MESSAGE = "A trend said to run month on month does so in the counts or in the shares."
GOOD = (
    "Grade\tApril\tMay\tJune\nGood\t3\t8\t12\nInadequate\t17\t12\t8\nTotal\t20\t20\t20\n\n"
    "There is a positive trend month on month for those graded Good."
)
BAD = (
    "Grade\tApril\tMay\tJune\nGood\t12\t8\t3\nInadequate\t8\t12\t17\nTotal\t20\t20\t20\n\n"
    "There is a positive trend month on month for those graded Good."
)

EACH = pattern_of(
    r"\b(?:(?:month|quarter|year|week) (?:on|by|to|after|upon) (?:month|quarter|year|week)|"
    r"(?:each|every) (?:month|quarter|year)"
    r"|steadily|steady|continu\w+|consistent(?:ly)?(?= (?:ris|fall|increas|decreas|improv|declin|up|down)))\b",
    re.I,
)
TREND = pattern_of(r"\btrend\b", re.I)
GOOD_WAY = pattern_of(r"\b(?:positive|improv\w+|encouraging)\b", re.I)
BAD_WAY = pattern_of(r"\b(?:negative|worsen\w*|deteriorat\w+)\b", re.I)
UP, DOWN = pattern_of(rf"\b(?:{ROSE}|{UPWARDS})\b", re.I), pattern_of(rf"\b(?:{FELL}|{DOWNWARDS})\b", re.I)
NOT = pattern_of(r"\b(?:no|not|inconsistent|without|mixed)\b(?:\s+\w+){0,3}?\s+(?:trend|pattern)", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that tells of a trend, or of a change in every period."""
    for sentence in context.sentences_with(EACH, TREND):
        for clause in re.split(r";|, (?:but|though|while)\b|\b(?:but|though|although)\b", sentence.text):
            told = EACH.search(clause) or TREND.search(clause)
            if told and not NOT.search(clause):
                yield from _clause(context, sentence, clause)


def _clause(context: Context, sentence: Sentence, clause: str) -> Iterator[Finding]:
    grid = _grid(context, sentence)
    if grid is None or not is_time(grid):
        return
    named = tuple(dict.fromkeys(each.at for each in named_rows(grid, clause)))
    if not named and re.search(r"\b(?:it|they)\b", clause) and named_rows(grid, sentence.text):
        return  # "it" is a row that another clause names
    rows = named or good_rows(grid)
    way = _way(clause, grid, named)
    found = series(context, grid, rows) if rows and way and (len(named) <= 1) else None
    if found is None:
        return
    runs = [_runs(found.counts, way), *([_runs(found.shares, way)] if found.shares else [])]
    ends = [_ends(found.counts, way), *([_ends(found.shares, way)] if found.shares else [])]
    every = bool(EACH.search(clause))
    verdict: Verdict = "ok" if any(runs) else "wrong" if every or not any(ends) else "arguable"
    names = " and ".join(grid.rows[row] for row in rows)
    why = f"{grid.table.title}, {names}: {found.words}"
    if verdict == "arguable":
        why += "; true of the first and the last alone"
    quote = clause.strip(" ,.")
    expected = "as told" if verdict == "ok" else found.words
    yield Finding(
        CODE, verdict, sentence.where, quote, quote, expected, why, f"{CODE}/{sentence.line}/{quote}", "likely"
    )


def _grid(context: Context, sentence: Sentence) -> Grid | None:
    named = {each.at for each in named_grids(context, sentence.text)}
    if len(named) == 1:
        return context.grids[named.pop()]
    if named:
        return None
    return table_of(context, sentence)


def _way(clause: str, grid: Grid, named: tuple[int, ...]) -> int:
    """1 up, -1 down, 0 can't be told."""
    up, down = bool(UP.search(clause)), bool(DOWN.search(clause))
    if up != down:
        return 1 if up else -1
    standing = grade_standing().get(plain(grid.rows[named[0]]), 0) if named else 1
    if GOOD_WAY.search(clause) and not BAD_WAY.search(clause):
        return standing
    return -standing if BAD_WAY.search(clause) else 0


def _runs(values: Sequence[int | Decimal], way: int) -> bool:
    """Whether each step goes that way or is level, and some step goes."""
    steps = [(b - a) * way for a, b in zip(values, values[1:], strict=False)]
    return all(step >= 0 for step in steps) and any(step > 0 for step in steps)


def _ends(values: Sequence[int | Decimal], way: int) -> bool:
    return (values[-1] - values[0]) * way > 0
