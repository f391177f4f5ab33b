"""A table of two dates a row and how many days lie between them: each row by its own dates."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.sheets.dates import BARE, DAY, date_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-days"
MESSAGE = "The days between two dates of a row are as many as its table says."
GOOD = (
    "Job\tAsked\tDone\tDays\nA\t02/03/2024\t09/03/2024\t7\nB\t04/03/2024\t06/03/2024\t2\nC\t01/03/2024\t05/03/2024\t4"
)
BAD = "Job\tAsked\tDone\tDays\nA\t02/03/2024\t09/03/2024\t7\nB\t04/03/2024\t06/03/2024\t2\nC\t01/03/2024\t05/03/2024\t9"

COUNTED = pattern_of(r"\b(?:days?|nights?|weeks?|length|duration|interval|gap|wait|taken|los|elapsed|stay)\b", re.I)
WORKING = pattern_of(r"\bwork|\bweekdays?\b|\bbusiness\b|\bschool days?\b", re.I)
FEWEST = 3
# The first and the last day may both be counted, or weeks be told.
WAYS = (("days", 1, 0), ("days, both ends counted", 1, 1), ("weeks", 7, 0))


def check(context: Context) -> Iterator[Finding]:
    """Each column of whole numbers that the dates of two others give in most rows."""
    for placed in context.sheets:
        yield from _of(placed.sheet)


def _of(sheet: Sheet) -> Iterator[Finding]:
    every = range(len(sheet.heads))
    dated = [at for at in every if sum(_day(texts[at]) is not None for texts in sheet.texts) >= FEWEST]
    for column in every:
        if not COUNTED.search(sheet.heads[column]) or WORKING.search(f"{sheet.heads[column]} {' '.join(sheet.notes)}"):
            continue
        for first, last in combinations(dated, 2):
            yield from _judged(sheet, first, last, column)


def _day(text: str) -> date | None:
    """A date that tells a day."""
    return date_of(text) if DAY.fullmatch(text.strip()) and not BARE.fullmatch(text.strip()) else None


def _judged(sheet: Sheet, first: int, last: int, column: int) -> Iterator[Finding]:
    """The rows that the way of counting doesn't give that gives most of the others."""
    rows = []
    for row, texts in enumerate(sheet.texts):
        start, end, told = _day(texts[first]), _day(texts[last]), texts[column].strip()
        if start and end and told.isdecimal():
            rows.append((row, (end - start).days, int(told)))
    tally = Counter({way: sum(told == between // way[1] + way[2] for _, between, told in rows) for way in WAYS})
    (way, right), *_ = tally.most_common(1)
    off = len(rows) - right
    if right < FEWEST - 1 or len(rows) < FEWEST or 3 * off > len(rows):
        return
    for row, between, days in rows:
        made = between // way[1] + way[2]
        verdict: Verdict = "ok" if made == days else "wrong"
        why = f"{sheet.texts[row][first]} to {sheet.texts[row][last]}: {made} {way[0]}, printed as {days}"
        slip = f"days/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[column]}"
        yield Finding(CODE, verdict, sheet.where(row, column), str(days), str(days), str(made), why, slip, "likely")
