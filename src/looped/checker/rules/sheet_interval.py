"""A column of intervals or ranges, and the estimate, the median or the mean beside it: inside its own, row by row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.sheets.sheet import Sheet, on_its_side

CODE = "sheet-interval"
MESSAGE = "In a table an estimate lies in its interval, and a median or a mean in its range."
GOOD = "Ward\tMedian wait\tRange\nAsh\t12\t3 to 31\nElm\t17\t5 to 40\nOak\t9\t2 to 28"
BAD = "Ward\tMedian wait\tRange\nAsh\t12\t3 to 31\nElm\t47\t5 to 40\nOak\t9\t2 to 28"

END = r"[-−–]?\d[\d,]*(?:\.\d+)?"
UNIT = r"\s?(?:%|[a-zµ/°]{1,8})?"
TO = rf"{UNIT}\s?(?:to|and|,|;|–|-)\s?"
SPAN = rf"(?P<low>{END}){TO}(?P<high>{END}){UNIT}"
CELL = pattern_of(rf"[(\[]?\s*{SPAN}\s*[)\]]?", re.I)
ALONE = pattern_of(rf"[£$€]?(?P<e>{END}){UNIT}", re.I)
# "1.19 (0.91 to 1.56)": both in one cell.
BOTH = pattern_of(rf"[£$€]?(?P<e>{END}){UNIT},?\s*[(\[]\s*(?:9[059]% CI:? ?)?{SPAN}\s*[)\]]", re.I)
INTERVAL = pattern_of(r"\b(?:CI|CrI|intervals?|confidence limits?)\b", re.I)
RANGE = pattern_of(
    r"\b(?:range|IQR|inter-?quartile|quartiles|min(?:imum)?\.?\s?(?:–|-|to|and|/)\s?max(?:imum)?|"
    r"(?:shortest|lowest|youngest|least|smallest) (?:to|and|–|-) (?:longest|highest|oldest|most|largest))\b",
    re.I,
)
# A range that is aimed at or that most people have: a figure may lie outside it.
AIMED = pattern_of(
    r"\b(?:reference|normal|target|acceptable|expected|permitted|allowed|recommended|required|safe|ideal|design|"
    r"standard|planned|age|price|grade|salary|pay)\b",
    re.I,
)
MIDDLE = pattern_of(r"\b(?:median|mean|average|typical)\b", re.I)
MEDIAN = pattern_of(r"\bmedian\b", re.I)
QUARTILES = pattern_of(r"\b(?:IQR|quartile)", re.I)
LEAST = pattern_of(
    rf"(?:^|\b)(?:min(?:imum)?|{LOWEST}|youngest|least|quickest|fastest|lower (?:limit|bound|"
    r"(?:95% )?CI|CI limit|end)|(?:95% )?CI lower|lower)\b",
    re.I,
)
GREATEST = pattern_of(
    rf"(?:^|\b)(?:max(?:imum)?|{HIGHEST}|oldest|most|slowest|upper (?:limit|bound|(?:95% )?CI|CI limit|"
    r"end)|(?:95% )?CI upper|upper)\b",
    re.I,
)
FEWEST = 2


@dataclass(frozen=True)
class Row:
    """A row's estimate with the ends that it must lie between. column: of the estimate."""

    at: int
    column: int
    value: Decimal
    low: Decimal
    high: Decimal

    @property
    def inside(self) -> bool:
        """Whether the estimate lies between the ends."""
        return self.low <= self.value <= self.high


def check(context: Context) -> Iterator[Finding]:
    """Each column of spans, each pair of columns of least and greatest, and each column of both."""
    for placed in context.sheets:
        for sheet in (placed.sheet, on_its_side(placed.sheet)):
            for rows in (*_beside(sheet), *_between(sheet), *_within(sheet)):
                yield from _judged(sheet, rows)


