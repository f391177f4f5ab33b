"""Totals over rows and columns: with subtotals, rows that are within others, and what is left of those who began."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.counted_again import counted_again
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import ASIDE, grid_of
from looped.checker.numbers import slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.quantities import printed
from looped.checker.remarks import is_kind
from looped.checker.sheets.blocks import blocks_of
from looped.checker.sheets.figures import Figure
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import SUBTOTAL, WITHIN, Sheet, is_total, turned
from looped.checker.sheets.workings import is_near
from looped.checker.tabled import NO_SUM, is_no_sum

CODE = "sheet-sum"
MESSAGE = "A total is the sum of its parts, and what is left is what there was without those who went."
GOOD = "Stage | Group A | Group B\nEnrolled | 80 | 84\nWithdrew | 6 | 9\nAnalysed | 74 | 75"
BAD = "Stage | Group A | Group B\nEnrolled | 80 | 84\nWithdrew | 6 | 9\nAnalysed | 74 | 78"

OF_THESE = pattern_of(rf"\W*(?:of (?:{WHICH})|thereof)\b", re.I)
GONE = pattern_of(
    r"\b(?:lost|withdrew|withdrawn|withdraw\w*|died|deaths?|excluded|exclusions?|declined|dropp?ed|discontinued|"
    r"left|moved|closed|cancelled|ineligible|missing|removed|less|minus|spoilt|blank|invalid|duplicates?|refused|"
    r"transferred|not (?:eligible|completed|followed|available)|did not|failed to|no longer)\b",
    re.I,
)
LEFT = pattern_of(
    r"\b(?:analy[sz]ed|analysis|remain\w*|included|completed|completers|final|evaluable|assessed|left|valid|usable|"
    r"end|followed|closing|net|eligible|retained|carried forward|available)\b",
    re.I,
)


SURE = pattern_of(r"\btotals?\b|\bsum\b|\bin all$|\baltogether\b|^together$", re.I)
OF_WHICH = pattern_of(r"\W*of (?:which|whom|these)\b", re.I)
# "Net: top two", "Bottom two": what two rows of a scale make.
NET_OF = pattern_of(r"^net: |^(?:net\W+)?(?:top|bottom)[ -](?:two|three|2|3)\b", re.I)
LEAST = FEWEST = 2
NIL = re.compile(r"[-–—]|nil|none", re.I)
DASH_IS = pattern_of(
    r"[-–—][”’'\"]? ?(?:=|:|is|means|denotes|indicates|stands|for)|\bdash\w*|\bsuppress\w*|\bwithheld\b|"
    r"\bnot (?:shown|known|recorded|available)\b|\bfewer than\b",
    re.I,
)
TICKED = pattern_of(r"\b(?:tick|all that apply|more than one|several|any that apply|multiple)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each table both ways round."""
    for placed in context.sheets:
        sheet = placed.sheet
        yield from _in_blocks(sheet) if blocks_of(sheet) else _downwards(sheet)
        yield from _further(sheet)
        yield from _left(sheet)
        yield from _hundreds(sheet)
        yield from _of_these(sheet)
        across = turned(sheet)
        if across is not None:
            yield from _downwards(across)
    for sheet, row in counted_again(context):
        yield from _without(sheet, row)


def _without(sheet: Sheet, again: int) -> Iterator[Finding]:
    """A total that takes in a row that is counted in the others already."""
    last = sheet.total
    rows = [row for row in range(last or 0) if row != again and not SUBTOTAL.search(sheet.labels[row])]
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "total", "both", "base")]
    told = {at: sum(_value(sheet, row, at) for row in rows) for at in counted if _all_there(sheet, rows, at)}
    wholes = {at: _value(sheet, last, at) for at in told if last is not None and len(rows) > 1}
    # Where another column fits without it this one must as well.
    fits = any(whole == told[at] for at, whole in wholes.items())
    for at, whole in wholes.items():
        own = _value(sheet, again, at)
        if last is not None and own and whole != told[at] and (fits or whole == told[at] + own):
            yield _finding(sheet, at, last, rows, Decimal(told[at]), "wrong")


