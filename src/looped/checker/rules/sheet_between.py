"""Between what a row of a table is said to have run, and what it comes to over all of its times."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.sheet import Sheet, is_time

CODE = "sheet-between"
MESSAGE = "A row runs between its least and its greatest figure, and no other's."
GOOD = "By\t2021\t2022\t2023\nRust\t22\t25\t31\nRot\t14\t12\t16\nFly\t9\t8\t11\n\nRot came to between 12 and 16."
BAD = "By\t2021\t2022\t2023\nRust\t22\t25\t31\nRot\t14\t12\t16\nFly\t9\t8\t11\n\nRot came to between 8 and 11."

SPAN = pattern_of(
    rf"\b(?:(?:between|from) (?P<low>{NUMBER})\s?%? (?:and|to) (?P<high>{NUMBER})|"
    rf"(?:rang\w+|var\w+|lay|lies|stayed|kept|remained)[^.;:\d]{{0,20}} (?P<low2>{NUMBER})\s?%?(?: to |[–-])"
    rf"(?P<high2>{NUMBER}))(?![\d.,]*\d)",
    re.I,
)
# From the first time to the last: no least and greatest.
MOVED = pattern_of(
    r"\b(?:rose|risen|fell|fallen|up|down|grew|grown|increas\w+|decreas\w+|declin\w+|dropp?\w*|went|gone|moved|change[ds]?)\b"
    r"[^.;:]{0,30}$",
    re.I,
)
CHANGED_LITTLE = pattern_of(r"\bchanged (?:little|hardly|scarcely|barely)", re.I)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each span in a sentence that names one row of a table of times."""
    return by_statement(context, _of, SPAN)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    rows = list(dict.fromkeys(each.at for each in remark.rows))
    times = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words", "base")]
    if len(rows) != 1 or len(times) < FEWEST or not is_time(tuple(sheet.heads[at] for at in times)):
        return
    found = SPAN.search(remark.text)
    if found is None or (MOVED.search(CHANGED_LITTLE.sub("", remark.text[: found.start()]))):
        return
    said = tuple(_number(found[one] or found[other]) for one, other in (("low", "low2"), ("high", "high2")))
    own = _ends(sheet, rows[0], times)
    # Of some of its times only.
    if own is None or None in said or any(each.at in times for each in remark.columns):
        return
    others = [_ends(sheet, row, times) for row in range(len(sheet.labels)) if row != rows[0]]
    if said != own and said not in others:
        return
    verdict: Verdict = "ok" if said == own else "wrong"
    why = f"{sheet.labels[rows[0]]} runs from {own[0]} to {own[1]}"
    yield remark.finding(CODE, verdict, found.span(), f"{own[0]} and {own[1]}", why)


def _number(text: str) -> Decimal | None:
    plain = text.replace(",", "")
    counted = whole(plain)
    if counted is not None:
        return Decimal(counted)
    return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


def _ends(sheet: Sheet, row: int, times: list[int]) -> tuple[Decimal, Decimal] | None:
    figures = [sheet.cells[row][at] for at in times]
    values = [each.share.value if each.share and each.count is None else each.value for each in figures if each]
    return (min(values), max(values)) if len(values) == len(figures) else None
