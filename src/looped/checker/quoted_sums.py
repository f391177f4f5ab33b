"""What a quoted figure should be where it is a total, a sum of rows or the share of a cell, with verdict and reason."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.finding import Verdict
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IS_MEAN
from looped.checker.placing import OR_BETTER, TOGETHER, Spot
from looped.checker.prose import Entry
from looped.checker.quoting import (
    is_of_kind,
    may_be_slip,
    speaks_of_it,
)
from looped.checker.remarks import Remark, within
from looped.checker.sheets.giving import (
    bases,
    cell_says,
    derived,
    head_base,
    is_value,
    of_columns,
    whole_of,
)
from looped.checker.sheets.naming import alike, label_words
from looped.checker.table_shares import base_of_row

SOME_TIMES = pattern_of(
    r"\b(?:first|last|final|next|past|opening|closing|other) (?:[a-z]+|\d+) "
    r"(?:days|weeks|months|quarters|years|terms)\b",
    re.I,
)
ALTOGETHER = pattern_of(r"\b(?:altogether|in all|in total|a total of|total|between them)\b", re.I)
TOTAL_WORDS = pattern_of(
    r"\b(?:in all|between them|contains?|contained|comprises?|comprised|received|issued|lists?|listed|seen|"
    r"altogether|"
    r"in total|total|overall|across|we (?:noted|found|saw|tested|reviewed|examined|read)|"
    r"there were|"
    r"inspectors|brought|sample|together)\b",
    re.I,
)
# What a figure comes to: the verdict, what is expected and why.
Told = tuple[Verdict, str, str]


def sum_of_rows(remark: Remark, spot: Spot, columns: Sequence[int]) -> Iterator[Told]:
    """Of rows joined together the figure is their sum."""
    sheet = remark.sheet
    if len(columns) != 1:
        return
    figures = [sheet.cells[row][columns[0]] for row in spot.rows]
    if any(each is None for each in figures) or (spot.entry.kind == "share" and sheet.kinds[columns[0]] != "share"):
        return
    total = sum((each.value for each in figures if each), Decimal(0))
    if _is_sum_elsewhere(remark, spot):
        return
    between = re.search(r"\b(?:together|combined|between them|or|altogether|both|in all|taken)\b", remark.text, re.I)
    if (between or spot.grouped) and may_be_slip(total, spot.entry) and (spot.entry.kind != "share" or total <= 100):
        terms = " + ".join(each.text for each in figures if each)
        yield "wrong", str(total), f"{terms} = {total}"


def _is_sum_elsewhere(remark: Remark, spot: Spot) -> bool:
    """ "Ash and Elm account for 13 of the 18 that did not": their sum, and the total, in a column of other words."""
    sheet, entry = remark.sheet, spot.entry
    if not entry.base or entry.kind != "count":
        return False
    for column in range(len(sheet.heads)):
        figures = [sheet.cells[row][column] for row in spot.rows]
        summed = sum(each.count or 0 for each in figures if each)
        if None not in figures and summed == entry.count and whole_of(sheet, column) == entry.base:
            return True
    return False


def with_share(remark: Remark, spot: Spot, row: int, column: int) -> Iterator[Told]:
    """The count is the cell's; its share is that of the cell too."""
    sheet, entry = remark.sheet, spot.entry
    figure = sheet.cells[row][column]
    why = f"{sheet.heads[column]}: {figure.text if figure else ''}"
    if entry.kind != "count" or entry.share is None or entry.base:
        other = base_of_row(remark, spot, row, column)
        yield "wrong" if other else "ok", other, why + other
        return
    wholes = [*bases(sheet, row, column), *(e.count for e in remark.read.entries if e.kind == "count")]
    wholes += [e.base for e in remark.read.entries if e.base]
    printed = [p for at in range(len(sheet.heads)) if (p := sheet.share_at(row, at))]
    near = [Decimal(1).scaleb(-max(p.decimals, 0)) + Decimal(1).scaleb(-entry.share.decimals) for p in printed]
    right = any(fits(entry.count, base, entry.share) for base in wholes if base and base >= entry.count) or any(
        abs(p.value - entry.share.value) <= slack / 2 for p, slack in zip(printed, near, strict=True)
    )
    # Without a row of totals the rows may overlap, and their sum be nobody's base.
    headed = head_base(sheet, column)
    whole = headed or (whole_of(sheet, column) if sheet.total is not None else None)
    if not right and (printed or whole):
        exact = f"{Decimal(entry.count) * 100 / headed:.1f}%" if headed else f"of {whole}"
        expected = f"{printed[0]}" if printed else exact
        yield "wrong", expected, why + f", {expected}"


