"""Whether a sentence says of rows of a table that they always were so, along columns that are its times."""

import re

from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, within
from looped.checker.sheets.sheet import Sheet, is_time

TIMES = r"(?:years?|months?|weeks?|quarters?|waves?|rounds?|cycles?|terms?|surveys?|audits?|periods?|seasons?|times?)"
BELOW = r"(?=(?:once )?(?:(?:fell|dropped|went|dipped|was|were|came|been) )?(?:below|under|missed)\b)"
ALWAYS = pattern_of(
    rf"\b(?:never {BELOW}|consistently|always|invariably|throughout(?! (?:the|this|that|its|their|our) (?!{TIMES}|"
    r"whole))|"
    rf"(?:(?:in|at|for|on|across|during) )?(?:each|every|all)(?: (?:of the|the|one of the))?"
    rf"(?: (?:one|two|three|four|five|six|\d+))? {TIMES}|year after year|month after month)\b",
    re.I,
)
# Of some of the times, or not quite.
NOT_ALL = pattern_of(
    rf"\b(?:not|never(?! {BELOW})|nearly|almost|but|bar|except\w*|apart from|other than|until|since|from|up to|"
    r"before|after|first|"
    r"last|latest|final|earlier|later|half|most|on average|averag\w*|overall|should|must|would|will|if|whether|save|"
    r"more consistently|now|then|once|between)\b|n[’']t\b",
    re.I,
)


def always_in(remark: Remark, sheet: Sheet, span: tuple[int, int]) -> bool:
    """Whether a clause says so of rows of a sheet, whose columns are times, none of which the sentence names."""
    others = remark.columns if sheet.turned == remark.sheet.turned else remark.rows
    times = tuple(h for h, kind in zip(sheet.heads, sheet.kinds, strict=True) if kind not in ("change", "target"))
    if not is_time(times) or within(others, 0, len(remark.text)):
        return False
    return bool(ALWAYS.search(remark.text, *span)) and not NOT_ALL.search(remark.unnamed)
