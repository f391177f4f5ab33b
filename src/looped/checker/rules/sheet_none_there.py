"""None of what a table counts, at one of its columns or rows: "No faults of any kind were found on Elm"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, lies
from looped.checker.rules.sheet_nothing import GROUP
from looped.checker.sheets.naming import Token, alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-none-there"
MESSAGE = "Where there is said to have been nothing of what a table counts, every cell there is a nought."
_TABLE = "Faults by boat\n\nFault\tAsh\tElm\nLeak\t1\t0\nRust\t3\t{}\nRot\t1\t0\n\nNo faults were found on Elm."
GOOD = _TABLE.format(0)
BAD = _TABLE.format(2)

NONE = pattern_of(
    r"\b(?:(?P<noun>no|not (?:a single|one)|without(?: an?y?)?|free (?:of|from)(?: any)?|none of (?:the|these|those))"
    r"(?! (?:more|fewer|less|longer|other|change|difference|doubt)\b) (?=[a-z])|nobody\b|no[- ]one\b)",
    re.I,
)
# "No boat was", "no child went": who or what it is that it did not happen to.
WHO = pattern_of(
    r"(?P<who>one|(?!(?:new|old|such|real|known|major|minor|further|girl|boy|wom[ae]n|m[ae]n|"
    r"adult)s?\b)[a-z-]+) (?:in (?:the )?[a-z]+"
    r"(?: [a-z]+)? )?(?:went|was|were|had|has|have|got|is|are|came|suffered|experienced|reported)\b",
    re.I,
)
SMALL = pattern_of(
    r"^(?:the|an?|was|were|had|has|have|been|there|is|are|went|got|came|seen|found|recorded|reported|noted|logged|"
    r"occurred|happened|arose|made|took|place|saw|any|kinds?|sorts?|types?|at|all|in|on|of|for|among|with|during|"
    r"whatever|whatsoever|passed|month|anyone)$",
    re.I,
)
# How often something was, and not what it was.
TIMES_OVER = pattern_of(r"^(?:episodes?|incidents?|cases?|events?|occurrences?|instances?|numbers?|reports?)$", re.I)
BY = re.compile(r",? (?:by|per|for each|at each|in each|and) .*$", re.I)
NUMBERED = pattern_of(r"^\W*table \w+[.:]?\s*|\b(?:numbers? of)\b", re.I)
UNSAID = pattern_of(r"\b(?:other|only|known|further|than|if|should|must|or|not|unless|until|last|previous\w*)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence on a table, with its columns and with its rows."""
    return by_statement(context, _of, NONE)


def _of(remark: Remark) -> Iterator[Finding]:
    found = list(NONE.finditer(remark.text))
    if (
        len(found) != 1
        or remark.read.of_sentence(remark.at)
        or UNSAID.search(remark.text.replace(found[0].group(), ""))
    ):
        return
    for sheet in (remark.sheet, lies(remark.sheet)):
        if told := _there(remark, sheet, found[0]):
            yield told
            return


def _there(remark: Remark, sheet: Sheet, found: re.Match[str]) -> Finding | None:
    """The cells of the one column that is named, in every row or in the one that tells what there was none of."""
    upright = sheet is remark.sheet
    columns, rows = (remark.columns, remark.rows) if upright else (remark.rows, remark.columns)
    named = {each.at for each in columns if each.whole}
    if (
        len(named) != 1
        or len({each.at for each in columns}) > 1
        or {*sheet.kinds} - {"count", "total", "base", "both", "share"}
    ):
        return None
    (column,) = named
    who = WHO.match(remark.text, found.end()) if found.group("noun") else None
    # "No faults were found", of faults: what there were none of.
    who = None if who and any(alike(who["who"].lower(), word) for word in _counted(remark.sheet)) else who
    left = [
        each
        for each in tokens_of(remark.text)
        if not found.start() <= each.start < found.end()
        and not any(name.start <= each.start < name.end for name in columns)
        and not (who and who.start("who") <= each.start < who.end("who"))
        and not SMALL.match(each.plain)
        and not GROUP.match(each.plain)
    ]
    if any(each.whole for each in rows):
        return None  # which another rule reads
    meant = _of_one_row(sheet, left) if rows or who or not found.group("noun") else None
    if meant is None and _is_of_all(sheet, remark.sheet, left):
        meant = [*sheet.parts]
    cells = [sheet.cells[row][column] for row in meant or ()]
    if not cells or any(each is None or each.count is None for each in cells):
        return None
    right = not any(each.count for each in cells if each)
    row = next((at for at, each in zip(meant or (), cells, strict=True) if each and each.count), 0)
    figure = sheet.cells[row][column]
    why = f"{sheet.labels[row]}, {sheet.heads[column]}: {figure.text if figure else ''}"
    return remark.finding(CODE, "ok" if right else "wrong", (0, len(remark.text)), "" if right else "some", why)


def _of_one_row(sheet: Sheet, left: Sequence[Token]) -> list[int] | None:
    """ "No child went missing", under "Missing episodes": the one row whose every telling word is left to be said."""
    rows = []
    for row in sheet.parts:
        words = [word for word in label_words(sheet.labels[row]) if not TIMES_OVER.match(word)]
        said = words and len(words) == len(left) and all(any(alike(e.plain, word) for e in left) for word in words)
        if said and len(words) < len(label_words(sheet.labels[row])):
            rows.append(row)
    return rows if len(rows) == 1 else None


def _is_of_all(sheet: Sheet, upright: Sheet, left: Sequence[Token]) -> bool:
    """Whether all that is left to be said is of what the caption counts, or of what the rows are kinds of."""
    own = _counted(upright) if sheet is upright else _counted(replace(upright, corner=""))
    told = [any(alike(each.plain, word) for word in own) for each in left]
    return bool(left) and all(told) and any(alike(each.plain, word) for each in left for word in _nouns(upright))


def _texts(sheet: Sheet) -> list[tuple[str, ...]]:
    """The words of the caption without "by port", of the title and of the corner."""
    texts = (sheet.caption, sheet.table.title, sheet.corner)
    return [words for text in texts if (words := label_words(BY.sub("", NUMBERED.sub("", text))))]


def _counted(sheet: Sheet) -> set[str]:
    return {word for words in _texts(sheet) for word in words}


def _nouns(sheet: Sheet) -> set[str]:
    return {words[-1] for words in _texts(sheet)}
