"""By how much a row moved between times, and from and to what, in whatever words: "26 more than the year before"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.going import times_of
from looped.checker.numbers import WORDS, whole
from looped.checker.other_subject import is_of_the_next
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MONTHS
from looped.checker.remarks import OF_CHANGES, Remark, by_statement, lies, value, within
from looped.checker.saying import OF_A_FRACTION
from looped.checker.sheets.naming import Named, alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet
from looped.checker.sheets.then_now import in_two_times

CODE = "sheet-steps"
MESSAGE = "By how much something moved, and from what, is what two times in the table give."
GOOD = "Item\t2021\t2022\t2023\nLetters\t40\t82\t90\nCalls\t60\t45\t31\n\nIn 2023 letters were 8 above the year before."
BAD = "Item\t2021\t2022\t2023\nLetters\t40\t82\t90\nCalls\t60\t45\t31\n\nIn 2023 letters were 18 above the year before."

N = (
    rf"(?P<{{}}>\d{{{{1,3}}}}(?:,\d{{{{3}}}})+|\d+(?:\.\d+)?|{WORDS})(?![\d,]*\d)"
    r"(?P<{}>\s?%|\s?per ?cent(?!age)|[ -](?:percentage[ -])?points?|\s?pp\b)?"
)
UNIT = r"(?: [a-z-]+){0,2}?"
GAP = pattern_of(
    rf"\b(?:by|difference of|gap of|change of|(?:increase|rise|growth|gain|fall|drop|decrease|reduction|decline) of|"
    rf"(?<!made )(?<!make )(?<!makes )(?<!making )(?:up|down)(?: by)?) "
    rf"(?:just |only |some |a total of )?{N.format('a', 'ua')}(?! (?:to|in|out of)\b)|"
    rf"(?<![\d.,£])\b{N.format('b', 'ub')}{UNIT} (?:more|fewer|less|higher|lower|above|below|up|down)"
    rf"(?= (?:than |on |from |the )?(?:in|at|on|for|the|a|last|its|their|than|where|when|what)\b)",
    re.I,
)
# "Above where it began": from the first time to the last.
BEGAN = pattern_of(
    r"\b(?:above|below|than|up on|down on) (?:(?:where|when|what) (?:it|they|we|the [a-z]+) (?:had )?(?:beg[au]n|"
    r"started|"
    r"(?:was|were|stood) at (?:first|the (?:start|outset|beginning)))|at (?:first|the (?:start|outset|beginning)))\b",
    re.I,
)
FROM = pattern_of(
    rf"\b(?:up|down|rose|risen|fell|fallen|increased|decreased|dropped|grew|went|moved|climbed|declined|improved|"
    rf"slipped|compared|against|a rise|a fall|a drop|an increase)\b(?: [a-z]+){{0,2}}? (?:from|with) "
    rf"{N.format('c', 'uc')}",
    re.I,
)
LOOSE = pattern_of(
    r"\b(?:about|around|nearly|almost|over|under|more than|less than|at least|up to|some|roughly|target|plan(?:ned)?|"
    r"budget|expected|average|forecast|times)\b",
    re.I,
)
SUPPOSED = pattern_of(r"\b(?:would|could|should|might|if|hoped|wanted|aimed|to (?:show|detect|tell|reach))\b", re.I)
BETWEEN, AND = pattern_of(r"\bbetween (?:the )?$", re.I), pattern_of(r" and (?:the )?", re.I)
FROM_TIME, TO = pattern_of(r"\bfrom (?:the )?$", re.I), pattern_of(r" (?:to|until) (?:the )?", re.I)
TOTAL = pattern_of(r"\b(?:total|overall|altogether|all|combined)\b", re.I)
TIMES = pattern_of(
    rf"^\s*(?:(?:{MONTHS})\b|years?|months?|weeks?|days?|hours?|times|minutes?|to\b|in\b|out of\b|"
    r"s? ?(?:or|is|may|can|could|would|will|either)\b)",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such size in a sentence that names one row of a table of times, or the total."""
    return by_statement(context, _of, GAP, FROM)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet if times_of(remark.sheet) else lies(remark.sheet)
    times = times_of(sheet)
    # Where two sizes are told each is of another row.
    if len(times) < 2 and len(GAP.findall(remark.text)) < 2:
        for each in in_two_times(remark.sheet):
            if times_of(each):
                yield from _of(replace(remark, sheet=each))
    if len(times) < 2 or remark.is_of_other_figures or SUPPOSED.search(remark.text) or OF_CHANGES.search(remark.text):
        return
    row = subject(remark, sheet)
    if row is None:
        return
    named = remark.columns if sheet is remark.sheet else remark.rows
    ends = _from_to(remark, [each for each in named if each.at in times])
    if not ends and BEGAN.search(remark.text):
        ends = [times[0], times[-1]]
    kinds = sheet.kinds if sheet is remark.sheet else remark.sheet.kinds[row : row + 1]
    shares = all(kind in ("share", "change", "total") for kind in kinds)
    # Of counts nothing is told in points: another column is meant, and not these two figures.
    ends = ends if shares or "point" not in remark.text else []
    series = _series(sheet, row, ends or times)
    # "Missed by 5 and exceeded by 7": between the row and the target's.
    others = [(by, list(own)) for at in times for by in ("share", "count") if len(own := _down(sheet, at, by)) > 1]
    others += [each for at in _beside(remark, sheet, row) for each in _series(sheet, at, times)]
    names = [each.start for each in (remark.rows if sheet is remark.sheet else remark.columns)]
    for found in [*GAP.finditer(remark.text), *FROM.finditer(remark.text)]:
        if is_of_the_next(remark.text, found.end(), names) or OF_A_FRACTION.match(remark.text, found.end()):
            continue
        if "point" in found.group() and not shares and sheet is not remark.sheet and "share" in remark.sheet.kinds:
            continue  # the column of shares is meant
        told = _told(remark, found, series, shares)
        if told:
            right, expected = told
            if not right and (other := _told(remark, found, others, shares)) and other[0]:
                continue
            if (
                not right
                and not (ends and (shares or "point" not in found.group()))
                and "c" not in found.groupdict()
                and _lies_between(sheet, row, found)
            ):
                continue
            verdict: Verdict = "ok" if right else "wrong"
            figures = ", ".join(f"{sheet.heads[at]} {c.text}" for at in times if (c := sheet.cells[row][at]))
            yield remark.finding(CODE, verdict, found.span(), expected, figures, sheet.labels[row])


