"""A column that says whether a target was met: yes in each row that met it, no in each that didn't."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.bounds import limit_columns
from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING
from looped.checker.sheets.sheet import Sheet
from looped.checker.worth import DURATIONS

CODE = "sheet-verdict"
MESSAGE = "A target is said to be met in the rows where the figures meet it."
GOOD = "Work\tOn time\tTarget\tMet?\nA\t92%\t90%\tYes\nB\t81%\t85%\tNo\nC\t77%\t80%\tNo\nD\t96%\t95%\tYes"
BAD = "Work\tOn time\tTarget\tMet?\nA\t92%\t90%\tYes\nB\t81%\t85%\tNo\nC\t77%\t80%\tYes\nD\t96%\t95%\tYes"

YES = pattern_of(
    r"^(?:yes|y|met|achieved|pass(?:ed)?|✓|✔|green|on target|within(?: (?:limit|target|range|"
    r"tolerance))?|compliant|kept|ok|"
    r"satisfactory|acceptable|in range|on time|reached|exceeded)$",
    re.I,
)
NO = pattern_of(
    r"^(?:no|n|not met|unmet|missed|not achieved|fail(?:ed)?|✗|✘|x|red|off target|outside(?: "
    r"(?:limit|target|range|tolerance))?|"
    r"(?:not |non-?)compliant|broken|unsatisfactory|unacceptable|out of range|late|not reached|"
    r"below target|breach(?:ed)?)$",
    re.I,
)
# "Above" and "below" the limit, whichever of them is better.
ABOVE = pattern_of(
    r"^(?:above|over|higher|exceeds|exceeded)(?: (?:the )?(?:limit|target|standard|average|threshold))?$", re.I
)
BELOW = pattern_of(r"^(?:below|under|lower|within)(?: (?:the )?(?:limit|target|standard|average|threshold))?$", re.I)
# Of what takes time less is asked for, whatever it is called.
SHORT = pattern_of(
    rf"\b(?:{DURATIONS}|days?|hours?|minutes?|weeks?|wait\w*|time|cost|spend\w*|errors?|falls|missed|late)\b", re.I
)
ASKS = pattern_of(
    r"\b(?:(?P<above>above|over|exceed\w*|higher)|(?P<below>below|under|lower)|(?P<no>miss\w*|breach\w*|broken?|fail\w*|"
    r"late|outside|not met))\b",
    re.I,
)
OF_LIMIT = pattern_of(
    r"\b(?:met|within|inside|outside|over|under|above|below|limits?|targets?|standards?|results?|status|outcome|complian\w*|pass\w*|"
    r"achieved|reached|kept|exceed\w*|breach\w*|verdict|on time|in time|enough|sufficient|acceptable|ok)\b",
    re.I,
)
YES_NO = re.compile(r"(?:yes|no|y|n|✓|✔|✗|✘|x)$", re.I)
LEAST = 3
Rows = dict[int, bool]


@dataclass(frozen=True)
class Option:
    """A way to read a column of verdicts: by which columns, for which rows it fails, and whether words tell it."""

    missed: tuple[int, ...]
    target: int
    at: int
    sure: bool


def check(context: Context) -> Iterator[Finding]:
    """Each column of yes and no, with the two columns that give it in all rows but one."""
    for placed in context.sheets:
        sheet = placed.sheet
        limits = limit_columns(sheet) if "words" in sheet.kinds else {}
        for column, kind in enumerate(sheet.kinds if limits else ()):
            if kind == "words":
                yield from _column(sheet, column, limits)


def _column(sheet: Sheet, column: int, limits: dict[int, bool | None]) -> Iterator[Finding]:
    said, plain = _said(sheet, column)
    if len(said) < LEAST:
        return
    # "Manager present: yes": of a limit only what says that it is held against one.
    if not (
        plain
        or OF_LIMIT.search(sheet.heads[column])
        or not all(YES_NO.match(w.strip(" .*")) for w in _texts(sheet, column))
    ):
        limits = {at: least for at, least in limits.items() if sheet.kinds[at] == "target"}
    others = [at for at in range(len(sheet.heads)) if at not in (column, *limits)]
    options = [
        Option(tuple(row for row, yes in said.items() if given[row] not in (yes, None)), target, at, sure)
        for target, least in limits.items()
        for at in others
        for given, sure in _readings(sheet, at, target, list(said), _ways(sheet, target, least, plain))
    ]
    best = min(options, key=lambda each: (len(each.missed), not each.sure), default=None)
    if best is None or len(best.missed) != 1 or len(said) - 1 < LEAST - best.sure:
        return
    # All rows alike: only where words tell which side is asked for.
    if len(set(said.values())) < 2 and not best.sure:
        return
    # One column may be meant or another; of sick days or waits fewer are better, of the rest more.
    alike = [each for each in options if len(each.missed) == 1 and sheet.kinds[each.at] == sheet.kinds[best.at]]
    missed = {row for each in alike for row in each.missed if each.sure or not best.sure}
    if len(missed) > 1 or (not best.sure and any(BAD_THING.search(sheet.labels[row]) for row in missed)):
        return
    row = best.missed[0]
    own, bound = sheet.texts[row][best.at], sheet.texts[row][best.target]
    word = sheet.texts[row][column]
    why = f"{sheet.heads[best.at]} {own} against {sheet.heads[best.target]} {bound}, printed as {word}"
    slip = f"verdict/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[column]}"
    expected = "another" if plain else "no" if said[row] else "yes"
    yield Finding(CODE, "wrong", sheet.where(row, column), word, word, expected, why, slip, "likely")


def _texts(sheet: Sheet, column: int) -> list[str]:
    return [texts[column] for texts in sheet.texts if texts[column].strip()]


def _said(sheet: Sheet, column: int) -> tuple[Rows, bool]:
    """By row whether its word is a yes; or whether it is "above", and that it is such words that tell."""
    words = {row: texts[column].strip(" .*") for row, texts in enumerate(sheet.texts)}
    sides = {row: bool(ABOVE.match(w)) for row, w in words.items() if ABOVE.match(w) or BELOW.match(w)}
    if len(sides) > LEAST - 1 and len(sides) == sum(bool(each) for each in words.values()):
        return sides, True
    said = {row: bool(YES.match(w)) for row, w in words.items() if YES.match(w) or NO.match(w)}
    # "Limit exceeded?", "below target?": what the column asks, its yes says.
    asked = ASKS.search(sheet.heads[column])
    if asked and all(YES_NO.match(words[row]) for row in said):
        yes = not (asked["below"] or asked["no"])
        return {row: told == yes for row, told in said.items()}, not asked["no"]
    return said, False


def _ways(sheet: Sheet, target: int, least: bool | None, plain: bool) -> list[tuple[str, bool]]:
    """How a figure may be held against its limit, and whether words tell that it is so."""
    if plain:
        return [(">", True)]
    if least is not None:
        return [(">=" if least else "<=", True)]
    words = f"{sheet.caption} {sheet.corner} {' '.join(sheet.heads)} {' '.join(sheet.labels)}"
    share = any(cell.unit == "%" for row in sheet.cells for cell in [row[target]] if cell)
    bad = BAD_THING.search(words) or SHORT.search(words)
    return [(">=", share and not bad), ("<=", False)]


def _readings(
    sheet: Sheet, at: int, target: int, rows: list[int], ways: list[tuple[str, bool]]
) -> Iterator[tuple[dict[int, bool | None], bool]]:
    """Which rows meet it, each way; None for one that is the limit itself, where it is only above or below."""
    known: dict[int, tuple[Decimal, Decimal]] = {}
    for row in rows:
        own, bound = sheet.cells[row][at], sheet.cells[row][target]
        if own is None or bound is None or (own.unit or "%") != (bound.unit or "%"):
            return
        known[row] = (own.value, bound.value)
    for way, sure in ways:
        given: dict[int, bool | None] = {
            row: own >= bound if way == ">=" else own <= bound if way == "<=" else None if own == bound else own > bound
            for row, (own, bound) in known.items()
        }
        yield given, sure
