"""What is said to rise or fall with what the rows of a table are put in order by: with age, with income, with size."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.directions import FELL, ROSE
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, measures, ranked_rows, value, within
from looped.checker.sheets.naming import alike, label_words
from looped.checker.sheets.places import scale_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-course"
MESSAGE = "What is said to rise with age, size or income does so from the first of these rows to the last."
GOOD = "Age\tUse it\nUnder 30\t24%\n30 to 59\t36%\n60 and over\t51%\n\nUse rises with age."
BAD = "Age\tUse it\nUnder 30\t24%\n30 to 59\t36%\n60 and over\t51%\n\nUse falls with age."

SAID = pattern_of(
    rf"\b(?:(?P<up>{ROSE}|(?:is|was|were|are) higher|went up|goes up)|(?P<down>{FELL}|(?:is|was|were|are) lower|"
    rf"goes down))"
    rf"(?: [a-z]+ly)? with (?:the |their |its |increasing |growing |"
    rf"rising )?(?P<noun>[a-z]{{3,}}(?: (?:of )?[a-z]{{3,}})?)\b",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|n[’']t|no|neither|if|whether|until|but|except|then)\b", re.I)
RANKS = (
    ("none", "low", "medium", "high"),
    ("low", "middle", "high"),
    ("low", "moderate", "high"),
    ("small", "medium", "large"),
    ("small", "middle", "large"),
    ("young", "middle", "old"),
    ("short", "medium", "long"),
    ("mild", "moderate", "severe"),
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence near a table whose rows are a scale."""
    return by_statement(context, _of, SAID)


def _of(remark: Remark) -> Iterator[Finding]:
    found = SAID.search(remark.text)
    sheet = remark.sheet
    if not found or DENIED.search(remark.text) or any(c.start <= found.start() < c.end for c in remark.columns):
        return
    rows = _scale(sheet)
    heads = label_words(sheet.corner) if sheet.corner else ()
    if len(rows) < 3 or not any(alike(word, head) for word in found["noun"].lower().split() for head in heads):
        return
    options = measures(sheet, "share", within(remark.columns, 0, len(remark.text)))
    options = options or [each for each in measures(sheet, "", ()) if len(measures(sheet, "", ())) == 1]
    runs = [[value(sheet, row, each.column, each.by) for row in rows] for each in options]
    ends = [(run[0], run[-1]) for run in runs]
    known = [(a, b) for a, b in ends if a is not None and b is not None]
    if known and len(known) == len(ends):
        up = bool(found["up"])
        right = any(b > a if up else b < a for a, b in known)
        column = options[0].column
        listed = ", ".join(f"{sheet.labels[row]} {sheet.texts[row][column]}" for row in rows)
        yield remark.finding(CODE, "ok" if right else "wrong", found.span(), "" if right else "the other way", listed)


def _scale(sheet: Sheet) -> Sequence[int]:
    """The rows as a scale puts them in order, the least first."""
    rows = ranked_rows(sheet)
    labels = tuple(sheet.labels[row] for row in rows)
    if numbers := scale_of(labels):
        return [rows[at] for at in numbers] if len(numbers) == len(rows) else []
    first = tuple(label.lower().split()[0] if label.split() else "" for label in labels)
    for ranks in RANKS:
        if first in (ranks, ranks[::-1]):
            return rows if first == ranks else rows[::-1]
    return []
