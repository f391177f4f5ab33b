"""What each has on average, told of a table that counts both: one column's total, or its row, over the other's."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.phrases import AVERAGED
from looped.checker.prose import Entry
from looped.checker.remarks import Remark, by_statement
from looped.checker.rules.sheet_given import ELSEWHERE, LOOSE
from looped.checker.sheets.giving import in_thousands
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.units import cell_of, is_money

CODE = "sheet-ratio"
MESSAGE = "A mean told of two columns is what the one has in all over what the other has."
GOOD = "Ward\tStays\tBed days\nA\t19\t76\nB\t30\t90\nTotal\t49\t166\n\nThe mean length of stay was 3.4 days."
BAD = "Ward\tStays\tBed days\nA\t19\t76\nB\t30\t90\nTotal\t49\t166\n\nThe mean length of stay was 4.3 days."

MEAN = pattern_of(rf"\b(?:on average|{AVERAGED})\b|\bper [a-z]{{3,}}|\bfor each [a-z]{{3,}}", re.I)
PER = pattern_of(r"\b(?:per|for each|for every|each|an?) (?P<of>[a-z]{3,})\b", re.I)
OTHER = pattern_of(
    r"\b(?:median|than|rose|fell|from|between|target|standard|not|median|lowest|highest|weighted)\b", re.I
)
NEAR = Decimal("2.5")


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence with one figure that is no whole number of things."""
    return by_statement(context, _of, MEAN)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    if OTHER.search(remark.text) or ELSEWHERE.search(remark.text) or "mean" in sheet.kinds or "share" in sheet.kinds:
        return
    numbers = (len(sheet.parts), len(sheet.heads))
    entries = [
        e for e in remark.read.of_sentence(remark.at) if not (e.text.isalpha() and (e.value in numbers or e.value == 1))
    ]
    if len(entries) != 1 or entries[0].kind in ("share", "points") or entries[0].base:
        return
    printed = entries[0]
    if LOOSE.search(MEAN.sub("", remark.text[: printed.start - remark.start])):
        return
    pair = _pair(remark, printed)
    row = _row(remark, printed)
    if pair and row is not None:
        yield from _judged(remark, printed, row, pair)


def _row(remark: Remark, entry: Entry) -> int | None:
    """The row that is named; else that of the totals."""
    place = entry.start - remark.start
    named = {each.at for each in remark.rows if each.whole and not each.start <= place < each.end}
    if len(named) == 1:
        return next(iter(named))
    return remark.sheet.total if not named else None


def _pair(remark: Remark, entry: Entry) -> tuple[int, int] | None:
    """The column of what each has, and that of how many they are."""
    sheet = remark.sheet
    counted = [c for c, kind in enumerate(sheet.kinds) if kind in ("count", "total", "base")]
    if entry.kind == "money":
        upper = [c for c in counted if is_money(sheet, c)]
    else:
        behind = [each.plain for each in tokens_of(remark.text[entry.end - remark.start :])][:1]
        words = [entry.unit] if entry.unit else behind
        upper = [c for c in counted if _is_headed(sheet, c, words)]
    if len(upper) != 1:
        return None
    others = [c for c in counted if c != upper[0] and not is_money(sheet, c)]
    per = [found["of"].lower() for found in PER.finditer(remark.text)]
    lower = [c for c in others if _is_headed(sheet, c, per)] or (others if len(others) == 1 else [])
    return (upper[0], lower[0]) if len(lower) == 1 else None


def _is_headed(sheet: Sheet, column: int, words: list[str]) -> bool:
    return any(alike(word, each) for word in words if len(word) > 2 for each in label_words(sheet.heads[column]))


def _judged(remark: Remark, printed: Entry, row: int, pair: tuple[int, int]) -> Iterator[Finding]:
    sheet = remark.sheet
    upper, lower = (cell_of(sheet, row, column) for column in pair)
    if upper is None or lower is None or not lower.value:
        return
    entry = in_thousands(sheet, printed) if printed.value > upper.value else printed
    exact = upper.value / lower.value
    span = (printed.start - remark.start, printed.end - remark.start)
    why = f"{sheet.heads[pair[0]]} {upper.text}, {sheet.heads[pair[1]]} {lower.text}: {exact:.2f}"
    if abs(exact - entry.value) <= entry.step / 2:
        yield remark.finding(CODE, "ok", span, "", why, sheet.labels[row])
    elif entry.value and 1 / NEAR < exact / entry.value < NEAR and not _is_mean_of_rows(sheet, entry, pair):
        yield remark.finding(CODE, "wrong", span, f"{exact:.{max(0, -int(entry.step.as_tuple().exponent))}f}", why)


def _is_mean_of_rows(sheet: Sheet, entry: Entry, pair: tuple[int, int]) -> bool:
    """Whether it is a cell, the mean of a column, or of what each row has."""
    lines = [(cell_of(sheet, row, pair[0]), cell_of(sheet, row, pair[1])) for row in sheet.parts]
    known = [(a.value, b.value) for a, b in lines if a and b and b.value]
    if len(known) < 2 or entry.value in {value for pair in known for value in pair}:
        return True
    lists = ([a / b for a, b in known], [a for a, _ in known])
    means = [sum(values, Decimal(0)) / len(known) for values in lists]
    return any(abs(each - entry.value) <= entry.step / 2 for each in means)
