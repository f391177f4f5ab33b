"""All of those that a row counts, who are said to have met what it asks for."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.quoting import UNITS
from looped.checker.remarks import NOT_MET, Remark, by_statement, is_kind, within
from looped.checker.sheets.giving import pair_of
from looped.checker.sheets.naming import alike, label_words

CODE = "sheet-entire"
MESSAGE = "Where all of a row's cases are said to have met something, its part is as large as its whole."
GOOD = "Item\tFiles\tDone\nPlan\t40\t40\nReview\t40\t33\nVisit\t40\t36\n\nThe plan was done in all 40 files."
BAD = "Item\tFiles\tDone\nPlan\t40\t40\nReview\t40\t33\nVisit\t40\t36\n\nThe review was done in all 40 files."

ALL = pattern_of(
    rf"\b(?:all(?: of)?(?: the| our| these)? (?P<n>\d[\d,]*|{WORDS})|(?:all(?: of)?(?: the| our| these)?|"
    rf"every(?: single| one of the)?|"
    r"each(?: of the)?)) (?P<noun>[a-z’'-]+)\b",
    re.I,
)
CUT = pattern_of(
    r"\b(?:but|except|bar|apart from|other than|excluding|save|almost|nearly|virtually|together|than|if|would|"
    r"should|must|total|altogether)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names one row of a table of wholes and their parts."""
    return by_statement(context, _of, ALL)


def _of(remark: Remark) -> Iterator[Finding]:
    pair = pair_of(remark.sheet)
    for found in ALL.finditer(remark.text) if pair else ():
        low, high = remark.clause(found.start())
        words = remark.text[low:high]
        rows = within([each for each in remark.rows if each.whole], low, high)
        if pair is None or len(rows) != 1 or len(within(remark.rows, low, high)) != 1 or CUT.search(words):
            continue
        whole_, part = (remark.sheet.cells[rows[0]][at] for at in pair)
        if whole_ is None or part is None or NOT_MET.search(words) or is_kind(remark.sheet, found["noun"]):
            continue
        head = label_words(remark.sheet.heads[pair[0]])
        counted = any(alike(found["noun"].lower(), word) for word in head) or UNITS.match(found["noun"])
        number = whole(found["n"]) if found["n"] else None
        if (number is None and not counted) or (number is not None and number != whole_.value):
            continue
        right = part.value == whole_.value
        why = f"{part.text} of {whole_.text}"
        label = remark.sheet.labels[rows[0]]
        yield remark.finding(CODE, "ok" if right else "wrong", found.span(), "" if right else why, why, label)