def _in_blocks(sheet: Sheet) -> Iterator[Finding]:
    """Each block of rows that makes the total: so does every other, and each in every column."""
    total = sheet.total or 0
    for column, kind in enumerate(sheet.kinds):
        whole = sheet.cells[total][column]
        for rows in blocks_of(sheet) if whole and kind in ("count", "both", "total", "base") else ():
            if whole and _all_there(sheet, rows, column):
                summed = sum((_value(sheet, row, column) for row in rows), Decimal(0))
                yield _finding(sheet, column, total, rows, summed, "ok" if summed == whole.value else "wrong")


def _downwards(sheet: Sheet) -> Iterator[Finding]:
    total = sheet.total
    if total is None or not any(sheet.heads) or _is_no_sum(sheet, total):
        return
    for column, head in enumerate(sheet.heads):
        if (is_no_sum(head) if sheet.kinds[column] == "both" else NO_SUM.search(head)) or sheet.kinds[column] in (
            "share",
            "mean",
            "words",
            "target",
        ):
            continue
        whole = sheet.cells[total][column]
        nil = _nil(sheet, total, column)
        ways = [rows for rows in _ways(sheet, total) if _all_there(sheet, [r for r in rows if r not in nil], column)]
        signed = any(text.strip().startswith(("+", "−", "-", "–")) for text in (each[column] for each in sheet.texts))
        if whole and signed and {"share", "mean"} & set(sheet.kinds) and _is_of_points(sheet, column):
            continue  # by how many points a share or a mean has moved
        if whole is None or whole.unit == "%" or not ways or not _is_sum(sheet, column, total, ways):
            continue
        ways += _with_those_above(sheet, total, column)
        sums = [(sum((_value(sheet, row, column) for row in rows), Decimal(0)), rows) for rows in ways]
        right = next((each for each in sums if abs(each[0] - whole.value) <= _slack(whole, len(each[1]))), None)
        summed, rows = right or sums[0]
        # What there was at the start or at the end: the total repeats its first or its last part.
        if not right and whole.value in (_value(sheet, rows[0], column), _value(sheet, rows[-1], column)):
            continue
        yield _finding(sheet, column, total, rows, summed, "ok" if right else "wrong")
        yield from _subtotals(sheet, column, total)


def _nil(sheet: Sheet, total: int, column: int) -> frozenset[int]:
    """The rows with a dash for none, where the sum of one of them bears out that it is none, or another column does."""
    dashes = [
        (row, at)
        for row in range(total)
        for at in range(len(sheet.heads))
        if NIL.fullmatch(sheet.texts[row][at].strip())
    ]
    own = frozenset(row for row, at in dashes if at == column)
    if not own or DASH_IS.search(" ".join((sheet.caption, *sheet.notes))):
        return frozenset()
    whole = sheet.total_column
    across = [
        sum(each.value for at, each in enumerate(sheet.cells[row]) if each and at != whole) == _value(sheet, row, whole)
        for row, _ in dashes
        if whole is not None and all(kind in ("count", "total") for kind in sheet.kinds)
    ]
    down = [
        sum(_value(sheet, row, at) for row in range(total)) == _value(sheet, total, at)
        for at in {at for _, at in dashes} - {column}
    ]
    return own if any(across) or any(down) else frozenset()


def _is_of_points(sheet: Sheet, column: int) -> bool:
    """Whether a column tells how far shares or means are apart: in decimals, or said to, or no figure beyond theirs."""
    figures = [each[column] for each in sheet.cells if each[column]]
    beside = [at for at, kind in enumerate(sheet.kinds) if kind in ("share", "mean")]
    most = max(abs(each.value) for row in sheet.cells for at in beside if (each := row[at]))
    return sheet.kinds[column] == "change" and all(abs(each.value) <= most for each in figures if each)


