"""By how much a row of a table is said to have moved, or two of its columns to be apart, and which way."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import key_words
from looped.checker.numbers import WORDS, whole
from looped.checker.other_subject import is_of_the_next
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING, OF_CHANGES, Remark, by_statement, lies, value, within
from looped.checker.saying import OF_A_FRACTION
from looped.checker.sheets.sheet import Sheet, in_time, is_time

CODE = "sheet-gained"
MESSAGE = "What a row is said to have gained or lost is what lies between its figures."
GOOD = "Item\tFirst audit\tSecond audit\nLetters\t40%\t82%\nCalls\t60%\t45%\n\nFor calls there was a fall of 15 points."
BAD = "Item\tFirst audit\tSecond audit\nLetters\t40%\t82%\nCalls\t60%\t45%\n\nFor calls there was a fall of 25 points."

UP = (
    r"(?P<up{0}>rise|increase|gain|growth|upturn|improvement|gained|added|put on|"
    r"(?<!made )(?<!make )(?<!makes )(?<!making )(?<!taken )up|rose|grew|climbed|improved)"
)
DOWN = (
    r"(?P<down{0}>fall|drop|decrease|reduction|decline|dip|loss|deterioration|lost|shed|down|fell|dropped|declined|"
    r"slipped|worsened)"
)
APART = r"(?P<apart>difference|change|gap|swing|movement)"
NUMBER = rf"(?P<n{{0}}>\d+(?:\.\d+)?|{WORDS})"
POINTS = r"\s?(?P<unit{0}>%|per ?cent|percentage[ -]points?|points?|pp)(?![a-z])(?! of\b)"
SIZE = r"(?: only| just| a full)?"
BETWEEN = r"(?: (?!to\b)[a-z]+){{0,3}}?"
# "A rise of 12 points", "up 12 points", "up 12 on May", "a 12-point rise".
OF = pattern_of(
    rf"\b(?:{UP}|{DOWN}|{APART})\b{BETWEEN} (?:of|was|is|by){SIZE} {NUMBER}\b(?:{POINTS})?|".format(1)
    + rf"\b(?:{UP}|{DOWN})(?: by)?{SIZE} {NUMBER}(?:{POINTS}|(?= (?:on|since|compared|against)\b))|".format(2)
    + rf"(?<![\d.-])\b{NUMBER}[ -](?P<unit3>percentage[ -]points?|points?)[ -]{UP}|".format(3)
    + rf"(?<![\d.-])\b{NUMBER}[ -](?P<unit4>percentage[ -]points?|points?)[ -]{DOWN}".format(4),
    re.I,
)
LOOSE = pattern_of(
    r"\b(?:more than|over|nearly|almost|about|around|roughly|close to|under|less than|at least|some|average|mean)\b",
    re.I,
)
HOPED = pattern_of(
    r"\b(?:hop(?:ed?|ing)|target|expect\w*|plann?(?:ed|s)?|aim\w*|want\w*|should|would|if|needed|forecast)\b", re.I
)
BAD_LABEL = pattern_of(r"\b(?:improv\w+|worsen\w*|deteriorat\w*)\b", re.I)


@dataclass(frozen=True)
class Step:
    """From one figure of a row to another. by: "share" or "count"."""

    before: Decimal
    after: Decimal
    by: str

    @property
    def gap(self) -> Decimal:
        """How far it went, with its sign."""
        return self.after - self.before


def check(context: Context) -> Iterator[Finding]:
    """Each size of a movement whose sentence names one row."""
    return by_statement(context, _of, OF)


def _of(remark: Remark) -> Iterator[Finding]:
    for found in OF.finditer(remark.text) if not (HOPED.search(remark.text) or OF_CHANGES.search(remark.text)) else ():
        low, high = remark.clause(found.start())
        if OF_A_FRACTION.match(remark.text, found.end()):
            continue  # "by two thirds"
        if LOOSE.search(remark.text[max(low, found.start() - 24) : found.end()]):
            continue
        for sheet, subjects, times in (
            (remark.sheet, remark.rows, remark.columns),
            (lies(remark.sheet), remark.columns, remark.rows),
        ):
            columns = _times(sheet)
            rows = within(subjects, low, high) or within(subjects, 0, low)
            if is_of_the_next(remark.text, found.end(), [each.start for each in subjects]):
                continue
            if len(columns) < 2 or len(rows) != 1 or not all(e.whole for e in subjects if e.at == rows[0]):
                continue
            told = [at for at in within(times, 0, len(remark.text)) if at in columns]
            yield from _judged(remark, sheet, rows[0], columns, sorted(told, key=columns.index), found)
            break


def _times(sheet: Sheet) -> list[int]:
    """The columns that are times, or two groups set side by side with shares."""
    columns = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words", "base")]
    if is_time(tuple(sheet.heads[at] for at in columns)):
        return in_time(sheet, columns)
    shares = [at for at in columns if sheet.kinds[at] in ("share", "both")]
    return shares if len(shares) == len(columns) == 2 else []


def _judged(
    remark: Remark, sheet: Sheet, row: int, columns: Sequence[int], told: Sequence[int], found: re.Match[str]
) -> Iterator[Finding]:
    words = {name: text for name, text in found.groupdict().items() if text}
    number = next(text for name, text in words.items() if name.startswith("n"))
    unit = next((text.lower() for name, text in words.items() if name.startswith("unit")), "")
    stated = Decimal(number) if number[0].isdigit() else Decimal(whole(number) or 0)
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    pairs = [tuple(told)] if len(told) == 2 else [(told[0], columns[-1])] if len(told) == 1 else []
    ends = [(columns[0], columns[-1])]
    every = list(_steps(sheet, row, list(combinations(columns, 2)), unit))
    if not every:
        return
    if _is_across(remark, sheet, lambda each: _is_so(stated, step, each, unit), unit):
        return
    if not any(_is_so(stated, step, each, unit) for each in every):
        steps = _of_namesakes(sheet, row, columns, unit)
        # "Late payments fell by 32": it may be another row with the same word that is meant.
        if any(_is_so(stated, step, each, unit) for each in steps):
            return
        shown = f"{every[-1].before.normalize():f} and {every[-1].after.normalize():f}"
        yield remark.finding(CODE, "wrong", found.span(), f"{abs(every[-1].gap):.3g}", shown, sheet.labels[row])
        return
    between = list(_steps(sheet, row, pairs or ends, unit))
    up = any(name.startswith("up") for name in words)
    down = any(name.startswith("down") for name in words)
    verdict: Verdict = "ok"
    if (up or down) and is_time(tuple(sheet.heads[at] for at in columns)) and _one_way(remark, sheet, row, found):
        fitting = [each for each in every if _is_so(stated, step, each, unit)]
        if not any(each.gap > 0 if up else each.gap < 0 for each in fitting):
            verdict = "wrong"
    shown = ", ".join(f"{each.before.normalize():f} to {each.after.normalize():f}" for each in between[:2])
    yield remark.finding(
        CODE, verdict, found.span(), "" if verdict == "ok" else "the other way", shown, sheet.labels[row]
    )


def _is_across(remark: Remark, sheet: Sheet, is_so: Callable[[Step], bool], unit: str) -> bool:
    """Of two groups side by side: whether it is how far they are apart in a row that the words name loosely."""
    heads = range(len(remark.sheet.heads))
    if sheet is remark.sheet or len(heads) != 2:
        return False
    rows = range(len(remark.sheet.labels))
    return any(is_so(each) for at in rows for each in _steps(remark.sheet, at, [tuple(heads)], unit))


def _of_namesakes(sheet: Sheet, row: int, columns: Sequence[int], unit: str) -> list[Step]:
    """The steps of rows that share a word with one."""
    own = set(key_words(sheet.labels[row]))
    others = [at for at in range(len(sheet.labels)) if at != row and own & set(key_words(sheet.labels[at]))]
    return [each for at in others for each in _steps(sheet, at, list(combinations(columns, 2)), unit)]


def _one_way(remark: Remark, sheet: Sheet, row: int, found: re.Match[str]) -> bool:
    """Whether up is up: nothing is said to be better or worse of what may be bad."""
    scope = f"{found.group()} {sheet.labels[row]} {sheet.texts_before}"
    return not (BAD_LABEL.search(found.group()) and BAD_THING.search(scope + remark.text))


def _steps(sheet: Sheet, row: int, pairs: Sequence[tuple[int, ...]], unit: str) -> Iterator[Step]:
    for by in ("share", "count"):
        if by == "count" and (unit.startswith(("percentage", "point", "pp"))):
            continue
        for one, other in pairs:
            before, after = value(sheet, row, one, by), value(sheet, row, other, by)
            if before is not None and after is not None:
                yield Step(before, after, by)


def _is_so(stated: Decimal, step: Decimal, each: Step, unit: str) -> bool:
    """Whether a movement is as large: as printed or worked out, in points, in number or in per cent of what it was."""
    slack = step if each.by == "share" or unit else Decimal(0)
    if abs(abs(each.gap) - stated) <= slack:
        return True
    relative = abs(each.gap) * 100 / each.before if each.before else Decimal(-1)
    return unit in ("%", "per cent", "percent") and abs(relative - stated) <= step
