"""A share in a marked row, against the base that its note tells in words: another row's, or all but those left out."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import Percent, fits, near, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.rules.sheet_share import Pair, pairs_of
from looped.checker.sheets.around import numbers_in
from looped.checker.sheets.giving import head_base
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.sheet import Sheet, is_total

CODE = "sheet-noted"
MESSAGE = "A share whose row has a note is of the base that the note tells."
_TABLE = "Standards (n = 92)\n\nStandard\tMet\t%\nLetter sent\t46\t50.0\nPills told of*\t47\t"
GOOD = _TABLE + "56.6\n\n* Nine patients without pills are left out of the base."
BAD = _TABLE + "51.1\n\n* Nine patients without pills are left out of the base."

OUT = pattern_of(
    r"\b(?:not (?:counted|included|eligible|in)|left out|excluded|excludes?|excluding|omitted|omits|removed|without|"
    r"taken out|leaves? out|set aside)\b",
    re.I,
)
# "Base: patients with a foot check due", "of those due only".
BASE = pattern_of(
    r"\b(?:base|denominator|percentages?|per cent|share|proportion|percentage)\b\s*(?:is|are|was|were|[:=])?\s*"
    r"(?:taken |worked out |calculated )?(?:of |on |as |only )*(?P<whom>[^.;:\d]{4,80})|"
    r"^\W*(?:[a-z]\W )?(?:of|out of|among|as a (?:share|proportion|percentage) of)\s(?P<whom2>[^.;:\d]{4,80})|"
    r"%\s(?:of|is of|are of)\s(?P<whom3>[^.;:\d]{4,80})",
    re.I,
)
IN_LABEL = pattern_of(r"\((?:% |as % )?(?:of|out of) (?P<whom>[^()\d]{4,60})\)", re.I)
# "Includes four not counted elsewhere."
WITH = pattern_of(r"(?<!not )(?<!be )\binclud(?:es|ing)\b", re.I)
OF_TIME = pattern_of(r"\b(?:week|month|day|visit|year|table|page|after|within|over|under|aged) $", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each share in a row that has a mark, or that tells its base in its label."""
    for placed in context.sheets:
        sheet = placed.sheet
        if sheet.turned or not (any(sheet.marks) or any(map(IN_LABEL.search, sheet.labels))):
            continue
        for pair in _pairs(sheet):
            yield from _judged(sheet, pair)


def _pairs(sheet: Sheet) -> Iterator[Pair]:
    """The counts with their shares: in one cell, or in the one column of counts and the one of shares."""
    for row, cells in enumerate(sheet.cells):
        for column, figure in enumerate(cells):
            if figure and figure.count is not None and figure.share and not figure.base:
                yield Pair(row, column, figure.count, figure.share)
    shares = [at for at, kind in enumerate(sheet.kinds) if kind == "share"]
    several = list(pairs_of(sheet, shares[0])) if len(shares) == 1 else []
    if len(several) == 1:
        yield from several[0]


def _judged(sheet: Sheet, pair: Pair) -> Iterator[Finding]:
    note = sheet.noted(pair.row)
    own = IN_LABEL.search(sheet.labels[pair.row])
    if pair.count <= 0 or (not note and not own) or is_total(sheet.labels[pair.row]):
        return
    if any(n >= pair.count and fits(pair.count, n, pair.share) for n in numbers_in(note)):
        return
    base = _of_row(sheet, pair, own["whom"] if own else _whom(note)) or _of_rest(sheet, pair, note)
    if base and base >= pair.count:
        yield _finding(sheet, pair, base)


def _whom(note: str) -> str:
    found = BASE.search(note)
    return (found["whom"] or found["whom2"] or found["whom3"]) if found else ""


def _of_row(sheet: Sheet, pair: Pair, whom: str) -> int | None:
    """The count of the one other row of which a text has all words."""
    told = label_words(whom)
    found = []
    for row, label in enumerate(sheet.labels):
        words = label_words(label)
        if row != pair.row and words and all(any(alike(word, each) for each in told) for word in words):
            found += [n for n in [_count(sheet, row, pair)] if n]
    return found[0] if len(set(found)) == 1 else None


def _count(sheet: Sheet, row: int, pair: Pair) -> int | None:
    """The count of another row, in the column of a count with its share, else in the one column of counts."""
    if sheet.kinds[pair.column] != "share":
        own = sheet.cells[row][pair.column]
        return own.count if own else None
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "base", "total")]
    own = sheet.cells[row][counted[0]] if len(counted) == 1 else None
    return own.count if own else None


def _of_rest(sheet: Sheet, pair: Pair, note: str) -> int | None:
    """All there were, which the other rows' shares are of, without those whom the note leaves out."""
    out = (
        [e for e in passage(note).entries if e.kind == "count" and not e.base]
        if OUT.search(note) and not WITH.search(note)
        else []
    )
    gone = [each.count for each in out if not OF_TIME.search(each.before)]
    every = {n for at in range(len(sheet.heads)) for n in [head_base(sheet, at)] if n}
    if len(gone) != 1 or len(every) != 1:
        return None
    whole = every.pop()
    others = [each for each in _pairs(sheet) if not sheet.marks[each.row] and each.count]
    if not others or not all(_is_of(each.count, whole, each.share) for each in others) or gone[0] >= whole:
        return None
    return whole - gone[0]


def _is_of(count: int, whole: int, printed: Percent) -> bool:
    return count <= whole and (fits(count, whole, printed) or near(count, whole, printed))


def _finding(sheet: Sheet, pair: Pair, base: int) -> Finding:
    right = fits(pair.count, base, pair.share)
    verdict: Verdict = "ok" if right else "rounding" if near(pair.count, base, pair.share) else "wrong"
    exact = f"{rounded(share(pair.count, base), max(pair.share.decimals, 1))}%"
    why = f"its note makes it {pair.count} of {base}, which is {exact}" + ("" if right else f", not {pair.share}")
    figure = sheet.cells[pair.row][pair.column]
    text = figure.text if figure else str(pair.share)
    slip = f"cell/{sheet.table.title}/{sheet.labels[pair.row]}/{sheet.heads[pair.column]}"
    where = sheet.where(pair.row, pair.column)
    return Finding(CODE, verdict, where, text, str(pair.share), exact, why, slip, "likely")
