"""A share told of a row by its name that no table gives for it, and that stands nowhere else in the report."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, permutations

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import Entry
from looped.checker.remarks import Remark
from looped.checker.sheets.giving import cell_says, is_value, whole_of
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet
from looped.checker.summaries import by_any_table

CODE = "sheet-none"
MESSAGE = "A share told right behind the name of a row is one that the row's figures give."
TABLE = (
    "Visits\n\nSite\tDue\tMade\tShare made\nLeith\t64\t51\t80%\nAyr\t70\t60\t86%\nOban\t52\t30\t58%\n\n"
    "Calls\n\nTime\tCalls\nDay\t40\nNight\t44\n\nConclusion\n\n"
)
GOOD = TABLE + "We begin with Oban, where only 58% of visits were made."
BAD = TABLE + "We begin with Oban, where only 85% of visits were made."

SHARE = pattern_of(r"\d ?%|\bper ?cent\b", re.I)
# From the name to its share: "where the rate was", "was met in", "(".
BETWEEN = pattern_of(
    r"[’'”\"]?(?: (?!and\b|or\b|than\b)[a-z]+)?(?:,? (?:where|in which|for which|with|which|at|was|were|is|had|has)\b"
    r"(?: (?!than\b|by\b|and\b|or\b|if\b|should\b|must\b|to\b|target\b|not\b)[a-z]+){0,6}?(?: (?:in|at|of|for|to))?|,|"
    r" \(| –) ?(?:(?:only|just|at|is|was|were) ?)*|"
    r"[’'”\"]?(?: [a-z]+){0,2} (?:made up|account(?:s|ed) for|form(?:s|ed))(?: [a-z]+){0,8} of (?:all|the)"
    r"(?: [a-z]+){1,2} \(",
    re.I,
)
OF_THEM = re.compile(r" of (?:them|these|those)\b")
HALF = pattern_of(r"\b(?:more|less|fewer) than (?:a )?(?:half|third|quarter)\b", re.I)
JOINED = pattern_of(r"\b(?:or|and|not|no|none|other|either)\b|n[’']t\b", re.I)
WITHIN = pattern_of(r"\b(?:where|in which|for which|met)\b", re.I)
# Moves, limits and other times and places.
ELSE = pattern_of(
    r"\b(?:by|rise|fall|rose|fell|(?<!made )up|down|points?|target|standard of|threshold|goal|above|below|than|"
    r"about|around|nearly|almost|over|under|at (?:least|most)|nationally|last|previous\w*|before|earlier|"
    rf"weighted|together|combined|should|must|would|until|(?:19|20)\d\d|of (?:{WHICH}))\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each share behind a row's name, with all tables and all that the report prints."""
    texts = [each.text for each in context.document.paragraphs]
    sheets = [placed.sheet for placed in context.sheets]
    return by_any_table(context, lambda remark: _of(remark, texts, sheets), SHARE)


def _of(remark: Remark, texts: list[str], sheets: list[Sheet]) -> Iterator[Finding]:
    rows = [each for each in remark.rows if each.whole]
    for entry in remark.read.of_sentence(remark.at):
        start = entry.start - remark.start
        before = [each for each in rows if each.end <= start]
        if entry.kind != "share" or not before or entry.base:
            continue
        row = before[-1]
        low, high = remark.clause(start)
        between, words = remark.text[row.end : start], remark.unnamed[low:high]
        if OF_THEM.match(remark.text, entry.end - remark.start) and _are_all_told(remark):
            words = OF_THEM.sub(" ", words)
        if not BETWEEN.fullmatch(between) or ELSE.search(HALF.sub(" ", words)):
            continue
        label = remark.sheet.labels[row.at]
        if not _is_of_table(remark.sheet, remark.unnamed):
            continue
        own = [(sheet, at) for sheet in sheets for at, other in enumerate(sheet.labels) if other == label]
        own = own or [(remark.sheet, row.at)]
        true = any(_gives(sheet, at, entry, bool(WITHIN.search(between))) for sheet, at in own)
        true = true or (JOINED.search(words) is not None and any(_sums_to(sheet, at, entry) for sheet, at in own))
        printed = [cell.text for sheet, at in own for cell in sheet.cells[at] if cell and "%" in cell.text]
        shares = [str(s) for sheet, at in own for c in range(len(sheet.heads)) if (s := sheet.share_at(at, c))]
        if not true and (not (printed or shares) or _stands_elsewhere(entry, texts, sheets)):
            continue
        why = f"{label}: {', '.join(dict.fromkeys([*printed, *shares]))}"
        span = (start, entry.end - remark.start)
        yield remark.finding(CODE, "ok" if true else "wrong", span, "" if true else "another", why)


def _are_all_told(remark: Remark) -> bool:
    """Whether the sentence before tells one figure, and it is all that the table counts: "for all 41 boats"."""
    before = remark.read.of_sentence(remark.at - 1) if remark.at else []
    wholes = {whole_of(remark.sheet, at) for at in range(len(remark.sheet.heads))}
    return len(before) == 1 and before[0].kind == "count" and before[0].count in wholes


def _is_of_table(sheet: Sheet, words: str) -> bool:
    """Whether a sentence has a word of the table's heads or caption: it may tell of something else."""
    told = [word for text in (*sheet.heads, sheet.caption) for word in label_words(re.sub(r"\(.*?\)", "", text))]
    said = [each.plain for each in tokens_of(words) if len(each.plain) > 3]
    return any(alike(one, other) for one in said for other in told if len(other) > 3)


def _gives(sheet: Sheet, row: int, entry: Entry, within: bool) -> bool:
    """Whether a cell of a row is the share, or two of its counts give it, or one and the whole of its column.

    within: what is told is of that row alone.
    """
    if any(cell_says(sheet, row, at, entry) for at in range(len(sheet.heads))):
        return True
    counts = [cell.count for cell in sheet.cells[row] if cell and cell.count]
    pairs = [*permutations([*counts, sum(counts)], 2)]
    pairs += [
        (cell.count, whole)
        for at, cell in enumerate(sheet.cells[row])
        if not within and cell and cell.count and (whole := whole_of(sheet, at))
    ]
    left = [(whole - part, whole) for part, whole in pairs if part < whole]
    share = entry.share
    return share is not None and any(fits(a, b, share) for a, b in (*pairs, *left) if 0 < a <= b)


def _sums_to(sheet: Sheet, row: int, entry: Entry) -> bool:
    """Whether two or three shares of a row make the share, or one leaves it: "happy or very happy"."""
    shares = [printed.value for at in range(len(sheet.heads)) if (printed := sheet.share_at(row, at))]
    sums = {sum(some, Decimal(0)) for size in (2, 3) for some in combinations(shares, size)}
    return any(is_value(entry, each, entry.step) for each in (*sums, *(100 - each for each in shares)))


def _stands_elsewhere(entry: Entry, texts: list[str], sheets: list[Sheet]) -> bool:
    """Whether the same share is printed in another place."""
    number = re.compile(rf"(?<![\d.]){re.escape(str(entry.value))}(?:\.0)? ?(?:%|per ?cent)", re.I)
    return sum(len(number.findall(text)) for text in texts) > 1 or any(
        number.search(cell.text) for sheet in sheets for row in sheet.cells for cell in row if cell
    )