def number_of(text: str) -> Decimal:
    """A number as printed, with any sign for less than nothing.

    >>> number_of("−1,204.5")
    Decimal('-1204.5')
    """
    return Decimal(re.sub(r"^[−–]", "-", text.replace(",", "")))


def _beside(sheet: Sheet) -> Iterator[list[Row]]:
    """Spans with the estimate in the column before them, or in the one that is headed as a median or a mean."""
    for column, head in enumerate(sheet.heads):
        ranged = bool(RANGE.search(head))
        if AIMED.search(head) or not (ranged or INTERVAL.search(head)):
            continue
        own = [at for at, other in enumerate(sheet.heads) if MIDDLE.search(other) and not RANGE.search(other)]
        if QUARTILES.search(head):
            own = [at for at in own if MEDIAN.search(sheet.heads[at])]
        estimate = column - 1 if column - 1 in own or (not ranged and column) else own[0] if len(own) == 1 else None
        if estimate is not None and not RANGE.search(sheet.heads[estimate]):
            yield list(_rows(sheet, estimate, column))


def _rows(sheet: Sheet, estimate: int, column: int) -> Iterator[Row]:
    for at, texts in enumerate(sheet.texts):
        span, alone = CELL.fullmatch(texts[column].strip()), ALONE.fullmatch(texts[estimate].strip())
        if span and alone:
            yield Row(at, estimate, number_of(alone["e"]), number_of(span["low"]), number_of(span["high"]))


def _between(sheet: Sheet) -> Iterator[list[Row]]:
    """A mean or a median, with a column of the least and one of the greatest."""
    least = [at for at, head in enumerate(sheet.heads) if LEAST.match(head.strip()) and not AIMED.search(head)]
    most = [at for at, head in enumerate(sheet.heads) if GREATEST.match(head.strip()) and not AIMED.search(head)]
    if len(least) != 1 or len(most) != 1:
        return
    limits = INTERVAL.search(sheet.heads[least[0]] + sheet.heads[most[0]])
    middle = [at for at, head in enumerate(sheet.heads) if MIDDLE.search(head)]
    middle = middle or ([least[0] - 1] if limits and least[0] else [])
    for column in (at for at in middle if at not in (least[0], most[0])):
        rows = []
        for at, cells in enumerate(sheet.cells):
            low, own, high = cells[least[0]], cells[column], cells[most[0]]
            if low and own and high and low.unit == own.unit == high.unit:
                rows.append(Row(at, column, own.value, low.value, high.value))
        yield rows


def _within(sheet: Sheet) -> Iterator[list[Row]]:
    """Cells that hold both: "1.19 (0.91 to 1.56)", under a head that says what the bracket is."""
    for column, head in enumerate(sheet.heads):
        words = f"{head} {sheet.caption}"
        ranged = RANGE.search(head) and MIDDLE.search(head) and not AIMED.search(head)
        if not (INTERVAL.search(words) or ranged) or (QUARTILES.search(head) and not MEDIAN.search(head)):
            continue
        found = [(at, BOTH.fullmatch(texts[column].strip())) for at, texts in enumerate(sheet.texts)]
        yield [
            Row(at, column, number_of(each["e"]), number_of(each["low"]), number_of(each["high"]))
            for at, each in found
            if each
        ]


def _judged(sheet: Sheet, rows: Sequence[Row]) -> Iterator[Finding]:
    """The one row that is outside, where the others are inside and no interval runs backwards."""
    if len(rows) < FEWEST or any(each.low > each.high for each in rows):
        return
    outside = [each for each in rows if not each.inside]
    if len(outside) != 1:
        return
    row = outside[0]
    stated = sheet.texts[row.at][row.column].strip()
    why = f"{sheet.labels[row.at]}: {row.value} is outside its own {row.low} to {row.high}"
    slip = f"interval/{sheet.table.title}/{sheet.labels[row.at]}"
    where = sheet.where(row.at, row.column)
    yield Finding(CODE, "wrong", where, stated, stated, f"{row.low} to {row.high}", why, slip, "likely")
