"""What rows or columns of a table have together: "Ayr and Oban account for 14 of the 26", "the two went £90 over"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, stems
from looped.checker.remarks import Remark, within
from looped.checker.sheets.giving import head_base, in_thousands, is_value, whole_of
from looped.checker.sheets.naming import Named
from looped.checker.sheets.sheet import NOW, Sheet, in_time, is_time
from looped.checker.some_named import APART, OF_BEFORE, Some, some_named

CODE = "sheet-joined"
MESSAGE = "What two rows of a table are told to have together is what they come to."
_TABLE = "Port | Boats | Late\nAyr | 40 | 9\nOban | 35 | 7\nTroon | 15 | 5\nTotal | 90 | 21\n\n"
GOOD = _TABLE + "Ayr and Oban together account for 16 of the 21 late boats."
BAD = _TABLE + "Ayr and Oban together account for 18 of the 21 late boats."

# Right behind the names, or right before them: of all of them as one.
ACCOUNT = (
    r"(?:accounts?|accounted|accounting) for|(?:make|makes|made|making) up|(?:provide|supply|form|contribute|hold|take)"
    r"(?:d|s|ed)?|made|make|come to|came to|add(?:ed)? up to"
)
AS_ONE = r"(?:taken |added |put )?(?:together|combined|between them|jointly)"
BEHIND = pattern_of(
    rf"[*_)”\"’]{{0,3}},? (?:(?:thus|therefore|now|also|alone|still|then) )?(?:{AS_ONE}\b|(?:{ACCOUNT})\b)", re.I
)
BEFORE = pattern_of(rf"\b{AS_ONE},? (?:with |in )?(?:the )?[*_(“\"’]{{0,3}}$", re.I)
FAR_BEHIND = pattern_of(r"\b(?:between them|together|combined)\b", re.I)
SAID = pattern_of(rf"\b(?:{AS_ONE}|{ACCOUNT})\b", re.I)
# Of another time, of each, of no exact number or of a change.
ASIDE = pattern_of(
    r"\b(?:each|every|apiece|respectively|average\w*|mean|median|per|last (?:year|time|month|quarter)|previous\w*|"
    r"target|would|should|if|not|never|rose|fell|grew|increased|dropped|gained|lost)\b",
    re.I,
)
ROUGH = pattern_of(
    r"\b(?:more than|fewer than|less than|over|under|about|around|nearly|almost|at least|at most|some|roughly|"
    r"another|a further|(?:up|down) from|against|compared (?:with|to)|than|from|the (?:other|remaining)) (?:the )?$",
    re.I,
)
ENDS = pattern_of(r"[;:]|\b(?:against|compared|versus|than|although|though|while|whereas|up from|down from)\b", re.I)
BASED = pattern_of(r"(?:,| and| but) (?:and |but |just |only |for )?$", re.I)
COUNTS = ("count", "both", "total", "base", "change", "mean")
NOUN = pattern_of(r"(?: of (?:the|all|our|its))?(?: (?!over\b|under\b|more\b|less\b)[a-z’'-]{3,}){1,3}", re.I)
FEW, WIDE = 10, Decimal("0.2")


def check(context: Context) -> Iterator[Finding]:
    """Each figure told of several together."""
    for remark, every in some_named(context, SAID):
        told: dict[Entry, list[Some]] = {}
        for some in every:
            for entry in _told(remark, some) if some.how != APART and _are_one(some) else ():
                told.setdefault(entry, []).append(some)
        for entry, own in told.items():
            yield from _judged(entry, own)


def _are_one(some: Some) -> bool:
    """Whether the words about the names say that these are taken together."""
    text, (low, high) = some.remark.text, some.span
    if BEHIND.match(text, high) or BEFORE.search(text[:low]):
        return True
    if some.how == OF_BEFORE and FAR_BEHIND.search(text):
        return True
    figures = [e for e in some.remark.read.of_sentence(some.remark.at) if e.start - some.remark.start >= high]
    behind = figures[0].end - some.remark.start if figures else len(text)
    return bool(FAR_BEHIND.search(text, behind, min(len(text), behind + 40)))


def _told(remark: Remark, some: Some) -> Iterator[Entry]:
    """The first figure behind those spoken of, and those joined to it that are of a whole: "45 of the 120 but 9 of"."""
    low, high = some.span
    last: Entry | None = None
    for entry in remark.read.of_sentence(remark.at):
        place = entry.start - remark.start
        if place < high or ROUGH.search(remark.text[:place]):
            continue
        if ENDS.search(remark.text, high, place) or ASIDE.search(remark.text, low, place):
            return
        if last is None or (entry.base and BASED.search(remark.text[:place])):
            yield entry
        last = entry


def _judged(printed: Entry, every: Sequence[Some]) -> Iterator[Finding]:
    """A figure against what those spoken of come to in each table that has them: right by one is right."""
    amiss: list[Finding] = []
    for some in every:
        entry = in_thousands(some.remark.sheet, printed)
        if any(is_value(entry, value, step) for value, step in _sums(some, entry)):
            yield _finding(some, printed, "ok", "", "")
            return
        if bound := _bound(some, entry):
            amiss.append(_finding(some, printed, "wrong", *bound))
    yield from amiss[:1]


def _sums(some: Some, entry: Entry) -> Iterator[tuple[Decimal, Decimal]]:
    """What they come to in each column, what that leaves of the whole, and what one column leaves of another."""
    sheet = some.sheet
    totals = []
    counted = _counted(some, entry)
    for column in [counted] if counted is not None else range(len(sheet.heads)):
        if entry.kind == "share":
            yield from _shares(some, column)
        elif (total := _sum(sheet, some.at, column)) is not None:
            totals.append(total)
            whole = whole_of(sheet, column)
            yield from ((each, Decimal(1)) for each in (total, -total, *([whole - total] if whole else [])))
    yield from ((abs(a + sign * b), Decimal(1)) for a in totals for b in totals for sign in (1, -1))


def _counted(some: Some, entry: Entry) -> int | None:
    """The column that is named right behind a figure: "40 residents"."""
    high = entry.end - some.remark.start
    behind = [e.at for e in _across(some) if e.whole and e.start == high + 1]
    return behind[0] if len(behind) == 1 and entry.kind == "count" and not entry.base else None


def _sum(sheet: Sheet, rows: Sequence[int], column: int) -> Decimal | None:
    cells = [sheet.cells[row][column] for row in rows]
    if sheet.kinds[column] == "share" or any(each is None or each.unit == "%" for each in cells):
        return None
    return sum((each.value for each in cells if each), Decimal(0))


def _shares(some: Some, column: int) -> Iterator[tuple[Decimal, Decimal]]:
    sheet = some.sheet
    printed = [sheet.share_at(row, column) for row in some.at]
    if all(printed):
        step = Decimal(1).scaleb(-max(each.decimals for each in printed if each))
        yield sum((each.value for each in printed if each), Decimal(0)), step * len(printed)
    total = _sum(sheet, some.at, column)
    for whole in (whole_of(sheet, column), head_base(sheet, column)):
        if total is not None and whole:
            yield total * 100 / whole, Decimal(0)


def _bound(some: Some, entry: Entry) -> tuple[str, str] | None:
    """What is expected, where one column can be meant: its total is told with the figure, or its name, or is near."""
    sheet = some.sheet
    if entry.kind == "share":
        return _bound_share(some, entry)
    sums = {c: total for c in range(len(sheet.heads)) if (total := _sum(sheet, some.at, c)) is not None}
    sums = {c: total for c, total in sums.items() if sheet.kinds[c] in COUNTS}
    based = [c for c in sums if entry.base and whole_of(sheet, c) == entry.base]
    if entry.base and not based:
        return None
    named = [c for c in sums if c in _columns(some)]
    near = (
        [c for c in sums if entry.value >= FEW and _is_near(entry.value, abs(sums[c]))] if _is_of(some, entry) else []
    )
    chosen = based or (named if len(named) == 1 and (entry.kind == "count") else []) or near
    if len(chosen) != 1 or (not based and not _may_be(entry.value, abs(sums[chosen[0]]))):
        return None
    terms = " + ".join(f.text for row in some.at if (f := sheet.cells[row][chosen[0]]))
    return f"{sums[chosen[0]]}", f"{sheet.heads[chosen[0]]}: {terms} = {sums[chosen[0]]}"


def _is_of(some: Some, entry: Entry) -> bool:
    """Whether what stands right behind a figure names no other thing than the table tells of."""
    noun = NOUN.match(some.remark.text, entry.end - some.remark.start)
    sheet = some.remark.sheet
    words = stems(f"{sheet.caption} {sheet.corner} {' '.join(sheet.heads)} {sheet.table.section}")
    return noun is None or not stems(noun.group()) or bool(stems(noun.group()) & words)


def _bound_share(some: Some, entry: Entry) -> tuple[str, str] | None:
    """The sum of shares of the one column, or of the one whose sum is near."""
    sheet = some.sheet
    found = {c: next(_shares(some, c), None) for c in range(len(sheet.heads)) if sheet.kinds[c] in ("share", "both")}
    sums = {c: each[0] for c, each in found.items() if each and each[0] <= 100}
    near = _latest(some, [c for c, total in sums.items() if _is_near(entry.value, total)])
    named = [c for c in near if c in _columns(some)]
    chosen = near if len(near) == 1 else named
    if len(chosen) != 1:
        return None
    return f"{sums[chosen[0]]}%", f"{sheet.heads[chosen[0]]}: together {sums[chosen[0]]}%"


def _columns(some: Some) -> list[int]:
    """The other side's names in the sentence."""
    return within(_across(some), 0, len(some.remark.text))


def _across(some: Some) -> list[Named]:
    of_rows = some.sheet.turned == some.remark.sheet.turned
    return some.remark.columns if of_rows else some.remark.rows


def _latest(some: Some, columns: Sequence[int]) -> list[int]:
    """Of several times the last."""
    heads = tuple(some.sheet.heads[at] for at in columns)
    now = [at for at, head in zip(columns, heads, strict=True) if NOW.match(head)]
    if len(columns) > 1 and len(now) == 1:
        return now
    return in_time(some.sheet, columns)[-1:] if len(columns) > 1 and is_time(heads) else list(columns)


def _is_near(stated: Decimal, exact: Decimal) -> bool:
    return is_slip(stated, exact) or abs(stated - exact) <= WIDE * exact


def _may_be(stated: Decimal, exact: Decimal) -> bool:
    """Whether a figure is so near another that it can be meant for it."""
    return exact > 0 and max(stated, exact) <= 2 * min(stated, exact)


def _finding(some: Some, entry: Entry, verdict: Verdict, expected: str, why: str) -> Finding:
    remark = some.remark
    return remark.finding(CODE, verdict, (entry.start - remark.start, entry.end - remark.start), expected, why)
