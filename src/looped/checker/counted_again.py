"""Rows of a table whose figures others count already, by what stands below it: "the 12 moderated are counted above"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.patterns import pattern_of
from looped.checker.remarks import remarks_with
from looped.checker.sheets.sheet import Sheet, is_total

AGAIN = pattern_of(
    r"\b(?:already|also) (?:been )?(?:counted|included|shown|listed) (?:under|in|within|with|among|above|elsewhere)\b|"
    r"\b(?:is|are|was|were|counts?|includes?) (?:counted|included|items|those|boats|cases|"
    r"records) (?:already |also )?(?:counted |included )?(?:in|among|under|within) (?:the )?(?:rows?|figures|"
    r"numbers|counts|lines|grades?|"
    r"ratings?|others?) above\b|\bcounted twice\b",
    re.I,
)
NOT = pattern_of(r"\b(?:not|never|except|other than)\b|n[’']t\b", re.I)


def counted_again(context: Context) -> Iterator[tuple[Sheet, int]]:
    """The tables with such a row each."""
    for remark in remarks_with(context, AGAIN):
        text = remark.text
        rows = {each.at for each in remark.rows if each.whole and not is_total(remark.sheet.labels[each.at])}
        if AGAIN.search(text) and not NOT.search(text) and len(rows) == 1:
            yield remark.sheet, rows.pop()
    for placed in context.sheets:
        sheet = placed.sheet
        marked = [row for row in range(len(sheet.labels)) if sheet.marks[row]]
        noted = [row for row in marked if AGAIN.search(sheet.noted(row)) and not NOT.search(sheet.noted(row))]
        if len(noted) == 1:
            yield sheet, noted[0]