def _with_those_above(sheet: Sheet, total: int, column: int) -> list[tuple[int, ...]]:
    """A row that is all of those above it, with the rows behind it: "All graded" and "Not graded" make the total."""
    values = [_value(sheet, row, column) for row in range(total)]
    return [
        tuple(range(row, total))
        for row in range(LEAST, total - 1)
        if values[row] and values[row] == sum(values[:row], Decimal(0)) and all(values[row + 1 :])
    ]


def _hundreds(sheet: Sheet) -> Iterator[Finding]:
    """A row with a share of a hundred, over rows for those whose share nobody knows: what the rows above it make."""
    for column in range(1, len(sheet.heads)):
        shares = [part.value if (part := sheet.share_at(row, column)) else None for row in range(len(sheet.labels))]
        row = next((at for at, each in enumerate(shares) if each == 100), 0)
        above = range(row)
        if row < LEAST or row in (sheet.total, len(shares) - 1) or any(shares[row + 1 :]) or None in shares[:row]:
            continue
        counts = [f.count for at in (*above, row) if (f := sheet.cells[at][column - 1]) and f.count is not None]
        filled = sum((each for each in shares[:row] if each is not None), Decimal(0))
        if len(counts) == row + 1 and abs(filled - 100) <= row and sheet.kinds[column - 1] in ("count", "base"):
            *parts, whole = counts
            verdict: Verdict = "ok" if sum(parts) == whole else "wrong"
            why = f"{' + '.join(map(str, parts))} = {sum(parts)}, against {whole}"
            yield _told(sheet, column - 1, row, str(whole), str(sum(parts)), why, verdict)
            yield from _with_others(sheet, column - 1, row, whole)


def _with_others(sheet: Sheet, column: int, row: int, known: int) -> Iterator[Finding]:
    """The total behind such a row: those known, and the rows between of those who aren't."""
    last = sheet.total
    others = [sheet.cells[at][column] for at in range(row + 1, last or 0)]
    total = sheet.cells[last][column] if last is not None else None
    if total is None or total.count is None or not others or any(each is None or each.count is None for each in others):
        return
    summed = known + sum(each.count or 0 for each in others if each)
    verdict: Verdict = "ok" if summed == total.count else "wrong"
    terms = " + ".join(each.text for each in others if each)
    why = f"{known} + {terms} = {summed}, against {total.count}"
    yield _told(sheet, column, last or 0, total.text, str(summed), why, verdict)


def _ways(sheet: Sheet, total: int) -> list[tuple[int, ...]]:
    """The rows that may make the total: those that aren't subtotals, or the subtotals alone."""
    above = [row for row in range(total) if any(sheet.texts[row])]
    if any(re.search(r"\d\s*$", sheet.labels[row]) for row in range(total) if row not in above):
        return []  # a figure that was read into a label
    labels = sheet.labels
    subtotals = tuple(
        row for row in above if any(each.search(labels[row]) for each in (SUBTOTAL, NET_OF)) or is_total(labels[row])
    )
    parts = tuple(row for row in above if row not in subtotals and not WITHIN.search(sheet.labels[row]))
    every = tuple(row for row in above if row not in subtotals)
    grid = None if sheet.turned else grid_of(sheet.table)
    seen = grid.parts if grid and grid.total == total else ()
    # "Of which replied online" counts some of them again: a total doesn't take it in.
    again = any(OF_WHICH.match(sheet.labels[row]) for row in above)
    ways = [
        parts,
        parts if again else every,
        tuple(row for row in parts if not ASIDE.search(sheet.labels[row])),
        seen,
        (*subtotals, *[row for row in parts if subtotals and row > subtotals[-1]]),
    ]
    return [rows for rows in dict.fromkeys(ways) if len(rows) > 1]