def in_total(remark: Remark, spot: Spot) -> Iterator[Told]:
    """No row is named: the figure is of the total of the column that is."""
    sheet, entry = remark.sheet, spot.entry
    total = sheet.total
    if total is None:
        yield from _of_parts(remark, spot)
        return
    if -1 in spot.columns or SOME_TIMES.search(remark.text):
        return
    columns = [c for c in spot.columns if is_of_kind(remark, c, entry)]
    wide = within(remark.columns, 0, len(remark.text))
    if entry.kind == "share" and len(wide) == 2 and re.match(r"\s*of (?:the|all)\b", remark.read.text[entry.end :]):
        yield from _ratio(remark, spot, wide)
        return
    if not columns or not speaks_of_it(remark, entry, strict=not entry.base):
        return
    if any(cell_says(sheet, total, c, entry) for c in columns):
        yield "ok", "", f"{sheet.labels[total]}"
        return
    joined = len(columns) > 1 and _joined(remark, columns)
    beside = _is_beside_total(remark, entry, total)
    # Beside another total, under a column that is named, no cell of another column is meant.
    near = columns if beside and len(columns) == 1 else range(len(sheet.heads))
    elsewhere = any(cell_says(sheet, row, c, entry) for row in range(len(sheet.labels)) for c in near)
    if (elsewhere or derived(sheet, (total,), columns, entry)) and not joined:
        return
    if _is_of_rows(remark, entry):
        return  # "348 people" under "People", by which households are counted
    figures = [sheet.cells[total][c] for c in columns]
    summed = sum((each.value for each in figures if each), Decimal(0))
    if (
        entry.kind != "count"
        or None in figures
        or (len(columns) > 1 and not joined)
        or is_value(entry, summed, Decimal(1))
    ):
        return
    if may_be_slip(summed, entry) and (joined or beside or TOTAL_WORDS.search(remark.text)):
        terms = " + ".join(each.text for each in figures if each)
        yield "wrong", str(summed), f"{sheet.labels[total]}: {terms}"


def _is_beside_total(remark: Remark, entry: Entry, total: int) -> bool:
    """Whether another count of the sentence is one of the table's totals."""
    others = [e for e in remark.read.of_sentence(remark.at) if e.start != entry.start and e.kind == "count"]
    columns = range(len(remark.sheet.heads))
    return any(cell_says(remark.sheet, total, c, each) for each in others for c in columns)


def _is_of_rows(remark: Remark, entry: Entry) -> bool:
    """Whether a figure counts what the rows are."""
    noun = label_words(remark.read.text[entry.end : entry.end + 16].split(",")[0])[:1]
    return bool(noun) and any(alike(noun[0], word) for word in label_words(remark.sheet.corner))


def _of_parts(remark: Remark, spot: Spot) -> Iterator[Told]:
    """No row is of sums: what is told altogether is what the parts come to."""
    columns = [c for c in spot.columns if c >= 0 and remark.sheet.kinds[c] == "count"]
    if len(columns) != 1 or len(spot.columns) != 1 or spot.entry.kind != "count" or spot.entry.base:
        return
    whole = whole_of(remark.sheet, columns[0])
    if any(whole_of(remark.sheet, each.at) == spot.entry.value for each in remark.columns):
        return  # "75 beds were occupied" under both
    if (
        whole
        and ALTOGETHER.search(remark.text)
        and not IS_MEAN.search(remark.text)
        and may_be_slip(Decimal(whole), spot.entry)
    ):
        if abs(whole - spot.entry.value) * 4 > whole:
            return  # of something else
        verdict: Verdict = "ok" if whole == spot.entry.value else "wrong"
        yield verdict, str(whole), f"{remark.sheet.heads[columns[0]]} comes to {whole}"


def _joined(remark: Remark, columns: Sequence[int]) -> bool:
    if OR_BETTER.search(remark.text):
        return True
    found = [each for each in remark.columns if each.at in columns]
    return all(TOGETHER.match(remark.text[a.end : b.start]) is not None for a, b in zip(found, found[1:], strict=False))


def _ratio(remark: Remark, spot: Spot, wide: Sequence[int]) -> Iterator[Told]:
    """ "Exceptions were 19% of the items tested": one column's total in the other's."""
    one, other = (whole_of(remark.sheet, column) for column in wide)
    if not one or not other:
        return
    values = [Decimal(min(one, other)) * 100 / max(one, other)]
    right = any(is_value(spot.entry, each, Decimal(0)) for each in values)
    shown = f"{values[0]:.1f}%"
    why = f"{min(one, other)} of {max(one, other)} is {shown}"
    if right or not of_columns(remark.sheet, spot.entry):
        yield "ok" if right else "wrong", shown, why
