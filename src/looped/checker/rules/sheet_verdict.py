"""A column that says whether a target was met: yes in each row that met it, no in each that didn't."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-verdict"
MESSAGE = "A target is said to be met in the rows where the figures meet it."
GOOD = "Work\tOn time\tTarget\tMet?\nA\t92%\t90%\tYes\nB\t81%\t85%\tNo\nC\t77%\t80%\tNo\nD\t96%\t95%\tYes"
BAD = "Work\tOn time\tTarget\tMet?\nA\t92%\t90%\tYes\nB\t81%\t85%\tNo\nC\t77%\t80%\tYes\nD\t96%\t95%\tYes"

YES = pattern_of(r"^(?:yes|y|met|achieved|pass(?:ed)?|✓|✔|green|on target|within|compliant)$", re.I)
NO = pattern_of(r"^(?:no|n|not met|missed|not achieved|fail(?:ed)?|✗|✘|x|red|off target|outside|not compliant)$", re.I)
LEAST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each column of yes and no, with the two columns that give it in all rows but one."""
    for placed in context.sheets:
        sheet = placed.sheet
        if "words" in sheet.kinds and "target" in sheet.kinds:
            for column, kind in enumerate(sheet.kinds):
                if kind == "words":
                    yield from _column(sheet, column)


def _column(sheet: Sheet, column: int) -> Iterator[Finding]:
    said = {row: bool(YES.match(word)) for row, word in _words(sheet, column) if YES.match(word) or NO.match(word)}
    if len(said) < LEAST or len(set(said.values())) < 2:
        return
    targets = [at for at, kind in enumerate(sheet.kinds) if kind == "target"]
    options = [
        (sum(given[row] != yes for row, yes in said.items()), target, at, given)
        for target in targets
        for at in range(len(sheet.heads))
        if at not in (column, *targets)
        for given in _readings(sheet, at, target, list(said))
    ]
    best = min(options, key=lambda each: each[0], default=None)
    if best is None or best[0] > 1 or len(said) - best[0] < LEAST:
        return
    # One column may be meant or another; of sick days or waits fewer are better, of the rest more.
    alike = [each for each in options if each[0] == best[0] and sheet.kinds[each[2]] == sheet.kinds[best[2]]]
    missed = {row for each in alike for row, yes in said.items() if each[3][row] != yes}
    if len(missed) > 1 or any(BAD_THING.search(sheet.labels[row]) for row in missed):
        return
    for row, yes in said.items():
        if best[3][row] != yes:
            own, bound = sheet.texts[row][best[2]], sheet.texts[row][best[1]]
            word = sheet.texts[row][column]
            why = f"{sheet.heads[best[2]]} {own} against {sheet.heads[best[1]]} {bound}, printed as {word}"
            slip = f"verdict/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[column]}"
            expected = "no" if yes else "yes"
            yield Finding(CODE, "wrong", sheet.where(row, column), word, word, expected, why, slip, "likely")


def _words(sheet: Sheet, column: int) -> Iterator[tuple[int, str]]:
    for row, texts in enumerate(sheet.texts):
        yield row, texts[column].strip(" .*")


def _readings(sheet: Sheet, at: int, target: int, rows: list[int]) -> Iterator[dict[int, bool]]:
    """Which rows meet it, where it is a least and where it is a most."""
    known: dict[int, tuple[Decimal, Decimal]] = {}
    for row in rows:
        own, bound = sheet.cells[row][at], sheet.cells[row][target]
        if own is None or bound is None or (own.unit or "%") != (bound.unit or "%"):
            return
        known[row] = (own.value, bound.value)
    yield {row: own >= bound for row, (own, bound) in known.items()}
    yield {row: own <= bound for row, (own, bound) in known.items()}