def _all_there(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    return all(sheet.cells[row][column] is not None for row in rows)


def _value(sheet: Sheet, row: int, column: int) -> Decimal:
    figure = sheet.cells[row][column]
    return figure.value if figure else Decimal(0)


def _slack(whole: Figure, number: int) -> Decimal:
    """Whole counts add up exactly; rounded amounts miss by half a digit each."""
    return whole.step * (number + 1) / 2 if whole.step != 1 or whole.unit == "£" else Decimal(0)


def _is_sum(sheet: Sheet, column: int, total: int, ways: Sequence[Sequence[int]]) -> bool:
    """Whether a row heads sums: it does in another column, or it is near one and above every part."""
    label = sheet.labels[total]
    # Several answers each: they make more than those who gave them.
    if TICKED.search(f"{sheet.texts_before} {sheet.table.title} {' '.join(sheet.notes)}"):
        return False
    all_of = re.match(r"all (?:the )?(.+)$", label, re.I)
    sure = bool(SURE.search(label)) or bool(all_of and _names_all(sheet, all_of[1]))
    whole = _value(sheet, total, column)
    if sure or _fits_beside(sheet, column, total, ways):
        return True
    largest = max(_value(sheet, row, column) for row in ways[0])
    summed = sum((_value(sheet, row, column) for row in ways[0]), Decimal(0))
    slip = slips(int(whole), int(summed))
    close = bool(summed) and (abs(whole - summed) * 4 <= summed or slip)
    # Several columns and none of them a sum: rows that have some in common.
    alone = _columns_fit(sheet, total, ways[0]) != 0
    return whole >= largest and close and alone and (len(ways[0]) > FEWEST or slip)


def _is_no_sum(sheet: Sheet, total: int) -> bool:
    """ "Total mortality", "total no. of events": less than a part or far from the sum in each of several columns."""
    columns = [
        at
        for at, kind in enumerate(sheet.kinds)
        if kind not in ("share", "mean", "words", "target")
        and (figure := sheet.cells[total][at])
        and figure.unit != "%"
    ]
    rows = [row for row in range(total) if not SUBTOTAL.search(sheet.labels[row])]
    parts = {at: [f.value for row in rows if (f := sheet.cells[row][at])] for at in columns}
    if len(columns) < FEWEST or not all(len(each) > 1 for each in parts.values()):
        return False
    wholes = {at: _value(sheet, total, at) for at in columns}
    return all(wholes[at] < max(each) and abs(sum(each) - wholes[at]) * 4 > sum(each) for at, each in parts.items())


def _columns_fit(sheet: Sheet, total: int, rows: Sequence[int]) -> int | None:
    """How many columns of counts add up; None where there is but one."""
    counts = [at for at in range(len(sheet.heads)) if sheet.kinds[at] == "count" and _all_there(sheet, rows, at)]
    sums = [sum(_value(sheet, row, at) for row in rows) == _value(sheet, total, at) for at in counts]
    return sum(sums) if len(counts) > 1 else None


def _fits_beside(sheet: Sheet, column: int, total: int, ways: Sequence[Sequence[int]]) -> bool:
    """Whether the row is the sum of those above in two other columns."""
    others = [
        at
        for at in range(len(sheet.heads))
        if at != column and (figure := sheet.cells[total][at]) and figure.count and _all_there(sheet, ways[0], at)
    ]
    return sum(_value(sheet, total, at) == sum(_value(sheet, row, at) for row in ways[0]) for at in others) > 1


def _names_all(sheet: Sheet, noun: str) -> bool:
    """Whether a noun is what the rows are, or what a column counts: "All visits" under "Visits"."""
    heads = [word for head in sheet.heads for word in label_words(head)]
    return is_kind(sheet, noun) or any(alike(each.plain, word) for each in tokens_of(noun) for word in heads)


def _subtotals(sheet: Sheet, column: int, total: int) -> Iterator[Finding]:
    """Each subtotal with the rows between it and the one before."""
    begun = 0
    for row in range(total):
        if not SUBTOTAL.search(sheet.labels[row]):
            continue
        rows = tuple(at for at in range(begun, row) if not WITHIN.search(sheet.labels[at]) and any(sheet.texts[at]))
        begun = row + 1
        whole = sheet.cells[row][column]
        if len(rows) > 1 and whole is not None and _all_there(sheet, rows, column):
            summed = sum((_value(sheet, at, column) for at in rows), Decimal(0))
            right = abs(summed - whole.value) <= _slack(whole, len(rows))
            yield _finding(sheet, column, row, rows, summed, "ok" if right else "wrong")


def _further(sheet: Sheet) -> Iterator[Finding]:
    """Each total behind the first, with the rows between: "Total income", and then "Total spending"."""
    begun = len(sheet.labels) if sheet.total is None else sheet.total + 1
    for row in range(begun, len(sheet.labels)):
        if not is_total(sheet.labels[row]):
            continue
        rows = tuple(at for at in range(begun, row) if not WITHIN.search(sheet.labels[at]) and any(sheet.texts[at]))
        begun = row + 1
        for column, kind in enumerate(sheet.kinds):
            whole = sheet.cells[row][column]
            if kind not in ("count", "total", "base") or len(rows) < FEWEST or whole is None:
                continue
            summed = sum((_value(sheet, at, column) for at in rows), Decimal(0))
            before = _value(sheet, sheet.total or 0, column)
            right = abs(summed - whole.value) <= _slack(whole, len(rows))
            if not _all_there(sheet, rows, column) or whole.value in (summed + before, before - summed):
                continue
            if right or is_near(whole.value, summed):
                yield _finding(sheet, column, row, rows, summed, "ok" if right else "wrong")


def _of_these(sheet: Sheet) -> Iterator[Finding]:
    """A column "of these" holds no more than the one that it is of."""
    for column in range(1, len(sheet.heads)):
        if not OF_THESE.match(sheet.heads[column]) or "%" in sheet.heads[column]:
            continue
        for row in range(len(sheet.labels)):
            whole, part = sheet.cells[row][column - 1], sheet.cells[row][column]
            if whole is None or part is None or whole.count is None or part.count is None:
                continue
            verdict: Verdict = "ok" if part.count <= whole.count else "wrong"
            why = f"{part.count} of {whole.count}"
            yield _told(sheet, column, row, str(part.count), f"at most {whole.count}", why, verdict)


def _left(sheet: Sheet) -> Iterator[Finding]:
    """Those who began without those who went are those who are left, in every column."""
    last = len(sheet.labels) - 1
    middle = range(1, last)
    if last < 2 or not LEFT.search(sheet.labels[last]) or not all(GONE.search(sheet.labels[row]) for row in middle):
        return
    if GONE.search(sheet.labels[0]):
        return
    for column in range(len(sheet.heads)):
        figures = [row[column] for row in sheet.cells]
        if any(each is None or each.count is None for each in figures):
            continue
        counts = [each.count or 0 for each in figures if each]
        rest = counts[0] - sum(counts[1:last])
        if rest < 0:
            continue
        verdict: Verdict = "ok" if rest == counts[last] else "wrong"
        why = f"{counts[0]} less {' and '.join(map(str, counts[1:last]))} is {rest}, printed as {counts[last]}"
        yield _told(sheet, column, last, str(counts[last]), str(rest), why, verdict)


def _finding(sheet: Sheet, column: int, total: int, rows: Sequence[int], summed: Decimal, verdict: Verdict) -> Finding:
    terms = " + ".join(figure.text for row in rows for figure in [sheet.cells[row][column]] if figure)
    stated = sheet.cells[total][column]
    text = stated.text if stated else ""
    return _told(sheet, column, total, text, printed(summed), f"{terms} = {printed(summed)}, against {text}", verdict)


def _told(sheet: Sheet, column: int, row: int, stated: str, expected: str, why: str, verdict: Verdict) -> Finding:
    slip = f"column/{sheet.table.title}/{sheet.heads[column]}"
    return Finding(CODE, verdict, sheet.where(row, column), stated, stated, expected, why, slip, "likely")
