"""A column of shares beside its column of counts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.amounts import Amount, Amounts, amounts_of
from looped.checker.cells import value_of
from looped.checker.context import Context, plain
from looped.checker.document import Table
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import BASE
from looped.checker.numbers import Percent, fits, near, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.rules.amount_total import where_of
from looped.checker.sheets.figures import MARK
from looped.checker.tabled import WITH_SHARE

CODE = "share-column"
MESSAGE = "A column of shares is the counts beside it over their base."
GOOD = "Answer\tNumber\tShare\nAgree\t60\t60%\nNeither\t25\t25%\nDisagree\t15\t15%"
BAD = "Answer\tNumber\tShare\nAgree\t60\t60%\nNeither\t25\t25%\nDisagree\t15\t18%"

TARGET = pattern_of(r"\b(?:target|standard|benchmark|threshold|goal|expected|national|england)\b", re.I)
SHARE = pattern_of(r"%|\b(?:share|per ?cent\w*|proportion)\b", re.I)
FEWEST = 3


FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each column of shares with a column of counts right before it that share a base."""
    for table in context.document.tables:
        read = amounts_of(table)
        if read is None:
            continue
        for column in range(1, len(read.columns)):
            if TARGET.search(read.columns[column]) and not SHARE.search(read.columns[column]):
                continue  # what was aimed at, not what was met
            if own := _own_bases(read, column):
                for row, count, percent, its_base in own:
                    yield from _judged(context, table, read, row, column, count, percent, its_base)
                continue
            pairs = _pairs(read, column)
            base = _base(read, column, pairs) if len(pairs) > 1 else None
            if base and not _is_of_a_told(context, pairs, base):
                for row, count, percent in pairs:
                    yield from _judged(context, table, read, row, column, count, percent, base)


def _is_of_a_told(context: Context, pairs: list[tuple[int, int, Percent]], base: int) -> bool:
    """Whether all the shares are of another number that the document tells, and not of the base that most fit."""
    if all(fits(count, base, percent) for _, count, percent in pairs) or len(pairs) < FEWEST:
        return False
    return any(all(fits(count, told, percent) for _, count, percent in pairs) for told in context.told)


def _pairs(read: Amounts, column: int) -> list[tuple[int, int, Percent]]:
    """Row, count and share of each row that has both, totals left out."""
    found = []
    for row in read.parts:
        count, percent = read.cells[row][column - 1], read.cells[row][column]
        if SHARE.search(WITH_SHARE.sub(" ", read.columns[column - 1])):
            return []
        if count is None or percent is None or not _is_count(count) or not _is_share(percent, read.columns[column]):
            return []
        found.append((row, int(count.value), Percent(percent.value, _decimals(percent))))
    return found


def _own_bases(read: Amounts, column: int) -> list[tuple[int, int, Percent, int]]:
    """Row, count, share and base where each row has its own: "34/156" before the share, or a column of bases."""
    pairs = _pairs(read, column)
    shares = {row: read.cells[row][column] for row in read.parts}
    if not pairs:
        values = {row: value_of(read.texts[row][column - 1]) for row in read.parts}
        return [
            (row, value.count, Percent(share.value, _decimals(share)), value.base)
            for row, value in values.items()
            for share in [shares[row]]
            if value.count is not None and value.base and share is not None and _is_share(share, read.columns[column])
        ]
    for other in range(len(read.columns)):
        bases = {
            row: cell
            for row, _, _ in pairs
            for cell in [read.cells[row][other]]
            if cell and _is_count(cell) and cell.value
        }
        if other in (column, column - 1) or len(bases) < len(pairs):
            continue
        fitting = sum(fits(count, int(bases[row].value), percent) for row, count, percent in pairs)
        if 2 * fitting >= len(pairs) and fitting > 1:
            return [(row, count, percent, int(bases[row].value)) for row, count, percent in pairs]
    return []


def _is_count(amount: Amount) -> bool:
    return amount.unit == "" and amount.step == 1 and amount.value >= 0


def _is_share(amount: Amount, head: str) -> bool:
    return amount.unit == "%" or (amount.unit == "" and bool(SHARE.search(head)) and 0 <= amount.value <= 100)


def _decimals(amount: Amount) -> int:
    return max(0, -int(Decimal(amount.step).as_tuple().exponent))


def _base(read: Amounts, column: int, pairs: list[tuple[int, int, Percent]]) -> int | None:
    """The base that at least half of the shares fit: the head's, the total row's, or the sum of the counts."""
    heads = [
        int(found[1].replace(",", ""))
        for head in read.columns[column - 1 : column + 1]
        for found in [BASE.search(head)]
        if found
    ]
    total = read.cells[read.total][column - 1] if read.total is not None else None
    summed = sum(count for _, count, _ in pairs)
    options = [
        *heads,
        *([int(total.value)] if total and _is_count(total) else []),
        *_across(read, column, pairs),
        summed,
    ]
    fitting = {base: sum(fits(count, base, percent) for _, count, percent in pairs) for base in options if base > 0}
    best = max(fitting, key=lambda base: fitting[base], default=None)
    marked = any(MARK.search(label) for label in read.rows)
    if best == summed and total is None and not heads and (marked or fitting[best] == 1):
        return None  # "% of files read", which another table tells: one of two may fit the sum by chance
    return best if best is not None and 2 * fitting[best] >= len(pairs) and fitting[best] > 0 else None


def _across(read: Amounts, column: int, pairs: list[tuple[int, int, Percent]]) -> list[int]:
    """What the counts make with those of another column in every row, or in all but one: "passed" and "failed"."""
    found = []
    for other in range(len(read.columns)):
        cells = (
            [(count, read.cells[row][other]) for row, count, _ in pairs] if other not in (column, column - 1) else []
        )
        sums = [count + int(cell.value) for count, cell in cells if cell and _is_count(cell)]
        most = max(set(sums), key=sums.count, default=0)
        if sums.count(most) >= max(FEWEST, len(pairs) - 1):
            found.append(most)
    return found


def _judged(
    context: Context, table: Table, read: Amounts, row: int, column: int, count: int, percent: Percent, base: int
) -> Iterator[Finding]:
    if any(n >= count and fits(count, n, percent) for n in context.noted(table, read.rows[row]) if n):
        return  # its note gives it a base of its own
    verdict: Verdict = "ok" if fits(count, base, percent) else "rounding" if near(count, base, percent) else "wrong"
    expected = f"{rounded(share(count, base), percent.decimals)}%"
    why = f"{count} of {base} is {rounded(share(count, base), max(percent.decimals, 1))}%, printed as {percent}"
    place = f"{plain(table.title)}/{plain(read.columns[column])}/{plain(read.rows[row])}"
    where = where_of(table, row, read.rows, read.columns[column])
    cell = read.cells[row][column]
    yield Finding(CODE, verdict, where, cell.text if cell else "", str(percent), expected, why, f"share/{place}")
