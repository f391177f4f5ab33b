"""What is said to rise or fall with what the rows of a table are put in order by: with age, with income, with size."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.directions import FELL, ROSE
from looped.checker.finding import Finding
from looped.checker.measures import measures
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, ranked_rows, value, within
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.places import scale_of
from looped.checker.sheets.sheet import Sheet
from looped.checker.summaries import by_any_table

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
# "The later the stage, the lower the share", "fewer come the further away they live".
FARTHER = r"(?:later|older|further|farther|longer|larger|bigger|higher|greater|heavier|richer|more senior)"
NEARER = r"(?:earlier|younger|nearer|closer|shorter|smaller|lower|lighter|poorer|more junior)"
GREATER, LESSER = r"(?:more|higher|greater|larger|better)", r"(?:fewer|less|lower|smaller|worse)"
EACH_MORE = pattern_of(
    rf"^\W*the (?:(?P<far>{FARTHER})|(?P<near>{NEARER}))\b(?P<a>[^.;:,]*), the (?:(?P<up>{GREATER})|"
    rf"(?P<down>{LESSER}))\b|"
    rf"^\W*(?:the )?(?:(?P<up2>{GREATER})|(?P<down2>{LESSER}))\b[^.;:,]*?,? the (?:(?P<far2>{FARTHER})|"
    rf"(?P<near2>{NEARER}))\b(?P<b>[^.;:,]*)",
    re.I,
)
# What some measures of distance and time are called by.
AXES = pattern_of(
    r"\b(?:distance|miles?|age|stage|band|grade|size|length|years?|income|deprivation|term|month)\b", re.I
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
    return by_any_table(context, _of, SAID, EACH_MORE)


def _of(remark: Remark) -> Iterator[Finding]:
    found, sheet = SAID.search(remark.text), remark.sheet
    if (told := EACH_MORE.search(remark.text)) and not DENIED.search(remark.text):
        yield from _each_more(remark, told)
        return
    if not found or DENIED.search(remark.text) or any(c.start <= found.start() < c.end for c in remark.columns):
        return
    heads = label_words(sheet.corner) if sheet.corner else ()
    if any(alike(word, head) for word in found["noun"].lower().split() for head in heads):
        yield from _judged(remark, found, up=bool(found["up"]))


def _each_more(remark: Remark, told: re.Match[str]) -> Iterator[Finding]:
    """ "The later the stage, the lower the share": of a scale that the words are of, by its head or its kind."""
    words = (told["a"] or told["b"] or "") + told.group()
    heads = [word for word in label_words(remark.sheet.corner) if word.isalpha()] if remark.sheet.corner else []
    said = [each.plain for each in tokens_of(words)]
    named = any(alike(word, head) for word in said for head in heads if len(head) > 2)
    # "The further they live": under "Distance from the surgery".
    if named or AXES.search(remark.sheet.corner):
        far = bool(told["far"] or told["far2"])
        yield from _judged(remark, told, up=bool(told["up"] or told["up2"]) == far)


def _judged(remark: Remark, found: re.Match[str], *, up: bool) -> Iterator[Finding]:
    sheet, rows = remark.sheet, _scale(remark.sheet)
    if len(rows) < 3:
        return
    options = measures(sheet, "share", within(remark.columns, 0, len(remark.text)))
    options = options or [each for each in measures(sheet, "", ()) if len(measures(sheet, "", ())) == 1]
    runs = [[value(sheet, row, each.column, each.by) for row in rows] for each in options]
    ends = [(run[0], run[-1]) for run in runs]
    known = [(a, b) for a, b in ends if a is not None and b is not None]
    if known and len(known) == len(ends):
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
