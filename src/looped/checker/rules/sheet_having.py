"""How many rows of a table of ratings are said to have one: as many as have it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-having"
MESSAGE = "As many rows have a rating or a score as the sentence says."
GOOD = "Shop\tRating\nMill\t5\nAsh\t3\nElm\t5\nOak\t4\n\nTwo shops were given the top rating of 5."
BAD = "Shop\tRating\nMill\t5\nAsh\t3\nElm\t5\nOak\t4\n\nThree shops were given the top rating of 5."

N = rf"(?:\d{{1,2}}|{WORDS})"
RATED = (
    r"(?:rat(?:ed|ings?)|scor(?:ed|es?|ing)|grad(?:ed|es?)|stars?|levels?|bands?|marks?|points?|priority|"
    r"categor(?:y|ies)|tiers?|class)"
)
HEAD = pattern_of(rf"\b{RATED}\b", re.I)
BOUND = r"(?P<or> or (?:(?P<up>more|above|better|higher|over)|less|below|lower|worse|under|fewer))?"
# "Three premises were given the top rating of 5", "four were rated 4 or better".
FIRST = pattern_of(
    rf"(?<![\w.,£/-])(?P<n>{N})(?: of the (?P<m>{N}))?"
    rf"(?: (?!of\b|in\b|or\b|per\b)[a-z’'-]+){{1,6}}? "
    rf"(?:(?:at|as|with|of|in|a|an|the|top|highest|lowest|full) ){{0,4}}"
    rf"(?P<v>\d{{1,2}})(?![\d%/]|[.,]\d| ?per ?cent){BOUND}",
    re.I,
)
# "The top rating of 5 went to three premises".
LAST = pattern_of(
    rf"\b{RATED} of (?P<v>\d{{1,2}})(?![\d%/]|[.,]\d){BOUND}(?: [a-z]+){{0,3}}? (?:to|by|for|at|in|on) "
    rf"(?:only |just )?(?P<n>{N})\b(?: of the (?P<m>{N}))?(?! ?%| of\b|[.,]\d| (?:in|out of)\b)",
    re.I,
)
ASIDE = pattern_of(
    r"\b(?:not|never|last|previous\w*|before|average|mean|each|every|would|could|target|than|between|below|above|under|"
    r"at least|at most|up from|down from|"
    r"these|those|them|whom|which|other|others)\b|n[’']t\b",
    re.I,
)
HIGHEST = 10


def check(context: Context) -> Iterator[Finding]:
    """Each such statement beside a table with one column of ratings."""
    return by_statement(context, _of, FIRST, LAST)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    column = _column(sheet)
    if column is None or remark.rows or ASIDE.search(remark.text) or not HEAD.search(remark.text):
        return
    found = LAST.search(remark.text) or FIRST.search(remark.text)
    if not found or not HEAD.search(found.group()):
        return
    values = [figure.value for row in sheet.parts if (figure := sheet.cells[row][column])]
    said, value = whole(found["n"]), Decimal(found["v"])
    if said is None or (found["m"] and whole(found["m"]) != len(values)) or said > len(values):
        return
    if found["or"]:
        held = sum(each >= value if found["up"] else each <= value for each in values)
    else:
        held = values.count(value)
        if not held:
            return
    verdict: Verdict = "ok" if held == said else "wrong"
    listed = ", ".join(f"{sheet.labels[row]} {sheet.texts[row][column]}" for row in sheet.parts)
    yield remark.finding(CODE, verdict, found.span(), str(held), f"{sheet.heads[column]}: {listed}")


def _column(sheet: Sheet) -> int | None:
    """The only column of small whole numbers, headed as ratings, some of them more than once."""
    own = [at for at, head in enumerate(sheet.heads) if HEAD.search(head) and sheet.kinds[at] in ("count", "mean")]
    if len(own) != 1:
        return None
    figures = [sheet.cells[row][own[0]] for row in sheet.parts]
    values = [each.count for each in figures if each and each.count is not None]
    small = len(values) == len(figures) > 2 and max(values) <= HIGHEST and len(set(values)) < len(values)
    return own[0] if small else None
