"""A column that is so much for each of another, as the text says: "5 mg per kg", "£12 an hour"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.sheets.sheet import Sheet, is_total
from looped.checker.sheets.units import cell_of, is_in, is_money

CODE = "sheet-rated"
MESSAGE = "What is so much for each is that many times as much in every row but those said to differ."
GOOD = "The dose is 5 mg per kg.\n\nCase\tWeight\tDose\nA\t60 kg\t300 mg\nB\t70 kg\t350 mg\nC\t80 kg\t400 mg"
BAD = "The dose is 5 mg per kg.\n\nCase\tWeight\tDose\nA\t60 kg\t300 mg\nB\t70 kg\t370 mg\nC\t80 kg\t400 mg"

SO_MUCH = pattern_of(
    r"(?P<money>£\s?)?(?<![\d.,])(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[a-zµ]{1,12})? (?:of [a-z]+ )?"
    r"(?:per|an?|for each|for every|each|every) (?P<of>[a-zµ]{1,12})\b",
    re.I,
)
SHORT = pattern_of(
    r"(?P<money>£\s?)?(?<![\d.,])(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[a-zµ]{1,12})/(?P<of>[a-zµ]{1,12})\b", re.I
)
LOOSE = pattern_of(
    r"\b(?:about|around|up to|at least|at most|more than|less than|under|over|between|nearly|some)\W*$", re.I
)
LEAST = 2


@dataclass(frozen=True)
class Rate:
    """So much of a unit for each of another. unit: "£", or a word."""

    value: Decimal
    unit: str
    of: str


def check(context: Context) -> Iterator[Finding]:
    """Each table with a column in either unit, and the text of its section."""
    for placed in context.sheets:
        sheet = placed.sheet
        texts = [sheet.caption, *sheet.heads, *sheet.notes]
        texts += [each.text for each in context.document.paragraphs if each.section == sheet.table.section]
        for rate in dict.fromkeys(rate for text in texts for rate in _rates(text)):
            yield from _judged(sheet, rate)


def _rates(text: str) -> Iterator[Rate]:
    for pattern in (SO_MUCH, SHORT):
        for found in pattern.finditer(text):
            unit = "£" if found["money"] else found["unit"] or ""
            value = Decimal(found["n"].replace(",", ""))
            if unit == "p":
                value, unit = value / 100, "£"
            if unit and not LOOSE.search(text[: found.start()]):
                yield Rate(value, unit, found["of"])


def _judged(sheet: Sheet, rate: Rate) -> Iterator[Finding]:
    columns = range(len(sheet.heads))
    upper = [c for c in columns if (is_money(sheet, c) if rate.unit == "£" else is_in(sheet, c, rate.unit))]
    lower = [c for c in columns if c not in upper and is_in(sheet, c, rate.of)]
    if len(upper) != 1 or len(lower) != 1:
        return
    lines = [
        (row, whole, own)
        for row in range(len(sheet.labels))
        if not is_total(sheet.labels[row])
        and (own := cell_of(sheet, row, upper[0]))
        and (whole := cell_of(sheet, row, lower[0]))
    ]
    off = [each for each in lines if abs(each[1].value * rate.value - each[2].value) > each[2].step / 2]
    if len(lines) - len(off) < LEAST or len(off) > 1:
        return
    for row, whole, own in lines:
        verdict: Verdict = "wrong" if (row, whole, own) in off else "ok"
        due = printed(whole.value * rate.value)
        why = f"{whole.text} at {printed(rate.value)} {rate.unit} each is {due}, printed as {own.text}"
        where = sheet.where(row, upper[0])
        slip = f"rated/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[upper[0]]}"
        yield Finding(CODE, verdict, where, own.text, own.text, due, why, slip, "likely")
