"""A row that says it is what others leave: a surplus, a net sum, what is still to do, those who didn't reply."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.quantities import printed
from looped.checker.rules.sheet_sum import GONE
from looped.checker.sheets.naming import BRACKETS, label_words
from looped.checker.sheets.sheet import MEAN_HEAD, SUBTOTAL, WITHIN, Sheet, is_total
from looped.checker.sheets.ways import are_opposed
from looped.checker.sheets.workings import is_near

CODE = "sheet-rests"
MESSAGE = "A row of what is left over is what the rows above it leave."
GOOD = "Line\t£\nIncome\t84,300\nPay\t52,150\nRent\t21,700\nSurplus\t10,450"
BAD = "Line\t£\nIncome\t84,300\nPay\t52,150\nRent\t21,700\nSurplus\t12,450"

# What money or stock comes to when the rest is taken off.
NET = pattern_of(
    r"^(?:net|surplus|deficit|profit|loss|balance|closing|carried forward|left|remain\w*|unspent|underspen[dt]\w*|"
    r"overspen[dt]\w*|available|unallocated|shortfall)\b|"
    r"\b(?:surplus|deficit|(?:gross|net|trading|operating) (?:profit|loss)|remaining|left over|balance|"
    r"unspent|carried forward|less|minus)\b",
    re.I,
)
# What of those in the first row was not so.
DENIED = pattern_of(
    r"^(?:not|no|none|never|did not|neither|still|other|others|the rest|rest|waiting|pending|open|outstanding|"
    r"to do|awaited|in progress|unchanged|unknown|un[a-z]{4,}ed)\b",
    re.I,
)
# What there was before any of it was so or not.
WHOLE = pattern_of(
    r"^(?:all|total|whole|sent|invited|asked|approached|referred|received|made|raised|issued|eligible|sampled?|due|"
    r"planned|offered|registered|enrolled|started|opened|agreed|identified|screened|booked|expected|posted|"
    r"tested|checked|examined|inspected|recommendations|actions|cases|referrals|invitations|applications|complaints)\b"
    r"(?! in full)",
    re.I,
)
LEAST, PART, OPPOSED = 2, Decimal("0.12"), Decimal("0.3")


@dataclass(frozen=True)
class Way:
    """What rows leave: the first of them less the others."""

    rows: tuple[int, ...]

    def left(self, values: Sequence[Decimal]) -> Decimal:
        """What is left in a column of these values."""
        return values[self.rows[0]] - sum((abs(values[at]) for at in self.rows[1:]), Decimal(0))


def check(context: Context) -> Iterator[Finding]:
    """Each such row, column by column."""
    for placed in context.sheets:
        sheet = placed.sheet
        rows = [row for row, label in enumerate(sheet.labels) if row >= LEAST and _is_rest(label)]
        for row in rows:
            for column, kind in enumerate(sheet.kinds):
                if kind in ("count", "total", "base") and not MEAN_HEAD.search(sheet.heads[column]):
                    yield from _judged(sheet, row, column)


def _is_rest(label: str) -> bool:
    plain = BRACKETS.sub(" ", label).strip()
    return bool(NET.search(plain) or DENIED.match(plain)) and not WITHIN.search(plain) and not GONE.match(plain)


def _judged(sheet: Sheet, row: int, column: int) -> Iterator[Finding]:
    figures = [cells[column] for cells in sheet.cells[: row + 1]]
    if any(each is None or each.unit == "%" or each.share for each in figures):
        return
    values = [each.value for each in figures if each]
    stated, ways = values[row], list(_ways(sheet, row))
    left = [way.left(values) for way in ways]
    slack = sum((each.step for each in figures if each and each.step != 1), Decimal(0)) / 2
    if any(abs(abs(each) - abs(stated)) <= slack for each in (*left, *_others(values, row))):
        return
    if NET.search(BRACKETS.sub(" ", sheet.labels[row])):
        near = [(way, each) for way, each in zip(ways, left, strict=True) if is_near(stated, each)]
    elif _is_of_a_whole(sheet, row):
        way, rest = ways[0], left[0]
        opposed = any(are_opposed((sheet.labels[row], sheet.labels[at])) for at in way.rows)
        whole, close = values[0], abs(rest - stated) <= (OPPOSED if opposed else PART) * values[0]
        least = rest >= 0 and whole > max(values[1:]) and len(way.rows) > LEAST
        near = [(way, rest)] if least and (close or (min(rest, stated) > 9 and is_near(stated, rest))) else []
    else:
        return
    if near:
        yield _finding(sheet, (row, column), near[0][0], near[0][1])


def _is_of_a_whole(sheet: Sheet, row: int) -> bool:
    """Whether the first row is what the others divide, and no first step of a scale: "made, done, half done, not done".

    It is named as what there was; or it shares no word with the others, which share theirs with the row that is left.
    """
    if any(map(is_total, sheet.labels[row + 1 :])):
        return False
    if WHOLE.search(sheet.labels[0]):
        return True
    own = set(label_words(DENIED.sub("", sheet.labels[row])))
    parts = [set(label_words(label)) for label in sheet.labels[1:row]]
    return any(own & each for each in parts) and not any(set(label_words(sheet.labels[0])) & each for each in parts)


def _ways(sheet: Sheet, row: int) -> Iterator[Way]:
    """The first row less all others, the last total less what follows, one total less the other, the last two rows."""
    parts = [at for at in range(row) if not WITHIN.search(sheet.labels[at]) and any(sheet.texts[at])]
    totals = [at for at in parts if is_total(sheet.labels[at]) or SUBTOTAL.search(sheet.labels[at])]
    if len(totals) >= LEAST:
        yield Way(tuple(totals[-2:]))
    if totals and totals[-1] < parts[-1]:
        yield Way(tuple(parts[parts.index(totals[-1]) :]))
    if not totals:
        yield Way(tuple(parts))
    yield Way(tuple(parts[-2:]))


def _others(values: Sequence[Decimal], row: int) -> Iterator[Decimal]:
    """Other sums that the row may be: of all above it, or of any two."""
    above = values[:row]
    yield sum(above, Decimal(0))
    for at, one in enumerate(above):
        for other in above[at + 1 :]:
            yield from (one + other, one - other)


def _finding(sheet: Sheet, place: tuple[int, int], way: Way, left: Decimal) -> Finding:
    row, column = place
    text = sheet.texts[row][column]
    first, *rest = [sheet.texts[at][column] for at in way.rows]
    why = f"{first} less {' and '.join(rest)} leaves {printed(left)}, printed as {text}"
    slip = f"rests/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[column]}"
    where = sheet.where(row, column)
    return Finding(CODE, "wrong", where, text, text, printed(left), why, slip, "likely")
