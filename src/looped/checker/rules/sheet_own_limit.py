"""A row that a sentence says is over or under its own limit, or met its target, against the two figures of the row."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.bounds import limit_columns
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING, Remark, by_statement, value, within
from looped.checker.sheets.naming import named_in
from looped.checker.sheets.sheet import Sheet
from looped.checker.worth import DURATIONS

CODE = "sheet-own-limit"
MESSAGE = "A row said to be over its limit, or to have met its target, has a figure that is."
GOOD = "Gas\tLimit\tMeasured\nOzone\t100\t38\nBenzene\t5\t7\nXylene\t50\t12\n\nBenzene was above its limit."
BAD = "Gas\tLimit\tMeasured\nOzone\t100\t38\nBenzene\t5\t7\nXylene\t50\t12\n\nOzone was above its limit."

THING = (
    r"(?:(?:the|its|their|that|this|own|agreed|national|local|legal|exposure|set|permitted|required|individual) )*"
    r"(?:limits?|targets?|standards?|thresholds?|maximum|minimum|ceilings?|benchmarks?|goals?|guideline(?: value)?s?|"
    r"tolerances?)\b"
)
NO = r"(?P<{0}>not |n[’']t |never |failed to |fails to |without )?(?:yet |quite |being |been |be )*"
SAID = pattern_of(
    rf"\b{NO.format('no')}(?:(?P<above>above|over|exceed(?:ed|s|ing)?|in excess of|beyond|higher than|more than)|"
    rf"(?P<below>below|under|short of|lower than|less than)|(?P<met>met|meets?|meeting|reach(?:ed|"
    rf"es)?|achiev(?:ed?|es)|hit|"
    rf"attain(?:ed|s)?|within|compl(?:ied|ies) with|kept (?:to|within)|pass(?:ed|es)?)|"
    rf"(?P<missed>miss(?:ed|es)|breach(?:ed|es)?|broke|fail(?:ed|s)))(?: to)? {THING}",
    re.I,
)
# It is said of a time before, of what would be, of some of them, or of how far.
ASIDE = pattern_of(
    r"\b(?:last (?:year|time|month|quarter)|previous\w*|earlier|if|whether|would|should|must|until|than last|"
    r"apart from|except\w*|other than|all but|only|alone|neither|none|nor|both|all|each|every|no "
    r"\w+|nearly|almost|average|"
    r"in (?:19|20)\d\d|two|three|four|five|six|seven|eight|nine)\b",
    re.I,
)
CUT = pattern_of(r"[;](?=\s)|, (?:and|but|while|whereas|although|though)\b|\b(?:while|whereas|but|although)\b", re.I)
DOES_NOT = pattern_of(r"\b(?:did|was|were|has|had|have|does|do|is|are) not\s*(?:[.;,)]|$)", re.I)
LOWER = pattern_of(rf"\b(?:{DURATIONS}|weeks?|wait\w*|time|cost\w*|spend\w*|budget|limit|maximum|ceiling|cap)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such clause that names one row or more of a table with one column of limits."""
    return by_statement(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    limits = limit_columns(sheet)
    if len(limits) != 1 or ASIDE.search(remark.text):
        return
    (column, least), *_ = limits.items()
    cuts = [0, *(each.end() for each in CUT.finditer(remark.text)), len(remark.text)]
    for found in SAID.finditer(remark.text):
        low = max(each for each in cuts if each <= found.start())
        high = min(each for each in cuts if each >= found.end())
        names = remark.rows if sheet.total is not None else named_in(remark.text, sheet.labels, sheet.corner)
        rows = within(names, low, high)
        if rows and not DOES_NOT.search(remark.text[found.end() : high]):
            yield from _judged(remark, column, least, found, rows)


def _judged(
    remark: Remark, column: int, least: bool | None, found: re.Match[str], rows: list[int]
) -> Iterator[Finding]:
    """Right if any column of figures that isn't another kind of thing bears it out for each row named."""
    sheet = remark.sheet
    verdicts, told = [], ""
    for at, kind in enumerate(sheet.kinds):
        if at == column or kind in ("words", "change", "base", "target"):
            continue
        pairs = [(_value(sheet, row, at), _value(sheet, row, column)) for row in rows]
        held = [
            _is_so(own, bound, sheet, least, found) for own, bound in pairs if own is not None and bound is not None
        ]
        if len(held) == len(rows) and None not in held:
            verdicts.append(all(held))
            told = told or "; ".join(f"{sheet.labels[row]} {sheet.texts[row][at]}" for row in rows)
    if not verdicts:
        return
    verdict: Verdict = "ok" if any(verdicts) else "wrong"
    against = ", ".join(sheet.texts[row][column] for row in rows)
    why = f"{told} against {sheet.heads[column]} {against}"
    yield remark.finding(CODE, verdict, found.span(), "" if any(verdicts) else "not so", why)


def _value(sheet: Sheet, row: int, column: int) -> Decimal | None:
    by = "share" if sheet.kinds[column] in ("share", "both") else "count"
    return value(sheet, row, column, by)


def _is_so(own: Decimal, bound: Decimal, sheet: Sheet, least: bool | None, found: re.Match[str]) -> bool | None:
    """Whether it is so of one figure; None where it is the limit itself, or nobody says what is asked for."""
    if found["above"] or found["below"]:
        return None if own == bound else ((own > bound) == bool(found["above"])) != bool(found["no"])
    if least is None:
        words = f"{sheet.caption} {' '.join(sheet.heads)} {' '.join(sheet.labels)}"
        if BAD_THING.search(words) or LOWER.search(words):
            return None
        least = True
    kept = own >= bound if least else own <= bound
    return (kept == bool(found["met"])) != bool(found["no"])