def subject(remark: Remark, sheet: Sheet) -> int | None:
    """The one row that the sentence names, or the total that it says; the only row there is."""
    names = remark.rows if sheet is remark.sheet else remark.columns
    rows = within(names, 0, len(remark.text))
    if len(rows) == 1:
        return rows[0]
    if rows:
        return None
    if sheet.total is not None and TOTAL.search(remark.text):
        return sheet.total
    return sheet.parts[0] if len(sheet.parts) == 1 and sheet.total is None else None


def _from_to(remark: Remark, named: list[Named]) -> list[int]:
    """ "Between 2018 and 2021", "from May to July": the two times, where no other is named."""
    if len(named) != 2 or named[0].at == named[1].at:
        return []
    first, last = named
    lead, middle = remark.text[: first.start], remark.text[first.end : last.start]
    joined = BETWEEN.search(lead) and AND.fullmatch(middle) or FROM_TIME.search(lead) and TO.fullmatch(middle)
    return sorted((first.at, last.at)) if joined else []


def _series(sheet: Sheet, row: int, times: list[int]) -> list[tuple[str, list[Decimal]]]:
    """What a row has at each time, by share and by number, where nothing is missing."""
    figures = {by: [value(sheet, row, at, by) for at in times] for by in ("share", "count")}
    return [(by, [v for v in own if v is not None]) for by, own in figures.items() if None not in own]


def _down(sheet: Sheet, column: int, by: str) -> list[Decimal]:
    """What all rows have at a time."""
    return [v for at in range(len(sheet.labels)) if (v := value(sheet, at, column, by)) is not None]


def _beside(remark: Remark, sheet: Sheet, row: int) -> list[int]:
    """Other rows that may be meant: they have a word of the sentence in their labels."""
    said = [each.plain for each in tokens_of(remark.text) if len(each.plain) > 3]
    labels = [label_words(label) for label in sheet.labels]
    return [at for at, own in enumerate(labels) if at != row and any(alike(w, o) for w in own for o in said)]


def _told(
    remark: Remark, found: re.Match[str], series: list[tuple[str, list[Decimal]]], shares: bool
) -> tuple[bool, str] | None:
    """Whether a size is that between some two times, and the nearest to it; None where nothing can be said."""
    groups = found.groupdict()
    text = groups.get("a") or groups.get("b") or groups.get("c") or ""
    unit = groups.get("ua") or groups.get("ub") or groups.get("uc") or ""
    lead = remark.text[max(0, found.start() - 14) : found.start()]
    end = max(found.end(name) for name in groups if groups[name])
    if LOOSE.search(lead + found.group()) or TIMES.match(remark.text[end:]):
        return None
    stated = Decimal(text.replace(",", "")) if text[0].isdigit() else Decimal(whole(text) or 0)
    if not unit and not any(by == "count" for by, _ in series) or (not unit and shares):
        return None  # a number, and the row's figures are shares
    if groups.get("c"):
        values = [each for by, known in series for each in known if (by == "share") == bool(unit) or not unit]
    else:
        values = list(_gaps(series, unit))
    if not values or not stated:
        return None
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    slack = step if unit and not groups.get("c") else Decimal(0)
    right = any(abs(each - stated) <= slack for each in values)
    if (
        not right
        and not unit
        and any(abs(abs(b - a) - stated) <= 1 for by, own in series for a, b in combinations(own, 2) if by == "share")
    ):
        return None  # "slipped by two": its share did
    nearest = min(values, key=lambda each: abs(each - stated))
    # Of quite another size it is of something else.
    if not right and not (nearest and Decimal("0.2") < stated / nearest < 5):
        return None
    return right, f"{nearest:.4g}"


def _lies_between(sheet: Sheet, row: int, found: re.Match[str]) -> bool:
    """Whether two figures of the row, or one of them and another of its column, are as far apart: "8 below target"."""
    groups = found.groupdict()
    text = (groups.get("a") or groups.get("b") or "").replace(",", "")
    stated = Decimal(text) if text[:1].isdigit() else Decimal(whole(text) or 0)
    own = [figure.value for figure in sheet.cells[row] if figure]
    pairs = [*combinations(own, 2)]
    for at, figure in enumerate(sheet.cells[row]):
        pairs += [(figure.value, other.value) for each in sheet.cells if figure and (other := each[at])]
    return any(abs(a - b) == stated for a, b in pairs)


def _gaps(series: list[tuple[str, list[Decimal]]], unit: str) -> Iterator[Decimal]:
    """How far any two times are apart: in number, in points, in per cent."""
    for by, known in series:
        for then, now in combinations(known, 2):
            if unit or by == "count" or len(series) == 1:
                yield abs(now - then)
            if unit and "point" not in unit and "pp" not in unit and then:
                yield abs(now - then) * 100 / then
                if now:
                    yield abs(now - then) * 100 / now
